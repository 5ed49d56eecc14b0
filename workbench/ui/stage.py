"""What the rail needs of a stage: Data, Model, Train, Evaluate, Export."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from .session import Session

StageState = Literal["empty", "ready", "problem", "running"]


class Stage(QWidget):
    """Base of the stages. A subclass sets ``key``, ``title`` and ``icon`` and calls ``set_state`` as things change.

    Stages are made once, at the start of the window, and cheaply: what costs time (plots, torch) waits for ``entered``.
    """

    key = ""
    icon = ""
    state_changed = Signal()
    go_to = Signal(str)
    """Asks the window to show the stage with this key."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setObjectName(f"stage_{self.key}")
        self._state: StageState = "empty"
        self._state_text = ""

    @property
    def title(self) -> str:
        """Name on the rail."""
        return self.key.capitalize()

    @property
    def state(self) -> StageState:
        """Shown as a dot on the rail."""
        return self._state

    @property
    def state_text(self) -> str:
        """The state in words, for the tooltip and screen readers."""
        return self._state_text

    def set_state(self, state: StageState, text: str) -> None:
        """Sets what the rail shows."""
        if (state, text) != (self._state, self._state_text):
            self._state, self._state_text = state, text
            self.state_changed.emit()

    def entered(self) -> None:
        """The stage became visible."""
