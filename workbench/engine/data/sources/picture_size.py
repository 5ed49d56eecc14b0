"""What sources of picture files have in common: a proposed size, grey or colour, and what was done to the files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from ...errors import DataError
from ..picture_files import Note, PictureShape, decode, quiet_pillow, upright_size
from ..raw import Notice

Side = Annotated[int, Field(ge=1, le=4096)]
Colour = Literal["auto", "grey", "rgb"]

SUFFIXES = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tif", ".tiff")
"""Endings by which picture files are told where nothing else tells."""

LARGEST_PROPOSED = 96
"""Longer side of the proposed size, in pixels, at most: enough to tell things apart, small enough to train on a laptop."""

MEASURED = 200
"""Pictures whose headers are looked at to propose a size."""
_LOOKED_AT = 48
"""Pictures that are decoded, small, to find out whether all are grey."""


def proposed_size(root: Path, names: Iterable[str]) -> tuple[int, int] | None:
    """Height and width of the median picture, ``LARGEST_PROPOSED`` on the longer side at most; None where none can be read."""
    quiet_pillow()
    sizes = [s for name in names if (s := upright_size(root / name)) is not None]
    if not sizes:
        return None
    height, width = median(s[0] for s in sizes), median(s[1] for s in sizes)
    # Sizes that differ little are better square: what stands upright and what lies then get the same room.
    if max(height, width) < 1.5 * min(height, width) and len(set(sizes)) > 1:
        height = width = max(height, width)
    factor = min(1.0, LARGEST_PROPOSED / max(height, width))
    return max(1, round(height * factor)), max(1, round(width * factor))


def channels_of(colour: Colour, root: Path, names: Sequence[str]) -> int:
    """1 for grey and 3 for colour; "auto" looks at some of the files below ``root``."""
    if colour != "auto":
        return 1 if colour == "grey" else 3
    quiet_pillow()
    grey = [_is_grey(root / name) for name in spread(names, _LOOKED_AT)]
    readable = [g for g in grey if g is not None]
    return 1 if readable and all(readable) else 3


def spread(files: Sequence[str], count: int) -> Sequence[str]:
    """At most ``count`` files, evenly spread over all."""
    if len(files) <= count:
        return files
    return [files[int(i)] for i in np.linspace(0, len(files) - 1, count)]


def _is_grey(path: Path) -> bool | None:
    """Whether a picture has no colours; None where it can't be read."""
    try:
        pixels, _ = decode(path, path.name, PictureShape(32, 32, 3, "stretch"))
    except DataError:
        return None
    # JPEG stores grey pictures in colour with an error of a step or two.
    return bool((pixels.max(axis=2).astype(int) - pixels.min(axis=2) <= 2).all())


def picture_notices(notes: dict[Note, int]) -> tuple[Notice, ...]:
    """What was done to some of the files while they were decoded."""
    told = []
    clear, several = notes.get("transparent", 0), notes.get("frames", 0)
    if clear:
        text = f"{clear:,} of the pictures are partly transparent; they were put on white."
        if clear == 1:
            text = "1 picture is partly transparent; it was put on white."
        told.append(Notice("data.pictures_transparent", text, {"count": clear}))
    if several:
        text = f"{several:,} of the files hold several pictures; the first of each was taken."
        if several == 1:
            text = "1 file holds several pictures; the first was taken."
        told.append(Notice("data.pictures_frames", text, {"count": several}))
    return tuple(told)
