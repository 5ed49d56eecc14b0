"""Layers that join several branches. The order of the inputs is the order in which they were connected."""

from __future__ import annotations

from typing import ClassVar, Literal

from ..errors import InsertBefore, SetField, ShapeProblem, Suggestion
from ..graph.layer import Code, Layer, Port, Specs, layer
from ..shapes import Dim, TensorSpec
from ..values import Param


class Merge(Layer):
    """Base of layers that join any number of inputs at one port."""

    inputs = (Port("x", many=True),)

    def infer_ports(self, inputs: Specs) -> dict[str, TensorSpec]:
        xs = inputs["x"]
        dtypes = {x.dtype for x in xs}
        if len(dtypes) > 1:
            at = next(i for i, x in enumerate(xs) if x.dtype == "int64")
            raise ShapeProblem(
                f"joins numbers (float32) and ids (int64): {_list(xs)}",
                "Its inputs must be of one type",
                (InsertBefore(f"Insert Embedding at input {at + 1}", "embedding", link=at),),
                brief="mixes numbers and ids",
                fix="Put an Embedding behind the ids",
                code="shape.dtype",
                values={"got": [str(x) for x in xs]},
            )
        return {"y": self.join(xs)}

    def join(self, xs: tuple[TensorSpec, ...]) -> TensorSpec:
        """The output spec for inputs of one dtype; raises ``ShapeProblem``."""
        raise TypeError(f"{type(self).__name__} does not define join")

    def only_numbers(self, xs: tuple[TensorSpec, ...]) -> None:
        """Refuses ids."""
        if xs[0].dtype != "float32":
            raise ShapeProblem(
                f"got ids ({_list(xs)}, int64)",
                "It needs numbers (float32); sums and products of ids mean nothing",
                brief="needs numbers, got ids",
                fix="Put an Embedding in front of each input",
                code="shape.dtype",
                values={"got": [str(x) for x in xs]},
            )


class Elementwise(Merge):
    """Base of merges that work value by value."""

    sign: ClassVar[str] = "+"

    def code_ports(self, inputs: Specs) -> Code:
        return Code(f" {self.sign} ".join(f"{{x{i}}}" for i in range(len(inputs["x"]))))


@layer("add", title="Add", category="Merge", keywords=("sum", "residual", "skip", "shortcut", "plus"))
class Add(Elementwise):
    """Adds its inputs value by value. All inputs and the output have one shape, of any number of dimensions.

    The shortcut of residual networks: He et al., 2015, https://arxiv.org/abs/1512.03385
    """

    def join(self, xs: tuple[TensorSpec, ...]) -> TensorSpec:
        self.only_numbers(xs)
        if len(set(xs)) > 1:
            raise _different(xs, "adds", "All its inputs must have the same shape")
        return xs[0]


@layer("multiply", title="Multiply", category="Merge", keywords=("product", "gate", "attention", "scale", "times"))
class Multiply(Elementwise):
    """Multiplies its inputs value by value. The inputs have one shape, but a size of 1 stretches to fit, as gates need.

    (N, C, H, W) times a gate (N, C, 1, 1) scales each channel, as in Hu et al., 2017, https://arxiv.org/abs/1709.01507
    """

    sign = "*"

    def join(self, xs: tuple[TensorSpec, ...]) -> TensorSpec:
        self.only_numbers(xs)
        expected = "All its inputs must have the same shape, or a size of 1 where they differ"
        if len({x.rank for x in xs}) > 1:
            raise _different(xs, "multiplies", expected)
        dims: list[Dim] = []
        for sizes in zip(*(x.dims for x in xs), strict=True):
            different = {s for s in sizes if s != 1}
            if len(different) > 1:
                raise _different(xs, "multiplies", expected)
            dims.append(different.pop() if different else 1)
        return TensorSpec(tuple(dims))


