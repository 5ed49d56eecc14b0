"""What a run tells of itself besides its figures: events and sentences."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

from ..errors import TrainingError
from .crowding import Threads
from .events import Changed, RunStarted, Warned
from .session import Session


class Diverged(TrainingError):
    """The loss or the weights became NaN or infinite."""


class Telling:
    """Makes the events of a run.

    Args:
        session: what is trained.
        now: seconds since the epoch.
    """

    def __init__(self, session: Session, now: Callable[[], float]) -> None:
        self.session, self.run, self.now = session, session.run, now

    def changed(self, setting: str, before: Any, after: Any, epoch: int) -> Changed:
        """A setting that counts from ``epoch`` on; the session counts it, too."""
        self.session.changes += 1
        return Changed(
            run=self.run,
            time=self.now(),
            setting=setting,
            before=before,
            after=after,
            step=self.session.progress.step,
            epoch=epoch,
            total_steps=self.session.total_steps,
            steps_per_epoch=self.session.later_steps_per_epoch,
        )

    def threads(self, threads: Threads) -> Warned:
        """Training goes on with another number of threads."""
        if threads.count < threads.most:
            message = (
                f"Other programs keep the processor busy: training goes on with {_threads(threads.count)} instead of "
                f"{threads.most}, which is quicker now."
            )
        else:
            message = f"The processor is free again: training goes on with {_threads(threads.count)}."
        return self.warned("training.threads", message)

    def warned(self, code: str, message: str) -> Warned:
        """Something that the user should know, and the run goes on."""
        return Warned(run=self.run, time=self.now(), code=code, message=message)

    def not_measured(self, undefined: Mapping[str, str]) -> Warned:
        """Metrics that the validation part has no samples for, and why, by name."""
        why = next(iter(undefined.values()))
        names = ", ".join(name for name, reason in undefined.items() if reason == why)
        return self.warned("training.metric_undefined", f"{names} can't be measured on the validation part: {why}.")

    def diverged(self, what: str) -> Diverged:
        """The error of a run whose numbers are no longer finite."""
        rate = self.session.recipe.learning_rate
        return Diverged(
            what,
            "",
            f"Lower the learning rate (it is {rate:g}; try {rate / 10:g}), and check that the data is scaled",
            code="training.diverged",
            values={"learning_rate": rate},
        )

    def started(self) -> RunStarted:
        """What the run begins with, or goes on with."""
        session, progress = self.session, self.session.progress
        return RunStarted(
            run=self.run,
            time=self.now(),
            device=str(session.device),
            threads=session.threads,
            parameters=session.parameters,
            train_samples=session.epoch_samples,
            validation_samples=session.validation.count if session.validation else 0,
            steps_per_epoch=session.steps_per_epoch,
            epochs=session.recipe.epochs,
            first_step=progress.step,
            first_epoch=progress.epoch,
            total_steps=session.total_steps,
            changes=session.changes,
            fingerprint=session.fingerprint,
            precision=session.computing.precision,
            memory_format=session.computing.memory_format,
            reasons=(*session.computing.reasons, *filter(None, [session.why_threads])),
        )


def named(number: float) -> str:
    """A number that isn't finite, in words."""
    return "NaN (not a number)" if math.isnan(number) else "infinite"


def _threads(count: int) -> str:
    return f"{count} thread{'s' if count > 1 else ''}"
