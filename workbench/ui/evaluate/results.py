"""A report shown: headline numbers, confusion matrix or scatter, scores by class or residuals, mistakes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...engine.data.prepared import PreparedData
from ..widgets.charts import Histogram, Series
from ..widgets.confusion import ConfusionMatrix
from ..widgets.notice import Notice
from ..widgets.numbers import count_text, number_text
from ..widgets.scatter import Scatter
from ..widgets.tables import ColumnsView
from .mistakes import MistakesView
from .scores import Headline, class_columns, residual_bins

if TYPE_CHECKING:
    from ...engine.evaluate.report import Report

GAP = "QSplitter::handle { background: transparent; }"
"""Between cards the handle of a splitter is a gap, seen only under the pointer."""


class ResultsView(QWidget):
    """Everything that a report holds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evaluate_results")
        self.report: Report | None = None
        self.headline = Headline(self)
        self.warnings = Notice("evaluate_warnings", self)
        self.confusion = ConfusionMatrix("evaluate_confusion", self)
        self.confusion.setAccessibleName(self.tr("Confusion matrix"))
        self.classes = ColumnsView("evaluate_classes", self.tr("Scores by class"), self)
        self.scatter = Scatter("evaluate_scatter", self)
        self.scatter.setAccessibleName(self.tr("Predicted against true"))
        self.residuals = Histogram("evaluate_residuals", self)
        self.residuals.setAccessibleName(self.tr("Residuals"))
        self.target = QComboBox(self)
        self.target.setObjectName("evaluate_target")
        self.target.setAccessibleName(self.tr("Which number"))
        self.mistakes = MistakesView(self)
        self._matrix_hint = QLabel(self.tr("Click a cell to see its samples."), self)
        self._matrix_hint.setProperty("role", "muted")
        classes = QSplitter(Qt.Orientation.Horizontal)
        classes.addWidget(self._card(self.tr("Confusion matrix"), self.confusion, self._matrix_hint))
        classes.addWidget(self._card(self.tr("Scores by class"), self.classes))
        numbers = QSplitter(Qt.Orientation.Horizontal)
        numbers.addWidget(self._card(self.tr("Predicted against true"), self.scatter, self.target))
        self._residual_hint = QLabel(self)
        self._residual_hint.setObjectName("evaluate_residual_hint")
        self._residual_hint.setProperty("role", "muted")
        numbers.addWidget(self._card(self.tr("Residuals"), self.residuals, self._residual_hint))
        for splitter, sizes in ((classes, [440, 430]), (numbers, [520, 400])):
            splitter.setSizes(sizes)
            splitter.setHandleWidth(8)
            splitter.setStyleSheet(GAP)
            splitter.setChildrenCollapsible(False)
        self._charts = QStackedWidget(self)
        self._charts.addWidget(classes)
        self._charts.addWidget(numbers)
        frame = QFrame(self)
        frame.setProperty("role", "card")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self.mistakes)
        # One whole line of pictures always shows.
        frame.setMinimumHeight(self.mistakes.grid.cell_size().height() + 56)
        rows = QSplitter(Qt.Orientation.Vertical, self)
        rows.addWidget(self._charts)
        rows.addWidget(frame)
        rows.setStretchFactor(0, 3)
        rows.setStretchFactor(1, 1)
        rows.setSizes([420, 160])
        rows.setHandleWidth(8)
        rows.setStyleSheet(GAP)
        rows.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.headline)
        layout.addWidget(self.warnings)
        layout.addWidget(rows, 1)
        self.confusion.cell_chosen.connect(self.mistakes.show_only)
        self.mistakes.cleared.connect(self._show_all)
        self.target.currentIndexChanged.connect(self._draw_numbers)

    def set_report(self, report: Report, data: PreparedData) -> None:
        """Shows a report; ``data`` holds the samples it speaks of."""
        self.report = report
        self.headline.set_report(report)
        self.warnings.say("\n".join(report.warnings), "warning")
        if report.task == "classification":
            self._charts.setCurrentIndex(0)
            self.confusion.set_matrix(report.confusion, report.names)
            self.classes.set_table(class_columns(report.classes, self._words()), np.arange(len(report.classes)))
            self.classes.fill_width()
            self.classes.verticalHeader().setDefaultSectionSize(self.classes.fontMetrics().height() + 6)
        else:
            self._charts.setCurrentIndex(1)
            self.target.blockSignals(True)
            self.target.clear()
            self.target.addItems(list(report.names))
            self.target.blockSignals(False)
            self.target.setVisible(len(report.names) > 1)
            self._draw_numbers()
        self.mistakes.set_report(report, data)

    def _show_all(self) -> None:
        self.confusion.choose(-1, -1)
        self.mistakes.show_only(-1, -1)

    def _draw_numbers(self) -> None:
        report, k = self.report, max(self.target.currentIndex(), 0)
        if report is None or report.task != "regression":
            return
        true, predicted, name = report.targets[:, k], report.predictions[:, k], report.names[k]
        self.scatter.set_points(
            true,
            predicted,
            x_label=self.tr("true {name}").format(name=name),
            y_label=self.tr("predicted {name}").format(name=name),
            ideal=True,
            describe=lambda place: self.tr("Sample {sample}: true {true}, predicted {predicted}").format(
                sample=count_text(int(report.indexes[place])),
                true=number_text(true[place]),
                predicted=number_text(predicted[place]),
            ),
        )
        errors = np.asarray(predicted, np.float64) - np.asarray(true, np.float64)
        edges, counts = residual_bins(errors)
        self.residuals.set_bins(
            edges, [Series(self.tr("samples"), counts)], x_label=self.tr("predicted − true"), line=0.0
        )
        self._residual_hint.setText(self.tr("mean {mean}").format(mean=number_text(float(errors.mean()), 3)))

    def _card(self, title: str, content: QWidget, beside: QWidget | None = None) -> QFrame:
        card = QFrame(self)
        card.setProperty("role", "card")
        heading = QLabel(title, card)
        heading.setProperty("role", "heading")
        row = QHBoxLayout()
        row.addWidget(heading)
        row.addStretch(1)
        if beside is not None:
            row.addWidget(beside)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(16, 12, 12, 8)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(content, 1)
        return card

    def _words(self) -> dict[str, str]:
        return {
            "class": self.tr("Class"),
            "precision": self.tr("Precision"),
            "precision_help": self.tr("How many of those taken for this class belong to it"),
            "recall": self.tr("Recall"),
            "recall_help": self.tr("How many of this class were recognised"),
            "f1": self.tr("F1"),
            "f1_help": self.tr("Harmonic mean of precision and recall"),
            "support": self.tr("Samples"),
            "support_help": self.tr("Samples of this class in the split"),
        }
