"""What layers add to the loss, such as the divergence of a variational autoencoder, as a hook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import torch
from torch import nn

from .hooks import Hook

NAME = "added_loss"
RECONSTRUCTION, DIVERGENCE = "reconstruction_loss", "kl"
"""What is told beside the loss: the loss without what was added, and the divergence in nats, not yet weighed by beta."""


class AddedLoss(Hook):
    """Asks every module that has an ``added_loss`` for it, with what the module was called with in the forward pass.

    Args:
        module: the network.
        values: numbers in a sample that the loss is the mean over; what is added is of the whole sample.
    """

    name = NAME

    def __init__(self, module: nn.Module, values: int) -> None:
        self._values = values
        self._terms: list[tuple[torch.Tensor, torch.Tensor]] = []
        self._step: list[torch.Tensor] = []
        self._steps: list[torch.Tensor] = []
        self._measured: list[torch.Tensor] | None = None
        for part in adding_modules(module):
            part.register_forward_hook(self._seen)

    def _seen(self, part: nn.Module, arguments: tuple[torch.Tensor, ...], result: torch.Tensor) -> None:
        if part.training or self._measured is not None:
            asked: Any = part
            self._terms.append((asked.added_loss(*arguments), asked.divergence(*arguments)))

    def loss(self, plain: torch.Tensor, share: float = 1.0) -> torch.Tensor:
        """The loss of the batch that has just gone through the network, a scalar, with what is added to it.

        ``share`` is that of the batch in its step.
        """
        added, divergence = self._taken()
        self._step.append(share * torch.stack([plain.detach(), divergence.mean().detach()]))
        return plain + added.mean() / self._values

    def after_step(self, step: int) -> None:
        """Keeps what the step's batches came to."""
        self._steps.append(torch.stack(self._step).sum(0))
        self._step.clear()

    def per_step(self) -> dict[str, list[float]]:
        """Both parts of each step's loss since the last call."""
        rows = torch.stack(self._steps, dim=1).tolist() if self._steps else [[], []]
        self._steps.clear()
        return dict(zip((RECONSTRUCTION, DIVERGENCE), rows, strict=True))

    @contextmanager
    def measuring(self) -> Iterator[None]:
        """Around a pass in evaluation mode, after which ``told`` knows what was added."""
        self._terms.clear()
        self._measured = []
        try:
            yield
        finally:
            self._measured = None
            self._terms.clear()

    @torch.no_grad()
    def told(self, values: dict[str, float]) -> dict[str, float]:
        """What was measured, its "loss" with what is added, and both parts by their names; within ``measuring``."""
        if not self._terms:
            return values
        added = torch.cat([a for a, _ in self._terms]).mean() / self._values
        divergence = torch.cat([d for _, d in self._terms]).mean()
        more, nats = torch.stack([added, divergence]).tolist()
        return {**values, "loss": values["loss"] + more, RECONSTRUCTION: values["loss"], DIVERGENCE: nats}

    def _taken(self) -> tuple[torch.Tensor, torch.Tensor]:
        """The sums over all layers of what is added, and of divergences, for each sample (N,)."""
        terms, self._terms = self._terms, []
        added, divergence = terms[0]
        for more, further in terms[1:]:
            added, divergence = added + more, divergence + further
        return added, divergence


def adding_modules(module: nn.Module) -> list[nn.Module]:
    """The parts of a network that add to its loss."""
    return [part for part in module.modules() if callable(getattr(part, NAME, None))]


def added_of(hooks: Sequence[Hook]) -> AddedLoss | None:
    """The hook among others; None where nothing is added to the loss."""
    return next((h for h in hooks if isinstance(h, AddedLoss)), None)
