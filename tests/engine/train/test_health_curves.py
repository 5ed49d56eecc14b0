"""What the curves of a run show, and in which layer NaN began."""

from __future__ import annotations

import math

import pytest
import torch
from training_helpers import drive, moons

from workbench.engine.graph import edits
from workbench.engine.project.samples import sample
from workbench.engine.train import setup
from workbench.engine.train.events import RunEnded, Warned
from workbench.engine.train.health.curves import CurveRules
from workbench.engine.train.hooks import Hook


def judged(train, validation=None, baseline=None, epochs=60, decaying=False) -> list[tuple[int, str]]:
    """The findings, each with the epoch it came in."""
    rules = CurveRules(baseline, epochs, decaying=decaying)
    found = []
    for epoch, loss in enumerate(train):
        val = validation[epoch] if validation is not None else None
        found += [(epoch + 1, f.code.removeprefix("health.")) for f in rules.judge(100 * (epoch + 1), loss, val)]
    return found


def falling(count=40, start=2.3, floor=0.1, pace=0.9):
    return [floor + (start - floor) * pace**i for i in range(count)]


def test_a_run_that_learns_is_well():
    assert judged(falling(), [1.05 * v for v in falling()], baseline=2.3) == []


def test_noise_is_no_illness():
    generator = torch.Generator().manual_seed(1)
    noise = (1 + 0.1 * torch.randn(40, generator=generator)).tolist()
    assert judged(falling(), [n * v for n, v in zip(noise, falling(), strict=True)], baseline=2.3) == []


def test_overfitting_needs_a_rise_that_lasts():
    train = falling(30, pace=0.8)
    risen = [*train[:10], *(train[9] * (1 + 0.1 * i) for i in range(1, 21))]
    (found,) = judged(train, risen, baseline=2.3)
    assert found[1] == "overfitting"
    assert 12 <= found[0] <= 20
    one_bad = [v if i != 15 else 3 * v for i, v in enumerate(train)]
    assert judged(train, one_bad, baseline=2.3) == []
    # From next to nothing to twice that is nothing still.
    small = [v / 100 for v in risen]
    assert judged(train, small, baseline=2.3) == []


def test_diverging():
    rising = [1.0, 0.5, 0.6, 0.9, 1.3, 2.0]
    assert judged(rising) == [(5, "diverging")]
    assert judged([1.0, 0.5, 0.7, 0.5, 0.8, 0.5]) == []


def test_nothing_learnt_is_told_by_the_loss_of_not_looking():
    flat = [2.31, 2.302, 2.303, 2.301, 2.302, 2.303, 2.302]
    assert judged(flat, flat, baseline=math.log(10)) == [(5, "nothing_learnt")]
    assert judged(flat, flat, baseline=3.0, epochs=8) == []


def test_underfitting_stands_still_at_little():
    little = [2.2, 2.1, *[2.05] * 20]
    assert judged(little, little, baseline=2.3) == [(10, "underfitting")]


def test_a_plateau_is_told_while_many_epochs_are_left():
    train = [2.0, 1.0, *[0.5] * 30]
    assert judged(train, train) == [(10, "plateau")]
    assert judged(train, train, decaying=True) == []
    assert judged(train[:12], train[:12], epochs=12) == []


def test_a_resumed_run_goes_on_and_says_nothing_twice():
    train = [2.0, 1.0, *[0.5] * 30]
    rules = CurveRules(None, 60)
    said = [f.code for i, v in enumerate(train[:20]) for f in rules.judge(100 * i, v, v)]
    again = CurveRules(None, 60)
    again.load(rules.state())
    assert again.train == train[:20]
    assert said == ["health.plateau"]
    assert [f for i, v in enumerate(train[20:]) for f in again.judge(2000 + 100 * i, v, v)] == []


def ended_of(events) -> tuple[RunEnded, list[Warned]]:
    return events[-1], [e for e in events if isinstance(e, Warned) and e.code == "health.not_finite"]


def test_the_layer_in_which_nan_began_is_named(tmp_path):
    """The second dense layer overflows: found by doing the steps again from the beginning."""
    deep = [x for _ in range(3) for x in (edits.make_layer("dense", units=64), edits.make_layer("relu"))]
    graph = edits.chain(
        edits.make_layer("input", shape=(1, 8, 8)),
        edits.make_layer("flatten"),
        *deep,
        edits.make_layer("dense", units=10),
        edits.make_layer("output"),
    )
    project = sample("digits-mlp").project().with_graph(graph)
    project = project.updated(
        training=project.training.updated(
            batch_size=32, learning_rate=20.0, optimizer=project.training.optimizer.members["sgd"](momentum=0.9)
        )
    )
    ended, (warned,) = ended_of(drive(project, tmp_path / "a.runs"))
    assert ended.reason == "diverged"
    names = {n.id: n.name for n in graph.nodes}
    assert f"step {ended.step} with the output of {names[warned.node]}, into" in ended.message
    assert warned.message in ended.message


@pytest.fixture
def ruin(monkeypatch):
    """Puts a hook into sessions that spoils the first weights, or their gradient, in a step."""

    def use(step, what):
        class Ruin(Hook):
            name = "ruin"

            def __init__(self, session):
                self.first = next(session.module.parameters())

            def on_gradients(self, now):
                if now == step and what == "gradient":
                    self.first.grad.fill_(math.nan)

            def after_step(self, now):
                if now == step and what == "weights":
                    self.first.data.fill_(math.inf)

        make = setup.make_hooks
        monkeypatch.setattr(setup, "make_hooks", lambda session, *rest: [Ruin(session), *make(session, *rest)])

    return use


@pytest.mark.parametrize("step", [3, 8, 13, 22])
@pytest.mark.parametrize("what", ["gradient", "weights"])
def test_what_a_step_ruined_is_told(tmp_path, ruin, step, what):
    """With and without a checkpoint before it; 8 steps make an epoch."""
    ruin(step, what)
    project = moons()
    ended, (warned,) = ended_of(drive(project, tmp_path / "a.runs"))
    assert (ended.reason, ended.epoch) == ("diverged", (step - 1) // 8)
    assert f"began in step {step} with the {what} of dense_1" in ended.message
    assert warned.node == "n1"


def test_a_run_that_took_long_to_diverge_is_not_done_again(tmp_path, ruin, monkeypatch):
    monkeypatch.setattr("workbench.engine.train.run.LONGEST", 0.5)  # the tests' clock goes on by seconds
    ruin(13, "weights")
    ended, warned = ended_of(drive(moons(), tmp_path / "a.runs"))
    assert ended.reason == "diverged"
    assert warned == []
