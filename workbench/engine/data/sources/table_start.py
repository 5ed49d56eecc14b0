"""The first rows of a table's file, without reading the rest of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import DataError
from ..arff import read_arff
from ..delimited import as_utf8, guess_encoding, read_cells
from ..head import ROWS
from ..parquet import read_parquet
from ..paths import head_of, unreadable
from .table_files import HEAD, Reading, kind_of, sheet_of

if TYPE_CHECKING:
    import polars as pl

START = 1 << 18
"""Bytes that are read, and twice as many as long as they hold less than two lines."""


@dataclass(frozen=True)
class Start:
    """The first rows (all cells text, or typed as the file has them), how they were read, and whether that is all."""

    frame: pl.DataFrame
    guessed: Mapping[str, str] = field(default_factory=dict)
    whole: bool = False
    nominal: frozenset[str] = frozenset()


def read_start(path: Path, reading: Reading, tick: Callable[[], None] = lambda: None) -> Start:
    """Reads the beginning of a table. Raises ``DataError`` for what is no table."""
    try:
        kind = kind_of(path, head_of(path, HEAD))
        if kind == "parquet":
            return _parquet(path)
        if kind == "workbook":
            sheet = sheet_of(path, reading, tick, rows=ROWS + 1)
            guessed = {"sheet": sheet.name, "header": "yes" if sheet.header else "no"}
            return Start(sheet.frame, guessed, sheet.frame.height <= ROWS)
        if kind == "arff":
            table = read_arff(path.read_bytes(), path.name, encoding=reading.encoding, rows=ROWS + 1)
            return Start(table.frame, {"encoding": table.encoding}, table.frame.height <= ROWS, table.nominal)
        content, whole = _lines(path, reading.encoding)
    except OSError as error:
        raise unreadable(path, error) from error
    content, found = as_utf8(content, path.name, reading.encoding)
    cells = read_cells(
        content,
        path.name,
        separator=reading.separator,
        encoding="utf-8",
        header=reading.header,
        fewest=reading.fewest,
    )
    guessed = {
        "separator": cells.separator,
        "encoding": "utf-16" if found.startswith("utf-16") else found,
        "header": "yes" if cells.header else "no",
    }
    return Start(cells.frame, guessed, whole)


def _lines(path: Path, encoding: str) -> tuple[bytes, bool]:
    """Whole lines from the beginning, in the file's own encoding, and whether that is everything."""
    size = START
    with path.open("rb") as file:
        content = file.read(size)
        while True:
            if len(content) < size:
                return content, True
            wide = (guess_encoding(content) if encoding == "auto" else encoding).startswith("utf-16")
            # Of UTF-16 the byte of a line break also stands in other letters; half a letter at the end is let go.
            end = len(content) - len(content) % 2 if wide else max(content.rfind(b"\n"), content.rfind(b"\r")) + 1
            if end > 0 and content.count(b"\n", 0, end) + content.count(b"\r", 0, end) > 1:
                return content[:end], False
            content += file.read(size)
            size *= 2


def _parquet(path: Path) -> Start:
    frame = read_parquet(path, ROWS + 1)
    if frame.width == 0 or frame.height == 0:
        raise DataError(
            f"'{path.name}' holds no columns of numbers or text, or no rows",
            "One column is to be predicted from others",
            "Choose a file that holds more",
            code="data.one_column",
            values={"file": path.name},
        )
    return Start(frame, {}, frame.height <= ROWS)
