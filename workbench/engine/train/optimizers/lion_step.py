"""Lion as a torch optimiser, over all tensors of a group at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import torch


class LionStep(torch.optim.Optimizer):
    """Chen et al., "Symbolic Discovery of Optimization Algorithms", 2023, program 1 (https://arxiv.org/abs/2302.06675)::

        update = sign(beta1 * momentum + (1 - beta1) * gradient)
        weight = weight - lr * (update + weight_decay * weight)
        momentum = beta2 * momentum + (1 - beta2) * gradient

    State of a parameter: "exp_avg", the momentum, of its shape.
    """

    def __init__(
        self,
        groups: Iterable[dict[str, Any]],
        *,
        lr: float,
        betas: tuple[float, float],
        weight_decay: float,
    ) -> None:
        super().__init__(groups, {"lr": lr, "betas": betas, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self, closure: Callable[[], Any] | None = None) -> Any:
        """One step on every parameter that has a gradient; ``closure`` may compute them first."""
        loss = None
        if closure is not None:
            with torch.enable_grad():
                loss = closure()
        for group in self.param_groups:
            parameters = [p for p in group["params"] if p.grad is not None]
            if parameters:
                self._step(group, parameters)
        return loss

    def _step(self, group: dict[str, Any], parameters: list[torch.Tensor]) -> None:
        beta1, beta2 = group["betas"]
        gradients = [p.grad for p in parameters if p.grad is not None]
        momenta = []
        for parameter in parameters:
            state = self.state[parameter]
            if not state:
                state["exp_avg"] = torch.zeros_like(parameter, memory_format=torch.preserve_format)
            momenta.append(state["exp_avg"])
        updates = torch._foreach_lerp(momenta, gradients, 1.0 - beta1)
        torch._foreach_sign_(updates)
        if group["weight_decay"]:
            torch._foreach_mul_(parameters, 1.0 - group["lr"] * group["weight_decay"])
        torch._foreach_add_(parameters, updates, alpha=-group["lr"])
        torch._foreach_lerp_(momenta, gradients, 1.0 - beta2)
