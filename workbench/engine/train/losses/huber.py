"""Losses that are squared for small differences and linear for large ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from ...values import Param, register
from ..recipe import Loss

if TYPE_CHECKING:
    import torch

Threshold = Annotated[float, Field(gt=0.0, le=1e6)]


@register("huber")
class Huber(Loss):
    """Half the squared difference up to delta, and delta * (difference - delta / 2) beyond: outliers pull no harder.

    Predictions (N, width), numbers (N, width).

    Source: Huber 1964, https://doi.org/10.1214/aoms/1177703732
    """

    title = "Huber"
    tasks = ("regression", "reconstruction")

    delta: Threshold = Param(
        1.0,
        help="Difference from which on it grows in a straight line, in the units that the network predicts: deviations "
        "where the target is standardised.",
    )

    def each(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Of each sample (N,), the mean over its targets."""
        from torch.nn.functional import huber_loss

        return huber_loss(logits, target, reduction="none", delta=self.delta).flatten(1).mean(1)


@register("smooth_l1")
class SmoothL1(Loss):
    """The Huber loss divided by its threshold: the absolute difference, rounded off below beta.

    Predictions (N, width), numbers (N, width). The smaller beta, the nearer it is to the mean absolute error.

    Source: Girshick, Fast R-CNN, https://arxiv.org/abs/1504.08083
    """

    title = "Smooth L1"
    tasks = ("regression", "reconstruction")

    beta: Threshold = Param(
        1.0,
        help="Difference below which it is rounded off, in the units that the network predicts: deviations where the target "
        "is standardised.",
    )

    def each(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Of each sample (N,), the mean over its targets."""
        from torch.nn.functional import smooth_l1_loss

        return smooth_l1_loss(logits, target, reduction="none", beta=self.beta).flatten(1).mean(1)
