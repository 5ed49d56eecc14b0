"""Pooling: windows without weights, and the average over everything.

"Same" padding makes the output as long as the input divided by the stride, rounded up (see ``window``). Padded places
never count: they are minus infinity to a maximum, and an average is taken over the real values only.
"""

from __future__ import annotations

from typing import ClassVar

from ..graph.layer import Code, Layer, layer
from ..shapes import TensorSpec, batch
from ..values import Param
from . import needs
from .window import Extent, Extent2, Padding, Windows, argument, arguments, times

AVERAGE_OF_REAL = '''def average_of_real(x, pool, pad):
    """Pools padded values, counting only the real ones in each window."""
    return pool(F.pad(x, pad)) / pool(F.pad(torch.ones_like(x[:1, :1]), pad))
'''


class Pool(Layer):
    """Base of windowed pooling; a channels-first tensor goes in and out of ``pool_code``."""

    module: ClassVar[str]
    average: ClassVar[bool] = False

    def pool_code(self, w: Windows, x: str) -> Code:
        """The code of pooling the channels-first expression ``x``."""
        text = f"nn.{self.module}({argument(w.kernel)}"
        if w.stride != w.kernel:
            text += f", stride={argument(w.stride)}"
        pads = w.symmetric
        if pads is not None:
            text += arguments("padding", pads, 0)
            text += ", count_include_pad=False" if self.average and any(pads) else ""
            return Code(f"{{self}}({x})", f"{text})")
        imports = ("import torch.nn.functional as F",)
        if self.average:
            return Code(f"average_of_real({x}, {{self}}, {w.pad_argument})", f"{text})", imports, (AVERAGE_OF_REAL,))
        return Code(f'{{self}}(F.pad({x}, {w.pad_argument}, value=float("-inf")))', f"{text})", imports)


class Pool1d(Pool):
    """Base of pooling along a sequence. Input (N, T, C), output (N, T', C)."""

    twin: ClassVar[tuple[str, str]]
    kernel_size: Extent = Param(2, help="Length of the window.", unit="steps")
    stride: Extent | None = Param(
        None, help="How far the window moves from one output to the next; empty: the kernel size.", unit="steps"
    )
    padding: Padding = Param(
        "valid", help="Valid: windows stay inside. Same: they may reach past the ends, where nothing counts."
    )

    def windows(self, x: TensorSpec) -> Windows:
        return Windows((x.dims[1],), (self.kernel_size,), (self.stride or self.kernel_size,), self.padding, (1,))

    def infer(self, x: TensorSpec) -> TensorSpec:
        needs.sequence(x, two_dimensional=self.twin[0], title=self.twin[1])
        w = self.windows(x)
        w.check_fit(x, same_offered=self.padding == "valid")
        return TensorSpec((x.dims[0], *w.lengths, x.dims[2]))

    def code(self, x: TensorSpec) -> Code:
        made = self.pool_code(self.windows(x), "{x}.transpose(1, 2)")
        return Code(f"{made.forward}.transpose(1, 2)", made.module, made.imports, made.helpers)

    def summary(self) -> str:
        stride = f" · stride {self.stride}" if self.stride not in (None, self.kernel_size) else ""
        return f"{self.kernel_size}{' · same' if self.padding == 'same' else ''}{stride}"


class Pool2d(Pool):
    """Base of pooling over a picture. Input (N, C, H, W), output (N, C, H', W')."""

    twin: ClassVar[tuple[str, str]]
    kernel_size: Extent2 = Param((2, 2), help="Height and width of the window.", unit="px")
    stride: Extent2 | None = Param(
        None, help="How far the window moves, down and across; empty: the kernel size.", unit="px"
    )
    padding: Padding = Param(
        "valid", help="Valid: windows stay inside. Same: they may reach past the edge, where nothing counts."
    )

    def windows(self, x: TensorSpec) -> Windows:
        return Windows(x.dims[2:], self.kernel_size, self.stride or self.kernel_size, self.padding, (1, 1))

    def infer(self, x: TensorSpec) -> TensorSpec:
        needs.picture(x, one_dimensional=self.twin[0], title=self.twin[1])
        w = self.windows(x)
        w.check_fit(x, same_offered=self.padding == "valid")
        return TensorSpec((*x.dims[:2], *w.lengths))

    def code(self, x: TensorSpec) -> Code:
        return self.pool_code(self.windows(x), "{x}")

    def summary(self) -> str:
        stride = f" · stride {argument(self.stride)}" if self.stride and self.stride != self.kernel_size else ""
        return f"{times(self.kernel_size)}{' · same' if self.padding == 'same' else ''}{stride}"


