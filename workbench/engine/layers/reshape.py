"""Layers that only rearrange values."""

from __future__ import annotations

from ..graph.layer import Layer, layer
from ..shapes import TensorSpec, batch


@layer("flatten", title="Flatten", category="Shape", keywords=("vector", "unroll"))
class Flatten(Layer):
    """Lays all values of a sample in one row. Input (N, ...), output (N, product of the rest)."""

    def infer(self, x: TensorSpec) -> TensorSpec:
        return batch(x.size, dtype=x.dtype)

    def code(self, x: TensorSpec) -> str:
        return "nn.Flatten()"
