"""Rows that are left out: a value is missing, or they say the same as another; and gaps filled from the rows around."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..errors import DataError
from .cleaning_recipe import CleaningRecipe
from .encoding import settings_of
from .raw import Array, Notice, RawData


def clean_rows(raw: RawData, cleaning: CleaningRecipe) -> tuple[RawData, list[Notice]]:
    """The data without the rows that the recipe leaves out, before it is split, and how many those were.

    Nothing is learnt here. Raises ``DataError`` where no row would be left.
    """
    raw, notices = drop_rows(raw, cleaning)
    if cleaning.duplicates == "drop":
        raw, more = drop_duplicates(raw)
        notices += more
    return raw, notices


def drop_rows(raw: RawData, cleaning: CleaningRecipe) -> tuple[RawData, list[Notice]]:
    """The data without rows that miss a value in a column where the recipe asks for it."""
    count = len(next(iter(raw.targets.values())).values)
    whole = np.ones(count, dtype=bool)
    columns: list[str] = []
    for part in raw.inputs.values():
        if part.kind != "table" or not part.categories:
            continue
        shown = {place: column.name for column in part.shown for place in column.places}
        for k in range(len(part.columns)):
            if settings_of(part, k, cleaning).missing != "drop":
                continue
            missing = np.isnan(part.values[:, k])
            if missing.any():
                columns.append(shown[k])
                whole &= ~missing
    columns = list(dict.fromkeys(columns))
    if whole.all():
        return raw, []
    if not whole.any():
        raise DataError(
            f"Every row misses a value in {_shown(columns)}",
            "Rows that miss one are to be left out",
            "Fill missing numbers by the median instead, or ignore the column",
            code="data.all_dropped",
            values={"columns": columns},
        )
    kept = np.flatnonzero(whole)
    rows = f"{count - len(kept):,} of {count:,} rows"
    notice = Notice(
        "data.dropped_rows",
        f"{rows} are left out because they miss a value in {_shown(columns)}.",
        {"rows": count - len(kept), "columns": columns},
    )
    return raw.taking(kept), [notice]


def drop_duplicates(raw: RawData) -> tuple[RawData, list[Notice]]:
    """The data with one row of those that agree in every used column and target.

    The one in the test part stays where the source brings such a part, then that in validation: what is scored is not changed.
    """
    if any(part.kind != "table" for part in raw.inputs.values()):
        return raw, []
    import polars as pl

    count = len(next(iter(raw.targets.values())).values)
    order = np.full(count, 2)
    for rank, name in enumerate(("test", "validation")):
        order[raw.given.get(name, np.empty(0, np.int64))] = rank
    order = np.argsort(order, kind="stable")
    arrays = [part.values for part in raw.inputs.values()] + [target.values for target in raw.targets.values()]
    columns = {}
    for number, values in enumerate(arrays):
        for k, column in enumerate(values.reshape(count, -1).T):
            columns[f"{number}.{k}"] = column[order]
    frame = pl.DataFrame(columns).with_row_index("row")
    kept = np.sort(order[frame.unique(list(columns), keep="first")["row"].to_numpy()])
    if len(kept) == count:
        return raw, []
    gone = count - len(kept)
    rows = "1 row says" if gone == 1 else f"{gone:,} rows say"
    notice = Notice(
        "data.duplicates_dropped",
        f"{rows} the same as another one in every used column and in the target, and of these only one is kept.",
        {"rows": gone},
    )
    return raw.taking(kept), [notice]


def interpolated(raw: RawData, train: Array, cleaning: CleaningRecipe) -> RawData:
    """The data with gaps filled along the rows in the columns where the recipe asks for it.

    A gap lies on the straight line between the nearest training rows before and after it that have a value, whatever part it
    is in itself: nothing is taken from validation or test rows.
    """
    inputs = dict(raw.inputs)
    for name, part in raw.inputs.items():
        if part.kind != "table" or not part.categories:
            continue
        wanted = [k for k in range(len(part.columns)) if settings_of(part, k, cleaning).missing == "interpolate"]
        wanted = [k for k in wanted if not part.categories[k] and np.isnan(part.values[:, k]).any()]
        if not wanted:
            continue
        values = part.values.copy()
        for k in wanted:
            known = train[~np.isnan(values[train, k])]
            gaps = np.flatnonzero(np.isnan(values[:, k]))
            if len(known):
                values[gaps, k] = np.interp(gaps, known, values[known, k].astype(np.float64))
        inputs[name] = replace(part, values=values)
    return raw if all(inputs[name] is part for name, part in raw.inputs.items()) else replace(raw, inputs=inputs)


def _shown(names: list[str]) -> str:
    shown = ", ".join(f"'{n}'" for n in names[:4])
    return shown if len(names) <= 4 else f"{shown} and {len(names) - 4} more columns"
