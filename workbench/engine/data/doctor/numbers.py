"""Numbers of wrong-looking size: what a network is fed, digits that are lost, outliers, values that stand for missing."""

from __future__ import annotations

import numpy as np

from ..apply import transform_inputs
from ..recipe import DataRecipe
from ..sources.table import TableSource
from .case import Case, listed, spread
from .finding import Finding, Fix

LARGE = 100.0
"""Deviation of what a network is fed from which on training suffers; scaled data has 1."""
APART = 1000.0
"""Times that one input may vary more than another."""
DIGITS = 3e5
"""Mean over deviation from which on 32-bit numbers, of 7 digits, lose what makes a column vary."""
FAR = 30.0
"""Times the middle half's width from which on a value is an outlier."""
MOST_OUTLIERS = 0.01
"""A share of values that lie so far off is the data's own shape, not outliers."""
GAP = 3.0
"""Times the width of all other values that a value must lie off to look like a mark for "missing"."""
_FED_ROWS = 5000


def scales(case: Case) -> list[Finding]:
    """What the network is fed, where it varies too much or too unevenly."""
    name, how = next(iter(case.data.preprocess.inputs.items()))
    if case.recipe.scaling in ("auto", "standard") or how.kind not in ("image", "table", "series"):
        return []
    rows = spread(case.data.splits["train"], _FED_ROWS)
    fed = transform_inputs(case.raw.inputs[name].values[rows], how).astype(np.float64)
    channels = np.moveaxis(fed, 1, -1) if how.kind == "image" else fed
    deviation = channels.reshape(-1, channels.shape[-1]).std(axis=0)
    there = deviation[deviation > 0]
    uneven = len(there) > 1 and there.max() > APART * there.min() and there.max() > 10.0
    if not len(there) or not (there.max() > LARGE or uneven or (how.kind == "image" and there.max() > 10.0)):
        return []

    def edit(recipe: DataRecipe) -> DataRecipe:
        return recipe.updated(scaling="standard")

    what = f"What the network is fed varies by {there.max():.3g}"
    if uneven:
        what = f"What the network is fed varies by {there.min():.2g} in one column and by {there.max():.2g} in another"
    return [
        Finding(
            "doctor.scale",
            "warning",
            "Values of unsuitable size",
            what,
            "Networks learn well from values that vary by about 1, and hardly from others",
            "Scale them by mean and deviation",
            fixes=(Fix("Scale by mean and deviation", edit),),
            values={"smallest": float(there.min()), "largest": float(there.max())},
        )
    ]


def lost_digits(case: Case) -> list[Finding]:
    """Columns that vary so little around a large number that 32-bit numbers can't tell their values apart."""
    found = []
    for name, values, names in case.columns():
        held = values[~np.isnan(values)].astype(np.float64)
        if not names and len(held) > 1 and held.std() > 0 and abs(held.mean()) > DIGITS * held.std():
            found.append((name, float(held.mean()), float(held.std())))
    return [
        Finding(
            "doctor.lost_digits",
            "warning",
            "More digits than are kept",
            f"'{name}' varies by {deviation:.2g} around {mean:.3g}",
            "Numbers are held with 7 digits, so most of what it says is lost",
            "Subtract a constant where the data comes from, such as the first date from all, or ignore the column",
            columns=(name,),
            fixes=case.ignoring([name]),
        )
        for name, mean, deviation in found
    ]


def outliers(case: Case) -> list[Finding]:
    """A few values very far from all others, and single values that look like a mark for "missing"."""
    marks, far = [], []
    minded = _minded(case)
    for k, (name, values, names) in zip(case.places, case.columns(), strict=True):
        held = values[~np.isnan(values)].astype(np.float64)
        if names or len(held) < 50 or name in minded:
            continue
        mark = _mark(held)
        if mark is not None:
            marks.append((k, name, *mark))
            continue
        low, middle, high = np.quantile(held, [0.25, 0.5, 0.75])
        if high > low:
            off = np.abs(held - middle) > FAR * (high - low)
            if 0 < off.sum() <= MOST_OUTLIERS * len(held):
                far.append((k, name, int(off.sum()), float(held[np.abs(held - middle).argmax()]), low, high))
    findings = []
    for k, name, value, count, low, high in marks:
        column = case.part.values[case.every, k]
        findings.append(
            Finding(
                "doctor.mark",
                "warning",
                "A number that may stand for missing",
                f"'{name}' is {value:g} in {count:,} training rows, far from all its other values ({low:g} to {high:g})",
                "Taken as a number, it drowns the differences between the others",
                "If it stands for missing, empty these cells where the data comes from",
                samples=case.every[column == np.float32(value)],
                columns=(name,),
                values={"value": value, "count": count},
            )
        )
    if far:
        k, name, count, value, low, high = far[0]
        samples = []
        for place, *_, begin, end in far:
            column = case.part.values[case.every, place].astype(np.float64)
            samples.append(case.every[np.abs(column - (begin + end) / 2) > FAR * (end - begin)])
        also = listed([f[1] for f in far[1:]])
        findings.append(
            Finding(
                "doctor.outliers",
                "hint",
                "Values far from all others",
                f"'{name}' goes to {value:g}, while half of its values lie between {low:g} and {high:g}"
                + (f"; there are such values in {also} too" if also else ""),
                "A few such values decide the scale of all, and can pull training off",
                "Look whether they are mistakes; if they are real, a scaling that minds them less, or their logarithm, helps",
                samples=np.unique(np.concatenate(samples)),
                columns=tuple(f[1] for f in far),
                fixes=_brought_in(case, [f[1] for f in far]),
                values={"columns": [f[1] for f in far]},
            )
        )
    return findings


def _minded(case: Case) -> set[str]:
    """Columns whose outliers the recipe does something about already, or whose scaling minds none."""
    cleaning, found = case.recipe.cleaning, set()
    for place in case.places:
        own = cleaning.of(case.column_name(place))
        outliers = cleaning.outliers if own.outliers == "auto" else own.outliers
        scaling = case.recipe.scaling if own.scaling == "auto" else own.scaling
        if outliers != "none" or scaling in ("robust", "quantile", "normal"):
            found.add(case.column_name(place))
    return found


def _brought_in(case: Case, columns: list[str]) -> tuple[Fix, ...]:
    """Cleaning that brings such values to the limits of the others."""
    if not isinstance(case.recipe.source, TableSource):
        return ()

    def edit(recipe: DataRecipe) -> DataRecipe:
        cleaning = recipe.cleaning
        for name in columns:
            cleaning = cleaning.with_column(cleaning.of(name).updated(outliers="clip"))
        return recipe.updated(cleaning=cleaning)

    return (Fix("Bring them to the limits", edit),)


def _mark(held: np.ndarray) -> tuple[float, int, float, float] | None:
    """The smallest or largest value, where it occurs often and lies far off: value, count, range of the others."""
    values, counts = np.unique(held, return_counts=True)
    if len(values) < 5:
        return None
    for end, rest in ((0, values[1:]), (-1, values[:-1])):
        width = rest[-1] - rest[0]
        gap = abs(values[end] - (rest[0] if end == 0 else rest[-1]))
        if gap > GAP * width and counts[end] >= max(3, 0.001 * len(held)):
            return float(values[end]), int(counts[end]), float(rest[0]), float(rest[-1])
    return None
