"""Windows that slide over one or two axes: sizes, "same" padding and how both are written in source.

"Same" padding makes the output as long as the input divided by the stride, rounded up, whatever the input's length: it
adds ``dilation * (kernel_size - 1)`` values in all, half of them in front and the larger half behind. For odd kernels
that is the symmetric ``padding=`` of torch (and of the ResNet papers); where the halves differ it is written out as an
explicit pad, because torch refuses ``padding="same"`` with a stride and warns for even kernels. Keras pads less in
front when the stride is above 1, so its windows lie up to a pixel further on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from ..errors import SetField, ShapeProblem
from ..shapes import Dim, TensorSpec, same_window, window
from ..values import pair

Extent = Annotated[int, Field(gt=0, le=1024)]
Extent2 = Annotated[tuple[Extent, Extent], BeforeValidator(pair)]
"""Height and width; a single number means both."""
Padding = Literal["same", "valid"]

AXES = {1: ("long",), 2: ("high", "wide")}


@dataclass(frozen=True)
class Windows:
    """Windows over the last axes of a channels-first tensor, one entry of each field for an axis."""

    sizes: tuple[Dim, ...]
    kernel: tuple[int, ...]
    stride: tuple[int, ...]
    padding: Padding
    dilation: tuple[int, ...]

    @property
    def lengths(self) -> tuple[Dim, ...]:
        """Output length of each axis; below 1 where the window does not fit."""
        axes = zip(self.sizes, self.kernel, self.stride, self.dilation, strict=True)
        if self.padding == "same":
            return tuple(same_window(size, stride) for size, _, stride, _ in axes)
        return tuple(window(size, kernel, stride, 0, dilation) for size, kernel, stride, dilation in axes)

    @property
    def pads(self) -> tuple[tuple[int, int], ...]:
        """Values added in front of and behind each axis; behind, no more than the last window reaches, where known."""
        if self.padding == "valid":
            return tuple((0, 0) for _ in self.sizes)
        found = []
        for size, kernel, stride, dilation in zip(self.sizes, self.kernel, self.stride, self.dilation, strict=True):
            total = dilation * (kernel - 1)
            before, after = total // 2, total - total // 2
            if before != after and isinstance(size, int):
                last = (-(-size // stride) - 1) * stride
                after = min(after, max(0, last + total + 1 - before - size))
            found.append((before, after))
        return tuple(found)

    @property
    def symmetric(self) -> tuple[int, ...] | None:
        """The pads as one number an axis, None when front and back differ."""
        return None if any(a != b for a, b in self.pads) else tuple(a for a, _ in self.pads)

    @property
    def pad_argument(self) -> str:
        """The pads as ``F.pad`` takes them, the last axis first: ``(left, right, top, bottom)``."""
        flat = [str(value) for before, after in reversed(self.pads) for value in (before, after)]
        return f"({', '.join(flat)})"

    def check_fit(self, x: TensorSpec, *, same_offered: bool) -> None:
        """Raises ``ShapeProblem`` where a window is larger than what it slides over."""
        if all(not isinstance(n, int) or n >= 1 for n in self.lengths):
            return
        reach = [d * (k - 1) + 1 for k, d in zip(self.kernel, self.dilation, strict=True)]
        known = [size if isinstance(size, int) else reach[i] for i, size in enumerate(self.sizes)]
        axes = AXES[len(known)]
        needed = " and ".join(f"at least {r} {axis}" for r, axis, n in zip(reach, axes, known, strict=True) if r > n)
        single = len(known) == 1
        cures = []
        if same_offered:
            cures.append(SetField("Set padding to same", "padding", "same"))
        if any(d > 1 for d in self.dilation):
            cures.append(SetField("Set dilation to 1", "dilation", 1 if single else (1, 1)))
        smaller = tuple(min(k, (n - 1) // d + 1) for k, d, n in zip(self.kernel, self.dilation, known, strict=True))
        cures.append(SetField(f"Set kernel size to {times(smaller)}", "kernel_size", smaller[0] if single else smaller))
        dilated = f" (dilation {times(self.dilation)})" if any(d > 1 for d in self.dilation) else ""
        raise ShapeProblem(
            f"got {x} and has a window of {times(self.kernel)}{dilated}",
            f"The window must fit: the input must be {needed}",
            tuple(cures),
            brief="window larger than the input",
            code="shape.window",
            values={"got": str(x), "kernel_size": list(self.kernel), "dilation": list(self.dilation)},
        )


def times(numbers: tuple[int, ...]) -> str:
    """``(3, 3)`` as "3×3", ``(5,)`` as "5"."""
    return "×".join(map(str, numbers))


def argument(numbers: tuple[int, ...]) -> str:
    """Numbers as source: one number when all are equal."""
    return str(numbers[0]) if len(set(numbers)) == 1 else f"({', '.join(map(str, numbers))})"


def arguments(name: str, numbers: tuple[int, ...], default: int) -> str:
    """``", name=3"``, or nothing when every number is torch's default."""
    return "" if set(numbers) == {default} else f", {name}={argument(numbers)}"
