"""Augmentation: training samples changed at random, whole batches at a time, on the device that trains.

Importing this package fills the registry of augmentations. What needs torch stands in the modules ``...work``, ``pipeline``,
``mixing``, ``tones`` and ``batches``.
"""

from . import colour, finish, geometry, mix, rows, series, tokens, trivial  # noqa: F401 - fills the registry
from .base import Augmentation, DataKind, colour_channels, input_kind, kind_of
from .presets import PRESETS, preset

__all__ = ["PRESETS", "Augmentation", "DataKind", "colour_channels", "input_kind", "kind_of", "preset"]
