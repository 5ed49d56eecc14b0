"""Figures of layers are what they say, and what they show is said once, with a cure, for ill networks only."""

from __future__ import annotations

import math

import pytest
import torch
from torch import nn
from training_helpers import drive, moons

from workbench.engine.data.recipe import DataRecipe
from workbench.engine.graph import edits
from workbench.engine.project.samples import SAMPLES, sample
from workbench.engine.train.events import Health, RunEnded, Warned
from workbench.engine.train.health.figures import LayerFigures, Probe, read
from workbench.engine.train.health.findings import IN_A_ROW, SETTLING, LayerRules


@pytest.fixture
def measured(monkeypatch):
    """Every step is measured, whatever it costs."""
    monkeypatch.setattr("workbench.engine.train.health.hook.SOONEST", 0.0)
    monkeypatch.setattr("workbench.engine.train.health.hook.SHARE", float("inf"))
    monkeypatch.setattr("workbench.engine.train.health.hook.KEPT", float("inf"))


class Small(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.a, self.r, self.b = nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 2)

    def forward(self, x):
        return self.b(self.r(self.a(x)))


def small_step(module, probe, x):
    """One plain step of gradient descent; returns the figures, and gradients and weights before by name."""
    before = {n: p.detach().clone() for n, p in module.named_parameters()}
    for p in module.parameters():
        p.grad = None
    probe.begin()
    module(x).square().mean().backward()
    probe.gradients()
    with torch.no_grad():
        for p in module.parameters():
            p -= 0.1 * p.grad
    rows = probe.end()
    return read(probe.nodes, rows.tolist()), {n: p.grad for n, p in module.named_parameters()}, before


def test_figures_are_those_of_the_step():
    torch.manual_seed(0)
    module, x = Small(), torch.randn(16, 3)
    hidden = module.a(x).detach()
    probe = Probe(
        module, {"n1": "a", "n2": "r", "n3": "b", "n4": "not there"}, {"n1": "dense", "n2": "relu", "n3": "dense"}
    )
    figures, grads, before = small_step(module, probe, x)
    assert list(figures) == ["n1", "n2", "n3"]
    one = figures["n1"]
    assert one.mean == pytest.approx(hidden.mean().item(), rel=1e-5)
    assert one.spread == pytest.approx(hidden.std(correction=0).item(), rel=1e-5)
    assert one.varies == pytest.approx((hidden.var(0, correction=0).mean() / hidden.square().mean()).item(), rel=1e-5)
    gradient = math.hypot(grads["a.weight"].norm(), grads["a.bias"].norm())
    assert one.gradient == pytest.approx(gradient, rel=1e-5)
    assert one.weight == pytest.approx(math.hypot(before["a.weight"].norm(), before["a.bias"].norm()), rel=1e-5)
    assert one.ratio == pytest.approx(0.1 * gradient / one.weight, rel=1e-4)
    assert math.isnan(figures["n2"].gradient)
    assert math.isnan(figures["n2"].ratio)
    assert not module.a._forward_hooks


def test_a_unit_is_dead_that_gives_0_in_all_of_the_last_batches():
    torch.manual_seed(0)
    module = Small()
    with torch.no_grad():
        module.a.bias[0] = -100.0
        module.a.weight[1] = torch.tensor([1.0, 0.0, 0.0])
        module.a.bias[1:] = 0.0
    probe = Probe(module, {"r": "r"}, {"r": "relu"}, memory=3)
    shares = []
    for sign in (-1.0, -1.0, 1.0, -1.0):
        x = torch.randn(16, 3).abs() * torch.tensor([sign, 1.0, 1.0])
        with torch.no_grad():
            module.a.weight[2:] = torch.tensor([0.0, 1.0, 0.0])
        figures, _, _ = small_step(module, probe, x)
        shares.append(figures["r"].dead)
    # Not known before three batches; unit 1 is alive in one of them.
    assert math.isnan(shares[0])
    assert math.isnan(shares[1])
    assert shares[2:] == [0.25, 0.25]


HEALTHY = LayerFigures(mean=0.1, spread=1.0, varies=0.5, dead=0.3, gradient=1.0, weight=10.0, update=0.01)
NAMES = {"a": "dense_1", "r": "relu_1", "b": "dense_2", "c": "dense_3", "d": "dense_4"}


