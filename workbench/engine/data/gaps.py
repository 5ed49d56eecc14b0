"""Which cells of a table are missing, and where: a small picture of it, and how often."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .prepared import PreparedData
from .raw import Array

MOST_BINS = 200
"""Rows of a large table are shown in so many groups at most, in their order."""


@dataclass(frozen=True)
class ColumnGaps:
    """The gaps of one column of the file.

    Attributes:
        name: the column's.
        missing: how many cells of the file are missing.
        shares: share of missing cells in each group of rows (bins,) float32, in the order of the rows.
        filled: whether they were filled from the rows around, so that ``shares`` are zeros.
    """

    name: str
    missing: int
    shares: Array
    filled: bool = False


def column_gaps(data: PreparedData) -> tuple[ColumnGaps, ...]:
    """The features of a table file that miss something, the worst first."""
    missing = {c.name: c.missing for c in data.raw.columns if c.role == "feature" and c.missing}
    found = []
    for part in data.raw.inputs.values():
        if part.kind != "table":
            continue
        for column in part.shown:
            if column.name not in missing:
                continue
            gaps = np.isnan(part.values[:, column.places[0]])
            shares = _shares(gaps)
            found.append(ColumnGaps(column.name, missing[column.name], shares, filled=not gaps.any()))
    return tuple(sorted(found, key=lambda column: -column.missing))


def _shares(gaps: Array) -> Array:
    bins = min(MOST_BINS, len(gaps))
    edges = np.linspace(0, len(gaps), bins + 1).astype(np.int64)
    sums = np.add.reduceat(gaps, edges[:-1], dtype=np.float64)
    shares: Array = (sums / np.diff(edges)).astype(np.float32)
    return shares
