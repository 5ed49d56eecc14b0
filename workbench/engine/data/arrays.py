"""Plain arrays as inputs and targets: which axis is which, and whether labels are classes or numbers."""

from __future__ import annotations

from typing import Literal

import numpy as np

from ..errors import DataError
from .raw import Array, RawInput, RawTarget

Layout = Literal["auto", "table", "images", "images_channels_first", "series", "tokens"]
TaskChoice = Literal["auto", "classification", "regression"]
ArrayTask = Literal["auto", "classification", "multi_label", "regression", "reconstruction"]
TASK_WORDS = {"multi_label": "several labels"}
"""Tasks whose names are not their own words, for lists."""

CHANNELS = (1, 3, 4)

_SHAPES = {
    "table": "(N,) or (N, columns)",
    "images": "(N, height, width) or (N, height, width, channels)",
    "images_channels_first": "(N, channels, height, width)",
    "series": "(N, steps) or (N, steps, channels)",
    "tokens": "(N, tokens) of whole numbers",
}


def shape_text(values: Array) -> str:
    """A shape for people: ``(100, 28, 28)``."""
    return f"({', '.join(str(d) for d in values.shape)}{',' if values.ndim == 1 else ''})"


def as_input(values: Array, layout: Layout, name: str, columns: tuple[str, ...] = ()) -> tuple[str, RawInput]:
    """The input that an array holds, with its name ("image", "features", "series", "tokens").

    Auto: (N,) and (N, columns) are tables. (N, H, W) is a grey picture where it is uint8 or square, otherwise a series
    (N, T, C). With four axes the one of length 1, 3 or 4 is the channels, the last axis first.

    Raises ``DataError`` where the shape does not fit, or the array does not hold numbers. ``name`` is for messages.
    """
    if values.dtype.kind not in "buif":
        raise DataError(
            f"The array '{name}' holds {_kind(values)}, not numbers",
            "Inputs are numbers: whole, real, or true and false",
            "Turn it into numbers and save it again",
            code="data.not_numbers",
            values={"array": name},
        )
    found = _recognised(values, name) if layout == "auto" else layout
    fits = {
        "table": values.ndim in (1, 2),
        "images": values.ndim in (3, 4),
        "images_channels_first": values.ndim == 4,
        "series": values.ndim in (2, 3),
        "tokens": values.ndim == 2 and (values.dtype.kind in "ui" or _whole(values)),
    }
    if not fits[found]:
        raise DataError(
            f"The array '{name}' has the shape {shape_text(values)}, which cannot be read as {found.replace('_', ' ')}",
            f"The shape should be {_SHAPES[found]}",
            "Choose another layout",
            code="data.bad_layout",
            values={"array": name, "shape": values.shape, "layout": found},
        )
    if found == "tokens":
        return "tokens", RawInput("tokens", values.astype(np.int64))
    if found in ("images", "images_channels_first"):
        return "image", RawInput("image", _pixels(values, found == "images_channels_first"))
    if values.ndim == 1 or (found == "series" and values.ndim == 2):
        values = values[..., None]
    numbers = real(values)
    if len(columns) != numbers.shape[-1]:
        columns = tuple(f"x{i + 1}" for i in range(numbers.shape[-1]))
    if found == "series":
        return "series", RawInput("series", numbers, columns)
    return "features", RawInput("table", numbers, columns)


def real(values: Array) -> Array:
    """The numbers as float32, C-ordered; what is too large for it becomes infinite."""
    with np.errstate(over="ignore"):
        return np.ascontiguousarray(values, dtype=np.float32)


def as_target(
    values: Array, task: ArrayTask, name: str, class_names: tuple[str, ...] = (), names: tuple[str, ...] = ()
) -> tuple[str, RawTarget]:
    """The target that an array of labels holds, with its name ("label" for classes, "target" for numbers).

    Auto: whole numbers, true/false, text, and rows with a single 1 are classes; rows of zeros and ones are labels; other
    real numbers are to be predicted as they are. Classes are numbered in the order of their values; ``class_names``
    names them in that order.

    Raises ``DataError`` where the labels have another shape, or the names do not fit them.
    """
    if values.ndim == 2 and values.shape[1] == 1:
        values = values[:, 0]
    one_hot = values.ndim == 2 and values.dtype.kind in "buif" and _one_hot(values)
    if values.dtype.kind not in "buifUS" or values.ndim not in (1, 2):
        raise DataError(
            f"The array '{name}' holds {_kind(values)} in the shape {shape_text(values)}",
            "Labels are whole numbers or text for classes, real numbers for regression, one for each sample",
            "Turn it into such an array and save it again",
            code="data.bad_labels",
            values={"array": name, "shape": values.shape},
        )
    binary = (
        values.ndim == 2 and values.dtype.kind in "buif" and not one_hot and bool(((values == 0) | (values == 1)).all())
    )
    if task == "auto":
        task = "regression" if values.dtype.kind == "f" and not one_hot else "classification"
        if values.dtype.kind in "iu" and values.ndim == 1 and _a_quantity(values):
            task = "regression"
        task = "multi_label" if binary else task
    if task == "multi_label":
        return "labels", _labelled(values, name, class_names)
    if task == "regression":
        return "target", _numbers(values, name, names)
    if one_hot:
        return "label", _named(values.argmax(axis=1).astype(np.int64), _plain(values.shape[1]), class_names, name)
    if values.ndim == 2:
        raise DataError(
            f"The array '{name}' has the shape {shape_text(values)}",
            "Classes are one label for each sample, or a row for each sample with a single 1",
            "Choose another array, or regression",
            code="data.bad_labels",
            values={"array": name, "shape": values.shape},
        )
    if values.dtype.kind == "f" and not _whole(values):
        bad = values[~np.isfinite(values) | (values != np.floor(values))]
        raise DataError(
            f"The array '{name}' holds {bad[0]:g}, which is no class",
            "Classes are whole numbers or text",
            "Set the task to regression, or correct the labels",
            code="data.bad_labels",
            values={"array": name},
        )
    if values.dtype.kind == "f":
        values = values.astype(np.int64)
    distinct, indexes = np.unique(values, return_inverse=True)
    return "label", _named(indexes.reshape(-1).astype(np.int64), tuple(_text(v) for v in distinct), class_names, name)


