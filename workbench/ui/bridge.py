"""From the runner to the window: a timer drains the events of the run in progress, a few times a second."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from ..engine.train.events import Changed, EpochDone, Event, Metrics, RunEnded, RunStarted, StateChanged
from ..engine.train.live import with_settings
from ..engine.train.recipe import TrainingRecipe
from ..engine.train.runspec import RunSpec

RunState = Literal["idle", "starting", "running", "paused", "stopping"]

INTERVAL_MS = 50
BUDGET_SECONDS = 0.008
"""Time a drain may take before the rest waits for the next: the window stays fluent however fast a run talks."""


class Runner(Protocol):
    """What a runner offers: the thread and the child process runner of the engine do."""

    def start(self) -> None:
        """Begins the run."""

    def drain(self, limit: int = ...) -> list[Event]:
        """Events since the last call, oldest first."""

    def pause(self) -> None:
        """Asks the run to wait."""

    def resume(self) -> None:
        """Asks the run to go on."""

    def stop(self) -> None:
        """Asks the run to end and keep what it has."""

    def stop_now(self) -> None:
        """Asks the run to end without keeping the epoch it is in."""

    def change(self, setting: str, value: object) -> None:
        """Asks for another value of a setting."""

    def join(self, timeout: float | None = None) -> bool:
        """Waits for its thread; whether it has ended."""


@dataclass(frozen=True)
class RunProgress:
    """How far a run is. ``seconds`` counts training time without pauses; ``seconds_left`` is None until it can be told."""

    epoch: int = 0
    epochs: int = 0
    step: int = 0
    total_steps: int = 0
    samples_per_second: float = 0.0
    seconds_left: float | None = None
    seconds: float = 0.0
    compiling: bool = False

    @property
    def share(self) -> float:
        """Share of all steps done, 0 to 1."""
        return min(1.0, self.step / self.total_steps) if self.total_steps else 0.0


class Bridge(QObject):
    """Holds the runner of the run in progress, and nothing when there is none."""

    events = Signal(object)
    """list[Event], oldest first; ``progress`` and ``state`` already reflect them."""
    state_changed = Signal()

    def __init__(self, make_runner: Callable[[RunSpec], Runner], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_runner = make_runner
        self._runner: Runner | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.drain)
        self._clock = _Clock()
        self._first_step = 0
        self.state: RunState = "idle"
        self.run = ""
        """Id of the run in progress, and of the last one after it ended."""
        self.spec: RunSpec | None = None
        self.progress = RunProgress()
        self.recipe: TrainingRecipe | None = None
        """The settings that the run in progress was asked for last, and of the last one after it ended."""
        self.ended: RunEnded | None = None

    @property
    def busy(self) -> bool:
        """Whether a run is in progress."""
        return self._runner is not None

    def start(self, spec: RunSpec) -> None:
        """Starts a run; there must be none in progress."""
        assert self._runner is None, "a run is in progress"
        self.spec, self.ended, self.run = spec, None, spec.resume
        self.progress = RunProgress(epochs=spec.project.training.epochs)
        self.recipe = spec.project.training
        self._clock = _Clock()
        runner = self._make_runner(spec)
        self._runner = runner
        runner.start()
        self._timer.start()
        self._become("starting")

    def pause(self) -> None:
        """Asks the run to wait; ``state`` follows when it says so."""
        if self._runner is not None and self.state == "running":
            self._runner.pause()

    def resume(self) -> None:
        """Asks a paused run to go on."""
        if self._runner is not None and self.state == "paused":
            self._runner.resume()

    def stop(self) -> None:
        """Asks the run to end and keep what it has."""
        if self._runner is not None and self.state != "stopping":
            self._runner.stop()
            self._become("stopping")

    def stop_now(self) -> None:
        """Asks the run to end without keeping the epoch it is in; also one that was asked to stop, and is still at it."""
        if self._runner is not None:
            self._runner.stop_now()
            self._become("stopping")

    def change(self, setting: str, value: object) -> None:
        """Asks for another value of a setting; ``recipe`` follows when the run says so. Raises ``SettingRefused``."""
        if self._runner is not None:
            self._runner.change(setting, value)

    def finish(self, seconds: float) -> bool:
        """Stops the run and waits for it, draining all the while; whether it ended within ``seconds``."""
        self.stop()
        limit = time.monotonic() + seconds
        while self._runner is not None and time.monotonic() < limit:
            self._runner.join(0.02)
            self.drain()
        return self._runner is None

    def drain(self) -> None:
        """Takes what the run has said and passes it on, within the time budget."""
        if self._runner is None:
            return
        limit = time.monotonic() + BUDGET_SECONDS
        batch: list[Event] = []
        while time.monotonic() < limit:
            more = self._runner.drain(64)
            if not more:
                break
            batch += more
        if not batch:
            return
        before = self.state
        for event in batch:
            self._take(event)
        if self.ended is not None:
            self._runner.join(2.0)
            self._runner = None
            self._timer.stop()
        self.events.emit(batch)
        if self.state != before:
            self.state_changed.emit()

    def _take(self, event: Event) -> None:
        p = self.progress
        self.run = event.run
        if isinstance(event, RunStarted):
            self._clock.start()
            self._first_step = event.first_step
            self.progress = RunProgress(
                epoch=event.first_epoch,
                epochs=event.epochs,
                step=event.first_step,
                total_steps=event.total_steps or event.epochs * event.steps_per_epoch,
            )
            self.state = "stopping" if self.state == "stopping" else "running"
        elif isinstance(event, Metrics):
            step = event.first_step - 1 + max((len(v) for v in event.values.values()), default=0)
            self.progress = self._at(p.epoch, max(step, p.step), event.samples_per_second or p.samples_per_second)
        elif isinstance(event, EpochDone):
            self.progress = self._at(event.epoch, max(event.step, p.step), p.samples_per_second)
        elif isinstance(event, Changed):
            self.progress = replace(p, total_steps=event.total_steps or p.total_steps)
            if self.recipe is not None:
                self.recipe = with_settings(self.recipe, {event.setting: event.after})
        elif isinstance(event, StateChanged):
            if event.state == "running":
                self._clock.start()
            else:
                self._clock.pause()
            self.progress = replace(p, compiling=event.state == "compiling")
            if self.state != "stopping":
                self.state = "paused" if event.state == "paused" else "running"
        elif isinstance(event, RunEnded):
            self._clock.pause()
            self.ended, self.state = event, "idle"

    def _at(self, epoch: int, step: int, rate: float) -> RunProgress:
        p, seconds = self.progress, self._clock.seconds
        done, to_go = step - self._first_step, p.total_steps - step
        left = seconds * to_go / done if done > 0 else None
        return RunProgress(epoch, p.epochs, step, p.total_steps, rate, left, seconds)

    def _become(self, state: RunState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit()


class _Clock:
    """Seconds of training, pauses left out."""

    def __init__(self) -> None:
        self._before = 0.0
        self._since: float | None = None

    @property
    def seconds(self) -> float:
        return self._before + (time.monotonic() - self._since if self._since is not None else 0.0)

    def start(self) -> None:
        if self._since is None:
            self._since = time.monotonic()

    def pause(self) -> None:
        self._before, self._since = self.seconds, None