def codes_of(*changes: dict[str, dict[str, float]], steps: int = 10) -> list[tuple[str, str]]:
    """What is found when the last of ``changes`` stays; each names figures by node."""
    rules = LayerRules(NAMES, ["a", "b", "c", "d"], dict.fromkeys(["a", "b", "c", "d"], 100))
    said = []
    for step in range(steps):
        change = changes[min(step, len(changes) - 1)]
        figures = {i: LayerFigures(**{**vars(HEALTHY), **change.get(i, {})}) for i in NAMES}
        said += rules.judge(SETTLING + 1 + step, figures)
    return [(f.code.removeprefix("health."), f.node) for f in said]


def test_healthy_figures_say_nothing():
    assert codes_of({}) == []


@pytest.mark.parametrize(
    ("change", "code", "node"),
    [
        ({"r": {"dead": 0.95}}, "dead_units", "r"),
        ({"b": {"varies": 0.0}, "c": {"varies": 0.0}}, "same_output", "b"),
        ({"a": {"gradient": 1e-6}}, "vanishing_gradients", "a"),
        ({i: {"update": 6.0} for i in NAMES}, "wild_updates", ""),
    ],
)
def test_each_illness_is_said_once_and_only_when_it_lasts(change, code, node):
    assert codes_of(change) == [(code, node)]
    assert codes_of(*[change, change, {}] * 4, steps=12) == []
    assert codes_of(*[change] * IN_A_ROW, {}) == [(code, node)]


def test_gradients_explode_against_what_was_usual():
    grown = {i: {"gradient": 1000.0} for i in NAMES}
    assert codes_of({}, {}, {}, {}, grown) == [("exploding_gradients", "")]
    assert codes_of(grown) == []  # large from the beginning is a matter of scale
    assert codes_of(*[{i: {"gradient": 1e-4} for i in NAMES}] * 4, {i: {"gradient": 1.0} for i in NAMES}) == []


def digits(*middle, **training):
    """The digits with a network of one's own, one epoch of 36 steps."""
    shape = (1, 8, 8)
    graph = edits.chain(
        edits.make_layer("input", shape=shape),
        edits.make_layer("flatten"),
        *middle,
        edits.make_layer("dense", units=10),
        edits.make_layer("output"),
    )
    project = sample("digits-mlp").project().with_graph(graph)
    return project.updated(training=project.training.updated(batch_size=32, epochs=3, **training))


def dense(units, activation):
    return (edits.make_layer("dense", units=units), edits.make_layer(activation))


def said_by(project, folder) -> dict[str, str]:
    """Messages of findings by code; the node's name in front where there is one."""
    names = {n.id: n.name for n in project.graph.nodes}
    events = drive(project, folder / "a.runs")
    assert isinstance(events[-1], RunEnded)
    return {
        e.code.removeprefix("health."): f"{names.get(e.node, '')}: {e.message}" for e in events if isinstance(e, Warned)
    }


def test_a_real_run_with_a_wild_learning_rate(tmp_path, measured):
    said = said_by(digits(*dense(64, "relu"), *dense(64, "relu"), learning_rate=1.0), tmp_path)
    assert "relu" in said["dead_units"].split(":")[0]


def test_a_real_run_of_a_deep_network_of_sigmoids(tmp_path, measured):
    said = said_by(digits(*dense(32, "sigmoid") * 8, learning_rate=0.01, optimizer={"kind": "sgd"}), tmp_path)
    assert said["vanishing_gradients"].startswith("dense_1:")
    assert "ReLU" in said["vanishing_gradients"]


def test_a_deep_network_of_relus_is_well(tmp_path, measured):
    assert said_by(digits(*dense(32, "relu") * 8), tmp_path) == {}


@pytest.mark.parametrize("name", [s.id for s in SAMPLES if s.id not in ("docstrings-cnn", "digits-cnn", "code-tags")])
def test_starter_projects_are_well(tmp_path, measured, name):
    """All of their steps measured, to the end: nothing is said of a healthy run."""
    project = sample(name).project()
    if project.data == DataRecipe() or "model" not in project.networks:
        pytest.skip("it trains no network of its own")
    assert said_by(project, tmp_path) == {}


def test_figures_come_as_events_and_stay_out_of_the_result(tmp_path, measured):
    with_figures = drive(moons(epochs=2), tmp_path / "a.runs")
    without = drive(moons(epochs=2, health=False), tmp_path / "b.runs")
    figures = [e for e in with_figures if isinstance(e, Health)]
    assert [f.step for f in figures] == list(range(1, 17))
    assert set(figures[-1].layers["n1"]) == {"mean", "spread", "varies", "gradient", "weight", "update"}
    assert not any(isinstance(e, Health) for e in without)
    assert with_figures[-1].metrics == without[-1].metrics
