"""Where things lie on the canvas: cards, ports and the courses of links. Arithmetic only, in scene pixels."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from math import sqrt

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from ...engine.graph.layer import Layer
from ...engine.graph.layout import CARD
from ...engine.graph.model import Graph, Link

CARD_WIDTH, CARD_HEIGHT = CARD
GRID = 8.0
"""Cards snap to multiples of this."""
DOTS = 24.0
"""Distance of the background's dots."""
PORT_SIZE = 4.0
"""Radius of a port's circle."""
PORT_REACH = 16.0
"""A press or a dragged link this near to a port, in pixels of the screen, means the port."""
LINK_REACH = 7.0
"""A press this near to a link means the link."""
DROP_REACH = 26.0
"""A card dropped this near to a link goes into it."""
GAP = 56.0
"""Room between a card and a new one beside it."""

CLEARANCE = 22.0
"""Distance of a link that arches over cards from them."""

Position = tuple[float, float]


def card_rect(position: Position) -> QRectF:
    """The rectangle of a card whose top left corner is at ``position``."""
    return QRectF(position[0], position[1], CARD_WIDTH, CARD_HEIGHT)


def snapped(value: float, step: float = GRID) -> float:
    """The nearest multiple of ``step``."""
    return round(value / step) * step


def _share(index: int, count: int, size: float) -> float:
    return size * (index + 1) / (count + 1)


def input_offset(layer: Layer, port: str) -> QPointF:
    """Centre of an input port from the card's corner; an unknown port lies where a single one would."""
    names = [p.name for p in layer.inputs]
    index, count = (names.index(port), len(names)) if port in names else (0, 1)
    return QPointF(0.0, _share(index, count, CARD_HEIGHT))


def output_offset(layer: Layer, port: str) -> QPointF:
    """Centre of an output port from the card's corner; an unknown port lies where a single one would."""
    names = [p.name for p in layer.outputs]
    index, count = (names.index(port), len(names)) if port in names else (0, 1)
    return QPointF(CARD_WIDTH, _share(index, count, CARD_HEIGHT))


def _edge_x(layer: Layer, port: str, *, entering: bool) -> float:
    """Where a link that comes from above or below meets the card's top or bottom edge."""
    names = [p.name for p in (layer.inputs if entering else layer.outputs)]
    index, count = (names.index(port), len(names)) if port in names else (0, 1)
    return _share(index, count, CARD_WIDTH)


def course(graph: Graph, link: Link, positions: Mapping[str, Position]) -> QPainterPath:
    """The course of a link between two cards.

    A link that runs forward leaves on the right and enters on the left; one that would pass through other cards
    arches over them; one that runs back to another row leaves and enters through the edges that face each other.
    """
    source, target = graph.by_id[link.source].layer, graph.by_id[link.target].layer
    tail, head = card_rect(positions[link.source]), card_rect(positions[link.target])
    start = tail.topLeft() + output_offset(source, link.source_port)
    end = head.topLeft() + input_offset(target, link.target_port)
    if end.x() >= start.x() + GRID:
        blocked = _in_the_way(link, positions, (start.x(), start.y()), (end.x(), end.y()))
        return _arch(start, end, blocked) if blocked else forward(start, end)
    below = QPointF(tail.left() + _edge_x(source, link.source_port, entering=False), tail.bottom())
    above = QPointF(below.x(), tail.top())
    enter_x = head.left() + _edge_x(target, link.target_port, entering=True)
    if head.top() >= tail.bottom() + GRID:
        enter = QPointF(enter_x, head.top())
        return _around(start, enter) if _covered(link, positions, below, enter) else _vertical(below, enter)
    if head.bottom() <= tail.top() - GRID:
        return _vertical(above, QPointF(enter_x, head.bottom()))
    depth = max(tail.bottom(), head.bottom()) + GAP
    path = QPainterPath(below)
    path.cubicTo(QPointF(below.x(), depth), QPointF(enter_x, depth), QPointF(enter_x, head.bottom()))
    return path


def forward(start: QPointF, end: QPointF) -> QPainterPath:
    """A smooth course from an output to an input or to the mouse."""
    reach = max(24.0, min(120.0, abs(end.x() - start.x()) * 0.5))
    path = QPainterPath(start)
    path.cubicTo(QPointF(start.x() + reach, start.y()), QPointF(end.x() - reach, end.y()), end)
    return path


