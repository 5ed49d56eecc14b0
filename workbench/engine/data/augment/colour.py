"""Augmentations that change colours: all of a batch's become one 3 x 4 matrix for each sample."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from ...values import Param, register
from .base import Augmentation, Share, Stage, spread

if TYPE_CHECKING:
    import torch

    from .work import Colour


class _Colouring(Augmentation):
    stage: ClassVar[Stage] = "colour"
    numbers = 2


class _Blend(_Colouring):
    """Blends a picture with something plainer by a factor in 1 - strength to 1 + strength, as ColorJitter does."""

    strength: Annotated[float, Field(ge=0.0, le=1.0)] = Param(
        0.3, help="With 0.3, each sample draws a factor from 0.7 to 1.3; 1 leaves a picture as it is."
    )

    def summary(self) -> str:
        return f"±{self.strength:.0%}"

    def _factor(self, numbers: torch.Tensor) -> torch.Tensor:
        return 1.0 + spread(numbers[1]) * self._chosen(numbers[0]) * self.strength


@register("brightness")
class Brightness(_Blend):
    """Makes pictures lighter or darker: factor * picture."""

    title = "Brightness"

    def apply(self, numbers: torch.Tensor, work: Colour) -> None:
        work.brighten(self._factor(numbers))


@register("contrast")
class Contrast(_Blend):
    """Raises or lowers contrast: factor * picture + (1 - factor) * its mean grey."""

    title = "Contrast"

    def apply(self, numbers: torch.Tensor, work: Colour) -> None:
        work.contrast(self._factor(numbers))


@register("saturation")
class Saturation(_Blend):
    """Makes colours stronger or paler: factor * picture + (1 - factor) * the picture in grey."""

    title = "Saturation"
    of_colour = True

    def apply(self, numbers: torch.Tensor, work: Colour) -> None:
        work.saturate(self._factor(numbers))


@register("hue")
class Hue(_Colouring):
    """Turns all colours along the colour wheel: a rotation of the two chroma axes of YIQ, with the luma kept.

    It is linear, so it joins the other colour changes in one matrix. The hue of HSV, which other libraries turn, is not:
    there a turned colour keeps its largest and smallest channel; here it keeps its brightness.

    Source: FCC NTSC standard, 47 CFR 73.682 (YIQ)
    """

    title = "Hue"
    of_colour = True

    degrees: Annotated[float, Field(ge=0.0, le=180.0)] = Param(
        20.0, unit="°", help="Largest turn of the colour wheel; each sample draws one up to it, either way."
    )

    def summary(self) -> str:
        return f"up to {self.degrees:g}°"

    def apply(self, numbers: torch.Tensor, work: Colour) -> None:
        work.turn(spread(numbers[1]) * self._chosen(numbers[0]) * math.radians(self.degrees))


@register("grey")
class Grey(_Colouring):
    """Takes the colours away, so that a network can't lean on them alone."""

    title = "Grey"
    numbers = 1
    of_colour = True

    probability: Share = Param(0.1, help="Share of the samples that turn grey.")

    def apply(self, numbers: torch.Tensor, work: Colour) -> None:
        work.saturate(1.0 - self._chosen(numbers[0]))
