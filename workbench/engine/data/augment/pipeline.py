"""A list of augmentations as one pass over a batch."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from .base import Augmentation, colour_channels
from .mixing import Mixer
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
        used = [o for o in operations if o.data == "image" and not (grey and o.of_colour)]
        stages = ("geometry", "colour", "finish", "any")
        order = [i for stage in stages for i, o in enumerate(used) if o.stage == stage]
        self._needed = [used[i].numbers for i in order]
        place = {i: at for at, i in enumerate(order)}
        # Those of any stage take part in all three, with the same numbers.
        self.geometry, self.colour, self.finish = (
            [(place[i], o) for i, o in enumerate(used) if o.stage in (stage, "any")] for stage in stages[:3]
        )
        self.mixer = Mixer([o for o in used if o.stage == "mix"])
        self.edges = edges

    @torch.no_grad()
    def __call__(self, pictures: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
        """New pictures from (N, C, H, W) float32, black 0 and white 1, on the generator's device; nothing is mixed yet."""
        if not self._needed:
            return pictures
        drawn = torch.rand((sum(self._needed), len(pictures)), generator=generator, device=pictures.device)
        numbers = torch.split(drawn, self._needed)
        if self.geometry:
            geometry = Geometry(pictures)
            for place, operation in self.geometry:
                operation.apply(numbers[place], geometry)
            pictures = geometry.result(self.edges)
        if self.colour:
            colour = Colour(pictures)
            for place, operation in self.colour:
                operation.apply(numbers[place], colour)
            pictures = colour.result()
        if self.finish:
            finish = Finish(pictures, generator)
            for place, operation in self.finish:
                operation.apply(numbers[place], finish)
            pictures = finish.pictures
        return pictures.clamp_(0.0, 1.0)
