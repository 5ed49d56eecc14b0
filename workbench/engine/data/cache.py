"""Arrays that took time to make, kept on the disk between sessions: memory-mapped, with a limit, never half-written.

An entry is a folder named by its key: a ``.bin`` file with the plain numbers of each array, and ``about.json`` with their
shapes and whatever else its maker wants back. It is written under another name and renamed when it is whole, so that a
process that is killed leaves nothing that could be taken for an entry. Long work can be taken up again (``unfinished``).

Nobody waits until everything is on the disk: that takes longer than decoding. A power cut may therefore leave an entry whose
numbers never got there, so an entry is checked against its checksum once, the first time it is used after a restart.
"""

from __future__ import annotations

import contextlib
import json
import mmap
import os
import re
import secrets
import shutil
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import FileIO
from math import prod
from pathlib import Path
from types import TracebackType
from typing import Annotated, Any, Self

import numpy as np
from pydantic import Field

from ..errors import DataError
from ..folders import cache_dir
from ..project.atomic import atomic_write
from ..values import Param, Value
from .raw import Array
from .unfinished import LOG, DoneLog, abandoned, claim, release, remove, sweep

GIGABYTE = 1_000_000_000


class CacheSettings(Value):
    """How much room prepared data may take; kept beside it, so that the window and the command line agree."""

    gigabytes: Annotated[float, Field(ge=0.1, le=100_000.0)] = Param(
        10.0,
        label="Room for prepared data",
        unit="GB",
        help="Decoded pictures are kept on the disk, so that the next start is instant. What was used longest ago is deleted first.",
    )


_PART = 1 << 24
_SAME_BOOT = 120.0
_ABOUT = "about.json"
_SETTINGS = ".settings.json"
_FORMAT = 1
_UNFINISHED = re.compile(r"\.(?:new|old)-(\d+)-[0-9a-f]+")


class _Damaged(ValueError):
    """An entry that is not what was written."""


@dataclass(frozen=True)
class CachedArrays:
    """An entry: arrays by name, read-only and read from the disk as they are used, and what its maker wrote about them."""

    arrays: dict[str, Array]
    about: dict[str, Any]


