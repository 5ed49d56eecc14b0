"""What the sources of picture files share: their settings, the first pictures, parts of the split, and equal contents."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import numpy as np
from pydantic import BeforeValidator

from ...errors import DataError
from ...values import Param, pair
from ..paths import resolve
from ..picture_files import PictureShape, decode
from ..prepared import SPLITS
from ..raw import Array, RawInput, ResizeMode
from ..recipe import Progress
from .class_folders import Listing
from .picture_size import Side

PictureSize = Annotated[tuple[Side, Side], BeforeValidator(pair)]


def size_field() -> Any:
    """The field ``size`` of a source."""
    return Param((64, 64), help="Height and width that every picture is brought to.", unit="px")


def resize_field() -> Any:
    """The field ``resize`` of a source."""
    return Param(
        "fit",
        words={"fit": "fit and pad", "cover": "cover and crop"},
        help="Stretch changes the aspect ratio. Fit and pad keeps it and fills the rest with the colour of the border. "
        "Cover and crop keeps it and cuts off what stands over.",
    )


def colour_field() -> Any:
    """The field ``colour`` of a source."""
    return Param("auto", words={"rgb": "RGB"}, help="Auto: RGB, unless all of the pictures looked at are grey.")


def picture_root(path: str, base_dir: Path) -> Path:
    """The folder of pictures. Raises ``DataError`` where none is chosen."""
    if not path:
        raise DataError("The folder of pictures is not chosen", "", "Choose a folder", code="data.no_file")
    return resolve(path, base_dir)


def listing_stamp(listing: Listing) -> str:
    """A hash of the names, sizes and times of a folder's files, and of what was left out."""
    about = [*((f.name, *f.state) for f in listing.files), None, *((s.item, s.reason) for s in listing.skipped)]
    digest = hashlib.blake2b(digest_size=16)
    # In pieces: ``dumps`` keeps Python's lock, 0.1 s for 60,000 files at once.
    for start in range(0, len(about), 5_000):
        digest.update(json.dumps(about[start : start + 5_000]).encode("ascii"))
    return digest.hexdigest()


def first_pictures(
    root: Path, names: Sequence[str], shape: PictureShape, resize: ResizeMode, progress: Progress
) -> tuple[RawInput | None, list[int]]:
    """The pictures ``names`` that can be read, and their places in ``names``; None where none can.

    The others are told with their reasons once all are read.
    """
    values, kept = [], []
    for number, name in enumerate(names):
        progress(number / len(names), "Looking at the first pictures")
        try:
            values.append(decode(root / name, name, shape)[0])
        except DataError:
            continue
        kept.append(number)
    return (RawInput("image", np.stack(values), resize=resize, from_files=True) if values else None), kept


def given_parts(parts: Sequence[str | None]) -> dict[str, Array]:
    """Sample indexes (int64) by split name from the part of each sample; empty where all are for training or in none."""
    given: dict[str, Array] = {
        name: np.array([i for i, part in enumerate(parts) if part == name], dtype=np.int64)
        for name in SPLITS
        if name in parts
    }
    return {} if set(given) == {"train"} else given


def content_numbers(hashes: Sequence[str]) -> Array:
    """A number for each sample, (N,) int64, the same for the same hash."""
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(h, len(numbers)) for h in hashes], dtype=np.int64)
