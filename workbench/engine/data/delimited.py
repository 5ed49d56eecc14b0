"""Text with a row a line: which encoding, separator and quotes it has, and its cells; rows that don't fit are listed."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..errors import DataError
from .raw import Array, Skipped

if TYPE_CHECKING:
    import polars as pl

SEPARATORS = (",", ";", "\t", "|")
MISSING = ("", "?", "NA", "N/A", "#N/A", "<NA>", "NaN", "nan", "null", "NULL", "Null")
"""Cells that hold no value, spaces around them aside."""
LISTED = 1000
"""Rows left out that are listed one by one; of the others only the number is told."""

_SAMPLE = 1 << 18
_ADD_UP = 0.98
_NEWLINE, _QUOTE, _RETURN = 10, 34, 13


@dataclass(frozen=True)
class Cells:
    """A table as text.

    Attributes:
        frame: the cells, all text, spaces included; columns are called column_1... when there is no header.
        lines: number of the line on which each row starts, counted from 1, (N,) int64.
        skipped: lines that don't fit.
        encoding, separator: what they were read with.
        header: whether the first row gave the names.
    """

    frame: pl.DataFrame
    lines: Array
    skipped: tuple[Skipped, ...]
    encoding: str
    separator: str
    header: bool


def read_cells(
    content: bytes, name: str, *, separator: str = "", encoding: str = "auto", header: str = "auto", fewest: int = 2
) -> Cells:
    """Reads a table.

    Args:
        content: the file.
        name: what to call it in messages.
        separator: one ASCII character; empty: guessed.
        encoding: a name that Python knows; "auto": guessed.
        header: "yes", "no", or "auto".
        fewest: columns that it must have.

    Raises ``DataError`` for what is no table.
    """
    content, found_encoding = as_utf8(content, name, encoding)
    if b"\r" in content and b"\n" not in content:
        content = content.replace(b"\r", b"\n")
    found_separator = separator or guess_separator(content[:_SAMPLE].decode("utf-8", "ignore"))
    frame, lines, skipped = _parse(content, found_separator, name, fewest)
    names = [f"column_{i + 1}" for i in range(frame.width)]
    named = header == "yes" or (header == "auto" and looks_like_header([list(r) for r in frame.head(500).iter_rows()]))
    if named:
        given = [(cell or "").strip().strip("'") for cell in frame.row(0)]
        names = [cell or names[i] for i, cell in enumerate(given)]
        frame, lines = frame.slice(1), lines[1:]
    frame.columns = unique_names(names)
    if frame.height == 0:
        raise DataError(
            f"'{name}' has {'a header and ' if named else ''}no rows",
            "A table has a row a line",
            "Choose a file that holds some",
            code="data.no_rows",
            values={"file": name},
        )
    return Cells(frame, lines, skipped, found_encoding, found_separator, named)


def as_utf8(content: bytes, name: str, encoding: str = "auto") -> tuple[bytes, str]:
    """The text in UTF-8 without a byte order mark, and the encoding it came in. Raises ``DataError`` for no text."""
    found = guess_encoding(content) if encoding == "auto" else encoding
    if found == "utf-8":
        content = content.removeprefix(b"\xef\xbb\xbf")
    try:
        text = "" if found == "utf-8" and content.isascii() else content.decode(found)
    except UnicodeDecodeError as error:
        raise DataError(
            f"'{name}' is not {found.upper()} text (byte {error.start:,} does not belong there)",
            "",
            "Choose another encoding, or let it be guessed",
            code="data.encoding",
            values={"file": name, "encoding": found},
        ) from error
    if found != "utf-8":
        content = text.lstrip("\ufeff").encode("utf-8")
    if b"\0" in content:
        raise not_text(name)
    return content, found


def not_text(name: str) -> DataError:
    """The sentence for a file that is no text."""
    return DataError(
        f"'{name}' is not a text file",
        "A table is text with a header and a row a line, cells between commas, semicolons or tabs",
        "Save it again as CSV",
        code="data.not_a_table",
        values={"file": name},
    )


def guess_encoding(content: bytes) -> str:
    """UTF-16 by its mark or its zeros, then UTF-8, GB18030 where bytes stand in pairs as Chinese has them, else Latin-1."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    head = content[:2000]
    even, odd = head[::2], head[1::2]
    if odd and max(even.count(0), odd.count(0)) > 0.3 * len(odd) and min(even.count(0), odd.count(0)) == 0:
        return "utf-16-le" if odd.count(0) else "utf-16-be"
    if content.isascii():
        return "utf-8"
    for candidate in ("utf-8", "gb18030"):
        try:
            content.decode(candidate)
        except UnicodeDecodeError:
            continue
        if candidate == "utf-8" or _chinese(content[: 1 << 20]):
            return candidate
    return "latin-1"


