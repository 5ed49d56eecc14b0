"""Small charts drawn with QPainter: split sizes, class counts, probabilities.

Series differ in colour and in pattern, every bar carries its number, and every chart tells its content to screen readers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ..theme import Tokens, notifier, tokens
from .numbers import count_text, share_text

GAP = 8


@dataclass(frozen=True)
class Series:
    """Numbers under one name, as many as there are labels or bins."""

    name: str
    values: Sequence[float]


class Chart(QWidget):
    """Base of the charts: repaints when the theme changes, explains what is under the pointer."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._spots: list[tuple[QRectF, str]] = []
        notifier.changed.connect(self.update)

    def draw(self, painter: QPainter, colours: Tokens) -> None:
        """Draws everything; subclasses fill ``_spots`` with areas and their explanations."""
        raise NotImplementedError

    def spot(self, point: QPointF) -> str:
        """The explanation of what lies at a point, empty where there is nothing."""
        return next((text for area, text in reversed(self._spots) if area.contains(point)), "")

    def small_font(self) -> QFont:
        """The font of labels and numbers."""
        font = QFont(self.font())
        font.setPixelSize(tokens().font_small)
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._spots.clear()
            self.draw(painter, tokens())
        finally:
            painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = self.spot(QPointF(event.pos()))
            if text:
                QToolTip.showText(event.globalPos(), text, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)


class KeptChart(Chart):
    """Base of charts with many points: the picture is kept until the numbers, the size or the theme change."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._picture: QPixmap | None = None
        notifier.changed.connect(self.forget)

    def forget(self) -> None:
        """Draws anew at the next paint."""
        self._picture = None
        self.update()

    def draw_all(self, painter: QPainter, colours: Tokens) -> None:
        """Draws the picture that is kept."""
        raise NotImplementedError

    def draw(self, painter: QPainter, colours: Tokens) -> None:
        ratio = self.devicePixelRatioF()
        wanted = QSize(round(self.width() * ratio), round(self.height() * ratio))
        if self._picture is None or self._picture.size() != wanted:
            picture = QPixmap(wanted)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            inner = QPainter(picture)
            try:
                self.draw_all(inner, colours)
            finally:
                inner.end()
            self._picture = picture
        painter.drawPixmap(0, 0, self._picture)


def series_colour(colours: Tokens, index: int) -> QColor:
    """The colour of a series by its place."""
    return QColor(colours.plot[index % len(colours.plot)])


def fill(painter: QPainter, rect: QRectF, colour: QColor, index: int) -> None:
    """Fills a bar so that series can be told apart without colour: solid, hatched, outlined, in turn."""
    if rect.width() <= 0 or rect.height() <= 0:
        return
    style = index % 3
    painter.setPen(Qt.PenStyle.NoPen)
    if style == 0:
        painter.fillRect(rect, colour)
        return
    faint = QColor(colour)
    faint.setAlphaF(0.35 if style == 1 else 0.15)
    painter.fillRect(rect, faint)
    if style == 1:
        painter.fillRect(rect, QBrush(colour, Qt.BrushStyle.BDiagPattern))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1))
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))


class StackedBar(Chart):
    """Parts of a whole in one bar, each with name, number and share: "train 1,257 (70 %)"."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._parts: tuple[tuple[str, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_parts(self, parts: Sequence[tuple[str, int]]) -> None:
        """Names and counts, in order."""
        self._parts = tuple(parts)
        self.setAccessibleDescription(self.text())
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The parts in words: "train 1,257 · validation 270 · test 270"."""
        return " · ".join(f"{name} {count_text(count)}" for name, count in self._parts)

    def sizeHint(self) -> QSize:
        line = QFontMetricsF(self.font()).height()
        return QSize(360, round(14 + 6 + line))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def draw(self, painter: QPainter, colours: Tokens) -> None:
        total = sum(count for _, count in self._parts)
        if not total:
            return
        metrics = QFontMetricsF(self.font())
        x, width = 0.0, float(self.width())
        for index, (name, count) in enumerate(self._parts):
            part = width * count / total
            rect = QRectF(x, 0, part, 14)
            fill(painter, rect.adjusted(0, 0, -2 if count else 0, 0), series_colour(colours, index), index)
            self._spots.append((rect, f"{name}: {count_text(count)} ({share_text(count / total)})"))
            x += part
        x, top = 0.0, 20.0
        full = [f"{n} {count_text(c)} ({share_text(c / total, 0)})" for n, c in self._parts]
        short = [f"{n} {count_text(c)}" for n, c in self._parts]
        needed = sum(metrics.horizontalAdvance(t) + 34 for t in full)
        for index, text in enumerate(full if needed <= width else short):
            swatch = QRectF(x, top + metrics.height() / 2 - 5, 10, 10)
            fill(painter, swatch, series_colour(colours, index), index)
            painter.setPen(QColor(colours.text))
            advance = metrics.horizontalAdvance(text)
            painter.drawText(QRectF(x + 16, top, advance + 2, metrics.height()), Qt.AlignmentFlag.AlignVCenter, text)
            x += advance + 34


class GroupedBars(Chart):
    """Counts by label, one bar for each series, lying so that names and numbers stay readable.

    ``label_clicked(int)``: the user clicked the row of that label.
    """

    label_clicked = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._labels: tuple[str, ...] = ()
        self._series: tuple[Series, ...] = ()
        self._highlight = -1
        self._rows: list[QRectF] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels shown."""
        return self._labels

    @property
    def series(self) -> tuple[Series, ...]:
        """The series shown."""
        return self._series

    def set_counts(self, labels: Sequence[str], series: Sequence[Series]) -> None:
        """Counts of each label in each series."""
        self._labels, self._series = tuple(labels), tuple(series)
        self._highlight = -1
        lines = [
            f"{label}: " + ", ".join(f"{s.name} {count_text(int(s.values[i]))}" for s in self._series)
            for i, label in enumerate(self._labels[:50])
        ]
        self.setAccessibleDescription("; ".join(lines))
        self.updateGeometry()
        self.update()

    def highlight(self, label: int) -> None:
        """Marks one label, -1 for none."""
        self._highlight = label
        self.update()

    def _bar_height(self) -> float:
        return max(10.0, round(QFontMetricsF(self.small_font()).capHeight() + 4))

    def sizeHint(self) -> QSize:
        row = self._bar_height() * max(len(self._series), 1) + GAP
        legend = QFontMetricsF(self.small_font()).height() + GAP
        return QSize(240, round(legend + row * len(self._labels)))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def draw(self, painter: QPainter, colours: Tokens) -> None:
        font = self.small_font()
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        top = self._draw_legend(painter, colours, metrics)
        largest = max((max(s.values, default=0) for s in self._series), default=0) or 1
        name_width = max((metrics.horizontalAdvance(t) for t in self._labels), default=0.0)
        name_width = min(name_width, self.width() * 0.36) + GAP
        number_width = metrics.horizontalAdvance(count_text(int(largest))) + GAP
        room = max(self.width() - name_width - number_width, 10.0)
        bar = self._bar_height()
        totals = [sum(s.values) or 1 for s in self._series]
        self._rows = []
        for i, label in enumerate(self._labels):
            row = QRectF(0, top, self.width(), bar * len(self._series) + GAP)
            self._rows.append(row)
            if i == self._highlight:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colours.hover))
                painter.drawRoundedRect(row.adjusted(0, -GAP / 2, 0, -GAP / 2), 4, 4)
            painter.setPen(QColor(colours.text))
            painter.drawText(
                QRectF(2, top, name_width - GAP, row.height() - GAP),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                metrics.elidedText(label, Qt.TextElideMode.ElideRight, name_width - GAP),
            )
            for k, series in enumerate(self._series):
                value = series.values[i]
                y = top + k * bar
                rect = QRectF(name_width, y + 1, room * value / largest, bar - 2)
                fill(painter, rect, series_colour(colours, k), k)
                painter.setPen(QColor(colours.muted))
                box = QRectF(rect.right() + 4, y - 4, number_width, bar + 8)
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, count_text(int(value)))
                tip = f"{label} · {series.name}: {count_text(int(value))} ({share_text(value / totals[k])} of {series.name})"
                self._spots.append((QRectF(0, y, self.width(), bar), tip))
            top += row.height()

    def _draw_legend(self, painter: QPainter, colours: Tokens, metrics: QFontMetricsF) -> float:
        x = 0.0
        for k, series in enumerate(self._series):
            fill(painter, QRectF(x, metrics.height() / 2 - 5, 10, 10), series_colour(colours, k), k)
            painter.setPen(QColor(colours.text))
            advance = metrics.horizontalAdvance(series.name)
            painter.drawText(
                QRectF(x + 14, 0, advance + 2, metrics.height()), Qt.AlignmentFlag.AlignVCenter, series.name
            )
            x += advance + 26
        return metrics.height() + GAP

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            for i, row in enumerate(self._rows):
                if row.contains(event.position()):
                    self.label_clicked.emit(i)


