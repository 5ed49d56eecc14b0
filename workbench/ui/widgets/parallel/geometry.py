"""Where axes and lines lie in the plot, and what lies at a point of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from .axis import Floats

REACH = 7.0
"""How near the pointer must come to a line, in pixels."""

NOWHERE = -0.1
"""Place of a line on an axis for which it has no value: below its foot."""

LEFT, RIGHT = 34.0, 96.0
"""Room beside the axes, for half a heading and for the words of the last one."""


@dataclass(frozen=True)
class Geometry:
    """Of a plot ``width`` by ``height`` pixels with text ``line`` high, ``axes`` axes and lines at ``places`` (n, axes)."""

    width: float
    height: float
    line: float
    axes: int
    places: Floats

    @property
    def frame(self) -> QRectF:
        """From the first axis to the last, from their tops to their feet."""
        room = 0.12 if (self.places < 0).any() else 0.0
        height = max(self.height - 3 * self.line - 18, 20.0)
        return QRectF(LEFT, 2 * self.line + 10, max(self.width - LEFT - RIGHT, 20.0), height * (1 - room))

    @property
    def spacing(self) -> float:
        """From one axis to the next."""
        return self.frame.width() / max(self.axes - 1, 1)

    def x(self, axis: int) -> float:
        """Pixel of an axis."""
        return self.frame.left() + self.spacing * axis

    def every_x(self) -> Floats:
        """Pixels of all axes."""
        return np.array([self.x(k) for k in range(self.axes)])

    def y(self, places: Floats | float) -> Floats:
        """Pixels of places on an axis."""
        frame = self.frame
        return np.asarray(frame.bottom() - np.asarray(places) * frame.height())

    def place_at(self, y: float) -> float:
        """The place on an axis at a pixel, from 0 to 1."""
        frame = self.frame
        return min(max((frame.bottom() - y) / frame.height(), 0.0), 1.0)

    def axis_at(self, x: float, reach: float) -> int:
        """The axis within ``reach`` of a pixel, -1 where there is none."""
        distances = np.abs(self.every_x() - x)
        nearest = int(np.argmin(distances)) if self.axes else -1
        return nearest if self.axes and distances[nearest] <= reach else -1

    def line_at(self, position: QPointF, among: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> int:
        """The line at a point, of those ``among`` which it may be, -1 where there is none."""
        if not len(self.places) or self.axes < 2:
            return -1
        along = (position.x() - self.frame.left()) / self.spacing
        if not -0.02 <= along <= self.axes - 0.98:
            return -1
        left = min(max(int(along), 0), self.axes - 2)
        share = min(max(along - left, 0.0), 1.0)
        ys = self.y(self.places[:, left] * (1 - share) + self.places[:, left + 1] * share)
        distance = np.where(among, np.abs(ys - position.y()), np.inf)
        best = int(np.argmin(distance))
        return best if distance[best] <= REACH else -1
