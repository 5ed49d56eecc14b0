"""Which links may be made: one rule for the guard, the hover colour and the proposals."""

from __future__ import annotations

from .layer import Port
from .model import Graph, Link


def check_connect(graph: Graph, link: Link) -> str:
    """Empty when the link may be made, else the reason in a sentence. A link that replaces another may be made."""
    source, target = graph.by_id.get(link.source), graph.by_id.get(link.target)
    if source is None or target is None:
        return "One end of this link is not in the network."
    if source is target:
        return f"{source.name} can't feed itself."
    if link.source_port not in {p.name for p in source.layer.outputs}:
        return f"{source.name} has no output '{link.source_port}'."
    if link.target_port not in {p.name for p in target.layer.inputs}:
        return f"{target.name} has no input '{link.target_port}'."
    if link in graph.links:
        return f"{source.name} already feeds {target.name}."
    if link.target in graph.upstream(link.source):
        return f"This would make a loop: {target.name} already feeds {source.name}."
    return ""


def propose_link(graph: Graph, source: str, target: str) -> Link | None:
    """The link a user most likely means by dragging ``source`` onto ``target``: free ports first, None if none may be."""
    if source not in graph.by_id or target not in graph.by_id:
        return None
    used = {k.target_port for k in graph.into[target]}

    def rank(port: Port) -> int:
        return 0 if port.many or port.name not in used else 1

    for in_port in sorted(graph.by_id[target].layer.inputs, key=rank):
        for out_port in graph.by_id[source].layer.outputs:
            link = Link(source=source, source_port=out_port.name, target=target, target_port=in_port.name)
            if not check_connect(graph, link):
                return link
    return None
