"""A form made from the fields of a value: label, editor, unit, range, help. An invalid value is explained in place and
never applied."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ...engine.fields import FieldSpec, fields_of
from ...engine.values import Kinded, Value
from . import parse
from .defaults import ResetButton, default_of, is_changed
from .editors import BoolEditor, ChoiceEditor, FieldEditor, ReadOnlyEditor, TextEditor, absence, choice_text
from .several import SeveralEditor

Offer = Callable[[FieldSpec], Iterable[str]]
"""Which kinds of a family a form offers; the one in use is always among them."""

_unfolded: set[str] = set()
"""Value classes whose advanced fields the user has unfolded; kept while the program runs."""


class Form(QWidget):
    """Edits a value. ``edited(path, new_value)`` comes for valid values only, once for each committed field.

    Text is committed by Enter or by leaving the field, a box or choice at once. While ``edited`` is emitted, ``stepping`` tells
    whether it came from the arrow keys, so that steps in a row can become one undo step, and ``value`` already holds the edit.

    The form shows what it is given: the receiver changes its document and calls ``set_value`` with what became of it.
    """

    edited = Signal(str, object)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        only: Iterable[str] | None = None,
        offer: Offer | None = None,
        choices: Mapping[str, Iterable[Any]] | None = None,
        resettable: bool = False,
    ) -> None:
        """Makes an empty form.

        Args:
            only: names of the fields to show, None for all.
            offer: which kinds of a family to offer, None for all.
            choices: by field, which of its choices to offer; all of the fields that are not named. For a text, titles and
                texts, which are then chosen from. Forms of nested values have the same.
            resettable: fields that are not at their defaults have a button that puts them back.
        """
        super().__init__(parent)
        self._only = tuple(only) if only is not None else None
        self._offer = offer
        self.resettable = resettable
        self.choices = dict(choices or {})
        self._value: Value | None = None
        self._prefix = ""
        self._rows: dict[str, _Row] = {}
        self.stepping = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._body: QWidget | None = None
        self._shown: tuple[type[Value], tuple[str, ...]] | None = None
        self._nested = isinstance(parent, Form)
        if not self._nested:
            self._layout.addStretch(1)  # rows stay together at the top however much room there is

    @property
    def value(self) -> Value | None:
        """The value shown, edits included."""
        return self._value

    @property
    def shows_fields(self) -> bool:
        """Whether there is anything to edit."""
        return bool(self._rows)

    @property
    def errors(self) -> tuple[str, ...]:
        """The sentences that stand in the form now."""
        own = [row.error.text() for row in self._rows.values() if not row.error.isHidden()]
        nested = [e for row in self._rows.values() if row.nested is not None for e in row.nested.errors]
        return (*own, *nested)

    def set_value(self, value: Value | None, prefix: str = "") -> None:
        """Shows a value; ``prefix`` comes before the paths of its fields ("training" -> "training.epochs").

        What is being typed stays when the field's value has not changed.
        """
        self._value, self._prefix = value, prefix
        names = self._names(value)
        shown = (type(value), names) if value is not None else None
        if shown != self._shown:
            self._build(value, names)
            self._shown = shown
        if value is not None:
            for name, row in self._rows.items():
                row.show_value(getattr(value, name), self._path(name))
            self._tell_fold()

    def set_choices(self, name: str, choices: Iterable[Any]) -> None:
        """Offers these choices of a field; the next ``set_value`` shows them."""
        if tuple(self.choices.get(name, ())) != tuple(choices):
            self.choices[name] = tuple(choices)
            self._shown = None

    def set_only(self, only: Iterable[str] | None) -> None:
        """Shows these fields, None for all, from the next ``set_value`` on."""
        self._only = tuple(only) if only is not None else None

    def focus_field(self, name: str) -> None:
        """Puts the cursor into a field, or by its path into one of a nested value ("optimizer.momentum")."""
        name, _, inner = name.partition(".")
        row = self._rows.get(name)
        if row is not None:
            if row.spec.advanced:
                self._unfold(True)
            if inner and row.nested is not None:
                row.nested.focus_field(inner)
                return
            (row.editor or row.nested or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _names(self, value: Value | None) -> tuple[str, ...]:
        if value is None:
            return ()
        used = getattr(value, "used_fields", None)
        names = tuple(used()) if callable(used) else tuple(type(value).model_fields)
        elsewhere = {spec.name for spec in fields_of(type(value)) if spec.editor == "values"}
        names = tuple(n for n in names if n not in elsewhere)
        return tuple(n for n in names if self._only is None or n in self._only)

    def _path(self, name: str) -> str:
        return f"{self._prefix}.{name}" if self._prefix else name

    def _build(self, value: Value | None, names: tuple[str, ...]) -> None:
        focused = self._focused_field()
        for row in self._rows.values():
            row.retire()
        if self._body is not None:
            self._layout.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
            self._body = None
        self._rows = {}
        if value is None:
            return
        self._body = QWidget(self)
        outer = QVBoxLayout(self._body)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        specs = [s for s in fields_of(type(value)) if s.name in names]
        outer.addLayout(self._grid([s for s in specs if not s.advanced]))
        advanced = [s for s in specs if s.advanced]
        if advanced:
            self._add_fold(outer, advanced)
        self._layout.insertWidget(0, self._body)
        if focused in self._rows:
            self.focus_field(focused)

    def _add_fold(self, outer: QVBoxLayout, specs: list[FieldSpec]) -> None:
        self._fold = QPushButton()
        self._fold.setProperty("role", "link")
        self._fold.setObjectName("form_more")
        self._folded = QWidget()
        self._folded.setLayout(self._grid(specs))
        outer.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addWidget(self._folded)
        self._fold.clicked.connect(lambda: self._unfold(self._folded.isHidden()))
        self._unfold(self._class_name() in _unfolded)

    def _unfold(self, on: bool) -> None:
        self._folded.setVisible(on)
        self._tell_fold()
        self._fold.setAccessibleDescription(self.tr("Shows or hides the settings that are seldom needed"))
        (_unfolded.add if on else _unfolded.discard)(self._class_name())

    def _tell_fold(self) -> None:
        """What the fold hides must not be forgotten: it tells how much of it is not the default."""
        folded = [row for row in self._rows.values() if row.spec.advanced]
        if not folded:
            return
        unfolded = not self._folded.isHidden()
        text = self._fold_text(unfolded)
        changed = sum(row.changed for row in folded)
        if changed and not unfolded:
            text = self.tr("{text} ({count} changed)").format(text=text, count=changed)
        self._fold.setText(text)

    def _fold_text(self, unfolded: bool) -> str:
        title = getattr(type(self._value), "title", "")
        if title and self._nested:
            # Inside another form the fold says whose settings it holds.
            words = self.tr("Fewer settings of {name}") if unfolded else self.tr("More settings of {name}")
            return words.format(name=parse.tr(title))
        return self.tr("Fewer settings") if unfolded else self.tr("More settings")

    def _class_name(self) -> str:
        return type(self._value).__qualname__

    def _grid(self, specs: list[FieldSpec]) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for spec in specs:
            row = _Row(self, spec)
            self._rows[spec.name] = row
            row.add_to(grid)
        return grid

    def _focused_field(self) -> str:
        for name, row in self._rows.items():
            if row.editor is not None and row.editor.control.hasFocus():
                return name
        return ""

    def offered(self, spec: FieldSpec, current: Value | None) -> list[tuple[str, Any]]:
        """Titles and kinds that the editor of a family offers."""
        assert spec.family is not None
        kinds = list(self._offer(spec)) if self._offer is not None else list(spec.family.members)
        kind = current.kind if isinstance(current, Kinded) else None
        if kind is not None and kind not in kinds:
            kinds.append(kind)
        entries: list[tuple[str, Any]] = [(absence(spec) or parse.tr("None"), None)] if spec.optional else []
        return entries + [(_title(spec.family.members[k]), k) for k in kinds if k in spec.family.members]

    def commit(self, name: str, new: Any, *, stepping: bool) -> str:
        """Applies a field's new value; gives the sentence that tells why it can't be, "" when it was."""
        spec = self._rows[name].spec
        sentence = parse.refusal(spec, self._value, new)
        if sentence:
            return sentence
        if self._value is None:
            return ""
        self._value = self._value.updated(**{name: new})
        # What validation made of it ("3" -> 3, a kind -> a member) is what is told.
        made = getattr(self._value, name)
        self._rows[name].show_value(made, self._path(name))
        self._tell_fold()
        self.stepping = stepping
        try:
            self.edited.emit(self._path(name), made)
        finally:
            self.stepping = False
        return ""

    def commit_nested(self, name: str, path: str, new: Any, nested: Form) -> None:
        """Takes an edit from the form of a nested value."""
        sentence = parse.refusal(self._rows[name].spec, self._value, nested.value)
        row = self._rows[name]
        row.explain(sentence)
        if sentence or self._value is None:
            row.show_value(getattr(self._value, name), self._path(name))
            return
        self._value = self._value.updated(**{name: nested.value})
        self.stepping = nested.stepping
        try:
            self.edited.emit(path, new)
        finally:
            self.stepping = False


class _Row:
    """Label, editor, red sentence and, for families and nested values, the form below."""

    def __init__(self, form: Form, spec: FieldSpec) -> None:
        self.form, self.spec = form, spec
        self.label = QLabel(parse.tr(spec.label))
        self.label.setProperty("role", "muted")
        self.label.setToolTip(parse.tr(spec.help) if spec.help else "")
        self.label.setWordWrap(True)
        self.error = QLabel()
        self.error.setProperty("role", "danger")
        self.error.setObjectName(f"error_{spec.name}")
        self.error.setWordWrap(True)
        self.error.hide()
        self.editor = self._make_editor()
        self.changed = False
        self.reset = ResetButton(spec, self._reset) if form.resettable and self.editor is not None else None
        self.nested: Form | None = None
        if self.editor is not None:
            self.editor.committed.connect(self._committed)
            self.editor.refused.connect(self.explain)
            self.label.setBuddy(self.editor.control)
        if spec.editor in ("kinded", "value"):
            self.nested = Form(form, offer=form._offer, choices=form.choices, resettable=form.resettable)
            self.nested.setObjectName(f"form_{spec.name}")
            self.nested.edited.connect(self._nested_edited)
        if spec.editor == "value":
            self.label.setProperty("role", "")
            self.label.setProperty("role", "heading")
            # The section is called so already.
            self.label.setVisible(spec.label != spec.section)

    def retire(self) -> None:
        """The row goes: what its editor says while it is being hidden no longer counts."""
        if self.editor is not None:
            self.editor.blockSignals(True)
        if self.nested is not None:
            self.nested.blockSignals(True)
            for row in self.nested._rows.values():
                row.retire()

    def _make_editor(self) -> FieldEditor | None:
        spec = self.spec
        if spec.editor == "text" and self.form.choices.get(spec.name):
            return ChoiceEditor(spec, list(self.form.choices[spec.name]))
        if spec.editor in ("int", "float", "text", "int_tuple"):
            return TextEditor(spec)
        if spec.editor == "bool":
            return BoolEditor(spec)
        if spec.editor == "choice":
            choices: list[tuple[str, Any]] = [(parse.tr("none"), None)] if spec.optional else []
            return ChoiceEditor(
                spec, choices + [(choice_text(spec, c), c) for c in self.form.choices.get(spec.name, spec.choices)]
            )
        if spec.editor == "choices":
            return SeveralEditor(
                spec, [(choice_text(spec, c), c) for c in self.form.choices.get(spec.name, spec.choices)]
            )
        if spec.editor == "kinded":
            current = getattr(self.form.value, spec.name) if self.form.value is not None else None
            return ChoiceEditor(spec, self.form.offered(spec, current))
        return None if spec.editor == "value" else ReadOnlyEditor(spec)

    def add_to(self, grid: QGridLayout) -> None:
        """Puts the parts into the grid's next rows."""
        at = grid.rowCount()
        if self.editor is not None:
            top = Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(self.label, at, 0, top)
            side = QHBoxLayout()
            side.setSpacing(2)
            side.addWidget(self.editor, 1)
            if self.reset is not None:
                side.addWidget(self.reset, 0, top)
            grid.addLayout(side, at, 1)
        else:
            grid.addWidget(self.label, at, 0, 1, 2)
        grid.addWidget(self.error, at + 1, 0, 1, 2)
        if self.nested is not None:
            grid.addWidget(self.nested, at + 2, 0, 1, 2)

    def show_value(self, value: Any, path: str) -> None:
        """Shows the field's value; what was wrong with an earlier one is forgotten."""
        kinded = self.spec.editor == "kinded"
        self.changed = is_changed(self.form.value, self.spec)
        if self.reset is not None:
            self.reset.setVisible(self.changed)
        if self.editor is not None:
            self.editor.show_value((value.kind if value is not None else None) if kinded else value)
            if not (isinstance(self.editor, TextEditor) and self.editor.editing):
                self.explain("")
        if self.nested is not None:
            self.nested.set_value(value, path)
            self.nested.setVisible(value is not None and bool(type(value).model_fields))

    def explain(self, sentence: str) -> None:
        """Shows why a value can't be taken; "" takes the sentence away."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        if self.editor is not None:
            self.editor.set_invalid(bool(sentence))
            self.editor.control.setAccessibleDescription(
                sentence or (parse.tr(self.spec.help) if self.spec.help else "")
            )

    def _committed(self, value: Any, stepping: bool) -> None:
        if self.spec.editor == "kinded" and value is not None:
            assert self.spec.family is not None
            value = self.spec.family.members[value]()
        self._committed_value(value, stepping=stepping)

    def _committed_value(self, value: Any, *, stepping: bool = False) -> None:
        sentence = self.form.commit(self.spec.name, value, stepping=stepping)
        self.explain(sentence)
        if sentence and not isinstance(self.editor, TextEditor) and self.form.value is not None:
            shown = getattr(self.form.value, self.spec.name)
            assert self.editor is not None
            self.editor.show_value(shown.kind if isinstance(shown, Kinded) else shown)

    def _reset(self) -> None:
        self._committed_value(default_of(self.form.value, self.spec))

    def _nested_edited(self, path: str, new: object) -> None:
        assert self.nested is not None
        self.form.commit_nested(self.spec.name, path, new, self.nested)


def _title(member: type[Kinded]) -> str:
    return parse.tr(str(getattr(member, "title", "") or member.kind.replace("_", " ").capitalize()))
