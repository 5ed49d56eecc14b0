"""The numbers of one run as the window keeps them: read from the store, or growing with its events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from ...engine.runs.store import RunStore
from ...engine.train.events import (
    Changed,
    EpochDone,
    Event,
    Health,
    Metrics,
    RunEnded,
    RunStarted,
    Sampled,
    WarmStarted,
    Warned,
)
from ...engine.train.live import BATCH_SIZE
from ..widgets.plots.series import Series
from ..widgets.plots.trace import RunAxis

RATE = "learning_rate"
"""Name of the series of learning rates, of runs whose rate changes by itself."""

SPENT = "epoch_epsilon"
"""The series of what a private run gave away until the end of each epoch."""


@dataclass(frozen=True)
class Panel:
    """What one plot shows of a run.

    Attributes:
        quantity: "loss", "accuracy"... of a GAN "loss", "judged" (shares that the discriminator tells rightly), "distance".
        solid, dashed: names of the series.
        steps: whether the dashed one has a value for each step too.
    """

    quantity: str
    solid: str
    dashed: str
    steps: bool = False


@dataclass(eq=False)
class RunHistory:
    """One run's curves.

    Attributes:
        run: its id.
        series: by name, as the store names them: "loss" and each metric for each step; "val_loss"... for each epoch.
        axis: from steps to epochs and seconds.
        started: how it began, or was taken up last; None while unknown.
        epochs: epochs asked for, 0 while unknown.
        total_steps: steps of all epochs, 0 while unknown.
        best_epoch, best_step: of the best weights, 0 while there are none.
        resumed: steps at which the run was taken up again.
        changes: of settings while it went on.
        warm: what it took over from another run, in words; empty where it began afresh.
        warnings: sentences that it said, but for findings.
        findings: what is wrong with it, as it found out while it trained.
        samples: what a generator made, in order.
        health: the latest figures of its layers, None while there are none.
        ended: its ending, None while there is none.
        trouble: why its curves could not be read.
    """

    run: str
    series: dict[str, Series] = field(default_factory=dict)
    axis: RunAxis = field(default_factory=RunAxis)
    started: RunStarted | None = None
    epochs: int = 0
    total_steps: int = 0
    best_epoch: int = 0
    best_step: int = 0
    resumed: list[int] = field(default_factory=list)
    changes: list[Changed] = field(default_factory=list)
    warm: str = ""
    warnings: list[str] = field(default_factory=list)
    findings: list[Warned] = field(default_factory=list)
    samples: list[Sampled] = field(default_factory=list)
    health: Health | None = None
    ended: RunEnded | None = None
    trouble: list[str] = field(default_factory=list)
    _later_steps: int = 0
    """Steps of an epoch once the one in progress is done, 0 where they stay as they are."""

    @property
    def metric(self) -> str:
        """The quantity measured beside the loss ("accuracy", "mae"), empty when there is none."""
        names = (n for n in self.series if n not in ("loss", RATE) and not n.startswith(("val_", "epoch_")))
        return next(names, "")

    @property
    def metrics(self) -> tuple[str, ...]:
        """All quantities measured beside the loss, that of each step first, then those of epochs alone."""
        names = [n.removeprefix("val_") for n in self.series if n.startswith("val_") and n != "val_loss"]
        return tuple(dict.fromkeys((*filter(None, [self.metric]), *names)))

    @property
    def adversarial(self) -> bool:
        """Whether it is the run of a GAN."""
        return "generator_loss" in self.series

    @property
    def panels(self) -> tuple[Panel, ...]:
        """What is to be seen of it."""
        if self.adversarial:
            return (
                Panel("loss", "generator_loss", "discriminator_loss", steps=True),
                Panel("judged", "real_accuracy", "fake_accuracy", steps=True),
                Panel("distance", "epoch_distance", "val_distance"),
            )
        return tuple(Panel(name, name, f"val_{name}") for name in ("loss", *self.metrics))

    @property
    def judged_by(self) -> str:
        """Name of the series by which the best epoch is chosen, where nothing else was asked for."""
        base = "distance" if self.adversarial else "loss"
        return f"val_{base}" if f"val_{base}" in self.series else f"epoch_{base}"

    @property
    def last_step(self) -> int:
        """The last step that has a value, 0 when there is none."""
        return max((int(s.steps[-1]) for s in self.series.values() if len(s)), default=0)

    def take(self, events: Iterable[Event]) -> None:
        """Grows by what the run says."""
        for event in events:
            if isinstance(event, RunStarted):
                self._start(event)
            elif isinstance(event, Metrics):
                for name, values in event.values.items():
                    first = event.first_step
                    self._add(name, np.arange(first, first + len(values), dtype=np.float64), values)
            elif isinstance(event, EpochDone):
                self._epoch(event)
            elif isinstance(event, WarmStarted):
                self.warm = event.message
            elif isinstance(event, Changed):
                self._change(event)
            elif isinstance(event, Health):
                self.health = event
            elif isinstance(event, Warned) and event.code.startswith("health."):
                self.findings.append(event)
            elif isinstance(event, Warned):
                self.warnings.append(event.message)
            elif isinstance(event, Sampled):
                self.samples.append(event)
            elif isinstance(event, RunEnded):
                self.ended = event

    def _start(self, event: RunStarted) -> None:
        for series in self.series.values():
            series.cut_after(event.first_step)
        self.axis.cut_after(event.first_step)
        self.samples = [s for s in self.samples if s.step <= event.first_step]
        self.axis.steps_per_epoch = max(event.steps_per_epoch, 1)
        self.started, self.epochs = event, event.epochs
        self.total_steps = event.total_steps or event.epochs * event.steps_per_epoch
        self.ended = None
        # What was found after the checkpoint it goes on from will be found again.
        self.findings = [f for f in self.findings if event.first_step and f.time < event.time]
        self.changes = self.changes[: event.changes]
        if event.first_step and event.first_step not in self.resumed:
            self.resumed = [s for s in self.resumed if s < event.first_step] + [event.first_step]

    def _change(self, event: Changed) -> None:
        self.changes.append(event)
        self.total_steps = event.total_steps or self.total_steps
        if event.setting == BATCH_SIZE and event.steps_per_epoch:
            self._later_steps = event.steps_per_epoch

    def _epoch(self, event: EpochDone) -> None:
        for name, value in event.metrics.items():
            self._add(name if name.startswith("val_") else f"epoch_{name}", [float(event.step)], (value,))
        self.axis.add_time(event.step, self.axis.kept_seconds + event.seconds)
        self.axis.add_epoch(event.step, event.epoch)
        if self._later_steps:
            self.axis.steps_per_epoch, self._later_steps = self._later_steps, 0
        if event.best:
            self.best_epoch, self.best_step = event.epoch, event.step

    def _add(self, name: str, steps: np.ndarray | list[float], values: Iterable[float]) -> None:
        self.series.setdefault(name, Series()).extend(steps, np.fromiter(values, np.float64))


def load_history(store: RunStore, run: str) -> RunHistory:
    """Reads a run's curves. Takes a while for a long run; a worker thread can do it, there is no Qt in it."""
    history = RunHistory(run)
    history.take(store.events(run, metrics=False))
    for name, (steps, values) in store.series(run).items():
        history.series[name] = Series()
        history.series[name].extend(steps, values)
    return history
