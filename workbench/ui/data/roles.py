"""The columns of a table file: what each is used for and taken as, changed in place."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ...engine.data.prepared import PreparedData
from ...engine.data.raw import TableColumn
from ...engine.data.recipe import DataRecipe
from ..jobs import Jobs
from ..language import told
from ..widgets.numbers import count_text
from .column_panel import ColumnPanel
from .fates import fates
from .page import Page

Index = QModelIndex | QPersistentModelIndex

NAME, ROLE, TYPE, MISSING, DISTINCT, REASON = range(6)
ROLES = ("feature", "target", "ignore", "group", "weight", "time", "split")
ALSO = "also"
"""The role of a target beside others, which stay."""
TYPES = ("number", "category", "boolean", "date", "text")
OPENS = " ▾"
"""Marks a cell that opens a list of choices."""


class RolesModel(QAbstractTableModel):
    """A row for each column of the file. ``chosen(str name, str field, str value)``: what the user wants, not yet done."""

    chosen = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[TableColumn, ...] = ()
        self.fates: dict[str, str] = {}
        self._words = {
            "feature": self.tr("feature"),
            "target": self.tr("target"),
            ALSO: self.tr("also a target"),
            "ignore": self.tr("ignore"),
            "group": self.tr("group"),
            "weight": self.tr("weight"),
            "time": self.tr("time"),
            "split": self.tr("split"),
            "number": self.tr("number"),
            "category": self.tr("category"),
            "boolean": self.tr("yes or no"),
            "date": self.tr("date"),
            "text": self.tr("text"),
        }
        self._notes = {
            "group": self.tr("Rows with the same value belong together."),
            "weight": self.tr("How much a row counts in the training loss; scores are not weighted."),
            "time": self.tr("When it was, for a split by time."),
            "split": self.tr("Its values name the parts."),
        }

    def set_columns(self, columns: tuple[TableColumn, ...]) -> None:
        """Other columns, or the same ones read in another way: then the view stays where it is."""
        if [c.name for c in columns] == [c.name for c in self.columns]:
            self.columns = columns
            self.dataChanged.emit(self.index(0, 0), self.index(max(len(columns) - 1, 0), REASON))
            return
        self.beginResetModel()
        self.columns = columns
        self.endResetModel()

    def choices(self, column: int) -> tuple[tuple[str, str], ...]:
        """Values and words that a cell of this column offers."""
        values = {ROLE: ROLES, TYPE: TYPES}.get(column, ())
        if column == ROLE and any(c.role == "target" for c in self.columns):
            values = ("feature", "target", ALSO, *values[2:])
        return tuple((value, self._words[value]) for value in values)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else REASON + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in (ROLE, TYPE) else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        titles = {
            NAME: self.tr("Column"),
            ROLE: self.tr("Role"),
            TYPE: self.tr("Type"),
            MISSING: self.tr("Missing"),
            DISTINCT: self.tr("Distinct"),
            REASON: self.tr("What becomes of it"),
        }
        if role == Qt.ItemDataRole.DisplayRole:
            return titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column, place = self.columns[index.row()], index.column()
        if role == Qt.ItemDataRole.EditRole:
            return {ROLE: column.role, TYPE: column.type}.get(place)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(place)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            mark = OPENS if role == Qt.ItemDataRole.DisplayRole else ""
            return {
                NAME: column.name,
                ROLE: self._words[column.role] + mark,
                TYPE: self._words[column.type] + mark,
                MISSING: count_text(column.missing) if column.missing else "–",
                DISTINCT: count_text(column.distinct),
                REASON: self.fates.get(column.name) or told(column.reason) or self._notes.get(column.role, ""),
            }[place]
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Asks for another role or type; the document decides, and ``set_columns`` shows what became of it."""
        column = self.columns[index.row()]
        field = {ROLE: "role", TYPE: "type"}.get(index.column(), "")
        if role != Qt.ItemDataRole.EditRole or not field or value == getattr(column, field):
            return False
        self.chosen.emit(column.name, field, str(value))
        return True

    def _side(self, place: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if place in (MISSING, DISTINCT) else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class _Chooser(QStyledItemDelegate):
    """Edits a role or type with a list that is open from the start and done by one choice."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        assert isinstance(model, RolesModel)
        box = QComboBox(parent)
        box.setObjectName("data_role_editor")
        box.setAccessibleName(str(model.headerData(index.column(), Qt.Orientation.Horizontal)))
        for value, word in model.choices(index.column()):
            box.addItem(word, value)
        box.activated.connect(lambda: (self.commitData.emit(box), self.closeEditor.emit(box)))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QComboBox)
        editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))
        editor.showPopup()

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        assert isinstance(editor, QComboBox)
        model.setData(index, editor.currentData())


class RolesView(Page):
    """A table of the columns, where the user gives them other roles and types."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(jobs, parent)
        self.setObjectName("data_roles_page")
        note = QLabel(
            self.tr(
                "Features are learnt from, the target is predicted. Click a role or type to change it, and set below what "
                "becomes of the column."
            ),
            self,
        )
        note.setProperty("role", "muted")
        note.setWordWrap(True)
        self.model = RolesModel(self)
        self.table = QTableView(self)
        self.table.setObjectName("data_roles")
        self.table.setAccessibleName(self.tr("Roles and types of the columns"))
        self.table.setModel(self.model)
        self.table.setItemDelegate(_Chooser(self.table))
        self.table.setAlternatingRowColors(True)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.table.clicked.connect(self._open)
        self.table.activated.connect(self._open)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().setVisible(False)
        self.table.verticalHeader().setDefaultSectionSize(self.table.fontMetrics().height() + 12)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(note)
        self._recipe: DataRecipe | None = None
        self._data: PreparedData | None = None
        self.panel = ColumnPanel(self)
        self.panel.edit_asked.connect(self.edit_asked)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_column())
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self.table)
        split.addWidget(self.panel)
        split.setStretchFactor(0, 1)
        split.setSizes([300, 190])
        split.setChildrenCollapsible(False)
        layout.addWidget(split, 1)
        self.model.chosen.connect(self.column_chosen)

    def place(self, data: PreparedData) -> int:
        return 20 if data.raw.columns else -1

    def heading(self, data: PreparedData) -> str:
        return self.tr("Roles")

    def set_data(self, data: PreparedData) -> None:
        self._data = self.panel.data = data
        self._tell()
        self.set_columns(data.raw.columns)
        self._show_column()

    def set_recipe(self, recipe: DataRecipe) -> None:
        self._recipe = recipe
        self._show_column()

    def _tell(self) -> None:
        """Says what becomes of each column, by the data that was made with the recipe."""
        if self._data is not None and self._recipe is not None:
            self.model.fates = fates(self._data, self._recipe)

    def _show_column(self) -> None:
        place = self.table.currentIndex().row()
        column = self.model.columns[place] if 0 <= place < len(self.model.columns) else None
        self.panel.show_column(
            column, self._recipe, self.model.fates.get(column.name, "") if column is not None else ""
        )

    def set_columns(self, columns: tuple[TableColumn, ...]) -> None:
        """Shows the columns of a file."""
        self.model.set_columns(columns)
        metrics = self.table.fontMetrics()
        longest = max((metrics.horizontalAdvance(c.name) for c in columns), default=0)
        self.table.setColumnWidth(NAME, min(max(longest + 24, 80), 200))
        for place in (ROLE, TYPE, MISSING, DISTINCT):
            # As wide as what stands in it: the sentence at the end gets the rest.
            shown = [str(self.model.index(row, place).data()) for row in range(len(columns))]
            shown.append(str(self.model.headerData(place, Qt.Orientation.Horizontal)))
            self.table.setColumnWidth(place, max(metrics.horizontalAdvance(text) for text in shown) + 24)

    def _open(self, index: QModelIndex) -> None:
        if index.column() in (ROLE, TYPE):
            self.table.edit(index)
