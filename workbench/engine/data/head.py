"""The first samples of a source, for a look at them before all of it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

import numpy as np

from ..errors import DataError
from .raw import Array, RawData, TableColumn

ROWS = 200
"""Rows of a table that are shown."""
SAMPLES = 48
"""Samples of other kinds that are shown."""


@dataclass(frozen=True)
class Head:
    """What a source begins with.

    Attributes:
        raw: the first samples as they would be read, None where they can't be used as they are (``trouble`` says why).
        columns: of a table, all its columns with roles and types, as far as these rows tell.
        cells: of a table, the first rows as the file has them, one text a column; empty where a value is missing.
        guessed: what was found for fields of the source that say "auto" or nothing, by name ({"separator": ";"}).
        whole: whether these are all samples.
        trouble: why the data can't be used as the source reads it now.
    """

    raw: RawData | None
    columns: tuple[TableColumn, ...] = ()
    cells: tuple[tuple[str, ...], ...] = ()
    guessed: Mapping[str, str] = field(default_factory=dict)
    whole: bool = False
    trouble: DataError | None = None


def cut(raw: RawData, count: int = SAMPLES) -> RawData:
    """The first samples of data that is in memory, evenly from all classes where there are some; nothing is told of splits."""
    targets = list(raw.targets.values())
    total = len(targets[0].values) if targets else len(next(iter(raw.inputs.values())).values)
    if total <= count:
        return raw
    classed = next((t for t in targets if t.task == "classification" and t.values.ndim == 1), None)
    kept = _from_each(classed.values, count) if classed is not None else np.arange(count)
    return replace(raw.taking(np.asarray(kept, dtype=np.int64)), given={}, contents=None)


def _from_each(labels: Array, count: int) -> Array:
    """Indexes of about ``count`` samples, as evenly from the classes as they are held."""
    order = np.argsort(labels, kind="stable")
    ends = np.flatnonzero(np.diff(labels[order], append=labels.max() + 1)) + 1
    groups = np.split(order, ends[:-1])
    turns = (group[k] for k in range(count) for group in groups if k < len(group))
    return np.sort(np.array(list(islice(turns, count)), dtype=np.int64))
