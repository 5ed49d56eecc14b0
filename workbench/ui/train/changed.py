"""How the run in front began and what was changed while it went on, in the side panel."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ...engine.train.events import Changed
from ..language import told
from .changes import changed_text
from .history import RunHistory

MOST = 6
"""Changes that are listed, the latest ones; the plots mark all of them."""


class ChangedPanel(QWidget):
    """A sentence, a heading and a line for each change. Hidden where there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train_changed")
        self._begun = QLabel()
        self._begun.setObjectName("train_warm")
        self._begun.setProperty("role", "muted")
        self._begun.setWordWrap(True)
        self._title = title = QLabel(self.tr("Changed in this run"))
        title.setProperty("role", "heading")
        self.list = QLabel()
        self.list.setObjectName("train_changed_list")
        self.list.setProperty("role", "muted")
        self.list.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._begun)
        layout.addWidget(title)
        layout.addWidget(self.list)
        self.hide()

    def show_history(self, history: RunHistory | None) -> None:
        """The run in front, None while it is not read yet."""
        self.set_changes(history.changes if history else (), history.warm if history else "")

    def set_changes(self, changes: Sequence[Changed], warm: str = "") -> None:
        """Other changes; ``warm`` tells what the run took over from another one."""
        words = self.tr("step {step}: {change}")
        lines = [words.format(step=f"{c.step:,}", change=changed_text(c)) for c in changes[-MOST:]]
        if len(changes) > MOST:
            lines.insert(0, self.tr("{count} more before").format(count=len(changes) - MOST))
        text = "\n".join(lines)
        if text != self.list.text():
            self.list.setText(text)
        self._begun.setText(told(warm))
        self._begun.setVisible(bool(warm))
        self._title.setVisible(bool(lines))
        self.list.setVisible(bool(lines))
        self.setVisible(bool(lines) or bool(warm))
