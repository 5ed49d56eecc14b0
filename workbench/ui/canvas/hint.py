"""A short text beside the mouse that says why something may not be."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from .. import theme
from ..language import told

MARGIN = 8


class Hint(QLabel):
    """Lies over the canvas and lets every click through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("canvas_hint")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)

    def say(self, text: str, at: QPoint, *, danger: bool = False, seconds: float = 0.0) -> None:
        """Shows a text near a point of the viewport, for some seconds or until ``clear``; an empty one hides."""
        self._timer.stop()
        if not text:
            self.hide()
            return
        text = told(text)
        t = theme.tokens()
        color = t.danger if danger else t.text
        self.setStyleSheet(
            f"background: {t.raised}; color: {color}; border: 1px solid {t.danger if danger else t.border};"
            "border-radius: 6px; padding: 5px 9px;"
        )
        self.setText(("⚠ " if danger else "") + text)
        self.setAccessibleName(text)
        parent = self.parentWidget()
        assert parent is not None
        area = parent.rect()
        self.setFixedWidth(min(320, self.fontMetrics().horizontalAdvance(self.text()) + 24, area.width() - 2 * MARGIN))
        self.adjustSize()
        x = min(at.x() + 16, area.right() - self.width() - MARGIN)
        y = at.y() + 20 if at.y() + 20 + self.height() < area.bottom() - MARGIN else at.y() - self.height() - 12
        self.move(max(MARGIN, x), max(MARGIN, y))
        self.show()
        self.raise_()
        if seconds:
            self._timer.start(int(seconds * 1000))

    def clear(self) -> None:
        """Hides the text, unless it was shown for some seconds."""
        if not self._timer.isActive():
            self.hide()
