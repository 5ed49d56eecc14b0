"""The search for good settings: what is searched, how, its trials as they come, and the best one for the project."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, cast

import numpy as np
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import (
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ....engine.document import Project
from ....engine.errors import WorkbenchError
from ....engine.runs.info import RunInfo
from ....engine.runs.studies import StudyRow
from ....engine.study.events import StudyKind
from ....engine.study.recipe import FloatRange, IntRange, Search
from ....engine.study.space import with_values
from ...language import told
from ...session import Session
from ...widgets.charts import ShareBars
from ...widgets.editors import Combo
from ...widgets.form import Form
from ...widgets.lines import Line, LinePlot
from ...widgets.parse import field_word
from ...widgets.scatter import Scatter
from ...widgets.tables import Column, ColumnsView
from ..words import metric_text, series_word, state_word
from .fields import SpaceEditor
from .several import StudyPage
from .words import path_words, value_text

FIELDS = ("sampler", "points", "pruning", "goal", "direction", "trials", "minutes", "seed")


class SearchPage(StudyPage):
    """The space, the settings, and what came of the newest search."""

    kind: StudyKind = cast(StudyKind, "search")
    fields = ("workers",)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(
            session,
            self.tr("Search"),
            self.tr(
                "Trains the project with other settings again and again and looks for the best, judged by the validation part "
                "alone; the test part is not looked at. Every trial is a run like any other. A trial whose network can't be built is "
                "told, and the search goes on."
            ),
            parent,
        )
        self._members: list[dict[str, Any]] = []
        self._asked = Search()
        self._weights: dict[str, float] = {}
        self._weighed = -1
        self.space = SpaceEditor()
        self.space.edited.connect(self._edit_search)
        self.how = Form(self, only=FIELDS)
        self.how.setObjectName("study_search_how")
        self.how.setMaximumWidth(420)
        self.how.edited.connect(self._edit_how)
        self._goals = QStringListModel(self)
        self.column.insertWidget(2, self.space)
        self.column.insertWidget(3, self.how)
        self.best = QLabel()
        self.best.setObjectName("study_search_best")
        self.best.setWordWrap(True)
        self.apply = QPushButton(self.tr("Apply the best settings"))
        self.apply.setObjectName("study_search_apply")
        self.apply.setToolTip(
            self.tr("Sets the searched fields of the project as the best trial had them; Undo takes it back")
        )
        self.apply.clicked.connect(self._apply)
        self.results = QWidget()
        self._build_results()
        self.column.addWidget(self.results)
        self.column.addStretch(1)
        self.begin()

    def _build_results(self) -> None:
        self.what = Combo(self)
        self.what.setObjectName("study_search_what")
        self.what.setAccessibleName(self.tr("What the plot shows"))
        self.what.setMinimumWidth(self.fontMetrics().horizontalAdvance("m" * 20))
        self.what.currentIndexChanged.connect(lambda _index: self._draw())
        self.history = LinePlot("study_search_history")
        self.history.setAccessibleName(self.tr("The goal by trial"))
        self.scatter = Scatter("study_search_scatter")
        self.scatter.point_clicked.connect(self._point)
        self.shares = ShareBars("study_search_importance")
        self.shares.setAccessibleName(self.tr("How much each field matters"))
        self.plots = QStackedWidget()
        self.plots.setMinimumHeight(260)
        for plot in (self.history, self.scatter, self.shares):
            self.plots.addWidget(plot)
        self.table = ColumnsView("study_search_table", self.tr("Trials"))
        self.table.setMinimumHeight(220)
        self.use = QPushButton(self.tr("Evaluate and export its run"))
        self.use.setObjectName("study_search_use")
        self.use.setToolTip(self.tr("Evaluate and Export take the weights of the best trial"))
        self.use.clicked.connect(self._use)
        best = QHBoxLayout()
        best.addWidget(self.apply)
        best.addWidget(self.use)
        best.addStretch(1)
        tools = QHBoxLayout()
        tools.addWidget(self.what)
        tools.addStretch(1)
        layout = QVBoxLayout(self.results)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.best)
        layout.addLayout(best)
        layout.addLayout(tools)
        layout.addWidget(self.plots)
        layout.addWidget(self.table)

    def start_text(self, project: Project) -> str:
        return self.tr("Search")

    def why_not(self) -> str:
        if not self.session.document.project.study.search.space:
            return self.tr("Add a field to be searched first.")
        return ""

    # The project's settings

    def begin(self) -> None:
        project = self.session.document.project
        self.how.set_value(project.study.search, "study.search")
        self.space.set_project(project)
        super().begin()

    def _offer_goals(self) -> None:
        """What earlier runs measured on validation samples is offered while the goal is typed."""
        names = {name for run in self.session.runs for name in run.metrics if name.startswith("val_")}
        wanted = sorted(names | {"val_loss"})
        if self._goals.stringList() != wanted:
            self._goals.setStringList(wanted)
        editor = self.how.findChild(QLineEdit, "field_goal")
        if editor is not None and editor.completer() is None:
            completer = QCompleter(self._goals, editor)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            editor.setCompleter(completer)

    def _follow(self, before: Project, after: Project) -> None:
        if before.study is not after.study:
            self.how.set_value(after.study.search, "study.search")
        self.space.set_project(after)
        super()._follow(before, after)

    def _edit_search(self, search: Search, words: str) -> None:
        self.session.document.edit(
            words, lambda project: project.updated(study=project.study.updated(search=search)), merge=""
        )

    def _edit_how(self, path: str, _value: object) -> None:
        search = self.how.value
        self.session.document.edit(
            self.tr("Change {field}").format(field=field_word(path)),
            lambda project: project.updated(study=project.study.updated(search=search)),
            merge=path if self.how.stepping else "",
        )

    def _apply(self) -> None:
        best = self._best()
        if best is None:
            return
        try:
            project = with_values(self.session.document.project, best["values"])
        except WorkbenchError as error:
            self.notice.say(told(error), "danger")
            return
        self.session.document.edit(
            self.tr("Apply the settings of trial {number}").format(number=best["number"] + 1), lambda _now: project
        )
        self.notice.say(
            self.tr("The project has the settings of trial {number} now. Undo takes it back.").format(
                number=best["number"] + 1
            ),
            "success",
        )

    def _use(self) -> None:
        best = self._best()
        if best is not None:
            self.session.select_run(str(best["run"]))
            self.notice.say(
                self.tr("Evaluate and Export use the weights of trial {number}.").format(number=best["number"] + 1),
                "success",
            )

    # What came of it

    def show_row(self, row: StudyRow | None, runs: Sequence[RunInfo]) -> None:
        self._members = row.members if row is not None else []
        self._offer_goals()
        if row is not None:
            self._asked = Search.model_validate(row.body["project"]["study"]["search"])
        self.results.setVisible(bool(self._members))
        if not self._members:
            return
        best = self._best()
        if best is None:
            self.best.setText(self.tr("No trial has ended well yet."))
        else:
            values = ", ".join(f"{path_words(p)} {value_text(v)}" for p, v in best["values"].items())
            words = self.tr("Best so far: trial {number}, {metric} {value}, with {values}.")
            self.best.setText(
                words.format(
                    number=best["number"] + 1,
                    metric=series_word(self._asked.goal),
                    value=metric_text(self._asked.goal, best["value"]),
                    values=values,
                )
            )
        self.apply.setVisible(best is not None)
        self.use.setVisible(best is not None)
        self._fill(runs)
        self._offer()
        self._draw()
        self._weigh()

    def _best(self) -> dict[str, Any] | None:
        from ....engine.study.search import best_of

        found = best_of(self._asked, self._members)
        return dict(found) if found is not None else None

    def _paths(self) -> list[str]:
        return [s.path for s in self._asked.space]

    def _fill(self, runs: Sequence[RunInfo]) -> None:
        members, known = self._members, {r.id: r for r in runs}

        def run_of(r: int) -> RunInfo | None:
            return known.get(str(members[r].get("run", "")))

        def state(r: int) -> str:
            reason, run = str(members[r].get("reason", "")), run_of(r)
            if not reason and run is not None and run.running:
                return self.tr("epoch {epoch} of {epochs}").format(epoch=run.epoch, epochs=run.epochs)
            if reason == "error":
                return told(str(members[r].get("message", "")))
            return self.tr("ended early") if reason == "pruned" else state_word(reason or "killed")

        def value(path: str) -> Column:
            return Column(
                path_words(path),
                lambda r: value_text(members[r].get("values", {}).get(path, "–")),
                lambda: np.array([sort_key(m.get("values", {}).get(path)) for m in members]),
                help=path,
            )

        goal = self._asked.goal
        title = series_word(goal)
        reached = np.array([m["value"] if m.get("value") is not None else math.nan for m in members], np.float64)
        self.table.set_table(
            [
                Column(
                    self.tr("Trial"),
                    lambda r: str(int(members[r]["number"]) + 1),
                    lambda: np.array([int(m["number"]) for m in members]),
                ),
                Column(
                    title[:1].upper() + title[1:],
                    lambda r: metric_text(goal, reached[r]) if math.isfinite(reached[r]) else "–",
                    lambda: reached,
                ),
                *map(value, self._paths()),
                Column(
                    self.tr("Run"),
                    lambda r: str(found.number) if (found := run_of(r)) is not None else "–",
                ),
                Column(self.tr("State"), state, numeric=False),
            ],
            np.arange(len(members)),
        )

        self.table.setMaximumWidth(self.table.horizontalHeader().length() + 16)

    def _offer(self) -> None:
        wanted = [("history", self.tr("Goal by trial"))]
        wanted += [(path, path_words(path)) for path in self._paths() if self._numeric(path)]
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

    def _numeric(self, path: str) -> bool:
        return any(s.path == path and isinstance(s.choose, FloatRange | IntRange) for s in self._asked.space)

    def _draw(self) -> None:
        what = self.what.currentData()
        done = [m for m in self._members if m.get("value") is not None and math.isfinite(m["value"])]
        well = [m for m in done if m.get("reason") in ("finished", "early_stopped")]
        if what == "importance":
            self.shares.set_shares([(path_words(p), share) for p, share in self._weights.items()])
            self.plots.setCurrentWidget(self.shares)
        elif what == "history" or what is None:
            x = np.array([m["number"] + 1 for m in well], np.float64)
            y = np.array([m["value"] for m in well], np.float64)
            order = np.argsort(x, kind="stable")
            x, y = x[order], y[order]
            best = np.maximum.accumulate(y) if self._asked.maximize else np.minimum.accumulate(y)
            # Steps: a best stays until a better comes. The gap in front leaves room for the first point.
            steps = Line(self.tr("best so far"), np.repeat(x, 2)[1:], np.repeat(best, 2)[:-1])
            each = (np.concatenate([[0.5], x]), np.concatenate([[np.nan], y]))
            self.history.set_lines(
                [steps, Line(self.tr("each trial"), *each, colour=1, style=2, dots=True)], x_label=self.tr("trial")
            )
            self.plots.setCurrentWidget(self.history)
        else:
            self._scatter(str(what), done)
            self.plots.setCurrentWidget(self.scatter)

    def _scatter(self, path: str, done: Sequence[dict[str, Any]]) -> None:
        there = [m for m in done if path in m.get("values", {})]
        log = any(s.path == path and getattr(s.choose, "log", False) for s in self._asked.space)
        x = np.array([m["values"][path] for m in there], np.float64)
        y = np.array([m["value"] for m in there], np.float64)
        early = np.array([m.get("reason") not in ("finished", "early_stopped") for m in there], np.int64)
        label = path_words(path)
        self._points = there
        self.scatter.set_points(
            np.log10(x) if log and len(x) else x,
            y,
            early,
            [self.tr("finished"), self.tr("ended early")],
            x_label=self.tr("{field}, power of ten").format(field=label) if log else label,
            y_label=series_word(self._asked.goal),
            describe=lambda k: self._describe(there[k]),
        )

    def _describe(self, member: dict[str, Any]) -> str:
        lines = [self.tr("Trial {number}").format(number=member["number"] + 1)]
        lines += [f"{path_words(p)}: {value_text(v)}" for p, v in member["values"].items()]
        return "\n".join([*lines, f"{series_word(self._asked.goal)}: {metric_text(self._asked.goal, member['value'])}"])

    def _point(self, place: int) -> None:
        member = self._points[place]
        rows = self.table.columns_model.rows
        found = [k for k in range(len(rows)) if self._members[int(rows[k])]["number"] == member["number"]]
        if found:
            self.table.selectRow(found[0])

    def _weigh(self) -> None:
        """Works out how much each field matters, in a worker thread, whenever there are more trials."""
        done = sum(m.get("value") is not None for m in self._members)
        if done == self._weighed or done < 8 or self.session.studies.busy:
            return
        self._weighed = done
        search, members = self._asked, list(self._members)

        def work(_progress: object) -> dict[str, float]:
            from ....engine.study.search import importances

            return importances(search, members)

        self.session.jobs.start(self.tr("Weighing the fields of the search"), work, done=self._weigh_in)

    def _weigh_in(self, found: dict[str, float]) -> None:
        self._weights = found
        self._offer()
        self._draw()


def sort_key(value: Any) -> float:
    """What a column of drawn values is sorted by: numbers as they are, texts by their first letters."""
    if isinstance(value, int | float):
        return float(value)
    if value is None:
        return math.nan
    return float(int.from_bytes(str(value).encode()[:6].ljust(6, b"\0"), "big"))
