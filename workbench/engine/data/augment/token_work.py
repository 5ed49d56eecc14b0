"""What augmentations do to a batch of token ids (N, T)."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from .base import Augmentation

PADDING = 0
"""The id of padding, before or behind a text."""


class TokenWork:
    """Ids of a batch, changed one operation after the other; ``ids`` is replaced, never written into.

    Args:
        ids: (N, T) int64.
        generator: what is drawn from.
        unknown: the id that hides a token; padding where there is none.
        in_front: whether padding stands before the texts; None where that is not known.
    """

    def __init__(
        self, ids: torch.Tensor, generator: torch.Generator, unknown: int, in_front: bool | None = None
    ) -> None:
        self.ids, self._generator, self._unknown = ids, generator, unknown
        self._place = torch.arange(ids.shape[1], device=ids.device)
        # Whole texts have no padding that would tell on which side it belongs: others of the batch do.
        seen = ((ids[:, 0] == PADDING) & (ids[:, -1] != PADDING)).any()
        self._in_front = seen if in_front is None else torch.full_like(seen, in_front)

    def drop(self, share: torch.Tensor) -> None:
        """Leaves out about a share (N,) of the tokens; padding fills up on the side where it is already."""
        real = self._real()
        fate = torch.rand(self.ids.shape, generator=self._generator, device=self.ids.device)
        kept = real & (fate >= share.unsqueeze(1))
        # Where none would stay, the one that was nearest to staying does.
        luckiest = torch.where(real, fate, -1.0).argmax(1, keepdim=True) == self._place
        kept = torch.where(kept.any(1, keepdim=True), kept, real & luckiest)
        ids = torch.where(kept, self.ids, PADDING)
        order = torch.where(self._in_front, kept, ~kept).to(torch.uint8).argsort(dim=1, stable=True)
        # A sample that lost nothing keeps every id in its place.
        lost = (real & ~kept).any(1, keepdim=True)
        self.ids = torch.where(lost, ids.gather(1, order), self.ids)

    def mask(self, share: torch.Tensor) -> None:
        """Hides about a share (N,) of the tokens."""
        fate = torch.rand(self.ids.shape, generator=self._generator, device=self.ids.device)
        self.ids = torch.where(self._real() & (fate < share.unsqueeze(1)), self._unknown, self.ids)

    def swap(self, share: torch.Tensor) -> None:
        """Swaps about a share (N,) of the tokens with a neighbour."""
        count, steps = self.ids.shape
        if steps < 2:
            return
        # Pairs begin at an even or an odd place, drawn for each sample.
        odd = torch.rand((count, 1), generator=self._generator, device=self.ids.device) < 0.5
        fate = torch.rand((count, steps // 2 + 1), generator=self._generator, device=self.ids.device)
        shifted = self._place + odd.long()
        partner = self._place + 1 - 2 * (shifted % 2)
        inside = (partner >= 0) & (partner < steps)
        partner = torch.where(inside, partner, self._place)
        real = self._real()
        swapped = (fate.gather(1, shifted // 2) < share.unsqueeze(1)) & real & real.gather(1, partner)
        self.ids = torch.where(swapped, self.ids.gather(1, partner), self.ids)

    def _real(self) -> torch.Tensor:
        """Which places hold a token (N, T): all from the first to the last id that is not padding."""
        there = (self.ids != PADDING).long()
        return (there.cumsum(1) > 0) & (there.flip(1).cumsum(1).flip(1) > 0)


class TokenPipeline:
    """Applies augmentations to whole batches of ids, one after the other.

    Args:
        operations: those for tokens are done, in their order.
        unknown, in_front: as in ``TokenWork``.
    """

    def __init__(
        self, operations: Sequence[Augmentation], unknown: int = PADDING, *, in_front: bool | None = None
    ) -> None:
        self.operations = [o for o in operations if o.data == "tokens"]
        self._unknown, self._in_front = unknown, in_front

    @torch.no_grad()
    def __call__(self, ids: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
        """New ids from (N, T) int64, on the generator's device."""
        if not self.operations:
            return ids
        work = TokenWork(ids, generator, self._unknown, self._in_front)
        needed = [o.numbers for o in self.operations]
        drawn = torch.rand((sum(needed), len(ids)), generator=generator, device=ids.device)
        for operation, numbers in zip(self.operations, torch.split(drawn, needed), strict=True):
            operation.apply(numbers, work)
        return work.ids
