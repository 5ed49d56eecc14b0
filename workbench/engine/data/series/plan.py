"""What a table's columns are for in a series: when a row was, which series it belongs to, what is seen and what predicted."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

import numpy as np

from ...errors import DataError
from ..columns import useless
from ..delimited import LISTED, listed
from ..preprocess import SeriesChannel, SeriesEncoding
from ..raw import Array, Notice, Skipped
from .channels import SeriesRows
from .times import calendar_parts, called_time, frequency, part_columns, read_times, time_from_parts

if TYPE_CHECKING:
    from ..columns import Looked

NO_TIME = "-"
TARGETS = ("target", "y", "value", "values", "close", "count", "demand", "sales", "load")
"""Names of columns that are predicted where none is chosen; otherwise the first of numbers."""
MOST_CATEGORIES = 20
"""Different texts of a column that become channels."""


def time_columns(columns: Sequence[Looked]) -> tuple[tuple[str, ...], Array] | None:
    """The columns that tell when a row was, and the times (R,) in seconds since 1970; None where none does."""
    parts = part_columns([column.name for column in columns if column.numbers is not None])
    by_name = {column.name: column for column in columns}
    if parts:
        times = time_from_parts([by_name[name].as_numbers() for name in parts])
        if (~np.isnan(times)).mean() > 0.95:
            return parts, times
    named = [column for column in columns if called_time(column.name)]
    for column in (*named, *(c for c in columns if c.numbers is None and c not in named)):
        if column.numbers is not None and column.name.strip().lower() in ("year", "年"):
            years = column.as_numbers()
            if (years[~np.isnan(years)] >= 1000).all() and (years[~np.isnan(years)] <= 3000).all():
                return (column.name,), _numbered(years)
        if column.numbers is not None and not column.text.drop_nulls().head(20).str.contains(r"^(19|20)\d{6}$").all():
            continue
        found = read_times(column.text)
        if found is not None:
            return (column.name,), found
    return None


def in_order(
    columns: Mapping[str, Looked], lines: Array, title: str, *, time: str, group: str
) -> tuple[SeriesRows, tuple[str, ...], list[Skipped], list[Notice]]:
    """The rows in order, the columns that told it, rows left out because their time is unknown, and what to know.

    Args:
        columns: those of the table.
        lines: the line of each row.
        title: the file's name, for messages.
        time: the time's column, several with commas; empty: guessed; ``NO_TIME``: rows are in order.
        group: the column that tells series apart, or empty.

    Raises ``DataError`` for columns that are not there or hold no times.
    """
    count = len(lines)
    names, times = _times(columns, title, time)
    skipped: list[Skipped] = []
    notices: list[Notice] = []
    kept = np.arange(count)
    if times is not None and np.isnan(times).any():
        bad = np.flatnonzero(np.isnan(times))
        entries = [Skipped(f"line {line:,}", "Its time can't be read.") for line in lines[bad][:LISTED].tolist()]
        skipped = list(listed(entries, len(bad)))
        kept = np.flatnonzero(~np.isnan(times))
    if len(kept) == 0:
        raise _no_times(title, names)
    codes: Array = np.zeros(count)
    series_names: tuple[str, ...] = ()
    if group:
        _known(columns, [group], title)
        codes, series_names = columns[group].as_codes()
        lost = kept[np.isnan(codes[kept])]
        entries = [
            Skipped(f"line {line:,}", f"'{group}' does not say which series it belongs to.")
            for line in lines[lost][:LISTED].tolist()
        ]
        skipped += listed(entries, len(lost))
        kept = kept[~np.isnan(codes[kept])]
        if len(kept) == 0:
            raise DataError(
                f"The column '{group}' of '{title}' is empty",
                "It tells which series each row belongs to",
                "Choose another column, or none",
                code="data.empty_group",
                values={"column": group},
            )
    key = times if times is not None else np.arange(count, dtype=np.float64)
    order = kept[np.lexsort((key[kept], codes[kept]))]
    _, series = np.unique(codes[order], return_inverse=True)
    series = series.reshape(-1).astype(np.int64)
    rising: Array = key[order].astype(np.float64)
    if times is None:
        firsts = np.flatnonzero(np.append(True, series[1:] != series[:-1]))
        rising = np.arange(len(order)) - np.repeat(firsts, np.diff(np.append(firsts, len(order))))
    elif (twice := int(((np.diff(rising) == 0) & (np.diff(series) == 0)).sum())) > 0:
        rows = "1 row has" if twice == 1 else f"{twice:,} rows have"
        notices.append(
            Notice(
                "data.same_times",
                f"{rows} the same time as the row before. If several series stand in the table, choose the column that tells "
                "them apart.",
                {"count": twice},
            )
        )
    return (
        SeriesRows(order, series, tuple(series_names), rising.astype(np.float64), times is not None),
        names,
        skipped,
        notices,
    )


def plan(
    columns: Mapping[str, Looked],
    title: str,
    *,
    time: tuple[str, ...],
    group: str,
    targets: tuple[str, ...],
    channels: tuple[str, ...],
    changes: Literal["none", "difference", "percent"],
    calendar: bool,
    rows: SeriesRows,
    unit: str,
    horizon: int,
    change: bool,
) -> tuple[SeriesEncoding, tuple[str, ...]]:
    """How rows become channels, and the columns to predict. Raises ``DataError`` for columns that don't serve."""
    _known(columns, [*targets, *channels], title)
    taken = {*time, group}
    numbers = [c for c in columns.values() if c.numbers is not None and c.name not in taken and c.missing < len(c.text)]
    if not targets:
        fit = [c for c in numbers if useless(c) is None] or [c for c in numbers if c.distinct > 1]
        if not fit:
            raise DataError(
                f"'{title}' has no column of numbers that change, beside its time",
                "A series predicts numbers from those before them",
                "Choose another file, or take it as a table",
                code="data.no_features",
                values={"file": title},
            )
        lower = {c.name.lower(): c.name for c in reversed(fit)}
        targets = (next((lower[name] for name in TARGETS if name in lower), fit[0].name),)
    targets = tuple(dict.fromkeys(targets))
    for name in channels:
        if columns[name].numbers is None and columns[name].distinct > MOST_CATEGORIES:
            raise DataError(
                f"The column '{name}' holds {columns[name].distinct:,} different texts, which is too many for channels",
                f"Each text becomes a channel of its own, {MOST_CATEGORIES} at most",
                "Choose other channels",
                code="data.too_many_texts",
                values={"column": name, "texts": columns[name].distinct},
            )
    for name in targets:
        if columns[name].numbers is None:
            example = columns[name].text.drop_nulls()
            raise DataError(
                f"The column '{name}' holds text{f' such as {example[0]!r}' if len(example) else ''}, which cannot be predicted as a number",
                "A series predicts numbers",
                "Choose another column to predict, or take the file as a table",
                code="data.bad_labels",
                values={"column": name},
            )
    made: list[SeriesChannel] = []
    for column in columns.values():
        if (
            column.name in channels
            or column.name in targets
            or (not channels and column.name not in taken and _useful(column))
        ):
            made += _channels(column, changes)
    if calendar and rows.dated:
        step = frequency(rows.times[rows.series == rows.series[0]]).seconds
        for part in calendar_parts(step):
            made += [SeriesChannel(name=f"{part} ({wave})", way=part, category=wave) for wave in ("sin", "cos")]
    return SeriesEncoding(
        channels=tuple(made), time=time, group=group, unit=unit, horizon=horizon, change=change
    ), targets


