"""Chips on one line in a cell of a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from ...theme import tokens
from ..tables import ColumnsView
from .drawing import GAP, Chip, ChipPainter, TagKinds

Chips = Callable[[int], Sequence[Chip]]
"""The chips of a sample."""
LEAST_WIDTH = 120
"""Of the column, in logical pixels; what room there is besides is its own."""
LEAST_CHIP = 24.0
"""How narrow the first chip of a row may become."""
BEFORE = 2
"""Tokens that are seen before the first wrong one."""


class ChipsDelegate(QStyledItemDelegate):
    """Draws the chips of a row as far as there is room, from shortly before the first wrong one on."""

    def __init__(self, view: ColumnsView, chips: Chips, kinds: TagKinds) -> None:
        super().__init__(view)
        self._view, self._chips, self._kinds = view, chips, kinds

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, QModelIndex(index))
        option.text = ""
        widget: QWidget | None = option.widget  # type: ignore[assignment]
        style = widget.style() if widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        drawing = ChipPainter(option.font)
        painter.save()
        painter.setClipRect(option.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for chip, rect, on in self.placed(option, index):
            if chip is None:
                painter.setFont(drawing.font)
                painter.setPen(QColor(tokens().muted))
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "…")
            else:
                drawing.draw(painter, rect, chip, self._kinds, on=on)
        painter.restore()

    def placed(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> list[tuple[Chip | None, QRectF, bool]]:
        """Where chips of a row are drawn, None for dots, and whether the span of each goes on with the next."""
        drawing = ChipPainter(option.font)
        chips = self._chips(self._view.columns_model.sample(index.row()))
        area = QRectF(option.rect).adjusted(6, 0, -6, 0)
        top = area.top() + (area.height() - drawing.height) / 2
        wrong = next((k for k, chip in enumerate(chips) if chip.said), 0)
        first, dots = max(0, wrong - BEFORE), 16.0
        room = area.width() - 2 * (dots + GAP)
        while first < wrong and sum(drawing.width(chip) + GAP for chip in chips[first : wrong + 1]) > room:
            first += 1  # in a narrow column the wrong one comes before what stands before it
        x = area.left()
        found: list[tuple[Chip | None, QRectF, bool]] = []
        if first:
            found.append((None, QRectF(x, top, dots, drawing.height), False))
            x += dots + GAP
        for place in range(first, len(chips)):
            chip = chips[place]
            wide, last = drawing.width(chip), place == len(chips) - 1
            limit = area.right() - (0 if last else dots)
            if place == first and x + wide > limit:
                wide = max(LEAST_CHIP, limit - x)  # better a part of it than nothing
            elif x + wide > limit:
                found.append((None, QRectF(x, top, dots, drawing.height), False))
                break
            on = not last and self._kinds.goes_on(chip.tag, chips[place + 1].tag)
            found.append((chip, QRectF(x, top, wide, drawing.height), on))
            x += wide + GAP
        return found

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        at = QPointF(event.pos())
        self.initStyleOption(option, QModelIndex(index))
        placed = self.placed(option, index)
        words = next((chip.words for chip, rect, _ in placed if chip is not None and rect.contains(at)), "")
        QToolTip.showText(event.globalPos(), words, view)
        return True


def show_chips(view: ColumnsView, column: int, chips: Chips, kinds: TagKinds) -> None:
    """Draws a column of a table as chips, and its rows as high as they need; a column of -1 takes that back. After
    ``set_table``, which makes rows low again."""
    before = view.property("chips_column")
    if isinstance(before, int) and before >= 0:
        old = view.itemDelegateForColumn(before)
        view.setItemDelegateForColumn(before, None)
        old.deleteLater()
    view.setProperty("chips_column", column)
    if column < 0:
        return
    view.setColumnWidth(column, LEAST_WIDTH)
    view.setItemDelegateForColumn(column, ChipsDelegate(view, chips, kinds))
    view.verticalHeader().setDefaultSectionSize(ChipPainter(view.font()).height + 8)
