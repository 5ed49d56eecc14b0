"""A chart as a file: picture (PNG, SVG) or numbers (CSV)."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from ....engine.project.atomic import atomic_write
from ...theme import tokens
from .area import PlotArea
from .trace import Trace

MARGIN = 12
PICTURE_SCALE = 2.0
"""Pixels of a PNG for one of the screen's logical pixels."""


def save_png(path: Path, area: PlotArea, title: str) -> None:
    """Writes the chart as it is, with title and legend. Raises ``OSError``."""
    size = _size(area)
    image = QImage(size * PICTURE_SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(PICTURE_SCALE)
    painter = QPainter(image)
    _draw(painter, area, title, size)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    atomic_write(path, data.data())


def save_svg(path: Path, area: PlotArea, title: str) -> None:
    """Writes the chart as it is, with title and legend. Raises ``OSError``."""
    from PySide6.QtSvg import QSvgGenerator

    size = _size(area)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(title)
    painter = QPainter(generator)
    _draw(painter, area, title, size)
    painter.end()
    atomic_write(path, data.data())


def save_csv(path: Path, traces: Sequence[Trace]) -> None:
    """Writes every number of the curves, not only what is in view: one line for each run, series and step.

    Columns: run, series, step, epoch (with a fraction), seconds, value. Raises ``OSError``.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(("run", "series", "step", "epoch", "seconds", "value"))
    for trace in traces:
        steps = trace.series.steps
        epochs = np.round(trace.axis.to_axis("epochs", steps), 6).tolist()
        seconds = np.round(trace.axis.to_axis("seconds", steps), 6).tolist()
        rows = zip(steps.astype(np.int64).tolist(), epochs, seconds, trace.series.values.tolist(), strict=True)
        writer.writerows((trace.run, trace.name, *row) for row in rows)
    atomic_write(path, text.getvalue().encode())


def _size(area: PlotArea) -> QSize:
    line = QFontMetricsF(area.font()).height()
    return QSize(area.width() + 2 * MARGIN, round(area.height() + 2 * line + 3 * MARGIN))


def _draw(painter: QPainter, area: PlotArea, title: str, size: QSize) -> None:
    colours = tokens()
    painter.fillRect(0, 0, size.width(), size.height(), QColor(colours.surface))
    font = QFont(area.font())
    font.setPixelSize(colours.font_body)
    metrics = QFontMetricsF(font)
    bold = QFont(font)
    bold.setBold(True)
    painter.setFont(bold)
    painter.setPen(QColor(colours.text))
    painter.drawText(QRectF(MARGIN, MARGIN, size.width(), metrics.height()), Qt.AlignmentFlag.AlignLeft, title)
    painter.setFont(font)
    x, y = float(MARGIN), MARGIN + metrics.height() + MARGIN / 2
    for trace in area.visible_traces():
        style = Qt.PenStyle.DashLine if trace.dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(trace.color), 2.0, style))
        middle = round(y + metrics.height() / 2)
        painter.drawLine(round(x), middle, round(x) + 24, middle)
        width = metrics.horizontalAdvance(trace.label)
        painter.setPen(QColor(colours.muted))
        painter.drawText(QRectF(x + 30, y, width + 4, metrics.height()), Qt.AlignmentFlag.AlignLeft, trace.label)
        x += width + 50
    painter.translate(MARGIN, y + metrics.height() + MARGIN / 2)
    kept, area.crosshair = area.crosshair, None
    try:
        area.draw(painter, area.rect())
    finally:
        area.crosshair = kept
