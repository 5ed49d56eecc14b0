"""A scatter plot: points by group, told apart by colour and by shape."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import cos, pi, sin

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ..theme import Tokens
from .axes import Axes, draw_axes, padded
from .charts import KeptChart, series_colour
from .numbers import count_text

MOST_POINTS = 4000
"""More are thinned out evenly for drawing, and the chart says so."""
REACH = 10.0
"""How near the pointer must come to a point, in pixels."""


class Scatter(KeptChart):
    """Points with axes, grid, legend and, where asked for, the line y = x.

    ``point_clicked(int)``: index, in the arrays given, of the point that was clicked.
    """

    point_clicked = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._x: NDArray[np.float64] = np.empty(0)
        self._y: NDArray[np.float64] = np.empty(0)
        self._group: NDArray[np.int64] = np.empty(0, np.int64)
        self._total = 0
        self._index: NDArray[np.int64] = np.empty(0, np.int64)
        self._names: tuple[str, ...] = ()
        self._labels = ("", "")
        self._ideal = False
        self._describe: Callable[[int], str] | None = None
        self._axes: Axes | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def points(self) -> int:
        """How many points were given."""
        return self._total

    @property
    def shown(self) -> int:
        """How many of them are drawn."""
        return len(self._index)

    def set_points(
        self,
        x: NDArray[np.floating],
        y: NDArray[np.floating],
        groups: NDArray[np.integer] | None = None,
        names: Sequence[str] = (),
        *,
        x_label: str = "",
        y_label: str = "",
        ideal: bool = False,
        describe: Callable[[int], str] | None = None,
    ) -> None:
        """Points, their group indexes and group names; ``describe`` makes a point's tooltip from its index."""
        good = np.flatnonzero(np.isfinite(x) & np.isfinite(y))
        self._total = len(x)
        step = max(1, -(-len(good) // MOST_POINTS))
        self._index = good[::step]
        self._x = np.asarray(x, np.float64)[self._index]
        self._y = np.asarray(y, np.float64)[self._index]
        self._group = np.zeros(len(self._index), np.int64) if groups is None else np.asarray(groups)[self._index]
        self._names, self._labels = tuple(names), (x_label, y_label)
        self._ideal, self._describe = ideal, describe
        self.setAccessibleDescription(
            self.tr("{count} points, {x} across, {y} upwards").format(
                count=count_text(self._total), x=x_label, y=y_label
            )
        )
        self.forget()

    def sizeHint(self) -> QSize:
        return QSize(420, 340)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 180)

    def draw_all(self, painter: QPainter, colours: Tokens) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ratio = self.devicePixelRatioF()
        font = self.small_font()
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        top = self._draw_legend(painter, colours, metrics)
        if not len(self._x):
            self._axes = None
            return
        x_range = padded(float(self._x.min()), float(self._x.max()))
        y_range = padded(float(self._y.min()), float(self._y.max()))
        if self._ideal:
            x_range = y_range = (min(x_range[0], y_range[0]), max(x_range[1], y_range[1]))
        area = QRectF(0, top, self.width(), self.height() - top)
        axes = draw_axes(
            painter,
            area,
            x_range,
            y_range,
            colours=colours,
            font=font,
            x_label=self._labels[0],
            y_label=self._labels[1],
        )
        self._axes = axes
        if self._ideal:
            painter.setPen(QPen(QColor(colours.text), 1, Qt.PenStyle.DashLine))
            painter.drawLine(axes.point(x_range[0], y_range[0]), axes.point(x_range[1], y_range[1]))
        size = 9.0 if len(self._x) <= 500 else 7.0 if len(self._x) <= 2000 else 5.0
        stamps = [stamp(k, series_colour(colours, k), size, ratio) for k in range(int(self._group.max(initial=0)) + 1)]
        px = axes.rect.left() + (self._x - x_range[0]) / (x_range[1] - x_range[0]) * axes.rect.width()
        py = axes.rect.bottom() - (self._y - y_range[0]) / (y_range[1] - y_range[0]) * axes.rect.height()
        half = size / 2 + 1
        for left, upper, group in zip((px - half).tolist(), (py - half).tolist(), self._group.tolist(), strict=True):
            painter.drawPixmap(QPointF(left, upper), stamps[group])

    def _draw_legend(self, painter: QPainter, colours: Tokens, metrics: QFontMetricsF) -> float:
        notes = []
        if self.shown < self._total:
            notes.append(
                self.tr("{shown} of {total} points drawn").format(
                    shown=count_text(self.shown), total=count_text(self._total)
                )
            )
        if len(self._names) < 2 and not notes and not self._ideal:
            return 2.0
        x, line = 4.0, metrics.height()
        if len(self._names) > 1:
            for k, name in enumerate(self._names):
                advance = metrics.horizontalAdvance(name)
                if x + advance + 20 > self.width():
                    break
                ratio = self.devicePixelRatioF()
                painter.drawPixmap(QPointF(x, line / 2 - 5.5), stamp(k, series_colour(colours, k), 9.0, ratio))
                painter.setPen(QColor(colours.text))
                painter.drawText(QRectF(x + 15, 0, advance + 2, line), Qt.AlignmentFlag.AlignVCenter, name)
                x += advance + 32
        if self._ideal:
            painter.setPen(QPen(QColor(colours.text), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, line / 2), QPointF(x + 16, line / 2))
            text = self.tr("perfect prediction")
            painter.drawText(QRectF(x + 20, 0, self.width(), line), Qt.AlignmentFlag.AlignVCenter, text)
        painter.setPen(QColor(colours.muted))
        painter.drawText(
            QRectF(0, 0, self.width() - 8, line),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            " · ".join(notes),
        )
        return line + 4

    def nearest(self, position: QPointF) -> int:
        """Index of the point at a position of the widget, -1 where there is none."""
        if self._axes is None or not len(self._x):
            return -1
        axes = self._axes
        px = axes.rect.left() + (self._x - axes.x_range[0]) / (axes.x_range[1] - axes.x_range[0]) * axes.rect.width()
        py = axes.rect.bottom() - (self._y - axes.y_range[0]) / (axes.y_range[1] - axes.y_range[0]) * axes.rect.height()
        distance = (px - position.x()) ** 2 + (py - position.y()) ** 2
        best = int(distance.argmin())
        return int(self._index[best]) if distance[best] <= REACH**2 else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self.nearest(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if found >= 0 else Qt.CursorShape.ArrowCursor)
        if found >= 0 and self._describe is not None:
            QToolTip.showText(event.globalPosition().toPoint(), self._describe(found), self)
        else:
            QToolTip.hideText()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self.nearest(event.position())
        if event.button() == Qt.MouseButton.LeftButton and found >= 0:
            self.point_clicked.emit(found)


def stamp(shape: int, colour: QColor, size: float, ratio: float) -> QPixmap:
    """A marker as a picture of ``size`` + 2 logical pixels: circle, square, triangle, diamond, cross, plus, in turn."""
    side = round((size + 2) * ratio)
    picture = QPixmap(side, side)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        faint = QColor(colour)
        faint.setAlphaF(0.6)
        painter.setPen(QPen(colour, 1.2))
        painter.setBrush(faint)
        middle, radius = size / 2 + 1, size / 2 - 0.5
        kind = shape % 6
        if kind == 0:
            painter.drawEllipse(QPointF(middle, middle), radius, radius)
        elif kind == 1:
            painter.drawRect(QRectF(middle - radius * 0.85, middle - radius * 0.85, radius * 1.7, radius * 1.7))
        elif kind in (2, 3):
            corners, turn = (3, -pi / 2) if kind == 2 else (4, 0.0)
            angles = [turn + 2 * pi * k / corners for k in range(corners)]
            painter.drawPolygon(
                QPolygonF([QPointF(middle + radius * cos(a), middle + radius * sin(a)) for a in angles])
            )
        else:
            painter.setPen(QPen(colour, 1.8))
            reach = radius if kind == 5 else radius * 0.75
            ends = ((1, 1), (1, -1)) if kind == 4 else ((1, 0), (0, 1))
            for dx, dy in ends:
                start = QPointF(middle - dx * reach, middle - dy * reach)
                painter.drawLine(start, QPointF(middle + dx * reach, middle + dy * reach))
    finally:
        painter.end()
    return picture
