"""Where a network errs: the most confident mistakes, or the largest errors, as pictures or as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from ...engine.data.prepared import PreparedData
from ...engine.data.report import thumbnail
from ..data.cells import cell_columns
from ..widgets.numbers import count_text, number_text, share_text
from ..widgets.tables import Column, ColumnsView
from ..widgets.thumbnails import PictureGrid

if TYPE_CHECKING:
    from ...engine.evaluate.report import Report

MOST_COLUMNS = 100


class MistakesView(QWidget):
    """Mistakes, the most confident first. ``cleared``: the user asked to see those of all classes again."""

    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evaluate_mistakes")
        self._report: Report | None = None
        self._mistakes: NDArray[np.int64] = np.empty(0, np.int64)
        self.heading = QLabel(self)
        self.heading.setObjectName("evaluate_mistakes_heading")
        self.heading.setProperty("role", "heading")
        self.all = QPushButton(self.tr("Show all mistakes"), self)
        self.all.setObjectName("evaluate_mistakes_all")
        self.all.setProperty("role", "chip")
        self.all.clicked.connect(self.cleared)
        bar = QHBoxLayout()
        bar.setSpacing(12)
        bar.addWidget(self.heading)
        bar.addWidget(self.all)
        bar.addStretch(1)
        self.grid = PictureGrid("evaluate_mistake_pictures", self.tr("Mistakes"), side=48, parent=self)
        self.table = ColumnsView("evaluate_mistake_rows", self.tr("Mistakes"), self)
        self.none = QLabel(self)
        self.none.setObjectName("evaluate_mistakes_none")
        self.none.setProperty("role", "muted")
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout()
        for page in (self.grid, self.table, self.none):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 8, 4)
        layout.setSpacing(4)
        layout.addLayout(bar)
        layout.addLayout(self._stack, 1)

    @property
    def positions(self) -> NDArray[np.int64]:
        """Positions (into the report's arrays) of the mistakes shown, in order."""
        shown = self._stack.currentWidget()
        if shown is self.none:
            return np.empty(0, np.int64)
        return self.grid.samples if shown is self.grid else self.table.columns_model.rows

    def set_report(self, report: Report, data: PreparedData) -> None:
        """Shows the mistakes of a report; ``data`` holds its samples."""
        self._report, self._mistakes = report, report.mistakes()
        part = next(iter(data.raw.inputs.values()))
        self._pictures = part.kind == "image"
        if self._pictures:
            self.grid.set_source(lambda place: thumbnail(data, int(report.indexes[place])), self._caption)
            longest = sorted(report.names, key=len)[-2:] if report.task == "classification" else []
            self.grid.make_room([" → ".join(longest)])
        else:
            self.table.set_table(self._columns(report, data), self._mistakes)
        self.show_only(-1, -1)

    def show_only(self, true: int, predicted: int) -> None:
        """Shows the mistakes of one cell of the confusion matrix, all for (-1, -1)."""
        report = self._report
        if report is None:
            return
        chosen = self._mistakes
        filtered = (true, predicted) != (-1, -1)
        if filtered:
            cell = (report.targets == true) & (report.predictions == predicted)
            chosen = self._mistakes[cell[self._mistakes]]
        if report.task == "regression":
            title = self.tr("Largest errors first")
        elif filtered:
            title = self.tr("{true} taken for {predicted}: {count}").format(
                true=report.names[true], predicted=report.names[predicted], count=count_text(len(chosen))
            )
            if true == predicted:
                # The diagonal holds what was right: show that, the least confident first.
                right = np.flatnonzero(cell)
                chosen = right[np.argsort(report.confidence[right], kind="stable")]
                title = self.tr("{true} recognised: {count}, the least certain first").format(
                    true=report.names[true], count=count_text(len(chosen))
                )
        else:
            title = self.tr("Most confident mistakes: {count} of {total}").format(
                count=count_text(len(chosen)), total=count_text(report.samples)
            )
        self.heading.setText(title)
        self.all.setVisible(filtered)
        if not len(chosen):
            self.none.setText(
                self.tr("No sample was taken for another class.") if not filtered else self.tr("No sample lies here.")
            )
            self._stack.setCurrentWidget(self.none)
        elif self._pictures:
            self.grid.set_samples(chosen)
            self._stack.setCurrentWidget(self.grid)
        else:
            self.table.columns_model.set_rows(chosen)
            self._stack.setCurrentWidget(self.table)

    def reveal(self, position: int) -> None:
        """Makes a sample the current one, by its position in the report's arrays."""
        if self._pictures:
            self.grid.select(position)
            return
        places = np.flatnonzero(self.table.columns_model.rows == position)
        if len(places):
            self.table.selectRow(int(places[0]))

    def _caption(self, place: int) -> tuple[str, str]:
        report = self._report
        assert report is not None
        if report.task == "classification":
            true, predicted = report.names[int(report.targets[place])], report.names[int(report.predictions[place])]
            return f"{true} → {predicted}", share_text(float(report.confidence[place]))
        return (
            f"{number_text(report.targets[place][0])} → {number_text(report.predictions[place][0])}",
            self.tr("off by {error}").format(
                error=number_text(abs(float(report.predictions[place][0] - report.targets[place][0])), 3)
            ),
        )

    def _columns(self, report: Report, data: PreparedData) -> list[Column]:
        columns = [
            Column(
                self.tr("No."),
                lambda row: int(report.indexes[row]),
                keys=lambda: report.indexes,
                text=count_text,
                help=self.tr("Number of the sample in the data"),
            )
        ]
        if report.task == "classification":
            columns += [
                Column(
                    self.tr("True"),
                    lambda row: report.names[int(report.targets[row])],
                    keys=lambda: report.targets,
                    numeric=False,
                ),
                Column(
                    self.tr("Predicted"),
                    lambda row: report.names[int(report.predictions[row])],
                    keys=lambda: report.predictions,
                    numeric=False,
                ),
                Column(
                    self.tr("Confidence"),
                    lambda row: float(report.confidence[row]),
                    keys=lambda: report.confidence,
                    text=share_text,
                ),
            ]
        else:
            for k, name in enumerate(report.names):
                columns += [
                    Column(
                        self.tr("{name}, true").format(name=name),
                        lambda row, k=k: report.targets[row, k],
                        keys=lambda k=k: report.targets[:, k],
                    ),
                    Column(
                        self.tr("predicted"),
                        lambda row, k=k: report.predictions[row, k],
                        keys=lambda k=k: report.predictions[:, k],
                    ),
                    Column(
                        self.tr("error"),
                        lambda row, k=k: report.predictions[row, k] - report.targets[row, k],
                        keys=lambda k=k: report.predictions[:, k] - report.targets[:, k],
                    ),
                ]
        return [*columns, *cell_columns(data, MOST_COLUMNS, report.indexes)]
