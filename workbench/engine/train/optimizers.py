"""The optimisers, in torch's fused form where the parameters' device has it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from ..values import Fraction, Param, register
from .recipe import Optimizer

if TYPE_CHECKING:
    import torch

FUSED_DEVICES = frozenset({"cpu", "cuda", "mps"})
"""Devices for which torch (2.8 and later) has fused SGD, Adam and AdamW."""


def _fused(parameters: list[torch.nn.Parameter]) -> bool:
    return all(p.device.type in FUSED_DEVICES and p.is_floating_point() for p in parameters)


@register("sgd")
class SGD(Optimizer):
    """Steps against the gradient, with momentum if asked. Sources: Robbins and Monro 1951; Sutskever et al. 2013,
    https://proceedings.mlr.press/v28/sutskever13.html"""

    title = "SGD"
    momentum: Fraction = Param(0.0, help="Share of the last step that the next one keeps; 0.9 is usual, 0 is plain.")
    nesterov: bool = Param(False, help="Looks ahead along the momentum before it measures the gradient.", advanced=True)

    def build(
        self, parameters: Iterable[torch.nn.Parameter], learning_rate: float, weight_decay: float
    ) -> torch.optim.Optimizer:
        """``torch.optim.SGD``; ``nesterov`` counts only with a momentum above 0."""
        from torch import optim

        kept = list(parameters)
        return optim.SGD(
            kept,
            lr=learning_rate,
            momentum=self.momentum,
            nesterov=self.nesterov and self.momentum > 0,
            weight_decay=weight_decay,
            fused=_fused(kept),
        )


class _Adaptive(Optimizer):
    """What Adam and AdamW share."""

    beta1: Fraction = Param(0.9, help="Share of the mean of past gradients that each step keeps.", advanced=True)
    beta2: Fraction = Param(
        0.999, help="Share of the mean of past squared gradients that each step keeps.", advanced=True
    )
    eps: Annotated[float, Field(gt=0.0, le=1.0)] = Param(
        1e-8, help="Added to the divisor, so that small gradients don't make big steps.", advanced=True
    )

    def _options(self, kept: list[torch.nn.Parameter], learning_rate: float, weight_decay: float) -> dict[str, Any]:
        return {
            "lr": learning_rate,
            "betas": (self.beta1, self.beta2),
            "eps": self.eps,
            "weight_decay": weight_decay,
            "fused": _fused(kept),
        }


@register("adam")
class Adam(_Adaptive):
    """Adapts each weight's step to the size of its recent gradients. Source: https://arxiv.org/abs/1412.6980"""

    title = "Adam"

    def build(
        self, parameters: Iterable[torch.nn.Parameter], learning_rate: float, weight_decay: float
    ) -> torch.optim.Optimizer:
        """``torch.optim.Adam``; weight decay is added to the gradient (L2)."""
        from torch import optim

        kept = list(parameters)
        return optim.Adam(kept, **self._options(kept, learning_rate, weight_decay))


@register("adamw")
class AdamW(_Adaptive):
    """Adam whose weight decay acts on the weights alone, not through the gradient. Source: https://arxiv.org/abs/1711.05101"""

    title = "AdamW"

    def build(
        self, parameters: Iterable[torch.nn.Parameter], learning_rate: float, weight_decay: float
    ) -> torch.optim.Optimizer:
        """``torch.optim.AdamW``; weight decay is decoupled from the gradient."""
        from torch import optim

        kept = list(parameters)
        return optim.AdamW(kept, **self._options(kept, learning_rate, weight_decay))
