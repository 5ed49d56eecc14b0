"""The plot: lines across the axes, ranges that keep some of them, and one that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ...theme import Tokens, tokens
from ..charts import KeptChart
from .axis import Floats, ParallelAxis
from .drawing import draw_axes, draw_legend, draw_lines, draw_one, pen_of
from .geometry import NOWHERE, Geometry

AXIS_REACH = 12.0
"""How near the pointer must come to an axis to be upon it, in pixels."""
STEP = 0.05
"""Share of an axis that a key moves the end of a range by."""


class ParallelPlot(KeptChart):
    """Each line is one run; the last axis is what was reached, and its colours are those of the lines.

    A range is drawn on an axis with the pointer: lines outside are faint. Left and right choose an axis, up and down the
    line above or below on it; Shift and Control with up and down move the ends of the axis's range, Delete takes it away,
    Escape all of them. ``ranged``: other lines are kept (``kept``). ``picked(int)``: the line that was chosen, by its place.
    """

    ranged = Signal()
    picked = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.axes: tuple[ParallelAxis, ...] = ()
        self._places: Floats = np.empty((0, 0))
        self._kinds: NDArray[np.int64] = np.empty(0, np.int64)
        self._names: tuple[str, ...] = ()
        self._describe: Callable[[int], str] = str
        self._downwards = False
        self.ranges: dict[int, tuple[float, float]] = {}
        """Kept part of an axis by its number, as shares of it."""
        self.chosen = self.pointed = -1
        self.axis = 0
        """The axis that keys are about."""
        self._drag: tuple[int, float] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_lines(
        self,
        axes: Sequence[ParallelAxis],
        values: Floats,
        kinds: NDArray[np.integer],
        names: Sequence[str],
        *,
        downwards: bool = False,
        describe: Callable[[int], str] = str,
    ) -> None:
        """Other lines; ranges stay where the axes are the same.

        Args:
            axes: k of them, the result last.
            values: (n, k), NaN where a line has no value.
            kinds: (n,), for each line its place in ``names``.
            names: what kinds of lines there are, at most three.
            downwards: whether a small result is a good one.
            describe: words for a line, by its place.
        """
        if [a.name for a in axes] != [a.name for a in self.axes]:
            self.ranges, self.axis = {}, 0
        self.axes, self._kinds, self._names = tuple(axes), np.asarray(kinds, np.int64), tuple(names)
        self._downwards, self._describe = downwards, describe
        columns = [axis.place(values[:, k]) for k, axis in enumerate(self.axes)]
        self._places = np.stack(columns, axis=1) if columns else np.empty((0, 0))
        self._places = np.where(np.isfinite(self._places), self._places, NOWHERE)
        self.chosen = self.pointed = -1
        self._tell()
        self.forget()

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return len(self._places)

    @property
    def kept(self) -> NDArray[np.bool_]:
        """(n,) whether each line lies within all ranges."""
        inside = np.ones(len(self._places), bool)
        for number, (low, high) in self.ranges.items():
            at = self._places[:, number]
            inside &= (at >= low - 1e-6) & (at <= high + 1e-6)  # a value at an end is within
        return inside

    def keep(self, axis: int, low: float, high: float) -> None:
        """Keeps the lines between two shares of an axis."""
        self.ranges[axis] = (min(low, high), max(low, high))
        self._ranged()

    def keep_all(self) -> None:
        """Takes all ranges away."""
        if self.ranges:
            self.ranges = {}
            self._ranged()

    def choose(self, line: int) -> None:
        """Brings a line to the front; -1 for none."""
        if line != self.chosen:
            self.chosen = line
            self._tell()
            self.update()

    def range_text(self, axis: int) -> str:
        """A range in words: "0.001 – 0.02"."""
        low, high = self.ranges[axis]
        known = self.axes[axis]
        if known.options:
            inside = [o for k, o in enumerate(known.options) if low <= (k + 0.5) / len(known.options) <= high]
            return ", ".join(inside) or "–"
        return f"{known.text(known.value(low))} – {known.text(known.value(high))}"

    def _ranged(self) -> None:
        self._tell()
        self.forget()
        self.ranged.emit()

    def _tell(self) -> None:
        """What the plot shows, for those who don't see it."""
        words = [
            self.tr("{count} lines over {axes}").format(count=self.lines, axes=", ".join(a.name for a in self.axes))
        ]
        if self.ranges:
            words.append(self.tr("{count} of them within the ranges").format(count=int(self.kept.sum())))
        if 0 <= self.chosen < self.lines:
            words.append(self._describe(self.chosen).replace("\n", ", "))
        self.setAccessibleDescription(". ".join(words))

    def sizeHint(self) -> QSize:
        return QSize(560, 320)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, 200)

    @property
    def geometry_of_lines(self) -> Geometry:
        """Where axes and lines lie."""
        line = QFontMetricsF(self.small_font()).height()
        return Geometry(self.width(), self.height(), line, len(self.axes), self._places)

    # Drawing

    def draw_all(self, painter: QPainter, colours: Tokens) -> None:
        painter.setFont(self.small_font())
        if not self.axes:
            return
        lie, reached = self.geometry_of_lines, self._places[:, -1]
        goodness = np.clip(1 - reached if self._downwards else reached, 0, 1)
        goodness = np.where(reached >= 0, goodness, 0.0)
        draw_lines(painter, colours, lie, kinds=self._kinds, kept=self.kept, goodness=goodness)
        draw_axes(painter, colours, lie, self.axes, downwards=self._downwards)
        better = self.tr("the stronger the colour, the better")
        there = frozenset(self._kinds.tolist())
        draw_legend(painter, colours, self.width(), self._names, there=there, better=better)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.axes:
            return
        painter = QPainter(self)
        try:
            self._draw_front(painter, tokens())
        finally:
            painter.end()

    def _draw_front(self, painter: QPainter, colours: Tokens) -> None:
        """Ranges, the axis that keys are about, and the lines that are pointed at and chosen."""
        lie, accent = self.geometry_of_lines, QColor(colours.accent)
        for number, (low, high) in self.ranges.items():
            x, top, foot = lie.x(number), float(lie.y(high)), float(lie.y(low))
            inside = QColor(accent)
            inside.setAlpha(60)
            painter.fillRect(QRectF(x - 7, top, 14, max(foot - top, 1.0)), inside)
            painter.setPen(QPen(accent, 1.5))
            painter.drawRect(QRectF(x - 7, top, 14, max(foot - top, 1.0)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line, colour, width in ((self.pointed, colours.warning, 2.0), (self.chosen, colours.text, 2.6)):
            if 0 <= line < self.lines:
                pen = pen_of(int(self._kinds[line]), QColor(colour), width)
                draw_one(painter, lie, line, pen, QColor(colours.surface))
        if self.hasFocus():
            x, top = lie.x(self.axis), lie.frame.top() - 4
            painter.setPen(QPen(accent, 2.0))
            painter.drawLine(QPointF(x - 12, top), QPointF(x + 12, top))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(QPen(accent, 1.0))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    # The pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        axis = self.geometry_of_lines.axis_at(event.position().x(), AXIS_REACH)
        if axis >= 0:
            self.axis, self._drag = axis, (axis, event.position().y())
            self.update()
            return
        found = self.geometry_of_lines.line_at(event.position(), self.kept)
        self.choose(found)
        self.picked.emit(found)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            axis, began = self._drag
            if abs(event.position().y() - began) > 3:
                lie = self.geometry_of_lines
                self.keep(axis, lie.place_at(began), lie.place_at(event.position().y()))
            return
        axis = self.geometry_of_lines.axis_at(event.position().x(), AXIS_REACH)
        found = -1 if axis >= 0 else self.geometry_of_lines.line_at(event.position(), self.kept)
        shape = Qt.CursorShape.SplitVCursor if axis >= 0 else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape if axis >= 0 or found >= 0 else Qt.CursorShape.ArrowCursor)
        self._point_at(found)
        place = event.globalPosition().toPoint()
        if found >= 0:
            QToolTip.showText(place, self._describe(found), self)
        elif axis >= 0 and self.axes[axis].help:
            QToolTip.showText(place, self.axes[axis].help, self)
        else:
            QToolTip.hideText()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag is None:
            return
        axis, began = self._drag
        self._drag = None
        if abs(event.position().y() - began) <= 3 and axis in self.ranges:
            self._let_go(axis)

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(-1)

    def _point_at(self, line: int) -> None:
        if line != self.pointed:
            self.pointed = line
            self.update()

    def _let_go(self, axis: int) -> None:
        if self.ranges.pop(axis, None) is not None:
            self._ranged()

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        way = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(key), 0)
        if not self.axes:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.axis = (self.axis + (1 if key == Qt.Key.Key_Right else -1)) % len(self.axes)
            self.update()
        elif way and held & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier):
            low, high = self.ranges.get(self.axis, (0.0, 1.0))
            if held & Qt.KeyboardModifier.ShiftModifier:
                low = min(max(low + way * STEP, 0.0), high)
            else:
                high = max(min(high + way * STEP, 1.0), low)
            self.keep(self.axis, low, high)
        elif way:
            self._walk(way)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._let_go(self.axis)
        elif key == Qt.Key.Key_Escape and self.ranges:
            self.keep_all()
        else:
            super().keyPressEvent(event)

    def _walk(self, way: int) -> None:
        """To the line above or below on the axis."""
        order = [int(k) for k in np.argsort(self._places[:, self.axis], kind="stable") if self.kept[k]]
        if not order:
            return
        at = order.index(self.chosen) + way if self.chosen in order else 0 if way > 0 else len(order) - 1
        self.choose(order[min(max(at, 0), len(order) - 1)])
        self.picked.emit(self.chosen)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
