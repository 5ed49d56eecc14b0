"""Tables over columns that stay where they are: nothing is copied into the view, whatever the number of rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from .numbers import number_text

Index = QModelIndex | QPersistentModelIndex

FEW_ROWS = 50_000
"""Rows that any way of sorting sorts at once."""
MEASURED = 30
"""Rows looked at for the width of a column."""
ANSWERED = frozenset(
    {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.TextAlignmentRole}
)
PADDING, SORT_MARK, MOST_WIDTH = 26, 2, 280


@dataclass(frozen=True)
class Column:
    """One column of a table.

    Attributes:
        title: its heading.
        value: what a row of the underlying data holds: a number or a text.
        keys: all rows' sort keys as an array (a view, not a copy), asked for only when the user sorts.
        text: how a value is written; numbers with four digits unless told.
        help: tooltip of the heading.
        numeric: aligned right.
    """

    title: str
    value: Callable[[int], Any]
    keys: Callable[[], NDArray[Any]] | None = None
    text: Callable[[Any], str] | None = None
    help: str = ""
    numeric: bool = True


class ColumnsModel(QAbstractTableModel):
    """Columns over some rows of the underlying data; sorting and filtering change only the order of row numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[Column, ...] = ()
        self._rows: NDArray[np.int64] = np.empty(0, np.int64)
        self._given: NDArray[np.int64] = self._rows
        self._sorted: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    def set_table(self, columns: Sequence[Column], rows: NDArray[np.integer]) -> None:
        """Other columns and rows."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self._given = self._rows = np.asarray(rows, np.int64)
        self._sorted = (-1, Qt.SortOrder.AscendingOrder)
        self.endResetModel()

    def set_rows(self, rows: NDArray[np.integer]) -> None:
        """Other rows of the same data, in the order that the user chose."""
        self.beginResetModel()
        self._given = self._rows = np.asarray(rows, np.int64)
        self._reorder()
        self.endResetModel()

    @property
    def rows(self) -> NDArray[np.int64]:
        """Numbers of the underlying rows, as shown from top to bottom."""
        return self._rows

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns."""
        return self._columns

    def sample(self, row: int) -> int:
        """The underlying row that is shown at ``row``."""
        return int(self._rows[row])

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        # Qt asks for a dozen roles of every cell: those that have no answer go first.
        if role not in ANSWERED or not index.isValid():
            return None
        column = self._columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return written(column, column.value(int(self._rows[index.row()])))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical or section >= len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.help or column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorts by a column's keys, stably; -1 gives the order back in which the rows came."""
        if (column, order) == self._sorted:
            return  # Qt asks twice
        self.layoutAboutToBeChanged.emit()
        self._sorted = (column, order)
        self._reorder()
        self.layoutChanged.emit()

    def _reorder(self) -> None:
        column, order = self._sorted
        self._rows = self._given
        keys = self._columns[column].keys if 0 <= column < len(self._columns) else None
        if keys is None:
            return
        found = keys()[self._given]
        places = stable_order(found)
        self._rows = self._given[places if order == Qt.SortOrder.AscendingOrder else places[::-1]]


def stable_order(keys: NDArray[Any]) -> NDArray[np.int64]:
    """``np.argsort(keys, kind="stable")``, fast enough for the window with a million numbers of 32 bits, or whole ones close together."""
    if len(keys) < FEW_ROWS or len(keys) >= 2**32:
        return np.argsort(keys, kind="stable")
    if keys.dtype == np.float32:
        bits = np.ascontiguousarray(keys + np.float32(0)).view(np.uint32)
        bits = np.where(bits >> 31, ~bits, bits | np.uint32(1 << 31))
        bits[np.isnan(keys)] = np.uint32(2**32 - 1)
    elif keys.dtype.kind in "iu" and int(keys.max()) - int(keys.min()) < 2**32:
        bits = (keys - keys.min()).astype(np.uint32)
    else:
        return np.argsort(keys, kind="stable")
    # Key and place in one number: no two are equal, so that the fastest way to sort is a stable one.
    both = (bits.astype(np.uint64) << np.uint64(32)) | np.arange(len(keys), dtype=np.uint64)
    both.sort()
    return (both & np.uint64(2**32 - 1)).astype(np.int64)


def written(column: Column, value: Any) -> str:
    """A value as its column writes it."""
    if column.text is not None:
        return column.text(value)
    return value if isinstance(value, str) else number_text(float(value))


class ColumnsView(QTableView):
    """A table that sorts by a click on a heading, copies with Ctrl+C, and is walked with the arrow keys."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.columns_model = ColumnsModel(self)
        self.setModel(self.columns_model)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def set_table(self, columns: Sequence[Column], rows: NDArray[np.integer]) -> None:
        """Other columns and rows; columns become as wide as their first rows need."""
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.columns_model.set_table(columns, rows)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 9)
        self._fit_widths()

    def fill_width(self) -> None:
        """From now on the first column takes what the others leave, so that all columns are seen."""
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def _fit_widths(self) -> None:
        """Widths from the headings and some rows; Qt's own measuring asks every cell for every role."""
        metrics, model = self.fontMetrics(), self.columns_model
        rows = model.rows[:: max(1, len(model.rows) // MEASURED)][:MEASURED]
        for place, column in enumerate(model.columns):
            texts = [written(column, column.value(int(row))) for row in rows]
            widest = max((metrics.horizontalAdvance(t) for t in texts), default=0)
            heading = metrics.horizontalAdvance(column.title) + SORT_MARK
            self.setColumnWidth(place, min(max(widest, heading) + PADDING, MOST_WIDTH))

    def current_sample(self) -> int:
        """The underlying row of the current line, -1 where there is none."""
        index = self.currentIndex()
        return self.columns_model.sample(index.row()) if index.isValid() else -1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.selected_text())
        else:
            super().keyPressEvent(event)

    def selected_text(self) -> str:
        """The chosen lines with headings, tab-separated, as spreadsheets take them."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        columns = self.columns_model.columns
        lines = ["\t".join(c.title for c in columns)]
        for row in rows:
            sample = self.columns_model.sample(row)
            lines.append("\t".join(str(c.value(sample)) for c in columns))
        return "\n".join(lines)
