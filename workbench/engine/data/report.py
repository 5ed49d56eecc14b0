"""What there is to see in prepared data: sizes, classes, columns, rows and pictures, as plain values."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .balance import Balance, epoch_counts
from .labels import label_counts, labels_effect, labels_in_epoch, labels_text
from .pictures import as_picture
from .prepared import SPLITS, PreparedData, SplitName
from .raw import Array, Notice, RawInput, RawTarget, Skipped
from .series.moments import real_rows
from .statistics import moments
from .tagged.targets import tag_counts

CLASSED = ("classification", "multi_label", "tagging")
"""Tasks whose targets have classes, labels or tags to be counted."""
BINS = 24
"""Bars of a column's histogram, at most."""


@dataclass(frozen=True)
class Histogram:
    """Counts (bins,) between edges (bins + 1,), ascending."""

    edges: tuple[float, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True)
class ColumnStatistics:
    """Of one column or channel, over its finite values; ``std`` is the population's.

    A column of categories has no mean: ``categories`` is their number, and the histogram counts them by code.
    """

    name: str
    count: int
    missing: int
    mean: float
    std: float
    minimum: float
    maximum: float
    histogram: Histogram
    categories: int = 0


@dataclass(frozen=True)
class ClassCounts:
    """Samples of each class of a target, by split: ``counts[split][class]``."""

    target: str
    classes: tuple[str, ...]
    counts: dict[SplitName, tuple[int, ...]]

    @property
    def totals(self) -> tuple[int, ...]:
        """Samples of each class over all splits."""
        return tuple(sum(per_class) for per_class in zip(*self.counts.values(), strict=True))


@dataclass(frozen=True)
class InputSummary:
    """One input in a line: its kind, the shape of one raw sample, and the names of its columns."""

    name: str
    kind: str
    shape: tuple[int, ...]
    columns: tuple[str, ...]


@dataclass(frozen=True)
class DataReport:
    """An overview. ``columns`` describe the training split: by input name for tables and series, and numeric targets."""

    title: str
    note: str
    samples: int
    splits: dict[SplitName, int]
    inputs: tuple[InputSummary, ...]
    classes: tuple[ClassCounts, ...]
    columns: dict[str, tuple[ColumnStatistics, ...]]
    notices: tuple[Notice, ...]
    skipped: tuple[Skipped, ...]


def report(prepared: PreparedData) -> DataReport:
    """The overview of prepared data."""
    raw, train = prepared.raw, prepared.splits["train"]
    columns: dict[str, tuple[ColumnStatistics, ...]] = {}
    for name, part in raw.inputs.items():
        if part.kind in ("table", "series"):
            columns[name] = _channel_statistics(part, train)
    for name, target in raw.targets.items():
        if target.task == "regression":
            columns[name] = column_statistics(target.values, target.names, train)
    return DataReport(
        title=raw.title,
        note=raw.note,
        samples=prepared.count,
        splits={name: len(prepared.splits[name]) for name in SPLITS},
        inputs=tuple(InputSummary(n, i.kind, i.values.shape[1:], i.columns) for n, i in raw.inputs.items()),
        classes=tuple(class_counts(prepared, n) for n, t in raw.targets.items() if t.task in CLASSED),
        columns=columns,
        notices=prepared.notices,
        skipped=raw.skipped,
    )


def _channel_statistics(part: RawInput, train: Array) -> tuple[ColumnStatistics, ...]:
    """Of the columns of a table, or of a series' channels over the steps that are real."""
    if not part.gaps:
        return column_statistics(part.values, part.columns, train, part.categories)
    rows = np.concatenate([rows[np.logical_not(np.isnan(rows).all(axis=1))] for rows in real_rows(part, train)])
    return column_statistics(rows, part.columns)


def class_counts(prepared: PreparedData, target: str) -> ClassCounts:
    """How many samples each class has in each split; of labels, how many have each, and of tags how many tokens."""
    part = prepared.raw.targets[target]
    if part.task == "tagging":
        tagged = {name: tuple(tag_counts(part, prepared.splits[name]).tolist()) for name in SPLITS}
        return ClassCounts(target, part.classes, tagged)
    if part.task == "multi_label":
        given = {name: label_counts(part.values[prepared.splits[name]])[1] for name in SPLITS}
        return ClassCounts(target, part.classes, {name: tuple(found.tolist()) for name, found in given.items()})
    counts = {
        name: tuple(np.bincount(part.values[prepared.splits[name]], minlength=len(part.classes)).tolist())
        for name in SPLITS
    }
    return ClassCounts(target, part.classes, counts)


def balance_counts(prepared: PreparedData, balance: Balance) -> tuple[ClassCounts, tuple[float, ...]] | None:
    """The classes of the first target that has some, and what each counts in an epoch; None where there are no classes.
    Of labels, the samples that have each."""
    name = next((n for n, t in prepared.raw.targets.items() if t.task in CLASSED), None)
    if name is None:
        return None
    counts = class_counts(prepared, name)
    if prepared.raw.targets[name].task == "multi_label":
        return counts, tuple(labels_in_epoch(balance, _training_labels(prepared, name)).tolist())
    return counts, tuple(epoch_counts(balance, np.array(counts.counts["train"])).tolist())


def balance_effect(prepared: PreparedData, balance: Balance) -> str:
    """What a balance does to the loss on this data, in a sentence; empty where there are no classes."""
    name = next((n for n, t in prepared.raw.targets.items() if t.task == "multi_label"), None)
    if name is not None:
        labels = prepared.raw.targets[name].classes
        return labels_effect(balance, labels, _training_labels(prepared, name))
    found = balance_counts(prepared, balance)
    return balance.effect(np.array(found[0].counts["train"])) if found is not None else ""


