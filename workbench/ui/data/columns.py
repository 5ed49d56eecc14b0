"""Statistics of every column of a table, each with a small histogram."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QShowEvent
from PySide6.QtWidgets import QLabel, QSplitter, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from ...engine.data.prepared import PreparedData
from ...engine.data.report import ColumnStatistics
from ..jobs import Jobs
from ..theme import tokens
from ..widgets.numbers import count_text
from ..widgets.tables import Column, ColumnsView
from .distribution import Distribution
from .page import Page

HISTOGRAM_WIDTH = 108


class _Bars(QStyledItemDelegate):
    """Draws a column's histogram into its cell."""

    def __init__(self, view: ColumnsView) -> None:
        super().__init__(view)
        self._view = view
        self.statistics: tuple[ColumnStatistics, ...] = ()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        counts = self.statistics[self._view.columns_model.sample(index.row())].histogram.counts
        area = QRectF(option.rect).adjusted(8, 4, -8, -4)
        highest = max(counts, default=0) or 1
        width = area.width() / max(len(counts), 1)
        colour = QColor(tokens().plot[0])
        for k, count in enumerate(counts):
            # A bin with anything in it shows at least a line, so that rare values are not lost.
            height = max(area.height() * count / highest, 1.0) if count else 0.0
            painter.fillRect(
                QRectF(area.left() + k * width, area.bottom() - height, max(width - 1.0, 1.0), height), colour
            )

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(HISTOGRAM_WIDTH, super().sizeHint(option, index).height())


class ColumnsStatistics(Page):
    """A line for each column: range, mean, deviation, missing values, distribution."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(jobs, parent)
        self.setObjectName("data_columns_page")
        self.table = ColumnsView("data_columns", self.tr("Statistics of the columns"), self)
        self._bars = _Bars(self.table)
        note = QLabel(
            self.tr(
                "The table tells of the training split only; below, the chosen column in each split. ◎ marks what is to be "
                "predicted. Click a heading to sort."
            ),
            self,
        )
        note.setProperty("role", "muted")
        note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        self._data: PreparedData | None = None
        self._statistics: tuple[ColumnStatistics, ...] = ()
        self.distribution = Distribution(jobs, self)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self.table)
        split.addWidget(self.distribution)
        split.setSizes([320, 200])
        split.setChildrenCollapsible(False)
        layout.addWidget(note)
        layout.addWidget(split, 1)
        self.table.selectionModel().currentRowChanged.connect(self._row_chosen)

    def set_data(self, data: PreparedData) -> None:
        """Other data; its statistics follow."""
        self._data = data

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.table.current_sample() < 0 and self._statistics:
            self.table.selectRow(0)
        else:
            self._row_chosen()

    def _row_chosen(self) -> None:
        row = self.table.current_sample()
        if self._data is not None and self.isVisible() and 0 <= row < len(self._statistics):
            self.distribution.show_column(self._data, self._statistics[row].name)

    def place(self, data: PreparedData) -> int:
        return 40 if next(iter(data.raw.inputs.values())).kind == "table" else -1

    def heading(self, data: PreparedData) -> str:
        return self.tr("Columns")

    def set_statistics(self, statistics: tuple[ColumnStatistics, ...], targets: frozenset[str]) -> None:
        """Statistics by column; ``targets`` names those that are to be predicted."""
        self._bars.statistics = self._statistics = statistics
        chosen = self.table.current_sample()

        def numbers(title: str, name: str, **more: str) -> Column:
            return Column(
                title,
                lambda row: getattr(statistics[row], name),
                keys=lambda: np.array([getattr(s, name) for s in statistics]),
                **more,
            )

        columns = [
            Column(
                self.tr("Column"),
                lambda row: statistics[row].name + (" ◎" if statistics[row].name in targets else ""),
                keys=lambda: np.array([s.name for s in statistics]),
                numeric=False,
            ),
            Column(self.tr("Distribution"), lambda row: "", numeric=False),
            numbers(self.tr("Smallest"), "minimum"),
            numbers(self.tr("Mean"), "mean"),
            numbers(self.tr("Largest"), "maximum"),
            numbers(self.tr("Deviation"), "std", help=self.tr("Standard deviation")),
            Column(
                self.tr("Missing"),
                lambda row: statistics[row].missing,
                keys=lambda: np.array([s.missing for s in statistics]),
                text=count_text,
            ),
        ]
        if any(s.categories for s in statistics):
            kinds = Column(
                self.tr("Categories"),
                lambda row: statistics[row].categories,
                keys=lambda: np.array([s.categories for s in statistics]),
                text=lambda count: count_text(count) if count else "–",
            )
            columns.insert(2, kinds)
        self.table.set_table(columns, np.arange(len(statistics)))
        self.table.setItemDelegateForColumn(1, self._bars)
        self.table.setColumnWidth(1, HISTOGRAM_WIDTH)
        self.table.verticalHeader().setDefaultSectionSize(self.table.fontMetrics().height() + 18)
        if self.isVisible() and statistics:
            self.table.selectRow(chosen if 0 <= chosen < len(statistics) else 0)
