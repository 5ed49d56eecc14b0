"""Checks of a network whose Output is to give a class for each step of a sequence."""

from __future__ import annotations

from functools import partial

from ..shapes import TargetFacts, TensorSpec
from . import edits
from .model import Graph, Node
from .problems import Draft, Fix, Problem
from .reconstruction import last_with

_POOLS = ("global_max_pool", "global_avg_pool", "flatten")


def check_tags(graph: Graph, node: Node, spec: TensorSpec, target: TargetFacts) -> list[Draft]:
    """What keeps an Output of shape ``spec`` from giving a number for each tag at each step, and the edits that may help."""
    steps, classes = target.shape[0], len(target.classes)
    if spec.sample == (steps, classes):
        return []
    wanted = TensorSpec(("N", steps, classes))
    if spec.rank == 2:
        how = "Let the recurrent layer return sequences, and no layer behind it flatten or pool them"
    elif spec.rank == 3 and spec.dims[1] != steps:
        how = f"Keep all {steps} steps: padding 'same', no stride and no pooling"
    else:
        how = f"Make the last layer's units the number of tags ({classes})"
    problem = Problem(
        "output.tags",
        "error",
        node.id,
        f"{node.name} gets {spec}",
        f"The data has a tag for each of {steps} steps, so that the Output needs {wanted}: {classes} numbers at each step",
        how,
        brief=f"needs {wanted}",
        values={"got": str(spec), "wanted": str(wanted)},
    )
    return [Draft(problem, fixes=tuple(_fixes(graph, node, spec, steps, classes)))]


def _fixes(graph: Graph, node: Node, spec: TensorSpec, steps: int | str, classes: int) -> list[Fix]:
    found: list[Fix] = []
    dense = last_with(graph, node, "units")
    ends_in_dense = dense is not None and dense.layer.kind == "dense"
    if spec.rank == 2:
        memory = last_with(graph, node, "return_sequences")
        if memory is not None and not getattr(memory.layer, "return_sequences", True):
            label = f"Let {memory.name} return sequences"
            if not ends_in_dense or spec.dims[-1] != classes:
                label += f", and end in Dense with {classes} units"
            found.append(Fix(label, partial(_return_sequences, node_id=node.id, classes=classes)))
        pool = _nearest(graph, node, _POOLS)
        if pool is not None:
            label = f"Remove {pool.name}" + (
                "" if spec.dims[-1] == classes else f", and end in Dense with {classes} units"
            )
            found.append(Fix(label, partial(_without, node_id=node.id, gone=pool.id, classes=classes)))
    elif spec.rank == 3 and spec.dims[1] == steps:
        if dense is not None and ends_in_dense:
            change = partial(edits.set_field, node_id=dense.id, field="units", value=classes)
            found.append(Fix(f"Set units of {dense.name} to {classes}, the number of tags", change))
        found.append(
            Fix(f"Insert Dense with {classes} units", partial(_end_in_dense, node_id=node.id, classes=classes))
        )
    return found


def _nearest(graph: Graph, node: Node, kinds: tuple[str, ...]) -> Node | None:
    """The nearest node of one of the kinds up a chain of single inputs."""
    current = node
    while len(graph.into[current.id]) == 1:
        current = graph.by_id[graph.into[current.id][0].source]
        if current.layer.kind in kinds:
            return current
    return None


def _return_sequences(graph: Graph, node_id: str, classes: int) -> Graph:
    memory = last_with(graph, graph.by_id[node_id], "return_sequences")
    assert memory is not None  # the fix is offered only then
    return _fitting(edits.set_field(graph, memory.id, "return_sequences", True), node_id, classes)


def _without(graph: Graph, node_id: str, gone: str, classes: int) -> Graph:
    return _fitting(edits.remove_nodes(graph, (gone,), bridge=True), node_id, classes)


def _fitting(graph: Graph, node_id: str, classes: int) -> Graph:
    """The network ending in a Dense of so many units."""
    last = last_with(graph, graph.by_id[node_id], "units")
    if last is None or last.layer.kind != "dense":
        return _end_in_dense(graph, node_id, classes)
    return edits.set_field(graph, last.id, "units", classes)


def _end_in_dense(graph: Graph, node_id: str, classes: int) -> Graph:
    return edits.insert_before(graph, node_id, edits.make_layer("dense", units=classes))
