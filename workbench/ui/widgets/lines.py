"""Lines over a common axis: samples of series, or a whole table with its parts shaded; quick for millions of points."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ..theme import Tokens
from .axes import Axes, draw_axes, nice_ticks, padded
from .charts import KeptChart, series_colour
from .numbers import number_text
from .plots.paint import bars, chain, draw_segments, mixed, polygon, unbroken

Floats = NDArray[np.float64]

STYLES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)
ZOOM = 1.25


@dataclass(frozen=True)
class Line:
    """Points (n,) in rising order of x; NaN in y is a gap. ``colour`` is its place among the plot's colours; ``dots`` draws points."""

    name: str
    x: Floats
    y: Floats
    colour: int = 0
    style: int = 0
    dots: bool = False


@dataclass(frozen=True)
class Region:
    """A stretch of the axis that is shaded and named at its top."""

    name: str
    start: float
    stop: float
    colour: int
    strong: bool = False


def legend_places(advances: Sequence[float], width: float, rest: float) -> tuple[list[float], float]:
    """Where the names of a legend begin in a row, as many as fit, and where it goes on: with how many are left, ``rest``
    wide, for which there is room unless all fit."""
    places: list[float] = []
    x = 4.0
    for number, advance in enumerate(advances):
        room = width - x - 30 - (rest + 16 if number < len(advances) - 1 else 0)
        if number and advance > room:
            break
        places.append(x)
        x += advance + 40
    return places, x


