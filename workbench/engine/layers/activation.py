"""Functions applied to each value alone, and Softmax."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ..graph.layer import Layer, layer
from ..shapes import TensorSpec
from ..values import Param
from . import needs


class Activation(Layer):
    """Base of activations: numbers of any shape, which stays."""

    def infer(self, x: TensorSpec) -> TensorSpec:
        needs.numbers(x)
        return x


@layer("relu", title="ReLU", category="Activation", keywords=("rectifier", "nonlinearity"))
class ReLU(Activation):
    """Keeps positive values and makes negative ones zero: max(0, x). Shape unchanged."""

    def code(self, x: TensorSpec) -> str:
        return "nn.ReLU()"


@layer("leaky_relu", title="LeakyReLU", category="Activation", keywords=("leaky rectifier",))
class LeakyReLU(Activation):
    """Keeps positive values and makes negative ones small, so that no unit can die. Shape unchanged.

    Source: Maas, Hannun, Ng, 2013, "Rectifier Nonlinearities Improve Neural Network Acoustic Models"
    """

    negative_slope: Annotated[float, Field(ge=0.0, le=1.0)] = Param(
        0.01, help="What negative values are multiplied by."
    )

    def code(self, x: TensorSpec) -> str:
        return f"nn.LeakyReLU({self.negative_slope!r})"

    def summary(self) -> str:
        return f"slope {self.negative_slope:g}"


@layer("gelu", title="GELU", category="Activation", keywords=("gaussian error linear unit", "transformer"))
class GELU(Activation):
    """A smooth ReLU: x times the share of a normal distribution below x. Shape unchanged.

    Source: Hendrycks, Gimpel, 2016, https://arxiv.org/abs/1606.08415
    """

    approximate: Literal["none", "tanh"] = Param(
        "none", help="None: the exact function. Tanh: the approximation of the paper, as GPT-2 uses it.", advanced=True
    )

    def code(self, x: TensorSpec) -> str:
        return "nn.GELU()" if self.approximate == "none" else f'nn.GELU(approximate="{self.approximate}")'


@layer("silu", title="SiLU", category="Activation", keywords=("swish",))
class SiLU(Activation):
    """A smooth ReLU: x * sigmoid(x), also called Swish. Shape unchanged.

    Source: Elfwing, Uchibe, Doya, 2017, https://arxiv.org/abs/1702.03118
    """

    def code(self, x: TensorSpec) -> str:
        return "nn.SiLU()"


@layer("sigmoid", title="Sigmoid", category="Activation", keywords=("logistic", "probability"))
class Sigmoid(Activation):
    """Presses each value between 0 and 1: 1 / (1 + exp(-x)). Shape unchanged."""

    def code(self, x: TensorSpec) -> str:
        return "nn.Sigmoid()"


@layer("tanh", title="Tanh", category="Activation", keywords=("hyperbolic tangent",))
class Tanh(Activation):
    """Presses each value between -1 and 1. Shape unchanged."""

    def code(self, x: TensorSpec) -> str:
        return "nn.Tanh()"


@layer("softmax", title="Softmax", category="Activation", keywords=("probabilities",))
class Softmax(Activation):
    """Turns scores into probabilities that sum to 1, over features or channels. Shape unchanged.

    Taken over C of (N, C), (N, T, C) and (N, C, H, W). Right in front of an Output it is applied once, for predictions.
    """

    def code(self, x: TensorSpec) -> str:
        return f"nn.Softmax(dim={1 if x.rank in (2, 4) else -1})"
