"""Times in a table's rows: read by their look, in the order in which they rise, and how far apart they mostly are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..raw import Array

if TYPE_CHECKING:
    import polars as pl

DAY = 86_400.0
PARTS = ("year", "month", "day", "hour", "minute")
"""Names of columns that make a time together, the coarsest first."""

_DATES = (
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%d.%m.%Y",
    "%d/%m/%Y",
    "%m/%d/%Y",
    "%d-%m-%Y",
    "%m-%d-%Y",
    "%d %b %Y",
    "%d-%b-%Y",
)
_CLOCKS = ("", " %H:%M:%S", "T%H:%M:%S", " %H:%M", "T%H:%M", " %H:%M:%S%.f", "T%H:%M:%S%.f")
_SHORT = {
    "%Y-%m": r"^\d{4}-\d{1,2}$",
    "%Y/%m": r"^\d{4}/\d{1,2}$",
    "%b %Y": r"^[A-Za-z]{3} \d{4}$",
    "%Y%m%d": r"^(19|20)\d{6}$",
}
_LOOKED_AT = 500
_MOSTLY = 0.95
_NAMES = re.compile(
    r"^(date|time|datetime|timestamp|day|month|week|year|period|ds|datum|日期|时间|年月|年)$", re.IGNORECASE
)


@dataclass(frozen=True)
class Frequency:
    """How far apart rows are. ``seconds`` is the usual step, ``word`` what a step is ("hour"), ``season`` the steps after
    which the pattern may repeat (0 where none is known), ``regular`` the share of steps that are the usual one."""

    seconds: float
    word: str
    season: int
    regular: float


def read_times(text: pl.Series) -> Array | None:
    """Seconds since 1970 (N,) float64 of a column of text, NaN where a cell holds no time; None where hardly any does.

    Where several ways to read a date fit, such as day and month in either order, the one in which times rise is taken.
    """
    import polars as pl

    text = text.cast(pl.String, strict=False).str.strip_chars()
    if _zoned(text):  # zones are not looked at: the hours of the place where it was written are what repeats itself
        text = text.str.replace(r"(Z|[+-]\d{2}:?\d{2})$", "")
    head = text.drop_nulls().head(_LOOKED_AT)
    if len(head) == 0 or int(head.str.contains(r"\d").sum()) < _MOSTLY * len(head):
        return None
    best: tuple[float, float, str] = (0.0, 0.0, "")
    for form in _forms(head):
        found = _read(head, form)
        share = float((~np.isnan(found)).mean())
        steps = np.diff(found[~np.isnan(found)])
        rising = float((steps >= 0).mean()) if len(steps) else 0.0
        if share >= _MOSTLY and (share, rising) > best[:2]:
            best = (share, rising, form)
    if not best[2]:
        return None
    return _read(text, best[2])


def _zoned(text: pl.Series) -> bool:
    head = text.drop_nulls().head(20)
    return len(head) > 0 and bool(head.str.contains(r":\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$").all())


def _forms(head: pl.Series) -> list[str]:
    short = [form for form, look in _SHORT.items() if head.str.contains(look).mean() >= _MOSTLY]  # type: ignore[operator]
    if short:
        return short
    clock = bool(head.str.contains(r"\d[ T]\d{1,2}:\d{2}").any())
    return [date + time for date in _DATES for time in (_CLOCKS[1:] if clock else _CLOCKS[:1])]


def _read(text: pl.Series, form: str) -> Array:
    import polars as pl

    if form in ("%Y-%m", "%Y/%m"):
        text, form = text + form[2] + "1", f"{form}{form[2]}%d"
    elif form == "%b %Y":
        text, form = "1 " + text, "%d %b %Y"
    kind = pl.Datetime("ms") if "%H" in form else pl.Date
    found = text.str.strptime(kind, form, strict=False).cast(pl.Datetime("ms")).dt.epoch("ms").cast(pl.Float64)
    return found.fill_null(float("nan")).to_numpy().astype(np.float64) / 1000.0


def time_from_parts(parts: Sequence[Array]) -> Array:
    """Seconds since 1970 (N,) from numbers by column: year, then as many of month, day, hour and minute as there are."""
    missing = np.isnan(np.stack(parts)).any(axis=0)
    whole = [np.where(missing, 1, part).astype(np.int64) for part in parts]
    year = whole[0] - 1970
    month = whole[1] - 1 if len(whole) > 1 else np.zeros_like(year)
    days = (year * 12 + month).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    days += whole[2] - 1 if len(whole) > 2 else 0
    seconds = days * DAY
    for part, size in zip(whole[3:], (3600.0, 60.0), strict=False):
        seconds = seconds + part * size
    return np.where(missing, np.nan, seconds)


def part_columns(names: Sequence[str]) -> tuple[str, ...]:
    """The columns that make a time together (year, month, day...), as far as they are there; empty for less than two."""
    lower = {name.strip().lower(): name for name in reversed(names)}
    found = []
    for part in PARTS:
        if part not in lower:
            break
        found.append(lower[part])
    return tuple(found) if len(found) > 1 else ()


def called_time(name: str) -> bool:
    """Whether a column has a name that times have."""
    return bool(_NAMES.match(name.strip()))


def frequency(times: Array) -> Frequency:
    """Of rising times (N,) of one series; unknown steps for fewer than two."""
    steps = np.diff(times)
    steps = steps[steps > 0]
    if len(steps) == 0:
        return Frequency(0.0, "step", 0, 0.0)
    for low, high, word, season in (
        (28 * DAY, 31 * DAY, "month", 12),
        (90 * DAY, 92 * DAY, "quarter", 4),
        (365 * DAY, 366 * DAY, "year", 0),
    ):
        share = float(((steps >= low) & (steps <= high)).mean())
        if share > 0.8:
            return Frequency(float(np.median(steps)), word, season, share)
    distinct, counts = np.unique(np.round(steps, 3), return_counts=True)
    usual = float(distinct[counts.argmax()])
    regular = float(counts.max() / len(steps))
    for size, word, season in (
        (7 * DAY, "week", 52),
        (DAY, "day", 7),
        (3600.0, "hour", 24),
        (60.0, "minute", 60),
        (1.0, "second", 60),
    ):
        if usual == size:
            return Frequency(usual, word, season, regular)
    per_day = DAY / usual
    season = round(per_day) if 1 < per_day <= 300 and abs(per_day - round(per_day)) < 0.01 else 0
    return Frequency(usual, "step", season, regular)


def season_of(values: Array, most: int = 400) -> int:
    """The lag at which a series (N,) without gaps most repeats itself, by its autocorrelation; 0 where it hardly does."""
    count = len(values)
    most = min(most, count // 3)
    if most < 4 or not values.std() > 0:
        return 0
    time = np.arange(count)
    centred = values - np.polyval(np.polyfit(time, values, 1), time)
    spectrum = np.fft.rfft(centred, 1 << int(np.ceil(np.log2(2 * count))))
    correlation = np.fft.irfft(spectrum * spectrum.conj())[: most + 1]
    if not correlation[0] > 0:
        return 0
    correlation = correlation / correlation[0] * count / (count - np.arange(most + 1))
    inner = correlation[1:-1]
    peaks = np.flatnonzero((inner > correlation[:-2]) & (inner >= correlation[2:]) & (inner > 0.3)) + 1
    return int(peaks[correlation[peaks].argmax()]) if len(peaks) else 0


def calendar_parts(seconds: float) -> tuple[str, ...]:
    """What of the calendar may matter for rows so many seconds apart: "hour", "weekday", "season"."""
    if seconds <= 0 or seconds > 100 * DAY:
        return ()
    if seconds > DAY * 1.5:
        return ("season",)
    return ("hour", "weekday", "season") if seconds < DAY else ("weekday", "season")


def calendar(times: Array, part: str) -> Array:
    """Sine and cosine (N, 2) of a part of the calendar, so that its end lies beside its beginning; NaN where there is no time."""
    known = np.where(np.isnan(times), 0.0, times)
    if part == "hour":
        share = known % DAY / DAY
    elif part == "weekday":
        share = (np.floor(known / DAY) + 3) % 7 / 7  # 1 January 1970 was a Thursday
    else:
        moment = known.astype(np.int64).astype("datetime64[s]")
        share = (moment - moment.astype("datetime64[Y]")).astype(np.float64) / (365.25 * DAY)
    angle = np.where(np.isnan(times), np.nan, 2 * np.pi * share)
    return np.stack([np.sin(angle), np.cos(angle)], axis=1)


def time_text(seconds: float, word: str = "") -> str:
    """A time for people: 2010-01-02, or 2010-01-02 05:00 where rows are closer than a day."""
    if not np.isfinite(seconds):
        return ""
    moment = np.datetime64(round(seconds), "s")
    if word in ("month", "quarter"):
        return str(moment.astype("datetime64[M]"))
    if word == "year":
        return str(moment.astype("datetime64[Y]"))
    if seconds % DAY == 0 and word in ("day", "week", ""):
        return str(moment.astype("datetime64[D]"))
    text = str(moment).replace("T", " ")
    return text.removesuffix(":00")
