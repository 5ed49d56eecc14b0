"""The command for several computers, made from a few fields and copied with one button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSysInfo, QTimer
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...engine.train.machines import Machines, command_line
from .. import theme
from ..icons import icon
from ..session import Session
from ..widgets.form import Form
from ..widgets.notice import Notice

LINES = 5
"""Lines of the command that are seen without scrolling."""

SHOWN = 4000
"""Milliseconds for which it is told that the command was copied."""


class SeveralMachinesDialog(QDialog):
    """Asks how many computers there are and where they meet; does not block the window. ``save`` saves the project, asking
    where if it must."""

    def __init__(self, session: Session, save: Callable[[], object], parent: QWidget | None) -> None:
        super().__init__(parent)
        self._session, self._save = session, save
        preferences = session.preferences.value
        self._machines = Machines(processes=preferences.processes, address=_own_name())
        self.setObjectName("several_machines_dialog")
        self.setWindowTitle(self.tr("Train on several computers"))
        self.setMinimumWidth(560)
        heading = QLabel(self.tr("Train on several computers"))
        heading.setProperty("role", "title")
        about = QLabel(
            self.tr(
                "Type the same command on each computer. All of them read the project and its data under the same path, a "
                "shared folder for instance; the first one records the run beside the project."
            )
        )
        about.setProperty("role", "muted")
        about.setWordWrap(True)
        self.form = Form(self)
        self.form.setObjectName("machines_form")
        self.form.set_value(self._machines)
        self.form.edited.connect(self._edited)
        self.notice = Notice("machines_notice", self)
        self.command = QPlainTextEdit()
        self.command.setObjectName("machines_command")
        self.command.setAccessibleName(self.tr("Command"))
        self.command.setReadOnly(True)
        self.command.setFont(theme.mono_font())
        self.command.setTabChangesFocus(True)
        self.command.setMinimumHeight(LINES * QFontMetrics(self.command.font()).lineSpacing() + 16)
        self.copy = QPushButton(self.tr("Copy command"))
        self.copy.setObjectName("machines_copy")
        self.copy.setProperty("role", "primary")
        self.copy.setIcon(icon("copy", "on_accent"))
        self.copy.clicked.connect(self._copy)
        self.copied = QLabel()
        self.copied.setObjectName("machines_copied")
        self.copied.setProperty("role", "success")
        self._told = QTimer(self)
        self._told.setSingleShot(True)
        self._told.setInterval(SHOWN)
        self._told.timeout.connect(self.copied.clear)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.copy)
        row.addWidget(self.copied, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        for part in (heading, about, self.form, self.notice):
            column.addWidget(part)
        column.addWidget(self.command, 1)
        column.addLayout(row)
        column.addWidget(buttons)
        session.document.file_changed.connect(self._show)
        self._show()

    def _edited(self, path: str, value: object) -> None:
        self._machines = self._machines.updated(**{path: value})
        self.form.set_value(self._machines)
        self._show()

    def _show(self) -> None:
        document, machines = self._session.document, self._machines
        self._told.stop()
        self.copied.clear()
        missing, told, unsaved = True, "", document.path is None or document.modified
        if document.path is None:
            told = self.tr("Save the project first: the command names its file.")
        elif machines.computers > 1 and not machines.address:
            told = self.tr("Enter the address of one of the computers, where all of them meet.")
        else:
            missing = False
            if unsaved:
                told = self.tr("The command trains what is saved. Save the project, so that it trains what you see.")
        buttons = [(self.tr("Save"), self._save)] if unsaved else []
        self.notice.say(told, "warning" if missing else "info", buttons)
        self.copy.setEnabled(not missing)
        text = ""
        if not missing and document.path is not None:
            text = command_line(machines, document.path.absolute(), self._session.preferences.value.device)
        self.command.setPlainText(text)
        self.command.setVisible(not missing)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.command.toPlainText())
        self.copied.setText(self.tr("Copied. Paste it into a terminal of each computer."))
        self._told.start()


def _own_name() -> str:
    """This computer's name in its network, if it is one that a command can hold."""
    try:
        return Machines(address=QSysInfo.machineHostName()).address
    except ValueError:
        return ""
