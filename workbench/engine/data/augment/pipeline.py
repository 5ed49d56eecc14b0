"""A list of augmentations as one pass over a batch."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from .base import Augmentation, colour_channels
from .work import Colour, Edges, Finish, Geometry


class Pipeline:
    """Applies augmentations to whole batches: geometry with one sampling, then colour with one matrix, then the rest.

    The same state of the generator gives the same result, and nothing else is drawn from.

    Args:
        operations: what to do, in order within each of the three groups.
        channels: of the pictures. Those of grey ones leave out what only changes colours.
        edges: what lies around a picture that was moved: its outermost pixels, black, or the picture mirrored.
    """

    def __init__(self, operations: Sequence[Augmentation], channels: int, edges: Edges = "border") -> None:
        grey = colour_channels(channels) == 1
        used = [o for o in operations if not (grey and o.of_colour)]
        self.geometry = [o for o in used if o.stage == "geometry"]
        self.colour = [o for o in used if o.stage == "colour"]
        self.finish = [o for o in used if o.stage == "finish"]
        self.edges = edges
        self._numbers = [o.numbers for o in (*self.geometry, *self.colour, *self.finish)]

    @torch.no_grad()
    def __call__(self, pictures: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
        """New pictures from (N, C, H, W) float32, black 0 and white 1, on the generator's device."""
        if not self._numbers:
            return pictures
        drawn = torch.rand((sum(self._numbers), len(pictures)), generator=generator, device=pictures.device)
        numbers = iter(torch.split(drawn, self._numbers))
        if self.geometry:
            geometry = Geometry(pictures)
            for operation in self.geometry:
                operation.apply(next(numbers), geometry)
            pictures = geometry.result(self.edges)
        if self.colour:
            colour = Colour(pictures)
            for operation in self.colour:
                operation.apply(next(numbers), colour)
            pictures = colour.result()
        if self.finish:
            finish = Finish(pictures, generator)
            for operation in self.finish:
                operation.apply(next(numbers), finish)
            pictures = finish.pictures
        return pictures.clamp_(0.0, 1.0)
