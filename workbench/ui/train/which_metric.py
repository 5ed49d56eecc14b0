"""Which of the numbers that epochs record is plotted beside the loss."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ..widgets.editors import Combo
from .words import metric_word


class WhichMetric(Combo):
    """Stands in the place of a plot's title while there are several; ``chosen()`` comes when the user takes another."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train_metric")
        self.setAccessibleName(self.tr("Which metric is plotted"))
        self.setToolTip(self.tr("What else is measured after each epoch is chosen in the settings (Metrics)"))
        self._wanted = ""
        self.activated.connect(self._take)
        self.hide()

    def offer(self, names: Sequence[str]) -> str:
        """Offers these metrics, and gives the one to plot: what the user took as long as it is among them, else the first."""
        name = self._wanted if self._wanted in names else next(iter(names), "")
        if [self.itemData(i) for i in range(self.count())] != list(names):
            self.clear()
            for each in names:
                word = metric_word(each)
                self.addItem(word[:1].upper() + word[1:], each)
        self.setCurrentIndex(self.findData(name))
        self.setVisible(len(names) > 1)
        return name

    def _take(self, index: int) -> None:
        self._wanted = str(self.itemData(index))
        self.chosen.emit()
