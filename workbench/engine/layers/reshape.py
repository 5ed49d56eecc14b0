"""Layers that only rearrange values."""

from __future__ import annotations

from math import prod
from typing import Annotated

from pydantic import Field, field_validator

from ..errors import SetField, ShapeProblem
from ..graph.layer import Code, Layer, layer
from ..shapes import TensorSpec, batch
from ..values import Param
from . import needs

Entry = Annotated[int, Field(ge=-1, le=1_000_000_000)]


@layer("flatten", title="Flatten", category="Shape", keywords=("vector", "unroll"))
class Flatten(Layer):
    """Lays all values of a sample in one row. Input (N, ...), output (N, product of the rest)."""

    def infer(self, x: TensorSpec) -> TensorSpec:
        if x.rank > 2:
            needs.fixed_size(x)
            return batch(x.size, dtype=x.dtype)
        return x

    def code(self, x: TensorSpec) -> str:
        return "nn.Flatten()"


@layer("reshape", title="Reshape", category="Shape", keywords=("view", "unflatten", "resize"))
class Reshape(Layer):
    """Gives the values of a sample another shape, in the same order. Input (N, ...), output (N, *shape)."""

    shape: Annotated[tuple[Entry, ...], Field(min_length=1, max_length=4)] = Param(
        (-1,),
        help="Shape of one sample, without the batch; one entry may be -1: what is left over. "
        "Pictures are channels, height, width; sequences are time, channels.",
    )

    @field_validator("shape")
    @classmethod
    def _sensible(cls, shape: tuple[int, ...]) -> tuple[int, ...]:
        if 0 in shape:
            raise ValueError("an entry must not be 0")
        if shape.count(-1) > 1:
            raise ValueError("only one entry may be -1")
        return shape

    def infer(self, x: TensorSpec) -> TensorSpec:
        needs.fixed_size(x)
        fixed = prod(d for d in self.shape if d != -1)
        if x.size % fixed or (-1 not in self.shape and x.size != fixed):
            raise ShapeProblem(
                f"got {x}, which is {x.size:,} values for each sample",
                f"The shape {self._text} "
                + (f"holds multiples of {fixed:,}" if -1 in self.shape else f"holds {fixed:,}"),
                self._cures(x.size),
                brief=f"{x.size:,} values don't fit",
                fix="" if self._cures(x.size) else "Choose a shape that holds as many values",
                code="shape.reshape",
                values={"got": str(x), "size": x.size, "shape": list(self.shape)},
            )
        return batch(*(x.size // fixed if d == -1 else d for d in self.shape), dtype=x.dtype)

    def _cures(self, size: int) -> tuple[SetField, ...]:
        """The shape with one entry made to fit, the last one first."""
        found = []
        if -1 not in self.shape:
            for position in reversed(range(len(self.shape))):
                rest = prod(d for i, d in enumerate(self.shape) if i != position)
                if size % rest == 0:
                    shape = (*self.shape[:position], size // rest, *self.shape[position + 1 :])
                    found.append(SetField(f"Set shape to {' × '.join(map(str, shape))}", "shape", shape))
        return tuple(found[:2])

    @property
    def _text(self) -> str:
        return " × ".join(map(str, self.shape))

    def code(self, x: TensorSpec) -> Code:
        sizes = ", ".join(map(str, self.infer(x).sample))
        return Code("{x}.reshape({x}.shape[0], " + sizes + ")")

    def summary(self) -> str:
        return self._text
