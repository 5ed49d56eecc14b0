"""Samples one by one: pictures in a grid or rows in a table, filtered by split and class, and one of them in detail."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ...engine.data.prepared import SPLITS, PreparedData
from ...engine.data.report import thumbnail
from ..jobs import Jobs
from ..widgets.numbers import count_text, number_text
from ..widgets.tables import Column, ColumnsView
from ..widgets.thumbnails import PictureGrid, picture
from .cells import cell, cell_columns, shown_columns
from .page import Page
from .words import split_word

DETAIL_SIDE = 112
LONG = 18
"""Characters from which a value in the detail may wrap."""
MOST_COLUMNS = 500
"""Columns shown of a very wide table; the rest is in the sample's detail."""


def split_of(data: PreparedData) -> NDArray[np.int8]:
    """The place in ``SPLITS`` of each sample's split, (N,); -1 for samples that a split by time leaves out."""
    found = np.full(len(next(iter(data.raw.targets.values())).values), -1, np.int8)
    for place, name in enumerate(SPLITS):
        found[data.splits[name]] = place
    return found


def target_text(data: PreparedData, sample: int) -> str:
    """What is to be predicted for a sample: its class, or its numbers."""
    target = next(iter(data.raw.targets.values()))
    if target.task == "classification":
        return target.classes[int(target.values[sample])]
    return ", ".join(number_text(v) for v in target.values[sample][:4])


def table_columns(data: PreparedData, splits: NDArray[np.int8], tr: Callable[[str], str]) -> list[Column]:
    """Number, split, target and inputs as table columns over the raw arrays, without a copy."""
    count = data.count
    target = next(iter(data.raw.targets.values()))
    words = [split_word(name) for name in SPLITS]
    columns = [
        Column(tr("No."), lambda row: row, keys=lambda: np.arange(count), text=count_text),
        Column(tr("Split"), lambda row: words[splits[row]], keys=lambda: splits, numeric=False),
    ]
    if target.task == "classification":
        columns.append(
            Column(
                tr("Class"),
                lambda row: target.classes[int(target.values[row])],
                keys=lambda: target.values,
                numeric=False,
            )
        )
    else:
        for k, name in enumerate(target.names):
            columns.append(
                Column(
                    name,
                    lambda row, k=k: target.values[row, k],
                    keys=lambda k=k: target.values[:, k],
                    help=tr("To be predicted"),
                )
            )
    return [*columns, *cell_columns(data, MOST_COLUMNS)]


