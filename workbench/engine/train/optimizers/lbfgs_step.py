"""torch's L-BFGS with weight decay."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import torch


class LBFGSStep(torch.optim.LBFGS):
    """``torch.optim.LBFGS`` whose loss holds half the weight decay times the squares of the weights (L2).

    Args:
        parameters: what is trained.
        decays: weight decay of each parameter.
        options: of ``torch.optim.LBFGS``.
    """

    needs_closure = True

    def __init__(self, parameters: Sequence[torch.nn.Parameter], decays: Sequence[float], **options: Any) -> None:
        super().__init__(parameters, **options)
        self.param_groups[0]["lr_factor"] = 1.0
        self._decayed = [(p, d) for p, d in zip(parameters, decays, strict=True) if d]

    def step(self, closure: Callable[[], torch.Tensor]) -> torch.Tensor:  # type: ignore[override]
        """One step. ``closure`` puts the gradients of a batch into the parameters and returns its loss, each time the same."""

        def measured() -> torch.Tensor:
            loss = closure()
            with torch.no_grad():
                for parameter, decay in self._decayed:
                    loss = loss + 0.5 * decay * parameter.square().sum()
                    if parameter.grad is not None:
                        parameter.grad.add_(parameter, alpha=decay)
                for parameter in self.param_groups[0]["params"]:
                    # torch flattens gradients by a view, which other layouts than the usual one refuse.
                    if parameter.grad is not None and not parameter.grad.is_contiguous():
                        parameter.grad = parameter.grad.contiguous()
            return loss

        loss: torch.Tensor = super().step(measured)  # type: ignore[no-untyped-call]
        return loss
