"""A run taken up again ends as if it had never been interrupted."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import torch
from training_helpers import drive, moons

from workbench.engine.errors import TrainingError
from workbench.engine.graph import edits
from workbench.engine.runs.store import RunStore
from workbench.engine.train.checkpoint import read_snapshot
from workbench.engine.train.events import EpochDone, Metrics, RunEnded, RunStarted
from workbench.engine.train.loop import Loop


def dropping(**training):
    """A network with dropout, and batch normalisation for its buffers."""
    layers = (
        edits.make_layer("dense", units=8),
        edits.make_layer("batch_norm"),
        edits.make_layer("relu"),
        edits.make_layer("dropout", rate=0.3),
    )
    return moons(*layers, **training)


def tensors_of(store: RunStore, run: str, which: str = "last") -> dict[str, torch.Tensor]:
    """Everything in a checkpoint: weights, optimiser and random states."""
    snapshot = read_snapshot(store.weights_path(run, which))
    return {**snapshot.weights, **{f"train/{k}": v for k, v in snapshot.extra.items()}}


def assert_same(one: dict[str, torch.Tensor], other: dict[str, torch.Tensor]) -> None:
    assert one.keys() == other.keys()
    assert [n for n in one if not torch.equal(one[n], other[n])] == []


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory):
    """Four epochs in one go."""
    folder = tmp_path_factory.mktemp("whole") / "a.runs"
    events = drive(dropping(epochs=4), folder)
    return RunStore(folder), events[0].run, events


@pytest.mark.parametrize("stops", [(1,), (5,), (8,), (11,), (31,), (3, 9, 2)])
def test_stopped_and_resumed_is_byte_identical(tmp_path, uninterrupted, stops):
    whole, whole_run, whole_events = uninterrupted
    folder = tmp_path / "a.runs"
    run = ""
    for stop_after in stops:
        events = drive(dropping(epochs=4), folder, resume=run, stop_after=stop_after)
        assert events[-1].reason == "stopped"
        run = events[-1].run
    ended = drive(dropping(epochs=4), folder, resume=run)[-1]
    assert ended.reason == "finished"
    store = RunStore(folder)
    for which in ("last", "best"):
        assert_same(tensors_of(store, run, which), tensors_of(whole, whole_run, which))
    assert ended.metrics == whole_events[-1].metrics
    for name, (steps, values) in whole.series(whole_run).items():
        own_steps, own_values = store.series(run)[name]
        assert own_steps.tolist() == steps.tolist(), name
        assert own_values.tolist() == values.tolist(), name


def test_the_record_of_a_resumed_run_reads_as_one(tmp_path):
    folder = tmp_path / "a.runs"
    first = drive(moons(), folder, stop_after=11)
    assert (first[-1].epoch, first[-1].step) == (1, 11)
    drive(moons(), folder, resume=first[-1].run)
    events = RunStore(folder).events(first[-1].run)
    starts = [e for e in events if isinstance(e, RunStarted)]
    assert [(e.first_epoch, e.first_step) for e in starts] == [(0, 0), (1, 11)]
    assert sum(isinstance(e, RunEnded) for e in events) == 1
    assert [e.epoch for e in events if isinstance(e, EpochDone)] == [1, 2, 3]
    assert len(RunStore(folder).runs()) == 1


CHILD = """
import sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from test_train_resume import dropping
from training_helpers import ticking
from workbench.engine.train import run
from workbench.engine.train.control import Control
from workbench.engine.train.runspec import RunSpec
spec = RunSpec(project=dropping(epochs=30), runs_dir=Path(sys.argv[2]), threads=1, device="cpu")
for event in run.run(spec, Control(), clock=ticking()):
    print(event.event, flush=True)
    time.sleep(0.002)
