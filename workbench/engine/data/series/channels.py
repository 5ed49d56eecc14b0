"""From the columns of a table to the channels of a series, row by row and in the order of time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..preprocess import SeriesChannel, SeriesEncoding
from ..raw import Array
from .times import calendar

if TYPE_CHECKING:
    from ..columns import Looked


@dataclass(frozen=True)
class SeriesRows:
    """The rows of a table in order: series by series, and in each by time.

    Attributes:
        order: places of the rows in the file (R,) int64.
        series: number of the series that each row belongs to (R,) int64, rising.
        names: what the series are called; empty where there is one.
        times: seconds since 1970 (R,) float64; the number of the row within its series where there is no time.
        dated: whether they are times.
    """

    order: Array
    series: Array
    names: tuple[str, ...]
    times: Array
    dated: bool

    @property
    def firsts(self) -> Array:
        """Whether a row is the first of its series (R,) bool."""
        return np.append(True, self.series[1:] != self.series[:-1])


def numbers_of(column: Looked, rows: SeriesRows) -> Array:
    """The numbers (R,) of a column in the order of the rows, NaN where there is none that 32 bits can hold."""
    values = column.as_numbers()[rows.order]
    with np.errstate(over="ignore"):
        return np.where(np.isfinite(values.astype(np.float32)), values, np.nan)


def carried(values: Array, firsts: Array) -> Array:
    """Numbers (R,) with the last known one of the series in the place of a missing one; NaN before the first known one."""
    known = ~np.isnan(values)
    last = np.maximum.accumulate(np.where(known | firsts, np.arange(len(values)), 0))
    filled: Array = values[last]
    return filled


def encode_rows(columns: Mapping[str, Looked], rows: SeriesRows, how: SeriesEncoding) -> Array:
    """The channels (R, C) float32 of ordered rows, NaN where nothing is known yet.

    A missing number or category is the last one before it: a value from between its neighbours would hold a part of the next
    one, which is what is to be predicted.
    """
    result = np.empty((len(rows.order), len(how.channels)), dtype=np.float32)
    numbers: dict[str, Array] = {}
    words: dict[str, Array] = {}
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        for place, channel in enumerate(how.channels):
            if channel.way in ("hour", "weekday", "season"):
                if channel.category == "sin":
                    result[:, place : place + 2] = calendar(rows.times, channel.way)
                continue
            if channel.way == "category":
                if channel.column not in words:
                    words[channel.column] = _words(columns[channel.column], rows)
                found = words[channel.column]
                result[:, place] = np.where(found == "", np.nan, found == channel.category)
                continue
            if channel.column not in numbers:
                numbers[channel.column] = carried(numbers_of(columns[channel.column], rows), rows.firsts)
            result[:, place] = _changed(numbers[channel.column], rows.firsts, channel)
    result[~np.isfinite(result)] = np.nan
    return result


def _changed(values: Array, firsts: Array, channel: SeriesChannel) -> Array:
    if channel.way == "value":
        return values
    before = np.append(np.nan, values[:-1])
    before[firsts] = np.nan
    change: Array = values - before if channel.way == "difference" else 100 * (values / before - 1)
    return change


def _words(column: Looked, rows: SeriesRows) -> Array:
    text = column.text.fill_null("").to_numpy().astype(str)[rows.order]
    known = text != ""
    last = np.maximum.accumulate(np.where(known | rows.firsts, np.arange(len(text)), 0))
    found: Array = text[last]
    return found
