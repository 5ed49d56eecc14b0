"""From texts and labels as they were read to a source's data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from ...errors import DataError
from ..arrays import TaskChoice, real
from ..columns import MOST_NUMBERED_CLASSES
from ..delimited import is_number
from ..prepared import SPLITS, SplitName
from ..raw import Array, Notice, RawData, RawInput, RawTarget, TableColumn
from .encoding import as_texts
from .reading import LONGEST, LabelledTexts, decoded, lines_of, read_bytes


@dataclass(frozen=True)
class HowRead:
    """A few words on how files were read, the columns of a table, and what the user should know.

    ``column`` is the name of the column of texts, ``from_files`` whether each text was a file, ``files`` what was read of a folder,
    ``classes`` the file that names the classes.
    """

    how: str
    columns: tuple[TableColumn, ...] = ()
    notices: tuple[Notice, ...] = ()
    column: str = ""
    from_files: bool = False
    files: str = ""
    classes: str = ""


def assemble(title: str, found: LabelledTexts, task: TaskChoice, read: HowRead) -> RawData:
    """The data of a source. Raises ``DataError`` where no sample is left, or labels are no numbers where some are needed."""
    if not found.texts:
        first = found.left_out()[:1]
        raise DataError(
            f"'{title}' holds no text with a label",
            f"{first[0].item}: {first[0].reason}" if first else "",
            "Choose another file or folder",
            code="data.no_texts",
            values={"file": title},
        )
    name, target = _target(found.labels, task, title)
    numbers: dict[str, int] = {}
    contents = np.array([numbers.setdefault(text, len(numbers)) for text in found.texts], dtype=np.int64)
    given, notices = given_parts(found.splits)
    if found.shortened:
        text = f"{found.shortened:,} texts have more than {LONGEST:,} characters; the rest of them was left out."
        if found.shortened == 1:
            text = f"1 text has more than {LONGEST:,} characters; the rest of it was left out."
        notices.append(Notice("data.text_shortened", text, {"count": found.shortened}))
    files = f" from {read.files}" if read.files else ""
    named = f", classes named by {read.classes}" if read.classes else ""
    encodings = f" ({' and '.join(sorted(e.upper() for e in found.encodings))})" if found.encodings else ""
    return RawData(
        title,
        {
            "text": RawInput(
                "text", as_texts(found.texts), (read.column,) if read.column else (), from_files=read.from_files
            )
        },
        {name: target},
        given=given,
        skipped=found.left_out(),
        note=f"{len(found.texts):,} texts{files}, read as {read.how}{named}{encodings}",
        names=tuple(found.names),
        contents=contents,
        notices=(*read.notices, *notices),
        columns=read.columns,
    )


def name_classes(path: Path, encoding: str, found: LabelledTexts, read: HowRead) -> HowRead:
    """Gives numbered classes the names that a file holds, one a line; a file that does not fit is told to be left out."""
    try:
        text = decoded(read_bytes(path), path.name, encoding, found)
    except DataError as error:
        found.skip(path.name, error.what)
        return read
    names = [line.strip() for _, line in lines_of(text) if line.strip()]
    wanted = {str(number) for number in range(len(names))}
    if len(set(names)) != len(names) or not set(found.labels) <= wanted:
        found.skip(path.name, f"It holds {len(names)} lines, which are no names for the labels of the other files")
        return read
    found.labels = [names[int(label)] for label in found.labels]
    return replace(read, classes=path.name)


def given_parts(splits: Sequence[SplitName | None]) -> tuple[dict[str, Array], list[Notice]]:
    """The samples (n,) int64 of each part that a source brings, from the part of each sample, None where that is open; and what
    is to be told of it. Without one to train on, only the test part stays."""
    present = {split for split in splits if split is not None}
    if "train" in present or not present:
        given = _indexes(splits)
        return ({} if set(given) == {"train"} else given), []
    # Something must be trained on.
    given = _indexes([split if split == "test" and len(present) > 1 else None for split in splits])
    if not given:
        return given, []
    text = "There is no training part, so training and validation samples are drawn from the validation part."
    return given, [Notice("data.no_training_part", text)]


def _indexes(splits: Sequence[str | None]) -> dict[str, Array]:
    marks = np.array([split or "" for split in splits])
    return {name: np.flatnonzero(marks == name).astype(np.int64) for name in SPLITS if (marks == name).any()}


def _target(labels: Sequence[str], task: TaskChoice, title: str) -> tuple[str, RawTarget]:
    from ..sources.class_folders import natural

    distinct = sorted(set(labels), key=natural)
    numbers = all(is_number(label) for label in distinct)
    if task == "auto":
        whole = numbers and all(float(label).is_integer() for label in distinct)
        classes = not numbers or (whole and len(distinct) <= MOST_NUMBERED_CLASSES and 2 * len(distinct) <= len(labels))
        task = "classification" if classes else "regression"
    if task == "classification":
        if numbers:
            distinct.sort(key=float)
        place = {label: k for k, label in enumerate(distinct)}
        return "label", RawTarget(
            "classification", np.array([place[label] for label in labels], dtype=np.int64), classes=tuple(distinct)
        )
    words = next((label for label in labels if not is_number(label)), None)
    if words is not None:
        raise DataError(
            f"'{title}' has labels such as '{words[:40]}', which cannot be predicted as a number",
            "Regression needs numbers",
            "Set the task to classification",
            code="data.bad_labels",
            values={"file": title},
        )
    values = real(np.array([[float(label)] for label in labels]))
    return "target", RawTarget("regression", values, names=("y",))
