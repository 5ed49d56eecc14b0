"""What tests of the whole window do with its widgets."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from workbench.engine.data.sources.recognise import source_from_path
from workbench.ui.data.stage import DataStage
from workbench.ui.main_window import MainWindow
from workbench.ui.session import Session


def find(window: QWidget, kind: type, name: str):
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def click(window: QWidget, name: str, kind: type = QPushButton) -> None:
    QTest.mouseClick(find(window, kind, name), Qt.MouseButton.LeftButton)


def hover(widget: QWidget, at: QPoint) -> None:
    """Moves the mouse over a widget, whatever window the pointer of this screen is really over."""
    place, button = QPointF(at), Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, place, widget.mapToGlobal(place), button, button, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(widget, event)


def answer(window: MainWindow, dialog: str, button: str, qtbot) -> None:
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, dialog) is not None)
    click(window, f"{dialog}_{button}")
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, dialog) is None)


def edit(window: MainWindow, title: str = "Edited") -> None:
    window.session.document.edit("Rename", lambda p: p.updated(title=title))


def take(session: Session, path: Path) -> None:
    """Makes a file or folder the project's data, read as it is recognised."""
    source = source_from_path(path, session.base_dir)
    session.document.edit("Take data", lambda project: project.updated(data=project.data.updated(source=source)))


def ready(qtbot: QtBot, stage: DataStage) -> None:
    """Waits until the data is read and its summary is shown."""
    qtbot.waitUntil(lambda: stage.session.data_state in ("ready", "problem"))
    qtbot.waitUntil(lambda: not stage.session.jobs.running)


def drop(target: QWidget, path: Path) -> bool:
    """Drops a file or folder as a file manager does; whether it was taken."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    actions, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(50, 50), actions, mime, buttons, keys)
    entering.ignore()
    target.dragEnterEvent(entering)
    if entering.isAccepted():
        target.dropEvent(QDropEvent(QPointF(50, 50), actions, mime, buttons, keys))
    return entering.isAccepted()
