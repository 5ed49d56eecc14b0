"""A chart from which a number is chosen by a click: bars, or a line, with the number in use marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ..theme import Tokens
from ..widgets.axes import Axes, draw_axes
from ..widgets.charts import Chart, series_colour
from ..widgets.numbers import count_text, number_text


class PickChart(Chart):
    """Bars between edges, or points joined by a line. ``picked(int)``: the user clicked at this number."""

    picked = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.x: tuple[float, ...] = ()
        self.y: tuple[float, ...] = ()
        self.mark = 0
        self._bars = True
        self._labels = ("", "")
        self._axes: Axes | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_bars(self, edges: Sequence[float], counts: Sequence[float], mark: int, labels: tuple[str, str]) -> None:
        """Counts between edges (one more than counts), the number in use, and the names of the axes."""
        self._show(edges, counts, mark, labels, bars=True)

    def show_line(self, x: Sequence[float], y: Sequence[float], mark: int, labels: tuple[str, str]) -> None:
        """Points in the order of x, the number in use, and the names of the axes."""
        self._show(x, y, mark, labels, bars=False)

    def _show(self, x: Sequence[float], y: Sequence[float], mark: int, labels: tuple[str, str], *, bars: bool) -> None:
        self.x, self.y = tuple(map(float, x)), tuple(map(float, y))
        self.mark, self._labels, self._bars = mark, labels, bars
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, 190)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 130)

    def draw(self, painter: QPainter, colours: Tokens) -> None:
        if len(self.x) < 2 or not self.y:
            self._axes = None
            return
        high = max(self.y) or 1.0
        low_x = 0.0 if self._bars else min(self.x[0], 0.0)
        axes = self._axes = draw_axes(
            painter,
            QRectF(0, 0, self.width(), self.height()),
            (low_x, max(self.x[-1], low_x + 1)),
            (0.0, high * 1.06),
            colours=colours,
            font=self.small_font(),
            x_label=self._labels[0],
            y_label=self._labels[1],
        )
        colour = series_colour(colours, 0)
        if self._bars:
            faint = QColor(colour)
            faint.setAlphaF(0.35)
            for a, b, value in zip(self.x, self.x[1:], self.y, strict=False):
                bar = QRectF(axes.point(a, value), axes.point(b, 0)).adjusted(0.5, 0, -0.5, 0)
                painter.fillRect(bar, colour if a <= self.mark else faint)
                rect = QRectF(axes.x(a), axes.rect.top(), axes.x(b) - axes.x(a), axes.rect.height())
                span = self.tr("{low} to {high}").format(low=number_text(a), high=number_text(b - 1))
                self._spots.append((rect, f"{span}: {count_text(int(value))}"))
        else:
            painter.setPen(QPen(colour, 2))
            painter.drawPolyline([axes.point(x, y) for x, y in zip(self.x, self.y, strict=True)])
            for a, b, value in zip(self.x, self.x[1:], self.y[1:], strict=False):
                rect = QRectF(axes.x(a), axes.rect.top(), axes.x(b) - axes.x(a), axes.rect.height())
                self._spots.append((rect, f"{count_text(int(b))}: {number_text(value, 3)} %"))
        painter.setPen(QPen(QColor(colours.text), 1, Qt.PenStyle.DashLine))
        x = axes.x(min(float(self.mark), axes.x_range[1]))
        painter.drawLine(QPointF(x, axes.rect.top()), QPointF(x, axes.rect.bottom()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        axes = self._axes
        if event.button() != Qt.MouseButton.LeftButton or axes is None or axes.rect.width() <= 0:
            return
        low, high = axes.x_range
        share = (event.position().x() - axes.rect.left()) / axes.rect.width()
        self.picked.emit(max(1, round(low + min(1.0, max(0.0, share)) * (high - low))))
