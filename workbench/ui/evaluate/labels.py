"""Scores by label, at a threshold that can be moved, and what the chosen label is taken for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QLabel, QSplitter, QWidget

from ...engine.data.labels import THRESHOLD
from ..widgets.confusion import ConfusionMatrix
from ..widgets.numbers import count_text, share_text
from ..widgets.tables import Column, ColumnsView
from .card import Card, muted, splitter

if TYPE_CHECKING:
    from ...engine.evaluate.labels import LabelScore
    from ...engine.evaluate.report import Report

BARE = (
    "QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { width: 0; height: 0; border: none; } "
    "QLineEdit { padding: 0 8px; }"
)


class LabelsView(QWidget):
    """A table of all labels on the left, a table of two by two of one of them on the right.

    ``cell_chosen(int label, int true, int given)``: a cell of the label's table was clicked, (-1, -1) when it was let go.
    """

    cell_chosen = Signal(int, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evaluate_labels")
        self._report: Report | None = None
        self._scores: tuple[LabelScore, ...] = ()
        self._label = -1
        split = splitter(Qt.Orientation.Horizontal, self)
        table_card, one_card = Card(self.tr("Scores by label"), split), Card(self.tr("One label"), split)
        self.threshold = QDoubleSpinBox(table_card)
        self.threshold.setObjectName("evaluate_threshold")
        self.threshold.setAccessibleName(self.tr("Threshold"))
        self.threshold.setRange(0.01, 0.99)
        self.threshold.setMinimumWidth(self.threshold.fontMetrics().horizontalAdvance("0.00") + 56)
        self.threshold.setSingleStep(0.05)
        self.threshold.setDecimals(2)
        # Arrow keys and the wheel step. Told to have no buttons, a styled box leaves its number no room.
        self.threshold.setStyleSheet(BARE)
        self.threshold.setToolTip(
            self.tr(
                "Probability above which a label counts as given, to see what another one would do to this table. "
                "Predictions, the numbers above and the samples below go by {threshold}."
            ).format(threshold=f"{THRESHOLD:g}")
        )
        beside = QWidget(table_card)
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(muted(self.tr("Threshold"), beside))
        row.addWidget(self.threshold)
        self.table = ColumnsView("evaluate_label_scores", self.tr("Scores by label"), table_card)
        table_card.hold(self.table, beside)
        self.hint = muted("", one_card)
        self.hint.setObjectName("evaluate_label_hint")
        self.matrix = ConfusionMatrix("evaluate_label_matrix", one_card)
        self.matrix.setAccessibleName(self.tr("What samples with and without the label were given"))
        one_card.hold(self.matrix, self.hint)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([560, 310])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        self._split: QSplitter = split
        self._heading: QLabel = one_card.heading
        # Turning the wheel on the field must not sort a large split anew for every step.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(120)
        self._timer.timeout.connect(self._score)
        self.threshold.valueChanged.connect(lambda _value: self._timer.start())
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.matrix.cell_chosen.connect(lambda true, given: self.cell_chosen.emit(self._label, true, given))

    def set_report(self, report: Report) -> None:
        """Shows the labels of a report."""
        self._report, self._label = report, -1
        self.threshold.blockSignals(True)
        self.threshold.setValue(THRESHOLD)
        self.threshold.blockSignals(False)
        self._show(report.labels)
        if report.labels:
            self.table.selectRow(0)

    def let_go(self) -> None:
        """No cell is chosen any more."""
        self.matrix.choose(-1, -1)

    def _score(self) -> None:
        report = self._report
        if report is None:
            return
        from ...engine.evaluate.labels import label_scores

        known = [s.average_precision for s in report.labels]
        found = label_scores(report.names, report.targets, report.probabilities, self.threshold.value(), known)
        label = self._label
        self._show(found)
        self.table.selectRow(int(np.flatnonzero(self.table.columns_model.rows == max(label, 0))[0]))
        self._show_label()

    def _show(self, scores: tuple[LabelScore, ...]) -> None:
        self._scores = scores
        self.table.set_table(self._columns(scores), np.arange(len(scores)))
        self.table.fill_width()
        self.table.verticalHeader().setDefaultSectionSize(self.table.fontMetrics().height() + 6)

    def _choose(self) -> None:
        chosen = self.table.current_sample()
        if chosen >= 0 and chosen != self._label:
            self._label = chosen
            self._show_label()
            self.cell_chosen.emit(chosen, -1, -1)

    def _show_label(self) -> None:
        if not 0 <= self._label < len(self._scores):
            return
        score = self._scores[self._label]
        self._heading.setText(score.name)
        names = (self.tr("not {label}").format(label=score.name), score.name)
        counts = np.array(
            [[score.true_negatives, score.false_positives], [score.false_negatives, score.true_positives]]
        )
        self.matrix.set_matrix(counts, names)
        usual = abs(self.threshold.value() - THRESHOLD) < 1e-9
        self.matrix.setEnabled(usual)
        self.hint.setText(
            self.tr("Click a cell to see its samples.")
            if usual
            else self.tr("At a threshold of {threshold}").format(threshold=f"{self.threshold.value():.2f}")
        )

    def _columns(self, scores: tuple[LabelScore, ...]) -> list[Column]:
        def column(title: str, name: str, help: str, *, counted: bool = False) -> Column:
            return Column(
                title,
                lambda row: getattr(scores[row], name),
                keys=lambda: np.array([getattr(s, name) for s in scores]),
                text=count_text if counted else _share,
                help=help,
            )

        return [
            Column(self.tr("Label"), lambda row: scores[row].name, keys=lambda: np.arange(len(scores)), numeric=False),
            column(self.tr("Precision"), "precision", self.tr("How many of those given the label have it")),
            column(self.tr("Recall"), "recall", self.tr("How many of those with the label were given it")),
            column(self.tr("F1"), "f1", self.tr("Harmonic mean of precision and recall")),
            column(
                self.tr("AP"),
                "average_precision",
                self.tr("Average precision: the area under precision over recall, at no particular threshold"),
            ),
            column(self.tr("Samples"), "support", self.tr("Samples of the split with the label"), counted=True),
        ]


def _share(value: float) -> str:
    return "–" if np.isnan(value) else share_text(value)
