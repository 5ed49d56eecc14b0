"""The first network for pictures."""

from __future__ import annotations

from math import log2

from ...graph.layer import Layer
from ...shapes import TensorSpec
from .layers import new

SMALLEST = 4
"""Shorter side from which there is something to convolve."""
SMALLEST_PHOTO = 32
"""Shorter side from which pictures get deeper networks with batch normalisation."""


def body(spec: TensorSpec) -> list[Layer]:
    """Convolutions and pooling over (N, C, H, W), deeper for photographs."""
    sizes = [d for d in spec.sample if isinstance(d, int)]
    return _photo_body(min(sizes[1:])) if photos(spec) else _small_body(min(sizes[1:]))


def photos(spec: TensorSpec) -> bool:
    """Whether an input is of pictures large enough for a deeper network."""
    sizes = [d for d in spec.sample if isinstance(d, int)]
    return spec.dtype != "int64" and len(sizes) == 3 and min(sizes[1:]) >= SMALLEST_PHOTO


def _small_body(side: int) -> list[Layer]:
    layers: list[Layer] = []
    for filters in (32, 64):
        layers += [new("conv2d", filters=filters), new("relu"), new("max_pool2d")]
    # Beyond 8 x 8 places, the mean of each channel is enough and keeps the last layer small.
    left = side >> (len(layers) // 3)
    return [*layers, new("flatten" if left <= 8 else "global_avg_pool")]


def _photo_body(side: int) -> list[Layer]:
    """Blocks of convolution, batch normalisation and pooling down to about 6 x 6 places, then the mean of each channel.

    About 100,000 parameters, most of them in the last block: few enough for some hundred pictures, and quick without a GPU.
    """
    layers: list[Layer] = []
    for block in range(min(4, max(2, round(log2(side / 6))))):
        layers += [
            *(new("conv2d", filters=min(128, 16 << block), bias=False), new("batch_norm"), new("relu")),
            new("max_pool2d"),
        ]
    return [*layers, new("global_avg_pool"), new("dropout", rate=0.3)]
