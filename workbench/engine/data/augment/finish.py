"""Augmentations that are neither one transformation nor one matrix: blur, noise, erasing."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from ...values import Param, register
from .base import Augmentation, Share

if TYPE_CHECKING:
    import torch

    from .work import Finish


@register("blur")
class Blur(Augmentation):
    """Makes pictures unsharp by a Gaussian."""

    title = "Blur"
    numbers = 2

    probability: Share = Param(0.3, help="Share of the samples that it is done to.")
    sigma: Annotated[float, Field(gt=0.0, le=50.0)] = Param(
        1.0, unit="px", help="Largest standard deviation of the Gaussian; each sample draws one up to it."
    )

    def summary(self) -> str:
        return f"up to {self.sigma:g} px"

    def apply(self, numbers: torch.Tensor, work: Finish) -> None:
        work.blur(numbers[1] * self._chosen(numbers[0]) * self.sigma)


@register("noise")
class Noise(Augmentation):
    """Adds a random number of its own to every value of pictures (Gaussian)."""

    title = "Noise"
    numbers = 2

    probability: Share = Param(0.5, help="Share of the samples that it is done to.")
    strength: Annotated[float, Field(ge=0.0, le=1.0)] = Param(
        0.05, help="Largest standard deviation of the noise, where black is 0 and white 1; each sample draws one."
    )

    def summary(self) -> str:
        return f"up to {self.strength:g}"

    def apply(self, numbers: torch.Tensor, work: Finish) -> None:
        work.noise(numbers[1] * self._chosen(numbers[0]) * self.strength)


@register("erase")
class Erase(Augmentation):
    """Covers a rectangle of pictures, so that a network learns to look everywhere.

    Source: Zhong et al., Random Erasing Data Augmentation, https://arxiv.org/abs/1708.04896
    """

    title = "Erase"
    numbers = 5

    probability: Share = Param(0.3, help="Share of the samples that it is done to.")
    area: Annotated[float, Field(gt=0.0, le=0.9)] = Param(
        0.2, label="Largest area", help="Largest rectangle, as a share of the picture; the smallest is a tenth of it."
    )
    fill: Literal["mean", "black", "noise"] = Param(
        "mean",
        words={"mean": "Mean colour"},
        help="What covers it: the picture's mean colour, black, or random values.",
    )

    def summary(self) -> str:
        return f"up to {self.area:.0%}"

    def apply(self, numbers: torch.Tensor, work: Finish) -> None:
        area = self.area * (0.1 + 0.9 * numbers[1])
        ratio = ((2.0 * numbers[2] - 1.0) * math.log(3.0)).exp()
        chosen = self._chosen(numbers[0])
        width, height = (area * ratio).sqrt().clamp(max=1.0), (area / ratio).sqrt().clamp(max=1.0)
        work.erase(width * chosen, height * chosen, numbers[3], numbers[4], self.fill)
