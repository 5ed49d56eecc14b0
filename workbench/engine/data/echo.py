"""A feed whose targets are some of its own inputs, as an autoencoder has it: nothing is held twice."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from .feed import Batch, Feed, make_feed
from .prepared import PreparedData, SplitName
from .preprocess import InputPreprocess
from .raw import Array


def make_split_feed(
    prepared: PreparedData,
    split: SplitName,
    inputs: Sequence[str],
    targets: Sequence[str],
    device: torch.device,
    *,
    budget: int,
    raw_pictures: bool = False,
    weights: Array | None = None,
) -> Feed:
    """As ``make_feed``; targets that are inputs again are not read twice."""
    how = prepared.preprocess
    places = [inputs.index(t.input) if t.task == "reconstruction" else -1 for t in (how.targets[n] for n in targets)]
    others = [name for name, place in zip(targets, places, strict=True) if place < 0]
    feed = make_feed(prepared, split, inputs, others, device, budget=budget, raw_pictures=raw_pictures, weights=weights)
    if len(others) == len(targets):
        return feed
    raw = {k: how.inputs[n] for k, n in enumerate(inputs) if raw_pictures and how.inputs[n].kind == "image"}
    return EchoFeed(feed, places, raw)


class EchoFeed:
    """Adds to the targets of a feed those that are inputs again.

    Args:
        feed: the feed, with the other targets alone.
        places: for each target, in the order wanted, the place of the input that it is, or -1 for the feed's next one.
        raw: for inputs that the feed gives raw, as an augmenter wants them, how they are scaled; by their place. The
            target is the scaled input before it is augmented, so that the network learns to undo what was done to it.
    """

    def __init__(self, feed: Feed, places: Sequence[int], raw: dict[int, InputPreprocess]) -> None:
        self._feed, self._places = feed, tuple(places)
        self.count, self.index_device = feed.count, feed.index_device
        self._scales = {place: _Scale(how) for place, how in raw.items()}

    def gather(self, index: torch.Tensor) -> Batch:
        """The samples of an index (n,) int64, in its order."""
        return self._with_echo(self._feed.gather(index))

    def slice(self, start: int, stop: int) -> Batch:
        """Samples ``start`` to ``stop - 1``."""
        return self._with_echo(self._feed.slice(start, stop))

    def _with_echo(self, batch: Batch) -> Batch:
        inputs, others = batch
        rest = iter(others)
        targets = []
        for place in self._places:
            if place < 0:
                targets.append(next(rest))
            else:
                scale = self._scales.get(place)
                targets.append(inputs[place] if scale is None else scale(inputs[place]))
        # Behind the targets come weights, where there are some.
        return inputs, (*targets, *rest)


class _Scale:
    """Raw pictures (N, C, H, W) as the network is fed with them, by the same arithmetic as ``transform_inputs``."""

    def __init__(self, how: InputPreprocess) -> None:
        self._offset = torch.tensor(how.offset, dtype=torch.float32).view(-1, 1, 1)
        self._scale = torch.tensor(how.scale, dtype=torch.float32).view(-1, 1, 1)

    def __call__(self, raw: torch.Tensor) -> torch.Tensor:
        if self._offset.device != raw.device:
            self._offset, self._scale = self._offset.to(raw.device), self._scale.to(raw.device)
        return (raw.to(torch.float32) - self._offset) * self._scale