class LinePlot(KeptChart):
    """Lines, axes, legend and shaded regions. The wheel and + and − zoom, arrow keys move, Home shows everything.

    ``picked(float)``: where on the axis the user clicked.
    """

    picked = Signal(float)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._lines: tuple[Line, ...] = ()
        self._regions: tuple[Region, ...] = ()
        self._x_text: Callable[[float], str] | None = None
        self._x_label = self._y_label = ""
        self._y_range: tuple[float, float] | None = None
        self._ticks: Callable[[float, float], list[tuple[float, str]]] | None = None
        self._whole = self._range = (0.0, 1.0)
        self._axes: Axes | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_lines(
        self,
        lines: Sequence[Line],
        *,
        x_label: str = "",
        y_label: str = "",
        y_range: tuple[float, float] | None = None,
        x_text: Callable[[float], str] | None = None,
        ticks: Callable[[float, float], list[tuple[float, str]]] | None = None,
        keep_range: bool = False,
    ) -> None:
        """Other lines. ``x_text`` writes a place and ``ticks`` the axis where it is one of times; ``keep_range`` stays zoomed in.

        ``y_range``: what the y axis shows at least; as the lines need unless told.
        """
        self._y_label, self._y_range = y_label, y_range
        self._lines, self._x_label, self._x_text, self._ticks = tuple(lines), x_label, x_text, ticks
        ends = [(float(line.x[0]), float(line.x[-1])) for line in lines if len(line.x)]
        whole = (min(e[0] for e in ends), max(e[1] for e in ends)) if ends else (0.0, 1.0)
        if any(line.dots for line in lines):  # a point at the edge would be cut in half
            whole = (whole[0], whole[1] + 0.02 * (whole[1] - whole[0]))
        self._whole = whole if whole[1] > whole[0] else (whole[0] - 0.5, whole[0] + 0.5)
        if not keep_range or not (self._whole[0] <= self._range[0] < self._range[1] <= self._whole[1]):
            self._range = self._whole
        names = ", ".join(line.name for line in lines if line.name)
        self.setAccessibleDescription(self.tr("Lines: {names}").format(names=names))
        self.forget()

    def set_regions(self, regions: Sequence[Region]) -> None:
        """Other shaded stretches."""
        if tuple(regions) != self._regions:
            self._regions = tuple(regions)
            self.forget()

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is drawn."""
        return self._lines

    @property
    def regions(self) -> tuple[Region, ...]:
        """What is shaded."""
        return self._regions

    @property
    def view(self) -> tuple[float, float]:
        """The stretch of the axis in view."""
        return self._range

    def show_range(self, low: float, high: float) -> None:
        """Shows a stretch of the axis, as far as there are lines."""
        size = min(max(high - low, 1e-9 * (self._whole[1] - self._whole[0])), self._whole[1] - self._whole[0])
        low = min(max(low, self._whole[0]), self._whole[1] - size)
        if (low, low + size) != self._range:
            self._range = (low, low + size)
            self.forget()

    def sizeHint(self) -> QSize:
        return QSize(420, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 120)

    def draw_all(self, painter: QPainter, colours: Tokens) -> None:
        font = self.small_font()
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        top = self._draw_legend(painter, colours, metrics)
        shown = [(line, *_in_view(line, self._range, max(50, self.width()))) for line in self._lines]
        tops = [float(np.nanmax(high)) for _, _, low, high in shown if np.isfinite(high).any()]
        lows = [float(np.nanmin(low)) for _, _, low, _ in shown if np.isfinite(low).any()]
        if not tops:
            self._axes = None
            return
        area = QRectF(0, top, self.width(), self.height() - top)
        own = self._x_text is not None
        least, most = self._y_range or (np.inf, -np.inf)
        low_high = padded(min(*lows, least), max(*tops, most))
        if any(region.name for region in self._regions):  # their names stand above the lines
            room, inside = metrics.height() + 4, max(60.0, area.height() - 2 * metrics.height() - 16)
            high = low_high[1] + (low_high[1] - low_high[0]) * room / (inside - room)
            low_high = (low_high[0], high)
        bottom = metrics.height() + 4 if own else 0.0
        self._axes = axes = draw_axes(
            painter,
            area.adjusted(0, 0, 0, -bottom),
            self._range,
            low_high,
            colours=colours,
            font=font,
            x_label="" if own else self._x_label,
            y_label=self._y_label,
            x_ticks=not own,
        )
        self._draw_regions(painter, axes, colours, metrics)
        if own:
            self._draw_times(painter, axes, colours, metrics)
        painter.setClipRect(axes.rect.adjusted(-2, -2, 2, 2))
        for line, x, low, high in shown:
            _draw_line(painter, axes, line, (x, low, high), series_colour(colours, line.colour))

    def _draw_regions(self, painter: QPainter, axes: Axes, colours: Tokens, metrics: QFontMetricsF) -> None:
        for region in self._regions:
            left = max(axes.x(region.start), axes.rect.left())
            right = min(axes.x(region.stop), axes.rect.right())
            if right <= left and not (region.strong and axes.rect.left() <= left <= axes.rect.right()):
                continue
            tint = series_colour(colours, region.colour).name()
            box = QRectF(left, axes.rect.top(), max(right - left, 2.0), axes.rect.height())
            painter.fillRect(box, mixed(tint, colours.background, 0.3 if region.strong else 0.12))
            painter.setPen(QPen(mixed(tint, colours.background, 0.7), 1))
            painter.drawLine(box.topLeft(), box.bottomLeft())
            name = metrics.elidedText(region.name, Qt.TextElideMode.ElideRight, box.width() - 8)
            if len(name) > 1:  # more than the dots alone
                painter.setPen(QColor(colours.muted))
                painter.drawText(QPointF(left + 4, axes.rect.top() + metrics.ascent() + 2), name)

    def _draw_times(self, painter: QPainter, axes: Axes, colours: Tokens, metrics: QFontMetricsF) -> None:
        assert self._x_text is not None
        low, high = self._range
        if self._ticks is not None:
            ticks = self._ticks(low, high)
        else:
            ticks = [(value, self._x_text(value)) for value in nice_ticks(low, high, 5)]
        after = -1e9
        for value, text in ticks:
            x = round(axes.x(value)) + 0.5
            width = metrics.horizontalAdvance(text)
            left = min(max(x - width / 2, axes.rect.left() - 20), self.width() - width - 2)
            if not axes.rect.left() - 1 <= x <= axes.rect.right() + 1 or left < after:
                continue
            after = left + width + 8
            painter.setPen(QPen(QColor(colours.border), 1))
            painter.drawLine(QPointF(x, axes.rect.top()), QPointF(x, axes.rect.bottom()))
            painter.setPen(QColor(colours.muted))
            painter.drawText(QPointF(left, axes.rect.bottom() + 4 + metrics.ascent()), text)

    def _draw_legend(self, painter: QPainter, colours: Tokens, metrics: QFontMetricsF) -> float:
        named = [line for line in self._lines if line.name]
        if not named:
            return 2.0
        line_height = metrics.height()
        rest = metrics.horizontalAdvance(self.tr("+{count}").format(count=len(named)))
        names = [metrics.elidedText(line.name, Qt.TextElideMode.ElideRight, self.width() - 60 - rest) for line in named]
        places, end = legend_places([metrics.horizontalAdvance(name) for name in names], self.width(), rest)
        for x, line, name in zip(places, named, names, strict=False):
            _sample(painter, QPointF(x, line_height / 2), line, series_colour(colours, line.colour))
            painter.setPen(QColor(colours.text))
            painter.drawText(QPointF(x + 24, metrics.ascent()), name)
        if left := len(named) - len(places):
            painter.setPen(QColor(colours.muted))
            painter.drawText(QPointF(end, metrics.ascent()), self.tr("+{count}").format(count=left))
        return line_height + 4

    # Looking around

    def value_at(self, position: QPointF) -> float | None:
        """The place on the axis of a position in the widget; None outside the plot."""
        axes = self._axes
        if axes is None or not axes.rect.adjusted(-4, -4, 4, 4).contains(position):
            return None
        share = (position.x() - axes.rect.left()) / max(1.0, axes.rect.width())
        return self._range[0] + min(max(share, 0.0), 1.0) * (self._range[1] - self._range[0])

    def _zoom(self, factor: float, at: float | None = None) -> None:
        low, high = self._range
        at = (low + high) / 2 if at is None else at
        self.show_range(at - (at - low) * factor, at + (high - at) * factor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        at = self.value_at(event.position())
        if at is None or not event.angleDelta().y():
            event.ignore()
            return
        self._zoom(1 / ZOOM if event.angleDelta().y() > 0 else ZOOM, at)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        low, high = self._range
        move = {Qt.Key.Key_Left: -0.2, Qt.Key.Key_Right: 0.2}.get(Qt.Key(event.key()))
        if move is not None:
            self.show_range(low + move * (high - low), high + move * (high - low))
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom(1 / ZOOM)
        elif event.key() == Qt.Key.Key_Minus:
            self._zoom(ZOOM)
        elif event.key() == Qt.Key.Key_Home:
            self.show_range(*self._whole)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.value_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and at is not None:
            self.picked.emit(at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.show_range(*self._whole)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self.value_at(event.position())
        if at is None:
            QToolTip.hideText()
            return
        lines = [self._x_text(at) if self._x_text is not None else number_text(at)]
        for line in self._lines[:12]:
            place = int(np.searchsorted(line.x, at))
            near = [k for k in (place - 1, place) if 0 <= k < len(line.x)]
            if near and line.x[0] <= at <= line.x[-1]:
                best = min(near, key=lambda k: abs(line.x[k] - at))
                lines.append(
                    f"{line.name}: {number_text(float(line.y[best]))}"
                    if line.name
                    else number_text(float(line.y[best]))
                )
        QToolTip.showText(event.globalPosition().toPoint(), "\n".join(lines), self)


def _in_view(line: Line, view: tuple[float, float], pixels: int) -> tuple[Floats, Floats, Floats]:
    """x, least and largest y of what is in view: the points themselves where they are few, else one pair for each pixel."""
    start = max(0, int(np.searchsorted(line.x, view[0], side="left")) - 1)
    stop = min(len(line.x), int(np.searchsorted(line.x, view[1], side="right")) + 1)
    x, y = line.x[start:stop], line.y[start:stop]
    if len(x) <= 3 * pixels:
        return x, y, y
    edges = np.unique(np.searchsorted(x, np.linspace(x[0], x[-1], pixels + 1)[:-1]))
    edges = edges[edges < len(x)]
    return x[edges], np.fmin.reduceat(y, edges), np.fmax.reduceat(y, edges)


def _draw_line(
    painter: QPainter, axes: Axes, line: Line, points: tuple[Floats, Floats, Floats], colour: QColor
) -> None:
    x, low, high = points
    px = axes.rect.left() + (x - axes.x_range[0]) / (axes.x_range[1] - axes.x_range[0]) * axes.rect.width()

    def up(values: Floats) -> Floats:
        return (
            axes.rect.bottom() - (values - axes.y_range[0]) / (axes.y_range[1] - axes.y_range[0]) * axes.rect.height()
        )

    pen = QPen(colour, 1.6 if low is high else 1.0)
    if low is not high:
        painter.setPen(pen)
        draw_segments(painter, bars(px, up(high), up(low)))
        return
    py = up(low)
    if line.dots or len(x) == 1:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(colour)
        for left, top in zip(px.tolist(), py.tolist(), strict=True):
            if np.isfinite(top):
                painter.drawEllipse(QPointF(left, top), 3.5, 3.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        return
    if len(x) > 1500:
        painter.setPen(pen)
        draw_segments(painter, chain(px, py))
        return
    pen.setStyle(STYLES[line.style % len(STYLES)])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    for stretch in unbroken(py):
        painter.drawPolyline(polygon(px[stretch], py[stretch]))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _sample(painter: QPainter, at: QPointF, line: Line, colour: QColor) -> None:
    pen = QPen(colour, 1.6)
    if line.dots:
        painter.setPen(pen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(at.x() + 10, at.y()), 3.5, 3.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        return
    pen.setStyle(STYLES[line.style % len(STYLES)])
    painter.setPen(pen)
    painter.drawLine(at, QPointF(at.x() + 20, at.y()))
