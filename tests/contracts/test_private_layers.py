"""Private training tells for every layer what each sample adds to its gradients, or refuses it."""

from __future__ import annotations

import pytest
import torch
from drawn import KINDS, fitting, graph_around, sizes_for
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from workbench.engine.build.module import build_module
from workbench.engine.build.source import generate
from workbench.engine.graph.layer import Layer
from workbench.engine.train.sample_gradients import SampleGradients

BATCH = 3


@pytest.mark.parametrize("kind", [k for k in KINDS if not Layer.members[k].mixes_samples])
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(data=st.data())
def test_gradients_of_samples_are_those_of_each_sample_alone(kind: str, data: st.DataObject):
    layer, inputs = data.draw(fitting(kind))
    chance = {name: 0.0 for name in ("rate", "dropout") if name in type(layer).model_fields}
    layer = layer.updated(**chance)
    assume(layer.infer_ports(inputs)["y"].dtype == "float32")
    graph = graph_around(layer, inputs)
    torch.manual_seed(0)
    source = generate(graph)
    module = build_module(source)
    if kind == "sampling":
        module.eval()  # it draws at random in training
    parameters = dict(module.named_parameters())
    tensors = []
    for node in source.input_nodes:
        spec = graph.by_id[node].layer.infer_ports({})["y"]
        size = sizes_for(spec.dims, N=BATCH)
        most = getattr(layer, "vocabulary", 1)
        tensors.append(torch.randint(0, most, size) if spec.dtype == "int64" else torch.randn(size))
    together = module(*tensors).detach()
    expected = {name: [] for name in parameters}
    for i in range(BATCH):
        module.zero_grad()
        alone = module(*(t[i : i + 1] for t in tensors))
        torch.testing.assert_close(together[i : i + 1], alone.detach(), rtol=1e-4, atol=1e-5)
        if not parameters:
            continue
        alone.square().sum().backward()
        for name, parameter in parameters.items():
            expected[name].append(parameter.grad.clone())
    if not parameters:
        return
    module.zero_grad()
    watched = SampleGradients(module)
    (module(*tensors).square().sum() / BATCH).backward()
    found = watched.take()
    assert set(found) == set(parameters.values())
    for name, parameter in parameters.items():
        torch.testing.assert_close(found[parameter], torch.stack(expected[name]), rtol=1e-4, atol=1e-4)
        torch.testing.assert_close(found[parameter].mean(0), parameter.grad, rtol=1e-4, atol=1e-4)
    assert not watched.take()
