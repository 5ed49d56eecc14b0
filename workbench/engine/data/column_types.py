"""What the columns of a table are taken as: numbers, categories, yes and no, dates or free text, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .columns import Looked
from .dates import DateOrder, Dates, as_parts, look_like_dates, part_names, read_dates
from .raw import Array, ColumnType, Notice, Spread
from .words import hashed_words, place_names

if TYPE_CHECKING:
    import polars as pl

TRUTHS = (
    ("no", "yes"),
    ("n", "y"),
    ("false", "true"),
    ("f", "t"),
    ("off", "on"),
    ("0", "1"),
    ("否", "是"),
    ("假", "真"),
)
"""What no and yes are called."""
MANY_WORDS = 4.0
"""Words in a cell, on average, from which a text is free rather than a name."""
RARE = 0.001
"""Share of the rows that have another value than nearly all, below which a column has hardly anything to tell."""


def truth_of(text: str) -> float | None:
    """0 for a no, 1 for a yes, in any of the words for them and in either case; None for anything else."""
    low = text.strip().lower()
    if low in ("0.0", "1.0"):
        low = low[0]
    return next((float(place) for pair in TRUTHS for place, word in enumerate(pair) if word == low), None)


def guess_type(column: Looked, *, full: bool) -> tuple[ColumnType, Notice | None]:
    """The type by the cells, and a sentence on it where it is not plain; ``full``: dates, yes/no and text are told, too."""
    if not full:
        return column.type, None
    if column.distinct == 2 and (names := _truth_names(column)):
        no, yes = names
        return "boolean", Notice("data.guess_boolean", f"Only '{no}' and '{yes}' stand here.", {"no": no, "yes": yes})
    if column.numbers is None and column.distinct > 1 and look_like_dates(column.text):
        dates = read_dates(column.text, compact=False)
        if dates.count >= 0.95 * (len(column.text) - column.missing):
            return "date", None
    if column.numbers is None and column.distinct > max(40, 0.5 * (len(column.text) - column.missing)):
        words = words_in(column)
        if words >= MANY_WORDS:
            return "text", None
    return column.type, None


def words_in(column: Looked) -> float:
    """Words in a cell, on average over the first ones."""
    head = column.text.drop_nulls().head(500)
    return float(head.str.count_matches(r"\S+").mean() or 0.0) if len(head) else 0.0  # type: ignore[arg-type]


def _truth_names(column: Looked) -> tuple[str, str] | None:
    if column.numbers is not None:
        numbers = column.numbers.drop_nulls()
        return ("0", "1") if {numbers.min(), numbers.max()} == {0.0, 1.0} else None
    words = column.text.drop_nulls().unique().to_list()
    if len(words) != 2:
        return None
    low = {word.lower(): word for word in words}
    return next(((low[no], low[yes]) for no, yes in TRUTHS if no in low and yes in low), None)


def as_boolean(column: Looked) -> tuple[Array, tuple[str, str]]:
    """Float64 codes (N,): 0 for a no, 1 for a yes, NaN where it is neither, and what the two are called.

    Two other values than words for no and yes are taken in the order of numbers, else of the alphabet.
    """
    import polars as pl

    names = _truth_names(column)
    if names is None and column.distinct == 2:
        codes, found = column.as_codes()
        return codes, (found[0], found[1])
    names = names or ("no", "yes")
    text = column.text
    if column.numbers is not None:
        values = column.numbers.to_numpy().astype(np.float64)
        return np.where((values == 0) | (values == 1), values, np.nan), names
    kinds = text.drop_nulls().unique().to_list()
    known = {word: truth for word in kinds if (truth := truth_of(word)) is not None}
    truths = text.replace_strict(known, default=None, return_dtype=pl.Float64)
    return truths.to_numpy().astype(np.float64), names


def as_dates(column: Looked, order: DateOrder | None) -> tuple[Array, Spread, Dates]:
    """The numbers (N, parts) of a column of dates, and how a new cell becomes them."""
    dates = read_dates(column.text, order)
    names = part_names(column.name, dates.timed)
    how = Spread(column=column.name, type="date", columns=names, order=dates.order, timed=dates.timed)
    return as_parts(dates, dates.timed), how, dates


def as_words(column: Looked) -> tuple[Array, Spread]:
    """The numbers (N, places) of a column of text, and how a new cell becomes them."""
    how = Spread(column=column.name, type="text", columns=place_names(column.name))
    return hashed_words(column.text.to_list()), how


def spread_cell(text: str, how: Spread) -> Array | None:
    """The numbers (parts,) float64 of a single new cell, NaN for an empty one; None where it is no date."""
    import polars as pl

    if how.type == "text":
        return np.asarray(hashed_words([text or None])[0], dtype=np.float64)
    if not text:
        return np.full(len(how.columns), np.nan)
    dates = read_dates(pl.Series([text], dtype=pl.String), how.order)
    return np.asarray(as_parts(dates, how.timed)[0]) if dates.count else None


def nearly_constant(column: Looked) -> Notice | None:
    """A notice for a column that has the same value in nearly every row."""
    count = len(column.text)
    if count < 100 or not 1 < column.distinct <= 50:
        return None
    counts = column.text.value_counts(sort=True)
    most = int(counts["count"][0])
    if count - most > max(2, RARE * count):
        return None
    value = counts[column.name][0]
    name = "missing" if value is None else f"'{value}'"
    return Notice(
        "data.nearly_constant",
        f"'{column.name}' is {name} in all but {count - most} of {count:,} rows: there is hardly anything to learn from it.",
        {"column": column.name, "others": count - most, "rows": count},
    )


def date_notice(name: str, dates: Dates, text: pl.Series) -> Notice | None:
    """A notice where the order of day and month had to be guessed."""
    if dates.sure:
        return None
    example = str(text.drop_nulls()[0])
    order = "day first" if dates.order == "dmy" else "month first"
    return Notice(
        "data.date_order",
        f"In '{name}' either number may be the day, such as in '{example}'; it is read {order}.",
        {"column": name, "example": example, "order": dates.order},
    )
