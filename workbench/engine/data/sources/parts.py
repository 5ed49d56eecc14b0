"""Putting the parts that a file brings (training, validation, test) into one set of arrays."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...errors import DataError
from ..arrays import shape_text
from ..raw import Array


def joined(parts: Sequence[tuple[str, str, Array]]) -> tuple[Array, dict[str, Array]]:
    """One array out of (split, array's name, values), and the sample indexes (int64) of each split.

    Raises ``DataError`` where samples have different shapes or kinds of numbers.
    """
    _, first_name, first = parts[0]
    given: dict[str, Array] = {}
    start = 0
    for split, name, values in parts:
        if values.ndim == 0 or values.shape[1:] != first.shape[1:]:
            raise DataError(
                f"'{name}' has the shape {shape_text(values)}, and '{first_name}' has {shape_text(first)}",
                "Samples of both should have the same shape",
                "Choose arrays that belong together",
                code="data.parts_differ",
                values={"first": first_name, "second": name},
            )
        if (values.dtype.kind in "US") != (first.dtype.kind in "US"):
            raise DataError(
                f"One of '{first_name}' and '{name}' holds text and the other numbers",
                "Both should hold the same",
                "Choose arrays that belong together",
                code="data.parts_differ",
                values={"first": first_name, "second": name},
            )
        given[split] = np.arange(start, start + len(values), dtype=np.int64)
        start += len(values)
    if len(parts) == 1:
        return first, {}
    return np.concatenate([values for _, _, values in parts]), given


def same_length(x_name: str, x: Array, y_name: str, y: Array) -> None:
    """Raises ``DataError`` unless there is a label for each sample."""
    samples, labels = (len(a) if a.ndim else 0 for a in (x, y))
    if samples != labels:
        raise DataError(
            f"'{x_name}' holds {samples:,} samples and '{y_name}' {labels:,} labels",
            "There should be one label for each sample",
            "Choose files or arrays that belong together",
            code="data.counts_differ",
            values={"samples": samples, "labels": labels},
        )
