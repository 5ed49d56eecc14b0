"""Crash recovery: a few seconds after an edit the document goes to its journal, written by a worker thread."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from ..engine.document import Project
from ..engine.project.journal import Journal, Leftover, recoverable
from .session import Session

DELAY_MS = 3000


class Recovery(QObject):
    """Keeps the journal of the session's document: written while there is something to lose, removed when there isn't."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._journal = Journal(session.document.path)
        self._lock = threading.Lock()
        self._wanted: Project | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self.write)
        session.document.file_changed.connect(self._follow)

    def _follow(self) -> None:
        document = self._session.document
        path = document.path.absolute() if document.path is not None else None
        if path != self._journal.path:
            self._discard()
            self._journal = Journal(path)
        if document.modified:
            if not self._timer.isActive():
                self._timer.start()
        else:
            self._discard()

    def write(self, then: Callable[[], None] | None = None) -> None:
        """Writes the journal now, in a worker thread, and calls ``then`` once it is safe; not when writing failed."""
        document = self._session.document
        then = then or (lambda: None)
        if not document.modified:
            then()
            return
        journal, project = self._journal, document.project
        self._wanted = project

        def work(progress: object) -> None:
            with self._lock:
                # Saved or closed in the meantime: then there is nothing to recover.
                if self._wanted is project and journal is self._journal:
                    journal.write(project)

        self._session.jobs.start(self.tr("Keeping a copy"), work, done=lambda _: then(), cancellable=False)

    def leftovers(self) -> list[Leftover]:
        """What crashed windows left behind."""
        return recoverable()

    def close(self) -> None:
        """Removes the journal: the user saved, or gave the changes up."""
        self._timer.stop()
        self._discard()

    def _discard(self) -> None:
        self._timer.stop()
        self._wanted = None
        with self._lock:
            self._journal.discard()
