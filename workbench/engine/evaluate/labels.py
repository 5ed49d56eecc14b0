"""How well each of several labels is told, and all of them together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..data.labels import THRESHOLD
from ..data.raw import Array


@dataclass(frozen=True)
class LabelScore:
    """One label against its absence, at a threshold: what is what is a table of two by two.

    Attributes:
        name: the label.
        threshold: probability above which it counts as given.
        true_positives, false_positives, false_negatives, true_negatives: samples; they sum to all.
        average_precision: area under the curve of precision over recall, at no particular threshold; NaN where no sample
            has the label.
    """

    name: str
    threshold: float
    true_positives: int
    false_positives: int
    false_negatives: int
    true_negatives: int
    average_precision: float

    @property
    def support(self) -> int:
        """Samples that have the label."""
        return self.true_positives + self.false_negatives

    @property
    def precision(self) -> float:
        """Share of the samples given the label that have it; 0 where none was given it."""
        return self.true_positives / max(1, self.true_positives + self.false_positives)

    @property
    def recall(self) -> float:
        """Share of the samples with the label that are given it; 0 where none has it."""
        return self.true_positives / max(1, self.support)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 where none is right."""
        return 2 * self.true_positives / max(1, 2 * self.true_positives + self.false_positives + self.false_negatives)

    def dump(self) -> dict[str, object]:
        """The JSON form; ``confusion`` has true rows and predicted columns, without the label first."""
        return {
            "name": self.name,
            "threshold": self.threshold,
            "precision": self.precision,
            "recall": self.recall,
            "f1": self.f1,
            "average_precision": None if np.isnan(self.average_precision) else self.average_precision,
            "support": self.support,
            "confusion": [
                [self.true_negatives, self.false_positives],
                [self.false_negatives, self.true_positives],
            ],
        }


def label_scores(
    names: Sequence[str],
    targets: Array,
    probabilities: Array,
    threshold: float = THRESHOLD,
    precisions: Sequence[float] | None = None,
) -> tuple[LabelScore, ...]:
    """The score of each label.

    Args:
        names: of the labels.
        targets: zeros and ones (n, labels).
        probabilities: the same shape.
        threshold: probability above which a label counts as given.
        precisions: average precisions where they are known: they take the longest, and depend on no threshold.
    """
    true, given = targets > 0.5, probabilities > threshold
    if precisions is None:
        precisions = average_precisions(targets, probabilities)
    hits, false = (true & given).sum(axis=0), (~true & given).sum(axis=0)
    misses, rest = (true & ~given).sum(axis=0), (~true & ~given).sum(axis=0)
    return tuple(
        LabelScore(name, threshold, int(hits[k]), int(false[k]), int(misses[k]), int(rest[k]), precision)
        for k, (name, precision) in enumerate(zip(names, precisions, strict=True))
    )


def average_precisions(targets: Array, probabilities: Array) -> list[float]:
    """Of each label, NaN where no sample has it. Source: scikit-learn's ``average_precision_score``."""
    from sklearn.metrics import average_precision_score

    return [
        float(average_precision_score(targets[:, k] > 0.5, probabilities[:, k]))
        if targets[:, k].any()
        else float("nan")
        for k in range(targets.shape[1])
    ]
