"""Poisson loss of counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...values import register
from ..recipe import Loss

if TYPE_CHECKING:
    import torch


@register("poisson")
class Poisson(Loss):
    """Half the Poisson deviance of counts, the network's numbers being logarithms: exp(z) - y z + y log y - y.

    Predictions (N, width) as logarithms z, counts y (N, width) of 0 or more, not scaled. It is 0 where every prediction
    exp(z) is right, and has the slope of the negative log-likelihood.

    Source: McCullagh and Nelder, Generalized Linear Models, section 6.2;
    https://docs.pytorch.org/docs/stable/generated/torch.nn.PoissonNLLLoss.html
    """

    title = "Poisson"
    tasks = ("regression",)
    link = "exp"

    def each(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Of each sample (N,), the mean over its targets."""
        from torch import xlogy

        return (logits.exp() - target * logits + xlogy(target, target) - target).flatten(1).mean(1)

    def meaning(self) -> str:
        """What predictions mean."""
        return "Predictions are expected counts: the network's numbers are their logarithms"