class ShareBars(Chart):
    """Shares of one (probabilities) as labelled bars, the largest, or all above a level, in bold type."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._items: tuple[tuple[str, float], ...] = ()
        self._level: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def items(self) -> tuple[tuple[str, float], ...]:
        """Labels and shares shown."""
        return self._items

    def set_shares(self, items: Sequence[tuple[str, float]], level: float | None = None) -> None:
        """Labels and shares, in the order to show them; those above ``level`` are marked, or the largest."""
        self._items, self._level = tuple(items), level
        self.setAccessibleDescription("; ".join(f"{label} {share_text(share)}" for label, share in self._items))
        self.updateGeometry()
        self.update()

    def _row(self) -> float:
        return QFontMetricsF(self.font()).height() + 6

    def sizeHint(self) -> QSize:
        return QSize(240, round(self._row() * len(self._items)))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def draw(self, painter: QPainter, colours: Tokens) -> None:
        plain, bold = QFont(self.font()), QFont(self.font())
        bold.setBold(True)
        metrics = QFontMetricsF(bold)
        names = min(max((metrics.horizontalAdvance(t) for t, _ in self._items), default=0.0), self.width() * 0.4) + GAP
        numbers = metrics.horizontalAdvance("100.0 %") + GAP
        room = max(self.width() - names - numbers, 10.0)
        top, row = 0.0, self._row()
        largest = max((share for _, share in self._items), default=0.0)
        for label, share in self._items:
            best = share == largest if self._level is None else share > self._level
            painter.setFont(bold if best else plain)
            painter.setPen(QColor(colours.text))
            shown = metrics.elidedText(label, Qt.TextElideMode.ElideRight, names - GAP)
            painter.drawText(QRectF(0, top, names, row), Qt.AlignmentFlag.AlignVCenter, shown)
            track = QRectF(names, top + 5, room, row - 10)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.hover))
            painter.drawRoundedRect(track, 3, 3)
            painter.setBrush(QColor(colours.accent if best else colours.muted))
            painter.drawRoundedRect(QRectF(track.left(), track.top(), room * share, track.height()), 3, 3)
            painter.setPen(QColor(colours.text if best else colours.muted))
            box = QRectF(track.right(), top, numbers, row)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, share_text(share))
            self._spots.append((QRectF(0, top, self.width(), row), f"{label}: {share_text(share, 3)}"))
            top += row
