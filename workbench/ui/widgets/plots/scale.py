"""From values to pixels and back, linear or logarithmic; round bounds and ticks."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ..axes import nice_ticks, tick_text
from ..numbers import number_text
from .series import Floats

Tick = tuple[float, str]

_CLOCK_STEPS = (
    0.1,
    0.2,
    0.5,
    1,
    2,
    5,
    10,
    15,
    30,
    60,
    120,
    300,
    600,
    900,
    1800,
    3600,
    7200,
    14400,
    21600,
    43200,
    86400,
)


@dataclass(frozen=True)
class Scale:
    """The values ``low`` to ``high`` on the pixels ``start`` to ``stop`` (which may fall). Under ``log`` both are above 0."""

    low: float
    high: float
    start: float
    stop: float
    log: bool = False

    def to_pixels(self, values: ArrayLike) -> Floats:
        """Where values lie; NaN for what a logarithm can't show."""
        x = np.asarray(values, np.float64)
        low, high = self.low, self.high
        if self.log:
            with np.errstate(divide="ignore", invalid="ignore"):
                x = np.where(x > 0.0, np.log10(x), np.nan)
            low, high = math.log10(low), math.log10(high)
        return self.start + (x - low) * ((self.stop - self.start) / (high - low))

    def to_values(self, pixels: ArrayLike) -> Floats:
        """Which values lie at pixels."""
        share = (np.asarray(pixels, np.float64) - self.start) / (self.stop - self.start)
        if self.log:
            low, high = math.log10(self.low), math.log10(self.high)
            return np.power(10.0, low + share * (high - low))
        return self.low + share * (self.high - self.low)

    def ticks(self, wanted: int) -> list[Tick]:
        """About ``wanted`` round values with their texts."""
        if self.log:
            return _log_ticks(self.low, self.high, wanted)
        values = nice_ticks(self.low, self.high, wanted)
        step = values[1] - values[0] if len(values) > 1 else 1.0
        texts, digits = [tick_text(v, step) for v in values], 4
        while len(set(texts)) < len(texts) and digits < 16:
            # A narrow range far from zero: as many digits as it takes to tell its ticks apart.
            texts, digits = [number_text(v, digits) for v in values], digits + 1
        return list(zip(values, texts, strict=True))

    def whole_ticks(self, wanted: int) -> list[Tick]:
        """Ticks at whole numbers only, for steps and epochs."""
        if self.log:
            return [(v, t) for v, t in _log_ticks(self.low, self.high, wanted) if v >= 1.0]
        values = [v for v in nice_ticks(self.low, self.high, wanted) if abs(v - round(v)) < 1e-6 * max(abs(v), 1.0)]
        if len(values) < 2:
            values = [float(v) for v in range(math.ceil(self.low), math.floor(self.high) + 1)][: wanted + 1]
        return [(v, f"{round(v):,}") for v in values]

    def clock_ticks(self, wanted: int) -> list[Tick]:
        """Ticks at round times, for seconds."""
        if self.log:
            return [(v, clock_text(v)) for v, _ in _log_ticks(self.low, self.high, wanted)]
        raw = (self.high - self.low) / max(wanted, 1)
        step = next((s for s in _CLOCK_STEPS if s >= raw), math.ceil(raw / 86400) * 86400)
        first, last = math.ceil(self.low / step - 1e-9), math.floor(self.high / step + 1e-9)
        return [(k * step, clock_text(k * step, fine=step < 1)) for k in range(first, last + 1)]


def clock_text(seconds: float, *, fine: bool = False) -> str:
    """A time on an axis: ``0:42``, ``12:05``, ``1:02:00``; ``0.3 s`` under ``fine``."""
    if fine or 0 < seconds < 1:
        return f"{seconds:.1f} s"
    whole = round(seconds)
    hours, minutes = whole // 3600, whole // 60 % 60
    return f"{hours}:{minutes:02}:{whole % 60:02}" if hours else f"{minutes}:{whole % 60:02}"


def round_bounds(low: float, high: float, *, log: bool) -> tuple[float, float]:
    """A range with round ends that holds ``low`` to ``high``: it stays the same while a curve grows a little."""
    if not (math.isfinite(low) and math.isfinite(high)):
        return (0.1, 1.0) if log else (0.0, 1.0)
    if log:
        low, high = max(low, 1e-300), max(high, 1e-300)
        first, last = math.floor(math.log10(low) * 4) / 4, math.ceil(math.log10(high) * 4) / 4
        return 10.0**first, 10.0 ** (last if last > first else first + 0.25)
    if high <= low:
        air = abs(low) * 0.1 or 1.0
        low, high = low - air, high + air
    raw = (high - low) / 8
    magnitude = 10.0 ** math.floor(math.log10(raw))
    step = next(s * magnitude for s in (1, 2, 2.5, 5, 10) if s * magnitude >= raw * 0.999)
    return math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step


def _log_ticks(low: float, high: float, wanted: int) -> list[Tick]:
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    decades = math.log10(high / low)
    if decades < 0.7:
        return [(v, number_text(v, 3)) for v in nice_ticks(low, high, wanted) if v > 0]
    marks = (1, 2, 5) if decades <= wanted / 2 else (1,)
    stride = max(1, math.ceil((last - first) / max(wanted, 1)))
    values = [m * 10.0**k for k in range(first, last + 1, stride) for m in marks]
    return [(v, number_text(v, 3)) for v in values if low * 0.999 <= v <= high * 1.001]
