"""Checks of a network's structure: ends, loops, links and ports. Shapes are inference's, data is ``data_checks``'s."""

from __future__ import annotations

import json
from functools import partial

from ..errors import ShapeProblem
from ..shapes import DataFacts, TensorSpec
from . import edits
from .layer import Layer, Port, UnknownLayer
from .model import Graph, Link, Node
from .problems import Draft, Fix, Problem

MOST_CANDIDATES = 3
"""More ways than this to mend something are no help."""

SINGLE_OUTPUT = (Port("y"),)


def structure(graph: Graph, facts: DataFacts | None = None) -> list[Draft]:
    """No input, no output, loops, unconnected nodes, wrong numbers of inputs, links to nowhere, unknown layers."""
    found = [*_ends(graph, facts), *_loops(graph)]
    for node in graph.nodes:
        if isinstance(node.layer, UnknownLayer):
            found.append(_unknown(node))
            continue
        if _is_plain(graph, node):
            continue  # the usual case, and most of a large network
        for port in node.layer.inputs:
            found += _port(graph, node, port)
        for link in graph.into[node.id]:
            found += _link(graph, link)
    return found + _dead_ends(graph, {d.problem.node for d in found})


def _is_plain(graph: Graph, node: Node) -> bool:
    """Whether one right link enters a node that takes one."""
    ports, links = node.layer.inputs, graph.into[node.id]
    if len(ports) != 1 or ports[0].many or len(links) != 1 or links[0].target_port != ports[0].name:
        return False
    return links[0].source_port == "y" and graph.by_id[links[0].source].layer.outputs == SINGLE_OUTPUT


def _ends(graph: Graph, facts: DataFacts | None) -> list[Draft]:
    found: list[Draft] = []
    if not _inputs(graph):
        open_ports = [(n, p) for n in graph.nodes for p in n.layer.inputs if _is_open(graph, n, p)]
        label = f"Add an Input in front of {open_ports[0][0].name}" if open_ports else "Add an Input"
        at = open_ports[0] if open_ports else None
        fixes = [Fix(label, partial(_add_input, at=at, facts=facts))] if len(open_ports) <= 1 else []
        problem = Problem(
            "graph.no_input",
            "error",
            None,
            "The network has no Input",
            "It needs one Input for its data",
            "Drag an Input from the palette",
        )
        found.append(Draft(problem, fixes=tuple(fixes)))
    if not _outputs(graph):
        ends = _loose_ends(graph)
        fixes = [Fix(f"Add an Output behind {n.name}", partial(_add_output, behind=n.id)) for n in ends]
        problem = Problem(
            "graph.no_output",
            "error",
            None,
            "The network has no Output",
            "It needs one Output for its predictions",
            "Drag an Output from the palette",
        )
        found.append(Draft(problem, fixes=tuple(fixes) if len(fixes) == 1 else ()))
    return found


def _inputs(graph: Graph) -> list[Node]:
    return [n for n in graph.nodes if n.layer.kind == "input"]


def _outputs(graph: Graph) -> list[Node]:
    return [n for n in graph.nodes if n.layer.kind == "output"]


def _is_open(graph: Graph, node: Node, port: Port) -> bool:
    """Whether a port that needs a link has none."""
    if port.optional or isinstance(node.layer, UnknownLayer):
        return False
    return not any(k.target_port == port.name for k in graph.into[node.id])


def _loose_ends(graph: Graph) -> tuple[Node, ...]:
    """Nodes whose results nothing uses; Inputs only when there is nothing else."""
    return tuple(n for n in graph.loose_ends if n.layer.kind != "input") or graph.loose_ends


def _add_input(graph: Graph, at: tuple[Node, Port] | None, facts: DataFacts | None) -> Graph:
    graph = edits.add_node(graph, _fitting_input(at[0].layer if at else None, facts))
    if at is None:
        return graph
    return edits.connect(graph, Link(source=graph.nodes[-1].id, target=at[0].id, target_port=at[1].name))


def _fitting_input(layer: Layer | None, facts: DataFacts | None) -> Layer:
    """An Input of the data's shape, or without data of the first usual shape that the layer takes."""
    if facts is not None and len(facts.inputs) == 1:
        spec = next(iter(facts.inputs.values()))
        return edits.make_layer("input", shape=spec.sample, dtype=spec.dtype)
    usual = [TensorSpec(("N", 1, 28, 28)), TensorSpec(("N", 16)), TensorSpec(("N", 32, 8))]
    for spec in (*usual, TensorSpec(("N", 32), "int64")):
        try:
            if layer is not None:
                layer.infer_ports({layer.inputs[0].name: (spec,)})
        except ShapeProblem:
            continue
        return edits.make_layer("input", shape=spec.sample, dtype=spec.dtype)
    return edits.make_layer("input")


