"""Dates in cells of a table: recognised by their look, their order by evidence, and what becomes of them as numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from .raw import Array

if TYPE_CHECKING:
    import polars as pl

DateOrder = Literal["ymd", "dmy", "mdy"]

LOOKED_AT = 200
"""Cells that tell whether a column may hold dates, before all of it is read."""
MOSTLY_DATES = 0.95
"""A column with at least this share of dates is one of dates; the other cells count as missing."""
EPOCH = "2000-01-01"
"""Days are counted from here: within some decades float32 then tells times of a few minutes apart."""
PARTS = ("days", "season (sin)", "season (cos)", "weekday (sin)", "weekday (cos)")
TIME_PARTS = ("hour (sin)", "hour (cos)")
"""What a date becomes: days for a trend, and places on the circles of year, week and day, where December meets January
and Sunday meets Monday."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TIME = (
    r"(?:(?:[T ]|, ?)(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?)(?:,\d+)?)?\s*([AaPp][Mm])?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?)?$"
)
_SHAPES = (
    r"^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})" + _TIME,
    r"^(\d{4})年(\d{1,2})月(\d{1,2})日?" + _TIME,
    r"^(\d{1,2})[-/. ]([A-Za-z]{3,9})\.?[-/., ]+(\d{2,4})" + _TIME,
    r"^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})" + _TIME,
    r"^(\d{4})(\d{2})(\d{2})" + _TIME,
)
_COMPACT = len(_SHAPES) - 1


@dataclass(frozen=True)
class Dates:
    """Cells as dates: days since ``EPOCH`` and seconds of the day, float64 (N,), NaN where a cell holds none.

    ``order`` is how day, month and year stand, ``sure`` whether the cells show it: 03/04/2020 alone does not.
    ``timed`` tells whether a cell has a time of day. The time is that of the clock where it was written; zones are not
    looked at.
    """

    days: Array
    seconds: Array
    order: DateOrder
    sure: bool
    timed: bool

    @property
    def count(self) -> int:
        """How many cells hold a date."""
        return int((~np.isnan(self.days)).sum())


def look_like_dates(text: pl.Series) -> bool:
    """Whether the first filled cells of a column are dates."""
    head = text.drop_nulls().head(LOOKED_AT)
    if len(head) < 2 or int(head.str.contains(r"^.{0,12}\d.*[-/. 年\d]").sum()) < MOSTLY_DATES * len(head):
        return False
    return read_dates(head, compact=False).count >= MOSTLY_DATES * len(head)


def read_dates(text: pl.Series, order: DateOrder | None = None, *, compact: bool = True) -> Dates:
    """The dates in a column of text; ``order`` None: by the cells. ``compact`` takes 20200131 for one, too."""
    import polars as pl

    count = len(text)
    numbers = np.full((3, count), np.nan)
    seconds = np.zeros(count)
    timed = False
    shape_of = np.full(count, -1)
    for number, pattern in enumerate(_SHAPES):
        if (number == _COMPACT and not compact) or (shape_of >= 0).all():
            continue
        groups = text.str.extract_groups(pattern).struct.unnest()
        here = groups.to_series(0).is_not_null().to_numpy() & (shape_of < 0)
        if not here.any():
            continue
        shape_of[here] = number
        for place in range(3):
            numbers[place, here] = _as_numbers(groups.to_series(place))[here]
        hours, minutes, secs = (
            groups.to_series(k).cast(pl.Float64, strict=False).fill_null(0.0).to_numpy() for k in (3, 4, 5)
        )
        half = groups.to_series(6).str.to_lowercase().fill_null("").to_numpy()
        hours = np.where(half == "pm", hours % 12 + 12, np.where(half == "am", hours % 12, hours))
        timed |= bool(groups.to_series(3).is_not_null().to_numpy()[here].any())
        clock = np.where((hours < 24) & (minutes < 60) & (secs < 60), hours * 3600 + minutes * 60 + secs, np.nan)
        seconds[here] = clock[here]
    days, found, sure = _ordered(numbers, shape_of, order)
    days[np.isnan(seconds)] = np.nan
    return Dates(days, np.where(np.isnan(days), np.nan, seconds), found, sure, timed)


