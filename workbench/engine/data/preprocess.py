"""What was learnt from the training split, as a value: stored with each run, used by evaluation, prediction and export."""

from __future__ import annotations

from math import prod
from typing import Literal

import numpy as np

from ..shapes import DataFacts, TargetFacts, Task, batch
from ..values import Value
from .raw import Array, InputKind, ResizeMode, Spread
from .text.encoding import TextEncoding


class CategoryEncoding(Value):
    """One column of categories as columns of zeros with a single one.

    Attributes:
        column: its place among the raw columns.
        names: all categories by code, as ``RawInput.categories``.
        slots: for each code the place of its one; -1 where the training split has none of it: all stay zero.
        missing: the place of a missing value's one, -1 where the training split has no gap.
        outputs: names of the columns it becomes; rare categories share one called "other".
        base: the code that zeros alone stand for, as a no beside a yes; -1 where there is none.
        ordinal: whether it becomes a single column with the place of the category; ``missing`` is then the place of a missing
            or unknown one.
    """

    column: int
    names: tuple[str, ...]
    slots: tuple[int, ...]
    missing: int = -1
    outputs: tuple[str, ...] = ()
    base: int = -1
    ordinal: bool = False

    @property
    def known(self) -> tuple[str, ...]:
        """The categories that the training split has."""
        return tuple(n for k, (n, s) in enumerate(zip(self.names, self.slots, strict=True)) if s >= 0 or k == self.base)

    def table(self) -> Array:
        """Places by code (K + 2,) int64, then that of a missing value and that of an unknown code."""
        unknown = self.missing if self.ordinal else -1
        slots = [unknown if s < 0 else s for s in self.slots] if self.ordinal else self.slots
        return np.array([*slots, self.missing, unknown], dtype=np.int64)


class OutlierRule(Value):
    """Limits of a raw column of numbers: what lies beyond is brought to them, or gets a one in a column of its own."""

    column: int
    low: float
    high: float
    flag: bool = False


class Warp(Value):
    """A raw column of numbers by ranks: straight lines between ``knots``, ascending, with ``levels`` at them.

    All are float32; ``slopes`` are those of the lines, one fewer. Beyond the outer knots the level stays.
    """

    column: int
    knots: tuple[float, ...]
    levels: tuple[float, ...]
    slopes: tuple[float, ...]


class Neighbours(Value):
    """Rows to fill gaps from.

    Attributes:
        basis: raw columns that tell how similar two rows are.
        columns: those of them whose gaps are filled.
        weights: what a difference in each basis column counts: one over its deviation.
        rows: training rows, over the basis columns; None where one is missing.
        count: how many of the most similar are averaged.
    """

    basis: tuple[int, ...]
    columns: tuple[int, ...]
    weights: tuple[float, ...]
    rows: tuple[tuple[float | None, ...], ...]
    count: int = 5


class TableEncoding(Value):
    """Raw columns as numbers: the numbers, then a one where a number is missing, then a one where it is an outlier, then the
    categories. Numbers are filled from similar rows, brought to their limits, filled, and put on the scale of their ranks, in
    this order.

    Attributes:
        numbers: places of the raw columns that are numbers.
        fills: what stands for a missing one of each (float32); None where a row without it can't be used.
        indicators: raw columns that also say whether they are missing.
        categories: the columns of categories.
        outliers: limits of columns.
        warps: columns that are scaled by ranks.
        neighbours: how gaps are filled from similar rows, before anything else.
    """

    numbers: tuple[int, ...]
    fills: tuple[float | None, ...]
    indicators: tuple[int, ...] = ()
    categories: tuple[CategoryEncoding, ...] = ()
    outliers: tuple[OutlierRule, ...] = ()
    warps: tuple[Warp, ...] = ()
    neighbours: Neighbours | None = None

    @property
    def flags(self) -> tuple[OutlierRule, ...]:
        """The limits whose outliers are marked."""
        return tuple(rule for rule in self.outliers if rule.flag)

    @property
    def width(self) -> int:
        """Number of columns it makes."""
        marks = len(self.indicators) + len(self.flags)
        return len(self.numbers) + marks + sum(len(c.outputs) for c in self.categories)

    def outputs(self, columns: tuple[str, ...]) -> tuple[str, ...]:
        """Names of the columns it makes, from those of the raw columns."""
        return (
            *(columns[k] for k in self.numbers),
            *(f"{columns[k]} is missing" for k in self.indicators),
            *(f"{columns[rule.column]} is an outlier" for rule in self.flags),
            *(
                columns[c.column] if c.ordinal else f"{columns[c.column]} = {name}"
                for c in self.categories
                for name in c.outputs
            ),
        )


class SeriesChannel(Value):
    """One channel of a series that was made from a table's column, or from the time of its rows.

    Attributes:
        name: what it is called.
        column: the column it comes from; empty for parts of the calendar.
        way: its number, the change since the row before (in units or in percent), whether it is a category, or a part of the
            calendar.
        category: the category that it tells; of the calendar "sin" or "cos", which follow each other.
    """

    name: str
    column: str = ""
    way: Literal["value", "difference", "percent", "category", "hour", "weekday", "season"] = "value"
    category: str = ""


class SeriesEncoding(Value):
    """How the rows of a table become series.

    Attributes:
        channels: what each channel is made of.
        time: columns that tell the time; several are year, month, day and so on. Empty: rows are in order.
        group: column that tells which series a row belongs to; empty where there is one.
        unit: what a step is, such as "hour".
        horizon: steps that are predicted.
        change: whether changes since the last row are predicted.
    """

    channels: tuple[SeriesChannel, ...]
    time: tuple[str, ...] = ()
    group: str = ""
    unit: str = "step"
    horizon: int = 1
    change: bool = False