def _add_output(graph: Graph, behind: str) -> Graph:
    port = graph.by_id[behind].layer.outputs[0].name
    graph = edits.add_node(graph, edits.make_layer("output"))
    return edits.connect(graph, Link(source=behind, source_port=port, target=graph.nodes[-1].id))


def _loops(graph: Graph) -> list[Draft]:
    """One problem for each group of nodes that lead to each other."""
    unordered = {n.id for n in graph.nodes} - set(graph.order)
    left = [n for n in graph.nodes if n.id in unordered and graph.on_loop(n.id)]
    found: list[Draft] = []
    while left:
        first = left[0]
        reach = (graph.upstream(first.id) & graph.downstream(first.id)) | {first.id}
        members = [n for n in left if n.id in reach]
        left = [n for n in left if n.id not in reach]
        links = [k for k in reversed(graph.links) if k.source in reach and k.target in reach]
        names = ", ".join(n.name for n in members)
        single = len(members) == 1
        problem = Problem(
            "graph.cycle",
            "error",
            first.id,
            f"{names} feeds itself" if single else f"The links of {names} form a loop",
            "A network runs from its Input to its Output without loops",
            "Remove one of the links",
            brief="part of a loop",
            values={"nodes": [n.id for n in members]},
        )
        found.append(Draft(problem, fixes=tuple(_removal(graph, k) for k in dict.fromkeys(links))))
    return found


def _removal(graph: Graph, link: Link) -> Fix:
    ends = f"{graph.by_id[link.source].name} → {graph.by_id[link.target].name}"
    return Fix(f"Remove the link {ends}", partial(edits.disconnect, links=(link,)))


def _unknown(node: Node) -> Draft:
    assert isinstance(node.layer, UnknownLayer)
    kind = json.loads(node.layer.raw).get("kind")
    if isinstance(kind, str) and kind in Layer.members:
        expected, fix = (
            "Its settings must be what this version knows",
            "Correct them in a text editor, or replace the node",
        )
    else:
        expected = "Every layer must be known to this version"
        fix = "Replace the node, or open the project with the version that made it"
    return Draft(
        Problem(
            "graph.unknown_layer",
            "error",
            node.id,
            f"{node.name} can't be read: {node.layer.reason}",
            expected,
            fix,
            brief="unknown layer",
            values={"reason": node.layer.reason},
        )
    )


def _port(graph: Graph, node: Node, port: Port) -> list[Draft]:
    count = sum(k.target_port == port.name for k in graph.into[node.id])
    label = "" if len(node.layer.inputs) == 1 else f" '{port.name}'"
    if _is_open(graph, node, port):
        problem = Problem(
            "graph.unconnected",
            "error",
            node.id,
            f"Nothing enters {node.name}{label}",
            "Every layer needs its input",
            "Drag a link to it from another node, or delete it",
            brief="not connected",
        )
        return [Draft(problem, fixes=_connections(graph, node, port))]
    if count > 1 and not port.many:
        problem = Problem(
            "graph.too_many_inputs",
            "error",
            node.id,
            f"{count} links enter {node.name}{label}",
            "It takes one",
            "Join them with Add or Concat first",
            brief="one input too many" if count == 2 else f"{count - 1} inputs too many",
            values={"count": count},
        )
        merges = (("Add", "add"), ("Concat", "concat"))
        fixes = [Fix(f"Insert {t}", partial(_join, node_id=node.id, port=port.name, kind=k)) for t, k in merges]
        return [Draft(problem, fixes=tuple(fixes))]
    if count == 1 and port.many:
        problem = Problem(
            "graph.single_merge",
            "warning",
            node.id,
            f"{node.name} joins only one input",
            "A merge is for two or more",
            "Connect another node to it, or delete it",
            brief="joins only one input",
        )
        return [Draft(problem, fixes=(_deletion(node, bridge=True),))]
    return []


