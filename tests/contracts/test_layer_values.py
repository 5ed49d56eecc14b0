"""What layers compute, where our source does more than call one module of torch."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from drawn import graph_around
from torch import nn

from workbench.engine.build.module import build_module
from workbench.engine.build.source import generate
from workbench.engine.errors import ShapeProblem
from workbench.engine.graph import edits
from workbench.engine.graph.layer import Layer
from workbench.engine.layers.norm import groups_for
from workbench.engine.shapes import TensorSpec, batch


def module_of(kind: str, spec: TensorSpec, **fields: object) -> nn.Module:
    torch.manual_seed(0)
    return build_module(generate(graph_around(edits.make_layer(kind, **fields), {"x": (spec,)})))


def by_hand(x: np.ndarray, kernel: int, stride: int, how: str) -> np.ndarray:
    """Pooling of (N, T, C) under "same" padding, window by window: only real values count."""
    steps = x.shape[1]
    before = (kernel - 1) // 2
    windows = [x[:, max(0, s - before) : s - before + kernel] for s in range(0, steps, stride)]
    return np.stack([w.max(axis=1) if how == "max" else w.mean(axis=1) for w in windows], axis=1)


@pytest.mark.parametrize("kernel", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("stride", [1, 2, 3])
@pytest.mark.parametrize("how", ["max", "avg"])
def test_same_pooling_counts_real_values_only(how: str, kernel: int, stride: int):
    x = torch.randn(2, 7, 3, generator=torch.Generator().manual_seed(1))
    pool = module_of(f"{how}_pool1d", batch(7, 3), kernel_size=kernel, stride=stride, padding="same")
    np.testing.assert_allclose(pool(x).numpy(), by_hand(x.numpy(), kernel, stride, how), rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("how", ["max", "avg"])
def test_same_pooling_of_pictures_is_that_of_both_axes(how: str):
    x = torch.randn(2, 3, 7, 6, generator=torch.Generator().manual_seed(1))
    pool = module_of(f"{how}_pool2d", batch(3, 7, 6), kernel_size=(4, 3), stride=(2, 1), padding="same")
    rows = by_hand(x.permute(0, 2, 1, 3).flatten(2).numpy(), 4, 2, how).reshape(2, 4, 3, 6)
    both = by_hand(rows.transpose(0, 3, 1, 2).reshape(2, 6, -1), 3, 1, how).reshape(2, 6, 4, 3).transpose(0, 3, 2, 1)
    np.testing.assert_allclose(pool(x).numpy(), both, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize(("kernel", "stride", "dilation"), [(3, 2, 1), (4, 2, 1), (2, 3, 1), (5, 3, 2), (4, 1, 3)])
@pytest.mark.parametrize("size", [7, 8, 9])
def test_same_convolution_pads_half_in_front(kernel: int, stride: int, dilation: int, size: int):
    x = torch.randn(2, 3, size, size, generator=torch.Generator().manual_seed(1))
    fields = {"filters": 2, "kernel_size": kernel, "stride": stride, "dilation": dilation}
    module = module_of("conv2d", batch(3, size, size), **fields)
    total = dilation * (kernel - 1)
    padded = nn.functional.pad(x, (total // 2, total - total // 2) * 2)
    expected = nn.functional.conv2d(padded, module.layer.weight, module.layer.bias, stride, 0, dilation)
    torch.testing.assert_close(module(x), expected)
    assert module(x).shape[-1] == -(-size // stride)


def test_stride_one_same_padding_is_torchs_own():
    module = module_of("conv2d", batch(3, 8, 8), kernel_size=(3, 5))
    assert module.layer.padding == "same"


@pytest.mark.parametrize("kind", ["lstm", "gru", "simple_rnn"])
@pytest.mark.parametrize("both", [False, True])
def test_recurrent_layers_end_with_the_last_state_of_each_direction(kind: str, both: bool):
    x = torch.randn(2, 5, 4, generator=torch.Generator().manual_seed(1))
    module = module_of(kind, batch(5, 4), units=3, num_layers=2, bidirectional=both)
    _, state = module.layer(x)
    hidden = state[0] if kind == "lstm" else state
    expected = torch.cat([hidden[-2], hidden[-1]], dim=1) if both else hidden[-1]
    torch.testing.assert_close(module(x), expected)


def test_dropout_between_the_layers_reaches_torch():
    module = module_of("gru", batch(5, 4), units=3, num_layers=2, dropout=0.25)
    assert module.layer.dropout == 0.25


@pytest.mark.parametrize(("spec", "axis"), [(batch(5), 1), (batch(4, 5), 2), (batch(5, 4, 4), 1)])
def test_softmax_goes_over_features_or_channels(spec: TensorSpec, axis: int):
    result = module_of("softmax", spec)(torch.randn(2, *spec.sample))
    torch.testing.assert_close(result.sum(dim=axis), torch.ones_like(result.sum(dim=axis)))


@pytest.mark.parametrize("spec", [batch(6), batch(4, 6), batch(6, 4, 4)])
def test_group_norm_works_on_each_group_of_a_sample_by_itself(spec: TensorSpec):
    x = torch.randn(8, *spec.sample, generator=torch.Generator().manual_seed(1)) * 3 + 5
    module = module_of("group_norm", spec, groups=2)
    result = module(x)
    channels_first = result.transpose(1, 2) if spec.rank == 3 else result
    groups = channels_first.reshape(8, 2, -1)
    torch.testing.assert_close(groups.mean(2), torch.zeros(8, 2), atol=1e-5, rtol=0)
    torch.testing.assert_close(groups.var(2, correction=0), torch.ones(8, 2), atol=1e-3, rtol=0)
    torch.testing.assert_close(module(x[:1]), result[:1])


def test_group_norm_keeps_several_numbers_in_a_group():
    with pytest.raises(ShapeProblem, match="single number") as caught:
        Layer.members["group_norm"](groups=6).infer_ports({"x": (batch(6),)})
    assert caught.value.suggestions[0].value == 1
    assert groups_for(batch(64)) == 8  # vectors of 8
    assert groups_for(batch(64, 7, 7)) == 16
    assert groups_for(batch(512, 7, 7)) == 32
    assert groups_for(batch(3, 7, 7)) == 1
    assert groups_for(batch(7)) == 1


@pytest.mark.parametrize(("spec", "over"), [(batch(5), (0,)), (batch(4, 5), (0, 1)), (batch(5, 4, 4), (0, 2, 3))])
def test_batch_norm_works_on_features_or_channels(spec: TensorSpec, over: tuple[int, ...]):
    result = module_of("batch_norm", spec)(torch.randn(64, *spec.sample) * 3 + 5)
    torch.testing.assert_close(result.mean(dim=over), torch.zeros(5), atol=1e-4, rtol=0)
    torch.testing.assert_close(result.var(dim=over, correction=0), torch.ones(5), atol=1e-3, rtol=0)


def test_the_padding_id_stays_zero():
    module = module_of("embedding", batch(4, dtype="int64"), vocabulary=10, dimensions=3, padding_id=2)
    result = module(torch.tensor([[2, 1, 2, 9]]))
    assert result[0, 0].abs().sum() == 0
    assert result[0, 1].abs().sum() > 0


def test_convolutions_of_sequences_run_along_time():
    x = torch.randn(2, 6, 3, generator=torch.Generator().manual_seed(1))
    module = module_of("conv1d", batch(6, 3), filters=4)
    torch.testing.assert_close(module(x), module.layer(x.transpose(1, 2)).transpose(1, 2))


@pytest.mark.parametrize(("kind", "expected"), [("add", 6.0), ("multiply", 6.0)])
def test_merges_take_every_input(kind: str, expected: float):
    spec = batch(2)
    source = generate(graph_around(edits.make_layer(kind), {"x": (spec, spec, spec)}))
    values = [torch.full((1, 2), float(n)) for n in (1, 2, 3)]
    assert build_module(source)(*values).unique().tolist() == [expected]


def test_concat_keeps_the_order_of_its_links():
    spec = batch(1)
    source = generate(graph_around(edits.make_layer("concat"), {"x": (spec, spec, spec)}))
    assert build_module(source)(*(torch.full((1, 1), float(n)) for n in (3, 1, 2))).tolist() == [[3.0, 1.0, 2.0]]


def test_inner_products_of_fourier_features_are_the_kernel():
    """Rahimi and Recht: near exp(-gamma |x - y|^2), and the nearer the more features; scikit-learn has the kernel."""
    from sklearn.metrics.pairwise import rbf_kernel

    x = torch.randn(20, 6, generator=torch.Generator().manual_seed(1))
    for fields, gamma in (({"gamma": 0.3}, 0.3), ({}, 1 / 6)):
        exact, misses = rbf_kernel(x.numpy(), gamma=gamma), []
        for features in (100, 40_000):
            z = module_of("fourier_features", batch(6), features=features, **fields)(x)
            misses.append(float(np.abs((z @ z.T).numpy() - exact).max()))
        assert misses[1] < 0.03 < misses[0]


def test_fourier_features_are_fixed_and_told_by_their_seed():
    made = [module_of("fourier_features", batch(6), features=8, seed=seed) for seed in (0, 0, 1)]
    state = torch.get_rng_state()
    states = [m.state_dict() for m in made]
    assert torch.equal(state, torch.manual_seed(0).get_state()), "the network's own random numbers are not touched"
    assert all(torch.equal(a, b) for a, b in zip(states[0].values(), states[1].values(), strict=True))
    assert not any(torch.equal(a, b) for a, b in zip(states[0].values(), states[2].values(), strict=True))
    assert len(states[0]) == 2 and not list(made[0].parameters()), "kept, and not learnt"
