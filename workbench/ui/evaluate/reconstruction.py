"""How far reconstructions are off: the errors of all samples, and one sample beside what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QStackedLayout, QWidget

from ...engine.data.apply import inverse_inputs, transform_inputs
from ...engine.data.pictures import as_picture
from ...engine.data.prepared import PreparedData
from ...engine.data.report import histogram
from ..widgets.charts import Series
from ..widgets.histogram import Histogram
from ..widgets.numbers import count_text, number_text
from ..widgets.tables import Column, ColumnsView
from ..widgets.thumbnails import picture
from .card import Card, muted, splitter

if TYPE_CHECKING:
    from ...engine.evaluate.report import Report

SIDE = 128
"""Longer side of a picture shown large, in logical pixels."""


class ReconstructionView(QWidget):
    """A histogram of errors on the left; on the right a sample, its reconstruction and the difference."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evaluate_reconstruction")
        self._report: Report | None = None
        self._data: PreparedData | None = None
        split = splitter(Qt.Orientation.Horizontal, self)
        errors_card, one_card = Card(self.tr("Errors"), split), Card(self.tr("One sample"), split)
        self.errors = Histogram("evaluate_errors", errors_card)
        self.errors.setAccessibleName(self.tr("Errors of all samples"))
        self.shares = muted("", errors_card)
        self.shares.setObjectName("evaluate_error_shares")
        errors_card.hold(self.errors, self.shares)
        self.hint = muted("", one_card)
        self.hint.setObjectName("evaluate_reconstruction_hint")
        body = QWidget(one_card)
        self._stack = QStackedLayout(body)
        pictures = QWidget(body)
        grid = QGridLayout(pictures)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        self.pictures: list[QLabel] = []
        titles = (
            ("original", self.tr("The sample")),
            ("made", self.tr("Its reconstruction")),
            ("difference", self.tr("Difference")),
        )
        for place, (name, title) in enumerate(titles):
            shown, caption = QLabel(pictures), muted(title, pictures)
            shown.setObjectName(f"evaluate_reconstruction_{name}")
            shown.setAccessibleName(title)
            for label in (shown, caption):
                label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(shown, 0, place, Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(caption, 1, place)
            self.pictures.append(shown)
        grid.setRowStretch(2, 1)
        self.table = ColumnsView("evaluate_reconstruction_values", self.tr("Values"), body)
        for page in (pictures, self.table):
            self._stack.addWidget(page)
        one_card.hold(body, self.hint)
        split.setSizes([400, 470])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)

    def set_report(self, report: Report, data: PreparedData) -> None:
        """Shows the errors of a report; ``data`` holds its samples."""
        self._report, self._data = report, data
        found = histogram(report.errors)
        counts = [float(c) for c in found.counts]
        median, most = float(np.median(report.errors)), float(np.percentile(report.errors, 95))
        label = self.tr("mean absolute error of a sample")
        self.errors.set_bins(found.edges, [Series(self.tr("samples"), counts)], x_label=label, line=median)
        self.shares.setText(
            self.tr("half below {median}, 95 % below {most}").format(
                median=number_text(median, 3), most=number_text(most, 3)
            )
        )
        first = report.mistakes()
        if len(first):
            self.show_sample(int(first[0]))

    def show_sample(self, place: int) -> None:
        """Shows the sample at a position of the report's arrays; nothing where its reconstruction was not kept."""
        report, data = self._report, self._data
        if report is None or data is None or place not in report.reconstructions:
            return
        self.hint.setText(
            self.tr("sample {sample} · error {error}").format(
                sample=count_text(int(report.indexes[place])), error=number_text(float(report.errors[place]), 3)
            )
        )
        name = report.names[0]
        part, how = data.raw.inputs[name], data.preprocess.inputs[name]
        made = report.reconstructions[place]
        values = part.values[report.indexes[place]]
        if part.kind == "image":
            self._show_pictures(values, made, how.pixel_range)
            self._stack.setCurrentIndex(0)
            return
        # What the network was fed with, in the data's units: categories as numbers near 0 and 1.
        before = inverse_inputs(transform_inputs(values[None], how), how)[0]
        names = _value_names(data, name, before.shape)
        self._show_values(names, before.reshape(-1), made.reshape(-1))
        self._stack.setCurrentIndex(1)

    def _show_pictures(
        self, values: NDArray[np.generic], made: NDArray[np.float32], limits: tuple[float, float]
    ) -> None:
        low, high = limits
        difference = np.abs(made - values.astype(np.float32)) + low
        ratio = self.devicePixelRatioF()
        for label, array in zip(self.pictures, (values, made, difference), strict=True):
            label.setPixmap(picture(as_picture(array, (low, high)), SIDE, ratio))

    def _show_values(self, names: list[str], before: NDArray[np.float32], made: NDArray[np.float32]) -> None:
        self.table.set_table(
            [
                Column(self.tr("Value"), lambda row: names[row], keys=lambda: np.arange(len(names)), numeric=False),
                Column(self.tr("Sample"), lambda row: before[row], keys=lambda: before),
                Column(self.tr("Reconstruction"), lambda row: made[row], keys=lambda: made),
                Column(self.tr("Difference"), lambda row: made[row] - before[row], keys=lambda: np.abs(made - before)),
            ],
            np.arange(len(names)),
        )


def pair_picture(report: Report, data: PreparedData, place: int) -> NDArray[np.uint8]:
    """A sample's picture beside its reconstruction, as one picture (H, 2 W + gap) or (H, 2 W + gap, 3)."""
    name = report.names[0]
    limits = data.preprocess.inputs[name].pixel_range
    left = as_picture(data.raw.inputs[name].values[report.indexes[place]], limits)
    right = as_picture(report.reconstructions[place], limits)
    gap = np.full((left.shape[0], max(1, left.shape[1] // 16), *left.shape[2:]), 128, np.uint8)
    return np.concatenate([left, gap, right], axis=1)


def _value_names(data: PreparedData, name: str, shape: tuple[int, ...]) -> list[str]:
    """What each value of a sample is called, as the network sees it."""
    part, how = data.raw.inputs[name], data.preprocess.inputs[name]
    columns = how.table.outputs(part.columns) if how.table is not None else part.columns
    width = shape[-1]
    columns = (*columns, *(f"x{k + 1}" for k in range(len(columns), width)))
    if len(shape) == 1:
        return list(columns)
    return [f"{columns[c]} [{step}]" for step in range(shape[0]) for c in range(width)]
