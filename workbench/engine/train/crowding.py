"""Fewer CPU threads while other programs want the processor too.

torch's threads meet after each operation, some fifty times a step, and whoever is early spins. When one of them has to
queue behind another program, all wait a time slice, fifty times over: on two cores of which one was taken, steps of a
small network took 100 ms with two threads and 2.5 ms with one. On a free machine all cores are best.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

WINDOW = 0.1
"""Seconds of training that are judged together."""

CROWDED = 0.25
"""Share of the time that the training thread queues for a core, from which fewer threads are tried. On a free machine it
is near 0, beside one busy program on two cores 0.3 to 0.55."""

QUICKER = 0.8
"""A change stays when a step takes at most this share of the time before."""

PAUSE = 10.0
"""Seconds of training until more threads are tried again; doubled each time that was of no use, up to ``LONGEST_PAUSE``."""

LONGEST_PAUSE = 320.0


class Threads:
    """Chooses the number of threads while a network trains.

    Nothing is tried, and the arithmetic of a run never depends on the clock, unless the processor is crowded. A fixed
    number of threads (``RunSpec.threads``) keeps it so in any case.

    Args:
        most: threads to begin with.
        set_threads: sets the number.
        waited: seconds that the calling thread has queued for a core since it began.
    """

    def __init__(self, most: int, *, set_threads: Callable[[int], None], waited: Callable[[], float]) -> None:
        self.most, self.count = most, most
        self._set_threads, self._waited = set_threads, waited
        self._before: tuple[int, float] | None = None  # while something is tried: threads and seconds a step until then
        self._trained = 0.0
        self._down_at, self._up_at, self._pause = 0.0, 0.0, PAUSE
        self._seconds, self._steps, self._queued = 0.0, 0, 0.0
        self._mark = waited()

    def mark(self) -> None:
        """Begins to count anew: what came before was no training."""
        self._mark = self._waited()

    def observe(self, steps: int, seconds: float) -> bool:
        """Takes notice of steps that were done; returns whether the number of threads has changed for good."""
        mark = self._waited()
        self._queued += mark - self._mark
        self._mark = mark
        self._seconds += seconds
        self._steps += steps
        self._trained += seconds
        if self._seconds < WINDOW:
            return False
        pace, share = self._seconds / self._steps, self._queued / self._seconds
        self._seconds, self._steps, self._queued = 0.0, 0, 0.0
        crowded = self.count > 1 and share >= CROWDED
        if self._before is not None:
            if crowded and self.count < self._before[0]:
                # Half as many may still be too many, and then no better: judge only what is not crowded any more.
                self._change(self.count // 2)
                return False
            return self._judge(*self._before, pace)
        if crowded and self._trained >= self._down_at:
            self._try(self.count // 2, pace)
        elif self.count < self.most and self._trained >= self._up_at:
            self._try(min(self.most, self.count * 2), pace)
        return False

    def _try(self, count: int, pace: float) -> None:
        self._before = (self.count, pace)
        self._change(count)

    def _judge(self, count: int, pace: float, new_pace: float) -> bool:
        fewer = self.count < count
        self._before = None
        kept = new_pace <= QUICKER * pace
        if not kept:
            self._change(count)
        if not kept and not fewer:
            self._pause = min(2 * self._pause, LONGEST_PAUSE)
        elif kept and not fewer:
            self._pause = PAUSE
        if not kept and fewer:
            self._down_at = self._trained + PAUSE
        self._up_at = self._trained + self._pause
        return kept

    def _change(self, count: int) -> None:
        self.count = count
        self._set_threads(count)


def queue_clock() -> Callable[[], float] | None:
    """A function that tells how many seconds the calling thread has queued for a core; None where the system doesn't say.

    Source: https://docs.kernel.org/scheduler/sched-stats.html (the second number, in nanoseconds)
    """
    path = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")

    def waited() -> float:
        return int(path.read_bytes().split()[1]) / 1e9

    try:
        waited()
    except (OSError, IndexError, ValueError):
        return None
    return waited
