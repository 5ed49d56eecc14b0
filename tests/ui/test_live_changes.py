"""Settings of a run in progress in the Train stage: offered, asked for, told on the plots and in the side panel."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fake_run import RUN, FakeRunner
from PySide6.QtWidgets import QInputDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from workbench.engine.graph import edits
from workbench.engine.project.samples import sample
from workbench.engine.train.events import Changed
from workbench.ui.session import Session
from workbench.ui.train.history import RunHistory
from workbench.ui.train.stage import TrainStage
from workbench.ui.widgets.plots.trace import RunAxis


@pytest.fixture
def stage(qtbot: QtBot, fake_session: Session) -> Iterator[TrainStage]:
    """The stage with a run in progress, in its third step."""
    made = TrainStage(fake_session)
    made.resize(1200, 740)
    made.show()
    project = sample("iris-mlp").project()
    fake_session.new(project.updated(training=project.training.updated(epochs=2, learning_rate=0.01, batch_size=8)))
    qtbot.waitUntil(lambda: fake_session.can_train)
    fake_session.train()
    runner = FakeRunner.made[-1]
    runner.begin()
    runner.steps(1, 3)
    qtbot.waitUntil(lambda: fake_session.progress.step == 3)
    yield made
    if runner.alive:
        runner.end("stopped")
    qtbot.waitUntil(lambda: fake_session.run_state == "idle")
    made.close()
    made.deleteLater()


def edit(stage: TrainStage, **fields: object) -> None:
    stage.session.document.edit("set", lambda p: p.updated(training=p.training.updated(**fields)))


def say_changed(qtbot: QtBot, stage: TrainStage, **fields: object) -> None:
    FakeRunner.made[-1].say(Changed, **fields)
    qtbot.waitUntil(lambda: any(c.setting == fields["setting"] for c in stage.book.get(RUN).changes))


def apply_button(stage: TrainStage) -> QPushButton | None:
    return next((b for b in stage.settings.note.findChildren(QPushButton) if b.isVisibleTo(stage)), None)


def test_an_edit_of_what_can_change_is_offered_to_the_run(qtbot: QtBot, stage: TrainStage):
    note = stage.settings.note
    assert "Learning rate, batch size and early stopping can change for it, too" in note.hint.text()
    assert apply_button(stage) is None
    edit(stage, learning_rate=0.003)
    assert "does not know yet: learning rate 0.01 → 0.003." in note.offer.text
    apply_button(stage).click()
    assert FakeRunner.made[-1].asked == ["training.learning_rate=0.003"]
    assert note.offer.text == "The run was asked for learning rate 0.01 → 0.003." and apply_button(stage) is None
    say_changed(qtbot, stage, setting="training.learning_rate", before=0.01, after=0.003, step=5, epoch=1)
    assert note.offer.text == ""
    stage.session.document.undo()
    assert "learning rate 0.003 → 0.01" in note.offer.text


def test_what_waits_for_an_epoch_and_what_cannot_change_is_said(stage: TrainStage):
    note = stage.settings.note
    edit(stage, batch_size=16, weight_decay=0.5)
    assert "batch size 8 → 16. A batch size counts from its next epoch." in note.offer.text
    assert note.hint.text() == "For the next run: weight decay 0 → 0.5."
    apply_button(stage).click()
    assert FakeRunner.made[-1].asked == ["training.batch_size=16"]


def test_changes_are_marked_and_listed(qtbot: QtBot, stage: TrainStage):
    say_changed(
        qtbot, stage, setting="training.learning_rate", before=0.01, after=0.003, step=3, epoch=1, total_steps=20
    )
    changed = stage.findChild(QLabel, "train_changed_list")
    qtbot.waitUntil(lambda: changed.text() == "step 3: learning rate 0.01 → 0.003")
    qtbot.waitUntil(lambda: [m.text for m in stage.curves.loss.area.marks] == ["learning rate 0.01 → 0.003"])
    (mark,) = stage.curves.second.area.marks
    assert mark.at == pytest.approx(0.3), "in epochs of ten steps"


def test_a_batch_size_changes_how_many_steps_are_left(qtbot: QtBot, stage: TrainStage):
    assert stage.session.progress.total_steps == 20
    say_changed(
        qtbot, stage, setting="training.batch_size", before=8, after=16, step=3, epoch=2, total_steps=15, steps_per_epoch=5
    )  # fmt: skip
    assert stage.session.progress.total_steps == 15
    history = stage.book.get(RUN)
    assert history.axis.to_axis("epochs", 7.0) == pytest.approx(0.7), "the epoch in progress keeps its steps"
    FakeRunner.made[-1].steps(4, 10)
    FakeRunner.made[-1].epoch(1)
    qtbot.waitUntil(lambda: stage.session.progress.epoch == 1)
    assert history.axis.to_axis("epochs", [5.0, 10.0, 12.5, 15.0]).tolist() == pytest.approx([0.5, 1.0, 1.5, 2.0])
    assert history.axis.to_steps("epochs", [0.5, 1.5, 3.0]).tolist() == pytest.approx([5.0, 12.5, 20.0])


def test_uneven_epochs_lie_where_they_ended():
    axis = RunAxis(10)
    for epoch, step in enumerate((10, 20, 25, 30), 1):
        axis.add_epoch(step, epoch)
        axis.steps_per_epoch = 5 if step >= 20 else 10
    assert axis.to_axis("epochs", [10, 20, 25, 35]).tolist() == pytest.approx([1, 2, 3, 5])
    axis.cut_after(20)
    assert axis.to_axis("epochs", [20, 25]).tolist() == pytest.approx([2, 3])


def test_what_a_resumed_run_makes_again_is_listed_once():
    history = RunHistory("r1")
    runner = FakeRunner.__new__(FakeRunner)
    runner.waiting = []
    runner.begin()
    for step in (2, 5):
        runner.say(Changed, setting="training.learning_rate", before=1.0, after=0.5, step=step, epoch=1)
    history.take(runner.waiting)
    again = runner.waiting[0].updated(first_step=4, changes=1)
    history.take([again, runner.waiting[2]])
    assert [c.step for c in history.changes] == [2, 5]


def test_stop_now_is_offered_beside_stop_and_says_what_it_costs(qtbot: QtBot, stage: TrainStage):
    button = stage.controls.stop_now
    assert button.isVisibleTo(stage) and "without keeping anything: the first epoch" in button.toolTip()
    FakeRunner.made[-1].epoch(1)
    qtbot.waitUntil(lambda: "keeping epoch 2, which it is in: the weights stay those of epoch 1" in button.toolTip())
    FakeRunner.made[-1].deaf = True
    stage.controls.stop.click()
    assert not stage.controls.stop.isEnabled() and button.isEnabled(), "still at it: it can be ended"
    FakeRunner.made[-1].deaf = False
    button.click()
    assert FakeRunner.made[-1].asked == ["stop", "stop now"]
    qtbot.waitUntil(lambda: stage.session.run_state == "idle")
    assert not button.isVisibleTo(stage)


def test_a_run_that_has_done_its_epochs_trains_longer(qtbot: QtBot, session: Session, monkeypatch):
    stage = TrainStage(session)
    qtbot.addWidget(stage)
    project = sample("iris-mlp").project()
    session.new(project.updated(training=project.training.updated(epochs=2)))
    qtbot.waitUntil(lambda: session.can_train)
    session.train()
    qtbot.waitUntil(lambda: session.run_state == "idle" and not session.jobs.running)
    asked = []

    def answer(dialog: QInputDialog) -> int:
        asked.append((dialog.labelText(), dialog.intValue()))
        dialog.setIntValue(3)
        return len(asked) > 1

    monkeypatch.setattr(QInputDialog, "exec", answer)
    button = stage.table.buttons["resume"]
    assert button.text() == "Train longer…" and button.isEnabled()
    button.click()
    assert asked == [("Run 1 has done 2 epochs. How many more?", 2)]
    assert session.run_state == "idle" and session.document.project.training.epochs == 2, "thought better of it"
    button.click()
    qtbot.waitUntil(lambda: session.run_state == "idle" and not session.jobs.running)
    (run,) = session.runs
    assert (run.state, run.epoch, session.document.project.training.epochs) == ("finished", 5, 5)
    warm = stage.table.buttons["warm"]
    qtbot.waitUntil(warm.isEnabled)
    warm.click()
    qtbot.waitUntil(lambda: session.run_state == "idle" and not session.jobs.running)
    assert len(session.runs) == 2
    said = stage.findChild(QLabel, "train_warm").text()
    assert said.startswith(f"The weights of run {run.id} fill") and "100 % of the numbers" in said
    session.document.edit("wider", lambda p: p.with_graph(wider(p)))
    session.train(warm_start=run.id)
    qtbot.waitUntil(lambda: session.run_state == "idle" and not session.jobs.running)
    assert "Begun afresh: " in stage.findChild(QLabel, "train_warm").text()


def wider(project):
    """The network with more units in its first layer."""
    first = next(n for n in project.graph.nodes if n.layer.kind == "dense")
    return edits.set_field(project.graph, first.id, "units", 33)
