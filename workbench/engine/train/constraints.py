"""Clipped gradients and limited weights, as hooks. Nothing in here waits for the device."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import nn

from .hooks import Hook
from .layerwise import exempt_from_decay
from .regularization import Regularization
from .sharding import own_part

TINY = 1e-6
"""Added to a gradient's length, as in ``nn.utils.clip_grad_norm_``."""


class GradientClipping(Hook):
    """Cuts each number of the gradient, then its whole length. It acts on the gradient of the whole step, accumulated and
    unscaled."""

    name = "clipping"

    def __init__(self, parameters: Sequence[nn.Parameter], *, norm: float, value: float) -> None:
        self._parameters, self.norm, self.value = tuple(parameters), norm, value

    def on_gradients(self, step: int) -> None:
        """Clips in place."""
        gradients = [p.grad for p in self._parameters if p.grad is not None]
        if not gradients:
            return
        if self.value > 0:
            torch._foreach_clamp_min_(gradients, -self.value)
            torch._foreach_clamp_max_(gradients, self.value)
        if self.norm > 0:
            length = torch.linalg.vector_norm(torch.stack(torch._foreach_norm(gradients)))
            torch._foreach_mul_(gradients, (self.norm / (length + TINY)).clamp(max=1.0))


class WeightLimits(Hook):
    """L1, and the largest length of the weights into a unit, after each step.

    L1 is the proximal step: every weight comes nearer to zero by learning rate * l1, and stays there when it would cross it.
    So weights become exactly zero, and the pull does not pass through the optimiser's scaling (the subgradient gives neither).
    Source: Parikh, Boyd, 2014, "Proximal Algorithms", 6.5.2. The length is as in Keras' ``MaxNorm``.
    """

    name = "weight_limits"

    def __init__(self, module: nn.Module, optimizer: torch.optim.Optimizer, *, l1: float, max_norm: float) -> None:
        exempt = exempt_from_decay(module)
        turned = {id(m.weight) for m in module.modules() if isinstance(m, nn.modules.conv._ConvTransposeNd)}
        self.l1, self.max_norm = l1, max_norm
        self._optimizer = optimizer
        # Groups are asked anew each time: those of a run that was taken up are others than when this was made.
        self._weights = [[own_part(p) for p in g["params"] if id(p) not in exempt] for g in optimizer.param_groups]
        self._units = [
            (p, 1 if id(p) in turned else 0)
            for group in optimizer.param_groups
            for p in group["params"]
            if id(p) not in exempt
        ]

    @torch.no_grad()
    def after_step(self, step: int) -> None:
        """Changes the weights in place."""
        if self.l1 > 0:
            for group, weights in zip(self._optimizer.param_groups, self._weights, strict=True):
                if weights:
                    shrink(weights, group["lr"] * self.l1)
        if self.max_norm > 0:
            for weight, units in self._units:
                weight.renorm_(2, units, self.max_norm)


def shrink(weights: list[torch.Tensor], by: float | torch.Tensor) -> None:
    """Brings all numbers nearer to zero by the same amount, and no further than zero."""
    if isinstance(by, torch.Tensor):
        for weight in weights:
            weight.sub_(weight.clamp(-by, by))
        return
    taken = torch._foreach_clamp_min(weights, -by)
    torch._foreach_clamp_max_(taken, by)
    torch._foreach_sub_(weights, taken)


def constraint_hooks(recipe: Regularization, module: nn.Module, optimizer: torch.optim.Optimizer) -> list[Hook]:
    """What a recipe asks for; empty where all of it is off."""
    found: list[Hook] = []
    if recipe.clip_norm > 0 or recipe.clip_value > 0:
        parameters = [p for group in optimizer.param_groups for p in group["params"]]
        found.append(GradientClipping(parameters, norm=recipe.clip_norm, value=recipe.clip_value))
    if recipe.l1 > 0 or recipe.max_norm > 0:
        found.append(WeightLimits(module, optimizer, l1=recipe.l1, max_norm=recipe.max_norm))
    return found
