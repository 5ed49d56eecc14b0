"""Checks of a network against the data: Inputs against its shapes, Outputs against its targets, ids against tables."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from ..shapes import DataFacts, TargetFacts, TensorSpec
from . import edits
from .model import Graph, Node
from .problems import Draft, Fix, Problem
from .reconstruction import check_reconstruction, last_with
from .tags import check_tags

if TYPE_CHECKING:
    from .infer import NodeInfo


def against_facts(graph: Graph, nodes: Mapping[str, NodeInfo], facts: DataFacts) -> list[Draft]:
    """Everything in which the network and the data differ."""
    found: list[Draft] = []
    for node in graph.nodes:
        if node.layer.kind == "input":
            found += _check_input(graph, node, nodes[node.id], facts)
        elif node.layer.kind == "output":
            found += _check_output(graph, node, nodes[node.id], facts)
        elif node.layer.kind == "embedding":
            found += _check_vocabulary(graph, node, nodes, facts)
    return found


def data_field(graph: Graph, node: Node) -> str:
    """The name of the data's input that an Input asks for; empty for the only one."""
    several = sum(n.layer.kind == "input" for n in graph.nodes) > 1
    return getattr(node.layer, "field", "") or (node.name if several else "")


def _check_input(graph: Graph, node: Node, info: NodeInfo, facts: DataFacts) -> list[Draft]:
    wanted = data_field(graph, node)
    spec = facts.input(wanted)
    if spec is None:
        problem = Problem(
            "data.no_such_input",
            "error",
            node.id,
            f"{node.name} asks for the data's input '{wanted}'"
            if wanted
            else f"{node.name} names no input of the data",
            f"The data has {', '.join(facts.inputs) or 'no inputs'}",
            "Set its data field to one of them",
            brief="no such data",
            values={"wanted": wanted, "known": list(facts.inputs)},
        )
        fixes = [
            Fix(f"Use '{n}'", partial(_use_input, node_id=node.id, name=n, spec=s)) for n, s in facts.inputs.items()
        ]
        return [Draft(problem, fixes=tuple(fixes))]
    if info.output is None or (info.output.sample == spec.sample and info.output.dtype == spec.dtype):
        return []
    types = "" if info.output.dtype == spec.dtype else f" ({spec.dtype})"
    problem = Problem(
        "data.input_shape",
        "error",
        node.id,
        f"{node.name} is set to {info.output}, and the data is {spec}{types}",
        "The Input must have the data's shape and type",
        brief="differs from the data",
        values={"has": str(info.output), "data": str(spec)},
    )
    return [
        Draft(problem, fixes=(Fix(f"Set shape to {spec}{types}", partial(_set_input, node_id=node.id, spec=spec)),))
    ]


def _set_input(graph: Graph, node_id: str, spec: TensorSpec) -> Graph:
    layer = graph.by_id[node_id].layer
    return edits.set_layer(graph, node_id, layer.updated(shape=spec.sample, dtype=spec.dtype))


def _use_input(graph: Graph, node_id: str, name: str, spec: TensorSpec) -> Graph:
    return edits.set_field(_set_input(graph, node_id, spec), node_id, "field", name)


def _check_output(graph: Graph, node: Node, info: NodeInfo, facts: DataFacts) -> list[Draft]:
    spec = info.output
    wanted = getattr(node.layer, "target", "")
    target = facts.target(wanted)
    if target is None:
        problem = Problem(
            "data.no_such_target",
            "error",
            node.id,
            f"{node.name} predicts '{wanted}', which the data does not have"
            if wanted
            else f"{node.name} does not say which target it predicts",
            f"The data's targets are {', '.join(facts.targets) or 'none'}",
            "Set its target to one of them",
            brief="no such target",
            values={"wanted": wanted, "known": list(facts.targets)},
        )
        set_target = partial(edits.set_field, node_id=node.id, field="target")
        fixes = [Fix(f"Predict '{name}'", partial(set_target, value=name)) for name in facts.targets]
        return [Draft(problem, fixes=tuple(fixes))]
    return [] if spec is None else _check_units(graph, node, spec, target)


