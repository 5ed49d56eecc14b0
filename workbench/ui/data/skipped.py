"""What was left out of the data, item by item with its reason."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from ...engine.data.left_out import left_out_count
from ...engine.data.raw import Skipped
from ..language import told
from ..widgets.numbers import count_text
from ..widgets.tables import Column, ColumnsView


class SkippedDialog(QDialog):
    """A table of items and reasons that can be sorted and copied; it does not block the window."""

    def __init__(self, skipped: Sequence[Skipped], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data_skipped")
        self.setWindowTitle(self.tr("Left out of the data"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(880, 460)
        heading = QLabel(left_out(left_out_count(skipped)), self)
        heading.setProperty("role", "title")
        hint = QLabel(self.tr("Everything else was taken. Ctrl+C copies the chosen rows."), self)
        hint.setProperty("role", "muted")
        self.table = ColumnsView("data_skipped_items", self.tr("Items that were left out"), self)
        self.table.set_table(
            [
                Column(
                    self.tr("Item"),
                    lambda row: told(skipped[row].item),
                    keys=lambda: np.array([s.item for s in skipped]),
                    numeric=False,
                ),
                Column(
                    self.tr("Reason"),
                    lambda row: told(skipped[row].reason),
                    keys=lambda: np.array([s.reason for s in skipped]),
                    numeric=False,
                ),
            ],
            np.arange(len(skipped)),
        )
        self.table.horizontalHeader().setStretchLastSection(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(heading)
        layout.addWidget(hint)
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)


def left_out(count: int) -> str:
    """How many items were left out, as a sentence without its full stop."""
    tr = QCoreApplication.translate
    if count == 1:
        return tr("Data", "1 item was left out")
    return tr("Data", "{count} items were left out").format(count=count_text(count))
