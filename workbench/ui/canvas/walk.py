"""Walking over the network with the keyboard: along links, then to what lies in that direction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from ...engine.graph.model import Graph
from .geometry import Position

Direction = Literal["left", "right", "up", "down"]


def neighbour(graph: Graph, positions: Mapping[str, Position], current: str, direction: Direction) -> str | None:
    """The node to go to from ``current``: right and left follow links, up and down go to the nearest card there."""
    if current not in positions:
        return next((i for i in (*graph.order, *positions) if i in positions), None)
    if direction in ("left", "right"):
        links = graph.out_of[current] if direction == "right" else graph.into[current]
        ends = [k.target if direction == "right" else k.source for k in links]
        if ends:
            y = positions[current][1]
            return min(ends, key=lambda i: (abs(positions[i][1] - y), positions[i][0]))
    return _nearest(positions, current, direction)


def _nearest(positions: Mapping[str, Position], current: str, direction: Direction) -> str | None:
    x, y = positions[current]
    sign = 1 if direction in ("right", "down") else -1
    across = direction in ("left", "right")
    best, found = float("inf"), None
    for other, (ox, oy) in positions.items():
        along, aside = ((ox - x) * sign, abs(oy - y)) if across else ((oy - y) * sign, abs(ox - x))
        if other != current and along > 1 and along + 2 * aside < best:
            best, found = along + 2 * aside, other
    return found


def following(graph: Graph, positions: Mapping[str, Position], current: str, step: int) -> str | None:
    """The next (``step`` 1) or previous (-1) node in the order of computation; None beyond the ends."""
    order = [i for i in graph.order if i in positions]
    order += [i for i in positions if i not in set(order)]
    if not order:
        return None
    if current not in order:
        return order[0] if step > 0 else order[-1]
    index = order.index(current) + step
    return order[index] if 0 <= index < len(order) else None
