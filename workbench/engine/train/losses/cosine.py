"""Cosine loss."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...values import register
from ..recipe import Loss

if TYPE_CHECKING:
    import torch


@register("cosine")
class Cosine(Loss):
    """1 - the cosine of the angle between predicted and true numbers: only their direction counts, not their size.

    Predictions (N, width), numbers (N, width); two targets or more. From 0, the same direction, to 2, the opposite one.

    Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.CosineEmbeddingLoss.html
    """

    title = "Cosine"
    tasks = ("regression",)

    def each(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Of each sample (N,)."""
        from torch.nn.functional import cosine_similarity

        return 1.0 - cosine_similarity(logits, target, dim=-1)

    def meaning(self) -> str:
        """What predictions mean."""
        return "Only the direction of the predictions was learnt: their size, and errors in units, mean nothing"
