"""Decoding picture files: one way for training and for prediction, so that both see the same pixels."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

import numpy as np

from ..errors import DataError
from .paths import unreadable
from .raw import Array, ResizeMode

if TYPE_CHECKING:
    from PIL.Image import Image

MODES = {1: "L", 3: "RGB", 4: "RGBA"}
"""Pillow's mode for a number of channels."""

Note = Literal["frames", "turned", "transparent", "grey", "resized", "filled"]
"""What can be done to a picture on its way to an array."""


@dataclass(frozen=True)
class PictureShape:
    """What every decoded picture looks like.

    Attributes:
        height, width: in pixels.
        channels: 1 grey, 3 RGB, 4 RGB and alpha.
        resize: "stretch" changes the aspect ratio, "fit" keeps it and fills the rest with the colour of the border,
            "cover" keeps it and cuts off what stands over, the same on both sides.
        background: what transparent pictures are put on; "auto" takes black where what is drawn is itself light.
    """

    height: int
    width: int
    channels: int
    resize: ResizeMode = "fit"
    background: Literal["white", "auto"] = "white"


def decode(file: Path | BinaryIO, name: str, shape: PictureShape) -> tuple[Array, dict[Note, str]]:
    """A picture file as (height, width, channels) uint8, and what was done to it, in sentences.

    The first frame is taken, turned as its EXIF tag says. Where pixels fall together they are averaged. A JPEG is decoded
    at the smallest of its eighths that is not below the wanted size, which is several times faster.

    Args:
        file: the path, or the file opened for reading.
        name: what to call it in messages.
        shape: what to make of it.

    Raises ``DataError`` for a file that is no whole picture. Call ``quiet_pillow`` once before.
    """
    from PIL import Image, UnidentifiedImageError

    notes: dict[Note, str] = {}
    try:
        with Image.open(file) as image:
            return _decoded(image, shape, notes), notes
    except DataError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        found = re.search(r"(\d+) pixels", str(error))
        millions = int(found[1]) / 1e6 if found else 0.0
        raise DataError(
            f"The picture '{name}' has {millions:,.0f} million pixels",
            f"Up to {(Image.MAX_IMAGE_PIXELS or 0) / 1e6:.0f} million are read",
            "Make it smaller first",
            code="data.picture_too_large",
            values={"file": name, "millions": millions},
        ) from error
    except UnidentifiedImageError as error:
        raise DataError(
            f"The file '{name}' is not a picture that can be read",
            "PNG, JPEG, WebP, TIFF, BMP, GIF and other common formats are",
            "Save it as PNG or JPEG",
            code="data.not_a_picture",
            values={"file": name},
        ) from error
    except (PermissionError, FileNotFoundError) as error:
        raise unreadable(Path(name), error) from error
    except Exception as error:
        # Pillow's readers raise whatever their parsers stumble over: OSError, SyntaxError, struct.error, ValueError...
        reason = (str(error).splitlines() or [""])[0].strip() or type(error).__name__
        # An opened file is called by its address, which tells nobody anything.
        reason = re.sub(r"\s*<_io\.\S+ .*>", "", reason)
        raise DataError(
            f"The picture '{name}' is damaged, cut short, or of a kind that cannot be read ({reason})",
            "",
            "Open it in another program and save it again as PNG",
            code="data.picture_damaged",
            values={"file": name, "reason": reason},
        ) from error


def upright_size(path: Path) -> tuple[int, int] | None:
    """Height and width of a picture as it is looked at, from its header; None where that can't be read."""
    from PIL import Image

    quiet_pillow()
    try:
        with Image.open(path) as image:
            width, height = image.size
            return (width, height) if _orientation(image) >= 5 else (height, width)
    except Exception:
        # Whatever is wrong with the file is told when it is decoded.
        return None


def quiet_pillow() -> None:
    """Keeps Pillow's remarks on odd but readable files away from the console; what can't be read is told by errors."""
    warnings.filterwarnings("ignore", module=r"PIL\.")
    warnings.filterwarnings("ignore", message="Image size .* exceeds limit")


def _decoded(image: Image, shape: PictureShape, notes: dict[Note, str]) -> Array:
    from PIL import Image as Pillow

    limit = Pillow.MAX_IMAGE_PIXELS or 0
    if limit and image.width * image.height > limit:
        raise Pillow.DecompressionBombError(f"{image.width * image.height} pixels")
    if getattr(image, "is_animated", False) and image.format != "PSD":
        # A Photoshop file's frames are its layers, and what loads is all of them together.
        notes["frames"] = f"The file holds {getattr(image, 'n_frames', 2)} pictures; the first is used."
    size, wanted = image.size, (shape.width, shape.height)
    if image.format in ("JPEG", "MPO"):
        orientation = _orientation(image)
        stored = (wanted[1], wanted[0]) if orientation >= 5 else wanted
        image.draft("L" if shape.channels == 1 else "RGB", _scaled(size, stored, shape.resize))
        image.load()
    else:
        image.load()
        orientation = _orientation(image)
    if orientation > 1:
        image = _turned(image, orientation)
        size = (size[1], size[0]) if orientation >= 5 else size
        notes["turned"] = "The picture was turned upright, as its camera noted."
    image = _in_mode(image, MODES[shape.channels], shape, notes)
    if image.size != wanted:
        image = _resized(image, size, wanted, shape.resize, notes)
    return np.asarray(image).reshape(shape.height, shape.width, shape.channels)


