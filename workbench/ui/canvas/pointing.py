"""What the mouse means: which gesture a press begins, when it starts, moves and ends, and what lies under it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from ...engine.graph.model import Link
from .gestures import ConnectGesture, Gesture, MoveGesture, PanGesture, Pointer, RubberBandGesture
from .scene import PortHit

if TYPE_CHECKING:
    from .view import CanvasView

EDGE = 12
"""A drag this near to the edge of the view scrolls it."""
FASTEST = 24
"""Pixels it scrolls at most in one step of 16 ms."""
ADD = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class Pointing:
    """Runs at most one gesture at a time for a view."""

    def __init__(self, view: CanvasView) -> None:
        self.view, self.canvas = view, view.canvas
        self.gesture: Gesture | None = None
        self.space = ""
        """Empty, "held", or "used" once a drag has made use of the key."""
        self._pending: Callable[[Pointer], Gesture] | None = None
        self._pressed: Pointer | None = None
        self._click: Callable[[], None] | None = None
        self._lit = ""
        self._armed = False
        """A drag that comes in from outside doesn't scroll the view before it has been in its middle."""
        self._edge_step = QPoint()
        self._edge_timer = QTimer(view)
        self._edge_timer.setInterval(16)
        self._edge_timer.timeout.connect(self._scroll_edge)

    # Gestures

    def begin(self, gesture: Gesture) -> None:
        """Starts a gesture; one that runs is cancelled."""
        self.cancel()
        self.gesture, self._armed = gesture, False
        gesture.started()
        if gesture.cursor is not None:
            self.view.viewport().setCursor(gesture.cursor)

    def cancel(self) -> bool:
        """Ends a gesture without an edit; whether there was one."""
        self._pending = self._click = None
        gesture = self.take()
        if gesture is not None:
            gesture.cancelled()
        return gesture is not None

    def take(self) -> Gesture | None:
        """The running gesture, which no longer runs; the caller ends it."""
        gesture, self.gesture = self.gesture, None
        self._edge_timer.stop()
        self.view.viewport().unsetCursor()
        return gesture

    def move_gesture(self, at: Pointer) -> None:
        """Moves the running gesture; near the edge the view begins to scroll."""
        assert self.gesture is not None
        self.gesture.moved(at)
        area = self.view.viewport().rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        dx = min(at.view.x() - area.left(), 0) + max(at.view.x() - area.right(), 0)
        dy = min(at.view.y() - area.top(), 0) + max(at.view.y() - area.bottom(), 0)
        self._edge_step = QPoint(max(-FASTEST, min(FASTEST, dx // 2)), max(-FASTEST, min(FASTEST, dy // 2)))
        self._armed = self._armed or area.contains(at.view)
        if self.gesture.scrolls and self._armed and not self._edge_step.isNull():
            if not self._edge_timer.isActive():
                self._edge_timer.start()
        else:
            self._edge_timer.stop()

    def _scroll_edge(self) -> None:
        if self.gesture is None:
            self._edge_timer.stop()
            return
        self.view.scroll_by(self._edge_step.x(), self._edge_step.y())
        place = self.view.viewport().mapFromGlobal(QCursor.pos())
        self.gesture.moved(self.view.pointer(place, QApplication.keyboardModifiers()))

    # Mouse

    def press(self, at: Pointer, button: Qt.MouseButton) -> None:
        """Decides what a drag from here would mean, and selects."""
        if self.gesture is not None:
            return
        self._pressed, self._pending, self._click = at, None, None
        if button == Qt.MouseButton.MiddleButton or (button == Qt.MouseButton.LeftButton and self.space):
            self.space = "used" if self.space else ""
            self.begin(PanGesture(self.view, at))
        elif button == Qt.MouseButton.LeftButton:
            self._press_left(at)

    def _press_left(self, at: Pointer) -> None:
        port, node = self.port_under(at), self.canvas.node_at(at.scene)
        adding = bool(at.modifiers & ADD)
        if port is not None and not adding:
            self._pending = self._from_port(port)
            self._click = lambda: self.canvas.select([port.node])
        elif node is not None:
            self._press_node(node, adding)
        else:
            link = self.canvas.link_at(at.scene, self.view.zoom)
            if link is not None:
                self._press_link(link, at, adding)
            else:
                self._pending = lambda start: RubberBandGesture(self.view, start)
                self._click = None if adding else self.canvas.select

    def _press_node(self, node: str, adding: bool) -> None:
        chosen, links = self.canvas.selected_nodes, self.canvas.selected_links
        if adding:
            kept = tuple(i for i in chosen if i != node) if node in chosen else (*chosen, node)
            self.canvas.select(kept, links)
            if node not in kept:
                return
        elif node not in chosen:
            self.canvas.select([node])
        else:
            self._click = lambda: self.canvas.select([node])
        self._pending = lambda start: MoveGesture(self.view, start, node)

    def _press_link(self, link: Link, at: Pointer, adding: bool) -> None:
        links = self.canvas.selected_links
        if adding:
            kept = tuple(k for k in links if k != link) if link in links else (*links, link)
            self.canvas.select(self.canvas.selected_nodes, kept)
            return
        self.canvas.select(links=[link])
        self._pending = self._from_link(link, at.scene)

    def _from_port(self, port: PortHit) -> Callable[[Pointer], Gesture]:
        """A drag from an input that has a link takes that link off; any other port starts a new one."""
        if port.side == "in":
            there = [k for k in self.canvas.graph.into[port.node] if k.target_port == port.port]
            chosen = [k for k in there if k in self.canvas.selected_links] or there[-1:]
            if chosen:
                held = PortHit(chosen[0].source, "out", chosen[0].source_port)
                return lambda start: ConnectGesture(self.view, start, held, chosen[0])
        return lambda start: ConnectGesture(self.view, start, port)

    def _from_link(self, link: Link, point: QPointF) -> Callable[[Pointer], Gesture]:
        """A drag on a link takes off the end that is nearer."""
        first, last = self.canvas.wires[link].points[0], self.canvas.wires[link].points[-1]
        if (point - first).manhattanLength() < (point - last).manhattanLength():
            held = PortHit(link.target, "in", link.target_port)
        else:
            held = PortHit(link.source, "out", link.source_port)
        return lambda start: ConnectGesture(self.view, start, held, link)

    def move(self, at: Pointer, buttons: Qt.MouseButton) -> None:
        """Starts the pending gesture when the mouse went far enough, moves the running one, or shows what is under it."""
        if self._pending is not None and self._pressed is not None:
            if (at.view - self._pressed.view).manhattanLength() < QApplication.startDragDistance():
                return
            make, start = self._pending, self._pressed
            self.begin(make(start))
        if self.gesture is not None:
            self.move_gesture(at)
        elif not buttons:
            self._hover(at)

    def release(self, at: Pointer) -> None:
        """Ends the gesture, or counts as a click."""
        click, self._click, self._pending = self._click, None, None
        gesture = self.take()
        if gesture is not None:
            gesture.finished(at)
        elif click is not None:
            click()
        if self.space:
            self.view.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    def port_under(self, at: Pointer) -> PortHit | None:
        """The port that a press here means; another card in front hides it."""
        port = self.canvas.port_at(at.scene, self.view.zoom)
        return port if port is not None and self.canvas.node_at(at.scene) in (None, port.node) else None

    def _hover(self, at: Pointer) -> None:
        port = self.port_under(at)
        node = port.node if port is not None else ""
        if self._lit and self._lit != node and self._lit in self.canvas.cards:
            self.canvas.cards[self._lit].light_port(None)
        if port is not None:
            self.canvas.cards[node].light_port((port.side, port.port))
        self._lit = node
        if self.space:
            return
        if port is not None:
            self.view.viewport().setCursor(Qt.CursorShape.CrossCursor)
        elif self.canvas.node_at(at.scene) is None and self.canvas.link_at(at.scene, self.view.zoom) is not None:
            self.view.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.view.viewport().unsetCursor()
