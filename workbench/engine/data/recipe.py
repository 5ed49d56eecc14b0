"""What is done to data, as a value: where it comes from, how it is scaled and how it is split."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from ..values import AnyOf, Kinded, Param, Value

if TYPE_CHECKING:
    from .raw import RawData

Progress = Callable[[float, str], None]
"""Called with the share done (0 to 1) and a few words; may raise ``Cancelled`` to stop the work."""


class Source(Kinded):
    """Base of every data source. Members stand in ``workbench.engine.data.sources``."""

    family: ClassVar[str] = "data source"
    members: ClassVar[dict[str, type[Source]]] = {}
    title: ClassVar[str] = ""
    """Name in lists ("Built-in sample")."""

    def load(self, progress: Progress) -> RawData:
        """Reads everything into arrays; raises ``DataError``."""
        raise TypeError(f"{type(self).__name__} does not define load")

    def describe(self) -> str:
        """A few words that tell this source from others ("digits", "train-images.gz")."""
        return self.kind


class SplitRecipe(Value):
    """How samples are divided. Sources that come with a test set of their own keep it when ``given`` is on."""

    validation: Annotated[float, Field(ge=0.0, lt=1.0)] = Param(
        0.15, help="Share of the samples held out to choose the best weights."
    )
    test: Annotated[float, Field(ge=0.0, lt=1.0)] = Param(
        0.15, help="Share of the samples kept for the final score; training never sees them."
    )
    stratified: bool = Param(True, help="Keeps the share of each class the same in every part.")
    given: bool = Param(True, help="Uses the test set that the source brings, where it brings one.")
    seed: Annotated[int, Field(ge=0, lt=2**32)] = Param(0, help="Same seed, same split.")

    @model_validator(mode="after")
    def _leaves_some(self) -> SplitRecipe:
        if self.validation + self.test >= 1.0:
            raise ValueError("validation and test together must leave something to train on (below 1.0)")
        return self


class DataRecipe(Value):
    """Source, scaling and split: everything between files and the arrays a network is fed."""

    source: Annotated[Source, AnyOf(Source)] | None = Param(None, help="Where the data comes from.")
    scaling: Literal["auto", "none", "standard", "minmax"] = Param(
        "auto",
        help="Auto: pictures to 0...1 and standardised by the training split's mean, tables standardised. Statistics come from the training split only.",
    )
    target_scaling: Literal["none", "standard"] = Param(
        "none", help="Standardise the numbers to predict; predictions and metrics are in the original units."
    )
    split: SplitRecipe = SplitRecipe()
