"""Hinge losses: with weight decay, and an Output that a Dense layer enters, they train a support vector machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ...values import Param, register
from ..recipe import Loss
from .binary import yes_or_no

if TYPE_CHECKING:
    import torch


class _Margins(Loss):
    """What the hinge losses share."""

    tasks = ("classification",)
    link = "none"

    classes: Literal["one_vs_rest", "crammer_singer"] = Param(
        "one_vs_rest",
        label="Several classes",
        words={"one_vs_rest": "one against the rest", "crammer_singer": "against the best other (Crammer-Singer)"},
        help="With one unit for each class: each answers for its class against the rest, or the true class must stand out "
        "from the best of the others. Without effect on a single unit.",
    )

    def margins(self, logits: torch.Tensor) -> torch.Tensor:
        """Scores (N, C), against the best of the others where only that was learnt."""
        if self.classes == "one_vs_rest":
            return logits
        best = logits.topk(2, dim=-1).values
        first, second = best[..., :1], best[..., 1:]
        return logits - second.where(logits == first, first)

    def meaning(self) -> str:
        """What scores mean."""
        return (
            "Scores are distances from the border between classes, not probabilities: the class with the highest score "
            "is chosen"
        )

    def _missing(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """How much each margin lacks to 1, (N, units) or (N, 1), 0 or more."""
        from torch.nn.functional import one_hot

        units = logits.shape[-1]
        if units == 1 or self.classes == "one_vs_rest":
            signs = 2.0 * yes_or_no(logits, target) - 1.0
            return (1.0 - signs * logits).clamp(min=0.0)
        own = logits.gather(-1, target.unsqueeze(-1))
        best = logits.masked_fill(one_hot(target, units).bool(), float("-inf")).amax(-1, keepdim=True)
        return (1.0 + best - own).clamp(min=0.0)


@register("hinge")
class Hinge(_Margins):
    """What a margin lacks to 1: max(0, 1 - y * score), y being 1 or -1. Scores (N, 1) or (N, C), classes (N,).

    With a single unit class 1 is the 1. With several, the sum over one machine for each class against the rest, as in
    scikit-learn's LinearSVC; or 1 + the best other score - that of the true class (Crammer and Singer). With plain weight
    decay d, N training samples and full batches it has the solution of a support vector machine with C = 1 / (N * d).

    Source: Cortes and Vapnik 1995, https://doi.org/10.1007/BF00994018; Crammer and Singer 2001,
    https://jmlr.org/papers/v2/crammer01a.html
    """

    title = "Hinge (SVM)"

    def each(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Of each sample (N,), the sum over its machines."""
        return self._missing(logits, target).sum(-1)


@register("squared_hinge")
class SquaredHinge(_Margins):
    """The hinge loss with each lack squared: smooth, and harder on what is far on the wrong side.

    Scores (N, 1) or (N, C), classes (N,); as ``hinge``. With plain weight decay d, N training samples and full batches it has
    the solution of scikit-learn's LinearSVC with C = 1 / (N * d).

    Source: Tang, Deep Learning using Linear Support Vector Machines, https://arxiv.org/abs/1306.0239
    """

    title = "Squared hinge (SVM)"

    def each(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Of each sample (N,), the sum over its machines."""
        return self._missing(logits, target).square().sum(-1)
