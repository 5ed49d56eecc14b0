"""How strongly each column of a table goes with what is to be predicted, by the training part alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from .prepared import PreparedData
from .raw import Array, RawInput, RawTarget
from .recipe import Progress

MOST_ROWS = 200_000
"""Training rows looked at, evenly spread, at most."""
FEWEST = 5
"""Rows with a value from which on something is measured."""

Measure = Literal["correlation", "eta", "cramers_v"]


@dataclass(frozen=True)
class Relation:
    """One column against the target.

    Attributes:
        column: its name.
        place: its place among the raw columns of the input.
        measure: ``correlation`` of two numbers (Pearson, and Spearman of their ranks), ``eta`` of a number and a category
            (square root of the share of the number's variance that the category explains, corrected for chance),
            ``cramers_v`` of two categories (Cramer 1946, corrected for chance after Bergsma 2013).
        value: of the numbers themselves; a correlation is from -1 to 1, the others from 0 to 1; NaN where nothing can be told.
        by_rank: the same of the numbers' ranks, which minds no outliers and sees any rise or fall; NaN for two categories.
        rows: rows that have a value.
    """

    column: str
    place: int
    measure: Measure
    value: float
    by_rank: float
    rows: int

    @property
    def strength(self) -> float:
        """0 to 1: the larger of both measures, whatever their sign; 0 where nothing can be told."""
        return float(np.nanmax(np.abs([0.0, self.value, self.by_rank])))


@dataclass(frozen=True)
class Wanted:
    """One thing to be predicted: its name, numbers or class codes (N,), and the classes' names (empty for numbers)."""

    name: str
    values: Array
    classes: tuple[str, ...] = ()


def wanted(data: PreparedData) -> tuple[Wanted, ...]:
    """Everything that is to be predicted, one by one: each number, the classes, or each label as yes or no."""
    asked = [column.name for column in data.raw.columns if column.role == "target"]
    found = [one for name, target in data.raw.targets.items() for one in _wanted(name, target)]
    # The classes of a table are called by its column.
    return tuple(replace(found[0], name=asked[0]) if len(found) == len(asked) == 1 else one for one in found)


def _wanted(name: str, target: RawTarget) -> list[Wanted]:
    if target.values.ndim == 1:
        return [Wanted(name, target.values, target.classes)]
    if target.classes:
        return [Wanted(c, target.values[:, k].astype(np.int64), ("no", "yes")) for k, c in enumerate(target.classes)]
    return [Wanted(n, target.values[:, k]) for k, n in enumerate(target.names)]


def relations(data: PreparedData, target: Wanted, progress: Progress = lambda done, text: None) -> tuple[Relation, ...]:
    """Each column of the first table against the target, the strongest first; of the training part alone.

    Columns that a text was made into are left out: one of them means nothing by itself.
    """
    part = next((p for p in data.raw.inputs.values() if p.kind == "table"), None)
    if part is None:
        return ()
    train = data.splits["train"]
    rows = train if len(train) <= MOST_ROWS else train[np.linspace(0, len(train) - 1, MOST_ROWS).astype(np.int64)]
    goal = replace(target, values=target.values[rows])
    texts = {name for how in part.spread if how.type == "text" for name in how.columns}
    found = []
    count = part.values.shape[1]
    for k in range(count):
        progress(k / count, "Comparing the columns with the target")
        name = part.columns[k] if part.columns else f"x{k + 1}"
        if name not in texts:
            found.append(_relation(name, k, part.values[rows, k], _is_category(part, k), goal))
    return tuple(sorted(found, key=lambda r: -r.strength))


def _is_category(part: RawInput, place: int) -> bool:
    return bool(part.categories and part.categories[place])


def _relation(name: str, place: int, values: Array, category: bool, target: Wanted) -> Relation:
    goal, classes = target.values, bool(target.classes)
    held = ~np.isnan(values)
    if goal.dtype.kind == "f":
        held &= ~np.isnan(goal)
    values, goal = values[held].astype(np.float64), goal[held]
    nothing = float("nan")
    measure: Measure = "cramers_v" if category and classes else "eta" if category or classes else "correlation"
    if len(values) < FEWEST:
        return Relation(name, place, measure, nothing, nothing, len(values))
    if measure == "cramers_v":
        return Relation(name, place, measure, cramers_v(values.astype(np.int64), goal), nothing, len(values))
    if measure == "eta":
        groups, numbers = (values.astype(np.int64), goal.astype(np.float64)) if category else (goal, values)
        return Relation(name, place, measure, eta(numbers, groups), eta(ranks(numbers), groups), len(values))
    numbers = goal.astype(np.float64)
    return Relation(
        name, place, measure, correlation(values, numbers), correlation(ranks(values), ranks(numbers)), len(values)
    )


def correlation(one: Array, other: Array) -> float:
    """Pearson's correlation of two rows of numbers (n,); NaN where one is constant."""
    a, b = one - one.mean(), other - other.mean()
    size = float(np.sqrt((a @ a) * (b @ b)))
    return float(np.clip((a @ b) / size, -1.0, 1.0)) if size > 0 else float("nan")


def ranks(values: Array) -> Array:
    """Ranks from 0 (n,) float64; equal values share the mean of theirs."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    result: Array = (last - (counts + 1) / 2)[inverse.reshape(-1)]
    return result


def eta(numbers: Array, groups: Array) -> float:
    """The correlation ratio of numbers (n,) and groups (n,) int64, 0 to 1; NaN where the numbers are constant.

    Square root of epsilon squared (Kelley 1935): many groups of few members explain much by chance alone, which is taken off.
    """
    _, codes = np.unique(groups, return_inverse=True)
    codes = codes.reshape(-1)
    counts = np.bincount(codes)
    count, kinds = len(numbers), len(counts)
    total = float(np.square(numbers - numbers.mean()).sum())
    if not total > 0 or count <= kinds:
        return float("nan")
    means = np.bincount(codes, weights=numbers) / counts
    within = float(np.square(numbers - means[codes]).sum())
    explained = 1.0 - (within / (count - kinds)) / (total / (count - 1))
    return float(np.sqrt(np.clip(explained, 0.0, 1.0)))


def cramers_v(one: Array, other: Array) -> float:
    """Cramer's V of two rows of categories (n,) int64, 0 to 1, corrected for chance; NaN where one is constant."""
    _, a = np.unique(one, return_inverse=True)
    _, b = np.unique(other, return_inverse=True)
    a, b = a.reshape(-1), b.reshape(-1)
    rows, columns, count = int(a.max()) + 1, int(b.max()) + 1, len(a)
    if rows < 2 or columns < 2 or rows * columns > 5_000_000:
        return float("nan")
    table = np.bincount(a * columns + b, minlength=rows * columns).reshape(rows, columns).astype(np.float64)
    expected = table.sum(axis=1, keepdims=True) * table.sum(axis=0) / count
    phi = float((np.square(table - expected) / expected).sum()) / count
    phi = max(0.0, phi - (rows - 1) * (columns - 1) / max(1, count - 1))
    height = rows - (rows - 1) ** 2 / max(1, count - 1)
    width = columns - (columns - 1) ** 2 / max(1, count - 1)
    least = min(height - 1, width - 1)
    return float(np.sqrt(np.clip(phi / least, 0.0, 1.0))) if least > 0 else float("nan")


@dataclass(frozen=True)
class Box:
    """Five numbers of a group: ends of the whiskers, quartiles and median; and how many it has."""

    name: str
    low: float
    first: float
    middle: float
    third: float
    high: float
    count: int


def boxes(numbers: Array, groups: Array, names: tuple[str, ...], most: int = 12) -> tuple[Box, ...]:
    """A box of each group with numbers, the largest groups where they are many, in the order of the names.

    Whiskers go to the outermost values within 1.5 times the middle half's width (Tukey).
    """
    held = ~np.isnan(numbers)
    numbers, groups = numbers[held].astype(np.float64), groups[held].astype(np.int64)
    counts = np.bincount(groups, minlength=len(names))
    chosen = np.sort(np.argsort(-counts, kind="stable")[:most])
    made = []
    for code in chosen.tolist():
        own = np.sort(numbers[groups == code])
        if not len(own):
            continue
        first, middle, third = np.quantile(own, [0.25, 0.5, 0.75])
        reach = 1.5 * (third - first)
        inside = own[(own >= first - reach) & (own <= third + reach)]
        made.append(
            Box(names[code], float(inside[0]), float(first), float(middle), float(third), float(inside[-1]), len(own))
        )
    return tuple(made)
