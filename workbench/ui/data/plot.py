"""Tables as points: any two columns by class, or any column against the number to predict."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ...engine.data.prepared import SPLITS, PreparedData
from ..jobs import Jobs
from ..widgets.numbers import count_text
from ..widgets.scatter import Scatter
from .page import Page
from .samples import split_of, target_text
from .words import split_word

MOST_CLASSES = 12
"""With more classes than this, points are told apart by split."""


class PointsView(Page):
    """A scatter plot with a choice of columns. ``chosen(int)``: the sample whose point was clicked."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(jobs, parent)
        self.setObjectName("data_points")
        self._data: PreparedData | None = None
        self._stale = False
        self.across, self.up = QComboBox(self), QComboBox(self)
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 8, 0, 8)
        bar.setSpacing(8)
        for box, name, text in (
            (self.across, "data_points_x", self.tr("Across")),
            (self.up, "data_points_y", self.tr("Upwards")),
        ):
            box.setObjectName(name)
            box.setAccessibleName(text)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.currentIndexChanged.connect(self._draw)
            label = QLabel(text, self)
            label.setProperty("role", "muted")
            label.setBuddy(box)
            bar.addWidget(label)
            bar.addWidget(box)
            bar.addSpacing(8)
        bar.addStretch(1)
        self.scatter = Scatter("data_scatter", self)
        self.scatter.setAccessibleName(self.tr("Points"))
        self.scatter.point_clicked.connect(self.chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.scatter, 1)

    def place(self, data: PreparedData) -> int:
        """Data in the plane is best seen as points; wider tables start with their rows."""
        part = next(iter(data.raw.inputs.values()))
        if part.kind != "table":
            return -1
        return 0 if part.values.shape[1] <= 2 else 65

    def heading(self, data: PreparedData) -> str:
        return self.tr("Points")

    def set_data(self, data: PreparedData) -> None:
        """Shows other data; the chosen columns stay when the columns are the same."""
        part, target = next(iter(data.raw.inputs.values())), next(iter(data.raw.targets.values()))
        targets = target.names if target.task == "regression" else ()
        names = [part.columns[k] if part.columns else f"x{k + 1}" for k in range(part.values.shape[1])]
        # Codes of categories have no order that a plot could show.
        numbers = [k for k in range(len(names)) if not part.categories or not part.categories[k]]
        entries = [(names[k], ("input", k)) for k in numbers]
        entries += [(name, ("target", k)) for k, name in enumerate(targets)]
        if [(self.across.itemText(i), self.across.itemData(i)) for i in range(self.across.count())] != entries:
            for box in (self.across, self.up):
                box.blockSignals(True)
                box.clear()
                for name, what in entries:
                    box.addItem(name, what)
            self.across.setCurrentIndex(0)
            self.up.setCurrentIndex(len(numbers) if targets else min(1, len(numbers) - 1))
            for box in (self.across, self.up):
                box.blockSignals(False)
        self._data = data
        self._stale = True
        if self.isVisible():
            self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._draw()

    def _draw(self) -> None:
        data = self._data
        self._stale = False
        self.scatter.setVisible(self.across.count() > 0)
        if data is None or self.across.currentData() is None or self.up.currentData() is None:
            return
        target = next(iter(data.raw.targets.values()))
        x, y = (self._values(box.currentData()) for box in (self.across, self.up))
        splits = split_of(data)
        x = np.where(splits < 0, np.nan, x)  # what is left out is not drawn
        if target.task == "classification" and len(target.classes) <= MOST_CLASSES:
            groups, names = target.values, target.classes
        else:
            groups, names = splits, tuple(split_word(name) for name in SPLITS)
        self.scatter.set_points(
            x,
            y,
            groups,
            names,
            x_label=self.across.currentText(),
            y_label=self.up.currentText(),
            describe=lambda k: self.tr("Sample {sample} · {target} · {split}").format(
                sample=count_text(k), target=target_text(data, k), split=split_word(SPLITS[splits[k]])
            ),
        )

    def _values(self, what: tuple[str, int]) -> np.ndarray:
        assert self._data is not None
        kind, place = what
        part = next(iter((self._data.raw.inputs if kind == "input" else self._data.raw.targets).values()))
        return part.values[:, place]