class InputPreprocess(Value):
    """Turns one raw input into what the network is fed: ``(x - offset) * scale`` in float32.

    Attributes:
        kind: as in ``RawInput``.
        shape: shape of one sample as the network sees it: (C, H, W) for pictures, (columns,), (T, C) or (T,).
        offset, scale: one number per channel (image, series) or column (table); one number stands for all; empty for
            token ids, which pass unchanged. Each is exactly a float32, so that every place that computes it agrees.
        columns: names of table columns or of a series' channels, for forms, files and messages.
        pixel_range: the values of black and white in the raw pictures, (0, 255) for uint8.
        border: mean raw value of the outermost pixels of the training pictures, to recognise a picture with dark and
            light swapped.
        vocabulary: number of token ids of tokens and texts; 0 for other kinds.
        resize: how a new picture of another size is made to fit.
        from_files: whether the training pictures were files, taken as they are; new ones are then never inverted, and what
            is transparent in them becomes white.
        table: how a table's raw columns become numbers before they are scaled; None where they are numbers without gaps.
        gaps: whether a series may hold NaN, for steps that a shorter sample does not have or what is missing: 0 once scaled.
        mask: whether a last channel tells which steps of a series are real (1) and which padding (0).
        padding: where the steps that a shorter series does not have stand.
        spread: of a table, which raw columns come from one column of the file, and how.
        series: how the rows of a table become the channels of a series; None where series come as they are.
        text: how texts are cut into tokens and numbered; None for other kinds.
    """

    kind: InputKind
    shape: tuple[int, ...]
    offset: tuple[float, ...] = ()
    scale: tuple[float, ...] = ()
    columns: tuple[str, ...] = ()
    pixel_range: tuple[float, float] = (0.0, 255.0)
    border: float | None = None
    vocabulary: int = 0
    resize: ResizeMode = "fit"
    from_files: bool = False
    table: TableEncoding | None = None
    spread: tuple[Spread, ...] = ()
    gaps: bool = False
    mask: bool = False
    padding: Literal["start", "end"] = "start"
    series: SeriesEncoding | None = None
    text: TextEncoding | None = None

    @property
    def channels(self) -> int:
        """Channels of a raw series."""
        return self.shape[-1] - self.mask

    @property
    def fed_scales(self) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """Offset and scale of everything that the network is fed with; a series' mask is fed as it is."""
        if not self.mask or len(self.scale) < self.channels:
            return self.offset, self.scale
        return (*self.offset, 0.0), (*self.scale, 1.0)

    @property
    def of_ids(self) -> bool:
        """Whether the network is fed ids (N, T) int64 rather than real numbers."""
        return self.kind in ("tokens", "text")


class TargetPreprocess(Value):
    """One target: classes, labels, numbers that the network predicts as ``(y - offset) * scale``, one of each per name, or
    the input called ``input`` as the network is fed with it.

    ``counts`` are the training samples of each class, of tags the tokens; empty where they are not known. For tagging there is
    a class for each of the ``length`` steps of the input called ``input``, which ``cut`` and ``pad`` are those of.
    """

    task: Task
    classes: tuple[str, ...] = ()
    counts: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    offset: tuple[float, ...] = ()
    scale: tuple[float, ...] = ()
    input: str = ""
    length: int = 0
    cut: Literal["end", "start"] = "end"
    pad: Literal["end", "start"] = "end"


class Preprocess(Value):
    """All inputs and targets by name, and the fingerprint of the data it was learnt from."""

    inputs: dict[str, InputPreprocess]
    targets: dict[str, TargetPreprocess]
    fingerprint: str = ""

    def facts(self) -> DataFacts:
        """What the data looks like to a network."""
        return DataFacts(
            inputs={name: batch(*i.shape, dtype="int64" if i.of_ids else "float32") for name, i in self.inputs.items()},
            targets={name: self._target_facts(t) for name, t in self.targets.items()},
            vocabulary={name: i.vocabulary for name, i in self.inputs.items() if i.of_ids},
            ranges={name: fed_range(i) for name, i in self.inputs.items() if i.kind == "image"},
        )

    def _target_facts(self, target: TargetPreprocess) -> TargetFacts:
        if target.task == "multi_label":
            return TargetFacts("multi_label", target.classes, len(target.classes))
        if target.task == "reconstruction":
            how = self.inputs[target.input]
            return TargetFacts(
                "reconstruction", width=prod(how.shape), input=target.input, shape=how.shape, unit=_within_unit(how)
            )
        if target.task == "tagging":
            return TargetFacts("tagging", target.classes, input=target.input, shape=(target.length,))
        scaled = any(o != 0.0 for o in target.offset) or any(s != 1.0 for s in target.scale)
        return TargetFacts(target.task, target.classes, max(1, len(target.names)), target.names, scaled=scaled)


def fed_range(how: InputPreprocess) -> tuple[float, float]:
    """What black and white pixels of a picture are as the network is fed with them."""
    ends = np.outer(how.pixel_range, np.ones(len(how.offset))) - np.array(how.offset)
    scaled = ends * np.array(how.scale)
    return float(scaled.min()), float(scaled.max())


def _within_unit(how: InputPreprocess) -> bool:
    """Whether everything that the network is fed with lies between 0 and 1, as pictures do that were brought there."""
    if how.kind != "image":
        return False
    low, high = fed_range(how)
    return low >= -1e-6 and high <= 1 + 1e-6
