"""Cross-entropy of yes and no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...values import Fraction, Param, register
from ..recipe import Loss

if TYPE_CHECKING:
    import torch


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
    later = ("label_smoothing",)

    label_smoothing: Fraction = Param(
        0.0,
        help="How far a yes and a no are moved towards one half, so that the network is never asked to be certain; 0.1 makes "
        "them 0.95 and 0.05. For classes and labels.",
    )

    def __call__(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Mean over the batch, a scalar."""
        from torch.nn.functional import binary_cross_entropy_with_logits

        return binary_cross_entropy_with_logits(logits, self._shares(logits, target))

    def each(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Of each sample (N,), the mean over its units."""
        from torch.nn.functional import binary_cross_entropy_with_logits

        losses = binary_cross_entropy_with_logits(logits, self._shares(logits, target), reduction="none")
        return losses.flatten(1).mean(1)

    def weighted_each(self, logits: torch.Tensor, target: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
        """Of each sample (N,), with the weight of its class, or of having or not having each label."""
        if not target.is_floating_point():
            return super().weighted_each(logits, target, weights)
        from torch.nn.functional import binary_cross_entropy_with_logits

        units = weights[0] + target * (weights[1] - weights[0])
        shares = self._shares(logits, target)
        return binary_cross_entropy_with_logits(logits, shares, weight=units, reduction="none").mean(-1)

    def _shares(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """What each unit is to say, in the shape and type of the logits."""
        shares = yes_or_no(logits, target)
        # No tensor is made for the half: it would have to be sent to the device in each step.
        smoothing = self.label_smoothing
        return shares * (1.0 - smoothing) + 0.5 * smoothing if smoothing else shares


def yes_or_no(logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """Classes (N,) as 0 or 1 for each unit, in the shape and type of the logits (N, units); shares as they are."""
    from torch.nn.functional import one_hot

    if target.is_floating_point():
        return target
    units = logits.shape[-1]
    return (target.unsqueeze(-1) if units == 1 else one_hot(target, units)).to(logits.dtype)
