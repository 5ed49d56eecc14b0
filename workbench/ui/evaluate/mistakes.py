"""Where a network errs: the most confident mistakes, or the largest errors, as pictures or as rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from ...engine.data.labels import labels_text
from ...engine.data.prepared import PreparedData
from ...engine.data.report import thumbnail
from ..data.cells import cell_columns
from ..data.texts import text_line
from ..widgets.chips import TagKinds, show_chips
from ..widgets.numbers import count_text, number_text, share_text
from ..widgets.tables import Column, ColumnsView
from ..widgets.thumbnails import PictureGrid
from .card import splitter
from .reconstruction import pair_picture
from .tagged import WrongSequence, report_chips, wrong_columns

if TYPE_CHECKING:
    from ...engine.evaluate.report import Report

MOST_COLUMNS = 100
SIDE, PAIR_SIDE = 48, 84
"""Longer side of a picture, and of one with its reconstruction, in logical pixels."""


def label_changes(report: Report, place: int) -> str:
    """What is wrong about a sample's labels: "+ cat − dog"; a tick where all are right."""
    true, given = report.targets[place] > 0, report.predictions[place] > 0
    names = [
        *(f"+ {report.names[int(k)]}" for k in np.flatnonzero(given & ~true)),
        *(f"− {report.names[int(k)]}" for k in np.flatnonzero(true & ~given)),
    ]
    return " ".join(names) or "✓"


