"""Moving the view: middle button, or Space and the left one."""

from __future__ import annotations

from PySide6.QtCore import Qt

from .base import Gesture, Pointer


class PanGesture(Gesture):
    """The scene follows the mouse."""

    cursor = Qt.CursorShape.ClosedHandCursor
    scrolls = False

    def started(self) -> None:
        self._last = self.start.view

    def moved(self, at: Pointer) -> None:
        step = at.view - self._last
        self._last = at.view
        self.view.scroll_by(-step.x(), -step.y())

    def finished(self, at: Pointer) -> None:
        self.moved(at)
