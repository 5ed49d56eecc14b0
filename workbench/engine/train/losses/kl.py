"""Kullback-Leibler divergence of shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...values import register
from ..recipe import Loss

if TYPE_CHECKING:
    import torch


@register("kl_divergence")
class KLDivergence(Loss):
    """How far predicted shares are from the true ones: the sum of t * log(t / p), p being the softmax of the logits.

    Logits (N, width), shares t (N, width) of 0 or more that add up to 1, not scaled; two targets or more. (Of classes it
    would be cross-entropy.)

    Source: Kullback and Leibler 1951, https://doi.org/10.1214/aoms/1177729694
    """

    title = "KL divergence"
    tasks = ("regression",)
    link = "softmax"

    def each(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Of each sample (N,), the sum over its shares."""
        from torch.nn.functional import kl_div, log_softmax

        return kl_div(log_softmax(logits, dim=-1), target, reduction="none").sum(-1)

    def meaning(self) -> str:
        """What predictions mean."""
        return "Predictions are shares that add up to 1"
