"""A node's card, put together from built-in items: Qt paints them without calling Python."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsEllipseItem,
    QGraphicsItem,
    QGraphicsPathItem,
    QGraphicsSimpleTextItem,
)

from ...engine.graph.layer import Layer
from .. import theme
from .card import CardContent
from .geometry import CARD_HEIGHT, CARD_WIDTH, PORT_SIZE, Position, card_rect, input_offset, output_offset

LEFT = 14.0
RIGHT = CARD_WIDTH - 12.0
ROWS = (9.0, 30.0, 52.0)
"""Tops of the title, summary and shape lines."""

SELECTED, PLAIN = 2.0, 1.0


def _rounded(rect: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path


class Fonts:
    """The card's fonts and their measures, made once for each theme."""

    def __init__(self) -> None:
        t = theme.tokens()
        self.title = QFont(QApplication.font())
        self.title.setPixelSize(t.font_body)
        self.title.setWeight(QFont.Weight.DemiBold)
        self.body = QFont(QApplication.font())
        self.body.setPixelSize(t.font_small)
        self.small = QFont(QApplication.font())
        self.small.setPixelSize(t.font_small - 1)
        self.badge = QFont(QApplication.font())
        self.badge.setPixelSize(t.font_small - 2)
        self.mono = QFont(theme.mono_font())
        self.mono.setPixelSize(t.font_small - 1)

    @staticmethod
    def elided(font: QFont, text: str, width: float) -> str:
        """The text, cut with an ellipsis so that it fits."""
        return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, max(width, 0.0))

    @staticmethod
    def width(font: QFont, text: str) -> float:
        """Width of the text."""
        return QFontMetricsF(font).horizontalAdvance(text)


