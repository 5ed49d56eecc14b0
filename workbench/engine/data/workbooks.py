"""Workbooks: .xlsx, .xls and .ods. They are read in a process of their own (``sheets``), as a hostile file can end it."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ..errors import DataError
from .raw import Array, Skipped

if TYPE_CHECKING:
    import polars as pl

SUFFIXES = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})
"""Endings of workbooks."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook.

    Attributes:
        frame: its cells: numbers, true and false, dates as text ("2024-01-31"), other texts; empty ones null.
        lines: the row of each in the sheet, counted from 1, (N,) int64.
        skipped: rows above the table.
        name, others: what the sheet is called, and the other ones.
        header: whether a row named the columns.
    """

    frame: pl.DataFrame
    lines: Array
    skipped: tuple[Skipped, ...]
    name: str
    others: tuple[str, ...]
    header: bool


def is_workbook(path: Path, head: bytes) -> bool:
    """Whether a file is a workbook, by what it holds; ``head`` are its first bytes."""
    if head.startswith(_OLE):
        return path.suffix.lower() not in (".doc", ".ppt", ".msg", ".msi")
    if not head.startswith(b"PK"):
        return False
    if _ODS in head[:200]:
        return True
    try:
        with zipfile.ZipFile(path) as archive:
            return any(name in ("xl/workbook.xml", "xl/workbook.bin") for name in archive.namelist())
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
        # Cut short, perhaps: the name says what it was meant to be, and reading it says what is wrong.
        return path.suffix.lower() in SUFFIXES


def read_workbook(
    path: Path, *, sheet: str, header: str, rows: int | None = None, tick: Callable[[], None] = lambda: None
) -> Sheet:
    """Reads a sheet.

    Args:
        path: the file.
        sheet: its name; empty: the first that holds two columns and two rows.
        header: "yes", "no" or "auto".
        rows: how many rows at most.
        tick: called ten times a second; may raise ``Cancelled``.

    Raises ``DataError`` where there is no such sheet or no table on it, or the file is damaged.
    """
    import polars as pl
    import psutil

    with path.open("rb") as file:
        if file.read(8) == _OLE and _ENCRYPTED in file.read():
            raise DataError(
                f"'{path.name}' is protected by a password",
                "It can't be read without it",
                "Save it without one",
                code="data.workbook_locked",
                values={"file": path.name},
            )
    with tempfile.TemporaryDirectory(prefix="workbench-") as folder:
        out = Path(folder) / "sheet.arrow"
        request = {"path": str(path), "sheet": sheet, "header": header, "rows": rows, "out": str(out)}
        found = _child(path, {**request, "memory": psutil.virtual_memory().available}, tick)
        if "sheets" in found and "sheet" not in found:
            raise DataError(
                f"'{path.name}' has no sheet '{sheet}'",
                f"Its sheets are {', '.join(found['sheets'])}",
                "Choose one of these",
                code="data.unknown_sheet",
                values={"file": path.name, "sheet": sheet, "sheets": found["sheets"]},
            )
        frame = pl.read_ipc(io.BytesIO(out.read_bytes()))  # not mapped: the folder goes away
    name = str(found["sheet"])
    lines = frame["row"].to_numpy().astype(np.int64)
    frame = frame.drop("row").rename(dict(found["names"]))
    if frame.width < 2 or frame.height == 0:
        raise DataError(
            f"The sheet '{name}' of '{path.name}' has {frame.width} filled columns and {frame.height} rows",
            "One column is to be predicted from others",
            "Choose another sheet, or a file that holds more",
            code="data.one_column",
            values={"file": path.name, "sheet": name},
        )
    above = tuple(Skipped(f"row {row}", "It stands above the table.") for row in found["above"])
    others = tuple(n for n in found["sheets"] if n != name)
    return Sheet(frame, lines, above, name, others, bool(found["header"]))


def _child(path: Path, request: Mapping[str, Any], tick: Callable[[], None]) -> dict[str, Any]:
    try:
        child = subprocess.Popen(
            [sys.executable, "-m", "workbench.engine.data.sheets"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )
    except OSError as error:
        raise DataError(
            f"'{path.name}' can't be read now ({error.strerror or error})",
            "Workbooks are read in a process of their own",
            "Close other programs and try again",
            code="data.workbook",
            values={"file": path.name},
        ) from error
    with child:
        content: bytes | None = json.dumps(request).encode()
        try:
            while True:
                try:
                    answer, _ = child.communicate(content, timeout=0.1)
                    break
                except subprocess.TimeoutExpired:
                    content = None
                    tick()
        except BaseException:
            child.kill()
            raise
    try:
        found = json.loads(answer)
    except ValueError:
        found = {"error": "the reader died, as it does where a sheet claims more cells than there is memory for"}
    if not isinstance(found, dict):
        found = {"error": "no answer"}
    if "error" in found:
        raise DataError(
            f"'{path.name}' is damaged, cut short, or no workbook ({found['error']})",
            "Workbooks are .xlsx, .xls and .ods files",
            "Save it again, or as CSV",
            code="data.workbook",
            values={"file": path.name, "reason": found["error"]},
        )
    return found
