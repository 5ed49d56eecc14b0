"""An editor for any number of a few choices: a box that tells them, and a list to tick that stays open."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QComboBox, QMenu, QWidget

from ...engine.fields import FieldSpec
from . import parse
from .editors import Combo, FieldEditor


class TickMenu(QMenu):
    """A menu whose entries are ticked by a click, Space or Enter without closing it; Escape closes it."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ticks what is under the pointer."""
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ticks the entry that is marked."""
        action = self.activeAction()
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and action is not None:
            action.trigger()
        else:
            super().keyPressEvent(event)


class TickBox(Combo):
    """Looks like a combo box with what is ticked as its text; ``opened`` comes instead of a list."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.addItem("")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def showPopup(self) -> None:
        """Leaves it to the owner."""
        self.opened.emit()


class SeveralEditor(FieldEditor):
    """Any number of choices, committed together when the list closes."""

    def __init__(self, spec: FieldSpec, choices: list[tuple[str, Any]], parent: QWidget | None = None) -> None:
        self._box = TickBox()
        super().__init__(spec, self._box, parent)
        self.menu = TickMenu(self._box)
        self.menu.setObjectName(f"menu_{spec.name}")
        self._texts = {value: text for text, value in choices}
        self._actions = {}
        for text, value in choices:
            action = self.menu.addAction(text)
            action.setCheckable(True)
            self._actions[value] = action
        self._value: tuple[Any, ...] = ()
        self._box.opened.connect(self._open)
        self.menu.aboutToHide.connect(self._close)

    @property
    def text(self) -> str:
        """What is ticked, in words."""
        return self._box.currentText()

    def show_value(self, value: Any) -> None:
        self._value = tuple(value)
        for choice, action in self._actions.items():
            action.setChecked(choice in self._value)
        self._box.setItemText(0, ", ".join(self._texts.get(v, str(v)) for v in self._value) or parse.tr("none"))

    def _open(self) -> None:
        self.menu.popup(self._box.mapToGlobal(QPoint(0, self._box.height())))

    def _close(self) -> None:
        chosen = [value for value, action in self._actions.items() if action.isChecked()]
        # What the list does not offer here (metrics of another task) stays, in its place.
        made = tuple(v for v in self._value if v in chosen or v not in self._actions)
        made += tuple(v for v in chosen if v not in made)
        if made != self._value:
            self.committed.emit(made, False)
