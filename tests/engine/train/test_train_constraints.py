"""Clipped gradients, L1 and the largest length of weights."""

from __future__ import annotations

import pytest
import torch
from test_train_resume import assert_same, dropping
from torch import nn
from training_helpers import drive, everything_of, moons

from workbench.engine.train.constraints import GradientClipping, WeightLimits, constraint_hooks
from workbench.engine.train.layerwise import exempt_from_decay
from workbench.engine.train.recipe import TrainingRecipe
from workbench.engine.train.regularization import Regularization


def network() -> nn.Sequential:
    torch.manual_seed(3)
    return nn.Sequential(
        nn.Conv2d(2, 4, 3), nn.BatchNorm2d(4), nn.ConvTranspose2d(4, 3, 2), nn.Flatten(), nn.LazyLinear(5)
    )


@pytest.fixture
def made():
    net = network()
    net(torch.randn(2, 2, 6, 6)).square().sum().backward()
    return net, torch.optim.SGD(net.parameters(), lr=0.1)


def gradients(net):
    return [p.grad.clone() for p in net.parameters()]


@pytest.mark.parametrize("longest", [0.5, 1e5])
def test_the_norm_is_clipped_as_torch_does(made, longest):
    net, _ = made
    wanted = network()
    wanted(torch.zeros(1, 2, 6, 6))
    wanted.load_state_dict(net.state_dict())
    for own, other in zip(wanted.parameters(), net.parameters(), strict=True):
        own.grad = other.grad.clone()
    nn.utils.clip_grad_norm_(wanted.parameters(), longest)
    GradientClipping(list(net.parameters()), norm=longest, value=0.0).on_gradients(1)
    for own, other in zip(gradients(net), gradients(wanted), strict=True):
        torch.testing.assert_close(own, other)


def test_values_are_clipped_before_the_norm(made):
    net, _ = made
    before = gradients(net)
    assert max(float(g.abs().max()) for g in before) > 0.05
    GradientClipping(list(net.parameters()), norm=0.0, value=0.05).on_gradients(1)
    for own, was in zip(gradients(net), before, strict=True):
        assert torch.equal(own, was.clamp(-0.05, 0.05))
    GradientClipping(list(net.parameters()), norm=0.01, value=0.05).on_gradients(1)
    length = torch.stack([g.norm() for g in gradients(net)]).norm()
    assert length.item() == pytest.approx(0.01, rel=1e-3)


def test_parameters_without_a_gradient_are_passed_by(made):
    net, _ = made
    for parameter in net.parameters():
        parameter.grad = None
    GradientClipping(list(net.parameters()), norm=1.0, value=1.0).on_gradients(1)


def test_l1_brings_weights_nearer_to_zero_and_no_further(made):
    net, optimizer = made
    before = {name: p.detach().clone() for name, p in net.named_parameters()}
    WeightLimits(net, optimizer, l1=0.4, max_norm=0.0).after_step(1)
    for name, parameter in net.named_parameters():
        was = before[name]
        if parameter.ndim < 2:
            assert torch.equal(parameter, was), name
        else:
            torch.testing.assert_close(parameter.detach(), was.sign() * (was.abs() - 0.1 * 0.4).clamp(min=0.0))
            assert (parameter == 0).any() and (parameter != 0).any(), name


def test_a_learning_rate_on_the_device_pulls_as_much(made):
    net, optimizer = made
    twin = network()
    twin(torch.zeros(1, 2, 6, 6))
    twin.load_state_dict(net.state_dict())
    WeightLimits(net, optimizer, l1=0.4, max_norm=0.0).after_step(1)
    other = torch.optim.SGD(twin.parameters(), lr=torch.tensor(0.1))
    WeightLimits(twin, other, l1=0.4, max_norm=0.0).after_step(1)
    for own, wanted in zip(twin.parameters(), net.parameters(), strict=True):
        torch.testing.assert_close(own, wanted)


def test_the_weights_into_a_unit_are_limited(made):
    net, optimizer = made
    before = {name: p.detach().clone() for name, p in net.named_parameters()}
    WeightLimits(net, optimizer, l1=0.0, max_norm=0.6).after_step(1)
    for name, parameter in net.named_parameters():
        if parameter.ndim < 2:
            assert torch.equal(parameter, before[name])
            continue
        # The units of a convolution backwards stand in its second dimension.
        own, was = (t.transpose(0, 1) if name.startswith("2") else t for t in (parameter, before[name]))
        lengths, old = own.flatten(1).norm(dim=1), was.flatten(1).norm(dim=1)
        assert (lengths <= 0.6 + 1e-5).all()
        assert torch.allclose(lengths, old.clamp(max=0.6), atol=1e-5), name
        kept = old < 0.6
        assert torch.equal(own[kept], was[kept])
    assert any((t.flatten(1).norm(dim=1) > 0.6).any() for t in before.values() if t.ndim > 1)


def test_biases_and_normalisation_are_no_weights():
    net = nn.Sequential(nn.Linear(3, 3), nn.LayerNorm((4, 3)), nn.GRU(3, 2), nn.Embedding(5, 2))
    exempt = exempt_from_decay(net)
    names = {name for name, p in net.named_parameters() if id(p) not in exempt}
    assert names == {"0.weight", "2.weight_ih_l0", "2.weight_hh_l0", "3.weight"}


def test_nothing_goes_along_where_all_is_off(made):
    net, optimizer = made
    assert constraint_hooks(Regularization(), net, optimizer) == []
    assert TrainingRecipe().regularization == Regularization()


LIMITS = {"l1": 0.01, "clip_norm": 0.5, "clip_value": 0.2, "max_norm": 1.0}


@pytest.mark.parametrize("optimizer", ["adam", "sgd"])
def test_a_run_with_limits_resumes_exactly(tmp_path, optimizer):
    project = dropping(regularization=LIMITS, optimizer=optimizer, learning_rate=0.1)
    whole = drive(project, tmp_path / "a.runs")[-1]
    stopped = drive(project, tmp_path / "b.runs", stop_after=12)[-1]
    drive(project, tmp_path / "b.runs", resume=stopped.run)
    tensors = everything_of(tmp_path / "a.runs", whole.run)
    assert_same(tensors, everything_of(tmp_path / "b.runs", stopped.run))
    weights = [t for name, t in tensors.items() if name.endswith("weight") and t.ndim == 2 and "/" not in name]
    assert weights and all((w.norm(dim=1) <= 1.0 + 1e-5).all() for w in weights)


def test_l1_makes_weights_exactly_zero(tmp_path):
    ended = drive(moons(regularization={"l1": 0.8}, epochs=10), tmp_path / "a.runs")[-1]
    weight = everything_of(tmp_path / "a.runs", ended.run)["dense_1.weight"]
    assert (weight == 0).float().mean() > 0.2


def test_regularisation_must_stay_when_a_run_is_resumed(tmp_path):
    stopped = drive(moons(), tmp_path / "a.runs", stop_after=5)[-1]
    ended = drive(moons(regularization={"clip_norm": 1.0}), tmp_path / "a.runs", resume=stopped.run)[-1]
    assert ended.reason == "error" and "the regularisation of the project changed" in ended.message
