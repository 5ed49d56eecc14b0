"""What augmentations do to a batch: transformations and colour changes add up before any pixel is touched."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Literal

import torch
from torch.nn.functional import grid_sample

from .base import colour_channels

Edges = Literal["border", "black", "mirror"]

_PADDING = {"border": "border", "black": "zeros", "mirror": "reflection"}
_NEAREST = 0.05
"""Smallest divisor of a perspective: what it would reach beyond lies far outside the picture."""

LUMA = (0.299, 0.587, 0.114)
"""Shares of red, green and blue in grey. Source: ITU-R BT.601"""


class Geometry:
    """One homography for each sample, from places in the result to places in the picture.

    Places are (x, y, 1) with -1 and 1 at the outer edges of the outermost pixels; angles are those on the screen.
    """

    def __init__(self, pictures: torch.Tensor) -> None:
        self._pictures = pictures
        self._aspect = pictures.shape[3] / pictures.shape[2]
        self._inverse: torch.Tensor | None = None
        self._tilted = False

    @property
    def size(self) -> tuple[int, int]:
        """Height and width in pixels."""
        return self._pictures.shape[2], self._pictures.shape[3]

    def stretch(self, across: torch.Tensor, along: torch.Tensor) -> None:
        """Enlarges by factors (N,) of width and height; negative ones mirror."""
        self._then({(0, 0): 1.0 / across, (1, 1): 1.0 / along})

    def rotate(self, angle: torch.Tensor) -> None:
        """Turns anticlockwise by radians (N,)."""
        cos, sin = angle.cos(), angle.sin()
        self._then({(0, 0): cos, (0, 1): -sin / self._aspect, (1, 0): sin * self._aspect, (1, 1): cos})

    def shift(self, right: torch.Tensor, down: torch.Tensor) -> None:
        """Moves by distances (N,); 2 is the whole width or height."""
        self._then({(0, 2): -right, (1, 2): -down})

    def shear(self, across: torch.Tensor, along: torch.Tensor) -> None:
        """Slants by tangents (N,): x + across * y, and y + along * x."""
        whole = 1.0 / (1.0 - across * along)
        self._then(
            {
                (0, 0): whole,
                (0, 1): -across * whole / self._aspect,
                (1, 0): -along * whole * self._aspect,
                (1, 1): whole,
            }
        )

    def tilt(self, across: torch.Tensor, along: torch.Tensor) -> None:
        """Divides by 1 + across * x + along * y, each (N,)."""
        self._tilted = True
        self._then({(2, 0): across, (2, 1): along})

    def crop(self, width: torch.Tensor, height: torch.Tensor, x: torch.Tensor, y: torch.Tensor) -> None:
        """Makes the part of a width and height (shares, (N,)) about the place (x, y) the whole."""
        self._then({(0, 0): width, (0, 2): x, (1, 1): height, (1, 2): y})

    def _then(self, entries: dict[tuple[int, int], torch.Tensor]) -> None:
        """Adds a step; ``entries`` are those of its inverse that differ from the identity."""
        pictures = self._pictures
        step = torch.eye(3, device=pictures.device).repeat(len(pictures), 1, 1)
        for (row, column), values in entries.items():
            step[:, row, column] = values
        # What is done last to a picture is undone first on the way from the result back to it.
        self._inverse = step if self._inverse is None else torch.bmm(self._inverse, step)

    def result(self, edges: Edges) -> torch.Tensor:
        """The pictures (N, C, H, W), sampled once, bilinearly; ``edges`` says what lies around them."""
        pictures = self._pictures
        if self._inverse is None:
            return pictures
        grid = self._places(self._inverse)
        if edges == "border" and pictures.device.type == "mps":
            # Metal knows no "border" in all supported versions of torch; staying within the outermost pixels is the same.
            edges, grid = "black", _within(grid, *pictures.shape[2:])
        return grid_sample(pictures, grid, mode="bilinear", padding_mode=_PADDING[edges], align_corners=False)

    def _places(self, inverse: torch.Tensor) -> torch.Tensor:
        """Where in its picture each pixel of the result comes from, (N, H, W, 2).

        Each coordinate is a sum of a row and a column, which is several times as quick as a product of matrices of 3 x 2.
        """
        count, _, height, width = self._pictures.shape
        x, y = _middles(width, inverse.device), _middles(height, inverse.device)
        grid = torch.empty((count, height, width, 2), device=inverse.device)
        for axis in range(2):
            torch.add(*_terms(inverse[:, axis], x, y), out=grid[..., axis])
        if self._tilted:
            across, along = _terms(inverse[:, 2], x, y)
            grid /= (across + along).clamp_(min=_NEAREST).unsqueeze(3)
        return grid


def _middles(pixels: int, device: torch.device) -> torch.Tensor:
    """Places of the middles of a side's pixels, between -1 and 1."""
    return (torch.arange(pixels, device=device) * 2.0 + 1.0) / pixels - 1.0


