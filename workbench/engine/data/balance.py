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

    def samples(self, counts: Array) -> Array:
        """Samples of each class (K,) in an epoch, int64, from those that there are."""
        return np.asarray(counts, dtype=np.int64)

    def weights(self, counts: Array) -> Array | None:
        """Weight of each class (K,) in the loss, float64, whose mean over the training samples is 1; None for equal ones."""
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
            found = 1.0 / known
        else:
            found = (1.0 - self.beta) / (1.0 - self.beta**known)
        result: Array = found * (counts.sum() / max(1e-300, float((found * counts).sum())))
        return result

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


def epoch_counts(balance: Balance, counts: Array) -> Array:
    """What each class counts in an epoch of training, float64 (K,): samples seen, times their weight in the loss."""
    weights = balance.weights(counts)
    seen = balance.samples(counts).astype(np.float64)
    return seen if weights is None else seen * weights


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
