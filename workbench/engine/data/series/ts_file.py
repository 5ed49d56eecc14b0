"""The ``.ts`` format of the UCR and UEA archives of time series.

Lines that start with ``@`` tell about the data, ``@data`` ends them, then a sample stands on each line: its channels with colons
between them, the values of a channel with commas, and the label behind the last colon. ``?`` is a missing value, ``(time,value)``
a value with its time. Source: https://www.aeon-toolkit.org/en/stable/api_reference/file_specifications/ts.html
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ...errors import DataError
from ..delimited import LISTED, listed
from ..paths import need_memory, unreadable
from ..raw import Array, Skipped

_TIMED = re.compile(r"\([^()]*,\s*([^(),]*)\)")


@dataclass
class TsFile:
    """A file as it was read. ``samples`` are (t, C) float64, NaN where a value is missing; ``labels`` the texts behind them.

    ``classes`` are the names in the order of the file's header; ``numbers`` tells that labels are numbers to predict.
    """

    name: str
    classes: tuple[str, ...] = ()
    numbers: bool = False
    samples: list[Array] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)


def read_ts(path: Path, *, labels: bool = True) -> TsFile:
    """Reads a file; lines that can't be read are left out and listed.

    Raises ``DataError``, also for one without labels unless ``labels`` is off: texts are then empty, and any class will do.
    """
    try:
        need_memory(path.stat().st_size * 4, f"The file '{path.name}'")
        text = path.read_bytes().decode("utf-8-sig", "replace")
    except OSError as error:
        raise unreadable(path, error) from error
    lines = text.splitlines()
    header: dict[str, list[str]] = {}
    start = 0
    for number, line in enumerate(lines):
        if line.lstrip().startswith("@"):
            words = line.strip()[1:].split()
            if words and words[0].lower() == "data":
                start = number + 1
                break
            if words:
                header[words[0].lower()] = words[1:]
    if not start:
        raise DataError(
            f"'{path.name}' has no line '@data', so it is not a .ts file of time series",
            "Such files start with lines like '@problemName GunPoint', then '@data', then a series a line",
            "Choose another file",
            code="data.ts_format",
            values={"file": path.name},
        )
    found = TsFile(path.name)
    label = header.get("classlabel", ["false"])
    found.numbers = _yes(header.get("targetlabel", ["false"])) and not _yes(label)
    labelled = _yes(label) or found.numbers
    if labels and not labelled:
        raise DataError(
            f"The series of '{path.name}' have no labels",
            "A network learns to tell classes or numbers that stand behind each series ('@classLabel true' in the header)",
            "Choose a file with labels",
            code="data.ts_labels",
            values={"file": path.name},
        )
    found.classes = () if found.numbers else tuple(label[1:])
    _read_samples(found, lines, start, labelled=labelled, checked=labels)
    if not found.samples:
        raise DataError(
            f"'{path.name}' holds no series that can be read",
            found.skipped[0].reason if found.skipped else "There is nothing behind its line '@data'",
            "Download or copy it again",
            code="data.no_samples",
            values={"file": path.name},
        )
    return found


def _yes(words: list[str]) -> bool:
    return bool(words) and words[0].lower() == "true"


def _read_samples(found: TsFile, lines: list[str], start: int, *, labelled: bool, checked: bool) -> None:
    channels, wrong = 0, 0
    for number, line in enumerate(lines[start:], start + 1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        try:
            sample, label = _sample(text, labelled)
            if checked and found.numbers:
                float(label)
            elif checked and not label:
                raise ValueError("It has no class")
            if channels and sample.shape[1] != channels:
                raise ValueError(f"It has {sample.shape[1]} channels where the others have {channels}")
        except ValueError as error:
            wrong += 1
            if wrong <= LISTED:
                found.skipped.append(Skipped(f"{found.name}, line {number:,}", _reason(error)))
            continue
        channels = sample.shape[1]
        found.samples.append(sample)
        found.labels.append(label)
    found.skipped = list(listed(found.skipped, wrong))


def _sample(text: str, labelled: bool) -> tuple[Array, str]:
    """The values (t, C) and the label of a line. Raises ``ValueError`` with a sentence of ours, or numpy's."""
    if "(" in text:
        text = _TIMED.sub(r"\1", text)
    *parts, label = text.split(":") if labelled else (*text.split(":"), "")
    if not parts:
        raise ValueError("It has no label behind a colon")
    columns = [np.array(part.replace("?", "nan").split(","), dtype=np.float64) for part in parts]
    length = max(len(column) for column in columns)
    sample = np.full((length, len(columns)), np.nan)
    for channel, column in enumerate(columns):
        sample[: len(column), channel] = column
    with np.errstate(over="ignore"):
        sample[~np.isfinite(sample.astype(np.float32))] = np.nan
    if np.isnan(sample).all():
        raise ValueError("It holds no value")
    return sample, label.strip()


def _reason(error: ValueError) -> str:
    text = str(error)
    odd = re.search(r"could not convert string to float: (.*)", text)
    return f"It holds {odd[1]}, which is no number" if odd else text
