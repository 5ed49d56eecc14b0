"""Picture files as the arrays a network takes, and arrays as pictures for the screen."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ..errors import DataError
from .paths import unreadable
from .preprocess import InputPreprocess
from .raw import Array

if TYPE_CHECKING:
    from PIL.Image import Image

_DARK, _LIGHT = 0.25, 0.75
"""Shares of the pixel range below and above which a border counts as dark and light."""


def read_picture(path: Path, preprocess: InputPreprocess, invert: bool | None = None) -> tuple[Array, tuple[str, ...]]:
    """A picture file as one raw sample (H, W, C) of the training pictures' size, channels and range.

    The first frame is taken, turned as its EXIF tag says. Another aspect ratio is kept: the picture is fitted in, and the
    rest filled with the colour of its border. Resizing averages over the pixels that fall together.

    Args:
        path: any file that Pillow reads.
        preprocess: of the image input.
        invert: whether to swap dark and light; None does it for a grey picture whose border is light where those of the
            training pictures are dark, or the other way round.

    Returns the sample, and sentences on what was done to it. Raises ``DataError`` for a file that is no whole picture.
    """
    channels, height, width = preprocess.shape
    modes = {1: "L", 3: "RGB", 4: "RGBA"}
    if channels not in modes:
        raise DataError(
            f"The network takes pictures of {channels} channels, which no picture file has",
            "Picture files are grey or in colour",
            "Give the sample as a .npy file",
            code="data.picture_channels",
            values={"channels": channels},
        )
    image, notes = _opened(path)
    try:
        image = _in_mode(image, modes[channels], notes)
        if image.size != (width, height):
            image = _fitted(image, width, height, notes)
        pixels = np.asarray(image).reshape(height, width, channels)
    except DataError:
        raise
    except Exception as error:
        raise _broken(path, error) from error
    low, high = preprocess.pixel_range
    if invert is None:
        invert = channels == 1 and _swapped(pixels, preprocess)
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


def _opened(path: Path) -> tuple[Image, list[str]]:
    from PIL import Image, UnidentifiedImageError

    notes: list[str] = []
    try:
        with Image.open(path) as file:
            limit = Image.MAX_IMAGE_PIXELS or 0
            if limit and file.width * file.height > limit:
                raise Image.DecompressionBombError(f"{file.width * file.height} pixels")
            frames = int(getattr(file, "n_frames", 1))
            # A Photoshop file's frames are its layers, and what loads is all of them together.
            if frames > 1 and file.format != "PSD":
                notes.append(f"The file holds {frames} pictures; the first is used.")
            file.load()
            image = file.copy()
        turned = _turned(image)
        if turned is not image:
            notes.append("The picture was turned upright, as its camera noted.")
        return turned, notes
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        found = re.search(r"(\d+) pixels", str(error))
        millions = int(found[1]) / 1e6 if found else 0.0
        raise DataError(
            f"The picture '{path.name}' has {millions:,.0f} million pixels",
            f"Up to {(Image.MAX_IMAGE_PIXELS or 0) / 1e6:.0f} million are read",
            "Make it smaller first",
            code="data.picture_too_large",
            values={"file": path.name, "millions": millions},
        ) from error
    except UnidentifiedImageError as error:
        raise DataError(
            f"The file '{path.name}' is not a picture that can be read",
            "PNG, JPEG, WebP, TIFF, BMP, GIF and other common formats are",
            "Save it as PNG or JPEG",
            code="data.not_a_picture",
            values={"file": path.name},
        ) from error
    except PermissionError as error:
        raise unreadable(path, error) from error
    except Exception as error:
        # Pillow's readers raise whatever their parsers stumble over: OSError, SyntaxError, struct.error, ValueError...
        raise _broken(path, error) from error


def _turned(image: Image) -> Image:
    from PIL import ImageOps

    try:
        orientation = image.getexif().get(0x0112, 1)
        return ImageOps.exif_transpose(image) if orientation in range(2, 9) else image
    except Exception:
        # An unreadable tag says nothing about the pixels: the picture is taken as it is stored.
        return image


def _in_mode(image: Image, mode: str, notes: list[str]) -> Image:
    """The picture as 8-bit "L", "RGB" or "RGBA"."""
    image = _eight_bit(image)
    if mode == "RGBA":
        return image.convert("RGBA")
    if image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info:
        image = _on_background(image.convert("RGBA"), notes)
    if mode == "L" and image.mode not in ("L", "1"):
        colours = np.asarray(image.convert("RGB"))
        if (colours != colours[..., :1]).any():
            notes.append("The colours were turned to grey.")
    return image.convert(mode)


def _eight_bit(image: Image) -> Image:
    from PIL import Image, ImageCms

    if image.mode == "LAB":
        lab, srgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(image, lab, srgb, outputMode="RGB")
        return converted if converted is not None else image
    if not (image.mode.startswith("I") or image.mode == "F"):
        return image
    values = np.asarray(image).astype(np.float64)
    values = np.where(np.isfinite(values), values, 0.0)
    low, high = float(values.min()), float(values.max())
    if low >= 0.0:
        # White is the largest value of the fewest bits that hold them all: 12-bit cameras write 16-bit files.
        ranges = (1.0, 255.0, 65535.0) if image.mode == "F" else (255.0, 4095.0, 65535.0)
        low, high = 0.0, next((h for h in ranges if high <= h), high)
    return Image.fromarray(np.rint((values - low) * (255.0 / max(high - low, 1e-9))).astype(np.uint8))


def _on_background(image: Image, notes: list[str]) -> Image:
    """Puts a transparent picture on white, or on black where what is drawn is itself light."""
    from PIL import Image

    alpha = np.asarray(image)[..., 3].astype(np.float64)
    if alpha.min() == 255:
        return image.convert("RGB")
    grey = np.asarray(image.convert("RGB").convert("L")).astype(np.float64)
    light = alpha.sum() > 0 and (grey * alpha).sum() / alpha.sum() > 160
    colour = (0, 0, 0, 255) if light else (255, 255, 255, 255)
    notes.append(f"What is transparent was filled with {'black' if light else 'white'}.")
    return Image.alpha_composite(Image.new("RGBA", image.size, colour), image).convert("RGB")


def _fitted(image: Image, width: int, height: int, notes: list[str]) -> Image:
    from PIL import Image

    factor = min(width / image.width, height / image.height)
    inner = (max(1, round(image.width * factor)), max(1, round(image.height * factor)))
    notes.append(f"Resized from {image.width} x {image.height} to {inner[0]} x {inner[1]} pixels.")
    # A box averages exactly over the pixels that fall together; between pixels it would only repeat them.
    shrinks = inner[0] <= image.width and inner[1] <= image.height
    small = image.resize(inner, Image.Resampling.BOX if shrinks else Image.Resampling.BILINEAR)
    if inner == (width, height):
        return small
    pixels = np.asarray(image)
    edges = (pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1])
    fill = np.median(np.concatenate([e.reshape(len(e), -1) for e in edges]), axis=0)
    colour = tuple(round(v) for v in fill.tolist())
    whole = Image.new(image.mode, (width, height), colour if len(colour) > 1 else colour[0])
    whole.paste(small, ((width - inner[0]) // 2, (height - inner[1]) // 2))
    notes.append(f"Filled up to {width} x {height} pixels with the colour of its border.")
    return whole


def _swapped(pixels: Array, preprocess: InputPreprocess) -> bool:
    low, high = preprocess.pixel_range
    if preprocess.border is None or high <= low:
        return False
    trained = (preprocess.border - low) / (high - low)
    here = border_mean(pixels[None]) / 255.0
    return (trained < _DARK and here > _LIGHT) or (trained > _LIGHT and here < _DARK)


def _broken(path: Path, error: Exception) -> DataError:
    reason = (str(error).splitlines() or [""])[0].strip() or type(error).__name__
    return DataError(
        f"The picture '{path.name}' is damaged, cut short, or of a kind that cannot be read ({reason})",
        "",
        "Open it in another program and save it again as PNG",
        code="data.picture_damaged",
        values={"file": path.name, "reason": reason},
    )
