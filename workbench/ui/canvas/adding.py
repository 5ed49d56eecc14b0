"""Asking for a layer and putting it where it was asked for: at a place, on a link, at a port or behind a node."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor

from ...engine.graph.model import Link
from .geometry import CARD_HEIGHT, CARD_WIDTH, Position, snapped
from .placement import free_place
from .quick_add import QuickAdd
from .scene import PortHit

if TYPE_CHECKING:
    from .view import CanvasView


class Adding:
    """The quick-add search of a view, and what its answer is for."""

    def __init__(self, view: CanvasView) -> None:
        self.view, self.canvas, self.editor = view, view.canvas, view.editor
        self.popup = QuickAdd(view)
        self.popup.chosen.connect(self._chosen)
        self._at: Position = (0.0, 0.0)
        self._port: PortHit | None = None
        self._link: Link | None = None
        self._behind = ""

    def open_here(self) -> None:
        """Asks at the mouse: for a layer behind the only selected node, on the only selected link, or right here."""
        viewport = self.view.viewport()
        place = viewport.mapFromGlobal(QCursor.pos())
        if not viewport.rect().contains(place):
            place = viewport.rect().center()
        nodes, links = self.canvas.selected_nodes, self.canvas.selected_links
        if len(links) == 1 and not nodes:
            self.open(place, link=links[0])
        else:
            self.open(place, behind=nodes[0] if len(nodes) == 1 else "")

    def open(self, place: QPoint, *, port: PortHit | None = None, link: Link | None = None, behind: str = "") -> None:
        """Asks at a point of the viewport for a layer to connect to a port, put onto a link or behind a node."""
        point = self.view.mapToScene(place)
        left = {"out": 0.0, "in": CARD_WIDTH}.get(port.side if port else "", CARD_WIDTH / 2)
        corner = (snapped(point.x() - left), snapped(point.y() - CARD_HEIGHT / 2))
        self._at = free_place(corner, self.canvas.positions())
        self._port, self._link, self._behind = port, link, behind
        ends = ("in", "out") if link is not None else (port.side,) if port is not None else ()
        self.popup.open_at(self.view.viewport().mapToGlobal(place), ends)

    def _chosen(self, kind: str) -> None:
        if self._link is not None and self._link in self.canvas.wires:
            made = self.editor.insert(kind, self._link)
        elif self._behind in self.canvas.cards:
            made = self.editor.add(kind, behind=self._behind)
        else:
            made = self.editor.add(kind, self._at, port=self._port)
        self.canvas.select([made])
        self.view.show_nodes([made])
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
