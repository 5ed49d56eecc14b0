"""The fields that a search draws: one card each, with its range, and a way to add others."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError
from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ....engine.document import Project
from ....engine.fields import FieldSpec
from ....engine.study.recipe import Choose, Options, Search, Searched
from ....engine.study.space import options_of, plain, searchable, usual_range
from ....engine.values import explain
from ...language import told
from ...widgets.editors import choice_text
from ...widgets.flow import FlowLayout
from ...widgets.parse import tr
from .words import path_words


class FieldCard(QFrame):
    """One searched field. ``changed(Searched)``: its range is another; ``removed``: it is searched no longer."""

    changed = Signal(object)
    removed = Signal()

    def __init__(self, searched: Searched, spec: FieldSpec | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.searched = searched
        self.setProperty("role", "card")
        self.setObjectName(f"search_field_{plain(searched.path)}")
        title = QLabel(path_words(searched.path))
        title.setProperty("role", "strong")
        title.setToolTip(searched.path)
        remove = QPushButton(self.tr("Remove"))
        remove.setObjectName(f"search_remove_{plain(searched.path)}")
        remove.setAccessibleName(self.tr("Search {field} no longer").format(field=path_words(searched.path)))
        remove.setProperty("role", "link")
        remove.clicked.connect(self.removed)
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(6)
        layout.addLayout(head)
        self.boxes: dict[str, QCheckBox] = {}
        self.problem = QLabel()
        self.problem.setProperty("role", "danger")
        self.problem.setWordWrap(True)
        self.problem.hide()
        if isinstance(searched.choose, Options):
            layout.addLayout(self._options(searched.choose, spec))
        else:
            layout.addLayout(self._range(searched.choose))
            layout.addWidget(self.problem)
        if spec is None:
            gone = QLabel(self.tr("The project has no such field now."))
            gone.setProperty("role", "warning")
            layout.addWidget(gone)

    def _range(self, choose: Choose) -> QHBoxLayout:
        """ "from 0.0001 to 0.1, by factors" in one line."""
        path = plain(self.searched.path)
        self.ends: dict[str, QLineEdit] = {}
        row = QHBoxLayout()
        row.setSpacing(8)
        for name, word in (("low", self.tr("from")), ("high", self.tr("to"))):
            label, editor = QLabel(word), QLineEdit(_number(getattr(choose, name)))
            label.setProperty("role", "muted")
            label.setBuddy(editor)
            editor.setObjectName(f"search_{name}_{path}")
            editor.setAccessibleName(f"{path_words(path)}, {word}")
            editor.setFixedWidth(editor.fontMetrics().horizontalAdvance("0.00000001") + 28)
            editor.editingFinished.connect(self._range_changed)
            self.ends[name] = editor
            row.addWidget(label)
            row.addWidget(editor)
        self.log = QCheckBox(self.tr("by factors"))
        self.log.setObjectName(f"search_log_{path}")
        self.log.setToolTip(self.tr("Draws as often between 0.001 and 0.01 as between 0.01 and 0.1"))
        self.log.setChecked(bool(getattr(choose, "log", False)))
        self.log.toggled.connect(lambda _on: self._range_changed())
        row.addWidget(self.log)
        row.addStretch(1)
        return row

    def _range_changed(self) -> None:
        choose = self.searched.choose
        texts = {name: editor.text().strip().replace(",", "") for name, editor in self.ends.items()}
        try:
            made = type(choose).model_validate({**texts, "log": self.log.isChecked()})
        except ValidationError as error:
            self.problem.setText(told(explain(error)))
            self.problem.show()
            return
        self.problem.hide()
        if made != choose:
            self._say(made)

    def _options(self, choose: Options, spec: FieldSpec | None) -> FlowLayout:
        row = FlowLayout(spacing=12)
        known = dict.fromkeys([*(options_of(spec) if spec is not None else ()), *choose.options])
        for option in known:
            words = option
            if spec is not None and spec.family is not None and option in spec.family.members:
                title = str(getattr(spec.family.members[option], "title", "") or option)
                words = tr(title)
            elif spec is not None:
                words = choice_text(spec, option)
            box = QCheckBox(words)
            box.setObjectName(f"search_option_{plain(self.searched.path)}_{option}")
            box.setChecked(option in choose.options)
            box.toggled.connect(self._options_changed)
            self.boxes[option] = box
            row.addWidget(box)
        return row

    def _options_changed(self) -> None:
        chosen = tuple(option for option, box in self.boxes.items() if box.isChecked())
        if chosen:
            self._say(Options(options=chosen))
            return
        for option, box in self.boxes.items():  # one at least stays
            if option in self.searched.choose.grid(1):
                box.blockSignals(True)
                box.setChecked(True)
                box.blockSignals(False)

    def _say(self, choose: Any) -> None:
        if choose is not None:
            self.searched = Searched(path=self.searched.path, choose=choose)
            self.changed.emit(self.searched)


class SpaceEditor(QWidget):
    """``edited(Search, words)``: the space is to be another."""

    edited = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search_space")
        self._search = Search()
        self._fields: dict[str, tuple[FieldSpec, Any]] = {}
        self._words: dict[str, str] = {}
        self._shown: tuple[object, ...] | None = None
        self.cards: list[FieldCard] = []
        self._cards = QVBoxLayout()
        self._cards.setSpacing(8)
        self.empty = QLabel(
            self.tr("Nothing is searched yet. Add a field: the learning rate is the best to begin with.")
        )
        self.empty.setObjectName("search_empty")
        self.empty.setProperty("role", "muted")
        self.empty.setWordWrap(True)
        self.add = QLineEdit()
        self.add.setObjectName("search_add")
        self.add.setPlaceholderText(self.tr("Add a field: type a part of its name"))
        self.add.setAccessibleName(self.tr("Add a field to the search"))
        self.add.setMaximumWidth(420)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(12)
        completer.activated.connect(self._chosen)
        self.add.setCompleter(completer)
        self.add.returnPressed.connect(lambda: self._chosen(self.add.text()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.empty)
        layout.addLayout(self._cards)
        layout.addWidget(self.add)

    def set_project(self, project: Project) -> None:
        """Shows a project's space, and offers the fields that it has."""
        self._search = project.study.search
        self._fields = {path: (spec, value) for path, spec, value in searchable(project)}
        there = frozenset(plain(s.path) for s in self._search.space)
        self._words = {path_words(path): path for path in self._fields if path not in there}
        if self._names.stringList() != list(self._words):
            self._names.setStringList(list(self._words))
        shown = (self._search.space, frozenset(p for p in there if p in self._fields))
        if shown == self._shown:
            return
        self._shown = shown
        same = [c.searched for c in self.cards] == list(self._search.space)
        if same:
            return  # what the cards themselves said
        for card in self.cards:
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        for searched in self._search.space:
            spec = self._fields.get(plain(searched.path), (None, None))[0]
            card = FieldCard(searched, spec, self)
            card.changed.connect(self._change)
            card.removed.connect(lambda path=searched.path: self._remove(path))
            self._cards.addWidget(card)
            self.cards.append(card)
        self.empty.setVisible(not self.cards)

    def add_field(self, path: str) -> None:
        """Searches another field, in the range that is usual for it."""
        spec, value = self._fields[path]
        searched = Searched(path=path, choose=usual_range(spec, value))
        words = self.tr("Search {field}").format(field=path_words(path))
        self.edited.emit(self._search.updated(space=(*self._search.space, searched)), words)

    def _chosen(self, words: str) -> None:
        path = self._words.get(words.strip()) or (words.strip() if words.strip() in self._fields else "")
        if path and path not in {plain(s.path) for s in self._search.space}:
            self.add_field(path)
            # The completer writes what was chosen after this.
            QTimer.singleShot(0, self.add.clear)
        elif path:
            self.add.clear()

    def _change(self, searched: Searched) -> None:
        space = tuple(searched if s.path == searched.path else s for s in self._search.space)
        self.edited.emit(
            self._search.updated(space=space),
            self.tr("Change the range of {field}").format(field=path_words(searched.path)),
        )

    def _remove(self, path: str) -> None:
        space = tuple(s for s in self._search.space if s.path != path)
        words = self.tr("Search {field} no longer").format(field=path_words(path))
        self.edited.emit(self._search.updated(space=space), words)


def _number(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.6g}"