class ArrayCache:
    """Entries in one folder. Safe to use from several threads and processes at once.

    Args:
        root: the folder, made when first written to; None for the user's cache.
        limit: bytes that all entries may take together, None for what the user has set. Those used longest ago are deleted
            first; the one made last stays even when it alone is larger.
    """

    def __init__(self, root: Path | None = None, limit: int | None = None) -> None:
        self.root = root if root is not None else cache_dir() / "prepared"
        self.limit = limit if limit is not None else int(self.settings().gigabytes * GIGABYTE)

    def settings(self) -> CacheSettings:
        """What the user has set; the defaults where nothing is set, or it can't be read."""
        try:
            return CacheSettings.model_validate_json((self.root / _SETTINGS).read_bytes())
        except (OSError, ValueError):
            return CacheSettings()

    def change(self, settings: CacheSettings) -> None:
        """Keeps other settings, and deletes what is beyond them now. Raises ``DataError`` where they can't be written."""
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            atomic_write(self.root / _SETTINGS, settings.model_dump_json().encode("ascii"), durable=False)
        except OSError as error:
            raise _unwritable(self.root, error) from error
        self.limit = int(settings.gigabytes * GIGABYTE)
        self._make_room(0)

    def find(self, key: str) -> CachedArrays | None:
        """The entry of a key, or None. An entry that was damaged from outside is deleted."""
        folder = self.root / key
        try:
            about = json.loads((folder / _ABOUT).read_bytes())
            arrays = {name: _mapped(folder / f"{name}.bin", how) for name, how in about["arrays"].items()}
            if about["format"] != _FORMAT:
                raise _Damaged
            if about["boot"] and abs(about["boot"] - _boot()) > _SAME_BOOT:
                if _checksums(arrays) != about["checksums"]:
                    raise _Damaged
                atomic_write(folder / _ABOUT, json.dumps(about | {"boot": 0}).encode("ascii"), durable=False)
        except FileNotFoundError:
            if folder.is_dir():
                self._delete(folder)
            return None
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            self._delete(folder)
            return None
        with contextlib.suppress(OSError):
            os.utime(folder / _ABOUT)  # its time tells when the entry was used last
        return CachedArrays(arrays, about["maker"])

    def begin(self, needed: int, resume: str = "", about: str = "") -> ArrayWriter:
        """A writer for a new entry that will take ``needed`` bytes; use it in a ``with`` statement.

        Args:
            needed: bytes.
            resume: what the work is called, in hexadecimal digits: left without ``commit``, it is kept, and the next writer of
                the name begins with its arrays. Those rows hold something that ``ArrayWriter.found`` tells. Empty: nothing
                is kept.
            about: what the order of rows depends on; work about anything else is not taken up.

        Raises ``DataError`` where the folder can't be written or its disk has no room.
        """
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            self._sweep()
            folder = claim(self.root, resume) if resume else self.root / f".new-{os.getpid()}-{secrets.token_hex(4)}"
            folder.mkdir(exist_ok=bool(resume))
        except OSError as error:
            raise _unwritable(self.root, error) from error
        try:
            there = sum(file.stat().st_size for file in folder.iterdir())
            self._make_room(needed)
            free = shutil.disk_usage(self.root).free + there
            if needed > free:
                raise _no_room(self.root, needed, free)
            return ArrayWriter(self, folder, DoneLog(folder / LOG, about) if resume else None)
        except BaseException as error:
            if resume:
                release(folder)
            else:
                shutil.rmtree(folder, ignore_errors=True)
            if isinstance(error, OSError):
                raise _unwritable(self.root, error) from error
            raise

    def size(self) -> int:
        """Bytes that all entries take."""
        return sum(size for _, size, _ in self._entries())

    def clear(self) -> None:
        """Deletes every entry."""
        for _, _, folder in self._entries():
            self._delete(folder)

    def _entries(self) -> list[tuple[float, int, Path]]:
        """Time of last use, bytes and folder of each, the one used longest ago first; work that was broken off is among them."""
        found = []
        with contextlib.suppress(FileNotFoundError):
            whole = [folder for folder in self.root.iterdir() if not folder.name.startswith(".")]
            for folder in (*whole, *abandoned(self.root)):
                # Another process may delete an entry at any moment.
                with contextlib.suppress(OSError):
                    used = (folder / (LOG if folder.name.startswith(".") else _ABOUT)).stat().st_mtime
                    found.append((used, sum(f.stat().st_size for f in folder.iterdir()), folder))
        return sorted(found)

    def _make_room(self, needed: int, keep: Path | None = None) -> None:
        entries = self._entries()
        total = needed + sum(size for _, size, _ in entries)
        for _, size, folder in entries:
            if total <= self.limit:
                return
            if folder != keep:
                self._delete(folder)
                total -= size

    def _delete(self, folder: Path) -> None:
        # Renamed first: a process that is killed here leaves no entry with some of its files.
        trash = self.root / f".old-{os.getpid()}-{secrets.token_hex(4)}"
        with contextlib.suppress(OSError):
            folder.rename(trash)
            shutil.rmtree(trash, ignore_errors=True)

    def _sweep(self) -> None:
        """Deletes what killed processes left behind."""
        import psutil

        sweep(self.root)
        for folder in self.root.iterdir():
            found = _UNFINISHED.fullmatch(folder.name)
            if found and not psutil.pid_exists(int(found[1])):
                shutil.rmtree(folder, ignore_errors=True)


