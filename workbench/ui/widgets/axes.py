"""Axes of a drawn chart: pleasant ticks, grid, labels, and the map from values to pixels."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ..theme import Tokens
from .numbers import minus


def nice_ticks(low: float, high: float, wanted: int = 5) -> list[float]:
    """About ``wanted`` round numbers within ``low`` to ``high``; one number for an empty range."""
    if not (math.isfinite(low) and math.isfinite(high)) or high <= low:
        return [low] if math.isfinite(low) else []
    raw = (high - low) / max(wanted, 1)
    magnitude = 10.0 ** math.floor(math.log10(raw))
    step = next(s * magnitude for s in (1, 2, 5, 10) if s * magnitude >= raw * 0.999)
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [k * step for k in range(first, last + 1)]


def tick_text(value: float, step: float) -> str:
    """A tick's label with as many decimals as its step needs."""
    if value == 0 or abs(value) < step * 1e-6:
        return "0"
    if abs(value) >= 1e6 or step < 1e-4:
        return minus(f"{value:.3g}".replace("e+0", "e").replace("e-0", "e-").replace("e+", "e"))
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    return minus(f"{value:,.{decimals}f}")


@dataclass(frozen=True)
class Axes:
    """Where the plot lies and how values become pixels."""

    rect: QRectF
    x_range: tuple[float, float]
    y_range: tuple[float, float]

    def x(self, value: float) -> float:
        """Pixel of an x value."""
        low, high = self.x_range
        return self.rect.left() + (value - low) / (high - low) * self.rect.width()

    def y(self, value: float) -> float:
        """Pixel of a y value, upwards."""
        low, high = self.y_range
        return self.rect.bottom() - (value - low) / (high - low) * self.rect.height()

    def point(self, x: float, y: float) -> QPointF:
        """Pixel position of a pair of values."""
        return QPointF(self.x(x), self.y(y))


def padded(low: float, high: float, share: float = 0.05) -> tuple[float, float]:
    """The range with some air on both sides, never empty."""
    if not (math.isfinite(low) and math.isfinite(high)):
        return 0.0, 1.0
    if high <= low:
        air = abs(low) * 0.1 or 1.0
        return low - air, high + air
    air = (high - low) * share
    return low - air, high + air


def draw_axes(
    painter: QPainter,
    area: QRectF,
    x_range: tuple[float, float],
    y_range: tuple[float, float],
    *,
    colours: Tokens,
    font: QFont,
    x_label: str = "",
    y_label: str = "",
    x_ticks: bool = True,
    y_ticks: bool = True,
) -> Axes:
    """Draws grid lines, tick labels and axis titles inside ``area`` and returns where the values go."""
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    line = metrics.height()
    y_values = nice_ticks(*y_range, max(2, int(area.height() / (line * 3)))) if y_ticks else []
    if y_ticks and len(y_values) < 2:  # a single number tells no scale
        y_values = next((v for v in (nice_ticks(*y_range, k) for k in (3, 4, 5)) if len(v) > 1), y_values)
    y_step = y_values[1] - y_values[0] if len(y_values) > 1 else 1.0
    y_texts = [tick_text(v, y_step) for v in y_values]
    left = max((metrics.horizontalAdvance(t) for t in y_texts), default=0.0) + (8 if y_ticks else 2)
    left += line + 2 if y_label else 0
    bottom = (line + 4 if x_ticks else 2) + (line + 2 if x_label else 0)
    rect = area.adjusted(left, 6, -8, -bottom)
    axes = Axes(rect, x_range, y_range)
    grid = QPen(QColor(colours.border), 1)
    muted = QColor(colours.muted)
    for value, text in zip(y_values, y_texts, strict=True):
        y = round(axes.y(value)) + 0.5
        painter.setPen(grid)
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
        painter.setPen(muted)
        box = QRectF(rect.left() - 108, y - line / 2, 102, line)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
    if x_ticks:
        _draw_x_ticks(painter, axes, metrics, grid, muted)
    painter.setPen(muted)
    if x_label:
        box = QRectF(rect.left(), area.bottom() - line, rect.width(), line)
        elided = metrics.elidedText(x_label, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, elided)
    if y_label:
        painter.save()
        painter.translate(area.left() + line / 2, rect.center().y())
        painter.rotate(-90)
        box = QRectF(-rect.height() / 2, -line / 2, rect.height(), line)
        elided = metrics.elidedText(y_label, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, elided)
        painter.restore()
    return axes


def _draw_x_ticks(painter: QPainter, axes: Axes, metrics: QFontMetricsF, grid: QPen, muted: QColor) -> None:
    rect = axes.rect
    widest = metrics.horizontalAdvance("−0.0000")
    values = nice_ticks(*axes.x_range, max(3, int(rect.width() / (widest * 1.5))))
    step = values[1] - values[0] if len(values) > 1 else 1.0
    for value in values:
        x = round(axes.x(value)) + 0.5
        painter.setPen(grid)
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
        painter.setPen(muted)
        text = tick_text(value, step)
        width = metrics.horizontalAdvance(text)
        left = min(max(x - width / 2, rect.left() - 20), rect.right() + 8 - width)
        painter.drawText(
            QRectF(left, rect.bottom() + 4, width + 1, metrics.height()), Qt.AlignmentFlag.AlignCenter, text
        )
