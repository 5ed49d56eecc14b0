"""The question before runs are removed from the disk."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget


def may_delete(parent: QWidget, name: str) -> bool:
    """Asks whether a run or a study ("run 3") is to be deleted."""
    box = QMessageBox(parent)
    box.setObjectName("train_delete_box")
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(QCoreApplication.translate("TrainStage", "Delete {run}?").format(run=name))
    box.setInformativeText(
        QCoreApplication.translate(
            "TrainStage", "Its curves and weights are removed from the disk. This can't be undone."
        )
    )
    delete = box.addButton(QCoreApplication.translate("TrainStage", "Delete"), QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton(QCoreApplication.translate("TrainStage", "Keep it"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.exec()
    return box.clickedButton() is delete
