"""One of the upright axes: numbers, evenly or by factors, or the places of some words."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..axes import nice_ticks, tick_text
from ..numbers import number_text

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class ParallelAxis:
    """Where values lie on an axis, 0 at its foot and 1 at its top.

    Attributes:
        name: what it measures.
        low, high: its ends.
        log: whether it is divided by factors; its ends are above zero then.
        options: words at the places 0, 1, 2... from the foot up; empty for numbers.
        help: more of its name.
    """

    name: str
    low: float = 0.0
    high: float = 1.0
    log: bool = False
    options: tuple[str, ...] = ()
    help: str = ""

    def place(self, values: Floats) -> Floats:
        """Where values lie; NaN where they have no place."""
        values = np.asarray(values, np.float64)
        if self.options:
            count = len(self.options)
            return (values + 0.5) / count
        low, high = self._ends()
        if self.log:
            with np.errstate(divide="ignore", invalid="ignore"):
                values = np.where(values > 0, np.log(values), np.nan)
        return (values - low) / (high - low)

    def value(self, place: float) -> float:
        """What stands at a place; of words, the number of the nearest."""
        if self.options:
            return float(min(max(int(place * len(self.options)), 0), len(self.options) - 1))
        low, high = self._ends()
        found = low + place * (high - low)
        return math.exp(found) if self.log else found

    def text(self, value: float) -> str:
        """A value in words."""
        if self.options:
            return self.options[round(value)] if 0 <= round(value) < len(self.options) else "–"
        return number_text(value, 3)

    def ticks(self, wanted: int) -> list[tuple[float, str]]:
        """About ``wanted`` values with their words."""
        if self.options:
            return [(float(k), option) for k, option in enumerate(self.options)]
        if self.log and self.high >= 10 * self.low:
            first, last = math.ceil(math.log10(self.low) - 1e-9), math.floor(math.log10(self.high) + 1e-9)
            step = max(1, math.ceil((last - first) / max(wanted, 1)))
            found = [10.0**k for k in range(first, last + 1, step)]
            if len(found) > 1 or wanted < 3:
                return [(value, number_text(value, 3)) for value in found]
        values = nice_ticks(self.low, self.high, wanted) or [self.low]
        size = values[1] - values[0] if len(values) > 1 else abs(values[0]) or 1.0
        return [(value, tick_text(value, size)) for value in values]

    def _ends(self) -> tuple[float, float]:
        low, high = (math.log(self.low), math.log(self.high)) if self.log else (self.low, self.high)
        return (low, high) if high > low else (low - 0.5, high + 0.5)


def result_axis(name: str, values: Floats, help: str = "") -> ParallelAxis:
    """An axis for measured values: round ends, and by factors where the greatest is many times the least."""
    good = values[np.isfinite(values)]
    if not len(good):
        return ParallelAxis(name, help=help)
    low, high = float(good.min()), float(good.max())
    if low > 0 and high > 30 * low:
        return ParallelAxis(name, low, high, log=True, help=help)
    air = (high - low) * 0.04 or abs(high) * 0.05 or 0.5
    return ParallelAxis(name, low - air, high + air, help=help)
