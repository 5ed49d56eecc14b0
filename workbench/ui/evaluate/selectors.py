"""The line on top of the Evaluate stage: which run, which split, which weights."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ...engine.data.prepared import SplitName
from ...engine.runs.store import Which
from ..data.words import split_word
from ..widgets.editors import Combo
from .words import run_text, split_help

if TYPE_CHECKING:
    from ...engine.runs.info import RunInfo

SPLIT_ORDER: tuple[SplitName, ...] = ("test", "validation", "train")


class Selectors(QWidget):
    """``run_chosen(str)``: another run. ``changed``: another split or weights. ``evaluate``: the button was pressed."""

    run_chosen = Signal(str)
    changed = Signal()
    evaluate = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evaluate_selectors")
        self._run = self._combo("evaluate_run", self.tr("Run"))
        self._run.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._run.setMinimumContentsLength(18)
        self._run.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._split = self._combo("evaluate_split", self.tr("Split"))
        for name in SPLIT_ORDER:
            self._split.addItem(self.tr("{split} split").format(split=split_word(name)), name)
        self._which = self._combo("evaluate_weights", self.tr("Weights"))
        self._which.addItem(self.tr("best weights"), "best")
        self._which.addItem(self.tr("last weights"), "last")
        self._which.setToolTip(
            self.tr("Best: of the epoch with the lowest validation loss. Last: as training left them.")
        )
        self.button = QPushButton(self.tr("Evaluate"), self)
        self.button.setObjectName("evaluate_button")
        self.button.setProperty("role", "primary")
        self.button.clicked.connect(self.evaluate)
        self.help = QLabel(self)
        self.help.setObjectName("evaluate_split_help")
        self.help.setProperty("role", "muted")
        self.help.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._run, 1)
        for item in (self._split, self._which, self.button):
            row.addWidget(item)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(self.help)
        self._run.currentIndexChanged.connect(lambda _place: self.run_chosen.emit(self.run))
        for box in (self._split, self._which):
            box.currentIndexChanged.connect(self._changed)
        self.help.setText(split_help(self.split))

    def _combo(self, name: str, title: str) -> QComboBox:
        box = Combo(self)
        box.setObjectName(name)
        box.setAccessibleName(title)
        return box

    @property
    def run(self) -> str:
        """Id of the chosen run, empty for none."""
        return self._run.currentData() or ""

    @property
    def run_title(self) -> str:
        """The chosen run in a few words: "Run 3"."""
        return self._run.currentText().partition(" · ")[0]

    @property
    def split(self) -> SplitName:
        """The chosen split."""
        chosen: SplitName = self._split.currentData()
        return chosen

    @property
    def which(self) -> Which:
        """The chosen weights."""
        chosen: Which = self._which.currentData()
        return chosen

    def choose(self, *, split: SplitName | None = None, which: Which | None = None) -> None:
        """Chooses a split or weights."""
        if split is not None:
            self._split.setCurrentIndex(self._split.findData(split))
        if which is not None:
            self._which.setCurrentIndex(self._which.findData(which))

    def set_runs(self, runs: Sequence[RunInfo], selected: str) -> None:
        """Shows the runs, newest first; the chosen one stays chosen, or becomes ``selected``."""
        wanted = [(run_text(run), run.id) for run in runs]
        shown = [(self._run.itemText(i), self._run.itemData(i)) for i in range(self._run.count())]
        chosen = selected or self.run or (runs[0].id if runs else "")
        self._run.blockSignals(True)
        if wanted != shown:
            self._run.clear()
            for text, run in wanted:
                self._run.addItem(text, run)
        self._run.setCurrentIndex(max(self._run.findData(chosen), 0) if wanted else -1)
        self._run.blockSignals(False)

    def set_busy(self, busy: bool, *, evaluated: bool) -> None:
        """While an evaluation runs the button rests."""
        self.button.setEnabled(not busy)
        self.button.setText(self.tr("Evaluate again") if evaluated else self.tr("Evaluate"))

    def _changed(self) -> None:
        self.help.setText(split_help(self.split))
        self.changed.emit()
