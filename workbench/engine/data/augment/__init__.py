"""Augmentation: training pictures changed at random, whole batches at a time, on the device that trains.

Importing this package fills the registry of augmentations. What needs torch stands in ``work``, ``pipeline`` and
``batches``.
"""

from . import colour, finish, geometry  # noqa: F401 - fills the registry
from .base import Augmentation, colour_channels
from .presets import PRESETS, preset

__all__ = ["PRESETS", "Augmentation", "colour_channels", "preset"]
