"""Steps of an optimiser that measures the loss of a batch several times."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch


def measured_step(
    optimizer: torch.optim.Optimizer, gradients: Callable[[], tuple[torch.Tensor, Any]]
) -> tuple[torch.Tensor, Any]:
    """One step; gives the loss and outputs as they were before it.

    ``gradients`` puts a batch's gradients into the parameters and gives its loss and outputs. What is random in it (dropout)
    falls the same way each time, so that the optimiser sees one function, and the generators end as after one time.
    """
    first: list[tuple[torch.Tensor, Any]] = []
    states: list[tuple[Callable[[torch.Tensor], None], torch.Tensor]]
    states = [(torch.set_rng_state, torch.get_rng_state())]
    device = optimizer.param_groups[0]["params"][0].device
    if device.type == "cuda":
        cuda = torch.cuda
        states.append((lambda state: cuda.set_rng_state(state, device), cuda.get_rng_state(device)))

    def measured() -> torch.Tensor:
        if first:
            for put_back, state in states:
                put_back(state)
        result = gradients()
        first.append(result)
        del first[1:]
        return result[0]

    optimizer.step(measured)  # type: ignore[arg-type]
    return first[0]
