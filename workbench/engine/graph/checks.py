"""Checks beyond shapes: the structure of the graph, and the graph against the data."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from ..shapes import DataFacts, TargetFacts, TensorSpec
from . import edits
from .layer import UnknownLayer
from .model import Graph, Node
from .outputs import head_of
from .problems import Fix, Problem

if TYPE_CHECKING:
    from .infer import Draft, NodeInfo


def structure(graph: Graph) -> list[Draft]:
    """No input, no output, loops, unconnected nodes, wrong numbers of inputs, unknown layers."""
    from .infer import Draft

    found: list[Problem] = []
    if not any(n.layer.kind == "input" for n in graph.nodes):
        found.append(
            Problem(
                "graph.no_input",
                "error",
                None,
                "The network has no Input",
                "It needs one Input for its data",
                "Drag an Input from the palette",
            )
        )
    if not any(n.layer.kind == "output" for n in graph.nodes):
        found.append(
            Problem(
                "graph.no_output",
                "error",
                None,
                "The network has no Output",
                "It needs one Output for its predictions",
                "Drag an Output from the palette",
            )
        )
    unordered = {n.id for n in graph.nodes} - set(graph.order)
    looped = [n for n in graph.nodes if n.id in unordered and graph.on_loop(n.id)]
    if looped:
        names = ", ".join(n.name for n in looped)
        found.append(
            Problem(
                "graph.cycle",
                "error",
                looped[0].id,
                f"The links of {names} form a loop",
                "A network runs from its Input to its Output without loops",
                "Remove one of the links",
                brief="part of a loop",
                values={"nodes": [n.id for n in looped]},
            )
        )
    for node in graph.nodes:
        found += _ports(graph, node)
    return [Draft(p) for p in found]


def _ports(graph: Graph, node: Node) -> list[Problem]:
    found: list[Problem] = []
    if isinstance(node.layer, UnknownLayer):
        found.append(
            Problem(
                "graph.unknown_layer",
                "error",
                node.id,
                f"{node.name} can't be read: {node.layer.reason}",
                "Every layer must be known to this version",
                "Replace the node, or open the project with the version that made it",
                brief="unknown layer",
            )
        )
        return found
    names = {p.name for p in node.layer.inputs}
    for port in node.layer.inputs:
        count = sum(k.target_port == port.name for k in graph.into[node.id])
        label = "" if len(node.layer.inputs) == 1 else f" '{port.name}'"
        if count == 0 and not port.optional:
            found.append(
                Problem(
                    "graph.unconnected",
                    "error",
                    node.id,
                    f"Nothing enters {node.name}{label}",
                    "Every layer needs its input",
                    "Drag a link to it from another node, or delete it",
                    brief="not connected",
                )
            )
        elif count > 1 and not port.many:
            found.append(
                Problem(
                    "graph.too_many_inputs",
                    "error",
                    node.id,
                    f"{count} links enter {node.name}{label}",
                    "It takes one",
                    "Join them with Add or Concat first",
                    brief="one input too many",
                )
            )
        elif count == 1 and port.many:
            found.append(
                Problem(
                    "graph.single_merge",
                    "warning",
                    node.id,
                    f"{node.name} joins only one input",
                    "A merge is for two or more",
                    "Connect another node to it, or delete it",
                    brief="joins only one input",
                )
            )
    for link in graph.into[node.id]:
        if link.target_port not in names:
            found.append(
                Problem(
                    "graph.no_such_port",
                    "error",
                    node.id,
                    f"A link enters {node.name} at '{link.target_port}', which it does not have",
                    f"Its inputs are {', '.join(sorted(names)) or 'none'}",
                    "Remove the link",
                    brief="link to nowhere",
                )
            )
    if node.layer.outputs and not graph.out_of[node.id]:
        found.append(
            Problem(
                "graph.dead_end",
                "warning",
                node.id,
                f"Nothing uses the result of {node.name}",
                "Every layer but the Output feeds another",
                "Connect it, or delete it",
                brief="leads nowhere",
            )
        )
    return found


def against_facts(graph: Graph, nodes: Mapping[str, NodeInfo], facts: DataFacts | None) -> list[Draft]:
    """Inputs against the data's shapes, Outputs against its targets, and the notice on a folded Softmax."""
    found: list[Draft] = []
    for node in graph.nodes:
        if node.layer.kind == "input" and facts is not None:
            found += _check_input(graph, node, nodes[node.id], facts)
        if node.layer.kind == "output":
            found += _check_output(graph, node, nodes[node.id], facts)
    return found


