"""Hooks are called where they say, end a run, and are carried by checkpoints."""

from __future__ import annotations

from contextlib import contextmanager

import pytest
import torch
from training_helpers import drive, moons

from workbench.engine.runs.store import RunStore
from workbench.engine.train.checkpoint import read_snapshot
from workbench.engine.train.events import EpochDone, RunEnded, Warned
from workbench.engine.train.hooks import Hook, overriding


class Telling(Hook):
    """Writes down what is called."""

    name = "telling"

    def __init__(self, session, stop_at: int = 0) -> None:
        self.session, self.stop_at = session, stop_at
        self.calls: list[str] = []
        self.inside = False

    def before_step(self, step):
        self.weights = [p.detach().clone() for p in self.session.module.parameters()]
        self.calls.append(f"before {step}")

    def on_gradients(self, step):
        assert all(p.grad is not None for p in self.session.module.parameters())
        assert all(torch.equal(a, b) for a, b in zip(self.weights, self.session.module.parameters(), strict=True))
        self.calls.append(f"gradients {step}")

    def after_step(self, step):
        assert not all(torch.equal(a, b) for a, b in zip(self.weights, self.session.module.parameters(), strict=True))
        self.calls.append(f"after {step}")

    def after_epoch(self, epoch):
        self.calls.append(f"epoch {epoch.number}")
        epoch.metrics["told"] = float(epoch.step)
        epoch.events.append(Warned(run=self.session.run, time=0.0, code="test.told", message="told"))
        if epoch.number == self.stop_at:
            epoch.stop = "early_stopped"

    @contextmanager
    def evaluating(self):
        self.calls.append("evaluating")
        yield
        self.calls.append("evaluated")


class Counting(Hook):
    """Pulls the weights by a share that grows with each step: wrong after a resume that loses its state."""

    name = "counting"

    def __init__(self, session) -> None:
        self.session = session
        self.total = torch.zeros(())
        self.count = 0

    def after_step(self, step):
        self.count += 1
        assert self.count == step
        self.total += 1.0
        with torch.no_grad():
            for parameter in self.session.module.parameters():
                parameter.mul_(1.0 - 1e-4 * self.total)

    def state(self):
        return {"total": self.total.clone()}, {"count": self.count}

    def load(self, tensors, values):
        self.total, self.count = tensors["total"].clone(), values["count"]


@pytest.fixture
def hooked(monkeypatch):
    """Puts hooks into every session that is made from here on; returns those of the last one."""

    def use(*makers):
        kept: list[Hook] = []

        def make(session, _project, _prepared):
            kept[:] = [m(session) for m in makers]
            return list(kept)

        monkeypatch.setattr("workbench.engine.train.setup.make_hooks", make)
        return kept

    return use


def test_methods_are_called_in_order(tmp_path, hooked):
    kept = hooked(Telling)
    events = drive(moons(epochs=1, batch_size=32), tmp_path / "a.runs")
    calls = kept[0].calls
    assert calls[:6] == ["before 1", "gradients 1", "after 1", "before 2", "gradients 2", "after 2"]
    # Around validation, around the copy of the best weights, and around those that the last checkpoint shows.
    around = ["evaluating", "evaluated"]
    assert calls[-7:] == [*around, "epoch 1", *around, *around]
    done = next(e for e in events if isinstance(e, EpochDone))
    assert done.metrics["told"] == done.step
    assert [e.message for e in events if isinstance(e, Warned)] == ["told"]


def test_a_hook_can_end_a_run(tmp_path, hooked):
    hooked(lambda session: Telling(session, stop_at=2))
    folder = tmp_path / "a.runs"
    ended = drive(moons(epochs=5), folder)[-1]
    assert isinstance(ended, RunEnded)
    assert (ended.reason, ended.epoch) == ("early_stopped", 2)
    assert RunStore(folder).has_weights(ended.run, "last")
    assert RunStore(folder).get(ended.run).state == "early_stopped"


def test_state_is_carried_through_a_resume(tmp_path, hooked):
    hooked(Counting)
    whole, parts = tmp_path / "whole.runs", tmp_path / "parts.runs"
    run = drive(moons(), whole)[-1].run
    stopped = drive(moons(), parts, stop_after=11)[-1]
    assert drive(moons(), parts, resume=stopped.run)[-1].reason == "finished"
    one = read_snapshot(RunStore(whole).weights_path(run, "last"))
    other = read_snapshot(RunStore(parts).weights_path(stopped.run, "last"))
    assert one.extra["hooks/counting/total"] == 24.0
    assert one.about["hooks"] == other.about["hooks"] == {"counting": {"count": 24}}
    for name, tensor in {**one.weights, **one.extra}.items():
        assert torch.equal(tensor, {**other.weights, **other.extra}[name]), name


def test_what_a_hook_does_not_override_is_never_called():
    session = object()
    assert overriding([Counting(session)], "after_step") != ()
    for method in ("before_step", "on_gradients", "after_epoch", "evaluating"):
        assert overriding([Counting(session)], method) == ()
