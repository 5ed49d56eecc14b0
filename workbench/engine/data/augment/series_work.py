"""What augmentations do to a batch of series (N, T, C)."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from .base import Augmentation

_FRACTIONS = 4096


class SeriesWork:
    """Series of a batch, changed one operation after the other; ``values`` is replaced, never written into.

    Every sample is changed within its own steps: padding before or after them stays as it is.

    Args:
        values: (N, T, C) float32 as the network is fed them.
        generator: what noise is drawn from.
        padded: whether samples may be shorter, with 0 in all channels where they have no step.
        mask: whether the last channel tells which steps are real (1); it is left alone.
    """

    def __init__(self, values: torch.Tensor, generator: torch.Generator, *, padded: bool, mask: bool) -> None:
        self._whole, self._generator, self._mask = values, generator, mask
        self.values = values[..., :-1] if mask else values
        count, steps = values.shape[:2]
        if mask or padded:
            real = values[..., -1] > 0 if mask else (values != 0).any(2)
            place = torch.arange(steps, device=values.device)
            self._start = torch.where(real, place, steps).amin(1)
            last = torch.where(real, place, -1).amax(1)
            self._count = (last - self._start + 1).clamp(min=1)
            self._start = self._start.clamp(max=steps - 1)
        else:
            self._start = torch.zeros(count, dtype=torch.int64, device=values.device)
            self._count = torch.full((count,), steps, device=values.device)
        # How far along its sample each step is, 0 at the first and 1 at the last one; beyond for padding. (N, T)
        steps_along = torch.arange(steps, device=values.device) - self._start.unsqueeze(1)
        self._along = steps_along / (self._count.unsqueeze(1) - 1).clamp(min=1)
        self._real = ((steps_along >= 0) & (steps_along < self._count.unsqueeze(1))).unsqueeze(2).to(values.dtype)

    @property
    def result(self) -> torch.Tensor:
        """The series (N, T, C), the mask channel behind them where there is one."""
        return torch.cat([self.values, self._whole[..., -1:]], dim=2) if self._mask else self.values

    def jitter(self, strength: torch.Tensor) -> None:
        """Gaussian noise of strength (N,) times the deviation of each channel within each sample."""
        mean = self._mean()
        deviation = ((self.values - mean).square() * self._real).sum(1, keepdim=True)
        deviation = (deviation / self._count.view(-1, 1, 1)).sqrt()
        noise = torch.randn(self.values.shape, generator=self._generator, device=self.values.device)
        self.values = self.values + noise * deviation * strength.view(-1, 1, 1) * self._real

    def scale(self, factor: torch.Tensor) -> None:
        """Values times factors (N,)."""
        self.values = self.values * factor.view(-1, 1, 1)

    def warp(self, speeds: torch.Tensor) -> None:
        """Time at speeds (knots, N) that change on straight lines between the knots; the ends stay."""
        knots = len(speeds)
        at = self._along.clamp(0.0, 1.0) * (knots - 1)
        below = at.floor().clamp(max=knots - 2)
        index, part = below.long(), at - below
        low, high = speeds.T.gather(1, index), speeds.T.gather(1, index + 1)
        # The area under the speeds: whole pieces before, and a trapezium of this one.
        pieces = (speeds[:-1] + speeds[1:]).T / 2.0
        before = (pieces.cumsum(1) - pieces).gather(1, index)
        area = before + part * (low + part * (high - low) / 2.0)
        # Where all run at the same speed, exactly where they were.
        still = (speeds == speeds[0]).all(0).unsqueeze(1)
        self._sample(torch.where(still, self._along, area / pieces.sum(1, keepdim=True)))

    def slice(self, size: torch.Tensor, place: torch.Tensor) -> None:
        """Makes the part of a size (share, (N,)) the whole; place in [0, 1) says which of all such parts."""
        start = place * (1.0 - size)
        self._sample(start.unsqueeze(1) + self._along * size.unsqueeze(1))

    def mask(self, length: torch.Tensor, place: torch.Tensor) -> None:
        """Replaces a stretch of a length (share of the steps, (N,)) by the mean of each channel."""
        steps = (length * self._count).round()
        start = (place * (self._count - steps + 1)).floor() + self._start
        at = torch.arange(self.values.shape[1], device=self.values.device)
        hidden = (at >= start.unsqueeze(1)) & (at < (start + steps).unsqueeze(1))
        self.values = torch.where(hidden.unsqueeze(2), self._mean(), self.values)

    def _mean(self) -> torch.Tensor:
        """Mean of each channel over the steps of each sample, (N, 1, C)."""
        return (self.values * self._real).sum(1, keepdim=True) / self._count.view(-1, 1, 1)

    def _sample(self, along: torch.Tensor) -> None:
        """Values from other places along each sample, (N, T) in 0 to 1, on straight lines between steps."""
        # To a fine fraction of a step, so that what stays in its place stays the same to the last bit.
        place = (along.clamp(0.0, 1.0) * (self._count.unsqueeze(1) - 1) * _FRACTIONS).round() / _FRACTIONS
        below = place.floor()
        part = (place - below).unsqueeze(2)
        low = below.long() + self._start.unsqueeze(1)
        high = torch.minimum(low + 1, (self._start + self._count - 1).unsqueeze(1))
        index = (-1, -1, self.values.shape[2])
        taken = torch.lerp(
            self.values.gather(1, low.unsqueeze(2).expand(index)),
            self.values.gather(1, high.unsqueeze(2).expand(index)),
            part,
        )
        self.values = torch.where(self._real > 0, taken, self.values)


class SeriesPipeline:
    """Applies augmentations to whole batches of series, one after the other.

    Args:
        operations: those for series are done, in their order.
        padded, mask: as in ``SeriesWork``.
    """

    def __init__(self, operations: Sequence[Augmentation], *, padded: bool = False, mask: bool = False) -> None:
        self.operations = [o for o in operations if o.data == "series"]
        self._padded, self._mask = padded, mask

    @torch.no_grad()
    def __call__(self, values: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
        """New series from (N, T, C) float32, on the generator's device."""
        if not self.operations:
            return values
        work = SeriesWork(values, generator, padded=self._padded, mask=self._mask)
        needed = [o.numbers for o in self.operations]
        drawn = torch.rand((sum(needed), len(values)), generator=generator, device=values.device)
        for operation, numbers in zip(self.operations, torch.split(drawn, needed), strict=True):
            operation.apply(numbers, work)
        return work.result
