"""Samples one by one: pictures in a grid or rows in a table, filtered by split and class, and one of them in detail."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ...engine.data.identity import sample_keys
from ...engine.data.labels import labels_text
from ...engine.data.prepared import SPLITS, PreparedData
from ...engine.data.recipe import DataRecipe
from ...engine.data.report import thumbnail
from ..jobs import Jobs
from ..widgets.numbers import count_text, number_text
from ..widgets.tables import Column, ColumnsView
from ..widgets.thumbnails import PictureGrid
from .cells import cell_columns
from .jump import JumpField
from .page import Page
from .selection import Selection
from .tags import having, show_sequences, tagged_columns
from .texts import text_columns
from .words import split_word

LEFT_OUT = -1
"""Place of the samples that are in no split."""
MOST_LABELS = 3
"""Labels of a sample that are told below its picture."""
MOST_COLUMNS = 500
"""Columns shown of a very wide table; the rest is in the sample's detail."""


def split_of(data: PreparedData) -> NDArray[np.int8]:
    """The place in ``SPLITS`` of each sample's split, (N,); ``LEFT_OUT`` where it is in none."""
    found = np.full(data.total, LEFT_OUT, np.int8)
    for place, name in enumerate(SPLITS):
        found[data.splits[name]] = place
    return found


def place_words() -> dict[int, str]:
    """What the places are called that ``split_of`` gives."""
    return {place: split_word(name) for place, name in enumerate(SPLITS)} | {LEFT_OUT: split_word("left_out")}


def target_text(data: PreparedData, sample: int) -> str:
    """What is to be predicted for a sample: its class, its labels, or its numbers; of an autoencoder the sample's name."""
    target = next(iter(data.raw.targets.values()))
    if target.task == "classification":
        return target.classes[int(target.values[sample])]
    if target.task == "multi_label":
        return labels_text(target.classes, target.values[sample], MOST_LABELS)
    if target.task == "tagging":
        return " ".join(target.classes[int(k)] for k in target.values[sample] if k >= 0)
    if target.task == "reconstruction":
        return data.raw.names[sample].rpartition("/")[2] if len(data.raw.names) else count_text(sample)
    return ", ".join(number_text(v) for v in target.values[sample][:4])


