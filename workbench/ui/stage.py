"""What the rail needs of a stage: Data, Model, Train, Evaluate, Export."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from .session import Session

StageState = Literal["empty", "ready", "problem", "running"]


class StageCommand(Protocol):
    """Something that a stage can do, for the command palette and the menus."""

    @property
    def name(self) -> str:
        """Its name; the View menu knows zoom_in, zoom_out, zoom_100 and fit."""

    @property
    def text(self) -> str:
        """What it is called; "" for what is only a key."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Its shortcuts."""

    @property
    def run(self) -> Callable[[], object]:
        """Does it."""

    @property
    def enabled(self) -> Callable[[], bool]:
        """Whether it makes sense now."""


class Thing(NamedTuple):
    """Something that a stage shows or can add, for the command palette: a node, a layer of the palette, a run."""

    text: str
    group: str
    run: Callable[[], object]
    keywords: str = ""


class Stage(QWidget):
    """Base of the stages. A subclass sets ``key``, ``title`` and ``icon`` and calls ``set_state`` as things change.

    Stages are made once, at the start of the window, and cheaply: what costs time (plots, torch) waits for ``entered``.
    """

    key = ""
    icon = ""
    state_changed = Signal()
    go_to = Signal(str)
    """Asks the window to show the stage with this key."""
    import_asked = Signal(object)
    """Asks the window to look at data for the project: a Path, or "file" or "folder" to ask the user for one."""

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

    def commands(self) -> Iterable[StageCommand]:
        """What the command palette offers while the stage is shown."""
        return ()

    def things(self) -> Iterable[Thing]:
        """What the command palette finds in the stage, from wherever it is opened; choosing one shows the stage first."""
        return ()
