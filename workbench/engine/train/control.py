"""What a user may ask of a run while it runs."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Wish:
    """A setting that is to change.

    Attributes:
        setting: its path, value: in its JSON form.
        after: the step that must be done first, 0 for at once.
        epoch: the first that it is to count in, from 1; 0 as is usual for the setting.
    """

    setting: str
    value: Any
    after: int = 0
    epoch: int = 0


class Control:
    """Pause, resume, stop and changes of settings, asked from any thread and heeded by the run at the next step.

    ``wanted`` is a plain attribute, so that the loop can look at it every step for free.
    """

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._paused = False
        self._stopped = False
        self._at_once = False
        self._asked: list[Wish] = []
        self._planned: list[Wish] = []
        self.wanted = False
        """Whether the run should look: it is to pause, to stop or to change."""

    @property
    def paused(self) -> bool:
        """Whether the run is to wait."""
        return self._paused

    @property
    def stopped(self) -> bool:
        """Whether the run is to end."""
        return self._stopped

    @property
    def at_once(self) -> bool:
        """Whether it is to end without keeping the epoch it is in."""
        return self._at_once

    def pause(self) -> None:
        """Asks the run to wait after the step it is in."""
        with self._told():
            self._paused = True

    def resume(self) -> None:
        """Asks a paused run to go on."""
        with self._told():
            self._paused = False

    def stop(self, *, at_once: bool = False) -> None:
        """Asks the run to end after the step it is in, paused or not. Can't be taken back.

        It keeps what it has learnt, or with ``at_once`` only the last finished epoch.
        """
        with self._told():
            self._stopped = True
            self._at_once = self._at_once or at_once

    def change(self, setting: str, value: Any) -> None:
        """Asks for another value of a setting ("training.learning_rate"), one that ``live.with_setting`` takes."""
        with self._told():
            self._asked.append(Wish(setting, value))

    def plan(self, wishes: Iterable[Wish]) -> None:
        """Enters what is to change after certain steps, in their order: what a run that is taken up was asked then."""
        with self._told():
            self._planned += wishes

    def due(self, step: int) -> bool:
        """Whether there is something to heed now that ``step`` steps are done."""
        return self._paused or self._stopped or bool(self._asked) or self._is_due(step)

    def take(self, step: int) -> list[Wish]:
        """The changes to make now that ``step`` steps are done, in the order in which they were asked."""
        with self._told():
            taken = [w for w in self._planned if w.after <= step]
            self._planned = self._planned[len(taken) :]
            taken += self._asked
            self._asked = []
        return taken

    def wait_while_paused(self, most: float | None = None) -> None:
        """Blocks the run's thread until it may go on, is to stop, or is asked for a change, ``most`` seconds at a time."""
        with self._condition:
            while self._paused and not self._stopped and not self._asked:
                if not self._condition.wait(most):
                    return

    def _is_due(self, step: int) -> bool:
        return bool(self._planned) and self._planned[0].after <= step

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Around what changes what is asked: under the lock, and whoever waits is told."""
        with self._condition:
            yield
            self.wanted = self._paused or self._stopped or bool(self._asked or self._planned)
            self._condition.notify_all()


def heed(asked: dict[str, Any], control: Control) -> None:
    """Passes on one thing that was asked; what a newer version may ask for is left alone."""
    ask = asked.get("ask")
    if ask == "pause":
        control.pause()
    elif ask == "resume":
        control.resume()
    elif ask == "stop":
        control.stop()
    elif ask == "stop_now":
        control.stop(at_once=True)
    elif ask == "change":
        control.change(asked["setting"], asked["value"])
