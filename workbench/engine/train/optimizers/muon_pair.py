"""Muon and AdamW behind one optimiser, so that checkpoints, schedules and clipping see one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch

from .muon import MATRIX


class MuonPair(torch.optim.Optimizer):
    """Steps groups whose "matrix" is true with ``torch.optim.Muon`` and the others with ``torch.optim.AdamW``.

    Both share this optimiser's groups and state: a parameter's state is "momentum_buffer", or AdamW's "step", "exp_avg" and
    "exp_avg_sq". (Keller Jordan's MuonWithAuxAdam keeps both in one optimiser in the same way.)
    """

    def __init__(self, groups: list[dict[str, Any]], *, matrix: dict[str, Any], rest: dict[str, Any]) -> None:
        self._parts: list[tuple[bool, torch.optim.Optimizer]] = []
        matrices, others = [g for g in groups if g[MATRIX]], [g for g in groups if not g[MATRIX]]
        if matrices:
            self._parts.append((True, torch.optim.Muon(matrices, **matrix)))
        if others:
            self._parts.append((False, torch.optim.AdamW(others, **rest)))
        super().__init__([g for _, part in self._parts for g in part.param_groups], {})
        self._share()

    def __setstate__(self, state: dict[str, Any]) -> None:
        super().__setstate__(state)
        self._share()

    def _share(self) -> None:
        for matrix, part in self._parts:
            part.param_groups = [g for g in self.param_groups if g[MATRIX] is matrix]
            part.state = self.state

    @torch.no_grad()
    def step(self, closure: Callable[[], Any] | None = None) -> Any:
        """One step on every parameter that has a gradient."""
        loss = None
        if closure is not None:
            with torch.enable_grad():
                loss = closure()
        for _, part in self._parts:
            part.step()
        return loss
