"""The first network for series."""

from __future__ import annotations

from ...graph.layer import Layer
from ...shapes import TensorSpec
from .layers import new


def body(spec: TensorSpec) -> list[Layer]:
    """Two convolutions over time (N, T, C), then the mean of each channel."""
    return [
        *(new("conv1d", filters=32), new("relu"), new("conv1d", filters=64), new("relu")),
        new("global_avg_pool"),
    ]