def _vertical(start: QPointF, end: QPointF) -> QPainterPath:
    reach = (end.y() - start.y()) * 0.6
    path = QPainterPath(start)
    path.cubicTo(QPointF(start.x(), start.y() + reach), QPointF(end.x(), end.y() - reach), end)
    return path


def _covered(link: Link, positions: Mapping[str, Position], start: QPointF, end: QPointF) -> bool:
    """Whether the course between two rows would run behind a card."""
    reach = (end.y() - start.y()) * 0.6
    ys = (start.y(), start.y() + reach, end.y() - reach, end.y())
    xs = (start.x(), start.x(), end.x(), end.x())
    course_points = []
    for step in range(1, 24):
        t = step / 24
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        course_points.append(
            (sum(w * x for w, x in zip(weights, xs, strict=True)), sum(w * y for w, y in zip(weights, ys, strict=True)))
        )
    for node_id, (left, top) in positions.items():
        if node_id in (link.source, link.target) or not start.y() - CARD_HEIGHT < top < end.y():
            continue
        right, bottom = left + CARD_WIDTH + 8, top + CARD_HEIGHT + 8
        if any(left - 8 < x < right and top - 8 < y < bottom for x, y in course_points):
            return True
    return False


def _around(start: QPointF, end: QPointF) -> QPainterPath:
    """Out of the right side, down, and along the gap above the row that it enters."""
    right, channel, bend = start.x() + 15, end.y() - 28, 14.0
    path = QPainterPath(start)
    path.cubicTo(QPointF(right, start.y()), QPointF(right, start.y()), QPointF(right, start.y() + bend))
    path.lineTo(QPointF(right, max(channel - bend, start.y() + bend)))
    path.cubicTo(QPointF(right, channel), QPointF(right, channel), QPointF(right - bend, channel))
    path.lineTo(QPointF(end.x() + bend, channel))
    path.cubicTo(QPointF(end.x(), channel), QPointF(end.x(), channel), end)
    return path


def _in_the_way(link: Link, positions: Mapping[str, Position], start: Position, end: Position) -> list[Position]:
    """Corners of the cards between two points that the smooth course from one to the other would meet."""
    (left, y0), (right, y1) = start, end
    found: list[Position] = []
    if right - left < CARD_WIDTH:
        return found
    for node_id, (x, y) in positions.items():
        if x + CARD_WIDTH <= left or x >= right or node_id in (link.source, link.target):
            continue
        share = min(1.0, max(0.0, (x + CARD_WIDTH / 2 - left) / (right - left)))
        level = y0 + (y1 - y0) * share * share * (3 - 2 * share)
        if y - 4 < level < y + CARD_HEIGHT + 4:
            found.append((x, y))
    return found


def _arch(start: QPointF, end: QPointF, blocked: list[Position]) -> QPainterPath:
    """Over the cards in the way, or under them where that is nearer."""
    top = min(y for _, y in blocked) - CLEARANCE
    bottom = max(y for _, y in blocked) + CARD_HEIGHT + CLEARANCE
    level = (start.y() + end.y()) / 2
    y = top if level - top <= bottom - level else bottom
    left = max(min(x for x, _ in blocked) - 6, start.x() + 18)
    right = min(max(x for x, _ in blocked) + CARD_WIDTH + 6, end.x() - 18)
    path = QPainterPath(start)
    path.cubicTo(QPointF(left, start.y()), QPointF(start.x() + 4, y), QPointF(left + 26, y))
    path.lineTo(QPointF(max(right - 26, left + 26), y))
    path.cubicTo(QPointF(end.x() - 4, y), QPointF(right, end.y()), end)
    return path


def sampled(path: QPainterPath, count: int = 24) -> list[QPointF]:
    """Points along a path, for hit tests by arithmetic."""
    return [path.pointAtPercent(i / count) for i in range(count + 1)]


def distance(points: list[QPointF], x: float, y: float) -> float:
    """Distance of (x, y) from the broken line through ``points``."""
    best = float("inf")
    for a, b in itertools.pairwise(points):
        ax, ay = a.x(), a.y()
        dx, dy = b.x() - ax, b.y() - ay
        length = dx * dx + dy * dy
        share = 0.0 if length == 0.0 else max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / length))
        ex, ey = ax + share * dx - x, ay + share * dy - y
        best = min(best, ex * ex + ey * ey)
    return sqrt(best)
