"""Several runs as one: mean and spread of their metrics, and of their curves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Spread:
    """Some numbers of one metric.

    Attributes:
        values: one for each run.
        mean, low, high: of them.
        deviation: the standard deviation of a sample (n - 1); 0 of a single one.
    """

    values: tuple[float, ...]

    @property
    def mean(self) -> float:
        """The mean."""
        return float(np.mean(self.values))

    @property
    def deviation(self) -> float:
        """The standard deviation of a sample."""
        return float(np.std(self.values, ddof=1)) if len(self.values) > 1 else 0.0

    @property
    def low(self) -> float:
        """The least."""
        return float(np.min(self.values))

    @property
    def high(self) -> float:
        """The greatest."""
        return float(np.max(self.values))

    def dump(self) -> dict[str, float]:
        """The JSON form."""
        return {
            "mean": self.mean, "deviation": self.deviation, "low": self.low, "high": self.high, "count": len(self.values)
        }  # fmt: skip


def spreads(metrics: Iterable[Mapping[str, float]]) -> dict[str, Spread]:
    """By metric, what each of some runs reached; a metric that one of them lacks is left out."""
    every = [m for m in metrics if m]
    names = [name for name in (every[0] if every else {}) if all(name in m for m in every)]
    return {name: Spread(tuple(m[name] for m in every)) for name in names}


@dataclass(frozen=True)
class Bands:
    """A curve of several runs, point by point: each (n,) float64.

    Attributes:
        steps: where the points lie.
        mean: over the runs that have the point.
        low, high: the least and the greatest.
        deviation: of a sample; 0 where there is one run only.
    """

    steps: Floats
    mean: Floats
    low: Floats
    high: Floats
    deviation: Floats


def bands(curves: Sequence[tuple[Floats, Floats]]) -> Bands:
    """Curves (steps, values) with a point for each epoch, taken together epoch by epoch: folds may differ by a step.

    A run that ended early is in as many points as it has. Values that are not finite are left out.
    """
    longest = max((len(steps) for steps, _ in curves), default=0)
    steps, values = np.full((2, len(curves), longest), np.nan)
    for row, (x, y) in enumerate(curves):
        steps[row, : len(x)] = x
        values[row, : len(y)] = np.where(np.isfinite(y), y, np.nan)
    there = np.isfinite(values)
    some = there.any(axis=0)
    steps, values, there = steps[:, some], values[:, some], there[:, some]
    count = there.sum(axis=0)
    filled = np.where(there, values, 0.0)
    mean = filled.sum(axis=0) / np.maximum(count, 1)
    square = np.where(there, (values - mean) ** 2, 0.0).sum(axis=0)
    return Bands(
        steps=np.nanmax(steps, axis=0) if len(curves) and steps.size else np.empty(0),
        mean=mean,
        low=np.where(there, values, np.inf).min(axis=0) if len(curves) and steps.size else np.empty(0),
        high=np.where(there, values, -np.inf).max(axis=0) if len(curves) and steps.size else np.empty(0),
        deviation=np.sqrt(square / np.maximum(count - 1, 1)) * (count > 1),
    )
