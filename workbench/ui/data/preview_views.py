"""How augmented samples are shown: pictures, curves, marked texts, rows."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QImage, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QTextBrowser,
    QToolTip,
    QWidget,
)

from ...engine.data.augment.preview import Look
from ..theme import notifier, tokens
from ..widgets.thumbnails import to_image

COLUMNS = (3, 4, 6, 8, 12)
"""Widths of a grid; the one that makes the pictures largest is taken."""
GAP = 8
LEAST_SHARE = 0.7
"""Of the largest size that pictures could have, what they keep where their lines need room."""
MOST_CHANNELS = 6
"""Channels of a series that are drawn."""
MOST_STEPS = 2000
"""Steps of a series that are drawn; of more, every so many."""


def label_words(label: Sequence[tuple[str, float]]) -> str:
    """What is to be predicted: "7", or "62 % 7" and "38 % 1" in two lines of a mixed picture."""
    if len(label) == 1:
        return label[0][0]
    return "\n".join(f"{round(100 * share)} % {name}" for name, share in label)


class PicturesGrid(QWidget):
    """Pictures of equal size in a grid that fills the room, each with a line or two below it where there is something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data_preview_draws")
        self.pictures: tuple[NDArray[np.uint8], ...] = ()
        self.captions: tuple[str, ...] = ()
        self._images: list[QImage] = []
        self._places: list[QRectF] = []
        self.setMinimumSize(240, 160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        notifier.changed.connect(self.update)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = QPointF(event.pos())
            found = [c for place, c in zip(self._places, self.captions, strict=False) if place.contains(at)]
            QToolTip.showText(event.globalPos(), found[0] if found else "", self)
            return True
        return super().event(event)

    def set_pictures(self, pictures: Sequence[NDArray[np.uint8]], captions: Sequence[str] = ()) -> None:
        """Shows other pictures, uint8 (H, W) or (H, W, 3)."""
        self.pictures, self.captions = tuple(pictures), tuple(captions)
        self._images = [to_image(p) for p in pictures]
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._images:
            return
        font = QFont(self.font())
        font.setPixelSize(tokens().font_small)
        measure = QFontMetricsF(font)
        lines = max((caption.count("\n") + 1 for caption in self.captions), default=0)
        below = lines * measure.height() + 2 if lines else 0.0
        first = self._images[0]
        factor, columns = self._shape(measure, below)
        # Pixels of small pictures stay sharp squares.
        factor = float(int(factor)) if factor >= 4 else factor
        # With something to read below them, small pictures stand as far apart as their lines are long.
        room = (self.width() - (columns - 1) * GAP) / columns
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, factor < 4)
            painter.setFont(font)
            painter.setPen(QColor(tokens().text))
            width, height = first.width() * factor, first.height() * factor
            step = max(width, room) if self.captions else width
            self._places = []
            for place, image in enumerate(self._images):
                row, column = divmod(place, columns)
                left, top = column * (step + GAP), row * (height + below + GAP)
                self._places.append(QRectF(left, top, step, height + below))
                painter.drawImage(QRectF(left, top, width, height), image)
                if self.captions:
                    for line, words in enumerate(self.captions[place].split("\n")):
                        text = measure.elidedText(words, Qt.TextElideMode.ElideRight, step)
                        painter.drawText(
                            QPointF(left, top + height + line * measure.height() + measure.ascent() + 1), text
                        )
        finally:
            painter.end()

    def _shape(self, measure: QFontMetricsF, below: float) -> tuple[float, int]:
        """How large the pictures are, and in how many columns: as large as fits, but for some room for their lines."""
        shapes = [(self._factor(columns, below), columns) for columns in COLUMNS]
        best = max(shapes)
        widest = max((measure.horizontalAdvance(w) for c in self.captions for w in c.split("\n")), default=0.0)
        readable = [
            (factor, columns)
            for factor, columns in shapes
            if (self.width() + GAP) / columns - GAP >= widest and factor >= LEAST_SHARE * best[0]
        ]
        return max(readable, default=best)

    def _factor(self, columns: int, below: float) -> float:
        """How many times their size pictures fit in so many columns."""
        rows = -(-len(self._images) // columns)
        wide = (self.width() - (columns - 1) * GAP) / columns
        high = (self.height() - (rows - 1) * GAP) / rows - below
        return max(min(wide / self._images[0].width(), high / self._images[0].height()), 0.01)


class CurvesGrid(QWidget):
    """Series as small pictures of curves. Of one sample: a picture for each channel, its draws thin and the original bold
    and dashed over them. Of a batch: a picture for each sample, with all its channels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data_preview_curves")
        self.panels: list[tuple[str, list[tuple[NDArray[np.float32], bool]]]] = []
        self.setMinimumSize(240, 160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        notifier.changed.connect(self.update)

    def set_look(self, look: Look, captions: Sequence[str], *, single: bool) -> None:
        """Shows other series."""
        if single and look.series:
            names = look.channels[:MOST_CHANNELS]
            self.panels = [
                (name, [*((draw[:, k], False) for draw in look.series), (look.before[0][:, k], True)])
                for k, name in enumerate(names)
            ]
        else:
            self.panels = [
                (caption, [(values[:, k], False) for k in range(min(values.shape[1], MOST_CHANNELS))])
                for caption, values in zip(captions, look.series, strict=True)
            ]
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.panels:
            return
        colours = tokens()
        font = QFont(self.font())
        font.setPixelSize(colours.font_small)
        measure = QFontMetricsF(font)
        columns = 1 if len(self.panels) <= 2 else 2 if len(self.panels) <= 6 else 4
        rows = -(-len(self.panels) // columns)
        width = (self.width() - (columns - 1) * GAP) / columns
        height = (self.height() - (rows - 1) * GAP) / rows
        title = measure.height() + 2
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(font)
            for place, (name, curves) in enumerate(self.panels):
                row, column = divmod(place, columns)
                left, top = column * (width + GAP), row * (height + GAP)
                painter.setPen(QColor(colours.muted))
                text = measure.elidedText(name, Qt.TextElideMode.ElideRight, width)
                painter.drawText(QPointF(left, top + measure.ascent()), text)
                self._draw(painter, QRectF(left, top + title, width, max(height - title, 8.0)), curves)
        finally:
            painter.end()

    def _draw(self, painter: QPainter, area: QRectF, curves: list[tuple[NDArray[np.float32], bool]]) -> None:
        colours = tokens()
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.drawRect(area)
        low = min(float(values.min()) for values, _ in curves)
        high = max(float(values.max()) for values, _ in curves)
        span = high - low if high > low else 1.0
        single = any(bold for _, bold in curves)
        for place, (values, bold) in enumerate(curves):
            every = -(-len(values) // MOST_STEPS)
            shown = values[::every].astype(np.float64)
            x = area.left() + np.linspace(0.0, 1.0, len(shown)) * area.width()
            y = area.bottom() - 4 - (shown - low) / span * (area.height() - 8)
            colour = colours.text if bold else colours.plot[0 if single else place % len(colours.plot)]
            pen = QPen(QColor(colour), 2 if bold else 1)
            if bold:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawPolyline(QPolygonF([QPointF(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True)]))


class MarkedTexts(QTextBrowser):
    """Texts one below the other: what is gone is struck through, what is new is underlined and bold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data_preview_texts")
        self._look: Look | None = None
        self._captions: tuple[str, ...] = ()
        notifier.changed.connect(self._write)

    def set_look(self, look: Look, captions: Sequence[str]) -> None:
        """Shows other texts, each with a line above where there is something to say."""
        self._look, self._captions = look, tuple(captions)
        self._write()

    def _write(self) -> None:
        if self._look is None:
            return
        colours = tokens()
        # New words keep the colour of the text on a tinted ground, so that they can be read in both themes.
        styles = {
            "gone": f"color:{colours.muted}; text-decoration:line-through",
            "new": f"background:{colours.selection}; text-decoration:underline; font-weight:600",
            "": "",
        }
        spaced = " "
        parts = []
        for place, pieces in enumerate(self._look.texts):
            if place < len(self._captions) and self._captions[place]:
                parts.append(f'<p style="color:{colours.muted}; margin:8px 0 0 0">{escape(self._captions[place])}</p>')
            words = spaced.join(
                f'<span style="{styles[piece.mark]}">{escape(piece.text)}</span>' for piece in pieces if piece.text
            )
            parts.append(f'<p style="margin:0 0 6px 0">{words or "·"}</p>')
        self.setHtml("".join(parts))


class DrawnRows(QTableWidget):
    """Rows of a table; cells that differ are bold, and so they are told to screen readers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data_preview_rows")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def set_look(self, look: Look, headings: Sequence[str]) -> None:
        """Shows other rows; ``headings`` stand before them."""
        self.clear()
        self.setRowCount(len(look.rows))
        self.setColumnCount(len(look.header))
        self.setHorizontalHeaderLabels(list(look.header))
        self.setVerticalHeaderLabels(list(headings))
        for row, cells in enumerate(look.rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                if (row, column) in look.changed:
                    font = QFont(self.font())
                    font.setBold(True)
                    item.setFont(font)
                    item.setToolTip(self.tr("Changed"))
                    item.setData(Qt.ItemDataRole.AccessibleTextRole, self.tr("{text}, changed").format(text=text))
                self.setItem(row, column, item)
