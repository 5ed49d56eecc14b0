"""When checkpoints go to the disk: at once when epochs are long, and not more than every second when they are short."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from .checkpoint import Snapshot, Which, write_snapshot

EVERY = 1.0
"""Seconds between writes. Bringing a file to the disk takes milliseconds, and a tiny network's epoch less than one."""


class Keeper:
    """Holds the newest snapshots and writes them, ``best`` before ``last``.

    In that order a killed run never has a ``last`` that knows of a best epoch whose weights aren't there.
    """

    def __init__(self, folder: Path, clock: Callable[[], float], every: float = EVERY) -> None:
        self._folder, self._clock, self._every = folder, clock, every
        self._pending: dict[Which, Snapshot] = {}
        self._written_at = float("-inf")

    def offer(self, which: Which, snapshot: Snapshot) -> None:
        """Takes a snapshot, in place of an older one that isn't written yet."""
        self._pending[which] = snapshot

    @property
    def due(self) -> bool:
        """Whether the last write is long enough ago."""
        return self._clock() - self._written_at >= self._every

    def flush(self) -> list[tuple[Which, Snapshot]]:
        """Writes what isn't written yet and returns it. Raises ``OSError``; what could not be written is kept."""
        written: list[tuple[Which, Snapshot]] = []
        for which in ("best", "last"):
            if which in self._pending:
                write_snapshot(self._folder / f"{which}.safetensors", self._pending[which])
                written.append((which, self._pending.pop(which)))
        self._written_at = self._clock()
        return written
