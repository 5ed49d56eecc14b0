"""Missing numbers taken from similar rows of the training split."""

from __future__ import annotations

import numpy as np

from .preprocess import Neighbours
from .raw import Array

MOST_ROWS = 256
MOST_NUMBERS = 20_000
"""Rows, and numbers in them, that are kept to look for similar ones among."""
_AT_ONCE = 512


def learn_neighbours(values: Array, basis: tuple[int, ...], columns: tuple[int, ...]) -> Neighbours:
    """The rows to look among: raw training rows (n, columns), evenly taken.

    ``basis`` are the columns that tell how similar two rows are, ``columns`` those whose gaps are filled.
    """
    numbers = values[:, basis].astype(np.float64)
    rows = max(1, min(MOST_ROWS, MOST_NUMBERS // max(1, len(basis))))
    # Rows that know something about the gaps come first; a row without is no help.
    useful = np.flatnonzero(~np.isnan(values[:, columns]).all(axis=1))
    if len(useful) > rows:
        useful = useful[np.linspace(0, len(useful) - 1, rows).astype(np.int64)]
    spread = np.array([column[~np.isnan(column)].std() if (~np.isnan(column)).any() else 0.0 for column in numbers.T])
    weights = np.where(spread > 1e-30, 1 / np.where(spread > 1e-30, spread, 1), 0.0)
    kept = values[useful][:, basis].astype(np.float32)
    return Neighbours(
        basis=basis,
        columns=columns,
        weights=tuple(float(v) for v in weights.astype(np.float32)),
        rows=tuple(tuple(None if np.isnan(v) else float(v) for v in row) for row in kept),
    )


def fill_from_neighbours(values: Array, how: Neighbours) -> Array:
    """Raw rows (n, columns) with the gaps of ``how.columns`` filled by the mean of the most similar rows, as a new array.

    The distance is over the numbers that both rows have, as scikit-learn's ``nan_euclidean_distances``. A gap stays where
    no row has anything in common.
    """
    gaps = np.isnan(values[:, how.columns]).any(axis=1)
    if not gaps.any() or not how.rows:
        return values
    values = values.copy()
    known = np.array([[np.nan if v is None else v for v in row] for row in how.rows], dtype=np.float64)
    weights = np.asarray(how.weights, dtype=np.float64)
    reference, there = np.nan_to_num(known * weights), ~np.isnan(known)
    at = {column: place for place, column in enumerate(how.basis)}
    needy = np.flatnonzero(gaps)
    for start in range(0, len(needy), _AT_ONCE):
        rows = needy[start : start + _AT_ONCE]
        asked = values[rows][:, how.basis].astype(np.float64)
        held = ~np.isnan(asked)
        scaled = np.nan_to_num(asked * weights)
        common = held.astype(np.float64) @ there.T.astype(np.float64)
        squares = (scaled**2) @ there.T + held @ (reference**2).T - 2 * scaled @ reference.T
        with np.errstate(divide="ignore", invalid="ignore"):
            distance = np.where(common > 0, np.maximum(squares, 0) / common, np.inf)
        for column in how.columns:
            place = at[column]
            lacking = np.flatnonzero(~held[:, place])
            donors = np.flatnonzero(there[:, place])
            if not len(lacking) or not len(donors):
                continue
            near = distance[np.ix_(lacking, donors)]
            chosen = np.argsort(near, axis=1, kind="stable")[:, : how.count]
            reached = np.isfinite(np.take_along_axis(near, chosen, axis=1))
            found = np.where(reached, known[donors, place][chosen], 0).sum(axis=1) / np.maximum(reached.sum(axis=1), 1)
            values[rows[lacking], column] = np.where(reached.any(axis=1), found, np.nan)
    return values
