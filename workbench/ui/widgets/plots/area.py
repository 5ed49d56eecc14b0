"""The plot itself: scales, grid, curves, crosshair. Draws only what has changed."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ...theme import Tokens, notifier, tokens
from .curves import Brushwork, Pens, columns, draw_bad, draw_band, draw_best, draw_dashed, draw_line, draw_raw, pens
from .navigation import Navigation
from .scale import Scale, Tick, round_bounds
from .series import Floats
from .trace import AxisKind, Trace

MARK_ROWS = 4
"""Rows that the words of marks take at most; a mark that finds no place in them goes without."""


@dataclass(frozen=True)
class Mark:
    """An upright line with a few words: something that happened at this place of the x axis."""

    at: float
    text: str


class PlotArea(Navigation):
    """Draws traces over a range that its owner sets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.traces: tuple[Trace, ...] = ()
        self.marks: tuple[Mark, ...] = ()
        self.kind: AxisKind = "steps"
        self.log_x = self.log_y = False
        self.weight = 0.6
        self.raw = True
        self.show_training = self.show_validation = True
        self._own_y: tuple[float, float] | None = None
        self._bounds = (0.0, 1.0)
        self._sizes: dict[int, int] = {}
        self._pens: dict[tuple[str, bool], Pens] = {}
        self._looking = self._drawing = 0.0
        self.setMinimumSize(160, 68)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        notifier.changed.connect(self._restyle)
        self._place()

    # What is shown

    def set_traces(self, traces: Sequence[Trace]) -> None:
        """Other curves, the focused ones last."""
        self.traces = tuple(sorted(traces, key=lambda t: (t.focused, t.dashed)))
        self.redraw()

    def visible_traces(self) -> tuple[Trace, ...]:
        """The curves that the legend leaves on."""
        return tuple(t for t in self.traces if (self.show_validation if t.dashed else self.show_training))

    def set_range(self, low: float, high: float) -> None:
        """Shows this part of the x axis."""
        if self.log_x:
            low = max(low, high * 1e-9, 1e-9)
        if high > low and (low, high) != self._range:
            self._range = (low, high)
            self.redraw()

    @property
    def y_range(self) -> tuple[float, float]:
        """The part of the y axis in view."""
        return self._own_y or self._bounds

    def set_y(self, low: float, high: float) -> None:
        """Shows this part of the y axis until ``free_y``."""
        if math.isfinite(low) and math.isfinite(high) and high - low > 1e-12 * max(abs(low), abs(high), 1e-12):
            self._own_y = (low, high)
            self.redraw()

    def free_y(self) -> None:
        """Fits the y axis to what is in view, from now on."""
        self._own_y = None
        self.redraw()

    def redraw(self) -> None:
        """Draws everything anew."""
        self._bounds = self._fitted()
        self._sizes = {id(t): len(t.series) for t in self.traces}
        self._place()
        self.update()

    def grown(self) -> None:
        """Draws what has been added to the series since the last time."""
        began = time.perf_counter()
        self._grow()
        self._looking = time.perf_counter() - began

    @property
    def cost(self) -> float:
        """Seconds that the last look at what has grown and the last drawing took."""
        return self._looking + self._drawing

    def _grow(self) -> None:
        bounds = self._fitted()
        if bounds != self._bounds and not self._keeps(bounds):
            self.redraw()
            return
        for trace in self.visible_traces():
            before, now = self._sizes.get(id(trace), 0), len(trace.series)
            if now != before:
                self._sizes[id(trace)] = now
                if trace.dashed or now < before:
                    self.update()
                    return
                steps = trace.series.steps
                ends = trace.axis.to_axis(self.kind, steps[[max(before - 1, 0), now - 1]])
                left, right = self._x.to_pixels(ends)
                self._update_columns(math.floor(left) - 3, math.ceil(right) + 3)

    def set_crosshair(self, at: float | None) -> None:
        """Puts the crosshair at a value of the x axis; None takes it away."""
        if at != self.crosshair:
            for place in (self.crosshair, at):
                if place is not None:
                    x = round(float(self._x.to_pixels(place)))
                    self._update_columns(x - 6, x + 6)
            self.crosshair = at

    # Scales

    def _keeps(self, bounds: tuple[float, float]) -> bool:
        """Whether the y axis stays as it is although a tighter one would do: it must not tremble while curves grow."""
        (low, high), (old_low, old_high) = bounds, self._bounds
        if self._own_y is not None:
            return True
        if low < old_low or high > old_high:
            return False
        if self.log_y:
            return math.log(high / low) > 0.6 * math.log(old_high / old_low)
        return (high - low) > 0.6 * (old_high - old_low)

    def _fitted(self) -> tuple[float, float]:
        """Round bounds for what is in view: lines whole, raw values without their rarest peaks."""
        scale = Scale(*self._range, 0.0, 128.0, self.log_x)
        found: list[tuple[float, float]] = []
        for trace in self.visible_traces():
            line = columns(trace.smoothed(self.weight), trace.axis, self.kind, scale, (0, 128))
            parts = [(line.low, line.high, 0.0)]
            if trace.band is not None:
                x = trace.axis.to_axis(self.kind, trace.band.steps)
                seen = (x >= self._range[0]) & (x <= self._range[1])
                parts.append((trace.band.low[seen], trace.band.high[seen], 0.0))
            if self.raw and not trace.validation and self.weight:
                all_values = columns(trace.series, trace.axis, self.kind, scale, (0, 128))
                parts.append((all_values.low, all_values.high, 4.0))
            for lows, highs, rare in parts:
                good = np.isfinite(lows) & np.isfinite(highs)
                if self.log_y:
                    good &= lows > 0
                if good.any():
                    found.append((float(np.percentile(lows[good], rare)), _top(highs[good], rare)))
        low, high = _common(found)
        return round_bounds(low, high, log=self.log_y)

    def _place(self) -> None:
        """Where the axes lie, from the size and the ranges."""
        self._font = QFont(self.font())
        self._font.setPixelSize(tokens().font_small)
        self._metrics = QFontMetricsF(self._font)
        left = math.ceil(self._metrics.horizontalAdvance("0.00000")) + 12
        bottom = math.ceil(self._metrics.height()) + 8
        self._plot = QRect(left, 8, max(self.width() - left - 16, 8), max(self.height() - bottom - 8, 8))
        plot = self._plot
        self._x = Scale(*self._range, plot.left(), plot.right() + 1, self.log_x)
        self._y = Scale(*self.y_range, plot.bottom() + 1, plot.top(), self.log_y)
        self._y_ticks = self._y.ticks(max(3, int(plot.height() / (self._metrics.height() * 1.5))))
        wanted = max(2, int(plot.width() / 110))
        if self.kind == "seconds":
            self._x_ticks = self._x.clock_ticks(wanted)
        else:
            self._x_ticks = self._x.whole_ticks(wanted)

    @property
    def x_scale(self) -> Scale:
        """From values of the x axis to pixels of this widget."""
        return self._x

    @property
    def y_scale(self) -> Scale:
        """From values of the y axis to pixels of this widget."""
        return self._y

    def _restyle(self) -> None:
        self._pens.clear()
        self.redraw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()
        self.update()

    def _update_columns(self, left: int, right: int) -> None:
        self.update(QRect(left, 0, right - left + 1, self.height()) & self.rect())

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        began = time.perf_counter()
        painter = QPainter(self)
        self.draw(painter, event.rect())
        if self._keys and self.hasFocus():
            painter.setPen(QPen(QColor(tokens().accent), 1.0))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
        self._drawing = time.perf_counter() - began

    def draw(self, painter: QPainter, part: QRect) -> None:
        """Draws the part of the plot that lies in ``part``."""
        colours = tokens()
        painter.fillRect(part, QColor(colours.surface))
        self._draw_axes(painter, part, colours)
        inside = part & self._plot.adjusted(0, -8, 6, 6)
        if inside.isEmpty():
            return
        painter.save()
        painter.setClipRect(inside)
        brush = Brushwork(painter, self._x, self._y, self.kind, inside)
        shown = self.visible_traces()
        for trace in shown:
            draw_band(brush, trace)
        if self.raw and self.weight:
            for trace in (t for t in shown if not t.validation and not t.pointwise):
                draw_raw(brush, trace, self._pens_of(trace, colours).raw)
        for trace in shown:
            made = self._pens_of(trace, colours)
            if trace.dashed:
                draw_dashed(brush, trace, self.weight, made)
            else:
                draw_line(brush, trace, self.weight, made)
        for trace in shown:
            draw_best(brush, trace, self._pens_of(trace, colours).strong.color(), QColor(colours.surface))
            draw_bad(brush, trace, self._plot.top(), QColor(colours.danger))
        self._draw_marks(painter, colours)
        self._draw_crosshair(painter, colours, shown)
        painter.restore()

    def _pens_of(self, trace: Trace, colours: Tokens) -> Pens:
        key = (trace.color, trace.focused)
        if key not in self._pens:
            self._pens[key] = pens(trace.color, colours.surface, focused=trace.focused)
        return self._pens[key]

    def _draw_axes(self, painter: QPainter, part: QRect, colours: Tokens) -> None:
        plot, metrics = self._plot, self._metrics
        painter.setFont(self._font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        line = metrics.height()
        painter.setPen(QPen(QColor(colours.grid), 1.0))
        for value, _ in self._y_ticks:
            y = round(float(self._y.to_pixels(value)))
            painter.drawLine(max(plot.left(), part.left()), y, min(plot.right(), part.right()), y)
        muted = QColor(colours.muted)
        painter.setPen(muted)
        if part.left() < plot.left():
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            for value, text in self._y_ticks:
                y = float(self._y.to_pixels(value))
                painter.drawText(QRectF(0, y - line / 2, plot.left() - 8, line), right, text)
        if part.bottom() > plot.bottom():
            for tick in self._x_ticks:
                self._draw_x_tick(painter, tick, part)

    def _draw_x_tick(self, painter: QPainter, tick: Tick, part: QRect) -> None:
        plot, (value, text) = self._plot, tick
        x = float(self._x.to_pixels(value))
        width = self._metrics.horizontalAdvance(text) + 2
        left = min(max(x - width / 2, plot.left() - width / 2), self.width() - width)
        if left + width >= part.left() and left <= part.right():
            painter.drawLine(QPointF(x, plot.bottom() + 1), QPointF(x, plot.bottom() + 4))
            box = QRectF(left, plot.bottom() + 6, width, self._metrics.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _draw_marks(self, painter: QPainter, colours: Tokens) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        plot, ends = self._plot, [-math.inf] * MARK_ROWS
        backing = QColor(colours.surface)
        backing.setAlpha(200)  # words are read, and curves behind them still seen
        for mark in sorted(self.marks, key=lambda m: m.at):
            x = round(float(self._x.to_pixels(mark.at)))
            if not plot.left() <= x <= plot.right():
                continue
            painter.setPen(QPen(QColor(colours.warning), 1.0, Qt.PenStyle.DashLine))
            painter.drawLine(x, plot.top(), x, plot.bottom())
            width = self._metrics.horizontalAdvance(mark.text)
            # At the right edge the words stand before the line; where they would meet others, one row below.
            left = x + 4 if x + 4 + width <= plot.right() else x - 4 - width
            row = next((i for i, end in enumerate(ends) if end < left), None)
            if row is not None:
                ends[row] = left + width + 8
                box = QRectF(left, plot.top() + row * self._metrics.height(), width, self._metrics.height())
                painter.fillRect(box, backing)
                painter.drawText(QPointF(left, box.top() + self._metrics.ascent()), mark.text)

    def _draw_crosshair(self, painter: QPainter, colours: Tokens, shown: Sequence[Trace]) -> None:
        if self.crosshair is None:
            return
        x = round(float(self._x.to_pixels(self.crosshair)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(colours.muted), 1.0, Qt.PenStyle.DotLine))
        painter.drawLine(x, self._plot.top(), x, self._plot.bottom())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        for trace in shown:
            step = math.floor(float(trace.axis.to_steps(self.kind, self.crosshair)) + 0.5)
            value = trace.smoothed(self.weight).at(step)
            if value is not None and math.isfinite(value) and step <= trace.series.steps[-1]:
                y = float(self._y.to_pixels(value))
                if math.isfinite(y):
                    painter.setPen(QPen(QColor(colours.surface), 1.0))
                    painter.setBrush(QColor(trace.color))
                    painter.drawEllipse(QPointF(x, y), 3.5, 3.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def _top(highs: Floats, rare: float) -> float:
    """The upper bound of values, ``rare`` percent of which may be cut off; a peak far above all others is always cut off."""
    top, usual = (float(v) for v in np.percentile(highs, (100.0 - rare, 95.0)))
    return usual if top > 100.0 * abs(usual) > 0.0 else top


def _common(found: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The range that holds all ranges but those of runs that went astray: far above every other one."""
    if not found:
        return math.inf, -math.inf
    usual = min(high for _, high in found)
    kept = [(low, high) for low, high in found if high <= 1000.0 * abs(usual) or usual == 0.0]
    return min(low for low, _ in kept or found), max(high for _, high in kept or found)
