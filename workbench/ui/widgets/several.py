"""An editor for any number of a few choices: a button that tells them, and a list to tick that stays open."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from ...engine.fields import FieldSpec
from . import parse
from .editors import FieldEditor, hint


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


class SeveralEditor(FieldEditor):
    """Any number of choices, committed together when the list closes."""

    def __init__(self, spec: FieldSpec, choices: list[tuple[str, Any]], parent: QWidget | None = None) -> None:
        self._button = QPushButton()
        super().__init__(spec, self._button, parent)
        self._label = self._button.accessibleName()
        # A long list of choices is cut, and told by the tooltip.
        self._button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._button.setStyleSheet("text-align: left;")
        self.menu = TickMenu(self._button)
        self.menu.setObjectName(f"menu_{spec.name}")
        self._texts = {value: text for text, value in choices}
        self._actions = {}
        for text, value in choices:
            action = self.menu.addAction(text)
            action.setCheckable(True)
            self._actions[value] = action
        self._value: tuple[Any, ...] = ()
        self._button.clicked.connect(self._open)
        self.menu.aboutToHide.connect(self._close)

    def show_value(self, value: Any) -> None:
        self._value = tuple(value)
        for choice, action in self._actions.items():
            action.setChecked(choice in self._value)
        text = ", ".join(self._texts.get(v, str(v)) for v in self._value)
        self._button.setText(text or parse.tr("none"))
        self._button.setToolTip("\n".join(filter(None, (text, hint(self.spec)))))
        self._button.setAccessibleName(f"{self._label}: {self._button.text()}")

    def _open(self) -> None:
        self.menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height())))

    def _close(self) -> None:
        chosen = [value for value, action in self._actions.items() if action.isChecked()]
        # What the list does not offer here (metrics of another task) stays, in its place.
        made = tuple(v for v in self._value if v in chosen or v not in self._actions)
        made += tuple(v for v in chosen if v not in made)
        if made != self._value:
            self.committed.emit(made, False)
