"""What the columns of a table are: missing cells, numbers or categories, ids, and which one is to be predicted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from .delimited import MISSING
from .raw import Array, ColumnType, Notice

if TYPE_CHECKING:
    import polars as pl

TARGET_NAMES = ("target", "label", "labels", "y", "output", "class")
"""Names that a column to predict has wherever it stands, in the order in which they are looked for."""
TARGET_WORDS = ("survived", "churn", "income", "outcome", "response", "diagnosis", "species", "price")
"""Names that a column to predict has where it is the first or the last one; elsewhere they mostly are features."""
MOST_NUMBERED_CLASSES = 20
"""Whole numbers with no more different values than this are classes; with more they are a quantity."""
LONGEST_SHOWN = 60
"""Letters of a cell that are told."""
MOSTLY_NUMBERS = 0.95
"""A column with at least this share of numbers is one of numbers; the other cells count as missing."""

_ID_NAME = re.compile(r"(^|[ _.-])(id|uid|udi|uuid|guid|index|idx|row|rownumber)$|[a-z]I[dD]$", re.ASCII)
_ID_NAME_ANY_CASE = re.compile(r"^(id|uid|udi|uuid|guid|index|idx|row|rownumber|unnamed: 0)$", re.IGNORECASE)


@dataclass(frozen=True)
class Looked:
    """One column as it was found.

    Attributes:
        name: its name.
        text: its cells as text (polars, String), missing ones null.
        numbers: its cells as numbers (polars, Float64), null where they are none; None where hardly any is one.
        missing: cells without a value.
        distinct: different values.
        odd: cells that hold text although most hold numbers.
    """

    name: str
    text: pl.Series
    numbers: pl.Series | None
    missing: int
    distinct: int
    odd: int = 0

    @property
    def type(self) -> ColumnType:
        """Numbers or categories, by the cells."""
        return "category" if self.numbers is None else "number"

    def as_numbers(self) -> Array:
        """Float64 (N,), NaN where there is no number."""
        import polars as pl

        series = self.numbers if self.numbers is not None else self.text.cast(pl.Float64, strict=False)
        return series.to_numpy().astype(np.float64, copy=False)

    def as_codes(self) -> tuple[Array, tuple[str, ...]]:
        """Float64 codes (N,), NaN where missing, and the names by code: in the order of numbers, else of the alphabet."""
        import polars as pl

        names = self.text.drop_nulls().unique().sort()
        values = names.cast(pl.Float64, strict=False)
        if not values.has_nulls():
            names = names.gather(values.arg_sort())
        codes = self.text.cast(pl.Enum(names)).to_physical().cast(pl.Float64)
        return codes.to_numpy().astype(np.float64, copy=False), tuple(names.to_list())


def look_at(frame: pl.DataFrame) -> list[Looked]:
    """The columns of a frame; text is stripped of spaces, single quotes around every cell, and words for "missing"."""
    return [_look(frame[name]) for name in frame.columns]


def _look(series: pl.Series) -> Looked:
    import polars as pl

    name = series.name
    if series.dtype.is_numeric():
        found = series.cast(pl.Float64).fill_nan(None)
        text = series.cast(pl.String) if series.dtype.is_integer() else found.cast(pl.String)
        return Looked(name, text, found, found.null_count(), found.drop_nulls().n_unique())
    text = series.cast(pl.String, strict=False).str.strip_chars(" \t\r\u00a0")
    first = text.drop_nulls().filter(text.drop_nulls() != "").head(1).to_list()
    if first and len(first[0]) > 1 and first[0][0] == first[0][-1] == "'":
        filled = text.filter(text.is_not_null() & (text != ""))
        if (filled.str.starts_with("'") & filled.str.ends_with("'")).all():
            text = text.str.strip_chars("'")
    text = text.set(text.is_in(MISSING), None)
    missing = text.null_count()
    count = len(text) - missing
    # A look at the start spares a column of words the attempt to read all of it.
    head = text.drop_nulls().head(200)
    numbers: pl.Series | None = None
    odd = 0
    if count and head.cast(pl.Float64, strict=False).null_count() <= 0.2 * len(head):
        read = text.cast(pl.Float64, strict=False).fill_nan(None)
        odd = read.null_count() - missing
        if odd == 0 or (count > 20 and odd <= (1 - MOSTLY_NUMBERS) * count):
            numbers = read
    distinct = (text if numbers is None else numbers).drop_nulls().n_unique()
    return Looked(
        name, text, numbers, missing + (odd if numbers is not None else 0), distinct, odd if numbers is not None else 0
    )


def guess_target(columns: list[Looked]) -> str:
    """The column to predict: one that is called like one, otherwise the last that may be one."""
    by_lower = {column.name.lower(): column for column in reversed(columns)}
    at_ends = {column.name.lower(): column for column in (columns[-1], columns[0])}
    # "class" goes last: on a ship, in a school or on a train it is something else.
    for name in (*TARGET_NAMES[:-1], *TARGET_WORDS, TARGET_NAMES[-1]):
        found = by_lower.get(name) if name in TARGET_NAMES else at_ends.get(name)
        if found is not None and found.distinct > 1:
            return found.name
    for column in reversed(columns):
        if not useless(column):
            return column.name
    return columns[-1].name


def useless(column: Looked) -> Notice | None:
    """Why a column can't be learnt from; None where it can."""
    count = len(column.text) - column.missing
    about = {"column": column.name}
    if count == 0:
        return Notice("data.empty_column", f"'{column.name}' has no values; it is ignored.", about)
    if column.distinct == 1 and column.missing == 0:
        value = str(column.text.drop_nulls()[0])
        value = value if len(value) <= LONGEST_SHOWN else f"{value[:LONGEST_SHOWN]}…"
        return Notice("data.constant_column", f"'{column.name}' is '{value}' in every row; it is ignored.", about)
    if column.numbers is None:
        if column.distinct > max(40, 0.5 * count):
            return Notice(
                "data.id_column",
                f"'{column.name}' has another text in nearly every row ({column.distinct:,} in {count:,} rows); it is ignored.",
                about,
            )
    elif column.distinct == count > 20 and (_called_id(column.name) or _counts_up(column.numbers)):
        return Notice("data.id_column", f"'{column.name}' numbers the rows; it is ignored.", about)
    return None


def _called_id(name: str) -> bool:
    return bool(_ID_NAME.search(name) or _ID_NAME_ANY_CASE.search(name))


def _counts_up(numbers: pl.Series) -> bool:
    """Whether the rows are numbered one by one in their order; some may have been left out."""
    steps = np.diff(numbers.drop_nulls().to_numpy())
    return bool((steps > 0).all() and (steps == 1).mean() > 0.9)
