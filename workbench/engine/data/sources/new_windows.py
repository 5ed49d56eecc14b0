"""New rows of a table for a network that looks back on a window: the last rows of each series, from which it goes on."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from ...errors import DataError
from ..preprocess import InputPreprocess, SeriesEncoding
from ..raw import Array
from ..series.channels import encode_rows
from ..series.counts import counted
from ..series.plan import NO_TIME, in_order
from ..series.times import time_text
from ..series.windows import window_view
from .table_files import Reading, read_table


def last_windows(path: Path, how: InputPreprocess) -> tuple[Array, tuple[str, ...], tuple[str, ...]]:
    """The last window (n, T, C) of each series in a table, what to call each, and sentences on what was done.

    Raises ``DataError`` for a table that lacks a column, or holds fewer rows than a window.
    """
    encoding = how.series
    assert encoding is not None
    read = read_table(path, Reading(fewest=1), lambda done, text: None)
    columns = {column.name: column for column in read.columns}
    _check_columns(columns, encoding, path.name)
    rows, _, skipped, _ = in_order(
        columns, read.lines, path.name, time=", ".join(encoding.time) or NO_TIME, group=encoding.group
    )
    values = encode_rows(columns, rows, encoding)
    steps = how.shape[0]
    ends = np.flatnonzero(np.append(rows.series[1:] != rows.series[:-1], True)) + 1
    starts = np.append(0, ends[:-1])
    long_enough = ends - starts >= steps
    if not long_enough.any():
        longest = int((ends - starts).max())
        held = "1 row" if longest == 1 else f"{longest:,} rows"
        raise DataError(
            f"'{path.name}' has {held}{' in its longest series' if len(ends) > 1 else ''}",
            f"The network looks back on {steps:,} of them",
            "Bring more rows",
            code="data.series_length",
            values={"file": path.name, "rows": longest, "steps": steps},
        )
    chosen = ends[long_enough] - steps
    found = window_view(values, steps, 1, len(values) - steps + 1)[chosen]
    notes = [f"Left out: {entry.item}: {entry.reason}" for entry in skipped]
    if (count := int((~long_enough).sum())) > 0:
        notes.append(
            f"{count:,} series {'has' if count == 1 else 'have'} fewer than the {counted(steps, 'row')} that the network looks back on."
        )
    labels = []
    for end in ends[long_enough].tolist():
        after = (
            f" after {time_text(float(rows.times[end - 1]), encoding.unit)}" if rows.dated else f" after row {end:,}"
        )
        name = f" {rows.names[int(rows.series[end - 1])]}" if rows.names else ""
        labels.append(f"{path.name}{name}{after}")
    return np.ascontiguousarray(found), tuple(labels), tuple(notes)


def _check_columns(columns: Mapping[str, object], encoding: SeriesEncoding, title: str) -> None:
    wanted = [*encoding.time, *([encoding.group] if encoding.group else []), *(c.column for c in encoding.channels)]
    missing = [name for name in dict.fromkeys(wanted) if name and name not in columns]
    if missing:
        listed = ", ".join(f"'{name}'" for name in missing)
        raise DataError(
            f"The header of '{title}' has no column {listed}",
            "Every column that the network was trained with is needed",
            "Add what is missing",
            code="data.missing_column",
            values={"columns": tuple(missing)},
        )
