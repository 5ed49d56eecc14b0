"""The Train stage with the real engine: buttons through a run, curves equal to the store's, runs compared and restored."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QComboBox, QLabel, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from window_tools import hover

from workbench.engine.document import Project
from workbench.engine.project.samples import sample
from workbench.ui.session import Session
from workbench.ui.train.runs_model import RunsModel
from workbench.ui.train.stage import TrainStage

LONG = 300_000
"""Milliseconds that a tiny run may take on a busy machine."""


def tiny(**training: object) -> Project:
    """Iris, four columns and 105 training samples."""
    project = sample("iris-mlp").project()
    return project.updated(training=project.training.updated(**{"epochs": 3, "batch_size": 8, **training}))


def set_training(session: Session, **fields: object) -> None:
    session.document.edit("set", lambda p: p.updated(training=p.training.updated(**fields)))


@pytest.fixture
def stage(train_stage: TrainStage) -> TrainStage:
    return train_stage


@pytest.fixture
def ready(qtbot: QtBot, stage: TrainStage, session: Session) -> TrainStage:
    """The stage with a project that can train."""
    session.new(tiny())
    qtbot.waitUntil(lambda: session.can_train, timeout=LONG)
    return stage


def finish(qtbot: QtBot, stage: TrainStage) -> None:
    """Waits for the run and for what is read after it."""
    session = stage.session
    qtbot.waitUntil(lambda: session.run_state == "idle", timeout=LONG)
    qtbot.waitUntil(lambda: not session.jobs.running, timeout=LONG)


def train(qtbot: QtBot, stage: TrainStage) -> str:
    stage.controls.train.click()
    finish(qtbot, stage)
    return stage.session.runs[0].id


def until_step(qtbot: QtBot, stage: TrainStage, step: int) -> None:
    qtbot.waitUntil(lambda: stage.session.progress.step >= step, timeout=LONG)


def buttons(stage: TrainStage) -> dict[str, bool]:
    """The buttons that are shown, and whether they can be pressed."""
    c = stage.controls
    named = {"train": c.train, "pause": c.pause, "resume": c.resume, "stop": c.stop}
    return {name: b.isEnabled() for name, b in named.items() if b.isVisibleTo(stage)}


def columns_of(model: RunsModel, row: int) -> list[str]:
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def same_as_store(stage: TrainStage, run: str) -> None:
    """Every curve on the plots holds exactly the store's numbers."""
    stored = stage.session.store().series(run)
    drawn = {t.name: t for t in stage.curves.traces if t.run == run}
    assert {"loss", "accuracy", "val_loss", "val_accuracy"} == set(drawn)
    for name, trace in drawn.items():
        np.testing.assert_array_equal(trace.series.steps, stored[name][0])
        np.testing.assert_array_equal(trace.series.values, stored[name][1])


def test_without_data_the_stage_says_so_and_leads_there(qtbot: QtBot, stage: TrainStage):
    assert stage.pages.currentWidget() is stage.empty
    assert stage.state == "empty"
    assert buttons(stage) == {"train": False}
    assert "data" in stage.controls.train.toolTip().lower()
    with qtbot.waitSignal(stage.go_to) as asked:
        stage.empty.button.click()
    assert asked.args == ["data"]


def test_a_private_run_shows_what_it_gives_away(qtbot: QtBot, ready: TrainStage):
    train(qtbot, ready)
    assert not ready.curves.spent.isVisible()
    set_training(ready.session, privacy={"kind": "dp_sgd", "epsilon": 5.0, "repeatable": True})
    qtbot.waitUntil(lambda: ready.session.can_train, timeout=LONG)
    run = train(qtbot, ready)
    assert ready.curves.spent.isVisible()
    (trace,) = ready.curves.spent.area.traces
    np.testing.assert_array_equal(trace.series.values, ready.session.store().series(run)["epoch_epsilon"][1])
    assert len(trace.series.values) == 3
    assert trace.best is None
    shown = float(ready.values.value_text("epoch_epsilon"))
    assert 4.9 < shown <= 5.0
    assert shown == pytest.approx(ready.session.runs[0].metrics["epsilon"], rel=1e-3)


