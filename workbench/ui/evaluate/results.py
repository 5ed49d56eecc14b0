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
from ..widgets.charts import Series
from ..widgets.confusion import ConfusionMatrix
from ..widgets.histogram import Histogram
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


class _Card(QFrame):
    """A frame with a heading, something beside it, and the content below."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(1, 1, 1, 1)
        self._layout.setSpacing(8)
        self._top = QHBoxLayout()
        if title:
            self._layout.setContentsMargins(16, 12, 12, 8)
            heading = QLabel(title, self)
            heading.setProperty("role", "heading")
            self._top.addWidget(heading)
            self._top.addStretch(1)
            self._layout.addLayout(self._top)

    def hold(self, content: QWidget, beside: QWidget | None = None) -> None:
        """Puts in the content, and what stands beside the heading."""
        if beside is not None:
            self._top.addWidget(beside)
        self._layout.addWidget(content, 1)


def _splitter(orientation: Qt.Orientation, parent: QWidget) -> QSplitter:
    splitter = QSplitter(orientation, parent)
    splitter.setHandleWidth(8)
    splitter.setStyleSheet(GAP)
    splitter.setChildrenCollapsible(False)
    return splitter


def _muted(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", "muted")
    return label


class ResultsView(QWidget):
    """Everything that a report holds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evaluate_results")
        self.report: Report | None = None
        # Everything is made with its last parent: a widget that changes it has all its children styled anew.
        self.headline = Headline(self)
        self.warnings = Notice("evaluate_warnings", self)
        rows = _splitter(Qt.Orientation.Vertical, self)
        self._charts = QStackedWidget(rows)
        classes = _splitter(Qt.Orientation.Horizontal, self._charts)
        numbers = _splitter(Qt.Orientation.Horizontal, self._charts)
        matrix_card, scores_card = (
            _Card(self.tr("Confusion matrix"), classes),
            _Card(self.tr("Scores by class"), classes),
        )
        points_card, rest_card = _Card(self.tr("Predicted against true"), numbers), _Card(self.tr("Residuals"), numbers)
        self.confusion = ConfusionMatrix("evaluate_confusion", matrix_card)
        self.confusion.setAccessibleName(self.tr("Confusion matrix"))
        matrix_card.hold(self.confusion, _muted(self.tr("Click a cell to see its samples."), matrix_card))
        self.classes = ColumnsView("evaluate_classes", self.tr("Scores by class"), scores_card)
        scores_card.hold(self.classes)
        self.scatter = Scatter("evaluate_scatter", points_card)
        self.scatter.setAccessibleName(self.tr("Predicted against true"))
        self.target = QComboBox(points_card)
        self.target.setObjectName("evaluate_target")
        self.target.setAccessibleName(self.tr("Which number"))
        points_card.hold(self.scatter, self.target)
        self.residuals = Histogram("evaluate_residuals", rest_card)
        self.residuals.setAccessibleName(self.tr("Residuals"))
        self._residual_hint = _muted("", rest_card)
        self._residual_hint.setObjectName("evaluate_residual_hint")
        rest_card.hold(self.residuals, self._residual_hint)
        classes.setSizes([415, 455])
        numbers.setSizes([520, 400])
        frame = _Card("", rows)
        self.mistakes = MistakesView(frame)
        frame.hold(self.mistakes)
        # One whole line of pictures always shows.
        frame.setMinimumHeight(self.mistakes.grid.cell_size().height() + 56)
        for page in (classes, numbers):
            self._charts.addWidget(page)
        rows.setStretchFactor(0, 3)
        rows.setStretchFactor(1, 1)
        rows.setSizes([420, 160])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.headline)
        layout.addWidget(self.warnings)
        layout.addWidget(rows, 1)
        self.confusion.cell_chosen.connect(self.mistakes.show_only)
        self.scatter.point_clicked.connect(self.mistakes.reveal)
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
