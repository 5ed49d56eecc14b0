"""What a chart draws: a series of one run, its axis in steps, epochs or seconds, and its smoothed form."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from .series import Floats, Series
from .smoothing import Smoother

AxisKind = Literal["steps", "epochs", "seconds"]


class RunAxis:
    """How a run's optimiser steps lie on the three axes. All maps rise, so that a range goes back and forth."""

    def __init__(self, steps_per_epoch: int = 1) -> None:
        self.steps_per_epoch = max(steps_per_epoch, 1)
        self._steps: list[float] = [0.0]
        self._seconds: list[float] = [0.0]
        self._epoch_steps: list[float] = [0.0]
        self._epochs: list[float] = [0.0]
        self._even = True

    def add_epoch(self, step: float, epoch: float) -> None:
        """Tells that ``epoch`` epochs were done at ``step``: they need not all have as many steps."""
        if step > self._epoch_steps[-1] and epoch > self._epochs[-1]:
            self._epoch_steps.append(float(step))
            self._epochs.append(float(epoch))
            self._even = self._even and step == epoch * self.steps_per_epoch

    def add_time(self, step: float, seconds: float) -> None:
        """Tells that ``step`` was done after ``seconds`` of training in all."""
        if step > self._steps[-1] and seconds > self._seconds[-1]:
            self._steps.append(float(step))
            self._seconds.append(float(seconds))

    def cut_after(self, step: float) -> None:
        """Forgets times of later steps."""
        while len(self._steps) > 1 and self._steps[-1] > step:
            self._steps.pop()
            self._seconds.pop()
        while len(self._epochs) > 1 and self._epoch_steps[-1] > step:
            self._epoch_steps.pop()
            self._epochs.pop()

    @property
    def kept_seconds(self) -> float:
        """The last time that is kept: the end of the last epoch."""
        return self._seconds[-1]

    def to_axis(self, kind: AxisKind, steps: ArrayLike) -> Floats:
        """Where steps lie on the axis."""
        x = np.asarray(steps, np.float64)
        if kind == "steps":
            return x
        if kind == "epochs":
            return x / self.steps_per_epoch if self._as_even else _interpolated(x, *self._epoch_table())
        return _interpolated(x, *self._table())

    def to_steps(self, kind: AxisKind, values: ArrayLike) -> Floats:
        """Which step lies at values of the axis (with a fraction)."""
        x = np.asarray(values, np.float64)
        if kind == "steps":
            return x
        if kind == "epochs":
            steps, epochs = self._epoch_table()
            return x * self.steps_per_epoch if self._as_even else _interpolated(x, epochs, steps)
        steps, seconds = self._table()
        return _interpolated(x, seconds, steps)

    @property
    def _as_even(self) -> bool:
        """Whether all epochs have as many steps as those to come."""
        return self._even and self._epoch_steps[-1] == self._epochs[-1] * self.steps_per_epoch

    def _epoch_table(self) -> tuple[list[float], list[float]]:
        """Ends of epochs, and that of the next one as it is to be."""
        steps, epochs = self._epoch_steps, self._epochs
        return [*steps, steps[-1] + self.steps_per_epoch], [*epochs, epochs[-1] + 1.0]

    def _table(self) -> tuple[list[float], list[float]]:
        steps, seconds = self._steps, self._seconds
        # Nothing known yet: a millisecond a step keeps the map rising.
        return (steps, seconds) if len(steps) > 1 else ([0.0, 1000.0], [0.0, 1.0])


def _interpolated(x: Floats, given: list[float], wanted: list[float]) -> Floats:
    """Linear between the points, and on beyond the last with the last slope."""
    result = np.interp(x, given, wanted)
    slope = (wanted[-1] - wanted[-2]) / (given[-1] - given[-2])
    beyond = x > given[-1]
    return np.where(beyond, wanted[-1] + (x - given[-1]) * slope, result)


@dataclass(frozen=True)
class Band:
    """What lies between two curves over the same steps, each (n,)."""

    steps: Floats
    low: Floats
    high: Floats


@dataclass(eq=False)
class Trace:
    """One curve.

    Attributes:
        run: id of the run, name: of the series in the store ("loss", "val_loss").
        label: its name in words, for legends and files ("run 3 · validation").
        series: the numbers; the chart only reads them.
        axis: of the run.
        validation: one value for each epoch, drawn dashed; otherwise one for each step, drawn solid.
        color: ``#rrggbb``.
        best: step of the best epoch, None when there is none or it isn't to be marked here.
        focused: drawn above the others.
        band: what is shaded around it.
        pointwise: whether its points are few and each counts, so that it is never smoothed.
        second: the other of two curves that have a value for each step; drawn dashed too.
    """

    run: str
    name: str
    label: str
    series: Series
    axis: RunAxis
    validation: bool
    color: str
    best: float | None = None
    focused: bool = True
    band: Band | None = None
    pointwise: bool = False
    second: bool = False
    _smoother: Smoother = field(default_factory=lambda: Smoother(0.0), repr=False)
    _smooth: Series = field(default_factory=Series, repr=False)

    @property
    def dashed(self) -> bool:
        """Whether it is drawn dashed, and belongs to the second toggle of the legend."""
        return self.validation or self.second

    def smoothed(self, weight: float) -> Series:
        """The series under exponential smoothing; only what is new since the last call is computed."""
        if weight == 0.0 or self.validation or self.pointwise:
            return self.series
        if weight != self._smoother.weight or len(self._smooth) > len(self.series):
            self.forget_smoothed()
            self._smoother = Smoother(weight)
        done = len(self._smooth)
        if done < len(self.series):
            self._smooth.extend(self.series.steps[done:], self._smoother.push(self.series.values[done:]))
        return self._smooth

    def forget_smoothed(self) -> None:
        """Starts smoothing anew: numbers that were there have been replaced."""
        self._smoother, self._smooth = Smoother(self._smoother.weight), Series()

    def keep_smoothed(self, other: Trace) -> None:
        """Goes on with what another trace of the same series has smoothed."""
        self._smoother, self._smooth = other._smoother, other._smooth