class SamplesView(Page):
    """Pictures or rows with filters by split and class. ``chosen(int)``: the current sample."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(jobs, parent)
        self.setObjectName("data_samples")
        self._data: PreparedData | None = None
        self._splits: NDArray[np.int8] = np.empty(0, np.int8)
        self.split_filter = QComboBox(self)
        self.split_filter.setObjectName("data_filter_split")
        self.split_filter.setAccessibleName(self.tr("Show which split"))
        self.class_filter = QComboBox(self)
        self.class_filter.setObjectName("data_filter_class")
        self.class_filter.setAccessibleName(self.tr("Show which class"))
        for box in (self.split_filter, self.class_filter):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.currentIndexChanged.connect(self._filter)
        self.split_filter.addItem(self.tr("All splits"), -1)
        for place, name in enumerate(SPLITS):
            self.split_filter.addItem(split_word(name).capitalize(), place)
        self.shown = QLabel(self)
        self.shown.setObjectName("data_shown")
        self.shown.setProperty("role", "muted")
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 8, 0, 8)
        bar.setSpacing(8)
        bar.addWidget(self.split_filter)
        bar.addWidget(self.class_filter)
        bar.addStretch(1)
        bar.addWidget(self.shown)
        self.grid = PictureGrid("data_pictures", self.tr("Pictures"), parent=self)
        self.grid.chosen.connect(self.chosen)
        self.table = ColumnsView("data_rows", self.tr("Rows"), self)
        self.table.selectionModel().currentRowChanged.connect(self._row_chosen)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addLayout(self._stack, 1)

    def place(self, data: PreparedData) -> int:
        return 10

    def heading(self, data: PreparedData) -> str:
        pictures = next(iter(data.raw.inputs.values())).kind == "image"
        return self.tr("Pictures") if pictures else self.tr("Rows")

    def set_data(self, data: PreparedData) -> None:
        """Shows other data; filters that still make sense stay."""
        before = self._data
        self._data, self._splits = data, split_of(data)
        target = next(iter(data.raw.targets.values()))
        part = next(iter(data.raw.inputs.values()))
        old = next(iter(before.raw.targets.values())).classes if before else ()
        if before is None or old != target.classes:
            self.class_filter.blockSignals(True)
            self.class_filter.clear()
            self.class_filter.addItem(self.tr("All classes"), -1)
            for k, name in enumerate(target.classes):
                self.class_filter.addItem(name, k)
            self.class_filter.blockSignals(False)
        self.class_filter.setVisible(target.task == "classification")
        pictures = part.kind == "image"
        self._stack.setCurrentWidget(self.grid if pictures else self.table)
        if pictures:
            words = [split_word(name) for name in SPLITS]
            self.grid.set_source(
                lambda sample: thumbnail(data, sample),
                lambda sample: (target_text(data, sample), words[self._splits[sample]]),
            )
        else:
            self.table.set_table(table_columns(data, self._splits, self.tr), np.flatnonzero(self._splits >= 0))
        self._filter()

    def filter_class(self, place: int) -> None:
        """Shows one class only, all for -1."""
        self.class_filter.setCurrentIndex(self.class_filter.findData(place))

    def reveal(self, sample: int) -> None:
        """Makes a sample the current one, letting go of filters that hide it."""
        if sample not in self.samples:
            self.split_filter.setCurrentIndex(0)
            self.filter_class(-1)
        self.select(sample)
        self.chosen.emit(sample)

    def select(self, sample: int) -> None:
        """Makes a sample the current one, where it is shown."""
        if self._stack.currentWidget() is self.grid:
            self.grid.select(sample)
            return
        places = np.flatnonzero(self.table.columns_model.rows == sample)
        if len(places):
            self.table.selectRow(int(places[0]))

    @property
    def samples(self) -> NDArray[np.int64]:
        """Samples shown, in order."""
        return self.grid.samples if self._stack.currentWidget() is self.grid else self.table.columns_model.rows

    def _filter(self) -> None:
        data = self._data
        if data is None:
            return
        mask = self._splits >= 0
        wanted_split, wanted_class = self.split_filter.currentData(), self.class_filter.currentData()
        if wanted_split is not None and wanted_split >= 0:
            mask &= self._splits == wanted_split
        target = next(iter(data.raw.targets.values()))
        if target.task == "classification" and wanted_class is not None and wanted_class >= 0:
            mask &= target.values == wanted_class
        rows = np.flatnonzero(mask)
        if self._stack.currentWidget() is self.grid:
            self.grid.set_samples(rows)
        else:
            self.table.columns_model.set_rows(rows)
        self.shown.setText(
            self.tr("{count} samples").format(count=count_text(len(rows)))
            if len(rows) == data.count
            else self.tr("{count} of {total} samples").format(count=count_text(len(rows)), total=count_text(data.count))
        )
        if len(rows):
            self.select(int(self.samples[0]))

    def _row_chosen(self) -> None:
        sample = self.table.current_sample()
        if sample >= 0:
            self.chosen.emit(sample)


class SampleDetail(QWidget):
    """One sample, large: its picture or its values, class, split and range."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data_detail")
        self.sample = -1
        self._rows: list[tuple[QLabel, QLabel]] = []
        self.picture = QLabel(self)
        self.picture.setObjectName("data_detail_picture")
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._form = QFormLayout()
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(4)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(self._form, 1)

    def show_sample(self, data: PreparedData, sample: int) -> None:
        """Shows a sample of the data."""
        self.sample = sample
        part = next(iter(data.raw.inputs.values()))
        values = part.values[sample]
        self.picture.setVisible(part.kind == "image")
        if part.kind == "image":
            self.picture.setPixmap(picture(thumbnail(data, sample), DETAIL_SIDE, self.devicePixelRatioF()))
        target = next(iter(data.raw.targets.values()))
        split = next((name for name in SPLITS if _holds(data.splits[name], sample)), "train")
        rows = [(self.tr("Sample"), count_text(sample))]
        if len(data.raw.names):
            # The class folder stands below as the class; the name alone is shorter.
            rows.append((self.tr("File"), data.raw.names[sample].rpartition("/")[2]))
            self.setToolTip(data.raw.names[sample])
        else:
            self.setToolTip("")
        if target.task == "classification":
            rows.append((self.tr("Class"), target_text(data, sample)))
        else:
            rows += [(n, number_text(v)) for n, v in zip(target.names, target.values[sample], strict=True)]
        rows.append((self.tr("Split"), split_word(split)))
        if part.kind == "table":
            for held, column in shown_columns(data, MOST_COLUMNS):
                found = cell(held, sample, column)
                rows.append((column.name, found if isinstance(found, str) else number_text(found)))
        else:
            values = values[np.isfinite(values)] if part.gaps else values
            low, high = number_text(values.min()), number_text(values.max())
            rows.append((self.tr("Values"), self.tr("{low} to {high}").format(low=low, high=high)))
            rows.append((self.tr("Mean"), number_text(float(values.mean()), 3)))
        self._show_rows(rows)

    def _show_rows(self, rows: list[tuple[str, str]]) -> None:
        """Writes names and values; labels are made anew only where the names are others than before."""
        if [name for name, _ in rows] != [label.text() for label, _ in self._rows]:
            while self._form.rowCount():
                self._form.removeRow(0)
            self._rows = []
            for name, _ in rows:
                label, shown = QLabel(name, self), QLabel(self)
                label.setProperty("role", "muted")
                label.setWordWrap(True)
                shown.setAlignment(Qt.AlignmentFlag.AlignRight)
                shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                self._form.addRow(label, shown)
                self._rows.append((label, shown))
        for (_, shown), (_, value) in zip(self._rows, rows, strict=True):
            shown.setWordWrap(len(value) > LONG)
            shown.setText(value)


def _holds(sorted_indexes: NDArray[np.int64], sample: int) -> bool:
    place = int(np.searchsorted(sorted_indexes, sample))
    return place < len(sorted_indexes) and int(sorted_indexes[place]) == sample