@layer("concat", title="Concat", category="Merge", keywords=("concatenate", "join", "cat", "stack"))
class Concat(Merge):
    """Puts its inputs side by side, in the order they were connected. All sizes but the joined one must agree.

    Joined along channels, (N, C1, H, W) and (N, C2, H, W) give (N, C1 + C2, H, W); (N, C1) and (N, C2) give
    (N, C1 + C2). Joined along time, (N, T1, C) and (N, T2, C) give (N, T1 + T2, C).
    """

    along: Literal["channels", "time"] = Param(
        "channels", help="Channels: features side by side. Time: sequences one after the other."
    )

    def _axis(self, x: TensorSpec) -> int:
        return 2 if x.rank == 3 and self.along == "channels" else 1

    def join(self, xs: tuple[TensorSpec, ...]) -> TensorSpec:
        if self.along == "time" and not all(_has_time(x) for x in xs):
            raise ShapeProblem(
                f"joins {_list(xs)} along time",
                "Only sequences N × T × C, or ids N × T, have a time",
                (SetField("Set along to channels", "along", "channels"),),
                brief="not all are sequences",
                code="shape.rank",
                values={"got": [str(x) for x in xs]},
            )
        axis = self._axis(xs[0])
        if len({(x.rank, x.dims[:axis], x.dims[axis + 1 :]) for x in xs}) > 1:
            raise _different(
                xs, "joins", f"All sizes but the {'time' if self.along == 'time' else 'channels'} must agree", axis
            )
        sizes = [x.dims[axis] for x in xs]
        whole: Dim = sum(s for s in sizes if isinstance(s, int))
        if symbols := [s for s in sizes if isinstance(s, str)]:
            whole = f"({' + '.join([*symbols, *([str(whole)] if whole else [])])})" if len(sizes) > 1 else symbols[0]
        return TensorSpec((*xs[0].dims[:axis], whole, *xs[0].dims[axis + 1 :]), xs[0].dtype)

    def code_ports(self, inputs: Specs) -> Code:
        return Code(f"torch.cat([{{x}}], dim={self._axis(inputs['x'][0])})")

    def summary(self) -> str:
        return "along time" if self.along == "time" else ""


def _has_time(x: TensorSpec) -> bool:
    return x.rank == 3 or (x.rank == 2 and x.dtype == "int64")


def _list(xs: tuple[TensorSpec, ...]) -> str:
    return f"{', '.join(str(x) for x in xs[:-1])} and {xs[-1]}" if len(xs) > 1 else str(xs[0])


def _different(xs: tuple[TensorSpec, ...], verb: str, expected: str, free_axis: int | None = None) -> ShapeProblem:
    cures: list[Suggestion] = []
    for position, x in enumerate(xs):
        others = xs[:position] + xs[position + 1 :]
        if len(set(others)) == 1 or free_axis is not None:
            cures += _adapt(x, others[0], position, free_axis is not None)
    return ShapeProblem(
        f"{verb} {_list(xs)}",
        expected,
        tuple(cures),
        brief="shapes differ",
        fix="" if cures else "Bring the branches to one shape first",
        code="shape.merge",
        values={"got": [str(x) for x in xs]},
    )


def _adapt(x: TensorSpec, like: TensorSpec, position: int, concat: bool) -> list[Suggestion]:
    """Layers that, put on the link at ``position``, may bring ``x`` to the shape of ``like``."""
    place = f"at input {position + 1}"
    if x.rank == 4 and like.rank == 2:
        made = [InsertBefore(f"Insert global average pool {place}", "global_avg_pool", link=position)]
        return [*made, InsertBefore(f"Insert Flatten {place}", "flatten", link=position)]
    if x.rank == 3 and like.rank == 2:
        return [InsertBefore(f"Insert global average pool {place}", "global_avg_pool", link=position)]
    if x.rank != like.rank:
        return []
    if x.rank == 4:
        stride = _stride(x.dims[2:], like.dims[2:])
        if stride is None:
            return []
        if concat:
            fields: dict[str, object] = {"kernel_size": stride, "padding": "same"}
            return [InsertBefore(f"Insert MaxPool2d {place}", "max_pool2d", tuple(fields.items()), position)]
        fields = {"filters": like.dims[1], "kernel_size": (1, 1), "stride": stride}
        strided = "" if stride == (1, 1) else f", stride {stride[0]}×{stride[1]}"
        label = f"Insert Conv2d 1×1 with {like.dims[1]} filters{strided} {place}"
        return [InsertBefore(label, "conv2d", tuple(fields.items()), position)]
    if concat or x.dims[1:-1] != like.dims[1:-1]:
        return []
    label = f"Insert Dense with {like.dims[-1]} units {place}"
    return [InsertBefore(label, "dense", (("units", like.dims[-1]),), position)]


def _stride(sizes: tuple[Dim, ...], wanted: tuple[Dim, ...]) -> tuple[int, ...] | None:
    """Strides that bring ``sizes`` to ``wanted`` under "same" padding, None when there are none."""
    found = []
    for size, want in zip(sizes, wanted, strict=True):
        if not isinstance(size, int) or not isinstance(want, int):
            if size != want:
                return None
            found.append(1)
            continue
        stride = -(-size // want)
        if -(-size // stride) != want:
            return None
        found.append(stride)
    return tuple(found)
