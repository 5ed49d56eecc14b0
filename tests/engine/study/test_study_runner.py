"""Studies from beginning to end: their runs, their record, stopped and taken up, and children that die."""

from __future__ import annotations

import os
import signal

import pytest
from study_helpers import moons, spec_of

from workbench.engine.document import Project
from workbench.engine.errors import TrainingError
from workbench.engine.graph import edits
from workbench.engine.runs.store import RunStore
from workbench.engine.runs.studies import delete_study, get_study, list_studies
from workbench.engine.study import pool
from workbench.engine.study.events import MemberEnded, StudyEnded, StudyStarted
from workbench.engine.study.runner import StudyRunner, StudySpec, shares
from workbench.engine.train.checkpoint import read_snapshot
from workbench.engine.train.control import Control
from workbench.engine.train.events import CheckpointSaved, EpochDone
from workbench.engine.train.run import run


def study(project: Project, **more: object) -> Project:
    return project.updated(study=project.study.updated(**more))


def play(project: Project, folder, kind: str = "seeds", resume: str = "", on=None) -> list:
    """Everything that a study says; ``on(runner, said)`` may act on it."""
    runner = StudyRunner(StudySpec(run=spec_of(project, folder).updated(threads=2), kind=kind, resume=resume))
    runner.start()
    said = []
    for one in runner.follow():
        said.append(one)
        if on is not None:
            on(runner, one)
    assert runner.join(120)
    return said


def test_a_study_of_seeds_is_ordinary_runs_with_their_spread(tmp_path):
    project = study(moons(), seeds=3, workers=2)
    said = play(project, tmp_path)
    started, ended = said[0], said[-1]
    assert isinstance(started, StudyStarted) and isinstance(ended, StudyEnded)
    assert (started.total, started.workers, started.threads) == (3, 2, 1)
    assert (ended.reason, ended.done) == ("finished", 3)
    store = RunStore(tmp_path / "a.runs")
    runs = store.runs()
    assert {r.study for r in runs} == {ended.study} and {r.label for r in runs} == {"seed 0", "seed 1", "seed 2"}
    assert all(r.state == "finished" for r in runs)
    losses = [r.metrics["val_loss"] for r in runs]
    assert ended.spreads["val_loss"]["mean"] == pytest.approx(sum(losses) / 3)
    assert len(set(losses)) == 3

    # Each is the run that it would have been by itself.
    (second,) = [r for r in runs if r.label == "seed 1"]
    alone = moons(seed=1)
    own = list(run(spec_of(alone, tmp_path), Control()))[-1]
    one, two = (read_snapshot(store.weights_path(r, "last")).weights for r in (second.id, own.run))
    assert all((one[name] == two[name]).all() for name in one)

    (row,) = list_studies(tmp_path / "a.runs")
    assert (row.kind, row.state, len(row.members)) == ("seeds", "finished", 3)
    assert Project.model_validate(row.body["project"]) == project
    delete_study(tmp_path / "a.runs", row.id)
    assert [r.id for r in store.runs()] == [own.run] and list_studies(tmp_path / "a.runs") == []


def test_stopped_and_taken_up_it_ends_as_if_it_had_not_been(tmp_path):
    project = study(
        moons(edits.make_layer("dense", units=8), edits.make_layer("dropout"), epochs=60), seeds=3, workers=1
    )

    def stop(runner, one):
        if isinstance(one, EpochDone) and one.epoch >= 5 and not stopped:
            stopped.append(one)
            runner.stop()

    stopped: list = []
    first = play(project, tmp_path, on=stop)
    assert first[-1].reason == "stopped"
    store = RunStore(tmp_path / "a.runs")
    (row,) = list_studies(store.runs_dir)
    assert row.state == "stopped" and len(store.runs()) < 3
    second = play(moons(), tmp_path, resume=row.id)  # the project that it began with counts, not this one
    assert second[-1].reason == "finished" and second[-1].study == row.id
    runs = {r.label: r for r in store.runs()}
    assert set(runs) == {"seed 0", "seed 1", "seed 2"} and all(r.state == "finished" for r in runs.values())
    other = play(project, tmp_path / "b")
    whole = RunStore(tmp_path / "b" / "a.runs")
    for twin in whole.runs():
        one = read_snapshot(store.weights_path(runs[twin.label].id, "last")).weights
        two = read_snapshot(whole.weights_path(twin.id, "last")).weights
        assert all((one[name] == two[name]).all() for name in one), twin.label
    assert other[-1].spreads == second[-1].spreads


