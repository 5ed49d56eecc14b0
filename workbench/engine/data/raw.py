"""What a source reads, before it is split and scaled."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from ..shapes import Task
from ..values import Value

if TYPE_CHECKING:
    from .preprocess import SeriesEncoding
    from .series.windows import Windows

Array = NDArray[Any]
InputKind = Literal["image", "table", "tokens", "series", "text"]
ColumnType = Literal["number", "category", "boolean", "date", "text"]
ResizeMode = Literal["stretch", "fit", "cover"]
"""How a picture of another size is made to fit: stretched, fitted in and filled up, or cut to cover."""


class Cells(Protocol):
    """Cells of a column as text by the number of the sample, None where one is missing."""

    def __len__(self) -> int: ...

    def __getitem__(self, sample: int, /) -> Any: ...


class Spread(Value):
    """A column of a table file that becomes several raw columns of numbers when it is read.

    Attributes:
        column: its name in the file.
        type: "date" or "text".
        columns: names of the raw columns that it becomes; they stand together.
        order: how day, month and year stand in a date: "ymd", "dmy" or "mdy".
        timed: whether dates have a time of day.
    """

    column: str
    type: Literal["date", "text"]
    columns: tuple[str, ...]
    order: Literal["ymd", "dmy", "mdy"] = "ymd"
    timed: bool = False


@dataclass(frozen=True)
class ShownColumn:
    """A column as people know it: its name, and the places of the raw columns that hold it."""

    name: str
    places: tuple[int, ...]
    spread: Spread | None = None


def shown_columns(columns: Sequence[str], spread: Sequence[Spread]) -> tuple[ShownColumn, ...]:
    """The columns of the file that raw ``columns`` come from, in their order."""
    by_part = {name: how for how in spread for name in how.columns}
    found: dict[str, ShownColumn] = {}
    for place, name in enumerate(columns):
        how = by_part.get(name)
        key = how.column if how is not None else name
        before = found[key].places if key in found else ()
        found[key] = ShownColumn(key, (*before, place), how)
    return tuple(found.values())


@dataclass(frozen=True)
class RawInput:
    """One input of every sample.

    ``image``: (N, H, W, C) uint8, or float32 where the source has other numbers. ``table``: (N, columns) float32.
    ``tokens``: (N, T) int64. ``series``: (N, T, C) float32. ``text``: (N,) of str (dtype object); they are cut into tokens
    and numbered when the data is prepared.
    """

    kind: InputKind
    values: Array
    columns: tuple[str, ...] = ()
    """Names of a table's columns or a series' channels; the name of the column that held the texts."""
    categories: tuple[tuple[str, ...], ...] = ()
    """Of a table with categories or missing values: for each column the names by code, empty for a column of numbers.
    Values are codes then, and NaN where one is missing. Empty where all columns are numbers without gaps."""
    resize: ResizeMode = "fit"
    """For pictures, how those of another size were made to fit, and new ones will be."""
    from_files: bool = False
    """Whether pictures were decoded from files as they are: new ones are then taken as they are, too. For texts, whether each
    was a file of its own."""
    gaps: bool = False
    """For series, whether NaN may stand in ``values``: for steps that a shorter sample does not have, and for what is missing."""
    mask: bool = False
    """For series, whether the network also gets a channel that tells which steps are real (1) and which padding (0)."""
    padding: Literal["start", "end"] = "start"
    """For series, where the steps that a shorter sample does not have stand."""
    series: SeriesEncoding | None = None
    """For windows over a table, how its rows became channels."""
    windows: Windows | None = None
    """For windows over a table, how they lie in its rows; ``values`` is a view of them then."""
    spread: tuple[Spread, ...] = ()
    """Of a table: columns of the file that became several ones."""
    originals: Mapping[str, Cells] = field(default_factory=dict)
    """The cells of those columns as the file has them, by name."""
    booleans: tuple[str, ...] = ()
    """Of a table: columns with two categories of which the second is a yes; they become a single number."""

    given_tokens: bool = False
    """For texts, whether they are sequences of tokens with blanks between, which are taken as they stand."""

    ids: bool = False
    """Of a table: columns of categories that the network learns vectors for."""

    @property
    def shown(self) -> tuple[ShownColumn, ...]:
        """The columns of a table as its file has them."""
        names = self.columns or tuple(f"x{k + 1}" for k in range(self.values.shape[-1]))
        return shown_columns(names, self.spread)

    def shown_cell(self, sample: int, column: ShownColumn) -> float | str:
        """As ``cell``, for a column of the file: a date or text as it stands there."""
        if column.spread is None:
            return self.cell(sample, column.places[0])
        return str(self.originals[column.name][sample] or "") if column.name in self.originals else ""

    def taking(self, kept: Array) -> RawInput:
        """The same with only the samples ``kept`` (int64)."""
        originals = {name: [cells[int(k)] for k in kept] for name, cells in self.originals.items()}
        return replace(self, values=self.values[kept], originals=originals, windows=None)

    def cell(self, sample: int, column: int) -> float | str:
        """A table's cell: its number (NaN where it is missing), or the name of its category ("" where it is missing)."""
        value = float(self.values[sample, column])
        names = self.categories[column] if self.categories else ()
        if not names:
            return value
        return names[int(value)] if 0 <= value < len(names) else ""