def test_a_run_from_start_to_end_draws_what_the_store_keeps(qtbot: QtBot, ready: TrainStage):
    assert buttons(ready) == {"train": True}
    ready.empty.button.click()
    assert buttons(ready)["stop"]
    assert ready.state == "running"
    assert ready.pages.currentWidget() is not ready.empty
    finish(qtbot, ready)
    run = ready.session.runs[0]
    assert (run.state, buttons(ready)) == ("finished", {"train": True})
    same_as_store(ready, run.id)
    assert ready.controls.where.text() == f"Epoch 3 of 3 · step {run.step}"
    assert ready.controls.bar.value() == 1000
    assert ready.state == "ready"
    best = [t.best for t in ready.curves.traces if t.name == "val_loss"]
    assert best == [run.best_epoch * run.step / 3]
    assert f"epoch {run.best_epoch}" in ready.values.findChild(QLabel, "train_best").text()


def test_pause_resume_stop_and_go_on_to_the_end(qtbot: QtBot, ready: TrainStage):
    session = ready.session
    set_training(session, epochs=300)
    ready.controls.train.click()
    until_step(qtbot, ready, 5)
    assert buttons(ready) == {"pause": True, "stop": True}
    ready.controls.pause.click()
    qtbot.waitUntil(lambda: session.run_state == "paused", timeout=LONG)
    assert buttons(ready) == {"resume": True, "stop": True}
    assert ready.controls.speed.text() == "paused"
    step = session.progress.step
    qtbot.wait(200)
    assert session.progress.step == step
    ready.controls.resume.click()
    until_step(qtbot, ready, step + 20)
    ready.controls.stop.click()
    finish(qtbot, ready)
    stopped = session.runs[0]
    assert stopped.state == "stopped"
    same_as_store(ready, stopped.id)

    # The checkpoint of a stopped run lies at its last step; a little more is asked for, so that it soon ends.
    set_training(session, epochs=stopped.epoch + 2)
    qtbot.waitUntil(ready.table.buttons["resume"].isEnabled, timeout=LONG)
    ready.table.buttons["resume"].click()
    qtbot.waitUntil(lambda: session.run_state != "idle")
    finish(qtbot, ready)
    (ended,) = session.runs
    assert (ended.id, ended.state, ended.epoch) == (stopped.id, "finished", stopped.epoch + 2)
    same_as_store(ready, ended.id)
    assert [m.text for m in ready.curves.loss.area.marks] == ["resumed", f"epochs 300 → {stopped.epoch + 2}"]
    assert ready.table.buttons["resume"].text() == "Train longer…"


def test_settings_are_edits_of_the_document_and_count_for_the_next_run(qtbot: QtBot, ready: TrainStage):
    session = ready.session
    set_training(session, epochs=400)
    form = ready.settings.form
    assert not ready.settings.note.isVisibleTo(ready)
    ready.controls.train.click()
    until_step(qtbot, ready, 3)
    assert ready.settings.note.isVisibleTo(ready)
    field = form.findChild(QLineEdit, "field_learning_rate")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "0.02")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert session.document.project.training.learning_rate == 0.02
    ready.controls.stop.click()
    finish(qtbot, ready)
    assert session.store().project(session.runs[0].id).training.learning_rate != 0.02
    session.document.undo()
    assert session.document.project.training.learning_rate != 0.02
    assert field.text() != "0.02"


