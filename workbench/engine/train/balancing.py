"""Evening out classes while training: which samples an epoch shows, and what each class weighs in the loss."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import torch

from ..data.balance import Balance
from ..data.prepared import PreparedData
from ..data.raw import Array
from ..errors import DataError


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


@dataclass(frozen=True)
class Balancing:
    """What a run does about unequal classes.

    Attributes:
        weights: of each class, by target, on the device; empty for equal ones.
        sampler: None where each sample comes once an epoch.
        identity: tells one way of balancing from another; empty for none.
    """

    weights: dict[str, torch.Tensor] = field(default_factory=dict)
    sampler: Sampler | None = None
    identity: str = ""


def sample_weights(prepared: PreparedData) -> Array | None:
    """The weight of each sample (N,) float32, whose mean over the training split is 1, so that the learning rate keeps its
    meaning; None where samples have no weights. Raises ``DataError`` where all of the training split have the weight 0."""
    weights = prepared.raw.weights
    if weights is None:
        return None
    mean = float(weights[prepared.splits["train"]].mean(dtype=np.float64))
    if not mean > 0.0:
        raise DataError(
            "All samples of the training part have the weight 0",
            "Some must count for there to be something to learn",
            "Choose another split, or give the column of weights another role",
            code="data.bad_weights",
        )
    scaled: Array = (weights / mean).astype(np.float32)
    return scaled


def balance_training(
    balance: Balance, prepared: PreparedData, targets: Sequence[str], device: torch.device
) -> Balancing:
    """What ``balance`` means for the training split. Samples are drawn by the first target that has classes; each such
    target gets weights of its own. Without classes nothing is done."""
    train = prepared.splits["train"]
    samples = sample_weights(prepared)
    classed = [name for name in targets if prepared.raw.targets[name].task == "classification"]
    weights: dict[str, torch.Tensor] = {}
    sampler: Sampler | None = None
    for name in classed:
        target = prepared.raw.targets[name]
        labels = target.values[train]
        counts = np.bincount(labels, minlength=len(target.classes))
        # Where samples have weights, a class counts with theirs: its share of the loss is what is to be evened out.
        mass = counts if samples is None else np.bincount(labels, samples[train], minlength=len(target.classes))
        found = balance.weights(mass)
        if found is not None:
            weights[name] = torch.from_numpy(found).to(device, torch.float32)
        wanted = balance.samples(counts)
        if name == classed[0] and not np.array_equal(wanted, counts):
            sampler = Sampler(labels, wanted)
    identity = json.dumps(balance.dump(), sort_keys=True) if classed and balance.kind != "none" else ""
    return Balancing(weights, sampler, identity)
