"""The first rows of a table as the file has them, for sources that make something else of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..columns import Looked, look_at
from ..head import ROWS, Head
from ..raw import ColumnRole, TableColumn
from .table_files import Reading
from .table_start import read_start


def first_rows(path: Path, reading: Reading, roles: Callable[[list[Looked]], dict[str, ColumnRole]]) -> Head:
    """Reads them. Raises ``DataError`` for what is no table.

    Args:
        path: the file.
        reading: how it is read.
        roles: gives the roles of the columns, as far as they are known; the others are features.
    """
    start = read_start(path, reading)
    looked = look_at(start.frame)
    found = roles(looked)
    columns = tuple(TableColumn(c.name, found.get(c.name, "feature"), c.type, c.missing, c.distinct) for c in looked)
    texts = [column.text.head(ROWS).fill_null("").to_list() for column in looked]
    whole = start.whole and start.frame.height <= ROWS
    return Head(None, columns, tuple(zip(*texts, strict=True)), start.guessed, whole)
