"""Mean absolute error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...values import register
from ..recipe import Loss

if TYPE_CHECKING:
    import torch


@register("mae")
class MeanAbsoluteError(Loss):
    """Mean of the absolute differences, over batch and targets; outliers weigh less than in the squared error.

    Predictions (N, width), numbers (N, width).

    Source: Bishop, Pattern Recognition and Machine Learning, section 1.5.5 (the Minkowski loss with q = 1)
    """

    title = "Mean absolute error"
    tasks = ("regression", "reconstruction")

    def __call__(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Mean over batch and targets, a scalar."""
        from torch.nn.functional import l1_loss

        return l1_loss(logits, target)

    def each(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Of each sample (N,), the mean over its targets."""
        return (logits - target).abs().flatten(1).mean(1)
