"""Cross-entropy of several classes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...values import Fraction, Param, register
from ..recipe import Loss

if TYPE_CHECKING:
    import torch


@register("cross_entropy")
class CrossEntropy(Loss):
    """Negative log-probability of the true class, with the softmax inside. Logits (N, C), classes (N,).

    Source: Goodfellow, Bengio, Courville, Deep Learning, section 6.2.2.3, https://www.deeplearningbook.org; label smoothing:
    Szegedy et al., https://arxiv.org/abs/1512.00567, section 7
    """

    title = "Cross-entropy"
    tasks = ("classification", "tagging")
    later = ("label_smoothing",)

    label_smoothing: Fraction = Param(
        0.0,
        help="Share of the true class that is spread over all classes, so that the network is never asked to be certain; "
        "0.1 is usual. Probabilities come out less extreme than they are.",
    )

    def __call__(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Mean over the batch, a scalar."""
        from torch.nn.functional import cross_entropy

        return cross_entropy(logits, target, label_smoothing=self.label_smoothing)

    def each(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Of each sample (N,)."""
        from torch.nn.functional import cross_entropy

        return cross_entropy(logits, target, reduction="none", label_smoothing=self.label_smoothing)