class NodeItem(QGraphicsPathItem):
    """The card of one node. The scene tells it what to show; it knows nothing of the document."""

    def __init__(self, node_id: str, layer: Layer, content: CardContent, fonts: Fonts) -> None:
        super().__init__(_rounded(QRectF(0.5, 0.5, CARD_WIDTH - 1, CARD_HEIGHT - 1), 8))
        self.node_id = node_id
        self.position: Position = (0.0, 0.0)
        self.rect = card_rect(self.position)
        self.layer = layer
        self.content = content
        self.fonts = fonts
        self.selected = False
        self.detail = 2
        self.ports: dict[tuple[str, str], QGraphicsEllipseItem] = {}
        self._lit: tuple[str, str] | None = None
        self._lit_color = ""
        self._bar = QGraphicsPathItem(_rounded(QRectF(0, 0, 4, CARD_HEIGHT - 20), 2), self)
        self._bar.setPos(0, 10)
        self._bar.setPen(QPen(Qt.PenStyle.NoPen))
        self._title = QGraphicsSimpleTextItem(self)
        self._name = QGraphicsSimpleTextItem(self)
        self._summary = QGraphicsSimpleTextItem(self)
        self._corner = QGraphicsSimpleTextItem(self)
        self._line = QGraphicsSimpleTextItem(self)
        self._cost = QGraphicsSimpleTextItem(self)
        self._badge = QGraphicsPathItem(self)
        self._badge_text = QGraphicsSimpleTextItem(self._badge)
        self._sign = QGraphicsPathItem(self)
        self._sign.setPen(QPen(Qt.PenStyle.NoPen))
        self._mark = QGraphicsSimpleTextItem("!", self._sign)
        self.setZValue(1)
        self._make_ports()
        self.restyle(fonts)

    def place(self, position: Position) -> None:
        """Puts the card's top left corner to a place in the scene."""
        self.position = position
        self.rect = card_rect(position)
        self.setPos(*position)

    def show_content(self, layer: Layer, content: CardContent) -> None:
        """Shows other texts; does nothing when they are the same."""
        self.layer = layer
        if content == self.content:
            return
        ports = (self.content.inputs, self.content.outputs) != (content.inputs, content.outputs)
        self.content = content
        if ports:
            self._make_ports()
        self._fill()

    def set_selected(self, selected: bool) -> None:
        """Shows whether the node is selected."""
        if selected != self.selected:
            self.selected = selected
            self.setZValue(2 if selected else 1)
            self._border()

    def set_detail(self, detail: int) -> None:
        """2: everything; 1: the title, large; 0: the card alone."""
        if detail != self.detail:
            self.detail = detail
            self._fill()

    def light_port(self, port: tuple[str, str] | None, color: str = "accent") -> None:
        """Makes one port stand out, as (side, port name) with side "in" or "out"; None puts all back."""
        if (port, color) == (self._lit, self._lit_color):
            return
        self._lit, self._lit_color = port, color
        self._paint_ports()

    def restyle(self, fonts: Fonts) -> None:
        """Takes colours and fonts from the theme."""
        self.fonts = fonts
        for item, font in (
            (self._title, fonts.title),
            (self._name, fonts.small),
            (self._summary, fonts.body),
            (self._corner, fonts.small),
            (self._line, fonts.mono),
            (self._cost, fonts.mono),
            (self._mark, fonts.title),
            (self._badge_text, fonts.badge),
        ):
            item.setFont(font)
        self._fill()

    def _fill(self) -> None:
        t, c, f = theme.tokens(), self.content, self.fonts
        full = self.detail == 2
        muted, text = QBrush(QColor(t.muted)), QBrush(QColor(t.text))
        sign = c.state in ("problem", "warning")
        for item in (self._name, self._summary, self._corner, self._line, self._cost):
            item.setVisible(full)
        self._title.setVisible(self.detail > 0)
        self._title.setBrush(text)
        if full:
            room = RIGHT - LEFT
            corner = f.elided(f.small, c.corner, room * 0.5)
            corner_width = f.width(f.small, corner)
            self._place(self._corner, corner, RIGHT - corner_width, ROWS[0] + 2, muted)
            room -= corner_width + (10 if corner else 0)
            title = f.elided(f.title, c.title, room)
            self._title.setScale(1.0)
            self._place(self._title, title, LEFT, ROWS[0], text)
            title_width = f.width(f.title, title)
            left = room - title_width - 7
            name = f.elided(f.small, c.name, left) if left > 22 else ""
            self._place(self._name, name, LEFT + title_width + 7, ROWS[0] + 2, muted)
            self._place(self._summary, f.elided(f.body, c.summary, RIGHT - LEFT), LEFT, ROWS[1], muted)
            end = RIGHT - (20 if sign else 0)
            cost_width = f.width(f.mono, c.cost)
            line_width = f.width(f.mono, c.line)
            fits = line_width + cost_width + 12 <= end - LEFT
            cost = c.cost if fits else ""
            self._place(self._cost, cost, end - cost_width, ROWS[2], muted)
            line = f.elided(f.mono, c.line, end - LEFT - (cost_width + 12 if cost else 0))
            color = {"problem": QColor(t.danger), "unknown": QColor(t.muted)}.get(c.state, QColor(t.text))
            self._place(self._line, line, LEFT, ROWS[2], QBrush(color))
        elif self.detail == 1:
            scale = 1.7
            shown = f.elided(f.title, c.title, (RIGHT - LEFT - (20 if sign else 0)) / scale)
            self._title.setScale(scale)
            height = QFontMetricsF(f.title).height() * scale
            self._place(self._title, shown, LEFT, (CARD_HEIGHT - height) / 2, text)
        self._draw_badge()
        self._draw_sign(sign)
        self._bar.setBrush(QColor(t.category.get(c.category, t.muted)))
        self.setBrush(QColor(t.surface))
        self._border()
        self._paint_ports()

    @staticmethod
    def _place(item: QGraphicsSimpleTextItem, text: str, x: float, y: float, brush: QBrush) -> None:
        if item.text() != text:
            item.setText(text)
        item.setPos(x, y)
        item.setBrush(brush)

    def _draw_badge(self) -> None:
        """How the layer is trained, on the card's upper edge."""
        text = self.content.mark
        self._badge.setVisible(bool(text) and self.detail > 0)
        if not text:
            return
        t, font = theme.tokens(), self.fonts.badge
        height = QFontMetricsF(font).height() + 2
        width = self.fonts.width(font, text) + 12
        self._badge.setPath(_rounded(QRectF(0, 0, width, height), height / 2))
        self._badge.setPos(RIGHT - width, -height / 2)
        self._badge.setBrush(QColor(t.raised))
        self._badge_text.setText(text)
        self._badge_text.setPos(6, 1)
        self._badge_text.setBrush(QColor(t.text))

    def _draw_sign(self, shown: bool) -> None:
        """A disc for an error, a triangle for a warning: they differ in shape, not only in colour."""
        self._sign.setVisible(shown and self.detail > 0)
        if not shown:
            return
        t = theme.tokens()
        path = QPainterPath()
        error = self.content.state == "problem"
        if error:
            path.addEllipse(QRectF(0, 0, 16, 16))
        else:
            path.addPolygon(QPolygonF([QPointF(8, -0.5), QPointF(17, 15.5), QPointF(-1, 15.5)]))
            path.closeSubpath()
        self._sign.setPath(path)
        self._sign.setPos(RIGHT - 14, ROWS[2] - 2 if self.detail == 2 else (CARD_HEIGHT - 16) / 2)
        self._sign.setBrush(QColor(t.danger if error else t.warning))
        self._mark.setBrush(QColor(t.surface))
        metrics = QFontMetricsF(self.fonts.title)
        self._mark.setPos(8 - metrics.horizontalAdvance("!") / 2, (8 if error else 9) - metrics.height() / 2)

    def _border(self) -> None:
        t = theme.tokens()
        state = self.content.state
        color = t.danger if state == "problem" else t.warning if state == "warning" else t.border
        if self.selected:
            color = t.accent
        if self.content.mark:
            self._badge.setPen(QPen(QColor(color), PLAIN))
        self.setPen(QPen(QColor(color), SELECTED if self.selected or state == "problem" else PLAIN))

    def _make_ports(self) -> None:
        for old in self.ports.values():
            if self.scene() is not None:
                self.scene().removeItem(old)
        self.ports = {}
        for side, names, offset in (
            ("in", self.content.inputs, input_offset),
            ("out", self.content.outputs, output_offset),
        ):
            for name in names:
                dot = QGraphicsEllipseItem(-PORT_SIZE, -PORT_SIZE, 2 * PORT_SIZE, 2 * PORT_SIZE, self)
                dot.setPos(offset(self.layer, name))
                self.ports[side, name] = dot
        self._paint_ports()

    def _paint_ports(self) -> None:
        t = theme.tokens()
        for key, dot in self.ports.items():
            lit = key == self._lit
            color = QColor(getattr(t, self._lit_color) if lit else t.link)
            dot.setVisible(self.detail > 0 or lit)
            dot.setBrush(color if lit else QColor(t.surface))
            dot.setPen(QPen(color, 1.5))
            dot.setScale(1.6 if lit else 1.0)


def ghost(title: str) -> QGraphicsItem:
    """An outline that shows where a dropped layer will lie."""
    t = theme.tokens()
    item = QGraphicsPathItem(_rounded(QRectF(0.5, 0.5, CARD_WIDTH - 1, CARD_HEIGHT - 1), 8))
    item.setPen(QPen(QColor(t.accent), 1.5, Qt.PenStyle.DashLine))
    fill = QColor(t.accent)
    fill.setAlphaF(0.10)
    item.setBrush(fill)
    label = QGraphicsSimpleTextItem(title, item)
    fonts = Fonts()
    label.setFont(fonts.title)
    label.setBrush(QColor(t.text))
    label.setPos(LEFT, ROWS[0])
    item.setZValue(5)
    return item
