"""When checkpoints go to the disk: after every epoch, unless epochs are so short that writing would slow training down."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import torch

from .checkpoint import Snapshot, Which, read_snapshot, write_snapshot

SHARE = 0.01
"""Share of the time that writing may take. Bringing two files to the disk takes some 25 ms, a tiny network's epoch one."""

SOONEST, LATEST = 1.0, 60.0
"""Seconds of training between writes at least, and at most: what a run that is killed may lose."""


class Keeper:
    """Holds the newest snapshots and writes them, ``best`` before ``last``.

    In that order a killed run never has a ``last`` that knows of a best epoch whose weights aren't there.
    """

    def __init__(self, folder: Path, clock: Callable[[], float]) -> None:
        self._folder, self._clock = folder, clock
        self._pending: dict[Which, Snapshot] = {}
        self._due_at = float("-inf")

    def offer(self, which: Which, snapshot: Snapshot) -> None:
        """Takes a snapshot, in place of an older one that isn't written yet."""
        self._pending[which] = snapshot

    def best_weights(self) -> dict[str, torch.Tensor]:
        """Those of the best epoch, on the device or from the disk."""
        best = self._pending.get("best")
        return best.weights if best is not None else read_snapshot(self._folder / "best.safetensors").weights

    def due(self, trained: float) -> bool:
        """Whether the last write is long enough ago; ``trained`` is the run's time so far, in seconds without pauses."""
        return trained >= self._due_at

    def flush(self, trained: float) -> list[tuple[Which, Snapshot]]:
        """Writes what isn't written yet and returns it. Raises ``OSError``; what could not be written is kept."""
        written: list[tuple[Which, Snapshot]] = []
        began = self._clock()
        for which in ("best", "last"):
            if which in self._pending:
                write_snapshot(self._folder / f"{which}.safetensors", self._pending[which])
                written.append((which, self._pending.pop(which)))
        took = self._clock() - began
        self._due_at = trained + took + min(max(took / SHARE, SOONEST), LATEST)
        return written

    def newest(self, which: Which) -> Snapshot | None:
        """The newest snapshot, written or not; None while there is none. Raises ``TrainingError`` for a damaged file."""
        if which in self._pending:
            return self._pending[which]
        path = self._folder / f"{which}.safetensors"
        return read_snapshot(path) if path.is_file() else None


class NoKeeper(Keeper):
    """Takes snapshots and forgets them, for steps that are only looked at."""

    def __init__(self) -> None:
        super().__init__(Path(), lambda: 0.0)

    def offer(self, which: Which, snapshot: Snapshot) -> None:
        """Forgets it."""

    def due(self, trained: float) -> bool:
        """Never."""
        return False
