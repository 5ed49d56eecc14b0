"""What a user may ask of a run while it runs."""

from __future__ import annotations

import threading


class Control:
    """Pause, resume and stop, asked from any thread and heeded by the run at the next step.

    ``wanted`` is a plain attribute, so that the loop can look at it every step for free.
    """

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._paused = False
        self._stopped = False
        self.wanted = False
        """Whether the run should look: it is to pause or to stop."""

    @property
    def paused(self) -> bool:
        """Whether the run is to wait."""
        return self._paused

    @property
    def stopped(self) -> bool:
        """Whether the run is to end."""
        return self._stopped

    def pause(self) -> None:
        """Asks the run to wait after the step it is in."""
        self._set(paused=True)

    def resume(self) -> None:
        """Asks a paused run to go on."""
        self._set(paused=False)

    def stop(self) -> None:
        """Asks the run to end after the step it is in, paused or not. Can't be taken back."""
        self._set(stopped=True)

    def wait_while_paused(self) -> None:
        """Blocks the run's thread until it may go on or is to stop."""
        with self._condition:
            while self._paused and not self._stopped:
                self._condition.wait()

    def _set(self, *, paused: bool | None = None, stopped: bool = False) -> None:
        with self._condition:
            if paused is not None:
                self._paused = paused
            self._stopped = self._stopped or stopped
            self.wanted = self._paused or self._stopped
            self._condition.notify_all()
