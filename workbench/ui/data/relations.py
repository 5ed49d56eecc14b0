"""The Target tab: how strongly each column goes with what is to be predicted, and what that looks like."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ...engine.data.prepared import PreparedData
from ...engine.data.raw import RawInput
from ...engine.data.recipe import Progress
from ...engine.data.relations import MOST_ROWS, Relation, Wanted, boxes, relations, wanted
from ..jobs import Job, Jobs
from ..theme import tokens
from ..widgets.boxes import BoxPlot
from ..widgets.charts import GroupedBars, Series
from ..widgets.numbers import count_text, number_text
from ..widgets.scatter import Scatter
from ..widgets.tables import Column, ColumnsView
from .page import Page

BAR_WIDTH = 96
_SIGNS = {"correlation": "r", "eta": "η", "cramers_v": "V"}
MOST_CATEGORIES = 20
"""Categories shown of a column, the most frequent."""
MOST_CLASSES = 6
"""Classes shown beside each other as bars, the most frequent."""


class _Bar(QStyledItemDelegate):
    """Draws how strong a relation is into its cell."""

    def __init__(self, view: ColumnsView) -> None:
        super().__init__(view)
        self._view = view
        self.found: tuple[Relation, ...] = ()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        relation = self.found[self._view.columns_model.sample(index.row())]
        area = QRectF(option.rect).adjusted(8, 7, -8, -7)
        painter.fillRect(area, QColor(tokens().hover))
        area.setWidth(max(area.width() * relation.strength, 1.0))
        painter.fillRect(area, QColor(tokens().plot[0]))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(BAR_WIDTH, super().sizeHint(option, index).height())


class RelationsPage(Page):
    """Columns ranked by how strongly they go with the target; the chosen one is drawn against it."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(jobs, parent)
        self.setObjectName("data_relations_page")
        self._data: PreparedData | None = None
        self._part: RawInput | None = None
        self._wanted: tuple[Wanted, ...] = ()
        self._job: Job | None = None
        self._stale = False
        self.found: tuple[Relation, ...] = ()
        self.target = QComboBox(self)
        self.target.setObjectName("data_relations_target")
        self.target.setAccessibleName(self.tr("What is to be predicted"))
        self.target.currentIndexChanged.connect(self._measure)
        self.note = QLabel(self)
        self.note.setObjectName("data_relations_note")
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self.table = ColumnsView("data_relations", self.tr("Columns by how strongly they go with the target"), self)
        self._bar = _Bar(self.table)
        self.table.selectionModel().currentRowChanged.connect(self._draw)
        self.heading_label = QLabel(self)
        self.heading_label.setObjectName("data_relations_heading")
        self.heading_label.setProperty("role", "heading")
        self.words = QLabel(self)
        self.words.setObjectName("data_relations_words")
        self.words.setProperty("role", "muted")
        for label in (self.heading_label, self.words):
            label.setWordWrap(True)
        self.scatter = Scatter("data_relations_scatter", self)
        self.boxes = BoxPlot("data_relations_boxes", self)
        self.bars = GroupedBars("data_relations_bars", self)
        self.bars.setCursor(Qt.CursorShape.ArrowCursor)
        self.charts = QStackedWidget(self)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setWidget(self.bars)
        for chart, name in (
            (self.scatter, self.tr("The column across, the target upwards")),
            (self.boxes, self.tr("The numbers of each group")),
            (self._area, self.tr("Samples of each category, by class")),
        ):
            chart.setAccessibleName(name)
            self.charts.addWidget(chart)
        self.scatter.point_clicked.connect(self._point_clicked)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.heading_label)
        column.addWidget(self.words)
        column.addWidget(self.charts, 1)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.table)
        split.addWidget(right)
        split.setSizes([340, 420])
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        top = QHBoxLayout()
        top.addWidget(self.note, 1)
        top.addWidget(self.target)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(split, 1)
        self._rows = np.empty(0, np.int64)

    def place(self, data: PreparedData) -> int:
        # An autoencoder predicts its own input: there is nothing to compare with.
        return 50 if any(part.kind == "table" for part in data.raw.inputs.values()) and wanted(data) else -1

    def heading(self, data: PreparedData) -> str:
        return self.tr("Target")

    def set_data(self, data: PreparedData) -> None:
        """Other data; measured when the tab is seen."""
        self._data = data
        self._part = next(part for part in data.raw.inputs.values() if part.kind == "table")
        self._wanted = wanted(data)
        names = [one.name for one in self._wanted]
        if [self.target.itemText(i) for i in range(self.target.count())] != names:
            self.target.blockSignals(True)
            self.target.clear()
            self.target.addItems(names)
            self.target.blockSignals(False)
        self.target.setVisible(len(names) > 1)
        train = data.splits["train"]
        self._rows = train if len(train) <= MOST_ROWS else train[np.linspace(0, len(train) - 1, MOST_ROWS).astype(int)]
        self._stale = True
        if self.isVisible():
            self._measure()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._measure()

    def _measure(self) -> None:
        data = self._data
        if data is None or not self._wanted:
            return
        self._stale = False
        if self._job is not None:
            self._job.cancel()
        goal = self._wanted[max(self.target.currentIndex(), 0)]

        def work(progress: Progress) -> tuple[Relation, ...]:
            return relations(data, goal, progress)

        self._job = self.jobs.start(
            self.tr("Comparing the columns with the target"), work, done=lambda found: self._show(data, found)
        )

    def _show(self, data: PreparedData, found: tuple[Relation, ...]) -> None:
        if data is not self._data:
            return
        before = self.table.current_sample()
        kept = self.found[before].column if 0 <= before < len(self.found) else ""
        self._job = None
        self.found = self._bar.found = found
        rows = count_text(len(self._rows))
        self.note.setText(
            self.tr(
                "Of the training split only ({rows} rows), one column at a time: what two columns tell together is not seen here."
            ).format(rows=rows)
        )
        self.table.set_table(
            [
                Column(self.tr("Column"), lambda row: found[row].column, numeric=False),
                Column(
                    self.tr("Measure"),
                    lambda row: f"{_SIGNS[found[row].measure]} {number_text(_stronger(found[row]), 2)}",
                    keys=lambda: np.array([r.strength for r in found]),
                    help=self.tr("r: correlation, η: correlation ratio, V: Cramér's V"),
                ),
                Column(
                    self.tr("Strength"),
                    lambda row: "",
                    keys=lambda: np.array([r.strength for r in found]),
                    numeric=False,
                    help=self.tr("0: nothing to see, 1: one follows from the other"),
                ),
            ],
            np.arange(len(found)),
        )
        self.table.setItemDelegateForColumn(2, self._bar)
        self.table.horizontalHeader().setStretchLastSection(True)
        place = next((i for i, r in enumerate(found) if r.column == kept), 0)
        if found:
            self.table.selectRow(place)

    def _explained(self, relation: Relation) -> str:
        """What the measure is, with its values."""
        value, by_rank = number_text(relation.value, 3), number_text(relation.by_rank, 3)
        if np.isnan(relation.value):
            return self.tr("Nothing can be told: too few values, or always the same one.")
        if relation.measure == "correlation":
            return self.tr(
                "Correlation r: {value} of the values (Pearson: 1 and −1 are a straight line), {by_rank} of their ranks (Spearman: any steady rise or fall)."
            ).format(value=value, by_rank=by_rank)
        if relation.measure == "eta":
            return self.tr(
                "Correlation ratio η: {value}; η² is the share of the numbers' variance that lies between the groups, less what chance would give. With ranks for the numbers, η is {by_rank}."
            ).format(value=value, by_rank=by_rank)
        return self.tr(
            "Cramér's V: {value}; 0 where the share of each class is the same in every category, 1 where one tells the other."
        ).format(value=value)

    def _draw(self) -> None:
        chosen = self.table.current_sample()
        if self._data is None or self._part is None or not 0 <= chosen < len(self.found):
            return
        relation, part = self.found[chosen], self._part
        goal = self._wanted[max(self.target.currentIndex(), 0)]
        self.heading_label.setText(self.tr("{column} and {target}").format(column=relation.column, target=goal.name))
        self.words.setText(self._explained(relation))
        values = part.values[self._rows, relation.place]
        names = part.categories[relation.place] if part.categories else ()
        target = goal.values[self._rows]
        if relation.measure == "correlation":
            self.scatter.set_points(
                values, target, x_label=relation.column, y_label=goal.name, describe=lambda k: count_text(self._rows[k])
            )
            self.charts.setCurrentWidget(self.scatter)
        elif relation.measure == "eta":
            numbers, groups, words = (target, values, names) if names else (values, target, goal.classes)
            held = ~np.isnan(groups.astype(np.float64))
            label = goal.name if names else relation.column
            self.boxes.set_boxes(boxes(numbers[held].astype(np.float64), groups[held], words), label)
            self.charts.setCurrentWidget(self.boxes)
        else:
            self._draw_bars(values, names, target, goal.classes)
            self.charts.setCurrentWidget(self._area)

    def _draw_bars(
        self, values: np.ndarray, names: tuple[str, ...], target: np.ndarray, classes: tuple[str, ...]
    ) -> None:
        held = ~np.isnan(values)
        codes, target = values[held].astype(np.int64), target[held].astype(np.int64)
        table = np.bincount(codes * len(classes) + target, minlength=len(names) * len(classes))
        table = table.reshape(len(names), len(classes))
        shown = np.argsort(-table.sum(axis=1), kind="stable")[:MOST_CATEGORIES]
        shown = shown[table[shown].sum(axis=1) > 0]
        chosen = np.sort(np.argsort(-table.sum(axis=0), kind="stable")[:MOST_CLASSES])
        self.bars.set_counts(
            [names[i] for i in shown], [Series(classes[k], table[shown, k].tolist()) for k in chosen.tolist()]
        )

    def _point_clicked(self, place: int) -> None:
        self.chosen.emit(int(self._rows[place]))


def _stronger(relation: Relation) -> float:
    """The measure that ``strength`` comes from, with its sign."""
    value, by_rank = relation.value, relation.by_rank
    if np.isnan(by_rank) or abs(value) >= abs(by_rank):
        return value
    return by_rank
