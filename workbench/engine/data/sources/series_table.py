"""Windows over a table whose rows follow each other in time, to predict the rows behind them."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import numpy as np
from pydantic import AfterValidator, Field

from ...errors import DataError
from ...shapes import FORECAST
from ...values import Param, register
from ..arrays import real, split_names
from ..columns import Looked, look_at
from ..delimited import looks_like_header, table_like, unique_names
from ..head import Head
from ..paths import data_file
from ..preprocess import SeriesEncoding
from ..raw import Array, ColumnRole, Notice, RawData, RawInput, RawTarget, Skipped
from ..recipe import Progress, Source
from ..series.channels import carried, encode_rows, numbers_of
from ..series.counts import counted
from ..series.plan import in_order, plan, time_columns, too_varied
from ..series.times import frequency, season_of, time_text
from ..series.windows import Windows
from ..sighting import Candidate, Sighting
from .first_rows import first_rows
from .table import SUFFIXES, _separator
from .table_files import FIELDS, Reading, kind_by_name, read_table

if TYPE_CHECKING:
    from ..series.channels import SeriesRows

FEWEST = 12
"""Rows in the beginning of a table that must rise in time for it to be taken as a series."""
WINDOWS = {"year": 10, "quarter": 8, "month": 24, "week": 26, "day": 28, "hour": 24, "minute": 60, "second": 60}
"""Rows of a window by what a step is, where none is asked for: one or two turns of what repeats itself."""
_OTHERWISE = 32


@register("series_table")
class SeriesTableSource(Source):
    """A table as a series: windows of rows (N, T, C) float32, NaN where nothing is known yet, and the numbers behind them."""

    title = "Series in a table"
    path_fields = ("path",)

    path: str = Param("", help="The file: CSV, TSV, any other text with a row a line, or Parquet.", label="File")
    sheet: str = Param("", help="Name of the sheet of a workbook. Empty: the first that holds a table.", advanced=True)
    separator: Annotated[str, AfterValidator(_separator)] = Param(
        "", help="What stands between cells: one character, or tab. Empty: guessed.", advanced=True
    )
    encoding: Literal["auto", "utf-8", "utf-16", "gb18030", "latin-1"] = Param(
        "auto",
        words={"auto": "Guessed", "utf-8": "UTF-8", "utf-16": "UTF-16", "gb18030": "GB18030", "latin-1": "Latin-1"},
        help="How letters are written in the file. Latin-1 is Western European, GB18030 Chinese.",
        advanced=True,
    )
    header: Literal["auto", "yes", "no"] = Param(
        "auto", words={"auto": "Guessed"}, help="Whether the first row names the columns.", advanced=True
    )
    time: str = Param(
        "",
        label="Time column",
        help="The column that tells when a row was; several with commas between them are year, month, day, hour and minute. "
        "Empty: guessed. A dash (-): rows are in order.",
    )
    group: str = Param(
        "",
        label="Series column",
        help="The column that tells which series a row belongs to. Empty: all rows are one series.",
    )
    targets: str = Param(
        "", label="To predict", help="The columns of numbers to predict, with commas between them. Empty: guessed."
    )
    channels: str = Param(
        "",
        help="The columns that the network sees, with commas between them. Empty: all numbers, and words that repeat.",
    )
    window: Annotated[int, Field(ge=0, le=100_000)] = Param(
        0,
        unit="steps",
        help="Rows that the network looks back on. 0: by how far apart the rows are, or what repeats itself.",
    )
    horizon: Annotated[int, Field(ge=1, le=10_000)] = Param(
        1, unit="steps", help="Rows behind the window that are predicted."
    )
    stride: Annotated[int, Field(ge=1, le=100_000)] = Param(
        1, unit="steps", help="Rows from the beginning of one window to the next; more gives fewer, less alike samples."
    )
    predict: Literal["value", "change"] = Param(
        "value",
        label="Predict as",
        words={"value": "The number", "change": "Its change"},
        help="The number itself, or how much it changes from the last row of the window.",
    )
    changes: Literal["none", "difference", "percent"] = Param(
        "none",
        words={"none": "None", "difference": "In units", "percent": "In percent"},
        help="Adds a channel for each number: its change since the row before.",
    )
    calendar: Literal["auto", "yes", "no"] = Param(
        "auto",
        words={"auto": "From 500 rows"},
        help="Adds the hour, weekday and season of each row, as far as they differ between rows, as sine and cosine.",
    )

    def describe(self) -> str:
        """The file's name."""
        return Path(self.path).name or "no file"

    def used_fields(self) -> tuple[str, ...]:
        """All but how text is written for files that are none."""
        used = FIELDS[kind_by_name(Path(self.path))]
        left_out = {name for names in FIELDS.values() for name in names} - set(used)
        return tuple(name for name in type(self).model_fields if name not in left_out)

    @classmethod
    def recognise(cls, seen: Sighting) -> Candidate | None:
        """A table with a time in every row: most likely a series where they rise in regular steps. Or one column of numbers."""
        if seen.folder or (seen.suffix not in SUFFIXES and len(seen.lines) < FEWEST):
            return None
        columns = _first_columns(seen)
        if len(columns) == 1:
            return _lone(columns[0], cls(path=seen.portable))
        times = time_columns(columns) if columns else None
        if (
            times is None
            or len(times[1]) < FEWEST
            or not any(c.numbers is not None for c in columns if c.name not in times[0])
        ):
            return None
        source = cls(path=seen.portable)
        names = " ".join(f"'{name}'" for name in times[0])
        steps = np.diff(times[1])
        found = frequency(np.sort(times[1]))
        rising = bool((steps > 0).all() or (steps < 0).all())  # some tables have the newest row first
        if rising and found.regular > 0.8:
            apart = _article(found.word) if found.word != "step" else "equally far"
            return Candidate("series", source, f"rows {apart} apart by {names}", 0.8)
        return Candidate("series", source, f"a time in {names}", 0.35)

    def aimed(self, target: str = "", task: str = "") -> SeriesTableSource:
        """Predicts the columns ``target``. Raises ``DataError`` for classes."""
        if task == "classification":
            raise DataError(
                f"Classes can't be predicted from the series in {self.describe()}",
                "A series in a table predicts numbers from those before them",
                "Take the file as a table (--kind table)",
                code="data.series_classes",
            )
        return self.updated(targets=target) if target else self

    def settled(self, raw: RawData) -> SeriesTableSource:
        """The same source with what was guessed written down, so that a longer table makes the same windows."""
        windows, part = raw.windows, raw.inputs["series"]
        if windows is None or part.series is None:
            return self
        return self.updated(
            window=windows.steps, targets=", ".join(windows.targets), time=", ".join(part.series.time) or self.time
        )

    def head(self, progress: Progress, base_dir: Path = Path()) -> Head:
        """The first rows of the table."""
        path = data_file(self.path, base_dir, "The table file")
        reading = Reading(self.sheet, self.separator, self.encoding, self.header, fewest=1)
        return first_rows(path, reading, self._roles)

    def _roles(self, columns: list[Looked]) -> dict[str, ColumnRole]:
        """What columns are for, as far as it is told or plain to see."""
        found = None if self.time else time_columns(columns)
        time = found[0] if found is not None else () if self.time == "-" else split_names(self.time)
        roles: dict[str, ColumnRole] = dict.fromkeys(split_names(self.targets), "target")
        return roles | {self.group: "group"} | dict.fromkeys(time, "time")

    def load(self, progress: Progress, base_dir: Path = Path()) -> RawData:
        """Reads the table; windows are views of its rows."""
        path = data_file(self.path, base_dir, "The table file")
        progress(0.0, f"Reading {path.name}")
        reading = Reading(self.sheet, self.separator, self.encoding, self.header, fewest=1)
        read = read_table(path, reading, progress)
        progress(0.6, "Putting the rows in order")
        columns = {column.name: column for column in read.columns}
        rows, time, skipped, notices = in_order(columns, read.lines, path.name, time=self.time, group=self.group)
        steps = _step_of(rows)
        how, targets = plan(
            columns,
            path.name,
            time=time,
            group=self.group,
            targets=split_names(self.targets),
            channels=split_names(self.channels),
            changes=self.changes,
            calendar=self.calendar == "yes" or (self.calendar == "auto" and len(rows.order) >= 500),
            rows=rows,
            unit=steps.word,
            horizon=self.horizon,
            change=self.predict == "change",
        )
        progress(0.8, "Making the channels")
        values = encode_rows(columns, rows, how)
        known = np.stack([numbers_of(columns[name], rows) for name in targets], axis=1)
        windows = self._windows(path.name, values, known, targets, rows=rows, steps_apart=steps)
        if not self.channels:
            notices += too_varied(columns, {*time, self.group})
        notices += _gap_notices(columns, how, rows, known, targets)
        unknown = int(_unknown(windows, known).sum())
        left_out = (
            [Skipped(counted(unknown, "window"), "What they would predict is missing in the table.")] if unknown else []
        )
        if len(rows.names) < 2 and rows.dated and 0 < steps.regular < 0.9:
            notices.append(
                Notice(
                    "data.irregular_steps",
                    f"Only {steps.regular:.0%} of the rows are as far apart as most are. Windows take rows as equally far apart; if several series "
                    "stand in the table, choose the column that tells them apart.",
                    {"share": steps.regular},
                )
            )
        guess = " (guessed)" if not self.window else ""
        span = ""
        if rows.dated:
            span = f" from {time_text(rows.times.min(), steps.word)} to {time_text(rows.times.max(), steps.word)}"
        progress(1.0, f"Read {path.name}")
        return RawData(
            path.name,
            {
                "series": RawInput(
                    "series",
                    windows.inputs(),
                    tuple(c.name for c in how.channels),
                    gaps=True,
                    series=how,
                    windows=windows,
                )
            },
            {
                FORECAST: RawTarget(
                    "regression", windows.future(), names=_names(targets, self.horizon, self.predict == "change")
                )
            },
            skipped=(*read.skipped, *skipped, *left_out),
            note=f"{counted(len(values), 'row')}{span}, read as {read.how}; windows of {counted(windows.steps, 'row')}{guess} predict {self.horizon:,} ahead",
            notices=tuple(notices),
            digest=_digest(windows, how),
        )

    def _windows(
        self,
        title: str,
        values: Array,
        known: Array,
        targets: tuple[str, ...],
        *,
        rows: SeriesRows,
        steps_apart: _Steps,
    ) -> Windows:
        """The windows; their length is guessed where it is not told."""
        unit, season = steps_apart.word, steps_apart.season
        truth = np.stack([carried(known[:, k], rows.firsts) for k in range(known.shape[1])], axis=1)
        longest = int(np.bincount(rows.series).max())
        if not season and unit == "step":
            first = truth[rows.series == 0, 0]
            season = season_of(first[~np.isnan(first)][: max(100, int(0.7 * len(first)))])
        steps = self.window
        if not steps:
            wanted = WINDOWS.get(unit, 2 * season if season else _OTHERWISE)
            steps = max(1, min(wanted, (longest - self.horizon) // 4))
        count = (len(values) - steps - self.horizon) // self.stride + 1
        if count < 1 or longest < steps + self.horizon:
            raise DataError(
                f"'{title}' has {counted(longest, 'row')} in {'a' if not rows.names else 'its longest'} series",
                f"A window of {counted(steps, 'row')} and {self.horizon:,} to predict need {steps + self.horizon:,}",
                "Use a shorter window or horizon",
                code="data.windows_too_few",
                values={"rows": longest, "steps": steps, "horizon": self.horizon},
            )
        starts = np.arange(count, dtype=np.int64) * self.stride
        fresh = np.cumsum(np.isnan(known).any(axis=1))
        # What is to be predicted must be known, and must not be what only stands in for a missing value.
        whole = fresh[starts + steps + self.horizon - 1] == fresh[starts + steps - 1]
        whole &= rows.series[starts] == rows.series[starts + steps + self.horizon - 1]
        if self.predict == "change":
            whole &= ~np.isnan(truth[starts + steps - 1]).any(axis=1)
        return Windows(
            rows=values,
            truth=real(np.nan_to_num(truth)),
            targets=targets,
            times=rows.times,
            dated=rows.dated,
            unit=unit,
            season=season,
            series=rows.series,
            names=rows.names,
            steps=steps,
            horizon=self.horizon,
            stride=self.stride,
            usable=whole,
            change=self.predict == "change",
        )


def _article(unit: str) -> str:
    return f"an {unit}" if unit == "hour" else f"a {unit}"


class _Steps:
    """How far apart rows are: ``word``, ``season`` and ``regular`` as in ``Frequency``, by the longest series."""

    def __init__(self, word: str, season: int, regular: float) -> None:
        self.word, self.season, self.regular = word, season, regular


def _step_of(rows: SeriesRows) -> _Steps:
    if not rows.dated:
        return _Steps("step", 0, 1.0)
    longest = int(np.bincount(rows.series).argmax())
    found = frequency(rows.times[rows.series == longest])
    return _Steps(found.word, found.season, found.regular)


def _unknown(windows: Windows, known: Array) -> Array:
    """Which windows lie in one series and are left out because what they predict is missing (N,) bool."""
    last = windows.starts + windows.steps + windows.horizon - 1
    found: Array = ~windows.usable & (windows.series[windows.starts] == windows.series[last])
    return found


def _gap_notices(
    columns: dict[str, Looked], how: SeriesEncoding, rows: SeriesRows, known: Array, targets: tuple[str, ...]
) -> list[Notice]:
    seen = [name for name in dict.fromkeys(c.column for c in how.channels) if name]
    gaps = {}
    for name in seen:
        column = columns[name]
        missing = (
            np.isnan(column.as_numbers()[rows.order])
            if column.numbers is not None
            else column.text.is_null().to_numpy()
        )
        if missing.any():
            gaps[name] = int(missing.sum())
    if not gaps:
        return []
    listed = ", ".join(f"'{name}' {count:,}" for name, count in list(gaps.items())[:6]) + (
        ", ..." if len(gaps) > 6 else ""
    )
    return [
        Notice(
            "data.series_gaps",
            f"Values are missing in the table: {listed}. The last known one stands in for each; one from between its neighbours "
            "would tell the network what is to come.",
            {"columns": gaps},
        )
    ]


def _names(targets: tuple[str, ...], horizon: int, change: bool) -> tuple[str, ...]:
    """What the numbers to predict are called: "passengers +1"."""
    prefix = "change of " if change else ""
    return tuple(f"{prefix}{name} +{step + 1}" for name in targets for step in range(horizon))


def _digest(windows: Windows, how: SeriesEncoding) -> str:
    digest = hashlib.blake2b(how.model_dump_json().encode(), digest_size=16)
    digest.update(f"{windows.targets} {windows.steps} {windows.stride} {windows.unit} {windows.names}".encode())
    for values in (windows.rows, windows.truth, windows.times, windows.series, windows.usable):
        digest.update(np.ascontiguousarray(values, dtype=values.dtype.newbyteorder("<")).view(np.uint8).data)
    return digest.hexdigest()


def _lone(column: Looked, source: SeriesTableSource) -> Candidate | None:
    """The only column of a file: its numbers follow each other, row by row."""
    if column.numbers is None or len(column.text) < FEWEST or column.distinct < 2 or time_columns([column]):
        return None
    return Candidate("series", source, f"a single column of numbers, '{column.name}'", 0.6)


def _first_columns(seen: Sighting) -> list[Looked]:
    """The columns of the first lines of a text file; none where it is no table."""
    import polars as pl

    text = seen.text
    if not text:
        return []
    # Where no separator cuts, each line is a cell.
    separator, width = table_like(text) or (",", 1)
    try:
        found = [
            row
            for row in csv.reader(text.splitlines(), delimiter=separator, skipinitialspace=True)
            if len(row) == width
        ]
    except csv.Error:
        return []
    named = looks_like_header(found[:200])
    names = (
        unique_names([cell.strip().strip("'") for cell in found[0]])
        if named
        else [f"column_{i + 1}" for i in range(width)]
    )
    body = found[1:] if named else found
    if not body or not all(names):
        return []
    return look_at(
        pl.DataFrame(
            {name: [row[i] for row in body] for i, name in enumerate(names)}, schema=dict.fromkeys(names, pl.String)
        )
    )
