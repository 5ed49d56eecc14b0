"""Losses and metrics of many steps, kept on the device until they leave together."""

from __future__ import annotations

import torch

from ..data.feed import Tensors
from .objectives import Objective

SECONDS = 0.075
"""How long a block lasts: short enough for a live curve, long enough that fetching it from the device costs nothing."""

LARGEST_BYTES = 16 * 1024 * 1024
"""Bytes of outputs and targets that a block may hold back."""

LARGEST_STEPS = 4096


class Block:
    """Collects what steps return. Adding costs a few list appends: no arithmetic, no wait for the device.

    Metrics are computed from the outputs of all steps at once when the block leaves, which for a small network saves
    a tenth of a step.
    """

    def __init__(self, objective: Objective) -> None:
        self._objective = objective
        self.tokens: list[float] = []
        """Of the steps that were taken last, over how many tokens means were taken; empty where they were over samples."""
        self.limit = 1
        """Steps after which the block must leave; known after the first."""
        self._clear()

    def _clear(self) -> None:
        self.sizes: list[int] = []
        self._losses: list[torch.Tensor] = []
        self._outputs: list[Tensors] = []
        self._targets: list[Tensors] = []

    def __len__(self) -> int:
        return len(self.sizes)

    def add(self, loss: torch.Tensor, outputs: Tensors, targets: Tensors) -> None:
        """Takes one step's results, detached."""
        self._losses.append(loss)
        self._outputs.append(outputs)
        self._targets.append(targets)
        self.sizes.append(len(targets[0]))
        if len(self.sizes) == 1:
            held = sum(t.numel() * t.element_size() for t in (*outputs, *targets))
            self.limit = max(1, min(LARGEST_STEPS, LARGEST_BYTES // max(held, 1)))

    @torch.no_grad()
    def take(self) -> dict[str, list[float]]:
        """One number for each step, under "loss" and each metric; waits for the device once and empties the block."""
        rows = [torch.stack(self._losses)]
        for index, goal in enumerate(self._objective.goals):
            logits = torch.cat([o[index] for o in self._outputs])
            target = torch.cat([t[index] for t in self._targets])
            means, real = _means(goal.measure(logits, target), self.sizes), goal.real(target)
            rows.append(means if real is None else means / _means(real, self.sizes))
        if self._objective.by_tokens:
            real = self._objective.goals[0].real(torch.cat([t[0] for t in self._targets]))
            assert real is not None  # so are tags
            rows.append(_means(real, self.sizes))
        values, sizes = torch.stack(rows).tolist(), self.sizes
        self._clear()
        if self._objective.by_tokens:
            self.tokens = [float(round(mean * size)) for mean, size in zip(values.pop(), sizes, strict=True)]
        return dict(zip(("loss", *self._objective.metrics), values, strict=True))


def _means(measured: torch.Tensor, sizes: list[int]) -> torch.Tensor:
    """The mean over each batch, (steps,), from one number for each sample."""
    if len(set(sizes[:-1])) > 1:
        return torch.stack([part.mean() for part in torch.split(measured, sizes)])
    # Only the last batch differs, as it mostly is.
    body = sizes[0] * (len(sizes) - 1)
    means = measured[body:].mean().unsqueeze(0)
    return torch.cat([measured[:body].view(-1, sizes[0]).mean(1), means]) if body else means
