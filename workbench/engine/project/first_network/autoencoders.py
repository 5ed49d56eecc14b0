"""The first network that squeezes its input and makes it again."""

from __future__ import annotations

from math import log2, prod

from ...graph.layer import Layer
from ...shapes import TensorSpec
from .layers import new
from .pictures import SMALLEST

NARROW = 4
"""Values of a picture that become one in the middle, at least."""
LARGEST_WIDTH = 256
"""Units of dense layers at most."""


def body(spec: TensorSpec) -> list[Layer]:
    """Convolutions down and up again for pictures (N, C, H, W), dense layers for everything else."""
    sizes = [d for d in spec.sample if isinstance(d, int)]
    if len(sizes) == 3 and min(sizes[1:]) >= SMALLEST:
        return _pictures(sizes[0], sizes[1], sizes[2])
    return _dense(sizes)


def _pictures(channels: int, height: int, width: int) -> list[Layer]:
    """Halves the sides until about 4 to 8 are left, narrows the channels, and goes back by the same sizes.

    Upsampling followed by a convolution leaves no checkerboard, which a transposed convolution may.
    Source: Odena, Dumoulin, Olah, https://distill.pub/2016/deconv-checkerboard
    """
    sizes = [(height, width)]
    filters: list[int] = []
    down: list[Layer] = []
    while not filters or (min(sizes[-1]) >= 8 and len(filters) < 4):
        filters.append(min(128, 16 << len(filters)) if min(height, width) >= 32 else 32)
        down += [new("conv2d", filters=filters[-1], stride=2), new("relu")]
        sizes.append(((sizes[-1][0] + 1) // 2, (sizes[-1][1] + 1) // 2))
    # The middle holds a quarter of the picture's values, so that it can't be copied through.
    places = prod(sizes[-1])
    middle = max(1, min(filters[-1], channels * height * width // (NARROW * places)))
    up: list[Layer] = [new("conv2d", filters=filters[-1]), new("relu")]
    for size, count in zip(reversed(sizes[:-1]), [*reversed(filters[:-1]), filters[0]], strict=False):
        up += [new("upsample", size=size), new("conv2d", filters=count), new("relu")]
    return [*down, new("conv2d", filters=middle), *up, new("conv2d", filters=channels)]


def _dense(sizes: list[int]) -> list[Layer]:
    """Two dense layers down to a narrow one and two up again."""
    values = prod(sizes)
    width = int(min(LARGEST_WIDTH, 2 ** max(4, round(log2(max(2, values))) + 1)))
    middle = max(1, min(32, values // NARROW))
    flat = [new("flatten")] if len(sizes) > 1 else []
    shaped = [new("reshape", shape=tuple(sizes))] if len(sizes) > 1 else []
    return [
        *flat,
        *(new("dense", units=width), new("relu")),
        new("dense", units=middle),
        *(new("dense", units=width), new("relu")),
        new("dense", units=values),
        *shaped,
    ]
