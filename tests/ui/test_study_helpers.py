"""The Train stage's tabs that measure: time and memory, the learning rate, the batch size."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from workbench.engine.errors import TrainingError
from workbench.engine.project.samples import sample
from workbench.engine.study.jobs import (
    Assumption,
    BatchFound,
    BatchTried,
    Estimate,
    RateFound,
    RateSteps,
    Stage,
)
from workbench.ui.session import Session
from workbench.ui.train.stage import TrainStage
from workbench.ui.train.study.batch import BatchRoom
from workbench.ui.train.study.estimate import EstimateRoom
from workbench.ui.train.study.page import HelperRoom
from workbench.ui.train.study.rate import RateRoom

LONG = 300_000


@pytest.fixture
def stage(qtbot: QtBot, fake_session: Session) -> Iterator[TrainStage]:
    made = TrainStage(fake_session)
    made.resize(1200, 740)
    made.show()
    project = sample("iris-mlp").project()
    fake_session.new(project)
    qtbot.waitUntil(lambda: fake_session.can_train, timeout=LONG)
    yield made
    made.close()
    made.deleteLater()


def play(monkeypatch, room: HelperRoom, *answers: object) -> None:
    """Has the room's child say these answers; an exception is raised."""

    def said(job: object):
        for answer in answers:
            if isinstance(answer, Exception):
                raise answer
            yield answer

    monkeypatch.setattr(room, "answers", said)


def estimate(**more: object) -> Estimate:
    usual = {
        "device": "cpu", "threads": 2, "steps": 20, "batch_size": 16, "steps_per_epoch": 7, "epochs": 30,
        "starting": 3.0, "reading": 1.0, "step": 0.01, "validation": 0.1, "saving": 0.5, "seconds": 250.0,
        "memory": 1_180_000_000, "base": 333_000_000, "free": 8_000_000_000,
        "assumed": (Assumption(code="probe.epochs", text="All 30 epochs are trained."),),
    }  # fmt: skip
    return Estimate(**{**usual, **more})


def test_the_estimate_stands_in_its_tab_and_beside_train(stage, qtbot, monkeypatch):
    room = stage.tabs.show_room("estimate")
    assert isinstance(room, EstimateRoom)
    play(monkeypatch, room, Stage(stage="data"), Stage(stage="steps", share=0.5), None, estimate())
    room.start_button.click()
    assert not room.start_button.isEnabled() and room.cancel_button.isVisibleTo(stage)
    qtbot.waitUntil(lambda: not room.asking.busy, timeout=LONG)
    assert (room.time.text(), room.memory.text()) == ("about 4 min", "1.2 GB")
    assert "All 30 epochs are trained." in room.assumed.text()
    assert stage.controls.plan.text().endswith("about 4 min · 1.2 GB")
    texts = {label.text() for label in room.findChildren(QLabel)}
    assert "210 steps of 16 samples, 10 ms each" in texts

    # A change of the project makes it old.
    stage.session.document.edit("x", lambda p: p.updated(training=p.training.updated(epochs=31)))
    assert "about" not in stage.controls.plan.text()
    assert room.doing.text() == "The project has changed since."


def test_the_real_estimate_arrives(stage, qtbot):
    room = stage.tabs.show_room("estimate")
    room.start()
    qtbot.waitUntil(lambda: not room.asking.busy, timeout=LONG)
    assert room.notice.text == "" and room.found is not None and room.found.batch_size == 16


def rate(step: int) -> float:
    return float(np.geomspace(1e-7, 10, 160)[step])


def test_a_rate_that_is_found_is_drawn_and_used_with_one_undo_step(stage, qtbot, monkeypatch):
    room = stage.tabs.show_room("rate")
    assert isinstance(room, RateRoom)
    rates = tuple(rate(k) for k in range(100))
    steps = RateSteps(rates=rates, losses=(1.0,) * 100, smoothed=tuple(np.linspace(1.0, 0.5, 100)))
    play(monkeypatch, room, steps, RateFound(valley=0.00123, steepest=0.0456, lowest=0.1, diverged=False, current=0.01))
    room.start_button.click()
    qtbot.waitUntil(lambda: not room.asking.busy, timeout=LONG)
    assert [region.name for region in room.plot.regions] == ["suggested 0.0012", "steepest 0.046"]
    assert [line.name for line in room.plot.lines] == ["each step", "smoothed"]
    assert room.use.text() == "Use 0.0012"
    before = stage.session.document.project
    room.use.click()
    assert stage.session.document.project.training.learning_rate == 0.0012
    assert not room.use.isEnabled()
    assert stage.session.document.undo_text == "Use the learning rate 0.0012"
    stage.session.document.undo()
    assert stage.session.document.project == before
    room.use_steepest.click()
    assert stage.session.document.project.training.learning_rate == 0.046


