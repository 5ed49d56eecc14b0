"""A part of a split, as one of several processes measures it."""

from __future__ import annotations

import torch

from ..data.feed import Batch, Feed


class PartFeed:
    """A process' part of a split, for measuring."""

    def __init__(self, feed: Feed, first: int, stop: int) -> None:
        self._feed, self._first = feed, first
        self.count = stop - first
        self.index_device = feed.index_device

    def gather(self, index: torch.Tensor) -> Batch:
        """The samples of an index into the part."""
        return self._feed.gather(index + self._first)

    def slice(self, start: int, stop: int) -> Batch:
        """Samples ``start`` to ``stop - 1`` of the part."""
        return self._feed.slice(self._first + start, self._first + stop)