def _useful(column: Looked) -> bool:
    if useless(column) is not None:
        return False
    return column.numbers is not None or column.distinct <= MOST_CATEGORIES


def too_varied(columns: Mapping[str, Looked], taken: Collection[str]) -> list[Notice]:
    """A notice for each column of texts, beside those ``taken``, that makes no channel as it holds too many of them."""
    return [
        Notice(
            "data.too_many_texts",
            f"'{column.name}' holds {column.distinct:,} different texts, and {MOST_CATEGORIES} at most become channels: nothing "
            "is made of it. If it tells several series apart, choose it as the series column.",
            {"column": column.name, "texts": column.distinct},
        )
        for column in columns.values()
        if column.numbers is None and column.distinct > MOST_CATEGORIES and column.name not in taken
    ]


def _channels(column: Looked, changes: Literal["none", "difference", "percent"]) -> list[SeriesChannel]:
    name = column.name
    if column.numbers is None:
        words = column.text.drop_nulls().unique().sort().to_list()
        return [
            SeriesChannel(name=f"{name} = {w}", column=name, way="category", category=w)
            for w in words[:MOST_CATEGORIES]
        ]
    found = [SeriesChannel(name=name, column=name)]
    if changes != "none":
        unit = " %" if changes == "percent" else ""
        found.append(SeriesChannel(name=f"change of {name}{unit}", column=name, way=changes))
    return found


def _times(columns: Mapping[str, Looked], title: str, time: str) -> tuple[tuple[str, ...], Array | None]:
    if time.strip() == NO_TIME:
        return (), None
    names = tuple(part.strip() for part in time.split(",")) if time.strip() else ()
    if not names:
        found = time_columns(list(columns.values()))
        return found if found is not None else ((), None)
    _known(columns, names, title)
    if len(names) > 1:
        return names, time_from_parts([columns[name].as_numbers() for name in names])
    column = columns[names[0]]
    times = read_times(column.text)
    if times is None and column.numbers is not None:
        return names, _numbered(column.as_numbers())
    if times is None:
        raise _no_times(title, names)
    return names, times


def _numbered(numbers: Array) -> Array:
    """Numbers as times: years, seconds or milliseconds since 1970."""
    known = numbers[~np.isnan(numbers)]
    if len(known) and known.min() >= 1000 and known.max() <= 3000 and (known == np.floor(known)).all():
        return time_from_parts([numbers])
    return numbers / 1000 if len(known) and np.median(known) > 1e11 else numbers


def _known(columns: Mapping[str, Looked], names: Sequence[str], title: str) -> None:
    for name in names:
        if name not in columns:
            shown = ", ".join(list(columns)[:20]) + (f" and {len(columns) - 20} more" if len(columns) > 20 else "")
            raise DataError(
                f"'{title}' has no column '{name}'",
                f"Its columns are {shown}",
                "Choose one of these",
                code="data.unknown_column",
                values={"column": name, "columns": list(columns)},
            )


def _no_times(title: str, names: Sequence[str]) -> DataError:
    which = ", ".join(f"'{name}'" for name in names)
    return DataError(
        f"No time can be read in {which} of '{title}'",
        "Times look like 2020-01-31 or 31.01.2020 09:30",
        "Choose another column, or a dash (-) where the rows are in order",
        code="data.no_times",
        values={"file": title, "columns": list(names)},
    )
