"""Layers that make pictures larger."""

from __future__ import annotations

from math import prod
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, field_validator

from ..errors import SetField, ShapeProblem
from ..graph.layer import Code, Cost, Layer, layer
from ..shapes import Dim, TensorSpec
from ..values import Param, pair
from . import needs
from .conv import Channels
from .window import Extent2, Padding, argument, arguments, times

Factor = Annotated[int, Field(gt=0, le=64)]
Side = Annotated[int, Field(ge=0, le=4096)]


@layer(
    "conv_transpose2d",
    title="ConvTranspose2d",
    category="Convolution",
    keywords=("deconvolution", "upsample", "decoder", "picture", "image"),
)
class ConvTranspose2d(Layer):
    """Spreads each value over a learnt window: a convolution backwards. Input (N, C, H, W), output (N, filters, H', W').

    H' is H * stride for "same" padding and (H - 1) * stride + kernel_size for "valid"; W' likewise.
    Source: https://pytorch.org/docs/stable/generated/torch.nn.ConvTranspose2d.html
    """

    filters: Channels = Param(
        32, help="Number of learnt windows, each of which makes one output channel.", unit="channels"
    )
    kernel_size: Extent2 = Param(
        (4, 4),
        help="Height and width of the window. A multiple of the stride covers every pixel equally often.",
        unit="px",
    )
    stride: Extent2 = Param((2, 2), help="How many times as high and wide the picture becomes.", unit="px")
    padding: Padding = Param(
        "same", help="Same: the size times the stride. Valid: also the edges that windows stand over."
    )
    bias: bool = Param(True, help="Adds a learnt constant to each output channel.", advanced=True)

    def infer(self, x: TensorSpec) -> TensorSpec:
        needs.picture(x)
        small = tuple(k for k, s in zip(self.kernel_size, self.stride, strict=True) if k < s)
        if small:
            larger = tuple(max(k, s) for k, s in zip(self.kernel_size, self.stride, strict=True))
            raise ShapeProblem(
                f"has a window of {times(self.kernel_size)} and a stride of {times(self.stride)}",
                "Windows must reach from one to the next, or pixels between them stay empty",
                (SetField(f"Set kernel size to {times(larger)}", "kernel_size", larger),),
                brief="window below the stride",
                code="shape.window",
                values={"kernel_size": list(self.kernel_size), "stride": list(self.stride)},
            )
        return TensorSpec((x.dims[0], self.filters, *(self._length(x.dims[2 + a], a) for a in (0, 1))))

    def _length(self, size: Dim, axis: int) -> Dim:
        kernel, stride = self.kernel_size[axis], self.stride[axis]
        extra = 0 if self.padding == "same" else kernel - stride
        if isinstance(size, int):
            return size * stride + extra
        if (stride, extra) == (1, 0):
            return size
        return f"({size} * {stride} + {extra})" if extra else f"({size} * {stride})"

    def cost(self, x: TensorSpec, y: TensorSpec) -> Cost:
        channels = x.dims[1]
        assert isinstance(channels, int)
        weights = self.filters * channels * prod(self.kernel_size)
        return Cost(weights + self.filters * self.bias, x.size // channels * weights)

    def code(self, x: TensorSpec) -> Code:
        rest = [k - s for k, s in zip(self.kernel_size, self.stride, strict=True)]
        text = f"nn.ConvTranspose2d({x.dims[1]}, {self.filters}, {argument(self.kernel_size)}"
        text += arguments("stride", self.stride, 1)
        cut = ""
        if self.padding == "same":
            # What stands over is cut off evenly, an odd pixel at the lower right.
            text += arguments("padding", tuple(r // 2 for r in rest), 0)
            ends = [":" if r % 2 == 0 else ":-1" for r in rest]
            cut = f"[:, :, {ends[0]}, {ends[1]}]" if any(r % 2 for r in rest) else ""
        return Code("{self}({x})" + cut, text + ("" if self.bias else ", bias=False") + ")")

    def summary(self) -> str:
        stride = f" · stride {argument(self.stride)}" if self.stride != (1, 1) else ""
        return f"{self.filters} filters · {times(self.kernel_size)} · {self.padding}{stride}"


@layer("upsample", title="Upsample", category="Convolution", keywords=("resize", "enlarge", "interpolate", "decoder"))
class Upsample(Layer):
    """Makes a picture larger, or brings it to a size. Input (N, C, H, W), output (N, C, H', W').

    Source: https://pytorch.org/docs/stable/generated/torch.nn.Upsample.html
    """

    factor: Annotated[tuple[Factor, Factor], BeforeValidator(pair)] = Param(
        (2, 2), help="How many times as high and wide the picture becomes, where no size is set."
    )
    size: Annotated[tuple[Side, Side], BeforeValidator(pair)] = Param(
        (0, 0), help="Height and width that the picture is brought to; 0 for the factor.", unit="px"
    )
    mode: Literal["nearest", "bilinear"] = Param(
        "nearest", help="Nearest repeats pixels; bilinear blends between them."
    )

    @field_validator("size")
    @classmethod
    def _both(cls, size: tuple[int, int]) -> tuple[int, int]:
        if (size[0] == 0) != (size[1] == 0):
            raise ValueError("both height and width must be set, or both 0")
        return size

    def infer(self, x: TensorSpec) -> TensorSpec:
        needs.picture(x)
        return TensorSpec((*x.dims[:2], *(self._length(x.dims[2 + a], a) for a in (0, 1))))

    def _length(self, size: Dim, axis: int) -> Dim:
        if self.size[axis]:
            return self.size[axis]
        factor = self.factor[axis]
        if isinstance(size, int):
            return size * factor
        return size if factor == 1 else f"({size} * {factor})"

    def code(self, x: TensorSpec) -> str:
        how = f"size={argument(self.size)}" if self.size[0] else f"scale_factor={argument(self.factor)}"
        return f'nn.Upsample({how}, mode="{self.mode}")'

    def summary(self) -> str:
        return f"to {times(self.size)} · {self.mode}" if self.size[0] else f"{times(self.factor)} times · {self.mode}"
