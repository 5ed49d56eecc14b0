"""Every layer goes to ONNX with a free batch size and gives the same answers there, or says why it can't."""

from __future__ import annotations

import io

import numpy as np
import onnxruntime
import pytest
import torch
from drawn import KINDS, graph_around

from workbench.engine.build.module import build_module
from workbench.engine.build.source import generate
from workbench.engine.graph import edits
from workbench.engine.graph.layer import Layer
from workbench.engine.graph.model import Graph
from workbench.engine.shapes import TensorSpec, batch

pytestmark = [
    # torch.export itself still asks this of its own trees (torch 2.13).
    pytest.mark.filterwarnings("ignore:`isinstance.treespec, LeafSpec.` is deprecated:FutureWarning"),
    # It looks at the gradient of the weights that recurrent layers keep in a list, and notes that they were touched.
    pytest.mark.filterwarnings("ignore:The .grad attribute of a Tensor that is not a leaf:UserWarning"),
    pytest.mark.filterwarnings("ignore:The tensor attributes? self.*_flat_weights:UserWarning"),
    pytest.mark.filterwarnings("ignore:_check_is_size will be removed:FutureWarning"),
    # All inputs share their batch size on purpose; ONNX names it once.
    pytest.mark.filterwarnings("ignore:# The axis name. batch will not be used:UserWarning"),
]

VECTOR, SEQUENCE, PICTURE, IDS = batch(6), batch(7, 4), batch(4, 7, 6), batch(5, dtype="int64")
EXAMPLES: dict[str, tuple[tuple[dict[str, object], tuple[TensorSpec, ...]], ...]] = {
    "add": (({}, (VECTOR, VECTOR)), ({}, (PICTURE, PICTURE, PICTURE))),
    "avg_pool1d": (({}, (SEQUENCE,)), ({"kernel_size": 4, "stride": 2, "padding": "same"}, (SEQUENCE,))),
    "avg_pool2d": (
        ({"padding": "same", "kernel_size": 3}, (PICTURE,)),
        ({"kernel_size": (2, 4), "stride": 1, "padding": "same"}, (PICTURE,)),
    ),
    "batch_norm": (({}, (PICTURE,)), ({"affine": False}, (SEQUENCE,))),
    "concat": (({}, (PICTURE, PICTURE)), ({"along": "time"}, (SEQUENCE, SEQUENCE))),
    "conv1d": (({}, (SEQUENCE,)), ({"kernel_size": 4, "stride": 2, "groups": 2}, (SEQUENCE,))),
    "conv2d": (({}, (PICTURE,)), ({"kernel_size": (4, 3), "stride": 2, "dilation": (1, 2)}, (PICTURE,))),
    "conv_transpose2d": (({}, (PICTURE,)), ({"kernel_size": (5, 3), "stride": (2, 3), "bias": False}, (PICTURE,))),
    "dense": (({}, (VECTOR,)), ({"bias": False}, (SEQUENCE,))),
    "dropout": (({}, (VECTOR,)), ({"rate": 0.1}, (PICTURE,))),
    "embedding": (({}, (IDS,)), ({"padding_id": 0}, (IDS,))),
    "fourier_features": (({}, (VECTOR,)), ({"features": 5, "gamma": 0.3, "seed": 1}, (SEQUENCE,))),
    "flatten": (({}, (PICTURE,)), ({}, (VECTOR,))),
    "gelu": (({}, (VECTOR,)), ({"approximate": "tanh"}, (PICTURE,))),
    "global_avg_pool": (({}, (PICTURE,)), ({}, (SEQUENCE,))),
    "global_max_pool": (({}, (PICTURE,)), ({}, (SEQUENCE,))),
    "group_norm": (({"groups": 2}, (PICTURE,)), ({"groups": 2, "affine": False}, (SEQUENCE,))),
    "gru": (({}, (SEQUENCE,)), ({"return_sequences": True, "num_layers": 2, "units": 3}, (SEQUENCE,))),
    "layer_norm": (({}, (SEQUENCE,)), ({"affine": False}, (PICTURE,))),
    "leaky_relu": (({}, (VECTOR,)), ({"negative_slope": 0.3}, (PICTURE,))),
    "lstm": (({}, (SEQUENCE,)), ({"bidirectional": True, "num_layers": 2, "units": 3}, (SEQUENCE,))),
    "max_pool1d": (({}, (SEQUENCE,)), ({"kernel_size": 4, "stride": 2, "padding": "same"}, (SEQUENCE,))),
    "max_pool2d": (({}, (PICTURE,)), ({"kernel_size": (2, 3), "stride": 1, "padding": "same"}, (PICTURE,))),
    "multiply": (({}, (VECTOR, VECTOR)), ({}, (PICTURE, batch(4, 1, 1)))),
    "relu": (({}, (VECTOR,)), ({}, (PICTURE,))),
    "reshape": (({"shape": (3, 2)}, (VECTOR,)), ({"shape": (-1, 2)}, (PICTURE,))),
    "sampling": (({}, (VECTOR, VECTOR)), ({"beta": 0.5}, (PICTURE, PICTURE))),
    "sigmoid": (({}, (VECTOR,)), ({}, (PICTURE,))),
    "silu": (({}, (VECTOR,)), ({}, (PICTURE,))),
    "simple_rnn": (({}, (SEQUENCE,)), ({"bidirectional": True, "activation": "relu"}, (SEQUENCE,))),
    "softmax": (({}, (PICTURE,)), ({}, (SEQUENCE,))),
    "tanh": (({}, (VECTOR,)), ({}, (PICTURE,))),
    "upsample": (({}, (PICTURE,)), ({"size": (10, 13), "mode": "bilinear"}, (PICTURE,))),
}


