"""The gradient of each sample of a batch by itself, from one backward pass.

A layer is shown what went in and what comes back, from which ``opacus`` has a formula for each kind of layer; a layer of
a kind it doesn't know is differentiated once more for each sample (``torch.func.vmap``). Unlike opacus' own
``GradSampleModule``, the module is neither wrapped nor copied: its weights keep their names, results don't pass through
backward hooks of modules, and a layer that is used twice pairs each use with its own input.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import torch
from torch import nn
from torch.func import functional_call, grad, vmap

from .unrolled import unroll


class SampleGradients:
    """Watches a module while it trains. ``take`` gives what came with the last backward passes.

    The loss must be the mean over the samples of the batch, no layer may look at more than one of them at a time, and
    every layer has the batch first.

    Args:
        module: the network; it stays as it is, but recurrent layers compute step by step while training.
    """

    def __init__(self, module: nn.Module) -> None:
        from opacus.grad_sample import GradSampleModule

        self._formulas: dict[type, Callable[..., dict[Any, torch.Tensor]]] = GradSampleModule.GRAD_SAMPLERS
        self._found: dict[nn.Parameter, torch.Tensor] = {}
        self._resting = False
        for layer in _learning(module, self._formulas):
            if isinstance(layer, nn.RNNBase):
                layer.forward = partial(self._recurrent, layer, layer.forward)
            else:
                layer.register_forward_hook(self._watch)

    def take(self) -> dict[nn.Parameter, torch.Tensor]:
        """The gradients since the last call, (n, *shape) for each weight that got one, n the samples of the batch."""
        found, self._found = self._found, {}
        return found

    def _watch(self, layer: nn.Module, inputs: tuple[torch.Tensor, ...], output: torch.Tensor) -> None:
        if layer.training and output.requires_grad and not self._resting:
            kept = [x.detach() for x in inputs]
            output.register_hook(partial(self._learn, layer, kept))  # type: ignore[no-untyped-call]

    @torch.no_grad()
    def _learn(self, layer: nn.Module, inputs: list[torch.Tensor], gradient: torch.Tensor) -> None:
        gradient = gradient * len(gradient)  # the loss is a mean: its gradient was divided by the number of samples
        formula = self._formulas.get(type(layer))
        found = formula(layer, inputs, gradient) if formula is not None else self._once_more(layer, inputs, gradient)
        for parameter, own in found.items():
            if isinstance(layer, nn.Embedding) and layer.padding_idx is not None:
                own[:, layer.padding_idx] = 0.0
            self._add(parameter, own)

    def _once_more(
        self, layer: nn.Module, inputs: list[torch.Tensor], gradient: torch.Tensor
    ) -> dict[nn.Parameter, torch.Tensor]:
        """By going through the layer again with each sample."""
        names, parameters = zip(*layer.named_parameters(), strict=True)

        def total(weights: tuple[torch.Tensor, ...], gradient: torch.Tensor, *inputs: torch.Tensor) -> torch.Tensor:
            given = dict(zip(names, weights, strict=True))
            output: torch.Tensor = functional_call(layer, given, tuple(x.unsqueeze(0) for x in inputs))
            return (output * gradient.unsqueeze(0)).sum()

        self._resting = True
        try:
            found = vmap(grad(total), in_dims=(None, *[0] * (1 + len(inputs))))(parameters, gradient, *inputs)
        finally:
            self._resting = False
        return dict(zip(parameters, found, strict=True))

    def _add(self, parameter: nn.Parameter, own: torch.Tensor) -> None:
        if parameter.requires_grad:
            self._found[parameter] = self._found[parameter] + own if parameter in self._found else own

    def _recurrent(self, layer: nn.RNNBase, plain: Callable[..., Any], x: torch.Tensor) -> tuple[torch.Tensor, None]:
        if not (layer.training and torch.is_grad_enabled()):
            result: tuple[torch.Tensor, None] = plain(x)
            return result
        return unroll(layer, x, self._tap), None

    def _tap(
        self, product: torch.Tensor, entered: torch.Tensor, weights: tuple[nn.Parameter, nn.Parameter | None]
    ) -> torch.Tensor:
        if product.requires_grad:
            product.register_hook(partial(self._multiplied, entered.detach(), weights))  # type: ignore[no-untyped-call]
        return product

    @torch.no_grad()
    def _multiplied(
        self, entered: torch.Tensor, weights: tuple[nn.Parameter, nn.Parameter | None], gradient: torch.Tensor
    ) -> None:
        gradient = gradient * len(gradient)
        weight, bias = weights
        self._add(weight, torch.einsum("nti,ntj->nij", gradient, entered))
        if bias is not None:
            self._add(bias, gradient.sum(1))


def _learning(module: nn.Module, formulas: dict[type, Any]) -> Iterator[nn.Module]:
    """The modules that have weights of their own; one without a formula is taken as a whole."""
    if isinstance(module, nn.RNNBase):
        yield module
        return
    own = any(p.requires_grad for p in module.parameters(recurse=False))
    if own:
        yield module
        if type(module) not in formulas:
            return
    for child in module.children():
        yield from _learning(child, formulas)
