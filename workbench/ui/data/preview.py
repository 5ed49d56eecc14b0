"""One sample drawn many times, as training would see it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ...engine.data.augment import PRESETS
from ...engine.data.prepared import PreparedData
from ...engine.data.recipe import DataRecipe, Progress
from ...engine.torch_loading import load_torch
from ..icons import icon
from ..jobs import Job, Jobs
from ..theme import notifier
from ..widgets.thumbnails import to_image
from .augment import preset_words
from .page import Page
from .samples import target_text

DRAWS = 24
COLUMNS = (3, 4, 6, 8, 12)
"""Widths of the grid; the one that makes the pictures largest is taken."""
GAP = 8
_WAIT_MS = 120
"""Edits that follow each other faster than this are drawn once."""


class DrawsView(QWidget):
    """Pictures of equal size in a grid that fills the room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data_preview_draws")
        self.pictures: tuple[NDArray[np.uint8], ...] = ()
        self._images: list[QImage] = []
        self.setMinimumSize(240, 160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_pictures(self, pictures: list[NDArray[np.uint8]]) -> None:
        """Shows other pictures, uint8 (H, W) or (H, W, 3)."""
        self.pictures = tuple(pictures)
        self._images = [to_image(p) for p in pictures]
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._images:
            return
        first = self._images[0]
        factor, columns = max((self._factor(columns), columns) for columns in COLUMNS)
        # Pixels of small pictures stay sharp squares.
        factor = float(int(factor)) if factor >= 4 else factor
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, factor < 4)
            width, height = first.width() * factor, first.height() * factor
            for place, image in enumerate(self._images):
                row, column = divmod(place, columns)
                painter.drawImage(QRectF(column * (width + GAP), row * (height + GAP), width, height), image)
        finally:
            painter.end()

    def _factor(self, columns: int) -> float:
        """How many times their size pictures fit in so many columns."""
        rows = -(-len(self._images) // columns)
        wide = (self.width() - (columns - 1) * GAP) / columns
        high = (self.height() - (rows - 1) * GAP) / rows
        return max(min(wide / self._images[0].width(), high / self._images[0].height()), 0.01)


class AugmentPreview(Page):
    """Draws a sample's augmentations in a worker thread, whenever it is seen and something changed.

    ``preset_asked(str)``: the user wants one of the presets, there being no augmentation yet.
    """

    preset_asked = Signal(str)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(jobs, parent)
        self.setObjectName("data_preview")
        self._job: Job | None = None
        self._data: PreparedData | None = None
        self._recipe: DataRecipe | None = None
        self.sample = 0
        self.seed = 0
        self._stale = True
        self.words = QLabel(self)
        self.words.setObjectName("data_preview_words")
        self.words.setProperty("role", "muted")
        self.words.setWordWrap(True)
        self.again = QPushButton(self.tr("New draws"), self)
        self.again.setObjectName("data_preview_again")
        self.again.setAccessibleDescription(self.tr("Draws all of them anew"))
        self.again.clicked.connect(self._draw_anew)
        self.draws = DrawsView(self)
        self.draws.setAccessibleName(self.tr("The sample as training sees it, drawn anew in each place"))
        self.offers = QWidget(self)
        self._offer = QHBoxLayout(self.offers)
        self._offer.setContentsMargins(0, 0, 0, 0)
        for name in PRESETS["image"]:
            button = QPushButton(preset_words(name), self.offers)
            button.setObjectName(f"data_preview_{name}")
            button.clicked.connect(lambda _checked=False, name=name: self.preset_asked.emit(name))
            self._offer.addWidget(button)
        self._offer.addStretch(1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._draw)
        top = QHBoxLayout()
        top.addWidget(self.words, 1)
        top.addWidget(self.again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 16)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addWidget(self.offers)
        layout.addWidget(self.draws, 1)
        notifier.changed.connect(self._tint)
        self._tint()

    def place(self, data: PreparedData) -> int:
        return 20 if next(iter(data.raw.inputs.values())).kind == "image" else -1

    def heading(self, data: PreparedData) -> str:
        return self.tr("Augmentation")

    def set_data(self, data: PreparedData) -> None:
        """Other data; its first training sample is shown until one is chosen."""
        self._data = data
        if self.sample >= data.total:
            self.sample = int(data.splits["train"][0])
        self._ask()

    def set_recipe(self, recipe: DataRecipe) -> None:
        """Another recipe; drawn anew where its augmentation differs."""
        before, self._recipe = self._recipe, recipe
        on = bool(recipe.augment)
        self.again.setVisible(on)
        self.offers.setVisible(not on)
        if not on:
            self.words.setText(self.tr("No augmentation is on. Add operations on the left, or begin with a preset:"))
        if before is None or (before.augment, before.augment_edges) != (recipe.augment, recipe.augment_edges):
            self._ask()

    def set_sample(self, sample: int) -> None:
        """Which sample is drawn."""
        if sample != self.sample:
            self.sample = sample
            self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._ask()

    def _draw_anew(self) -> None:
        self.seed += 1
        self._ask()

    def _ask(self) -> None:
        self._stale = True
        if self.isVisible():
            self._timer.start()

    def _draw(self) -> None:
        data, recipe = self._data, self._recipe
        if data is None or recipe is None or next(iter(data.raw.inputs.values())).kind != "image":
            return
        self._stale = False
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if not recipe.augment:
            self.draws.set_pictures([])
            return
        sample, seed = min(self.sample, data.total - 1), self.seed

        def work(progress: Progress) -> list[NDArray[np.uint8]]:
            load_torch()
            from ...engine.data.augment.preview import preview

            return preview(data, recipe, sample, DRAWS, seed)

        def show(made: list[NDArray[np.uint8]]) -> None:
            self._job = None
            self.draws.set_pictures(made)
            classes = next(iter(data.raw.targets.values())).task == "classification"
            which = self.tr("Sample {sample}, class {target}") if classes else self.tr("Sample {sample}, {target}")
            self.words.setText(
                self.tr("{sample}, drawn {count} times. Choose another one among the pictures.").format(
                    sample=which.format(sample=f"{sample:,}", target=target_text(data, sample)), count=len(made)
                )
            )

        self._job = self.jobs.start(self.tr("Drawing augmentations"), work, done=show)

    def _tint(self) -> None:
        self.again.setIcon(icon("reload"))
