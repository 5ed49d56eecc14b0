"""The palette: every layer, by category, to drag or to add with the keyboard."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDrag, QFont, QFontMetricsF, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ...engine.graph.layer import Layer
from .. import theme
from ..canvas.bars import bar_icon, category_color
from ..canvas.card import translated
from ..canvas.gestures.drop import MIME
from ..canvas.search import all_layers, first_paragraph, score

KIND = Qt.ItemDataRole.UserRole


class Palette(QWidget):
    """``add_requested(kind)`` comes for a double click or Enter; a drag carries the layer's kind as ``MIME``."""

    add_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.setMinimumWidth(168)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 12, 0, 0)
        layout.setSpacing(8)
        self.field = QLineEdit()
        self.field.setObjectName("palette_search")
        self.field.setAccessibleName(self.tr("Search layers"))
        self.field.setPlaceholderText(self.tr("Search layers…"))
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self.tree = LayerTree()
        self.nothing = QLabel()
        self.nothing.setProperty("role", "muted")
        self.nothing.setWordWrap(True)
        self.nothing.hide()
        row = QVBoxLayout()
        row.setContentsMargins(0, 0, 8, 0)
        row.addWidget(self.field)
        row.addWidget(self.nothing)
        layout.addLayout(row)
        layout.addWidget(self.tree, 1)
        self.field.textChanged.connect(self._search)
        self.tree.itemActivated.connect(self._activated)
        theme.notifier.changed.connect(self._restyle)
        self.setFocusProxy(self.field)

    def _activated(self, item: QTreeWidgetItem) -> None:
        kind = item.data(0, KIND)
        if kind:
            self.add_requested.emit(kind)

    def _search(self, text: str) -> None:
        best, found = 0.0, None
        for item in self.tree.layer_items():
            value = score(text, Layer.members[item.data(0, KIND)])
            item.setHidden(value <= 0)
            if value > best:
                best, found = value, item
        for top in self.tree.categories():
            top.setHidden(all(row.isHidden() for row in children(top)))
        self.nothing.setVisible(found is None)
        self.nothing.setText(self.tr("No layer is called “{0}”. Try another word, such as conv or pool.").format(text))
        if found is not None and text:
            self.tree.setCurrentItem(found)
            self.tree.scrollToItem(found)
        elif not text:
            self.tree.setCurrentItem(None)  # type: ignore[call-overload]
            self.tree.scrollToTop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the search adds the best layer; Down goes into the list."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            item = self.tree.currentItem()
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None and self.field.text():
                self._activated(item)
                return True
            if event.key() == Qt.Key.Key_Down:
                self.tree.setFocus(Qt.FocusReason.TabFocusReason)
                if item is None:
                    self.tree.setCurrentItem(next(iter(self.tree.layer_items())))
                return True
            if event.key() == Qt.Key.Key_Escape and self.field.text():
                self.field.clear()
                return True
        return super().eventFilter(watched, event)

    def _restyle(self) -> None:
        self.tree.restyle()


class LayerTree(QTreeWidget):
    """The list of layers under their categories."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("palette_layers")
        self.setAccessibleName(self.tr("Layers"))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(6)
        self.setIconSize(QSize(8, 16))
        self.setUniformRowHeights(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(False)
        self.setItemsExpandable(False)
        top: QTreeWidgetItem | None = None
        for layer in all_layers():
            if top is None or top.data(0, Qt.ItemDataRole.AccessibleDescriptionRole) != layer.category:
                top = QTreeWidgetItem(self, [translated(layer.category)])
                top.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, layer.category)
                top.setFlags(Qt.ItemFlag.ItemIsEnabled)
            item = QTreeWidgetItem(top, [translated(layer.title)])
            item.setData(0, KIND, layer.kind)
            item.setToolTip(0, _tooltip(layer))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled)
        self.expandAll()
        self.restyle()

    def categories(self) -> list[QTreeWidgetItem]:
        """The rows of the categories."""
        rows = (self.topLevelItem(i) for i in range(self.topLevelItemCount()))
        return [row for row in rows if row is not None]

    def layer_items(self) -> list[QTreeWidgetItem]:
        """The rows of the layers, from top to bottom."""
        return [row for top in self.categories() for row in children(top)]

    def restyle(self) -> None:
        """Takes the theme's colours."""
        t = theme.tokens()
        small = QFont(self.font())
        small.setPixelSize(t.font_small)
        for top in self.categories():
            top.setForeground(0, QColor(t.muted))
            top.setFont(0, small)
        for item in self.layer_items():
            item.setIcon(0, bar_icon(Layer.members[item.data(0, KIND)].category))

    def mimeTypes(self) -> list[str]:
        """What a drag carries."""
        return [MIME]

    def mimeData(self, items: Sequence[QTreeWidgetItem]) -> QMimeData:
        """The kind of the dragged layer."""
        data = QMimeData()
        for item in items:
            if item.data(0, KIND):
                data.setData(MIME, QByteArray(item.data(0, KIND).encode()))
        return data

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drags the layer's name along; the canvas shows where the card would lie."""
        item = self.currentItem()
        if item is None or not item.data(0, KIND):
            return
        drag = QDrag(self)
        drag.setMimeData(self.mimeData([item]))
        drag.setPixmap(_ghost(Layer.members[item.data(0, KIND)], self.devicePixelRatioF(), self.font()))
        drag.setHotSpot(QPoint(-12, -8))
        drag.exec(Qt.DropAction.CopyAction)


def children(top: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    """The rows below a category."""
    rows = (top.child(i) for i in range(top.childCount()))
    return [row for row in rows if row is not None]


def _tooltip(layer: type[Layer]) -> str:
    return f"<p>{html.escape(translated(first_paragraph(layer)))}</p>"


def _ghost(layer: type[Layer], ratio: float, font: QFont) -> QPixmap:
    """A small chip: it hangs beside the mouse and hides nothing, also where windows can't be translucent."""
    t, title = theme.tokens(), translated(layer.title)
    metrics = QFontMetricsF(font)
    width, height = metrics.horizontalAdvance(title) + 32, metrics.height() + 12
    pixmap = QPixmap(int(width * ratio), int(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(t.accent), 1))
    painter.setBrush(QColor(t.raised))
    painter.drawRoundedRect(QRectF(0.5, 0.5, width - 1, height - 1), 6, 6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(category_color(layer.category))
    painter.drawRoundedRect(QRectF(9, 6, 4, height - 12), 2, 2)
    painter.setFont(font)
    painter.setPen(QColor(t.text))
    painter.drawText(QRectF(20, 0, width - 22, height), Qt.AlignmentFlag.AlignVCenter, title)
    painter.end()
    return pixmap
