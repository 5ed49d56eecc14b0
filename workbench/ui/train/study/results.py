"""What came of a search: the best trial, plots and the table of all, what mattered most, and settings for the project."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ....engine.runs.info import RunInfo
from ....engine.study.recipe import FloatRange, IntRange, Search
from ...session import Session
from ...widgets.charts import ShareBars
from ...widgets.editors import Combo
from ...widgets.lines import Line, LinePlot
from ...widgets.notice import Notice
from ...widgets.numbers import share_text
from ...widgets.parallel.plot import ParallelPlot
from ...widgets.scatter import Scatter
from ..words import metric_text, series_word
from .trial_table import TrialTable
from .trials import Trial, axes_of, describe, ended_well, is_over, kind_names, kind_of, reached
from .words import path_words, value_text

ENOUGH = 8
"""Trials that must have ended well before it can be told which field matters."""


class SearchResults(QWidget):
    """``apply_asked(trial)``: its settings are wanted for the project; ``use_asked(trial)``: its run for what comes next."""

    apply_asked = Signal(object)
    use_asked = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("study_search_results")
        self.session = session
        self.search = Search()
        self.trials: list[dict[str, Any]] = []
        self._over: list[dict[str, Any]] = []
        self._points: list[dict[str, Any]] = []
        self._weights: dict[str, float] = {}
        self._weighed = ("", -1)
        self._study = ""
        self.best = self._label("study_search_best")
        self.mattered = self._label("study_search_mattered")
        self.mattered.setProperty("role", "muted")
        self.apply = self._button("study_search_apply", lambda: self.apply_asked.emit(self.wanted))
        self.use = self._button("study_search_use", lambda: self.use_asked.emit(self.wanted))
        self.use.setToolTip(self.tr("Evaluate and Export take the weights of this trial"))
        self.notice = Notice("study_search_said")
        self.what = Combo(self)
        self.what.setObjectName("study_search_what")
        self.what.setAccessibleName(self.tr("What the plot shows"))
        self.what.setMinimumWidth(self.fontMetrics().horizontalAdvance("m" * 20))
        self.what.currentIndexChanged.connect(lambda _index: self._draw())
        self.every = ParallelPlot("study_search_parallel")
        self.every.setAccessibleName(self.tr("All settings of each trial, and what it reached"))
        self.every.ranged.connect(self._filter)
        self.every.picked.connect(self._pick)
        self.history = LinePlot("study_search_history")
        self.history.setAccessibleName(self.tr("The goal by trial"))
        self.scatter = Scatter("study_search_scatter")
        self.scatter.point_clicked.connect(lambda place: self._choose(self._points[place]))
        self.shares = ShareBars("study_search_importance")
        self.shares.setAccessibleName(self.tr("How much each field matters"))
        self.plots = QStackedWidget()
        self.plots.setMinimumHeight(320)
        for plot in (self.every, self.history, self.scatter, self.shares):
            self.plots.addWidget(plot)
        self.hint = self._label("study_search_hint")
        self.hint.setProperty("role", "muted")
        self.kept = self._label("study_search_kept")
        self.all_again = self._button("study_search_all", self.every.keep_all)
        self.all_again.setText(self.tr("Show all trials"))
        self.all_again.setProperty("role", "link")
        self.table = TrialTable()
        self.table.setMinimumHeight(220)
        self.table.chosen.connect(self._chosen)
        self._lay_out()
        self._filter()

    def _label(self, name: str) -> QLabel:
        label = QLabel()
        label.setObjectName(name)
        label.setWordWrap(True)
        return label

    def _button(self, name: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.clicked.connect(lambda _checked=False: do())
        return button

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.apply)
        buttons.addWidget(self.use)
        buttons.addStretch(1)
        tools = QHBoxLayout()
        tools.setSpacing(12)
        tools.addWidget(self.what)
        tools.addWidget(self.hint, 1)
        below = QHBoxLayout()
        below.addWidget(self.kept, 1)
        below.addWidget(self.all_again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.best)
        layout.addWidget(self.mattered)
        layout.addLayout(tools)
        layout.addWidget(self.plots)
        layout.addLayout(below)
        layout.addLayout(buttons)
        layout.addWidget(self.notice)
        layout.addWidget(self.table)

    def show_trials(
        self, study: str, search: Search, trials: Sequence[dict[str, Any]], runs: Sequence[RunInfo]
    ) -> None:
        """Shows a search with its trials, in order of their numbers."""
        if study != self._study:
            self._study, self._weights = study, {}
            self.notice.say("")
            self.every.ranges = {}
            self.table.choose(-1)
        self.search, self.trials = search, list(trials)
        self._over = [t for t in self.trials if is_over(t)]
        self.setVisible(bool(self.trials))
        if not self.trials:
            return
        self.table.show_trials(search, self.trials, runs)
        self._offer()
        self._draw_every()
        self._draw()
        self._filter()
        self._tell()
        self._weigh()

    @property
    def best_trial(self) -> dict[str, Any] | None:
        """The best of those that ended well."""
        from ....engine.study.search import best_of

        found = best_of(self.search, self.trials)
        return dict(found) if found is not None else None

    @property
    def wanted(self) -> dict[str, Any] | None:
        """The trial that buttons are about: the chosen one, else the best."""
        chosen = self.table.chosen_number
        return next((t for t in self.trials if int(t["number"]) == chosen), None) or self.best_trial

    # Words and buttons

    def _tell(self) -> None:
        best, wanted = self.best_trial, self.wanted
        if best is None:
            self.best.setText(self.tr("No trial has ended well yet."))
        else:
            values = ", ".join(f"{path_words(p)} {value_text(v)}" for p, v in best["values"].items())
            words = self.tr("Best so far: trial {number}, {metric} {value}, with {values}.")
            self.best.setText(
                words.format(
                    number=best["number"] + 1,
                    metric=series_word(self.search.goal),
                    value=metric_text(self.search.goal, best["value"]),
                    values=values,
                )
            )
        self.mattered.setText(self._mattered())
        self.apply.setVisible(wanted is not None)
        self.use.setVisible(wanted is not None)
        if wanted is None:
            return
        if best is not None and wanted["number"] == best["number"]:
            self.apply.setText(self.tr("Apply the best settings"))
        else:
            words = self.tr("Apply the settings of trial {number}")
            self.apply.setText(words.format(number=wanted["number"] + 1))
        self.apply.setEnabled(bool(wanted.get("values")))
        self.apply.setToolTip(
            self.tr("Sets the searched fields of the project as this trial had them; Undo takes it back")
        )
        self.use.setText(self.tr("Evaluate and export its run"))
        run = str(wanted.get("run", ""))
        self.use.setEnabled(bool(run) and self.session.store().has_weights(run))

    def _mattered(self) -> str:
        """Which fields the goal depends on most, in a sentence."""
        well = sum(ended_well(t) for t in self.trials)
        if len(self.search.space) < 2:
            return ""
        if well < ENOUGH:
            words = self.tr(
                "Which field matters most can be told once {count} trials have ended well; {well} have so far."
            )
            return words.format(count=ENOUGH, well=well)
        ordered = sorted(self._weights.items(), key=lambda item: -item[1])
        if not ordered:
            return ""
        (first, share), *others = ordered
        if others and share - others[0][1] < 0.1:
            words = self.tr(
                "{first} and {second} mattered most: {share} and {other} of the difference between good and bad trials."
            )
            (second, other) = others[0]
            return words.format(
                first=path_words(first),
                second=path_words(second),
                share=share_text(share, 0),
                other=share_text(other, 0),
            )
        words = self.tr("{first} mattered most: {share} of the difference between good and bad trials.")
        return words.format(first=path_words(first), share=share_text(share, 0))

    def _filter(self) -> None:
        """The table shows the trials within the ranges."""
        kept = self.every.kept if self.every.lines == len(self._over) else np.ones(len(self._over), bool)
        narrowed = bool(self.every.ranges)
        numbers = {int(t["number"]) for t, keep in zip(self._over, kept, strict=True) if keep}
        self.table.keep(numbers if narrowed else None)
        self.kept.setVisible(narrowed)
        self.all_again.setVisible(narrowed)
        if narrowed:
            ranges = ", ".join(
                f"{self.every.axes[k].name} {self.every.range_text(k)}" for k in sorted(self.every.ranges)
            )
            words = self.tr("{count} of {total} trials: {ranges}")
            self.kept.setText(words.format(count=len(numbers), total=len(self._over), ranges=ranges))

    def _pick(self, line: int) -> None:
        self._choose(self._over[line] if line >= 0 else None)

    def _choose(self, trial: Trial | None) -> None:
        self.table.choose(int(trial["number"]) if trial is not None else -1)

    def _chosen(self) -> None:
        number = self.table.chosen_number
        self.every.choose(next((k for k, t in enumerate(self._over) if int(t["number"]) == number), -1))
        if self.trials:
            self._tell()

    # Plots

    def _offer(self) -> None:
        wanted = [("every", self.tr("All settings")), ("history", self.tr("Goal by trial"))]
        wanted += [
            (s.path, path_words(s.path)) for s in self.search.space if isinstance(s.choose, FloatRange | IntRange)
        ]
        if self._weights:
            wanted.append(("importance", self.tr("How much each field matters")))
        if [self.what.itemData(i) for i in range(self.what.count())] == [key for key, _ in wanted]:
            return
        chosen = self.what.currentData()
        self.what.blockSignals(True)
        self.what.clear()
        for key, text in wanted:
            self.what.addItem(text, key)
        self.what.setCurrentIndex(max(self.what.findData(chosen), 0))
        self.what.blockSignals(False)

    def _draw(self) -> None:
        what = self.what.currentData()
        measured = [t for t in self._over if math.isfinite(reached(t))]
        hint = ""
        if what == "importance":
            self.shares.set_shares([(path_words(p), share) for p, share in self._weights.items()])
            self.plots.setCurrentWidget(self.shares)
        elif what == "history":
            self._draw_history([t for t in measured if ended_well(t)])
            self.plots.setCurrentWidget(self.history)
        elif what in (None, "every"):
            self.plots.setCurrentWidget(self.every)
            if len(self._over) > 1:
                hint = self.tr("Drag along an axis to keep only some of the trials; click a line to choose its trial.")
        else:
            self._draw_field(what, measured)
            self.plots.setCurrentWidget(self.scatter)
        self.hint.setText(hint or self._empty(measured))

    def _empty(self, measured: Sequence[Trial]) -> str:
        return "" if measured else self.tr("The plot fills when the first trial has ended.")

    def _draw_every(self) -> None:
        over = self._over
        axes, values = axes_of(self.search, over) if over else ([], np.empty((0, 0)))
        kinds = np.array([kind_of(t) for t in over], np.int64)
        search = self.search
        self.every.set_lines(
            axes,
            values,
            kinds,
            kind_names(),
            downwards=not search.maximize,
            describe=lambda k: describe(search, over[k]),
        )
        number = self.table.chosen_number
        self.every.choose(next((k for k, t in enumerate(over) if int(t["number"]) == number), -1))

    def _draw_history(self, well: Sequence[Trial]) -> None:
        x = np.array([t["number"] + 1 for t in well], np.float64)
        y = np.array([reached(t) for t in well], np.float64)
        best = np.maximum.accumulate(y) if self.search.maximize else np.minimum.accumulate(y)
        # Steps: a best stays until a better comes. The gap in front leaves room for the first point.
        steps = Line(self.tr("best so far"), np.repeat(x, 2)[1:], np.repeat(best, 2)[:-1])
        each = (np.concatenate([[0.5], x]), np.concatenate([[np.nan], y]))
        self.history.set_lines(
            [steps, Line(self.tr("each trial"), *each, colour=1, style=2, dots=True)], x_label=self.tr("trial")
        )

    def _draw_field(self, path: str, measured: Sequence[dict[str, Any]]) -> None:
        there = [t for t in measured if path in t.get("values", {})]
        log = any(s.path == path and getattr(s.choose, "log", False) for s in self.search.space)
        x = np.array([t["values"][path] for t in there], np.float64)
        label, search = path_words(path), self.search
        self._points = there
        self.scatter.set_points(
            np.log10(x) if log and len(x) else x,
            np.array([reached(t) for t in there], np.float64),
            np.array([kind_of(t) for t in there], np.int64),
            kind_names(),
            x_label=self.tr("{field}, power of ten").format(field=label) if log else label,
            y_label=series_word(search.goal),
            describe=lambda k: describe(search, there[k]),
        )

    # What matters

    def _weigh(self) -> None:
        """Works out how much each field matters, in a worker thread, whenever there are more trials."""
        done = sum(ended_well(t) for t in self.trials)
        if (self._study, done) == self._weighed or done < ENOUGH or self.session.studies.busy:
            return
        self._weighed = (self._study, done)
        study, search, trials = self._study, self.search, list(self.trials)

        def work(_progress: object) -> dict[str, float]:
            from ....engine.study.search import importances

            return importances(search, trials)

        def done_with(found: dict[str, float]) -> None:
            if study == self._study:
                self._weights = found
                self._offer()
                self._draw()
                self._tell()

        self.session.jobs.start(self.tr("Weighing the fields of the search"), work, done=done_with)
