"""The base of every augmentation: what it is called, how often it is done, and what it does it to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import Field

from ...values import Kinded, Param

if TYPE_CHECKING:
    import torch

Share = Annotated[float, Field(ge=0.0, le=1.0)]
Stage = Literal["geometry", "colour", "finish"]


class Augmentation(Kinded):
    """A random change of training pictures. What it draws is drawn anew for every sample of every batch.

    A pipeline gathers all geometry of a batch into one transformation and all colour into one matrix, and then finishes
    with what is neither. Order in a list counts within these three groups.
    """

    family: ClassVar[str] = "augmentation"
    members: ClassVar[dict[str, type[Augmentation]]] = {}
    title: ClassVar[str] = ""
    stage: ClassVar[Stage] = "finish"
    numbers: ClassVar[int] = 1
    """Random numbers that it needs for a sample, the one that decides whether it is done included."""
    of_colour: ClassVar[bool] = False
    """Whether it does nothing to grey pictures."""

    probability: Share = Param(1.0, help="Share of the samples that it is done to.")

    def summary(self) -> str:
        """Its strength in a few words ("up to 15°")."""
        return ""

    def apply(self, numbers: torch.Tensor, work: Any) -> None:
        """Does it to ``work``: a ``Geometry``, ``Colour`` or ``Finish`` by its stage.

        Args:
            numbers: (numbers, N) uniform in [0, 1).
            work: what is being done to the batch.
        """
        raise TypeError(f"{type(self).__name__} does not define apply")

    def describe(self) -> str:
        """Title, strength and share in a line, for lists."""
        words = f"{self.title} {self.summary()}".strip()
        return words if self.probability == 1.0 else f"{words} ({self.probability:.0%})"

    def _chosen(self, number: torch.Tensor) -> torch.Tensor:
        """1 for the samples that it is done to and 0 for the others, float32 (N,)."""
        return (number < self.probability).to(number.dtype)


def colour_channels(channels: int) -> int:
    """3 for pictures whose channels are red, green, blue (and alpha), 1 for all others."""
    return 3 if channels in (3, 4) else 1


def spread(number: torch.Tensor) -> torch.Tensor:
    """Numbers in [0, 1) as numbers in [-1, 1)."""
    return number * 2.0 - 1.0
