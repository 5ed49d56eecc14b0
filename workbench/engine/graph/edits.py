"""Edits of a graph: pure functions ``Graph -> Graph``. Every one keeps the graph consistent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .layer import Layer
from .model import Graph, Link, Node, free_name, new_id


def make_layer(kind: str, **fields: Any) -> Layer:
    """A layer of a registered kind; raises ``KeyError`` for an unknown kind, ``ValidationError`` for a bad field."""
    return Layer.members[kind].model_validate(fields)


def base_name(layer: Layer) -> str:
    """The stem of a new node's name: the kind without its dimension ("conv2d" -> "conv")."""
    return layer.kind.removesuffix("1d").removesuffix("2d").removesuffix("3d") or "node"


def add_node(graph: Graph, layer: Layer, *, name: str = "", node_id: str = "") -> Graph:
    """Adds a node without links; the new node is the last of ``nodes``."""
    node = Node(id=node_id or new_id(), name=name or free_name(graph, base_name(layer)), layer=layer)
    return graph.updated(nodes=(*graph.nodes, node))


def remove_nodes(graph: Graph, ids: Iterable[str], *, bridge: bool = False) -> Graph:
    """Removes nodes and their links; with ``bridge``, what fed a removed one-in node feeds its followers."""
    for node_id in ids:
        if node_id not in graph.by_id:
            continue
        incoming = graph.into[node_id]
        links: list[Link] = []
        for link in graph.links:
            if link.target == node_id:
                continue
            if link.source != node_id:
                links.append(link)
            elif bridge and len(incoming) == 1 and incoming[0].source != node_id:
                first = incoming[0]
                bridged = link.updated(source=first.source, source_port=first.source_port)
                if bridged not in graph.links and bridged not in links:
                    links.append(bridged)
        graph = graph.updated(nodes=tuple(n for n in graph.nodes if n.id != node_id), links=tuple(links))
    return graph


def connect(graph: Graph, link: Link) -> Graph:
    """Adds a link; at a port that takes one, it replaces the one that is there. ``rules.check_connect`` says if it may."""
    if link in graph.links:
        return graph
    port = next((p for p in graph.by_id[link.target].layer.inputs if p.name == link.target_port), None)
    kept = graph.links
    if port is not None and not port.many:
        kept = tuple(k for k in kept if (k.target, k.target_port) != (link.target, link.target_port))
    return graph.updated(links=(*kept, link))


def disconnect(graph: Graph, links: Iterable[Link]) -> Graph:
    """Removes links."""
    gone = set(links)
    return graph.updated(links=tuple(k for k in graph.links if k not in gone))


def set_layer(graph: Graph, node_id: str, layer: Layer) -> Graph:
    """Replaces a node's layer; links to ports that the new layer lacks are dropped."""
    node = graph.by_id[node_id]
    into, out = {p.name for p in layer.inputs}, {p.name for p in layer.outputs}
    return graph.updated(
        nodes=tuple(n.updated(layer=layer) if n is node else n for n in graph.nodes),
        links=tuple(
            k
            for k in graph.links
            if (k.target != node_id or k.target_port in into) and (k.source != node_id or k.source_port in out)
        ),
    )


def set_field(graph: Graph, node_id: str, field: str, value: Any) -> Graph:
    """Sets one field of a node's layer; raises ``ValidationError`` for a bad value."""
    return set_layer(graph, node_id, graph.by_id[node_id].layer.updated(**{field: value}))


def rename(graph: Graph, node_id: str, name: str) -> Graph:
    """Renames a node; raises ``ValueError`` when the name is taken."""
    name = name.strip()
    other = graph.by_name.get(name)
    if other is not None and other.id != node_id:
        raise ValueError(f"Another node is called '{name}'. Choose a different name.")
    return graph.updated(nodes=tuple(n.updated(name=name) if n.id == node_id else n for n in graph.nodes))


def insert_on_link(graph: Graph, link: Link, layer: Layer, *, name: str = "", node_id: str = "") -> Graph:
    """Puts a new node of ``layer`` into the middle of ``link``, keeping its place in the order of links."""
    graph = add_node(graph, layer, name=name, node_id=node_id)
    return splice(graph, link, graph.nodes[-1].id)


def splice(graph: Graph, link: Link, node_id: str) -> Graph:
    """Leads ``link`` through an existing node with free ports, keeping its place in the order of links."""
    layer = graph.by_id[node_id].layer
    first = Link(source=link.source, source_port=link.source_port, target=node_id, target_port=layer.inputs[0].name)
    second = Link(source=node_id, source_port=layer.outputs[0].name, target=link.target, target_port=link.target_port)
    links: list[Link] = []
    for k in graph.links:
        links.extend((first, second) if k == link else (k,))
    return graph.updated(links=tuple(links))


def insert_before(graph: Graph, node_id: str, layer: Layer, *, new_node_id: str = "") -> Graph:
    """Puts a new node of ``layer`` on the first link that enters the node."""
    return insert_on_link(graph, graph.into[node_id][0], layer, node_id=new_node_id)


def duplicate(graph: Graph, ids: Iterable[str]) -> tuple[Graph, dict[str, str]]:
    """Copies nodes and the links between them; returns the graph and new ids by old."""
    chosen = [n for n in graph.nodes if n.id in set(ids)]
    return paste(graph, tuple(chosen), graph.links)


def paste(graph: Graph, nodes: tuple[Node, ...], links: tuple[Link, ...]) -> tuple[Graph, dict[str, str]]:
    """Adds copies of ``nodes`` under fresh ids and names, with those ``links`` that run between them."""
    fresh: dict[str, str] = {}
    for node in nodes:
        graph = add_node(graph, node.layer)
        fresh[node.id] = graph.nodes[-1].id
    inner = [k for k in links if k.source in fresh and k.target in fresh]
    copied = tuple(k.updated(source=fresh[k.source], target=fresh[k.target]) for k in inner)
    return graph.updated(links=(*graph.links, *copied)), fresh


def link(graph: Graph, source: str, target: str) -> Link:
    """A link from a node's first output to another's first input."""
    ports = graph.by_id[source].layer.outputs[0].name, graph.by_id[target].layer.inputs[0].name
    return Link(source=source, source_port=ports[0], target=target, target_port=ports[1])


def chain(*layers: Layer, names: Mapping[int, str] | None = None) -> Graph:
    """A graph of layers one behind the other; ``names`` by position where the usual ones will not do."""
    graph = Graph()
    for position, layer in enumerate(layers):
        graph = add_node(graph, layer, name=(names or {}).get(position, ""))
        if position:
            graph = connect(graph, link(graph, graph.nodes[-2].id, graph.nodes[-1].id))
    return graph
