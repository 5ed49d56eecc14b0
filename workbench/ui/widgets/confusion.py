"""The confusion matrix: true classes down, predicted classes across, counts and shares of each row."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ..theme import Tokens
from .charts import Chart
from .numbers import count_text, share_text

SMALLEST_CELL_WITH_TEXT = 18.0


class ConfusionMatrix(Chart):
    """Cells shaded by their share of the row; the diagonal, where prediction and truth agree, in the accent colour.

    ``cell_chosen(int, int)``: true and predicted class of a cell that was clicked, or on which Enter was pressed;
    (-1, -1) when the chosen cell was let go. The arrow keys move between cells.
    """

    cell_chosen = Signal(int, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._counts: NDArray[np.int64] = np.zeros((0, 0), np.int64)
        self._names: tuple[str, ...] = ()
        self._chosen = (-1, -1)
        self._current = (0, 0)
        self._origin = QPointF()
        self._side = self._width = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def counts(self) -> NDArray[np.int64]:
        """The matrix shown, (true, predicted)."""
        return self._counts

    @property
    def chosen(self) -> tuple[int, int]:
        """True and predicted class of the chosen cell, (-1, -1) for none."""
        return self._chosen

    def set_matrix(self, counts: NDArray[np.integer], names: Sequence[str]) -> None:
        """Counts (true, predicted) and class names."""
        self._counts, self._names = np.asarray(counts, np.int64), tuple(names)
        self._chosen, self._current = (-1, -1), (0, 0)
        right, total = int(np.trace(self._counts)), int(self._counts.sum())
        self.setAccessibleDescription(
            self.tr("{right} of {total} samples lie on the diagonal. Arrow keys read the cells.").format(
                right=count_text(right), total=count_text(total)
            )
        )
        self.updateGeometry()
        self.update()

    def choose(self, true: int, predicted: int) -> None:
        """Chooses a cell, (-1, -1) for none, without a signal."""
        self._chosen = (true, predicted)
        self.update()

    def sizeHint(self) -> QSize:
        side = 44 * max(len(self._names), 2) + 120
        return QSize(min(side, 640), min(side, 640))

    def minimumSizeHint(self) -> QSize:
        count = max(len(self._names), 2)
        return QSize(min(30 * count + 80, 380), min(24 * count + 70, 310))

    def explain(self, true: int, predicted: int) -> str:
        """A cell in words."""
        row = int(self._counts[true].sum())
        count = int(self._counts[true, predicted])
        share = count / row if row else float("nan")
        if true == predicted:
            text = self.tr("{count} of {row} samples of '{true}' were recognised ({share}).")
        else:
            text = self.tr("{count} of {row} samples of '{true}' were taken for '{predicted}' ({share}).")
        return text.format(
            count=count_text(count),
            row=count_text(row),
            true=self._names[true],
            predicted=self._names[predicted],
            share=share_text(share),
        )

    def draw(self, painter: QPainter, colours: Tokens) -> None:
        count = len(self._names)
        if not count:
            return
        font = self.small_font()
        metrics = QFontMetricsF(font)
        line = metrics.height()
        longest = max(metrics.horizontalAdvance(n) for n in self._names)
        names_left = min(longest, self.width() * 0.26) + 8
        flat = longest + 6 <= (self.width() - line - names_left - 8) / count
        corner = metrics.horizontalAdvance(self.tr("predicted →")) + 8
        left = names_left + line + 4 if flat else max(names_left, corner) + 4
        room_x = self.width() - left - 4
        # Turned names leave a corner that has room for the words "true" and "predicted"; flat ones need a line for them.
        names_top = line + 4 if flat else max(min(longest, self.height() * 0.2) + 8, 2 * line + 4)
        top = line + 4 + names_top if flat else names_top
        side = max(4.0, min(room_x / count, (self.height() - top - 4) / count))
        # Cells need not be square: wide ones leave room for the numbers.
        width = min(room_x / count, side * 1.7)
        self._origin, self._side, self._width = QPointF(left, top), side, width
        painter.setFont(font)
        self._draw_names(painter, colours, metrics, flat, names_top)
        self._draw_cells(painter, colours)

    def _draw_names(
        self, painter: QPainter, colours: Tokens, metrics: QFontMetricsF, flat: bool, names_top: float
    ) -> None:
        left, top, side, width = self._origin.x(), self._origin.y(), self._side, self._width
        line, count = metrics.height(), len(self._names)
        painter.setPen(QColor(colours.muted))
        if flat:
            painter.drawText(QRectF(left, 0, width * count, line), Qt.AlignmentFlag.AlignCenter, self.tr("predicted"))
            painter.save()
            painter.translate(0, top + side * count / 2)
            painter.rotate(-90)
            area = QRectF(-side * count / 2, 0, side * count, line)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.tr("true"))
            painter.restore()
        else:
            right = Qt.AlignmentFlag.AlignRight
            painter.drawText(QRectF(0, top - 2 * line, left - 6, line), right, self.tr("predicted →"))
            painter.drawText(QRectF(0, top - line, left - 6, line), right, self.tr("true ↓"))
        painter.setPen(QColor(colours.text))
        every = max(1, round(line / side + 0.49))
        for k, name in enumerate(self._names):
            if k % every:
                continue
            area = QRectF(2, top + k * side + (side - max(side, line)) / 2, left - 8, max(side, line))
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
            if flat:
                area = QRectF(left + k * width, line + 4, width, line)
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, name)
                continue
            painter.save()
            painter.translate(left + (k + 0.5) * width, top - 5)
            painter.rotate(-90)
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, names_top - 8)
            painter.drawText(QRectF(0, -line / 2, names_top, line), Qt.AlignmentFlag.AlignVCenter, text)
            painter.restore()

    def _draw_cells(self, painter: QPainter, colours: Tokens) -> None:
        side, width, count = self._side, self._width, len(self._names)
        big = self.small_font()
        big.setBold(True)
        small = QFont(self.small_font())
        small.setPixelSize(max(9, small.pixelSize() - 2))
        # Figures have no descenders: their height is that of capitals.
        upper, lower = QFontMetricsF(big).capHeight(), QFontMetricsF(small).capHeight()
        both = side >= upper + lower + 6 and width >= 30
        empty = QColor(colours.raised)
        rows = self._counts.sum(axis=1)
        for i in range(count):
            for k in range(count):
                value = int(self._counts[i, k])
                share = value / rows[i] if rows[i] else 0.0
                cell = self._cell_rect(i, k)
                strength = 0.0 if not value else 0.12 + 0.88 * share**0.7
                shade = blend(empty, QColor(colours.accent if i == k else colours.warning), strength)
                painter.fillRect(cell, shade)
                if side < SMALLEST_CELL_WITH_TEXT or width < SMALLEST_CELL_WITH_TEXT or not value:
                    continue
                painter.setPen(readable_on(shade))
                painter.setFont(big)
                if not both:
                    painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, count_text(value))
                    continue
                top = cell.top() + (cell.height() - upper - lower - 3) / 2
                _centred(painter, cell, top + upper, count_text(value))
                painter.setFont(small)
                decimals = 0 if 0.01 <= share <= 0.99 or share == 1 else 1
                _centred(painter, cell, top + upper + 3 + lower, share_text(share, decimals))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._chosen != (-1, -1):
            painter.setPen(QPen(QColor(colours.text), 2))
            painter.drawRect(self._cell_rect(*self._chosen))
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.text), 1, Qt.PenStyle.DotLine))
            painter.drawRect(self._cell_rect(*self._current).adjusted(2, 2, -2, -2))

    def _cell_rect(self, i: int, k: int) -> QRectF:
        left, top = self._origin.x() + k * self._width, self._origin.y() + i * self._side
        gap = 1.0 if self._side > 8 else 0.0
        return QRectF(left, top, self._width - gap, self._side - gap)

    def cell_at(self, position: QPointF) -> tuple[int, int] | None:
        """True and predicted class under a position, None outside."""
        if not self._side:
            return None
        k = int((position.x() - self._origin.x()) // self._width)
        i = int((position.y() - self._origin.y()) // self._side)
        return (i, k) if 0 <= i < len(self._names) and 0 <= k < len(self._names) else None

    def spot(self, point: QPointF) -> str:
        cell = self.cell_at(point)
        return self.explain(*cell) if cell else ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        inside = self.cell_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if inside else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        if cell and event.button() == Qt.MouseButton.LeftButton:
            self._current = cell
            self._toggle(cell)

    def _toggle(self, cell: tuple[int, int]) -> None:
        self._chosen = (-1, -1) if cell == self._chosen else cell
        self.update()
        self.cell_chosen.emit(*self._chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        step = steps.get(Qt.Key(event.key()))
        last = len(self._names) - 1
        if step is not None and last >= 0:
            row, column = self._current
            self._current = (min(max(row + step[0], 0), last), min(max(column + step[1], 0), last))
            self.setAccessibleDescription(self.explain(*self._current))
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and last >= 0:
            self._toggle(self._current)
        elif event.key() == Qt.Key.Key_Escape and self._chosen != (-1, -1):
            self._toggle(self._chosen)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


def _centred(painter: QPainter, cell: QRectF, baseline: float, text: str) -> None:
    width = painter.fontMetrics().horizontalAdvance(text)
    painter.drawText(QPointF(cell.center().x() - width / 2, baseline), text)


def blend(back: QColor, front: QColor, share: float) -> QColor:
    """A colour between two, ``share`` of the way to ``front``."""
    keep = 1.0 - share
    return QColor.fromRgbF(
        back.redF() * keep + front.redF() * share,
        back.greenF() * keep + front.greenF() * share,
        back.blueF() * keep + front.blueF() * share,
    )


def readable_on(back: QColor) -> QColor:
    """Black or white, whichever has the greater contrast on ``back`` (WCAG relative luminance)."""

    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    luminance = 0.2126 * linear(back.redF()) + 0.7152 * linear(back.greenF()) + 0.0722 * linear(back.blueF())
    return QColor("#000000" if (luminance + 0.05) / 0.05 > 1.05 / (luminance + 0.05) else "#ffffff")
