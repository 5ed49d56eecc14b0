"""Folders that somebody deletes while a network trains: the window tells what happened."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from workbench.engine.project.samples import sample
from workbench.ui.session import Session
from workbench.ui.train.stage import TrainStage

LONG = 60_000


@pytest.fixture
def stage(train_stage: TrainStage) -> TrainStage:
    return train_stage


def said(stage: TrainStage) -> str:
    label = stage.notice.findChild(QLabel, "train_notice_text")
    assert label is not None
    return label.text() if stage.notice.isVisible() else ""


@pytest.mark.parametrize("what", ["its own folder", "the folder of all runs"])
def test_a_run_whose_folder_is_deleted_says_so(stage: TrainStage, session: Session, qtbot: QtBot, what: str):
    project = sample("iris-mlp").project()
    session.new(project.updated(training=project.training.updated(epochs=100_000)))
    qtbot.waitUntil(lambda: session.can_train, timeout=LONG)
    session.train()
    qtbot.waitUntil(lambda: session.progress.epoch >= 2 or session.run_state == "idle", timeout=LONG)
    assert session.run_state == "running", said(stage)
    folder = session.runs_dir / session.current_run if what == "its own folder" else session.runs_dir
    shutil.rmtree(folder)
    qtbot.waitUntil(lambda: session.run_state == "idle", timeout=LONG)
    qtbot.waitUntil(lambda: bool(said(stage)), timeout=LONG)
    assert "is not there any more. A run keeps its curves and checkpoints there" in said(stage)
    assert "Errno" not in said(stage)
    if session.runs:
        stage.doing.delete(session.runs[0].id)
        qtbot.waitUntil(lambda: not session.runs, timeout=LONG)
        assert said(stage) == "", "who deletes a run has no need to be told of it"
