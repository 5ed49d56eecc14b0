"""Lists of augmentations that suit most data of a kind, by strength.

None mirrors pictures: a mirrored digit or letter is another one or none. ``Flip`` is for whoever knows that it does no harm.
"""

from __future__ import annotations

from typing import Any

from .base import Augmentation, DataKind, colour_channels
from .colour import Brightness, Contrast, Grey, Hue, Saturation
from .finish import Blur, Erase, Noise
from .geometry import Crop, Perspective, Rotate, Scale, Shear, Shift
from .rows import CellDrop, CellSwap, NumberNoise
from .series import Jitter, MaskSteps, ScaleValues, TimeWarp, WindowSlice
from .tokens import TokenDrop, TokenMask, TokenSwap
from .trivial import TrivialAugment

_PICTURES: dict[str, tuple[Augmentation, ...]] = {
    "light": (Rotate(degrees=8), Shift(distance=0.06), Brightness(strength=0.15), Contrast(strength=0.15)),
    "medium": (
        Rotate(degrees=12),
        Shift(distance=0.1),
        Scale(factor=1.15),
        Shear(degrees=6),
        Brightness(strength=0.25),
        Contrast(strength=0.25),
        Saturation(strength=0.3),
        Erase(probability=0.2, area=0.15),
    ),
    "strong": (
        Rotate(degrees=20),
        Crop(smallest=0.6),
        Shift(distance=0.12),
        Scale(factor=1.25),
        Shear(degrees=12),
        Perspective(probability=0.5),
        Brightness(strength=0.4),
        Contrast(strength=0.4),
        Saturation(strength=0.5),
        Hue(),
        Grey(),
        Blur(),
        Noise(),
        Erase(probability=0.4, area=0.25),
    ),
    "trivial": (TrivialAugment(),),
}

PRESETS: dict[DataKind, dict[str, tuple[Augmentation, ...]]] = {
    "image": _PICTURES,
    "series": {
        "light": (Jitter(strength=0.05), ScaleValues(factor=1.1)),
        "medium": (Jitter(strength=0.1), ScaleValues(factor=1.2), TimeWarp(strength=1.3, probability=0.5)),
        "strong": (
            Jitter(strength=0.2),
            ScaleValues(factor=1.4),
            TimeWarp(strength=1.8),
            WindowSlice(smallest=0.7, probability=0.5),
            MaskSteps(),
        ),
    },
    "tokens": {
        "light": (TokenDrop(share=0.05),),
        "medium": (TokenDrop(share=0.1), TokenMask(share=0.1)),
        "strong": (TokenDrop(share=0.2), TokenMask(share=0.2), TokenSwap(share=0.1)),
    },
    "table": {
        "light": (NumberNoise(strength=0.05),),
        "medium": (NumberNoise(strength=0.1), CellSwap(share=0.1)),
        "strong": (NumberNoise(strength=0.2), CellSwap(share=0.2), CellDrop(share=0.1)),
    },
}
"""By kind of data and name."""
_TAGGED: dict[str, tuple[Augmentation, ...]] = {
    "light": (TokenMask(share=0.05),),
    "medium": (TokenMask(share=0.1),),
    "strong": (TokenMask(share=0.2),),
}

PREFIXES: dict[DataKind, str] = {"image": "", "series": "series_", "tokens": "text_", "table": "table_"}
"""What stands before a preset's name where the data is not known: pictures' have none."""


def named(value: Any) -> Any:
    """A preset's name, or kinds with commas between them, as a list; "none" is the empty one; the rest as it is."""
    if not isinstance(value, str):
        return value
    words = [word.strip() for word in value.split(",") if word.strip()]
    presets = {PREFIXES[kind] + name: made for kind, group in PRESETS.items() for name, made in group.items()}
    if len(words) == 1 and words[0] in presets:
        return presets[words[0]]
    unknown = [word for word in words if word not in Augmentation.members]
    if unknown and words != ["none"]:
        raise ValueError(
            f"unknown augmentation '{unknown[0]}'; known are {', '.join(Augmentation.members)}, "
            f"and the presets {', '.join(presets)}"
        )
    return () if unknown else tuple(words)


def preset(name: str, kind: DataKind = "image", channels: int = 3, *, tagged: bool = False) -> tuple[Augmentation, ...]:
    """A preset for a kind of data; for pictures of so many channels without what does nothing to them, and for tokens with a
    tag each only what leaves them in their places."""
    if tagged and kind == "tokens":
        return _TAGGED[name]
    grey = kind == "image" and colour_channels(channels) == 1
    return tuple(operation for operation in PRESETS[kind][name] if not (grey and operation.of_colour))
