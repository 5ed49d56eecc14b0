"""A layer dragged in from the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from ....engine.graph.layer import Layer
from ....engine.graph.model import Link
from ..card import translated
from ..geometry import CARD_HEIGHT, CARD_WIDTH, Position, snapped
from ..node_item import ghost
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
        over_card = self.scene.node_at(at.scene) is not None
        self._onto = self.scene.link_at(at.scene, self.view.zoom) if fits and not over_card else None
        self.scene.glow(self._onto)

    @staticmethod
    def _corner(at: Pointer) -> Position:
        return (snapped(at.scene.x() - CARD_WIDTH / 2), snapped(at.scene.y() - CARD_HEIGHT / 2))

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