def _terms(row: torch.Tensor, x: torch.Tensor, y: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """A row (N, 3) times (x, y, 1), as two terms that broadcast to (N, H, W)."""
    across, along, whole = row.unbind(1)
    return (across[:, None] * x)[:, None, :], (along[:, None] * y + whole[:, None])[:, :, None]


def _within(grid: torch.Tensor, height: int, width: int) -> torch.Tensor:
    """Places (N, H, W, 2) moved to the middle of the outermost pixels where they lie beyond."""
    limit = grid.new_tensor([1.0 - 1.0 / width, 1.0 - 1.0 / height])
    return torch.minimum(torch.maximum(grid, -limit), limit)


class Colour:
    """One matrix and offset for each sample: pixel -> matrix @ pixel + offset.

    Of colour pictures (N, 3 or 4, H, W) red, green and blue are changed, alpha stays. Pictures of any other number of
    channels are grey: each channel gets the same factor, and there is no saturation or hue to change.
    """

    def __init__(self, pictures: torch.Tensor) -> None:
        self._pictures = pictures
        self._channels = colour_channels(pictures.shape[1])
        count, device = len(pictures), pictures.device
        self._luma = _luma(self._channels, device)
        self._matrix = torch.eye(self._channels, device=device).repeat(count, 1, 1)
        self._offset = torch.zeros((count, self._channels, 1), device=device)
        self._mean: torch.Tensor | None = None

    def brighten(self, factor: torch.Tensor) -> None:
        """factor * pixel, for factors (N,)."""
        factor = factor.view(-1, 1, 1)
        self._matrix, self._offset = self._matrix * factor, self._offset * factor

    def contrast(self, factor: torch.Tensor) -> None:
        """factor * pixel + (1 - factor) * the picture's mean grey as it is by now."""
        if self._mean is None:
            dims = (2, 3) if self._channels == 3 else (1, 2, 3)
            self._mean = self._pictures[:, : self._channels if self._channels == 3 else None].mean(dims)
            self._mean = self._mean.view(len(self._pictures), self._channels, 1)
        now = torch.baddbmm(self._offset, self._matrix, self._mean)
        grey = (now * self._luma.view(1, -1, 1)).sum(1, keepdim=True)
        self.brighten(factor)
        self._offset = self._offset + grey * (1.0 - factor.view(-1, 1, 1))

    def saturate(self, factor: torch.Tensor) -> None:
        """factor * pixel + (1 - factor) * its luma."""
        factor = factor.view(-1, 1, 1)
        same = torch.eye(self._channels, device=factor.device)
        self._then(factor * same + (1.0 - factor) * self._luma.expand(self._channels, -1))

    def turn(self, angle: torch.Tensor) -> None:
        """Turns the two chroma axes of YIQ by radians (N,); the luma stays."""
        if self._channels == 3:
            kept, plane, turned = _hue_parts(angle.device)
            angle = angle.view(-1, 1, 1)
            self._then(kept + angle.cos() * plane + angle.sin() * turned)

    def _then(self, matrix: torch.Tensor) -> None:
        self._matrix, self._offset = torch.bmm(matrix, self._matrix), torch.bmm(matrix, self._offset)

    def result(self) -> torch.Tensor:
        """The pictures (N, C, H, W), each changed once; values may lie outside 0 to 1."""
        pictures = self._pictures
        if self._channels == 1:
            return torch.addcmul(self._offset.unsqueeze(3), pictures, self._matrix.unsqueeze(3))
        colours = torch.baddbmm(self._offset, self._matrix, pictures[:, :3].flatten(2)).view_as(pictures[:, :3])
        return colours if pictures.shape[1] == 3 else torch.cat([colours, pictures[:, 3:]], dim=1)


@cache
def _luma(channels: int, device: torch.device) -> torch.Tensor:
    return torch.tensor(LUMA if channels == 3 else (1.0,), device=device)


@cache
def _hue_parts(device: torch.device) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Matrices (3, 3) whose sum, times 1, cos and sin of an angle, turns the chroma by it."""
    red, green, blue = LUMA
    # Y, I = 0.736 (R - Y) - 0.268 (B - Y), Q = 0.478 (R - Y) + 0.413 (B - Y): grey has no chroma, to the last bit.
    to_yiq = torch.tensor([LUMA, LUMA, LUMA], dtype=torch.float64)
    for row, (of_red, of_blue) in ((1, (0.736, -0.268)), (2, (0.478, 0.413))):
        total = of_red + of_blue
        to_yiq[row] = torch.tensor([of_red - total * red, -total * green, of_blue - total * blue])
    back = torch.linalg.inv(to_yiq)
    parts = []
    for entries in ({(0, 0): 1.0}, {(1, 1): 1.0, (2, 2): 1.0}, {(1, 2): -1.0, (2, 1): 1.0}):
        middle = torch.zeros(3, 3, dtype=torch.float64)
        for place, value in entries.items():
            middle[place] = value
        parts.append((back @ middle @ to_yiq).float().to(device))
    return parts[0], parts[1], parts[2]


class Finish:
    """Blur, noise and erasing, one after the other. ``pictures`` (N, C, H, W) is replaced, never written into."""

    def __init__(self, pictures: torch.Tensor, generator: torch.Generator) -> None:
        self.pictures, self._generator = pictures, generator

    def blur(self, sigma: torch.Tensor) -> None:
        """A Gaussian of a standard deviation (N,) in pixels; at the edges it weighs what is there. 0 changes nothing."""
        count, channels, height, width = self.pictures.shape
        rows = torch.bmm(
            self.pictures.reshape(count, channels * height, width), _gaussian(sigma, width).transpose(1, 2)
        )
        rows = rows.view(count, channels, height, width).transpose(1, 2).reshape(count, height, channels * width)
        columns = torch.bmm(_gaussian(sigma, height), rows).view(count, height, channels, width)
        self.pictures = columns.transpose(1, 2).contiguous()

    def noise(self, deviation: torch.Tensor) -> None:
        """Gaussian noise of a standard deviation (N,)."""
        noise = torch.randn(self.pictures.shape, generator=self._generator, device=self.pictures.device)
        self.pictures = torch.addcmul(self.pictures, noise, deviation.view(-1, 1, 1, 1))

    def erase(self, width: torch.Tensor, height: torch.Tensor, x: torch.Tensor, y: torch.Tensor, fill: str) -> None:
        """Covers a rectangle of a width and height (shares, (N,)); x and y in [0, 1) place it within the picture."""
        pictures = self.pictures
        across, along = inside(width, x, pictures.shape[3]), inside(height, y, pictures.shape[2])
        covered = (along.unsqueeze(2) * across.unsqueeze(1)).unsqueeze(1)
        if fill == "noise":
            cover = torch.rand(pictures.shape, generator=self._generator, device=pictures.device)
        elif fill == "mean":
            cover = pictures.mean((2, 3), keepdim=True)
        else:
            cover = pictures.new_zeros((1, 1, 1, 1))
        # At 0 and 1 exact, and several times as quick as a choice by truth values.
        self.pictures = torch.lerp(pictures, cover, covered)

    def change(self, chosen: torch.Tensor, way: Callable[..., torch.Tensor], *numbers: torch.Tensor) -> None:
        """Does ``way(pictures, *numbers)`` to the chosen (N,) of 0 or 1; ``numbers`` are (N,) each."""
        if self.pictures.device.type == "cpu":
            # Few are chosen as a rule. Elsewhere finding out which would wait for the device.
            rows = chosen.nonzero().squeeze(1)
            if len(rows):
                changed = way(self.pictures[rows], *(n[rows] for n in numbers))
                self.pictures = self.pictures.index_copy(0, rows, changed)
            return
        changed = way(self.pictures, *numbers)
        self.pictures = torch.where(chosen.view(-1, 1, 1, 1) > 0, changed, self.pictures)


def _gaussian(sigma: torch.Tensor, size: int) -> torch.Tensor:
    """Weights (N, size, size) of each pixel in each blurred one; the identity where sigma is 0."""
    places = torch.arange(size, device=sigma.device, dtype=torch.float32)
    squares = (places.unsqueeze(0) - places.unsqueeze(1)).square()
    return torch.softmax(-squares / (2.0 * sigma.square().clamp(min=1e-4)).view(-1, 1, 1), dim=2)


def inside(size: torch.Tensor, place: torch.Tensor, pixels: int, *, cut: bool = False) -> torch.Tensor:
    """1 for the pixels of a side that an interval of a length (share) covers, 0 for the others, float32 (N, pixels).

    ``place`` in [0, 1) is where the interval lies of all places within the side, or with ``cut`` where its middle lies: it may
    then reach beyond the ends.
    """
    middle = (torch.arange(pixels, device=size.device, dtype=torch.float32) + 0.5) / pixels
    start = (place - 0.5 * size if cut else place * (1.0 - size)).unsqueeze(1)
    return ((middle >= start) & (middle < start + size.unsqueeze(1))).to(torch.float32)
