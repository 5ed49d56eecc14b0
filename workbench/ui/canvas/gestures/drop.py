"""A layer dragged in from the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from ....engine.graph.layer import Layer
from ....engine.graph.model import Link
from ..card import translated
from ..geometry import CARD_HEIGHT, CARD_WIDTH, DROP_REACH, Position, snapped
from ..node_item import ghost
from ..placement import free_place
from .base import Gesture, Pointer

if TYPE_CHECKING:
    from ..view import CanvasView

MIME = "application/x-workbench-layer"


def kind_of(data: QMimeData) -> str:
    """The layer's kind that is dragged, empty for anything else."""
    if not data.hasFormat(MIME):
        return ""
    kind = bytes(data.data(MIME).data()).decode("utf-8", "replace")
    return kind if kind in Layer.members else ""


class DropGesture(Gesture):
    """An outline shows where the card will lie; over a link the link glows and the layer goes into it."""

    def __init__(self, view: CanvasView, start: Pointer, kind: str) -> None:
        super().__init__(view, start)
        self.kind = kind
        self._onto: Link | None = None

    def started(self) -> None:
        self._ghost = ghost(translated(Layer.members[self.kind].title))
        self.scene.addItem(self._ghost)
        self.moved(self.start)

    def moved(self, at: Pointer) -> None:
        self._ghost.setPos(*self._corner(at))
        fits = self.editor.can_insert(Layer.members[self.kind])
        self._onto = self.scene.link_at(at.scene, self.view.zoom, DROP_REACH) if fits else None
        self.scene.glow(self._onto)
        self._ghost.setVisible(self._onto is None)

    def _corner(self, at: Pointer) -> Position:
        """Under the mouse, or below the card that is there already."""
        x, y = snapped(at.scene.x() - CARD_WIDTH / 2), snapped(at.scene.y() - CARD_HEIGHT / 2)
        return free_place((x, y), self.scene.positions())

    def finished(self, at: Pointer) -> None:
        self.moved(at)
        self._end()
        if self._onto is not None:
            made = self.editor.insert(self.kind, self._onto)
        else:
            made = self.editor.add(self.kind, self._corner(at))
        self.scene.select([made])

    def cancelled(self) -> None:
        self._end()

    def _end(self) -> None:
        self.scene.glow(None)
        self.scene.removeItem(self._ghost)
