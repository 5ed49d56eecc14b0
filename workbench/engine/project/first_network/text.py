"""The first network for token ids."""

from __future__ import annotations

from ...graph.layer import Layer
from ...shapes import TensorSpec
from .layers import new


def body(spec: TensorSpec, vocabulary: int) -> list[Layer]:
    """An embedding, and the mean of its vectors over the tokens (N, T)."""
    return [new("embedding", vocabulary=vocabulary), new("global_avg_pool")]
