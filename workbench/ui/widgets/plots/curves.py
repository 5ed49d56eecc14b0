"""Drawing one trace: reduced to pixel columns, the raw values faint, the smoothed line strong, validation dashed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from . import paint
from .scale import Scale
from .series import Floats, Series
from .trace import AxisKind, RunAxis, Trace

DOTS = 40
"""Up to this many validation points in view get a dot each."""

RAW_SHARE = 0.36
"""How strong raw values are beside the smoothed line."""


@dataclass(frozen=True)
class Columns:
    """A series between two pixels. Dense: one entry for each column. Otherwise one for each point, low and high the same."""

    x: Floats
    low: Floats
    high: Floats
    dense: bool


def columns(series: Series, axis: RunAxis, kind: AxisKind, scale: Scale, span: tuple[int, int]) -> Columns:
    """What lies between the two pixels of ``span``, with one point more on either side so that lines go on."""
    left, right = span
    borders = np.arange(left, right + 1, dtype=np.float64)
    steps, values = series.steps, series.values
    wanted = axis.to_steps(kind, scale.to_values(borders))
    edges = np.searchsorted(steps, wanted, side="left").astype(np.int64)
    first, last = int(edges[0]), int(edges[-1])
    before, behind = max(first - 1, 0), min(last + 1, len(steps))
    if last - first <= 2 * (right - left):
        part = slice(before, behind)
        x = scale.to_pixels(axis.to_axis(kind, steps[part]))
        y = np.where(np.isfinite(values[part]), values[part], np.nan)
        return Columns(x, y, y, dense=False)
    low, high = series.envelope(edges)
    some = np.diff(edges) > 0
    # Half a pixel in: a line of one pixel then fills exactly its column.
    x, low, high = borders[:-1][some] + 0.5, low[some], high[some]
    for index, side in ((before, 0), (behind - 1, len(x))):
        if index < first or index >= last:
            at = scale.to_pixels(axis.to_axis(kind, steps[index : index + 1]))[0]
            side = side if side == 0 else len(x)
            value = values[index] if np.isfinite(values[index]) else np.nan
            x, low, high = np.insert(x, side, at), np.insert(low, side, value), np.insert(high, side, value)
    return Columns(x, low, high, dense=True)


@dataclass(frozen=True)
class Pens:
    """How a trace is drawn."""

    strong: QPen
    thin: QPen
    raw: QPen
    dashed: QPen


def pens(color: str, ground: str, *, focused: bool) -> Pens:
    """The pens for a hue on a background."""
    hue = QColor(color) if focused else paint.mixed(color, ground, 0.75)
    raw = paint.mixed(color, ground, RAW_SHARE if focused else RAW_SHARE / 2)
    strong, thin, faint, dashed = QPen(hue, 2.0), QPen(hue, 1.0), QPen(raw, 1.0), QPen(hue, 1.6)
    strong.setCapStyle(Qt.PenCapStyle.RoundCap)
    for pen in (thin, faint):
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)
    dashed.setDashPattern([4.0, 3.0])
    dashed.setCapStyle(Qt.PenCapStyle.FlatCap)
    return Pens(strong, thin, faint, dashed)


@dataclass(frozen=True)
class Brushwork:
    """What a curve is drawn with: painter, scales, and the part of the plot that is to be drawn."""

    painter: QPainter
    x: Scale
    y: Scale
    kind: AxisKind
    part: QRect

    def columns(self, series: Series, axis: RunAxis) -> Columns:
        """The series as pixels, y included."""
        found = columns(series, axis, self.kind, self.x, (self.part.left() - 3, self.part.right() + 4))
        return Columns(found.x, self.y.to_pixels(found.low), self.y.to_pixels(found.high), found.dense)


def draw_raw(brush: Brushwork, trace: Trace, pen: QPen) -> None:
    """The values as they are, as a band where they are many."""
    found = brush.columns(trace.series, trace.axis)
    brush.painter.setPen(pen)
    brush.painter.setRenderHint(QPainter.RenderHint.Antialiasing, not found.dense)
    paint.draw_segments(
        brush.painter,
        paint.bars(found.x, found.high, found.low) if found.dense else paint.chain(found.x, found.low),
    )


def draw_line(brush: Brushwork, trace: Trace, weight: float, pen: Pens) -> None:
    """The smoothed line; where even that moves within a pixel column, its whole range."""
    found = brush.columns(trace.smoothed(weight), trace.axis)
    middle = (found.low + found.high) / 2
    painter = brush.painter
    if found.dense:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(pen.thin)
        wide = np.abs(found.low - found.high) > 2.0
        paint.draw_segments(painter, np.stack((found.x, found.low, found.x, found.high), axis=1)[wide])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(pen.strong)
    paint.draw_segments(painter, paint.chain(found.x, middle))
    if len(found.x) == 1:
        _dots(painter, found.x, middle, pen.strong.color(), 2.5)


def draw_dashed(brush: Brushwork, trace: Trace, weight: float, pen: Pens) -> None:
    """One value for each epoch: a dashed line, with dots while they are few. Of a second curve, its smoothed line."""
    # The whole line, whatever part is asked for: dashes must fall on the same places each time.
    whole = (int(min(brush.x.start, brush.x.stop)), int(max(brush.x.start, brush.x.stop)))
    found = columns(trace.smoothed(weight), trace.axis, brush.kind, brush.x, whole)
    y = brush.y.to_pixels((found.low + found.high) / 2)
    painter = brush.painter
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(pen.dashed)
    for part in paint.unbroken(y):
        painter.drawPolyline(paint.polygon(found.x[part], y[part]))
    if len(found.x) <= DOTS and trace.validation:
        _dots(painter, found.x, y, pen.dashed.color(), 2.0)


def draw_band(brush: Brushwork, trace: Trace) -> None:
    """The spread around a mean, faintly."""
    band = trace.band
    if band is None or len(band.steps) < 2:
        return
    x = brush.x.to_pixels(trace.axis.to_axis(brush.kind, band.steps))
    low, high = brush.y.to_pixels(band.low), brush.y.to_pixels(band.high)
    good = np.isfinite(x) & np.isfinite(low) & np.isfinite(high)
    x, low, high = x[good], low[good], high[good]
    hue = QColor(trace.color)
    hue.setAlphaF(0.13 if trace.validation else 0.22)
    painter = brush.painter
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(hue)
    painter.drawPolygon(paint.polygon(np.concatenate([x, x[::-1]]), np.concatenate([low, high[::-1]])))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def draw_best(brush: Brushwork, trace: Trace, color: QColor, ground: QColor) -> None:
    """A ring at the best epoch."""
    value = trace.series.at(trace.best) if trace.best is not None else None
    if trace.best is None or value is None:
        return
    x = float(brush.x.to_pixels(trace.axis.to_axis(brush.kind, [trace.best]))[0])
    y = float(brush.y.to_pixels([value])[0])
    if np.isfinite(x) and np.isfinite(y):
        brush.painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        brush.painter.setPen(QPen(color, 2.0))
        brush.painter.setBrush(ground)
        brush.painter.drawEllipse(QPointF(x, y), 4.5, 4.5)
        brush.painter.setBrush(Qt.BrushStyle.NoBrush)


def draw_bad(brush: Brushwork, trace: Trace, top: float, color: QColor) -> None:
    """A cross at the top for each step whose value is NaN or infinite, at most one for each pixel."""
    if not len(trace.series.bad):
        return
    x = brush.x.to_pixels(trace.axis.to_axis(brush.kind, trace.series.bad))
    x = np.unique(np.round(x[(x >= brush.part.left() - 8) & (x <= brush.part.right() + 8)]))
    y, r = np.full_like(x, top + 7.0), 4.0
    crosses = [np.stack((x - r, y - r, x + r, y + r), axis=1), np.stack((x - r, y + r, x + r, y - r), axis=1)]
    brush.painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    brush.painter.setPen(QPen(color, 2.0))
    paint.draw_segments(brush.painter, np.concatenate(crosses))


def _dots(painter: QPainter, x: Floats, y: Floats, color: QColor, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for a, b in zip(x.tolist(), y.tolist(), strict=True):
        if np.isfinite(a) and np.isfinite(b):
            painter.drawEllipse(QPointF(a, b), radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
