"""A sequence as chips that wrap, walked with the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QToolTip, QWidget

from ...theme import notifier, tokens
from ..numbers import count_text
from .drawing import GAP, Chip, ChipPainter, TagKinds

ROW_GAP = 6.0
TOLD = 200
"""Tokens that are told to those who don't see them."""


class ChipsView(QWidget):
    """Chips in lines as wide as the widget, all of them or the first ``most``. Arrow keys go from token to token, Ctrl+C
    copies tokens and tags as lines."""

    def __init__(self, name: str, parent: QWidget | None = None, *, most: int = 0) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Tokens with their tags"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.chips: tuple[Chip, ...] = ()
        self.current = -1
        self._kinds = TagKinds()
        self._most = most
        self._widths: list[float] = []
        self._rects: list[QRectF] = []
        self._laid_out = -1
        self._painter = ChipPainter(self.font())
        notifier.changed.connect(self._restyle)

    def set_chips(self, chips: Sequence[Chip], kinds: TagKinds) -> None:
        """Shows another sequence."""
        self.chips, self._kinds, self.current = tuple(chips), kinds, -1
        self._measure()
        self._tell()

    @property
    def shown(self) -> tuple[Chip, ...]:
        """The chips that are drawn."""
        return self.chips[: self._most] if self._most else self.chips

    def rect_of(self, place: int) -> QRect:
        """Where a token is."""
        self._lay_out(self.width())
        return self._rects[place].toAlignedRect()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._flow(width)[1]

    def sizeHint(self) -> QSize:
        width = max(self.width(), 160)
        return QSize(width, self._flow(width)[1])

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._painter.height)

    def _measure(self) -> None:
        self._painter = ChipPainter(self.font())
        self._widths = [self._painter.width(chip) for chip in self.shown]
        self._laid_out = -1
        self.updateGeometry()
        self.update()

    def _restyle(self) -> None:
        self._measure()

    def _flow(self, width: int) -> tuple[list[QRectF], int]:
        found, x, y, high = [], 0.0, 0.0, float(self._painter.height)
        for wanted in self._widths:
            wide = min(wanted, max(float(width), 24.0))
            if x and x + wide > width:
                x, y = 0.0, y + high + ROW_GAP
            found.append(QRectF(x, y, wide, high))
            x += wide + GAP
        bottom = y + high + (self.fontMetrics().height() + ROW_GAP if self._rest() else 0)
        return found, round(bottom + 1)

    def _rest(self) -> int:
        return len(self.chips) - len(self._widths)

    def _lay_out(self, width: int) -> None:
        if width != self._laid_out:
            self._rects, _ = self._flow(width)
            self._laid_out = width

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(self.width())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._lay_out(self.width())
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            seen = QRectF(event.rect())
            shown = self.shown
            for place, (chip, rect) in enumerate(zip(shown, self._rects, strict=True)):
                if rect.top() > seen.bottom():
                    break
                if rect.bottom() < seen.top():
                    continue
                after = shown[place + 1] if place + 1 < len(shown) else None
                level = after is not None and self._rects[place + 1].top() == rect.top()
                on = level and after is not None and self._kinds.goes_on(chip.tag, after.tag)
                current = place == self.current and self.hasFocus()
                self._painter.draw(painter, rect, chip, self._kinds, on=on, current=current)
            if self._rest() and self._rects:
                painter.setFont(self.font())
                painter.setPen(QColor(tokens().muted))
                text = self.tr("… and {count} more tokens").format(count=count_text(self._rest()))
                top = self._rects[-1].bottom() + ROW_GAP
                painter.drawText(QPointF(0, top + self.fontMetrics().ascent()), text)
        finally:
            painter.end()

    # Keyboard and mouse

    def choose(self, place: int) -> None:
        """Makes a token the current one and brings it into sight."""
        if not self.shown:
            return
        self.current = min(max(place, 0), len(self.shown) - 1)
        self._tell()
        self.update()
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            rect = self.rect_of(self.current)
            inner = above.widget()
            at = self.mapTo(inner, rect.center()) if inner is not self else rect.center()
            above.ensureVisible(at.x(), at.y(), 8, rect.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Right: self.current + 1,
            Qt.Key.Key_Left: self.current - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self.shown) - 1,
        }
        if event.matches(QKeySequence.StandardKey.Copy):
            lines = (f"{c.text}\t{c.tag}" + (f"\t{c.said}" if c.said else "") for c in self.chips)
            QGuiApplication.clipboard().setText("\n".join(lines))
        elif event.key() in steps:
            self.choose(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.current >= 0:
            self.choose(self._beside(1 if event.key() == Qt.Key.Key_Down else -1))
        else:
            super().keyPressEvent(event)

    def _beside(self, step: int) -> int:
        """The token above or below the current one."""
        self._lay_out(self.width())
        here = self._rects[self.current]
        middle, wanted = here.center().x(), here.top() + step * (here.height() + ROW_GAP)
        line = [k for k, rect in enumerate(self._rects) if abs(rect.top() - wanted) < 1]
        return min(line, key=lambda k: abs(self._rects[k].center().x() - middle), default=self.current)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current < 0 and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.choose(0)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.token_at(event.position())
        if place >= 0:
            self.choose(place)
        super().mousePressEvent(event)

    def token_at(self, at: QPointF) -> int:
        """The place of the token at a point, -1 for none."""
        return next((k for k, rect in enumerate(self._rects) if rect.contains(at)), -1)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self.token_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.shown[place].words if place >= 0 else "", self)
            return True
        return super().event(event)

    def _tell(self) -> None:
        if 0 <= self.current < len(self.shown):
            self.setAccessibleDescription(self.shown[self.current].words.replace("\n", ", "))
            return
        self.setAccessibleDescription(" ".join(f"{c.text} ({c.below})" for c in self.chips[:TOLD]))
