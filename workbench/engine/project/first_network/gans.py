"""The first generator and discriminator for samples of a shape."""

from __future__ import annotations

from math import log2, prod

from ...graph import edits
from ...graph.layer import Layer
from ...graph.model import Graph
from ...shapes import TensorSpec
from .layers import new
from .pictures import SMALLEST

NOISE = 64
"""Numbers of noise for a picture."""
LEAK = 0.2
"""Slope of LeakyReLU below 0, as in DCGAN."""
LARGEST_WIDTH = 256
"""Units of dense layers at most."""


def generator(spec: TensorSpec, *, bounded: bool) -> Graph:
    """A network that makes samples of shape ``spec`` (N, ...) from noise; ``bounded``: between -1 and 1.

    Pictures grow by transposed convolutions from a quarter of their size or an eighth: Radford et al. 2015,
    https://arxiv.org/abs/1511.06434. Everything else is made by dense layers.
    """
    sizes = [d for d in spec.sample if isinstance(d, int)]
    end = [new("tanh")] if bounded else []
    if len(sizes) == 3 and min(sizes[1:]) >= SMALLEST and not any(s % 4 for s in sizes[1:]):
        return edits.chain(*_grown(sizes[0], sizes[1], sizes[2]), *end, new("output"))
    values = prod(sizes)
    width = _width(values)
    shaped = [new("reshape", shape=tuple(sizes))] if len(sizes) > 1 else []
    hidden = [layer for _ in range(2) for layer in (new("dense", units=width), new("relu"))]
    noise = new("input", shape=(max(4, min(NOISE, 4 * values)),))
    return edits.chain(noise, *hidden, new("dense", units=values), *shaped, *end, new("output"))


def discriminator(spec: TensorSpec) -> Graph:
    """A network that gives samples of shape ``spec`` (N, ...) one number: how real each looks."""
    sizes = [d for d in spec.sample if isinstance(d, int)]
    entry = new("input", shape=tuple(sizes))
    leaky = new("leaky_relu", negative_slope=LEAK)
    end = [new("dense", units=1), new("output")]
    if len(sizes) == 3 and min(sizes[1:]) >= SMALLEST and not any(s % 4 for s in sizes[1:]):
        filters = _filters(min(sizes[1:]))
        body = [x for f in reversed(filters) for x in (new("conv2d", filters=f, kernel_size=4, stride=2), leaky)]
        return edits.chain(entry, *body, new("flatten"), new("dropout", rate=0.3), *end)
    flat = [new("flatten")] if len(sizes) > 1 else []
    hidden = [layer for _ in range(2) for layer in (new("dense", units=_width(prod(sizes))), leaky)]
    return edits.chain(entry, *flat, *hidden, *end)


def _grown(channels: int, height: int, width: int) -> list[Layer]:
    filters = _filters(min(height, width))
    times = 2 ** len(filters)
    first = (2 * filters[0], height // times, width // times)
    made: list[Layer] = [
        new("input", shape=(NOISE,)),
        new("dense", units=prod(first), bias=False),
        new("reshape", shape=first),
        new("batch_norm"),
        new("relu"),
    ]
    for count in filters[1:]:
        made += [new("conv_transpose2d", filters=count, bias=False), new("batch_norm"), new("relu")]
    return [*made, new("conv_transpose2d", filters=channels)]


def _filters(side: int) -> list[int]:
    """Channels between the sizes of a picture, from the smallest size on; one for each doubling."""
    doublings = 3 if side >= 32 and side % 8 == 0 else 2
    most = 128 if side >= 16 else 64
    return [most >> k for k in range(doublings)]


def _width(values: int) -> int:
    """Units of a hidden dense layer."""
    return int(min(LARGEST_WIDTH, max(64, 2 ** (round(log2(max(2, values))) + 1))))
