"""The hook that looks after a run: measures a step now and then, and says what is wrong."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch

from ..events import Event, Health, Warned
from ..hooks import Epoch, Hook, HookState
from .curves import CurveRules
from .figures import LayerFigures, Probe, read
from .findings import Finding, LayerRules

SHARE = 0.02
"""Share of the training time that measuring may take."""

SOONEST = 0.5
"""Seconds between two measured steps at least: more often tells nobody more."""

KEPT = 400
"""Measured steps of a run that are told about as it goes on; in longer ones they lie farther apart."""


class HealthHook(Hook):
    """Measures single steps, as many as ``SHARE`` of the time allows, and judges them and each epoch's losses.

    Measuring only reads; a run's weights don't depend on it.

    Args:
        probe: measures.
        layers, curves: judge.
        run: id of the run, asked when there is something to say.
        clock: seconds that only differences are taken of.
        now: seconds since the epoch, for events.
    """

    name = "health"

    def __init__(
        self,
        probe: Probe,
        layers: LayerRules,
        curves: CurveRules,
        run: Callable[[], str],
        *,
        clock: Callable[[], float] = time.perf_counter,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._probe, self._layers, self._curves = probe, layers, curves
        self._run, self._clock, self._now = run, clock, now
        self._began = clock()
        self._due = self._began + SOONEST
        self._measuring = False
        self._waiting: list[tuple[int, torch.Tensor]] = []

    def before_step(self, step: int) -> None:
        """Begins to measure a step when the last one is long enough ago."""
        if self._probe.nodes and self._clock() >= self._due:
            self._measuring = True
            self._probe.begin()

    def on_gradients(self, step: int) -> None:
        """Takes the gradients of a step that is measured."""
        if self._measuring:
            self._probe.gradients()

    def after_step(self, step: int) -> None:
        """Ends measuring a step; its figures stay on the device until the block leaves."""
        if not self._measuring:
            return
        self._measuring = False
        self._waiting.append((step, self._probe.end()))
        now = self._clock()
        self._due = now + max(SOONEST, self._probe.seconds / SHARE, (now - self._began) / KEPT)

    def after_block(self, step: int) -> Sequence[Event]:
        """The figures measured since the last block, and what they show."""
        events: list[Event] = []
        for measured, rows in self._waiting:
            figures = read(self._probe.nodes, rows.tolist())
            events.append(Health(run=self._run(), time=self._now(), step=measured, layers=told(figures)))
            events += map(self._warning, self._layers.judge(measured, figures))
        self._waiting = []
        return events

    def after_epoch(self, epoch: Epoch) -> None:
        """What the losses show."""
        found = self._curves.judge(epoch.step, epoch.metrics["loss"], epoch.metrics.get("val_loss"))
        epoch.events += map(self._warning, found)

    def state(self) -> HookState:
        """The losses of all epochs, and what was said of them."""
        return {}, self._curves.state()

    def load(self, tensors: Mapping[str, torch.Tensor], values: Mapping[str, Any]) -> None:
        """Goes on with the losses of the epochs before."""
        self._curves.load(values)

    def _warning(self, finding: Finding) -> Warned:
        return Warned(run=self._run(), time=self._now(), code=finding.code, message=finding.message, node=finding.node)


def told(figures: Mapping[str, LayerFigures]) -> dict[str, dict[str, float]]:
    """Figures as an event carries them: only those that a layer has, to six digits."""
    return {
        node: {name: float(f"{value:.6g}") for name, value in vars(f).items() if value == value}  # noqa: PLR0124 - NaN
        for node, f in figures.items()
    }
