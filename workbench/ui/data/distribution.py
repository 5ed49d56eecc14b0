"""How one column is distributed in each split."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtWidgets import QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ...engine.data.prepared import SPLITS, PreparedData
from ...engine.data.raw import Array
from ...engine.data.recipe import Progress
from ...engine.data.report import histogram
from ..jobs import Job, Jobs
from ..widgets.charts import GroupedBars, Series
from ..widgets.histogram import Histogram
from .words import split_word

MOST_CATEGORIES = 20
"""Categories shown, the most frequent."""


@dataclass(frozen=True)
class _Counted:
    """Counts by split: of bins between edges, or of categories by name."""

    counts: tuple[tuple[int, ...], ...]
    edges: tuple[float, ...] = ()
    names: tuple[str, ...] = ()


class Distribution(QWidget):
    """A histogram of a column of numbers, or bars of its categories, with a series for each split."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data_distribution")
        self._jobs = jobs
        self._job: Job | None = None
        self.heading = QLabel(self)
        self.heading.setObjectName("data_distribution_heading")
        self.heading.setProperty("role", "heading")
        self.histogram = Histogram("data_distribution_numbers", self)
        self.histogram.setAccessibleName(self.tr("Distribution of the column in each split"))
        self.bars = GroupedBars("data_distribution_categories", self)
        self.bars.setAccessibleName(self.tr("Samples of each category in each split"))
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setWidget(self.bars)
        self._charts = QStackedWidget(self)
        self._charts.addWidget(self.histogram)
        self._charts.addWidget(self._area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(4)
        layout.addWidget(self.heading)
        layout.addWidget(self._charts, 1)

    def show_column(self, data: PreparedData, name: str) -> None:
        """Counts a column of a table, or a number to predict, in a worker thread and shows it."""
        found = _column(data, name)
        if found is None:
            return
        values, names = found
        if self._job is not None:
            self._job.cancel()

        def work(progress: Progress) -> _Counted:
            return _count(data, values, names)

        self._job = self._jobs.start(self.tr("Counting the column"), work, done=lambda made: self._show(name, made))

    def _show(self, name: str, counted: _Counted) -> None:
        self._job = None
        self.heading.setText(name)
        series = [Series(split_word(split), counts) for split, counts in zip(SPLITS, counted.counts, strict=True)]
        series = [s for s in series if sum(s.values)]
        if counted.edges:
            self.histogram.set_bins(counted.edges, series, x_label=name)
            self._charts.setCurrentWidget(self.histogram)
        else:
            self.bars.set_counts(counted.names, series)
            self._charts.setCurrentWidget(self._area)


def _column(data: PreparedData, name: str) -> tuple[Array, tuple[str, ...]] | None:
    """Values (N,) and category names of a column or target by its name."""
    for part in data.raw.inputs.values():
        columns = part.columns or tuple(
            f"x{k + 1}" for k in range(part.values.shape[-1] if part.kind == "table" else 0)
        )
        if part.kind == "table" and name in columns:
            place = columns.index(name)
            return part.values[:, place], part.categories[place] if part.categories else ()
    for target in data.raw.targets.values():
        if name in target.names:
            return target.values[:, target.names.index(name)], ()
    return None


def _count(data: PreparedData, values: Array, names: tuple[str, ...]) -> _Counted:
    parts = [values[data.splits[split]] for split in SPLITS]
    parts = [part[np.isfinite(part)] for part in parts]
    if names:
        counts = np.stack([np.bincount(part.astype(np.int64), minlength=len(names)) for part in parts])
        shown = np.argsort(-counts.sum(axis=0), kind="stable")[:MOST_CATEGORIES]
        shown = shown[counts[:, shown].sum(axis=0) > 0]
        return _Counted(tuple(tuple(row[shown].tolist()) for row in counts), names=tuple(names[k] for k in shown))
    edges = histogram(np.concatenate(parts).astype(np.float64)).edges
    return _Counted(tuple(tuple(np.histogram(part, edges)[0].tolist()) for part in parts), edges=edges)