def test_a_child_that_is_killed_costs_its_run_and_nothing_else(tmp_path, monkeypatch):
    children: list[pool.Child] = []

    class Watched(pool.Child):
        def __init__(self) -> None:
            super().__init__()
            children.append(self)

    monkeypatch.setattr(pool, "Child", Watched)
    killed: list[str] = []

    def kill(runner, one):
        if isinstance(one, CheckpointSaved) and one.which == "last" and not killed:
            killed.append(one.run)
            os.kill(children[0].pid, signal.SIGKILL)

    said = play(study(moons(epochs=200), seeds=3, workers=1), tmp_path, on=kill)
    ended = [s for s in said if isinstance(s, MemberEnded)]
    assert sorted(e.reason for e in ended) == ["finished", "finished", "killed"]
    assert "SIGKILL" in next(e.message for e in ended if e.reason == "killed")
    assert said[-1].reason == "finished" and said[-1].spreads["val_loss"]["count"] == 2
    assert len(children) == 2
    store = RunStore(tmp_path / "a.runs")
    assert store.get(killed[0]).state == "killed"

    # Taken up, only that one is made whole.
    (row,) = list_studies(store.runs_dir)
    again = play(moons(), tmp_path, resume=row.id)
    assert [e.run for e in again if isinstance(e, MemberEnded)] == [killed[0]]
    assert again[-1].spreads["val_loss"]["count"] == 3


def test_runs_that_cannot_begin_are_told_and_the_study_ends(tmp_path):
    said = play(study(moons(edits.make_layer("conv2d")), seeds=2), tmp_path)
    ended = [s for s in said if isinstance(s, MemberEnded)]
    assert [e.reason for e in ended] == ["error", "error"]
    assert all("conv_1" in e.message and not e.run for e in ended)
    assert said[-1].reason == "finished" and said[-1].spreads == {}


def test_what_cannot_be_planned_ends_with_its_sentence(tmp_path):
    said = play(moons(split={"method": "time"}), tmp_path, kind="folds")
    assert len(said) == 1 and said[0].reason == "error" and "split by time" in said[0].message
    assert list_studies(tmp_path / "a.runs") == []


def test_killing_it_ends_all_processes_at_once(tmp_path, monkeypatch):
    children: list[pool.Child] = []

    class Watched(pool.Child):
        def __init__(self) -> None:
            super().__init__()
            children.append(self)

    monkeypatch.setattr(pool, "Child", Watched)
    runner = StudyRunner(StudySpec(run=spec_of(study(moons(epochs=10**6), seeds=2), tmp_path).updated(threads=2)))
    runner.start()
    for one in runner.follow():
        if isinstance(one, EpochDone):
            break
    runner.kill()
    assert runner.join(120)
    assert all(child._process.poll() is not None for child in children)


@pytest.mark.parametrize(
    ("wanted", "threads", "runs", "device", "result"),
    [
        (0, 8, 3, "cpu", (3, 2)),
        (0, 2, 5, "cpu", (2, 1)),
        (4, 2, 5, "cpu", (4, 1)),
        (2, 8, 5, "cpu", (2, 4)),
        (0, 8, 5, "cuda", (1, 8)),
        (3, 8, 5, "cuda:1", (3, 2)),
    ],
)
def test_cores_are_shared_out(tmp_path, wanted, threads, runs, device, result):
    spec = spec_of(moons(), tmp_path).updated(threads=threads, device=device)
    assert shares(wanted, spec, runs) == result


def test_studies_are_found_by_the_beginning_of_their_id(tmp_path):
    with pytest.raises(TrainingError, match="no study"):
        get_study(tmp_path / "a.runs", "s001")
