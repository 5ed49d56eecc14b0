"""Picture files as the arrays a network takes, and arrays as pictures for the screen."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ..errors import DataError
from .picture_files import MODES, PictureShape, decode, quiet_pillow
from .preprocess import InputPreprocess
from .raw import Array

_DARK, _LIGHT = 0.25, 0.75
"""Shares of the pixel range below and above which a border counts as dark and light."""


def read_picture(path: Path, preprocess: InputPreprocess, invert: bool | None = None) -> tuple[Array, tuple[str, ...]]:
    """A picture file as one raw sample (H, W, C) of the training pictures' size, channels and range.

    It is decoded as training pictures are (see ``decode``), and resized in the same way; where those came as arrays, another
    aspect ratio is kept: the picture is fitted in, and the rest filled with the colour of its border.

    Args:
        path: any file that Pillow reads.
        preprocess: of the image input.
        invert: whether to swap dark and light; None does it for a grey picture whose border is light where those of the
            training pictures are dark, or the other way round, unless those were files that were taken as they are.

    Returns the sample, and sentences on what was done to it. Raises ``DataError`` for a file that is no whole picture.
    """
    channels, height, width = preprocess.shape
    if channels not in MODES:
        raise DataError(
            f"The network takes pictures of {channels} channels, which no picture file has",
            "Picture files are grey or in colour",
            "Give the sample as a .npy file",
            code="data.picture_channels",
            values={"channels": channels},
        )
    shape = PictureShape(
        height, width, channels, preprocess.resize, background="white" if preprocess.from_files else "auto"
    )
    quiet_pillow()
    pixels, done = decode(path, path.name, shape)
    notes = list(done.values())
    low, high = preprocess.pixel_range
    if invert is None:
        invert = channels == 1 and not preprocess.from_files and _swapped(pixels, preprocess)
        if invert:
            notes.append("Dark and light are swapped, as in the training pictures.")
    if invert:
        pixels = 255 - pixels
    if (low, high) != (0.0, 255.0):
        return (low + pixels.astype(np.float32) * ((high - low) / 255.0)).astype(np.float32), tuple(notes)
    return np.ascontiguousarray(pixels), tuple(notes)


def as_picture(sample: Array, pixel_range: tuple[float, float] = (0.0, 255.0)) -> Array:
    """A raw sample (H, W, C) for the screen: uint8 (H, W) grey, or (H, W, 3).

    Two channels show as red and green; of more than four the first three are shown; alpha is left out.
    """
    low, high = pixel_range
    if sample.dtype != np.uint8:
        span = high - low if high > low else 1.0
        sample = np.rint(np.clip((sample - low) / span, 0.0, 1.0) * 255.0).astype(np.uint8)
    channels = sample.shape[2]
    if channels == 1:
        return np.ascontiguousarray(sample[..., 0])
    if channels == 2:
        sample = np.concatenate([sample, np.zeros_like(sample[..., :1])], axis=2)
    return np.ascontiguousarray(sample[..., :3])


def border_mean(pictures: Array, indexes: Array | slice = slice(None)) -> float:
    """Mean value of the outermost pixels of the chosen pictures out of (N, H, W, C)."""
    edges = (pictures[:, 0], pictures[:, -1], pictures[:, :, 0], pictures[:, :, -1])
    return float(np.mean([edge[indexes].mean(dtype=np.float64) for edge in edges]))


def _swapped(pixels: Array, preprocess: InputPreprocess) -> bool:
    low, high = preprocess.pixel_range
    if preprocess.border is None or high <= low:
        return False
    trained = (preprocess.border - low) / (high - low)
    here = border_mean(pixels[None]) / 255.0
    return (trained < _DARK and here > _LIGHT) or (trained > _LIGHT and here < _DARK)