class ArrayWriter:
    """An entry in the making. Left without ``commit``, everything written is deleted, unless the work can be taken up again."""

    def __init__(self, cache: ArrayCache, folder: Path, log: DoneLog | None) -> None:
        self._cache, self._folder, self._log = cache, folder, log
        self._arrays: dict[str, np.memmap[Any, Any]] = {}
        self._files: dict[str, FileIO] = {}
        self._counts: dict[str, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        rows = {name: values.nbytes // max(1, len(values)) for name, values in self._arrays.items()}
        self._let_go()
        if self._log is None:
            shutil.rmtree(self._folder, ignore_errors=True)
        elif kind is None or not self._log.close():
            self._log.delete()
            remove(self._folder)
        else:
            for name, size in rows.items():
                # Room for what was not reached is given back; a piece that is cut off has not its checksum any more.
                with contextlib.suppress(OSError):
                    path = self._folder / f"{name}.bin"
                    os.truncate(path, min(path.stat().st_size, self._log.reach * size))
            release(self._folder)

    @property
    def found(self) -> list[list[Any]]:
        """What was noted of rows that are done, in work that is taken up again; whether they are is to be checked."""
        return self._log.found if self._log is not None else []

    def note(self, entry: list[Any]) -> None:
        """A row is done: its number, and whatever is needed to check it and to go on. From any thread."""
        if self._log is not None:
            self._log.note(entry)

    def write_notes(self) -> None:
        """Brings what was noted to the disk. From one thread."""
        if self._log is not None:
            self._log.write()

    def add(self, name: str, shape: Sequence[int], dtype: str) -> Array:
        """An array to write into, of zeros where nothing is taken up again; it lies on the disk, not in memory.

        Raises ``DataError`` without room.
        """
        path, count = self._folder / f"{name}.bin", prod(shape) * np.dtype(dtype).itemsize
        try:
            if not self.found:
                path.unlink(missing_ok=True)
            with path.open("ab") as file:
                file.truncate(min(count, file.seek(0, os.SEEK_END)))
                if hasattr(os, "posix_fallocate") and count:
                    # A mapped file with holes on a full disk would kill the process at the first write into one.
                    os.posix_fallocate(file.fileno(), 0, count)
                else:
                    file.truncate(count)
            values: np.memmap[Any, Any] = np.memmap(path, dtype=dtype, mode="r+", shape=tuple(shape))
            self._files[name] = path.open("r+b", buffering=0)
        except OSError as error:
            raise _no_room(self._cache.root, count, shutil.disk_usage(self._cache.root).free) from error
        self._arrays[name] = values
        self._counts[name] = len(values)
        return values

    def put(self, name: str, row: int, values: Array) -> None:
        """Writes one entry of an array; the same as assigning to it, and quicker from several threads.

        A write through the mapped file holds up the other threads' memory while the system finds room for each page.
        """
        if not hasattr(os, "pwrite"):
            self._arrays[name][row] = values
            return
        plain = np.ascontiguousarray(values, dtype=self._arrays[name].dtype).reshape(-1).view(np.uint8).data
        done = 0
        try:
            while done < len(plain):
                done += os.pwrite(self._files[name].fileno(), plain[done:], row * len(plain) + done)
        except OSError as error:
            raise _unwritable(self._cache.root, error) from error

    def shorten(self, name: str, count: int) -> None:
        """Keeps only the first ``count`` entries of an array."""
        self._counts[name] = count

    def _let_go(self) -> None:
        self._arrays.clear()
        for file in self._files.values():
            file.close()
        self._files.clear()

    def commit(self, key: str, about: dict[str, Any]) -> CachedArrays:
        """Makes it the entry of a key. One that another process made meanwhile is taken instead.

        Args:
            key: a file name in letters and digits that tells everything the arrays depend on.
            about: what to keep beside them, fit for JSON.
        """
        arrays = {}
        try:
            checksums = _checksums({name: values[: self._counts[name]] for name, values in self._arrays.items()})
            for name, values in self._arrays.items():
                shape = (self._counts[name], *values.shape[1:])
                arrays[name] = {"dtype": values.dtype.str, "shape": shape}
            made = {name: list(self._arrays[name].shape) for name in self._arrays}
            self._let_go()
            for name, how in arrays.items():
                if list(how["shape"]) != made[name]:
                    os.truncate(self._folder / f"{name}.bin", prod(how["shape"]) * np.dtype(str(how["dtype"])).itemsize)
            text = json.dumps(
                {"format": _FORMAT, "arrays": arrays, "boot": _boot(), "checksums": checksums, "maker": about}
            )
            (self._folder / _ABOUT).write_text(text, encoding="ascii")
            if self._log is not None:
                self._log.delete()
            with contextlib.suppress(FileExistsError, OSError):
                self._folder.rename(self._cache.root / key)
        except OSError as error:
            raise _unwritable(self._cache.root, error) from error
        found = self._cache.find(key)
        if found is None:
            raise _unwritable(self._cache.root, OSError(0, "the entry is gone"))
        self._cache._make_room(0, keep=self._cache.root / key)
        return found


def _boot() -> float:
    """When this machine was started; a clock that is set moves it a little."""
    import psutil

    return float(psutil.boot_time())


def _checksums(arrays: Mapping[str, Array]) -> dict[str, int]:
    found = {}
    for name, values in arrays.items():
        plain, total = values.reshape(-1).view(np.uint8), 0
        for start in range(0, len(plain), _PART):
            total = zlib.crc32(plain[start : start + _PART].data, total)
        found[name] = total
    return found


def _mapped(path: Path, how: dict[str, Any]) -> Array:
    shape, dtype = tuple(how["shape"]), np.dtype(how["dtype"])
    size = prod(shape) * dtype.itemsize
    if path.stat().st_size != size:
        raise _Damaged
    if size == 0:
        return np.empty(shape, dtype)
    with path.open("rb") as file:
        mapped = mmap.mmap(file.fileno(), size, access=mmap.ACCESS_READ)
    return np.frombuffer(mapped, dtype).reshape(shape)


def _unwritable(root: Path, error: OSError) -> DataError:
    reason = error.strerror or str(error)
    return DataError(
        f"Prepared data cannot be written to {root} ({reason})",
        "Pictures are decoded once and kept there",
        "Check the rights of that folder, or point the variable XDG_CACHE_HOME to another place",
        code="data.cache_unwritable",
        values={"folder": str(root), "reason": reason},
    )


def _no_room(root: Path, needed: int, free: int) -> DataError:
    return DataError(
        f"The prepared data needs {needed / 1e9:.1f} GB on the disk of {root}, and {free / 1e9:.1f} GB is free",
        "",
        "Make room there, or choose a smaller picture size",
        code="data.cache_full",
        values={"needed": needed, "free": free},
    )
