"""What a generator made after each epoch, from the same noise: the newest large, the earlier ones behind a slider."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QStackedWidget, QVBoxLayout, QWidget

from ...engine.train.events import Event, Sampled
from ..session import Session
from ..theme import tokens
from ..widgets.empty_page import EmptyPage
from ..widgets.scatter import Scatter
from .history import RunHistory

AGAIN_MS = 200
"""Shortest time between two looks at what a run in progress has made."""
FRAMES = 10
"""Pictures of the strip under the large one, at most."""


class SamplesView(QWidget):
    """The samples of the run in front. While the slider stands at its end, it follows the run."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setObjectName("train_samples")
        self.history: RunHistory | None = None
        self._shown: tuple[str, str] = ("", "")
        self._kept: dict[str, QPixmap] = {}
        self.empty = EmptyPage("samples", picture="image")
        self.empty.title.setText(self.tr("No samples yet"))
        self.empty.text.setText(
            self.tr("After each epoch of a GAN, its generator makes samples from the same noise. They are shown here.")
        )
        self.empty.button.setText(self.tr("Train"))
        self.empty.pressed.connect(session.train)
        self.epoch = QLabel()
        self.epoch.setObjectName("samples_epoch")
        self.epoch.setProperty("role", "heading")
        self.note = QLabel()
        self.note.setObjectName("samples_note")
        self.note.setProperty("role", "muted")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("samples_slider")
        self.slider.setAccessibleName(self.tr("Epoch whose samples are shown"))
        self.slider.setPageStep(1)
        self.slider.valueChanged.connect(self._show)
        self.picture = Picture()
        self.points = Scatter("samples_points")
        self.strip = Strip()
        self.strip.chosen.connect(self.slider.setValue)
        self.large = QStackedWidget()
        self.large.addWidget(self.picture)
        self.large.addWidget(self.points)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.epoch)
        head.addWidget(self.note)
        head.addWidget(self.slider, 1)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.large, 1)
        column.addWidget(self.strip)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.empty)
        self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AGAIN_MS)
        self._timer.timeout.connect(self.refresh)
        session.run_events.connect(self._take)

    def show_run(self, history: RunHistory | None) -> bool:
        """Another run is in front; whether there is something to see of it, now or later."""
        if history is not self.history:
            self.history = history
            self._shown = ("", "")
            self._kept.clear()
            self.slider.blockSignals(True)
            self.slider.setMaximum(0)
            self.slider.blockSignals(False)
            self.refresh()
        made = history is not None and (history.adversarial or bool(history.samples))
        return made or "generator" in self.session.document.project.roles

    def refresh(self) -> None:
        """Takes up what was made since the last look."""
        made = self.history.samples if self.history is not None else []
        self.pages.setCurrentIndex(1 if made else 0)
        if not made:
            return
        at_end = self.slider.value() >= self.slider.maximum()
        self.slider.blockSignals(True)
        self.slider.setRange(0, len(made) - 1)
        if at_end:
            self.slider.setValue(len(made) - 1)
        self.slider.blockSignals(False)
        self._show()

    def _take(self, events: list[Event]) -> None:
        # The history learns of them in a moment; of a tiny network, dozens of epochs end in a second.
        if any(isinstance(e, Sampled) for e in events) and not self._timer.isActive():
            self._timer.start()

    def _show(self) -> None:
        history = self.history
        if history is None or not history.samples:
            return
        sampled = history.samples[min(self.slider.value(), len(history.samples) - 1)]
        if history.epochs:
            words = self.tr("Epoch {epoch} of {epochs}").format(epoch=sampled.epoch, epochs=history.epochs)
        else:
            words = self.tr("Epoch {epoch}").format(epoch=sampled.epoch)
        self.epoch.setText(words)
        best = sampled.epoch == history.best_epoch
        self.note.setText(self.tr("○ the best so far") if best else "")
        if self._shown == (history.run, sampled.file):
            self._show_strip()
            return
        self._shown = (history.run, sampled.file)
        if sampled.columns:
            self.large.setCurrentWidget(self.picture)
            self.picture.set_pixmap(self._pixmap(sampled))
            self.picture.setAccessibleName(
                self.tr("{count} pictures made in epoch {epoch}").format(count=sampled.count, epoch=sampled.epoch)
            )
        else:
            self.large.setCurrentWidget(self.points)
            self._show_points(sampled)
        self._show_strip()

    def _show_strip(self) -> None:
        assert self.history is not None
        made = self.history.samples
        pictures = bool(made[0].columns)
        self.strip.setVisible(pictures and len(made) > 1)
        if not pictures:
            return
        places = np.unique(np.linspace(0, len(made) - 1, min(FRAMES, len(made))).round().astype(int)).tolist()
        self.strip.set_frames([(p, made[p].epoch, self._pixmap(made[p])) for p in places], self.slider.value())

    def _pixmap(self, sampled: Sampled) -> QPixmap:
        """The grid of an epoch; an empty one where its file is gone."""
        if sampled.file not in self._kept:
            self._kept[sampled.file] = QPixmap(str(self.session.runs_dir / sampled.run / sampled.file))
            if len(self._kept) > 4 * FRAMES:
                self._kept.pop(next(iter(self._kept)))
        return self._kept[sampled.file]

    def _show_points(self, sampled: Sampled) -> None:
        """The first two numbers of each sample, made ones beside real ones."""
        folder = (self.session.runs_dir / sampled.run / sampled.file).parent
        try:
            made = np.load(self.session.runs_dir / sampled.run / sampled.file, allow_pickle=False)
            real = np.load(folder / "real.npy", allow_pickle=False)
        except (OSError, ValueError):
            made = real = np.empty((0, 1))
        made, real = (part.reshape(len(part), int(np.prod(part.shape[1:]))) for part in (made, real))
        both = np.concatenate([real, made]) if real.shape[1:] == made.shape[1:] else made
        groups = np.repeat([0, 1], [len(both) - len(made), len(made)])
        across = both[:, 0] if both.size else np.empty(0)
        up = both[:, min(1, both.shape[1] - 1)] if both.size else np.empty(0)
        self.points.set_points(
            across,
            up,
            groups,
            (self.tr("real"), self.tr("made")),
            x_label=self.tr("first number"),
            y_label=self.tr("second number") if both.shape[1] > 1 else self.tr("first number"),
        )


