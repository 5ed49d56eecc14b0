"""The Steps tab: the way of one sample through the recipe, from what was read to what the network is fed."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from ...engine.data.prepared import SPLITS, PreparedData
from ...engine.data.raw import Array
from ...engine.data.recipe import DataRecipe, Progress
from ...engine.data.report import thumbnail
from ...engine.data.way import InputWay, PictureWay, way_of_picture, way_of_row
from ...engine.torch_loading import load_torch
from ..jobs import Job, Jobs
from ..language import told
from ..widgets.numbers import count_text, number_text
from ..widgets.tables import Column, ColumnsView
from ..widgets.thumbnails import picture
from .page import Page
from .samples import holds, target_text
from .words import scaling_words, split_word

SIDE = 128
DRAWS = 4
"""Augmented pictures shown."""
MOST_CHANNELS = 8
_WAIT_MS = 80
"""Samples that follow each other faster than this are not all shown."""


class StepCard(QFrame):
    """One step: a heading, a sentence, and pictures with a line under each."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.heading, self.text = QLabel(self), QLabel(self)
        self.heading.setProperty("role", "heading")
        self.text.setObjectName(f"{name}_text")
        self.text.setProperty("role", "muted")
        self.text.setWordWrap(True)
        self.pictures = QHBoxLayout()
        self.pictures.setSpacing(12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.heading)
        layout.addWidget(self.text)
        layout.addLayout(self.pictures)

    def show_step(self, heading: str, text: str, pictures: list[tuple[Array, str]]) -> None:
        """Shows a step; pictures are uint8 arrays, each with a line of text."""
        self.heading.setText(heading)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        while (item := self.pictures.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for values, line in pictures:
            box = QWidget(self)
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
            shown = QLabel(box)
            shown.setPixmap(picture(values, SIDE, self.devicePixelRatioF()))
            shown.setAccessibleName(line or heading)
            column.addWidget(shown)
            if line:
                words = QLabel(line, box)
                words.setProperty("role", "small")
                column.addWidget(words)
            column.addStretch(1)
            self.pictures.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        self.pictures.addStretch(1)


class StepsPage(Page):
    """Follows the current sample. A row: a line for each number that the network is fed. A picture: a card for each step."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(jobs, parent)
        self.setObjectName("data_steps")
        self._data: PreparedData | None = None
        self._recipe: DataRecipe | None = None
        self._job: Job | None = None
        self.sample = -1
        self.words = QLabel(self)
        self.words.setObjectName("data_steps_words")
        self.words.setProperty("role", "muted")
        self.words.setWordWrap(True)
        self.table = ColumnsView(
            "data_steps_row", self.tr("From the cells of the row to what the network is fed"), self
        )
        self.read, self.fed, self.drawn = (StepCard(f"data_step_{n}", self) for n in ("read", "fed", "drawn"))
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 16)
        column.setSpacing(12)
        for card in (self.read, self.drawn, self.fed):
            column.addWidget(card)
        column.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setObjectName("data_steps_cards")
        self._area.setAccessibleName(self.tr("Steps"))
        self._area.setWidgetResizable(True)
        self._area.setWidget(body)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._area)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._show)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.words)
        layout.addLayout(self._stack, 1)

    def place(self, data: PreparedData) -> int:
        kind = next(iter(data.raw.inputs.values())).kind
        return {"image": 30, "table": 70}.get(kind, -1)

    def heading(self, data: PreparedData) -> str:
        return self.tr("Steps")

    def set_data(self, data: PreparedData) -> None:
        """Other data; its first training sample is shown until one is chosen."""
        self._data = data
        if not 0 <= self.sample < data.total:
            self.sample = int(data.splits["train"][0])
        self._ask()

    def set_recipe(self, recipe: DataRecipe) -> None:
        before, self._recipe = self._recipe, recipe
        if before is None or before.augment != recipe.augment:
            self._ask()

    def set_sample(self, sample: int) -> None:
        if sample != self.sample:
            self.sample = sample
            self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    def _ask(self) -> None:
        if self.isVisible():
            self._timer.start()

    def _show(self) -> None:
        data, recipe = self._data, self._recipe
        if data is None or recipe is None or self.place(data) < 0:
            return
        self.sample = min(self.sample, data.total - 1)
        split = next((n for n in SPLITS if holds(data.splits[n], self.sample)), "left_out")
        classes = next(iter(data.raw.targets.values())).task == "classification"
        said = self.tr("Sample {sample} ({split}), class {target}. Choose another one in the first tab.")
        if not classes:
            said = self.tr("Sample {sample} ({split}), {target}. Choose another one in the first tab.")
        self.words.setText(
            said.format(sample=count_text(self.sample), target=target_text(data, self.sample), split=split_word(split))
        )
        if next(iter(data.raw.inputs.values())).kind == "image":
            self._stack.setCurrentWidget(self._area)
            self._show_picture(data, recipe)
        else:
            self._stack.setCurrentWidget(self.table)
            self._show_row(way_of_row(data, self.sample))

    def _show_row(self, way: tuple[InputWay, ...]) -> None:
        happened = {
            "": "",
            "filled": self.tr("filled: it was missing"),
            "limited": self.tr("brought to the limit"),
            "ranked": self.tr("put on the scale of ranks"),
            "unknown": self.tr("not in the training part: all zero"),
        }

        def read(row: int) -> str:
            value = way[row].read
            return (value or "–") if isinstance(value, str) else number_text(value)

        self.table.set_table(
            [
                Column(self.tr("Column"), lambda row: way[row].column, numeric=False),
                Column(self.tr("As read"), read, numeric=False),
                Column(self.tr("Input of the network"), lambda row: way[row].name, numeric=False),
                Column(self.tr("Cleaned and encoded"), lambda row: way[row].encoded),
                Column(self.tr("Scaled, as fed"), lambda row: way[row].fed),
                Column(self.tr("What was done"), lambda row: happened[way[row].happened], numeric=False),
            ],
            np.arange(len(way)),
        )

    def _show_picture(self, data: PreparedData, recipe: DataRecipe) -> None:
        way = way_of_picture(data, self.sample)
        height, width, _ = way.read.shape
        low, high = number_text(way.read.min()), number_text(way.read.max())
        small = thumbnail(data, self.sample)
        assert small is not None
        self.read.show_step(
            self.tr("1. As read"),
            self.tr("{width} × {height} pixels, values {low} to {high}.").format(
                width=width, height=height, low=low, high=high
            ),
            [(small, "")],
        )
        self.fed.show_step(
            self.tr("{number}. Scaled, as the network is fed").format(number=3 if recipe.augment else 2),
            scaling_words(data, recipe.scaling),
            self._channels(way),
        )
        self.drawn.setVisible(bool(recipe.augment))
        if recipe.augment:
            self._draw(data, recipe)

    def _channels(self, way: PictureWay) -> list[tuple[Array, str]]:
        shown = []
        for k, channel in enumerate(way.fed[:MOST_CHANNELS]):
            low, high = float(channel.min()), float(channel.max())
            grey = (channel - low) / (high - low) if high > low else np.zeros_like(channel)
            words = self.tr("channel {number}: {low} to {high}").format(
                number=k + 1, low=number_text(low, 3), high=number_text(high, 3)
            )
            shown.append((np.rint(grey * 255).astype(np.uint8), words))
        return shown

    def _draw(self, data: PreparedData, recipe: DataRecipe) -> None:
        if self._job is not None:
            self._job.cancel()
        sample = self.sample

        def work(progress: Progress) -> tuple[Array, ...]:
            load_torch()
            from ...engine.data.augment.preview import preview

            return preview(data, recipe, sample, DRAWS, 0).pictures

        def show(made: tuple[Array, ...]) -> None:
            self._job = None
            self.drawn.show_step(
                self.tr("2. Augmented, in training only"),
                ", ".join(told(operation.describe()) for operation in recipe.augment),
                [(values, "") for values in made],
            )

        self._job = self.jobs.start(self.tr("Drawing augmentations"), work, done=show)
