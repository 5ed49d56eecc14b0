"""Optimisers that follow the gradient or its sign, with momentum: SGD and Lion."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...graph.problems import Problem
from ...values import Fraction, Param, register
from ..recipe import Optimizer, TrainingRecipe
from .groups import divided, fused, grouped

if TYPE_CHECKING:
    import torch

    from ..recipe import Parameters


@register("sgd")
class SGD(Optimizer):
    """Steps against the gradient, with momentum if asked. Sources: Robbins and Monro 1951; Sutskever et al. 2013,
    https://proceedings.mlr.press/v28/sutskever13.html"""

    title = "SGD"
    usual = (1e-3, 0.5)
    momentum: Fraction = Param(0.0, help="Share of the last step that the next one keeps; 0.9 is usual, 0 is plain.")
    nesterov: bool = Param(False, help="Looks ahead along the momentum before it measures the gradient.", advanced=True)

    def build(self, parameters: Parameters, learning_rate: float, weight_decay: float) -> torch.optim.Optimizer:
        """``torch.optim.SGD``; ``nesterov`` counts only with a momentum above 0."""
        from torch import optim

        groups = grouped(parameters, learning_rate)
        return optim.SGD(
            groups,
            lr=learning_rate,
            momentum=self.momentum,
            nesterov=self.nesterov and self.momentum > 0,
            weight_decay=weight_decay,
            fused=fused(groups) and not divided(groups),
        )

    def problems(self, recipe: TrainingRecipe) -> Iterator[Problem]:
        """Nesterov without momentum."""
        if self.nesterov and self.momentum == 0:
            yield Problem(
                "training.nesterov_without_momentum",
                "warning",
                None,
                "Nesterov has no effect: momentum is 0",
                "It looks ahead along the momentum",
                "Set momentum to 0.9, or switch Nesterov off",
            )


@register("lion")
class Lion(Optimizer):
    """Steps by the sign of the momentum, every weight equally far: less memory than Adam. Wants a learning rate 3 to 10 times
    smaller and a weight decay 3 to 10 times larger than AdamW. Source: https://arxiv.org/abs/2302.06675"""

    title = "Lion"
    usual = (1e-5, 1e-3)
    beta1: Fraction = Param(
        0.9, help="Share of the momentum in the direction of a step; the rest is the new gradient.", advanced=True
    )
    beta2: Fraction = Param(0.99, help="Share of the momentum that is kept for the next step.", advanced=True)

    def build(self, parameters: Parameters, learning_rate: float, weight_decay: float) -> torch.optim.Optimizer:
        """``LionStep``; weight decay is decoupled from the gradient."""
        from .lion_step import LionStep

        return LionStep(
            grouped(parameters, learning_rate),
            lr=learning_rate,
            betas=(self.beta1, self.beta2),
            weight_decay=weight_decay,
        )
