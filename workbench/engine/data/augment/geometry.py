"""Augmentations that move pixels: all of a batch's become one homography for each sample."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field

from ...values import Param, register
from .base import Augmentation, Share, Stage, spread

if TYPE_CHECKING:
    import torch

    from .work import Geometry


class _Geometric(Augmentation):
    stage: ClassVar[Stage] = "geometry"


@register("flip")
class Flip(_Geometric):
    """Mirrors pictures. Right where a mirror image keeps its class: not for digits and letters."""

    title = "Flip"
    numbers = 2

    probability: Share = Param(0.5, help="Share of the samples that are mirrored; each direction is drawn by itself.")
    direction: Literal["horizontal", "vertical", "both"] = Param(
        "horizontal",
        help="Horizontal swaps left and right, vertical swaps top and bottom, both draws each of the two.",
    )

    def summary(self) -> str:
        return self.direction

    def apply(self, numbers: torch.Tensor, work: Geometry) -> None:
        across, along = 1.0 - 2.0 * self._chosen(numbers[0]), 1.0 - 2.0 * self._chosen(numbers[1])
        work.stretch(
            across if self.direction != "vertical" else across.new_ones(len(across)),
            along if self.direction != "horizontal" else along.new_ones(len(along)),
        )


@register("rotate")
class Rotate(_Geometric):
    """Turns pictures about their middle."""

    title = "Rotate"
    numbers = 2

    degrees: Annotated[float, Field(ge=0.0, le=180.0)] = Param(
        15.0, unit="°", help="Largest angle; each sample draws one up to it, either way."
    )

    def summary(self) -> str:
        return f"up to {self.degrees:g}°"

    def apply(self, numbers: torch.Tensor, work: Geometry) -> None:
        work.rotate(spread(numbers[1]) * self._chosen(numbers[0]) * math.radians(self.degrees))


@register("shift")
class Shift(_Geometric):
    """Moves pictures sideways, up and down."""

    title = "Shift"
    numbers = 3

    distance: Annotated[float, Field(ge=0.0, le=1.0)] = Param(
        0.1, help="Largest distance, as a share of the width sideways and of the height up and down."
    )

    def summary(self) -> str:
        return f"up to {self.distance:.0%}"

    def apply(self, numbers: torch.Tensor, work: Geometry) -> None:
        chosen = self._chosen(numbers[0])
        # From middle to edge is 1 in the units of ``Geometry``: the whole picture is 2.
        work.shift(*(spread(n) * chosen * (2.0 * self.distance) for n in numbers[1:]))


@register("scale")
class Scale(_Geometric):
    """Makes what is in pictures larger or smaller, about their middle."""

    title = "Scale"
    numbers = 2

    factor: Annotated[float, Field(ge=1.0, le=10.0)] = Param(
        1.2, unit="×", help="Largest factor: 1.2 makes things up to 1.2 times as large, or as small."
    )

    def summary(self) -> str:
        return f"up to {self.factor:g}×"

    def apply(self, numbers: torch.Tensor, work: Geometry) -> None:
        factor = (spread(numbers[1]) * self._chosen(numbers[0]) * math.log(self.factor)).exp()
        work.stretch(factor, factor)


@register("shear")
class Shear(_Geometric):
    """Slants pictures sideways, up and down."""

    title = "Shear"
    numbers = 3

    degrees: Annotated[float, Field(ge=0.0, le=40.0)] = Param(
        10.0, unit="°", help="Largest slant of upright and of level lines, either way."
    )

    def summary(self) -> str:
        return f"up to {self.degrees:g}°"

    def apply(self, numbers: torch.Tensor, work: Geometry) -> None:
        chosen = self._chosen(numbers[0])
        work.shear(*((spread(n) * chosen * math.radians(self.degrees)).tan() for n in numbers[1:]))


@register("perspective")
class Perspective(_Geometric):
    """Tilts pictures, as if they were seen from the side, from above or from below."""

    title = "Perspective"
    numbers = 3

    strength: Annotated[float, Field(ge=0.0, le=0.45)] = Param(
        0.2, help="Largest tilt: with s, what is near looks up to (1 + s) / (1 - s) times as large as what is far."
    )

    def summary(self) -> str:
        return f"up to {self.strength:g}"

    def apply(self, numbers: torch.Tensor, work: Geometry) -> None:
        chosen = self._chosen(numbers[0])
        work.tilt(*(spread(n) * chosen * self.strength for n in numbers[1:]))


@register("crop")
class Crop(_Geometric):
    """Cuts out a part of pictures and enlarges it to the whole.

    Source: Szegedy et al., Going deeper with convolutions, section 6, https://arxiv.org/abs/1409.4842
    """

    title = "Crop"
    numbers = 5

    smallest: Annotated[float, Field(gt=0.0, le=1.0)] = Param(
        0.7, label="Smallest area", help="Smallest part that may be cut out, as a share of the picture's area."
    )
    stretch: Annotated[float, Field(ge=1.0, le=4.0)] = Param(
        1.2, unit="×", help="Largest change of the proportions: 1 keeps those of the picture."
    )

    def summary(self) -> str:
        return f"{self.smallest:.0%} or more"

    def apply(self, numbers: torch.Tensor, work: Geometry) -> None:
        chosen = self._chosen(numbers[0])
        area = 1.0 - numbers[1] * chosen * (1.0 - self.smallest)
        ratio = (spread(numbers[2]) * chosen * math.log(self.stretch)).exp()
        width, height = (area * ratio).sqrt().clamp(max=1.0), (area / ratio).sqrt().clamp(max=1.0)
        work.crop(width, height, spread(numbers[3]) * (1.0 - width), spread(numbers[4]) * (1.0 - height))
