"""Mean squared error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...values import register
from ..recipe import Loss

if TYPE_CHECKING:
    import torch


@register("mse")
class MeanSquaredError(Loss):
    """Mean of the squared differences, over batch and targets. Predictions (N, width), numbers (N, width).

    Source: Bishop, Pattern Recognition and Machine Learning, section 1.2.5
    """

    title = "Mean squared error"
    tasks = ("regression", "reconstruction")

    def __call__(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Mean over batch and targets, a scalar."""
        from torch.nn.functional import mse_loss

        return mse_loss(logits, target)

    def each(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Of each sample (N,), the mean over its targets."""
        return (logits - target).square().flatten(1).mean(1)
