"""What the Train stage shows before the first run: what to do next, and the button that does it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ..session import Session
from ..widgets.empty_page import EmptyPage


class EmptyTrain(EmptyPage):
    """``go_to(stage)``: where the next step is to be done."""

    go_to = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("train", picture="train", parent=parent)
        self.session = session
        self._target = ""
        self.pressed.connect(self._do)
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
        self.say(*words)

    def _do(self) -> None:
        if self._target:
            self.go_to.emit(self._target)
        else:
            self.session.train()
