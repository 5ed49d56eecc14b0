"""What stands in the place of the data while it is read, and when it can't be."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ..icons import icon
from ..theme import notifier


class DataWaiting(QWidget):
    """Progress, or the problem with what to do. ``retry``: read again. ``reset``: choose other data."""

    retry = Signal()
    reset = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data_waiting")
        self.heading = QLabel(self)
        self.heading.setObjectName("data_waiting_heading")
        self.heading.setProperty("role", "title")
        self.message = QLabel(self)
        self.message.setObjectName("data_message")
        self.message.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setObjectName("data_progress")
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.again = QPushButton(self.tr("Try again"), self)
        self.again.setObjectName("data_retry")
        self.again.clicked.connect(self.retry)
        self.other = QPushButton(self.tr("Choose other data"), self)
        self.other.setObjectName("data_reset")
        self.other.clicked.connect(self.reset)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.again)
        row.addWidget(self.other)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 32, 32, 32)
        layout.setSpacing(12)
        layout.addStretch(1)
        for item in (self.heading, self.message, self.bar):
            layout.addWidget(item)
        layout.addLayout(row)
        layout.addStretch(3)
        notifier.changed.connect(self._tint)
        self._tint()

    def show_progress(self, message: str, share: float) -> None:
        """The data is being read."""
        self._switch(problem=False)
        self.heading.setText(self.tr("Reading the data"))
        self.message.setText(message)
        self.bar.setValue(round(share * 1000))

    def show_problem(self, sentence: str) -> None:
        """The data can't be used, and why."""
        self._switch(problem=True)
        self.heading.setText(self.tr("The data can't be used yet"))
        self.message.setText(sentence)

    def _switch(self, *, problem: bool) -> None:
        self.bar.setVisible(not problem)
        for widget in (self.again, self.other):
            widget.setVisible(problem)

    def _tint(self) -> None:
        self.again.setIcon(icon("reload"))
        self.other.setIcon(icon("data"))
