"""The few questions and texts that get a window of their own. All open without blocking."""

from __future__ import annotations

import html
import platform
from collections.abc import Callable, Sequence

import PySide6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from .. import __version__
from . import theme
from .actions import tr


def ask(
    parent: QWidget,
    name: str,
    *,
    question: str,
    explanation: str,
    answers: Sequence[tuple[str, str, str]],
    then: Callable[[str], None],
) -> QMessageBox:
    """Asks a question and calls ``then`` with the key of the answer.

    Args:
        name: object name of the dialog.
        question: one sentence, shown strongly.
        explanation: what each answer means.
        answers: key, label and role ("accept", "destructive", "reject") of each button; the first is the default, Escape is the one to reject.
        then: called once, with the dialog closed.
    """
    box = QMessageBox(parent)
    box.setObjectName(name)
    box.setWindowTitle("Workbench")
    box.setWindowModality(Qt.WindowModality.WindowModal)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(f"<b>{html.escape(question)}</b>")  # a file's name may look like HTML
    box.setTextFormat(Qt.TextFormat.RichText)
    box.setInformativeText(explanation)
    roles = {
        "accept": QMessageBox.ButtonRole.AcceptRole,
        "destructive": QMessageBox.ButtonRole.DestructiveRole,
        "reject": QMessageBox.ButtonRole.RejectRole,
    }
    keys: dict[QPushButton, str] = {}
    for key, label, role in answers:
        button = box.addButton(label, roles[role])
        button.setObjectName(f"{name}_{key}")
        keys[button] = key
        if role == "reject":
            box.setEscapeButton(button)
    box.setDefaultButton(next(iter(keys)))
    refused = next(key for key, _, role in answers if role == "reject")

    def finished(_: int) -> None:
        clicked = box.clickedButton()
        then(next((key for button, key in keys.items() if button is clicked), refused))

    box.finished.connect(finished)
    box.open()
    return box


class TextDialog(QDialog):
    """A longer text that can be read and copied: the doctor's findings, details of a failure."""

    def __init__(self, parent: QWidget, name: str, title: str, text: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(720, 480)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        heading = QLabel(title)
        heading.setProperty("role", "heading")
        self._text = QPlainTextEdit(text)
        self._text.setObjectName(f"{name}_text")
        self._text.setAccessibleName(title)
        self._text.setReadOnly(True)
        self._text.setFont(theme.mono_font())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName(f"{name}_copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        buttons.rejected.connect(self.close)
        column.addWidget(heading)
        column.addWidget(self._text, 1)
        column.addWidget(buttons)


def about(parent: QWidget) -> QMessageBox:
    """What this program is, and the versions that matter in a report."""
    box = QMessageBox(parent)
    box.setObjectName("about_dialog")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(tr("About Workbench"))
    box.setText(f"<b>Workbench {__version__}</b>")
    box.setInformativeText(
        tr("Draw a network, give it data, watch it learn, take it away.")
        + f"\n\nPython {platform.python_version()} · PySide6 {PySide6.__version__} · {platform.platform(terse=True)}\n"
        + tr("MIT license")
    )
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.open()
    return box