def _training_labels(prepared: PreparedData, target: str) -> Array:
    return prepared.raw.targets[target].values[prepared.splits["train"]]


def column_statistics(
    values: Array,
    names: tuple[str, ...],
    indexes: Array | None = None,
    categories: tuple[tuple[str, ...], ...] = (),
) -> tuple[ColumnStatistics, ...]:
    """Of each entry of the last axis of ``values[indexes]``; those with ``categories`` hold codes."""
    part = (values if indexes is None else values[indexes]).reshape(-1, values.shape[-1])
    finite = np.isfinite(part)
    if categories:
        return tuple(
            _categories(name, part[:, i], len(categories[i]))
            if categories[i]
            else _one_column(name, part[:, i], finite[:, i])
            for i, name in enumerate(names)
        )
    if finite.all() and len(part):
        found = moments(part, np.arange(len(part)))
        measures = zip(found.mean, found.std, found.minimum, found.maximum, strict=True)
        return tuple(
            ColumnStatistics(
                name, len(part), 0, float(mean), float(std), float(low), float(high), histogram(part[:, i])
            )
            for i, (name, (mean, std, low, high)) in enumerate(zip(names, measures, strict=True))
        )
    return tuple(_one_column(name, part[:, i], finite[:, i]) for i, name in enumerate(names))


def histogram(values: Array, bins: int = BINS) -> Histogram:
    """Of finite values (N,): one bar for each value where there are few whole numbers, otherwise bars of equal width."""
    if len(values) == 0:
        return Histogram((0.0, 1.0), (0,))
    low, high = float(values.min()), float(values.max())
    if low == high:
        edges = np.array([low - 0.5, high + 0.5])
    elif high - low < bins and bool(np.all(values == np.rint(values))):
        edges = np.arange(low - 0.5, high + 1.0)
    else:
        edges = np.linspace(low, high, min(bins, max(5, int(np.sqrt(len(values))))) + 1)
    counts, _ = np.histogram(values.astype(np.float64), edges)
    return Histogram(tuple(edges.tolist()), tuple(counts.tolist()))


def split_indexes(prepared: PreparedData, split: SplitName | None = None) -> Array:
    """Sample indexes (int64) of a split, or of all samples."""
    return prepared.splits[split] if split else np.sort(np.concatenate(list(prepared.splits.values())))


def target_text(prepared: PreparedData, index: int) -> str:
    """What a sample's targets say: the class names, or the numbers."""
    texts = []
    for target in prepared.raw.targets.values():
        texts += _target_cells(target, target.values[index])
    return ", ".join(texts)


def _target_cells(target: RawTarget, value: Array) -> list[str]:
    """A sample's target in words: a class, its labels or tags, or each number; nothing for a reconstruction."""
    if target.task == "classification":
        return [target.classes[int(value)]]
    if target.task == "multi_label":
        return [labels_text(target.classes, value)]
    if target.task == "tagging":
        return [" ".join(target.classes[int(k)] for k in value[value >= 0])]
    return [number_text(v) for v in value]


def labels_per_sample(prepared: PreparedData, target: str) -> dict[SplitName, tuple[int, ...]]:
    """How many samples of each split have 0, 1, 2... labels, up to the most that any sample has."""
    counts = np.rint(prepared.raw.targets[target].values).sum(axis=1).astype(np.int64)
    most = int(counts.max(initial=0)) + 1
    return {n: tuple(np.bincount(counts[prepared.splits[n]], minlength=most).tolist()) for n in SPLITS}


def thumbnail(prepared: PreparedData, index: int, input_name: str = "") -> Array | None:
    """A sample's picture, uint8 (H, W) or (H, W, 3); None where the data has no pictures.

    Args:
        prepared: the data.
        index: number of the sample.
        input_name: which input, the first of pictures unless told.
    """
    for name, part in prepared.raw.inputs.items():
        if part.kind == "image" and input_name in ("", name):
            return as_picture(part.values[index], prepared.preprocess.inputs[name].pixel_range)
    return None


def number_text(value: float) -> str:
    """A number in up to 6 digits, without a needless fraction: ``5``, ``0.25``, ``1.2e-07``."""
    return f"{float(value):.6g}"


def _categories(name: str, codes: Array, kinds: int) -> ColumnStatistics:
    held = codes[~np.isnan(codes)].astype(np.int64)
    counts = np.bincount(held, minlength=kinds)
    if kinds > BINS:
        counts = np.sort(counts)[::-1]
        counts = np.append(counts[: BINS - 1], counts[BINS - 1 :].sum())
    bars = Histogram(tuple(k - 0.5 for k in range(len(counts) + 1)), tuple(counts.tolist()))
    nothing = float("nan")
    missing = len(codes) - len(held)
    return ColumnStatistics(name, len(held), missing, nothing, nothing, nothing, nothing, bars, kinds)


def _one_column(name: str, values: Array, finite: Array) -> ColumnStatistics:
    good = values[finite].astype(np.float64)
    mean, std, low, high = (good.mean(), good.std(), good.min(), good.max()) if len(good) else (np.nan,) * 4
    missing = int(np.isnan(values).sum())
    return ColumnStatistics(name, len(good), missing, float(mean), float(std), float(low), float(high), histogram(good))
