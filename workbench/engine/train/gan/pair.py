"""Generator and discriminator as one module, so that one checkpoint and one optimiser hold both."""

from __future__ import annotations

import torch
from torch import nn


class GanPair(nn.Module):
    """Two networks; their weights are called ``generator....`` and ``discriminator....``."""

    def __init__(self, generator: nn.Module, discriminator: nn.Module) -> None:
        super().__init__()
        self.generator = generator
        self.discriminator = discriminator

    def forward(self, noise: torch.Tensor) -> torch.Tensor:
        """Samples (N, ...) from noise (N, ...), as the discriminator and everybody else sees them."""
        made: torch.Tensor = self.generator.predict(noise)  # type: ignore[operator]
        return made

    def judge(self, samples: torch.Tensor) -> torch.Tensor:
        """What the discriminator says of samples (N, ...): one number each (N,), before any activation."""
        said: torch.Tensor = self.discriminator(samples)
        return said.flatten()
