"""Forecasts over the truth along time, and how they compare with repeating what was there before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ...engine.data.prepared import PreparedData
from ...engine.data.series.shown import time_ticks
from ...engine.data.series.times import time_text
from ...engine.data.series.windows import Windows
from ..widgets.lines import Line, LinePlot
from ..widgets.numbers import count_text, number_text
from .card import Card, muted

if TYPE_CHECKING:
    from ...engine.evaluate.report import Report


class ForecastCard(Card):
    """The number that is predicted and what it was, by its time. ``picked(int)``: the place in the report that was clicked."""

    picked = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self.tr("Forecast over time"), parent)
        self._windows: Windows | None = None
        self._times: np.ndarray = np.empty(0)
        self._places: np.ndarray = np.empty(0, np.int64)
        self.plot = LinePlot("evaluate_forecast", self)
        self.plot.setAccessibleName(self.tr("Forecast and truth over time"))
        self.hint = muted("", self)
        self.hint.setObjectName("evaluate_forecast_hint")
        self.hint.setWordWrap(True)
        self.hold(self.plot)
        self._layout.addWidget(self.hint)
        self.plot.picked.connect(self._pick)

    def show_number(self, report: Report, data: PreparedData, k: int) -> None:
        """Shows the number ``k`` of a report on windows of a table; of several series the first one in the split."""
        windows = data.raw.windows
        assert windows is not None
        rows = windows.starts[report.indexes] + windows.steps + k % windows.horizon
        of_one = np.flatnonzero(windows.series[rows] == windows.series[rows[0]])
        order = of_one[np.argsort(windows.times[rows[of_one]], kind="stable")]
        self._windows, self._times, self._places = windows, windows.times[rows[order]], order
        true, predicted = report.targets[order, k].astype(np.float64), report.predictions[order, k].astype(np.float64)
        self.plot.set_lines(
            [Line(self.tr("true"), self._times, true, 0), Line(self.tr("predicted"), self._times, predicted, 1, 1)],
            x_text=self._time if windows.dated else None,
            ticks=time_ticks if windows.dated else None,
            keep_range=True,
        )
        self._compare(report, windows, k)

    def _compare(self, report: Report, windows: Windows, k: int) -> None:
        wanted = report.targets[:, k].astype(np.float64)

        def error(answer: np.ndarray) -> str:
            return number_text(float(np.sqrt(np.square(answer - wanted).mean())), 3)

        ours, last = error(report.predictions[:, k]), error(windows.naive(report.indexes)[:, k])
        if windows.season > 1:
            text = self.tr("RMSE {ours}. Repeating the last value: {last}; the value {season} steps before: {before}.")
            before = error(windows.naive(report.indexes, windows.season)[:, k])
            self.hint.setText(text.format(ours=ours, last=last, season=count_text(windows.season), before=before))
        else:
            self.hint.setText(self.tr("RMSE {ours}. Repeating the last value: {last}.").format(ours=ours, last=last))

    def _time(self, value: float) -> str:
        return time_text(round(value), self._windows.unit) if self._windows is not None else number_text(value)

    def _pick(self, time: float) -> None:
        if len(self._times):
            self.picked.emit(int(self._places[np.abs(self._times - time).argmin()]))
