"""Drawing a link with the mouse, and taking one off to lead it elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QGraphicsPathItem

from ....engine.graph import edits
from ....engine.graph.model import Graph, Link
from ....engine.graph.rules import check_connect, propose_link
from ... import theme
from ..geometry import forward
from ..scene import PortHit
from .base import Gesture, Pointer

if TYPE_CHECKING:
    from ..view import CanvasView


class ConnectGesture(Gesture):
    """A line from a port to the mouse. Over a port or a card it snaps, or says why it may not.

    Dropped on empty space a new line asks for a layer to connect; one that was taken off an existing link is removed.
    """

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, view: CanvasView, start: Pointer, port: PortHit, replacing: Link | None = None) -> None:
        super().__init__(view, start)
        self.port = port
        self.replacing = replacing

    def started(self) -> None:
        self._graph: Graph = (
            edits.disconnect(self.scene.graph, [self.replacing]) if self.replacing else self.scene.graph
        )
        self._wire = QGraphicsPathItem()
        self._wire.setZValue(4)
        self._wire.setOpacity(0.95)
        self.scene.addItem(self._wire)
        self._link: Link | None = None
        self._reason = ""
        self._lit = ""
        if self.replacing is not None:
            self.scene.wires[self.replacing].setVisible(False)
        self.scene.cards[self.port.node].light_port((self.port.side, self.port.port))

    def moved(self, at: Pointer) -> None:
        self._aim(at)
        own = self.scene.port_point(self.port.node, self.port.side, self.port.port)
        tip = at.scene
        if self._link is not None:
            node, side, port = self._far_end(self._link)
            tip = self.scene.port_point(node, side, port)
            self._light(node, (side, port))
        else:
            self._light("", None)
        self._wire.setPath(forward(own, tip) if self.port.side == "out" else forward(tip, own))
        color = QColor(getattr(theme.tokens(), "danger" if self._reason else "accent"))
        style = Qt.PenStyle.DashLine if self._reason else Qt.PenStyle.SolidLine
        self._wire.setPen(QPen(color, 2.2, style, Qt.PenCapStyle.RoundCap))
        self.view.hint.say(self._reason, at.view, danger=True)

    def _aim(self, at: Pointer) -> None:
        """Finds the link that a release here would make, or the reason why none may be made."""
        self._link, self._reason = None, ""
        wanted = "in" if self.port.side == "out" else "out"
        hit = self.scene.port_at(at.scene, self.view.zoom, wanted)
        over = self.scene.node_at(at.scene)
        if hit is not None and hit.node != self.port.node and over in (None, hit.node):
            self._consider(self._between(hit.node, hit.port))
            if not self._reason:
                return
        if over is None or over == self.port.node:
            if over is not None and not self._near_start(at.scene):
                self._reason = check_connect(self._graph, self._between(over, ""))
            elif hit is None:
                self._reason = ""
            return
        source, target = (self.port.node, over) if self.port.side == "out" else (over, self.port.node)
        proposed = propose_link(self._graph, source, target)
        # The end that is held keeps its port; the card under the mouse offers its own.
        if proposed is not None:
            free = proposed.target_port if self.port.side == "out" else proposed.source_port
            self._consider(self._between(over, free))
        else:
            self._reason = self._refusal(source, target)

    def _refusal(self, source: str, target: str) -> str:
        graph = self._graph
        ends = graph.by_id[target].layer.inputs
        starts = graph.by_id[source].layer.outputs
        link = Link(
            source=source,
            source_port=starts[0].name if starts else "y",
            target=target,
            target_port=ends[0].name if ends else "x",
        )
        name = graph.by_id[target].name
        if not ends:
            return self.view.tr("{0} takes no input.").format(name)
        if not starts:
            return self.view.tr("{0} has no output.").format(graph.by_id[source].name)
        return check_connect(graph, link)

    def _consider(self, link: Link) -> None:
        reason = check_connect(self._graph, link)
        self._link, self._reason = (None, reason) if reason else (link, "")

    def _between(self, other: str, port: str) -> Link:
        if self.port.side == "out":
            return Link(source=self.port.node, source_port=self.port.port, target=other, target_port=port)
        return Link(source=other, source_port=port, target=self.port.node, target_port=self.port.port)

    def _far_end(self, link: Link) -> tuple[str, str, str]:
        if self.port.side == "out":
            return link.target, "in", link.target_port
        return link.source, "out", link.source_port

    def _near_start(self, point: QPointF) -> bool:
        away = point - self.scene.port_point(self.port.node, self.port.side, self.port.port)
        return away.x() ** 2 + away.y() ** 2 < 40.0**2

    def _light(self, node: str, port: tuple[str, str] | None) -> None:
        if self._lit and self._lit != node and self._lit in self.scene.cards:
            self.scene.cards[self._lit].light_port(None)
        if node:
            self.scene.cards[node].light_port(port)
        self._lit = node

    def finished(self, at: Pointer) -> None:
        self.moved(at)
        link, reason, replacing = self._link, self._reason, self.replacing
        empty = self.scene.node_at(at.scene) is None
        self._end()
        if link is not None:
            if link != replacing:
                self.editor.connect(link, replacing)
                self.scene.select(links=[link])
        elif reason:
            self.view.hint.say(reason, at.view, danger=True, seconds=4.0)
        elif replacing is not None and empty:
            self.editor.disconnect([replacing])
        elif empty:
            self.view.adding.open(at.view, port=self.port)

    def cancelled(self) -> None:
        self._end()

    def _end(self) -> None:
        self._light("", None)
        self.view.hint.clear()
        if self.port.node in self.scene.cards:
            self.scene.cards[self.port.node].light_port(None)
        if self.replacing is not None and self.replacing in self.scene.wires:
            self.scene.wires[self.replacing].setVisible(True)
        self.scene.removeItem(self._wire)
