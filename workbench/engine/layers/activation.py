"""Functions applied to each value alone, and Softmax."""

from __future__ import annotations

from ..graph.layer import Layer, layer
from ..shapes import TensorSpec


class Pointwise(Layer):
    """Base of activations: the shape stays."""

    def infer(self, x: TensorSpec) -> TensorSpec:
        return x


@layer("relu", title="ReLU", category="Activation", keywords=("rectifier",))
class ReLU(Pointwise):
    """Keeps positive values and makes negative ones zero: max(0, x). Shape unchanged."""

    def code(self, x: TensorSpec) -> str:
        return "nn.ReLU()"


@layer("softmax", title="Softmax", category="Activation", keywords=("probabilities",))
class Softmax(Pointwise):
    """Turns scores into probabilities that sum to 1, over the last dimension ((N, C, H, W): over channels)."""

    def code(self, x: TensorSpec) -> str:
        return f"nn.Softmax(dim={1 if x.rank in (2, 4) else -1})"
