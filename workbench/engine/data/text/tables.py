"""Tables of texts: which columns are read, and their rows as samples."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from ...errors import DataError
from ..delimited import read_cells
from ..parquet import read_parquet
from ..paths import head_of
from ..prepared import SplitName
from ..raw import Notice, TableColumn
from .assemble import HowRead
from .guess import holds_texts, lines_of_texts, text_columns
from .reading import LabelledTexts, some_lines

if TYPE_CHECKING:
    import polars as pl

_PARQUET = b"PAR1"


@dataclass(frozen=True)
class FoundColumns:
    """The columns of texts and labels.

    ``named`` tells whether the file names them, rather than we; ``alone`` whether the table is about nothing else.
    """

    text: str
    label: str
    named: bool
    alone: bool


def guess_layout(path: Path) -> Literal["table", "lines"]:
    """How a file holds its samples: as rows of a table, or as lines of a label, a space and a text."""
    text = some_lines(path)
    return "lines" if "\t" not in text.split("\n", 1)[0] and lines_of_texts(text) else "table"


def table_columns(path: Path) -> FoundColumns | None:
    """The columns of texts and labels in a table; None where it has no texts, or is no table at all."""
    try:
        if head_of(path, 4) == _PARQUET:
            frame, named = parquet_texts(path, 5000), True
        else:
            cells = read_cells(some_lines(path).encode("utf-8"), path.name, encoding="utf-8")
            frame, named = cells.frame, cells.header
    except DataError:
        return None
    found, alone = text_columns(frame), True
    if found is None and holds_texts(frame):
        found, alone = text_columns(frame, sure=True), False
    return FoundColumns(found.text, found.label, named, alone) if found is not None else None


def parquet_texts(path: Path, rows: int | None = None) -> pl.DataFrame:
    """The columns of a Parquet file as text, all rows or the first ones. Raises ``DataError``."""
    import polars as pl

    return read_parquet(path, rows).cast(pl.String, strict=False)


def read_table(
    title: str,
    frame: pl.DataFrame,
    lines: Iterable[int],
    into: LabelledTexts,
    *,
    text: str,
    label: str,
    where: str = "",
    split: SplitName | None = None,
    how: str = "",
) -> HowRead:
    """Takes the rows of a table as samples.

    Args:
        title: the file's name, for messages.
        frame: its cells as text.
        lines: number of each row's line.
        into: where the samples go.
        text, label: the columns, where the user named them.
        where: stands before the numbers of lines.
        split: the part that all of them belong to.
        how: a few words on how the file was read.

    Raises ``DataError`` where there are no such columns.
    """
    for name in (text, label):
        if name and name not in frame.columns:
            raise _no_column(f"'{title}' has no column '{name}'", frame.columns)
    chosen = text_columns(frame, text=text, label=label, sure=True)
    if chosen is None:
        raise _no_column(f"'{title}' has no column of texts beside one of labels", frame.columns)
    texts, labels = frame[chosen.text].fill_null(""), frame[chosen.label].fill_null("")
    for text_cell, label_cell, line in zip(texts, labels, lines, strict=True):
        into.add(text_cell, label_cell, f"{where}line {line:,}", split)
    ignored = dict(chosen.others)
    columns = tuple(_column(frame[name], chosen.text, chosen.label, ignored.get(name, "")) for name in frame.columns)
    notices = tuple(Notice("data.text_column_ignored", why, {"column": name}) for name, why in chosen.others)
    return HowRead(how, columns, notices, chosen.text)


def _column(cells: pl.Series, text: str, label: str, reason: str) -> TableColumn:
    missing, distinct = cells.null_count(), cells.n_unique()
    if cells.name == text:
        return TableColumn(cells.name, "feature", "text", missing, distinct)
    role: Literal["target", "ignore"] = "target" if cells.name == label else "ignore"
    return TableColumn(cells.name, role, "category", missing, distinct, reason)


def _no_column(what: str, columns: list[str]) -> DataError:
    more = f" and {len(columns) - 20} more" if len(columns) > 20 else ""
    return DataError(
        what,
        f"Its columns are {', '.join(columns[:20])}{more}",
        "Choose two of these, one of texts and one of labels",
        code="data.no_text_column",
        values={"columns": columns},
    )
