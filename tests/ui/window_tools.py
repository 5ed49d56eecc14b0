"""What tests of the whole window do with its widgets."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from workbench.ui.main_window import MainWindow


def find(window: QWidget, kind: type, name: str):
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def click(window: QWidget, name: str, kind: type = QPushButton) -> None:
    QTest.mouseClick(find(window, kind, name), Qt.MouseButton.LeftButton)


def answer(window: MainWindow, dialog: str, button: str, qtbot) -> None:
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, dialog) is not None)
    click(window, f"{dialog}_{button}")
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, dialog) is None)


def edit(window: MainWindow, title: str = "Edited") -> None:
    window.session.document.edit("Rename", lambda p: p.updated(title=title))
