"""How well each class can be told from all others at every threshold: ROC and precision-recall curves, from a whole split."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ..data.raw import Array

MOST_CLASSES = 50
"""Curves are drawn for at most so many classes, those with the most samples."""

MOST_POINTS = 400
"""Points of a curve that are kept for drawing; its area is that of the whole."""


@dataclass(frozen=True)
class Separation:
    """One class against all others.

    Attributes:
        name: of the class.
        positives, negatives: samples that belong to it, and that don't.
        false_alarms, found: (k,) rising from 0 to 1, the ROC curve: which share of the others is taken for the class, and
            which share of the class is found.
        recall, precision: (m,) the same thresholds by recall, rising from 0.
        area: under the ROC curve, the probability that a sample of the class scores higher than one of the others.
        average_precision: mean precision over the recall that each threshold adds.
    """

    name: str
    positives: int
    negatives: int
    false_alarms: Array
    found: Array
    recall: Array
    precision: Array
    area: float
    average_precision: float

    def dump(self) -> dict[str, Any]:
        """The JSON form, without the curves."""
        return {"class": self.name, "auroc": self.area, "average_precision": self.average_precision}


def separations(true: Array, scores: Array, names: tuple[str, ...]) -> tuple[Separation, ...]:
    """Of each class that the split has samples of and samples besides, in order.

    Args:
        true: (n,) int64 class indexes.
        scores: (n, classes) what speaks for each class, probabilities or distances.
        names: of the classes.
    """
    counts = np.bincount(true, minlength=len(names))
    some = [k for k in range(len(names)) if 0 < counts[k] < len(true)]
    most = sorted(sorted(some, key=lambda k: -counts[k])[:MOST_CLASSES])
    made = (separation(names[k], true == k, scores[:, k]) for k in most)
    return tuple(s for s in made if s is not None)


def separation(name: str, positive: Array, scores: Array) -> Separation | None:
    """One class against all others, from (n,) whether samples belong to it and (n,) scores; None without finite scores.

    Samples with equal scores are taken together, so that the order in which they came changes nothing.
    """
    if not np.isfinite(scores).all() or positive.all() or not positive.any():
        return None
    order = np.argsort(-scores, kind="stable")
    belongs, ranked = positive[order], scores[order]
    ends = np.flatnonzero(np.append(ranked[1:] != ranked[:-1], True))
    hits = np.cumsum(belongs)[ends].astype(np.float64)
    taken = (ends + 1).astype(np.float64)
    positives, negatives = int(positive.sum()), int((~positive).sum())
    found = np.concatenate([[0.0], hits / positives])
    alarms = np.concatenate([[0.0], (taken - hits) / negatives])
    precision = hits / taken
    area = float(np.sum(np.diff(alarms) * (found[1:] + found[:-1]) / 2))
    average = float(np.sum(np.diff(found) * precision))
    roc, recall = _thinned(alarms, found), found[1:]
    # The precision at the first threshold holds from a recall of none.
    curve = _thinned(np.concatenate([[0.0], recall]), np.concatenate([precision[:1], precision]))
    return Separation(name, positives, negatives, roc[0], roc[1], curve[0], curve[1], area, average)


def _thinned(x: Array, y: Array) -> tuple[Array, Array]:
    """At most ``MOST_POINTS`` points of a curve, evenly along its length, its ends and corners of few points all kept."""
    if len(x) <= MOST_POINTS:
        return x, y
    length = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
    wanted = np.linspace(0.0, length[-1], MOST_POINTS)
    kept = np.unique(np.clip(np.searchsorted(length, wanted), 0, len(x) - 1))
    return x[kept], y[kept]
