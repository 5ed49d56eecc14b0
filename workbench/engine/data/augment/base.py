"""The base of every augmentation: what it is called, what kind of data it is for, how often and how it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import Field

from ...values import Kinded, Param

if TYPE_CHECKING:
    import torch

Share = Annotated[float, Field(ge=0.0, le=1.0)]
Stage = Literal["geometry", "colour", "finish", "any", "mix", "whole"]
DataKind = Literal["image", "series", "tokens", "table"]
"""Pictures, series, ids of tokens (texts too), rows of a table."""


class Augmentation(Kinded):
    """A random change of training samples of one kind of data. What it draws is drawn anew for every sample of every batch.

    Of pictures, a pipeline gathers all geometry of a batch into one transformation and all colour into one matrix, finishes
    with what is neither, and mixes pictures at last; order in a list counts within these groups. Those for other kinds of
    data are done one after the other.
    """

    family: ClassVar[str] = "augmentation"
    members: ClassVar[dict[str, type[Augmentation]]] = {}
    title: ClassVar[str] = ""
    data: ClassVar[DataKind] = "image"
    """The kind of data that it is for."""
    stage: ClassVar[Stage] = "finish"
    """Of pictures the group it is done in ("any": in each of the first three, "mix": last); "whole" for other data."""
    numbers: ClassVar[int] = 1
    """Random numbers that it needs for a sample, the one that decides whether it is done included."""
    of_colour: ClassVar[bool] = False
    """Whether it does nothing to grey pictures."""

    probability: Share = Param(1.0, help="Share of the samples that it is done to.")

    def summary(self) -> str:
        """Its strength in a few words ("up to 15°")."""
        return ""

    def apply(self, numbers: torch.Tensor, work: Any) -> None:
        """Does it to ``work``: a ``Geometry``, ``Colour``, ``Finish`` or ``Blending`` by its stage, or a ``SeriesWork``,
        ``TokenWork`` or ``TableWork``.

        Args:
            numbers: (numbers, N) uniform in [0, 1); the first decides whether it is done.
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


def kind_of(sample: tuple[object, ...], dtype: str) -> DataKind:
    """The kind of data whose samples have a shape and type as a network is fed them."""
    if dtype == "int64":
        return "tokens"
    return "image" if len(sample) == 3 else "series" if len(sample) == 2 else "table"


def input_kind(kind: str) -> DataKind:
    """The kind of data that augmentations see in a raw input of a kind: texts are fed as ids."""
    return "image" if kind == "image" else "series" if kind == "series" else "table" if kind == "table" else "tokens"


def colour_channels(channels: int) -> int:
    """3 for pictures whose channels are red, green, blue (and alpha), 1 for all others."""
    return 3 if channels in (3, 4) else 1


def spread(number: torch.Tensor) -> torch.Tensor:
    """Numbers in [0, 1) as numbers in [-1, 1)."""
    return number * 2.0 - 1.0