class Picture(QWidget):
    """A picture as large as there is room, its pixels crisp where it is enlarged."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("samples_picture")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.pixmap = QPixmap()

    def set_pixmap(self, pixmap: QPixmap) -> None:
        """Another picture."""
        self.pixmap = pixmap
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, 420)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_fitted(painter, self.pixmap, QRectF(self.rect()), self.devicePixelRatioF())


class Strip(QWidget):
    """Small pictures of some epochs in a row. ``chosen(int)``: the place of the one that was clicked."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("samples_strip")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.frames: list[tuple[int, int, QPixmap]] = []
        self._current = -1

    def set_frames(self, frames: list[tuple[int, int, QPixmap]], current: int) -> None:
        """Places, epochs and pictures; ``current`` is the place that is shown large."""
        self.frames, self._current = frames, current
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, 96)

    def _cell(self, index: int) -> QRect:
        width = self.width() / FRAMES
        return QRect(round(index * width), 0, round(width), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        nearest = min((p for p, _, _ in self.frames), key=lambda p: abs(p - self._current), default=-1)
        for index, (place, epoch, pixmap) in enumerate(self.frames):
            cell = self._cell(index).adjusted(2, 2, -2, -2)
            words = QRect(cell.left(), cell.bottom() - 16, cell.width(), 16)
            draw_fitted(painter, pixmap, QRectF(cell.adjusted(0, 0, 0, -18)), self.devicePixelRatioF())
            current = place == nearest
            font = self.font()
            font.setPixelSize(11)
            font.setBold(current)
            painter.setFont(font)
            painter.setPen(QColor(colours.text if current else colours.muted))
            painter.drawText(words, Qt.AlignmentFlag.AlignHCenter, f"{epoch:,}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        for index, (place, _, _) in enumerate(self.frames):
            if self._cell(index).contains(event.position().toPoint()):
                self.chosen.emit(place)


def draw_fitted(painter: QPainter, pixmap: QPixmap, room: QRectF, ratio: float) -> None:
    """A picture in the middle of a room: by a whole factor of the screen's pixels where it is enlarged."""
    if pixmap.isNull():
        return
    scale = min(room.width() / pixmap.width(), room.height() / pixmap.height())
    if scale * ratio >= 1.0:
        scale = int(scale * ratio) / ratio
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale * ratio < 1.0)
    width, height = pixmap.width() * scale, pixmap.height() * scale
    left, top = room.center().x() - width / 2, room.center().y() - height / 2
    painter.drawPixmap(QRectF(left, top, width, height), pixmap, QRectF(pixmap.rect()))
