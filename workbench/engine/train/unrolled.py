"""Recurrent layers written out step by step, so that what each sample adds to their gradients can be told apart.

torch's own recurrent layers are one operation, inside of which nobody can look. These use the same weights and give the
same numbers, and are several times slower.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import nn
from torch.nn import functional as F

Tap = Callable[[torch.Tensor, torch.Tensor, tuple[nn.Parameter, nn.Parameter | None]], torch.Tensor]
"""Called with what a matrix multiplication gave (N, T, out), what went in (N, T, in), and its weights; returns the former."""


def unroll(module: nn.RNNBase, x: torch.Tensor, tap: Tap) -> torch.Tensor:
    """What ``module(x)[0]`` gives, (N, T, directions * hidden), from x (N, T, features), in training mode.

    Args:
        module: an ``nn.LSTM``, ``nn.GRU`` or ``nn.RNN`` with ``batch_first``, from zero states.
        x: the sequences.
        tap: is shown each product with the weights.
    """
    for depth in range(module.num_layers):
        both = [_direction(module, x, f"l{depth}", tap)]
        if module.bidirectional:
            both.append(_direction(module, x.flip(1), f"l{depth}_reverse", tap).flip(1))
        x = torch.cat(both, dim=2) if len(both) > 1 else both[0]
        if module.dropout and depth < module.num_layers - 1:
            x = F.dropout(x, module.dropout, module.training)
    return x


def _direction(module: nn.RNNBase, x: torch.Tensor, name: str, tap: Tap) -> torch.Tensor:
    entering, remembered = _weights(module, "ih", name), _weights(module, "hh", name)
    parts = tap(F.linear(x, *entering), x, entering)
    step = _cell(module)
    # The products with the memory can only be made one after the other; they are tapped through one tensor of all steps,
    # whose gradient is what each of them is to get.
    size = (x.shape[0], x.shape[1], remembered[0].shape[0])
    slots = torch.zeros(size, dtype=x.dtype, device=x.device).requires_grad_(torch.is_grad_enabled())
    state: tuple[torch.Tensor, ...] = (x.new_zeros(x.shape[0], module.hidden_size),)
    if isinstance(module, nn.LSTM):
        state = (*state, state[0])
    before: list[torch.Tensor] = []
    outputs: list[torch.Tensor] = []
    for part, slot in zip(parts.unbind(1), slots.unbind(1), strict=True):
        before.append(state[0].detach())
        state = step(part, F.linear(state[0], *remembered) + slot, state)
        outputs.append(state[0])
    tap(slots, torch.stack(before, dim=1), remembered)
    return torch.stack(outputs, dim=1)


def _weights(module: nn.RNNBase, which: str, name: str) -> tuple[nn.Parameter, nn.Parameter | None]:
    return getattr(module, f"weight_{which}_{name}"), getattr(module, f"bias_{which}_{name}", None)


def _cell(module: nn.RNNBase) -> Callable[..., tuple[torch.Tensor, ...]]:
    if isinstance(module, nn.LSTM):
        return _lstm
    if isinstance(module, nn.GRU):
        return _gru
    return _relu if getattr(module, "nonlinearity", "tanh") == "relu" else _tanh


def _lstm(entered: torch.Tensor, remembered: torch.Tensor, state: Any) -> tuple[torch.Tensor, ...]:
    taken, forgotten, new, shown = (entered + remembered).chunk(4, dim=1)
    memory = forgotten.sigmoid() * state[1] + taken.sigmoid() * new.tanh()
    return shown.sigmoid() * memory.tanh(), memory


def _gru(entered: torch.Tensor, remembered: torch.Tensor, state: Any) -> tuple[torch.Tensor, ...]:
    reset_x, kept_x, new_x = entered.chunk(3, dim=1)
    reset_h, kept_h, new_h = remembered.chunk(3, dim=1)
    kept = (kept_x + kept_h).sigmoid()
    new = (new_x + (reset_x + reset_h).sigmoid() * new_h).tanh()
    return ((1 - kept) * new + kept * state[0],)


def _tanh(entered: torch.Tensor, remembered: torch.Tensor, state: Any) -> tuple[torch.Tensor, ...]:
    return ((entered + remembered).tanh(),)


def _relu(entered: torch.Tensor, remembered: torch.Tensor, state: Any) -> tuple[torch.Tensor, ...]:
    return ((entered + remembered).relu(),)
