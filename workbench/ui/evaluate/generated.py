"""What a GAN's generator makes, beside real samples, and how far the two are apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from ..train.samples import Picture
from ..widgets.numbers import number_text
from ..widgets.scatter import Scatter

if TYPE_CHECKING:
    from ...engine.evaluate.generator import GanReport


class GeneratedPage(QWidget):
    """Two numbers, and made samples beside real ones."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evaluate_generated")
        self.report: GanReport | None = None
        self.distance = QLabel()
        self.distance.setObjectName("generated_distance")
        self.distance.setProperty("role", "heading")
        self.note = QLabel(
            self.tr(
                "A GAN has no accuracy. The distance is zero where made samples lie as real ones do; where it is near that of "
                "real samples among each other, it can't tell them apart. It looks at numbers, not at what a person sees."
            )
        )
        self.note.setObjectName("generated_note")
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self.made, self.real = Picture(), Picture()
        self.points = Scatter("generated_points")
        pictures = QWidget()
        grid = QGridLayout(pictures)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        titles = (self.tr("Made"), self.tr("Real"))
        for column, (title, picture) in enumerate(zip(titles, (self.made, self.real), strict=True)):
            label = QLabel(title)
            label.setProperty("role", "muted")
            grid.addWidget(label, 0, column)
            grid.addWidget(picture, 1, column)
            grid.setColumnStretch(column, 1)
            picture.setAccessibleName(title)
        grid.setRowStretch(1, 1)
        self.large = QStackedWidget()
        self.large.addWidget(pictures)
        self.large.addWidget(self.points)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.distance)
        layout.addWidget(self.note)
        layout.addWidget(self.large, 1)

    def set_report(self, report: GanReport) -> None:
        """Shows another report."""
        self.report = report
        words = self.tr("Distance of {count} made samples: {distance}")
        text = words.format(count=f"{report.samples:,}", distance=number_text(report.distance))
        if report.real is not None:
            text += self.tr(" · of as many real ones: {distance}").format(distance=number_text(report.real))
        self.distance.setText(text)
        if report.pictures:
            for picture, data in zip((self.made, self.real), report.pictures, strict=True):
                pixmap = QPixmap()
                pixmap.loadFromData(data)
                picture.set_pixmap(pixmap)
            self.large.setCurrentIndex(0)
            return
        made, real = report.rows
        both = np.concatenate([real, made])
        up = min(1, both.shape[1] - 1)
        names = report.names or tuple(f"x{k + 1}" for k in range(both.shape[1]))
        self.points.set_points(
            both[:, 0],
            both[:, up],
            np.repeat([0, 1], [len(real), len(made)]),
            (self.tr("real"), self.tr("made")),
            x_label=names[0],
            y_label=names[up],
        )
        self.large.setCurrentIndex(1)
