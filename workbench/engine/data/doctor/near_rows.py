"""Rows that are nearly the same: written with fewer digits, or measured again."""

from __future__ import annotations

import numpy as np

from ..identity import groups_of_equal, input_hashes
from ..raw import Array, RawData, RawInput
from .case import MOST_ROWS, Case, spread

STEP = 0.004
"""Numbers that differ by less than this share of their column's deviation count as the same."""
WIDER = 4.0
"""How the same is asked with a wider step: a chance likeness then shows many times as often, a copy does not."""
FINE = 3
"""A column tells rows apart when at least one value in so many is different."""
FEWEST = 3
"""Columns that tell rows apart, at least: with fewer, likeness means nothing."""


def near_rows(case: Case) -> Array:
    """(n, 2) int64: pairs of rows that are the same up to small differences, and not exactly."""
    nothing = np.empty((0, 2), dtype=np.int64)
    chosen = spread(case.samples, 5 * MOST_ROWS)
    values = case.part.values
    exact, scaled, fine = [], [], 0
    for k in range(values.shape[1]):
        column = values[chosen, k].astype(np.float64)
        if case.part.categories and case.part.categories[k]:
            exact.append(np.nan_to_num(column, nan=-1.0))
            continue
        missing = np.isnan(column)
        deviation = float(column[~missing].std()) if not missing.all() else 0.0
        if deviation > 0.0:
            scaled.append(np.where(missing, 1e6, (column - np.nanmean(column)) / deviation))
            fine += len(np.unique(column)) * FINE >= len(column)
    if fine < FEWEST:
        return nothing
    numbers = np.stack(scaled, axis=1)
    fixed = np.stack(exact, axis=1) if exact else np.empty((len(chosen), 0))
    found = _alike(numbers, fixed, STEP, case)
    if not len(found):
        return nothing
    wider = _alike(numbers, fixed, STEP * WIDER, case)
    # By chance alone, a step so much wider would find dozens of times as many.
    return nothing if len(wider) > 2 * len(found) + 2 else chosen[found]


def _alike(numbers: Array, fixed: Array, step: float, case: Case) -> Array:
    """Pairs whose numbers all differ by less than ``step`` and whose fixed columns are equal; exact copies left out."""
    pairs = []
    # Two grids, shifted by half a cell: what lies close together shares a cell of one of them nearly always.
    for turn, shift in enumerate((0.0, 0.5)):
        case.tick(0.5 * turn)
        cells = np.concatenate([np.floor(numbers / (2.0 * step) + shift), fixed], axis=1)
        places, group = groups_of_equal(_numbered(cells))
        if not len(places):
            continue
        first = np.concatenate([[True], np.diff(group) != 0])
        # Neighbours in a group; and the first with all others.
        pairs.append(np.stack([places[:-1], places[1:]], axis=1)[~first[1:]])
        start = np.maximum.accumulate(np.where(first, np.arange(len(group)), 0))
        pairs.append(np.stack([places[start[~first]], places[~first]], axis=1))
    if not pairs:
        return np.empty((0, 2), dtype=np.int64)
    every = np.unique(np.sort(np.concatenate(pairs), axis=1), axis=0)
    apart = np.abs(numbers[every[:, 0]] - numbers[every[:, 1]]).max(axis=1)
    result: Array = every[(apart < step) & (apart > 0.0)]
    return result


def _numbered(cells: Array) -> Array:
    """The same number for the same row (n,) uint64."""
    return input_hashes(RawData("", {"x": RawInput("table", cells)}, {}), np.arange(len(cells)))