def _check_input(graph: Graph, node: Node, info: NodeInfo, facts: DataFacts) -> list[Draft]:
    from .infer import Draft

    wanted = getattr(node.layer, "field", "")
    several = sum(n.layer.kind == "input" for n in graph.nodes) > 1
    spec = facts.input(wanted or (node.name if several else ""))
    if spec is None:
        known = ", ".join(facts.inputs) or "none"
        return [
            Draft(
                Problem(
                    "data.no_such_input",
                    "error",
                    node.id,
                    f"{node.name} asks for the data's input '{wanted or node.name}'",
                    f"The data has {known}",
                    "Set its field 'data field' to one of them",
                    brief="no such data",
                )
            )
        ]
    found: list[Draft] = []
    if info.output is not None and (info.output.sample != spec.sample or info.output.dtype != spec.dtype):
        fix = partial(_set_input, node_id=node.id, spec=spec)
        found.append(
            Draft(
                Problem(
                    "data.input_shape",
                    "error",
                    node.id,
                    f"{node.name} is set to {info.output}, and the data is {spec}"
                    + ("" if info.output.dtype == spec.dtype else f" ({spec.dtype})"),
                    "The Input must have the data's shape",
                    brief="differs from the data",
                    values={"has": str(info.output), "data": str(spec)},
                ),
                fixes=(Fix(f"Set shape to {spec}", fix),),
            )
        )
    return found


def _set_input(graph: Graph, node_id: str, spec: TensorSpec) -> Graph:
    layer = graph.by_id[node_id].layer
    return edits.set_layer(graph, node_id, layer.updated(shape=spec.sample, dtype=spec.dtype))


def _check_output(graph: Graph, node: Node, info: NodeInfo, facts: DataFacts | None) -> list[Draft]:
    from .infer import Draft

    found: list[Draft] = []
    spec = info.output
    units = spec.dims[-1] if spec is not None and isinstance(spec.dims[-1], int) else None
    head = head_of(graph, node.id, units, facts)
    if head is not None and head.folded is not None:
        before = graph.by_id[head.folded]
        found.append(
            Draft(
                Problem(
                    "output.folded",
                    "notice",
                    before.id,
                    f"{before.name} is applied once, for predictions",
                    "Training uses the logits in front of it: the loss has its own, numerically safer one",
                    brief="applied at the Output",
                )
            )
        )
    if facts is None or spec is None:
        return found
    wanted = getattr(node.layer, "target", "")
    target = facts.target(wanted)
    if target is None:
        found.append(
            Draft(
                Problem(
                    "data.no_such_target",
                    "error",
                    node.id,
                    f"{node.name} predicts '{wanted}', which the data does not have",
                    f"Its targets are {', '.join(facts.targets) or 'none'}",
                    "Set its field 'target' to one of them",
                    brief="no such target",
                )
            )
        )
        return found
    return found + _check_units(graph, node, spec, target)


def _check_units(graph: Graph, node: Node, spec: TensorSpec, target: TargetFacts) -> list[Draft]:
    from .infer import Draft

    if target.task == "classification":
        wanted = len(target.classes)
        good = spec.sample == (wanted,) or (wanted == 2 and spec.sample == (1,))
        reason = f"the number of classes ({wanted})"
        meaning = f"{wanted} numbers for a sample, one for each class" + (", or a single one" if wanted == 2 else "")
    else:
        wanted = target.width
        good = spec.sample == (wanted,)
        reason = f"the number of targets ({wanted})"
        meaning = f"{wanted} number{'s' if wanted > 1 else ''} for a sample, one for each target"
    if good:
        return []
    fixes: list[Fix] = []
    source = _last_with_units(graph, node)
    if source is not None:
        fixes.append(
            Fix(
                f"Set units of {source.name} to {wanted}, {reason}",
                partial(edits.set_field, node_id=source.id, field="units", value=wanted),
            )
        )
    fixes.append(
        Fix(f"Insert Dense with {wanted} units", partial(_insert_dense, node_id=node.id, units=wanted, flatten=False))
    )
    fixes.append(
        Fix(
            f"Insert Flatten and Dense with {wanted} units",
            partial(_insert_dense, node_id=node.id, units=wanted, flatten=True),
        )
    )
    fixes = fixes[:2] if spec.rank == 2 else fixes[-1:]
    what = f"{node.name} gets {spec}"
    return [
        Draft(
            Problem(
                "output.units",
                "error",
                node.id,
                what,
                f"The data needs {meaning}",
                brief=f"needs N × {wanted}",
                values={"got": str(spec), "wanted": wanted},
            ),
            fixes=tuple(fixes),
        )
    ]


def _last_with_units(graph: Graph, node: Node) -> Node | None:
    """The nearest node with a field ``units`` up a chain of single inputs."""
    current = node
    while len(graph.into[current.id]) == 1:
        current = graph.by_id[graph.into[current.id][0].source]
        if "units" in type(current.layer).model_fields:
            return current
    return None


def _insert_dense(graph: Graph, node_id: str, units: int, *, flatten: bool) -> Graph:
    graph = edits.insert_before(graph, node_id, edits.make_layer("dense", units=units))
    return edits.insert_before(graph, graph.nodes[-1].id, edits.make_layer("flatten")) if flatten else graph
