"""Quick strokes: numpy arrays handed to QPainter without a Python object for each point.

Everything is drawn as separate segments in opaque colours. Qt's raster engine draws 900 of them in 0.1 to 0.4 ms; the same
curve as one antialiased or half transparent path takes 60 to 400 ms, because it first works out where the path crosses itself.
"""

from __future__ import annotations

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QLineF
from PySide6.QtGui import QColor, QPainter, QPolygonF

from .series import Floats


def draw_segments(painter: QPainter, segments: NDArray[np.float64]) -> None:
    """Draws (n, 4) segments x1, y1, x2, y2 with the painter's pen."""
    if len(segments):
        block = np.ascontiguousarray(segments, np.float64)
        # A QLineF is four doubles; the second form of drawLines takes the first of many and their number.
        painter.drawLines(shiboken6.wrapInstance(block.ctypes.data, QLineF), len(block))


def chain(x: Floats, y: Floats) -> NDArray[np.float64]:
    """The segments between neighbours, those at a NaN left out."""
    segments = np.stack((x[:-1], y[:-1], x[1:], y[1:]), axis=1)
    return segments[np.isfinite(segments).all(axis=1)]


def bars(x: Floats, low: Floats, high: Floats) -> NDArray[np.float64]:
    """An upright segment for each column, made long enough to touch the one before, so that the band has no holes."""
    first, last = low.copy(), high.copy()
    first[1:] = np.fmin(low[1:], np.where(np.isnan(low[1:]), np.nan, high[:-1]))
    last[1:] = np.fmax(high[1:], np.where(np.isnan(high[1:]), np.nan, low[:-1]))
    segments = np.stack((x, first, x, last), axis=1)
    return segments[np.isfinite(segments).all(axis=1)]


def polygon(x: Floats, y: Floats) -> QPolygonF:
    """The points as Qt's polygon."""
    points = QPolygonF()
    points.resize(len(x))
    if len(x):
        memory = np.frombuffer(shiboken6.VoidPtr(points.data(), 16 * len(x), True), np.float64)
        memory[0::2] = x
        memory[1::2] = y
    return points


def unbroken(y: Floats) -> list[slice]:
    """The stretches without NaN."""
    good = np.concatenate(([False], np.isfinite(y), [False]))
    turns = np.flatnonzero(good[1:] != good[:-1])
    return [slice(int(a), int(b)) for a, b in zip(turns[0::2], turns[1::2], strict=True)]


def mixed(color: str, ground: str, share: float) -> QColor:
    """``color`` laid on ``ground`` with ``share`` of it, as an opaque colour."""
    top, below = QColor(color), QColor(ground)
    parts = [round(a * share + b * (1 - share)) for a, b in zip(top.getRgb()[:3], below.getRgb()[:3], strict=True)]
    return QColor(*parts)
