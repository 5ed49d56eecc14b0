"""Selecting what a rectangle touches."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QGraphicsRectItem

from ... import theme
from .base import Gesture, Pointer

ADD = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class RubberBandGesture(Gesture):
    """Cards under the rectangle are selected as it grows; Shift or Ctrl adds to what was selected before."""

    def started(self) -> None:
        accent = QColor(theme.tokens().accent)
        fill = QColor(accent)
        fill.setAlphaF(0.12)
        self._before = (self.scene.selected_nodes, self.scene.selected_links)
        self._band = QGraphicsRectItem()
        pen = QPen(accent, 1)
        pen.setCosmetic(True)
        self._band.setPen(pen)
        self._band.setBrush(fill)
        self._band.setZValue(10)
        self.scene.addItem(self._band)

    def moved(self, at: Pointer) -> None:
        rect = QRectF(self.start.scene, at.scene).normalized()
        self._band.setRect(rect)
        inside = [i for i, card in self.scene.cards.items() if card.rect.intersects(rect)]
        if at.modifiers & ADD:
            self.scene.select((*self._before[0], *inside), self._before[1])
        else:
            self.scene.select(inside)

    def finished(self, at: Pointer) -> None:
        self.moved(at)
        self.scene.removeItem(self._band)

    def cancelled(self) -> None:
        self.scene.removeItem(self._band)
        self.scene.select(*self._before)
