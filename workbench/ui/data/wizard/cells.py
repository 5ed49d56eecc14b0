"""The first rows of a table, with the role and type of every column in its heading, to be changed there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from ....engine.data.raw import TableColumn
from ...theme import notifier, tokens
from ..roles import OPENS, ROLE, TYPE, RolesModel

Index = QModelIndex | QPersistentModelIndex

NARROWEST, WIDEST = 84, 260
"""Width of a column, in logical pixels."""
MEASURED = 40
"""Rows that are looked at for it."""


class CellsModel(QAbstractTableModel):
    """Cells as the file has them; columns without names are lines of text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[TableColumn, ...] = ()
        self.cells: Sequence[Sequence[str]] = ()
        self.words = RolesModel(parent)
        self.choosable = True
        """Whether roles and types can be changed here."""

    def set_cells(self, columns: tuple[TableColumn, ...], cells: Sequence[Sequence[str]]) -> None:
        """Other rows."""
        self.beginResetModel()
        self.columns, self.cells = columns, cells
        self.endResetModel()

    def set_columns(self, columns: tuple[TableColumn, ...]) -> None:
        """The same rows, whose columns are used in another way."""
        self.columns = columns
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, len(columns) - 1))
        if self.cells:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.cells) - 1, self.columnCount() - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.cells)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns) or (1 if self.cells else 0)

    def use(self, section: int) -> tuple[str, str]:
        """Role and type of a column in words."""
        column = self.columns[section]
        roles, types = dict(self.words.choices(ROLE)), dict(self.words.choices(TYPE))
        return roles.get(column.role, column.role), types.get(column.type, column.type)

    def use_text(self, section: int) -> str:
        """Role and type on one line; only what is out of the ordinary where nothing can be chosen."""
        role, kind = self.use(section)
        if self.choosable:
            return f"{role} · {kind}{OPENS}"
        return kind if self.columns[section].role == "feature" else f"{role} · {kind}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return f"{section + 1:,}" if role == Qt.ItemDataRole.DisplayRole else None
        if section >= len(self.columns):
            return self.tr("Lines of the file") if role == Qt.ItemDataRole.DisplayRole else None
        column, use = self.columns[section], ", ".join(self.use(section))
        if role == Qt.ItemDataRole.DisplayRole:
            return column.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return "\n".join(part for part in (f"{column.name}: {use}", column.reason) if part)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, place = self.cells[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return row[place].replace("\n", " ⏎ ")[:400] if place < len(row) else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return row[place] if place < len(row) else None
        column = self.columns[place] if place < len(self.columns) else None
        if role == Qt.ItemDataRole.ForegroundRole and column is not None and column.role == "ignore":
            return QColor(tokens().muted)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            number = column is not None and column.type == "number"
            return (
                Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
            ) | Qt.AlignmentFlag.AlignVCenter
        return None


class _Heading(QHeaderView):
    """Two lines: the column's name, and what it is used for and taken as."""

    def __init__(self, model: CellsModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self.setSectionsClickable(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(NARROWEST)

    def sizeHint(self) -> QSize:
        lines = 2 if self._model.columns else 1
        return QSize(super().sizeHint().width(), lines * self.fontMetrics().height() + 18)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        if logicalIndex >= len(self._model.columns):
            super().paintSection(painter, rect, logicalIndex)
            return
        t, column = tokens(), self._model.columns[logicalIndex]
        target, idle = column.role == "target", column.role == "ignore"
        painter.save()
        painter.fillRect(rect, QColor(t.selection if target else t.surface))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(t.accent if target else t.border))
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), QColor(t.border))
        height = self.fontMetrics().height()
        line = QRect(rect.left() + 8, rect.top() + 7, rect.width() - 14, height)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setStrikeOut(idle)
        painter.setFont(font)
        painter.setPen(QColor(t.muted if idle else t.text))
        self._write(painter, line, column.name)
        painter.setFont(self.font())
        painter.setPen(QColor(t.accent if target else t.muted))
        self._write(
            painter, line.translated(0, height + 3), f"{'◎ ' if target else ''}{self._model.use_text(logicalIndex)}"
        )
        painter.restore()

    def _write(self, painter: QPainter, rect: QRect, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class CellsView(QTableView):
    """``column_chosen(str name, str field, str value)``: the user wants another role or type of a column."""

    column_chosen = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wizard_cells")
        self.setAccessibleName(self.tr("The first rows"))
        self.cells = CellsModel(self)
        heading = _Heading(self.cells, self)
        self.setHorizontalHeader(heading)
        self.setModel(self.cells)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        heading.sectionClicked.connect(self.open_menu)
        notifier.changed.connect(heading.viewport().update)

    def set_cells(self, columns: tuple[TableColumn, ...], cells: Sequence[Sequence[str]]) -> None:
        """Shows rows; the place stays where columns are the same."""
        before = [column.name for column in self.cells.columns]
        if cells == self.cells.cells and before == [column.name for column in columns]:
            self.cells.set_columns(columns)
            return
        self.cells.set_cells(columns, cells)
        self.horizontalHeader().setStretchLastSection(len(columns) <= 1)
        metrics = self.fontMetrics()
        for place in range(min(len(columns), 500)):
            texts = [columns[place].name, " · ".join(self.cells.use(place)) + OPENS + "◎ "]
            texts += [row[place][:60] for row in cells[:MEASURED] if place < len(row)]
            widest = max(metrics.horizontalAdvance(text) for text in texts) + 26
            self.setColumnWidth(place, min(max(widest, NARROWEST), WIDEST))

    def set_columns(self, columns: tuple[TableColumn, ...]) -> None:
        """Tells other roles and types of the same columns."""
        if [c.name for c in columns] == [c.name for c in self.cells.columns]:
            self.cells.set_columns(columns)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2, Space and the menu key open the choices of the current column."""
        if event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Space, Qt.Key.Key_Menu) and self.currentIndex().isValid():
            self.open_menu(self.currentIndex().column())
            return
        super().keyPressEvent(event)

    def open_menu(self, section: int) -> QMenu | None:
        """Opens the choices of a column below its heading; None where there are none."""
        if section >= len(self.cells.columns) or not self.cells.choosable:
            return None
        column = self.cells.columns[section]
        menu = QMenu(self)
        menu.setObjectName("wizard_column_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        for field, place in (("role", ROLE), ("type", TYPE)):
            if not menu.isEmpty():
                menu.addSeparator()
            title = menu.addAction(self.tr("Use as") if field == "role" else self.tr("Take as"))
            title.setEnabled(False)
            group = QActionGroup(menu)
            for value, word in self.cells.words.choices(place):
                action = QAction(word, menu)
                action.setObjectName(f"wizard_{field}_{value}")
                action.setCheckable(True)
                action.setChecked(getattr(column, field) == value)
                action.triggered.connect(
                    lambda _checked=False, f=field, v=value: self.column_chosen.emit(column.name, f, v)
                )
                group.addAction(action)
                menu.addAction(action)
        x = self.horizontalHeader().sectionViewportPosition(section)
        menu.popup(self.horizontalHeader().viewport().mapToGlobal(QPoint(x, self.horizontalHeader().height())))
        return menu
