"""Small pictures in the colour of a category."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap

from .. import theme


def category_color(category: str) -> QColor:
    """The colour of a palette category."""
    t = theme.tokens()
    return QColor(t.category.get(category, t.muted))


def bar_icon(category: str, height: int = 16) -> QIcon:
    """An upright bar, as on the left of the cards."""
    ratio = QGuiApplication.primaryScreen().devicePixelRatio() if QGuiApplication.primaryScreen() else 1.0
    pixmap = QPixmap(int(8 * ratio), int(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(category_color(category))
    painter.drawRoundedRect(QRectF(2, 1, 4, height - 2), 2, 2)
    painter.end()
    return QIcon(pixmap)


def dot_tile(step: float, ratio: float) -> QPixmap:
    """One tile of the canvas' background: a dot in the theme's grid colour. ``step`` in logical pixels of the screen."""
    t = theme.tokens()
    side = max(4, round(step * ratio))
    pixmap = QPixmap(side, side)
    pixmap.fill(QColor(t.canvas))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(t.grid))
    radius = 1.1 * ratio
    painter.drawEllipse(QRectF(side / 2 - radius, side / 2 - radius, 2 * radius, 2 * radius))
    painter.end()
    return pixmap
