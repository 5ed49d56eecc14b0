"""Checks of a network whose Output is to be one of its inputs again."""

from __future__ import annotations

from functools import partial
from math import prod

from ..shapes import TargetFacts, TensorSpec
from . import edits
from .model import Graph, Node
from .problems import Draft, Fix, Problem


def check_reconstruction(graph: Graph, node: Node, spec: TensorSpec, target: TargetFacts) -> list[Draft]:
    """What keeps an Output of shape ``spec`` from being compared with the input, and the edits that may help."""
    if spec.sample == target.shape:
        return []
    wanted = TensorSpec(("N", *target.shape))
    problem = Problem(
        "output.reconstruction",
        "error",
        node.id,
        f"{node.name} gets {spec}",
        f"It is to be '{target.input}' again, which is {wanted}",
        "Let the network end in the shape that it began with",
        brief=f"needs {wanted}",
        values={"got": str(spec), "wanted": str(wanted), "input": target.input},
    )
    return [Draft(problem, fixes=tuple(_fixes(graph, node, spec, wanted)))]


def last_with(graph: Graph, node: Node, field: str) -> Node | None:
    """The nearest node with a field of that name up a chain of single inputs."""
    current = node
    while len(graph.into[current.id]) == 1:
        current = graph.by_id[graph.into[current.id][0].source]
        if field in type(current.layer).model_fields:
            return current
    return None


def _fixes(graph: Graph, node: Node, spec: TensorSpec, wanted: TensorSpec) -> list[Fix]:
    shape = tuple(d for d in wanted.sample if isinstance(d, int))
    if not spec.known or len(shape) < len(wanted.sample):
        return []
    found: list[Fix] = []
    if spec.rank == wanted.rank:
        field, axis = ("filters", 0) if spec.rank == 4 else ("units", len(shape) - 1)
        source = last_with(graph, node, field)
        if source is not None and all(a == axis or spec.sample[a] == shape[a] for a in range(len(shape))):
            change = partial(edits.set_field, node_id=source.id, field=field, value=shape[axis])
            found.append(Fix(f"Set {field} of {source.name} to {shape[axis]}", change))
        elif spec.rank == 4:
            sides = shape[1:]
            resize = partial(_resize, node_id=node.id, sides=sides, filters=shape[0])
            label = f"Insert Upsample to {' × '.join(map(str, sides))} and Conv2d with {shape[0]} filters"
            found.append(Fix(label, resize))
    values = prod(shape)
    if spec.size == values:
        reshape = partial(_reshape, node_id=node.id, shape=shape)
        found.append(Fix(f"Insert Reshape to {' × '.join(map(str, shape))}", reshape))
    dense = partial(_dense, node_id=node.id, units=values, shape=shape, flatten=spec.rank > 2)
    found.append(Fix(f"Insert Dense with {values:,} units{'' if len(shape) == 1 else ' and Reshape'}", dense))
    return found


def _reshape(graph: Graph, node_id: str, shape: tuple[int, ...]) -> Graph:
    return edits.insert_before(graph, node_id, edits.make_layer("reshape", shape=shape))


def _dense(graph: Graph, node_id: str, units: int, shape: tuple[int, ...], flatten: bool) -> Graph:
    before = node_id
    if len(shape) > 1:
        graph = _reshape(graph, node_id, shape)
        before = graph.nodes[-1].id
    graph = edits.insert_before(graph, before, edits.make_layer("dense", units=units))
    return edits.insert_before(graph, graph.nodes[-1].id, edits.make_layer("flatten")) if flatten else graph


def _resize(graph: Graph, node_id: str, sides: tuple[int, ...], filters: int) -> Graph:
    graph = edits.insert_before(graph, node_id, edits.make_layer("conv2d", filters=filters))
    return edits.insert_before(graph, graph.nodes[-1].id, edits.make_layer("upsample", size=sides))
