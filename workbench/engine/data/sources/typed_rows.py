"""Rows of workbooks, Parquet and ARFF files as text, for predictions on new samples."""

from __future__ import annotations

from pathlib import Path

from ..paths import head_of
from .table_files import HEAD, Reading, kind_of, read_table


def is_typed(path: Path) -> bool:
    """Whether a file is such a table. Raises ``DataError`` where it can't be read."""
    return kind_of(path, head_of(path, HEAD)) != "text"


def typed_rows(path: Path) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """Names of the columns, and each row with the line it stands on; a missing value is empty. Raises ``DataError``."""
    found = read_table(path, Reading(), lambda done, text: None)
    cells = [column.text.fill_null("").to_list() for column in found.columns]
    rows = [(int(line), list(row)) for line, row in zip(found.lines, zip(*cells, strict=True), strict=True)]
    return [column.name for column in found.columns], rows
