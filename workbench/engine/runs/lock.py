"""A lock file per run: held while the run is alive, let go by the system when its process dies."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

ATTEMPTS = 10
PAUSE = 0.02
"""Attempts to take a lock, and seconds between them: someone who only looks whether it is held has it for an instant."""


class RunLock:
    """An exclusive lock on ``<run>/lock``, not only between processes but between owners in one process too."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor: int | None = None

    def acquire(self) -> bool:
        """Takes the lock if nobody has it; raises ``OSError`` when the file can't be opened for writing."""
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o644)
        for attempt in range(ATTEMPTS):
            if attempt:
                time.sleep(PAUSE)
            if _try_lock(descriptor):
                self._descriptor = descriptor
                return True
        os.close(descriptor)
        return False

    def release(self) -> None:
        """Lets go; does nothing when the lock isn't held."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def held_by_someone(path: Path) -> bool:
    """Whether a living owner holds the lock. A run whose lock file is not there, or can't be opened, is held by nobody."""
    try:
        descriptor = os.open(path, os.O_RDWR if sys.platform == "win32" else os.O_RDONLY)
    except OSError:
        return False
    try:
        return not _try_lock(descriptor)
    finally:
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            # flock, not lockf: it belongs to the open file, so that two windows of one process exclude each other too.
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
