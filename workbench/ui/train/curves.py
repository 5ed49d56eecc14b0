"""Plots over one x axis, loss, metric, and what private runs gave away, with what they share: smoothing, axis, range."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QSlider, QSplitter, QVBoxLayout, QWidget

from ..widgets.editors import Combo
from ..widgets.plots.area import Mark
from ..widgets.plots.chart import Chart
from ..widgets.plots.trace import AxisKind, Band, Trace
from .changes import changed_text
from .history import RATE, SPENT, Panel, RunHistory
from .which_metric import WhichMetric
from .words import metric_word

WINDOWS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
"""Steps that smoothing averages over, for the slider."""

INTERVAL_MS = 66
"""Shortest time between two drawings of a growing curve: 15 a second, and only while there is something new."""

SHARE = 0.02
"""Drawing takes at most this share of the time: what costs more is drawn less often. On a small
computer each drawing holds up all training threads, which wait for each other."""

LONGEST_MS = 500


@dataclass(frozen=True)
class ShownRun:
    """A run on the plots. ``focused``: drawn in front, with its best epoch marked. ``live``: it is growing."""

    history: RunHistory
    name: str
    color: str
    focused: bool
    live: bool = False
    bands: Mapping[str, Band] = field(default_factory=dict)
    """What is shaded around its curves, by series; its points are then means over several runs."""


class CurvesPanel(QWidget):
    """``pointed(object)``: value of the x axis under the crosshair, None when there is none. ``smoothed(weight)``: lines are
    smoothed otherwise."""

    pointed = Signal(object)
    smoothed = Signal(float)
    saved = Signal(str)
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train_curves")
        self.runs: tuple[ShownRun, ...] = ()
        self.kind: AxisKind = "epochs"
        self._manual: tuple[float, float] | None = None
        self._chosen_window = 0
        self._shape: tuple[object, ...] = ()
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
        layout.addLayout(self._tools())
        layout.addWidget(self._split, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._grow)
        self._set_window(0)

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        label = QLabel(self.tr("Smoothing"))
        label.setProperty("role", "muted")
        self.smoothing = QSlider(Qt.Orientation.Horizontal)
        self.smoothing.setObjectName("train_smoothing")
        self.smoothing.setAccessibleName(self.tr("Smoothing: steps that the strong line averages over"))
        self.smoothing.setRange(0, len(WINDOWS) - 1)
        self.smoothing.setFixedWidth(112)
        self.smoothing.setPageStep(1)
        self.smoothing.valueChanged.connect(self._smooth)
        label.setBuddy(self.smoothing)
        self._smoothing_words = QLabel()
        self._smoothing_words.setObjectName("train_smoothing_words")
        self._smoothing_words.setMinimumWidth(self.fontMetrics().horizontalAdvance(self.tr("5,000 steps")) + 4)
        self.raw = QCheckBox(self.tr("each step"))
        self.raw.setObjectName("train_raw")
        self.raw.setToolTip(self.tr("Shows the value of each step, faintly, behind the smoothed line"))
        self.raw.setChecked(True)
        self.raw.toggled.connect(self._show_raw)
        self.log_x = QPushButton(self.tr("log x"))
        self.log_x.setObjectName("train_log_x")
        self.log_x.setProperty("role", "chip")
        self.log_x.setCheckable(True)
        self.log_x.setAccessibleName(self.tr("Logarithmic x axis"))
        self.log_x.toggled.connect(self._set_log_x)
        self.axis = Combo(self)
        self.axis.setObjectName("train_axis")
        self.axis.setAccessibleName(self.tr("What the x axis counts"))
        for text, kind in ((self.tr("epochs"), "epochs"), (self.tr("steps"), "steps"), (self.tr("time"), "seconds")):
            self.axis.addItem(text, kind)
        self.axis.currentIndexChanged.connect(self._set_kind)
        self.range = Combo(self)
        self.range.setObjectName("train_range")
        self.range.setAccessibleName(self.tr("Which part of the run is shown"))
        self.range.addItem(self.tr("whole run"), "all")
        self.range.addItem(self.tr("last 10 %"), "last")
        self.range.currentIndexChanged.connect(lambda _index: self.restore())
        self.whole = QPushButton(self.tr("Show everything"))
        self.whole.setObjectName("train_whole")
        self.whole.setProperty("role", "link")
        self.whole.clicked.connect(self.restore)
        self.whole.hide()
        for widget in (label, self.smoothing, self._smoothing_words, self.raw):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.whole, self.log_x, self.axis, self.range):
            row.addWidget(widget)
        return row

    # What is shown

    def set_runs(self, runs: Sequence[ShownRun]) -> None:
        """Other runs on the plots; nothing is drawn anew when they are the same."""
        same, self.runs = self.runs == tuple(runs), tuple(runs)
        before, self._shape = self._shape, self._shape_now()
        if same and before == self._shape:
            self.grown()
            return
        panels = self._panels()
        for place, chart in enumerate((self.loss, self.second, self.third)):
            panel = panels[place] if place < len(panels) else None
            chart.setVisible(panel is not None)
            if panel is not None:
                chart.set_title(self._title(panel), told_elsewhere=chart is self.second and self.which.count() > 1)
                chart.set_legend(*self._legend(panel))
            chart.set_traces(self._traces(panel) if panel is not None else [])
        self.spent.set_traces(self._spent_traces())
        self.spent.setVisible(bool(self.spent.area.traces))
        self.rate.set_traces(self._rate_traces())
        self.rate.setVisible(bool(self.rate.area.traces))
        self._mark()
        if not self._chosen_window:
            self._set_window(0)
        self._fit()

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

    def _focused(self) -> ShownRun | None:
        return next((r for r in self.runs if r.focused), self.runs[-1] if self.runs else None)

    def _shape_now(self) -> tuple[object, ...]:
        """What traces depend on beside their numbers."""
        return tuple(
            (tuple(h.series), h.total_steps, len(h.resumed), len(h.changes), h.axis.steps_per_epoch)
            for h in (r.history for r in self.runs)
        )

    def _panels(self) -> tuple[Panel, ...]:
        """What each plot shows: of the run in front."""
        focused = self._focused()
        if focused is not None and focused.history.adversarial:
            self.which.offer(())
            return focused.history.panels
        runs = [r for r in (focused, *self.runs) if r is not None and not r.history.adversarial]
        metric = self.which.offer(tuple(dict.fromkeys(name for r in runs for name in r.history.metrics)))
        loss = Panel("loss", "loss", "val_loss")
        return (loss, Panel(metric, metric, f"val_{metric}")) if metric else (loss,)

    def _title(self, panel: Panel) -> str:
        words = {"judged": self.tr("Judged right"), "distance": self.tr("Distance from real samples")}
        word = words.get(panel.quantity) or metric_word(panel.quantity)
        return word[:1].upper() + word[1:]

    def _legend(self, panel: Panel) -> tuple[str, str]:
        """What the solid curve is called, and the dashed one."""
        if not panel.steps:
            return self.tr("training"), self.tr("validation")
        if panel.quantity == "judged":
            return self.tr("real samples"), self.tr("made samples")
        return self.tr("generator"), self.tr("discriminator")

    def _traces(self, panel: Panel) -> list[Trace]:
        made = []
        legend = self._legend(panel)
        old = {(t.run, t.name): t for chart in self.charts for t in chart.area.traces}
        for shown in self.runs:
            history = shown.history
            for key, word, dashed in ((panel.solid, legend[0], False), (panel.dashed, legend[1], True)):
                series = history.series.get(key)
                if series is None:
                    continue
                validation = dashed and not panel.steps
                best = float(history.best_step) if validation and shown.focused and history.best_step else None
                label = f"{shown.name} · {word}"
                trace = Trace(
                    history.run,
                    key,
                    label,
                    series,
                    history.axis,
                    validation,
                    shown.color,
                    best,
                    shown.focused,
                    shown.bands.get(key),
                    pointwise=key in shown.bands,
                    second=dashed and panel.steps,
                )
                before = old.get((history.run, key))
                if before is not None and before.series is series:
                    # What has been smoothed once stays.
                    trace._smoother, trace._smooth = before._smoother, before._smooth
                made.append(trace)
        return made

    def _rate_traces(self) -> list[Trace]:
        """The learning rates of runs whose rate changes by itself."""
        return [
            Trace(s.history.run, RATE, s.name, s.history.series[RATE], s.history.axis, False, s.color, None, s.focused)
            for s in self.runs
            if RATE in s.history.series
        ]

    def _spent_traces(self) -> list[Trace]:
        """Epsilon of each private run, a number for each epoch."""
        return [
            Trace(s.history.run, SPENT, s.name, s.history.series[SPENT], s.history.axis, True, s.color, None, s.focused)
            for s in self.runs
            if SPENT in s.history.series
        ]

    def _mark(self) -> None:
        focused = self._focused()
        marks: tuple[Mark, ...] = ()
        if focused is not None:
            history, said = focused.history, [(step, self.tr("resumed")) for step in focused.history.resumed]
            said += [(change.step, changed_text(change)) for change in history.changes]
            at = history.axis.to_axis(self.kind, [step for step, _ in said])
            marks = tuple(Mark(float(x), text) for x, (_, text) in zip(at, said, strict=True))
        for chart in self.charts:
            chart.area.marks = marks

    def _grow(self) -> None:
        if self._shape != self._shape_now():
            self.set_runs(self.runs)
            return
        self._fit()
        best = {r.history.run: float(r.history.best_step) for r in self.runs if r.focused and r.history.best_step}
        for trace in self.traces:
            # A new best epoch comes with a new value of the validation curve, which is drawn whole.
            trace.best = best.get(trace.run) if trace.validation and trace.name != SPENT else None
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
        low = 1.0 / self._steps_per_unit() if self.log_x.isChecked() else 0.0
        return low, max(high, low * 10, 1e-3)

    def _steps_per_unit(self) -> float:
        focused = self._focused()
        if focused is None:
            return 1.0
        return max(float(focused.history.axis.to_steps(self.kind, 1.0)), 1.0)

    def _fit(self) -> None:
        low, high = self._whole()
        if self._manual is not None:
            low, high = self._manual
        elif self.range.currentData() == "last":
            low, high = self._last_tenth(low)
        self.whole.setVisible(self._manual is not None)
        for chart in self.charts:
            chart.area.set_range(low, high)

    def _last_tenth(self, lowest: float) -> tuple[float, float]:
        focused = self._focused()
        if focused is None:
            return self._whole()
        last = float(focused.history.axis.to_axis(self.kind, max(focused.history.last_step, 1)))
        end = self._whole()[1]
        jump = end / 200
        last = min(math.ceil(last / jump - 1e-9) * jump, end) if focused.live else last
        return max(last * 0.9, lowest), max(last, lowest * 2)

    # Settings of the plots

    def _set_kind(self) -> None:
        self.kind = self.axis.currentData()
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

    def _smooth(self, place: int) -> None:
        self._chosen_window = WINDOWS[place]
        self._set_window(self._chosen_window)

    def _set_window(self, window: int) -> None:
        """Smooths over ``window`` steps; 0 chooses an eightieth of the run."""
        if not window:
            focused = self._focused()
            steps = max(focused.history.total_steps, focused.history.last_step) if focused is not None else 1000
            window = max((w for w in WINDOWS if w <= max(steps / 80, 1)), default=1)
            self.smoothing.blockSignals(True)
            self.smoothing.setValue(WINDOWS.index(window))
            self.smoothing.blockSignals(False)
        words = self.tr("{steps} steps").format(steps=f"{window:,}") if window > 1 else self.tr("off")
        self._smoothing_words.setText(words)
        weight = 1.0 - 1.0 / window
        self.smoothed.emit(weight)
        for chart in self.charts:
            chart.area.kind = self.kind
            if chart is not self.rate and chart.area.weight != weight:
                chart.area.weight = weight
                chart.area.redraw()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.grown()
