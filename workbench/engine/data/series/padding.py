"""Samples of unequal lengths as one array: NaN stands where a sample has no step, and for what is missing in a step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np

from ..raw import Array

Padding = Literal["start", "end"]


def padded(samples: Sequence[Array], steps: int, padding: Padding) -> Array:
    """Samples (t, C) as one array (N, steps, C) float32, NaN where a sample is shorter.

    Args:
        samples: each of its own length, all of C channels.
        steps: the common length. Of longer samples the last steps are kept with padding at the start, else the first.
        padding: at which end what is missing stands.
    """
    channels = samples[0].shape[1]
    result = np.full((len(samples), steps, channels), np.nan, dtype=np.float32)
    for row, sample in zip(result, samples, strict=True):
        count = min(steps, len(sample))
        if count and padding == "start":
            row[steps - count :] = sample[len(sample) - count :]
        elif count:
            row[:count] = sample[:count]
    return result


def without_gaps(sample: Array) -> Array:
    """A sample (t, C) with its gaps (NaN) filled along the time: on a straight line between the values around them, at the
    ends by the nearest value. A channel without any value stays as it is."""
    missing = np.isnan(sample)
    if not missing.any():
        return sample
    result = sample.copy()
    time = np.arange(len(sample))
    for channel in np.flatnonzero(missing.any(axis=0) & ~missing.all(axis=0)):
        gaps = missing[:, channel]
        result[gaps, channel] = np.interp(time[gaps], time[~gaps], sample[~gaps, channel])
    return result


def own_steps(sample: Array) -> Array:
    """A sample (T, C) without its padding, (t, C)."""
    real = np.flatnonzero(~np.isnan(sample).all(axis=-1))
    return sample[real[0] : real[-1] + 1] if len(real) else sample[:0]