def _connections(graph: Graph, node: Node, port: Port) -> tuple[Fix, ...]:
    """Links from loose ends that may feed the node; deleting it, where nothing depends on it."""
    behind = graph.downstream(node.id) if graph.out_of[node.id] else frozenset()
    ends = [n for n in _loose_ends(graph) if n is not node and n.id not in behind]
    fixes = []
    if len(ends) <= MOST_CANDIDATES:
        for end in ends:
            link = Link(source=end.id, source_port=end.layer.outputs[0].name, target=node.id, target_port=port.name)
            fixes.append(Fix(f"Connect {end.name} to it", partial(edits.connect, link=link)))
    if not graph.out_of[node.id]:
        fixes.append(_deletion(node))
    return tuple(fixes)


def _deletion(node: Node, *, bridge: bool = False) -> Fix:
    return Fix(f"Delete {node.name}", partial(edits.remove_nodes, ids=(node.id,), bridge=bridge))


def _join(graph: Graph, node_id: str, port: str, kind: str) -> Graph:
    """Leads every link into a port through one new merge."""
    links = [k for k in graph.into[node_id] if k.target_port == port]
    graph = edits.add_node(edits.disconnect(graph, links), edits.make_layer(kind))
    merge = graph.nodes[-1]
    for link in links:
        graph = edits.connect(graph, link.updated(target=merge.id, target_port=merge.layer.inputs[0].name))
    out = merge.layer.outputs[0].name
    return edits.connect(graph, Link(source=merge.id, source_port=out, target=node_id, target_port=port))


def _link(graph: Graph, link: Link) -> list[Draft]:
    """Links at ports that do not exist, as only a file written elsewhere can hold."""
    source, target = graph.by_id[link.source], graph.by_id[link.target]
    inputs = [p.name for p in target.layer.inputs]
    outputs = [p.name for p in source.layer.outputs]
    if link.target_port not in inputs:
        what, has = f"A link enters {target.name} at '{link.target_port}', which it does not have", inputs
    elif link.source_port not in outputs and not isinstance(source.layer, UnknownLayer):
        what = f"The link from {source.name} to {target.name} leaves at '{link.source_port}', which it does not have"
        has = outputs
    else:
        return []
    problem = Problem(
        "graph.no_such_port",
        "error",
        target.id,
        what,
        f"It has {', '.join(has)}" if has else "It has none",
        "Remove the link",
        brief="link to nowhere",
        values={"source_port": link.source_port, "target_port": link.target_port},
    )
    mended = link.updated(
        source_port=link.source_port if link.source_port in outputs else next(iter(outputs), ""),
        target_port=link.target_port if link.target_port in inputs else next(iter(inputs), ""),
    )
    fixes = [_removal(graph, link)]
    if inputs and outputs and mended not in graph.links:
        ports = f"'{mended.source_port}' to '{mended.target_port}'"
        fixes.insert(0, Fix(f"Lead it from {ports}", partial(_swap, old=link, new=mended)))
    return [Draft(problem, fixes=tuple(fixes))]


def _swap(graph: Graph, old: Link, new: Link) -> Graph:
    return graph.updated(links=tuple(new if k == old else k for k in graph.links))


def _dead_ends(graph: Graph, ill: set[str | None]) -> list[Draft]:
    """Results that nothing uses; not while an Output is missing or waits for its link, which says it better."""
    outputs = _outputs(graph)
    if not outputs or any(not graph.into[o.id] for o in outputs):
        return []
    found: list[Draft] = []
    for node in graph.loose_ends:
        if node.id in ill:
            continue
        branch = _only_feeding(graph, node)
        label = f"Delete {node.name}" if len(branch) == 1 else f"Delete the {len(branch)} nodes of this branch"
        problem = Problem(
            "graph.dead_end",
            "warning",
            node.id,
            f"Nothing uses the result of {node.name}",
            "Every layer but the Output feeds another",
            "Connect it, or delete it",
            brief="leads nowhere",
        )
        found.append(Draft(problem, fixes=(Fix(label, partial(edits.remove_nodes, ids=tuple(branch))),)))
    return found


def _only_feeding(graph: Graph, node: Node) -> list[str]:
    """The node and everything that only it depends on, Inputs apart."""
    branch = [node.id]
    todo = [node.id]
    while todo:
        for link in graph.into[todo.pop()]:
            source = graph.by_id[link.source]
            uses = {k.target for k in graph.out_of[source.id]}
            if source.layer.kind != "input" and source.id not in branch and uses <= set(branch):
                branch.append(source.id)
                todo.append(source.id)
    return branch
