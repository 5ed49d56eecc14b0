"""How well classes are told from one another: a table of scores, or ROC and precision-recall curves of the whole split."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ..widgets.editors import Combo
from ..widgets.lines import STYLES, Line, LinePlot
from ..widgets.numbers import count_text, number_text
from ..widgets.tables import ColumnsView
from .card import muted

if TYPE_CHECKING:
    from ...engine.evaluate.separation import Separation

COLOURS = 8
"""Colours of series; behind them, lines differ in their strokes."""


class SeparationView(QWidget):
    """A choice of what is shown, of which class, and the table or the curves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evaluate_separation")
        self._found: tuple[Separation, ...] = ()
        self.what = Combo(self)
        self.what.setObjectName("evaluate_separation_what")
        self.what.setAccessibleName(self.tr("What is shown of the classes"))
        self._offer(self._usual())
        self.what.setMinimumWidth(self.fontMetrics().horizontalAdvance(self.tr("Precision and recall")) + 60)
        self.what.currentIndexChanged.connect(self._draw)
        self.one = Combo(self)
        self.one.setObjectName("evaluate_separation_class")
        self.one.setAccessibleName(self.tr("Which class"))
        self.one.currentIndexChanged.connect(self._draw)
        self.classes = ColumnsView("evaluate_classes", self.tr("Scores by class"), self)
        self.plot = LinePlot("evaluate_curves", self)
        self.note = muted("", self)
        self.note.setObjectName("evaluate_separation_note")
        self.note.setWordWrap(True)
        self.pages = QStackedWidget(self)
        self.spans = ColumnsView("evaluate_spans", self.tr("Scores by kind of span"), self)
        self.pages.addWidget(self.classes)
        self.pages.addWidget(self.spans)
        self.pages.addWidget(self.plot)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.what)
        tools.addWidget(self.one)
        tools.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(tools)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.note)

    def _usual(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Table"), "table"),
            (self.tr("ROC curves"), "roc"),
            (self.tr("Precision and recall"), "pr"),
        ]

    def _offer(self, ways: Sequence[tuple[str, str]]) -> None:
        """What there is to choose from; what was chosen stays where it is still there."""
        if [self.what.itemData(k) for k in range(self.what.count())] == [key for _, key in ways]:
            return
        chosen = self.what.currentData()
        self.what.blockSignals(True)
        self.what.clear()
        for title, key in ways:
            self.what.addItem(title, key)
        self.what.setCurrentIndex(max(self.what.findData(chosen), 0))
        self.what.blockSignals(False)

    def set_tagged(self, *, tagged: bool, spans: bool) -> None:
        """Whether it is tags that are told, which have tables alone: of tags, and of the spans that they stand for."""
        tables = [(self.tr("By tag"), "table"), (self.tr("By kind of span"), "spans")]
        self._offer((tables if spans else tables[:1]) if tagged else self._usual())

    def set_separations(self, found: Sequence[Separation]) -> None:
        """Shows other classes; what was chosen stays, where it is still there."""
        chosen, self._found = self.one.currentText(), tuple(found)
        self.one.blockSignals(True)
        self.one.clear()
        self.one.addItem(self.tr("all classes"))
        self.one.addItems([s.name for s in self._found])
        self.one.setCurrentIndex(max(self.one.findText(chosen, Qt.MatchFlag.MatchExactly), 0))
        self.one.blockSignals(False)
        # Of tags, and of a split with samples of one class only, there is no curve.
        self.what.setVisible(bool(self._found) or self.what.findData("spans") >= 0)
        if not self._found:
            self.what.setCurrentIndex(0)
        self._draw()

    def _draw(self) -> None:
        what = self.what.currentData()
        table = what in ("table", "spans")
        self.pages.setCurrentWidget(self.spans if what == "spans" else self.classes if table else self.plot)
        self.one.setVisible(not table and len(self._found) > 1)
        self.note.setVisible(what != "table")
        if what == "spans":
            self.note.setText(
                self.tr("A span counts as found where its first token, its last token and its kind are right.")
            )
        if table:
            return
        place = self.one.currentIndex() - 1
        shown = [(k, s) for k, s in enumerate(self._found) if place in (-1, k)]
        if what == "roc":
            self._draw_roc(shown)
        else:
            self._draw_precision(shown)

    def _draw_roc(self, shown: Sequence[tuple[int, Separation]]) -> None:
        words = self.tr("{name}, area {area}")
        names = [words.format(name=s.name, area=number_text(s.area, 3)) for _, s in shown]
        lines = [_line(k, name, s.false_alarms, s.found) for (k, s), name in zip(shown, names, strict=True)]
        chance = Line(self.tr("guessing, area 0.5"), np.array([0.0, 1.0]), np.array([0.0, 1.0]), colour=7, style=2)
        self.plot.setAccessibleName(self.tr("ROC curves"))
        self.plot.set_lines(
            [*lines, chance], x_label=self.tr("others taken for the class"), y_label=self.tr("found of the class")
        )
        words = self.tr(
            "From left to right the threshold falls. The area is the chance that a sample of the class scores higher than one "
            "of the others."
        )
        if len(shown) > 1:
            mean = self.tr("Mean of the areas: {mean}.").format(
                mean=number_text(np.mean([s.area for _, s in shown]), 3)
            )
            words = f"{mean} {words}"
        self.note.setText(words)

    def _draw_precision(self, shown: Sequence[tuple[int, Separation]]) -> None:
        words = self.tr("{name}, mean {area}")
        names = [words.format(name=s.name, area=number_text(s.average_precision, 3)) for _, s in shown]
        lines = [_line(k, name, s.recall, s.precision) for (k, s), name in zip(shown, names, strict=True)]
        self.plot.setAccessibleName(self.tr("Precision and recall"))
        self.plot.set_lines(lines, x_label=self.tr("recall"), y_label=self.tr("precision"), y_range=(0.0, 1.0))
        alone = shown[0][1] if len(shown) == 1 else None
        if alone is not None:
            share = alone.positives / (alone.positives + alone.negatives)
            words = self.tr("{count} samples of the class: guessing has a precision of {share} at every recall.")
            self.note.setText(words.format(count=count_text(alone.positives), share=number_text(share, 3)))
            return
        words = self.tr("The mean is the average precision. Where a class is rare, this tells more than the ROC curve.")
        self.note.setText(words)


def _line(place: int, name: str, x: np.ndarray, y: np.ndarray) -> Line:
    """A curve that differs from those of other classes in colour or stroke."""
    return Line(name, x, y, colour=place % COLOURS, style=place // COLOURS % len(STYLES))
