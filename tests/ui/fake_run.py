"""A runner that says what the test wants, without torch."""

from __future__ import annotations

import time

from workbench.engine.train.events import EpochDone, Event, Metrics, RunEnded, RunStarted, StateChanged
from workbench.engine.train.runspec import RunSpec

RUN = "r0001-fake"


class FakeRunner:
    """Two epochs of ten steps; each ``say`` puts an event where ``drain`` finds it."""

    made: list[FakeRunner] = []

    def __init__(self, spec: RunSpec) -> None:
        self.spec = spec
        self.waiting: list[Event] = []
        self.asked: list[str] = []
        self.deaf = False
        """Whether it ignores stop, as a run that hangs in a call does."""
        self.alive = False
        FakeRunner.made.append(self)

    def start(self) -> None:
        self.alive = True

    def say(self, event: type[Event], **fields: object) -> None:
        self.waiting.append(event(run=RUN, time=time.time(), **fields))

    def begin(self, first_step: int = 0) -> None:
        self.say(
            RunStarted,
            device="cpu",
            threads=1,
            parameters=10,
            train_samples=80,
            validation_samples=20,
            steps_per_epoch=10,
            epochs=2,
            first_step=first_step,
        )

    def steps(self, first: int, last: int) -> None:
        self.say(Metrics, first_step=first, values={"loss": (0.5,) * (last - first + 1)}, samples_per_second=800.0)

    def epoch(self, number: int) -> None:
        metrics = {"loss": 0.4, "val_loss": 0.5, "val_accuracy": 0.75}
        self.say(EpochDone, epoch=number, step=number * 10, metrics=metrics, best=True, seconds=1.0)

    def end(self, reason: str = "finished", message: str = "") -> None:
        self.alive = False
        metrics = {"val_loss": 0.5, "val_accuracy": 0.75}
        self.say(RunEnded, reason=reason, metrics=metrics, message=message, best_epoch=2)

    def drain(self, limit: int = 100) -> list[Event]:
        drawn, self.waiting = self.waiting[:limit], self.waiting[limit:]
        return drawn

    def pause(self) -> None:
        self.asked.append("pause")
        self.say(StateChanged, state="paused", step=3)

    def resume(self) -> None:
        self.asked.append("resume")
        self.say(StateChanged, state="running", step=3)

    def stop(self) -> None:
        self.asked.append("stop")
        if not self.deaf:
            self.end("stopped")

    def stop_now(self) -> None:
        self.asked.append("stop now")
        if not self.deaf:
            self.end("stopped")

    def change(self, setting: str, value: object) -> None:
        self.asked.append(f"{setting}={value}")

    def join(self, timeout: float | None = None) -> bool:
        return not self.alive
