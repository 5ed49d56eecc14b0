"""The canvas: turns mouse, wheel and keys into gestures and commands, and decides zoom and level of detail."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QToolTip, QWidget

from .adding import Adding
from .bars import dot_tile
from .commands import CanvasCommands
from .editor import GraphEditor
from .geometry import CARD_HEIGHT, CARD_WIDTH, DOTS
from .gestures import DropGesture, Pointer
from .gestures.drop import kind_of
from .hint import Hint
from .minimap import Minimap
from .pointing import Pointing
from .rename import RenameField
from .scene import CanvasScene
from .zoom_bar import ZoomBar

ZOOM_RANGE = (0.1, 3.0)
DETAIL_FROM = (0.2, 0.45)
"""Zoom from which the title, and from which everything is shown."""
FIT_MARGIN = 24.0
"""Scene pixels around the network when the whole of it is shown."""
KEPT = 120.0
"""Pixels of the network that stay in view however far one scrolls."""


class CanvasView(QGraphicsView):
    """Shows the scene. Each mouse gesture is a class of its own; everything else one can do is in ``commands``.

    Signals:
        zoom_changed(float): the zoom, 1.0 for one to one.
        activated: Enter was pressed on the selection.
    """

    zoom_changed = Signal(float)
    activated = Signal()

    def __init__(self, canvas: CanvasScene, editor: GraphEditor, parent: QWidget | None = None) -> None:
        super().__init__(canvas, parent)
        self.canvas = canvas
        self.editor = editor
        self.setObjectName("canvas")
        self.setAccessibleName(self.tr("Network"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setInteractive(False)
        hints = QPainter.RenderHint
        self.setRenderHints(hints.Antialiasing | hints.TextAntialiasing | hints.SmoothPixmapTransform)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pointing = Pointing(self)
        self._fitted: tuple[float, float] | None = None
        self.hint = Hint(self.viewport())
        self.adding = Adding(self)
        self.rename_field = RenameField(self)
        self.commands = CanvasCommands(self)
        self.minimap = Minimap(self)
        self.zoom_bar = ZoomBar(self)
        canvas.arranged.connect(self._limit)
        canvas.selection_changed.connect(self._describe)
        self._describe()
        self._paint_dots()

    # Zoom and place

    @property
    def zoom(self) -> float:
        """Screen pixels for one of the scene."""
        return self.transform().m11()

    def set_zoom(self, zoom: float, at: QPoint | None = None) -> None:
        """Zooms around a point of the viewport, by default its middle."""
        self._fitted = None
        zoom = max(ZOOM_RANGE[0], min(ZOOM_RANGE[1], zoom))
        at = at if at is not None else self.viewport().rect().center()
        anchor = self.mapToScene(at)
        self.setTransform(QTransform.fromScale(zoom, zoom))
        self._limit()
        moved = self.mapFromScene(anchor) - at
        self.scroll_by(moved.x(), moved.y())
        detail = sum(zoom >= limit for limit in DETAIL_FROM)
        self.canvas.set_detail(detail)
        self._paint_dots()
        self.minimap.moved()
        self.zoom_changed.emit(zoom)

    def scroll_by(self, dx: int, dy: int) -> None:
        """Moves what is seen by pixels of the viewport."""
        self._fitted = None
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + dx)
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + dy)
        self.minimap.moved()

    def centre_on(self, point: QPointF) -> None:
        """Puts a point of the scene into the middle."""
        self._fitted = None
        self.centerOn(point)
        self.minimap.moved()

    def seen_rect(self) -> QRectF:
        """The part of the scene that is in view."""
        return self.mapToScene(self.viewport().rect()).boundingRect()

    def fit(self, largest: float = 1.0, smallest: float = ZOOM_RANGE[0]) -> None:
        """Shows the whole network, at most ``largest``; if that is below ``smallest``, its beginning.

        Until one zooms or scrolls, it is shown so again when the view gets another size.
        """
        rect = self.canvas.content_rect()
        if rect.isEmpty():
            self.set_zoom(1.0)
            self.centre_on(QPointF(CARD_WIDTH / 2, CARD_HEIGHT / 2))
            return
        rect = rect.adjusted(-FIT_MARGIN, -FIT_MARGIN, FIT_MARGIN, FIT_MARGIN)
        size = self.viewport().size()
        strip = self.zoom_bar.height() + 12  # the bar at the bottom covers no card
        wanted = min(size.width() / rect.width(), (size.height() - strip) / rect.height(), largest)
        self.set_zoom(max(wanted, smallest))
        self._limit()
        if wanted >= smallest:
            self.centre_on(rect.center() + QPointF(0, strip / 2 / self.zoom))
        else:  # as in a book: from the upper left corner
            seen = self.seen_rect()
            x = rect.center().x() if seen.width() >= rect.width() else rect.left() + seen.width() / 2
            y = rect.center().y() if seen.height() >= rect.height() else rect.top() + seen.height() / 2
            self.centre_on(QPointF(x, y))
        self._fitted = (largest, smallest)

    def refit(self) -> None:
        """After an edit: if the whole network was shown and it has outgrown the view, shows the whole again."""
        if self._fitted is not None and not self.seen_rect().contains(self.canvas.content_rect()):
            self.fit(*self._fitted)

    def show_nodes(self, ids: Iterable[str]) -> None:
        """Scrolls until the nodes are in view, and into the middle if they weren't."""
        rect = self.canvas.content_rect(i for i in ids if i in self.canvas.cards)
        if not rect.isEmpty() and not self.seen_rect().adjusted(8, 8, -8, -8).contains(rect):
            self.centre_on(rect.center())

    def _limit(self) -> None:
        """Keeps some of the network in view wherever one scrolls."""
        size, zoom = self.viewport().size(), self.zoom
        width, height = max(size.width() - KEPT, 1) / zoom, max(size.height() - KEPT, 1) / zoom
        content = self.canvas.content_rect()
        if content.isEmpty():
            content = QRectF(0, 0, CARD_WIDTH, CARD_HEIGHT)
        self.setSceneRect(content.adjusted(-width, -height, width, height))

    def _paint_dots(self) -> None:
        step = DOTS
        while step * self.zoom < 14:
            step *= 2
        tile = dot_tile(step * self.zoom, self.devicePixelRatioF())
        brush = QBrush(tile)
        brush.setTransform(QTransform.fromScale(step / tile.width(), step / tile.height()))
        self.setBackgroundBrush(brush)

    def restyle(self) -> None:
        """Takes the theme's colours again."""
        self.canvas.restyle()
        self._paint_dots()
        self.minimap.refresh()
        self.zoom_bar.restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the corner of the view where it is, and the overlays in theirs."""
        super().resizeEvent(event)
        self._limit()
        if self._fitted is not None:
            self.fit(*self._fitted)
        size = self.viewport().size()
        self.minimap.move(size.width() - self.minimap.width() - 12, size.height() - self.minimap.height() - 12)
        self.zoom_bar.adjustSize()
        self.zoom_bar.move(12, size.height() - self.zoom_bar.height() - 12)
        self.minimap.moved()

    # Mouse

    def cancel_gesture(self) -> bool:
        """Ends a gesture without an edit; whether there was one."""
        return self.pointing.cancel()

    def pointer(self, at: QPointF | QPoint, modifiers: Qt.KeyboardModifier) -> Pointer:
        """A place in the viewport, also in the scene, with the keys held."""
        point = at.toPoint() if isinstance(at, QPointF) else at
        return Pointer(point, self.viewportTransform().inverted()[0].map(QPointF(at)), modifiers)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Decides what a drag from here would mean, and selects."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.pointing.press(self.pointer(event.position(), event.modifiers()), event.button())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Moves the gesture, or shows what is under the mouse."""
        self.pointing.move(self.pointer(event.position(), event.modifiers()), event.buttons())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ends the gesture, or counts as a click."""
        self.pointing.release(self.pointer(event.position(), event.modifiers()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Renames a node; on a link or empty space asks for a layer."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = self.pointer(event.position(), event.modifiers())
        node, link = self.canvas.node_at(at.scene), self.canvas.link_at(at.scene, self.zoom)
        if node is not None:
            self.rename_field.open_for(node)
        else:
            self.adding.open(at.view, link=link)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls; with Ctrl zooms around the mouse; with Shift scrolls sideways."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * 1.0015 ** event.angleDelta().y(), event.position().toPoint())
        else:
            step = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta() / 2
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not step.x():
                step = QPoint(step.y(), 0)
            self.scroll_by(-step.x(), -step.y())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tooltips of cards, and pinching."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            node = self.canvas.node_at(self.mapToScene(event.pos()))
            text = self.canvas.cards[node].content.tooltip if node is not None and self.pointing.gesture is None else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.set_zoom(self.zoom * (1.0 + event.value()), event.position().toPoint())
            return True
        return super().viewportEvent(event)

    # Drops

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes layers of the palette; anything else goes on to the window."""
        kind = kind_of(event.mimeData())
        if not kind:
            event.ignore()
            return
        self.pointing.begin(DropGesture(self, self.pointer(event.position(), event.modifiers()), kind))
        event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Shows where the layer would go."""
        if self.pointing.gesture is None:
            event.ignore()
            return
        at = self.pointer(event.position(), event.modifiers())
        self.pointing.move_gesture(at)
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The layer was dragged away again."""
        self.cancel_gesture()

    def dropEvent(self, event: QDropEvent) -> None:
        """Adds the layer."""
        gesture = self.pointing.take()
        if gesture is None:
            event.ignore()
            return
        gesture.finished(self.pointer(event.position(), event.modifiers()))
        event.acceptProposedAction()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # Keys

    def event(self, event: QEvent) -> bool:
        """Claims the canvas' keys before the window's shortcuts get them."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (self.commands.claims(event) or event.key() == Qt.Key.Key_Space)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Runs the command of the key; Space waits for what comes, a drag or its release."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            if not event.isAutoRepeat():
                self.pointing.space = "held"
                self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif not self.commands.handle(event):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space without a drag opens the search for a layer."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat() and self.pointing.space:
            tapped, self.pointing.space = self.pointing.space == "held", ""
            self.viewport().unsetCursor()
            if tapped:
                self.adding.open_here()
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keys that were held no longer count."""
        self.pointing.space = ""
        super().focusOutEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks over the nodes; past the last one it leaves the canvas."""
        return self.commands.walk_order(1 if forward else -1) or super().focusNextPrevChild(forward)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the thing under the mouse, or with the selection for the menu key."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            chosen = self.canvas.content_rect(self.canvas.selected_nodes)
            place = self.mapFromScene(chosen.center()) if not chosen.isEmpty() else self.viewport().rect().center()
        else:
            place = event.pos()
            self._select_under(place)
        self.commands.menu(place).popup(self.viewport().mapToGlobal(place))

    def _select_under(self, place: QPoint) -> None:
        point = self.mapToScene(place)
        node, link = self.canvas.node_at(point), self.canvas.link_at(point, self.zoom)
        if node is not None:
            if node not in self.canvas.selected_nodes:
                self.canvas.select([node])
        elif link is not None:
            if link not in self.canvas.selected_links:
                self.canvas.select(links=[link])
        else:
            self.canvas.select()

    def _describe(self) -> None:
        """Tells screen readers what is selected."""
        chosen = [self.canvas.cards[i].content.tooltip.replace("\n", ", ") for i in self.canvas.selected_nodes[:3]]
        count = len(self.canvas.selected_nodes)
        text = "; ".join(chosen) if 0 < count <= 3 else self.tr("{0} nodes selected").format(count)
        self.setAccessibleDescription(text)
