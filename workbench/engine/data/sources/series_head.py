"""The first rows of a table that is taken as a series, without making windows of all of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..columns import look_at
from ..head import ROWS, Head
from ..raw import ColumnRole, TableColumn
from ..series.plan import time_columns
from .table_files import Reading
from .table_start import read_start


def series_head(path: Path, reading: Reading, *, time: Sequence[str], group: str, targets: Sequence[str]) -> Head:
    """The first rows as the file has them. Raises ``DataError`` for what is no table.

    Args:
        path: the file.
        reading: how it is read.
        time: names of the columns that tell the time; empty: guessed.
        group: name of the column that tells the series apart.
        targets: names of the columns to predict, as far as they were told.
    """
    start = read_start(path, reading)
    looked = look_at(start.frame)
    if not time:
        found = time_columns(looked)
        time = found[0] if found is not None else ()

    def role(name: str) -> ColumnRole:
        return "time" if name in time else "group" if name == group else "target" if name in targets else "feature"

    columns = tuple(TableColumn(c.name, role(c.name), c.type, c.missing, c.distinct) for c in looked)
    texts = [column.text.head(ROWS).fill_null("").to_list() for column in looked]
    whole = start.whole and start.frame.height <= ROWS
    return Head(None, columns, tuple(zip(*texts, strict=True)), start.guessed, whole)
