"""One series in a file of its own: a table with a step a row and a channel a column."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ...errors import DataError
from ..delimited import MISSING, as_utf8, guess_separator, is_number
from ..raw import Array
from .times import called_time

if TYPE_CHECKING:
    import polars as pl

SUFFIXES = (".csv", ".tsv", ".txt")


def read_sample(path: Path) -> tuple[tuple[str, ...], Array]:
    """The channels' names and the values (t, C) float64 of a file, NaN where one is missing.

    Columns that only number the steps or tell their time are left out. Raises ``DataError`` for what is no table of numbers.
    """
    frame = _frame(path)
    names, columns = [], []
    for name in frame.columns:
        numbers = frame[name].cast(float, strict=False).fill_nan(None)
        filled = frame[name].drop_nulls()
        if len(filled) and numbers.null_count() - frame[name].null_count() > 0.05 * len(filled):
            continue  # words, such as times
        values = numbers.to_numpy().astype(np.float64)
        if frame.width > 1 and (called_time(name) or _counts(name, values)):
            continue
        names.append(name)
        columns.append(values)
    if not columns:
        raise _no_numbers(path)
    values = np.stack(columns, axis=1)
    with np.errstate(over="ignore"):
        values[~np.isfinite(values.astype(np.float32))] = np.nan
    if np.isnan(values).all():
        raise _no_numbers(path)
    return tuple(names), values


def _frame(path: Path) -> pl.DataFrame:
    """The cells of a file as text, missing ones null."""
    import polars as pl

    content, _ = as_utf8(path.read_bytes(), path.name)
    head = content[: 1 << 14].decode("utf-8", "ignore")
    lines = [line for line in head.splitlines() if line.strip()]
    if not lines:
        raise _no_numbers(path)
    separator = guess_separator(head) if any(mark in lines[0] for mark in ",;\t| ") else ","
    first = [cell.strip().strip("'\"") for cell in lines[0].split(separator)]
    header = not any(is_number(cell) for cell in first if cell)
    try:
        frame = pl.read_csv(
            io.BytesIO(content),
            has_header=header,
            separator=separator,
            infer_schema=False,
            truncate_ragged_lines=True,
            null_values=[*MISSING],
        )
    except pl.exceptions.PolarsError as error:
        raise _no_numbers(path) from error
    names = [name.strip() if header else f"channel {k + 1}" for k, name in enumerate(frame.columns)]
    frame.columns = names if len(set(names)) == len(names) else [f"channel {k + 1}" for k in range(len(names))]
    return frame.select(pl.all().str.strip_chars())


def _counts(name: str, values: Array) -> bool:
    """Whether a column numbers the rows one by one and is called like it, or has no name."""
    steps = np.diff(values)
    unnamed = name == "" or name.lower() in ("index", "step", "t", "row", "no", "unnamed: 0")
    return unnamed and len(steps) > 0 and bool((steps == 1).all())


def looks_like_series(path: Path) -> bool:
    """Whether a file is a short enough table of numbers to be one of many samples."""
    try:
        if path.suffix.lower() not in SUFFIXES or os.path.getsize(path) > 50_000_000:
            return False
        _, values = read_sample(path)
    except (DataError, OSError):
        return False
    return len(values) > 1


def _no_numbers(path: Path) -> DataError:
    return DataError(
        f"'{path.name}' is no table of numbers",
        "A series has a step a row and a channel a column",
        "Save it again as CSV",
        code="data.not_a_series",
        values={"file": path.name},
    )
