"""Plots over one x axis, loss, metric, and what private runs gave away, with what they share: smoothing, axis, range."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ..widgets.plots.chart import Chart
from ..widgets.plots.trace import AxisKind, Trace
from . import drawn
from .drawn import ShownRun, in_front
from .history import SPENT, Panel
from .plot_tools import PlotTools
from .which_metric import WhichMetric

INTERVAL_MS = 66
"""Shortest time between two drawings of a growing curve: 15 a second, and only while there is something new."""

SHARE = 0.02
"""Drawing takes at most this share of the time: what costs more is drawn less often. On a small
computer each drawing holds up all training threads, which wait for each other."""

LONGEST_MS = 500


class CurvesPanel(QWidget):
    """``pointed(object)``: value of the x axis under the crosshair, None when there is none. ``smoothed(weight)``: lines are
    smoothed otherwise. ``best_moved``: another epoch is marked as the best."""

    pointed = Signal(object)
    best_moved = Signal()
    smoothed = Signal(float)
    saved = Signal(str)
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train_curves")
        self.runs: tuple[ShownRun, ...] = ()
        self.kind: AxisKind = "epochs"
        self._manual: tuple[float, float] | None = None
        self._shape: tuple[object, ...] = ()
        self.tools = PlotTools()
        self.tools.smoothed.connect(self._smooth)
        self.tools.raw.toggled.connect(self._show_raw)
        self.tools.log_x.toggled.connect(self._set_log_x)
        self.tools.axis.currentIndexChanged.connect(self._set_kind)
        self.tools.range.currentIndexChanged.connect(lambda _index: self.restore())
        self.tools.whole.clicked.connect(self.restore)
        self.loss = Chart("loss", self.tr("Loss"))
        self.second = Chart("metric", self.tr("Accuracy"))
        self.third = Chart("third", self.tr("Distance from real samples"))
        self.third.hide()
        self.spent = Chart("epsilon", self.tr("Privacy given away (epsilon)"), of_splits=False)
        self.rate = Chart("rate", self.tr("Learning rate"), of_splits=False)
        self.rate.area.weight, self.rate.area.raw = 0.0, False  # it is what it is, not a measurement to be smoothed
        self.rate.hide()
        self.measured = (self.loss, self.second, self.third, self.spent)
        self.charts = (*self.measured, self.rate)
        self.which = WhichMetric(self.second)
        self.which.chosen.connect(self._choose_metric)
        self.second.hold_title(self.which)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setObjectName("train_charts")
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(8)
        self._split.setStyleSheet("QSplitter::handle { background: transparent; }")
        for chart in self.charts:
            self._split.addWidget(chart)
            chart.area.hovered.connect(self.point_at)
            chart.area.zoomed.connect(self.zoom)
            chart.area.restored.connect(self.restore)
            chart.failed.connect(self.failed)
            chart.saved.connect(self.saved)
        self._split.setStretchFactor(0, 3)
        self._split.setStretchFactor(1, 3)
        self._split.setStretchFactor(2, 2)
        self.spent.hide()
        self._split.setStretchFactor(4, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(8)
        layout.addWidget(self.tools)
        layout.addWidget(self._split, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._grow)
        self._propose_smoothing()

    # What is shown

    def set_runs(self, runs: Sequence[ShownRun]) -> None:
        """Other runs on the plots; nothing is drawn anew when they are the same."""
        same, self.runs = self.runs == tuple(runs), tuple(runs)
        before, self._shape = self._shape, drawn.shape(self.runs)
        if same and before == self._shape:
            self.grown()
            return
        panels, old = self._panels(), self.traces
        for place, chart in enumerate((self.loss, self.second, self.third)):
            panel = panels[place] if place < len(panels) else None
            chart.setVisible(panel is not None)
            if panel is not None:
                chart.set_title(drawn.title(panel), told_elsewhere=chart is self.second and self.which.count() > 1)
                chart.set_legend(*drawn.legend(panel))
            chart.set_traces(drawn.traces(self.runs, panel, old) if panel is not None else [])
        self.spent.set_traces(drawn.spent_traces(self.runs))
        self.spent.setVisible(bool(self.spent.area.traces))
        self.rate.set_traces(drawn.rate_traces(self.runs))
        self.rate.setVisible(bool(self.rate.area.traces))
        self._mark()
        self._propose_smoothing()
        self._fit()
        self.best_moved.emit()

    def _choose_metric(self) -> None:
        self._shape = ()
        self.set_runs(self.runs)

    def grown(self) -> None:
        """Numbers were added to a run that is shown: they are drawn with the next tick, while there is somebody to see them."""
        if self.isVisible() and not self._timer.isActive():
            cost = sum(chart.area.cost for chart in self.charts)
            self._timer.start(round(min(max(INTERVAL_MS, 1000 * cost / SHARE), LONGEST_MS)))

    def point_at(self, at: float | None) -> None:
        """Puts the crosshair at a value of the x axis, on both plots."""
        for chart in self.charts:
            chart.area.set_crosshair(at)
        self.pointed.emit(at)

    def zoom(self, low: float, high: float) -> None:
        """Shows a part of the x axis until the user goes back to the whole."""
        first, last = self._whole()
        low, high = max(low, first - (last - first) * 0.02), min(high, last + (last - first) * 0.02)
        if math.isfinite(low) and math.isfinite(high) and high - low > (last - first) * 1e-6:
            self._manual = (low, high)
            self._fit()

    def restore(self) -> None:
        """Back to the chosen range."""
        self._manual = None
        for chart in self.charts:
            chart.area.free_y()
        self._fit()

    @property
    def smoothing_weight(self) -> float:
        """Weight of the exponential average."""
        return self.loss.area.weight

    @property
    def traces(self) -> tuple[Trace, ...]:
        """The curves of both plots."""
        return tuple(t for chart in self.charts for t in chart.area.traces)

    def _panels(self) -> tuple[Panel, ...]:
        """What each plot shows: of the run in front."""
        focused = in_front(self.runs)
        if focused is not None and focused.history.adversarial:
            self.which.offer(())
            return focused.history.panels
        runs = [r for r in (focused, *self.runs) if r is not None and not r.history.adversarial]
        metric = self.which.offer(tuple(dict.fromkeys(name for r in runs for name in r.history.metrics)))
        loss = Panel("loss", "loss", "val_loss")
        return (loss, Panel(metric, metric, f"val_{metric}")) if metric else (loss,)

    def _mark(self) -> None:
        made = drawn.marks(in_front(self.runs), self.kind)
        for chart in self.charts:
            chart.area.marks = made

    def _grow(self) -> None:
        if self._shape != drawn.shape(self.runs):
            self.set_runs(self.runs)
            return
        self._fit()
        best = {r.history.run: drawn.best_of(r) for r in self.runs}
        moved = False
        for trace in self.traces:
            # A new best epoch comes with a new value of the validation curve, which is drawn whole.
            if trace.validation and trace.name != SPENT and trace.best != best[trace.run]:
                trace.best, moved = best[trace.run], True
        if moved:
            self.best_moved.emit()
        for chart in self.charts:
            if chart.isVisible():
                chart.grown()

    # The x axis

    def _whole(self) -> tuple[float, float]:
        """The x axis of everything that is shown; a live run's goes to the end that it is asked for."""
        high = 0.0
        for shown in self.runs:
            history = shown.history
            last = history.total_steps if shown.live and self.kind != "seconds" else history.last_step
            high = max(high, float(history.axis.to_axis(self.kind, max(last, 1))))
            if shown.live and self.kind == "epochs":
                high = max(high, float(history.epochs))
        if self.kind == "seconds" and any(r.live for r in self.runs):
            # A growing axis grows in jumps, so that not everything is drawn anew each time.
            jump = 10.0 ** math.floor(math.log10(max(high, 1e-3))) / 2
            high = math.ceil(high / jump + 1e-9) * jump
        low = 1.0 / self._steps_per_unit() if self.tools.log_x.isChecked() else 0.0
        return low, max(high, low * 10, 1e-3)

    def _steps_per_unit(self) -> float:
        focused = in_front(self.runs)
        if focused is None:
            return 1.0
        return max(float(focused.history.axis.to_steps(self.kind, 1.0)), 1.0)

    def _fit(self) -> None:
        low, high = self._whole()
        if self._manual is not None:
            low, high = self._manual
        elif self.tools.range.currentData() == "last":
            low, high = self._last_tenth(low)
        self.tools.whole.setVisible(self._manual is not None)
        for chart in self.charts:
            chart.area.set_range(low, high)

    def _last_tenth(self, lowest: float) -> tuple[float, float]:
        focused = in_front(self.runs)
        if focused is None:
            return self._whole()
        last = float(focused.history.axis.to_axis(self.kind, max(focused.history.last_step, 1)))
        end = self._whole()[1]
        jump = end / 200
        last = min(math.ceil(last / jump - 1e-9) * jump, end) if focused.live else last
        return max(last * 0.9, lowest), max(last, lowest * 2)

    # Settings of the plots

    def _set_kind(self) -> None:
        self.kind = self.tools.kind
        self._manual = None
        for chart in self.charts:
            chart.area.kind = self.kind
            chart.area.crosshair = None
        self.pointed.emit(None)
        self._mark()
        self._refit()

    def _set_log_x(self, on: bool) -> None:
        self._manual = None
        for chart in self.charts:
            chart.area.log_x = on
        self._refit()

    def _refit(self) -> None:
        self._fit()
        for chart in self.charts:
            chart.area.redraw()

    def _show_raw(self, on: bool) -> None:
        for chart in self.measured:
            chart.area.raw = on
            chart.area.redraw()

    def _smooth(self) -> None:
        weight = self.tools.weight
        self.smoothed.emit(weight)
        for chart in self.charts:
            chart.area.kind = self.kind
            if chart is not self.rate and chart.area.weight != weight:
                chart.area.weight = weight
                chart.area.redraw()

    def _propose_smoothing(self) -> None:
        focused = in_front(self.runs)
        steps = max(focused.history.total_steps, focused.history.last_step) if focused is not None else 1000
        self.tools.propose_smoothing(steps)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.grown()
