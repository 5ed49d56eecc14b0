"""What was changed while the run in front went on, in the side panel."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ...engine.train.events import Changed
from .changes import changed_text

MOST = 6
"""Changes that are listed, the latest ones; the plots mark all of them."""


class ChangedPanel(QWidget):
    """A heading and a line for each change. Hidden where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train_changed")
        title = QLabel(self.tr("Changed in this run"))
        title.setProperty("role", "heading")
        self.list = QLabel()
        self.list.setObjectName("train_changed_list")
        self.list.setProperty("role", "muted")
        self.list.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(title)
        layout.addWidget(self.list)
        self.hide()

    def set_changes(self, changes: Sequence[Changed]) -> None:
        """Other changes."""
        words = self.tr("step {step}: {change}")
        lines = [words.format(step=f"{c.step:,}", change=changed_text(c)) for c in changes[-MOST:]]
        if len(changes) > MOST:
            lines.insert(0, self.tr("{count} more before").format(count=len(changes) - MOST))
        text = "\n".join(lines)
        if text != self.list.text():
            self.list.setText(text)
        self.setVisible(bool(lines))
