"""Scales of a table's columns: mean and deviation, smallest and largest, quartiles, or ranks."""

from __future__ import annotations

import numpy as np

from .cleaning_recipe import Scaling
from .preprocess import Warp
from .raw import Array

KNOTS = 101
"""Points of a scale by ranks, at most: one for each percent."""
WIDEST = 3.0
"""Where a bell curve by ranks ends, in deviations."""


def inverse(spread: Array, size: Array) -> Array:
    """1 / spread; 1 where a column is constant, up to what float32 can tell apart."""
    constant = ~(spread > np.maximum(size * 1e-7, 1e-30))
    return np.where(constant, 1.0, 1.0 / np.where(constant, 1.0, spread))


def column_scale(values: Array, how: Scaling) -> tuple[float, float]:
    """Offset and scale of one column of finite numbers (n,)."""
    if how in ("none", "quantile", "normal") or len(values) == 0:
        return 0.0, 1.0
    wide = values.astype(np.float64)
    if how in ("minmax", "symmetric"):
        low, high = wide.min(), wide.max()
        half = 2 if how == "symmetric" else 1
        offset = (low + high) / 2 if how == "symmetric" else low
        return float(offset), float(inverse(np.array([(high - low) / half]), np.array([max(abs(low), abs(high))]))[0])
    if how == "robust":
        low, middle, high = np.quantile(wide, [0.25, 0.5, 0.75])
        if high == low:  # more than half of the rows agree: the whole deviation says more than none
            return float(middle), float(inverse(np.array([wide.std()]), np.array([abs(middle)]))[0])
        return float(middle), float(inverse(np.array([high - low]), np.array([abs(middle)]))[0])
    mean = wide.mean()
    return float(mean), float(inverse(np.array([wide.std()]), np.array([abs(mean)]))[0])


def learn_warp(column: int, values: Array, how: Scaling) -> Warp | None:
    """The ranks of a column of finite numbers (n,), as straight lines between points; None where it is constant."""
    if len(values) == 0:
        return None
    count = int(np.clip(len(values), 2, KNOTS))
    ranks = np.linspace(0, 1, count)
    knots = np.quantile(values.astype(np.float64), ranks).astype(np.float32)
    distinct, places = np.unique(knots, return_inverse=True)
    if len(distinct) < 2:
        return None
    # A value that many rows share stands in the middle of their ranks.
    levels = np.bincount(places.reshape(-1), weights=ranks) / np.bincount(places.reshape(-1))
    if how == "normal":
        from scipy.special import ndtri

        levels = np.clip(ndtri(np.clip(levels, 1e-9, 1 - 1e-9)), -WIDEST, WIDEST)
    slopes = np.diff(levels) / np.diff(distinct.astype(np.float64))
    with np.errstate(over="ignore"):
        slopes = np.nan_to_num(slopes.astype(np.float32))
    return Warp(
        column=column,
        knots=tuple(float(v) for v in distinct),
        levels=tuple(float(v) for v in levels.astype(np.float32)),
        slopes=tuple(float(v) for v in slopes),
    )


def warp(values: Array, how: Warp) -> Array:
    """The levels (n,) float32 of numbers (n,), by float32 arithmetic alone, so that an export agrees to the last bit."""
    knots = np.asarray(how.knots, dtype=np.float32)
    levels, slopes = np.asarray(how.levels, dtype=np.float32), np.asarray(how.slopes, dtype=np.float32)
    held = np.minimum(np.maximum(values, knots[0]), knots[-1])
    place = np.searchsorted(knots[1:-1], held, side="right")
    result: Array = levels[place] + (held - knots[place]) * slopes[place]
    return result
