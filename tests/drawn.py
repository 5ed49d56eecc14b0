"""Hypothesis strategies: layers with any valid fields, input specs that fit them, and networks of all shapes."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from pydantic import ValidationError

import workbench.engine.layers  # noqa: F401 - fills the registry
from workbench.engine.errors import SetField, ShapeProblem
from workbench.engine.fields import FieldSpec, fields_of
from workbench.engine.graph import edits
from workbench.engine.graph.layer import Layer, load_layer
from workbench.engine.graph.model import Graph, Link, Node
from workbench.engine.shapes import Dim, Dtype, TensorSpec, batch

KINDS = tuple(sorted(k for k in Layer.members if k not in ("input", "output")))
"""Every registered layer that stands between Input and Output."""
LARGEST = 5
"""Bound of drawn sizes: small ones show the same mistakes as large ones."""


def values_of(spec: FieldSpec) -> st.SearchStrategy[Any]:
    """Valid values of one field, as its form would allow them."""
    least = int(spec.minimum or 0) + (1 if spec.open_minimum else 0)
    most = max(least, min(int(spec.maximum if spec.maximum is not None else LARGEST), LARGEST))
    found: st.SearchStrategy[Any]
    if spec.editor == "bool":
        found = st.booleans()
    elif spec.editor == "choice":
        found = st.sampled_from(spec.choices)
    elif spec.editor == "int":
        found = st.integers(least, most)
    elif spec.editor == "float":
        assert spec.minimum is not None, f"{spec.name} has no lower bound"
        assert spec.maximum is not None, f"{spec.name} has no upper bound"
        found = st.floats(
            spec.minimum,
            spec.maximum,
            exclude_min=spec.open_minimum,
            exclude_max=spec.open_maximum,
            allow_subnormal=False,
        )
    elif spec.editor == "int_tuple":
        length = (spec.length, spec.length) if spec.length else (1, 3)
        found = st.lists(st.integers(least, most), min_size=length[0], max_size=length[1]).map(tuple)
    elif spec.editor == "text":
        found = st.text(max_size=8)
    else:
        raise AssertionError(f"no strategy for the editor {spec.editor!r} of {spec.name}")
    return st.none() | found if spec.optional else found


@st.composite
def layers(draw: st.DrawFn, kind: str) -> Layer:
    """A layer of ``kind`` with any valid fields."""
    cls = Layer.members[kind]
    for _ in range(20):
        fields = {spec.name: draw(values_of(spec)) for spec in fields_of(cls)}
        try:
            return cls.model_validate(fields)
        except ValidationError:
            continue  # fields that are valid alone need not be valid together
    return cls()


def accepted(kind: str) -> tuple[tuple[int, Dtype], ...]:
    """Ranks and dtypes that the layer's defaults take, or would with another number in a field."""
    found: list[tuple[int, Dtype]] = []
    dtypes: tuple[Dtype, ...] = ("float32", "int64")
    for rank in (2, 3, 4, 5):
        for dtype in dtypes:
            spec = TensorSpec(("N", *[6] * (rank - 1)), dtype)
            try:
                cls = Layer.members[kind]
                cls().infer_ports({port.name: (spec,) for port in cls.inputs})
            except ShapeProblem as problem:
                if problem.code != "shape.groups":
                    continue
            found.append((rank, dtype))
    return tuple(found)


@st.composite
def fitting(draw: st.DrawFn, kind: str) -> tuple[Layer, dict[str, tuple[TensorSpec, ...]]]:
    """A layer and input specs by port that it takes."""
    layer = draw(layers(kind))
    rank, dtype = draw(st.sampled_from(accepted(kind)))
    dims = draw(st.lists(st.integers(1, 9 if rank < 5 else 3), min_size=rank - 1, max_size=rank - 1))
    if kind == "group_norm" and set(dims) == {1}:
        dims[0 if rank != 3 else 1] = 2  # a single number has no spread
    specs: tuple[TensorSpec, ...] = (batch(*dims, dtype=dtype),)
    if kind == "reshape":
        free = draw(st.booleans())
        shape = (*draw(st.permutations(dims)),)
        layer = layer.updated(shape=(-1, *shape[1:]) if free else shape)
    if layer.inputs[0].many:
        specs = draw(_several(layer, specs[0]))
    inputs = {port.name: specs for port in layer.inputs}
    for _ in range(4):
        try:
            layer.infer_ports(inputs)
        except ShapeProblem as problem:
            cures = [s for s in problem.suggestions if isinstance(s, SetField)]
            assert cures, f"{layer!r} refuses {inputs}: {problem}"
            layer = layer.updated(**{cures[0].field: cures[0].value})
    layer.infer_ports(inputs)
    return layer, inputs


