"""How many more epochs a run that has done all of its own is to have."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QInputDialog, QWidget

from ...engine.runs.info import RunInfo
from ..session import Session
from .words import run_name

MOST = 1_000_000


def is_done(session: Session, run: RunInfo) -> bool:
    """Whether there is nothing left to do of what the project asks for."""
    return run.epoch >= session.document.project.training.epochs


def ask_for_more(parent: QWidget, run: RunInfo) -> int:
    """Asks; 0 when the user thought better of it."""
    tr = QCoreApplication.translate
    dialog = QInputDialog(parent)
    dialog.setObjectName("train_longer")
    dialog.setWindowTitle(tr("Longer", "Train longer"))
    words = tr("Longer", "{run} has done {epochs} epochs. How many more?")
    dialog.setLabelText(words.format(run=run_name(run), epochs=f"{run.epoch:,}"))
    dialog.setInputMode(QInputDialog.InputMode.IntInput)
    dialog.setIntRange(1, MOST)
    dialog.setIntValue(max(run.epoch, 1))
    dialog.setOkButtonText(tr("Longer", "Train"))
    accepted = dialog.exec()
    more = dialog.intValue() if accepted else 0
    dialog.deleteLater()
    return more
