"""Rows made up for the small classes of a table (SMOTE), from the training rows as a network is fed them."""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np

from ..errors import DataError
from .balance import Smote
from .fed_columns import blank_row, fed_groups
from .preprocess import InputPreprocess
from .raw import Array

MOST_BASE = 5_000
"""Rows of a class between which new ones are made up, at most; of more, a random part."""

MOST_MADE = 100_000_000
"""Values that may be made up."""

_MOST_AT_ONCE = 20_000_000
"""Values that are held beside the result."""


def make_up_rows(rows: Array, labels: Array, how: InputPreprocess, smote: Smote, seed: int) -> tuple[Array, Array]:
    """New rows and their classes: as many as each class needs to reach its size in ``smote.samples``.

    Numbers lie on the straight line between a row of the class and one of its nearest neighbours. Categories, yes-or-no
    columns, and whether a number is missing are taken from what most of these neighbours have. A class of a single row gets
    copies of it.

    Args:
        rows: training rows as the network is fed them (n, width) float32.
        labels: their classes (n,) int64.
        how: how the rows were made.
        smote: how many, from how many neighbours.
        seed: the same seed gives the same rows.

    Returns float32 (m, width) and int64 (m,). Raises ``DataError`` where too many rows would be made up.
    """
    counts = np.bincount(labels)
    missing = smote.samples(counts) - counts
    made_values = int(missing.sum()) * rows.shape[1]
    if made_values > MOST_MADE:
        raise DataError(
            f"SMOTE would make up {int(missing.sum()):,} rows of {rows.shape[1]:,} values",
            f"It may make up {MOST_MADE:,} values",
            "Set its amount lower, or balance by class weights",
            code="data.smote_too_many",
            values={"rows": int(missing.sum()), "columns": rows.shape[1]},
        )
    columns = _Columns(rows, how)
    found: list[Array] = [np.empty((0, rows.shape[1]), dtype=np.float32)]
    classes: list[Array] = [np.empty(0, dtype=np.int64)]
    for label in np.flatnonzero(missing):
        draw = np.random.default_rng([seed, int(label)])
        is_own = labels == label
        made = _of_class(rows, is_own, int(missing[label]), columns=columns, neighbours=smote.neighbours, draw=draw)
        found.append(made)
        classes.append(np.full(len(made), label, dtype=np.int64))
    return np.concatenate(found), np.concatenate(classes)


def _of_class(
    rows: Array, is_own: Array, wanted: int, *, columns: _Columns, neighbours: int, draw: np.random.Generator
) -> Array:
    own = np.flatnonzero(is_own)
    if len(own) == 1:
        return np.repeat(rows[own], wanted, axis=0)
    base = np.sort(draw.choice(own, min(len(own), MOST_BASE), replace=False))
    # The library wants a second class that is not the smaller one; nothing is made of it.
    foil = draw.choice(np.flatnonzero(~is_own), len(base) + 1)
    packed = columns.pack(rows[np.concatenate([base, foil])])
    marks = np.concatenate([np.ones(len(base), dtype=np.int64), np.zeros(len(foil), dtype=np.int64)])
    neighbours = min(neighbours, len(base) - 1)
    at_once = max(1000, _MOST_AT_ONCE // (neighbours * rows.shape[1]))
    parts = []
    for start in range(0, wanted, at_once):
        count = min(at_once, wanted - start)
        sampler = columns.sampler({0: len(foil), 1: len(base) + count}, neighbours, int(draw.integers(2**31)))
        parts.append(columns.unpack(np.asarray(sampler.fit_resample(packed, marks)[0])[len(packed) :]))
    return np.concatenate(parts)


class Sampler(Protocol):
    """What imbalanced-learn's samplers have in common."""

    def fit_resample(self, rows: Any, labels: Any) -> tuple[Any, Any]:
        """The rows, and behind them those that were made up."""


class _Columns:
    """Which of the columns a network is fed are numbers, and which belong together as a category."""

    def __init__(self, rows: Array, how: InputPreprocess) -> None:
        found = fed_groups(how)
        numbers = [group.start for group in found if group.kind == "number"]
        groups = [list(range(group.start, group.stop)) for group in found if group.kind != "number"]
        place = {group.raw: group.start for group in found if group.kind == "number"}
        blank = blank_row(how)
        self._fills = [(g.start, place[g.raw], float(blank[place[g.raw]])) for g in found if g.kind == "missing"]
        # A column of two values is a yes or no, and there is nothing between them.
        plain = [k for k in numbers if len(np.unique(rows[:, k])) > 2]
        groups += [[k] for k in numbers if k not in set(plain)]
        self._numbers, self._groups = plain, [g for g in groups if g]
        self._kinds = [np.unique(rows[:, g], axis=0) for g in self._groups]
        self._width = rows.shape[1]

    def pack(self, rows: Array) -> Array:
        """Rows as numbers and, behind them, a code for each category: (n, numbers + categories) float64."""
        codes = [_code(rows[:, g], kinds) for g, kinds in zip(self._groups, self._kinds, strict=True)]
        return np.column_stack([rows[:, self._numbers].astype(np.float64), *codes])

    def unpack(self, packed: Array) -> Array:
        """The inverse of ``pack``, float32 (n, width)."""
        result = np.empty((len(packed), self._width), dtype=np.float32)
        count = len(self._numbers)
        result[:, self._numbers] = packed[:, :count]
        for place, (group, kinds) in enumerate(zip(self._groups, self._kinds, strict=True)):
            result[:, group] = kinds[packed[:, count + place].astype(np.int64)]
        for indicator, number, fill in self._fills:
            result[result[:, indicator] > 0, number] = fill
        return result

    def sampler(self, wanted: dict[int, int], neighbours: int, seed: int) -> Sampler:
        """What makes up rows of these columns. (imbalanced-learn is imported when it is needed.)"""
        from imblearn.over_sampling import SMOTE, SMOTEN, SMOTENC

        settings = {"sampling_strategy": wanted, "k_neighbors": neighbours, "random_state": seed}
        if not self._groups:
            made: Sampler = SMOTE(**settings)
        elif not self._numbers:
            made = SMOTEN(**settings)
        else:
            first = len(self._numbers)
            made = SMOTENC(categorical_features=list(range(first, first + len(self._groups))), **settings)
        return made


def _code(values: Array, kinds: Array) -> Array:
    """Which of ``kinds`` (k, m), sorted, each row of values (n, m) is."""
    if kinds.shape[1] == 1:
        return np.searchsorted(kinds[:, 0], values[:, 0])
    places = {kind.tobytes(): place for place, kind in enumerate(kinds)}
    return np.array([places[row.tobytes()] for row in np.ascontiguousarray(values)])
