"""One change out of fourteen for each sample, of a strength that is drawn as well: nothing to be tuned."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from ...values import Param, register
from .base import Augmentation, Stage

if TYPE_CHECKING:
    import torch

    from .work import Colour, Finish, Geometry

WAYS = (
    "identity",
    "shear_x",
    "shear_y",
    "shift_x",
    "shift_y",
    "rotate",
    "brightness",
    "contrast",
    "saturation",
    "sharpness",
    "posterize",
    "solarize",
    "autocontrast",
    "equalize",
)
"""What may be done to a sample, each as likely as the others."""

FARTHEST_PIXELS, FARTHEST = 32.0, 0.45
"""Largest shift: so many pixels, but no more than this share of the picture."""


@register("trivial_augment")
class TrivialAugment(Augmentation):
    """Does one change to each picture, drawn from fourteen, at a strength that is drawn too: nothing has to be tuned.

    Nothing, shear or shift sideways or up and down, rotation up to 135°, brightness, contrast, saturation, sharpness, fewer
    tones, inverted light tones, stretched contrast, evened tones: the wide space of the paper, with the strength drawn from all
    numbers instead of 31 steps. Shifts reach 32 pixels, and 45 % of the picture at most.

    Source: Müller and Hutter, TrivialAugment, https://arxiv.org/abs/2103.10158
    """

    title = "TrivialAugment"
    stage: ClassVar[Stage] = "any"
    numbers = 4

    strength: Annotated[float, Field(gt=0.0, le=1.0)] = Param(
        1.0, help="1 is the paper's wide space; less makes the largest strength of every change smaller."
    )

    def summary(self) -> str:
        return "" if self.strength == 1.0 else f"up to {self.strength:.0%}"

    def apply(self, numbers: torch.Tensor, work: Geometry | Colour | Finish) -> None:
        from .work import Colour, Geometry

        draw = _Draw(self._chosen(numbers[0]), (numbers[1] * len(WAYS)).long(), numbers[2] * self.strength, numbers[3])
        if isinstance(work, Geometry):
            _move(work, draw)
        elif isinstance(work, Colour):
            for way, change in (
                ("brightness", work.brighten),
                ("contrast", work.contrast),
                ("saturation", work.saturate),
            ):
                change(1.0 + 0.99 * draw.signed(way))
        else:
            _finish(work, draw)


class _Draw:
    """What each sample gets, by way: 0 for the samples that get another."""

    def __init__(self, chosen: torch.Tensor, which: torch.Tensor, strength: torch.Tensor, side: torch.Tensor) -> None:
        self._chosen, self._which, self.strength = chosen, which.clamp(max=len(WAYS) - 1), strength
        self._sign = 1.0 - 2.0 * (side < 0.5).to(strength.dtype)

    def on(self, way: str) -> torch.Tensor:
        """1 for the samples that are changed this way, 0 for the others (N,)."""
        return self._chosen * (self._which == WAYS.index(way)).to(self._chosen.dtype)

    def signed(self, way: str) -> torch.Tensor:
        """Strength with a sign, in -1 to 1."""
        return self.on(way) * self._sign * self.strength


def _move(work: Geometry, draw: _Draw) -> None:
    work.shear(0.99 * draw.signed("shear_x"), 0.99 * draw.signed("shear_y"))
    work.rotate(math.radians(135.0) * draw.signed("rotate"))
    height, width = work.size
    # The whole picture is 2.
    across, along = (2.0 * min(FARTHEST_PIXELS / side, FARTHEST) for side in (width, height))
    work.shift(across * draw.signed("shift_x"), along * draw.signed("shift_y"))


def _finish(work: Finish, draw: _Draw) -> None:
    from .tones import even_tones, posterize, sharpen, solarize, stretch_tones

    work.change(draw.on("sharpness"), sharpen, 1.0 + 0.99 * draw.signed("sharpness"))
    work.change(draw.on("posterize"), posterize, 8.0 - (6.0 * draw.strength).round())
    work.change(draw.on("solarize"), solarize, 1.0 - draw.strength)
    work.change(draw.on("autocontrast"), stretch_tones)
    work.change(draw.on("equalize"), even_tones)
