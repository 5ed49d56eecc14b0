"""Boxes: how numbers are distributed in each group."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ...engine.data.relations import Box
from ..theme import Tokens
from .axes import draw_axes, padded
from .charts import GAP, Chart, series_colour
from .numbers import count_text, number_text


class BoxPlot(Chart):
    """A lying box for each group: the line is the median, the box the middle half, whiskers reach to the last usual values."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._boxes: tuple[Box, ...] = ()
        self._label = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The boxes shown."""
        return self._boxes

    def set_boxes(self, boxes: Sequence[Box], label: str) -> None:
        """Boxes from top to bottom, and what is measured."""
        self._boxes, self._label = tuple(boxes), label
        self.setAccessibleDescription(
            f"{label}: "
            + "; ".join(
                self.tr("{name}: median {middle}, half between {first} and {third}").format(
                    name=b.name, middle=number_text(b.middle), first=number_text(b.first), third=number_text(b.third)
                )
                for b in self._boxes
            )
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 160)

    def draw(self, painter: QPainter, colours: Tokens) -> None:
        if not self._boxes:
            return
        font = self.small_font()
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        names = max(metrics.horizontalAdvance(b.name) for b in self._boxes)
        names = min(names, self.width() * 0.32) + GAP
        area = QRectF(names, 0, self.width() - names, self.height())
        x_range = padded(min(b.low for b in self._boxes), max(b.high for b in self._boxes))
        axes = draw_axes(
            painter,
            area,
            x_range,
            (0.0, float(len(self._boxes))),
            colours=colours,
            font=font,
            x_label=self._label,
            y_ticks=False,
        )
        row = axes.rect.height() / len(self._boxes)
        thick = min(max(row * 0.6, 4.0), 28.0)
        for k, box in enumerate(self._boxes):
            middle = axes.rect.top() + (k + 0.5) * row
            colour = series_colour(colours, k)
            painter.setPen(QColor(colours.text))
            painter.drawText(
                QRectF(0, middle - metrics.height() / 2, names - GAP, metrics.height()),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                metrics.elidedText(box.name, Qt.TextElideMode.ElideRight, names - GAP),
            )
            painter.setPen(QPen(colour, 1.5))
            painter.drawLine(QPointF(axes.x(box.low), middle), QPointF(axes.x(box.high), middle))
            for end in (box.low, box.high):
                painter.drawLine(QPointF(axes.x(end), middle - thick / 4), QPointF(axes.x(end), middle + thick / 4))
            faint = QColor(colours.surface)
            rect = QRectF(
                QPointF(axes.x(box.first), middle - thick / 2), QPointF(axes.x(box.third), middle + thick / 2)
            )
            painter.fillRect(rect, faint)
            shade = QColor(colour)
            shade.setAlphaF(0.35)
            painter.fillRect(rect, shade)
            painter.drawRect(rect)
            painter.setPen(QPen(QColor(colours.text), 2))
            x = axes.x(box.middle)
            painter.drawLine(QPointF(x, middle - thick / 2), QPointF(x, middle + thick / 2))
            tip = self.tr("{name}: {count} samples\nmedian {middle}, half between {first} and {third}").format(
                name=box.name,
                count=count_text(box.count),
                middle=number_text(box.middle),
                first=number_text(box.first),
                third=number_text(box.third),
            )
            self._spots.append((QRectF(0, middle - row / 2, self.width(), row), tip))
