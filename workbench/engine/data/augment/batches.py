"""Augmentation as training uses it: raw pictures of a batch to what the network is fed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

import torch

from ..preprocess import InputPreprocess
from ..recipe import DataRecipe
from .pipeline import Pipeline
from .work import Edges

Tensors = tuple[torch.Tensor, ...]


class BatchAugmenter:
    """Changes the pictures of training batches and scales them as the network takes them.

    What a batch draws depends on seed, epoch and the batch's place in the epoch alone, so that a run that is taken up in
    the middle needs no history. Several picture inputs of a sample are changed alike.

    Args:
        recipe: its augmentations.
        inputs: how each input is scaled, in the order of a batch.
        seed: of the training.
        device: where batches are.
    """

    def __init__(self, recipe: DataRecipe, inputs: Sequence[InputPreprocess], seed: int, device: torch.device) -> None:
        self.seed = seed
        self.identity = hashlib.sha256(
            json.dumps([[o.dump() for o in recipe.augment], recipe.augment_edges], sort_keys=True).encode()
        ).hexdigest()[:16]
        """Tells one recipe of augmentation from another."""
        self._generator = torch.Generator(device=device)
        self._pictures = [_Pictures(recipe, how, device) if how.kind == "image" else None for how in inputs]

    def __call__(self, inputs: Tensors, epoch: int, position: int) -> Tensors:
        """A batch as the network takes it.

        Args:
            inputs: one tensor for each input; pictures raw, (N, C, H, W) uint8 or float32, the others ready.
            epoch: counted from 0.
            position: samples of the epoch before this batch.
        """
        digest = hashlib.blake2b(f"augment/{self.seed}/{epoch}/{position}".encode(), digest_size=7).digest()
        seed = int.from_bytes(digest, "big")
        return tuple(
            [
                values if pictures is None else pictures(values, self._generator.manual_seed(seed))
                for values, pictures in zip(inputs, self._pictures, strict=True)
            ]
        )


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
