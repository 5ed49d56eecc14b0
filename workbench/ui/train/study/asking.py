"""One job of a child process at a time, asked from the window: its answers arrive on the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from queue import Empty, SimpleQueue
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from ....engine.data.recipe import Progress
from ....engine.study.jobs import Answer, Stage
from ...session import Session

EVERY_MS = 60

Answers = Callable[[], Iterator[Answer | None]]


class Asking(QObject):
    """``answered(Answer)``: the child said something. ``ended(str)``: it is over; a sentence where it went wrong."""

    answered = Signal(object)
    ended = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Any = None
        self._said: SimpleQueue[Answer] = SimpleQueue()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._drain)
        session.jobs.changed.connect(self._follow)

    @property
    def busy(self) -> bool:
        """Whether a job is being done."""
        return self._job is not None

    def start(self, title: str, make: Answers, share: Callable[[Answer], float]) -> None:
        """Asks; ``make`` gives the answers, ``share`` what of the work an answer means is done."""
        self.cancel()
        said: SimpleQueue[Answer] = SimpleQueue()

        def work(progress: Progress) -> None:
            done = 0.0
            with closing(make()) as answers:  # type: ignore[type-var]
                for answer in answers:
                    if answer is not None:
                        said.put(answer)
                        done = max(done, share(answer))
                    progress(done, "")  # raises when it was cancelled, and with it the child ends

        self._said = said
        self._job = self._session.jobs.start(title, work, done=lambda _none: self._end(""), failed=self._end)
        self._timer.start()

    def cancel(self) -> None:
        """Ends the job and its child; nothing more is answered."""
        if self._job is not None:
            self._job.cancel()
            self._over("")

    def _follow(self) -> None:
        if self._job is not None and self._job.cancelled:  # in the status bar
            self._over("")

    def _end(self, sentence: str) -> None:
        self._drain()
        self._over(sentence)

    def _over(self, sentence: str) -> None:
        self._job = None
        self._timer.stop()
        self.ended.emit(sentence)

    def _drain(self) -> None:
        while True:
            try:
                self.answered.emit(self._said.get_nowait())
            except Empty:
                return


def stage_of(answer: Answer) -> str:
    """What the child is at, where the answer says so."""
    return answer.stage if isinstance(answer, Stage) else ""
