"""The session with the engine's own runner: a run from start to end, stopped by closing, and moved by the first save."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from workbench.engine.document import Project
from workbench.engine.project.samples import sample
from workbench.ui.session import Session


def quick(epochs: int) -> Project:
    project = sample("iris-mlp").project()
    return project.updated(training=project.training.updated(epochs=epochs))


@pytest.fixture
def iris(session: Session, qtbot):
    def open_with(epochs: int) -> Session:
        session.new(quick(epochs))
        qtbot.waitUntil(lambda: session.can_train)
        return session

    return open_with


def test_a_run_goes_to_its_end_and_becomes_the_one_to_evaluate(iris, qtbot, tmp_path: Path):
    session = iris(2)
    events = []
    session.run_events.connect(events.extend)
    session.train()
    qtbot.waitUntil(lambda: session.run_state == "idle")
    assert [e.event for e in events].count("run_ended") == 1
    assert events[-1].reason == "finished"
    assert session.progress.share == 1.0
    assert [r.state for r in session.runs] == ["finished"]
    assert session.selected_run == session.runs[0].id == events[-1].run
    session.save(tmp_path / "iris.nnwb")
    assert session.runs_dir == tmp_path / "iris.runs"
    assert [r.id for r in session.runs] == [session.selected_run]
    again = Session(session.preferences)
    again.open(tmp_path / "iris.nnwb")
    assert again.selected_run == session.selected_run
    assert len(again.store().series(again.selected_run)["loss"][0]) == session.progress.total_steps
    assert again.close(5)


def test_closing_during_training_keeps_the_last_checkpoint(iris, qtbot):
    session = iris(100000)
    session.train()
    qtbot.waitUntil(lambda: session.progress.epoch >= 1)
    run, folder = session.current_run, session.runs_dir
    assert session.close(3.0)
    assert session.run_state == "idle"
    assert (folder / run / "last.safetensors").is_file()
    assert session.store().get(run).state == "stopped"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_a_run_in_a_process_of_its_own_dies_alone(iris, qtbot):
    import psutil

    session = iris(1_000_000)
    session.preferences.update(isolated=True)
    events = []
    session.run_events.connect(events.extend)
    session.train()
    # Any epoch will do, but a checkpoint must be on the disk for the sentence to say so.
    qtbot.waitUntil(lambda: any(e.event == "checkpoint_saved" and e.which == "last" for e in events))
    (child,) = [c for c in psutil.Process().children() if "workbench.engine.train.child" in c.cmdline()]
    child.kill()
    qtbot.waitUntil(lambda: session.run_state == "idle")
    assert [e.event for e in events].count("run_ended") == 1
    assert session.runs[0].state == "killed" and "ended from outside (SIGKILL)" in session.runs[0].message
    assert session.can_train
    session.document.edit("shorter", lambda p: p.updated(training=p.training.updated(epochs=1)))
    session.train()
    qtbot.waitUntil(lambda: session.run_state == "idle")
    assert session.runs[0].state == "finished" and len(session.runs) == 2
