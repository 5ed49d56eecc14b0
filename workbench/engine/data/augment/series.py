"""Augmentations of series: values shaken and scaled, time bent, a window enlarged, a stretch hidden."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from ...values import Param, register
from .base import Augmentation, DataKind, Share, Stage, spread

if TYPE_CHECKING:
    import torch

    from .series_work import SeriesWork

KNOTS = 5
"""Places of a series at which a time warp draws a speed."""


class _OfSeries(Augmentation):
    data: ClassVar[DataKind] = "series"
    stage: ClassVar[Stage] = "whole"


@register("jitter")
class Jitter(_OfSeries):
    """Adds a random number of its own to every value (Gaussian), as a poor sensor would.

    Source: Um et al., Data Augmentation of Wearable Sensor Data, https://arxiv.org/abs/1706.00527
    """

    title = "Jitter"
    numbers = 2

    strength: Annotated[float, Field(ge=0.0, le=2.0)] = Param(
        0.1,
        help="Largest standard deviation of the noise, as a share of the deviation of the channel within the sample; each sample "
        "draws one up to it.",
    )

    def summary(self) -> str:
        return f"up to {self.strength:g}"

    def apply(self, numbers: torch.Tensor, work: SeriesWork) -> None:
        work.jitter(numbers[1] * self._chosen(numbers[0]) * self.strength)


@register("scale_values")
class ScaleValues(_OfSeries):
    """Makes the values of a sample larger or smaller. Right where their size does not carry the answer.

    Source: Um et al., Data Augmentation of Wearable Sensor Data, https://arxiv.org/abs/1706.00527
    """

    title = "Scale values"
    numbers = 2

    factor: Annotated[float, Field(ge=1.0, le=10.0)] = Param(
        1.2, unit="×", help="Largest factor: 1.2 makes values up to 1.2 times as large, or as small, as they are fed."
    )

    def summary(self) -> str:
        return f"up to {self.factor:g}×"

    def apply(self, numbers: torch.Tensor, work: SeriesWork) -> None:
        work.scale((spread(numbers[1]) * self._chosen(numbers[0]) * math.log(self.factor)).exp())


@register("time_warp")
class TimeWarp(_OfSeries):
    """Lets time run faster and slower along a sample; beginning and end stay where they are.

    Source: Um et al., Data Augmentation of Wearable Sensor Data, https://arxiv.org/abs/1706.00527
    """

    title = "Time warp"
    numbers = 1 + KNOTS

    strength: Annotated[float, Field(ge=1.0, le=4.0)] = Param(
        1.5, unit="×", help="Largest factor by which time runs faster or slower; it changes smoothly along the sample."
    )

    def summary(self) -> str:
        return f"up to {self.strength:g}×"

    def apply(self, numbers: torch.Tensor, work: SeriesWork) -> None:
        work.warp((spread(numbers[1:]) * self._chosen(numbers[0]) * math.log(self.strength)).exp())


@register("window_slice")
class WindowSlice(_OfSeries):
    """Cuts a window out of a sample and stretches it to the sample's whole length.

    Source: Le Guennec, Malinowski, Tavenard, Data Augmentation for Time Series Classification using Convolutional Neural
    Networks, https://shs.hal.science/halshs-01357973
    """

    title = "Window slice"
    numbers = 3

    smallest: Annotated[float, Field(gt=0.0, le=1.0)] = Param(
        0.8, label="Smallest window", help="Smallest window that may be cut out, as a share of the sample's steps."
    )

    def summary(self) -> str:
        return f"{self.smallest:.0%} or more"

    def apply(self, numbers: torch.Tensor, work: SeriesWork) -> None:
        size = 1.0 - numbers[1] * self._chosen(numbers[0]) * (1.0 - self.smallest)
        work.slice(size, numbers[2])


@register("mask_steps")
class MaskSteps(_OfSeries):
    """Hides a stretch of time: its values become the sample's mean.

    Source: Park et al., SpecAugment, https://arxiv.org/abs/1904.08779 (time masking)
    """

    title = "Mask steps"
    numbers = 3

    probability: Share = Param(0.5, help="Share of the samples that it is done to.")
    longest: Annotated[float, Field(gt=0.0, le=0.9)] = Param(
        0.2, label="Longest stretch", help="Longest stretch that is hidden, as a share of the sample's steps."
    )

    def summary(self) -> str:
        return f"up to {self.longest:.0%}"

    def apply(self, numbers: torch.Tensor, work: SeriesWork) -> None:
        work.mask(numbers[1] * self._chosen(numbers[0]) * self.longest, numbers[2])
