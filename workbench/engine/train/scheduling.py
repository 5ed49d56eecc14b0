"""The learning rate of each step, set by the recipe's schedule and recorded."""

from __future__ import annotations

import math
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import numpy as np
import torch

from ..data.feed import batch_sizes
from .averaging import SWA
from .events import Event, Warned
from .hooks import Epoch, Hook, HookState
from .recipe import TrainingRecipe
from .schedules import Plan, Plateau, Stalling, factors, is_constant, momenta

if TYPE_CHECKING:
    from .session import Session

CHUNK = 4096
"""Steps that are computed together. Always the same ones, wherever a run is taken up, so that each is the same number."""

NAME = "learning_rate"


class ScheduledRate(Hook):
    """Sets each group's learning rate, and where the schedule says so its momentum, before each step.

    The rate follows from the epoch, the step's place in it and the recipe alone (and from the losses of epochs, for a
    plateau): numbers are computed for thousands of steps at a time, and a step only takes the next one.
    """

    name = "schedule"

    def __init__(self, session: Session) -> None:
        self._session = session
        self._stalling = Stalling()
        self._rates: list[float] = []
        self._momenta: list[float] | None = None
        self._begin = 1
        self._place = self._steps = 0
        self._epochs_before = 0

    def before_step(self, step: int) -> None:
        """Sets what the schedule says."""
        index = step - self._begin
        if index >= len(self._rates):
            self._compute(step)
            index = 0
        rate = self._rates[index]
        for group in self._session.optimizer.param_groups:
            group["lr"] = rate * group["lr_factor"]
        if self._momenta is not None:
            set_momentum(self._session.optimizer, self._momenta[index])

    def retuned(self, recipe: TrainingRecipe) -> None:
        """Takes up another learning rate or batch size."""
        self._rates, self._place = [], self._steps

    def after_epoch(self, epoch: Epoch) -> None:
        """Lets a plateau schedule see the loss, or what else the run is judged by."""
        schedule = self._session.recipe.schedule
        if isinstance(schedule, Plateau) and epoch.number > self._session.recipe.warmup:
            game = self._session.game
            by = game.judged_by if game is not None else "loss"
            held_out = f"val_{by}"
            self._stalling.see(epoch.metrics[held_out if held_out in epoch.metrics else by], schedule)

    def after_block(self, step: int) -> Sequence[Event]:
        """Of a run whose length was changed: how the learning rate goes on."""
        before, self._epochs_before = self._epochs_before, 0
        now = self._session.recipe.epochs
        if not before or before == now:
            return ()
        place = min(self._session.progress.epoch * self._steps, before * self._steps - 1)
        at = np.asarray([place])
        old, new = (
            self._session.recipe.learning_rate
            * float(factors(self._session.recipe.schedule, at, self._plan(epochs))[0])
            for epochs in (before, now)
        )
        if math.isclose(old, new, rel_tol=0.01):
            return ()
        message = (
            f"The schedule now runs over {now} epochs instead of {before}: the learning rate goes on at {new:.3g}, where it "
            f"was {old:.3g}."
        )
        return (Warned(run=self._session.run, time=time.time(), code="training.schedule_stretched", message=message),)

    def state(self) -> HookState:
        """What a plateau has seen, and the epochs that the run was to have."""
        return {}, {"epochs": self._session.recipe.epochs, "stalling": asdict(self._stalling)}

    def load(self, tensors: Mapping[str, torch.Tensor], values: Mapping[str, Any]) -> None:
        self._epochs_before = int(values["epochs"])
        self._stalling = Stalling(**values["stalling"])

    def _plan(self, epochs: int) -> Plan:
        return Plan(epochs, max(self._steps, 1), self._session.recipe.warmup)

    def _compute(self, step: int) -> None:
        """The numbers from ``step`` on, up to the end of its epoch or of a chunk."""
        session, recipe = self._session, self._session.recipe
        if self._place >= self._steps:  # an epoch begins, or one that had begun goes on after a change
            self._steps = session.steps_per_epoch
            self._place = self._steps - self._left()
        chunk = self._place // CHUNK * CHUNK
        places = np.arange(chunk, min(chunk + CHUNK, self._steps), dtype=np.int64)
        # The epoch that is in the works: the loop counts it only when it is done.
        at = session.progress.epoch * self._steps + places
        plan = self._plan(recipe.epochs)
        rates = recipe.learning_rate * self._stalling.scale * factors(recipe.schedule, at, plan)
        self._rates = rates.tolist()[self._place - chunk :]
        own = momenta(recipe.schedule, at, plan)
        self._momenta = own.tolist()[self._place - chunk :] if own is not None else None
        self._begin = step
        self._place = chunk + len(places)

    def _left(self) -> int:
        """Steps that are left of the epoch, at least the one that is about to be made."""
        session, progress = self._session, self._session.progress
        if not progress.position:
            return self._steps
        if session.batches is not None:
            left = len(session.batches_left()[1])
        else:
            rest = session.epoch_samples - progress.position
            left = len(batch_sizes(rest, self._session.recipe.batch_size, join_single=session.join_single))
        return min(max(left, 1), self._steps)


