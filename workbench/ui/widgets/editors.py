"""One editor for each kind of field. All share ``FieldEditor``'s shape: ``show``, ``committed``, ``explain``."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QKeySequence, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
    QWidget,
)
from shiboken6 import isValid

from ...engine.fields import FieldSpec
from . import parse

_BESIDE = 2
"""Pixels that a combo box leaves free beside its text."""


class Combo(QComboBox):
    """A combo box that the mouse wheel does not change while one scrolls past it.

    A choice that does not fit ends in "…"; the tooltip and the list have all of it.
    """

    @property
    def painted(self) -> str:
        """The choice as it stands in the box."""
        return self._option().currentText

    def sizeHint(self) -> QSize:
        """Qt's own, and what the label leaves free beside the longest choice."""
        return super().sizeHint() + QSize(_BESIDE, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's own, but for the text: styled boxes cut it off in the middle of a letter."""
        painter, option = QStylePainter(self), self._option()
        if self.currentIndex() < 0 and self.placeholderText():
            option.palette.setBrush(QPalette.ColorRole.ButtonText, option.palette.placeholderText())
            option.currentText = self.placeholderText()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def showPopup(self) -> None:
        """The list is as wide as its longest choice."""
        view = self.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + 2 * view.frameWidth() + 24)
        super().showPopup()

    def event(self, event: QEvent) -> bool:
        """Of a choice that is cut, the tooltip begins with all of it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.painted != self.currentText():
            QToolTip.showText(event.globalPos(), "\n".join(filter(None, (self.currentText(), self.toolTip()))), self)
            return True
        return super().event(event)

    def _option(self) -> QStyleOptionComboBox:
        """What is painted."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        box, edit = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        width = self.style().subControlRect(box, option, edit, self).width() - _BESIDE
        if not option.currentIcon.isNull():
            width -= option.iconSize.width() + 4
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, width)
        return option

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only scrolls: a choice changes by intent."""
        event.ignore()


class TextLine(QLineEdit):
    """A line that Escape takes back. Of numbers, Up and Down step: whole ones by one (by ten with Page), others along 1-2-5."""

    escaped = Signal()
    stepped = Signal(int)

    def __init__(self, *, steps: bool = False) -> None:
        super().__init__()
        self._steps = _STEPS if steps else {}

    def event(self, event: QEvent) -> bool:
        """Undo and redo belong to the document unless something typed here is not committed yet."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not self.isModified():
            keys = QKeySequence.StandardKey
            if event.matches(keys.Undo) or event.matches(keys.Redo):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape without anything to take back goes on to the dialog."""
        if event.key() == Qt.Key.Key_Escape:
            event.setAccepted(self.isModified())
            self.escaped.emit()
        elif event.key() in self._steps:
            self.stepped.emit(self._steps[event.key()])
        else:
            super().keyPressEvent(event)


_STEPS: dict[int, int] = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}


class FieldEditor(QWidget):
    """Base of the editors. ``control`` is the widget that has the focus and carries the object name."""

    committed = Signal(object, bool)
    """A parsed value, and whether it came from stepping."""
    refused = Signal(str)
    """A sentence: what was typed means nothing for this field."""

    def __init__(self, spec: FieldSpec, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.control = control
        control.setObjectName(f"field_{spec.name}")
        control.setAccessibleName(parse.tr(spec.label))
        control.setAccessibleDescription(parse.tr(spec.help) if spec.help else "")
        control.setToolTip(hint(spec))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(control, 1)
        self.setFocusProxy(control)

    def show_value(self, value: Any) -> None:
        """Shows a value without committing anything."""
        raise TypeError(f"{type(self).__name__} does not define show_value")

    def set_invalid(self, invalid: bool) -> None:
        """Marks the editor; the sentence stands below it."""
        if bool(self.control.property("invalid")) != invalid:
            self.control.setProperty("invalid", invalid)
            self.control.style().unpolish(self.control)
            self.control.style().polish(self.control)


def absence(spec: FieldSpec) -> str:
    """What it means that an optional field has no value; empty where nothing is said about it."""
    return parse.tr(spec.words[""]) if "" in spec.words else ""


class TextEditor(FieldEditor):
    """Text, numbers and sizes: committed by Enter or by leaving, taken back by Escape."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        steps = spec.editor in ("int", "float") or (spec.editor == "int_tuple" and spec.length is not None)
        line = TextLine(steps=steps)
        super().__init__(spec, line, parent)
        self._value: Any = spec.default
        self._line = line
        line.stepped.connect(self._step)
        line.editingFinished.connect(self._commit)
        line.escaped.connect(self._take_back)
        if spec.optional:
            line.setPlaceholderText(absence(spec) or parse.tr("none"))
        if spec.unit:
            self._add_unit(spec.unit)
        line.returnPressed.connect(line.selectAll)

    @property
    def editing(self) -> bool:
        """Whether something was typed that is not committed."""
        return self._line.text() != parse.show(self.spec, self._value)

    def show_value(self, value: Any) -> None:
        if value == self._value and self.editing and self.control.hasFocus():
            return  # somebody is typing, and nothing that concerns this field has changed
        self._value = value
        self._write()

    def _write(self) -> None:
        text = parse.show(self.spec, self._value)
        if self._line.text() != text:
            self._line.setText(text)
        self._line.setModified(False)
        if not self.control.hasFocus():
            self._line.setCursorPosition(0)

    def _add_unit(self, unit: str) -> None:
        label = QLabel(parse.tr(unit), self._line)
        label.setProperty("role", "muted")
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self._line)
        row.setContentsMargins(0, 0, 8, 0)
        row.addStretch(1)
        row.addWidget(label)
        label.ensurePolished()
        self._line.setTextMargins(0, 0, label.sizeHint().width() + 8, 0)

    def _take_back(self) -> None:
        self._write()
        self._line.setModified(False)
        self._line.selectAll()
        self.refused.emit("")

    def _commit(self) -> None:
        if not isValid(self._line):
            return  # the form is being torn down with the cursor in it
        if not self.editing:
            self.refused.emit("")
            return
        try:
            value = parse.parse(self.spec, self._line.text())
        except ValueError as error:
            self.refused.emit(str(error))
            return
        if value == self._value:
            self._write()
            self.refused.emit("")
            return
        self.committed.emit(value, False)

    def _step(self, steps: int) -> None:
        try:
            value = parse.parse(self.spec, self._line.text())
        except ValueError as error:
            self.refused.emit(str(error))
            return
        if value is None:
            value = self.spec.minimum if self.spec.minimum is not None else 0
        moved = _stepped(self.spec, value, steps)
        if moved != self._value:
            self.committed.emit(moved, True)
            self._line.selectAll()


