"""Embedding: ids to vectors."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from ..errors import ShapeProblem
from ..graph.layer import Cost, Layer, layer
from ..shapes import TensorSpec
from ..values import NonNegative, Param


@layer("embedding", title="Embedding", category="Embedding", keywords=("token", "word", "lookup", "ids", "categorical"))
class Embedding(Layer):
    """Looks up a learnt vector for each id. Input (N, T) int64, output (N, T, dimensions).

    Source: https://pytorch.org/docs/stable/generated/torch.nn.Embedding.html
    """

    vocabulary: Annotated[int, Field(gt=0, le=100_000_000)] = Param(
        1000, help="Number of different ids; they run from 0 to this less one.", unit="ids"
    )
    dimensions: Annotated[int, Field(gt=0, le=65_536)] = Param(64, help="Length of each id's vector.")
    padding_id: NonNegative | None = Param(
        None, help="The id that fills up short sequences: its vector stays zero. Empty: none.", advanced=True
    )

    @model_validator(mode="after")
    def _padding_inside(self) -> Embedding:
        if self.padding_id is not None and self.padding_id >= self.vocabulary:
            raise ValueError(f"the padding id must be below the vocabulary ({self.vocabulary})")
        return self

    def infer(self, x: TensorSpec) -> TensorSpec:
        if x.dtype != "int64":
            raise ShapeProblem(
                f"got numbers ({x}, {x.dtype})",
                "It needs ids (int64) to look up",
                brief="needs ids, got numbers",
                fix="Connect it to an Input whose type is int64, or use Dense for numbers",
                code="shape.dtype",
                values={"got": str(x), "dtype": x.dtype},
            )
        if x.rank != 2:
            raise ShapeProblem(
                f"got {x}",
                "It needs sequences of ids N × T",
                brief="needs sequences of ids",
                fix="Put a Flatten in front of it",
                code="shape.rank",
                values={"got": str(x)},
            )
        return TensorSpec((*x.dims, self.dimensions))

    def cost(self, x: TensorSpec, y: TensorSpec) -> Cost:
        return Cost(self.vocabulary * self.dimensions)

    def code(self, x: TensorSpec) -> str:
        padding = "" if self.padding_id is None else f", padding_idx={self.padding_id}"
        return f"nn.Embedding({self.vocabulary}, {self.dimensions}{padding})"

    def summary(self) -> str:
        return f"{self.vocabulary:,} ids → {self.dimensions}"
