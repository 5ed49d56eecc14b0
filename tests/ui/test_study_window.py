"""Studies in the window: begun, shown with their spread, listed together, taken up, and left."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workbench.engine.project.samples import sample
from workbench.engine.runs.info import RunInfo
from workbench.engine.runs.studies import StudyRow, study_lock
from workbench.engine.train.events import StateChanged
from workbench.ui.session import Session
from workbench.ui.studies import usual_run
from workbench.ui.train.doing import rail_state
from workbench.ui.train.runs_model import RunsModel, StudyGroup, arranged
from workbench.ui.train.stage import TrainStage
from workbench.ui.train.study.several import FoldsPage, SeedsPage

LONG = 300_000


@pytest.fixture
def stage(qtbot: QtBot, session: Session, train_stage: TrainStage) -> TrainStage:
    project = sample("iris-mlp").project()
    recipe = project.training.updated(epochs=4, batch_size=16)
    session.new(project.updated(training=recipe, study=project.study.updated(seeds=2, folds=2)))
    qtbot.waitUntil(lambda: session.can_train, timeout=LONG)
    return train_stage


def over(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(lambda: not session.studies.busy, timeout=LONG)
    qtbot.waitUntil(lambda: not session.jobs.running, timeout=LONG)


def cell(model: RunsModel, row: int, column: int) -> str:
    return str(model.index(row, column).data())


def test_seeds_from_the_button_to_the_band(stage, session, qtbot):
    page = stage.tabs.show_room("seeds")
    assert isinstance(page, SeedsPage)
    assert page.start_button.text() == "Train 2 runs"
    page.start_button.click()
    assert session.studies.busy and not session.can_train
    assert stage.controls.reason.text().startswith("A study is in progress")
    assert page.stop_button.isVisibleTo(stage) and not page.start_button.isVisibleTo(stage)
    qtbot.waitUntil(lambda: stage.state == "running", timeout=LONG)
    over(qtbot, session)
    assert page.found.text() == "2 seeds"
    summary = page.summary.columns_model
    names = [cell(summary, row, 0) for row in range(summary.rowCount())]
    assert names[:2] == ["validation loss", "validation accuracy"]
    assert "±" in cell(summary, 0, 1)
    each = page.each.columns_model
    assert [cell(each, row, 0) for row in range(2)] == ["seed 0", "seed 1"]
    values = [r.metrics["val_loss"] for r in session.runs]

    page.curves_button.click()
    assert stage.tabs.currentIndex() == 0
    qtbot.waitUntil(lambda: any(t.band is not None for t in stage.curves.traces), timeout=LONG)
    (trace,) = [t for t in stage.curves.traces if t.name == "val_loss"]
    best = [session.store().series(r.id)["val_loss"][1] for r in session.runs]
    assert trace.series.values == pytest.approx(np.mean(best, axis=0))
    assert trace.band.high - trace.band.low == pytest.approx(2 * np.std(best, axis=0, ddof=1))
    assert len(values) == 2

    # Its runs stand below it once it is opened, and each can be shown by itself.
    model = stage.table.model
    assert model.rowCount() == 1 and stage.table.study is not None
    assert cell(model, 0, 2) == "2 seeds" and cell(model, 0, 1) == "finished" and "±" in cell(model, 0, 4)
    qtbot.keyClick(stage.table.view, Qt.Key.Key_Right)
    assert model.rowCount() == 3 and stage.table.study is not None
    assert {cell(model, row, 2) for row in (1, 2)} == {"seed 0", "seed 1"}
    stage.choose_run(session.runs[0].id)
    assert all(t.band is None for t in stage.curves.traces)
    qtbot.keyClick(stage.table.view, Qt.Key.Key_Left)
    assert stage.table.study is not None
    qtbot.keyClick(stage.table.view, Qt.Key.Key_Left)
    assert model.rowCount() == 1


def test_a_study_that_was_stopped_is_taken_up(stage, session, qtbot):
    session.document.edit("x", lambda p: p.updated(training=p.training.updated(epochs=3000)))
    session.document.edit("x", lambda p: p.updated(study=p.study.updated(workers=1)))
    page = stage.tabs.show_room("folds")
    assert isinstance(page, FoldsPage)
    page.start_button.click()
    qtbot.waitUntil(lambda: any(r.epoch for r in session.runs), timeout=LONG)
    page.stop_button.click()
    over(qtbot, session)
    (row,) = session.study_rows
    assert row.state == "stopped" and session.runs[0].state == "stopped"
    # It is told how far it came, and drawn as far.
    assert cell(stage.table.model, 0, 1) == "stopped, 0 of 2"
    stage.show_study(row.id)
    qtbot.waitUntil(lambda: any(t.name == "val_loss" for t in stage.curves.traces), timeout=LONG)
    stage.tabs.show_room("folds")
    lock = study_lock(session.runs_dir, row.id)  # as another process has it that makes the study
    page.refresh()
    assert page.doing.text() == "It goes on in another window or on the command line."
    assert not page.go_on_button.isVisibleTo(stage)
    lock.release()
    page.refresh()
    assert page.go_on_button.isVisibleTo(stage)
    assert page.doing.text() == "It was stopped with 0 of 2 done, and can go on."
    # A run of it is not gone on with by itself: the study is.
    (go_on,) = stage.notice._cures(session.runs[0], None, "")
    assert go_on[0] == "Go on with the study"
    go_on[1]()
    qtbot.waitUntil(lambda: session.runs[0].running, timeout=LONG)
    assert len(session.runs) == 1

    qtbot.waitUntil(page.pause_button.isEnabled, timeout=LONG)
    page.pause_button.click()
    assert page.resume_button.isVisibleTo(stage) and not page.pause_button.isVisibleTo(stage)
    qtbot.waitUntil(lambda: session.studies.paused, timeout=LONG)
    assert page.doing.text() == "0 of 2 done · paused"
    qtbot.waitUntil(lambda: rail_state(session) == ("running", "The study is paused"), timeout=LONG)
    store, run = session.store(), session.runs[0].id

    def last_state() -> str:
        return next((e.state for e in reversed(store.events(run, metrics=False)) if isinstance(e, StateChanged)), "")

    qtbot.waitUntil(lambda: last_state() == "paused", timeout=LONG)
    page.resume_button.click()
    qtbot.waitUntil(lambda: last_state() == "running" and not session.studies.paused, timeout=LONG)
    assert page.pause_button.isVisibleTo(stage)
    page.pause_button.click()
    session.studies.stop()
    over(qtbot, session)


def test_settings_of_a_study_undo_like_the_rest(stage, session, qtbot):
    page = stage.tabs.show_room("seeds")
    before = session.document.project
    page.form.edited.emit("study.seeds", 5)  # nothing changed in the form: no step
    assert session.document.project == before
    session.document.edit("x", lambda p: p.updated(study=p.study.updated(seeds=7)))
    assert page.start_button.text() == "Train 7 runs" and page.form.value.seeds == 7
    session.document.undo()
    assert page.start_button.text() == "Train 2 runs" and page.form.value.seeds == 2
    assert session.document.project.fingerprint == before.updated(study=before.study.updated(seeds=9)).fingerprint


def test_folds_of_data_in_time_are_not_offered(stage, session, qtbot):
    page = stage.tabs.show_room("folds")
    data = session.document.project.data
    session.document.edit("x", lambda p: p.updated(data=data.updated(split=data.split.updated(method="time"))))
    assert not page.start_button.isEnabled()


def test_closing_ends_the_children(stage, session, qtbot):
    import psutil

    session.document.edit("x", lambda p: p.updated(training=p.training.updated(epochs=100_000)))
    session.begin_study("seeds")
    qtbot.waitUntil(lambda: any(r.epoch for r in session.runs), timeout=LONG)
    mine = [p for p in psutil.Process().children() if "workbench.engine.study" in p.cmdline()]
    assert len(mine) == 2 or len(mine) == 1
    assert session.close(0.2)
    assert all(not p.is_running() or p.status() == psutil.STATUS_ZOMBIE for p in mine)


def info(number: int, study: str = "", state: str = "finished", loss: float = 1.0) -> RunInfo:
    metrics = {"val_loss": loss}
    return RunInfo(f"r{number}", number, 0.0, state, study=study, label=f"seed {number}", metrics=metrics, seconds=2.0)


def row(study: str, state: str = "finished") -> StudyRow:
    return StudyRow(study, 0.0, {"kind": "seeds", "state": state, "project": {"study": {"seeds": 3}}})


def test_runs_of_a_study_stand_where_its_newest_is():
    runs = [info(5), info(4, "s1"), info(3), info(2, "s1"), info(1)]
    closed = arranged(runs, [row("s1")], set())
    assert [r.id for r in closed] == ["r5", "s1", "r3", "r1"]
    opened = arranged(runs, [row("s1")], {"s1"})
    assert [r.id for r in opened] == ["r5", "s1", "r4", "r2", "r3", "r1"]
    group = opened[1]
    assert isinstance(group, StudyGroup) and group.count == 3 and group.number == 2


def test_a_study_whose_record_is_gone_still_groups_its_runs():
    (group,) = arranged([info(2, "s9"), info(1, "s9")], [], set())
    assert isinstance(group, StudyGroup) and group.count == 2


@pytest.mark.parametrize(
    ("state", "live", "words"),
    [("finished", False, "finished, 1 failed"), ("stopped", False, "stopped, 2 of 3"), ("", True, "2 of 3 done")],
)
def test_how_a_study_is_in_words(qapp, state, live, words):
    model = RunsModel()
    model.set_runs([info(2, "s1", "diverged"), info(1, "s1")], [row("s1", state)], "s1" if live else "")
    assert cell(model, 0, 1) == words


def test_the_run_to_go_on_with_is_one_by_itself_and_of_many_the_best():
    alone, good, bad = info(1, loss=3.0), info(3, "s1", loss=0.5), info(4, "s1", loss=2.0)
    assert usual_run([bad, good, alone]) == "r1"
    assert usual_run([bad, good]) == "r3"
    assert usual_run([info(5, state="killed")]) == ""
