"""From a study's runner to the window: a timer drains what it says, as the bridge does for a single run."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ..engine.study.events import MemberEnded, MemberStarted, StudyEnded, StudyKind, StudyStarted, StudyState
from ..engine.study.runner import Said, StudyRunner, StudySpec
from ..engine.train.events import GOOD_REASONS
from ..engine.train.runspec import RunSpec

if TYPE_CHECKING:
    from ..engine.runs.info import RunInfo
    from ..engine.train.events import Event

INTERVAL_MS = 60
BUDGET_SECONDS = 0.008
"""Time a drain may take before the rest waits for the next."""


def usual_run(runs: Sequence[RunInfo]) -> str:
    """The run to go on with when nobody chose one: the newest that ended well, "" where there is none.

    A run of a study is one of many: one by itself goes before it, and of many the best.
    """
    good = [r for r in runs if r.state in GOOD_REASONS]
    several = sorted((r for r in good if r.study), key=lambda r: r.metrics.get("val_loss", math.inf))
    return next((r.id for r in (*(r for r in good if not r.study), *several)), "")


class Studies(QObject):
    """The study in progress, and nothing when there is none.

    Signals:
        changed: one began, went on by a run, or ended.
        said(list): what it said, oldest first: events of its runs, ``MemberEnded`` and so on.
        ended(StudyEnded): it is over.
    """

    changed = Signal()
    said = Signal(object)
    ended = Signal(object)

    def __init__(
        self, make_runner: Callable[[StudySpec], StudyRunner] = StudyRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.make_runner = make_runner
        self._runner: StudyRunner | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self._drain)
        self.kind: StudyKind = "seeds"
        self.study = ""
        self.total = self.done = self.workers = 0
        self.running: tuple[str, ...] = ()
        """Labels of the runs in progress."""
        self.stopping = self.pausing = self.paused = False
        """Whether it was asked to end; whether it was asked to wait; whether it waits."""
        self.last: StudyEnded | None = None

    @property
    def busy(self) -> bool:
        """Whether a study is in progress."""
        return self._runner is not None

    @property
    def share(self) -> float:
        """Share of the runs that are over."""
        return self.done / self.total if self.total else 0.0

    def start(self, kind: StudyKind, spec: RunSpec, resume: str = "") -> None:
        """Starts a study of a project, or goes on with one; there must be none in progress."""
        assert self._runner is None, "a study is in progress"
        self.kind, self.study, self.last = kind, resume, None
        self.stopping = self.pausing = self.paused = False
        self.total = self.done = self.workers = 0
        self.running = ()
        self._runner = self.make_runner(StudySpec(run=spec, kind=kind, resume=resume))
        self._runner.start()
        self._timer.start()
        self.changed.emit()

    def stop(self) -> None:
        """Asks its runs to end and keep what they have."""
        if self._runner is not None and not self.stopping:
            self.stopping = True
            self._runner.stop()
            self.changed.emit()

    def pause(self) -> None:
        """Asks its runs to wait after the step they are in; ``paused`` follows when it says so."""
        if self._runner is not None and not self.stopping and not self.pausing:
            self.pausing = True
            self._runner.pause()
            self.changed.emit()

    def resume(self) -> None:
        """Lets it go on."""
        if self._runner is not None and self.pausing:
            self.pausing = False
            self._runner.resume()
            self.changed.emit()

    def finish(self, seconds: float) -> bool:
        """Stops it and waits, draining all the while; what has not ended by then is ended at once. Whether all is over."""
        if self._runner is None:
            return True
        self.stop()
        limit = time.monotonic() + seconds
        killed = False
        while self._runner is not None:
            self._runner.join(0.02)
            self._drain()
            if time.monotonic() > limit:
                if killed:
                    return False
                self._runner_kill()
                killed, limit = True, limit + 5.0
        return True

    def _runner_kill(self) -> None:
        if self._runner is not None:
            self._runner.kill()

    def _drain(self) -> None:
        if self._runner is None:
            return
        limit = time.monotonic() + BUDGET_SECONDS
        batch: list[Said] = []
        while time.monotonic() < limit:
            more = self._runner.drain(64)
            if not more:
                break
            batch += more
        if not batch:
            return
        news = [self._take(said) for said in batch]
        ended = self._runner.ended
        if ended is not None:
            self._runner.join(2.0)
            self._runner = None
            self._timer.stop()
            self.last, self.running = ended, ()
        self.said.emit(batch)
        if any(news):
            self.changed.emit()
        if ended is not None:
            self.ended.emit(ended)

    def _take(self, said: Event | Said) -> bool:
        """Whether it is news of the study, and not only of one of its runs."""
        if isinstance(said, StudyStarted):
            self.study, self.total, self.done, self.workers = said.study, said.total, said.done, said.workers
            self.kind = said.kind
        elif isinstance(said, StudyState):
            # Another process may have asked for it.
            self.paused = self.pausing = said.state == "paused"
        elif isinstance(said, MemberStarted):
            self.running = (*self.running, said.label)
        elif isinstance(said, MemberEnded):
            self.running = tuple(label for label in self.running if label != said.label)
            self.done += 1
        elif not isinstance(said, StudyEnded):
            return False
        return True
