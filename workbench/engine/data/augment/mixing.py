"""Samples of a batch mixed by pairs: who is mixed with whom, and how much of each sample is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import torch

from .base import Augmentation
from .work import inside

_PLACES = 2048
"""Places at which a distribution's quantiles are kept; between them they are interpolated."""


@dataclass(frozen=True)
class Mix:
    """How the samples of a batch were mixed.

    Attributes:
        partner: number of the sample in the batch that each was mixed with, (N,) int64.
        share: what is left of each sample's own, (N,) float32 in 0 to 1.
    """

    partner: torch.Tensor
    share: torch.Tensor


class Blending:
    """Mixes pictures (N, C, H, W) of a batch by pairs; each sample by one operation at most.

    Args:
        pictures: the batch.
        partner: (N,) int64.
    """

    def __init__(self, pictures: torch.Tensor, partner: torch.Tensor) -> None:
        self.pictures = pictures
        # What another operation has made of a partner is not what is mixed in.
        self._other = pictures.index_select(0, partner)
        self.share = torch.ones(len(pictures), device=pictures.device)

    def blend(self, share: torch.Tensor, chosen: torch.Tensor) -> None:
        """share * own + (1 - share) * partner, for the chosen (N,) of 0 or 1."""
        self.share = torch.where(chosen > 0, share, self.share)
        weight = torch.where(chosen > 0, share, torch.ones_like(share)).view(-1, 1, 1, 1)
        # At 1 exactly the own picture.
        self.pictures = torch.lerp(self._other, self.pictures, weight)

    def paste(self, share: torch.Tensor, x: torch.Tensor, y: torch.Tensor, chosen: torch.Tensor) -> None:
        """Pastes a rectangle of the partner's (1 - share of the area), its middle at (x, y) in 0 to 1, cut off at the edges.

        The share becomes what is left in pixels.
        """
        height, width = self.pictures.shape[2:]
        side = (1.0 - share).sqrt() * chosen
        across, along = inside(side, x, width, cut=True), inside(side, y, height, cut=True)
        covered = (along.unsqueeze(2) * across.unsqueeze(1)).unsqueeze(1)
        left = 1.0 - covered.mean((1, 2, 3))
        self.share = torch.where(chosen > 0, left, self.share)
        self.pictures = torch.lerp(self.pictures, self._other, covered)


class Mixer:
    """Draws who is mixed with whom and by what.

    Args:
        operations: those whose stage is "mix"; where several are chosen for a sample, one of them at random is done.
    """

    def __init__(self, operations: Sequence[Augmentation]) -> None:
        self.operations = tuple(operations)

    @torch.no_grad()
    def __call__(
        self, pictures: torch.Tensor, generator: torch.Generator, partner: torch.Tensor | None = None
    ) -> tuple[torch.Tensor, Mix]:
        """New pictures (N, C, H, W) float32, and how they were mixed; ``partner`` (N,) where it is not to be drawn."""
        count, device = len(pictures), pictures.device
        # Sorting random numbers works alike on every device; randperm takes no generator of some.
        drawn_partner = torch.rand(count, generator=generator, device=device).argsort()
        partner = drawn_partner if partner is None else partner
        needed = [o.numbers for o in self.operations]
        drawn = torch.rand((sum(needed) + len(needed), count), generator=generator, device=device)
        numbers = torch.split(drawn[: sum(needed)], needed)
        chances = torch.stack([n[0] < o.probability for n, o in zip(numbers, self.operations, strict=True)])
        best = torch.where(chances, drawn[sum(needed) :] + 1.0, drawn.new_zeros(())).argmax(0)
        work = Blending(pictures, partner)
        for place, (operation, own) in enumerate(zip(self.operations, numbers, strict=True)):
            chosen = (chances[place] & (best == place)).to(pictures.dtype)
            operation.apply(torch.cat([chosen.unsqueeze(0), own[1:]]), work)
        return work.pictures, Mix(partner, work.share)


def beta_quantile(number: torch.Tensor, alpha: float) -> torch.Tensor:
    """Uniform numbers as ones of the distribution Beta(alpha, alpha), in 0 to 1."""
    table = _quantiles(alpha, number.device)
    place = number * (_PLACES - 1)
    below = place.floor().clamp(max=_PLACES - 2)
    at = below.long()
    return torch.lerp(table[at], table[at + 1], place - below)


@cache
def _quantiles(alpha: float, device: torch.device) -> torch.Tensor:
    import numpy as np
    from scipy.special import betaincinv

    return torch.from_numpy(betaincinv(alpha, alpha, np.linspace(0.0, 1.0, _PLACES))).float().to(device)