def _chinese(content: bytes) -> bool:
    """Whether most bytes beyond ASCII stand in pairs: an accented letter of Latin-1 mostly stands alone."""
    runs = [len(run) for run in re.findall(rb"[\xa1-\xfe]+", content)]
    paired = sum(n for n in runs if n % 2 == 0)
    return paired > 0.9 * sum(1 for byte in content if byte >= 0x80)


def guess_separator(text: str) -> str:
    """The separator that cuts most of the first lines into equally many cells, and into most; "," where none cuts."""
    best: tuple[float, int, str] = (0.0, 1, ",")
    for candidate in (*SEPARATORS, " "):
        rows = csv.reader(text.splitlines()[:200], delimiter=candidate, skipinitialspace=True)
        try:
            widths = [len(row) for row in rows if row][:100]
        except csv.Error:
            continue
        counts = {width: widths.count(width) for width in set(widths) if width > 1}
        if not counts:
            continue
        width = max(counts, key=lambda w: (counts[w], w))
        share = round(counts[width] / len(widths), 1)
        # A space is also a part of texts: it cuts only where every line has the same number.
        if (candidate != " " or (share == 1.0 and best[0] < 0.9)) and (share, width) > best[:2]:
            best = (share, width, candidate)
    return best[2]


def table_like(text: str) -> tuple[str, int] | None:
    """The separator and the number of cells of the first lines of a table; None for text of another kind."""
    separator = guess_separator(text)
    try:
        rows = csv.reader(text.splitlines()[:200], delimiter=separator, skipinitialspace=True)
        widths = [len(row) for row in rows if row]
    except csv.Error:
        return None
    width = max(set(widths), key=widths.count, default=0)
    return (separator, width) if width > 1 and widths.count(width) >= 0.7 * len(widths) else None


def looks_like_header(rows: Sequence[Sequence[str | None]]) -> bool:
    """Whether the first row names the columns: texts, all different, above numbers or above texts that repeat."""
    cells = [[(cell or "").strip().strip("'\"") for cell in row] for row in rows]
    if not cells:
        return False
    first, rest = cells[0], cells[1:]
    named = [cell for cell in first if cell]
    if not named or any(is_number(cell) for cell in named) or len(set(named)) < 0.5 * len(named):
        return False
    if not rest:
        return True
    columns = [[row[i] for row in rest if row[i] not in MISSING] for i in range(len(first))]
    if any(column and all(is_number(cell) for cell in column) for column in columns):
        return True
    return not any(cell in column for cell, column in zip(first, columns, strict=True) if cell)


def is_number(text: str) -> bool:
    """Whether a cell is a number, as ``float`` reads it."""
    try:
        float(text)
    except ValueError:
        return False
    return "_" not in text


def unique_names(names: Sequence[str]) -> list[str]:
    """Names with a number behind those that stand twice: a, a_2."""
    found: list[str] = []
    taken: set[str] = set()
    for name in names:
        number, candidate = 2, name
        while candidate in taken:
            candidate, number = f"{name}_{number}", number + 1
        taken.add(candidate)
        found.append(candidate)
    return found


# Rows


def _parse(content: bytes, separator: str, name: str, fewest: int) -> tuple[pl.DataFrame, Array, tuple[Skipped, ...]]:
    if not content.endswith(b"\n"):
        content += b"\n"
    data = np.frombuffer(content, dtype=np.uint8)
    quotes = np.flatnonzero(data == _QUOTE) if b'"' in content else np.empty(0, np.int64)
    if len(quotes) and not _well_formed(data, quotes, ord(separator)):
        # A quotation mark that stands alone: where the cells of nearly all lines add up without them, they are a part of the
        # text. Python's reader would take everything up to the next one, line breaks too, for one cell.
        ends, widths = _records(data, quotes[:0], ord(separator))
        starts = np.concatenate([[0], ends[:-1] + 1])
        filled = widths[ends - starts > 1]
        if len(filled) and (filled == max(2, np.bincount(filled).argmax())).mean() >= _ADD_UP:
            quotes = quotes[:0]
        else:
            return _parse_slowly(content.decode("utf-8"), separator, name, fewest)
    ends, widths = _records(data, quotes, ord(separator))
    starts = np.concatenate([[0], ends[:-1] + 1])
    lines = np.searchsorted(np.flatnonzero(data == _NEWLINE), starts) + 1
    blank = np.zeros(len(starts), dtype=bool)
    for record in np.flatnonzero(widths == 1):
        blank[record] = not content[starts[record] : ends[record]].strip()
    width = _usual(widths[~blank], name, fewest)
    good = (widths == width) & ~blank
    skipped = _unfit(lines[~good & ~blank], widths[~good & ~blank], width)
    if not good.all():
        content = data[np.repeat(good, ends - starts + 1)].tobytes()
    import polars as pl

    try:
        frame = pl.read_csv(
            io.BytesIO(content),
            has_header=False,
            separator=separator,
            quote_char='"' if len(quotes) else None,
            infer_schema=False,
        )
    except pl.exceptions.PolarsError:
        return _parse_slowly(content.decode("utf-8"), separator, name, fewest)
    if frame.shape != (int(good.sum()), width):
        return _parse_slowly(content.decode("utf-8"), separator, name, fewest)
    return frame, lines[good], skipped


