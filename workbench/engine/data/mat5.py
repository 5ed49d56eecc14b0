"""Arrays in ``.mat`` files of MATLAB 5 to 7.2, read without trusting a number in them.

(scipy's reader ends the process on some damaged files.) Read are numbers, true and false, texts, cells of texts and sparse
matrices; structures, functions and objects are passed over.

Source: MAT-File Format, https://www.mathworks.com/help/pdf_doc/matlab/matfile_format.pdf
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from math import prod
from pathlib import Path

import numpy as np

from .raw import Array

_TYPES = {1: "i1", 2: "u1", 3: "i2", 4: "u2", 5: "i4", 6: "u4", 7: "f4", 9: "f8", 12: "i8", 13: "u8"}
"""Numbers by the type in a tag."""
_TEXTS = {16: "utf-8", 17: "utf-16", 18: "utf-32"}
_MATRIX, _COMPRESSED = 14, 15
_CELL, _CHAR, _SPARSE = 1, 4, 5
_NUMBERS = {6: "f8", 7: "f4", 8: "i1", 9: "u1", 10: "i2", 11: "u2", 12: "i4", 13: "u4", 14: "i8", 15: "u8"}
"""Classes of arrays of numbers."""
_HEADER, _PEEK = 128, 4096
_LOGICAL, _COMPLEX = 0x02, 0x08


class MatError(ValueError):
    """A file that is not what it says."""


@dataclass(frozen=True)
class MatVariable:
    """One variable: where it lies in the file, and what it claims to be.

    ``bytes`` is what it takes in memory when it is read: more than the array alone.
    """

    name: str
    start: int
    shape: tuple[int, ...]
    kind: int
    bytes: int


@dataclass(frozen=True)
class _Element:
    type: int
    data: memoryview
    after: int


class MatReader:
    """A file that is in memory. Raises ``MatError`` for one that is damaged."""

    def __init__(self, content: bytes | memoryview) -> None:
        self._content = memoryview(content)
        mark = bytes(self._content[126:128])
        if len(self._content) < _HEADER or mark not in (b"IM", b"MI"):
            raise MatError("it has no header of MATLAB 5")
        self._order = "<" if mark == b"IM" else ">"

    @classmethod
    def of(cls, path: Path) -> MatReader:
        """Reads a file into memory."""
        return cls(path.read_bytes())

    def variables(self) -> tuple[MatVariable, ...]:
        """The arrays of numbers, texts and cells, in the order of the file."""
        found = []
        place = _HEADER
        while place < len(self._content):
            element = self._element(self._content, place, padded=False)
            inside = self._peeked(element)
            if inside is not None:
                kind, _, shape, name, _ = self._head(inside)
                if kind in (_CELL, _CHAR, _SPARSE, *_NUMBERS):
                    whole = self._claimed(element) + 8 * (prod(shape) if kind != _CELL else 0)
                    found.append(MatVariable(name, place, shape, kind, whole))
            place = element.after
        return tuple(found)

    def read(self, variable: MatVariable) -> Array:
        """The array: numbers, or text."""
        element = self._element(self._content, variable.start, padded=False)
        if element.type == _COMPRESSED:
            whole = _inflated(element.data, self._claimed(element) + 8)
            element = self._element(memoryview(whole), 0)
        return self._matrix(element.data)

    def _peeked(self, element: _Element) -> memoryview | None:
        """The beginning of a matrix, unpacked; None where the element is something else."""
        if element.type == _COMPRESSED:
            start = memoryview(_inflated(element.data, _PEEK))
            if len(start) < 8:
                raise MatError("a packed variable is empty")
            return start[8:] if self._number(start, 0) == _MATRIX else None
        return element.data if element.type == _MATRIX else None

    def _claimed(self, element: _Element) -> int:
        """Bytes that a variable says it has, unpacked."""
        if element.type != _COMPRESSED:
            return len(element.data)
        start = memoryview(_inflated(element.data, 8))
        if len(start) < 8:
            raise MatError("a packed variable is empty")
        return self._number(start, 4)

    def _matrix(self, data: memoryview, depth: int = 0) -> Array:
        kind, flags, shape, name, place = self._head(data)
        if kind == _CELL:
            return self._cells(data, place, shape, name, depth)
        if kind == _SPARSE:
            return self._sparse(data, place, shape)
        if kind not in (_CHAR, *_NUMBERS):
            raise MatError(f"'{name}' is no array of numbers or texts")
        if flags & _COMPLEX:
            raise MatError(f"'{name}' holds complex numbers")
        part = self._element(data, place)
        count = prod(shape)
        if kind == _CHAR:
            return _texts(self._text(part), shape)
        values = self._numbers(part)
        if len(values) != count:
            raise MatError(f"'{name}' has {len(values):,} numbers where its size says {count:,}")
        made = values.astype(bool if flags & _LOGICAL else _NUMBERS[kind])
        return made.reshape(shape, order="F")

    def _head(self, data: memoryview) -> tuple[int, int, tuple[int, ...], str, int]:
        """Class, flags, shape and name of a matrix, and where its content begins."""
        flags = self._element(data, 0)
        if flags.type != 6 or len(flags.data) < 4:
            raise MatError("a variable has no flags")
        word = self._number(flags.data, 0)
        sizes = self._element(data, flags.after)
        if sizes.type != 5 or not 4 <= len(sizes.data) <= 4 * 32:
            raise MatError("a variable has no size")
        shape = tuple(int(n) for n in np.frombuffer(sizes.data[: len(sizes.data) // 4 * 4], f"{self._order}i4"))
        if min(shape) < 0:
            raise MatError("a variable has a size below 0")
        name = self._element(data, sizes.after)
        return word & 0xFF, word >> 8 & 0xFF, shape, bytes(name.data).decode("ascii", "replace"), name.after

    def _cells(self, data: memoryview, place: int, shape: tuple[int, ...], name: str, depth: int) -> Array:
        texts = []
        for _ in range(prod(shape)):
            element = self._element(data, place)
            inside = self._matrix(element.data, depth + 1) if element.type == _MATRIX and depth == 0 else None
            if inside is None or inside.dtype.kind != "U" or inside.size > 1:
                raise MatError(f"the cells of '{name}' hold something else than texts")
            texts.append(str(inside.reshape(-1)[0]) if inside.size else "")
            place = element.after
        return np.array(texts, dtype=str).reshape(shape, order="F")

    def _sparse(self, data: memoryview, place: int, shape: tuple[int, ...]) -> Array:
        rows = self._element(data, place)
        columns = self._element(data, rows.after)
        values = self._numbers(self._element(data, columns.after)).astype(np.float64)
        index, starts = self._numbers(rows).astype(np.int64), self._numbers(columns).astype(np.int64)
        if len(shape) != 2 or len(starts) != shape[1] + 1 or (np.diff(starts) < 0).any() or starts[0] != 0:
            raise MatError("a sparse matrix has columns that do not fit its size")
        count = int(starts[-1])
        if (
            count > len(index)
            or count > len(values)
            or (count and not 0 <= index[:count].min() <= index[:count].max() < shape[0])
        ):
            raise MatError("a sparse matrix has rows that do not fit its size")
        made = np.zeros(shape)
        made[index[:count], np.repeat(np.arange(shape[1]), np.diff(starts))] = values[:count]
        return made

    def _numbers(self, part: _Element) -> Array:
        kind = _TYPES.get(part.type)
        if kind is None:
            raise MatError(f"numbers of an unknown type ({part.type})")
        size = np.dtype(kind).itemsize
        return np.frombuffer(part.data[: len(part.data) // size * size], f"{self._order}{kind}")

    def _text(self, part: _Element) -> str:
        if part.type in _TEXTS:
            ending = "" if part.type == 16 else "-le" if self._order == "<" else "-be"
            return bytes(part.data).decode(_TEXTS[part.type] + ending, "replace")
        return "".join(map(chr, self._numbers(part).astype(np.uint16).tolist()))

    def _element(self, data: memoryview, place: int, *, padded: bool = True) -> _Element:
        """The element at a place: its type, its bytes, and where the next one begins."""
        if place + 8 > len(data):
            raise MatError("it ends in the middle of a variable")
        kind = self._number(data, place)
        if kind >> 16:
            size = kind >> 16
            if size > 4:
                raise MatError("a small element is too long")
            return _Element(kind & 0xFFFF, data[place + 4 : place + 4 + size], place + 8)
        size = self._number(data, place + 4)
        start = place + 8
        if start + size > len(data) and not (data is not self._content and len(data) <= _PEEK):
            raise MatError("it ends in the middle of a variable")
        after = start + size + (-size % 8 if padded else 0)
        return _Element(kind, data[start : start + size], after)

    def _number(self, data: memoryview, place: int) -> int:
        return int.from_bytes(data[place : place + 4], "little" if self._order == "<" else "big")


def _inflated(data: memoryview, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, most)
    except zlib.error as error:
        raise MatError(str(error)) from error


def _texts(text: str, shape: tuple[int, ...]) -> Array:
    """One text a row; MATLAB keeps them column by column, filled up with spaces."""
    rows = shape[0] if len(shape) == 2 else 1
    if not text or not rows:
        return np.array([""] if rows else [], dtype=str)
    return np.array(["".join(text[row::rows]).rstrip() if rows > 1 else text for row in range(rows)])