def _as_numbers(series: pl.Series) -> Array:
    import polars as pl

    numbers = series.cast(pl.Float64, strict=False)
    if numbers.null_count() == series.null_count():
        return numbers.to_numpy().astype(np.float64)
    places = {name: float(k + 1) for k, name in enumerate(_MONTHS)}
    months = series.str.to_lowercase().str.slice(0, 3).replace_strict(places, default=None, return_dtype=pl.Float64)
    return numbers.fill_null(months).to_numpy().astype(np.float64)


def _ordered(numbers: Array, shape_of: Array, order: DateOrder | None) -> tuple[Array, DateOrder, bool]:
    """Days since ``EPOCH``, which of the three numbers are day, month and year, and whether the cells show it."""
    first, second, third = numbers
    open_ones = shape_of == 0
    leading = open_ones & (first > 31)
    open_ones &= ~leading
    sure = True
    found = order
    if found is None:
        days_first = bool((first[open_ones] > 12).any())
        months_first = bool((second[open_ones] > 12).any())
        found = "mdy" if months_first and not days_first else "dmy" if open_ones.any() else "ymd"
        sure = not open_ones.any() or days_first != months_first
        named = shape_of[shape_of >= 0]
        if not open_ones.any() and len(named) and not leading.any():
            found = {1: "ymd", 2: "dmy", 3: "mdy", _COMPACT: "ymd"}[int(np.bincount(named).argmax())]  # type: ignore[assignment]
    year, month, day = first.copy(), second.copy(), third.copy()
    if found != "ymd":
        year[open_ones] = third[open_ones]
        month[open_ones], day[open_ones] = (
            (second[open_ones], first[open_ones]) if found == "dmy" else (first[open_ones], second[open_ones])
        )
    spelt = shape_of == 2
    day[spelt], month[spelt], year[spelt] = first[spelt], second[spelt], third[spelt]
    american = shape_of == 3
    month[american], day[american], year[american] = first[american], second[american], third[american]
    # Two digits: 70 to 99 are of the last century, as POSIX has it.
    year = np.where(year < 70, year + 2000, np.where(year < 100, year + 1900, year))
    days = _days(year, month, day)
    days[shape_of < 0] = np.nan
    return days, found, sure


def _days(year: Array, month: Array, day: Array) -> Array:
    """Days since ``EPOCH``, NaN for dates that no calendar has, such as 30 February."""
    fine = (year >= 1) & (year <= 9999) & (month >= 1) & (month <= 12) & (day >= 1) & (day <= 31)
    months = (np.where(fine, year, 2000) - 1970).astype(np.int64) * 12 + np.where(fine, month, 1).astype(np.int64) - 1
    start = months.astype("datetime64[M]")
    length = ((start + 1).astype("datetime64[D]") - start.astype("datetime64[D]")).astype(np.int64)
    fine &= day <= length
    days = (start.astype("datetime64[D]") - np.datetime64(EPOCH)).astype(np.float64) + np.where(fine, day, 1) - 1
    return np.where(fine, days, np.nan)


def part_names(column: str, timed: bool) -> tuple[str, ...]:
    """Names of the numbers that a column of dates becomes."""
    return tuple(f"{column}: {part}" for part in (*PARTS, *(TIME_PARTS if timed else ())))


def as_parts(dates: Dates, timed: bool) -> Array:
    """The numbers (N, parts) float64 of dates, NaN where a cell holds none; see ``PARTS``."""
    days = dates.days
    known = np.where(np.isnan(days), 0, days)
    day = np.datetime64(EPOCH) + known.astype(np.int64)
    of_year = (day - day.astype("datetime64[Y]").astype("datetime64[D]")).astype(np.float64)
    circles = [of_year / 365.2425, (known + 5) % 7 / 7]  # 1 January 2000 was a Saturday; weeks begin on Monday
    share = np.nan_to_num(dates.seconds) / 86_400
    if timed:
        circles.append(share)
    found = [known + share] + [wave(2 * np.pi * circle) for circle in circles for wave in (np.sin, np.cos)]
    return np.where(np.isnan(days)[:, None], np.nan, np.stack(found, axis=1))


def date_text(days: float, timed: bool) -> str:
    """The date that ``days`` since ``EPOCH`` stand for, as 2020-01-31 or 2020-01-31 09:30; empty for NaN."""
    if np.isnan(days):
        return ""
    minutes = round(float(days) * 1440)
    moment = np.datetime64(EPOCH, "m") + minutes
    return str(moment).replace("T", " ") if timed else str(moment.astype("datetime64[D]"))
