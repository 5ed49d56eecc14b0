"""Folders of pictures in the window: dropped, looked through, cancelled, and what was left out."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from workbench.engine.data import decoded
from workbench.engine.data.sources.image_folder import ImageFolderSource
from workbench.ui.data.skipped import SkippedDialog
from workbench.ui.data.stage import DataStage
from workbench.ui.main_window import MainWindow
from workbench.ui.session import Session


@pytest.fixture
def stage(session: Session, qtbot: QtBot) -> Iterator[DataStage]:
    made = DataStage(session)
    qtbot.addWidget(made)
    made.resize(1220, 700)
    made.show()
    yield made
    made.hide()


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
    qtbot.waitUntil(lambda: session.data_state in ("ready", "problem") and not session.jobs.running, timeout=20_000)


def drop(target: DataStage, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    actions, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(50, 50), actions, mime, buttons, keys)
    target.dragEnterEvent(entering)
    assert entering.isAccepted()
    target.dropEvent(QDropEvent(QPointF(50, 50), actions, mime, buttons, keys))


def test_a_dropped_folder_shows_its_pictures_and_what_was_left_out(stage: DataStage, qtbot: QtBot, pets: Path) -> None:
    drop(stage, pets)
    qtbot.waitUntil(lambda: stage.session.data is not None, timeout=20_000)
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


def test_the_menu_and_the_empty_page_ask_for_a_folder(
    stage: DataStage, qtbot: QtBot, pets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *a, **k: str(pets))
    qtbot.mouseClick(stage.empty.findChild(QPushButton, "data_open_folder"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: stage.session.data is not None, timeout=20_000)
    ready(qtbot, stage.session)
    stage.session.document.undo()
    qtbot.waitUntil(lambda: stage.session.data is None)
    stage.settings.choose.menu().findChild(QAction, "data_menu_open_folder").trigger()
    qtbot.waitUntil(lambda: stage.session.data is not None, timeout=20_000)
    ready(qtbot, stage.session)


def test_a_folder_without_class_folders_is_refused_in_place(stage: DataStage, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "flat").mkdir()
    (tmp_path / "flat" / "1.png").write_text("")
    drop(stage, tmp_path / "flat")
    qtbot.waitUntil(lambda: bool(stage.empty.notice.text), timeout=20_000)
    assert "lie in no class folder" in stage.empty.notice.text
    assert stage.session.document.project.data.source is None


def test_what_was_chosen_later_wins_over_a_folder_still_looked_at(stage: DataStage, qtbot: QtBot, pets: Path) -> None:
    stage.open_path(pets)
    stage.use_sample("iris")
    ready(qtbot, stage.session)
    assert stage.session.data.raw.title == "Iris flowers"


def test_a_change_of_the_size_reads_the_pictures_anew(stage: DataStage, qtbot: QtBot, pets: Path) -> None:
    drop(stage, pets)
    qtbot.waitUntil(lambda: stage.session.data is not None, timeout=20_000)
    source = stage.session.document.project.data.source
    recipe = stage.session.document.project.data
    stage._edit("source.size", recipe.updated(source=source.updated(size=(10, 12), resize="cover")), False)
    qtbot.waitUntil(
        lambda: stage.session.data is not None and stage.session.data.facts.inputs["image"].sample == (3, 10, 12),
        timeout=20_000,
    )
    ready(qtbot, stage.session)


def test_reading_can_be_cancelled_and_tried_again(
    stage: DataStage, qtbot: QtBot, pets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, real = threading.Event(), decoded.decode

    def slow(file, name, shape):
        go_on.wait(20)
        return real(file, name, shape)

    monkeypatch.setattr(decoded, "decode", slow)
    drop(stage, pets)
    qtbot.waitUntil(lambda: "Decoding" in "".join(j.note for j in stage.session.jobs.running), timeout=20_000)
    stage.session.jobs.running[0].cancel()
    go_on.set()
    qtbot.waitUntil(lambda: stage.session.data_state == "problem", timeout=20_000)
    assert stage.session.data_message == "Reading the data was stopped."
    assert stage.right.currentWidget() is stage.waiting
    qtbot.mouseClick(stage.waiting.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: stage.session.data_state == "ready", timeout=20_000)
    ready(qtbot, stage.session)


def test_the_welcome_page_takes_a_folder(window: MainWindow, qtbot: QtBot, pets: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(pets))])
    actions, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(50, 50), actions, mime, buttons, keys)
    window.welcome.dragEnterEvent(entering)
    assert entering.isAccepted()
    window.welcome.dropEvent(QDropEvent(QPointF(50, 50), actions, mime, buttons, keys))
    qtbot.waitUntil(lambda: window.shown == "data", timeout=20_000)
    qtbot.waitUntil(lambda: window.session.can_train, timeout=20_000)
    assert "2 items were left out" in window.messages.message.text


def test_the_welcome_page_leaves_project_files_to_the_window(window: MainWindow, tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.nnwb"))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, mime, buttons, keys)
    window.welcome.dragEnterEvent(entering)
    assert not entering.isAccepted()


def test_the_card_asks_for_a_folder(window: MainWindow, qtbot: QtBot, pets: Path) -> None:
    qtbot.mouseClick(window.findChild(QPushButton, "start_pictures"), Qt.MouseButton.LeftButton)
    dialog = window.findChild(QFileDialog, "pictures_dialog")
    assert dialog.fileMode() == QFileDialog.FileMode.Directory
    dialog.fileSelected.emit(str(pets))
    dialog.reject()
    qtbot.waitUntil(lambda: window.shown == "data", timeout=20_000)
    qtbot.waitUntil(lambda: window.session.can_train, timeout=20_000)