"""


@pytest.mark.slow
def test_killed_and_resumed_is_byte_identical(tmp_path):
    folder = tmp_path / "a.runs"
    project = dropping(epochs=30)
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(Path(__file__).parent), str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    seen = 0
    for line in child.stdout:
        seen += line.strip() == "epoch_done"
        if seen == 7:
            break
    time.sleep(0.004)
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdout.close()
    store = RunStore(folder)
    info = store.newest()
    assert info is not None and info.state == "killed" and "Resume" in info.message
    assert 7 <= info.epoch < 30
    ended = drive(project, folder, resume=info.id, clock=time.perf_counter)[-1]
    assert ended.reason == "finished"
    whole = drive(project, tmp_path / "b.runs", clock=time.perf_counter)[-1]
    assert_same(tensors_of(store, info.id), tensors_of(RunStore(tmp_path / "b.runs"), whole.run))
    assert (
        store.series(info.id)["loss"][1].tolist() == RunStore(tmp_path / "b.runs").series(whole.run)["loss"][1].tolist()
    )


def test_metrics_after_the_checkpoint_are_cut(tmp_path, monkeypatch):
    """As after a kill: steps were recorded that no checkpoint knows of."""
    folder = tmp_path / "a.runs"
    stopped = drive(moons(), folder, stop_after=10)[-1]
    original = Loop.events

    def cut_short(self):
        for number, event in enumerate(original(self)):
            if number == 6:
                raise GeneratorExit
            yield event

    monkeypatch.setattr(Loop, "events", cut_short)
    with pytest.raises(GeneratorExit):
        drive(moons(), folder, resume=stopped.run)
    monkeypatch.undo()
    store = RunStore(folder)
    assert store.get(stopped.run).state == "killed"
    assert store.get(stopped.run).step > 10
    resumed = drive(moons(), folder, resume=stopped.run)
    assert resumed[0].first_step == 10
    assert store.series(stopped.run)["loss"][0].tolist() == list(range(1, 25))


def test_a_finished_run_goes_on_with_more_epochs(tmp_path, uninterrupted):
    whole, whole_run, _ = uninterrupted
    folder = tmp_path / "a.runs"
    first = drive(dropping(epochs=2), folder)[-1]
    more = drive(dropping(epochs=4), folder, resume=first.run)
    assert more[0].first_epoch == 2
    assert more[-1].reason == "finished"
    assert_same(tensors_of(RunStore(folder), first.run), tensors_of(whole, whole_run))
    assert RunStore(folder).project(first.run).training.epochs == 4


def test_a_finished_run_without_more_epochs_stays_as_it_was(tmp_path):
    folder = tmp_path / "a.runs"
    first = drive(moons(), folder)[-1]
    before = RunStore(folder).events(first.run)
    ended = drive(moons(), folder, resume=first.run)[-1]
    assert ended.reason == "error"
    assert "has done all of its 3 epochs" in ended.message and "Set epochs above 3" in ended.message
    assert RunStore(folder).events(first.run) == before


@pytest.mark.parametrize(
    ("change", "word"),
    [
        (lambda p: moons(edits.make_layer("dense", units=9)), "the network"),
        (lambda p: moons(loss="binary_cross_entropy"), "the loss"),
        (lambda p: moons(optimizer="sgd"), "the optimiser"),
        (lambda p: moons(seed=5), "the seed"),
        (lambda p: moons(validation=0.3), "the data"),
    ],
)
def test_what_the_run_was_started_with_must_stay(tmp_path, change, word):
    folder = tmp_path / "a.runs"
    project = moons()
    stopped = drive(project, folder, stop_after=5)[-1]
    ended = drive(change(project), folder, resume=stopped.run)[-1]
    assert ended.reason == "error"
    assert f"can't go on: {word} of the project changed" in ended.message
    assert RunStore(folder).get(stopped.run).state == "stopped"
    assert drive(project, folder, resume=stopped.run)[-1].reason == "finished"


def test_batch_size_and_learning_rate_may_change(tmp_path):
    folder = tmp_path / "a.runs"
    stopped = drive(moons(), folder, stop_after=3)[-1]
    events = drive(moons(batch_size=20, learning_rate=0.001), folder, resume=stopped.run)
    assert events[-1].reason == "finished"
    # 24 of 60 samples were done: 36 are left in batches of 20, and two epochs of 3 steps follow.
    assert sum(len(e.values["loss"]) for e in events if isinstance(e, Metrics)) == 2 + 3 + 3


def test_an_unknown_run_is_refused(tmp_path):
    ended = drive(moons(), tmp_path / "a.runs", resume="r0099")[-1]
    assert ended.reason == "error" and "There is no run 'r0099'" in ended.message
    assert not (tmp_path / "a.runs").exists()


def test_a_run_that_is_alive_elsewhere_is_refused(tmp_path):
    from workbench.engine.runs.writer import RunWriter

    folder = tmp_path / "a.runs"
    stopped = drive(moons(), folder, stop_after=3)[-1]
    with RunWriter.reopen(folder, stopped.run):
        ended = drive(moons(), folder, resume=stopped.run)[-1]
        assert ended.reason == "error" and "is being trained at this moment" in ended.message
    with RunWriter.reopen(folder, stopped.run) as writer, pytest.raises(TrainingError):
        RunStore(folder).delete(writer.run)


def test_a_run_without_checkpoint_is_refused(tmp_path):
    folder = tmp_path / "a.runs"
    stopped = drive(moons(), folder, stop_after=3)[-1]
    RunStore(folder).weights_path(stopped.run, "last").unlink()
    ended = drive(moons(), folder, resume=stopped.run)[-1]
    assert ended.reason == "error" and "has no last weights" in ended.message


def test_a_damaged_checkpoint_is_refused(tmp_path):
    folder = tmp_path / "a.runs"
    stopped = drive(moons(), folder, stop_after=3)[-1]
    path = RunStore(folder).weights_path(stopped.run, "last")
    path.write_bytes(path.read_bytes()[:-100])
    ended = drive(moons(), folder, resume=stopped.run)[-1]
    assert ended.reason == "error" and "can't be read" in ended.message
