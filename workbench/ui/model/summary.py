"""The Summary tab: every layer with its output and its cost, and the totals."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from ...engine.graph.infer import Inference
from ...engine.graph.model import Graph
from .. import theme
from ..canvas.card import translated
from ..words import amount, memory

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Row:
    """One node's line."""

    node: str
    texts: tuple[str, str, str, str, str]


class SummaryModel(QAbstractTableModel):
    """Rows in the order of computation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.mono = theme.mono_font()

    def show_rows(self, rows: list[Row]) -> None:
        """Shows these rows, with as little repainting as can be."""
        if len(rows) != len(self.rows):
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        elif rows != self.rows:
            self.rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 4))

    def rowCount(self, parent: Index | None = None) -> int:
        """Number of nodes."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Name, layer, shape, parameters, multiply-adds."""
        return 5

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Texts, numbers flush right, shapes in equal widths."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.rows[index.row()].texts[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() >= 3:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole and index.column() == 2:
            return self.mono
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Titles of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            titles = (
                self.tr("Name"),
                self.tr("Layer"),
                self.tr("Output"),
                self.tr("Parameters"),
                self.tr("Multiply-adds"),
            )
            return titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section >= 3 else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


class SummaryTab(QWidget):
    """``picked(node id)`` comes when a row is chosen by the user."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = SummaryModel(self)
        self.table = _Table()
        self.table.setModel(self.model)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        self.totals = QLabel()
        self.totals.setObjectName("summary_totals")
        self.totals.setProperty("role", "muted")
        self.totals.setContentsMargins(12, 6, 12, 6)
        self.totals.setWordWrap(True)
        self.totals.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.totals)
        self._following = False
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self.table.clicked.connect(lambda index: self.picked.emit(self.model.rows[index.row()].node))

    def _chosen(self, current: QModelIndex) -> None:
        if current.isValid() and not self._following and self.table.hasFocus():
            self.picked.emit(self.model.rows[current.row()].node)

    def show_network(self, graph: Graph, inference: Inference, batch: int) -> None:
        """Shows a network's rows and totals."""
        ids = [*graph.order, *(n.id for n in graph.nodes if n.id not in set(graph.order))]
        self._following = True
        self.model.show_rows([_row(graph, inference, i) for i in ids])
        self._following = False
        self.totals.setText(
            self.tr(
                "{0} nodes · {1} parameters ({2}) · {3} multiply-adds a sample · activations {4} at batch {5}"
            ).format(
                len(ids),
                f"{inference.parameters:,}",
                memory(inference.parameters * 4),
                amount(inference.multiply_adds),
                memory(inference.activation_bytes * batch),
                batch,
            )
        )

    def follow_selection(self, nodes: tuple[str, ...]) -> None:
        """Marks the row of the selected node."""
        self._following = True
        wanted = next((i for i, r in enumerate(self.model.rows) if nodes and r.node == nodes[-1]), None)
        selection = self.table.selectionModel()
        if wanted is None:
            selection.clear()
        else:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            selection.setCurrentIndex(self.model.index(wanted, 0), flags)
        self._following = False


def _row(graph: Graph, inference: Inference, node_id: str) -> Row:
    node, info = graph.by_id[node_id], inference.nodes.get(node_id)
    shape = ", ".join(str(s) for s in info.outputs.values()) if info is not None else ""
    cost = info.cost if info is not None and info.outputs else None
    return Row(
        node_id,
        (
            node.name,
            translated(node.layer.title),
            shape or "?",
            f"{cost.parameters:,}" if cost else "–",
            f"{cost.multiply_adds:,}" if cost else "–",
        ),
    )


class _Table(QTableView):
    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("summary_table")
        self.setAccessibleName(self.tr("Summary of the network"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies the whole table, with tabs, for a spreadsheet or a paper."""
        model = self.model()
        if event.matches(QKeySequence.StandardKey.Copy) and isinstance(model, SummaryModel):
            head = [str(model.headerData(c, Qt.Orientation.Horizontal)) for c in range(5)]
            lines = ["\t".join(head), *("\t".join(r.texts) for r in model.rows)]
            QGuiApplication.clipboard().setText("\n".join(lines))
        else:
            super().keyPressEvent(event)
