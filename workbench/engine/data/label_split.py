"""Dividing samples that carry any number of labels, so that every label keeps its share in every part."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from .raw import Array


def draw_labelled(seed: int, labels: Array, sizes: Mapping[str, int]) -> Array:
    """The part of each sample: 0 train, 1 test, 2 validation; the sizes are reached exactly.

    Iterative stratification: the label with the fewest samples left is divided first, as there is least choice about
    it. The test part is drawn before the validation part and does not depend on it.

    Args:
        seed: same seed, same parts.
        labels: zeros and ones (n, labels).
        sizes: samples of "test" and "validation".

    Source: Sechidis, Tsoumakas, Vlahavas, On the Stratification of Multi-Label Data, ECML PKDD 2011
    """
    # RandomState, not default_rng: its streams never change between versions of numpy.
    random = np.random.RandomState(seed)
    drawn = np.zeros(len(labels), dtype=np.int64)
    given = labels > 0.5
    for number, name in ((1, "test"), (2, "validation")):
        pool = np.flatnonzero(drawn == 0)
        pool = pool[random.permutation(len(pool))]
        drawn[pool[_take(given[pool], sizes[name])]] = number
    return drawn


def _take(given: Array, count: int) -> Array:
    """Places of ``count`` samples of (n, labels) bool in which each label has about its share; n is more than ``count``."""
    total = len(given)
    if count == 0:
        return np.empty(0, dtype=np.int64)
    share = count / total
    wanted = given.sum(axis=0) * share
    taken = np.zeros(total, dtype=bool)
    left = np.ones(total, dtype=bool)
    rest = given.sum(axis=0)
    while (rest > 0).any():
        label = int(np.where(rest > 0, rest, total + 1).argmin())
        places = np.flatnonzero(left & given[:, label])
        # Rounded first, because the last bits differ between machines. A label of one sample goes to training.
        number = min(int(np.floor(max(0.0, round(float(wanted[label]), 9)) + 0.5)), len(places) - (len(places) == 1))
        number = min(number, count - int(taken.sum()))
        chosen = _fitting(given, places, wanted, number)
        taken[chosen] = True
        wanted = wanted - given[chosen].sum(axis=0)
        left[places] = False
        rest = rest - given[places].sum(axis=0)
    missing = count - int(taken.sum())
    if missing > 0:
        # What has no label fills up; then whatever has the fewest.
        free = np.flatnonzero(~taken)
        taken[free[np.argsort(given[free].sum(axis=1), kind="stable")][:missing]] = True
    return np.flatnonzero(taken)


def _fitting(given: Array, places: Array, wanted: Array, number: int) -> Array:
    """Of samples with a label, ``number`` whose further labels are wanted most; the order decides between equal ones."""
    if number <= 0:
        return places[:0]
    if number >= len(places):
        return places
    # Samples with the same labels are exchangeable: each set of labels gives about its share.
    sets, inverse, counts = np.unique(given[places], axis=0, return_inverse=True, return_counts=True)
    inverse = inverse.reshape(-1)
    exact = counts * (number / len(places))
    quota = np.floor(np.round(exact, 9)).astype(np.int64)
    need = sets @ np.maximum(wanted, 0.0)
    order = np.lexsort((np.arange(len(sets)), -np.round(need, 9), -np.round(exact - quota, 9)))
    for k in order[: number - int(quota.sum())]:
        quota[k] += 1
    rank = np.empty(len(places), dtype=np.int64)
    by_set = np.argsort(inverse, kind="stable")
    starts = np.cumsum(counts) - counts
    rank[by_set] = np.arange(len(places)) - np.repeat(starts, counts)
    return places[rank < quota[inverse]]


def rarest_labels(labels: Array) -> Array:
    """For each sample the rarest of its labels, counted from 1, and 0 for one without any (n,) int64: a single class that
    stands for all of them where only one can be kept in proportion."""
    given = labels > 0.5
    counts = given.sum(axis=0)
    rank = np.argsort(counts, kind="stable")
    first = given[:, rank].argmax(axis=1)
    return np.where(given.any(axis=1), rank[first] + 1, 0).astype(np.int64)
