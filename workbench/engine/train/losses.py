"""The losses. Each is the mean over the batch, from logits: no loss expects an activation in front of it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from ..values import Param, register
from .recipe import Loss

if TYPE_CHECKING:
    import torch


@register("auto")
class Auto(Loss):
    """Chosen by the task and the network's output: cross-entropy, binary cross-entropy or mean squared error."""

    title = "Automatic"
    tasks = ("classification", "multi_label", "regression", "reconstruction")


@register("cross_entropy")
class CrossEntropy(Loss):
    """Negative log-probability of the true class, with the softmax inside. Logits (N, C), classes (N,).

    Source: Goodfellow, Bengio, Courville, Deep Learning, section 6.2.2.3, https://www.deeplearningbook.org
    """

    title = "Cross-entropy"
    tasks = ("classification",)

    def __call__(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Mean over the batch, a scalar."""
        from torch.nn.functional import cross_entropy

        return cross_entropy(logits, target)

    def each(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Of each sample (N,)."""
        from torch.nn.functional import cross_entropy

        return cross_entropy(logits, target, reduction="none")


@register("binary_cross_entropy")
class BinaryCrossEntropy(Loss):
    """Negative log-probability of a yes or no, with the sigmoid inside. Classes (N,), or shares between 0 and 1 (N, ...).

    With a single unit, logits (N, 1), class 1 is the yes. With several, logits (N, C), each unit answers for its own
    class against all the others, and the mean is over the units too. Labels (N, C) and pictures scaled to 0...1
    (N, C, H, W) are compared unit by unit.

    Source: Goodfellow, Bengio, Courville, Deep Learning, section 6.2.2.2, https://www.deeplearningbook.org
    """

    title = "Binary cross-entropy"
    tasks = ("classification", "multi_label", "reconstruction")

    def __call__(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Mean over the batch, a scalar."""
        from torch.nn.functional import binary_cross_entropy_with_logits

        return binary_cross_entropy_with_logits(logits, _yes_or_no(logits, target))

    def each(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Of each sample (N,), the mean over its units."""
        from torch.nn.functional import binary_cross_entropy_with_logits

        losses = binary_cross_entropy_with_logits(logits, _yes_or_no(logits, target), reduction="none")
        return losses.flatten(1).mean(1)

    def weighted_each(self, logits: torch.Tensor, target: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
        """Of each sample (N,), with the weight of its class, or of having or not having each label."""
        if not target.is_floating_point():
            return super().weighted_each(logits, target, weights)
        from torch.nn.functional import binary_cross_entropy_with_logits

        units = weights[0] + target * (weights[1] - weights[0])
        return binary_cross_entropy_with_logits(logits, target, weight=units, reduction="none").mean(-1)


@register("focal")
class Focal(Loss):
    """Cross-entropy in which samples that are answered well count less: (1 - p)^gamma * -log p, p that of the true class.

    Logits (N, C) with the softmax inside, or (N, 1) with the sigmoid; classes (N,). Made for data with many easy samples of
    one class and few of the others.

    Source: Lin et al., Focal Loss for Dense Object Detection, https://arxiv.org/abs/1708.02002
    """

    title = "Focal loss"
    tasks = ("classification",)

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


@register("logit_adjusted")
class LogitAdjusted(Loss):
    """Cross-entropy of the logits + tau * log(share of the class): small classes need not win by as much while it is learnt.

    Logits (N, C) with the softmax inside, or (N, 1) with the sigmoid; classes (N,). The shares are those of the training
    split. What the network answers is without them: as if all classes were equally frequent.

    Source: Menon et al., Long-tail learning via logit adjustment, https://arxiv.org/abs/2007.07314
    """

    title = "Logit-adjusted loss"
    tasks = ("classification",)

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


def _yes_or_no(logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """Classes (N,) as 0 or 1 for each unit, in the shape and type of the logits; shares as they are."""
    from torch.nn.functional import one_hot

    if target.is_floating_point():
        return target
    units = logits.shape[-1]
    return (target.unsqueeze(-1) if units == 1 else one_hot(target, units)).to(logits.dtype)


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
