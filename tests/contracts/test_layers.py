"""One contract for every registered layer: what it says of itself is what torch does."""

from __future__ import annotations

import json

import pytest
import torch
from drawn import KINDS, accepted, fitting, graph_around, sizes_for
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from workbench.engine.build.module import build_module
from workbench.engine.build.source import generate
from workbench.engine.errors import ShapeProblem
from workbench.engine.fields import fields_of
from workbench.engine.graph.infer import code_of, infer
from workbench.engine.graph.layer import CATEGORIES, Layer, load_layer
from workbench.engine.shapes import TensorSpec
from workbench.engine.train.mixed import in_precision
from workbench.engine.train.precision import Computing, lay_out
from workbench.engine.train.step import forward

BATCH = 3
drawing = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
)

# Kinds and field names are permanent: they stand in people's files. New ones may come, none may go or change its name.
PERMANENT = {
    "add": "",
    "avg_pool1d": "kernel_size stride padding",
    "avg_pool2d": "kernel_size stride padding",
    "batch_norm": "momentum epsilon affine",
    "concat": "along",
    "conv1d": "filters kernel_size stride padding dilation groups bias",
    "conv_transpose2d": "filters kernel_size stride padding bias",
    "conv2d": "filters kernel_size stride padding dilation groups bias",
    "dense": "units bias",
    "dropout": "rate",
    "embedding": "vocabulary dimensions padding_id",
    "flatten": "",
    "fourier_features": "features gamma seed",
    "gelu": "approximate",
    "global_avg_pool": "",
    "global_max_pool": "",
    "group_norm": "groups epsilon affine",
    "gru": "units return_sequences bidirectional num_layers dropout bias",
    "input": "shape dtype field",
    "layer_norm": "epsilon affine",
    "leaky_relu": "negative_slope",
    "lstm": "units return_sequences bidirectional num_layers dropout bias",
    "max_pool1d": "kernel_size stride padding",
    "max_pool2d": "kernel_size stride padding",
    "multiply": "",
    "output": "activation target",
    "relu": "",
    "reshape": "shape",
    "sampling": "beta",
    "sigmoid": "",
    "silu": "",
    "simple_rnn": "units return_sequences bidirectional num_layers dropout bias activation",
    "softmax": "",
    "tanh": "",
    "upsample": "factor size mode",
}


def samples(spec: TensorSpec, **symbols: int) -> torch.Tensor:
    """Values for a spec; ids are 0, which every vocabulary has."""
    size = sizes_for(spec.dims, N=BATCH, **symbols)
    return torch.zeros(size, dtype=torch.int64) if spec.dtype == "int64" else torch.randn(size)


def numbers_out(layer: Layer, inputs: dict[str, tuple[TensorSpec, ...]]) -> bool:
    return layer.infer_ports(inputs)["y"].dtype == "float32"


def test_kinds_and_field_names_are_permanent():
    for kind, names in PERMANENT.items():
        assert set(names.split()) <= set(Layer.members[kind].model_fields), kind


@pytest.mark.parametrize("kind", sorted(Layer.members))
def test_every_layer_explains_itself(kind: str):
    cls = Layer.members[kind]
    assert cls.title
    assert cls.category in CATEGORIES
    assert cls.__doc__, "a layer's docstring is its documentation"
    assert cls.__doc__.splitlines()[0].rstrip().endswith((".", ","))
    for spec in fields_of(cls):
        assert spec.help.endswith("."), f"{kind}.{spec.name} needs a sentence of help"
        assert spec.editor != "other", f"no form can edit {kind}.{spec.name}"
    assert isinstance(cls().summary(), str)
    assert [m.title for m in Layer.members.values()].count(cls.title) == 1


def test_both_batch_norms_are_found_by_their_torch_names():
    words = {w.lower() for w in Layer.members["batch_norm"].keywords}
    assert {"batchnorm1d", "batchnorm2d"} <= words


@pytest.mark.parametrize("kind", KINDS)
@drawing
@given(data=st.data())
def test_inference_is_what_torch_does(kind: str, data: st.DataObject):
    """Shape, dtype and parameters are exact; the source runs; gradients are finite."""
    layer, inputs = data.draw(fitting(kind))
    assume(numbers_out(layer, inputs))
    graph = graph_around(layer, inputs)
    inference = infer(graph)
    assert not inference.errors
    torch.manual_seed(0)
    source = generate(graph)
    module = build_module(source)
    tensors = [samples(graph.by_id[i].layer.infer_ports({})["y"]) for i in source.input_nodes]
    for tensor in tensors:
        tensor.requires_grad_(tensor.is_floating_point())
    result = module(*tensors)
    expected = inference.nodes["layer"].output
    assert expected is not None
    assert tuple(result.shape) == sizes_for(expected.dims, N=BATCH)
    assert result.dtype == torch.float32
    assert sum(p.numel() for p in module.parameters()) == inference.parameters
    if result.requires_grad:
        result.square().mean().backward()
        learnt = [*module.parameters(), *(t for t in tensors if t.requires_grad)]
        assert all(t.grad is not None and torch.isfinite(t.grad).all() for t in learnt)


