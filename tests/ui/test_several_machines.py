"""The command for several computers: made from the fields, copied by one button, told what is missing."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from workbench.engine.document import Project
from workbench.engine.project.files import save_project
from workbench.engine.train.machines import Machines, command_line
from workbench.ui.main_window import MainWindow
from workbench.ui.session import Session
from workbench.ui.train.several_machines import SeveralMachinesDialog


@pytest.fixture
def dialog(session: Session, qtbot: QtBot, tmp_path: Path) -> SeveralMachinesDialog:
    file = tmp_path / "my project.nnwb"
    save_project(Project(), file)
    session.document.open(file)
    made = SeveralMachinesDialog(session, session.document.save, None)
    qtbot.addWidget(made)
    made.show()
    return made


def set_field(dialog: SeveralMachinesDialog, name: str, text: str) -> None:
    editor = dialog.form.findChild(QLineEdit, f"field_{name}")
    editor.setText(text)
    editor.editingFinished.emit()


def test_the_command_is_copied_and_that_is_told(qtbot: QtBot, dialog: SeveralMachinesDialog, tmp_path: Path):
    set_field(dialog, "computers", "3")
    set_field(dialog, "processes", "4")
    set_field(dialog, "address", "192.168.1.10")
    set_field(dialog, "port", "29600")
    assert not dialog.copied.text()
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    words = shlex.split(QGuiApplication.clipboard().text())
    assert words == [
        *("torchrun", "--nnodes", "3", "--nproc-per-node", "4", "--rdzv-backend", "c10d"),
        *("--rdzv-endpoint", "192.168.1.10:29600", "--rdzv-id", "my-project"),
        *("-m", "workbench", "train", str(tmp_path / "my project.nnwb")),
    ]
    assert dialog.copied.text().startswith("Copied")
    set_field(dialog, "port", "29700")
    assert not dialog.copied.text()  # what was copied is another command
    assert "29700" in dialog.command.toPlainText()


def test_what_is_missing_is_told(session: Session, dialog: SeveralMachinesDialog):
    set_field(dialog, "address", "")
    assert "address" in dialog.notice.text and not dialog.copy.isEnabled() and not dialog.command.isVisible()
    set_field(dialog, "address", "first; rm -rf /")
    assert not dialog.copy.isEnabled()
    set_field(dialog, "address", "first")
    assert dialog.copy.isEnabled() and not dialog.notice.text
    session.document.edit("Rename", lambda p: p.updated(title="Other"))
    assert "Save the project" in dialog.notice.text and dialog.copy.isEnabled()
    (save,) = dialog.notice.findChildren(QPushButton)
    save.click()
    assert not session.document.modified and not dialog.notice.text
    session.document.new()
    assert "Save the project first" in dialog.notice.text and not dialog.copy.isEnabled()


def test_the_menu_opens_it(window: MainWindow):
    window.actions_set.by_id["run.several"].trigger()
    opened = window.findChild(QDialog, "several_machines_dialog")
    assert opened is not None and opened.isVisible()
    opened.close()


@pytest.mark.parametrize(
    ("machines", "device", "windows", "line"),
    [
        (
            Machines(computers=1, processes=2),
            "auto",
            False,
            "torchrun --standalone --nproc-per-node 2 -m workbench train p.nnwb",
        ),
        (
            Machines(address="fe80::1"),
            "cuda:1",
            False,
            "torchrun --nnodes 2 --nproc-per-node 1 --rdzv-backend c10d --rdzv-endpoint '[fe80::1]:29500' --rdzv-id p "
            "-m workbench train p.nnwb --device cuda",
        ),
        (
            Machines(address="first"),
            "cpu",
            True,
            "torchrun --nnodes 2 --nproc-per-node 1 --rdzv-backend c10d --rdzv-endpoint first:29500 --rdzv-id p "
            "-m workbench train p.nnwb --device cpu",
        ),
    ],
)
def test_the_line_fits_the_computers(machines: Machines, device: str, windows: bool, line: str):
    assert command_line(machines, Path("p.nnwb"), device, windows=windows) == line
