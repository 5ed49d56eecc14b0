"""A grid of small pictures that stays smooth at any number of them: only what is visible is made."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ..theme import notifier, tokens

Index = QModelIndex | QPersistentModelIndex
FILLED = 0.75
"""Share of its place that a picture must fill when it is enlarged by a whole factor; otherwise it is stretched smoothly."""
MOST_TEXT = 132
"""Width of a caption, in logical pixels, that cells grow to at most."""
KEPT = 1500
"""Pictures kept ready: several screens of them."""


def picture(values: NDArray[np.uint8], side: int, ratio: float = 1.0) -> QPixmap:
    """A picture (H, W) or (H, W, C) uint8 fitted into ``side`` logical pixels.

    Small ones are enlarged by whole factors with hard edges, so that their pixels can be seen; where that would leave much
    of the place empty, and for large ones, the picture is smoothed.
    """
    image = to_image(values)
    wanted = max(1, round(side * ratio))
    largest = max(image.width(), image.height())
    factor = wanted // largest
    if factor * largest >= FILLED * wanted:
        image = image.scaled(image.width() * factor, image.height() * factor)
    else:
        image = image.scaled(
            wanted, wanted, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    made = QPixmap.fromImage(image)
    made.setDevicePixelRatio(ratio)
    return made


def to_image(values: NDArray[np.uint8]) -> QImage:
    """A QImage with its own memory from (H, W), (H, W, 1), (H, W, 3) or (H, W, 4) uint8."""
    array = np.ascontiguousarray(values, np.uint8)
    if array.ndim == 3 and array.shape[2] == 1:
        array = np.ascontiguousarray(array[:, :, 0])
    if array.ndim == 3 and array.shape[2] == 2:
        array = np.ascontiguousarray(array[:, :, 0])
    height, width = array.shape[:2]
    if array.ndim == 2:
        kind = QImage.Format.Format_Grayscale8
    else:
        array = np.ascontiguousarray(array[:, :, :4])
        kind = QImage.Format.Format_RGB888 if array.shape[2] == 3 else QImage.Format.Format_RGBA8888
    return QImage(array.data, width, height, array.strides[0], kind).copy()


class GridModel(QAbstractTableModel):
    """Samples laid out in as many columns as fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: NDArray[np.int64] = np.empty(0, np.int64)
        self.wide = 1
        self.caption: Callable[[int], tuple[str, str]] = lambda sample: ("", "")

    def set_rows(self, rows: NDArray[np.integer]) -> None:
        self.beginResetModel()
        self.rows = np.asarray(rows, np.int64)
        self.endResetModel()

    def set_wide(self, wide: int) -> None:
        if wide != self.wide:
            self.beginResetModel()
            self.wide = wide
            self.endResetModel()

    def place(self, index: Index) -> int:
        """Position in ``rows``, -1 for the empty cells at the end."""
        place = index.row() * self.wide + index.column()
        return place if index.isValid() and place < len(self.rows) else -1

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else -(-len(self.rows) // self.wide)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else min(self.wide, len(self.rows))

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) if self.place(index) >= 0 else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        place = self.place(index)
        if place < 0 or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return ", ".join(t for t in self.caption(int(self.rows[place])) if t)


class _Cell(QStyledItemDelegate):
    """Draws a picture with up to two lines under it."""

    def __init__(self, grid: PictureGrid) -> None:
        super().__init__(grid)
        self._grid = grid

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place = self._grid.grid_model.place(index)
        if place < 0:
            return
        sample = int(self._grid.grid_model.rows[place])
        colours, side = tokens(), self._grid.side
        rect: QRect = option.rect.adjusted(3, 3, -3, -3)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent), 2) if chosen else Qt.PenStyle.NoPen)
        plain = colours.raised if colours.dark else colours.surface
        painter.setBrush(QColor(colours.selection if chosen else colours.hover if hovered else plain))
        painter.drawRoundedRect(rect, 6, 6)
        pixmap = self._grid.pixmap(sample)
        shown = pixmap.deviceIndependentSize()
        x = rect.left() + (rect.width() - shown.width()) / 2
        y = rect.top() + 6 + (side - shown.height()) / 2
        painter.drawPixmap(round(x), round(y), pixmap)
        font = QFont(option.font)
        font.setPixelSize(colours.font_small)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        upper, lower = self._grid.grid_model.caption(sample)
        line = QRect(rect.left() + 4, rect.top() + side + 9, rect.width() - 8, metrics.height())
        painter.setPen(QColor(colours.text))
        painter.drawText(
            line, Qt.AlignmentFlag.AlignCenter, metrics.elidedText(upper, Qt.TextElideMode.ElideMiddle, line.width())
        )
        line.translate(0, metrics.height())
        painter.setPen(QColor(colours.muted if not chosen else colours.text))
        painter.drawText(
            line, Qt.AlignmentFlag.AlignCenter, metrics.elidedText(lower, Qt.TextElideMode.ElideRight, line.width())
        )
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._grid.cell_size()


