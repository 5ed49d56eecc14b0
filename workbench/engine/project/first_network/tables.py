"""The first network for tables."""

from __future__ import annotations

from math import log2

from ...graph.layer import Layer
from ...shapes import TensorSpec
from .layers import new

LARGEST_WIDTH = 256
"""Units of the hidden layers at most."""


def body(spec: TensorSpec) -> list[Layer]:
    """Two dense layers whose width follows the number of columns."""
    width = min(LARGEST_WIDTH, 2 ** max(4, round(log2(max(2, spec.size))) + 1))
    flat = [new("flatten")] if len(spec.sample) > 1 else []
    return [
        *flat,
        *(new("dense", units=width), new("relu")),
        *(new("dense", units=max(16, width // 2)), new("relu")),
    ]
