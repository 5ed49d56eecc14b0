"""A text to type in, for networks that take texts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

LINES = 5
"""Lines that are seen at once."""


class TypedText(QPlainTextEdit):
    """Takes a text of any length. ``submitted``: Ctrl+Enter was pressed. ``changed``: the user typed."""

    submitted = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evaluate_text")
        self.setAccessibleName(self.tr("Text to predict"))
        self.setPlaceholderText(self.tr("Type or paste a text; Ctrl+Enter predicts it."))
        self.setTabChangesFocus(True)
        self._setting = False
        self.textChanged.connect(self._typed)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * LINES + 20)

    @property
    def text(self) -> str:
        """What stands in it."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Shows a text that the user did not type."""
        self._setting = True
        self.setPlainText(text)
        self._setting = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
        else:
            super().keyPressEvent(event)

    def _typed(self) -> None:
        if not self._setting:
            self.changed.emit()
