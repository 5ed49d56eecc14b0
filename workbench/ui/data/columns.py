"""Statistics of every column of a table, each with a small histogram."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLabel, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from ...engine.data.prepared import PreparedData
from ...engine.data.report import ColumnStatistics
from ..jobs import Jobs
from ..theme import tokens
from ..widgets.numbers import count_text
from ..widgets.tables import Column, ColumnsView
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
            self.tr("Of the training split only. ◎ marks what is to be predicted. Click a heading to sort."), self
        )
        note.setProperty("role", "muted")
        note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(note)
        layout.addWidget(self.table, 1)

    def place(self, data: PreparedData) -> int:
        return 40 if next(iter(data.raw.inputs.values())).kind == "table" else -1

    def heading(self, data: PreparedData) -> str:
        return self.tr("Columns")

    def set_statistics(self, statistics: tuple[ColumnStatistics, ...], targets: frozenset[str]) -> None:
        """Statistics by column; ``targets`` names those that are to be predicted."""
        self._bars.statistics = statistics

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
