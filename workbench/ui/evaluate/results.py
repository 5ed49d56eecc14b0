"""A report shown: headline numbers, confusion matrix or scatter, scores by class or residuals, mistakes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...engine.data.prepared import PreparedData
from ..language import told
from ..widgets.charts import Series
from ..widgets.confusion import ConfusionMatrix
from ..widgets.histogram import Histogram
from ..widgets.notice import Notice
from ..widgets.numbers import count_text, number_text
from ..widgets.scatter import Scatter
from .card import Card, muted, splitter
from .forecast import ForecastCard
from .labels import LabelsView
from .mistakes import MistakesView
from .reconstruction import ReconstructionView
from .scores import Headline, class_columns, residual_bins
from .separation import SeparationView
from .tagged_words import named_spans, span_words, tag_words

if TYPE_CHECKING:
    from ...engine.evaluate.report import Report


class ResultsView(QWidget):
    """Everything that a report holds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evaluate_results")
        self.report: Report | None = None
        self._shown: Report | None = None
        self._data: PreparedData | None = None
        self.output = QComboBox(self)
        self.output.setObjectName("evaluate_output")
        self.output.setAccessibleName(self.tr("Which target"))
        self.output.setToolTip(self.tr("The network predicts several targets; this is the one that is shown."))
        self.output.currentIndexChanged.connect(self._show_output)
        # Everything is made with its last parent: a widget that changes it has all its children styled anew.
        self.headline = Headline(self)
        self.warnings = Notice("evaluate_warnings", self)
        self.meaning = muted("", self)
        self.meaning.setObjectName("evaluate_meaning")
        self.meaning.setWordWrap(True)
        rows = splitter(Qt.Orientation.Vertical, self)
        self._charts = QStackedWidget(rows)
        classes = splitter(Qt.Orientation.Horizontal, self._charts)
        numbers = splitter(Qt.Orientation.Horizontal, self._charts)
        matrix_card, scores_card = (
            Card(self.tr("Confusion matrix"), classes),
            Card(self.tr("Scores by class"), classes),
        )
        self.forecast = ForecastCard(numbers)
        self.forecast.hide()
        points_card, rest_card = Card(self.tr("Predicted against true"), numbers), Card(self.tr("Residuals"), numbers)
        self.confusion = ConfusionMatrix("evaluate_confusion", matrix_card)
        self.confusion.setAccessibleName(self.tr("Confusion matrix"))
        self._matrix_card, self._scores_card = matrix_card, scores_card
        self._matrix_hint = muted(self.tr("Click a cell to see its samples."), matrix_card)
        matrix_card.hold(self.confusion, self._matrix_hint)
        self.separation = SeparationView(scores_card)
        self.classes = self.separation.classes
        scores_card.hold(self.separation)
        self.scatter = Scatter("evaluate_scatter", points_card)
        self.scatter.setAccessibleName(self.tr("Predicted against true"))
        self.target = QComboBox(points_card)
        self.target.setObjectName("evaluate_target")
        self.target.setAccessibleName(self.tr("Which number"))
        points_card.hold(self.scatter, self.target)
        self.residuals = Histogram("evaluate_residuals", rest_card)
        self.residuals.setAccessibleName(self.tr("Residuals"))
        self._residual_hint = muted("", rest_card)
        self._residual_hint.setObjectName("evaluate_residual_hint")
        rest_card.hold(self.residuals, self._residual_hint)
        classes.setSizes([415, 455])
        numbers.setSizes([520, 520, 400])
        self._rest_card = rest_card
        frame = Card("", rows)
        self.mistakes = MistakesView(frame)
        frame.hold(self.mistakes)
        self._frame = frame
        self.labels = LabelsView(self._charts)
        self.reconstruction = ReconstructionView(self._charts)
        for page in (classes, numbers, self.labels, self.reconstruction):
            self._charts.addWidget(page)
        rows.setStretchFactor(0, 3)
        rows.setStretchFactor(1, 1)
        rows.setSizes([420, 160])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.output)
        layout.addWidget(self.headline)
        layout.addWidget(self.warnings)
        layout.addWidget(self.meaning)
        layout.addWidget(rows, 1)
        self.confusion.cell_chosen.connect(self.mistakes.show_only)
        self.scatter.point_clicked.connect(self.mistakes.reveal)
        self.forecast.picked.connect(self.mistakes.reveal)
        self.labels.cell_chosen.connect(self.mistakes.show_label)
        self.mistakes.cleared.connect(self._show_all)
        self.mistakes.chosen.connect(self.reconstruction.show_sample)
        self.target.currentIndexChanged.connect(self._draw_numbers)

    def set_report(self, report: Report, data: PreparedData) -> None:
        """Shows a report; ``data`` holds the samples it speaks of. Of several Outputs the chosen one stays chosen."""
        self.report, self._data = report, data
        chosen, names = self.output.currentIndex(), [r.target for r in report.every]
        same = [self.output.itemText(i) for i in range(self.output.count())] == names
        self.output.blockSignals(True)
        self.output.clear()
        self.output.addItems(names)
        self.output.setCurrentIndex(chosen if same else 0)
        self.output.blockSignals(False)
        self.output.setVisible(len(names) > 1)
        self._show_output()

    def _show_output(self) -> None:
        if self.report is not None and self._data is not None:
            self._show_report(self.report.every[max(self.output.currentIndex(), 0)], self._data)

    def _show_report(self, report: Report, data: PreparedData) -> None:
        self._shown = report
        self.headline.set_report(report)
        self.warnings.say("\n".join(report.warnings), "warning")
        self.meaning.setText(told(f"{report.meaning}.") if report.meaning else "")
        self.meaning.setVisible(bool(report.meaning))
        if report.task in ("classification", "tagging"):
            self._charts.setCurrentIndex(0)
            self.confusion.set_matrix(report.confusion, report.names)
            tagged = report.task == "tagging"
            self._scores_card.heading.setText(self.tr("Scores of tags") if tagged else self.tr("Scores by class"))
            self._matrix_card.heading.setText(self.tr("Confusion of tokens") if tagged else self.tr("Confusion matrix"))
            self._matrix_hint.setText(
                self.tr("Click a cell to see its sequences.") if tagged else self.tr("Click a cell to see its samples.")
            )
            self.separation.set_tagged(tagged=tagged, spans=bool(report.spans))
            self.separation.set_separations(report.separations)
            tables = [(self.classes, report.classes, tag_words() if tagged else self._words())]
            tables.append((self.separation.spans, named_spans(report.spans), span_words()))
            for table, scores, words in tables:
                table.set_table(class_columns(scores, words), np.arange(len(scores)))
                table.fill_width()
                table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 6)
        elif report.task == "multi_label":
            self._charts.setCurrentWidget(self.labels)
        elif report.task == "reconstruction":
            self._charts.setCurrentWidget(self.reconstruction)
            self.reconstruction.set_report(report, data)
        else:
            self._charts.setCurrentIndex(1)
            self.target.blockSignals(True)
            self.target.clear()
            self.target.addItems(list(report.names))
            self.target.blockSignals(False)
            self.target.setVisible(len(report.names) > 1)
            self._draw_numbers()
        self.mistakes.set_report(report, data)
        # One whole line of pictures always shows.
        least = self.mistakes.grid.cell_size().height() + 56
        self._frame.setMinimumHeight(max(least, 190) if report.task == "tagging" else least)
        if report.task == "multi_label":
            self.labels.set_report(report)

    def _show_all(self) -> None:
        self.confusion.choose(-1, -1)
        self.labels.let_go()
        self.mistakes.show_only(-1, -1)

    def _draw_numbers(self) -> None:
        report, k = self._shown, max(self.target.currentIndex(), 0)
        if report is None or report.task != "regression":
            return
        # A forecast is seen along time; there the residuals make room for it.
        forecast = self._data is not None and self._data.raw.windows is not None
        self.forecast.setVisible(forecast)
        self._rest_card.setVisible(not forecast)
        if forecast and self._data is not None:
            self.forecast.show_number(report, self._data, k)
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
