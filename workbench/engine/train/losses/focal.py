"""Focal loss."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from ...values import Param, register
from ..recipe import Loss

if TYPE_CHECKING:
    import torch


@register("focal")
class Focal(Loss):
    """Cross-entropy in which samples that are answered well count less: (1 - p)^gamma * -log p, p that of the true class.

    Logits (N, C) with the softmax inside, or (N, 1) with the sigmoid; classes (N,). Made for data with many easy samples of
    one class and few of the others.

    Source: Lin et al., Focal Loss for Dense Object Detection, https://arxiv.org/abs/1708.02002
    """

    title = "Focal loss"
    tasks = ("classification", "tagging")

    gamma: Annotated[float, Field(ge=0.0, le=10.0)] = Param(
        2.0, help="0 is cross-entropy; the larger, the less a sample counts that is answered well."
    )
    alpha: Annotated[float, Field(gt=0.0, lt=1.0)] | None = Param(
        None,
        help="With two classes: what the second one counts; the first counts 1 - alpha. Weights for more classes are given "
        "by the balance of the data.",
    )

    def each(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Of each sample (N,)."""
        from torch.nn.functional import log_softmax, logsigmoid

        if logits.shape[-1] == 1:
            sign = 2.0 * target.to(logits.dtype) - 1.0
            certain = logsigmoid(sign * logits.squeeze(-1))
        else:
            certain = log_softmax(logits, dim=-1).gather(-1, target.unsqueeze(-1)).squeeze(-1)
        # 1 - p by expm1, and away from 0: the slope of x^gamma is infinite there for a gamma below 1.
        missed = (-certain.expm1()).clamp(min=1e-12)
        losses = -(missed**self.gamma) * certain
        if self.alpha is not None and logits.shape[-1] <= 2:
            second = target.to(losses.dtype)
            losses = losses * (self.alpha * second + (1.0 - self.alpha) * (1.0 - second))
        return losses
