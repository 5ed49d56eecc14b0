"""Files that hold arrays by name: ``.npz``, ``.npy`` files beside each other, ``.mat`` of MATLAB 5 to 7.2, ``.safetensors``."""

from __future__ import annotations

import json
import os
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from math import prod
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

import numpy as np

from ..errors import DataError
from .mat5 import MatReader
from .paths import head_of, need_memory, unreadable
from .raw import Array

ArrayKind = Literal["npz", "npy", "mat", "safetensors"]

_NPY = b"\x93NUMPY"
_PAIRS = (
    ("x", "y"),
    ("images", "labels"),
    ("image", "label"),
    ("data", "labels"),
    ("data", "targets"),
    ("data", "target"),
    ("features", "labels"),
    ("features", "targets"),
    ("features", "target"),
    ("inputs", "targets"),
    ("inputs", "labels"),
    ("input", "target"),
)
"""What inputs and their labels are called within the names of files."""
_SIBLINGS = 200
"""Files beside a ``.npy`` file that are looked at."""


def array_kind(path: Path, head: bytes) -> ArrayKind | None:
    """What kind of array file it is, by its first bytes ``head``; None for another file."""
    if head.startswith(b"PK"):
        return "npz"
    if head.startswith(_NPY) and path.suffix.lower() != ".npz":
        return "npy"
    if head.startswith(b"MATLAB ") or (path.suffix.lower() == ".mat" and head):
        return "mat"
    if (
        len(head) > 9
        and head[8:9] == b"{"
        and struct.unpack("<Q", head[:8])[0] < 100_000_000
        and b"data_offsets" in head
    ):
        return "safetensors"
    return "safetensors" if path.suffix.lower() == ".safetensors" and head else None


def open_arrays(path: Path) -> ArrayFile:
    """The file, to be used as a context manager. Raises ``DataError`` where it can't be read."""
    kind = array_kind(path, head_of(path, 4096))
    kinds: dict[ArrayKind | None, type[ArrayFile]] = {"npy": NpyFiles, "mat": MatFile, "safetensors": SafetensorsFile}
    return kinds.get(kind, NpzFile)(path)


def pair_beside(path: Path) -> tuple[str, str]:
    """Names of inputs and labels, where this ``.npy`` file is one of such a pair ("a_x", "a_y"); else two empty ones.

    Empty, too, where the names alone say it ("x", "y_train"), as then all parts are found by their names.
    """
    stems = {p.stem.lower(): p.stem for p in _beside(path)}
    for first, second in _PAIRS:
        for old, new in ((first, second), (second, first)):
            other = stems.get(_renamed(path.stem, old, new).lower(), "")
            if other:
                pair = (path.stem, other) if old == first else (other, path.stem)
                usual = re.fullmatch(r"([a-z]+)|([a-z]+_(train|val|valid|validation|test))", path.stem, re.IGNORECASE)
                return ("", "") if usual else pair
    return "", ""


def state_beside(path: Path) -> str:
    """Changes when a ``.npy`` file beside this one does."""
    found = []
    for other in _beside(path):
        try:
            stat = other.stat()
        except OSError:
            continue
        found.append([other.name, stat.st_size, stat.st_mtime_ns])
    return json.dumps(found)


def _beside(path: Path) -> list[Path]:
    try:
        with os.scandir(path.parent) as entries:
            names = sorted(entry.name for entry in entries if entry.name.lower().endswith(".npy"))
    except OSError:
        return [path]
    return [path.parent / name for name in names[:_SIBLINGS]]


def _renamed(stem: str, old: str, new: str) -> str:
    found = re.sub(rf"(?<![a-z]){old}(?![a-z])", new, stem, count=1, flags=re.IGNORECASE)
    return found if found.lower() != stem.lower() else ""