@dataclass(frozen=True)
class RawTarget:
    """What is to be predicted.

    Classification: class indexes (N,) int64 with ``classes``. Multi_label: zeros and ones (N, labels) float32 with
    ``classes``. Regression: numbers (N, width) float32 with ``names``. Reconstruction: the input called ``input``;
    ``values`` are then (N, 0), as nothing is kept twice (see ``reconstruct``). Tagging: class indexes (N, L) int16 with
    ``classes``, one for each step of the input called ``input``, -1 behind the end of a sequence.
    """

    task: Task
    values: Array
    classes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    input: str = ""


def reconstruct(name: str, part: RawInput) -> RawTarget:
    """The target of an autoencoder: the input ``part``, called ``name``, itself."""
    return RawTarget("reconstruction", np.empty((len(part.values), 0), dtype=np.float32), input=name)


def autoencoding(raw: RawData) -> RawData:
    """The data with its first input as the only target; what else it says of samples is left away."""
    name, part = next(iter(raw.inputs.items()))
    return replace(raw, targets={"reconstruction": reconstruct(name, part)})


@dataclass(frozen=True)
class Skipped:
    """Something that was left out, and why."""

    item: str
    reason: str


@dataclass(frozen=True)
class Notice:
    """Something about the data that the user should know; work goes on.

    Attributes:
        code: stable identifier ("data.small_classes").
        text: it in words.
        values: the values in the text, for translation.
    """

    code: str
    text: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text


ColumnRole = Literal["feature", "target", "ignore", "group", "weight", "time", "split"]
"""What a table's column is for: ``group`` tells which samples belong together, ``weight`` how much a sample counts in the
training loss, ``time`` when it was, ``split`` which part it belongs to."""


@dataclass(frozen=True)
class TableColumn:
    """A column of a table file, used or not: what it is taken as, over the rows that were read, and why if it was guessed."""

    name: str
    role: ColumnRole
    type: ColumnType
    missing: int = 0
    distinct: int = 0
    reason: str = ""


@dataclass(frozen=True)
class RawData:
    """Everything a source holds. ``given`` marks which samples the source itself calls "train", "validation" or "test"."""

    title: str
    inputs: dict[str, RawInput]
    targets: dict[str, RawTarget]
    given: dict[str, Array] = field(default_factory=dict)
    """Sample indexes (int64) by split name, as the source brings them; empty when it brings none."""
    skipped: tuple[Skipped, ...] = ()
    note: str = ""
    """Where the data comes from, in a sentence."""
    names: Sequence[str] = ()
    """What each sample is called where it comes from, such as the file's name; empty where samples have no names."""
    contents: Array | None = None
    """(N,) int64; the same number stands for the same content. None where the source does not tell."""
    digest: str = ""
    """A hash of all of this, where the source knows one that changes with the content; empty: it is computed."""
    notices: tuple[Notice, ...] = ()
    """What the user should know about how it was read."""
    columns: tuple[TableColumn, ...] = ()
    """All columns of a table file in its order, the ignored ones too."""
    groups: Array | None = None
    """(N,) int64; samples of one number belong together, such as those of one person. None where there are no groups."""
    order: Array | None = None
    """(N,) float64, the time of each sample, of which only the order matters; NaN where it is not known. None without times."""
    weights: Array | None = None
    """(N,) float32 from 0 up: how much each sample counts in the training loss, against the others. None: all the same."""

    rows: Callable[[], Array] | None = None
    """Of a table file: gives a number for each row (N,) uint64 that stands for all its cells, used or not. None elsewhere."""

    def taking(self, kept: Array) -> RawData:
        """The same with only the samples ``kept`` (int64, ascending). Classes of which none is left stay."""
        count = len(next(iter(self.targets.values())).values)
        places = np.full(count, -1, dtype=np.int64)
        places[kept] = np.arange(len(kept))
        given = {name: places[rows] for name, rows in self.given.items()}

        def some(values: Array | None) -> Array | None:
            return None if values is None else values[kept]

        rows = self.rows
        return replace(
            self,
            inputs={name: part.taking(kept) for name, part in self.inputs.items()},
            targets={name: replace(part, values=part.values[kept]) for name, part in self.targets.items()},
            given={name: rows[rows >= 0] for name, rows in given.items()},
            names=[self.names[i] for i in kept] if len(self.names) else self.names,
            contents=some(self.contents),
            groups=some(self.groups),
            order=some(self.order),
            weights=some(self.weights),
            digest="",
            rows=(lambda: rows()[kept]) if rows is not None else None,
        )

    @property
    def windows(self) -> Windows | None:
        """How samples lie in the rows of a table, where they are windows over one."""
        return next((part.windows for part in self.inputs.values() if part.windows is not None), None)
