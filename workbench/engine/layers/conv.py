"""Convolutions over sequences and pictures."""

from __future__ import annotations

from math import gcd, prod
from typing import Annotated

from pydantic import Field

from ..errors import SetField, ShapeProblem
from ..graph.layer import Code, Cost, Layer, layer
from ..shapes import TensorSpec
from ..values import Param
from . import needs
from .window import Extent, Extent2, Padding, Windows, argument, arguments, times

Channels = Annotated[int, Field(gt=0, le=65_536)]


@layer("conv1d", title="Conv1d", category="Convolution", keywords=("convolution", "temporal", "sequence", "kernel"))
class Conv1d(Layer):
    """Slides learnt windows along a sequence. Input (N, T, C), output (N, T', filters).

    T' is T / stride, rounded up, for "same" padding, and floor((T - dilation * (kernel_size - 1) - 1) / stride) + 1 for
    "valid". Source: https://pytorch.org/docs/stable/generated/torch.nn.Conv1d.html
    """

    filters: Channels = Param(
        32, help="Number of learnt windows, each of which makes one output channel.", unit="channels"
    )
    kernel_size: Extent = Param(3, help="Length of the window.", unit="steps")
    stride: Extent = Param(1, help="How far the window moves from one output to the next.", unit="steps")
    padding: Padding = Param(
        "same", help="Same: zeros at both ends keep the length (divided by the stride). Valid: no padding."
    )
    dilation: Extent = Param(
        1, help="Distance between the window's values; above 1 it sees further.", unit="steps", advanced=True
    )
    groups: Channels = Param(1, help="Splits the channels into groups that don't see each other.", advanced=True)
    bias: bool = Param(True, help="Adds a learnt constant to each output channel.", advanced=True)

    def windows(self, x: TensorSpec) -> Windows:
        return Windows((x.dims[1],), (self.kernel_size,), (self.stride,), self.padding, (self.dilation,))

    def infer(self, x: TensorSpec) -> TensorSpec:
        needs.sequence(x, two_dimensional="conv2d", title="Conv2d")
        channels = x.dims[2]
        assert isinstance(channels, int)
        _check_groups(channels, self.filters, self.groups)
        w = self.windows(x)
        w.check_fit(x, same_offered=self.padding == "valid")
        return TensorSpec((x.dims[0], *w.lengths, self.filters))

    def cost(self, x: TensorSpec, y: TensorSpec) -> Cost:
        channels = x.dims[2]
        assert isinstance(channels, int)
        weights = self.filters * (channels // self.groups) * self.kernel_size
        return Cost(weights + self.filters * self.bias, y.size // self.filters * weights)

    def code(self, x: TensorSpec) -> Code:
        channels, w = x.dims[2], self.windows(x)
        assert isinstance(channels, int)
        module = _construct(self, channels, w)
        if w.symmetric is not None:
            return Code("{self}({x}.transpose(1, 2)).transpose(1, 2)", module)
        forward = "{self}(F.pad({x}.transpose(1, 2), " + w.pad_argument + ")).transpose(1, 2)"
        return Code(forward, module, imports=("import torch.nn.functional as F",))

    def summary(self) -> str:
        stride = f" · stride {self.stride}" if self.stride > 1 else ""
        return f"{self.filters} filters · {self.kernel_size} · {self.padding}{stride}"


@layer("conv2d", title="Conv2d", category="Convolution", keywords=("convolution", "image", "picture", "kernel", "cnn"))
class Conv2d(Layer):
    """Slides learnt windows over a picture. Input (N, C, H, W), output (N, filters, H', W').

    H' is H / stride, rounded up, for "same" padding, and floor((H - dilation * (kernel_size - 1) - 1) / stride) + 1 for
    "valid"; W' likewise. Source: https://pytorch.org/docs/stable/generated/torch.nn.Conv2d.html
    """

    filters: Channels = Param(
        32, help="Number of learnt windows, each of which makes one output channel.", unit="channels"
    )
    kernel_size: Extent2 = Param((3, 3), help="Height and width of the window.", unit="px")
    stride: Extent2 = Param(
        (1, 1), help="How far the window moves from one output to the next, down and across.", unit="px"
    )
    padding: Padding = Param(
        "same", help="Same: zeros around the picture keep its size (divided by the stride). Valid: no padding."
    )
    dilation: Extent2 = Param(
        (1, 1), help="Distance between the window's values; above 1 it sees further.", unit="px", advanced=True
    )
    groups: Channels = Param(
        1,
        help="Splits the channels into groups that don't see each other; as many as channels: depthwise.",
        advanced=True,
    )
    bias: bool = Param(True, help="Adds a learnt constant to each output channel.", advanced=True)

    def windows(self, x: TensorSpec) -> Windows:
        return Windows(x.dims[2:], self.kernel_size, self.stride, self.padding, self.dilation)

    def infer(self, x: TensorSpec) -> TensorSpec:
        needs.picture(x, one_dimensional="conv1d", title="Conv1d")
        channels = x.dims[1]
        assert isinstance(channels, int)
        _check_groups(channels, self.filters, self.groups)
        w = self.windows(x)
        w.check_fit(x, same_offered=self.padding == "valid")
        return TensorSpec((x.dims[0], self.filters, *w.lengths))

    def cost(self, x: TensorSpec, y: TensorSpec) -> Cost:
        channels = x.dims[1]
        assert isinstance(channels, int)
        weights = self.filters * (channels // self.groups) * prod(self.kernel_size)
        return Cost(weights + self.filters * self.bias, y.size // self.filters * weights)

    def code(self, x: TensorSpec) -> Code:
        channels, w = x.dims[1], self.windows(x)
        assert isinstance(channels, int)
        module = _construct(self, channels, w)
        if w.symmetric is not None:
            return Code("{self}({x})", module)
        forward = "{self}(F.pad({x}, " + w.pad_argument + "))"
        return Code(forward, module, imports=("import torch.nn.functional as F",))

    def summary(self) -> str:
        stride = f" · stride {argument(self.stride)}" if self.stride != (1, 1) else ""
        return f"{self.filters} filters · {times(self.kernel_size)} · {self.padding}{stride}"


def _check_groups(channels: int, filters: int, groups: int) -> None:
    """Refuses groups that do not divide the input's channels and the filters."""
    if channels % groups == 0 and filters % groups == 0:
        return
    cures = [SetField("Set groups to 1", "groups", 1)]
    common = gcd(channels, filters, groups)
    if common > 1:
        cures.insert(0, SetField(f"Set groups to {common}", "groups", common))
    if channels % groups == 0:
        more = -(-filters // groups) * groups
        cures.insert(0, SetField(f"Set filters to {more}", "filters", more))
    raise ShapeProblem(
        f"got {channels} channels, and has {filters} filters in {groups} groups",
        "Groups must divide both the channels and the filters",
        tuple(cures),
        brief=f"{groups} groups don't divide",
        code="shape.groups",
        values={"channels": channels, "filters": filters, "groups": groups},
    )


def _construct(conv: Conv1d | Conv2d, channels: int, w: Windows) -> str:
    """The constructor's text; an asymmetric pad is left to the forward line."""
    text = f"nn.{conv.title}({channels}, {conv.filters}, {argument(w.kernel)}{arguments('stride', w.stride, 1)}"
    if w.symmetric and any(w.symmetric):
        text += ', padding="same"' if set(w.stride) == {1} else f", padding={argument(w.symmetric)}"
    text += arguments("dilation", w.dilation, 1) + arguments("groups", (conv.groups,), 1)
    return text + ("" if conv.bias else ", bias=False") + ")"
