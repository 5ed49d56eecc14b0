"""Mouse and keys of a plot: crosshair, zoom and pan. What is shown is left to the class that draws."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from .scale import Scale


class Navigation(QWidget):
    """Turns gestures into wishes. Subclasses keep ``_x``, ``_y`` (scales), ``_plot`` (where curves are) and the ranges up to date.

    Signals:
        hovered(object): value on the x axis under the mouse or the crosshair keys, None when it left.
        zoomed(low, high): the user asks for another range of the x axis.
        restored: the user asks for everything to be shown again.
    """

    hovered = Signal(object)
    zoomed = Signal(float, float)
    restored = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._x = self._y = Scale(0.0, 1.0, 0.0, 1.0)
        self._plot = QRect()
        self._range = (0.0, 1.0)
        self.crosshair: float | None = None
        self._drag: QPoint | None = None
        self._drag_y = False
        self._keys = False
        """Whether the focus came by keyboard."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    @property
    def x_range(self) -> tuple[float, float]:
        """The part of the x axis in view."""
        return self._range

    @property
    def y_range(self) -> tuple[float, float]:
        """The part of the y axis in view."""
        raise NotImplementedError

    def set_y(self, low: float, high: float) -> None:
        """Shows this part of the y axis until ``free_y``."""
        raise NotImplementedError

    def free_y(self) -> None:
        """Fits the y axis to what is in view, from now on."""
        raise NotImplementedError

    def restore(self) -> None:
        """Shows everything again."""
        self.free_y()
        self.restored.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._drag is not None:
            before, self._drag = self._drag, at
            if self._drag_y:
                self._pan_y(before.y(), at.y())
            else:
                low, high = (float(self._x.to_pixels(v)) - (at.x() - before.x()) for v in self._range)
                self.zoomed.emit(*(float(v) for v in self._x.to_values([low, high])))
        self._hover(float(at.x()) if at.x() >= self._plot.left() else None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag = event.position().toPoint()
            self._drag_y = self._drag.x() < self._plot.left()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drag = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.restore()

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered.emit(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta().y() or event.angleDelta().x()
        at = event.position()
        if turn and self._plot.adjusted(-self._plot.left(), 0, 0, 0).contains(at.toPoint()):
            factor = 0.85 ** (turn / 120)
            if at.x() < self._plot.left():
                self._zoom_y(at.y(), factor)
            else:
                self._zoom_x(at.x(), factor)
            event.accept()
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plot = event.key(), self._plot
        here = plot.right() if self.crosshair is None else round(float(self._x.to_pixels(self.crosshair)))
        stride = 16 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 2
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            to = here + (stride if key == Qt.Key.Key_Right else -stride)
            self._hover(float(min(max(to, plot.left()), plot.right())))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom_x(here, 0.8)
        elif key == Qt.Key.Key_Minus:
            self._zoom_x(here, 1.25)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_0):
            self.restore()
        elif key == Qt.Key.Key_Escape and self.crosshair is not None:
            self.hovered.emit(None)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # A frame for those who came by keyboard; the mouse shows where it is.
        self._keys = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _hover(self, x: float | None) -> None:
        inside = x is not None and x <= self._plot.right() + 1
        self.hovered.emit(float(self._x.to_values(x)) if inside else None)

    def _zoom_x(self, at: float, factor: float) -> None:
        low, high = (at + (float(self._x.to_pixels(v)) - at) * factor for v in self._range)
        self.zoomed.emit(*(float(v) for v in self._x.to_values([low, high])))

    def _zoom_y(self, at: float, factor: float) -> None:
        low, high = (at + (float(self._y.to_pixels(v)) - at) * factor for v in self.y_range)
        self.set_y(*(float(v) for v in self._y.to_values([low, high])))

    def _pan_y(self, before: int, now: int) -> None:
        low, high = (float(self._y.to_pixels(v)) - (now - before) for v in self.y_range)
        self.set_y(*(float(v) for v in self._y.to_values([low, high])))
