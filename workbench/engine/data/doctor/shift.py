"""Parts that come with the data and differ from each other: what is learnt on one then fits the other badly."""

from __future__ import annotations

import numpy as np

from ..prepared import SPLITS
from ..raw import Array
from ..recipe import DataRecipe
from .case import Case, listed, spread
from .finding import Finding, Fix

DIFFERS = 0.15
"""Largest difference of two cumulative distributions (Kolmogorov-Smirnov), or of shares in all, from which on to tell."""
SURE, SURE_SHARES = 2.5, 4.0
"""Times the differences' usual size by chance: below, they are nothing."""
_ROWS = 50_000


def shifts(case: Case) -> list[Finding]:
    """Columns, classes or brightness that are distributed differently in the given parts than in training."""
    if not case.recipe.split.given:
        return []
    train = spread(case.data.splits["train"], _ROWS)
    findings = []
    for part in SPLITS[1:]:
        if part not in case.raw.given or not len(case.data.splits[part]):
            continue
        other = spread(case.data.splits[part], _ROWS)
        found = [(name, size) for name, size in _differences(case, train, other) if size > DIFFERS]
        if not found:
            continue
        found.sort(key=lambda entry: -entry[1])
        names = [name for name, _ in found]

        def edit(recipe: DataRecipe) -> DataRecipe:
            return recipe.updated(split=recipe.split.updated(given=False))

        findings.append(
            Finding(
                "doctor.shift",
                "warning",
                "Parts that differ",
                f"{listed(names)} {'is' if len(names) == 1 else 'are'} distributed differently in the {part} part that the data "
                f"brings than in training (by {found[0][1]:.0%})",
                "Scores there then tell how well the network copes with other data, not with data like that of training",
                "Keep the parts if that is what you want to know; else let the split be drawn",
                columns=tuple(names),
                fixes=(Fix("Draw the parts anew", edit),),
                values={"part": part, "columns": names},
            )
        )
    return findings


def _differences(case: Case, train: Array, other: Array) -> list[tuple[str, float]]:
    part, found = case.part, []
    if case.classes:
        found.append(("classes", _shares(case.target.values[train], case.target.values[other])))
    else:
        for k, name in enumerate(case.target.names):
            found.append((name, distance(case.target.values[train, k], case.target.values[other, k])))
    if part.kind == "image":
        found.append(("brightness", distance(_brightness(case, train), _brightness(case, other))))
    elif part.kind == "table":
        for k in case.places:
            name = case.column_name(k)
            one, two = part.values[train, k], part.values[other, k]
            if part.categories and part.categories[k]:
                found.append((name, _shares(np.nan_to_num(one, nan=-1.0), np.nan_to_num(two, nan=-1.0))))
            else:
                found.append((name, distance(one[~np.isnan(one)], two[~np.isnan(two)])))
    return found


def _brightness(case: Case, samples: Array) -> Array:
    return np.array([float(case.part.values[i].mean()) for i in spread(samples, 3000).tolist()])


def distance(one: Array, two: Array) -> float:
    """The Kolmogorov-Smirnov distance of two sets of numbers, 0 to 1; 0 where chance alone explains it."""
    if not len(one) or not len(two):
        return 0.0
    one, two = np.sort(one), np.sort(two)
    every = np.concatenate([one, two])
    apart = np.searchsorted(one, every, side="right") / len(one) - np.searchsorted(two, every, side="right") / len(two)
    largest = float(np.abs(apart).max())
    return largest if largest > SURE * np.sqrt((len(one) + len(two)) / (len(one) * len(two))) else 0.0


def _shares(one: Array, two: Array) -> float:
    """Half the sum of differences in share (total variation), 0 to 1; 0 where chance alone explains it."""
    kinds = np.unique(np.concatenate([one, two]))
    a = np.bincount(np.searchsorted(kinds, one), minlength=len(kinds)) / max(1, len(one))
    b = np.bincount(np.searchsorted(kinds, two), minlength=len(kinds)) / max(1, len(two))
    apart = 0.5 * float(np.abs(a - b).sum())
    mean = (a + b) / 2
    usual = 0.5 * float(np.sqrt(mean * (1 - mean) * (1 / max(1, len(one)) + 1 / max(1, len(two)))).sum())
    return apart if apart > SURE_SHARES * usual else 0.0
