"""What is done to data, as a value: where it comes from, how it is scaled and how it is split."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from ..errors import DataError
from ..values import AnyOf, Kinded, Param, Value
from .augment import Augmentation
from .augment.presets import named
from .balance import Balance
from .cleaning_recipe import SCALING_WORDS, CleaningRecipe, Scaling
from .head import Head, cut
from .paths import portable_path, resolve
from .text.recipe import TextRecipe

if TYPE_CHECKING:
    from .raw import RawData
    from .sighting import Candidate, Sighting

Progress = Callable[[float, str], None]
"""Called with the share done (0 to 1) and a few words; may raise ``Cancelled`` to stop the work."""


class Cancelled(Exception):
    """Raised by a ``Progress`` when the user no longer wants the result; nothing half-done is kept."""


class Source(Kinded):
    """Base of every data source. Members stand in ``workbench.engine.data.sources``."""

    family: ClassVar[str] = "data source"
    members: ClassVar[dict[str, type[Source]]] = {}
    title: ClassVar[str] = ""
    """Name in lists ("Built-in sample")."""
    path_fields: ClassVar[tuple[str, ...]] = ()
    """Fields that name a file; relative ones are read against the project's folder. An empty one is not used."""

    @property
    def unlabelled(self) -> bool:
        """Whether it may have nothing but inputs, which are then to be reconstructed; its field ``task`` says so."""
        return False

    @classmethod
    def recognise(cls, seen: Sighting) -> Candidate | None:
        """How this kind of source would read what lies at a path; None where it is nothing for it.

        Looks at little, as all kinds are asked. May raise ``DataError`` where it is this kind but can't be read; that is
        told if no other kind recognises it.
        """
        return None

    def aimed(self, target: str = "", task: str = "") -> Self:
        """The same source with another target or task; empty ones stay as they are. Raises ``DataError`` where it has no choice."""
        if target or task not in ("", "classification"):
            raise DataError(
                f"The labels of {self.describe()} are classes that it brings itself",
                "",
                "Leave --target and --task away",
                code="data.no_target",
            )
        return self

    def head(self, progress: Progress, base_dir: Path = Path()) -> Head:
        """The first samples, quickly. Raises ``DataError`` where nothing can be shown of it.

        As it stands it reads everything: sources of what may be large override it.
        """
        raw = self.load(progress, base_dir)
        return Head(cut(raw), columns=raw.columns, whole=True)

    def load(self, progress: Progress, base_dir: Path = Path()) -> RawData:
        """Reads everything into arrays; raises ``DataError``."""
        raise TypeError(f"{type(self).__name__} does not define load")

    def describe(self) -> str:
        """A few words that tell this source from others ("digits", "train-images.gz")."""
        return self.kind

    def used_fields(self) -> tuple[str, ...]:
        """Names of the fields that matter for the values they have now; a form hides the others."""
        return tuple(type(self).model_fields)

    def files(self, base_dir: Path = Path()) -> tuple[Path, ...]:
        """The files it reads, as absolute paths; they may not exist."""
        names = (getattr(self, field) for field in self.path_fields)
        return tuple(resolve(name, base_dir) for name in names if name)

    def stamp(self, base_dir: Path = Path()) -> str:
        """Changes when a file that is read changes, is added or goes away; empty where only ``files`` are read."""
        return ""

    def rebased(self, old: Path, new: Path) -> Self:
        """The same source for a project that moves from folder ``old`` to ``new``: it still finds its files."""
        names = {field: getattr(self, field) for field in self.path_fields}
        relative = {field: name for field, name in names.items() if name and not Path(name).expanduser().is_absolute()}
        return self.updated(**{field: portable_path(resolve(name, old), new) for field, name in relative.items()})


