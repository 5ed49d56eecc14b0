"""What the Train stage shows before the first run: what to do next, and the button that does it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ..icons import icon
from ..session import Session
from ..theme import notifier


class EmptyTrain(QWidget):
    """``go_to(stage)``: where the next step is to be done."""

    go_to = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setObjectName("train_empty")
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._title = QLabel()
        self._title.setObjectName("train_empty_title")
        self._title.setProperty("role", "title")
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._hint = QLabel()
        self._hint.setObjectName("train_empty_hint")
        self._hint.setProperty("role", "muted")
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = QPushButton()
        self.button.setObjectName("train_empty_button")
        self.button.setProperty("role", "primary")
        self.button.clicked.connect(self._do)
        column = QVBoxLayout()
        column.setSpacing(12)
        for widget in (self._picture, self._title, self._hint):
            column.addWidget(widget)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.button)
        middle.addStretch(1)
        column.addSpacing(4)
        column.addLayout(middle)
        holder = QWidget()
        holder.setLayout(column)
        holder.setMaximumWidth(520)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(2)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(holder, 8)
        centred.addStretch(1)
        outer.addLayout(centred)
        outer.addStretch(3)
        notifier.changed.connect(self._tint)
        self._tint()
        self.refresh()

    def refresh(self) -> None:
        """What is to be done next, from the project's state."""
        session = self.session
        self._target = ""
        if session.data_state == "loading":
            words = (self.tr("Reading the data"), self.tr("Training can start as soon as it is there."), "")
        elif session.data_state == "empty":
            self._target = "data"
            words = (
                self.tr("Choose the data first"),
                self.tr(
                    "A network learns from examples. The Data stage has built-in samples and opens files of yours."
                ),
                self.tr("Go to Data"),
            )
        elif session.data_state == "problem":
            self._target = "data"
            words = (self.tr("The data can't be read"), session.data_message, self.tr("Go to Data"))
        elif not session.can_train:
            self._target = "model"
            words = (self.tr("The network can't train yet"), session.why_not, self.tr("Go to Model"))
        else:
            words = (
                self.tr("Ready to train"),
                self.tr(
                    "Loss and score draw themselves here while the network learns. Every run is kept with its curves, "
                    "settings and weights, so that you can compare runs and go back."
                ),
                self.tr("Train"),
            )
        title, hint, button = words
        self._title.setText(title)
        self._hint.setText(hint)
        self.button.setText(button)
        self.button.setVisible(bool(button))

    def _do(self) -> None:
        if self._target:
            self.go_to.emit(self._target)
        else:
            self.session.train()

    def _tint(self) -> None:
        self._picture.setPixmap(icon("train", "muted").pixmap(48, 48))
