"""The losses. Each is the mean over the batch, from logits: no loss expects an activation in front of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..values import register
from .recipe import Loss

if TYPE_CHECKING:
    import torch


@register("auto")
class Auto(Loss):
    """Chosen by the task and the network's output: cross-entropy, binary cross-entropy or mean squared error."""

    title = "Automatic"
    tasks = ("classification", "regression")


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
        """Of each sample, (N,)."""
        from torch.nn.functional import cross_entropy

        return cross_entropy(logits, target, reduction="none")

    def weighted(self, logits: torch.Tensor, target: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
        """Mean over the batch of weight * loss. (torch's own mean divides by the batch's sum of weights, which makes a
        sample's say depend on who else is in the batch.)"""
        from torch.nn.functional import cross_entropy

        return cross_entropy(logits, target, weight=weights, reduction="sum") / len(target)


@register("binary_cross_entropy")
class BinaryCrossEntropy(Loss):
    """Negative log-probability of a yes or no, with the sigmoid inside. Classes (N,).

    With a single unit, logits (N, 1), class 1 is the yes. With several, logits (N, C), each unit answers for its own
    class against all the others, and the mean is over the units too.

    Source: Goodfellow, Bengio, Courville, Deep Learning, section 6.2.2.2, https://www.deeplearningbook.org
    """

    title = "Binary cross-entropy"
    tasks = ("classification",)

    def __call__(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Mean over the batch, a scalar."""
        from torch.nn.functional import binary_cross_entropy_with_logits, one_hot

        units = logits.shape[-1]
        wanted = target.unsqueeze(-1) if units == 1 else one_hot(target, units)
        return binary_cross_entropy_with_logits(logits, wanted.to(logits.dtype))

    def each(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Of each sample, the mean over its units, (N,)."""
        from torch.nn.functional import binary_cross_entropy_with_logits, one_hot

        units = logits.shape[-1]
        wanted = target.unsqueeze(-1) if units == 1 else one_hot(target, units)
        return binary_cross_entropy_with_logits(logits, wanted.to(logits.dtype), reduction="none").mean(-1)

    def weighted(self, logits: torch.Tensor, target: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
        """Mean over batch and units of weight * loss; all units of a sample share its class's weight."""
        from torch.nn.functional import binary_cross_entropy_with_logits, one_hot

        units = logits.shape[-1]
        wanted = target.unsqueeze(-1) if units == 1 else one_hot(target, units)
        each = weights.index_select(0, target).unsqueeze(-1)
        return binary_cross_entropy_with_logits(logits, wanted.to(logits.dtype), weight=each)


@register("mse")
class MeanSquaredError(Loss):
    """Mean of the squared differences, over batch and targets. Predictions (N, width), numbers (N, width).

    Source: Bishop, Pattern Recognition and Machine Learning, section 1.2.5
    """

    title = "Mean squared error"
    tasks = ("regression",)

    def __call__(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Mean over batch and targets, a scalar."""
        from torch.nn.functional import mse_loss

        return mse_loss(logits, target)

    def each(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Of each sample, the mean over its targets, (N,)."""
        from torch.nn.functional import mse_loss

        return mse_loss(logits, target, reduction="none").mean(-1)


@register("mae")
class MeanAbsoluteError(Loss):
    """Mean of the absolute differences, over batch and targets; outliers weigh less than in the squared error.

    Predictions (N, width), numbers (N, width).

    Source: Bishop, Pattern Recognition and Machine Learning, section 1.5.5 (the Minkowski loss with q = 1)
    """

    title = "Mean absolute error"
    tasks = ("regression",)

    def __call__(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Mean over batch and targets, a scalar."""
        from torch.nn.functional import l1_loss

        return l1_loss(logits, target)

    def each(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Of each sample, the mean over its targets, (N,)."""
        from torch.nn.functional import l1_loss

        return l1_loss(logits, target, reduction="none").mean(-1)