class PictureGrid(QTableView):
    """Pictures of samples, scrolled, with two lines of text each.

    ``chosen(int)``: the sample that became the current one. Arrow keys walk in reading order.
    """

    chosen = Signal(int)

    def __init__(self, name: str, title: str, side: int = 84, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.side = side
        self._text_width = 0
        self._together = 1
        self.grid_model = GridModel(self)
        self.setModel(self.grid_model)
        self.setItemDelegate(_Cell(self))
        self._array: Callable[[int], NDArray[np.uint8]] | None = None
        self._pixmaps: OrderedDict[int, QPixmap] = OrderedDict()
        self.horizontalHeader().setVisible(False)
        self.verticalHeader().setVisible(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setMinimumSectionSize(16)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        # The delegate draws selection and hovering itself, with round corners.
        self.setStyleSheet(
            "QTableView { background: transparent; selection-background-color: transparent; } QTableView::item:selected, QTableView::item:hover { background: transparent; }"
        )
        self._resize_cells()
        notifier.changed.connect(self.viewport().update)

    def set_side(self, side: int) -> None:
        """Another size of the pictures, in logical pixels."""
        if side != self.side:
            self.side = side
            self._pixmaps.clear()
            self._resize_cells()
            self._layout_cells()

    def set_source(self, array: Callable[[int], NDArray[np.uint8]], caption: Callable[[int], tuple[str, str]]) -> None:
        """Where pictures (uint8 arrays) and their two lines of text come from, by sample number."""
        self._array = array
        self.grid_model.caption = caption
        self._pixmaps.clear()
        self.viewport().update()

    def set_samples(self, samples: NDArray[np.integer], together: int = 1) -> None:
        """Which samples are shown, in order; ``together`` neighbours are never parted by the end of a line."""
        self._together = together
        self.grid_model.set_rows(samples)
        self._layout_cells()
        self.scrollToTop()

    @property
    def samples(self) -> NDArray[np.int64]:
        """Samples shown, in order."""
        return self.grid_model.rows

    def pixmap(self, sample: int) -> QPixmap:
        """The picture of a sample, made when first asked for."""
        found = self._pixmaps.get(sample)
        if found is not None:
            self._pixmaps.move_to_end(sample)
            return found
        assert self._array is not None
        made = picture(self._array(sample), self.side, self.devicePixelRatioF())
        self._pixmaps[sample] = made
        if len(self._pixmaps) > KEPT:
            self._pixmaps.popitem(last=False)
        return made

    def select(self, sample: int) -> None:
        """Makes a sample the current one and scrolls to it; nothing where it is not shown."""
        places = np.flatnonzero(self.grid_model.rows == sample)
        if len(places):
            row, column = divmod(int(places[0]), self.grid_model.wide)
            index = self.grid_model.index(row, column)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def make_room(self, texts: Sequence[str]) -> None:
        """Makes cells wide enough for these texts, within reason."""
        font = QFont(self.font())
        font.setPixelSize(tokens().font_small)
        metrics = QFontMetrics(font)
        self._text_width = min(max((metrics.horizontalAdvance(t) for t in texts), default=0), MOST_TEXT)
        self._layout_cells()

    def cell_size(self) -> QSize:
        """Size of a cell in logical pixels."""
        font = QFont(self.font())
        font.setPixelSize(tokens().font_small)
        return QSize(max(self.side + 18, self._text_width + 18), self.side + 2 * QFontMetrics(font).height() + 20)

    def _resize_cells(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.cell_size().height())

    def _layout_cells(self) -> None:
        width = max(self.viewport().width(), 1)
        wide = max(1, width // self.cell_size().width())
        wide = max(wide // self._together, 1) * self._together
        current = self.current_sample()
        changed = wide != self.grid_model.wide
        self.grid_model.set_wide(wide)
        self.horizontalHeader().setDefaultSectionSize(width // wide)
        if changed and current >= 0:
            self.select(current)

    def current_sample(self) -> int:
        """The current sample, -1 for none."""
        place = self.grid_model.place(self.currentIndex())
        return int(self.grid_model.rows[place]) if place >= 0 else -1

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        place = self.grid_model.place(current)
        if place >= 0:
            self.chosen.emit(int(self.grid_model.rows[place]))

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        place = self.grid_model.place(self.currentIndex())
        step = {
            QAbstractItemView.CursorAction.MoveLeft: -1,
            QAbstractItemView.CursorAction.MovePrevious: -1,
            QAbstractItemView.CursorAction.MoveRight: 1,
            QAbstractItemView.CursorAction.MoveNext: 1,
        }.get(action)
        if step is None or place < 0:
            return super().moveCursor(action, modifiers)
        place = min(max(place + step, 0), len(self.grid_model.rows) - 1)
        return self.grid_model.index(*divmod(place, self.grid_model.wide))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._layout_cells()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._resize_cells()
