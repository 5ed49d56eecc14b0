"""A link: a smooth path of built-in items, hit-tested by arithmetic."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsEllipseItem, QGraphicsPathItem

from ...engine.graph.model import Link
from .. import theme
from .geometry import distance, sampled

END_SIZE = 3.0


class LinkItem(QGraphicsPathItem):
    """The picture of one link. The scene tells it its course and how to look."""

    def __init__(self, link: Link) -> None:
        super().__init__()
        self.link = link
        self._points: list[QPointF] = []
        self._bounds = QRectF()
        self._look: tuple[str, float, bool] = ("", 0.0, False)
        self._ends = (QGraphicsEllipseItem(self), QGraphicsEllipseItem(self))
        for end in self._ends:
            end.setRect(-END_SIZE, -END_SIZE, 2 * END_SIZE, 2 * END_SIZE)
            end.setPen(QPen(Qt.PenStyle.NoPen))
        self.look()

    def follow(self, path: QPainterPath, *, ends: bool) -> None:
        """Takes a new course; ``ends`` marks where it meets the cards away from their ports."""
        self.setPath(path)
        self._points = []
        self._bounds = path.controlPointRect()
        first = path.elementAt(0)
        for dot, at in zip(self._ends, (QPointF(first.x, first.y), path.currentPosition()), strict=True):
            dot.setPos(at)
            dot.setVisible(ends)

    @property
    def points(self) -> list[QPointF]:
        """Points along the course, made when they are first asked for: while cards are dragged nobody asks."""
        if not self._points:
            self._points = sampled(self.path())
        return self._points

    def distance_to(self, point: QPointF, reach: float) -> float:
        """Distance of a point in the scene; infinite when it is clearly out of reach."""
        if not self._bounds.adjusted(-reach, -reach, reach, reach).contains(point):
            return float("inf")
        return distance(self.points, point.x(), point.y())

    def look(self, color: str = "link", width: float = 1.6, *, dashed: bool = False, restyle: bool = False) -> None:
        """Colour (a token's name), width and dashes; dashes tell a bad link from a good one without colour."""
        if (color, width, dashed) == self._look and not restyle:
            return
        self._look = (color, width, dashed)
        paint = QColor(getattr(theme.tokens(), color))
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        self.setPen(QPen(paint, width, style, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        for end in self._ends:
            end.setBrush(paint)
        self.setZValue(0.5 if width > 2 else 0.0)

    def restyle(self) -> None:
        """Takes the colours of the theme again."""
        color, width, dashed = self._look
        self.look(color, width, dashed=dashed, restyle=True)
