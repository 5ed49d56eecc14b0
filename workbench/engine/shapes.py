"""Shapes of tensors for a symbolic batch, and what the data looks like to a network."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import prod
from typing import Literal

Dim = int | str
"""A size: a number, or a symbol such as ``"N"`` (batch), ``"T"`` (time) or an expression ``"(T - 2)"``."""

Dtype = Literal["float32", "int64"]

BYTES: dict[str, int] = {"float32": 4, "int64": 8}


@dataclass(frozen=True)
class TensorSpec:
    """Shape and dtype of a tensor; the first dimension is the symbolic batch ``"N"``.

    Images are (N, C, H, W), sequences (N, T, C), token ids (N, T) int64, feature vectors (N, C).
    """

    dims: tuple[Dim, ...]
    dtype: Dtype = "float32"

    @property
    def sample(self) -> tuple[Dim, ...]:
        """The shape of one sample, without the batch."""
        return self.dims[1:]

    @property
    def rank(self) -> int:
        """Number of dimensions, batch included."""
        return len(self.dims)

    @property
    def size(self) -> int:
        """Values in one sample; a symbolic dimension counts as 1."""
        return prod(d for d in self.sample if isinstance(d, int))

    @property
    def bytes(self) -> int:
        """Bytes of one sample; a symbolic dimension counts as 1."""
        return self.size * BYTES[self.dtype]

    @property
    def known(self) -> bool:
        """Whether every dimension but the batch is a number."""
        return all(isinstance(d, int) for d in self.sample)

    def __str__(self) -> str:
        return " × ".join(str(d) for d in self.dims)


def batch(*sample: Dim, dtype: Dtype = "float32") -> TensorSpec:
    """The spec of a batch of samples of shape ``sample``."""
    return TensorSpec(("N", *sample), dtype)


def window(size: Dim, kernel: int, stride: int = 1, padding: int = 0, dilation: int = 1) -> Dim:
    """Output length of a window that slides over ``size`` with ``padding`` on both sides (floor rounding).

    A symbolic size gives an expression. A result below 1 means that the window does not fit.
    """
    reach = dilation * (kernel - 1) + 1 - 2 * padding
    if isinstance(size, int):
        return (size - reach) // stride + 1
    if reach == 1 and stride == 1:
        return size
    shifted = f"({size} - {reach})" if reach > 0 else f"({size} + {-reach})"
    return f"({shifted} // {stride} + 1)" if stride > 1 else f"({size} - {reach - 1})"


def same_window(size: Dim, stride: int = 1) -> Dim:
    """Output length under "same" padding: the size over the stride, rounded up."""
    if isinstance(size, int):
        return -(-size // stride)
    return size if stride == 1 else f"(-(-{size} // {stride}))"


Task = Literal["classification", "multi_label", "regression", "reconstruction", "tagging"]
"""What is asked of a network: one class of several, any number of labels, numbers, its own input again, or a class for each step
of a sequence."""

FORECAST = "future"
"""What the target is called that holds the numbers behind the windows of a series."""


@dataclass(frozen=True)
class TargetFacts:
    """What is to be predicted.

    ``task`` classification: one class index per sample, ``classes`` names them.
    ``task`` multi_label: a 0 or 1 per sample for each of ``classes``; ``width`` is their number.
    ``task`` regression: ``width`` real numbers per sample.
    ``task`` reconstruction: the input called ``input``, of the shape ``shape`` as the network is fed with it;
    ``unit`` tells that its values lie between 0 and 1.
    ``task`` tagging: one class index for each step of the input called ``input``; ``shape`` is (T,), and ``classes`` names them.

    Of regression, where it is known: ``lowest`` is the smallest number of all samples in its own units, ``shares`` tells
    whether the numbers of each sample are 0 or more and add up to 1, ``scaled`` whether the network predicts other units.
    ``link`` is what turns the network's numbers into predictions where the loss decides it: "none", "exp" or "softmax".
    """

    task: Task
    classes: tuple[str, ...] = ()
    width: int = 1
    names: tuple[str, ...] = ()
    input: str = ""
    shape: tuple[Dim, ...] = ()
    unit: bool = False
    lowest: float | None = None
    shares: bool | None = None
    scaled: bool = False
    link: str = ""


@dataclass(frozen=True)
class DataFacts:
    """What the data looks like to a network: the only thing that graph and data know of each other.

    Attributes:
        inputs: spec of each input by name.
        targets: facts of each target by name.
        vocabulary: number of distinct ids of each int64 input, by name.
        ranges: between which numbers all values of an input lie, as it is fed; for inputs of which that is known.
    """

    inputs: dict[str, TensorSpec] = field(default_factory=dict)
    targets: dict[str, TargetFacts] = field(default_factory=dict)
    vocabulary: dict[str, int] = field(default_factory=dict)
    ranges: dict[str, tuple[float, float]] = field(default_factory=dict)

    def input(self, name: str = "") -> TensorSpec | None:
        """The input called ``name``, or the only one when the name is empty or unknown and there is one."""
        if name in self.inputs:
            return self.inputs[name]
        return next(iter(self.inputs.values())) if not name and len(self.inputs) == 1 else None

    def target(self, name: str = "") -> TargetFacts | None:
        """The target called ``name``, or the only one when the name is empty and there is one."""
        if name in self.targets:
            return self.targets[name]
        return next(iter(self.targets.values())) if not name and len(self.targets) == 1 else None
