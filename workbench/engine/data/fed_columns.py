"""Which of the columns that a network is fed belong together, and to which cell of a table's row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from .apply import transform_inputs
from .preprocess import CategoryEncoding, InputPreprocess
from .raw import Array


@dataclass(frozen=True)
class FedGroup:
    """Columns ``start`` to ``stop - 1`` that a network is fed, which say one thing about one cell.

    Attributes:
        raw: place of the raw column that they come from.
        cell: number of the cell; the numbers that a date or a text becomes share one.
        kind: a number, the mark of a missing one or of an outlier, or a category.
        category: how a category was encoded.
    """

    raw: int
    cell: int
    kind: Literal["number", "missing", "outlier", "category"]
    start: int
    stop: int
    category: CategoryEncoding | None = None


def fed_groups(how: InputPreprocess) -> tuple[FedGroup, ...]:
    """The groups of a table's columns, in the order in which they are fed."""
    width = how.shape[0]
    if how.table is None:
        return tuple(FedGroup(k, k, "number", k, k + 1) for k in range(width))
    table = how.table
    of_column = {name: spread.column for spread in how.spread for name in spread.columns}
    owners = [of_column.get(name, name) for name in how.columns]
    cells = {name: place for place, name in enumerate(dict.fromkeys(owners))}
    found: list[FedGroup] = []
    entries: list[tuple[int, Literal["number", "missing", "outlier"]]] = [(k, "number") for k in table.numbers]
    entries += [(k, "missing") for k in table.indicators]
    entries += [(rule.column, "outlier") for rule in table.flags]
    for place, (raw, kind) in enumerate(entries):
        found.append(FedGroup(raw, cells[owners[raw]], kind, place, place + 1))
    start = len(entries)
    for category in table.categories:
        stop = start + len(category.outputs)
        found.append(FedGroup(category.column, cells[owners[category.column]], "category", start, stop, category))
        start = stop
    return tuple(found)


def blank_row(how: InputPreprocess) -> Array:
    """What a row with nothing in it is fed as, (width,) float32; NaN where a row without the number can't be used."""
    count = len(how.columns) if how.table is not None else how.shape[0]
    result: Array = transform_inputs(np.full((1, count), np.nan, dtype=np.float32), how)[0]
    return result