@st.composite
def _several(draw: st.DrawFn, layer: Layer, spec: TensorSpec) -> tuple[TensorSpec, ...]:
    """Specs for a merge: alike, but for the size that may differ."""
    count = draw(st.integers(1, 3))
    if layer.kind == "concat":
        if layer.along == "time" and (spec.rank != 3 and spec.dtype == "float32"):
            spec = batch(*draw(st.lists(st.integers(1, 6), min_size=2, max_size=2)))
        elif layer.along == "time" and spec.rank != 2 and spec.dtype == "int64":
            spec = batch(draw(st.integers(1, 6)), dtype="int64")
        axis = 2 if spec.rank == 3 and layer.along == "channels" else 1
        sizes = [draw(st.integers(1, 6)) for _ in range(count)]
        return tuple(TensorSpec((*spec.dims[:axis], s, *spec.dims[axis + 1 :]), spec.dtype) for s in sizes)
    if layer.kind == "multiply":
        masks = [draw(st.lists(st.booleans(), min_size=spec.rank - 1, max_size=spec.rank - 1)) for _ in range(count)]
        return tuple(batch(*(1 if m else d for m, d in zip(mask, spec.sample, strict=True))) for mask in masks)
    return (spec,) * count


def graph_around(layer: Layer, inputs: dict[str, tuple[TensorSpec, ...]]) -> Graph:
    """Inputs of these specs, the layer, and an Output that leaves its result as it is."""
    graph = edits.add_node(Graph(), layer, name="layer", node_id="layer")
    for port, specs in inputs.items():
        for spec in specs:
            graph = edits.add_node(graph, edits.make_layer("input", shape=spec.sample, dtype=spec.dtype))
            graph = edits.connect(graph, Link(source=graph.nodes[-1].id, target="layer", target_port=port))
    graph = edits.add_node(graph, edits.make_layer("output", activation="none"), node_id="output")
    return edits.connect(graph, Link(source="layer", source_port=layer.outputs[0].name, target="output"))


AWKWARD = (
    "forward",
    "class",
    "x",
    "type",
    "卷积",
    "torch",
    "nn",
    "F",
    "conv 1",
    "Conv-1",
    "1st",
    "_",
    "match",
    "train",
)
NAMES = st.sampled_from(AWKWARD) | st.text(min_size=1, max_size=12)


@st.composite
def networks(draw: st.DrawFn) -> Graph:
    """A valid network of vectors: branches, merges, shared results, several Inputs and Outputs, awkward names."""
    graph = Graph()
    ends: list[str] = []

    def add(layer: Layer, *sources: str) -> str:
        nonlocal graph
        name = draw(NAMES)
        while not name or name in graph.by_name:
            name += "'"
        graph = edits.add_node(graph, layer, name=name)
        node = graph.nodes[-1]
        for source in sources:
            graph = edits.connect(graph, Link(source=source, target=node.id))
        return node.id

    for _ in range(draw(st.integers(1, 2))):
        ends.append(add(edits.make_layer("input", shape=(4,))))
    for _ in range(draw(st.integers(1, 8))):
        kind = draw(st.sampled_from(["dense", "relu", "batch_norm", "softmax", "add", "multiply", "concat", "lstm"]))
        if kind in ("add", "multiply", "concat"):
            sources = draw(st.lists(st.sampled_from(ends), min_size=1, max_size=3, unique=True))
            merged = add(edits.make_layer(kind), *sources)
            ends.append(add(edits.make_layer("dense", units=4), merged) if kind == "concat" else merged)
        elif kind == "lstm":
            steps = add(edits.make_layer("reshape", shape=(2, 2)), draw(st.sampled_from(ends)))
            both = draw(st.booleans())
            ends.append(add(edits.make_layer(kind, units=2 if both else 4, bidirectional=both), steps))
        else:
            fields = {"units": 4} if kind == "dense" else {}
            ends.append(add(edits.make_layer(kind, **fields), draw(st.sampled_from(ends))))
    for _ in range(draw(st.integers(1, 2))):
        add(edits.make_layer("output"), draw(st.sampled_from(ends)))
    return graph


UNKNOWN = st.dictionaries(
    st.sampled_from(["units", "alpha", "深さ", "shape"]),
    st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), lambda s: st.lists(s, max_size=3)),
    max_size=3,
).map(lambda fields: load_layer({"kind": "from_the_future", **fields}))


@st.composite
def wild_graphs(draw: st.DrawFn, most: int = 8) -> Graph:
    """Any consistent graph: loops, unknown layers, links at ports that are not there, links made twice."""
    kinds = st.sampled_from([*KINDS, "input", "output"]).flatmap(layers)
    drawn = draw(st.lists(kinds | UNKNOWN, max_size=most))
    nodes = tuple(Node(id=f"n{i}", name=f"node {i}", layer=made) for i, made in enumerate(drawn))
    links: list[Link] = []
    if nodes:
        ids = st.sampled_from([n.id for n in nodes])
        out_ports, in_ports = st.sampled_from(["y"] * 9 + ["h"]), st.sampled_from(["x"] * 9 + ["z"])
        made = st.builds(Link, source=ids, source_port=out_ports, target=ids, target_port=in_ports)
        links = draw(st.lists(made, max_size=2 * most))
    return Graph(nodes=nodes, links=tuple(links))


def sizes_for(dims: tuple[Dim, ...], **symbols: int) -> tuple[int, ...]:
    """Symbolic dimensions as numbers."""
    return tuple(eval(d, {}, symbols) if isinstance(d, str) else d for d in dims)
