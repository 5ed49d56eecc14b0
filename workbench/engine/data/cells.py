"""Cells of new rows as a network's raw numbers: categories by name, gaps where the training data had a way with them."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from ..errors import DataError
from .delimited import MISSING, is_number
from .preprocess import InputPreprocess
from .raw import Array

Reader = Callable[[str | float, str], float]
"""Turns a cell into its raw number; the second argument tells messages where it stands."""


def columns_of(how: InputPreprocess) -> tuple[str, ...]:
    """Names of the raw columns of a table, or of a series' channels."""
    return how.columns or tuple(f"x{i + 1}" for i in range(how.shape[-1]))


def gap_columns(how: InputPreprocess) -> frozenset[str]:
    """The columns of a table that a row may lack a value in."""
    if how.table is None:
        return frozenset()
    numbers = (k for k, fill in zip(how.table.numbers, how.table.fills, strict=True) if fill is not None)
    return frozenset(how.columns[k] for k in (*numbers, *(c.column for c in how.table.categories)))


def categories_of(how: InputPreprocess) -> dict[str, tuple[str, ...]]:
    """The categories that the network knows, by the column of a table that holds them."""
    found = how.table.categories if how.table is not None else ()
    return {how.columns[c.column]: tuple(n for n, s in zip(c.names, c.slots, strict=True) if s >= 0) for c in found}


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
    """What turns a cell into its raw number, by column: categories into codes, gaps into NaN."""
    strange, gaps = Strange(), gap_columns(how)
    named = {how.columns[c.column]: c for c in how.table.categories} if how.table is not None else {}

    def cell(column: str) -> Reader:
        category = named.get(column)
        if category is None:

            def number(value: str | float, where: str) -> float:
                gap = column in gaps and str(value).strip() in MISSING
                return math.nan if gap else as_number(value, where)

            return number
        codes = {name: code for code, name in enumerate(category.names)}
        by_value = {float(name): code for name, code in codes.items() if is_number(name)}
        known = {name for name, slot in zip(category.names, category.slots, strict=True) if slot >= 0}

        def code(value: str | float, where: str) -> float:
            text = str(value).strip()
            if text in MISSING:
                return math.nan
            found = codes.get(text, by_value.get(float(text)) if is_number(text) else None)
            if found is None or category.names[found] not in known:
                strange.found.setdefault(column, []).append(text)
            return -1.0 if found is None else float(found)

        return code

    return {column: cell(column) for column in columns_of(how)}, strange


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
    """A raw row (columns,) as a form shows it: numbers, NaN where one is missing, and names of categories ("" if missing)."""
    found: list[float | str] = [float(v) for v in values]
    for category in how.table.categories if how.table is not None else ():
        code = values[category.column]
        found[category.column] = category.names[int(code)] if 0 <= code < len(category.names) else ""
    return found
