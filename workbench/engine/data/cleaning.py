"""Rows that are left out because a number is missing."""

from __future__ import annotations

import numpy as np

from ..errors import DataError
from .raw import Notice, RawData
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
    rows = f"{count - len(kept):,} of {count:,} rows"
    notice = Notice(
        "data.dropped_rows",
        f"{rows} are left out because they miss a number in {_shown(columns)}.",
        {"rows": count - len(kept), "columns": columns},
    )
    return raw.taking(kept), [notice]


def _shown(names: list[str]) -> str:
    shown = ", ".join(f"'{n}'" for n in names[:4])
    return shown if len(names) <= 4 else f"{shown} and {len(names) - 4} more columns"
