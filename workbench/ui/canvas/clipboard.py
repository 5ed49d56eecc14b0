"""Nodes on the system clipboard: JSON text that can be read, mailed and pasted into another window."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pydantic import ValidationError
from PySide6.QtCore import QCoreApplication

from ...engine.graph.model import Graph, Link, Node
from .geometry import Position

FORMAT = "workbench-nodes"
LIMIT = 20_000_000
"""Longer texts are not ours."""


@dataclass(frozen=True)
class Clip:
    """Copied nodes, the links between them, and where their cards lay."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    positions: dict[str, Position] = field(default_factory=dict)


def to_text(graph: Graph, ids: Iterable[str], positions: Mapping[str, Position]) -> str:
    """The chosen nodes as JSON text."""
    chosen = set(ids)
    return json.dumps(
        {
            "format": FORMAT,
            "nodes": [n.model_dump(mode="json") for n in graph.nodes if n.id in chosen],
            "links": [k.model_dump() for k in graph.links if k.source in chosen and k.target in chosen],
            "positions": {i: list(p) for i, p in positions.items() if i in chosen},
        },
        indent=1,
        ensure_ascii=False,
    )


def from_text(text: str) -> Clip:
    """Reads ``to_text``'s text; raises ``ValueError`` with a sentence for anything else."""
    foreign = QCoreApplication.translate("Canvas", "The clipboard holds no layers. Copy nodes on the canvas first.")
    try:
        if len(text) > LIMIT or not text.lstrip().startswith("{"):
            raise ValueError(foreign)
        data = json.loads(text)
        if data.get("format") != FORMAT:
            raise ValueError(foreign)
        graph = Graph.model_validate({"nodes": data["nodes"], "links": data["links"]})
        positions = {str(i): (float(x), float(y)) for i, (x, y) in data.get("positions", {}).items()}
    except (ValidationError, KeyError, TypeError, AttributeError, ValueError, RecursionError) as error:
        raise ValueError(foreign) from error
    if not graph.nodes:
        raise ValueError(foreign)
    finite = {i: p for i, p in positions.items() if abs(p[0]) < 1e6 and abs(p[1]) < 1e6}
    return Clip(graph.nodes, graph.links, finite)