class ArrayFile(AbstractContextManager["ArrayFile"]):
    """Arrays by name, read one by one. Raises ``DataError`` for whatever is wrong with the file.

    A subclass sets ``names`` when it is entered, and defines ``_size`` and ``_read``.
    """

    kind = "array"
    made_by = ""
    names: tuple[str, ...] = ()

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> Self:
        self._guarded(self._open)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None:
        """Lets go of the file."""

    def choose(self, wanted: str, guesses: Iterable[str], what: str) -> str:
        """The array called ``wanted``, or the first of ``guesses`` that is there when it is empty."""
        if wanted in self.names:
            return wanted
        found = "" if wanted else self._guess(guesses)
        if found:
            return found
        missing = f"no array called '{wanted}'" if wanted else f"no array that looks like {what}"
        raise DataError(
            f"The file '{self.path.name}' has {missing}",
            f"It holds {', '.join(self.names) or 'nothing'}",
            f"Choose which of its arrays holds the {what}",
            code="data.missing_array",
            values={"file": self.path.name, "array": wanted, "arrays": self.names},
        )

    def has(self, guesses: Iterable[str]) -> bool:
        """Whether one of ``guesses`` is there."""
        return bool(self._guess(guesses))

    def pair(
        self, split: str, wanted: tuple[str, str], x_guess: Iterable[str], y_guess: Iterable[str]
    ) -> list[tuple[str, str, str]]:
        """The inputs and labels of an optional part; empty when neither is named and the guesses aren't both there."""
        if any(wanted) or (self._guess(x_guess) and self._guess(y_guess)):
            what = f"{split} part's"
            return [
                (
                    split,
                    self.choose(wanted[0], x_guess, f"{what} inputs"),
                    self.choose(wanted[1], y_guess, f"{what} labels"),
                )
            ]
        return []

    def read(self, name: str) -> Array:
        """The array called ``name``."""
        need_memory(self._guarded(lambda: self._size(name)), f"The array '{name}' of '{self.path.name}'")
        values = self._guarded(lambda: self._read(name), name)
        if not isinstance(values, np.ndarray):
            raise self._damaged(TypeError(f"'{name}' is not an array"))
        return values

    def texts(self, names: Iterable[str]) -> tuple[str, ...]:
        """The texts of the first of the arrays that is there and holds a list of texts; empty when none does."""
        found = self._guess(names)
        values = self.read(found) if found else None
        if values is None or values.ndim != 1 or values.dtype.kind != "U":
            return ()
        return tuple(str(v) for v in values)

    def oriented(self, x: Array, y: Array) -> tuple[Array, Array]:
        """Inputs and labels with the samples along the first axis."""
        return x, y

    def _guess(self, names: Iterable[str]) -> str:
        by_lower = {name.lower(): name for name in reversed(self.names)}
        return next((by_lower[name] for name in names if name in by_lower), "")

    def _open(self) -> None:
        raise TypeError(f"{type(self).__name__} does not define _open")

    def _size(self, name: str) -> int:
        raise TypeError(f"{type(self).__name__} does not define _size")

    def _read(self, name: str) -> Any:
        raise TypeError(f"{type(self).__name__} does not define _read")

    def _guarded(self, work: Callable[[], Any], name: str = "") -> Any:
        """Runs ``work`` and turns what the readers raise into words."""
        try:
            return work()
        except OSError as error:
            if error.errno is not None:
                raise unreadable(self.path, error) from error
            raise self._damaged(error) from error
        except (
            ValueError,
            EOFError,
            KeyError,
            IndexError,
            TypeError,
            NotImplementedError,
            MemoryError,
            OverflowError,
            struct.error,
            zlib.error,
            zipfile.BadZipFile,
        ) as error:
            if "pickle" in str(error) or "Object arrays" in str(error):
                raise self._objects(name) from error
            raise self._damaged(error) from error

    def _objects(self, name: str) -> DataError:
        return DataError(
            f"The array '{name}' of '{self.path.name}' holds Python objects, which could run somebody else's code",
            "Only arrays of numbers or text are read",
            "Save it as numbers, for example with array.astype('float32')",
            code="data.pickled",
            values={"file": self.path.name, "array": name},
        )

    def _damaged(self, error: Exception) -> DataError:
        reason = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
        return DataError(
            f"The file '{self.path.name}' is damaged, cut short, or not a {self.kind} file ({reason})",
            f"A {self.kind} file is what {self.made_by} writes",
            "Download or save it again",
            code="data.npz_damaged",
            values={"file": self.path.name, "reason": str(error)},
        )


