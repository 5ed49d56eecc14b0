"""Recurrent layers: they read a sequence step by step and remember."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ..graph.layer import Code, Cost, Layer, layer
from ..shapes import TensorSpec, batch
from ..values import Fraction, Param
from . import needs

LAST_OF_BOTH = '''def last_of_both(y, units):
    """The last step of the forward direction beside that of the backward direction, which is the first in time."""
    return torch.cat([y[:, -1, :units], y[:, 0, units:]], dim=1)
'''


class Recurrent(Layer):
    """Base of recurrent layers. ``gates`` matrices of each kind stand in one step."""

    module: ClassVar[str]
    gates: ClassVar[int]
    units: Annotated[int, Field(gt=0, le=65_536)] = Param(
        64, help="Size of the memory, and of the output of each direction."
    )
    return_sequences: bool = Param(
        False, help="On: the output of every step, (N, T, units). Off: of the last one only, (N, units)."
    )
    bidirectional: bool = Param(False, help="Reads from both ends; the outputs of both directions stand side by side.")
    num_layers: Annotated[int, Field(gt=0, le=32)] = Param(1, help="Layers on top of each other.", advanced=True)
    dropout: Fraction = Param(
        0.0,
        help="Share of the values set to zero between the layers while training; nothing for a single layer.",
        advanced=True,
    )
    bias: bool = Param(True, help="Adds learnt constants in every step.", advanced=True)

    @property
    def width(self) -> int:
        """Features of one step's output."""
        return self.units * (2 if self.bidirectional else 1)

    def infer(self, x: TensorSpec) -> TensorSpec:
        needs.sequence(x)
        return TensorSpec((*x.dims[:2], self.width)) if self.return_sequences else batch(self.width)

    def cost(self, x: TensorSpec, y: TensorSpec) -> Cost:
        features, steps = x.dims[2], x.dims[1]
        assert isinstance(features, int)
        directions = 2 if self.bidirectional else 1
        weights = sum(
            directions * self.gates * self.units * ((features if depth == 0 else self.width) + self.units)
            for depth in range(self.num_layers)
        )
        # torch keeps two biases for each gate, one for the input and one for the memory.
        constants = 2 * self.gates * self.units * directions * self.num_layers if self.bias else 0
        return Cost(weights + constants, weights * (steps if isinstance(steps, int) else 1))

    def extra_arguments(self) -> str:
        """Arguments of this kind of layer alone."""
        return ""

    def code(self, x: TensorSpec) -> Code:
        text = f"nn.{self.module}({x.dims[2]}, {self.units}, "
        text += f"num_layers={self.num_layers}, " if self.num_layers > 1 else ""
        text += "" if self.bias else "bias=False, "
        text += "batch_first=True"
        # torch warns of a dropout that a single layer has no place for.
        text += f", dropout={self.dropout!r}" if self.dropout and self.num_layers > 1 else ""
        text += ", bidirectional=True" if self.bidirectional else ""
        text += f"{self.extra_arguments()})"
        if self.return_sequences:
            return Code("{self}({x})[0]", text)
        if self.bidirectional:
            return Code(f"last_of_both({{self}}({{x}})[0], {self.units})", text, helpers=(LAST_OF_BOTH,))
        return Code("{self}({x})[0][:, -1]", text)

    def summary(self) -> str:
        parts = [f"{self.units} unit{'s' if self.units > 1 else ''}"]
        parts += [f"{self.num_layers} layers"] if self.num_layers > 1 else []
        parts += ["both ways"] if self.bidirectional else []
        parts += ["sequences"] if self.return_sequences else []
        return " · ".join(parts)


@layer("lstm", title="LSTM", category="Recurrent", keywords=("long short-term memory", "rnn", "sequence"))
class LSTM(Recurrent):
    """Reads a sequence with a long memory that three gates guard. Input (N, T, C), output (N, units) or (N, T, units).

    Source: Hochreiter, Schmidhuber, 1997; https://pytorch.org/docs/stable/generated/torch.nn.LSTM.html
    """

    module = "LSTM"
    gates = 4


@layer("gru", title="GRU", category="Recurrent", keywords=("gated recurrent unit", "rnn", "sequence"))
class GRU(Recurrent):
    """Reads a sequence with a memory that two gates guard; lighter than LSTM. Input (N, T, C), output (N, units) or (N, T, units).

    Source: Cho et al., 2014, https://arxiv.org/abs/1406.1078; https://pytorch.org/docs/stable/generated/torch.nn.GRU.html
    """

    module = "GRU"
    gates = 3


@layer("simple_rnn", title="SimpleRNN", category="Recurrent", keywords=("elman", "rnn", "vanilla", "sequence"))
class SimpleRNN(Recurrent):
    """Reads a sequence with a plain memory; forgets soon. Input (N, T, C), output (N, units) or (N, T, units).

    Source: Elman, 1990; https://pytorch.org/docs/stable/generated/torch.nn.RNN.html
    """

    module = "RNN"
    gates = 1
    activation: Literal["tanh", "relu"] = Param("tanh", help="Function that each step ends with.", advanced=True)

    def extra_arguments(self) -> str:
        return "" if self.activation == "tanh" else f', nonlinearity="{self.activation}"'