def _records(data: Array, quotes: Array, separator: int) -> tuple[Array, Array]:
    """Where each record ends (its newline), and how many cells it has; newlines and separators in quotes don't count."""
    newlines, cuts = np.flatnonzero(data == _NEWLINE), np.flatnonzero(data == separator)
    if len(quotes):
        newlines = newlines[np.searchsorted(quotes, newlines) % 2 == 0]
        cuts = cuts[np.searchsorted(quotes, cuts) % 2 == 0]
    return newlines, np.diff(np.searchsorted(cuts, newlines), prepend=0) + 1


def _well_formed(data: Array, quotes: Array, separator: int) -> bool:
    """Whether quotation marks come in pairs that enclose whole cells."""
    if len(quotes) % 2:
        return False
    opening, closing = quotes[::2], quotes[1::2]
    before = np.where(opening > 0, data[np.maximum(opening - 1, 0)], _NEWLINE)
    after = data[closing + 1]
    return bool(
        np.isin(before, (separator, _NEWLINE, _QUOTE)).all()
        and np.isin(after, (separator, _NEWLINE, _RETURN, _QUOTE)).all()
    )


def _parse_slowly(text: str, separator: str, name: str, fewest: int) -> tuple[pl.DataFrame, Array, tuple[Skipped, ...]]:
    """Python's own reader, which forgives more."""
    import polars as pl

    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True)
    rows: list[list[str]] = []
    starts: list[int] = []
    line = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                rows.append(row)
                starts.append(line)
            line = reader.line_num + 1
    except csv.Error as error:
        raise DataError(
            f"'{name}' is not a table (line {line:,}: {error})",
            "A table has a row a line, with cells between commas, semicolons or tabs",
            "Save it again as CSV",
            code="data.not_a_table",
            values={"file": name},
        ) from error
    widths, lines = np.array([len(row) for row in rows], np.int64), np.array(starts, np.int64)
    width = _usual(widths, name, fewest)
    good = widths == width
    kept = [row for row, fits in zip(rows, good, strict=True) if fits]
    frame = pl.DataFrame(kept, schema=[(f"column_{i + 1}", pl.String) for i in range(width)], orient="row")
    return frame, lines[good], _unfit(lines[~good], widths[~good], width)


def _usual(widths: Array, name: str, fewest: int) -> int:
    """The number of cells that most rows have. Raises ``DataError`` where that is less than ``fewest``."""
    if len(widths) == 0:
        raise DataError(
            f"'{name}' holds only empty lines",
            "A table has a row a line",
            "Choose a file that holds some",
            code="data.no_rows",
            values={"file": name},
        )
    width = int(np.bincount(widths).argmax())
    if width < fewest:
        raise DataError(
            f"'{name}' has one column",
            "One column is to be predicted from others, so there should be two at least",
            "Choose another separator, or a file with more columns",
            code="data.one_column",
            values={"file": name},
        )
    return width


def _unfit(lines: Array, widths: Array, width: int) -> tuple[Skipped, ...]:
    entries = []
    for line, cells in zip(lines[:LISTED].tolist(), widths[:LISTED].tolist(), strict=True):
        if cells == 1:
            entries.append(Skipped(f"line {line:,}", f"It has 1 cell where the other lines have {width}."))
        else:
            entries.append(Skipped(f"line {line:,}", f"It has {cells} cells where the other lines have {width}."))
    return listed(entries, len(lines))


def listed(entries: Sequence[Skipped], count: int) -> tuple[Skipped, ...]:
    """Lines that were left out and why; where there are more than ``entries`` holds, the last tells how many."""
    rest = count - len(entries)
    more = (Skipped(f"{rest:,} more lines", "They were left out for the same reason."),) if rest > 0 else ()
    return (*entries, *more)
