"""Optimisers that adapt each weight's step to its gradients: the family of Adam, RMSprop, Adagrad, Adadelta."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from ...values import Fraction, Param, register
from ..recipe import Optimizer
from .groups import divided, fused, grouped, on_cuda

if TYPE_CHECKING:
    import torch

    from ..recipe import Parameters

Epsilon = Annotated[float, Field(gt=0.0, le=1.0)]
EPS_HELP = "Added to the divisor, so that small gradients don't make big steps."
DECOUPLED_HELP = "Weight decay acts on the weights alone, as in AdamW, instead of through the gradient."


class _Adaptive(Optimizer):
    """What the family of Adam shares."""

    beta1: Fraction = Param(0.9, help="Share of the mean of past gradients that each step keeps.", advanced=True)
    beta2: Fraction = Param(
        0.999, help="Share of the mean of past squared gradients that each step keeps.", advanced=True
    )
    eps: Epsilon = Param(1e-8, help=EPS_HELP, advanced=True)

    def _options(self, learning_rate: float, weight_decay: float) -> dict[str, Any]:
        return {
            "lr": learning_rate,
            "betas": (self.beta1, self.beta2),
            "eps": self.eps,
            "weight_decay": weight_decay,
        }


@register("adam")
class Adam(_Adaptive):
    """Adapts each weight's step to the size of its recent gradients. Source: https://arxiv.org/abs/1412.6980"""

    title = "Adam"

    def build(self, parameters: Parameters, learning_rate: float, weight_decay: float) -> torch.optim.Optimizer:
        """``torch.optim.Adam``; weight decay is added to the gradient (L2)."""
        from torch import optim

        groups = grouped(parameters, learning_rate)
        return optim.Adam(groups, **self._options(learning_rate, weight_decay), fused=fused(groups))


@register("adamw")
class AdamW(_Adaptive):
    """Adam whose weight decay acts on the weights alone, not through the gradient. Source: https://arxiv.org/abs/1711.05101"""

    title = "AdamW"

    def build(self, parameters: Parameters, learning_rate: float, weight_decay: float) -> torch.optim.Optimizer:
        """``torch.optim.AdamW``; weight decay is decoupled from the gradient."""
        from torch import optim

        groups = grouped(parameters, learning_rate)
        return optim.AdamW(groups, **self._options(learning_rate, weight_decay), fused=fused(groups))


@register("nadam")
class NAdam(_Adaptive):
    """Adam with Nesterov's look ahead along the momentum. Source: Dozat 2016, https://openreview.net/forum?id=OM0jvwB8jIp57ZJjtNEZ"""

    title = "NAdam"
    momentum_decay: Annotated[float, Field(ge=0.0, le=1.0)] = Param(
        0.004, help="How quickly the momentum warms up to beta 1: larger is quicker.", advanced=True
    )
    decoupled_weight_decay: bool = Param(False, help=DECOUPLED_HELP, advanced=True)

    def build(self, parameters: Parameters, learning_rate: float, weight_decay: float) -> torch.optim.Optimizer:
        """``torch.optim.NAdam``, foreach."""
        from torch import optim

        groups = grouped(parameters, learning_rate)
        return optim.NAdam(
            groups,
            **self._options(learning_rate, weight_decay),
            momentum_decay=self.momentum_decay,
            decoupled_weight_decay=self.decoupled_weight_decay,
            foreach=True,
            capturable=on_cuda(groups),
        )


@register("radam")
class RAdam(_Adaptive):
    """Adam that takes plain steps with momentum until it has seen enough gradients to adapt, which is a warm-up of its own.

    Source: https://arxiv.org/abs/1908.03265
    """

    title = "RAdam"
    decoupled_weight_decay: bool = Param(False, help=DECOUPLED_HELP, advanced=True)

    def build(self, parameters: Parameters, learning_rate: float, weight_decay: float) -> torch.optim.Optimizer:
        """``torch.optim.RAdam``, foreach."""
        from torch import optim

        groups = grouped(parameters, learning_rate)
        return optim.RAdam(
            groups,
            **self._options(learning_rate, weight_decay),
            decoupled_weight_decay=self.decoupled_weight_decay,
            foreach=True,
            capturable=on_cuda(groups),
        )