class MistakesView(QWidget):
    """Mistakes, the most confident first. ``cleared``: the user asked to see those of all classes again. ``chosen(int)``: the
    sample at that position of the report's arrays became the current one."""

    cleared = Signal()
    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evaluate_mistakes")
        self._report: Report | None = None
        self._data: PreparedData | None = None
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
        self.grid = PictureGrid("evaluate_mistake_pictures", self.tr("Mistakes"), side=SIDE, parent=self)
        self._rows = splitter(Qt.Orientation.Horizontal, self)
        self.table = ColumnsView("evaluate_mistake_rows", self.tr("Mistakes"), self._rows)
        self.sequence = WrongSequence(self._rows)
        self.sequence.hide()
        self._rows.setSizes([420, 460])
        self.none = QLabel(self)
        self.none.setObjectName("evaluate_mistakes_none")
        self.none.setProperty("role", "muted")
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.grid.chosen.connect(self.chosen)
        self.table.selectionModel().currentRowChanged.connect(self._row_chosen)
        self._stack = QStackedLayout()
        for page in (self.grid, self._rows, self.none):
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
        if report.task == "reconstruction":
            # Only these have a reconstruction to be seen.
            self._mistakes = self._mistakes[[int(place) in report.reconstructions for place in self._mistakes]]
        part = next(iter(data.raw.inputs.values()))
        self._pictures = part.kind == "image"
        if self._pictures:
            pair = report.task == "reconstruction"
            self.grid.set_side(PAIR_SIDE if pair else SIDE)
            self.grid.set_source(
                (lambda place: pair_picture(report, data, place))
                if pair
                else lambda place: thumbnail(data, int(report.indexes[place])),
                self._caption,
            )
            longest = sorted(report.names, key=len)[-2:] if report.task in ("classification", "multi_label") else []
            if report.task == "multi_label":
                longest = [f"+ {name}" for name in longest]
            self.grid.make_room([" → ".join(longest)])
        else:
            columns, tagged = self._columns(report, data), report.task == "tagging"
            self.table.set_table(columns, self._mistakes)
            self.table.horizontalHeader().setStretchLastSection(part.kind == "text" or tagged)
            show_chips(
                self.table,
                len(columns) - 1 if tagged else -1,
                lambda row: report_chips(report, data, row),
                TagKinds(report.names if tagged else ()),
            )
            self.sequence.setVisible(tagged)
            self._data = data
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
            cell = cell if cell.ndim == 1 else cell.any(axis=1)
            chosen = self._mistakes[cell[self._mistakes]]
        if report.task == "tagging":
            # A cell of the diagonal holds right tokens, which may be in sequences without a mistake.
            chosen = np.flatnonzero(cell) if filtered and true == predicted else chosen
            self._show(self._tagged_title(report, true, predicted, len(chosen)), chosen, filtered=filtered)
            return
        if report.task == "regression":
            title = self.tr("Largest errors first")
        elif report.task == "reconstruction":
            title = self.tr("Largest errors first; some with middle and small errors at the end")
        elif report.task == "multi_label":
            title = self.tr("Samples with a wrong label, the most confident first: {count} of {total}").format(
                count=count_text(len(chosen)), total=count_text(report.samples)
            )
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
        self._show(title, chosen, filtered=filtered)

    def _tagged_title(self, report: Report, true: int, predicted: int, count: int) -> str:
        if true < 0:
            return self.tr("Sequences with wrong tags, those with most first: {count} of {total}").format(
                count=count_text(count), total=count_text(report.samples)
            )
        names = {"true": report.names[true], "predicted": report.names[predicted], "count": count_text(count)}
        if true == predicted:
            return self.tr("Sequences in which {true} was recognised: {count}").format(**names)
        return self.tr("Sequences in which {true} was taken for {predicted}: {count}").format(**names)

    def show_label(self, label: int, true: int, given: int) -> None:
        """Shows the samples of one cell of a label's table, the most confident first; all mistakes for (-1, -1)."""
        report = self._report
        if report is None or report.task != "multi_label" or (true, given) == (-1, -1):
            self.show_only(-1, -1)
            return
        chosen = np.flatnonzero((report.targets[:, label] == true) & (report.predictions[:, label] == given))
        sure = np.abs(report.probabilities[chosen, label] - 0.5)
        chosen = chosen[np.argsort(-sure if true != given else sure, kind="stable")]
        title = {
            (0, 1): self.tr("Given {label} without having it: {count}"),
            (1, 0): self.tr("With {label}, which was not given: {count}"),
            (1, 1): self.tr("Rightly given {label}: {count}, the least certain first"),
            (0, 0): self.tr("Rightly without {label}: {count}, the least certain first"),
        }[true, given]
        self._show(title.format(label=report.names[label], count=count_text(len(chosen))), chosen, filtered=True)

    def _show(self, title: str, chosen: NDArray[np.int64], *, filtered: bool) -> None:
        self.heading.setText(title)
        self.all.setVisible(filtered)
        if not len(chosen):
            labels = self._report is not None and self._report.task == "multi_label"
            everything = (
                self.tr("All labels are right.") if labels else self.tr("No sample was taken for another class.")
            )
            if self._report is not None and self._report.task == "tagging":
                everything = self.tr("All tags are right.")
            self.none.setText(self.tr("No sample lies here.") if filtered else everything)
            self._stack.setCurrentWidget(self.none)
        elif self._pictures:
            self.grid.set_samples(chosen)
            self._stack.setCurrentWidget(self.grid)
        else:
            self.table.columns_model.set_rows(chosen)
            self._stack.setCurrentWidget(self._rows)
            if self._report is not None and self._report.task == "tagging":
                self.table.selectRow(0)

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
            return f"{true} → {predicted}", _sureness(report)(float(report.confidence[place]))
        if report.task == "multi_label":
            return label_changes(report, place), labels_text(report.names, report.targets[place], 3)
        if report.task == "reconstruction":
            error = number_text(float(report.errors[place]), 3)
            return self.tr("error {error}").format(error=error), count_text(int(report.indexes[place]))
        return (
            f"{number_text(report.targets[place][0])} → {number_text(report.predictions[place][0])}",
            self.tr("off by {error}").format(
                error=number_text(abs(float(report.predictions[place][0] - report.targets[place][0])), 3)
            ),
        )

    def _row_chosen(self) -> None:
        place = self.table.current_sample()
        if place >= 0:
            if self._report is not None and self._data is not None and self._report.task == "tagging":
                self.sequence.show_sequence(self._report, self._data, place)
            self.chosen.emit(place)

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
                    self.tr("Score") if report.margins else self.tr("Confidence"),
                    lambda row: float(report.confidence[row]),
                    keys=lambda: report.confidence,
                    text=_sureness(report),
                ),
            ]
        elif report.task == "multi_label":
            columns += [
                Column(
                    self.tr("Wrong"),
                    lambda row: label_changes(report, row),
                    keys=lambda: (report.targets != report.predictions).sum(axis=1),
                    numeric=False,
                    help=self.tr("+ given without having it, − had but not given"),
                ),
                Column(
                    self.tr("True"),
                    lambda row: labels_text(report.names, report.targets[row]),
                    keys=lambda: report.targets.sum(axis=1),
                    numeric=False,
                ),
            ]
        elif report.task == "tagging":
            return [*columns, *wrong_columns(report, data)]
        elif report.task == "reconstruction":
            columns.append(Column(self.tr("error"), lambda row: float(report.errors[row]), keys=lambda: report.errors))
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
        part = next(iter(data.raw.inputs.values()))
        if part.kind == "text":
            columns.append(
                Column(self.tr("text"), lambda row: text_line(part.values[int(report.indexes[row])]), numeric=False)
            )
        return [*columns, *cell_columns(data, MOST_COLUMNS, report.indexes)]


def _sureness(report: Report) -> Callable[[float], str]:
    """How a report's confidence is written: as a share, or as the score that it is."""
    return number_text if report.margins else share_text
