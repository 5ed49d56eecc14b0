"""How often values fall into each bin, for one or several series."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ..theme import Tokens
from .axes import draw_axes, padded
from .charts import Chart, Series, series_colour
from .numbers import count_text, number_text


class Histogram(Chart):
    """How often values fall into each bin; several series are drawn as shares of their own total, so that small ones show.

    The first series is filled bars, the others are step lines, dashed and dotted.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._edges: tuple[float, ...] = ()
        self._series: tuple[Series, ...] = ()
        self._x_label = ""
        self._line: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def series(self) -> tuple[Series, ...]:
        """The series shown."""
        return self._series

    def set_bins(
        self, edges: Sequence[float], series: Sequence[Series], *, x_label: str = "", line: float | None = None
    ) -> None:
        """Bin edges (one more than bins), counts per series, and an optional marked x value."""
        self._edges, self._series = tuple(float(e) for e in edges), tuple(series)
        self._x_label, self._line = x_label, line
        if self._edges:
            low, high = number_text(self._edges[0]), number_text(self._edges[-1])
            self.setAccessibleDescription(
                f"{x_label}: {self.tr('{low} to {high}').format(low=low, high=high)}; "
                + "; ".join(f"{s.name} {count_text(int(sum(s.values)))}" for s in self._series)
            )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 130)

    def draw(self, painter: QPainter, colours: Tokens) -> None:
        if len(self._edges) < 2 or not self._series:
            return
        font = self.small_font()
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        several = len(self._series) > 1
        top = self._legend(painter, colours, metrics) if several else 0.0
        scales = [100.0 / (sum(s.values) or 1) if several else 1.0 for s in self._series]
        highest = max((max(s.values, default=0) * k for s, k in zip(self._series, scales, strict=True)), default=1) or 1
        low, high = self._edges[0], self._edges[-1]
        if high <= low:
            low, high = padded(low, high)
        axes = draw_axes(
            painter,
            QRectF(0, top, self.width(), self.height() - top),
            (low, high),
            (0.0, highest * 1.06),
            colours=colours,
            font=font,
            x_label=self._x_label,
            y_label=self.tr("% of split") if several else self.tr("samples"),
        )
        bounds = list(zip(self._edges, self._edges[1:], strict=False))
        for k, (series, scale) in enumerate(zip(self._series, scales, strict=True)):
            colour = series_colour(colours, k)
            if k == 0:
                for (a, b), value in zip(bounds, series.values, strict=True):
                    bar = QRectF(axes.point(a, value * scale), axes.point(b, 0)).adjusted(0.5, 0, -0.5, 0)
                    painter.fillRect(bar, colour)
                continue
            painter.setPen(QPen(colour, 2, Qt.PenStyle.DashLine if k == 1 else Qt.PenStyle.DotLine))
            points = []
            for (a, b), value in zip(bounds, series.values, strict=True):
                points += [axes.point(a, value * scale), axes.point(b, value * scale)]
            painter.drawPolyline(points)
        if self._line is not None and low <= self._line <= high:
            painter.setPen(QPen(QColor(colours.text), 1, Qt.PenStyle.DashLine))
            x = axes.x(self._line)
            painter.drawLine(QPointF(x, axes.rect.top()), QPointF(x, axes.rect.bottom()))
        for i, (a, b) in enumerate(bounds):
            rect = QRectF(axes.x(a), axes.rect.top(), axes.x(b) - axes.x(a), axes.rect.height())
            counts = "\n".join(f"{s.name}: {count_text(int(s.values[i]))}" for s in self._series)
            self._spots.append(
                (rect, self.tr("{low} to {high}").format(low=number_text(a), high=number_text(b)) + f"\n{counts}")
            )

    def _legend(self, painter: QPainter, colours: Tokens, metrics: QFontMetricsF) -> float:
        x, middle = 4.0, metrics.height() / 2
        for k, series in enumerate(self._series):
            colour = series_colour(colours, k)
            if k == 0:
                painter.fillRect(QRectF(x, middle - 5, 12, 10), colour)
            else:
                painter.setPen(QPen(colour, 2, Qt.PenStyle.DashLine if k == 1 else Qt.PenStyle.DotLine))
                painter.drawLine(QPointF(x, middle), QPointF(x + 16, middle))
            painter.setPen(QColor(colours.text))
            advance = metrics.horizontalAdvance(series.name)
            painter.drawText(
                QRectF(x + 20, 0, advance + 2, metrics.height()), Qt.AlignmentFlag.AlignVCenter, series.name
            )
            x += advance + 34
        return metrics.height() + 4
