"""What is done about classes with few samples: a family of values, and what each does to the counts. No torch here."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

import numpy as np
from pydantic import Field

from ..values import Kinded, Param, register
from .raw import Array


class Balance(Kinded):
    """Evens out classes of unequal size, in training only: validation and test stay as the data is."""

    family: ClassVar[str] = "balance"
    members: ClassVar[dict[str, type[Balance]]] = {}
    title: ClassVar[str] = ""
    changes: ClassVar[Literal["samples", "loss", "batches", "data"]] = "samples"
    """What it works by: which samples an epoch shows, the loss, the make-up of batches, or made-up samples."""

    def samples(self, counts: Array) -> Array:
        """Samples of each class (K,) in an epoch, int64, from those that there are."""
        return np.asarray(counts, dtype=np.int64)

    def weights(self, counts: Array) -> Array | None:
        """Weight of each class (K,) in the loss, float64, whose mean over the training samples is 1; None for equal ones."""
        return None

    def pull(self, counts: Array) -> Array | None:
        """How strongly a sample of each class (K,) pulls on the answers of a network that knows only how frequent classes
        are, float64; None for the same of all. For methods that change the form of the loss."""
        return None

    def effect(self, counts: Array) -> str:
        """What it does to the loss, in a sentence."""
        raise TypeError(f"{type(self).__name__} does not define effect")


Amount = Annotated[float, Field(gt=0.0, le=1.0)]


@register("none")
class NoBalance(Balance):
    """Every sample counts once."""

    title = "None"

    def effect(self, counts: Array) -> str:
        there = _there(counts)
        share = there.max() / max(1, there.sum())
        return (
            f"Every sample counts once, so the largest class makes up {share:.0%} of the loss "
            f"and the smallest {there.min() / max(1, there.sum()):.1%}."
        )


@register("class_weights")
class ClassWeights(Balance):
    """Weighs the loss of each sample by its class; the samples stay as they are."""

    title = "Class weights"
    changes = "loss"

    method: Literal["inverse", "effective"] = Param(
        "inverse",
        words={"inverse": "Inverse frequency", "effective": "Effective number"},
        help="Inverse frequency: every class counts the same in all. Effective number: milder, as further samples of a "
        "class tell less and less that is new (Cui et al., https://arxiv.org/abs/1901.05555).",
    )
    beta: Annotated[float, Field(ge=0.0, lt=1.0)] = Param(
        0.999, help="Of the effective number: 0 for no weights, towards 1 for those of inverse frequency."
    )

    def used_fields(self) -> tuple[str, ...]:
        """``beta`` matters for the effective number only."""
        return ("method",) if self.method == "inverse" else ("method", "beta")

    def weights(self, counts: Array) -> Array:
        counts = np.asarray(counts, dtype=np.float64)
        known = np.maximum(counts, 1.0)
        if self.method == "inverse":
            return _mean_one(1.0 / known, counts)
        return _mean_one((1.0 - self.beta) / (1.0 - self.beta**known), counts)

    def effect(self, counts: Array) -> str:
        counts = np.asarray(counts)
        weights = self.weights(counts)[counts > 0]
        low, high = weights.min(), weights.max()
        return (
            f"A sample of the smallest class counts {_number(high / low)} times as much in the training loss as one of the "
            f"largest ({_number(high)} against {_number(low)}). The mean weight is 1, so the learning rate keeps its "
            "meaning; validation loss and accuracy are not weighted."
        )


@register("oversample")
class Oversample(Balance):
    """Shows samples of small classes several times in an epoch."""

    title = "Oversample"

    amount: Amount = Param(
        1.0, help="1 brings every class to the size of the largest; less goes only a part of the way."
    )

    def samples(self, counts: Array) -> Array:
        counts = np.asarray(counts, dtype=np.int64)
        return _towards(counts, counts.max(initial=0), self.amount)

    def effect(self, counts: Array) -> str:
        after, there = self.samples(counts), _there(counts)
        most = (after[np.asarray(counts) > 0] / there).max()
        return (
            f"An epoch grows from {there.sum():,} to {after.sum():,} samples; one of the smallest class comes "
            f"{_number(most)} times. In the loss every class counts {'the same' if self.amount == 1 else 'more evenly'}, "
            "but repeated samples are learnt by heart sooner: augmentation helps."
        )


@register("undersample")
class Undersample(Balance):
    """Leaves out samples of large classes, others in every epoch."""

    title = "Undersample"

    amount: Amount = Param(
        1.0, help="1 brings every class to the size of the smallest; less goes only a part of the way."
    )

    def samples(self, counts: Array) -> Array:
        counts = np.asarray(counts, dtype=np.int64)
        return _towards(counts, _there(counts).min(), self.amount)

    def effect(self, counts: Array) -> str:
        after, before = int(self.samples(counts).sum()), int(np.asarray(counts).sum())
        return (
            f"An epoch shrinks from {before:,} to {after:,} samples, drawn anew each time. In the loss every class counts "
            f"{'the same' if self.amount == 1 else 'more evenly'}, but each sample of a large class is seen less often: "
            "train for more epochs."
        )


@register("balanced_batches")
class BalancedBatches(Balance):
    """Makes up every batch of equally many samples of each class."""

    title = "Balanced batches"
    changes = "batches"

    def samples(self, counts: Array) -> Array:
        counts = np.asarray(counts, dtype=np.int64)
        present = int((counts > 0).sum())
        return np.where(counts > 0, -(-int(counts.sum()) // max(1, present)), 0)

    def effect(self, counts: Array) -> str:
        after, there = self.samples(counts), _there(counts)
        each = int(after.max(initial=0))
        return (
            f"An epoch stays at {after.sum():,} samples, {each:,} of each class in turn, so that every batch holds the "
            f"classes equally: one of the smallest class comes {_number(each / max(1, there.min()))} times, one of the "
            f"largest {_number(each / max(1, there.max()))} times. In the loss every class counts the same in every step."
        )


@register("smote")
class Smote(Balance):
    """Makes up rows of small classes between those that there are, for tables.

    Numbers lie between a row and one of its nearest neighbours of the same class; categories are those that most of these
    neighbours have, never fractions.

    Source: Chawla et al., SMOTE, https://arxiv.org/abs/1106.1813
    """

    title = "SMOTE"
    changes = "data"

    amount: Amount = Param(
        1.0, help="1 brings every class to the size of the largest; less goes only a part of the way."
    )
    neighbours: Annotated[int, Field(ge=1, le=50)] = Param(
        5, help="Nearest rows of the same class between which new ones are made up."
    )

    def samples(self, counts: Array) -> Array:
        counts = np.asarray(counts, dtype=np.int64)
        return _towards(counts, counts.max(initial=0), self.amount)

    def effect(self, counts: Array) -> str:
        after, there = self.samples(counts), _there(counts)
        made = int(after.sum() - there.sum())
        return (
            f"An epoch grows from {there.sum():,} to {after.sum():,} samples: {made:,} rows are made up between neighbours of "
            f"the same class. In the loss every class counts {'the same' if self.amount == 1 else 'more evenly'}; what is made "
            "up is learnt as if it were real, so stray rows of a small class weigh much."
        )


@register("focal")
class FocalBalance(Balance):
    """Trains with the focal loss: samples that are answered well count less.

    Source: Lin et al., Focal Loss for Dense Object Detection, https://arxiv.org/abs/1708.02002
    """

    title = "Focal loss"
    changes = "loss"

    gamma: Annotated[float, Field(ge=0.0, le=10.0)] = Param(
        2.0, help="0 changes nothing; the larger, the less a sample counts that is answered well."
    )
    alpha: Literal["equal", "inverse"] = Param(
        "equal",
        words={"equal": "Equal", "inverse": "Inverse frequency"},
        help="Weights of the classes beside it: equal, or by inverse frequency.",
    )

    def weights(self, counts: Array) -> Array | None:
        if self.alpha == "equal":
            return None
        counts = np.asarray(counts, dtype=np.float64)
        return _mean_one(1.0 / np.maximum(counts, 1.0), counts)

    def pull(self, counts: Array) -> Array:
        result: Array = (1.0 - _shares(counts)) ** self.gamma
        return result

    def effect(self, counts: Array) -> str:
        there = np.asarray(counts) > 0
        pull = self.pull(counts)[there]
        ratio = pull.max(initial=0.0) / max(pull.min(initial=1.0), 1e-12)
        return (
            f"A sample that is answered with 90% counts {_number(100 * 0.1**self.gamma)}% of its loss, so that many easy ones "
            "do not drown the others. Where the network knows only how frequent the classes are, one of the smallest counts "
            f"{_number(ratio)} times as much as one of the largest. The loss becomes smaller in all; validation loss is the "
            "plain one."
        )


@register("logit_adjusted")
class LogitAdjustedBalance(Balance):
    """Trains with logits to which tau * log(share of the class) is added, so that small classes need not win by as much.

    Source: Menon et al., Long-tail learning via logit adjustment, https://arxiv.org/abs/2007.07314
    """

    title = "Logit-adjusted"
    changes = "loss"

    tau: Annotated[float, Field(ge=0.0, le=5.0)] = Param(
        1.0, help="0 changes nothing; 1 is right for a mean of the recalls of all classes."
    )

    def pull(self, counts: Array) -> Array:
        shares = _shares(counts) ** self.tau * (np.asarray(counts) > 0)
        result: Array = 1.0 - shares / max(float(shares.sum()), 1e-300)
        return result

    def effect(self, counts: Array) -> str:
        there = _there(counts)
        ahead = self.tau * float(np.log(there.max() / max(1, there.min())))
        return (
            f"While it learns, the largest class starts {_number(ahead)} ahead of the smallest in the logits, which the network "
            "makes up for: its answers are those for equally frequent classes. More of the small classes is found, with more "
            "false alarms. The validation loss is the plain one and may rise; mean recall is what to look at."
        )


def epoch_counts(balance: Balance, counts: Array) -> Array:
    """What each class counts in an epoch of training, float64 (K,): samples seen, times their weight in the loss.

    Where the form of the loss is changed, it is what they pull with at the start, scaled to as many samples as there are.
    """
    weights, pull = balance.weights(counts), balance.pull(counts)
    seen = balance.samples(counts).astype(np.float64)
    if weights is not None:
        seen = seen * weights
    if pull is not None:
        total = float((seen * pull).sum())
        seen = seen * pull * (seen.sum() / total) if total > 0 else seen
    return seen


def _mean_one(weights: Array, counts: Array) -> Array:
    """Weights whose mean over the samples is 1."""
    result: Array = weights * (counts.sum() / max(1e-300, float((weights * counts).sum())))
    return result


def _shares(counts: Array) -> Array:
    """Share of each class in the samples, float64."""
    counts = np.asarray(counts, dtype=np.float64)
    result: Array = counts / max(1.0, float(counts.sum()))
    return result


def _there(counts: Array) -> Array:
    """Counts of the classes that have samples; a single 0 where none has."""
    counts = np.asarray(counts, dtype=np.int64)
    return counts[counts > 0] if (counts > 0).any() else np.zeros(1, dtype=np.int64)


def _towards(counts: Array, goal: int, amount: float) -> Array:
    """Counts moved towards ``goal`` by a share of the way in proportions; classes without samples stay so."""
    known = np.maximum(counts, 1).astype(np.float64)
    moved = np.rint(known * (max(1, int(goal)) / known) ** amount).astype(np.int64)
    return np.where(counts > 0, np.maximum(moved, 1), 0)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
