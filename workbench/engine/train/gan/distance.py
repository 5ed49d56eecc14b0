"""How far generated samples are from real ones, as two clouds of points."""

from __future__ import annotations

import torch

DIRECTIONS = 256
"""Directions that the clouds are looked at from."""

MOST = 2048
"""Samples of either cloud that are compared, at most."""


def spread(count: int, most: int) -> torch.Tensor:
    """Places (n,) int64 of at most ``most`` of ``count`` samples, evenly over all: data is often sorted by class."""
    taken = min(count, most)
    return torch.arange(taken) * count // max(taken, 1)


def by_weight(weights: torch.Tensor) -> torch.Tensor:
    """Places (n,) int64 of as many samples as there are weights (n,), each as often as its weight says; all of them once
    where no weight is above 0."""
    whole = weights.double().cumsum(0)
    if not len(weights) or not float(whole[-1]) > 0.0:
        return torch.arange(len(weights))
    points = (torch.arange(len(weights), dtype=torch.float64) + 0.5) / len(weights)
    return torch.searchsorted(whole / whole[-1], points.to(whole.device)).clamp(max=len(weights) - 1).cpu()


class SlicedDistance:
    """The sliced Wasserstein distance to a cloud of real samples, in the units that networks are fed with.

    Both clouds are laid on random lines, and sorted; what it would take to move one to the other on each line is averaged:
    the root of the mean squared difference. 0 means that no line tells them apart. The lines are the same every time.

    Source: Bonneel et al. 2015, https://doi.org/10.1007/s10851-014-0506-3
    """

    def __init__(self, real: torch.Tensor) -> None:
        """``real``: samples (N, ...), of which the first ``MOST`` are taken."""
        flat = real[:MOST].flatten(1).float()
        self.count = len(flat)
        lines = torch.randn(flat.shape[1], DIRECTIONS, generator=torch.Generator().manual_seed(0))
        self._lines = (lines / lines.norm(dim=0)).to(flat.device)
        self._real = self._laid(flat)

    def _laid(self, flat: torch.Tensor) -> torch.Tensor:
        laid: torch.Tensor = (flat @ self._lines).sort(dim=0).values
        return laid

    def __call__(self, made: torch.Tensor) -> torch.Tensor:
        """The distance of ``count`` samples (count, ...), a scalar on their device."""
        moved: torch.Tensor = self._laid(made.flatten(1).float()) - self._real
        return moved.square().mean().sqrt()
