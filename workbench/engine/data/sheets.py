"""The child process of ``workbooks``: a request as JSON on stdin, the sheet as an Arrow file, an answer as JSON on stdout.

The library that reads workbooks makes room for all cells between the first and the last; a file of a few bytes can claim
billions, and then the process is ended by the system. So it is this one.
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from .delimited import looks_like_header, unique_names

if TYPE_CHECKING:
    import fastexcel
    import polars as pl

_LOOKED_AT = 500
"""Rows in which the beginning of the table is looked for."""
_FILLED = 0.6
"""Share of the usual number of filled cells that the first row of the table has, at least."""


def main() -> int:
    """Reads one sheet; returns the exit code."""
    request = json.loads(sys.stdin.buffer.read())
    _limit(int(request["memory"]))
    import fastexcel
    import polars as pl

    try:
        answer = read(request)
    except (fastexcel.FastExcelError, pl.exceptions.PolarsError, OSError, ValueError) as error:
        answer = {"error": (str(error).splitlines() or [type(error).__name__])[0][:200]}
    print(json.dumps(answer))
    return 0


def read(request: dict[str, Any]) -> dict[str, Any]:
    """Writes the sheet that is asked for to ``out``; returns its name, all names, and what was found of rows and header."""
    import fastexcel
    import polars as pl

    reader = fastexcel.read_excel(request["path"])
    sheets = list(reader.sheet_names)
    if request["sheet"] and request["sheet"] not in sheets:
        return {"sheets": sheets}
    name, start = _chosen(reader, [request["sheet"]] if request["sheet"] else sheets)
    texts = [[(cell or "").strip() for cell in row] for row in start.rows()]
    counts = [sum(1 for cell in row if cell) for row in texts]
    usual = sorted(c for c in counts if c) or [0]
    first = next((k for k, c in enumerate(counts) if c and c >= _FILLED * usual[len(usual) // 2]), 0)
    below = [row for row in texts[first:] if any(row)]
    named = request["header"] == "yes" or (request["header"] == "auto" and looks_like_header(below))
    frame = _typed(reader, name, first + named, request["rows"])
    given = texts[first] if named else []
    names = [(given[k] if k < len(given) else "") or f"column_{k + 1}" for k in range(frame.width)]
    frame.columns = [f"c{k}" for k in range(frame.width)]
    filled = [
        k for k in range(frame.width) if frame[f"c{k}"].null_count() < frame.height or (k < len(given) and given[k])
    ]
    kept = [f"c{k}" for k in filled]
    frame = frame.select(kept).with_row_index("row", offset=first + named + 1)
    if kept:
        frame = frame.filter(~pl.all_horizontal(pl.col(kept).is_null()))
    frame.write_ipc(request["out"])
    above = [k + 1 for k in range(first) if counts[k]]
    pairs = list(zip(kept, unique_names([names[k] for k in filled]), strict=True))
    return {"sheet": name, "sheets": sheets, "above": above, "header": bool(named), "names": pairs}


def _chosen(reader: fastexcel.ExcelReader, names: list[str]) -> tuple[str, pl.DataFrame]:
    """The first sheet with two filled columns and rows, and its first rows as text; else the first one."""
    import polars as pl

    found: list[tuple[str, pl.DataFrame]] = []
    for name in names:
        frame = reader.load_sheet(name, header_row=None, skip_rows=0, n_rows=_LOOKED_AT, dtypes="string").to_polars()
        found.append((name, frame))
        if sum(frame[c].null_count() < frame.height - 1 for c in frame.columns) >= 2:
            break
    else:
        return found[0] if found else ("", pl.DataFrame())
    return found[-1]


def _typed(reader: fastexcel.ExcelReader, name: str, skip: int, rows: int | None) -> pl.DataFrame:
    """The sheet from row ``skip`` on: numbers exactly as the file has them, times as text."""
    import polars as pl

    def load(**how: Any) -> pl.DataFrame:
        sheet = reader.load_sheet(name, header_row=None, skip_rows=skip, n_rows=rows, schema_sample_rows=None, **how)
        frame: pl.DataFrame = sheet.to_polars()
        return frame

    frame = load()
    mixed = [
        k
        for k, kind in enumerate(frame.dtypes)
        if kind == pl.String and frame.to_series(k).cast(pl.Float64, strict=False).null_count() < frame.height
    ]
    exact = load(dtypes="float") if mixed else frame
    columns = []
    for k, column in enumerate(frame.get_columns()):
        if k in mixed:
            # A number among texts is written with few digits: 1e-20 becomes 0. Where that is so, the number itself counts.
            number, text = exact.to_series(k), column.cast(pl.Float64, strict=False)
            changed = (number != text) & number.is_not_null()
            column = column.set(changed.fill_null(False), None).fill_null(number.cast(pl.String))
        elif column.dtype == pl.Float64 and _whole(column):
            column = column.cast(pl.Int64)  # workbooks have real numbers only; "3" should not become "3.0"
        elif column.dtype.is_temporal():
            column = _times(column)
        columns.append(column)
    return pl.DataFrame(columns)


def _whole(column: pl.Series) -> bool:
    held = column.drop_nulls()
    return len(held) > 0 and bool(((held == held.floor()) & (held.abs() < 2.0**53)).all())


def _times(column: pl.Series) -> pl.Series:
    """Dates without a time of day where there is none, times of day without a date."""
    import polars as pl

    if column.dtype == pl.Datetime:
        if (column.dt.year() < 1900).all():
            return column.dt.strftime("%H:%M:%S")
        if (column.dt.truncate("1d") == column).all():
            return column.dt.strftime("%Y-%m-%d")
        return column.dt.strftime("%Y-%m-%d %H:%M:%S")
    return column.cast(pl.String, strict=False)


def _limit(memory: int) -> None:
    """Keeps this process from taking more than is free, where the system can do that."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory + (1 << 30), memory + (1 << 30)))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
