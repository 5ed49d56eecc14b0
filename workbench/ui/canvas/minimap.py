"""The whole network in a corner, with the part that is in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from .. import theme
from .bars import category_color

if TYPE_CHECKING:
    from .view import CanvasView

SIZE = QSize(160, 104)
MARGIN = 8.0
FEWEST = 8
"""Networks with fewer nodes are seen at a glance."""


class Minimap(QWidget):
    """Cards as small blocks; dragging in it moves the view. Blocks are painted once and kept until cards change."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self.view = view
        self.setObjectName("canvas_minimap")
        self.setAccessibleName(self.tr("Overview"))
        self.setToolTip(self.tr("Drag to move over the network"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.resize(SIZE)
        self._blocks: QPixmap | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(50)
        self._later.timeout.connect(self.update)
        view.canvas.arranged.connect(self.refresh)
        view.canvas.selection_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Cards changed: paints the blocks anew, a little later, so that a drag isn't slowed down."""
        self._blocks = None
        self._show_or_hide()
        if not self._later.isActive():
            self._later.start()

    def moved(self) -> None:
        """The view moved or zoomed."""
        self._show_or_hide()
        if not self._later.isActive():
            self._later.start()

    def _show_or_hide(self) -> None:
        """Not for small networks, and not where it would cover a card though the whole network is in view."""
        cards = self.view.canvas.cards
        needed = len(cards) >= FEWEST
        seen = self.view.seen_rect()
        if needed and seen.contains(self.view.canvas.content_rect()):
            under = self.view.mapToScene(self.geometry()).boundingRect()
            needed = not any(card.rect.intersects(under) for card in cards.values())
        if needed == self.isHidden():
            self.setVisible(needed)

    def _mapping(self) -> tuple[float, float, float]:
        """Scale and shift from the scene to the map: map = scene * scale + shift."""
        rect = self.view.canvas.content_rect().adjusted(-40, -40, 40, 40)
        scale = min((self.width() - 2 * MARGIN) / rect.width(), (self.height() - 2 * MARGIN) / rect.height())
        return scale, self.width() / 2 - rect.center().x() * scale, self.height() / 2 - rect.center().y() * scale

    @staticmethod
    def _mapped(rect: QRectF, mapping: tuple[float, float, float]) -> QRectF:
        scale, dx, dy = mapping
        return QRectF(rect.x() * scale + dx, rect.y() * scale + dy, rect.width() * scale, rect.height() * scale)

    def _paint_blocks(self) -> QPixmap:
        t = theme.tokens()
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        back = QColor(t.surface)
        back.setAlphaF(0.94)
        painter.setBrush(back)
        painter.setPen(QPen(QColor(t.border), 1))
        painter.drawRoundedRect(QRectF(0.5, 0.5, self.width() - 1, self.height() - 1), 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        mapping = self._mapping()
        for card in self.view.canvas.cards.values():
            color = category_color(card.content.category)
            color.setAlphaF(0.55)
            if card.content.state == "problem":
                color = QColor(t.danger)
            if card.selected:
                color = QColor(t.accent)
            painter.setBrush(color)
            painter.drawRoundedRect(self._mapped(card.rect, mapping), 1.5, 1.5)
        painter.end()
        return pixmap

    def paintEvent(self, event: QPaintEvent) -> None:
        """The blocks, and the rectangle of the view."""
        if not self.view.canvas.cards:
            return
        if self._blocks is None:
            self._blocks = self._paint_blocks()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._blocks)
        inside = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        seen = self._mapped(self.view.seen_rect(), self._mapping()).intersected(inside)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.tokens().text), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(seen, 3, 3)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Shows the place that was pressed."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follows the mouse."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def _go(self, at: QPointF) -> None:
        if self.view.canvas.cards:
            scale, dx, dy = self._mapping()
            self.view.centre_on(QPointF((at.x() - dx) / scale, (at.y() - dy) / scale))