class BoolEditor(FieldEditor):
    """On or off; the state stands beside the box in words."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        self._box = QCheckBox()
        super().__init__(spec, self._box, parent)
        self._box.toggled.connect(self._toggled)
        self.show_value(bool(spec.default))

    def show_value(self, value: Any) -> None:
        self._box.blockSignals(True)
        self._box.setChecked(bool(value))
        self._box.blockSignals(False)
        self._word()

    def _word(self) -> None:
        self._box.setText(parse.tr("on") if self._box.isChecked() else parse.tr("off"))

    def _toggled(self, on: bool) -> None:
        self._word()
        self.committed.emit(on, False)


class ChoiceEditor(FieldEditor):
    """One of a few."""

    def __init__(self, spec: FieldSpec, choices: list[tuple[str, Any]], parent: QWidget | None = None) -> None:
        self._combo = Combo()
        super().__init__(spec, self._combo, parent)
        self._combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._combo.setMinimumContentsLength(8)
        for text, value in choices:
            self._combo.addItem(text, value)
        self._values = [value for _, value in choices]
        self._combo.activated.connect(self._activated)

    def show_value(self, value: Any) -> None:
        index = self._values.index(value) if value in self._values else -1
        self._combo.setCurrentIndex(index)

    def _activated(self, index: int) -> None:
        self.committed.emit(self._values[index], False)


class ReadOnlyEditor(FieldEditor):
    """A value that no editor fits, as text."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        self._label = QLabel()
        self._label.setProperty("role", "muted")
        self._label.setWordWrap(True)
        super().__init__(spec, self._label, parent)

    def show_value(self, value: Any) -> None:
        self._label.setText(str(value))


def choice_text(spec: FieldSpec, value: Any) -> str:
    """A choice in words: ``"float32"`` -> "numbers (float32)"."""
    return parse.tr(spec.words.get(str(value), str(value).replace("_", " ")))


def hint(spec: FieldSpec) -> str:
    """The tooltip: help, range and unit."""
    allowed = parse.range_text(spec)
    return " ".join(p for p in (parse.tr(spec.help) if spec.help else "", f"({allowed})" if allowed else "") if p)


def _stepped(spec: FieldSpec, value: Any, steps: int) -> Any:
    if isinstance(value, tuple):
        return tuple(_clamped(spec, v + steps) for v in value)
    if spec.editor == "int":
        return _clamped(spec, value + steps)
    for _ in range(abs(steps)):
        value = _next_nice(value, up=steps > 0)
    return _clamped(spec, value)


def _next_nice(value: float, *, up: bool) -> float:
    """The next number along ... 0.1, 0.2, 0.5, 1, 2, 5 ... above or below ``value``."""
    if value == 0.0:
        return 0.001 if up else -0.001
    size, growing = abs(value), up == (value > 0)
    exponent = math.floor(math.log10(size) + 1e-12)
    grid = sorted(m * 10.0**e for e in (exponent - 1, exponent, exponent + 1) for m in (1, 2, 5))
    if growing:
        found = next(g for g in grid if g > size * (1 + 1e-9))
    else:
        found = next(g for g in reversed(grid) if g < size * (1 - 1e-9))
        if found < 1e-9:
            found = 0.0
    return math.copysign(float(f"{found:.6g}"), value)


def _clamped(spec: FieldSpec, value: float) -> Any:
    whole = spec.editor != "float"
    low, high = spec.minimum, spec.maximum
    if low is not None and (value <= low if spec.open_minimum else value < low):
        value = low + (1 if whole else 0) if spec.open_minimum else low
        if not whole and spec.open_minimum:
            value = max(low * (1 + 1e-9), low + 1e-9)
    if high is not None and (value >= high if spec.open_maximum else value > high):
        value = high - (1 if whole else 0) if spec.open_maximum else high
        if not whole and spec.open_maximum:
            value = float(f"{math.nextafter(high, -math.inf):.3g}") if high < 1 else high * 0.99
            value = min(value, high * 0.99)
    return int(value) if whole else value
