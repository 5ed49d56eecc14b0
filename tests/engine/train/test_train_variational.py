"""A variational autoencoder: what its layer samples, what is added to the loss, and going on exactly."""

from __future__ import annotations

import math

import pytest
import torch
from training_helpers import drive, everything_of

from workbench.engine.build.module import build_module
from workbench.engine.build.source import generate
from workbench.engine.check import check_project
from workbench.engine.data.prepare import prepare
from workbench.engine.document import Project
from workbench.engine.graph import edits
from workbench.engine.graph.infer import infer
from workbench.engine.project.samples import sample
from workbench.engine.runs.store import RunStore
from workbench.engine.train.events import EpochDone, Metrics


def digits(beta: float = 1.0, **training) -> Project:
    project = sample("digits-vae").project()
    node = project.graph.by_name["sampling_1"].id
    graph = edits.set_field(project.graph, node, "beta", beta)
    recipe = project.training.updated(batch_size=256, epochs=2, **training)
    return project.with_graph(graph).updated(training=recipe)


def module_of(project: Project) -> torch.nn.Module:
    torch.manual_seed(0)
    return build_module(generate(project.graph, prepare(project.data).facts))


def test_the_layer_samples_while_training_and_gives_the_mean_otherwise():
    layer = module_of(digits()).sampling_1
    mean, log_variance = torch.full((4000, 1), 2.0), torch.full((4000, 1), math.log(0.25))
    drawn = layer.train()(mean, log_variance)
    assert drawn.mean().item() == pytest.approx(2.0, abs=0.05)
    assert drawn.std().item() == pytest.approx(0.5, abs=0.05)
    assert torch.equal(layer.eval()(mean, log_variance), mean)


def test_the_divergence_is_that_of_torch():
    layer = module_of(digits(beta=3.0)).sampling_1
    mean, log_variance = torch.randn(5, 8), torch.randn(5, 8)
    normal = torch.distributions.Normal
    expected = torch.distributions.kl_divergence(
        normal(mean, (0.5 * log_variance).exp()), normal(torch.zeros(5, 8), torch.ones(5, 8))
    ).sum(1)
    assert torch.allclose(layer.divergence(mean, log_variance), expected, atol=1e-5)
    assert torch.allclose(layer.added_loss(mean, log_variance), 3.0 * expected, atol=1e-4)


def test_the_divergence_has_a_gradient_through_the_sample():
    layer = module_of(digits()).sampling_1.train()
    mean, log_variance = torch.zeros(3, 2, requires_grad=True), torch.zeros(3, 2, requires_grad=True)
    layer(mean, log_variance).square().sum().backward()
    assert mean.grad.abs().sum() > 0 and log_variance.grad.abs().sum() > 0


@pytest.mark.parametrize("accumulation", [1, 4])
def test_the_loss_is_both_parts_as_they_are_told(tmp_path, accumulation):
    """Reconstruction is a mean over 64 pixels, so the divergence counts a 64th of its nats, times beta."""
    events = drive(digits(beta=2.0, accumulation=accumulation), tmp_path / "a.runs")
    assert events[-1].reason == "finished", events[-1].message
    for block in (e for e in events if isinstance(e, Metrics)):
        for loss, again, kl in zip(*(block.values[n] for n in ("loss", "reconstruction_loss", "kl")), strict=True):
            assert loss == pytest.approx(again + 2.0 * kl / 64, rel=1e-4)
            assert kl > 0
    for epoch in (e for e in events if isinstance(e, EpochDone)):
        m = epoch.metrics
        assert m["val_loss"] == pytest.approx(m["val_reconstruction_loss"] + 2.0 * m["val_kl"] / 64, rel=1e-4)


def test_more_weight_leaves_less_divergence(tmp_path):
    found = {}
    for beta in (0.0, 10.0):
        events = drive(digits(beta=beta, learning_rate=0.01).updated(), tmp_path / f"{beta}.runs")
        found[beta] = events[-1].metrics["val_kl"]
    assert found[10.0] < 0.5 * found[0.0]


def test_stopped_and_resumed_is_byte_identical(tmp_path):
    whole = drive(digits(), tmp_path / "whole.runs")[-1].run
    stopped = drive(digits(), tmp_path / "a.runs", stop_after=3)[-1].run
    drive(digits(), tmp_path / "a.runs", resume=stopped)
    one, other = everything_of(tmp_path / "whole.runs", whole), everything_of(tmp_path / "a.runs", stopped)
    assert [n for n in one if not torch.equal(one[n], other[n])] == []
    series = [RunStore(tmp_path / f).series(r) for f, r in (("whole.runs", whole), ("a.runs", stopped))]
    assert {n: v.tolist() for n, (_, v) in series[0].items()} == {n: v.tolist() for n, (_, v) in series[1].items()}


def test_means_and_variances_of_different_sizes_are_refused():
    project = digits()
    node = project.graph.by_name["log_variance"].id
    found = infer(edits.set_field(project.graph, node, "units", 4))
    assert [p.code for p in found.errors] == ["shape.sampling"]
    assert str(found.errors[0]).startswith("sampling_1 gets means N × 8 and logarithms of variances N × 4.")
    assert not check_project(project, prepare(project.data).facts).problems
