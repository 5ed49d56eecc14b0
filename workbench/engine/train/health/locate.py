"""Where NaN or infinity began: the steps since the last checkpoint are done again, and the last of them watched."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

import torch
from torch import nn

from ...errors import sentence
from ..control import Control
from ..hooks import Hook
from ..keeper import NoKeeper
from ..loop import Loop
from ..session import Session
from ..telling import Diverged

LONGEST = 30.0
"""Seconds that doing the steps again may take; when more lie behind, the layer stays unknown."""

WATCHED = 4
"""Steps before the bad one that are watched too: weights may be ruined a step before a loss shows it."""

Kind = Literal["input", "output", "gradient", "weights"]


@dataclass(frozen=True)
class Place:
    """Where the first number that is not finite stood.

    Attributes:
        step: optimiser step, from 1.
        node: id of the layer, empty for the data that entered.
        kind: what of it was not finite.
        size: largest absolute value that entered the layer; NaN when it has none or it is not known.
    """

    step: int
    node: str
    kind: Kind
    size: float = math.nan


class _Found(Exception):
    def __init__(self, place: Place) -> None:
        super().__init__(str(place))
        self.place = place


class Watch(Hook):
    """Looks at everything in the steps from ``first`` on, and ends by an exception at what is not finite."""

    name = "watch"

    def __init__(self, session: Session, first: int) -> None:
        self._module, self._first, self._step = session.module, first, 0
        attributes = session.source.attributes
        # In the order in which layers are used, as the source has them.
        lines = {node: line for line, node in sorted(session.source.lines.items(), reverse=True)}
        nodes = sorted((n for n in attributes if hasattr(self._module, attributes[n])), key=lambda n: lines.get(n, 0))
        self._layers = [(n, getattr(self._module, attributes[n])) for n in nodes]

    @contextmanager
    def listening(self) -> Iterator[None]:
        """While inside, what goes through the layers is seen."""
        handles = [layer.register_forward_hook(self._listener(node)) for node, layer in self._layers]
        handles.append(self._module.register_forward_pre_hook(self._enters))
        try:
            yield
        finally:
            for handle in handles:
                handle.remove()

    def before_step(self, step: int) -> None:
        """Remembers the step."""
        self._step = step

    def on_gradients(self, step: int) -> None:
        """Looks at the gradients, from the loss backwards."""
        if step >= self._first:
            for node, layer in reversed(self._layers):
                if any(p.grad is not None and not _finite(p.grad) for p in layer.parameters()):
                    raise _Found(Place(step, node, "gradient"))

    def after_step(self, step: int) -> None:
        """Looks at the weights."""
        if step >= self._first:
            for node, layer in self._layers:
                if not all(_finite(p) for p in layer.parameters()):
                    raise _Found(Place(step, node, "weights"))

    def _enters(self, _module: nn.Module, inputs: Any) -> None:
        if self._step >= self._first and not all(_finite(t) for t in _tensors(inputs)):
            raise _Found(Place(self._step, "", "input"))

    def _listener(self, node: str) -> Callable[[nn.Module, Any, Any], None]:
        def listen(_module: nn.Module, inputs: Any, output: Any) -> None:
            if self._step >= self._first and not all(_finite(t) for t in _tensors(output)):
                sizes = [t.detach().abs().max().item() for t in _tensors(inputs) if t.numel()]
                raise _Found(Place(self._step, node, "output", max(sizes, default=math.nan)))

        return listen


def locate(session: Session, step: int, control: Control) -> Place | None:
    """Does steps again until something is not finite; None when nothing is found up to ``step``.

    Args:
        session: newly made, or restored to a checkpoint before ``step``.
        step: the one in which a loss or weight that was not finite was noticed.
        control: of the run; asked to stop, it gives up.
    """
    watch = Watch(session, max(session.progress.step + 1, step - WATCHED))
    session.hooks = [*session.hooks, watch]
    loop = Loop(session, NoKeeper(), control, clock=time.perf_counter, now=time.time)
    try:
        with watch.listening():
            for _event in loop.events():
                if session.progress.step >= step + 1:
                    return None
    except _Found as found:
        return found.place
    except Diverged:
        return None
    return None


def words(place: Place, names: Mapping[str, str]) -> str:
    """A place as a sentence."""
    name = names.get(place.node, "")
    if place.kind == "input":
        return sentence(f"The data of step {place.step} held a number that is not finite already")
    if place.kind == "gradient":
        return sentence(f"It began in step {place.step} with the gradient of {name}")
    if place.kind == "weights":
        return sentence(f"It began in step {place.step} with the weights of {name}")
    if math.isfinite(place.size):
        return sentence(
            f"It began in step {place.step} with the output of {name}, into which numbers up to {place.size:.3g} came"
        )
    return sentence(f"It began in step {place.step} with the output of {name}")


def _tensors(values: Any) -> list[torch.Tensor]:
    several = values if isinstance(values, tuple | list) else (values,)
    return [t for t in several if isinstance(t, torch.Tensor) and t.is_floating_point()]


def _finite(tensor: torch.Tensor) -> bool:
    return bool(torch.isfinite(tensor).all())
