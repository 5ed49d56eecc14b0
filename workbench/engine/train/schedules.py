"""How the learning rate goes over a run: one function of the step, which trains and is drawn before. No torch.

Steps count from 0 here. A schedule gives the learning rate as a multiple of ``training.learning_rate``. Those that follow
single steps (cosine, warm restarts, one-cycle) begin when the warm-up is over and share what is left of the run, as torch's
``SequentialLR`` has it; those that go by epochs (step, multi-step, exponential, plateau) count the run's own epochs, and the
warm-up is a further factor in front of them, as in torch's ``ChainedScheduler``. ``tests/engine/train/test_train_schedules.py``
holds them against torch's classes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import BeforeValidator, Field

from ..values import Fraction, Kinded, Param, Pos, register

Floats = NDArray[np.float64]
Factor = Annotated[float, Field(gt=0.0, le=1.0)]
Whole = Annotated[int, Field(ge=0, le=1_000_000_000)]

FLOOR_HELP = "Smallest share of the learning rate that is left."


@dataclass(frozen=True)
class Plan:
    """The length of a run.

    Attributes:
        epochs: of the whole run.
        steps: optimiser steps of an epoch.
        warmup: epochs in which the learning rate rises to its full size; fractions allowed.
    """

    epochs: int
    steps: int
    warmup: float = 0.0

    @property
    def warmup_steps(self) -> int:
        """Steps in which the learning rate rises."""
        return min(round(self.warmup * self.steps), self.epochs * self.steps)

    @property
    def left(self) -> int:
        """Steps after the warm-up, at least one."""
        return max(self.epochs * self.steps - self.warmup_steps, 1)


class Schedule(Kinded):
    """Base of every schedule."""

    family: ClassVar[str] = "schedule"
    members: ClassVar[dict[str, type[Schedule]]] = {}
    title: ClassVar[str] = ""
    by_epochs: ClassVar[bool] = True
    """Whether it changes between epochs only."""

    def shape(self, at: Floats, plan: Plan) -> Floats:
        """The factor at epochs ``at`` of the run, or where it follows steps, at steps after the warm-up."""
        return np.ones_like(at)

    def momenta(self, at: Floats, plan: Plan) -> Floats | None:
        """The momentum at steps after the warm-up; None where the schedule leaves it alone."""
        return None


@register("constant")
class Constant(Schedule):
    """The same learning rate in every step."""

    title = "Constant"


@register("step")
class Step(Schedule):
    """The learning rate falls by a factor each time some epochs are done. As ``torch.optim.lr_scheduler.StepLR``."""

    title = "Step"
    every: Pos = Param(10, help="Epochs between two falls.", unit="epochs", phrase="every {} epochs")
    factor: Factor = Param(0.1, help="What the learning rate is multiplied by each time.", phrase="× {}")

    def shape(self, at: Floats, plan: Plan) -> Floats:
        """``factor`` to the power of the falls so far."""
        return np.power(self.factor, at // self.every)


def _rising(value: object) -> object:
    return tuple(sorted(set(value))) if isinstance(value, list | tuple) else (value,)


@register("multi_step")
class MultiStep(Schedule):
    """The learning rate falls by a factor after each of the epochs named. As ``torch.optim.lr_scheduler.MultiStepLR``."""

    title = "Multi-step"
    milestones: Annotated[tuple[Pos, ...], BeforeValidator(_rising)] = Param(
        (10, 15), help="Epochs after which it falls: 10, 15.", label="After epochs", unit="epochs", min_length=1
    )
    factor: Factor = Param(0.1, help="What the learning rate is multiplied by each time.", phrase="× {}")

    def shape(self, at: Floats, plan: Plan) -> Floats:
        """``factor`` to the power of the milestones passed."""
        return np.power(self.factor, np.searchsorted(np.asarray(self.milestones), at, side="right").astype(np.float64))


@register("exponential")
class Exponential(Schedule):
    """The learning rate falls by the same factor after every epoch. As ``torch.optim.lr_scheduler.ExponentialLR``."""

    title = "Exponential"
    factor: Factor = Param(0.95, help="What the learning rate is multiplied by after each epoch.", phrase="× {}")

    def shape(self, at: Floats, plan: Plan) -> Floats:
        """``factor`` to the power of the epochs done."""
        return np.power(self.factor, at)


@register("cosine")
class Cosine(Schedule):
    """The learning rate falls over the whole run along half a cosine, step by step: slowly, quickly, slowly.

    As ``torch.optim.lr_scheduler.CosineAnnealingLR`` stepped after every batch. Source: https://arxiv.org/abs/1608.03983
    """

    title = "Cosine"
    by_epochs = False
    floor: Fraction = Param(0.0, help=FLOOR_HELP)

    def shape(self, at: Floats, plan: Plan) -> Floats:
        """From 1 to ``floor``."""
        return self.floor + (1.0 - self.floor) * (1.0 + np.cos(np.pi * at / plan.left)) / 2.0


@register("warm_restarts")
class WarmRestarts(Schedule):
    """Half cosines one after the other: the learning rate falls, and springs back to its full size.

    As ``torch.optim.lr_scheduler.CosineAnnealingWarmRestarts`` stepped after every batch. Source: https://arxiv.org/abs/1608.03983
    """

    title = "Warm restarts"
    by_epochs = False
    period: Pos = Param(10, help="Epochs of the first fall.", unit="epochs", phrase="every {} epochs")
    growth: Annotated[int, Field(ge=1, le=100)] = Param(
        1, help="Each fall takes this many times as long as the one before."
    )
    floor: Fraction = Param(0.0, help=FLOOR_HELP)

    def shape(self, at: Floats, plan: Plan) -> Floats:
        """From 1 to ``floor`` in each period."""
        length = float(self.period * plan.steps)
        starts, lengths, last = [0.0], [length], float(at.max(initial=0.0))
        while starts[-1] + lengths[-1] <= last and self.growth > 1:
            starts.append(starts[-1] + lengths[-1])
            lengths.append(lengths[-1] * self.growth)
        if self.growth == 1:
            share = (at % length) / length
        else:
            which = np.searchsorted(np.asarray(starts), at, side="right") - 1
            share = (at - np.asarray(starts)[which]) / np.asarray(lengths)[which]
        return self.floor + (1.0 - self.floor) * (1.0 + np.cos(np.pi * share)) / 2.0


@register("one_cycle")
class OneCycle(Schedule):
    """The learning rate rises from a small one to its full size and falls to almost nothing; the momentum goes the other way.

    As ``torch.optim.lr_scheduler.OneCycleLR``. Momentum is that of SGD where it has one, and beta 1 of Adam and its kin.
    Source: https://arxiv.org/abs/1708.07120
    """

    title = "One-cycle"
    by_epochs = False
    rise: Annotated[float, Field(gt=0.0, lt=1.0)] = Param(
        0.3, help="Share of the run in which the learning rate rises."
    )
    curve: Literal["cosine", "linear"] = Param("cosine", help="The form of rise and fall.")
    start_divisor: Annotated[float, Field(ge=1.0, le=1e6)] = Param(
        25.0, help="The first learning rate is the full one divided by this.", advanced=True
    )
    end_divisor: Annotated[float, Field(ge=1.0, le=1e12)] = Param(
        1e4, help="The last learning rate is the first one divided by this.", advanced=True
    )
    three_phases: bool = Param(
        False, help="Falls as slowly as it rose, and only then to almost nothing.", advanced=True
    )
    cycle_momentum: bool = Param(True, help="The momentum is low where the learning rate is high.", advanced=True)
    low_momentum: Fraction = Param(0.85, help="The momentum at the full learning rate.", advanced=True)
    high_momentum: Fraction = Param(0.95, help="The momentum at the beginning and at the end.", advanced=True)

    def shape(self, at: Floats, plan: Plan) -> Floats:
        """From 1 / ``start_divisor`` to 1 and to 1 / ``start_divisor`` / ``end_divisor``."""
        first = 1.0 / self.start_divisor
        low = first / self.end_divisor
        ends = (first, 1.0, first, low) if self.three_phases else (first, 1.0, low)
        return self._through(at, plan, ends)

    def momenta(self, at: Floats, plan: Plan) -> Floats | None:
        """From high to low and back."""
        if not self.cycle_momentum:
            return None
        high, low = self.high_momentum, self.low_momentum
        return self._through(at, plan, (high, low, high, high) if self.three_phases else (high, low, high))

    def _through(self, at: Floats, plan: Plan, values: tuple[float, ...]) -> Floats:
        """Through the values one after the other, each phase ending where torch ends it."""
        rise = self.rise * plan.left
        ends = [rise - 1.0, 2.0 * rise - 2.0] if self.three_phases else [rise - 1.0]
        borders = np.maximum.accumulate(np.asarray([0.0, *ends, plan.left - 1.0]))
        phase = np.minimum(np.searchsorted(borders[1:], at, side="left"), len(borders) - 2)
        begin, length = borders[phase], borders[phase + 1] - borders[phase]
        share = np.where(length > 0.0, (at - begin) / np.where(length > 0.0, length, 1.0), 1.0)
        share = np.clip(share, 0.0, 1.0)
        if self.curve == "cosine":
            share = (1.0 - np.cos(np.pi * share)) / 2.0
        low, high = np.asarray(values[:-1])[phase], np.asarray(values[1:])[phase]
        return np.asarray(low + (high - low) * share, np.float64)


@register("plateau")
class Plateau(Schedule):
    """The learning rate falls by a factor when the validation loss has not become smaller for some epochs.

    As ``torch.optim.lr_scheduler.ReduceLROnPlateau``; without validation samples it goes by the training loss. When it
    falls is not known beforehand.
    """

    title = "On a plateau"
    factor: Annotated[float, Field(gt=0.0, lt=1.0)] = Param(
        0.1, help="What the learning rate is multiplied by each time.", phrase="× {}"
    )
    patience: Whole = Param(
        5, help="Epochs without a smaller loss that are waited for.", unit="epochs", phrase="after {} epochs"
    )
    threshold: Annotated[float, Field(ge=0.0, lt=1.0)] = Param(
        1e-4, help="Share by which the loss must fall to count as smaller.", advanced=True
    )
    cooldown: Whole = Param(0, help="Epochs after a fall that are not counted.", unit="epochs", advanced=True)
    floor: Fraction = Param(0.0, help=FLOOR_HELP, advanced=True)


@dataclass
class Stalling:
    """What a plateau schedule has seen. ``scale`` is the factor so far."""

    scale: float = 1.0
    best: float | None = None
    bad: int = 0
    resting: int = 0

    def see(self, loss: float, schedule: Plateau) -> None:
        """An epoch ended with this loss."""
        if self.best is None or loss < self.best * (1.0 - schedule.threshold):
            self.best, self.bad = loss, 0
        else:
            self.bad += 1
        if self.resting > 0:
            self.resting -= 1
            self.bad = 0
        if self.bad > schedule.patience:
            self.scale = max(self.scale * schedule.factor, schedule.floor)
            self.resting, self.bad = schedule.cooldown, 0


def factors(schedule: Schedule, steps: NDArray[np.int64], plan: Plan) -> Floats:
    """The learning rate at each of the run's steps (counted from 0), as a multiple of the full one. Plateaus are not foreseen."""
    warm = plan.warmup_steps
    ramp = np.minimum((steps + 1.0) / (warm + 1.0), 1.0)
    if schedule.by_epochs:
        return np.asarray(ramp * schedule.shape((steps // plan.steps).astype(np.float64), plan), np.float64)
    return np.asarray(ramp * schedule.shape(np.maximum(steps - warm, 0).astype(np.float64), plan), np.float64)


def momenta(schedule: Schedule, steps: NDArray[np.int64], plan: Plan) -> Floats | None:
    """The momentum at each of the run's steps, None where the schedule leaves it alone."""
    return schedule.momenta(np.maximum(steps - plan.warmup_steps, 0).astype(np.float64), plan)


def is_constant(schedule: Schedule, warmup: float) -> bool:
    """Whether every step has the same learning rate."""
    return isinstance(schedule, Constant) and warmup == 0.0


def curve(schedule: Schedule, plan: Plan, points: int = 2000) -> tuple[Floats, Floats]:
    """The curve to be drawn: places in epochs and factors, at most about ``points`` of them.

    Of a long run, steps at equal distances and the last one; where the factor jumps between epochs, the last and first
    steps of each as long as they are few.
    """
    total = plan.epochs * plan.steps
    if total <= points:
        steps = np.arange(total, dtype=np.int64)
    else:
        steps = np.linspace(0, total - 1, points).astype(np.int64)
        if plan.epochs <= points:
            first = np.arange(plan.epochs, dtype=np.int64) * plan.steps
            steps = np.union1d(steps, np.concatenate((first, first + plan.steps - 1)))
    return steps / plan.steps, factors(schedule, steps, plan)
