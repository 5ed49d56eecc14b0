"""Which samples an epoch shows, and in which order, where classes are evened out by it."""

from __future__ import annotations

from typing import Protocol

import numpy as np
import torch

from .balance import Balance, BalancedBatches
from .raw import Array


class EpochSampler(Protocol):
    """Says which samples an epoch shows, and in which order."""

    @property
    def count(self) -> int:
        """Samples in an epoch."""

    def order(self, generator: torch.Generator) -> torch.Tensor:
        """Numbers of samples (count,) int64; the same for the same state of the generator."""


class Sampler:
    """Draws the samples of an epoch so that each class comes a set number of times.

    A class that needs more than it has shows each of its samples as many whole times as fit, and a random part once more;
    one that needs fewer shows a random part.

    Args:
        labels: class of each training sample (n,) int64.
        wanted: samples of each class (K,) in an epoch.
    """

    def __init__(self, labels: Array, wanted: Array) -> None:
        self._labels = torch.from_numpy(np.ascontiguousarray(labels, dtype=np.int64))
        counts = torch.bincount(self._labels, minlength=len(wanted))
        goal = torch.from_numpy(np.asarray(wanted, dtype=np.int64))
        known = counts.clamp(min=1)
        self._whole, self._rest = goal // known, goal % known
        self._starts = counts.cumsum(0) - counts
        self.count = int((goal * (counts > 0)).sum())
        """Samples in an epoch."""

    def order(self, generator: torch.Generator) -> torch.Tensor:
        """Numbers of samples (count,) int64, in random order; the same for the same state of the generator."""
        shuffled = torch.randperm(len(self._labels), generator=generator)
        by_class = shuffled[torch.argsort(self._labels[shuffled], stable=True)]
        labels = self._labels[by_class]
        rank = torch.arange(len(by_class)) - self._starts[labels]
        times = self._whole[labels] + (rank < self._rest[labels])
        chosen = torch.repeat_interleave(by_class, times)
        return chosen[torch.randperm(len(chosen), generator=generator)]


class BalancedSampler:
    """Deals out the classes in turn, so that every batch, of whatever size, has equally many samples of each, up to one.

    The samples of a class come in random order, all of them before one comes again.

    Args:
        labels: class of each training sample (n,) int64.
    """

    def __init__(self, labels: Array) -> None:
        self._labels = torch.from_numpy(np.ascontiguousarray(labels, dtype=np.int64))
        counts = torch.bincount(self._labels)
        self._classes = counts.nonzero().squeeze(1)
        self._counts = counts[self._classes]
        self._starts = self._counts.cumsum(0) - self._counts
        self._rounds = -(-len(self._labels) // len(self._classes))
        self.count = self._rounds * len(self._classes)
        """Samples in an epoch."""

    def order(self, generator: torch.Generator) -> torch.Tensor:
        """Numbers of samples (count,) int64; the same for the same state of the generator."""
        shuffled = torch.randperm(len(self._labels), generator=generator)
        by_class = shuffled[torch.argsort(self._labels[shuffled], stable=True)]
        turn, kinds = torch.arange(self._rounds), len(self._classes)
        # (classes, rounds): which time through the class, and which of its samples; shuffled anew each time through.
        through = turn // self._counts.unsqueeze(1)
        key = through + torch.rand((kinds, self._rounds), generator=generator, dtype=torch.float64)
        place = (turn % self._counts.unsqueeze(1)).gather(1, key.argsort(dim=1))
        picked = by_class[self._starts.unsqueeze(1) + place].T
        # In one and the same turn all the way, so that any run of samples has each class as often, up to one.
        return picked[:, torch.randperm(kinds, generator=generator)].flatten()


def make_sampler(balance: Balance, labels: Array, classes: int) -> EpochSampler | None:
    """What draws the samples of an epoch; None where each comes once.

    Args:
        balance: how classes are evened out.
        labels: class of each training sample (n,) int64.
        classes: number of classes.
    """
    if isinstance(balance, BalancedBatches):
        return BalancedSampler(labels)
    counts = np.bincount(labels, minlength=classes)
    wanted = balance.samples(counts)
    # What SMOTE makes up is among the samples already.
    drawn = balance.changes == "samples" and not np.array_equal(wanted, counts)
    return Sampler(labels, wanted) if drawn else None
