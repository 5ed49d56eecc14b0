"""The Data stage: where the data comes from, what it looks like, how it is split."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ...engine.data.recipe import DataRecipe, Source
from ...engine.data.sources.sample import SampleSource
from ...engine.data.sources.table import TableSource
from ...engine.graph.problems import Problem
from ..language import told
from ..session import Session
from ..stage import Stage
from ..widgets.parse import field_word
from ..words import time_left
from .content import DataContent
from .empty import EmptyData
from .opening import dropped_path
from .roles import ALSO
from .settings import DataSettings
from .waiting import DataWaiting
from .words import inputs_words, target_words

FITTING = frozenset({"data.input_shape", "output.units"})
"""Codes of problems that come from data which the network was not made for."""


class DataStage(Stage):
    """Source, scaling and split on the left; the data itself in the middle; classes and one sample on the right."""

    key = "data"
    icon = "data"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setAcceptDrops(True)
        # Made with their last parent: a widget that changes it has all its children styled anew.
        self.pages = QStackedWidget(self)
        self.pages.setObjectName("data_pages")
        self.split = QSplitter(Qt.Orientation.Horizontal, self.pages)
        self.right = QStackedWidget(self.split)
        self.right.setObjectName("data_right")
        self.empty = EmptyData(self.pages)
        self.settings = DataSettings(self.split)
        self.content = DataContent(session.jobs, self.right)
        self.waiting = DataWaiting(self.right)
        for page in (self.content, self.waiting):
            self.right.addWidget(page)
        self.split.addWidget(self.settings)
        self.split.addWidget(self.right)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([296, 976])
        self.split.setChildrenCollapsible(False)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.split)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)
        for place in (self.empty, self.settings):
            place.sample_chosen.connect(self.use_sample)
            place.open_asked.connect(self.import_asked.emit)
        self.settings.edited.connect(self._edit)
        self.content.column_chosen.connect(self.set_column)
        self.content.edit_asked.connect(self.change_recipe)
        self.settings.augment.changed.connect(self._replace_recipe)
        self.content.preview.preset_asked.connect(self.settings.augment.use_preset)
        self.waiting.retry.connect(session.reload_data)
        self.waiting.reset.connect(self._remove_source)
        session.data_changed.connect(self._refresh)
        session.checked.connect(self._show_fit)
        session.document.changed.connect(self._document_changed)
        self._shown: Any = None
        self._refresh()

    @property
    def title(self) -> str:
        return self.tr("Data")

    # What the user does

    def use_sample(self, name: str) -> None:
        """Takes a built-in sample as the data."""
        source = SampleSource.model_validate({"name": name})
        self._use(source, self.tr("Use {source}").format(source=told(source.describe())))

    def _use(self, source: Source, text: str) -> None:
        before = self.session.document.project.data.source
        if source == before:
            self.session.reload_data()
            return
        self.session.document.edit(text, lambda project: project.updated(data=project.data.updated(source=source)))

    def set_column(self, name: str, field: str, value: str) -> None:
        """Gives a column of the table another role or type: one undo step."""
        source = self.session.document.project.data.source
        if not isinstance(source, TableSource):
            return
        if (field, value) == ("role", ALSO):
            # The target there is may have been guessed: from now on it is chosen, and this one beside it.
            for column in self.session.data.raw.columns if self.session.data is not None else ():
                if column.role == "target":
                    source = source.with_column(column.name, role="target", also=True)
            value = "target"
            changed = source.with_column(name, role="target", also=True)
        else:
            changed = source.with_column(name, **{field: value})  # type: ignore[arg-type]
        text = self.tr("Change the role of {column}") if field == "role" else self.tr("Change the type of {column}")
        data = self.session.data
        shown = [c.role for c in data.raw.columns if c.name == name] if data is not None and field == "role" else []

        def edit(recipe: DataRecipe) -> DataRecipe:
            # Groups and times are there to split by: the method follows, in the same step.
            split = recipe.split.after_role(shown[0], value) if shown else recipe.split
            return recipe.updated(source=changed, split=split)

        self.session.document.edit(text.format(column=name), lambda project: project.updated(data=edit(project.data)))

    def _remove_source(self) -> None:
        self.session.document.edit(
            self.tr("Remove the data"), lambda project: project.updated(data=project.data.updated(source=None))
        )

    def _edit(self, path: str, recipe: DataRecipe, stepping: bool) -> None:
        self.session.document.edit(
            self.tr("Change {field}").format(field=field_word(path)),
            lambda project: project.updated(data=recipe),
            merge=f"data.{path}" if stepping else "",
        )

    def change_recipe(self, text: str, edit: Callable[[DataRecipe], DataRecipe]) -> None:
        """Makes another recipe from the one there is: one undo step called ``text``."""
        self.session.document.edit(text, lambda project: project.updated(data=edit(project.data)))

    def _replace_recipe(self, text: str, recipe: DataRecipe) -> None:
        self.session.document.edit(text, lambda project: project.updated(data=recipe))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_path(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_path(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            # After the drop has ended: the page that follows must not appear in the middle of it.
            QTimer.singleShot(0, self, lambda: self.import_asked.emit(path))

    # What is shown

    def _document_changed(self, before: Any, after: Any) -> None:
        if before.data != after.data:
            self._show_recipe()

    def _show_recipe(self) -> None:
        self.settings.set_recipe(self.session.document.project.data, self.session.data)
        self.content.set_recipe(self.session.document.project.data)

    def _refresh(self) -> None:
        session = self.session
        recipe = session.document.project.data
        self.pages.setCurrentWidget(self.empty if recipe.source is None else self.split)
        if recipe.source is not None:
            self._show_recipe()
        if session.data is None:
            self._shown = None
        if session.data_state == "problem":
            self.waiting.show_problem(session.data_message)
            self.right.setCurrentWidget(self.waiting)
        elif session.data is None:
            parts = [session.data_note or session.data_message, time_left(session.data_seconds_left)]
            self.waiting.show_progress(" · ".join(p for p in parts if p), session.data_progress)
            self.right.setCurrentWidget(self.waiting)
        else:
            if session.data is not self._shown:
                self._shown = session.data
                self.content.set_data(session.data)
                self.settings.show_scaling(session.data, recipe)
            self.content.set_busy(session.data_state == "loading")
            self.right.setCurrentWidget(self.content)
        self._show_fit()
        self._tell_rail()

    def _show_fit(self) -> None:
        """Offers the cures right here when the network was made for other data."""
        document = self.session.document
        found: list[Problem] = [
            p
            for p in self.session.inference.problems
            if p.code in FITTING and any(graph.nodes for graph in document.project.networks.values())
        ]
        if not found or self.session.data is None:
            self.content.fit.say("")
            return
        problem = found[0]
        network = problem.network or next(iter(document.project.roles.values()))
        buttons = [
            (fix.label, lambda fix=fix: document.edit_graph(told(fix.label), fix.edit, network=network))
            for fix in problem.fixes
        ]
        buttons.append((self.tr("Look at the network"), lambda: self.go_to.emit("model")))
        self.content.fit.say(
            self.tr("The network does not fit this data. {problem}").format(problem=told(problem)), "warning", buttons
        )

    def _tell_rail(self) -> None:
        session = self.session
        if session.data_state == "ready" and session.data is not None:
            text = self.tr("{count} {inputs}, {targets}").format(
                count=f"{session.data.count:,}", inputs=inputs_words(session.data), targets=target_words(session.data)
            )
            self.set_state("ready", text)
        elif session.data_state == "loading":
            self.set_state("running", self.tr("The data is being read"))
        elif session.data_state == "problem":
            self.set_state("problem", session.data_message)
        else:
            self.set_state("empty", self.tr("No data is chosen yet"))
