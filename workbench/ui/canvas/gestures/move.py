"""Moving cards, with snapping; a free card dropped on a link goes into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QGraphicsLineItem

from ....engine.graph.model import Link
from ....engine.graph.rules import check_connect
from ... import theme
from ..geometry import CARD_HEIGHT, CARD_WIDTH, DROP_REACH, Position, snapped
from .base import Gesture, Pointer

if TYPE_CHECKING:
    from ..view import CanvasView

ALIGN = 7.0
"""A card this near to the line of another one snaps to it."""


class MoveGesture(Gesture):
    """The selected cards follow the mouse and snap to the grid and to the lines of other cards; Alt lets them go free."""

    cursor = Qt.CursorShape.SizeAllCursor

    def __init__(self, view: CanvasView, start: Pointer, grabbed: str) -> None:
        super().__init__(view, start)
        self._grabbed = grabbed

    def started(self) -> None:
        # A key between the press and the first move may have taken the selection elsewhere.
        if self._grabbed not in self.scene.selected_nodes:
            self.scene.select([self._grabbed])
        places = self.scene.positions()
        self._from = {i: places[i] for i in self.scene.selected_nodes}
        self._others = [p for i, p in places.items() if i not in self._from]
        self._to = dict(self._from)
        self._onto: Link | None = None
        pen = QPen(QColor(theme.tokens().accent), 1, Qt.PenStyle.DashLine)
        pen.setCosmetic(True)
        self._guides = (QGraphicsLineItem(), QGraphicsLineItem())
        for guide in self._guides:
            guide.setPen(pen)
            guide.setZValue(9)
            guide.hide()
            self.scene.addItem(guide)

    def moved(self, at: Pointer) -> None:
        step = at.scene - self.start.scene
        dx, dy = step.x(), step.y()
        x, y = self._from[self._grabbed]
        if at.holds(Qt.KeyboardModifier.AltModifier):
            self._guide(None, None)
        else:
            ax, gx = _aligned(x + dx, [p[0] for p in self._others])
            ay, gy = _aligned(y + dy, [p[1] for p in self._others])
            dx, dy = ax - x, ay - y
            self._guide(gx, gy)
        self._to = {i: (px + dx, py + dy) for i, (px, py) in self._from.items()}
        self.scene.preview_positions(self._to)
        self._onto = self._link_under(at)
        self.scene.glow(self._onto)

    def _guide(self, x: float | None, y: float | None) -> None:
        rect = self.scene.content_rect().adjusted(-24, -24, 24, 24)
        vertical, horizontal = self._guides
        vertical.setVisible(x is not None)
        horizontal.setVisible(y is not None)
        if x is not None:
            middle = x + CARD_WIDTH / 2
            vertical.setLine(QLineF(middle, rect.top(), middle, rect.bottom()))
        if y is not None:
            middle = y + CARD_HEIGHT / 2
            horizontal.setLine(QLineF(rect.left(), middle, rect.right(), middle))

    def _link_under(self, at: Pointer) -> Link | None:
        """The link that the only moved card would go into: it has both ends free."""
        graph = self.scene.graph
        if len(self._from) != 1 or graph.into[self._grabbed] or graph.out_of[self._grabbed]:
            return None
        layer = graph.by_id[self._grabbed].layer
        if not self.editor.can_insert(layer):
            return None
        link = self.scene.link_at(at.scene, self.view.zoom, DROP_REACH)
        probe = None if link is None else Link(source=link.source, source_port=link.source_port, target=self._grabbed)
        probe = probe.updated(target_port=layer.inputs[0].name) if probe else None
        return link if probe is not None and not check_connect(graph, probe) else None

    def finished(self, at: Pointer) -> None:
        self.moved(at)
        self._end()
        if self._onto is not None:
            self.editor.splice(self._grabbed, self._onto, self._to)
        else:
            self.editor.move(self._to)
        self.scene.settle()

    def cancelled(self) -> None:
        self._end()
        self.scene.settle()

    def _end(self) -> None:
        self.scene.glow(None)
        for guide in self._guides:
            self.scene.removeItem(guide)


def _aligned(value: float, others: list[float]) -> tuple[float, float | None]:
    """The value on the line of the nearest other card, with that line, or else on the grid."""
    near = min(others, key=lambda o: abs(o - value), default=None)
    if near is not None and abs(near - value) <= ALIGN:
        return near, near
    return snapped(value), None


def moved_by(positions: dict[str, Position], dx: float, dy: float) -> dict[str, Position]:
    """Positions shifted, for moving with the keyboard."""
    return {i: (x + dx, y + dy) for i, (x, y) in positions.items()}
