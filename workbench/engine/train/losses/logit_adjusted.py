"""Logit-adjusted loss."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from ...values import Param, register
from ..recipe import Loss
from .binary import BinaryCrossEntropy
from .cross_entropy import CrossEntropy

if TYPE_CHECKING:
    import torch


@register("logit_adjusted")
class LogitAdjusted(Loss):
    """Cross-entropy of the logits + tau * log(share of the class): small classes need not win by as much while it is learnt.

    Logits (N, C) with the softmax inside, or (N, 1) with the sigmoid; classes (N,). The shares are those of the training
    split. What the network answers is without them: as if all classes were equally frequent.

    Source: Menon et al., Long-tail learning via logit adjustment, https://arxiv.org/abs/2007.07314
    """

    title = "Logit-adjusted loss"
    tasks = ("classification", "tagging")

    tau: Annotated[float, Field(ge=0.0, le=5.0)] = Param(
        1.0, help="0 is cross-entropy; 1 is right for a mean of the recalls of all classes."
    )

    def each(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Of each sample (N,), from logits that were shifted already."""
        return (BinaryCrossEntropy() if logits.shape[-1] == 1 else CrossEntropy()).each(logits, target)

    def shift(self, counts: Sequence[int], units: int) -> tuple[float, ...]:
        """tau * log share of each class; of class 1 against class 0 where there is a single unit."""
        return prior_shift(counts, units, self.tau)


def prior_shift(counts: Sequence[float], units: int, tau: float) -> tuple[float, ...]:
    """tau * log(share) of each class (units,), or the difference of two (1,); a class without samples counts as half a one."""
    if not counts or units not in (1, len(counts)):
        return ()
    known = [max(count, 0.5) for count in counts]
    shares = [tau * math.log(count / sum(known)) for count in known]
    return (shares[1] - shares[0],) if units == 1 else tuple(shares)
