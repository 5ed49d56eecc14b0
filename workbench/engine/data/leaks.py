"""Columns that tell the target by themselves: often they were written down after the fact, and hold the answer."""

from __future__ import annotations

import numpy as np

from .raw import Array, Notice, RawData, RawTarget

NEARLY = 0.98
"""Share of what is left to be predicted beyond the majority class that a single column has to predict."""
FITS = 0.999
"""Share of a number's variance that a single column has to explain."""
PURE, RARE, SAMPLES = 0.99, 0.2, 10
"""A flag tells a rare class (share below ``RARE``) when at least ``SAMPLES`` rows carry it and so many are of the class."""
MOST_ROWS = 50_000
"""Training rows looked at: more say nothing new."""
_BINS, _ROWS_A_BIN = 64, 20


def leaks(raw: RawData, target: RawTarget, train: Array) -> list[Notice]:
    """Warnings about the columns of table files that predict the target alone, by the training samples ``train``."""
    rows = train if len(train) <= MOST_ROWS else train[np.linspace(0, len(train) - 1, MOST_ROWS).astype(np.int64)]
    found: list[Notice | None] = []
    if target.task not in ("classification", "regression"):
        return []
    for part in raw.inputs.values():
        if not part.categories or len(rows) < _ROWS_A_BIN:
            continue
        for k, name in enumerate(part.columns):
            by_name, values = bool(part.categories[k]), part.values[rows, k]
            groups = _groups(values, by_name=by_name)
            if target.task == "classification":
                found.append(_classes(name, groups, target, rows))
            else:
                found.append(_numbers(name, values, groups, target, rows, by_name=by_name))
    return [notice for notice in found if notice is not None]


def _groups(values: Array, *, by_name: bool) -> Array:
    """Rows in groups by the value of the column: one for each where there are few, else ranges with equally many rows."""
    missing = np.isnan(values)
    distinct, groups = np.unique(np.where(missing, np.inf, values), return_inverse=True)
    groups = groups.reshape(-1)
    bins = max(2, min(_BINS, len(values) // _ROWS_A_BIN))
    if len(distinct) > bins and not by_name:
        edges = np.unique(np.quantile(values[~missing], np.linspace(0, 1, bins + 1)[1:-1]))
        groups = np.where(missing, len(edges) + 1, np.searchsorted(edges, values, side="right"))
    return groups.astype(np.int64)


def _classes(name: str, groups: Array, target: RawTarget, rows: Array) -> Notice | None:
    labels = target.values[rows]
    kinds, classes = int(groups.max()) + 1, len(target.classes)
    if kinds * classes > 5_000_000 or kinds * _ROWS_A_BIN / 4 > len(rows):
        return None  # nearly every row has a value of its own: that it tells the row's class means nothing
    table = np.bincount(groups * classes + labels, minlength=kinds * classes).reshape(kinds, classes)
    shares = table.sum(axis=0) / len(rows)
    majority = float(shares.max())
    right = float(table.max(axis=1).sum()) / len(rows)
    if majority < 1.0 and right - majority >= NEARLY * (1.0 - majority):
        return Notice(
            "data.leak",
            f"'{name}' alone tells the class of {right:.1%} of the training samples. If it is only known after the fact, "
            "give it the role ignore.",
            {"column": name, "share": right},
        )
    if kinds == 2:
        for row in table:
            best, count = int(row.argmax()), int(row.sum())
            if count >= SAMPLES and row[best] >= PURE * count and shares[best] < RARE:
                pure = float(row[best] / count)
                return Notice(
                    "data.leak",
                    f"'{name}' gives the rare class '{target.classes[best]}' away: one of its two values stands for it in "
                    f"{pure:.0%} of {count:,} training samples. If it is only known after the fact, give it the role ignore.",
                    {"column": name, "share": pure},
                )
    return None


def _numbers(
    name: str, values: Array, groups: Array, target: RawTarget, rows: Array, *, by_name: bool
) -> Notice | None:
    best = 0.0
    for wanted in target.values[rows].astype(np.float64).T:
        spread = wanted.var()
        if not spread > 0:
            continue
        sizes = np.bincount(groups)
        if len(sizes) * _ROWS_A_BIN / 4 <= len(rows):
            means = np.bincount(groups, weights=wanted) / np.maximum(sizes, 1)
            best = max(best, 1.0 - float(np.square(wanted - means[groups]).mean() / spread))
        held = ~np.isnan(values)
        if not by_name and held.mean() > 0.9 and values[held].std() > 0:
            best = max(best, float(np.corrcoef(values[held].astype(np.float64), wanted[held])[0, 1] ** 2))
    if best < FITS:
        return None
    return Notice(
        "data.leak",
        f"'{name}' alone explains {best:.1%} of the spread of the number to predict. If it is only known after the fact, "
        "give it the role ignore.",
        {"column": name, "share": best},
    )
