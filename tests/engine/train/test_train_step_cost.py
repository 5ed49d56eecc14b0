"""What a step does not do: wait for the device, or call anything for hooks that are off."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import contextmanager

import pytest
import torch
from training_helpers import drive, moons

from workbench.engine.data.feed import ResidentFeed
from workbench.engine.graph import edits
from workbench.engine.train.hooks import Hook
from workbench.engine.train.losses import CrossEntropy
from workbench.engine.train.objectives import Goal, Objective
from workbench.engine.train.step import Step

WAITING = ("item", "tolist", "cpu", "numpy", "nonzero", "__bool__", "__float__", "__int__", "__index__")
"""Methods of a tensor that wait until the device has computed it."""

EVERYTHING = {
    "regularization": {"l1": 0.001, "clip_norm": 1.0, "clip_value": 0.5, "max_norm": 2.0},
    "averaging": {"kind": "ema", "decay": 0.9},
    "accumulation": 2,
    "schedule": {"kind": "cosine"},
    "weight_decay": 0.01,
    "optimizer": "adamw",
}


@contextmanager
def no_waiting(monkeypatch):
    def refuse(name):
        def method(*_args, **_kwargs):
            raise AssertionError(f"a step waits for the device: Tensor.{name}")

        return method

    with monkeypatch.context() as patched:
        for name in WAITING:
            patched.setattr(torch.Tensor, name, refuse(name))
        yield


@pytest.mark.parametrize(
    "training",
    [
        {},
        EVERYTHING,
        {"averaging": {"kind": "swa", "start": 0.0}, "optimizer": "sgd"},
        {"precision": "bf16", "memory_format": "channels_last"},
        {"loss": {"kind": "cross_entropy", "label_smoothing": 0.1}, "health": True},
    ],
    ids=["plain", "everything", "swa", "bf16", "smoothing"],
)
def test_no_step_waits_for_the_device(tmp_path, monkeypatch, training):
    """On the CPU, where waiting costs nothing: what a step calls is the same on a GPU."""
    plain, plain_step = Step.__call__, Step.__init__

    def watched(self, *args):
        with no_waiting(monkeypatch):
            return plain(self, *args)

    def made(self, *args, **kwargs):
        plain_step(self, *args, **kwargs)
        optimise = self._step

        def unwatched():
            # torch keeps the number of steps on the CPU and reads it there.
            with pytest.MonkeyPatch.context() as put_back:
                for name in WAITING:
                    put_back.setattr(torch.Tensor, name, KEPT[name])
                return optimise()

        self._step = unwatched

    monkeypatch.setattr(Step, "__call__", watched)
    monkeypatch.setattr(Step, "__init__", made)
    layers = [edits.make_layer("dense", units=8), edits.make_layer("batch_norm"), edits.make_layer("relu")]
    ended = drive(moons(*layers, edits.make_layer("dropout", rate=0.2), **training), tmp_path / "a.runs")[-1]
    assert (ended.reason, ended.message) == ("finished", "")


KEPT = {name: getattr(torch.Tensor, name) for name in WAITING}


def test_the_guard_sees_a_step_that_waits(monkeypatch):
    with no_waiting(monkeypatch), pytest.raises(AssertionError, match="waits for the device"):
        torch.ones(1).item()
    assert torch.ones(1).item() == 1.0


class Idle(Hook):
    """Overrides what belongs to epochs alone."""

    name = "idle"

    def after_epoch(self, epoch):
        pass


class Busy(Idle):
    def after_step(self, step):
        pass


def calls_of(hooks) -> Counter[str]:
    """Functions of the engine that the tenth step calls, by name."""
    torch.manual_seed(0)
    module = torch.nn.Sequential(torch.nn.Linear(4, 8), torch.nn.ReLU(), torch.nn.Linear(8, 3))
    objective = Objective((Goal("n", "label", "classification", CrossEntropy(), 3, "accuracy"),))
    step = Step(module, objective, torch.optim.Adam(module.parameters(), fused=True), hooks)
    x, y = torch.randn(16, 4), torch.randint(0, 3, (16,))
    for number in range(1, 10):
        step(number, (x,), (y,))
    found: Counter[str] = Counter()

    def note(frame, event, _argument):
        # Comprehensions are no calls of their own in later versions of Python.
        own = not frame.f_code.co_name.startswith("<")
        if event == "call" and own and frame.f_globals.get("__name__", "").startswith(("workbench.", __name__)):
            found[frame.f_code.co_name] += 1

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        step(10, (x,), (y,))
    finally:
        sys.setprofile(before)
    return found


def test_hooks_that_are_off_cost_no_call():
    plain = calls_of([])
    assert calls_of([Idle(), Idle(), Idle()]) == plain
    assert calls_of([Busy()])["after_step"] == 1


def test_a_plain_step_calls_little():
    """Counted, since time can't be measured on a busy machine."""
    calls = calls_of([])
    assert {"in_half", "unscale", "rehearse", "_learn_in_parts"}.isdisjoint(calls)
    assert sum(calls.values()) <= 11, calls.most_common()


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs an NVIDIA GPU")
@pytest.mark.parametrize(
    "training", [{}, EVERYTHING, {"precision": "fp16"}, {"precision": "bf16"}, {"cuda_graphs": "auto"}]
)
def test_no_step_waits_for_a_gpu(tmp_path, monkeypatch, training):
    """Nor do the batches of data that lies on it, whether steps are recorded as a CUDA graph or not."""
    plain, gather = Step.__call__, ResidentFeed.gather

    def watched(self, *args):
        torch.cuda.set_sync_debug_mode("error")
        try:
            return plain(self, *args)
        finally:
            torch.cuda.set_sync_debug_mode("default")

    def gathered(self, index):
        torch.cuda.set_sync_debug_mode("error")
        try:
            return gather(self, index)
        finally:
            torch.cuda.set_sync_debug_mode("default")

    monkeypatch.setattr(Step, "__call__", watched)
    monkeypatch.setattr(ResidentFeed, "gather", gathered)
    ended = drive(moons(**training), tmp_path / "a.runs", device="cuda")[-1]
    assert (ended.reason, ended.message) == ("finished", "")
