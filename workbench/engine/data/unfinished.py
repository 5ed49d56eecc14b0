"""Work on an entry of the cache that was broken off, kept so that it goes on where it stopped.

An entry in the making is a folder called ``.partial-NAME-PROCESS-RANDOM``. Beside its arrays lies a log of the pieces that are
done, a line each. A line is written after its piece, begins with its own checksum, and holds one of the piece: whatever a
killed process or a power cut left half-written is no line, or tells a checksum that the piece does not have.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import secrets
import shutil
import zlib
from collections import deque
from pathlib import Path
from typing import Any

LOG = "done.log"

_NAME = re.compile(r"\.partial-([0-9a-f]+)-(\d+)-[0-9a-f]+")
_CLOCK = 2.0
"""Seconds that clocks of files and of processes may differ."""
_own: set[str] = set()
"""Names of the folders that this process works in."""


def claim(root: Path, name: str) -> Path:
    """The folder to go on in: one that nobody works in any more, else a new one. Others of the name are deleted.

    Raises ``OSError``.
    """
    mine = root / f".partial-{name}-{os.getpid()}-{secrets.token_hex(4)}"
    _own.add(mine.name)
    left = [folder for folder in abandoned(root) if _owner(folder)[0] == name]
    for folder in sorted(left, key=_done, reverse=True):
        if mine.exists():
            shutil.rmtree(folder, ignore_errors=True)
            continue
        with contextlib.suppress(OSError):  # another process was quicker
            folder.rename(mine)
    try:
        mine.mkdir(exist_ok=True)
        (mine / LOG).touch()
    except OSError:
        _own.discard(mine.name)
        raise
    return mine


def release(folder: Path) -> None:
    """Leaves a folder to whoever goes on with it."""
    name, _ = _owner(folder)
    with contextlib.suppress(OSError):
        folder.rename(folder.with_name(f".partial-{name}-0-{secrets.token_hex(4)}"))
    _own.discard(folder.name)


def remove(folder: Path) -> None:
    """Deletes a folder that is worked in, or does nothing where it became an entry."""
    shutil.rmtree(folder, ignore_errors=True)
    _own.discard(folder.name)


def abandoned(root: Path) -> list[Path]:
    """Folders of broken-off work that no living process works in."""
    return [f for f in root.iterdir() if _NAME.fullmatch(f.name) and not _alive(f)]


def sweep(root: Path) -> None:
    """Deletes broken-off work in which nothing was done."""
    for folder in abandoned(root):
        if not _done(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _done(folder: Path) -> int:
    """Bytes that the log of a folder has: the more, the more is done."""
    try:
        return (folder / LOG).stat().st_size
    except OSError:
        return 0


def _owner(folder: Path) -> tuple[str, int]:
    found = _NAME.fullmatch(folder.name)
    assert found is not None  # it was listed by this name
    return found[1], int(found[2])


def _alive(folder: Path) -> bool:
    import psutil

    _, process = _owner(folder)
    if not process:
        return False
    if process == os.getpid():
        return folder.name in _own
    try:
        other = psutil.Process(process)
        # A number that was given to another process since is no owner: that one began after the last line.
        touched = (folder / LOG).stat().st_mtime if (folder / LOG).exists() else folder.stat().st_mtime
        return bool(other.status() != psutil.STATUS_ZOMBIE and other.create_time() < touched + _CLOCK)
    except (psutil.Error, ValueError, OverflowError):
        return False
    except OSError:
        return True  # it went or moves just now: somebody works on it


class DoneLog:
    """Which pieces are done. ``note`` may be called from several threads, the rest from one.

    Args:
        path: the log.
        about: what the numbers of the pieces depend on; lines about anything else are given up.

    Attributes:
        found: the lines of earlier work, in their order: number of the piece and whatever else was noted.
        reach: one more than the largest number of a piece that is done.
    """

    def __init__(self, path: Path, about: str) -> None:
        self.found: list[list[Any]] = []
        self._waiting: deque[list[Any]] = deque()
        entries = _read(path)
        if entries and entries[0] == ["about", about]:
            self.found = entries[1:]
        self._file = path.open("ab" if self.found else "wb", buffering=0)
        self._path = path
        self._about: list[Any] | None = None if self.found else ["about", about]
        self.reach = 1 + max((int(entry[0]) for entry in self.found), default=-1)

    def note(self, entry: list[Any]) -> None:
        """A piece is done and written: its number, and what to know of it, fit for JSON."""
        self._waiting.append(entry)

    def write(self) -> None:
        """Brings what was noted to the disk."""
        lines = []
        while self._waiting:
            entry = self._waiting.popleft()
            if self._about is not None:
                lines.append(_line(self._about))
                self._about = None
            self.reach = max(self.reach, int(entry[0]) + 1)
            lines.append(_line(entry))
        if lines:
            # On a full disk the work can't be taken up again; that is no reason to end it.
            with contextlib.suppress(OSError):
                self._file.write(b"".join(lines))

    def close(self) -> bool:
        """Ends writing; whether anything is done."""
        self.write()
        self._file.close()
        return self.reach > 0

    def delete(self) -> None:
        """The work is whole: no log is needed."""
        self._waiting.clear()
        self._file.close()
        self._path.unlink(missing_ok=True)


def _line(entry: list[Any]) -> bytes:
    text = json.dumps(entry).encode("ascii")
    # The break stands before it: what follows a line that was cut short is still a line of its own.
    return b"\n%08x %b" % (zlib.crc32(text), text)


def _read(path: Path) -> list[list[Any]]:
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError:
        return []
    return [json.loads(line[9:]) for line in lines if line[:8] == b"%08x" % zlib.crc32(line[9:])]
