"""What makes a session that of a GAN: its step, what is measured, and what the best epoch is judged by."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch

from ...data.feed import Batch, Feed
from ..hooks import Hook
from .distance import MOST, SlicedDistance, by_weight, spread
from .pair import GanPair
from .recipe import GanAim, metric_names
from .step import GanStep, NumbersBlock

CHUNK = 256
"""Samples made at a time when nothing is learnt."""


@dataclass
class Game:
    """The rules of a GAN's training.

    A GAN has no loss that tells how good it is: both losses only say who is ahead. What is measured instead after each epoch
    is ``distance``, how far made samples are from real ones, and the epoch where it is smallest is the best one.

    Attributes:
        real: samples of validation, without validation those of training.
        noise: shape of the noise of one sample.
    """

    pair: GanPair
    real: Feed
    aim: GanAim
    noise: tuple[int, ...]
    seed: int

    judged_by = "distance"

    def __post_init__(self) -> None:
        self._distance: SlicedDistance | None = None

    def step(self, optimizer: torch.optim.Optimizer, hooks: Sequence[Hook]) -> GanStep:
        """What trains on one batch after the other."""
        return GanStep(self.pair, self.aim, self.noise, optimizer, hooks)

    def block(self) -> NumbersBlock:
        """What collects the numbers of steps."""
        return NumbersBlock(metric_names(self.aim))

    def compared(self) -> torch.Tensor:
        """The real samples (n, ...) that made ones are compared with, each as often as its weight says."""
        (samples, *_), weights = self.real.gather(spread(self.real.count, MOST).to(self.real.index_device))
        return samples[by_weight(weights[0]).to(samples.device)] if weights else samples

    def measure(self, *, halt: Callable[[], bool] = lambda: False) -> dict[str, float] | None:
        """The distance by its name, always from the same noise; None when ``halt`` turned true."""
        if self._distance is None:
            self._distance = SlicedDistance(self.compared())
        made = make_samples(self.pair, fixed_noise(self._distance.count, self.noise, self.seed, "distance"), halt=halt)
        return {"distance": float(self._distance(made))} if made is not None else None


class RealFeed:
    """A feed of samples, which stand for the targets too, and tell how many there are; behind them weights where there
    are some."""

    def __init__(self, feed: Feed) -> None:
        self._feed = feed
        self.count, self.index_device = feed.count, feed.index_device

    def gather(self, index: torch.Tensor) -> Batch:
        """The samples of an index (n,) int64, in its order."""
        inputs, weights = self._feed.gather(index)
        return inputs, (*inputs, *weights)

    def slice(self, start: int, stop: int) -> Batch:
        """Samples ``start`` to ``stop - 1``."""
        inputs, weights = self._feed.slice(start, stop)
        return inputs, (*inputs, *weights)


def fixed_noise(count: int, shape: tuple[int, ...], seed: int, purpose: str) -> torch.Tensor:
    """Noise (count, *shape) on the CPU that depends on seed and purpose alone, and disturbs no run."""
    digest = hashlib.sha256(f"{purpose}/{seed}".encode()).digest()
    generator = torch.Generator().manual_seed(int.from_bytes(digest[:7], "big"))
    return torch.randn(count, *shape, generator=generator)


@torch.inference_mode()
def make_samples(
    module: torch.nn.Module, noise: torch.Tensor, *, halt: Callable[[], bool] = lambda: False
) -> torch.Tensor | None:
    """Samples from noise (n, ...), in evaluation mode and on the module's device; None when ``halt`` turned true.

    The module is left in the mode it was in.
    """
    device = next((p.device for p in module.parameters()), noise.device)
    training = module.training
    module.eval()
    parts = []
    try:
        for part in torch.split(noise, CHUNK):
            if halt():
                return None
            parts.append(module(part.to(device)))
    finally:
        module.train(training)
    return torch.cat(parts)


def aim_identity(aim: GanAim) -> str:
    """What a GAN's objective is told by when a run goes on; learning rate and pictures may change."""
    said = aim.model_dump(mode="json", exclude={"samples_every", "discriminator_learning_rate"})
    return json.dumps(said, sort_keys=True)