@pytest.mark.parametrize("kind", KINDS)
@settings(parent=drawing, max_examples=6)
@given(data=st.data())
def test_every_layer_learns_in_half_precision_and_with_channels_last(kind: str, data: st.DataObject):
    """What "auto" may choose for a network fails in no layer of it, and gives nearly the same numbers."""
    layer, inputs = data.draw(fitting(kind))
    assume(numbers_out(layer, inputs))
    graph = graph_around(layer, inputs)
    torch.manual_seed(0)
    source = generate(graph)
    module = build_module(source).eval()
    tensors = [samples(graph.by_id[i].layer.infer_ports({})["y"]) for i in source.input_nodes]
    expected = module(*tensors).detach()
    computing = Computing("bf16", "channels_last")
    lay_out(module, computing)
    (result,) = in_precision(forward, computing, torch.device("cpu"))(module, tuple(tensors))
    assert result.dtype == torch.float32
    torch.testing.assert_close(result.detach(), expected, rtol=0.1, atol=0.1 * max(1.0, float(expected.abs().max())))
    if result.requires_grad:
        result.square().mean().backward()
        assert all(p.grad is not None and p.grad.dtype == torch.float32 for p in module.parameters())


@pytest.mark.parametrize("kind", [k for k in KINDS if (2, "int64") in accepted(k)])
def test_ids_keep_their_type(kind: str):
    """Layers that take ids and give ids really do; those are seen by no Output."""
    layer = Layer.members[kind]()
    spec = TensorSpec(("N", 6), "int64")
    expected = layer.infer_ports({"x": (spec,)})["y"]
    result = run_code(layer, spec, samples(spec))
    assert result.dtype == {"float32": torch.float32, "int64": torch.int64}[expected.dtype]
    assert tuple(result.shape) == sizes_for(expected.dims, N=BATCH)


def run_code(layer: Layer, spec: TensorSpec, x: torch.Tensor) -> torch.Tensor:
    """Runs the layer's code for one spec on its own."""
    code = code_of(layer, {layer.inputs[0].name: (spec,)})
    scope: dict[str, object] = {}
    exec("\n".join(["import torch", "from torch import nn", *code.imports, *code.helpers]), scope)
    torch.manual_seed(0)
    scope["module"] = eval(code.module, scope) if code.module else None
    scope["x"] = x
    names = {port.name: "x" for port in layer.inputs} | {f"{port.name}0": "x" for port in layer.inputs}
    result = eval(code.forward.format(self="module", **names), scope)
    assert isinstance(result, torch.Tensor)
    return result


SINGLE = [k for k in KINDS if len(Layer.members[k].inputs) == 1]
"""Layers with one port, which ``run_code`` can call."""


@pytest.mark.parametrize("kind", [k for k in SINGLE if not {(3, "float32"), (2, "int64")}.isdisjoint(accepted(k))])
@drawing
@given(data=st.data())
def test_a_symbolic_time_gives_what_every_length_gives(kind: str, data: st.DataObject):
    layer, inputs = data.draw(fitting(kind))
    steps = data.draw(st.integers(30, 40))
    spec = inputs[layer.inputs[0].name][0]
    assume((spec.rank, spec.dtype) in ((3, "float32"), (2, "int64")))
    symbolic = TensorSpec(("N", "T", *spec.dims[2:]), spec.dtype)
    fixed = TensorSpec(("N", steps, *spec.dims[2:]), spec.dtype)
    try:
        promised = layer.infer_ports({layer.inputs[0].name: (symbolic,)})["y"]
    except ShapeProblem as problem:
        assert problem.code == "shape.symbolic"
        return
    expected = layer.infer_ports({layer.inputs[0].name: (fixed,)})["y"]
    assert sizes_for(promised.dims, N=BATCH, T=steps) == sizes_for(expected.dims, N=BATCH)
    x = samples(fixed)
    torch.testing.assert_close(
        run_code(layer.updated(**still(layer)), symbolic, x), run_code(layer.updated(**still(layer)), fixed, x)
    )


def still(layer: Layer) -> dict[str, float]:
    """Fields that take chance out of a layer."""
    return {name: 0.0 for name in ("rate", "dropout") if name in type(layer).model_fields}


@pytest.mark.parametrize("kind", sorted(Layer.members))
@drawing
@given(data=st.data())
def test_json_round_trip(kind: str, data: st.DataObject):
    from drawn import layers

    layer = data.draw(layers(kind))
    assert load_layer(json.loads(json.dumps(layer.dump()))) == layer


@pytest.mark.parametrize("kind", KINDS)
@drawing
@given(data=st.data())
def test_any_input_is_taken_or_refused_in_words(kind: str, data: st.DataObject):
    """Whatever reaches a layer, it answers with a spec or a problem in three parts; nothing else is raised."""
    from drawn import layers

    layer = data.draw(layers(kind))
    dims = st.lists(st.integers(1, 40) | st.just("T"), min_size=1, max_size=4)
    specs = st.builds(lambda d, t: TensorSpec(("N", *d), t), dims, st.sampled_from(["float32", "int64"]))
    count = data.draw(st.integers(1, 3)) if layer.inputs[0].many else 1
    inputs = {port.name: tuple(data.draw(specs) for _ in range(count)) for port in layer.inputs}
    try:
        outputs = layer.infer_ports(inputs)
    except ShapeProblem as problem:
        assert problem.what
        assert problem.expected
        assert problem.brief
        assert len(problem.brief) <= 32, "the card has no room for more"
        assert problem.suggestions or problem.fix, f"no way out of: {problem}"
        return
    assert set(outputs) == {p.name for p in layer.outputs}
    assert all(d >= 1 for spec in outputs.values() for d in spec.dims if isinstance(d, int))
    layer.cost_ports(inputs, outputs)
