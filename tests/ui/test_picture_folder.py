"""Folders of pictures in the window: dropped, looked through, cancelled, and what was left out."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from window_tools import take

from workbench.engine.data import decoded
from workbench.engine.data.sources.image_folder import ImageFolderSource
from workbench.ui.data.skipped import SkippedDialog
from workbench.ui.data.stage import DataStage
from workbench.ui.jobs import Job
from workbench.ui.session import Session
from workbench.ui.status_bar import StatusBar


@pytest.fixture
def pets(tmp_path: Path) -> Path:
    """Twelve pictures of two kinds, and two files that are none."""
    random = np.random.RandomState(0)
    for number in range(12):
        folder = tmp_path / "pets" / ("cats" if number % 2 else "dogs")
        folder.mkdir(parents=True, exist_ok=True)
        Image.fromarray(random.randint(0, 256, (20, 20, 3)).astype(np.uint8)).save(folder / f"{number}.png")
    (tmp_path / "pets" / "cats" / "notes.txt").write_text("words")
    (tmp_path / "pets" / "loose.png").write_text("")
    return tmp_path / "pets"


def ready(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(lambda: session.data_state in ("ready", "problem") and not session.jobs.running)


def test_a_folder_shows_its_pictures_and_what_was_left_out(stage: DataStage, qtbot: QtBot, pets: Path) -> None:
    take(stage.session, pets)
    qtbot.waitUntil(lambda: stage.session.data is not None)
    ready(qtbot, stage.session)
    source = stage.session.document.project.data.source
    assert isinstance(source, ImageFolderSource) and source.size == (20, 20)
    assert stage.content.samples.grid.samples.tolist() == list(range(12))
    stage.content.samples.select(3)
    shown = [label.text() for label in stage.content.detail.findChildren(QLabel)]
    assert stage.session.data.raw.names[3].rpartition("/")[2] in shown
    assert stage.content.notices.text.startswith("2 items were left out, such as loose.png (It lies in no class")
    button = stage.content.notices.findChild(QPushButton, "data_notices_button_0")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = stage.content.findChild(SkippedDialog, "data_skipped")
    model = dialog.table.model()
    rows = {model.index(row, 0).data(): model.index(row, 1).data() for row in range(model.rowCount())}
    assert rows == {
        "loose.png": "It lies in no class folder",
        "cats/notes.txt": "It is not a picture that can be read",
    }
    dialog.reject()


def test_a_change_of_the_size_reads_the_pictures_anew(stage: DataStage, qtbot: QtBot, pets: Path) -> None:
    take(stage.session, pets)
    qtbot.waitUntil(lambda: stage.session.data is not None)
    source = stage.session.document.project.data.source
    recipe = stage.session.document.project.data
    stage._edit("source.size", recipe.updated(source=source.updated(size=(10, 12), resize="cover")), False)
    qtbot.waitUntil(
        lambda: stage.session.data is not None and stage.session.data.facts.inputs["image"].sample == (3, 10, 12)
    )
    ready(qtbot, stage.session)


def test_the_page_and_the_status_bar_tell_how_long_reading_will_take(
    stage: DataStage, qtbot: QtBot, pets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, real = threading.Event(), decoded.decode

    def slow(file, name, shape):
        if name in ("9.png", "10.png"):
            go_on.wait(120)
        return real(file, name, shape)

    monkeypatch.setattr(decoded, "decode", slow)
    monkeypatch.setattr(Job, "seconds_left", property(lambda job: 130.0 if job.share > 0.2 else None))
    bar = StatusBar(stage.session)
    qtbot.addWidget(bar)
    take(stage.session, pets)
    try:
        qtbot.waitUntil(lambda: stage.waiting.message.text().endswith("· about 2 min left"))
        assert stage.waiting.message.text().startswith("Decoding pictures: ")
        note = bar.findChild(QLabel, "status_note")
        qtbot.waitUntil(lambda: note.accessibleName().endswith("· about 2 min left"))
    finally:
        go_on.set()
    ready(qtbot, stage.session)


def test_reading_can_be_cancelled_and_tried_again(
    stage: DataStage, qtbot: QtBot, pets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, real = threading.Event(), decoded.decode

    def slow(file, name, shape):
        go_on.wait(120)
        return real(file, name, shape)

    monkeypatch.setattr(decoded, "decode", slow)
    take(stage.session, pets)
    qtbot.waitUntil(lambda: "Decoding" in "".join(j.note for j in stage.session.jobs.running))
    stage.session.jobs.running[0].cancel()
    go_on.set()
    qtbot.waitUntil(lambda: stage.session.data_state == "problem")
    assert stage.session.data_message == "Reading the data was stopped."
    assert stage.right.currentWidget() is stage.waiting
    qtbot.mouseClick(stage.waiting.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: stage.session.data_state == "ready")
    ready(qtbot, stage.session)