def test_where_the_loss_never_fell_nothing_is_offered(stage, qtbot, monkeypatch):
    room = stage.tabs.show_room("rate")
    steps = RateSteps(rates=(1e-7, 1e-6), losses=(1.0, 1.0), smoothed=(1.0, 1.0))
    found = RateFound(valley=None, steepest=None, lowest=1e-7, diverged=False, current=0.01)
    play(monkeypatch, room, steps, found)
    room.start_button.click()
    qtbot.waitUntil(lambda: not room.asking.busy, timeout=LONG)
    assert "fell at no learning rate" in room.words.text()
    assert not room.use.isVisibleTo(stage)


def test_batches_are_listed_and_one_is_used(stage, qtbot, monkeypatch):
    room = stage.tabs.show_room("batch")
    assert isinstance(room, BatchRoom)
    tried = [BatchTried(size=8 * 2**k, fits=k < 3, memory=10**8, samples_per_second=100.0) for k in range(4)]
    found = BatchFound(largest=32, quickest=8, limit=10**9, all_samples=False, device="cpu", current=16)
    play(monkeypatch, room, Stage(stage="size 8"), *tried, found)
    room.start_button.click()
    qtbot.waitUntil(lambda: not room.asking.busy, timeout=LONG)
    model = room.table.columns_model
    assert [model.index(row, 1).data() for row in range(4)] == ["yes", "yes", "yes", "too large"]
    assert "Up to 32 samples fit" in room.words.text()
    room.use_largest.click()
    assert stage.session.document.project.training.batch_size == 32
    assert stage.session.document.undo_text == "Use batches of 32"


def test_what_goes_wrong_is_a_sentence(stage, qtbot, monkeypatch):
    room = stage.tabs.show_room("batch")
    play(monkeypatch, room, TrainingError("The file a.csv is gone", "", "Put it back"))
    room.start_button.click()
    qtbot.waitUntil(lambda: not room.asking.busy, timeout=LONG)
    assert room.notice.text == "The file a.csv is gone. Put it back."
    assert room.start_button.isEnabled()


def test_cancel_ends_it_and_a_run_that_begins_does_too(stage, qtbot, monkeypatch):
    room = stage.tabs.show_room("estimate")

    def forever(job: object):
        while True:
            yield None

    monkeypatch.setattr(room, "answers", forever)
    room.start_button.click()
    qtbot.wait(120)
    assert room.asking.busy
    room.cancel_button.click()
    assert not room.asking.busy and room.notice.text == ""
    room.start_button.click()
    stage.session.train()
    assert not room.asking.busy
    assert "because a run began" in room.notice.text
    assert not room.start_button.isEnabled()
    assert room.doing.text() == "A run is in progress."


def test_the_study_menu_and_the_search_begin_them(stage, qtbot, monkeypatch):
    room = stage.tabs.show_room("rate")
    play(monkeypatch, room)
    stage.tabs.show_curves()
    names = {action.objectName() for action in stage.tabs.menu_button.menu().actions()}
    assert {"train_study_estimate", "train_study_rate", "train_study_batch"} <= names
    command = next(c for c in stage.commands() if c.name == "study_rate")
    command.run()
    assert stage.tabs.currentIndex() == stage.tabs.keys.index("rate")
    assert room.asking.busy
    qtbot.waitUntil(lambda: not room.asking.busy, timeout=LONG)


def test_nothing_begins_while_the_project_cannot_train(qtbot, fake_session):
    made = TrainStage(fake_session)
    qtbot.addWidget(made)
    made.show()
    room = made.tabs.show_room("estimate")
    assert not room.start_button.isEnabled()
    assert room.doing.text() == "Choose the data first."