def _orientation(image: Image) -> int:
    if image.format == "JPEG" and "exif" not in image.info and "xmp" not in image.info:
        return 1  # nothing to look through
    try:
        found = image.getexif().get(0x0112, 1)
    except Exception:
        # An unreadable tag says nothing about the pixels: the picture is taken as it is stored.
        return 1
    return found if isinstance(found, int) and 2 <= found <= 8 else 1


def _turned(image: Image, orientation: int) -> Image:
    from PIL.Image import Transpose

    return image.transpose(
        {
            2: Transpose.FLIP_LEFT_RIGHT,
            3: Transpose.ROTATE_180,
            4: Transpose.FLIP_TOP_BOTTOM,
            5: Transpose.TRANSPOSE,
            6: Transpose.ROTATE_270,
            7: Transpose.TRANSVERSE,
            8: Transpose.ROTATE_90,
        }[orientation]
    )


def _scaled(size: tuple[int, int], wanted: tuple[int, int], resize: ResizeMode) -> tuple[int, int]:
    """Size of the whole picture after resizing, before anything is filled up or cut off; sizes are (width, height)."""
    if resize == "stretch":
        return wanted
    factors = (wanted[0] / size[0], wanted[1] / size[1])
    factor = min(factors) if resize == "fit" else max(factors)
    return max(1, round(size[0] * factor)), max(1, round(size[1] * factor))


def _in_mode(image: Image, mode: str, shape: PictureShape, notes: dict[Note, str]) -> Image:
    """The picture as 8-bit "L", "RGB" or "RGBA"."""
    image = _eight_bit(image)
    if mode == "RGBA":
        return image.convert("RGBA")
    if image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info:
        image = _on_background(image.convert("RGBA"), shape, notes)
    if mode == "L" and image.mode not in ("L", "1"):
        colours = np.asarray(image.convert("RGB"))
        if (colours != colours[..., :1]).any():
            notes["grey"] = "The colours were turned to grey."
    return image if image.mode == mode else image.convert(mode)


def _eight_bit(image: Image) -> Image:
    if image.mode != "LAB" and not (image.mode.startswith("I") or image.mode == "F"):
        return image
    from PIL import Image, ImageCms

    if image.mode == "LAB":
        lab, srgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(image, lab, srgb, outputMode="RGB")
        return converted if converted is not None else image
    values = np.asarray(image).astype(np.float64)
    values = np.where(np.isfinite(values), values, 0.0)
    low, high = float(values.min()), float(values.max())
    if low >= 0.0:
        # White is the largest value of the fewest bits that hold them all: 12-bit cameras write 16-bit files.
        ranges = (1.0, 255.0, 65535.0) if image.mode == "F" else (255.0, 4095.0, 65535.0)
        low, high = 0.0, next((h for h in ranges if high <= h), high)
    return Image.fromarray(np.rint((values - low) * (255.0 / max(high - low, 1e-9))).astype(np.uint8))


def _on_background(image: Image, shape: PictureShape, notes: dict[Note, str]) -> Image:
    from PIL import Image

    alpha = np.asarray(image)[..., 3]
    if alpha.min() == 255:
        return image.convert("RGB")
    light = False
    if shape.background == "auto":
        weight = alpha.astype(np.float64)
        grey = np.asarray(image.convert("RGB").convert("L")).astype(np.float64)
        light = weight.sum() > 0 and (grey * weight).sum() / weight.sum() > 160
    colour = (0, 0, 0, 255) if light else (255, 255, 255, 255)
    notes["transparent"] = f"What is transparent was filled with {'black' if light else 'white'}."
    return Image.alpha_composite(Image.new("RGBA", image.size, colour), image).convert("RGB")


def _resized(
    image: Image, size: tuple[int, int], wanted: tuple[int, int], resize: ResizeMode, notes: dict[Note, str]
) -> Image:
    """The picture in another size; ``size`` is what it had in the file, ``image`` may have been reduced already."""
    from PIL import Image

    inner = _scaled(size, wanted, resize)
    shown = inner if resize == "fit" else wanted
    notes["resized"] = f"Resized from {size[0]} x {size[1]} to {shown[0]} x {shown[1]} pixels."
    box = (0.0, 0.0, float(image.width), float(image.height))
    if resize == "cover":
        width = min(image.width, image.height * wanted[0] / wanted[1])
        height = min(image.height, image.width * wanted[1] / wanted[0])
        left, top = (image.width - width) / 2, (image.height - height) / 2
        box = (left, top, left + width, top + height)
    # A box averages exactly over the pixels that fall together; between pixels it would only repeat them.
    shrinks = shown[0] <= box[2] - box[0] and shown[1] <= box[3] - box[1]
    small = image.resize(shown, Image.Resampling.BOX if shrinks else Image.Resampling.BILINEAR, box=box)
    if shown == wanted:
        return small
    right, bottom = image.width, image.height
    strips = ((0, 0, right, 1), (0, bottom - 1, right, bottom), (0, 0, 1, bottom), (right - 1, 0, right, bottom))
    edges = np.concatenate([np.asarray(image.crop(s)).reshape(max(s[2] - s[0], s[3] - s[1]), -1) for s in strips])
    colour = tuple(round(v) for v in np.median(edges, axis=0).tolist())
    whole = Image.new(image.mode, wanted, colour if len(colour) > 1 else colour[0])
    whole.paste(small, ((wanted[0] - inner[0]) // 2, (wanted[1] - inner[1]) // 2))
    notes["filled"] = f"Filled up to {wanted[0]} x {wanted[1]} pixels with the colour of its border."
    return whole
