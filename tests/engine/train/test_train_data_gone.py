"""Data that goes while a run needs it, for real: the run ends in a sentence, keeps what it has, and the next one starts."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from failing import IN_CHILD
from PIL import Image
from training_helpers import drive, everything_of, ticking

from workbench.engine.document import Project
from workbench.engine.project.baseline import project_from_data
from workbench.engine.runs.store import RunStore
from workbench.engine.train.checkpoint import read_snapshot
from workbench.engine.train.control import Control
from workbench.engine.train.events import EpochDone, Event, RunEnded
from workbench.engine.train.isolated import IsolatedRunner
from workbench.engine.train.run import run
from workbench.engine.train.runspec import RunSpec
from workbench.engine.train.setup import prepare_session

FOREVER = 100_000
STREAMED = "from workbench.engine.train import setup\nsetup.prepare_session.__kwdefaults__['free'] = lambda device: 0\n"
"""As where all samples don't fit into memory: each batch is read from the cache's files when it is needed."""


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def tiny(data: Path, epochs: int) -> Project:
    """The starter project of some data, quick."""
    project, _ = project_from_data(data, Path())
    return project.updated(training=project.training.updated(epochs=epochs, batch_size=8))


def pictures(folder: Path) -> Path:
    draw = np.random.RandomState(0)
    for k in range(40):
        path = folder / "ab"[k % 2] / f"{k}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(draw.randint(0, 256, (8, 8, 3)).astype(np.uint8)).save(path)
    return folder


def table(path: Path) -> Path:
    draw = np.random.default_rng(0).normal(size=(60, 2))
    rows = [f"{a:.3f},{b:.3f},{'yes' if a > b else 'no'}" for a, b in draw]
    path.write_text("\n".join(["a,b,kind", *rows]) + "\n", encoding="utf-8")
    return path


def watched(
    project: Project, runs: Path, happens: Callable[[], object], *, resume: str = "", alone: bool = False
) -> list[Event]:
    """All events of a run, here or alone in a process, in which something happens after the first epoch."""
    spec = RunSpec(project=project, runs_dir=runs, device="cpu", threads=1, resume=resume)
    runner = IsolatedRunner(spec, command=[sys.executable, "-c", STREAMED + IN_CHILD]) if alone else None
    if runner is not None:
        runner.start()
    events = []
    for event in run(spec, Control(), clock=ticking()) if runner is None else runner.follow(300):
        events.append(event)
        if isinstance(event, EpochDone) and event.epoch == 1:
            happens()
    assert runner is None or runner.join(120)
    return events


def ending(events: list[Event], runs: Path) -> RunEnded:
    """The only ending, which is recorded; the last checkpoint is whole."""
    assert [e for e in events if isinstance(e, RunEnded)] == [events[-1]]
    ended, store = events[-1], RunStore(runs)
    assert isinstance(ended, RunEnded)
    assert (store.get(ended.run).state, store.get(ended.run).message) == (ended.reason, ended.message)
    assert read_snapshot(store.weights_path(ended.run, "last")).about["progress"]["epoch"] >= 1
    return ended


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="other systems don't let files be cut that are mapped")
def test_decoded_pictures_are_cut_off_under_a_run(tmp_path: Path):
    """The system ends what reads them (SIGBUS); the run goes on when they were decoded anew."""
    runs, project = tmp_path / "a.runs", tiny(pictures(tmp_path / "pictures"), FOREVER)

    def cut() -> None:
        (file,) = (tmp_path / "cache").rglob("*.bin")
        file.write_bytes(b"")

    ended = ending(watched(project, runs, cut, alone=True), runs)
    assert ended.reason == "killed"
    assert ended.message == (
        "A file that this run was reading was cut short, or its disk failed (SIGBUS). Let nothing change the decoded "
        "pictures while a run needs them. Resume it to go on from the last checkpoint."
    )
    more = project.updated(training=project.training.updated(epochs=ended.epoch + 1))
    # This process still has the file that was cut.
    assert watched(more, runs, lambda: None, resume=ended.run, alone=True)[-1].reason == "finished"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps files that are in use")
def test_decoded_pictures_are_deleted_under_a_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """It reads on what it has opened, and is the run that it would have been; so is the next, which decodes them anew."""
    monkeypatch.setitem(prepare_session.__kwdefaults__, "free", lambda device: 0)
    project = tiny(pictures(tmp_path / "pictures"), 3)
    whole = drive(project, tmp_path / "whole.runs")[-1]
    ended = ending(
        watched(project, tmp_path / "a.runs", lambda: shutil.rmtree(tmp_path / "cache")), tmp_path / "a.runs"
    )
    assert (ended.reason, ended.metrics) == ("finished", whole.metrics)
    assert drive(project, tmp_path / "a.runs")[-1].metrics == whole.metrics


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps files that are in use")
@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_bytes(b"")], ids=["deleted", "emptied"])
def test_a_table_is_gone_after_the_first_epoch(tmp_path: Path, damage: Callable[[Path], object]):
    """The run has read it and ends as it should. Neither a new one begins without it nor this one goes on; then both do."""
    file, runs = table(tmp_path / "table.csv"), tmp_path / "a.runs"
    project, content = tiny(file, 3), file.read_bytes()
    finished = ending(watched(project, runs, lambda: damage(file)), runs)
    assert finished.reason == "finished"
    before = everything_of(runs, finished.run)
    more = project.updated(training=project.training.updated(epochs=5))
    for resume in ("", finished.run):
        events = drive(more, runs, resume=resume)
        assert [e.event for e in events if isinstance(e, RunEnded)] == ["run_ended"]
        assert events[-1].reason == "data_gone" and "table.csv" in events[-1].message
    assert RunStore(runs).get(finished.run).epoch == 3
    after = everything_of(runs, finished.run)
    assert before.keys() == after.keys() and all(torch.equal(before[n], after[n]) for n in before)
    file.write_bytes(content)
    assert drive(more, runs, resume=finished.run)[-1].reason == "finished"
    assert drive(project, runs)[-1].metrics == finished.metrics
