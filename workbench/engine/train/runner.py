"""Running a ``RunSpec`` beside the caller: what every runner offers, and the one that uses a thread.

torch is imported in that thread, not with this module.
"""

from __future__ import annotations

import os
import queue
import sys
import threading
from collections.abc import Iterator
from typing import Any

from ..torch_loading import load_torch
from .control import Control
from .events import Event, RunEnded
from .live import live_settings, with_setting
from .place import Place
from .runspec import RunSpec

NICENESS = 5
"""How much lower than the window's the priority of the training thread is, where the system has priorities of threads."""


class Runner:
    """One run beside the caller, whose events come through a queue. One thread at a time draws from ``drain`` or ``follow``.

    A kind of runner defines ``_work``, which runs in a thread of its own, passes on every event by ``_put`` and ends
    with a ``RunEnded`` whatever happens, and the ways to ask (``pause``, ``resume``, ``stop``, ``stop_now``, ``_change``),
    which never block.
    """

    def __init__(self, spec: RunSpec, *, daemon: bool) -> None:
        self.spec = spec
        self.ended: RunEnded | None = None
        """The ending, once it was drawn."""
        self._queue: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="training", daemon=daemon)

    def start(self) -> None:
        """Starts; call it once."""
        self._thread.start()

    def pause(self) -> None:
        """Asks the run to wait after the step it is in."""
        raise NotImplementedError

    def resume(self) -> None:
        """Asks a paused run to go on."""
        raise NotImplementedError

    def stop(self) -> None:
        """Asks the run to write its checkpoint and end."""
        raise NotImplementedError

    def stop_now(self) -> None:
        """Asks the run to end without keeping the epoch it is in; the last finished one's checkpoint stays."""
        raise NotImplementedError

    def change(self, setting: str, value: Any) -> None:
        """Asks for another value of a setting ("training.learning_rate", 0.01): it counts from the next step, a batch size
        from the next epoch. The run tells by ``Changed``. Raises ``SettingRefused`` for what can't change, or not to that.
        """
        self._change(setting, live_settings(with_setting(self.spec.project.training, setting, value))[setting])

    @property
    def alive(self) -> bool:
        """Whether it still works. Events may be left to draw after it has ended."""
        return self._thread.is_alive()

    def drain(self, limit: int = 100) -> list[Event]:
        """Up to ``limit`` events that have happened, in order, without waiting."""
        events: list[Event] = []
        while len(events) < limit:
            try:
                events.append(self._note(self._queue.get_nowait()))
            except queue.Empty:
                break
        return events

    def follow(self, timeout: float | None = None) -> Iterator[Event]:
        """Events as they happen, up to and including ``RunEnded``.

        Raises ``TimeoutError`` when nothing happens for ``timeout`` seconds.
        """
        while self.ended is None:
            try:
                yield self._note(self._queue.get(timeout=timeout))
            except queue.Empty:
                raise TimeoutError(f"the run said nothing for {timeout} seconds") from None

    def join(self, timeout: float | None = None) -> bool:
        """Waits for it to end; returns whether it has."""
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _note(self, event: Event) -> Event:
        if isinstance(event, RunEnded):
            self.ended = event
        return event

    def _change(self, setting: str, value: Any) -> None:
        """As ``change``, for a value that will do, in its JSON form."""
        raise NotImplementedError

    def _put(self, event: Event) -> None:
        self._queue.put(event)

    def _work(self) -> None:
        raise NotImplementedError


class ThreadRunner(Runner):
    """Trains in a thread of this process.

    Everything happens in the thread: loading data, importing torch, building the network, training, writing the store.
    ``place`` is that of this process among several that train together.
    """

    def __init__(self, spec: RunSpec, *, lower_priority: bool = True, place: Place | None = None) -> None:
        # Not a daemon: a thread that is torn down in the middle of CUDA work crashes the process.
        super().__init__(spec, daemon=False)
        self._place = place
        self.control = Control()
        self._lower_priority = lower_priority

    def pause(self) -> None:
        self.control.pause()

    def resume(self) -> None:
        self.control.resume()

    def stop(self) -> None:
        self.control.stop()

    def stop_now(self) -> None:
        self.control.stop(at_once=True)

    def _change(self, setting: str, value: Any) -> None:
        self.control.change(setting, value)

    def _work(self) -> None:
        if self._lower_priority:
            lower_priority()
        load_torch()
        from .run import run

        for event in run(self.spec, self.control, place=self._place):
            self._put(event)


def lower_priority(niceness: int = NICENESS) -> None:
    """Lowers the priority of the calling thread, and of those it starts, where the system has that (Linux)."""
    if sys.platform == "linux":
        own = threading.get_native_id()
        current = os.getpriority(os.PRIO_PROCESS, own)
        os.setpriority(os.PRIO_PROCESS, own, min(19, current + niceness))
