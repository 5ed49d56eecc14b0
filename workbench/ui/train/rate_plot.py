"""The learning rate over the epochs, drawn before training: it follows every edit of the settings."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ...engine.train.rate_curve import RateCurve
from ..theme import Tokens
from ..widgets.axes import Axes, draw_axes
from ..widgets.charts import Chart, series_colour
from ..widgets.numbers import number_text
from ..widgets.plots.paint import polygon

KEY_STEPS = 50
"""Presses of an arrow key from one end to the other."""


class RatePlot(Chart):
    """The curve, with the value under the pointer; arrow keys move along it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("train_rate_plot", parent)
        self._curve: RateCurve | None = None
        self._axes: Axes | None = None
        self._at: float | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Learning rate over the epochs"))

    @property
    def curve(self) -> RateCurve | None:
        """What is drawn."""
        return self._curve

    @property
    def at(self) -> float | None:
        """The place in epochs whose value is told, None when there is none."""
        return self._at

    def set_curve(self, curve: RateCurve | None) -> None:
        """Another curve, or none."""
        self._curve = curve
        if curve is not None and self._at is not None and self._at > curve.epochs:
            self._at = None
        self.setAccessibleDescription(self.words())
        self.update()

    def words(self) -> str:
        """The curve in a sentence: where it begins, where it is highest, where it ends."""
        curve = self._curve
        if curve is None or not len(curve.rates):
            return ""
        top = int(np.argmax(curve.rates))
        words = self.tr("Begins at {first}, is highest at {top} in epoch {epoch}, and ends at {last}.")
        return words.format(
            first=number_text(float(curve.rates[0]), 3),
            top=number_text(float(curve.rates[top]), 3),
            epoch=int(curve.at[top]) + 1,
            last=number_text(float(curve.rates[-1]), 3),
        )

    def told(self) -> str:
        """What stands above the curve: the value under the pointer, or what it is a curve of."""
        if self._curve is None:
            return ""
        if self._at is None:
            if not self._curve.foreseen:
                return self.tr("Learning rate, until the loss stalls")
            return self.tr("Learning rate, first to last epoch")
        rate = number_text(self._curve.rate_at(self._at), 3)
        return self.tr("Epoch {epoch}: {rate}").format(epoch=f"{self._at:.2f}".rstrip("0").rstrip("."), rate=rate)

    def point_at(self, at: float | None) -> None:
        """Tells the value at a place in epochs."""
        if at is not None and self._curve is not None:
            at = min(max(at, 0.0), float(self._curve.epochs))
        if at != self._at:
            self._at = at
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, round(QFontMetricsF(self.small_font()).height() * 2 + 92))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def draw(self, painter: QPainter, colours: Tokens) -> None:
        curve = self._curve
        if curve is None or not len(curve.rates):
            return
        font = self.small_font()
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        painter.setPen(QColor(colours.muted if self._at is None else colours.text))
        told = metrics.elidedText(self.told(), Qt.TextElideMode.ElideRight, self.width() - 4)
        painter.drawText(QPointF(2, metrics.ascent()), told)
        top = float(curve.rates.max()) or 1.0
        area = QRectF(0, metrics.height(), self.width(), self.height() - metrics.height())
        self._axes = axes = draw_axes(
            painter, area, (0.0, float(curve.epochs)), (0.0, top * 1.08), colours=colours, font=font
        )
        pen = QPen(series_colour(colours, 0), 1.6)
        if not curve.foreseen:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        # The last step lasts until the end of the run.
        at, rates = np.append(curve.at, float(curve.epochs)), np.append(curve.rates, curve.rates[-1])
        x = axes.rect.left() + at / curve.epochs * axes.rect.width()
        y = axes.rect.bottom() - rates / (top * 1.08) * axes.rect.height()
        painter.drawPolyline(polygon(x, y))
        if self._at is not None:
            self._draw_pointer(painter, colours, axes, curve)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _draw_pointer(self, painter: QPainter, colours: Tokens, axes: Axes, curve: RateCurve) -> None:
        assert self._at is not None
        x = axes.x(self._at)
        painter.setPen(QPen(QColor(colours.muted), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, axes.rect.top()), QPointF(x, axes.rect.bottom()))
        painter.setPen(QPen(QColor(colours.surface), 1))
        painter.setBrush(series_colour(colours, 0))
        painter.drawEllipse(axes.point(self._at, curve.rate_at(self._at)), 3.5, 3.5)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        axes, curve = self._axes, self._curve
        if axes is None or curve is None:
            return
        share = (event.position().x() - axes.rect.left()) / max(axes.rect.width(), 1.0)
        self.point_at(share * curve.epochs if -0.02 <= share <= 1.02 else None)

    def leaveEvent(self, event: QEvent) -> None:
        self.point_at(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        curve = self._curve
        move = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if curve is None:
            super().keyPressEvent(event)
        elif move is not None:
            self.point_at((self._at or 0.0) + move * curve.epochs / KEY_STEPS)
        elif event.key() == Qt.Key.Key_Home:
            self.point_at(0.0)
        elif event.key() == Qt.Key.Key_End:
            self.point_at(float(curve.epochs))
        elif event.key() == Qt.Key.Key_Escape and self._at is not None:
            self.point_at(None)
        else:
            super().keyPressEvent(event)
