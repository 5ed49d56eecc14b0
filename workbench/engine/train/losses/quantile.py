"""Quantile (pinball) loss."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from ...values import Param, register
from ..recipe import Loss

if TYPE_CHECKING:
    import torch


@register("quantile")
class Quantile(Loss):
    """Answers that are too low cost q, those too high 1 - q, times the difference: the q-quantile is the cheapest answer.

    Predictions (N, width), numbers (N, width). With q = 0.5 it is half the absolute error, and the median is predicted.

    Source: Koenker and Bassett 1978, https://doi.org/10.2307/1913643
    """

    title = "Quantile (pinball)"
    tasks = ("regression",)

    quantile: Annotated[float, Field(gt=0.0, lt=1.0)] = Param(
        0.5, help="The network predicts what this share of the true values lies below: 0.9 is seldom exceeded."
    )

    def each(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Of each sample (N,), the mean over its targets."""
        low = target - logits
        return (self.quantile * low).maximum((self.quantile - 1.0) * low).flatten(1).mean(1)

    def meaning(self) -> str:
        """What predictions mean."""
        return f"Predictions are quantiles: {self.quantile:.12g} of the true values should lie below them"
