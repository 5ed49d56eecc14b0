"""The first network for tables."""

from __future__ import annotations

from math import log2

from ...graph import edits
from ...graph.layer import Layer
from ...graph.model import Graph
from ...shapes import DataFacts, TensorSpec
from .layers import new

LARGEST_WIDTH = 256
"""Units of the hidden layers at most."""


def dimensions(vocabulary: int, columns: int) -> int:
    """Length of the vectors of categories: 1.6 times the 0.56th power of a column's categories, as fastai has it, 4 to 16."""
    return int(min(16, max(4, round(1.6 * (vocabulary / max(1, columns)) ** 0.56))))


def with_vectors(facts: DataFacts, numbers: str, ids: str, units: int) -> Graph:
    """Dense layers over the numbers of a table, where it has some, and a learnt vector for each of its wide categories."""
    spec, count = facts.inputs[ids], facts.vocabulary[ids]
    columns = int(spec.size)
    length = dimensions(count, columns)
    graph = edits.chain(
        new("input", shape=spec.sample, dtype="int64", field=ids),
        new("embedding", vocabulary=count, dimensions=length, padding_id=0),
        new("flatten"),
        names={0: "Categories"},
    )
    width = columns * length
    if numbers:
        graph = edits.add_node(graph, new("concat"))
        graph = edits.connect(graph, edits.link(graph, graph.nodes[2].id, graph.nodes[3].id))
        graph = edits.add_node(graph, new("input", shape=facts.inputs[numbers].sample, field=numbers), name="Numbers")
        graph = edits.connect(graph, edits.link(graph, graph.nodes[4].id, graph.nodes[3].id))
        width += facts.inputs[numbers].size
    last = graph.nodes[3].id if numbers else graph.nodes[2].id
    for layer in [*body(TensorSpec(("N", width))), new("dense", units=units), new("output")]:
        graph = edits.add_node(graph, layer)
        graph = edits.connect(graph, edits.link(graph, last, graph.nodes[-1].id))
        last = graph.nodes[-1].id
    return graph


def body(spec: TensorSpec) -> list[Layer]:
    """Two dense layers whose width follows the number of columns."""
    width = min(LARGEST_WIDTH, 2 ** max(4, round(log2(max(2, spec.size))) + 1))
    flat = [new("flatten")] if len(spec.sample) > 1 else []
    return [
        *flat,
        *(new("dense", units=width), new("relu")),
        *(new("dense", units=max(16, width // 2)), new("relu")),
    ]
