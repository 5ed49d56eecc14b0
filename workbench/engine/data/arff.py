"""ARFF, the table format of Weka: attributes with their types, then a row a line, dense or sparse.

Source: https://waikato.github.io/weka-wiki/formats_and_processing/arff_stable/
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..errors import DataError
from .delimited import LISTED, as_utf8, unique_names
from .raw import Array, Skipped

if TYPE_CHECKING:
    import polars as pl

_NAME = r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|[^\s{},%]+"
_ATTRIBUTE = re.compile(rf"@attribute\s+({_NAME})\s*(.*)", re.IGNORECASE | re.DOTALL)
_VALUE = re.compile(r"\s*((?:\d+\s+)?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")|[^,'\"]*?)\s*(?:,|$)")
"""A value and the comma behind it; the number in front of a quoted one is that of a sparse row."""
_NUMBERS = ("numeric", "real", "integer")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}


@dataclass(frozen=True)
class Arff:
    """A table.

    Attributes:
        frame: numbers (Float64) and texts (String); "?" is null.
        lines: the line of each row, counted from 1, (N,) int64.
        skipped: lines that don't fit the attributes.
        nominal: names of the columns of which the file lists all values.
        encoding: what the text was read with.
    """

    frame: pl.DataFrame
    lines: Array
    skipped: tuple[Skipped, ...]
    nominal: frozenset[str]
    encoding: str


@dataclass(frozen=True)
class _Attribute:
    name: str
    type: str
    values: tuple[str, ...] = ()


def is_arff(text: str) -> bool:
    """Whether a text begins as ARFF does: with ``@relation``, comments aside."""
    lines = (line.strip() for line in text.splitlines())
    first = next((line for line in lines if line and not line.startswith("%")), "")
    return bool(re.match(r"@relation\b", first, re.IGNORECASE))


def read_arff(content: bytes, name: str, *, encoding: str = "auto", rows: int | None = None) -> Arff:
    """Reads a table; ``rows`` is how many at most, ``name`` is for messages. Raises ``DataError`` for what is not ARFF."""
    import polars as pl

    content, found = as_utf8(content, name, encoding)
    lines = content.decode("utf-8").splitlines()
    attributes, start = _attributes(lines, name)
    cells, numbers, skipped = _rows(lines, start, attributes, rows)
    names = unique_names([a.name for a in attributes])
    frame = pl.DataFrame(cells, schema=[(n, pl.String) for n in names], orient="row")
    kept = np.array(numbers, dtype=np.int64)
    fits = np.ones(len(kept), dtype=bool)
    columns = []
    for column, attribute in zip(frame.get_columns(), attributes, strict=True):
        good = pl.Series([True] * len(kept), dtype=pl.Boolean)
        if attribute.type == "number":
            read = column.cast(pl.Float64, strict=False)
            good = read.is_not_null() | column.is_null()
            columns.append(read)
        else:
            columns.append(column)
            if attribute.type == "nominal":
                good = column.is_in(list(attribute.values)) | column.is_null()
        for place in np.flatnonzero(~good.to_numpy() & fits).tolist():
            value, line = column[place], f"line {kept[place]:,}"
            if attribute.type == "number":
                why = Skipped(line, f"'{value}' is no number, as '{attribute.name}' should be.")
            else:
                why = Skipped(line, f"'{value}' is none of the values that '{attribute.name}' has.")
            skipped.append((int(kept[place]), why))
        fits &= good.to_numpy()
    frame = pl.DataFrame(columns).filter(pl.Series(fits, dtype=pl.Boolean))
    if frame.width < 2 or frame.height == 0:
        raise DataError(
            f"'{name}' has {frame.width} attributes and {frame.height} rows that fit them",
            "One attribute is to be predicted from others",
            "Choose a file that holds more",
            code="data.one_column",
            values={"file": name},
        )
    told = [why for _, why in sorted(skipped, key=lambda pair: pair[0])]
    if len(told) > LISTED:
        told = [*told[:LISTED], Skipped(f"{len(told) - LISTED:,} more lines", "They don't fit the attributes.")]
    nominal = frozenset(n for n, a in zip(names, attributes, strict=True) if a.type == "nominal")
    return Arff(frame, kept[fits], tuple(told), nominal, found)


def _attributes(lines: list[str], name: str) -> tuple[list[_Attribute], int]:
    """The attributes, and the index of the first line of data."""
    found: list[_Attribute] = []
    for number, line in enumerate(lines):
        text = line.strip()
        if not text or text.startswith("%") or re.match(r"@relation\b", text, re.IGNORECASE):
            continue
        if re.match(r"@data\b", text, re.IGNORECASE):
            if not found:
                break
            return found, number + 1
        match = _ATTRIBUTE.match(text)
        if match is None:
            raise _damaged(name, f"line {number + 1:,} reads '{text[:60]}'")
        found.append(_attribute(match, name, number + 1))
    raise _damaged(name, "it has no attributes" if not found else "it ends before @data")


def _attribute(match: re.Match[str], name: str, line: int) -> _Attribute:
    kind = match[2].strip()
    own = _unquoted(match[1])
    if kind.startswith("{"):
        if not kind.rstrip().endswith("}"):
            raise _damaged(name, f"the values of '{own}' in line {line:,} have no end")
        inside = kind.rstrip()[1:-1]
        return _Attribute(own, "nominal", tuple(_unquoted(v) for v in _split(inside)) if inside.strip() else ())
    word = kind.split()[0].lower() if kind else ""
    if word in _NUMBERS:
        return _Attribute(own, "number")
    if word in ("string", "date"):
        return _Attribute(own, word)
    raise DataError(
        f"The attribute '{own}' of '{name}' has the type '{word}'",
        "Known are numeric, real, integer, string, date, and values in braces",
        "Take it out in Weka, or save the table as CSV",
        code="data.arff_type",
        values={"file": name, "attribute": own, "type": word},
    )


def _rows(
    lines: list[str], start: int, attributes: list[_Attribute], most: int | None
) -> tuple[list[list[str | None]], list[int], list[tuple[int, Skipped]]]:
    """Cells of the rows that have as many as there are attributes, their lines, and why others were left out."""
    cells: list[list[str | None]] = []
    numbers: list[int] = []
    skipped: list[tuple[int, Skipped]] = []
    zeros: list[str | None] = [
        "0" if a.type == "number" else a.values[0] if a.type == "nominal" and a.values else None for a in attributes
    ]
    for number, line in enumerate(lines[start:], start=start + 1):
        text = line.strip()
        if not text or text[0] == "%":
            continue
        try:
            row = _sparse(text, zeros) if text[0] == "{" else [_cell(v) for v in _split(text)]
        except ValueError as error:
            skipped.append((number, Skipped(f"line {number:,}", str(error))))
            continue
        if len(row) != len(attributes):
            count = f"It has {len(row)} {'cell' if len(row) == 1 else 'cells'} where {len(attributes)} attributes are declared."
            skipped.append((number, Skipped(f"line {number:,}", count)))
            continue
        cells.append(row)
        numbers.append(number)
        if len(cells) == most:
            break
    return cells, numbers, skipped


def _sparse(text: str, zeros: list[str | None]) -> list[str | None]:
    """A row of "index value" pairs in braces; what is not named is 0, or the first value."""
    if not text.endswith("}"):
        raise ValueError("It has no closing brace.")
    row = list(zeros)
    inside = text[1:-1].strip()
    for part in _split(inside) if inside else []:
        place, _, value = part.partition(" ")
        if not place.isascii() or not place.isdigit() or int(place) >= len(row) or not value.strip():
            raise ValueError(f"'{part}' does not name one of the {len(row)} attributes and its value.")
        row[int(place)] = _cell(value.strip())
    return row


def _split(text: str) -> list[str]:
    """The values between commas, quotes around them kept."""
    if "'" not in text and '"' not in text:
        return [part.strip() for part in text.split(",")]
    found: list[str] = []
    place = 0
    while True:
        match = _VALUE.match(text, place)
        if match is None:
            raise ValueError("A quotation mark has no end.")
        found.append(match[1])
        if not match[0].endswith(","):
            return found
        place = match.end()


def _cell(value: str) -> str | None:
    return None if value == "?" else _unquoted(value)


def _unquoted(text: str) -> str:
    if len(text) >= 2 and text[0] == text[-1] and text[0] in "'\"":
        return re.sub(r"\\(.)", lambda m: _ESCAPES.get(m[1], m[1]), text[1:-1], flags=re.DOTALL)
    return text


def _damaged(name: str, what: str) -> DataError:
    return DataError(
        f"'{name}' is no ARFF file: {what}",
        "It has lines that begin with @relation, @attribute and @data, and then a row a line",
        "Save it again from Weka, or as CSV",
        code="data.arff",
        values={"file": name, "reason": what},
    )
