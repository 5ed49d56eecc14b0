"""Metrics of scores: how well they put samples in order, and how sure they were of the truth."""

from __future__ import annotations

import numpy as np

from ...data.raw import Array
from .answers import ClassAnswers, LabelAnswers, Undefined


def area_under_roc(true: Array, scores: Array) -> float:
    """Chance that a sample with the label scores higher than one without, ties counting half; (n,) bool and float.

    Source: Fawcett 2006, https://doi.org/10.1016/j.patrec.2005.10.010, by the ranks (Mann and Whitney 1947)
    """
    having = int(true.sum())
    lacking = len(true) - having
    _, place, sizes = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(sizes) - (sizes - 1) / 2)[place]
    return float((ranks[true].sum() - having * (having + 1) / 2) / (having * lacking))


def average_precision_of(true: Array, scores: Array) -> float:
    """Sum over all thresholds of precision times the recall that each adds; (n,) bool and float.

    Source: scikit-learn's ``average_precision_score``
    """
    order = np.argsort(-scores, kind="stable")
    ordered, hits = scores[order], np.cumsum(true[order])
    ends = np.append(np.flatnonzero(np.diff(ordered)), len(ordered) - 1)
    gained = np.diff(hits[ends], prepend=0)
    return float((gained * hits[ends] / (ends + 1)).sum() / hits[-1])


def auroc(said: ClassAnswers) -> float:
    """Area under the ROC curve: with two classes that of the second, with more the mean of each against the rest."""
    return float(np.mean([area_under_roc(true, scores) for true, scores in _against_rest(said)]))


def average_precision(said: ClassAnswers) -> float:
    """Average precision: with two classes that of the second, with more the mean of each against the rest."""
    return float(np.mean([average_precision_of(true, scores) for true, scores in _against_rest(said)]))


def _against_rest(said: ClassAnswers) -> list[tuple[Array, Array]]:
    """For each class that the split has (n,) whether a sample is of it, and its scores; of two only for the second."""
    scores = _scores(said)
    present = np.flatnonzero(said.counts.present)
    if len(present) < 2:
        raise Undefined("All samples are of one class: there is nothing to tell apart")
    if said.classes == 2:
        return [(said.true == 1, scores[:, 1] - scores[:, 0])]
    return [(said.true == k, scores[:, k]) for k in present]


def _scores(said: ClassAnswers | LabelAnswers) -> Array:
    assert said.scores is not None  # whoever asks for such a metric keeps them
    return said.scores


def top_accuracy(k: int, said: ClassAnswers) -> float:
    """Share of the samples whose class is among the ``k`` with the highest scores; of equal ones the first come first."""
    if said.classes <= k:
        raise Undefined(f"There are only {said.classes} classes: the right one is always among the best {k}")
    scores = _scores(said)
    own = scores[np.arange(len(scores)), said.true][:, None]
    earlier = np.arange(said.classes) < said.true[:, None]
    ahead = (scores > own) | ((scores == own) & earlier)
    return float((ahead.sum(axis=1) < k).mean())


def log_loss(said: ClassAnswers | LabelAnswers) -> float:
    """Mean -log of the probability that was given to the truth."""
    if said.surprise is None:
        raise Undefined("The network gives scores, not probabilities")
    return float(said.surprise.mean())


def label_auroc(said: LabelAnswers) -> float:
    """Area under the ROC curve, the mean of the labels that some samples have and some lack."""
    scores = _scores(said)
    having = said.true.sum(axis=0)
    mixed = np.flatnonzero((having > 0) & (having < len(said.true)))
    if not len(mixed):
        raise Undefined("No label is there in some samples and absent in others")
    return float(np.mean([area_under_roc(said.true[:, k], scores[:, k]) for k in mixed]))


def mean_average_precision(said: LabelAnswers) -> float:
    """Average precision, the mean of the labels that some sample has."""
    scores = _scores(said)
    present = np.flatnonzero(said.counts.present)
    if not len(present):
        raise Undefined("No sample has any of the labels")
    return float(np.mean([average_precision_of(said.true[:, k], scores[:, k]) for k in present]))
