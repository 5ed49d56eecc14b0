"""The search for good settings: what is searched, how, its trials as they come, and the best one for the project."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QWidget,
)

from ....engine.document import Project
from ....engine.errors import WorkbenchError
from ....engine.runs.info import RunInfo
from ....engine.runs.studies import StudyRow
from ....engine.study.events import StudyKind
from ....engine.study.recipe import Search
from ....engine.study.space import with_values
from ...language import told
from ...session import Session
from ...widgets.form import Form
from ...widgets.parse import field_word
from .fields import SpaceEditor
from .page import WIDEST
from .results import SearchResults
from .several import StudyPage

FIELDS = ("sampler", "points", "pruning", "goal", "direction", "trials", "minutes", "seed")


WIDEST_RESULTS = 1400
"""Logical pixels that the plot of all settings may be wide: each field has an axis there."""


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
        self.widget_of_column.setMaximumWidth(WIDEST_RESULTS)
        self.space = SpaceEditor()
        self.space.setMaximumWidth(WIDEST)
        self.space.edited.connect(self._edit_search)
        self.how = Form(self, only=FIELDS)
        self.how.setObjectName("study_search_how")
        self.how.setMaximumWidth(420)
        self.how.edited.connect(self._edit_how)
        self._goals = QStringListModel(self)
        self.column.insertWidget(2, self.space)
        self.column.insertWidget(3, self.how)
        self.results = SearchResults(session)
        self.results.apply_asked.connect(self._apply)
        self.results.use_asked.connect(self._use)
        self.column.addWidget(self.results)
        self.column.addStretch(1)
        self.begin()

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

    def _apply(self, trial: dict[str, Any]) -> None:
        number = trial["number"] + 1
        try:
            project = with_values(self.session.document.project, trial["values"])
        except WorkbenchError as error:
            self.results.notice.say(told(error), "danger")
            return
        if project == self.session.document.project:
            self.results.notice.say(self.tr("The project has these settings already."), "info")
            return
        self.session.document.edit(
            self.tr("Apply the settings of trial {number}").format(number=number), lambda _now: project
        )
        words = self.tr("The project has the settings of trial {number} now. Undo takes it back.")
        self.results.notice.say(words.format(number=number), "success", [(self.tr("Undo"), self._undo)])

    def _undo(self) -> None:
        self.results.notice.say("")
        self.session.document.undo()

    def _use(self, trial: dict[str, Any]) -> None:
        self.session.select_run(str(trial["run"]))
        words = self.tr("Evaluate and Export use the weights of trial {number}.")
        self.results.notice.say(words.format(number=trial["number"] + 1), "success")

    # What came of it

    def show_row(self, row: StudyRow | None, runs: Sequence[RunInfo]) -> None:
        self._offer_goals()
        asked = Search.model_validate(row.body["project"]["study"]["search"]) if row is not None else Search()
        self.results.show_trials(row.id if row is not None else "", asked, row.members if row is not None else [], runs)
