"""What the cells beside a picture's name are: a class, several labels, or numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...errors import DataError
from ..arrays import ArrayTask, real
from ..delimited import is_number
from ..raw import RawTarget, Skipped
from .class_folders import natural
from .picture_list import PictureList, Row, missing

BETWEEN = (";", "|", ",", " ")
"""What may stand between several labels in one cell."""
MARKS = (";", "|")
"""Those of them that hardly ever stand in the name of a class."""
YES, NO = frozenset({"1", "1.0", "true", "yes"}), frozenset({"0", "0.0", "-1", "-1.0", "false", "no", ""})
MOST_NUMBERED = 20
"""Whole numbers up to so many different ones are numbers of classes."""
OFTEN = 0.05
"""Share of the pictures that must stand in several lines with other labels for these to be several labels of each."""


@dataclass(frozen=True)
class Labelled:
    """The rows that say something, what they say, and lines that were left out."""

    rows: tuple[Row, ...]
    name: str
    target: RawTarget
    skipped: tuple[Skipped, ...] = ()
    between: str = ""
    """What stands between several labels of one cell; empty where nothing does."""


def labelled(found: PictureList, task: ArrayTask, between: str = "") -> Labelled:
    """What is to be predicted for each picture.

    Auto: several columns of 0 and 1 (or -1 and 1, true and false) are labels, or classes where each row has a single 1;
    other numbers are to be predicted as they are. One column: texts, and few whole numbers, are classes; texts of parts
    that come in other combinations are labels, and so are pictures that stand in several lines.

    Args:
        found: the table.
        task: what it is taken as.
        between: what stands between labels in one cell; empty: guessed.

    Raises ``DataError`` where the cells don't fit the task.
    """
    if len(found.columns) > 1:
        return _columns(found, task)
    rows, skipped = _with_values(found.rows, found.columns, keep_empty=task == "multi_label")
    cells = [row.cells[0] for row in rows]
    several = _repeated(rows) if task in ("auto", "multi_label") else False
    parting = between or (guess_between(cells, sure=task == "multi_label") if task in ("auto", "multi_label") else "")
    if task == "multi_label" or (task == "auto" and (parting or several)):
        every, _ = _with_values(found.rows, found.columns, keep_empty=True)
        return _several(every, parting)
    numbers = all(is_number(cell) for cell in cells) and bool(cells)
    whole = numbers and all(float(cell).is_integer() for cell in cells)
    few = len(set(cells)) <= MOST_NUMBERED
    if task == "regression" or (task == "auto" and numbers and not (whole and few)):
        return _numbers(rows, found.columns, skipped)
    rows, twice = _once(rows)
    cells = [_plain(row.cells[0]) if numbers else row.cells[0] for row in rows]
    classes = tuple(sorted(set(cells), key=natural))
    place = {name: k for k, name in enumerate(classes)}
    values = np.array([place[cell] for cell in cells], dtype=np.int64)
    return Labelled(rows, "label", RawTarget("classification", values, classes=classes), (*skipped, *twice))


def _columns(found: PictureList, task: ArrayTask) -> Labelled:
    sets = [{row.cells[k].lower() for row in found.rows} for k in range(len(found.columns))]
    binary = all(held <= YES | NO and held & YES for held in sets)
    if task in ("auto", "multi_label", "classification") and binary:
        rows, twice = _once(found.rows)
        values = np.array([[cell.lower() in YES for cell in row.cells] for row in rows], dtype=np.float32)
        single = bool((values.sum(axis=1) == 1).all())
        if task == "classification" or (task == "auto" and single):
            if not single:
                raise _not_one(found)
            indexes = values.argmax(axis=1).astype(np.int64)
            return Labelled(rows, "label", RawTarget("classification", indexes, classes=found.columns), twice)
        return Labelled(rows, "labels", RawTarget("multi_label", values, classes=found.columns), twice)
    numbers = all(is_number(cell) or missing(cell) for row in found.rows for cell in row.cells)
    if task in ("auto", "regression") and numbers:
        rows, skipped = _with_values(found.rows, found.columns)
        return _numbers(rows, found.columns, skipped)
    listed = ", ".join(found.columns[:6]) + (", ..." if len(found.columns) > 6 else "")
    raise DataError(
        f"There are {len(found.columns)} columns beside the pictures: {listed}",
        "Together they are labels when all hold 0 and 1, or numbers to predict",
        "Name the column that is to be predicted",
        code="data.which_column",
        values={"columns": list(found.columns)},
    )


def _not_one(found: PictureList) -> DataError:
    return DataError(
        f"Some pictures have none or several of the {len(found.columns)} columns set to 1",
        "A class is a single 1",
        "Set the task to several labels",
        code="data.bad_labels",
    )


def _numbers(rows: Sequence[Row], columns: tuple[str, ...], skipped: tuple[Skipped, ...]) -> Labelled:
    bad = next(((row, cell) for row in rows for cell in row.cells if not is_number(cell)), None)
    if bad is not None:
        raise DataError(
            f"Line {bad[0].line:,} says '{bad[1]}', which is no number",
            "Regression needs numbers",
            "Set the task to classification, or correct the cell",
            code="data.bad_labels",
            values={"line": bad[0].line, "cell": bad[1]},
        )
    kept, twice = _once(rows)
    values = real(
        np.array([[float(cell) for cell in row.cells] for row in kept], dtype=np.float64).reshape(len(kept), -1)
    )
    return Labelled(kept, "target", RawTarget("regression", values, names=columns), (*skipped, *twice))


def _several(rows: Sequence[Row], parting: str) -> Labelled:
    """Labels out of one column: parts of its cells, of all lines that name the same picture."""
    by_picture: dict[str, list[str]] = {}
    first: dict[str, Row] = {}
    for row in rows:
        cell = row.cells[0]
        found = [part.strip() for part in (cell.split(parting) if parting else [cell])]
        by_picture.setdefault(row.name, []).extend(part for part in found if not missing(part))
        first.setdefault(row.name, row)
    labels = tuple(sorted({label for found in by_picture.values() for label in found}, key=natural))
    place = {label: k for k, label in enumerate(labels)}
    values = np.zeros((len(by_picture), len(labels)), dtype=np.float32)
    for number, found in enumerate(by_picture.values()):
        values[number, [place[label] for label in found]] = 1.0
    return Labelled(tuple(first.values()), "labels", RawTarget("multi_label", values, classes=labels), between=parting)


def _with_values(
    rows: Sequence[Row], columns: tuple[str, ...], *, keep_empty: bool = False
) -> tuple[tuple[Row, ...], tuple[Skipped, ...]]:
    """The rows without those where a cell is empty."""
    kept, skipped = [], []
    for row in rows:
        lacking = [name for name, cell in zip(columns, row.cells, strict=True) if missing(cell)]
        if lacking and not keep_empty:
            skipped.append(Skipped(f"line {row.line:,}: {row.name}", f"It has no value in '{lacking[0]}'"))
        else:
            kept.append(row)
    return tuple(kept), tuple(skipped)


def _once(rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Skipped, ...]]:
    """The first row of each picture; the others are told."""
    first: dict[str, Row] = {}
    skipped = []
    for row in rows:
        before = first.setdefault(row.name, row)
        if before is row:
            continue
        reason = f"It stands in line {before.line:,} already"
        if before.cells != row.cells:
            reason = f"It stands in line {before.line:,} already, and says '{', '.join(before.cells)}' there"
        skipped.append(Skipped(f"line {row.line:,}: {row.name}", reason))
    return tuple(first.values()), tuple(skipped)


def _repeated(rows: Sequence[Row]) -> bool:
    """Whether so many pictures stand in several lines with other texts that these are several labels of each."""
    told: dict[str, set[str]] = {}
    for row in rows:
        told.setdefault(row.name, set()).add(row.cells[0])
    several = sum(len(cells) > 1 for cells in told.values())
    return several > max(1, OFTEN * len(told)) and not all(is_number(row.cells[0]) for row in rows)


def guess_between(cells: Sequence[str], *, sure: bool = False) -> str:
    """What stands between labels: parts that come in more than one company, and of commas and spaces, which names of classes
    have too, in fewer kinds than the cells do.

    Args:
        cells: the texts, one a picture.
        sure: whether they are known to be several labels: then a mark in any of them will do.
    """
    distinct = {cell for cell in cells if not missing(cell)}
    for candidate in BETWEEN:
        if not any(candidate in cell for cell in distinct):
            continue
        parted = {cell: {part.strip() for part in cell.split(candidate)} - {""} for cell in distinct}
        kinds = Counter(part for parts in parted.values() for part in parts)
        joint = [parts for parts in parted.values() if len(parts) > 1]
        shared = sum(any(kinds[part] > 1 for part in parts) for parts in joint)
        numbers = all(is_number(part) for part in kinds) and candidate in ", "
        fewer = candidate in MARKS or len(kinds) <= len(distinct)
        if joint and not numbers and fewer and shared > 0.5 * len(joint):
            return candidate
    return next((mark for mark in (*MARKS, ",") if sure and any(mark in cell for cell in distinct)), "")


def _plain(cell: str) -> str:
    """A number of a class as it is shown: without a needless fraction."""
    value = float(cell)
    return str(int(value)) if value.is_integer() else cell
