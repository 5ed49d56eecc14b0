"""Series as curves: one sample at a time, and for windows of a table all of it with the parts of the split."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from ...engine.data.prepared import SPLITS, PreparedData
from ...engine.data.series.shown import curves, sample_near, stretches, time_ticks, whole_line
from ...engine.data.series.times import time_text
from ...engine.data.series.windows import Windows
from ..jobs import Jobs
from ..widgets.lines import Line, LinePlot, Region
from ..widgets.numbers import count_text
from ..widgets.tables import Column, ColumnsView
from .page import Page
from .samples import place_words, split_of, target_text
from .words import split_word

MOST_LINES = 8
"""Channels drawn together; the choice of a single one reaches the others."""


class SeriesView(Page):
    """A list of samples, the curves of the current one, and the whole table above it where samples are windows of one."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(jobs, parent)
        self.setObjectName("data_series")
        self.sample = -1
        self._drawn = -1
        self._data: PreparedData | None = None
        self.channel = QComboBox(self)
        self.channel.setObjectName("series_channel")
        self.channel.setAccessibleName(self.tr("Show which channel"))
        self.channel.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.scaled = QCheckBox(self.tr("As the network sees it"), self)
        self.scaled.setObjectName("series_scaled")
        self.scaled.setToolTip(self.tr("Every channel with mean 0 and deviation 1, so that they share one axis"))
        self.about = QLabel(self)
        self.about.setObjectName("series_about")
        self.about.setProperty("role", "muted")
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 8, 0, 8)
        bar.setSpacing(12)
        bar.addWidget(self.channel)
        bar.addWidget(self.scaled)
        bar.addStretch(1)
        bar.addWidget(self.about)
        self.list = ColumnsView("series_list", self.tr("Samples"), self)
        self.whole = LinePlot("series_whole", self)
        self.whole.setAccessibleName(self.tr("The whole series, with the parts of the split"))
        self.whole.setToolTip(self.tr("Click to choose a window; the wheel zooms in"))
        self.plot = LinePlot("series_plot", self)
        self.plot.setAccessibleName(self.tr("The chosen sample"))
        drawings = QSplitter(Qt.Orientation.Vertical, self)
        drawings.addWidget(self.whole)
        drawings.addWidget(self.plot)
        drawings.setChildrenCollapsible(False)
        across = QSplitter(Qt.Orientation.Horizontal, self)
        across.addWidget(self.list)
        across.addWidget(drawings)
        across.setStretchFactor(1, 1)
        across.setSizes([230, 600])
        across.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(across, 1)
        self.list.selectionModel().currentRowChanged.connect(self._row_chosen)
        self.channel.currentIndexChanged.connect(self._draw)
        self.scaled.toggled.connect(self._draw)
        self.whole.picked.connect(self._picked)

    def place(self, data: PreparedData) -> int:
        return 5 if next(iter(data.raw.inputs.values())).kind == "series" else -1

    def heading(self, data: PreparedData) -> str:
        return self.tr("Series")

    def set_data(self, data: PreparedData) -> None:
        part = next(iter(data.raw.inputs.values()))
        before = self._data
        names = part.columns or tuple(f"x{k + 1}" for k in range(part.values.shape[2]))
        old = next(iter(before.raw.inputs.values())).columns if before is not None else None
        if old != part.columns:
            self.channel.blockSignals(True)
            self.channel.clear()
            every = self.tr("All channels") if len(names) <= MOST_LINES else self.tr("The first {count} channels")
            self.channel.addItem(every.format(count=MOST_LINES), -1)
            for k, name in enumerate(names):
                self.channel.addItem(name, k)
            self.channel.blockSignals(False)
            self.channel.setVisible(len(names) > 1)
            self.scaled.blockSignals(True)
            self.scaled.setChecked(len(names) > 1 and part.windows is not None)
            self.scaled.blockSignals(False)
        self._data = data
        splits, words = split_of(data), place_words()
        samples = np.flatnonzero(splits >= 0)
        columns = [Column(self.tr("No."), lambda row: row, keys=lambda: np.arange(len(splits)), text=count_text)]
        windows = part.windows
        if windows is not None and windows.dated:
            at = windows.times[windows.starts + windows.steps]
            columns = [
                Column(self.tr("Predicts from"), lambda row: at[row], keys=lambda: at, text=self._time, numeric=False)
            ]
        elif next(iter(data.raw.targets.values())).classes:
            columns.append(Column(self.tr("Class"), lambda row: target_text(data, row), numeric=False))
        columns.append(Column(self.tr("Split"), lambda row: words[splits[row]], keys=lambda: splits, numeric=False))
        self.list.set_table(columns, samples)
        self.whole.setVisible(windows is not None)
        self._drawn = -1
        self.sample = self.sample if self.sample in samples else int(samples[0])
        self._draw()

    def set_sample(self, sample: int) -> None:
        if sample != self.sample and self._data is not None:
            self.sample = sample
            places = np.flatnonzero(self.list.columns_model.rows == sample)
            if len(places):
                self.list.selectRow(int(places[0]))
            self._draw()

    def _windows(self) -> Windows | None:
        return self._data.raw.windows if self._data is not None else None

    def _time(self, value: float) -> str:
        windows = self._windows()
        if windows is None or not windows.dated:
            return count_text(round(value))
        return time_text(round(value), windows.unit)

    def _row_chosen(self) -> None:
        sample = self.list.current_sample()
        if sample >= 0 and sample != self.sample:
            self.sample = sample
            self._draw()
            self.chosen.emit(sample)

    def _picked(self, time: float) -> None:
        data, windows = self._data, self._windows()
        if data is None or windows is None:
            return
        found = sample_near(windows, time, np.concatenate(list(data.splits.values())), self._series(windows))
        if found >= 0 and found != self.sample:
            self.set_sample(found)
            self.chosen.emit(found)

    def _series(self, windows: Windows) -> int:
        """The number of the series that the current sample belongs to."""
        return int(windows.series[windows.starts[self.sample]]) if self.sample >= 0 else 0

    def _draw_whole(self, windows: Windows) -> None:
        series = self._series(windows)
        if series == self._drawn:
            return
        self._drawn = series
        x, y = whole_line(windows, 0, series)
        self.whole.set_lines(
            [Line(windows.targets[0], x, y)],
            x_text=self._time if windows.dated else None,
            ticks=time_ticks if windows.dated else None,
            keep_range=True,
        )

    def _draw(self) -> None:
        data, windows = self._data, self._windows()
        if data is None or self.sample < 0:
            return
        part = next(iter(data.raw.inputs.values()))
        chosen = self.channel.currentData()
        scaled = self.scaled.isChecked()
        steps, values = curves(data, self.sample, scaled=scaled)
        shown = range(min(values.shape[1], MOST_LINES)) if chosen is None or chosen < 0 else [chosen]
        target = next(iter(data.raw.targets.values()))
        names = part.columns or tuple(f"x{k + 1}" for k in range(values.shape[1]))
        alone = values.shape[1] == 1 and bool(target.classes)
        of_class = int(target.values[self.sample]) if alone else 0
        lines = [
            Line(
                target.classes[of_class] if alone else names[k],
                steps,
                values[:, k],
                of_class if alone else k,
                0 if alone else k,
            )
            for k in shown
        ]
        split = next((name for name in SPLITS if self.sample in data.splits[name]), None)
        about = self.tr("Sample {sample} · {target}").format(
            sample=count_text(self.sample), target=target_text(data, self.sample)
        )
        self.about.setText(f"{about} · {split_word(split)}" if split else about)
        if windows is not None:
            lines += self._future(data, windows, part.columns, scaled)
        self.plot.set_lines(lines, x_label=self.tr("Step"))
        regions = []
        if windows is not None:
            ahead = windows.steps - 0.5
            regions = [Region(self.tr("to predict"), ahead, ahead + windows.horizon, 3, strong=True)]
            self._draw_whole(windows)
            self._shade_whole(data, windows)
        self.plot.set_regions(regions)

    def _future(self, data: PreparedData, windows: Windows, columns: tuple[str, ...], scaled: bool) -> list[Line]:
        """What is to be predicted behind the window, in the colour of its channel."""
        steps = windows.steps + np.arange(windows.horizon, dtype=np.float64)
        how = next(iter(data.preprocess.inputs.values()))
        found = []
        for k, name in enumerate(windows.targets):
            place = columns.index(name) if name in columns else k
            chosen = self.channel.currentData()
            if chosen is not None and chosen >= 0 and chosen != place:
                continue
            start = int(windows.starts[self.sample]) + windows.steps
            values = windows.truth[start : start + windows.horizon, k].astype(np.float64)
            if scaled:
                values = (values - how.offset[place % len(how.offset)]) * how.scale[place % len(how.scale)]
            text = self.tr("{name}, to predict").format(name=name)
            found.append(Line(text, steps, values, place, dots=True))
        return found

    def _shade_whole(self, data: PreparedData, windows: Windows) -> None:
        colours = {"train": 0, "validation": 1, "test": 2}
        series = self._series(windows)
        regions = [
            Region(split_word(s.split), s.start, s.stop, colours[s.split]) for s in stretches(data, windows, series)
        ]
        start = int(windows.starts[self.sample])
        times = windows.times[[start, start + windows.steps - 1, start + windows.steps + windows.horizon - 1]]
        regions += [
            Region("", float(times[0]), float(times[1]), 4, strong=True),
            Region("", float(times[1]), float(times[2]), 3, strong=True),
        ]
        self.whole.set_regions(regions)
