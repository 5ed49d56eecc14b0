"""How the plot is drawn: lines, axes with their words, the scale of colours, and the legend."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from ...theme import Tokens
from ..plots.paint import chain, draw_segments, mixed
from .axis import Floats, ParallelAxis
from .geometry import NOWHERE, Geometry

STYLES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine)
"""How lines are drawn, by kind."""

SHADES = 24


def shades(colours: Tokens) -> list[QColor]:
    """From the worst result to the best: they differ in lightness, which every eye tells apart."""
    return [mixed(colours.accent, colours.border, 0.12 + 0.88 * k / (SHADES - 1)) for k in range(SHADES)]


def draw_lines(
    painter: QPainter,
    colours: Tokens,
    lie: Geometry,
    *,
    kinds: NDArray[np.int64],
    kept: NDArray[np.bool_],
    goodness: Floats,
) -> None:
    """Those left out first, then from the worst to the best, so that what is good lies in front."""
    x, pens = lie.every_x(), shades(colours)
    faint = mixed(colours.border, colours.background, 0.6)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for line in np.argsort(np.where(kept, goodness, -1.0), kind="stable").tolist():
        colour = pens[round(goodness[line] * (SHADES - 1))] if kept[line] else faint
        painter.setPen(pen_of(int(kinds[line]), colour, 1.4 if kept[line] else 1.0))
        draw_segments(painter, chain(x, lie.y(lie.places[line])))


def draw_one(painter: QPainter, lie: Geometry, line: int, pen: QPen, around: QColor) -> None:
    """A line in front of all others, with a point on each axis."""
    x, y = lie.every_x(), lie.y(lie.places[line])
    painter.setPen(pen)
    draw_segments(painter, chain(x, y))
    painter.setPen(QPen(around, 1.0))
    painter.setBrush(pen.color())
    for left, top in zip(x.tolist(), y.tolist(), strict=True):
        painter.drawEllipse(QPointF(left, top), 4.0, 4.0)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def pen_of(kind: int, colour: QColor, width: float) -> QPen:
    """The pen of a line."""
    return QPen(colour, width, STYLES[kind % len(STYLES)])


def draw_axes(
    painter: QPainter, colours: Tokens, lie: Geometry, axes: Sequence[ParallelAxis], *, downwards: bool
) -> None:
    """The axes with headings and ticks; along the last one the colours of the lines."""
    frame, metrics = lie.frame, QFontMetricsF(painter.font())
    wanted = max(2, int(frame.height() / (metrics.height() * 2.4)))
    for number, axis in enumerate(axes):
        x, last = lie.x(number), number == len(axes) - 1
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if last:
            _draw_scale(painter, shades(colours), x, frame, downwards=downwards)
        painter.setPen(QPen(QColor(colours.muted), 1.0))
        painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
        room = 84.0 if last else max(lie.spacing - 14, 24.0)
        ticks = [(float(axis.place(np.float64(value))), text) for value, text in axis.ticks(wanted)]
        if (lie.places[:, number] < 0).any():
            tr = QCoreApplication.translate
            words = tr("ParallelPlot", "no result") if last else tr("ParallelPlot", "not searched")
            ticks.append((NOWHERE, words))
        for place, text in ticks:
            _draw_tick(painter, colours, QPointF(x, float(lie.y(place))), text, room=room, metrics=metrics)
        painter.setPen(QColor(colours.text))
        title = metrics.elidedText(axis.name, Qt.TextElideMode.ElideMiddle, min(lie.spacing - 8, 220.0))
        width = metrics.horizontalAdvance(title)
        left = min(max(x - width / 2, 0.0), lie.width - width - 1)
        painter.drawText(QPointF(left, frame.top() - 8), title)


def _draw_tick(
    painter: QPainter, colours: Tokens, at: QPointF, text: str, *, room: float, metrics: QFontMetricsF
) -> None:
    backing = QColor(colours.background)
    backing.setAlpha(205)  # words are read, and lines behind them still seen
    painter.setPen(QPen(QColor(colours.muted), 1.0))
    painter.drawLine(QPointF(at.x() - 3, at.y()), QPointF(at.x() + 3, at.y()))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    box = QRectF(at.x() + 6, at.y() - metrics.height() / 2, metrics.horizontalAdvance(shown) + 3, metrics.height())
    painter.fillRect(box, backing)
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _draw_scale(painter: QPainter, made: Sequence[QColor], x: float, frame: QRectF, *, downwards: bool) -> None:
    part = frame.height() / SHADES
    # From the top down: where a small result is a good one, the best colour lies at the foot.
    for k, colour in enumerate(made if downwards else reversed(made)):
        painter.fillRect(QRectF(x - 4, frame.top() + k * part, 8, part + 1), colour)


def draw_legend(
    painter: QPainter, colours: Tokens, width: float, names: Sequence[str], *, there: frozenset[int], better: str
) -> None:
    """What kinds of lines there are, by how they are drawn, and in which way colours go."""
    metrics = QFontMetricsF(painter.font())
    x, height = 4.0, metrics.height()
    for kind in sorted(there):
        name = names[kind]
        painter.setPen(QPen(QColor(colours.text), 1.6, STYLES[kind % len(STYLES)]))
        painter.drawLine(QPointF(x, height / 2), QPointF(x + 26, height / 2))
        advance = metrics.horizontalAdvance(name) + 2
        painter.drawText(QRectF(x + 32, 0, advance, height), Qt.AlignmentFlag.AlignVCenter, name)
        x += advance + 50
    painter.setPen(QColor(colours.muted))
    room = QRectF(x, 0, max(width - x - 8, 0.0), height)
    shown = metrics.elidedText(better, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