@layer("max_pool1d", title="MaxPool1d", category="Pooling", keywords=("maximum", "downsample", "max pool"))
class MaxPool1d(Pool1d):
    """Keeps the largest value in each window of a sequence. Input (N, T, C), output (N, T', C).

    Source: https://pytorch.org/docs/stable/generated/torch.nn.MaxPool1d.html
    """

    module = "MaxPool1d"
    twin = ("max_pool2d", "MaxPool2d")


@layer("max_pool2d", title="MaxPool2d", category="Pooling", keywords=("maximum", "downsample", "max pool"))
class MaxPool2d(Pool2d):
    """Keeps the largest value in each window of a picture. Input (N, C, H, W), output (N, C, H', W').

    Source: https://pytorch.org/docs/stable/generated/torch.nn.MaxPool2d.html
    """

    module = "MaxPool2d"
    twin = ("max_pool1d", "MaxPool1d")


@layer("avg_pool1d", title="AvgPool1d", category="Pooling", keywords=("average", "mean", "downsample", "avg pool"))
class AvgPool1d(Pool1d):
    """Averages the values in each window of a sequence. Input (N, T, C), output (N, T', C).

    Source: https://pytorch.org/docs/stable/generated/torch.nn.AvgPool1d.html
    """

    module = "AvgPool1d"
    average = True
    twin = ("avg_pool2d", "AvgPool2d")


@layer("avg_pool2d", title="AvgPool2d", category="Pooling", keywords=("average", "mean", "downsample", "avg pool"))
class AvgPool2d(Pool2d):
    """Averages the values in each window of a picture. Input (N, C, H, W), output (N, C, H', W').

    Source: https://pytorch.org/docs/stable/generated/torch.nn.AvgPool2d.html
    """

    module = "AvgPool2d"
    average = True
    twin = ("avg_pool1d", "AvgPool1d")


@layer(
    "global_avg_pool",
    title="GlobalAvgPool",
    category="Pooling",
    keywords=("global average pool", "mean", "gap", "adaptive"),
)
class GlobalAvgPool(Layer):
    """Averages each channel over the whole picture or sequence. Input (N, C, H, W) or (N, T, C), output (N, C).

    Source: Lin, Chen, Yan, "Network In Network", 2014, https://arxiv.org/abs/1312.4400
    """

    def infer(self, x: TensorSpec) -> TensorSpec:
        if x.rank == 3:
            needs.sequence(x)
            return batch(x.dims[2])
        needs.picture(x)
        return batch(x.dims[1])

    def code(self, x: TensorSpec) -> Code:
        return Code("{x}.mean(dim=1)" if x.rank == 3 else "{x}.mean(dim=(2, 3))")


@layer(
    "global_max_pool",
    title="GlobalMaxPool",
    category="Pooling",
    keywords=("global maximum pool", "max over time", "gmp", "adaptive", "text"),
)
class GlobalMaxPool(Layer):
    """Keeps each channel's largest value over the whole picture or sequence. Input (N, C, H, W) or (N, T, C), output (N, C).

    Over a text, what fills up a short one hardly matters. Source: Kim, "Convolutional Neural Networks for Sentence
    Classification", 2014, https://arxiv.org/abs/1408.5882
    """

    def infer(self, x: TensorSpec) -> TensorSpec:
        if x.rank == 3:
            needs.sequence(x)
            return batch(x.dims[2])
        needs.picture(x)
        return batch(x.dims[1])

    def code(self, x: TensorSpec) -> Code:
        return Code("{x}.amax(dim=1)" if x.rank == 3 else "{x}.amax(dim=(2, 3))")
