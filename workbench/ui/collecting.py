"""When the garbage collector looks at everything: not in the middle of an import or of reading data.

A full round holds Python's lock, in whatever thread it begins: over what the program itself consists of it takes 70 to 150 ms,
and a folder of 60,000 pictures set off six of them. So what is there once the window shows is never looked at again, the rounds
over all that came since are no longer set off by the number of new objects, and the window asks for one itself when data has
gone and nothing is being done.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from .session import Session

YOUNG, MIDDLE, OLD = 5_000, 10, 200
"""Rounds over new objects: after so many of them (0.5 ms), after so many such rounds (10 ms); over all after so many of those."""

REST_MS = 2_000
"""Milliseconds without news before a full round."""


class Collecting(QObject):
    """Sets up the collector for a process with a window, and asks for full rounds when nothing is going on."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        gc.freeze()
        gc.set_threshold(YOUNG, MIDDLE, OLD)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._look)
        session.data_changed.connect(self._timer.start)
        session.run_state_changed.connect(self._timer.start)

    def _look(self) -> None:
        if self._session.jobs.alive or self._session.run_state in ("starting", "stopping"):
            self._timer.start()
        else:
            gc.collect()