@register("rmsprop")
class RMSprop(Optimizer):
    """Divides each weight's step by the running size of its gradients.

    Source: Tieleman and Hinton 2012, lecture 6e, https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf
    """

    title = "RMSprop"
    alpha: Fraction = Param(0.99, help="Share of the mean of past squared gradients that each step keeps.")
    momentum: Fraction = Param(0.0, help="Share of the last step that the next one keeps; 0 is plain.")
    centered: bool = Param(
        False,
        help="Divides by the spread of the gradients instead of their size, at the price of more memory.",
        advanced=True,
    )
    eps: Epsilon = Param(1e-8, help=EPS_HELP, advanced=True)

    def build(self, parameters: Parameters, learning_rate: float, weight_decay: float) -> torch.optim.Optimizer:
        """``torch.optim.RMSprop``, foreach."""
        from torch import optim

        groups = grouped(parameters, learning_rate)
        return optim.RMSprop(
            groups,
            lr=learning_rate,
            alpha=self.alpha,
            eps=self.eps,
            weight_decay=weight_decay,
            momentum=self.momentum,
            centered=self.centered,
            foreach=True,
            capturable=on_cuda(groups),
        )


@register("adagrad")
class Adagrad(Optimizer):
    """Divides each weight's step by the size of all its gradients so far, which suits features that are seldom there.

    Source: Duchi, Hazan and Singer 2011, https://jmlr.org/papers/v12/duchi11a.html
    """

    title = "Adagrad"
    usual = (1e-3, 0.1)
    initial_accumulator: Annotated[float, Field(ge=0.0, le=100.0)] = Param(
        0.0, help="What the sum of squared gradients begins with; above 0 it tames the first steps.", advanced=True
    )
    learning_rate_decay: Annotated[float, Field(ge=0.0, le=10.0)] = Param(
        0.0, help="Divides the learning rate by 1 + this times the steps done, on top of a schedule.", advanced=True
    )
    eps: Epsilon = Param(1e-10, help=EPS_HELP, advanced=True)

    def build(self, parameters: Parameters, learning_rate: float, weight_decay: float) -> torch.optim.Optimizer:
        """``torch.optim.Adagrad``, fused on the CPU and foreach elsewhere."""
        from torch import optim

        groups = grouped(parameters, learning_rate)
        quick = fused(groups, frozenset({"cpu"})) and not divided(groups)
        return optim.Adagrad(
            groups,
            lr=learning_rate,
            lr_decay=self.learning_rate_decay,
            weight_decay=weight_decay,
            initial_accumulator_value=self.initial_accumulator,
            eps=self.eps,
            fused=quick,
            foreach=not quick,
        )


@register("adadelta")
class Adadelta(Optimizer):
    """Adapts each weight's step to its gradients and to its own last steps; the learning rate only scales it, and is usually 1.

    Source: https://arxiv.org/abs/1212.5701
    """

    title = "Adadelta"
    usual = (0.1, 1.0)
    rho: Fraction = Param(0.9, help="Share of the mean of past squared gradients and steps that each step keeps.")
    eps: Epsilon = Param(
        1e-6, help="Added under both roots: its size decides how big the first steps are.", advanced=True
    )

    def build(self, parameters: Parameters, learning_rate: float, weight_decay: float) -> torch.optim.Optimizer:
        """``torch.optim.Adadelta``, foreach."""
        from torch import optim

        groups = grouped(parameters, learning_rate)
        return optim.Adadelta(
            groups,
            lr=learning_rate,
            rho=self.rho,
            eps=self.eps,
            weight_decay=weight_decay,
            foreach=True,
            capturable=on_cuda(groups),
        )
