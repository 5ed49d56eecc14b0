"""Cells of new rows as a network's raw numbers: categories by name, gaps where the training data had a way with them."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from ..errors import DataError
from .column_types import spread_cell, truth_of
from .dates import date_text
from .delimited import MISSING, is_number
from .preprocess import CategoryEncoding, InputPreprocess
from .raw import Array, ShownColumn, Spread, shown_columns

Reader = Callable[[str | float, str], list[float]]
"""Turns a cell into its raw numbers, most often one; the second argument tells messages where it stands."""


def shown_of(how: InputPreprocess) -> tuple[ShownColumn, ...]:
    """The columns of a table as its file has them, or a series' channels."""
    return shown_columns(how.columns or tuple(f"x{i + 1}" for i in range(how.shape[-1])), how.spread)


def columns_of(how: InputPreprocess) -> tuple[str, ...]:
    """Their names."""
    return tuple(column.name for column in shown_of(how))


def gap_columns(how: InputPreprocess) -> frozenset[str]:
    """The columns of a table that a row may lack a value in."""
    if how.table is None:
        return frozenset()
    filled = {k for k, fill in zip(how.table.numbers, how.table.fills, strict=True) if fill is not None}
    filled |= {category.column for category in how.table.categories}
    return frozenset(column.name for column in shown_of(how) if filled.issuperset(column.places))


def categories_of(how: InputPreprocess) -> dict[str, tuple[str, ...]]:
    """The categories that the network knows, by the column of a table that holds them."""
    found = how.table.categories if how.table is not None else ()
    return {how.columns[c.column]: c.known for c in found}


class Strange:
    """Categories that the network has not seen, by column."""

    def __init__(self) -> None:
        self.found: dict[str, list[str]] = {}

    def notes(self) -> tuple[str, ...]:
        """A sentence for each column."""
        return tuple(
            f"The training data had no {listed(list(dict.fromkeys(names)), 3)} in '{column}'; it counts as none of the "
            "known categories."
            for column, names in self.found.items()
        )


def cell_readers(how: InputPreprocess) -> tuple[dict[str, Reader], Strange]:
    """What turns a cell into its raw numbers, by column: categories into codes, dates into parts, gaps into NaN."""
    strange, gaps = Strange(), gap_columns(how)
    named = {how.columns[c.column]: c for c in how.table.categories} if how.table is not None else {}

    def reader(column: ShownColumn) -> Reader:
        gap = column.name in gaps
        if column.spread is not None:
            return _spread_reader(column.spread, gap=gap)
        if column.name in named:
            return _category_reader(named[column.name], column.name, strange)
        return lambda value, where: [math.nan if gap and str(value).strip() in MISSING else as_number(value, where)]

    return {column.name: reader(column) for column in shown_of(how)}, strange


def _category_reader(category: CategoryEncoding, column: str, strange: Strange) -> Reader:
    codes = {name: code for code, name in enumerate(category.names)}
    by_value = {float(name): code for name, code in codes.items() if is_number(name)}
    known = frozenset(category.known)

    def code(value: str | float, where: str) -> list[float]:
        text = str(value).strip()
        if text in MISSING:
            return [math.nan]
        found = codes.get(text, by_value.get(float(text)) if is_number(text) else None)
        if found is None and category.base >= 0 and (truth := truth_of(text)) is not None:
            found = int(truth)
        if found is None or category.names[found] not in known:
            strange.found.setdefault(column, []).append(text)
        return [-1.0 if found is None else float(found)]

    return code


def _spread_reader(how: Spread, *, gap: bool) -> Reader:
    def parts(value: str | float, where: str) -> list[float]:
        text = str(value).strip()
        text = "" if text in MISSING else text
        found = spread_cell(text, how) if text or gap else None
        if found is None:
            what = f"'{text}' in {where} is not a date" if text else f"The value in {where} is empty"
            raise DataError(
                what,
                f"Dates are written like {_EXAMPLES[how.order]}",
                "Correct it",
                code="data.not_a_date",
                values={"value": text, "where": where},
            )
        return [float(v) for v in found]

    return parts


def written_of(how: InputPreprocess) -> dict[str, str]:
    """The columns of a table whose cells are written out, with an example: dates; of free text it is empty."""
    spread = (column.spread for column in shown_of(how) if column.spread is not None)
    return {s.column: "" if s.type == "text" else _EXAMPLES[s.order] + (" 23:59" if s.timed else "") for s in spread}


_EXAMPLES = {"ymd": "2024-12-31", "dmy": "31/12/2024", "mdy": "12/31/2024"}


def listed(names: Sequence[str], most: int = 6) -> str:
    """Names in quotes, the first few of many."""
    shown = ", ".join(f"'{n}'" for n in names[:most])
    return shown if len(names) <= most else f"{shown} and {len(names) - most} more"


def as_number(value: str | float, where: str) -> float:
    """A finite number that float32 can hold; ``where`` is for the message."""
    text = str(value).strip()
    number = float(text) if is_number(text) and "_" not in text else math.nan
    if math.isfinite(number) and abs(number) <= float(np.finfo(np.float32).max):
        return number
    if not text:
        what = f"The value in {where} is empty"
    elif math.isinf(number) or math.isfinite(number):
        what = f"{text} in {where} is too large"
    else:
        what = f"'{text}' in {where} is not a number"
    comma = "," in text and is_number(text.replace(",", ".", 1))
    raise DataError(
        what,
        "Numbers are written like 3.5 or -1e-3",
        f"Write {text.replace(',', '.', 1)}" if comma else "Correct it",
        code="data.not_a_number",
        values={"value": text, "where": where},
    )


def raw_cells(values: Array, how: InputPreprocess) -> list[float | str]:
    """A raw row (columns,) as a form shows it: numbers, NaN where one is missing, names of categories and dates as text
    ("" if missing). Free text can't be brought back from its numbers, and stays empty."""
    named = {category.column: category for category in how.table.categories} if how.table is not None else {}
    found: list[float | str] = []
    for column in shown_of(how):
        value, category = float(values[column.places[0]]), named.get(column.places[0])
        if column.spread is not None:
            shown: float | str = date_text(value, column.spread.timed) if column.spread.type == "date" else ""
            if column.spread.order != "ymd" and shown:
                shown = _reordered(str(shown), column.spread.order)
            found.append(shown)
        elif category is not None:
            found.append(category.names[int(value)] if 0 <= value < len(category.names) else "")
        else:
            found.append(value)
    return found


def _reordered(text: str, order: str) -> str:
    date, *time = text.split(" ")
    year, month, day = date.split("-")
    return " ".join(["/".join((day, month, year) if order == "dmy" else (month, day, year)), *time])
