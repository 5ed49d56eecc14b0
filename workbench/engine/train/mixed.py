"""Training steps in half precision: the layers in it, loss and weights in fp32, and a scale for the gradients of fp16."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import torch

from ..data.feed import Tensors
from .hooks import Hook, HookState
from .precision import Computing

DTYPES = {"bf16": torch.bfloat16, "fp16": torch.float16}

Forward = Callable[[Callable[..., Any], Tensors], Tensors]


def in_precision(forward: Forward, computing: Computing, device: torch.device) -> Forward:
    """``forward`` in the precision that was chosen; its outputs are float32, so that no loss has to know of it."""
    if computing.precision == "fp32":
        return forward
    dtype = DTYPES[computing.precision]

    def in_half(network: Callable[..., Any], inputs: Tensors) -> Tensors:
        with torch.autocast(device.type, dtype):
            outputs = forward(network, inputs)
        return tuple([o.float() for o in outputs])

    return in_half


class Scaler(Hook):
    """Multiplies the loss, so that small gradients don't vanish in fp16, and leaves out steps in which they overflow.

    With a fused optimiser nothing waits for the device; with another one each step waits to hear of an overflow. Source:
    https://arxiv.org/abs/1710.03740
    """

    name = "scaler"

    def __init__(self, optimizer: torch.optim.Optimizer, device: torch.device) -> None:
        self._optimizer, self._scaler = optimizer, torch.amp.GradScaler(device.type)

    def backward(self, loss: torch.Tensor) -> None:
        """The gradients of the loss, scaled."""
        self._scaler.scale(loss).backward()  # type: ignore[no-untyped-call]

    def unscale(self) -> None:
        """Brings the gradients back to their size, for whoever looks at them before the step."""
        self._scaler.unscale_(self._optimizer)

    def step(self) -> None:
        """The optimiser's step, left out where a gradient overflowed."""
        self._scaler.step(self._optimizer)
        self._scaler.update()

    def state(self) -> HookState:
        return {}, self._scaler.state_dict()

    def load(self, tensors: Mapping[str, torch.Tensor], values: Mapping[str, Any]) -> None:
        self._scaler.load_state_dict(dict(values))
