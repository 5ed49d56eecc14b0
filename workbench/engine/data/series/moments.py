"""What the real values of training series teach: padding and gaps don't count."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from ..raw import Array, RawInput

_CHUNK_VALUES = 1 << 22


def real_rows(part: RawInput, samples: Array) -> Iterator[Array]:
    """The steps (n, C) of samples in chunks; NaN where there is none."""
    channels = part.values.shape[-1]
    if part.windows is not None:  # each row once, in however many windows it stands
        rows = np.flatnonzero(part.windows.covered(samples))
        per_chunk = max(1, _CHUNK_VALUES // channels)
        yield from (part.windows.rows[rows[i : i + per_chunk]] for i in range(0, len(rows), per_chunk))
        return
    per_chunk = max(1, _CHUNK_VALUES // max(1, part.values[0].size))
    for start in range(0, len(samples), per_chunk):
        yield part.values[samples[start : start + per_chunk]].reshape(-1, channels)


def series_moments(
    part: RawInput, train: Array, tick: Callable[[float], None] = lambda done: None
) -> tuple[Array, Array, Array, Array]:
    """Mean, deviation, least and largest of each channel (C,) over the real values of the samples ``train``."""
    channels = part.values.shape[-1]
    count, total = np.zeros(channels), np.zeros(channels)
    low, high = np.full(channels, np.inf), np.full(channels, -np.inf)
    for rows in real_rows(part, train):
        tick(0.25)
        real = ~np.isnan(rows)
        count += real.sum(axis=0)
        total += np.where(real, rows, 0).sum(axis=0, dtype=np.float64)
        low = np.minimum(low, np.where(real, rows, np.inf).min(axis=0, initial=np.inf))
        high = np.maximum(high, np.where(real, rows, -np.inf).max(axis=0, initial=-np.inf))
    mean = total / np.maximum(count, 1)
    squares = np.zeros(channels)
    for rows in real_rows(part, train):
        tick(0.75)
        squares += np.square(np.where(np.isnan(rows), 0, rows - mean)).sum(axis=0)
    seen = count > 0
    std = np.sqrt(squares / np.maximum(count, 1))
    return mean, std, np.where(seen, low, 0.0), np.where(seen, high, 0.0)