def test_runs_are_compared_in_words_and_on_the_plots(qtbot: QtBot, ready: TrainStage):
    session, table = ready.session, ready.table
    first = train(qtbot, ready)
    set_training(session, learning_rate=0.05)
    second = train(qtbot, ready)
    row = columns_of(table.model, 0)
    assert row[0].startswith("2")
    assert row[1] == "finished"
    assert row[2] == "learning rate 0.01 → 0.05"
    assert row[5] == "3 / 3"
    assert f"{100 * session.runs[0].metrics['val_accuracy']:.1f} %" == row[3]
    assert columns_of(table.model, 1)[2] == "first run"
    assert {t.run for t in ready.curves.traces} == {second}
    box = table.model.index(1, 0)
    table.model.setData(box, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert {t.run for t in ready.curves.traces} == {first, second}
    colors = {t.run: t.color for t in ready.curves.traces}
    assert colors[first] != colors[second]
    assert [t.focused for t in ready.curves.loss.area.traces if t.run == first] == [False, False]
    assert "learning rate" in str(table.model.index(0, 2).data(Qt.ItemDataRole.ToolTipRole))
    table.model.setData(box, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert {t.run for t in ready.curves.traces} == {second}


def test_the_crosshair_tells_the_numbers_of_its_step(qtbot: QtBot, ready: TrainStage):
    run = train(qtbot, ready)
    stored = ready.session.store().series(run)
    curves, values = ready.curves, ready.values
    curves.tools.smoothing.setValue(0)
    curves.tools.axis.setCurrentIndex(curves.tools.axis.findData("steps"))
    area = curves.loss.area
    hover(area, QPoint(round(float(area.x_scale.to_pixels(17.0))), area.height() // 2))
    assert values.heading == "At step 17"
    assert float(values.value_text("loss")) == pytest.approx(stored["loss"][1][16], rel=1e-3)
    epochs = stored["val_loss"][0]
    at = np.searchsorted(epochs, 17, side="right") - 1
    assert float(values.value_text("val_loss")) == pytest.approx(stored["val_loss"][1][at], rel=1e-3)
    assert curves.second.area.crosshair == pytest.approx(17.0, abs=0.2)
    curves.point_at(None)
    assert values.heading == f"Latest, step {int(stored['loss'][0][-1])}"
    assert float(values.value_text("loss")) == pytest.approx(stored["loss"][1][-1], rel=1e-3)


def test_axes_ranges_and_scales(qtbot: QtBot, ready: TrainStage):
    train(qtbot, ready)
    session, curves = ready.session, ready.curves
    steps = session.runs[0].step
    area = curves.loss.area
    assert area.x_range == (0.0, 3.0)
    curves.tools.axis.setCurrentIndex(curves.tools.axis.findData("steps"))
    assert area.x_range == (0.0, steps)
    curves.tools.range.setCurrentIndex(curves.tools.range.findData("last"))
    assert area.x_range == pytest.approx((0.9 * steps, steps))
    assert curves.second.area.x_range == area.x_range
    curves.tools.range.setCurrentIndex(curves.tools.range.findData("all"))
    curves.tools.axis.setCurrentIndex(curves.tools.axis.findData("seconds"))
    seconds = sum(e.seconds for e in session.store().epochs(session.runs[0].id))
    assert area.x_range[1] == pytest.approx(seconds, rel=1e-6)
    curves.tools.axis.setCurrentIndex(curves.tools.axis.findData("steps"))
    curves.tools.log_x.setChecked(True)
    assert area.x_range == (1.0, steps)
    assert area.x_scale.log
    curves.loss.log_y.setChecked(True)
    assert area.y_scale.log
    assert area.y_range[0] > 0
    curves.tools.log_x.setChecked(False)
    qtbot.keyClick(area, Qt.Key.Key_Plus)
    low, high = area.x_range
    assert high - low == pytest.approx(0.8 * steps, rel=0.05)
    assert curves.tools.whole.isVisibleTo(ready)
    curves.tools.whole.click()
    assert area.x_range == (0.0, steps)


def test_a_project_opened_again_has_its_runs_and_curves(qtbot: QtBot, ready: TrainStage, tmp_path: Path):
    session = ready.session
    run = train(qtbot, ready)
    path = tmp_path / "again.nnwb"
    session.save(path)
    assert (tmp_path / "again.runs").is_dir()
    session.new()
    qtbot.waitUntil(lambda: not session.jobs.running, timeout=LONG)
    assert ready.pages.currentWidget() is ready.empty
    assert ready.curves.traces == ()
    session.open(path)
    qtbot.waitUntil(lambda: len(ready.curves.traces) == 4, timeout=LONG)
    same_as_store(ready, run)
    assert columns_of(ready.table.model, 0)[1] == "finished"


def test_a_bad_ending_is_told_in_full_with_a_cure(qtbot: QtBot, stage: TrainStage, session: Session):
    project = sample("make-regression").project()
    session.new(project.updated(training=project.training.updated(learning_rate=100.0, optimizer="sgd", epochs=50)))
    qtbot.waitUntil(lambda: session.can_train, timeout=LONG)
    train(qtbot, stage)
    run = session.runs[0]
    assert run.state == "diverged"
    assert run.message in stage.notice.text
    assert stage.state == "problem"
    assert columns_of(stage.table.model, 0)[1] == f"diverged at step {run.step}"
    (loss,) = (t for t in stage.curves.traces if t.name == "loss")
    assert loss.series.bad.tolist() == [run.step]
    assert stage.curves.loss.findChild(QLabel, "chart_loss_bad").text() == f"✕ not finite at step {run.step}"
    stage.notice.findChild(QPushButton, "train_notice_button_0").click()
    assert session.document.project.training.learning_rate == 10.0
    assert stage.notice.text == ""


def test_a_run_is_restored_as_one_undo_step(qtbot: QtBot, ready: TrainStage):
    session = ready.session
    train(qtbot, ready)
    before = session.document.project.training
    set_training(session, learning_rate=0.5, epochs=9)
    changed = session.document.project
    ready.table.buttons["restore"].click()
    assert session.document.project.training == before
    assert session.document.undo_text == "Restore the project of run 1"
    session.document.undo()
    assert session.document.project == changed


def test_a_run_is_chosen_for_evaluation_and_deleted_after_asking(
    qtbot: QtBot, ready: TrainStage, monkeypatch: pytest.MonkeyPatch
):
    session, table = ready.session, ready.table
    first = train(qtbot, ready)
    second = train(qtbot, ready)
    assert session.selected_run == second
    table.view.selectRow(1)
    table.buttons["use"].click()
    assert session.selected_run == first
    assert columns_of(table.model, 1)[0] == "1 ★"

    def answer(wanted: str) -> Callable[[QMessageBox], int]:
        def chosen(box: QMessageBox) -> int:
            next(b for b in box.buttons() if b.text() == wanted).click()
            return 0

        return chosen

    monkeypatch.setattr(QMessageBox, "exec", answer("Keep it"))
    table.buttons["delete"].click()
    assert [r.id for r in session.runs] == [second, first]
    monkeypatch.setattr(QMessageBox, "exec", answer("Delete"))
    table.buttons["delete"].click()
    qtbot.waitUntil(lambda: [r.id for r in session.runs] == [second], timeout=LONG)
    assert not session.store().folder(first).exists()
    assert {t.run for t in ready.curves.traces} == {second}
    assert session.selected_run == second


def test_every_control_has_a_name_and_can_be_reached_by_keyboard(qtbot: QtBot, ready: TrainStage):
    train(qtbot, ready)
    found = [w for kind in (QAbstractButton, QComboBox, QAbstractSlider) for w in ready.findChildren(kind)]
    own = [w for w in found if type(w).__name__ not in ("QScrollBar", "QTableCornerButton", "QAbstractButton")]
    assert len(own) > 15
    for widget in own:
        assert widget.objectName(), widget
        assert widget.accessibleName() or getattr(widget, "text", str)(), widget.objectName()
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, widget.objectName()


def test_runs_and_settings_are_found_by_the_search(qtbot: QtBot, ready: TrainStage):
    train(qtbot, ready)
    second = train(qtbot, ready)
    assert ready._focused == second
    found = {thing.text: thing for thing in ready.things()}
    found["Run 1"].run()
    assert ready.table.current is not None
    assert ready.table.current.number == 1
    qtbot.waitUntil(lambda: {t.run for t in ready.curves.traces} == {ready.session.runs[1].id}, timeout=LONG)
    setting = next(text for text in found if text.lower() == "learning rate")
    found[setting].run()
    assert ready.focusWidget().objectName() == "field_learning_rate"
    commands = {c.name: c for c in ready.commands()}
    assert commands["delete"].enabled()
    assert commands["resume"].enabled(), "for more epochs"
    commands["restore"].run()
    assert "Undo" in ready.notice.text
