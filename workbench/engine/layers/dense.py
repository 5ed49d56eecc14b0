"""Dense: every output sees every input."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ..graph.layer import Cost, Layer, layer
from ..shapes import TensorSpec
from ..values import Param
from . import needs


@layer("dense", title="Dense", category="Dense", keywords=("linear", "fully connected", "perceptron"))
class Dense(Layer):
    """A weighted sum of all inputs for each unit. Input (N, C), output (N, units); for sequences (N, T, C) at each step.

    Source: https://pytorch.org/docs/stable/generated/torch.nn.Linear.html
    """

    units: Annotated[int, Field(gt=0, le=1_000_000)] = Param(64, help="Number of outputs.")
    bias: bool = Param(True, help="Adds a learnt constant to each unit.", advanced=True)

    def infer(self, x: TensorSpec) -> TensorSpec:
        needs.vector_or_sequence(x)
        return TensorSpec((*x.dims[:-1], self.units))

    def cost(self, x: TensorSpec, y: TensorSpec) -> Cost:
        features = x.dims[-1]
        assert isinstance(features, int)
        steps = y.size // self.units
        return Cost(features * self.units + self.units * self.bias, steps * features * self.units)

    def code(self, x: TensorSpec) -> str:
        return f"nn.Linear({x.dims[-1]}, {self.units}{'' if self.bias else ', bias=False'})"

    def summary(self) -> str:
        return f"{self.units} unit{'s' if self.units > 1 else ''}"
