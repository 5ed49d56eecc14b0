"""Samples that the user leaves out: they stay in the arrays, and belong to no part."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ..errors import DataError
from .identity import find_samples
from .prepared import SplitName
from .raw import Array, Notice, RawData


def kept_samples(raw: RawData, excluded: tuple[str, ...]) -> tuple[Array, list[Notice]]:
    """Sorted indexes (int64) of the samples that are used, and whether some to be left out are no longer there.

    Raises ``DataError`` where none is left.
    """
    count = len(next(iter(raw.targets.values())).values)
    every = np.arange(count, dtype=np.int64)
    if not excluded:
        return every, []
    found = find_samples(raw, excluded)
    if len(found) == count:
        raise DataError(
            f"All {count:,} samples are left out",
            "Some are needed to train on",
            "Take back in what was left out, or choose other data",
            code="data.all_excluded",
            values={"count": count},
        )
    lost = len(excluded) - len(found)
    notices = []
    if lost > 0:
        text = f"{lost:,} of the samples to be left out are no longer in the data; nothing is done about them."
        if lost == 1:
            text = "1 of the samples to be left out is no longer in the data; nothing is done about it."
        notices.append(Notice("data.excluded_lost", text, {"count": lost}))
    return np.setdiff1d(every, found, assume_unique=True), notices


def narrowed(values: Array | None, kept: Array) -> Array | None:
    """What belongs to the kept samples alone."""
    return None if values is None else values[kept]


def given_among(given: Mapping[str, Array], kept: Array, count: int) -> dict[str, Array]:
    """The parts that a source brings, as places among the kept samples."""
    place = np.full(count, -1, dtype=np.int64)
    place[kept] = np.arange(len(kept))
    parts = {name: place[np.asarray(indexes, dtype=np.int64)] for name, indexes in given.items()}
    return {name: places[places >= 0] for name, places in parts.items()}


def widened(parts: Mapping[SplitName, Array], kept: Array) -> dict[SplitName, Array]:
    """Parts given as places among the kept samples, as indexes of samples."""
    return {name: kept[places] for name, places in parts.items()}
