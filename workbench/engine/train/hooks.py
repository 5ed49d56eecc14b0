"""What goes along with a run: schedules, averages, clipping, stopping and the like, each a hook of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import Any, ClassVar

import torch

from .events import Event, Reason
from .recipe import TrainingRecipe

HookState = tuple[dict[str, torch.Tensor], dict[str, Any]]
"""Tensors by name, and JSON values by name."""


@dataclass
class Epoch:
    """An epoch that was just done, as hooks see it.

    Attributes:
        number: of finished epochs, this one included.
        step: optimiser steps done.
        metrics: "loss", "val_loss" and what else was measured; a hook may add to them.
        judged: the number by which the best epoch is chosen, smaller is better; a hook may judge by another.
        stop: why the run is to end here, for a hook to set; None to go on.
        why: that in a sentence, for the user.
        restore_best: whether ``last`` is to hold the best epoch's weights where the run ends here.
        events: what hooks have to say beside ``EpochDone``, in order.
    """

    number: int
    step: int
    metrics: dict[str, float]
    judged: float
    stop: Reason | None = None
    why: str = ""
    restore_best: bool = False
    events: list[Event] = field(default_factory=list)


class Hook:
    """Base of hooks. The loop calls only the methods that a hook overrides, so that the others cost nothing.

    Nothing that is called in a step may wait for the device, and what a hook does must follow from its state and the
    step's number alone: a run taken up from a checkpoint must go on as if it had never been interrupted.
    """

    name: ClassVar[str] = ""
    """Under this name the checkpoint carries the hook's state; unique in a run."""

    @property
    def over(self) -> str:
        """Of a run that was taken up: why there is nothing left to do, in a sentence; empty where there is."""
        return ""

    def go_on(self) -> None:
        """A run that this hook had ended was taken up again, to be trained further."""

    def retuned(self, recipe: TrainingRecipe) -> None:
        """A setting was changed while the run goes on: takes up what concerns it. The optimiser's learning rate is set."""

    def before_step(self, step: int) -> None:
        """Before a step's forward pass; steps count from 1."""

    def after_part(self, samples: int, total: int) -> None:
        """After the backward pass of a micro-batch of ``samples`` of the step's ``total``, where a step is split into some."""

    def on_gradients(self, step: int) -> None:
        """Between a step's backward pass and the optimiser's step; gradients stand in ``parameter.grad``."""

    def after_step(self, step: int) -> None:
        """After the optimiser's step."""

    def epoch_trained(self, number: int) -> None:
        """After the last step of epoch ``number``, counted from 1, before validation; again where validation was cut short."""

    def after_block(self, step: int) -> Sequence[Event]:
        """After the numbers of some steps, the last of them ``step``, have left the device, which was waited for anyway;
        what it returns is told."""
        return ()

    def per_step(self) -> dict[str, list[float]]:
        """One number for each step since the last call, by name: recorded beside the losses of these steps."""
        return {}

    def after_epoch(self, epoch: Epoch) -> None:
        """After an epoch's steps and validation, before the best epoch is chosen."""

    def figures(self) -> dict[str, float]:
        """What holds of the whole run so far, by name; told with each epoch and with the ending."""
        return {}

    def evaluating(self) -> AbstractContextManager[None]:
        """Around validation and every copy of the weights that a checkpoint has under their own names."""
        return nullcontext()

    def state(self) -> HookState:
        """Copies of what the checkpoint is to carry."""
        return {}, {}

    def load(self, tensors: Mapping[str, torch.Tensor], values: Mapping[str, Any]) -> None:
        """Takes up what ``state`` gave."""


def overriding(hooks: Sequence[Hook], method: str) -> tuple[Callable[..., Any], ...]:
    """The bound methods of those hooks that have one of their own, in order."""
    return tuple(getattr(h, method) for h in hooks if getattr(type(h), method) is not getattr(Hook, method))


@contextmanager
def evaluating(hooks: Sequence[Hook]) -> Iterator[None]:
    """Around validation: every hook's ``evaluating``, the first outermost."""
    with ExitStack() as stack:
        for enter in overriding(hooks, "evaluating"):
            stack.enter_context(enter())
        yield


def figures(hooks: Sequence[Hook]) -> dict[str, float]:
    """What all hooks have to say of the whole run so far."""
    return {name: value for tell in overriding(hooks, "figures") for name, value in tell().items()}


def hooks_state(hooks: Sequence[Hook]) -> HookState:
    """The state of all hooks: tensors under "hooks/<hook>/<name>", and values by hook."""
    tensors: dict[str, torch.Tensor] = {}
    values: dict[str, Any] = {}
    for hook in hooks:
        own_tensors, own_values = hook.state()
        tensors |= {f"hooks/{hook.name}/{name}": tensor for name, tensor in own_tensors.items()}
        if own_values:
            values[hook.name] = own_values
    return tensors, values


def load_hooks(hooks: Sequence[Hook], tensors: Mapping[str, torch.Tensor], values: Mapping[str, Any]) -> None:
    """Gives each hook back what ``hooks_state`` took; one of which nothing is there (it was off then) begins afresh."""
    for hook in hooks:
        prefix = f"hooks/{hook.name}/"
        own = {name.removeprefix(prefix): tensor for name, tensor in tensors.items() if name.startswith(prefix)}
        if own or hook.name in values:
            hook.load(own, values.get(hook.name, {}))
