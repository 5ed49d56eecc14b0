"""Leaving a project: what runs is stopped, what is unsaved is asked about, and only then it goes on."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from .dialogs import ask
from .top_bar import title_of

if TYPE_CHECKING:
    from .main_window import MainWindow

STOP_WITHIN = 3.0
"""Seconds that a run gets to write its last checkpoint."""


class Leaving(QObject):
    """Asks before a project is closed, replaced, or the window closes."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.may_close = False
        """Whether everything is settled and the window closes without asking."""
        self.under_way = False
        """Whether a question stands or a run is being stopped because the user wants to leave."""
        self._limit = 0.0

    def then(self, go: Callable[[], None]) -> None:
        """Calls ``go`` once nothing would be lost; not at all when the user stays."""
        if self.under_way:
            return
        self.under_way = True
        session = self._window.session

        def stay() -> None:
            self.under_way = False

        def leave() -> None:
            self.under_way = False
            go()

        def changes() -> None:
            self._ask_changes(leave, stay)

        if session.run_state == "idle" and not session.studies.busy:
            changes()
        else:
            self._ask_run(lambda: self._stop_run(changes), stay)

    def _ask_run(self, stop: Callable[[], None], stay: Callable[[], None]) -> None:
        tr = self.tr
        study = self._window.session.studies.busy
        ask(
            self._window,
            "stop_dialog",
            question=tr("A study is in progress.") if study else tr("A network is being trained."),
            explanation=tr("Stopping keeps the runs made so far; the study can be taken up later.")
            if study
            else tr("Stopping keeps its weights and curves; the run can be resumed later."),
            answers=(("stop", tr("Stop and keep"), "accept"), ("stay", tr("Keep training"), "reject")),
            then=lambda answer: stop() if answer == "stop" else stay(),
        )

    def _stop_run(self, then: Callable[[], None]) -> None:
        self._window.session.stop()
        self._window.session.studies.stop()
        self._window.messages.tell(self.tr("Stopping the run and keeping its last checkpoint."))
        self._limit = time.monotonic() + STOP_WITHIN
        self._wait(then)

    def _wait(self, then: Callable[[], None]) -> None:
        # The event loop goes on meanwhile, so that what the run still says is drained.
        session = self._window.session
        over = session.run_state == "idle" and not session.studies.busy
        if over or time.monotonic() > self._limit:
            then()
        else:
            QTimer.singleShot(20, self, lambda: self._wait(then))

    def _ask_changes(self, leave: Callable[[], None], stay: Callable[[], None]) -> None:
        session = self._window.session
        if not session.document.modified:
            leave()
            return

        def answered(answer: str) -> None:
            if answer == "save":
                self._window.opening.save_then(leave, stay)
            elif answer == "discard":
                leave()
            else:
                stay()

        tr = self.tr
        ask(
            self._window,
            "save_dialog",
            question=tr("Save the changes to {name}?").format(name=title_of(session)),
            explanation=tr("Without saving, what changed since the last save is lost."),
            answers=(
                ("save", tr("Save"), "accept"),
                ("discard", tr("Don't save"), "destructive"),
                ("cancel", tr("Cancel"), "reject"),
            ),
            then=answered,
        )
