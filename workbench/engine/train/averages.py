"""Averaged weights, as hooks: kept beside the trained ones, and in their place while something is measured or kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import torch
from torch import nn

from ..data.feed import batch_sizes
from .averaging import EMA, SWA
from .hooks import Hook, HookState
from .sharding import is_divided, own_part, part_of, whole

if TYPE_CHECKING:
    from .session import Session

FORGETTING = 10.0
"""The decay's warm-up: after n steps it is at most (1 + n) / (10 + n)."""


class Averages(Hook):
    """Base: an average of all weights that are learnt and of all statistics.

    While ``evaluating`` the module holds the average: so do ``best``, and ``last`` under the weights' own names. Beside them ``last``
    carries the weights that training goes on with.
    """

    name = "averaging"

    def __init__(self, module: nn.Module) -> None:
        self.module = module
        self.count = 0
        """How many weights the average is of."""
        # What is frozen stays as it is.
        learnt = {name for name, p in module.named_parameters() if p.requires_grad}
        learnt |= {
            f"{place}.{name}" if place else name
            for place, part in module.named_modules()
            if part.training
            for name, _ in part.named_buffers(recurse=False)
        }
        self._names = [n for n, t in tensors_in(module) if n in learnt and t.is_floating_point()]
        self._live: list[torch.Tensor] = []
        self._average: list[torch.Tensor] = []
        self._inside = False

    def take(self, share: float) -> None:
        """Brings the average nearer to the weights by a share of the difference; the first becomes the average itself."""
        self.count += 1
        with torch.no_grad():
            if self._average:
                torch._foreach_lerp_(self._average, self._live, share)
            else:
                self._begin()

    def _begin(self) -> None:
        """The weights as they are become the average. Only now: until training begins their memory may change its layout."""
        found = dict(tensors_in(self.module))
        self._live = [own_part(found[name]) for name in self._names]
        self._average = [t.detach().clone() for t in self._live]

    @contextmanager
    def evaluating(self) -> Iterator[None]:
        """The average in the place of the weights; does nothing while there is none."""
        if self._inside or not self.count:
            yield
            return
        with torch.no_grad():
            kept = [t.detach().clone() for t in self._live]
            torch._foreach_copy_(self._live, self._average)
        self._inside = True
        try:
            yield
        finally:
            self._inside = False
            with torch.no_grad():
                torch._foreach_copy_(self._live, kept)

    def state(self) -> HookState:
        """The weights that training goes on with."""
        if not self.count:
            return {}, {}
        found = dict(tensors_in(self.module))
        kept = {name: whole(found[name]) for name in self._names}
        return kept, {"count": self.count}

    def load(self, tensors: Mapping[str, torch.Tensor], values: Mapping[str, Any]) -> None:
        """Takes the average from the module, which was loaded with it, and the weights from ``tensors``."""
        self.count = values["count"]
        self._begin()
        with torch.no_grad():
            found = dict(tensors_in(self.module))
            for name, live in zip(self._names, self._live, strict=True):
                given, own = tensors[name], found[name]
                live.copy_(own_part(part_of(own, given)) if is_divided(own) else given)


def tensors_in(module: nn.Module) -> list[tuple[str, torch.Tensor]]:
    """Parameters and buffers by name, each once."""
    return [*module.named_parameters(), *module.named_buffers()]


class MovingAverage(Averages):
    """EMA after each step."""

    def __init__(self, module: nn.Module, recipe: EMA) -> None:
        super().__init__(module)
        self.recipe = recipe

    def after_step(self, step: int) -> None:
        """Takes the new weights in."""
        decay = self.recipe.decay
        if self.recipe.warm_up:
            decay = min(decay, (1.0 + self.count) / (FORGETTING + self.count))
        self.take(1.0 - decay)


class EpochAverage(Averages):
    """SWA: the mean of the weights at the ends of epochs, and the statistics of batch normalisation that belong to it.

    Args:
        inputs: the batches of inputs that training sees in an epoch, counted from 0.
    """

    def __init__(
        self, module: nn.Module, recipe: SWA, epochs: int, inputs: Callable[[int], Iterator[tuple[torch.Tensor, ...]]]
    ) -> None:
        super().__init__(module)
        self._first = recipe.first_epoch(epochs) + 1
        self._inputs = inputs
        self._last = 0
        self._norms = [m for m in module.modules() if isinstance(m, nn.modules.batchnorm._BatchNorm) and m.training]

    def epoch_trained(self, number: int) -> None:
        """Takes the epoch's weights in, once."""
        if number < self._first or number <= self._last:
            return
        self._last = number
        self.take(1.0 / (self.count + 1))
        if self._norms:
            self._measure(number - 1)

    def state(self) -> HookState:
        """As every average, and which epoch was the last to be taken in."""
        tensors, values = super().state()
        return tensors, {**values, "last": self._last} if values else {}

    def load(self, tensors: Mapping[str, torch.Tensor], values: Mapping[str, Any]) -> None:
        """Takes up what ``state`` gave."""
        super().load(tensors, values)
        self._last = values["last"]

    @torch.no_grad()
    def _measure(self, epoch: int) -> None:
        """Runs the epoch's samples through the average network for the statistics of its batch normalisation.

        Only batch normalisation is in training mode: nothing is dropped out, and no random number is drawn.
        """
        kept = [(m, m.momentum, m.num_batches_tracked) for m in self._norms if m.num_batches_tracked is not None]
        counts = [batches.clone() for _, _, batches in kept]
        with self.evaluating():
            self.module.eval()
            for norm in self._norms:
                norm.reset_running_stats()
                norm.momentum = None  # the mean over all batches
                norm.train()
            for inputs in self._inputs(epoch):
                self.module(*inputs)
            torch._foreach_copy_(self._average, self._live)
        for (norm, momentum, batches), count in zip(kept, counts, strict=True):
            norm.momentum = momentum
            batches.copy_(count)
        self.module.train()


class ConstantRate(Hook):
    """The learning rate that SWA trains with from its first epoch on, whatever the schedule says."""

    name = "swa_rate"

    def __init__(self, optimizer: torch.optim.Optimizer, rate: float, due: Callable[[], bool]) -> None:
        self._optimizer, self._rate, self._due = optimizer, rate, due

    def before_step(self, step: int) -> None:
        """Sets it."""
        if self._due():
            for group in self._optimizer.param_groups:
                group["lr"] = self._rate * group.get("lr_factor", 1.0)


def averaging_hooks(session: Session) -> list[Hook]:
    """What the recipe asks for; empty where weights are not averaged."""
    recipe, averaging = session.recipe, session.recipe.averaging
    if isinstance(averaging, EMA):
        return [MovingAverage(session.module, averaging)]
    if not isinstance(averaging, SWA):
        return []
    average = EpochAverage(session.module, averaging, recipe.epochs, lambda epoch: training_inputs(session, epoch))
    if averaging.learning_rate is None:
        return [average]
    first = averaging.first_epoch(recipe.epochs)
    return [
        ConstantRate(session.optimizer, averaging.learning_rate, lambda: session.progress.epoch >= first),
        average,
    ]


def training_inputs(session: Session, epoch: int) -> Iterator[tuple[torch.Tensor, ...]]:
    """The inputs of an epoch's batches, counted from 0, exactly as its steps saw them."""
    order = session.order(epoch)
    sizes = batch_sizes(len(order), session.recipe.batch_size, join_single=session.join_single)
    position = 0
    for index in torch.split(order, sizes):
        inputs, _ = session.train.gather(index)
        if session.augmenter is not None:
            inputs, _ = session.augmenter(inputs, epoch, position)
        position += len(index)
        yield inputs
