"""A growing curve in preallocated buffers, with a pyramid of minima and maxima that makes a long one quick to draw."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Indexes = NDArray[np.int64]

FACTOR = 4
"""A block of a level stands for this many blocks of the level below."""

GROUP = 64
"""Pieces that are looked up together, at one level of the pyramid: their sizes may differ from those of others (log axes)."""


class Grower:
    """An array of float64 that doubles its buffer as it grows."""

    def __init__(self, capacity: int = 1024) -> None:
        self._buffer = np.empty(capacity, np.float64)
        self._size = 0

    def __len__(self) -> int:
        return self._size

    @property
    def view(self) -> Floats:
        """What is there, without a copy; valid until the next ``extend``."""
        return self._buffer[: self._size]

    def extend(self, values: Floats) -> None:
        """Puts values at the end."""
        needed = self._size + len(values)
        if needed > len(self._buffer):
            bigger = np.empty(max(needed, 2 * len(self._buffer)), np.float64)
            bigger[: self._size] = self.view
            self._buffer = bigger
        self._buffer[self._size : needed] = values
        self._size = needed

    def cut(self, size: int) -> None:
        """Forgets everything from index ``size`` on."""
        self._size = min(self._size, size)


class Series:
    """One value for each step, steps rising. NaN and infinities are kept, and listed in ``bad``."""

    def __init__(self) -> None:
        self._steps = Grower()
        self._values = Grower()
        self._bad = Grower(16)
        self._lows: list[Grower] = []
        self._highs: list[Grower] = []

    def __len__(self) -> int:
        return len(self._steps)

    @property
    def steps(self) -> Floats:
        """Every step."""
        return self._steps.view

    @property
    def values(self) -> Floats:
        """The value of each step."""
        return self._values.view

    @property
    def bad(self) -> Floats:
        """Steps whose value is NaN or infinite."""
        return self._bad.view

    def extend(self, steps: ArrayLike, values: ArrayLike) -> None:
        """Puts a block at the end; its steps must lie behind those that are there."""
        x, y = np.asarray(steps, np.float64), np.asarray(values, np.float64)
        assert x.shape == y.shape and x.ndim == 1
        if not len(x):
            return
        self._steps.extend(x)
        self._values.extend(y)
        finite = np.isfinite(y)
        if not finite.all():
            self._bad.extend(x[~finite])
        self._build()

    def cut_after(self, step: float) -> None:
        """Forgets all steps above ``step`` (a run that goes on from a checkpoint repeats them)."""
        size = int(np.searchsorted(self.steps, step, side="right"))
        if size == len(self):
            return
        self._steps.cut(size)
        self._values.cut(size)
        self._bad.cut(int(np.searchsorted(self.bad, step, side="right")))
        for level in range(len(self._lows)):
            blocks = size // FACTOR ** (level + 1)
            self._lows[level].cut(blocks)
            self._highs[level].cut(blocks)

    def at(self, step: float) -> float | None:
        """The value at the last step that is not above ``step``; None before the first."""
        index = int(np.searchsorted(self.steps, step, side="right")) - 1
        return float(self.values[index]) if index >= 0 else None

    def _build(self) -> None:
        """Brings every level up to date: only blocks that have become complete are computed."""
        level = 0
        low = high = self.values
        while True:
            complete = len(low) // FACTOR
            if not complete:
                return
            if level == len(self._lows):
                self._lows.append(Grower(256))
                self._highs.append(Grower(256))
            lows, highs = self._lows[level], self._highs[level]
            done = len(lows)
            if complete > done:
                part = slice(done * FACTOR, complete * FACTOR)
                fresh_low, fresh_high = _finite_only(low[part]), _finite_only(high[part])
                lows.extend(np.fmin.reduce(fresh_low.reshape(-1, FACTOR), axis=1))
                highs.extend(np.fmax.reduce(fresh_high.reshape(-1, FACTOR), axis=1))
            low, high = lows.view, highs.view
            level += 1

    def envelope(self, edges: Indexes) -> tuple[Floats, Floats]:
        """The smallest and the largest value of the points ``edges[i]`` to ``edges[i + 1] - 1``, for each i: NaN where none.

        ``edges`` never fall, from 0 to at most ``len(self)``. No peak is lost, whatever the number of points; where many
        share a piece, one near an edge may count to the neighbour, by less than a piece.
        """
        pieces = len(edges) - 1
        lows, highs = np.full(pieces, np.nan), np.full(pieces, np.nan)
        for first in range(0, pieces, GROUP):
            part = slice(first, min(first + GROUP, pieces))
            lows[part], highs[part] = self._envelope(edges[first : part.stop + 1])
        return lows, highs

    def _envelope(self, edges: Indexes) -> tuple[Floats, Floats]:
        sizes = np.diff(edges)
        count = int(edges[-1] - edges[0])
        lows = np.full(len(sizes), np.nan)
        highs = lows.copy()
        if count <= 0:
            return lows, highs
        smallest = max(int(sizes[sizes > 0].min()) // 2, 1)
        level = min(int(math.log(smallest, FACTOR) + 1e-9), len(self._lows))
        block = FACTOR**level
        start, stop = int(edges[0]) // block, int(edges[-1]) // block
        if level:
            low, high = self._lows[level - 1].view[start:stop], self._highs[level - 1].view[start:stop]
        else:
            low = high = _finite_only(self.values[start:stop])
        cuts = np.minimum(edges // block, stop) - start
        some = np.flatnonzero(np.diff(cuts) > 0)
        if len(some):
            lows[some] = np.fmin.reduceat(low, cuts[some])
            highs[some] = np.fmax.reduceat(high, cuts[some])
        rest = self.values[stop * block : int(edges[-1])]
        if len(rest):
            # Blocks at the end that are not complete yet.
            last = int(np.flatnonzero(sizes > 0)[-1])
            tail = _finite_only(rest)
            lows[last] = np.fmin(lows[last], np.fmin.reduce(tail))
            highs[last] = np.fmax(highs[last], np.fmax.reduce(tail))
        return lows, highs


def _finite_only(values: Floats) -> Floats:
    finite = np.isfinite(values)
    return values if finite.all() else np.where(finite, values, np.nan)
