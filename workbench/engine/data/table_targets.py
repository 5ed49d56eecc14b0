"""The columns of a table that are to be predicted: classes, numbers, or several targets of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

import numpy as np

from ..errors import DataError
from .arrays import TaskChoice, real
from .column_types import truth_of
from .columns import MOST_NUMBERED_CLASSES, Looked
from .raw import Array, ColumnType, RawTarget

TableTask = Literal["auto", "classification", "multi_label", "regression"]

NUMBERS = "numbers"
"""What several columns of numbers beside classes are called together."""


def targets_of(
    columns: list[Looked], kinds: Mapping[str, ColumnType], task: TableTask
) -> tuple[dict[str, RawTarget], Array]:
    """The targets by their names in the project, over the rows in which all are known, and which rows those are (bool).

    A single column is called "label" or "target", and several columns of numbers are one target with a number each. Of
    several others each column of classes is a target called like it, and the numbers beside them are one more. Columns of
    yes and no are one target called "labels" where that is the ``task``. Raises ``DataError`` for cells that don't fit it.
    """
    if task == "multi_label":
        labels, held = _labels(columns)
        return {"labels": labels}, held
    numbers = [c for c in columns if kinds[c.name] == "number"]
    if len(columns) == 1 or task == "regression" or (task == "auto" and len(numbers) == len(columns)):
        name, target, held = _target(columns, kinds, task)
        return {name: target}, held
    groups = [[c] for c in columns] if task == "classification" else [[c] for c in columns if c not in numbers]
    found = {group[0].name: _target(group, kinds, "classification") for group in groups}
    if task == "auto" and numbers:
        name = numbers[0].name if len(numbers) == 1 else NUMBERS
        found[name] = _target(numbers, kinds, "regression")
    whole = np.logical_and.reduce([held for _, _, held in found.values()])
    return {name: _kept(target, whole[held]) for name, (_, target, held) in found.items()}, whole


def _labels(columns: list[Looked]) -> tuple[RawTarget, Array]:
    """Columns of yes and no as one target, each a label, over the rows in which all are known, and which those are."""
    if len(columns) < 2:
        raise DataError(
            f"'{columns[0].name}' is the only column to be predicted",
            "Several labels are columns of yes and no, one for each label",
            "Give the other labels the role target too, or set the task to classification",
            code="data.bad_labels",
            values={"column": columns[0].name},
        )
    values = np.stack([_truths(column) for column in columns], axis=1)
    held = ~np.isnan(values).any(axis=1)
    return RawTarget("multi_label", real(values[held]), classes=tuple(c.name for c in columns)), held


def _truths(column: Looked) -> Array:
    """Float64 (N,): 1 for a yes, 0 for a no, NaN where missing."""
    codes, names = column.as_codes()
    truths = [truth_of(name) for name in names]
    if None in truths:
        odd = names[truths.index(None)]
        raise DataError(
            f"The column '{column.name}' holds '{odd}', which is neither yes nor no",
            "Each of several labels is a column of yes and no, or 1 and 0",
            "Set the task to auto, or take the column out of the targets",
            code="data.bad_labels",
            values={"column": column.name},
        )
    found = np.full(len(codes), np.nan)
    known = ~np.isnan(codes)
    found[known] = np.array(truths, dtype=np.float64)[codes[known].astype(np.int64)]
    return found


def _kept(target: RawTarget, rows: Array) -> RawTarget:
    return replace(target, values=target.values[rows])


def _target(columns: list[Looked], kinds: Mapping[str, ColumnType], task: TaskChoice) -> tuple[str, RawTarget, Array]:
    """The target's name in the project, its values where they are known, and which rows those are (bool)."""
    first = columns[0]
    numbers = all(kinds[c.name] == "number" for c in columns)
    if task == "auto":
        task = "regression" if numbers and (len(columns) > 1 or not _numbered_classes(first)) else "classification"
    if task == "regression":
        words = [c.name for c in columns if kinds[c.name] != "number"]
        if words:
            raise DataError(
                f"The column '{words[0]}' holds text such as '{_example(columns, words[0])}', which cannot be predicted as a number",
                "Regression needs numbers",
                "Set the task to classification, or choose another target",
                code="data.bad_labels",
                values={"column": words[0]},
            )
        values = np.stack([c.as_numbers() for c in columns], axis=1)
        held = ~np.isnan(values).any(axis=1)
        return "target", RawTarget("regression", real(values[held]), names=tuple(c.name for c in columns)), held
    if kinds[first.name] == "number" and first.numbers is not None:
        found = first.as_numbers()
        held = ~np.isnan(found)
        distinct, codes = np.unique(found[held], return_inverse=True)
        if not (distinct == np.floor(distinct)).all():
            odd = distinct[distinct != np.floor(distinct)][0]
            raise DataError(
                f"The column '{first.name}' holds {odd:g}, which is no class",
                "Classes are whole numbers or text",
                "Set the task to regression, or the type of the column to category",
                code="data.bad_labels",
                values={"column": first.name},
            )
        names = tuple(f"{v:.0f}" for v in distinct)
        return "label", RawTarget("classification", codes.reshape(-1).astype(np.int64), classes=names), held
    found, _ = first.as_codes()
    held = ~np.isnan(found)
    distinct, codes = np.unique(found[held], return_inverse=True)
    _, all_names = first.as_codes()
    names = tuple(all_names[int(v)] for v in distinct)
    return "label", RawTarget("classification", codes.reshape(-1).astype(np.int64), classes=names), held


def _numbered_classes(column: Looked) -> bool:
    if column.distinct > MOST_NUMBERED_CLASSES or 2 * column.distinct > len(column.text) - column.missing:
        return False
    values = column.as_numbers()
    values = values[~np.isnan(values)]
    return bool((values == np.floor(values)).all())


def _example(columns: list[Looked], name: str) -> str:
    return str(next(c for c in columns if c.name == name).text.drop_nulls()[0])
