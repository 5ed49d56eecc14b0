"""Layers that act while training only."""

from __future__ import annotations

from ..graph.layer import Layer, layer
from ..shapes import TensorSpec
from ..values import Fraction, Param
from . import needs


@layer("dropout", title="Dropout", category="Regularisation", keywords=("regularise", "regularize", "overfitting"))
class Dropout(Layer):
    """Sets a random share of the values to zero while training, and none for predictions. Shape unchanged.

    What is left is scaled up by 1 / (1 - rate), so that sums keep their size.

    Source: Srivastava et al., 2014, https://jmlr.org/papers/v15/srivastava14a.html
    """

    rate: Fraction = Param(0.5, help="Share of the values set to zero while training.")

    def infer(self, x: TensorSpec) -> TensorSpec:
        needs.numbers(x)
        return x

    def code(self, x: TensorSpec) -> str:
        return f"nn.Dropout({self.rate!r})"

    def summary(self) -> str:
        return f"{self.rate:.0%}" if round(self.rate, 2) == self.rate else f"{self.rate:g}"
