"""Settings changed while a run goes on: what they do, what is recorded, and that a resumed run makes them again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from training_helpers import drive, everything_of, line, moons, ticking

from workbench.engine.document import Project
from workbench.engine.runs.store import RunStore
from workbench.engine.train import live
from workbench.engine.train.control import Control
from workbench.engine.train.events import Changed, Event, Metrics, RunEnded, RunStarted, StateChanged
from workbench.engine.train.run import run
from workbench.engine.train.runner import ThreadRunner
from workbench.engine.train.runspec import RunSpec

RATE, SIZE = "training.learning_rate", "training.batch_size"
Asked = dict[int, Callable[[Control], Any]]


def steered(project: Project, folder: Path, asked: Asked, *, resume: str = "", killed_after: int = 0) -> list[Event]:
    """Every event of a run in which something is asked after the block that ends with a step; one block is one step.

    ``killed_after``: the step after which the run is left alone without a word, as by a kill.
    """
    control = Control()
    spec = RunSpec(project=project, runs_dir=folder, resume=resume, threads=1, device="cpu")
    running, events = run(spec, control, clock=ticking()), []
    for event in running:
        events.append(event)
        if isinstance(event, Metrics):
            if event.first_step in asked:
                asked[event.first_step](control)
            if event.first_step == killed_after:
                running.close()
                break
    return events


def changed(events: list[Event]) -> list[tuple[str, Any, Any, int, int]]:
    return [(e.setting, e.before, e.after, e.step, e.epoch) for e in events if isinstance(e, Changed)]


def steps_of(events: list[Event]) -> int:
    return sum(len(e.values["loss"]) for e in events if isinstance(e, Metrics))


def same(one: Path, run_one: str, other: Path, run_other: str) -> bool:
    first, second = everything_of(one, run_one), everything_of(other, run_other)
    return first.keys() == second.keys() and all(torch.equal(first[n], second[n]) for n in first)


def test_a_learning_rate_counts_from_the_next_step(tmp_path):
    """The same as a run that is stopped there and goes on with the other rate."""
    events = steered(moons(), tmp_path / "a.runs", {5: lambda c: c.change(RATE, 0.001)})
    assert changed(events) == [(RATE, 0.01, 0.001, 5, 1)]
    stopped = drive(moons(), tmp_path / "b.runs", stop_after=5)[-1]
    more = drive(moons(learning_rate=0.001), tmp_path / "b.runs", resume=stopped.run)
    assert changed(more) == [(RATE, 0.01, 0.001, 5, 1)], "what differs when it is taken up is told too"
    assert same(tmp_path / "a.runs", events[0].run, tmp_path / "b.runs", stopped.run)
    unchanged = drive(moons(), tmp_path / "c.runs")[-1]
    assert not same(tmp_path / "a.runs", events[0].run, tmp_path / "c.runs", unchanged.run)


def test_a_batch_size_counts_from_the_next_epoch(tmp_path):
    events = steered(moons(), tmp_path / "a.runs", {3: lambda c: c.change(SIZE, 20)})
    assert changed(events) == [(SIZE, 8, 20, 3, 2)]
    # 60 samples: 8 steps of the first epoch, then twice 3.
    assert steps_of(events) == 8 + 3 + 3
    assert events[0].total_steps == 24
    (change,) = [e for e in events if isinstance(e, Changed)]
    assert change.total_steps == 14 == events[-1].step


def test_a_batch_size_asked_for_as_an_epoch_ends_counts_from_the_next_one(tmp_path):
    events = steered(moons(), tmp_path / "a.runs", {8: lambda c: c.change(SIZE, 20)})
    assert changed(events) == [(SIZE, 8, 20, 8, 2)] and steps_of(events) == 8 + 3 + 3


def test_what_is_taken_back_or_the_same_is_no_change(tmp_path):
    def twice(control: Control) -> None:
        control.change(SIZE, 20)
        control.change(SIZE, 8)
        control.change(RATE, 0.01)

    events = steered(moons(), tmp_path / "a.runs", {3: twice})
    assert changed(events) == [(SIZE, 8, 20, 3, 2), (SIZE, 20, 8, 3, 2)] and steps_of(events) == 24


def test_it_is_recorded_with_the_run(tmp_path):
    events = steered(moons(), tmp_path / "a.runs", {5: lambda c: c.change(RATE, 0.001)})
    store = RunStore(tmp_path / "a.runs")
    assert changed(store.events(events[0].run)) == changed(events)
    assert store.project(events[0].run) == moons(learning_rate=0.001), "what it was asked last"


@pytest.mark.parametrize("killed_after", [6, 8, 9, 12, 17, 23])
def test_a_killed_run_changes_again_at_the_same_steps(tmp_path, killed_after):
    """Before the checkpoint, at it, and after it: in the end nobody can tell."""
    asked: Asked = {
        2: lambda c: c.change(SIZE, 12),
        6: lambda c: c.change(RATE, 0.002),
        8: lambda c: c.change(RATE, 0.004),
        11: lambda c: c.change(SIZE, 8),
        12: lambda c: c.change(RATE, 0.03),
    }
    whole = steered(moons(epochs=4), tmp_path / "a.runs", asked)
    cut = steered(moons(epochs=4), tmp_path / "b.runs", asked, killed_after=killed_after)
    store = RunStore(tmp_path / "b.runs")
    assert store.get(cut[0].run).state == "killed"
    first = cut[0].run
    # What is asked in the moment of the kill was not heeded any more.
    rest = {step: ask for step, ask in asked.items() if step >= killed_after}
    more = steered(store.project(first), tmp_path / "b.runs", rest, resume=first)
    assert more[-1].reason == "finished"
    assert same(tmp_path / "a.runs", whole[0].run, tmp_path / "b.runs", first)
    assert changed(store.events(first)) == changed(whole)
    assert store.project(first) == RunStore(tmp_path / "a.runs").project(whole[0].run)
    for name, (steps, values) in RunStore(tmp_path / "a.runs").series(whole[0].run).items():
        assert store.series(first)[name][1].tolist() == values.tolist(), name
        assert store.series(first)[name][0].tolist() == steps.tolist(), name


def test_what_is_asked_when_it_is_taken_up_wins(tmp_path):
    """Over what the checkpoint has, and over what was changed after it."""
    asked: Asked = {5: lambda c: c.change(RATE, 0.001), 10: lambda c: c.change(RATE, 0.002)}
    cut = steered(moons(), tmp_path / "a.runs", asked, killed_after=14)
    more = steered(moons(learning_rate=0.5), tmp_path / "a.runs", {}, resume=cut[0].run)
    assert changed(more) == [(RATE, 0.001, 0.5, 8, 2)]
    assert RunStore(tmp_path / "a.runs").project(cut[0].run).training.learning_rate == 0.5


def test_a_change_that_made_the_run_diverge_is_not_made_again(tmp_path):
    project = line(optimizer="sgd", learning_rate=0.01, batch_size=2)
    asked: Asked = {5: lambda c: c.change(RATE, 0.02), 40: lambda c: c.change(RATE, 100.0)}
    events = steered(project, tmp_path / "a.runs", asked)
    assert events[-1].reason == "diverged" and events[0].steps_per_epoch == 35 and events[-1].epoch == 1
    assert "it is 100; try 10" in events[-1].message
    store = RunStore(tmp_path / "a.runs")
    more = drive(store.project(events[0].run), tmp_path / "a.runs", resume=events[0].run)
    assert more[-1].reason == "finished" and changed(more) == []
    assert store.project(events[0].run).training.learning_rate == 0.02
    assert changed(store.events(events[0].run)) == [(RATE, 0.01, 0.02, 5, 1)]


def test_more_epochs_are_told_as_a_change(tmp_path):
    first = drive(moons(), tmp_path / "a.runs")[-1]
    more = drive(moons(epochs=5), tmp_path / "a.runs", resume=first.run)
    assert changed(more) == [("training.epochs", 3, 5, 24, 4)]


def test_changes_reach_a_paused_run_at_once(tmp_path):
    runner = ThreadRunner(RunSpec(project=moons(epochs=1_000_000), runs_dir=tmp_path / "a.runs", device="cpu"))
    runner.start()
    states = []
    for event in runner.follow(120):
        if isinstance(event, RunStarted):
            runner.pause()
        elif isinstance(event, StateChanged):
            states.append(event.state)
            (runner.change(RATE, 0.002) if event.state == "paused" else runner.stop())
        elif isinstance(event, Changed):
            assert states == ["paused"] and event.after == 0.002
            runner.resume()
    assert states == ["paused", "running"] and runner.ended is not None and runner.ended.reason == "stopped"
    assert runner.join(120)


@pytest.mark.parametrize(
    ("setting", "value", "words"),
    [
        (RATE, -1.0, "training.learning_rate can't be set to -1.0: must be above 0"),
        (SIZE, "many", "training.batch_size can't be set to 'many'"),
        ("training.seed", 3, "training.seed can't change while a run goes on. These can: training.learning_rate, training"),
        ("training.nonsense", 3, "training.nonsense can't change while a run goes on"),
    ],
)  # fmt: skip
def test_what_a_run_cannot_take_is_refused_before_it_is_asked(tmp_path, setting, value, words):
    runner = ThreadRunner(RunSpec(project=moons(), runs_dir=tmp_path / "a.runs"))
    with pytest.raises(live.SettingRefused) as refused:
        runner.change(setting, value)
    assert str(refused.value).startswith(words)


def test_stopped_at_once_keeps_the_last_finished_epoch(tmp_path):
    events = steered(moons(), tmp_path / "a.runs", {12: lambda c: c.stop(at_once=True)})
    ended = events[-1]
    assert isinstance(ended, RunEnded) and (ended.reason, ended.message, ended.epoch) == ("stopped", "", 1)
    more = drive(moons(), tmp_path / "a.runs", resume=ended.run)
    assert more[0].first_step == 8, "the second epoch begins anew"
    whole = drive(moons(), tmp_path / "b.runs")[-1]
    assert same(tmp_path / "a.runs", ended.run, tmp_path / "b.runs", whole.run)


def test_epoch_means_do_not_depend_on_where_blocks_end(tmp_path):
    """Blocks end by the clock: one that never moves makes one block of the whole epoch."""
    one = drive(moons(), tmp_path / "a.runs", clock=lambda: 0.0)
    many = drive(moons(), tmp_path / "b.runs")
    assert [e.metrics for e in one if e.event == "epoch_done"] == [e.metrics for e in many if e.event == "epoch_done"]


def test_early_stopping_is_asked_for_while_the_run_goes_on(tmp_path):
    """The epochs that it has waited by then count; what is watched stays."""
    project = moons(epochs=60, learning_rate=1e-6, stopping={"monitor": "val_accuracy"})
    events = steered(project, tmp_path / "a.runs", {50: lambda c: c.change("training.stopping.patience", 4)})
    (change,) = [e for e in events if isinstance(e, Changed)]
    assert (change.setting, change.before, change.after, change.step) == ("training.stopping.patience", 0, 4, 50)
    # Six epochs of eight steps were done and nothing got better: it has waited longer than that.
    assert (events[-1].reason, events[-1].epoch) == ("early_stopped", 7)
    with pytest.raises(live.SettingRefused):
        live.with_setting(project.training, "training.stopping.monitor", "val_loss")
