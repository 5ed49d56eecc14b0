"""Rows that are left out because a number is missing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..errors import DataError
from .raw import Notice, RawData, RawInput, RawTarget
from .recipe import CleaningRecipe


def drop_rows(raw: RawData, cleaning: CleaningRecipe) -> tuple[RawData, list[Notice]]:
    """The data without rows that miss a number, where the recipe asks for it, and how many those were.

    Raises ``DataError`` where none would be left.
    """
    if cleaning.missing != "drop":
        return raw, []
    count = len(next(iter(raw.targets.values())).values)
    whole = np.ones(count, dtype=bool)
    columns: list[str] = []
    for part in raw.inputs.values():
        for k, names in enumerate(part.categories):
            missing = np.isnan(part.values[:, k]) if not names else np.zeros(count, dtype=bool)
            if missing.any():
                columns.append(part.columns[k])
                whole &= ~missing
    if whole.all():
        return raw, []
    if not whole.any():
        raise DataError(
            f"Every row misses a number in {_shown(columns)}",
            "Rows that miss one are to be left out",
            "Fill missing numbers by the median instead, or ignore the column",
            code="data.all_dropped",
            values={"columns": columns},
        )
    kept = np.flatnonzero(whole)
    places = np.cumsum(whole) - 1
    given = {name: places[rows[whole[rows]]].astype(np.int64) for name, rows in raw.given.items()}
    rows = f"{count - len(kept):,} of {count:,} rows"
    notice = Notice(
        "data.dropped_rows",
        f"{rows} are left out because they miss a number in {_shown(columns)}.",
        {"rows": count - len(kept), "columns": columns},
    )
    inputs = {name: _input(part, kept) for name, part in raw.inputs.items()}
    targets = {name: _target(part, kept) for name, part in raw.targets.items()}
    return replace(raw, inputs=inputs, targets=targets, given=given), [notice]


def _input(part: RawInput, kept: np.ndarray) -> RawInput:
    return replace(part, values=part.values[kept])


def _target(part: RawTarget, kept: np.ndarray) -> RawTarget:
    """Classes of which no row is left stay: the network's width does not depend on it."""
    return replace(part, values=part.values[kept])


def _shown(names: list[str]) -> str:
    shown = ", ".join(f"'{n}'" for n in names[:4])
    return shown if len(names) <= 4 else f"{shown} and {len(names) - 4} more columns"