def split_names(text: str) -> tuple[str, ...]:
    """Names out of one line, separated by commas; spaces around them don't count."""
    return tuple(part.strip() for part in text.split(",")) if text.strip() else ()


def _recognised(values: Array, name: str) -> Layout:
    if values.ndim <= 2 and values.ndim > 0:
        return "table"
    if values.ndim == 3:
        pictures = values.dtype in (np.uint8, np.bool_) or values.shape[1] == values.shape[2]
        return "images" if pictures else "series"
    if values.ndim == 4 and values.shape[3] in CHANNELS:
        return "images"
    if values.ndim == 4 and values.shape[1] in CHANNELS:
        return "images_channels_first"
    raise DataError(
        f"It is not clear what the array '{name}' of shape {shape_text(values)} holds",
        "Known are tables (N, columns) and pictures (N, height, width), (N, height, width, channels) and "
        "(N, channels, height, width) with 1, 3 or 4 channels",
        "Choose the layout, or change the array's shape",
        code="data.unknown_layout",
        values={"array": name, "shape": values.shape},
    )


def _pixels(values: Array, channels_first: bool) -> Array:
    if values.ndim == 3:
        values = values[..., None]
    elif channels_first:
        values = values.transpose(0, 2, 3, 1)
    if values.dtype == np.bool_:
        return np.ascontiguousarray(values * np.uint8(255))
    if values.dtype == np.uint8:
        return np.ascontiguousarray(values)
    if values.dtype.kind in "ui" and values.size and values.min() >= 0 and values.max() <= 255:
        return np.ascontiguousarray(values, dtype=np.uint8)
    return real(values)


def _numbers(values: Array, name: str, names: tuple[str, ...]) -> RawTarget:
    if values.dtype.kind in "US":
        raise DataError(
            f"The array '{name}' holds text, which cannot be predicted as a number",
            "Regression needs numbers",
            "Set the task to classification",
            code="data.bad_labels",
            values={"array": name},
        )
    numbers = real(values if values.ndim == 2 else values[:, None])
    if len(names) != numbers.shape[1]:
        names = ("y",) if numbers.shape[1] == 1 else tuple(f"y{i + 1}" for i in range(numbers.shape[1]))
    return RawTarget("regression", numbers, names=names)


def _labelled(values: Array, name: str, wanted: tuple[str, ...]) -> RawTarget:
    if values.dtype.kind in "US" or values.ndim != 2:
        raise DataError(
            f"The array '{name}' holds {_kind(values)} in the shape {shape_text(values)}",
            "Several labels a sample are a row of zeros and ones for each, one column a label",
            "Choose another array, or set the task to classification",
            code="data.bad_labels",
            values={"array": name, "shape": values.shape},
        )
    plain = tuple(f"label {i + 1}" for i in range(values.shape[1]))
    named = _named(np.empty(0, dtype=np.int64), plain, wanted, name)
    return RawTarget("multi_label", real(values), classes=named.classes)


def _named(indexes: Array, found: tuple[str, ...], wanted: tuple[str, ...], name: str) -> RawTarget:
    if wanted and len(wanted) != len(found):
        raise DataError(
            f"There are {len(wanted)} class names, and '{name}' holds {len(found)} classes",
            f"The labels are {', '.join(found[:12])}{', ...' if len(found) > 12 else ''}",
            "Give one name for each, in this order, or none",
            code="data.class_names",
            values={"names": len(wanted), "classes": len(found)},
        )
    if len(set(wanted)) != len(wanted):
        twice = next(n for n in wanted if wanted.count(n) > 1)
        raise DataError(
            f"The class name '{twice}' stands twice",
            "Names tell classes apart",
            "Give each class a name of its own",
            code="data.class_names",
            values={"name": twice},
        )
    return RawTarget("classification", indexes, classes=wanted or found)


def _plain(count: int) -> tuple[str, ...]:
    return tuple(str(i) for i in range(count))


def _text(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _a_quantity(values: Array) -> bool:
    """Whether whole numbers are so many different ones that they count or measure something rather than name classes."""
    distinct = len(np.unique(values))
    return distinct > 20 and 2 * distinct > len(values)


def _whole(values: Array) -> bool:
    with np.errstate(invalid="ignore"):
        return values.dtype.kind in "bui" or bool(np.all(np.isfinite(values)) and np.all(values == np.floor(values)))


def _one_hot(values: Array) -> bool:
    return (
        values.shape[1] > 1
        and len(values) > 0
        and bool(np.all((values == 0) | (values == 1)) and np.all((values == 1).sum(axis=1) == 1))
    )


def _kind(values: Array) -> str:
    return {
        "U": "text",
        "S": "text",
        "M": "dates",
        "m": "durations",
        "c": "complex numbers",
        "b": "true and false",
        "u": "whole numbers",
        "i": "whole numbers",
        "f": "real numbers",
    }.get(values.dtype.kind, "records")
