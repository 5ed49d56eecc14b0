"""What kind of table a file is, and its columns, read once and kept while only roles change."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from ...errors import DataError
from ..arff import is_arff, read_arff
from ..columns import Looked, look_at
from ..delimited import guess_encoding, read_cells
from ..identity import row_numbers
from ..parquet import read_parquet
from ..paths import head_of, need_memory, unreadable
from ..raw import Array, Skipped
from ..recipe import Progress
from ..workbooks import SUFFIXES, Sheet, is_workbook, read_workbook

if TYPE_CHECKING:
    import polars as pl

TableKind = Literal["parquet", "workbook", "arff", "text"]
FIELDS: dict[TableKind, tuple[str, ...]] = {
    "parquet": (),
    "workbook": ("sheet", "header"),
    "arff": ("encoding",),
    "text": ("separator", "encoding", "header"),
}
"""Which settings of ``Reading`` matter for each kind."""

PARQUET = b"PAR1"
HEAD = 1 << 16
"""Bytes that tell what kind a file is."""
SEPARATOR_WORDS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars", " ": "spaces"}


@dataclass(frozen=True)
class Reading:
    """How a file is to be read, as in ``TableSource``; ``fewest`` is how many columns a text must have."""

    sheet: str = ""
    separator: str = ""
    encoding: str = "auto"
    header: str = "auto"
    fewest: int = 2


@dataclass(frozen=True)
class TableRead:
    """A file as it was read: its columns, the line of each row, what was left out, and a few words about it."""

    columns: list[Looked]
    lines: Array
    skipped: tuple[Skipped, ...]
    how: str

    @cached_property
    def row_numbers(self) -> Array:
        """A number (N,) uint64 for the content of each row, see ``RawData.rows``."""
        cells = ((c.text.to_numpy() if c.numbers is None else c.as_numbers()) for c in self.columns)
        return row_numbers(cells, len(self.lines))


_last: tuple[tuple[Any, ...], TableRead] | None = None
_last_lock = threading.Lock()
# The file read last is kept, so that another role of a column doesn't read it again.


def forget_table() -> None:
    """Lets go of the table that is kept in memory."""
    global _last  # noqa: PLW0603
    with _last_lock:
        _last = None


def kind_by_name(path: Path) -> TableKind:
    """What a file is, by its ending."""
    ending = path.suffix.lower()
    if ending in (".parquet", ".pq"):
        return "parquet"
    return "workbook" if ending in SUFFIXES else "arff" if ending == ".arff" else "text"


def kind_of(path: Path, head: bytes) -> TableKind:
    """What a file is, by its first bytes."""
    if head.startswith(PARQUET):
        return "parquet"
    if is_workbook(path, head):
        return "workbook"
    start = head[:4096]
    return "arff" if b"@" in start and is_arff(start.decode(guess_encoding(start), "ignore")) else "text"


def read_table(path: Path, reading: Reading, progress: Progress) -> TableRead:
    """The whole file. Raises ``DataError`` for what is no table."""
    global _last  # noqa: PLW0603
    try:
        stat = path.stat()
        key = (str(path), stat.st_size, stat.st_mtime_ns, reading)
        with _last_lock:
            if _last is not None and _last[0] == key:
                return _last[1]
        frame, nominal, lines, skipped, how = _everything(path, reading, stat.st_size, progress)
    except OSError as error:
        raise unreadable(path, error) from error
    progress(0.4, "Looking at the columns")
    read = TableRead(look_at_typed(frame, nominal), lines, skipped, how)
    with _last_lock:
        _last = (key, read)
    return read


def look_at_typed(frame: pl.DataFrame, nominal: frozenset[str] = frozenset()) -> list[Looked]:
    """``look_at`` for a file that says of the columns ``nominal`` that they hold categories, though they look like numbers."""
    return [_as_category(column) if column.name in nominal else column for column in look_at(frame)]


def sheet_of(path: Path, reading: Reading, tick: Callable[[], None], rows: int | None = None) -> Sheet:
    """A workbook's sheet."""
    return read_workbook(path, sheet=reading.sheet, header=reading.header, rows=rows, tick=tick)


def _everything(
    path: Path, reading: Reading, size: int, progress: Progress
) -> tuple[pl.DataFrame, frozenset[str], Array, tuple[Skipped, ...], str]:
    kind = kind_of(path, head_of(path, HEAD))
    need_memory(size * (8 if kind == "parquet" else 6), f"The table '{path.name}'")
    none: frozenset[str] = frozenset()
    if kind == "parquet":
        frame = _parquet(path)
        return frame, none, np.arange(1, frame.height + 1), (), "Parquet"
    if kind == "workbook":
        sheet = sheet_of(path, reading, lambda: progress(0.0, f"Reading {path.name}"))
        others = f" beside {', '.join(repr(n) for n in sheet.others[:5])}" if sheet.others else ""
        how = f"the sheet '{sheet.name}'{others} with {'a' if sheet.header else 'no'} header"
        return sheet.frame, none, sheet.lines, sheet.skipped, how
    if kind == "arff":
        table = read_arff(path.read_bytes(), path.name, encoding=reading.encoding)
        return table.frame, table.nominal, table.lines, table.skipped, f"ARFF in {table.encoding.upper()}"
    cells = read_cells(
        path.read_bytes(),
        path.name,
        separator=reading.separator,
        encoding=reading.encoding,
        header=reading.header,
        fewest=reading.fewest,
    )
    word = SEPARATOR_WORDS.get(cells.separator, f"'{cells.separator}'")
    cut = f"{word} and " if cells.frame.width > 1 else ""
    how = f"{cells.encoding.upper()} with {cut}{'a' if cells.header else 'no'} header"
    return cells.frame, none, cells.lines, cells.skipped, how


def _as_category(column: Looked) -> Looked:
    missing = column.text.null_count()
    return replace(column, numbers=None, odd=0, missing=missing, distinct=column.text.drop_nulls().n_unique())


def _parquet(path: Path) -> pl.DataFrame:
    frame = read_parquet(path)
    if frame.width < 2 or frame.height == 0:
        raise DataError(
            f"'{path.name}' has {frame.width} columns of numbers or text and {frame.height} rows",
            "One column is to be predicted from others",
            "Choose a file that holds more",
            code="data.one_column",
            values={"file": path.name},
        )
    return frame
