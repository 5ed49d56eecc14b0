"""The left side of the import page: what the data is taken as, what is to be predicted, and how it is read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ....engine.data.head import Head
from ....engine.data.raw import TableColumn
from ....engine.data.recipe import Source
from ....engine.data.sighting import Candidate
from ....engine.data.sources.table import TableSource
from ....engine.data.sources.text import TextSource
from ...language import joined, told
from ...widgets.editors import Combo
from ...widgets.flow import FlowLayout
from ...widgets.form import Form
from ...widgets.side_panel import SidePanel
from .words import encoding_word, kind_word, separator_word


class ReadingPanel(SidePanel):
    """``candidate_chosen(int)``: another way to take the data. ``corrected(object source)``: another way to read it."""

    candidate_chosen = Signal(int)
    corrected = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        body = QWidget()
        super().__init__("wizard_reading", body, parent)
        self._source: Source | None = None
        self._kind_of_form = ""
        self.form: Form | None = None
        self._kinds_heading = self._heading(self.tr("What it is"))
        self._kinds = QWidget(self)
        self._kinds_row = FlowLayout(self._kinds)
        self._buttons = QButtonGroup(self)
        self._buttons.idClicked.connect(self.candidate_chosen)
        self._goal = self._heading(self.tr("What to predict"))
        self.target = Combo(self)
        self.target.setObjectName("wizard_target")
        self.target.setAccessibleName(self.tr("Column to predict"))
        self.target.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.target.setMinimumContentsLength(12)
        self.target.activated.connect(self._target_chosen)
        self._how = self._heading(self.tr("How it is read"))
        self.guessed = QLabel(self)
        self.guessed.setObjectName("wizard_guessed")
        self.guessed.setProperty("role", "muted")
        self.guessed.setWordWrap(True)
        self._layout = QVBoxLayout(body)
        self._layout.setContentsMargins(16, 16, 16, 16)
        self._layout.setSpacing(8)
        for widget in (self._kinds_heading, self._kinds, self._goal, self.target, self._how, self.guessed):
            self._layout.addWidget(widget)
        self._layout.addStretch(1)

    def set_candidates(self, found: Sequence[Candidate], source: Source | None) -> None:
        """The ways to take the data; a single one needs no choice."""
        chosen = next((k for k, c in enumerate(found) if source is not None and c.source.kind == source.kind), -1)
        kinds = [c.kind for c in found]
        names = [kind_word(c.kind) if kinds.count(c.kind) == 1 else told(type(c.source).title) for c in found]
        if [button.text() for button in self._buttons.buttons()] != names:
            for button in self._buttons.buttons():
                self._buttons.removeButton(button)
                self._kinds_row.removeWidget(button)
                button.hide()
                button.deleteLater()
            for place, name in enumerate(names):
                button = QPushButton(name, self._kinds)
                button.setObjectName(
                    f"wizard_kind_{found[place].kind if kinds.count(found[place].kind) == 1 else found[place].source.kind}"
                )
                button.setCheckable(True)
                button.setToolTip(told(found[place].why))
                self._buttons.addButton(button, place)
                self._kinds_row.addWidget(button)
        if chosen >= 0:
            self._buttons.button(chosen).setChecked(True)
        for widget in (self._kinds_heading, self._kinds):
            widget.setVisible(len(found) > 1)

    def set_source(self, source: Source | None) -> None:
        """Shows how the data is read now."""
        self._source = source
        kind = source.kind if source is not None else ""
        if kind != self._kind_of_form:
            self._kind_of_form = kind
            if self.form is not None:
                self._layout.removeWidget(self.form)
                self.form.hide()
                self.form.deleteLater()
                self.form = None
            if source is not None:
                left = [n for n in type(source).model_fields if n not in source.path_fields]
                self.form = Form(self, only=left)
                self.form.setObjectName("wizard_form")
                self.form.edited.connect(self._edited)
                self._layout.insertWidget(self._layout.indexOf(self.guessed), self.form)
        if self.form is not None:
            self.form.set_value(source)
        self._how.setVisible(source is not None and bool(self.form and self.form.shows_fields))

    def set_head(self, head: Head | None) -> None:
        """Tells what was guessed of the beginning."""
        guessed = dict(head.guessed) if head is not None else {}
        parts = []
        field = self.form.findChild(QLineEdit, "field_separator") if self.form is not None else None
        if field is not None:
            field.setPlaceholderText(separator_word(guessed["separator"]) if guessed.get("separator") else "")
        for name in ("picture", "targets", "split", "between", "token", "tag"):
            box = self.form.findChild(QLineEdit, f"field_{name}") if self.form is not None else None
            if box is not None:
                said = guessed.get(name, "")
                box.setPlaceholderText(separator_word(said) if said and name == "between" else said)
        if guessed.get("separator"):
            parts.append(
                self.tr("Cells stand between {separator}.").format(separator=separator_word(guessed["separator"]))
            )
        if guessed.get("sheet"):
            parts.append(self.tr("The sheet is '{name}'.").format(name=guessed["sheet"]))
        if guessed.get("encoding"):
            parts.append(self.tr("The text is {encoding}.").format(encoding=encoding_word(guessed["encoding"])))
        if guessed.get("header"):
            yes = guessed["header"] == "yes"
            parts.append(self.tr("The first row names the columns.") if yes else self.tr("No row names the columns."))
        self.guessed.setText(joined(*parts) if parts else "")
        self.guessed.setVisible(bool(parts))

    def set_columns(self, columns: Sequence[TableColumn]) -> None:
        """The columns that may be predicted."""
        shown = bool(columns) and isinstance(self._source, TableSource | TextSource)
        for widget in (self._goal, self.target):
            widget.setVisible(shown)
        names = [column.name for column in columns]
        if [self.target.itemData(k) for k in range(self.target.count())] != names:
            self.target.clear()
            for name in names:
                self.target.addItem(name, name)
        if self.form is not None:
            for field, role in (("text", "feature"), ("label", "target")):
                box = self.form.findChild(QLineEdit, f"field_{field}")
                if box is not None:
                    box.setPlaceholderText(next((c.name for c in columns if c.role == role), ""))
        goals = [k for k, column in enumerate(columns) if column.role == "target"]
        self.target.setCurrentIndex(goals[0] if goals else -1)

    def _target_chosen(self, place: int) -> None:
        if self._source is not None:
            self.corrected.emit(self._source.aimed(self.target.itemData(place)))

    def _edited(self, _path: str, _value: object) -> None:
        if self.form is not None:
            self.corrected.emit(self.form.value)

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", "heading")
        return label
