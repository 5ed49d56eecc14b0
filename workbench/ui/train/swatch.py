"""The little square that tells which curve belongs to which run."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from ..theme import tokens

SIDE = 12


def run_color(number: int) -> str:
    """The colour of a run's curves in the theme in use: the same for as long as the run lives."""
    colors = tokens().plot
    return colors[(number - 1) % len(colors)]


@lru_cache(maxsize=128)
def swatch(color: str, ratio: float = 1.0) -> QPixmap:
    """A square of a colour with round corners."""
    pixmap = QPixmap(QSize(round(SIDE * ratio), round(SIDE * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawRoundedRect(QRectF(0.5, 0.5, SIDE - 1, SIDE - 1), 3, 3)
    painter.end()
    return pixmap
