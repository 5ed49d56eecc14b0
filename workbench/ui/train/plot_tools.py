"""What stands above the plots: smoothing, single steps, and what the x axis counts and shows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QSlider, QWidget

from ..widgets.editors import Combo
from ..widgets.plots.trace import AxisKind

WINDOWS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
"""Steps that smoothing averages over, for the slider."""


class PlotTools(QWidget):
    """A row of controls. ``smoothed``: lines are to be smoothed otherwise, by ``weight``."""

    smoothed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train_plot_tools")
        self._chosen = False
        self.window_steps = 1
        """Steps that the strong line averages over."""
        label = QLabel(self.tr("Smoothing"))
        label.setProperty("role", "muted")
        self.smoothing = QSlider(Qt.Orientation.Horizontal)
        self.smoothing.setObjectName("train_smoothing")
        self.smoothing.setAccessibleName(self.tr("Smoothing: steps that the strong line averages over"))
        self.smoothing.setRange(0, len(WINDOWS) - 1)
        self.smoothing.setFixedWidth(112)
        self.smoothing.setPageStep(1)
        self.smoothing.valueChanged.connect(self._choose)
        label.setBuddy(self.smoothing)
        self._words = QLabel()
        self._words.setObjectName("train_smoothing_words")
        self._words.setMinimumWidth(self.fontMetrics().horizontalAdvance(self.tr("5,000 steps")) + 4)
        self.raw = QCheckBox(self.tr("each step"))
        self.raw.setObjectName("train_raw")
        self.raw.setToolTip(self.tr("Shows the value of each step, faintly, behind the smoothed line"))
        self.raw.setChecked(True)
        self.log_x = QPushButton(self.tr("log x"))
        self.log_x.setObjectName("train_log_x")
        self.log_x.setProperty("role", "chip")
        self.log_x.setCheckable(True)
        self.log_x.setAccessibleName(self.tr("Logarithmic x axis"))
        self.axis = Combo(self)
        self.axis.setObjectName("train_axis")
        self.axis.setAccessibleName(self.tr("What the x axis counts"))
        for text, kind in ((self.tr("epochs"), "epochs"), (self.tr("steps"), "steps"), (self.tr("time"), "seconds")):
            self.axis.addItem(text, kind)
        self.range = Combo(self)
        self.range.setObjectName("train_range")
        self.range.setAccessibleName(self.tr("Which part of the run is shown"))
        self.range.addItem(self.tr("whole run"), "all")
        self.range.addItem(self.tr("last 10 %"), "last")
        self.range.setMinimumWidth(self.fontMetrics().horizontalAdvance(self.tr("whole run")) + 52)
        self.whole = QPushButton(self.tr("Show everything"))
        self.whole.setObjectName("train_whole")
        self.whole.setProperty("role", "link")
        self.whole.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (label, self.smoothing, self._words, self.raw):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.whole, self.log_x, self.axis, self.range):
            row.addWidget(widget)

    @property
    def kind(self) -> AxisKind:
        """What the x axis counts."""
        kind: AxisKind = self.axis.currentData()
        return kind

    @property
    def weight(self) -> float:
        """Weight of the exponential average."""
        return 1.0 - 1.0 / self.window_steps

    def propose_smoothing(self, steps: int) -> None:
        """Smooths over an eightieth of a run of so many steps, unless the user has chosen."""
        if self._chosen:
            return
        window = max((w for w in WINDOWS if w <= max(steps / 80, 1)), default=1)
        self.smoothing.blockSignals(True)
        self.smoothing.setValue(WINDOWS.index(window))
        self.smoothing.blockSignals(False)
        self._set(window)

    def _choose(self, place: int) -> None:
        self._chosen = True
        self._set(WINDOWS[place])

    def _set(self, window: int) -> None:
        self.window_steps = window
        words = self.tr("{steps} steps").format(steps=f"{window:,}") if window > 1 else self.tr("off")
        self._words.setText(words)
        self.smoothed.emit()
