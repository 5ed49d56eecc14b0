"""Figures of each layer in one step, taken without waiting for the device."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import nn
from torch.utils.hooks import RemovableHandle

NAMES = ("mean", "spread", "varies", "dead", "gradient", "weight", "update")
"""What is measured of a layer, in the order of a row; see ``LayerFigures``."""

RECTIFIERS = frozenset({"relu"})
"""Kinds of layers whose units can be dead: 0 for every sample, with no gradient."""


@dataclass(frozen=True)
class LayerFigures:
    """One layer in one step; NaN for what it doesn't have.

    Attributes:
        mean, spread: mean and standard deviation of all numbers that it gives for a batch.
        varies: share of the mean square of its output that differs from sample to sample, 0 when all samples of the
            batch get the same.
        dead: of a rectifier, share of its units that gave 0 for every sample of the last few measured batches.
        gradient: norm of the gradient of its weights.
        weight: norm of its weights before the step.
        update: norm of what the step changed in them.
    """

    mean: float
    spread: float
    varies: float
    dead: float
    gradient: float
    weight: float
    update: float

    @property
    def ratio(self) -> float:
        """The update as a share of the weights; NaN for a layer without weights."""
        return self.update / self.weight if self.weight > 0 else float("nan")


class Probe:
    """Measures one step after the other, of which it is told the beginning, the gradients and the end.

    Args:
        module: the network.
        attributes: attribute name of each layer's module by node id; in the order of the network.
        kinds: kind of each layer by node id.
        memory: batches of which a unit must give 0 in all to count as dead.
    """

    def __init__(
        self, module: nn.Module, attributes: Mapping[str, str], kinds: Mapping[str, str], memory: int = 4
    ) -> None:
        self.nodes = tuple(i for i, name in attributes.items() if hasattr(module, name))
        self._modules = [getattr(module, attributes[i]) for i in self.nodes]
        self._rectifies = [kinds[i] in RECTIFIERS for i in self.nodes]
        self._memory = memory
        self._alive: dict[int, list[torch.Tensor]] = {}
        self._handles: list[RemovableHandle] = []
        self._rows: dict[int, torch.Tensor] = {}
        self.seconds = 0.0
        """Time that measuring the last step took."""
        owners: dict[int, int] = {}
        for place, layer in enumerate(self._modules):
            for parameter in layer.parameters():
                owners.setdefault(id(parameter), place)  # of tied weights the first layer is the owner
        learning = [p for p in module.parameters() if p.requires_grad and id(p) in owners and p.numel()]
        self._parameters: list[torch.Tensor] = list(learning)
        mine = [owners[id(p)] for p in learning]
        device = learning[0].device if learning else torch.device("cpu")
        # Sent to the device once: in a step, that would wait for it.
        self._owners = torch.tensor(mine, dtype=torch.int64, device=device)
        self._learning = torch.tensor(sorted(set(mine)), dtype=torch.int64, device=device)
        self._before: list[torch.Tensor] = []
        self._norms: list[torch.Tensor] = []

    def begin(self) -> None:
        """Before the step's forward pass."""
        began = time.perf_counter()
        self._rows = {}
        self._handles = [m.register_forward_hook(self._listener(i)) for i, m in enumerate(self._modules)]
        with torch.no_grad():
            self._before = list(torch._foreach_mul(self._parameters, 1.0)) if self._parameters else []
        self.seconds = time.perf_counter() - began

    def gradients(self) -> None:
        """After the backward pass."""
        began = time.perf_counter()
        self._release()
        with torch.no_grad():
            grads = [p.grad if p.grad is not None else torch.zeros_like(p) for p in self._parameters]
            self._norms = list(torch._foreach_norm(grads)) if grads else []
        self.seconds += time.perf_counter() - began

    def end(self) -> torch.Tensor:
        """After the optimiser's step: the figures (layers, 7) float32 on the device, in the order of ``nodes``."""
        began = time.perf_counter()
        count = len(self._modules)
        with torch.no_grad():
            device = self._parameters[0].device if self._parameters else torch.device("cpu")
            nothing = torch.full((4,), float("nan"), device=device)
            seen = torch.stack([self._rows.get(i, nothing) for i in range(count)])
            learnt = torch.full((count, 3), float("nan"), device=device)
            if self._parameters:
                weights = torch._foreach_norm(self._before)
                torch._foreach_sub_(self._before, self._parameters)
                updates = torch._foreach_norm(self._before)
                squares = torch.stack([torch.stack(list(n)) for n in (self._norms, weights, updates)]).float().square()
                sums = torch.zeros(3, count, device=device).index_add_(1, self._owners, squares)
                learnt.index_copy_(0, self._learning, sums.sqrt().T.index_select(0, self._learning))
            result = torch.cat([seen, learnt], dim=1)
        self._before, self._norms, self._rows = [], [], {}
        self.seconds += time.perf_counter() - began
        return result

    def drop(self) -> None:
        """Leaves a step that was begun and won't end."""
        self._release()
        self._before, self._norms, self._rows = [], [], {}

    def _release(self) -> None:
        for handle in self._handles:
            handle.remove()
        self._handles = []

    def _listener(self, place: int) -> Callable[[nn.Module, Any, Any], None]:
        def listen(_module: nn.Module, _inputs: Any, output: Any) -> None:
            began = time.perf_counter()
            found = output[0] if isinstance(output, tuple) else output
            if isinstance(found, torch.Tensor) and found.is_floating_point() and found.ndim >= 2 and found.numel():
                with torch.no_grad():
                    self._rows[place] = self._row(place, found.detach())
            self.seconds += time.perf_counter() - began

        return listen

    def _row(self, place: int, output: torch.Tensor) -> torch.Tensor:
        flat = output.float().flatten(1)
        spread, mean = torch.std_mean(flat, correction=0)
        square = spread.square() + mean.square()
        differing = flat.var(0, correction=0).mean() if len(flat) > 1 else torch.full_like(mean, float("nan"))
        varies = differing / square.clamp(min=torch.finfo(torch.float32).tiny)
        dead = torch.full_like(mean, float("nan"))
        if self._rectifies[place]:
            dead = self._dead(place, output)
        return torch.stack([mean, spread, varies, dead])

    def _dead(self, place: int, output: torch.Tensor) -> torch.Tensor:
        """Share of units that gave 0 in the last batches. A unit is a channel of pictures, else a number of the last axis."""
        axis = 1 if output.ndim == 4 else output.ndim - 1
        others = [d for d in range(output.ndim) if d != axis]
        alive = (output > 0).amax(others)
        kept = self._alive.setdefault(place, [])
        if kept and kept[0].shape != alive.shape:
            kept.clear()
        kept.append(alive)
        del kept[: -self._memory]
        if len(kept) < self._memory:
            return torch.full((), float("nan"), device=output.device)
        return 1.0 - torch.stack(kept).amax(0).float().mean()


def read(nodes: Sequence[str], rows: Sequence[Sequence[float]]) -> dict[str, LayerFigures]:
    """The figures of each node from what ``Probe.end`` gave, fetched."""
    return {node: LayerFigures(*row) for node, row in zip(nodes, rows, strict=True)}
