"""Work beside the window: each job runs in a thread of its own and hands its result over on the window's thread."""

from __future__ import annotations

import logging
import threading
import time
import traceback
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Any, Literal

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from ..engine.data.recipe import Cancelled, Progress
from ..engine.errors import WorkbenchError
from .language import told

log = logging.getLogger(__name__)

JobState = Literal["running", "done", "failed", "cancelled"]

VISIBLE_AFTER = 0.5
"""Seconds after which a running job shows in the status bar."""

_POLL_MS = 25
_BEGIN_MS = 10
_TELL_AFTER = 3.0
"""Seconds of work before a guess is made of how long the rest takes."""


class Job:
    """One piece of work. ``share`` (0 to 1) and ``note`` are what it said last; read them on the window's thread."""

    def __init__(
        self,
        title: str,
        done: Callable[[Any], None] | None,
        failed: Callable[[str], None] | None,
        cancellable: bool,
    ) -> None:
        self.title = title
        self.cancellable = cancellable
        self.state: JobState = "running"
        self.share = 0.0
        self.note = ""
        self.begun = False
        self.started = time.monotonic()
        self._steps: tuple[tuple[float, float], ...] = ()
        self._done = done
        self._failed = failed
        self._cancelled = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def seconds(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self.started

    @property
    def seconds_left(self) -> float | None:
        """Estimated seconds to go at the pace of late, None while there is nothing to estimate from.

        What was done before counts little: work that is taken up again jumps to where it stopped.
        """
        steps = self._steps
        if self.seconds < _TELL_AFTER or len(steps) < 2:
            return None
        (began, first), (_, last) = steps[0], steps[-1]
        took = time.monotonic() - began
        return took * (1.0 - last) / (last - first) if last > first and took > 1.0 else None

    def cancel(self) -> None:
        """Asks the work to end; neither ``done`` nor ``failed`` is called any more."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether the result is no longer wanted."""
        return self._cancelled.is_set()

    def report(self, share: float, note: str = "") -> None:
        """What the work calls as it goes on, from its thread. Raises ``Cancelled`` once the job was cancelled."""
        if self._cancelled.is_set():
            raise Cancelled
        self.share, self.note = min(max(share, 0.0), 1.0), told(note)
        self._steps = _with_step(self._steps, time.monotonic(), self.share, self.started)


def _with_step(
    steps: tuple[tuple[float, float], ...], now: float, share: float, started: float
) -> tuple[tuple[float, float], ...]:
    """Moments and shares done of the last half of the time since the start, with one more; a few dozen at most."""
    if steps and share < steps[-1][1]:
        return ((now, share),)  # another part of the work, which counts from its own beginning
    window = max(2.0, (now - started) / 2)
    if len(steps) > 1 and now - steps[-2][0] < window / 40:
        steps = steps[:-1]
    kept = tuple(step for step in steps if now - step[0] <= window)
    return (*(kept or steps[-1:]), (now, share))


class Jobs(QObject):
    """Starts jobs and delivers what they bring.

    No Qt object is touched outside the window's thread: workers put their outcome into a queue that a timer drains.
    """

    changed = Signal()
    """A job began, went on or ended: ``running`` tells which there are."""
    failed = Signal(str, str)
    """A sentence and, for an unexpected failure, its details: emitted for jobs that have no ``failed`` of their own, and for unexpected failures."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outcomes: SimpleQueue[tuple[Job, JobState, Any]] = SimpleQueue()
        self._running: list[Job] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(self._poll)
        self._told = 0.0

    @property
    def running(self) -> tuple[Job, ...]:
        """Jobs that have not ended, oldest first; cancelled ones that still wind down are left out."""
        return tuple(j for j in self._running if not j.cancelled)

    @property
    def alive(self) -> bool:
        """Whether a thread of a job still runs, a cancelled one's included."""
        return any(j._thread is not None and j._thread.is_alive() for j in self._running)

    def start(
        self,
        title: str,
        function: Callable[[Progress], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[str], None] | None = None,
        cancellable: bool = True,
    ) -> Job:
        """Runs ``function(progress)`` in a thread.

        Args:
            title: what is being done, for the status bar ("Reading data").
            function: the work; ``progress(share, note)`` reports and raises ``Cancelled`` when the job was cancelled.
            done: called with the result on the window's thread.
            failed: called with a sentence on the window's thread when the work raised.
            cancellable: whether the status bar offers Cancel.
        """
        job = Job(title, done, failed, cancellable)
        job._thread = threading.Thread(target=self._work, args=(job, function), name=f"job {title}", daemon=True)
        self._running.append(job)
        # Begun at once, it would take Python's lock from the window that still lays out and paints what goes with it.
        QTimer.singleShot(_BEGIN_MS, self, lambda: self._begin(job))
        self._timer.start()
        self.changed.emit()
        return job

    def cancel_all(self, wait: float = 0.0) -> bool:
        """Cancels every job and waits up to ``wait`` seconds for their threads; whether all have ended."""
        for job in self._running:
            job.cancel()
            self._begin(job)  # so that one whose turn never came ends as well
        limit = time.monotonic() + wait
        for job in self._running:
            if job._thread is not None and job._thread.ident is not None:
                job._thread.join(max(0.0, limit - time.monotonic()))
        if self.alive:
            return False
        self._poll()
        return True

    def _begin(self, job: Job) -> None:
        if job.begun or job._thread is None:
            return
        job.begun = True
        if job.cancelled:
            self._outcomes.put((job, "cancelled", None))
        else:
            job._thread.start()

    def _work(self, job: Job, function: Callable[[Progress], Any]) -> None:
        try:
            outcome: tuple[Job, JobState, Any] = (job, "done", function(job.report))
        except Cancelled:
            outcome = (job, "cancelled", None)
        except WorkbenchError as error:
            outcome = (job, "failed", (told(error), ""))
        except Exception as error:
            # The border of a thread: whatever it was, the window tells it and lives on.
            details = traceback.format_exc()
            log.error("job %s failed\n%s", job.title, details)
            outcome = (job, "failed", (f"{type(error).__name__}: {error}", details))
        self._outcomes.put(outcome)

    def _poll(self) -> None:
        ended = False
        while True:
            try:
                job, state, payload = self._outcomes.get_nowait()
            except Empty:
                break
            ended = True
            self._running.remove(job)
            job.state = "cancelled" if job.cancelled else state
            # A receiver that raises does not keep the others from their results: they come with the timer's next turn.
            self._deliver(job, payload)
        if not self._running:
            self._timer.stop()
        if ended or time.monotonic() - self._told > 0.1:
            self._told = time.monotonic()
            self.changed.emit()

    def _deliver(self, job: Job, payload: Any) -> None:
        if job.state == "done" and job._done is not None:
            job._done(payload)
        elif job.state == "failed":
            sentence, details = payload
            if details:
                text = QCoreApplication.translate("Jobs", "{job} failed unexpectedly ({reason}).")
                sentence = text.format(job=job.title, reason=sentence)
            if job._failed is not None:
                job._failed(sentence)
            if job._failed is None or details:
                self.failed.emit(sentence, details)
