"""One split of the data as batches on a device: resident there when it fits, else gathered batch by batch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

import numpy as np
import torch

from .apply import transform_inputs, transform_target
from .prepared import PreparedData, SplitName
from .preprocess import InputPreprocess, TargetPreprocess
from .raw import Array

Tensors = tuple[torch.Tensor, ...]
Batch = tuple[Tensors, Tensors]
"""Inputs and targets, each (n, ...), in the order of the names the feed was made with; then weights where there are some."""

CHUNK = 4096
"""Samples transformed at a time when a split is made resident; bounds the memory beside the result."""


class Feed(Protocol):
    """The samples of one split, numbered 0 to ``count - 1``."""

    @property
    def count(self) -> int:
        """Number of samples."""

    @property
    def index_device(self) -> torch.device:
        """Where ``gather`` wants its index."""

    def gather(self, index: torch.Tensor) -> Batch:
        """The samples of an index (n,) int64, in its order."""

    def slice(self, start: int, stop: int) -> Batch:
        """Samples ``start`` to ``stop - 1``."""


class ResidentFeed:
    """All samples on the device, transformed once."""

    def __init__(self, inputs: Sequence[torch.Tensor], targets: Sequence[torch.Tensor]) -> None:
        self.inputs, self.targets = tuple(inputs), tuple(targets)
        self.count = len(self.inputs[0])
        self.index_device = self.inputs[0].device

    def gather(self, index: torch.Tensor) -> Batch:
        """The samples of an index on the device."""
        return (
            tuple([t.index_select(0, index) for t in self.inputs]),
            tuple([t.index_select(0, index) for t in self.targets]),
        )

    def slice(self, start: int, stop: int) -> Batch:
        """Samples ``start`` to ``stop - 1``, not copied."""
        return tuple([t[start:stop] for t in self.inputs]), tuple([t[start:stop] for t in self.targets])


class StreamedFeed:
    """Samples stay as they were read, and each batch is transformed and sent to the device when it is asked for."""

    index_device = torch.device("cpu")

    def __init__(
        self,
        inputs: Sequence[tuple[Array, InputPreprocess]],
        targets: Sequence[tuple[Array, TargetPreprocess]],
        indexes: Array,
        device: torch.device,
        *,
        raw_pictures: bool = False,
        weights: Array | None = None,
    ) -> None:
        self.inputs, self.targets, self.indexes, self.device = tuple(inputs), tuple(targets), indexes, device
        self.count = len(indexes)
        self._weights = weights
        self._raw_pictures = raw_pictures

    def gather(self, index: torch.Tensor) -> Batch:
        """The samples of an index on the CPU, sent to the device."""
        return self._read(self.indexes[index.numpy()])

    def slice(self, start: int, stop: int) -> Batch:
        """Samples ``start`` to ``stop - 1``."""
        return self._read(self.indexes[start:stop])

    def _read(self, rows: Array) -> Batch:
        targets = [self._send(transform_target(values[rows], how)) for values, how in self.targets]
        if self._weights is not None:
            targets.append(self._send(self._weights[rows]))
        return tuple([self._send(self._fed(values[rows], how)) for values, how in self.inputs]), tuple(targets)

    def _fed(self, values: Array, how: InputPreprocess) -> Array:
        if self._raw_pictures and how.kind == "image":
            kept = values if values.dtype == np.uint8 else values.astype(np.float32, copy=False)
            return kept.transpose(0, 3, 1, 2)
        return transform_inputs(values, how)

    def _send(self, values: Array) -> torch.Tensor:
        tensor = torch.from_numpy(np.ascontiguousarray(values))
        if self.device.type == "cuda":
            # From pinned memory the copy goes on beside the step before; from any other the step would wait for it.
            return tensor.pin_memory().to(self.device, non_blocking=True)
        return tensor.to(self.device)


def make_feed(
    prepared: PreparedData,
    split: SplitName,
    inputs: Sequence[str],
    targets: Sequence[str],
    device: torch.device,
    *,
    budget: int,
    raw_pictures: bool = False,
    weights: Array | None = None,
) -> ResidentFeed | StreamedFeed:
    """The feed of one split. Only the split's own samples are read.

    Args:
        prepared: the data.
        split: which part of it.
        inputs: names of inputs, in the order in which the network takes them.
        targets: names of targets, in the order of its results.
        device: where batches are wanted.
        budget: bytes that a resident split may take there.
        raw_pictures: whether pictures come as the source has them, (N, C, H, W) uint8 or float32, for an augmenter to
            change and scale.
        weights: a weight for each sample of the data (N,) float32, which then comes behind the targets; None for none.
    """
    indexes = prepared.splits[split]
    ins = [(prepared.batch_values(n), prepared.preprocess.inputs[n]) for n in inputs]
    outs = [(prepared.raw.targets[n].values, prepared.preprocess.targets[n]) for n in targets]
    streamed = StreamedFeed(ins, outs, indexes, torch.device("cpu"), raw_pictures=raw_pictures, weights=weights)
    if resident_bytes(streamed) > budget:
        return StreamedFeed(ins, outs, indexes, device, raw_pictures=raw_pictures, weights=weights)
    return _resident(streamed, device)


def resident_bytes(feed: StreamedFeed) -> int:
    """Bytes that all samples of a feed take on a device."""
    if feed.count == 0:
        return 0
    inputs, targets = feed.slice(0, 1)
    return feed.count * sum(t.numel() * t.element_size() for t in (*inputs, *targets))


def _resident(feed: StreamedFeed, device: torch.device) -> ResidentFeed:
    first_inputs, first_targets = feed.slice(0, min(1, feed.count))
    inputs = [torch.empty((feed.count, *t.shape[1:]), dtype=t.dtype, device=device) for t in first_inputs]
    targets = [torch.empty((feed.count, *t.shape[1:]), dtype=t.dtype, device=device) for t in first_targets]
    for start in range(0, feed.count, CHUNK):
        stop = min(start + CHUNK, feed.count)
        read_inputs, read_targets = feed.slice(start, stop)
        for whole, part in zip((*inputs, *targets), (*read_inputs, *read_targets), strict=True):
            whole[start:stop].copy_(part)
    return ResidentFeed(inputs, targets)


def batch_sizes(count: int, batch_size: int, *, join_single: bool = False) -> list[int]:
    """Sizes of the batches that ``count`` samples make; the last may be smaller.

    With ``join_single`` a single sample left over joins the batch before it: batch normalisation has no statistics of one.
    """
    sizes = [batch_size] * (count // batch_size)
    rest = count % batch_size
    if rest == 1 and join_single and sizes:
        sizes[-1] += 1
    elif rest:
        sizes.append(rest)
    return sizes


def batches_in_order(feed: Feed, batch_size: int) -> Iterator[Batch]:
    """All samples of a feed in order, for measuring."""
    for start in range(0, feed.count, batch_size):
        yield feed.slice(start, min(start + batch_size, feed.count))
