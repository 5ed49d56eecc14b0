"""Columns of a table file as the arrays that are learnt from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .arrays import real
from .column_types import as_boolean, as_dates, as_words, date_notice, words_in
from .columns import Looked
from .dates import DateOrder
from .raw import Array, Cells, ColumnType, Notice, RawInput, Spread
from .words import PLACES


@dataclass(frozen=True)
class Feature:
    """A column of the file as it is learnt from.

    Attributes:
        name, type: the column's.
        values: float64 or float32 (N,) or (N, parts), NaN where the cell is missing or no such value.
        missing: how many those are.
        names: of categories, by code.
        spread: how a date or text becomes several numbers.
        cells: the cells as they stand in the file, of those.
        notices: what is odd about it.
    """

    name: str
    type: ColumnType
    values: Array
    missing: int
    names: tuple[str, ...] = ()
    spread: Spread | None = None
    cells: Cells = ()
    notices: tuple[Notice, ...] = ()


def feature_of(column: Looked, kind: ColumnType, order: DateOrder | None = None) -> Feature:
    """A column taken as ``kind``; ``order`` is that of dates, None: by the cells."""
    name, filled = column.name, column.text.null_count()
    if kind == "category":
        codes, names = column.as_codes()
        return Feature(name, kind, codes, filled, names)
    if kind == "text":
        values, how = as_words(column)
        return Feature(name, kind, values, filled, spread=how, cells=column.text)
    notices: list[Notice] = []
    if kind == "date":
        values, how, dates = as_dates(column, order)
        missing = int(np.isnan(values[:, 0]).sum())
        if order is None and (unsure := date_notice(name, dates, column.text)):
            notices.append(unsure)
        notices += odd_cells(column, np.isnan(values[:, 0]), missing - filled, kind)
        return Feature(name, kind, values, missing, spread=how, cells=column.text, notices=tuple(notices))
    names = ()
    if kind == "boolean":
        values, names = as_boolean(column)
    else:
        values = column.as_numbers()
    missing = int(np.isnan(values).sum())
    notices += odd_cells(column, np.isnan(values), missing - filled, kind)
    return Feature(name, kind, values, missing, names, notices=tuple(notices))


def table_of(features: Sequence[Feature], held: Array) -> RawInput:
    """The rows ``held`` (bool (N,)) of all features side by side."""
    widths = [1 if f.values.ndim == 1 else f.values.shape[1] for f in features]
    values = np.empty((int(held.sum()), sum(widths)), dtype=np.float32)
    start = 0
    for feature, width in zip(features, widths, strict=True):
        values[:, start : start + width] = real(feature.values[held]).reshape(-1, width)
        start += width
    spread = tuple(f.spread for f in features if f.spread is not None)
    columns = tuple(n for f in features for n in (f.spread.columns if f.spread is not None else (f.name,)))
    categories = tuple(n for f, width in zip(features, widths, strict=True) for n in [f.names] * width)
    originals: dict[str, Cells] = {}
    if spread:
        import polars as pl

        rows = pl.Series(held)
        originals = {c.name: c.cells.filter(rows) for c in features if isinstance(c.cells, pl.Series)}
    booleans = tuple(f.name for f in features if f.type == "boolean")
    return RawInput("table", values, columns, categories, spread=spread, originals=originals, booleans=booleans)


def free_text(column: Looked) -> Notice:
    """Why a column of sentences is ignored until it is asked for."""
    words = words_in(column)
    return Notice(
        "data.free_text",
        f"'{column.name}' holds free text ({words:.0f} words in a cell); it is ignored. Give it the type text to learn from "
        f"its words: it becomes {PLACES} numbers.",
        {"column": column.name, "words": words, "places": PLACES},
    )


def odd_cells(column: Looked, without: Array, count: int, kind: ColumnType) -> list[Notice]:
    """A notice for cells that are filled and hold something else."""
    if count <= 0:
        return []
    places = np.flatnonzero(without & column.text.is_not_null().to_numpy())
    example = column.text[int(places[0])] if len(places) else ""
    wanted = "a date" if kind == "date" else "yes or no" if kind == "boolean" else "a number"
    rows = "1 row" if count == 1 else f"{count:,} rows"
    about = {"column": column.name, "count": count, "example": example}
    return [
        Notice(
            "data.odd_cells",
            f"In {rows} '{column.name}' holds text such as '{example}' instead of {wanted}; it counts as missing.",
            about,
        )
    ]
