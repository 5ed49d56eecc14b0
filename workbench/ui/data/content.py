"""The data itself: title, splits, samples, columns, points, classes, and one sample in detail."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ...engine.data.left_out import left_out_count
from ...engine.data.prepared import SPLITS, PreparedData, SplitName
from ...engine.data.recipe import DataRecipe, Progress
from ...engine.data.report import DataReport, histogram, labels_per_sample, report, split_indexes
from ..jobs import Job, Jobs
from ..language import told
from ..widgets.charts import GroupedBars, Series, StackedBar
from ..widgets.histogram import Histogram
from ..widgets.notice import Notice
from ..widgets.numbers import count_text
from ..widgets.side_panel import SidePanel
from .columns import ColumnsStatistics
from .detail import SampleDetail
from .page import Page
from .pages import PAGES
from .plot import PointsView
from .preview import AugmentPreview
from .roles import RolesView
from .samples import SamplesView
from .selection import Selection
from .skipped import SkippedDialog, left_out
from .words import inputs_words, split_word, target_words

P = TypeVar("P", bound=Page)

MOST_CURES = 4
"""Buttons in one notice, at most."""


@dataclass(frozen=True)
class Summary:
    """What is computed beside the window: the engine's overview, and the first numeric target's bins by split."""

    report: DataReport
    edges: tuple[float, ...] = ()
    counts: tuple[tuple[int, ...], ...] = ()
    labels: Mapping[SplitName, tuple[int, ...]] | None = None
    """Samples with 0, 1, 2... labels, by split; None where samples have no labels."""


def summarise(data: PreparedData) -> Summary:
    """The overview of prepared data."""
    found = report(data)
    name, target = next(iter(data.raw.targets.items()))
    if target.task == "multi_label":
        return Summary(found, labels=labels_per_sample(data, name))
    if target.task != "regression":
        return Summary(found)
    values = target.values[:, 0].astype(np.float64)
    edges = histogram(values[split_indexes(data)]).edges
    counts = tuple(tuple(np.histogram(values[data.splits[name]], edges)[0].tolist()) for name in SPLITS)
    return Summary(found, edges, counts)


class DataContent(QWidget):
    """Shows prepared data. ``fit`` is the place for the note on a network that was made for other data.

    ``column_chosen`` and ``edit_asked`` as those of its pages, the tabs.
    """

    column_chosen = Signal(str, str, str)
    edit_asked = Signal(str, object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data_content")
        self._jobs = jobs
        self._job: Job | None = None
        self._data: PreparedData | None = None
        self.fit = Notice("data_fit", self)
        self.notices = Notice("data_notices", self)
        self.title = QLabel(self)
        self.title.setObjectName("data_title")
        self.title.setProperty("role", "title")
        self.kind = QLabel(self)
        self.kind.setObjectName("data_kind")
        self.note = QLabel(self)
        self.note.setObjectName("data_note")
        self.note.setProperty("role", "muted")
        for label in (self.title, self.kind, self.note):
            label.setWordWrap(True)
        self.busy = QProgressBar(self)
        self.busy.setObjectName("data_busy")
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName(self.tr("Reading the data"))
        self.splits = StackedBar("data_splits", self)
        self.splits.setAccessibleName(self.tr("Split sizes"))
        self.pages = tuple(make(jobs, self) for make in PAGES)
        self.samples, self.roles = self.page(SamplesView), self.page(RolesView)
        self.points, self.columns = self.page(PointsView), self.page(ColumnsStatistics)
        self.preview = self.page(AugmentPreview)
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("data_tabs")
        split = QSplitter(Qt.Orientation.Horizontal, self)
        middle = QWidget(split)
        column = QVBoxLayout(middle)
        column.setContentsMargins(20, 16, 16, 0)
        column.setSpacing(6)
        for item in (self.title, self.kind, self.note):
            column.addWidget(item)
        column.addSpacing(4)
        column.addWidget(self.splits)
        column.addWidget(self.busy)
        column.addWidget(self.fit)
        column.addWidget(self.notices)
        column.addWidget(self.tabs, 1)
        split.addWidget(middle)
        split.addWidget(self._side(split))
        split.setStretchFactor(0, 1)
        split.setSizes([680, 272])
        split.setChildrenCollapsible(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        for page in self.pages:
            page.chosen.connect(self._show_sample if page is self.samples else self.samples.reveal)
            page.column_chosen.connect(self.column_chosen)
            page.edit_asked.connect(self.edit_asked)
            page.show_asked.connect(self.show_samples)
            page.heading_changed.connect(lambda page=page: self._name_tab(page))
        self.classes.label_clicked.connect(self._class_clicked)
        self.samples.class_filter.currentIndexChanged.connect(self._mark_class)

    def page(self, kind: type[P]) -> P:
        """The tab of a kind, shown or not."""
        return next(page for page in self.pages if isinstance(page, kind))

    def _side(self, parent: QWidget) -> QWidget:
        body = QWidget()
        self.detail = SampleDetail(body)
        self._detail_box, _ = self._titled(self.tr("Sample"), self.detail)
        self.classes = GroupedBars("data_classes", body)
        self.classes.setAccessibleName(self.tr("Samples of each class, by split"))
        self.target = Histogram("data_target", body)
        self.target.setAccessibleName(self.tr("Distribution of the number to predict"))
        self.target.setMinimumHeight(190)
        self._chart_box, self._chart_heading = self._titled("", self.classes, self.target)
        self._chart_heading.setObjectName("data_chart_heading")
        self.amounts = GroupedBars("data_label_amounts", body)
        self.amounts.setAccessibleName(self.tr("Samples by their number of labels"))
        self.amounts.unsetCursor()
        self._amounts_box, _ = self._titled(self.tr("Labels of a sample"), self.amounts)
        self._amounts_box.hide()
        layout = self._side_layout = QVBoxLayout(body)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(20)
        layout.addWidget(self._chart_box)
        layout.addWidget(self._detail_box)
        layout.addWidget(self._amounts_box)
        layout.addStretch(1)
        return SidePanel("data_side", body, parent)

    def _titled(self, title: str, *content: QWidget) -> tuple[QWidget, QLabel]:
        box = QWidget(self)
        heading = QLabel(title, box)
        heading.setProperty("role", "heading")
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(heading)
        for widget in content:
            layout.addWidget(widget)
        return box, heading

    def set_data(self, data: PreparedData) -> None:
        """Shows other data; what takes time to count follows from a worker thread."""
        self._data = data
        part, target = next(iter(data.raw.inputs.values())), next(iter(data.raw.targets.values()))
        self.title.setText(told(data.raw.title))
        self.kind.setText(
            self.tr("{count} {inputs} · {targets}").format(
                count=count_text(data.count), inputs=inputs_words(data), targets=target_words(data)
            )
        )
        self.note.setText(told(data.raw.note))
        self.note.setVisible(bool(data.raw.note))
        unused = [(split_word("left_out"), data.total - data.count)] if data.total > data.count else []
        self.splits.set_parts([*((split_word(name), len(data.splits[name])) for name in SPLITS), *unused])
        self._set_tabs(data)
        for page in self.pages:
            if page.place(data) >= 0:
                page.set_data(data)
        labels, numbers = target.task == "multi_label", target.task == "regression"
        title, counted = {
            "multi_label": (self.tr("Labels"), self.tr("Samples with each label, by split")),
            "tagging": (self.tr("Tokens with each tag"), self.tr("Tokens with each tag, by split")),
        }.get(target.task, (self.tr("Classes"), self.tr("Samples of each class, by split")))
        self._chart_heading.setText(target.names[0] if numbers else title)
        self.classes.setVisible(bool(target.classes))
        self.classes.setAccessibleName(counted)
        self.target.setVisible(numbers)
        self._chart_box.setVisible(bool(target.classes) or numbers)
        self._amounts_box.setVisible(labels)
        # A picture's detail is short and goes first; a row may be long and goes last.
        self._side_layout.removeWidget(self._detail_box)
        self._side_layout.insertWidget(0 if part.kind == "image" else 1, self._detail_box)
        self._say_notices(data)
        if self._job is not None:
            self._job.cancel()

        def work(progress: Progress) -> Summary:
            return summarise(data)

        self._job = self._jobs.start(
            self.tr("Counting the data"), work, done=lambda found: self._show_summary(data, found)
        )

    def set_busy(self, busy: bool) -> None:
        """Whether the data is being read anew while the old still shows."""
        self.busy.setVisible(busy)

    def _set_tabs(self, data: PreparedData) -> None:
        wanted = sorted((p for p in self.pages if p.place(data) >= 0), key=lambda p: p.place(data))
        if [self.tabs.widget(i) for i in range(self.tabs.count())] != wanted:
            self.tabs.clear()
            for page in self.pages:
                page.hide()
            for page in wanted:
                self.tabs.addTab(page, page.heading(data))
            self.tabs.setCurrentIndex(0)
        for page in wanted:
            self._name_tab(page)
        self.tabs.tabBar().setVisible(len(wanted) > 1)

    def _name_tab(self, page: Page) -> None:
        place = self.tabs.indexOf(page)
        if place >= 0 and self._data is not None:
            self.tabs.setTabText(place, page.heading(self._data))

    def _say_notices(self, data: PreparedData) -> None:
        lines = [told(notice) for notice in data.notices]
        if data.raw.skipped:
            first = data.raw.skipped[0]
            text = self.tr("{left_out}: {item} ({reason})")
            if len(data.raw.skipped) > 1:
                text = self.tr("{left_out}, such as {item} ({reason})")
            lines.append(
                text.format(
                    left_out=left_out(left_out_count(data.raw.skipped)),
                    item=told(first.item),
                    reason=told(first.reason),
                )
            )
        buttons = [(self.tr("Show all that was left out…"), lambda: self.show_skipped(data))]
        buttons = buttons if data.raw.skipped else []
        for column in [n.values["column"] for n in data.notices if n.code == "data.leak"][:MOST_CURES]:
            text = self.tr("Ignore {column}").format(column=column)
            buttons.append((text, lambda column=column: self.column_chosen.emit(column, "role", "ignore")))
        codes = {n.code for n in data.notices}
        if "data.groups_straddle" in codes:
            buttons.append((self.tr("Split by whole groups"), lambda: self._split_by("grouped")))
        if "data.times_unused" in codes:
            buttons.append((self.tr("Split by time"), lambda: self._split_by("time")))
        self.notices.say("\n".join(lines), "warning", buttons)

    def _split_by(self, method: str) -> None:
        self.edit_asked.emit(
            self.tr("Change the split"), lambda recipe: recipe.updated(split=recipe.split.updated(method=method))
        )

    def show_skipped(self, data: PreparedData) -> SkippedDialog:
        """Opens the list of everything that was left out of the data."""
        dialog = SkippedDialog(data.raw.skipped, self)
        dialog.open()
        return dialog

    def show_samples(self, selection: Selection) -> None:
        """Shows certain samples and no others, until the user wants all again."""
        self.tabs.setCurrentWidget(self.samples)
        self.samples.show_only(selection)

    def _show_summary(self, data: PreparedData, found: Summary) -> None:
        if data is not self._data:
            return
        if found.report.classes:
            counts = found.report.classes[0]
            self.classes.set_counts(counts.classes, [Series(split_word(name), counts.counts[name]) for name in SPLITS])
            self._mark_class()
        if found.labels is not None:
            names = [count_text(k) for k in range(len(found.labels["train"]))]
            self.amounts.set_counts(names, [Series(split_word(name), found.labels[name]) for name in SPLITS])
        if found.edges:
            series = [
                Series(split_word(name), counts)
                for name, counts in zip(SPLITS, found.counts, strict=True)
                if sum(counts)
            ]
            self.target.set_bins(found.edges, series, x_label=next(iter(data.raw.targets.values())).names[0])
        statistics = [s for columns in found.report.columns.values() for s in columns]
        targets = frozenset(name for t in data.raw.targets.values() if t.task == "regression" for name in t.names)
        self.columns.set_statistics(tuple(statistics), targets)

    def _show_sample(self, sample: int) -> None:
        if self._data is None:
            return
        self.detail.show_sample(self._data, sample)
        for page in self.pages:
            if page.place(self._data) >= 0:
                page.set_sample(sample)

    def set_recipe(self, recipe: DataRecipe) -> None:
        """The recipe is another now; the data made from it follows later."""
        for page in self.pages:
            page.set_recipe(recipe)

    def _class_clicked(self, place: int) -> None:
        chosen = self.samples.class_filter.currentData()
        self.samples.filter_class(-1 if chosen == place else place)

    def _mark_class(self) -> None:
        chosen = self.samples.class_filter.currentData()
        self.classes.highlight(-1 if chosen is None else chosen)
