"""Where cards lie: stored positions, automatic ones, and room for a new card. Pure functions, no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil, sqrt

from ...engine.graph.layout import COLUMNS, auto_layout
from ...engine.graph.model import Graph
from .geometry import CARD_HEIGHT, CARD_WIDTH, GAP, GRID, Position, snapped

PITCH = CARD_WIDTH + GAP
MOST_COLUMNS = 6
MARGIN = 12.0
"""Room kept around a card that finds its place by itself."""


def shown(graph: Graph, stored: Mapping[str, Position]) -> dict[str, Position]:
    """The position of every node: the stored one, or where the automatic layout or its neighbours put it.

    A graph without stored positions is laid out as a whole, so that it reflows as it grows.
    """
    known = {n.id: stored[n.id] for n in graph.nodes if n.id in stored}
    if not known:
        return automatic(graph)
    for node_id in _order(graph):
        if node_id not in known:
            known[node_id] = _beside(graph, node_id, known)
    return known


def automatic(graph: Graph) -> dict[str, Position]:
    """The automatic layout; a long network gets longer rows, so that it stays in sight."""
    columns = max(COLUMNS, min(MOST_COLUMNS, ceil(sqrt(0.45 * len(graph.nodes)))))
    return {i: (float(x), float(y)) for i, (x, y) in auto_layout(graph, columns).items()}


def settled(
    before: Graph,
    after: Graph,
    stored: Mapping[str, Position],
    places: Mapping[str, Position],
    wanted: Mapping[str, Position],
) -> dict[str, Position]:
    """The positions to store after an edit.

    A network that lies as the automatic layout puts it is laid out anew when a node comes in without a place of its
    own: it reflows like a text. In any other case cards stay where they are, and a new one finds or makes room.

    Args:
        before: the network before the edit.
        after: the network after it.
        stored: the positions stored before it.
        places: where every card was shown before it.
        wanted: where the edit puts cards.
    """
    if not wanted and (before is after or (before.by_id.keys() == after.by_id.keys() and before.links == after.links)):
        return dict(stored)
    homeless = [i for i in _order(after) if i not in places and i not in wanted]
    if homeless and not wanted and (not stored or dict(stored) == automatic(before)):
        return {}
    result = {n.id: places[n.id] for n in after.nodes if n.id in places}
    result.update({i: p for i, p in wanted.items() if i in after.by_id})
    for node_id in homeless:
        result[node_id] = _with_room(after, node_id, result)
    return result


def _order(graph: Graph) -> list[str]:
    ordered = list(graph.order)
    return ordered + [n.id for n in graph.nodes if n.id not in set(ordered)]


def _with_room(graph: Graph, node_id: str, positions: dict[str, Position]) -> Position:
    """Like ``_beside``, but a card between two neighbours in a row pushes what follows in that row to the right."""
    sources = [positions[k.source] for k in graph.into[node_id] if k.source in positions]
    targets = [positions[k.target] for k in graph.out_of[node_id] if k.target in positions]
    if sources and targets:
        left, right = max(sources), min(targets)
        if right[0] > left[0] and abs(right[1] - left[1]) < CARD_HEIGHT:
            push = max(0.0, left[0] + 2 * PITCH - right[0])
            for other in graph.downstream(node_id):
                x, y = positions.get(other, (left[0], left[1]))
                if x >= right[0] and abs(y - right[1]) < CARD_HEIGHT:
                    positions[other] = (x + push, y)
            middle = (left[0] + right[0] + push) / 2
            return (snapped(middle), snapped((left[1] + right[1]) / 2))
    return _beside(graph, node_id, positions)


def _beside(graph: Graph, node_id: str, positions: Mapping[str, Position]) -> Position:
    """Right of what feeds the node, else left of what it feeds, else below everything; the nearest free place."""
    sources = [positions[k.source] for k in graph.into[node_id] if k.source in positions]
    targets = [positions[k.target] for k in graph.out_of[node_id] if k.target in positions]
    if sources:
        x, y = max(sources)
        return free_place((x + PITCH, y), positions)
    if targets:
        x, y = min(targets)
        return free_place((x - PITCH, y), positions)
    if not positions:
        return (0.0, 0.0)
    left = min(x for x, _ in positions.values())
    bottom = max(y for _, y in positions.values())
    return (left, bottom + CARD_HEIGHT + GAP)


def free_place(start: Position, positions: Mapping[str, Position]) -> Position:
    """``start``, or the first place below it where a card covers no other."""
    x, y = start
    while any(
        abs(px - x) < CARD_WIDTH + MARGIN and abs(py - y) < CARD_HEIGHT + MARGIN for px, py in positions.values()
    ):
        y += GRID
    return (x, y)
