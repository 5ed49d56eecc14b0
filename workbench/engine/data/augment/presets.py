"""Lists of augmentations that suit most pictures, by strength.

None mirrors: a mirrored digit or letter is another one or none. ``Flip`` is for whoever knows that it does no harm.
"""

from __future__ import annotations

from typing import Any

from .base import Augmentation, colour_channels
from .colour import Brightness, Contrast, Grey, Hue, Saturation
from .finish import Blur, Erase, Noise
from .geometry import Crop, Perspective, Rotate, Scale, Shear, Shift

PRESETS: dict[str, tuple[Augmentation, ...]] = {
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
}


def named(value: Any) -> Any:
    """A preset's name, or kinds with commas between them, as a list; "none" is the empty one; the rest as it is."""
    if not isinstance(value, str):
        return value
    words = [word.strip() for word in value.split(",") if word.strip()]
    if len(words) == 1 and words[0] in PRESETS:
        return PRESETS[words[0]]
    unknown = [word for word in words if word not in Augmentation.members]
    if unknown and words != ["none"]:
        raise ValueError(
            f"unknown augmentation '{unknown[0]}'; known are {', '.join(Augmentation.members)}, "
            f"and the presets {', '.join(PRESETS)}"
        )
    return () if unknown else tuple(words)


def preset(name: str, channels: int) -> tuple[Augmentation, ...]:
    """A preset without what does nothing to pictures of so many channels."""
    grey = colour_channels(channels) == 1
    return tuple(operation for operation in PRESETS[name] if not (grey and operation.of_colour))
