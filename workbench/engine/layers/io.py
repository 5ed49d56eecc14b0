"""Input and Output: where the data enters and the predictions leave."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ..errors import InsertBefore, ShapeProblem
from ..graph.layer import Code, Layer, Specs, layer
from ..shapes import Dtype, TensorSpec
from ..values import Param, Pos


@layer("input", title="Input", category="Input and output", keywords=("data", "source"))
class Input(Layer):
    """Where one part of the data enters the network. Output (N, *shape).

    The shape is stored here, so that a network means the same without its data.
    """

    inputs = ()
    shape: Annotated[tuple[Pos, ...], Field(min_length=1, max_length=4)] = Param(
        (1, 28, 28),
        help="Shape of one sample: channels, height, width for a picture; the number of columns for a table.",
    )
    dtype: Dtype = Param(
        "float32",
        words={"float32": "numbers (float32)", "int64": "ids (int64)"},
        help="Numbers (float32), or ids of tokens or categories (int64).",
    )
    field: str = Param(
        "", help="The data's input that enters here; empty for the only one.", label="Data field", advanced=True
    )

    def infer_ports(self, inputs: Specs) -> dict[str, TensorSpec]:
        return {"y": TensorSpec(("N", *self.shape), self.dtype)}

    def code_ports(self, inputs: Specs) -> Code:
        return Code("")

    def summary(self) -> str:
        return "ids" if self.dtype == "int64" else {3: "picture", 1: "table"}.get(len(self.shape), "sequence")


@layer("output", title="Output", category="Input and output", keywords=("target", "predict", "loss"))
class Output(Layer):
    """Where predictions leave. Input (N, classes) or (N, targets).

    Training takes the scores (logits) that enter here; the activation is applied for predictions only.
    """

    outputs = ()
    activation: Literal["auto", "softmax", "sigmoid", "none"] = Param(
        "auto",
        help="Applied for predictions only. Auto: softmax for classes, sigmoid for a single yes or no, none for numbers.",
    )
    target: str = Param("", help="The data's target that this predicts; empty for the only one.", advanced=True)

    def infer_ports(self, inputs: Specs) -> dict[str, TensorSpec]:
        x = inputs["x"][0]
        if x.dtype != "float32":
            raise ShapeProblem(
                f"got ids ({x.dtype})",
                "A prediction is made of numbers",
                (InsertBefore("Insert Embedding", "embedding"),),
                brief="needs numbers, got ids",
                code="shape.dtype",
            )
        return {"y": x}

    def code_ports(self, inputs: Specs) -> Code:
        return Code("{x}")

    def summary(self) -> str:
        return "" if self.activation == "auto" else f"{self.activation} for predictions"