class SplitRecipe(Value):
    """How samples are divided. Sources that come with a test set of their own keep it when ``given`` is on; the shares
    then count from the other samples. See ``workbench.engine.data.split`` for what each method does."""

    method: Literal["random", "grouped", "time", "folds"] = Param(
        "random",
        words={
            "random": "At random",
            "grouped": "Whole groups",
            "time": "By time",
            "folds": "Folds",
        },
        help="At random: each sample by itself. Whole groups: all samples of a group go to the same part, such as all "
        "pictures of one patient. By time: the oldest are trained on, the newest are for the test. Folds: equal parts, "
        "each of which can be the validation part in turn.",
    )
    validation: Annotated[float, Field(ge=0.0, lt=1.0)] = Param(
        0.15, help="Share of the samples held out to choose the best weights."
    )
    test: Annotated[float, Field(ge=0.0, lt=1.0)] = Param(
        0.15, help="Share of the samples kept for the final score; training never sees them."
    )
    gap: Annotated[int, Field(ge=0, le=1_000_000_000)] = Param(
        0,
        unit="samples",
        help="By time: samples left out before the validation and the test part, so that what is trained on does not "
        "overlap with them.",
    )
    folds: Annotated[int, Field(ge=2, le=100)] = Param(5, help="Number of equal parts, beside the test part.")
    fold: Annotated[int, Field(ge=1, le=100)] = Param(
        1, label="Validation fold", help="Which of the folds is the validation part, counted from 1."
    )
    whole_groups: bool = Param(
        True, label="Whole groups", help="All samples of a group go to the same fold, where the data has groups."
    )
    stratified: bool = Param(True, help="Keeps the share of each class the same in every part.")
    given: bool = Param(
        True,
        label="Given parts",
        help="Uses the validation and test parts that the source brings, where it brings them.",
    )
    seed: Annotated[int, Field(ge=0, lt=2**32)] = Param(0, help="Same seed, same split.")

    @model_validator(mode="after")
    def _leaves_some(self) -> SplitRecipe:
        if self.method != "folds" and self.validation + self.test >= 1.0:
            raise ValueError("validation and test together must leave something to train on (below 1.0)")
        if self.method == "folds" and self.fold > self.folds:
            raise ValueError(f"the validation fold must be one of the {self.folds} folds")
        return self

    def used_fields(self) -> tuple[str, ...]:
        """Names of the fields that matter for the method."""
        return {
            "random": ("method", "validation", "test", "stratified", "given", "seed"),
            "grouped": ("method", "validation", "test", "stratified", "given", "seed"),
            "time": ("method", "validation", "test", "gap", "given"),
            "folds": ("method", "folds", "fold", "test", "whole_groups", "stratified", "given", "seed"),
        }[self.method]

    def after_role(self, before: str, after: str) -> SplitRecipe:
        """The split that suits a table of which a column gets another role: groups and times are gone by, and no longer
        when their column is let go."""
        method = self.method
        if (before, method) in (("group", "grouped"), ("time", "time")):
            method = "random"
        if method == "random":
            method = {"group": "grouped", "time": "time"}.get(after, method)  # type: ignore[assignment]
        return self if method == self.method else self.updated(method=method)


class DataRecipe(Value):
    """Source, cleaning, scaling and split: everything between files and the arrays a network is fed."""

    source: Annotated[Source, AnyOf(Source)] | None = Param(None, help="Where the data comes from.")
    predict: Literal["target", "input"] = Param(
        "target",
        words={"target": "as given", "input": "itself again"},
        help="As given: the classes, labels or numbers that the data brings. Itself again: the network, an autoencoder, is to "
        "squeeze each sample and make it again; nothing else of the data is used.",
    )
    scaling: Scaling = Param(
        "auto",
        words=SCALING_WORDS | {"auto": "Auto"},
        help="Auto and standard: mean 0 and deviation 1 for each colour channel or column. None: as the file has it. -1 to 1 "
        "suits a GAN whose generator ends in Tanh. By "
        "quartiles and ranks: for columns of tables, where a few numbers lie far from the others. Statistics come from the "
        "training split only.",
    )
    target_scaling: Literal["none", "standard"] = Param(
        "none", help="Standardise the numbers to predict; predictions and metrics are in the original units."
    )
    cleaning: CleaningRecipe = CleaningRecipe()
    text: TextRecipe = TextRecipe()
    split: SplitRecipe = SplitRecipe()
    excluded: tuple[str, ...] = Param(
        (),
        help="Samples that are left out, each by its name, or by what it holds where samples have no names.",
        max_length=100_000,
    )
    balance: Annotated[Balance, AnyOf(Balance)] = Param(
        "none", help="What is done about classes with few samples, in training only."
    )
    augment: Annotated[tuple[Annotated[Augmentation, AnyOf(Augmentation)], ...], BeforeValidator(named)] = Param(
        (), label="Augmentation", help="Random changes of training pictures, drawn anew for every batch."
    )
    augment_edges: Literal["border", "black", "mirror"] = Param(
        "border",
        label="Edges",
        words={"border": "Outer pixels", "mirror": "Mirrored"},
        help="What fills the places that turning and moving a picture uncovers: its outermost pixels, black, or its mirror image.",
    )

    def preparation(self) -> dict[str, Any]:
        """The JSON form of all that prepared data depends on. Balance and augmentation belong to training alone."""
        return self.model_dump(mode="json", exclude={"balance", "augment", "augment_edges"})
