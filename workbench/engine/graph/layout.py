"""Positions for the cards of a graph: left to right, wrapped like a text, branches side by side.

A node's column is the longest way that leads to it. A part of the network that is longer than ``COLUMNS`` goes on in
the next row, as a text does. Within a row, a node keeps the lane of what feeds it, unless that is taken; a link that
jumps over columns keeps its lane free, so that a shortcut is not hidden behind the cards it skips.
"""

from __future__ import annotations

from .model import Graph

CARD = (176.0, 74.0)
"""Width and height of a card, in scene pixels."""
GAP = (56.0, 56.0)
"""Space between cards, across and down."""
ROW_GAP = 76.0
"""Space between rows."""
COLUMNS = 4

Position = tuple[float, float]


def auto_layout(graph: Graph, columns: int = COLUMNS) -> dict[str, Position]:
    """Top left corner of every node's card by node id; the same graph always gives the same positions.

    Cards never overlap. Parts without a link between them stand below each other; single nodes come last, in rows.
    """
    parts = _parts(graph)
    positions: dict[str, Position] = {}
    top = 0.0
    for part in parts:
        if len(part) > 1:
            top = _place_part(graph, part, columns, top, positions)
    lonely = [part[0] for part in parts if len(part) == 1]
    for index, node_id in enumerate(lonely):
        row, column = divmod(index, columns)
        positions[node_id] = (column * (CARD[0] + GAP[0]), top + row * (CARD[1] + GAP[1]))
    return {n.id: positions[n.id] for n in graph.nodes}


def _parts(graph: Graph) -> list[list[str]]:
    """Nodes that links join in any direction, in node order."""
    part_of: dict[str, int] = {}
    parts: list[list[str]] = []
    for node in graph.nodes:
        if node.id in part_of:
            continue
        todo = [node.id]
        part_of[node.id] = len(parts)
        while todo:
            current = todo.pop()
            near = [k.target for k in graph.out_of[current]] + [k.source for k in graph.into[current]]
            for other in near:
                if other not in part_of:
                    part_of[other] = len(parts)
                    todo.append(other)
        parts.append([])
    for node in graph.nodes:
        parts[part_of[node.id]].append(node.id)
    return parts


def _place_part(graph: Graph, part: list[str], columns: int, top: float, positions: dict[str, Position]) -> float:
    """Places one connected part from ``top`` on; returns where the next one may start."""
    order, rank = _ranks(graph, part)
    lane = _lanes(graph, order, rank, columns)
    for row in range(max(rank.values()) // columns + 1):
        members = [i for i in order if rank[i] // columns == row]
        first = min(lane[i] for i in members)
        for node_id in members:
            x = rank[node_id] % columns * (CARD[0] + GAP[0])
            positions[node_id] = (x, top + (lane[node_id] - first) * (CARD[1] + GAP[1]))
        height = max(lane[i] for i in members) - first + 1
        top += height * CARD[1] + (height - 1) * GAP[1] + ROW_GAP
    return top


def _ranks(graph: Graph, part: list[str]) -> tuple[list[str], dict[str, int]]:
    """Nodes so that sources come first, and the column of each; links that close a loop are ignored."""
    inside = set(part)
    done = set(graph.order)
    order = [i for i in graph.order if i in inside] + [i for i in part if i not in done]
    place = {node_id: index for index, node_id in enumerate(order)}
    rank: dict[str, int] = {}
    for node_id in order:
        before = [rank[k.source] for k in graph.into[node_id] if place[k.source] < place[node_id]]
        rank[node_id] = max(before, default=-1) + 1
    # A second Input stands right in front of what it feeds, not at the far left.
    for node_id in order:
        after = [rank[k.target] for k in graph.out_of[node_id] if place[k.target] > place[node_id]]
        if after and not graph.into[node_id]:
            rank[node_id] = min(after) - 1
    return order, rank


def _lanes(graph: Graph, order: list[str], rank: dict[str, int], columns: int) -> dict[str, int]:
    """The lane of each node, 0 at the top of its row; no two nodes of a column share one."""
    taken: dict[int, set[int]] = {}
    lane: dict[str, int] = {}
    place = {node_id: index for index, node_id in enumerate(order)}
    for node_id in sorted(order, key=lambda i: (rank[i], place[i])):
        column = rank[node_id]
        feeding = [
            k.source for k in graph.into[node_id] if k.source in lane and rank[k.source] // columns == column // columns
        ]
        wanted = min((lane[i] for i in feeding), default=0)
        used = taken.setdefault(column, set())
        while wanted in used:
            wanted += 1
        used.add(wanted)
        lane[node_id] = wanted
        ends = [rank[k.target] for k in graph.out_of[node_id] if rank[k.target] // columns == column // columns]
        for skipped in range(column + 1, max(ends, default=0)):
            taken.setdefault(skipped, set()).add(wanted)
    return lane