def table_columns(data: PreparedData, splits: NDArray[np.int8], tr: Callable[[str], str]) -> list[Column]:
    """Number, split, target and inputs as table columns over the raw arrays, without a copy."""
    count = data.total
    words = place_words()
    columns = [
        Column(tr("No."), lambda row: row, keys=lambda: np.arange(count), text=count_text),
        Column(tr("Split"), lambda row: words[splits[row]], keys=lambda: splits, numeric=False),
    ]
    several = len(data.raw.targets) > 1
    for title, target in data.raw.targets.items():
        if target.task == "classification":
            columns.append(
                Column(
                    title if several else tr("Class"),
                    lambda row, target=target: target.classes[int(target.values[row])],
                    keys=lambda target=target: target.values,
                    numeric=False,
                )
            )
        elif target.task == "multi_label":
            columns.append(
                Column(
                    title if several else tr("Labels"),
                    lambda row, target=target: labels_text(target.classes, target.values[row]),
                    keys=lambda target=target: target.values.sum(axis=1),
                    numeric=False,
                    help=tr("Sorted by their number"),
                )
            )
        elif target.task == "tagging":
            columns += tagged_columns(data, target)
        else:
            for k, name in enumerate(target.names):
                columns.append(
                    Column(
                        name,
                        lambda row, k=k, target=target: target.values[row, k],
                        keys=lambda k=k, target=target: target.values[:, k],
                        help=tr("To be predicted"),
                    )
                )
    if data.texts and not any(t.task == "tagging" for t in data.raw.targets.values()):
        columns += text_columns(data)
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
        self.split_filter.addItem(self.tr("All splits"), None)
        for place, name in enumerate(SPLITS):
            self.split_filter.addItem(split_word(name).capitalize(), place)
        self._only: Selection | None = None
        self._recipe: DataRecipe | None = None
        self.only_button = QPushButton(self)
        self.only_button.setObjectName("data_only")
        self.only_button.setProperty("role", "chip")
        self.only_button.setToolTip(self.tr("Show all samples again"))
        self.only_button.setAccessibleName(self.tr("Show all samples again"))
        self.only_button.clicked.connect(lambda: self.show_only(None))
        self.only_button.hide()
        self.jump = JumpField(self)
        self.jump.asked.connect(self.reveal)
        self.leave_out = QPushButton(self)
        self.leave_out.setObjectName("data_leave_out")
        self.leave_out.setProperty("role", "chip")
        self.leave_out.setAccessibleName(self.tr("Leave out or take back in"))
        self.leave_out.clicked.connect(self._leave_out)
        self.shown = QLabel(self)
        self.shown.setObjectName("data_shown")
        self.shown.setProperty("role", "muted")
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 8, 0, 8)
        bar.setSpacing(8)
        bar.addWidget(self.split_filter)
        bar.addWidget(self.class_filter)
        bar.addWidget(self.only_button)
        bar.addStretch(1)
        bar.addWidget(self.shown)
        bar.addWidget(self.jump)
        bar.addWidget(self.leave_out)
        self.grid = PictureGrid("data_pictures", self.tr("Pictures"), parent=self)
        self.grid.chosen.connect(self.chosen)
        self.grid.chosen.connect(self._offer)
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
        kind = next(iter(data.raw.inputs.values())).kind
        if next(iter(data.raw.targets.values())).task == "tagging":
            return self.tr("Sequences")
        if kind == "text":
            return self.tr("Texts")
        return self.tr("Pictures") if kind == "image" else self.tr("Rows")

    def set_data(self, data: PreparedData) -> None:
        """Shows other data; filters that still make sense stay."""
        before = self._data
        if before is None or before.raw is not data.raw:
            self._show_title(None)
        self._data, self._splits = data, split_of(data)
        self.jump.set_count(data.total)
        self._offer_left_out(data)
        target = next(iter(data.raw.targets.values()))
        part = next(iter(data.raw.inputs.values()))
        old = next(iter(before.raw.targets.values())) if before else None
        every, which = {
            "multi_label": (self.tr("All labels"), self.tr("Show which label")),
            "tagging": (self.tr("All tags"), self.tr("Show sequences with which tag")),
        }.get(target.task, (self.tr("All classes"), self.tr("Show which class")))
        if old is None or (old.classes, old.task) != (target.classes, target.task):
            self.class_filter.blockSignals(True)
            self.class_filter.clear()
            self.class_filter.addItem(every, -1)
            for k, name in enumerate(target.classes):
                self.class_filter.addItem(name, k)
            self.class_filter.blockSignals(False)
            self.class_filter.setAccessibleName(which)
        self.class_filter.setVisible(target.task in ("classification", "multi_label", "tagging"))
        pictures = part.kind == "image"
        self._stack.setCurrentWidget(self.grid if pictures else self.table)
        if pictures:
            words = place_words()
            self.grid.set_source(
                lambda sample: thumbnail(data, sample),
                lambda sample: (target_text(data, sample), words[self._splits[sample]]),
            )
        else:
            columns = table_columns(data, self._splits, self.tr)
            self.table.set_table(columns, np.arange(data.total))
            self.table.horizontalHeader().setStretchLastSection(part.kind == "text" or target.task == "tagging")
            show_sequences(self.table, len(columns) - 1, data)
        self._filter()

    def _offer_left_out(self, data: PreparedData) -> None:
        """Offers to show what is left out, where something is."""
        self.split_filter.blockSignals(True)
        at = self.split_filter.findData(LEFT_OUT)
        if data.total > data.count and at < 0:
            self.split_filter.addItem(split_word("left_out").capitalize(), LEFT_OUT)
        elif data.total == data.count and at >= 0:
            self.split_filter.removeItem(at)
        self.split_filter.blockSignals(False)

    def filter_class(self, place: int) -> None:
        """Shows one class only, all for -1."""
        self.class_filter.setCurrentIndex(self.class_filter.findData(place))

    def set_recipe(self, recipe: DataRecipe) -> None:
        self._recipe = recipe
        self._offer()

    def show_only(self, selection: Selection | None) -> None:
        """Shows certain samples in their order, without other filters; all again for None."""
        for box in (self.split_filter, self.class_filter):
            box.blockSignals(True)
            box.setCurrentIndex(0)
            box.blockSignals(False)
        self.class_filter.currentIndexChanged.emit(0)
        self._show_title(selection)
        self._filter()

    def _show_title(self, selection: Selection | None) -> None:
        self._only = selection
        self.only_button.setVisible(selection is not None)
        if selection is not None:
            self.only_button.setText(f"{selection.title}  ✕")
            self.only_button.setAccessibleName(self.tr("{title}: show all samples again").format(title=selection.title))

    def reveal(self, sample: int) -> None:
        """Makes a sample the current one, letting go of filters that hide it."""
        if sample not in self.samples:
            self._show_title(None)
            self.split_filter.setCurrentIndex(0 if self._splits[sample] >= 0 else self.split_filter.findData(LEFT_OUT))
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
        wanted_split, wanted_class = self.split_filter.currentData(), self.class_filter.currentData()
        only = self._only
        mask = self._splits >= 0 if only is None else np.ones(data.total, bool)
        if wanted_split is not None:
            mask = self._splits == wanted_split
        target = next(iter(data.raw.targets.values()))
        if target.classes and wanted_class is not None and wanted_class >= 0:
            mask &= having(target, wanted_class)
        rows = np.flatnonzero(mask)
        together = 1
        if only is not None:
            every = mask.all()
            rows, together = (only.samples, only.together) if every else (only.samples[mask[only.samples]], 1)
        if self._stack.currentWidget() is self.grid:
            self.grid.set_samples(rows, together)
        else:
            self.table.columns_model.set_rows(rows)
        self.shown.setText(
            self.tr("{count} samples").format(count=count_text(len(rows)))
            if len(rows) == data.count
            else self.tr("{count} of {total} samples").format(count=count_text(len(rows)), total=count_text(data.count))
        )
        if len(rows):
            self.select(int(self.samples[0]))
        self._offer()

    def selected(self) -> NDArray[np.int64]:
        """The samples that the user marked, sorted."""
        if self._stack.currentWidget() is self.grid:
            current = self.grid.current_sample()
            return np.array([current] if current >= 0 else [], np.int64)
        rows = self.table.selectionModel().selectedRows()
        return np.unique(np.array([self.table.columns_model.sample(i.row()) for i in rows], np.int64))

    def _offer(self) -> None:
        """Whether the marked samples can be left out, or taken back in."""
        data, recipe = self._data, self._recipe
        current = (
            self.grid.current_sample() if self._stack.currentWidget() is self.grid else self.table.current_sample()
        )
        if data is None or recipe is None or not 0 <= current < data.total:
            self.leave_out.hide()
            return
        out = self._splits[current] < 0
        self.leave_out.setText(self.tr("Take back in") if out else self.tr("Leave out"))
        self.leave_out.setToolTip(
            self.tr("The marked samples take part again")
            if out
            else self.tr("The marked samples take no part in training or scores; the files stay as they are")
        )
        # What a split by time leaves out comes back by the split alone.
        self.leave_out.setVisible(not out or bool(recipe.excluded))

    def _leave_out(self) -> None:
        data, marked = self._data, self.selected()
        if data is None or not len(marked):
            return
        out = bool(self._splits[marked[0]] < 0)
        keys = sample_keys(data.raw, marked)

        def edit(recipe: DataRecipe) -> DataRecipe:
            kept = tuple(key for key in recipe.excluded if key not in set(keys))
            return recipe.updated(excluded=kept if out else (*kept, *keys))

        self.edit_asked.emit(self.tr("Take samples back in") if out else self.tr("Leave samples out"), edit)

    def _row_chosen(self) -> None:
        sample = self.table.current_sample()
        self._offer()
        if sample >= 0:
            self.chosen.emit(sample)


def holds(sorted_indexes: NDArray[np.int64], sample: int) -> bool:
    """Whether a sample is among sorted ones."""
    place = int(np.searchsorted(sorted_indexes, sample))
    return place < len(sorted_indexes) and int(sorted_indexes[place]) == sample