def _check_units(graph: Graph, node: Node, spec: TensorSpec, target: TargetFacts) -> list[Draft]:
    if target.task == "reconstruction":
        return check_reconstruction(graph, node, spec, target)
    if target.task == "tagging":
        return check_tags(graph, node, spec, target)
    if target.task == "classification":
        wanted = len(target.classes)
        good = spec.sample == (wanted,) or (wanted == 2 and spec.sample == (1,))
        reason = f"the number of classes ({wanted})"
        meaning = f"{wanted} numbers for a sample, one for each class" + (", or a single one" if wanted == 2 else "")
    elif target.task == "multi_label":
        wanted = target.width
        good = spec.sample == (wanted,)
        reason = f"the number of labels ({wanted})"
        meaning = f"{wanted} number{'s' if wanted > 1 else ''} for a sample, one for each label"
    else:
        wanted = target.width
        good = spec.sample == (wanted,)
        reason = f"the number of targets ({wanted})"
        meaning = f"{wanted} number{'s' if wanted > 1 else ''} for a sample, one for each target"
    if good:
        return []
    problem = Problem(
        "output.units",
        "error",
        node.id,
        f"{node.name} gets {spec}",
        f"The data needs {meaning}",
        f"Make the last layer's units {reason}",
        brief=f"needs N × {wanted}",
        values={"got": str(spec), "wanted": wanted},
    )
    fixes: list[Fix] = []
    source = last_with(graph, node, "units")
    if source is not None and spec.rank == 2:
        set_units = partial(edits.set_field, node_id=source.id, field="units", value=wanted)
        fixes.append(Fix(f"Set units of {source.name} to {wanted}, {reason}", set_units))
    units = f"Dense with {wanted} unit{'s' if wanted > 1 else ''}"
    if spec.rank == 2:
        fixes.append(Fix(f"Insert {units}", partial(_insert_dense, node_id=node.id, units=wanted, first="")))
    else:
        for title, kind in (("Flatten", "flatten"), ("GlobalAvgPool", "global_avg_pool")):
            insert = partial(_insert_dense, node_id=node.id, units=wanted, first=kind)
            fixes.append(Fix(f"Insert {title} and {units}", insert))
    return [Draft(problem, fixes=tuple(fixes))]


def _insert_dense(graph: Graph, node_id: str, units: int, first: str) -> Graph:
    graph = edits.insert_before(graph, node_id, edits.make_layer("dense", units=units))
    return edits.insert_before(graph, graph.nodes[-1].id, edits.make_layer(first)) if first else graph


def vocabulary_of(graph: Graph, nodes: Mapping[str, NodeInfo], node_id: str, facts: DataFacts) -> int | None:
    """The largest vocabulary of the ids that reach a node, None where the data doesn't tell."""
    found: list[int] = []
    for source in (node_id, *graph.upstream(node_id)):
        node = graph.by_id[source]
        spec = nodes[source].output if source in nodes else None
        if (
            node.layer.kind != "input"
            or spec is None
            or spec.dtype != "int64"
            or not _ids_reach(graph, nodes, source, node_id)
        ):
            continue
        name = data_field(graph, node)
        if name not in facts.vocabulary and not name and len(facts.inputs) == 1:
            name = next(iter(facts.inputs))
        if name in facts.vocabulary:
            found.append(facts.vocabulary[name])
    return max(found, default=None)


def _ids_reach(graph: Graph, nodes: Mapping[str, NodeInfo], source: str, target: str) -> bool:
    """Whether a way of ids alone leads from ``source`` to ``target``."""
    seen, todo = {source}, [source]
    while todo:
        for link in graph.out_of[todo.pop()]:
            if link.target == target:
                return True
            spec = nodes[link.target].output if link.target in nodes else None
            if spec is not None and spec.dtype == "int64" and link.target not in seen:
                seen.add(link.target)
                todo.append(link.target)
    return False


def _check_vocabulary(graph: Graph, node: Node, nodes: Mapping[str, NodeInfo], facts: DataFacts) -> list[Draft]:
    has = getattr(node.layer, "vocabulary", None)
    needed = vocabulary_of(graph, nodes, node.id, facts)
    if has is None or needed is None or needed <= has:
        return []
    problem = Problem(
        "data.vocabulary",
        "error",
        node.id,
        f"{node.name} holds {has:,} ids, and the data has {needed:,}",
        "Every id of the data needs its vector",
        brief=f"the data has {needed:,} ids",
        values={"has": has, "needed": needed},
    )
    set_size = partial(edits.set_field, node_id=node.id, field="vocabulary", value=needed)
    return [Draft(problem, fixes=(Fix(f"Set vocabulary to {needed:,}", set_size),))]
