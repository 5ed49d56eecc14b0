"""Windows over the rows of a long table: views that copy nothing, and their division by time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from ...errors import DataError
from ..prepared import SplitName
from ..raw import Array, Notice
from ..recipe import SplitRecipe
from .counts import counted


@dataclass(frozen=True)
class Windows:
    """How samples lie in the rows of a table; sample k begins with row ``k * stride``.

    Attributes:
        rows: the channels (R, C) float32, NaN where nothing is known.
        truth: the numbers to predict (R, K) float32, the last known one where one is missing.
        targets: what these are called.
        times: time of each row (R,) float64, rising within a series.
        dated: whether these are seconds since 1970; else they number the rows of a series.
        unit: what a step is ("hour"; "step" where it is not known).
        season: steps after which the pattern may repeat, 0 where none is known.
        series: number of the series of each row (R,) int64.
        names: what the series are called; empty where there is one.
        steps, horizon, stride: rows of a window, rows to predict behind it, rows from one window to the next.
        usable: which samples lie in one series and have all that they are to predict (N,) bool.
        change: whether the numbers to predict are changes from the last row of the window.
    """

    rows: Array
    truth: Array
    targets: tuple[str, ...]
    times: Array
    dated: bool
    unit: str
    season: int
    series: Array
    names: tuple[str, ...]
    steps: int
    horizon: int
    stride: int
    usable: Array
    change: bool = False

    @property
    def starts(self) -> Array:
        """The first row of each sample (N,) int64."""
        return np.arange(len(self.usable), dtype=np.int64) * self.stride

    def inputs(self) -> Array:
        """The windows (N, steps, C), a view of the rows."""
        return window_view(self.rows, self.steps, self.stride, len(self.usable))

    def future(self) -> Array:
        """The numbers to predict (N, K * horizon): all steps of the first target, then of the next."""
        count, width = len(self.usable), self.truth.shape[1]
        view = sliding_window_view(self.truth[self.steps :], self.horizon, axis=0)[:: self.stride][:count]
        if self.change:
            return np.ascontiguousarray(view - self.last()[:, :, None]).reshape(count, width * self.horizon)
        return view[:, 0] if width == 1 else np.ascontiguousarray(view).reshape(count, width * self.horizon)

    def last(self) -> Array:
        """The last known number of each target in each window (N, K)."""
        found: Array = self.truth[self.starts + self.steps - 1]
        return found

    def naive(self, samples: Array, season: int = 1) -> Array:
        """What repeating the value of ``season`` steps before would predict for samples, (n, K * horizon) as ``future``."""
        ahead = np.arange(self.horizon)
        back = ahead % season - season
        starts = self.starts[samples] + self.steps
        found = self.truth[np.maximum(starts[:, None] + back, 0)].transpose(0, 2, 1)
        if self.change:
            found = found - self.last()[samples][:, :, None]
        return np.ascontiguousarray(found).reshape(len(samples), -1)

    def covered(self, samples: Array) -> Array:
        """Which rows stand in the windows of samples (R,) bool."""
        edges = np.zeros(len(self.rows) + 1, dtype=np.int64)
        np.add.at(edges, self.starts[samples], 1)
        np.add.at(edges, self.starts[samples] + self.steps, -1)
        found: Array = np.cumsum(edges[:-1]) > 0
        return found


def window_view(rows: Array, steps: int, stride: int, count: int) -> Array:
    """Windows (count, steps, C) over rows (R, C), a view."""
    return sliding_window_view(rows, steps, axis=0)[::stride][:count].transpose(0, 2, 1)


def split_windows(
    recipe: SplitRecipe, windows: Windows, kept: Array | None = None
) -> tuple[dict[SplitName, Array], tuple[Notice, ...]]:
    """Sorted sample indexes of each part by the time of what they predict: the oldest are trained on, the newest the test.

    A sample belongs to the part in which all of its predicted rows lie. Those in between are left out, so no training window
    holds or predicts a row that another part predicts. What a window of validation or test looks back on may lie in an
    earlier part: at that time it is known, as it will be when the network is used.

    Of samples that the user has left out, ``kept`` (int64) names the others. Raises ``DataError`` where a part that is asked
    for gets none.
    """
    usable = windows.usable.copy()
    if kept is not None:
        usable &= np.isin(np.arange(len(usable)), kept)
    first = windows.starts + windows.steps
    last = first + windows.horizon - 1
    times = np.sort(windows.times)
    end = float(np.nextafter(times[-1], np.inf))

    def cut(share: float) -> float:
        place = round(len(times) * (1 - share))
        return float(times[place]) if share > 0 and place < len(times) else end

    test = cut(recipe.test)
    validation = cut(recipe.test + recipe.validation) if recipe.validation > 0 else test
    from_time, to_time = windows.times[first], windows.times[last]
    parts: dict[SplitName, Array] = {
        "train": _where(usable & (to_time < validation)),
        "validation": _where(usable & (from_time >= validation) & (to_time < test)),
        "test": _where(usable & (from_time >= test)),
    }
    asked = {"train": True, "validation": recipe.validation > 0, "test": recipe.test > 0}
    empty = [name for name, wanted in asked.items() if wanted and len(parts[name]) == 0]  # type: ignore[index]
    if empty:
        words = {"train": "training", "validation": "validation", "test": "test"}
        raise DataError(
            f"No window of {counted(windows.steps, 'row')} with {windows.horizon:,} to predict fits the {words[empty[0]]} part",
            f"The table has {counted(len(windows.rows), 'row')}, divided by time",
            "Use a shorter window or horizon, or other shares",
            code="data.windows_too_few",
            values={"steps": windows.steps, "horizon": windows.horizon, "rows": len(windows.rows), "part": empty[0]},
        )
    between = int(usable.sum()) - sum(len(part) for part in parts.values())
    if not between:
        return parts, ()
    count = "1 window is" if between == 1 else f"{between:,} windows are"
    text = f"{count} left out because what they predict lies in two parts of the split."
    return parts, (Notice("data.windows_between", text, {"count": between}),)


def _where(mask: Array) -> Array:
    return np.flatnonzero(mask).astype(np.int64)
