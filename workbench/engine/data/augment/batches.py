"""Augmentation as training uses it: a batch as the feed gives it to what the network is fed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence

import numpy as np
import torch

from ..preprocess import InputPreprocess
from ..recipe import DataRecipe
from ..text.encoding import UNKNOWN
from .base import input_kind
from .mixing import Mix
from .pipeline import Pipeline
from .row_work import RowPipeline, RowShape
from .series_work import SeriesPipeline
from .token_work import TokenPipeline
from .work import Edges

Tensors = tuple[torch.Tensor, ...]
Change = Callable[[torch.Tensor, torch.Generator], torch.Tensor]


class BatchAugmenter:
    """Changes the samples of training batches; pictures are scaled as the network takes them as well.

    What a batch draws depends on seed, epoch and the batch's place in the epoch alone, so that a run that is taken up in
    the middle needs no history. Several picture inputs of a sample are changed alike.

    Args:
        recipe: its augmentations.
        inputs: how each input is scaled, in the order of a batch.
        seed: of the training.
        device: where batches are.
        rows: of each input that is a table what its columns are; others None. Without it, columns of deviation 1.
    """

    def __init__(
        self,
        recipe: DataRecipe,
        inputs: Sequence[InputPreprocess],
        seed: int,
        device: torch.device,
        rows: Sequence[RowShape | None] | None = None,
    ) -> None:
        self.seed = seed
        self.identity = hashlib.sha256(
            json.dumps([[o.dump() for o in recipe.augment], recipe.augment_edges], sort_keys=True).encode()
        ).hexdigest()[:16]
        """Tells one recipe of augmentation from another."""
        self._generator = torch.Generator(device=device)
        shapes = rows if rows is not None else [None] * len(inputs)
        self._changes = [_change(recipe, how, shape, device) for how, shape in zip(inputs, shapes, strict=True)]
        mixing = [o for o in recipe.augment if o.stage == "mix"]
        # Samples are mixed whole: where they have other inputs too, nothing is mixed (and the project's check says so).
        whole = len(inputs) == 1 and input_kind(inputs[0].kind) == "image"
        self._mixer = Pipeline(mixing, inputs[0].shape[0]).mixer if mixing and whole else None

    def __call__(self, inputs: Tensors, epoch: int, position: int) -> tuple[Tensors, Mix | None]:
        """A batch as the network takes it, and how its samples were mixed where they were.

        Args:
            inputs: one tensor for each input; pictures raw, (N, C, H, W) uint8 or float32, the others ready.
            epoch: counted from 0.
            position: samples of the epoch before this batch.
        """
        digest = hashlib.blake2b(f"augment/{self.seed}/{epoch}/{position}".encode(), digest_size=7).digest()
        seed = int.from_bytes(digest, "big")
        changed = tuple(
            [
                change(values, self._generator.manual_seed(seed))
                for values, change in zip(inputs, self._changes, strict=True)
            ]
        )
        if self._mixer is None:
            return changed, None
        # Scaling is linear: scaled pictures mix as raw ones do.
        pictures, mix = self._mixer(changed[0], self._generator)
        return (pictures,), mix


def _change(recipe: DataRecipe, how: InputPreprocess, shape: RowShape | None, device: torch.device) -> Change:
    kind = input_kind(how.kind)
    if kind == "image":
        return _Pictures(recipe, how, device)
    if kind == "series":
        return SeriesPipeline(recipe.augment, padded=how.gaps, mask=how.mask)
    if kind == "tokens":
        if how.table is not None:
            # The wide categories of a table are ids too, but no text.
            return lambda ids, generator: ids
        if how.text is None:
            return TokenPipeline(recipe.augment)
        return TokenPipeline(recipe.augment, UNKNOWN, in_front=how.text.pad == "start")
    width = how.shape[0]
    return RowPipeline(recipe.augment, shape or RowShape(np.arange(width), np.ones(width), np.zeros(width)), device)


class _Pictures:
    """One picture input: raw -> 0 to 1 -> augmented -> scaled."""

    def __init__(self, recipe: DataRecipe, how: InputPreprocess, device: torch.device) -> None:
        edges: Edges = recipe.augment_edges
        self._pipeline = Pipeline(recipe.augment, how.shape[0], edges)
        self._low, high = how.pixel_range
        self._span = high - self._low if high > self._low else 1.0
        offset, scale = (torch.tensor(v, dtype=torch.float64).view(-1, 1, 1) for v in (how.offset, how.scale))
        self._factor = (self._span * scale).to(torch.float32).to(device)
        self._term = ((self._low - offset) * scale).to(torch.float32).to(device)

    def __call__(self, raw: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
        pictures = raw.to(torch.float32)
        if self._low:
            pictures = pictures - self._low
        pictures = self._pipeline(pictures * (1.0 / self._span), generator)
        return torch.addcmul(self._term, pictures, self._factor)
