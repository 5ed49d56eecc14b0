"""The numbers under the crosshair, or the latest: one column for each run that is shown."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from ..theme import notifier
from ..widgets.plots.trace import AxisKind, Trace
from .drawn import ShownRun
from .history import RATE, SPENT
from .swatch import swatch
from .words import metric_text, series_word

MOST_RUNS = 3
"""Columns that fit: the focused run and those after it."""


class ValuesPanel(QWidget):
    """A heading and a small table. Labels are made once for a set of runs and only change their text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train_values")
        self._runs: tuple[ShownRun, ...] = ()
        self._cells: dict[tuple[str, int], QLabel] = {}
        self._built: tuple[object, ...] = ()
        self._at: float | None = None
        self._kind: AxisKind = "epochs"
        self._weight = 0.0
        self._traces: dict[tuple[str, str], Trace] = {}
        self._title = QLabel()
        self._title.setObjectName("train_values_title")
        self._title.setProperty("role", "heading")
        self._best = QLabel()
        self._best.setObjectName("train_best")
        self._best.setProperty("role", "muted")
        self._best.setWordWrap(True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._layout.addWidget(self._title)
        self._grid_holder = QWidget()
        self._layout.addWidget(self._grid_holder)
        self._layout.addWidget(self._best)
        notifier.changed.connect(self._rebuild)

    def set_runs(self, runs: Sequence[ShownRun], kind: AxisKind, traces: Sequence[Trace] = ()) -> None:
        """Other runs, or another axis. ``traces`` are those on the plots: the panel tells the values of their strong lines."""
        self._traces = {(t.run, t.name): t for t in traces}
        # The focused run comes first: it is what the panel is about.
        ordered = sorted(runs, key=lambda r: not r.focused)
        self._runs, self._kind = tuple(ordered[:MOST_RUNS]), kind
        self.refresh()

    def set_place(self, at: float | None, kind: AxisKind) -> None:
        """The crosshair moved."""
        self._at, self._kind = at, kind
        self.refresh()

    def set_smoothing(self, weight: float) -> None:
        """The lines are smoothed otherwise."""
        self._weight = weight
        self.refresh()

    def value_text(self, name: str, column: int = 0) -> str:
        """What stands in the table for a series; empty when it is not there."""
        cell = self._cells.get((name, column))
        return cell.text() if cell is not None else ""

    @property
    def heading(self) -> str:
        """Which step the numbers are of."""
        return self._title.text()

    def refresh(self) -> None:
        """Writes the numbers anew."""
        names = self._names()
        built = (tuple(names), tuple((r.history.run, r.color) for r in self._runs))
        if built != self._built:
            self._build(names)
            self._built = built
        if not self._runs:
            self._title.setText(self.tr("No numbers yet"))
            self._best.setText("")
            return
        first = self._runs[0]
        for column, shown in enumerate(self._runs):
            for name in names:
                text, help_text = self._text(shown, name)
                self._write(self._cells[name, column], text)
                if self._cells[name, column].toolTip() != help_text:
                    self._cells[name, column].setToolTip(help_text)
        step = self._step(first)
        heading = self.tr("Latest, step {step}") if self._at is None else self.tr("At step {step}")
        self._write(self._title, heading.format(step=f"{max(int(step), 0):,}"))
        self.refresh_best()

    def follow(self, traces: Sequence[Trace]) -> None:
        """The plots mark another epoch as the best, or have other curves."""
        self._traces = {(t.run, t.name): t for t in traces}
        self.refresh_best()

    def refresh_best(self) -> None:
        """Tells the best epoch, the one that the plots mark."""
        self._write(self._best, self._best_words(self._runs[0]) if self._runs else "")

    def _names(self) -> list[str]:
        panels = dict.fromkeys(panel for r in self._runs for panel in r.history.panels)
        wanted = [n for panel in panels for n in (panel.solid, panel.dashed)]
        wanted += ["gradient_penalty"] if any(panel.steps for panel in panels) else []
        wanted += [SPENT, RATE]
        return [n for n in wanted if any(n in r.history.series for r in self._runs)]

    def _step(self, shown: ShownRun) -> float:
        if self._at is None:
            return shown.history.last_step
        # The nearest step: a pixel seldom lies on one exactly.
        step = math.floor(float(shown.history.axis.to_steps(self._kind, self._at)) + 0.5)
        return min(step, shown.history.last_step)

    def _text(self, shown: ShownRun, name: str) -> tuple[str, str]:
        """A value and its tooltip: what the strong line shows there, and the value of that step alone."""
        series = shown.history.series.get(name)
        step = self._step(shown)
        value = series.at(step) if series is not None else None
        if value is None:
            return "–", ""
        if math.isnan(value):
            return self.tr("NaN"), self.tr("Not a number: the loss has diverged.")
        trace = self._traces.get((shown.history.run, name))
        smooth = (
            trace.smoothed(self._weight).at(step)
            if trace is not None and not trace.validation and name != RATE
            else None
        )
        if not self._weight or smooth is None or math.isnan(smooth):
            return metric_text(name, value), ""
        words = self.tr("Smoothed. This step alone: {value}").format(value=metric_text(name, value))
        return metric_text(name, smooth), words

    def _best_words(self, shown: ShownRun) -> str:
        history = shown.history
        name = history.judged_by
        trace = self._traces.get((history.run, name))
        # While a run goes on, the plots are drawn a moment later than it speaks: the words follow them.
        if shown.live and trace is not None and trace.validation and (trace.best or 0) != history.best_step:
            return self._best.text()
        if not history.best_epoch:
            return ""
        value = history.series[name].at(history.best_step) if name in history.series else None
        if value is None:
            return ""
        words = (
            self.tr("○ best so far: epoch {epoch}, {series} {value}")
            if shown.live
            else self.tr("○ best: epoch {epoch}, {series} {value}")
        )
        return words.format(epoch=history.best_epoch, series=series_word(name), value=metric_text(name, value))

    def _rebuild(self) -> None:
        self._built = ()
        self.refresh()

    def _build(self, names: Sequence[str]) -> None:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        self._cells = {}
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if len(self._runs) > 1:
            for column, shown in enumerate(self._runs):
                head = QWidget()
                row = QVBoxLayout(head)
                row.setContentsMargins(0, 0, 0, 0)
                row.setSpacing(2)
                mark, name = QLabel(), QLabel(shown.name)
                mark.setPixmap(swatch(shown.color, head.devicePixelRatioF()))
                name.setProperty("role", "muted")
                row.addWidget(mark, 0, Qt.AlignmentFlag.AlignRight)
                row.addWidget(name, 0, Qt.AlignmentFlag.AlignRight)
                grid.addWidget(head, 0, column + 1)
        for line, name in enumerate(names, 1):
            label = QLabel(series_word(name))
            label.setProperty("role", "muted")
            label.setWordWrap(True)
            grid.addWidget(label, line, 0)
            for column, shown in enumerate(self._runs):
                cell = QLabel()
                cell.setObjectName(f"train_value_{name}_{column}")
                cell.setAccessibleName(f"{shown.name} {series_word(name)}")
                cell.setAlignment(right)
                grid.addWidget(cell, line, column + 1)
                self._cells[name, column] = cell
        self._layout.replaceWidget(self._grid_holder, holder)
        self._grid_holder.hide()
        self._grid_holder.deleteLater()
        self._grid_holder = holder

    @staticmethod
    def _write(label: QLabel, text: str) -> None:
        if label.text() != text:
            label.setText(text)
