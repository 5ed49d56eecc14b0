"""What every gesture is: it shows a preview while it runs and makes at most one edit when it ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt

if TYPE_CHECKING:
    from ..view import CanvasView


@dataclass(frozen=True)
class Pointer:
    """The mouse in the viewport and in the scene, with the keys held."""

    view: QPoint
    scene: QPointF
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier

    def holds(self, key: Qt.KeyboardModifier) -> bool:
        """Whether a modifier key is held."""
        return bool(self.modifiers & key)


class Gesture:
    """Base of the gestures. Exactly one of ``finished`` and ``cancelled`` ends a started gesture."""

    cursor: Qt.CursorShape | None = None
    scrolls = True
    """Whether the view scrolls when the mouse comes near its edge."""

    def __init__(self, view: CanvasView, start: Pointer) -> None:
        self.view = view
        self.scene = view.canvas
        self.editor = view.editor
        self.start = start

    def started(self) -> None:
        """The mouse was dragged far enough to mean it."""

    def moved(self, at: Pointer) -> None:
        """The mouse moved, or the view scrolled under it."""

    def finished(self, at: Pointer) -> None:
        """The button was released: the edit is made here."""

    def cancelled(self) -> None:
        """Esc, or the document changed underneath: everything looks as before."""
