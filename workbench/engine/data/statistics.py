"""Learning scales from the training split, and from nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from .cleaning_recipe import BY_COLUMN, CleaningRecipe, Scaling
from .encoding import scaled_table
from .labels import constant_labels
from .pictures import border_mean
from .preprocess import InputPreprocess, TargetPreprocess
from .raw import Array, Notice, RawInput, RawTarget
from .scaling import inverse
from .series.moments import series_moments
from .wide import learn_ids

_CHUNK_VALUES = 1 << 22
"""Values looked at in one go: keeps temporary arrays small, and lets the caller stop between two chunks."""


@dataclass(frozen=True)
class Moments:
    """Mean, standard deviation (population), minimum and maximum of each column or channel, float64 (C,)."""

    mean: Array
    std: Array
    minimum: Array
    maximum: Array


def moments(values: Array, indexes: Array, tick: Callable[[float], None] = lambda done: None) -> Moments:
    """Of ``values[indexes]`` for each entry of the last axis; ``tick`` gets the share done.

    uint8 values are counted, so their sums are exact.
    """
    channels = values.shape[-1]
    per_chunk = max(1, _CHUNK_VALUES // max(1, values[0].size))
    chunks = [indexes[i : i + per_chunk] for i in range(0, len(indexes), per_chunk)]
    if values.dtype == np.uint8:
        counts = np.zeros((channels, 256), dtype=np.int64)
        for number, chunk in enumerate(chunks):
            tick(number / len(chunks))
            part = values[chunk].reshape(-1, channels)
            for channel in range(channels):
                counts[channel] += np.bincount(part[:, channel], minlength=256)
        levels, total = np.arange(256), counts.sum(axis=1)
        mean = counts @ levels / total
        variance = np.array([row @ (levels - m) ** 2 for row, m in zip(counts, mean, strict=True)]) / total
        seen = counts > 0
        return Moments(mean, np.sqrt(variance), seen.argmax(axis=1) * 1.0, 255.0 - seen[:, ::-1].argmax(axis=1))
    rows = len(indexes) * (values[0].size // channels)
    total = np.zeros(channels)
    low, high = np.full(channels, np.inf), np.full(channels, -np.inf)
    for number, chunk in enumerate(chunks):
        tick(0.5 * number / len(chunks))
        part = values[chunk].reshape(-1, channels)
        total += part.sum(axis=0, dtype=np.float64)
        low, high = np.minimum(low, part.min(axis=0)), np.maximum(high, part.max(axis=0))
    mean = total / rows
    squares = np.zeros(channels)
    for number, chunk in enumerate(chunks):
        tick(0.5 + 0.5 * number / len(chunks))
        squares += np.square(values[chunk].reshape(-1, channels) - mean).sum(axis=0)
    return Moments(mean, np.sqrt(squares / rows), low, high)


def learn_input(
    part: RawInput,
    train: Array,
    scaling: Scaling,
    tick: Callable[[float], None] = lambda done: None,
    cleaning: CleaningRecipe | None = None,
) -> InputPreprocess:
    """What the training samples ``train`` teach about an input; ``cleaning`` is for tables with categories or gaps."""
    values = part.values
    if part.ids:
        return learn_ids(part, train, cleaning or CleaningRecipe())
    if part.kind == "tokens":
        return InputPreprocess(kind="tokens", shape=values.shape[1:], vocabulary=int(values.max()) + 1)
    if part.kind == "table" and (part.categories or scaling in BY_COLUMN):
        how = cleaning or CleaningRecipe()
        return scaled_table(part, train, how, scaling, lambda filled: _scales(filled, scaling, tick))
    found = Moments(*series_moments(part, train, tick)) if part.gaps else moments(values, train, tick)
    picture = part.kind == "image"
    if scaling == "none":
        offset, scale = np.zeros(1), np.ones(1)
    elif scaling in ("minmax", "symmetric") and picture:
        # The whole range of a pixel, not of those seen: colours keep their proportions.
        low, high = (np.array([end]) for end in _pixel_range(values, found))
        offset, scale = _ends(low, high, abs(low) + abs(high), scaling)
    else:
        offset, scale = _column_scales(found, scaling)
    shape = (values.shape[3], *values.shape[1:3]) if picture else values.shape[1:]
    if part.mask:
        shape = (*shape[:-1], shape[-1] + 1)
    return InputPreprocess(
        kind=part.kind,
        shape=shape,
        offset=_float32(offset),
        scale=_float32(scale),
        columns=part.columns,
        pixel_range=_pixel_range(values, found) if picture else (0.0, 255.0),
        border=float(np.float32(border_mean(values, train))) if picture else None,
        resize=part.resize,
        from_files=part.from_files,
        gaps=part.gaps,
        mask=part.mask,
        padding=part.padding,
        series=part.series,
    )


def _scales(values: Array, scaling: Scaling, tick: Callable[[float], None]) -> tuple[Array, Array]:
    """Offset and scale of each column of a table (n, columns) by all of its rows."""
    if scaling in ("none", *BY_COLUMN):
        return np.zeros(values.shape[1]), np.ones(values.shape[1])
    return _column_scales(moments(values, np.arange(len(values)), tick), scaling)


def _column_scales(found: Moments, scaling: Scaling) -> tuple[Array, Array]:
    if scaling in ("minmax", "symmetric"):
        size = np.maximum(abs(found.maximum), abs(found.minimum))
        return _ends(found.minimum, found.maximum, size, scaling)
    return found.mean, inverse(found.std, np.abs(found.mean))


def _ends(low: Array, high: Array, size: Array, scaling: Scaling) -> tuple[Array, Array]:
    """Offset and scale that bring ``low`` to ``high`` to 0 to 1, or to -1 to 1."""
    if scaling == "symmetric":
        return (low + high) / 2, inverse((high - low) / 2, size)
    return low, inverse(high - low, size)


def learn_target(part: RawTarget, train: Array, scaling: Literal["none", "standard"]) -> TargetPreprocess:
    """What the training samples ``train`` teach about a target."""
    if part.task == "classification":
        counts = np.bincount(part.values[train], minlength=len(part.classes))
        return TargetPreprocess(task="classification", classes=part.classes, counts=tuple(counts.tolist()))
    if part.task == "multi_label":
        return TargetPreprocess(task="multi_label", classes=part.classes)
    if part.task == "reconstruction":
        return TargetPreprocess(task="reconstruction", input=part.input)
    width = part.values.shape[1]
    offset, scale = np.zeros(width), np.ones(width)
    if scaling == "standard":
        found = moments(part.values, train)
        offset, scale = found.mean, inverse(found.std, np.abs(found.mean))
    return TargetPreprocess(task="regression", names=part.names, offset=_float32(offset), scale=_float32(scale))


def target_notices(part: RawTarget, train: Array) -> list[Notice]:
    """What is odd about the training samples' target: no spread, or classes that look like numbers."""
    values = part.values[train]
    notices: list[Notice] = []
    if part.task in ("reconstruction", "tagging"):
        return notices
    if part.task == "multi_label":
        return constant_labels(part.classes, values)
    if part.task == "regression":
        for column, name in enumerate(part.names):
            if values[:, column].min() == values[:, column].max():
                value = float(values[0, column])
                notices.append(
                    Notice(
                        "data.constant_target",
                        f"'{name}' is {value:g} in every training sample, so there is nothing to learn about it.",
                        {"target": name, "value": value},
                    )
                )
    elif len(part.classes) > 20 and 2 * len(part.classes) > len(part.values):
        notices.append(
            Notice(
                "data.many_classes",
                f"There are {len(part.classes):,} classes for {len(part.values):,} samples. If the label is a quantity, "
                "set the task to regression.",
                {"classes": len(part.classes), "samples": len(part.values)},
            )
        )
    return notices


def _float32(values: Array) -> tuple[float, ...]:
    return tuple(float(v) for v in values.astype(np.float32))


def _pixel_range(values: Array, found: Moments) -> tuple[float, float]:
    low, high = float(found.minimum.min()), float(found.maximum.max())
    if values.dtype == np.uint8 or (low >= 0.0 and 1.0 < high <= 255.0):
        return 0.0, 255.0
    if low >= 0.0 and high <= 1.0:
        return 0.0, 1.0
    return (-1.0, 1.0) if low >= -1.0 and high <= 1.0 else (low, high)
