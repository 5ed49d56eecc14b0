"""Metrics that follow from how many samples of each class were taken for which: no scores are needed.

Means over classes leave out those that the split has no sample of: they say nothing about the network. Where every class is
there all agree with scikit-learn's.
"""

from __future__ import annotations

import numpy as np

from ...data.raw import Array
from .answers import ClassAnswers, Counts, LabelAnswers, Undefined

Counted = ClassAnswers | LabelAnswers


def accuracy(said: ClassAnswers) -> float:
    """Share of the samples whose class is right."""
    return float((said.true == said.chosen).mean())


def macro(each: Array, counts: Counts) -> float:
    """The mean over the classes that the split has."""
    if not counts.present.any():
        raise Undefined("No sample has any of the labels")
    return float(each[counts.present].mean())


def weighted(each: Array, counts: Counts) -> float:
    """The mean over the classes, each by its share of the samples."""
    if not counts.present.any():
        raise Undefined("No sample has any of the labels")
    return float(np.average(each, weights=counts.true))


def recall_macro(said: Counted) -> float:
    """Mean recall of the classes; of single classes it is the balanced accuracy."""
    return macro(said.counts.recall, said.counts)


def precision_macro(said: Counted) -> float:
    """Mean precision of the classes."""
    return macro(said.counts.precision, said.counts)


def f1_macro(said: Counted) -> float:
    """Mean F1 of the classes."""
    return macro(said.counts.f1, said.counts)


def recall_weighted(said: Counted) -> float:
    """Mean recall, each class by its share."""
    return weighted(said.counts.recall, said.counts)


def precision_weighted(said: Counted) -> float:
    """Mean precision, each class by its share."""
    return weighted(said.counts.precision, said.counts)


def f1_weighted(said: Counted) -> float:
    """Mean F1, each class by its share."""
    return weighted(said.counts.f1, said.counts)


def precision_micro(said: Counted) -> float:
    """Share of all that was given that is right; of single classes it is the accuracy."""
    given = int(said.counts.given.sum())
    return int(said.counts.hits.sum()) / given if given else 0.0


def recall_micro(said: Counted) -> float:
    """Share of all that there is that was given; of single classes it is the accuracy."""
    true = int(said.counts.true.sum())
    if not true:
        raise Undefined("No sample has any of the labels")
    return int(said.counts.hits.sum()) / true


def f1_micro(said: Counted) -> float:
    """F1 with everything counted alike; 1 where there is nothing and nothing was given."""
    total = int(said.counts.given.sum() + said.counts.true.sum())
    return 2 * int(said.counts.hits.sum()) / total if total else 1.0


def mcc(said: ClassAnswers) -> float:
    """Matthews' correlation coefficient of several classes: 1 is perfect, 0 no better than chance.

    Source: Gorodkin 2004, https://doi.org/10.1016/j.compbiolchem.2004.09.006
    """
    hits, given, true = _floats(said)
    total = true.sum()
    spread = (total**2 - (given**2).sum()) * (total**2 - (true**2).sum())
    return float((hits.sum() * total - given @ true) / np.sqrt(spread)) if spread > 0 else 0.0


def kappa(said: ClassAnswers) -> float:
    """Cohen's kappa: how far accuracy lies above that of chance, 1 being perfect.

    Source: Cohen 1960, https://doi.org/10.1177/001316446002000104
    """
    hits, given, true = _floats(said)
    total = true.sum()
    chance = given @ true / total**2
    return float((hits.sum() / total - chance) / (1 - chance))


def _floats(said: ClassAnswers) -> tuple[Array, Array, Array]:
    counts = said.counts
    if counts.present.sum() < 2:
        raise Undefined("All samples are of one class: there is nothing to tell apart")
    return counts.hits.astype(np.float64), counts.given.astype(np.float64), counts.true.astype(np.float64)


def f1_of_samples(said: LabelAnswers) -> float:
    """Mean over the samples of how well the labels given and those it has agree; 1 where both are none."""
    both = (said.true & said.given).sum(axis=1)
    sizes = said.true.sum(axis=1) + said.given.sum(axis=1)
    return float(np.where(sizes > 0, 2 * both / np.maximum(1, sizes), 1.0).mean())


def exact_match(said: LabelAnswers) -> float:
    """Share of the samples whose labels are all right."""
    return float((said.true == said.given).all(axis=1).mean())
