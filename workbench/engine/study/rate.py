"""The learning-rate finder: a ramp of rates over a copy of the network, and where to begin on it.

The range test of Smith 2017, "Cyclical Learning Rates for Training Neural Networks", https://arxiv.org/abs/1506.01186:
the rate grows by the same factor from step to step while the loss is watched. Smoothing, the end of the ramp and the two
suggestions follow fastai (https://docs.fast.ai/callback.schedule.html): the loss is averaged exponentially, and the ramp
ends where that is four times its least. ``valley`` is the middle of the longest descent and ``steepest`` the place of the
fastest.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import torch

from ..errors import TrainingError
from ..train.control import Control
from ..train.events import Metrics
from ..train.hooks import Hook
from ..train.telling import Diverged
from .jobs import Answer, RateFound, RateJob, RateSteps, Stage
from .short import Ready

SMOOTHING = 0.98
"""Share of the average that stays at each step."""

WORSE = 4.0
"""The ramp ends where the smoothed loss is this much larger than its least."""

BEGIN, END = 0.1, 5
"""What is not looked at for a suggestion: the first tenth, where the average settles, and the last steps, where it explodes."""


def find_rate(job: RateJob, control: Control) -> Iterator[Answer]:
    """Ramps the learning rate through the real loop: augmentation, clipping and all that the run would have.

    The network and its data are this process's own; nothing is kept of them.
    """
    yield Stage(stage="data")
    ready = Ready(job.spec, control)
    yield Stage(stage="network")
    session = ready.session
    recipe = session.recipe
    rates = ramp(job)
    smoother = Smoother()
    seen: list[float] = []
    smoothed: list[float] = []
    rising = Ramp(session.optimizer, rates, recipe.learning_rate)
    with ready.loop(lambda epoch: job.steps * recipe.batch_size, 1, hooks=[rising]) as loop:
        diverged = False
        try:
            for event in loop.events():
                if not isinstance(event, Metrics):
                    continue
                if "loss" not in event.values:
                    raise TrainingError(
                        "There is no single loss that shows whether a learning rate is good: two networks train against each other",
                        "The finder follows one loss that falls",
                        "Compare a few learning rates by the samples of short runs",
                        code="rate.several_losses",
                    )
                new = list(event.values["loss"])[: job.steps - len(seen)]
                some = [smoother.push(loss) for loss in new]
                stop = next((k for k, value in enumerate(some) if smoother.too_far(value, len(seen) + k)), None)
                if stop is not None:
                    new, some, diverged = new[: stop + 1], some[: stop + 1], True
                first = len(seen)
                seen += new
                smoothed += some
                yield RateSteps(rates=tuple(rates[first : len(seen)]), losses=tuple(new), smoothed=tuple(some))
                if diverged or len(seen) >= job.steps:
                    break
        except Diverged:
            diverged = True
    yield found(rates[: len(seen)], smoothed, diverged=diverged, current=recipe.learning_rate)


def ramp(job: RateJob) -> list[float]:
    """The learning rate of each step: from the lowest to the highest by equal factors."""
    return [float(rate) for rate in np.geomspace(job.lowest, job.highest, job.steps)]


class Smoother:
    """The exponential average of losses, corrected for its beginning at zero."""

    def __init__(self) -> None:
        self._average, self._count = 0.0, 0
        self.least = math.inf

    def push(self, loss: float) -> float:
        """The average with one loss more."""
        self._count += 1
        self._average = SMOOTHING * self._average + (1 - SMOOTHING) * loss
        value = self._average / (1 - SMOOTHING**self._count)
        if math.isfinite(value):
            self.least = min(self.least, value)
        return value

    def too_far(self, value: float, step: int) -> bool:
        """Whether the ramp is to end at this average of step number ``step``, from 0."""
        if not math.isfinite(value):
            return True
        # A loss below zero (a likelihood) has no multiple to be compared with.
        return step >= 5 and value > WORSE * abs(self.least) and value > self.least + 1e-12


class Ramp(Hook):
    """Sets the rate of each step, whatever a schedule before it says."""

    name = "ramp"

    def __init__(self, optimizer: torch.optim.Optimizer, rates: Sequence[float], usual: float) -> None:
        self._optimizer, self._rates = optimizer, rates
        # Layers may have rates of their own: each keeps its proportion to the recipe's.
        self._shares = [group["lr"] / usual for group in optimizer.param_groups]

    def before_step(self, step: int) -> None:
        rate = self._rates[min(step, len(self._rates)) - 1]
        for group, share in zip(self._optimizer.param_groups, self._shares, strict=True):
            group["lr"] = rate * share


def found(rates: Sequence[float], smoothed: Sequence[float], *, diverged: bool, current: float) -> RateFound:
    """The suggestions from a ramp: its rates and the smoothed loss at each."""
    first = int(len(rates) * BEGIN)
    last = max(len(rates) - (END if diverged else 0), first)
    r, s = np.asarray(rates[first:last]), np.asarray(smoothed[first:last])
    good = np.isfinite(s)
    r, s = r[good], s[good]
    if len(r) < 3 or float(s.min()) >= float(s[0]) * (1 - 1e-3) - 1e-12:
        lowest = float(r[int(s.argmin())]) if len(r) else current
        return RateFound(valley=None, steepest=None, lowest=lowest, diverged=diverged, current=current)
    least = int(s.argmin())
    slopes = np.diff(s[: least + 1]) / np.diff(np.log(r[: least + 1]))
    steepest = float(r[int(slopes.argmin())])
    return RateFound(
        valley=float(r[valley(s)]), steepest=steepest, lowest=float(r[least]), diverged=diverged, current=current
    )


def valley(losses: Sequence[float] | np.ndarray[Any, Any]) -> int:
    """The middle of the longest falling subsequence: its place among the losses."""
    longest = [1] * len(losses)
    for i in range(1, len(losses)):
        longest[i] = 1 + max((longest[j] for j in range(i) if losses[i] < losses[j]), default=0)
    end = int(np.argmax(longest))
    start = max(end - longest[end], 0)
    return start + (end - start) // 2
