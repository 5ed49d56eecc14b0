"""What is missing where: a strip for each column with gaps, its share, and what stands for them, changed in place."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLabel, QSplitter, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from ...engine.data.gaps import ColumnGaps, column_gaps
from ...engine.data.prepared import PreparedData
from ...engine.data.recipe import DataRecipe
from ..jobs import Job, Jobs
from ..theme import tokens
from ..widgets.numbers import count_text, share_text
from ..widgets.tables import Column, ColumnsView
from .column_panel import ColumnPanel
from .fates import fates
from .page import Page

STRIP_WIDTH = 260


class _Strip(QStyledItemDelegate):
    """Draws where a column's gaps are, from the first row on the left to the last on the right."""

    def __init__(self, view: ColumnsView) -> None:
        super().__init__(view)
        self._view = view
        self.gaps: tuple[ColumnGaps, ...] = ()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        shares = self.gaps[self._view.columns_model.sample(index.row())].shares
        area = QRectF(option.rect).adjusted(8, 4, -8, -4)
        painter.fillRect(area, QColor(tokens().grid))
        width = area.width() / max(len(shares), 1)
        colour = QColor(tokens().plot[1])
        for k in np.flatnonzero(shares).tolist():
            # A group with any gap shows at least a quarter of its height, so that a rare one is not lost.
            height = area.height() * max(float(shares[k]), 0.25)
            painter.fillRect(QRectF(area.left() + k * width, area.bottom() - height, max(width, 1.0), height), colour)


class MissingView(Page):
    """A line for each column with gaps; the one that is chosen shows its settings below."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(jobs, parent)
        self.setObjectName("data_missing_page")
        self._data: PreparedData | None = None
        self._recipe: DataRecipe | None = None
        self._gaps: tuple[ColumnGaps, ...] = ()
        self._fates: dict[str, str] = {}
        self._job: Job | None = None
        self.note = QLabel(self)
        self.note.setObjectName("data_missing_note")
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self.table = ColumnsView("data_missing", self.tr("Columns with missing cells"), self)
        self._strip = _Strip(self.table)
        self.panel = ColumnPanel(self)
        self.panel.edit_asked.connect(self.edit_asked)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self.table)
        split.addWidget(self.panel)
        split.setStretchFactor(0, 1)
        split.setSizes([260, 200])
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.note)
        layout.addWidget(split, 1)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_column())

    def place(self, data: PreparedData) -> int:
        return 25 if any(c.role == "feature" and c.missing for c in data.raw.columns) else -1

    def heading(self, data: PreparedData) -> str:
        return self.tr("Missing")

    def set_data(self, data: PreparedData) -> None:
        self._data = self.panel.data = data
        if self._job is not None:
            self._job.cancel()
        self._job = self.jobs.start(
            self.tr("Looking for missing cells"),
            lambda _progress: column_gaps(data),
            done=lambda found: self._show(data, found),
        )

    def set_recipe(self, recipe: DataRecipe) -> None:
        self._recipe = recipe
        self._show_column()

    def _show(self, data: PreparedData, gaps: tuple[ColumnGaps, ...]) -> None:
        if data is not self._data or self._recipe is None:
            return
        chosen, self._gaps, self._strip.gaps = self.panel.name, gaps, gaps
        self._fates = fates(data, self._recipe)
        cells = sum(g.missing for g in gaps)
        self.note.setText(
            self.tr(
                "{cells} cells of {columns} columns are missing. A strip shows where, from the first row to the last. Click a "
                "column to choose what stands for its gaps."
            ).format(cells=count_text(cells), columns=count_text(len(gaps)))
        )
        rows = data.count
        columns = [
            Column(
                self.tr("Column"),
                lambda row: gaps[row].name,
                keys=lambda: np.array([g.name for g in gaps]),
                numeric=False,
            ),
            Column(
                self.tr("Where"),
                lambda row: self.tr("filled from the rows around") if gaps[row].filled else "",
                numeric=False,
            ),
            Column(
                self.tr("Missing"),
                lambda row: gaps[row].missing,
                keys=lambda: np.array([g.missing for g in gaps]),
                text=count_text,
            ),
            Column(
                self.tr("Share"),
                lambda row: gaps[row].missing / max(rows, 1),
                keys=lambda: np.array([g.missing for g in gaps]),
                text=share_text,
            ),
        ]
        self.table.set_table(columns, np.arange(len(gaps)))
        self.table.setItemDelegateForColumn(1, self._strip)
        self.table.setColumnWidth(1, STRIP_WIDTH)
        self.table.fill_width()
        names = [g.name for g in gaps]
        if chosen in names:
            self.table.selectRow(names.index(chosen))
        self._show_column()

    def _show_column(self) -> None:
        place = self.table.current_sample()
        column = None
        if self._data is not None and 0 <= place < len(self._gaps):
            name = self._gaps[place].name
            column = next((c for c in self._data.raw.columns if c.name == name), None)
        self.panel.show_column(column, self._recipe, self._fates.get(column.name, "") if column is not None else "")