class SearchAdvice(Hook):
    """Says once that an optimiser which searches along a direction sees only a part of the samples in each step."""

    name = "search"

    def __init__(self, session: Session) -> None:
        self._session = session
        self._said = False

    def after_block(self, step: int) -> Sequence[Event]:
        """The sentence, after the first numbers."""
        if self._said:
            return ()
        self._said = True
        session, size = self._session, self._session.recipe.batch_size
        message = (
            f"L-BFGS learns from one step to the next, and a batch holds {size:,} of {session.epoch_samples:,} training samples: "
            f"its steps may go astray. Make batches as large as the data, or choose another optimiser."
        )
        return (Warned(run=session.run, time=time.time(), code="training.lbfgs_batches", message=message),)


class RateRecord(Hook):
    """Tells the learning rate of each step (that of a group whose factor is 1), as the other hooks left it."""

    name = "rates"

    def __init__(self, optimizer: torch.optim.Optimizer) -> None:
        self._optimizer = optimizer
        self._seen: list[float] = []

    def after_step(self, step: int) -> None:
        """Keeps it."""
        self._seen.append(self._optimizer.param_groups[0]["lr"])

    def per_step(self) -> dict[str, list[float]]:
        """The rates since the last call."""
        factor = self._optimizer.param_groups[0]["lr_factor"] or 1.0
        seen, self._seen = self._seen, []
        return {NAME: [rate / factor for rate in seen]}


def set_momentum(optimizer: torch.optim.Optimizer, momentum: float) -> None:
    """Sets the momentum of every group that has one, or beta 1 of Adam and its kin."""
    for group in optimizer.param_groups:
        if "betas" in group:
            group["betas"] = (momentum, *group["betas"][1:])
        elif group.get("momentum", 0.0) > 0.0:
            group["momentum"] = momentum


def schedule_hooks(session: Session) -> list[Hook]:
    """What sets the learning rate, where it changes, and what there is to say of the optimiser."""
    recipe = session.recipe
    hooks: list[Hook] = []
    if getattr(session.optimizer, "needs_closure", False) and recipe.batch_size < session.epoch_samples:
        hooks.append(SearchAdvice(session))
    if not is_constant(recipe.schedule, recipe.warmup):
        hooks.append(ScheduledRate(session))
    return hooks


def record_hooks(session: Session) -> list[Hook]:
    """What records the learning rate; empty where it never changes by itself."""
    recipe = session.recipe
    still = is_constant(recipe.schedule, recipe.warmup)
    swaps = isinstance(recipe.averaging, SWA) and recipe.averaging.learning_rate is not None
    return [] if still and not swaps else [RateRecord(session.optimizer)]