class NpzFile(ArrayFile):
    """What ``numpy.savez`` writes."""

    kind, made_by = ".npz", "numpy.savez"

    def _open(self) -> None:
        with zipfile.ZipFile(self.path) as archive:
            self._sizes = {info.filename.removesuffix(".npy"): info.file_size for info in archive.infolist()}
        self._file = np.load(self.path, allow_pickle=False)
        self.names = tuple(self._file.files)

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def _size(self, name: str) -> int:
        size = self._sizes.get(name, 0)
        with self._file.zip.open(f"{name}.npy") as member:
            # numpy makes room for what the header claims before it reads anything.
            if (claimed := _claimed(member)) > size:
                raise ValueError(f"'{name}' claims {claimed:,} bytes and has {size:,}")
        return size

    def _read(self, name: str) -> Any:
        return self._file[name]


class NpyFiles(ArrayFile):
    """A ``.npy`` file and those beside it, by their names without the ending."""

    kind, made_by = ".npy", "numpy.save"

    def _open(self) -> None:
        self._paths = {p.stem: p for p in [*_beside(self.path), self.path]}
        self.names = tuple(self._paths)

    def _size(self, name: str) -> int:
        path = self._paths[name]
        size = path.stat().st_size
        with path.open("rb") as file:
            if (claimed := _claimed(file)) > size:
                raise ValueError(f"'{name}' claims {claimed:,} bytes and has {size:,}")
        return size

    def _read(self, name: str) -> Any:
        return np.load(self._paths[name], allow_pickle=False)


class MatFile(ArrayFile):
    """What MATLAB 5 to 7.2 writes with ``save``. From 7.3 on, files are HDF5 inside and refused in words."""

    kind, made_by = ".mat", "MATLAB's save"

    def _open(self) -> None:
        if head_of(self.path, 128).startswith((b"MATLAB 7.3", b"\x89HDF")):
            raise DataError(
                f"'{self.path.name}' is a file of MATLAB 7.3, which is HDF5 inside",
                "Files of MATLAB 5 to 7.2 are read",
                "Save it in MATLAB with save(..., '-v7')",
                code="data.mat_hdf5",
                values={"file": self.path.name},
            )
        need_memory(self.path.stat().st_size, f"The file '{self.path.name}'")
        self._reader = MatReader.of(self.path)
        self._variables = {v.name: v for v in self._reader.variables()}
        self.names = tuple(self._variables)

    def _size(self, name: str) -> int:
        return self._variables[name].bytes

    def _read(self, name: str) -> Any:
        values = self._reader.read(self._variables[name])
        # Everything has two axes at least in MATLAB: a list is a row or a column.
        return values.reshape(-1) if values.ndim == 2 and 1 in values.shape else values

    def oriented(self, x: Array, y: Array) -> tuple[Array, Array]:
        """MATLAB often has the samples along the last axis, as (height, width, channels, N)."""
        count = len(y) if y.ndim == 1 else 0
        if count and x.ndim > 1 and x.shape[0] != count and x.shape[-1] == count:
            x = np.ascontiguousarray(np.moveaxis(x, -1, 0))
        return x, y


class SafetensorsFile(ArrayFile):
    """Tensors as ``safetensors`` writes them."""

    kind, made_by = ".safetensors", "safetensors.numpy.save_file"

    def _open(self) -> None:
        from safetensors import SafetensorError, safe_open

        try:
            self._file: Any = safe_open(str(self.path), framework="numpy")
            self.names = tuple(sorted(self._file.keys()))  # type: ignore[no-untyped-call]
        except SafetensorError as error:
            raise self._damaged(error) from error

    def __exit__(self, *_: object) -> None:
        del self._file

    def _size(self, name: str) -> int:
        return int(prod(self._file.get_slice(name).get_shape())) * 8

    def _read(self, name: str) -> Any:
        kind = self._file.get_slice(name).get_dtype()
        if kind not in ("F64", "F32", "F16", "I64", "I32", "I16", "I8", "U64", "U32", "U16", "U8", "BOOL"):
            raise DataError(
                f"The tensor '{name}' of '{self.path.name}' holds numbers of the type {kind}",
                "Known are real numbers of 16, 32 and 64 bits, whole numbers, and true and false",
                "Save it as float32",
                code="data.tensor_type",
                values={"file": self.path.name, "array": name, "type": kind},
            )
        return self._file.get_tensor(name)


def _claimed(file: Any) -> int:
    """Bytes that the header of a ``.npy`` file claims to follow; 0 for objects, which are refused when they are read."""
    version = np.lib.format.read_magic(file)
    read = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
    shape, _, dtype = read(file)
    return 0 if dtype.hasobject else prod(shape) * dtype.itemsize
