"""A small network that is a fair first try for the data: one module for each kind of input."""

from __future__ import annotations

from ...data.wide import INPUT as CATEGORIES
from ...graph import edits
from ...graph.layer import Layer
from ...graph.model import Graph
from ...shapes import FORECAST, DataFacts, TensorSpec
from . import autoencoders, pictures, series, tables, tags, text
from .layers import new


def baseline(facts: DataFacts) -> Graph:
    """A small network for the data: its body, and for each of several targets an Output of its own."""
    names = list(facts.targets)
    graph = _first(facts)
    if len(names) == 1:
        return graph
    graph = edits.set_field(graph, graph.nodes[-1].id, "target", names[0])
    body = graph.into[graph.nodes[-2].id][0].source
    for name in names[1:]:
        target = facts.targets[name]
        units = len(target.classes) if target.task == "classification" else target.width
        last = body
        for layer in (new("dense", units=units), new("output", target=name)):
            graph = edits.add_node(graph, layer)
            graph = edits.connect(graph, edits.link(graph, last, graph.nodes[-1].id))
            last = graph.nodes[-1].id
    return graph


def _first(facts: DataFacts) -> Graph:
    """A small network for the first target: convolutions for pictures and series, dense for tables,
    and for what follows a series a linear and a recurrent part."""
    spec = next(iter(facts.inputs.values()))
    target = next(iter(facts.targets.values()))
    if target.task == "reconstruction":
        return edits.chain(new("input", shape=spec.sample), *autoencoders.body(spec), new("output"))
    if target.task == "tagging":
        body = tags.body(spec, max(2, facts.vocabulary.get(target.input, 2)))
        return edits.chain(
            new("input", shape=spec.sample, dtype=spec.dtype),
            *body,
            new("dense", units=len(target.classes)),
            new("output"),
        )
    units = len(target.classes) if target.task == "classification" else target.width
    if FORECAST in facts.targets and series.is_series(spec):
        return series.forecast(spec, units)
    ids = next((name for name in facts.inputs if name in facts.vocabulary), "")
    if len(facts.inputs) == 2 and ids:
        return tables.with_vectors(facts, next(name for name in facts.inputs if name != ids), ids, units)
    if CATEGORIES in facts.vocabulary:
        return tables.with_vectors(facts, "", CATEGORIES, units)
    return edits.chain(
        new("input", shape=spec.sample, dtype=spec.dtype),
        *_body(spec, facts),
        new("dense", units=units),
        new("output"),
    )


def _body(spec: TensorSpec, facts: DataFacts) -> list[Layer]:
    if spec.dtype == "int64":
        return text.body(spec, max(2, *facts.vocabulary.values()))
    sizes = [d for d in spec.sample if isinstance(d, int)]
    if len(sizes) == 3 and min(sizes[1:]) >= pictures.SMALLEST:
        return pictures.body(spec)
    return series.body(spec) if len(sizes) == 2 else tables.body(spec)