def test_every_layer_has_two_examples_or_a_reason():
    assert set(EXAMPLES) == {k for k in KINDS if not Layer.members[k].onnx}


def values(spec: TensorSpec, count: int) -> torch.Tensor:
    size = tuple(count if d == "N" else int(d) for d in spec.dims)
    return torch.randint(0, 900, size) if spec.dtype == "int64" else torch.randn(size)


def network_of(kind: str) -> Graph:
    """Both examples of a layer side by side: one export serves them both, which halves the time."""
    graph = Graph()
    for fields, specs in EXAMPLES[kind]:
        layer = edits.make_layer(kind, **fields)
        several = len(layer.inputs) > 1
        ports = (
            {p.name: (s,) for p, s in zip(layer.inputs, specs, strict=True)}
            if several
            else {layer.inputs[0].name: specs}
        )
        part = graph_around(layer, ports)
        graph, _ = edits.paste(graph, part.nodes, part.links)
    return graph


# torch unrolls recurrent layers step by step, which takes several seconds.
SLOW = {"gru", "lstm", "simple_rnn"}


@pytest.mark.parametrize(
    "kind", [pytest.param(k, marks=[pytest.mark.slow] if k in SLOW else []) for k in sorted(EXAMPLES)]
)
def test_onnx_agrees(kind: str):
    graph = network_of(kind)
    torch.manual_seed(0)
    source = generate(graph)
    module = build_module(source).eval()
    specs = [graph.by_id[i].layer.infer_ports({})["y"] for i in source.input_nodes]
    given = tuple(values(s, 3) for s in specs)
    batch_size = torch.export.Dim("batch")
    free = tuple({0: batch_size} for _ in specs)
    exported = torch.onnx.export(module, given, dynamo=True, dynamic_shapes=free, verbose=False)
    assert exported is not None
    buffer = io.BytesIO()
    exported.save(buffer)
    session = onnxruntime.InferenceSession(buffer.getvalue(), providers=["CPUExecutionProvider"])
    for count in (1, 5):
        inputs = tuple(values(s, count) for s in specs)
        with torch.no_grad():
            expected = module(*inputs)
        fed = {i.name: t.numpy() for i, t in zip(session.get_inputs(), inputs, strict=True)}
        for result, wanted in zip(session.run(None, fed), expected, strict=True):
            np.testing.assert_allclose(result, wanted.numpy(), rtol=1e-4, atol=1e-5)
