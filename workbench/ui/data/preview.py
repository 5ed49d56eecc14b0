"""Augmentation to look at: one sample drawn many times, or a training batch as the network sees it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ...engine.data.augment import PRESETS, DataKind
from ...engine.data.augment.preview import Look
from ...engine.data.prepared import PreparedData
from ...engine.data.recipe import DataRecipe, Progress
from ...engine.torch_loading import load_torch
from ..icons import icon
from ..jobs import Job, Jobs
from ..theme import notifier
from .augment import augmented_kind, preset_words
from .page import Page
from .preview_views import CurvesGrid, DrawnRows, MarkedTexts, PicturesGrid, label_words
from .samples import target_text

DRAWS: dict[DataKind, int] = {"image": 24, "series": 8, "tokens": 8, "table": 12}
"""How often one sample is drawn, by kind of data."""
BATCH = 24
"""Samples of a batch that are shown."""
_WAIT_MS = 120
"""Edits that follow each other faster than this are drawn once."""


class AugmentPreview(Page):
    """Draws augmented samples in a worker thread, whenever it is seen and something changed.

    ``preset_asked(str)``: the user wants one of the presets, there being no augmentation yet.
    """

    preset_asked = Signal(str)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(jobs, parent)
        self.setObjectName("data_preview")
        self._job: Job | None = None
        self._data: PreparedData | None = None
        self._recipe: DataRecipe | None = None
        self._kind: DataKind | None = None
        self.sample = 0
        self.seed = 0
        self._stale = True
        self.look: Look | None = None
        """What is shown."""
        self.words = QLabel(self)
        self.words.setObjectName("data_preview_words")
        self.words.setProperty("role", "muted")
        self.words.setWordWrap(True)
        self.one = self._choice("data_preview_one", self.tr("One sample"), self.tr("One sample, drawn many times"))
        self.batch = self._choice(
            "data_preview_batch", self.tr("A batch"), self.tr("A training batch as the network sees it")
        )
        self.one.setChecked(True)
        self._choices = QButtonGroup(self)
        for button in (self.one, self.batch):
            self._choices.addButton(button)
        self._choices.buttonClicked.connect(self._ask)
        self.again = QPushButton(self.tr("New draws"), self)
        self.again.setObjectName("data_preview_again")
        self.again.setAccessibleDescription(self.tr("Draws all of them anew"))
        self.again.clicked.connect(self._draw_anew)
        self.draws, self.curves = PicturesGrid(self), CurvesGrid(self)
        self.texts, self.rows = MarkedTexts(self), DrawnRows(self)
        self.views = QStackedWidget(self)
        for view in (self.draws, self.curves, self.texts, self.rows):
            view.setAccessibleName(self.tr("Samples as training sees them, drawn anew in each place"))
            self.views.addWidget(view)
        self.offers = QWidget(self)
        self._offer = QHBoxLayout(self.offers)
        self._offer.setContentsMargins(0, 0, 0, 0)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._draw)
        top = QHBoxLayout()
        top.setSpacing(4)
        for button in (self.one, self.batch):
            top.addWidget(button)
        top.addStretch(1)
        top.addWidget(self.again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 16)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.words)
        layout.addWidget(self.offers)
        layout.addWidget(self.views, 1)
        self._room = QWidget(self)
        layout.addWidget(self._room, 1)
        notifier.changed.connect(self._tint)
        self._tint()

    def place(self, data: PreparedData) -> int:
        return 20 if next(iter(data.raw.inputs.values())).kind == "image" else 80

    def heading(self, data: PreparedData) -> str:
        return self.tr("Augmentation")

    def set_data(self, data: PreparedData) -> None:
        """Other data; its first training sample is shown until one is chosen."""
        self._data = data
        kind, _ = augmented_kind(data)
        if kind != self._kind:
            self._kind = kind
            self._fill_offers(kind)
            self.views.setCurrentWidget(
                {"image": self.draws, "series": self.curves, "tokens": self.texts, "table": self.rows}[kind]
            )
        if self.sample >= data.total:
            self.sample = int(data.splits["train"][0])
        self._ask()

    def set_recipe(self, recipe: DataRecipe) -> None:
        """Another recipe; drawn anew where its augmentation differs."""
        before, self._recipe = self._recipe, recipe
        on = bool(recipe.augment)
        for button in (self.again, self.one, self.batch, self.views):
            button.setVisible(on)
        for part in (self.offers, self._room):
            part.setVisible(not on)
        if not on:
            self.words.setText(self.tr("No augmentation is on. Add operations on the left, or begin with a preset:"))
        seen = (recipe.augment, recipe.augment_edges, recipe.balance)
        if before is None or (before.augment, before.augment_edges, before.balance) != seen:
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

    def _fill_offers(self, kind: DataKind) -> None:
        while (item := self._offer.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for name in PRESETS[kind]:
            button = QPushButton(preset_words(name), self.offers)
            button.setObjectName(f"data_preview_{name}")
            button.clicked.connect(lambda _checked=False, name=name: self.preset_asked.emit(name))
            self._offer.addWidget(button)
        self._offer.addStretch(1)

    def _choice(self, name: str, text: str, description: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setCheckable(True)
        button.setAccessibleDescription(description)
        button.setToolTip(description)
        return button

    def _draw_anew(self) -> None:
        self.seed += 1
        self._ask()

    def _ask(self) -> None:
        self._stale = True
        if self.isVisible():
            self._timer.start()

    def _draw(self) -> None:
        data, recipe, kind = self._data, self._recipe, self._kind
        if data is None or recipe is None or kind is None:
            return
        self._stale = False
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if not recipe.augment:
            self.draws.set_pictures([])
            return
        sample, seed, single = min(self.sample, data.total - 1), self.seed, self.one.isChecked()

        def work(progress: Progress) -> Look:
            load_torch()
            from ...engine.data.augment.preview import preview, preview_batch

            if single:
                return preview(data, recipe, sample, DRAWS[kind], seed)
            return preview_batch(data, recipe, BATCH, seed)

        def show(made: Look) -> None:
            self._job = None
            self._show(data, made, single=single)

        self._job = self.jobs.start(self.tr("Drawing augmentations"), work, done=show)

    def _show(self, data: PreparedData, look: Look, *, single: bool) -> None:
        self.look = look
        captions = [label_words(label) for label in look.labels]
        mixed = any(len(label) > 1 for label in look.labels)
        if look.kind == "image":
            self.draws.set_pictures(look.pictures, captions if mixed or not single else ())
        elif look.kind == "series":
            self.curves.set_look(look, captions, single=single)
        elif look.kind == "tokens":
            self.texts.set_look(look, () if single else captions)
        else:
            numbers = [str(k + 1) for k in range(len(look.rows) - 1)]
            self.rows.set_look(look, [self.tr("Sample"), *numbers] if single else captions)
        self.words.setText(" ".join([self._what(data, look, single=single), *self._key(look, single, mixed)]))

    def _what(self, data: PreparedData, look: Look, *, single: bool) -> str:
        if not single:
            return self.tr("{count} samples of a training batch, as the network sees them.").format(
                count=len(look.samples)
            )
        sample = look.samples[0]
        classes = next(iter(data.raw.targets.values())).task == "classification"
        which = self.tr("Sample {sample}, class {target}") if classes else self.tr("Sample {sample}, {target}")
        return self.tr("{sample}, drawn {count} times. Choose another one among the samples.").format(
            sample=which.format(sample=f"{sample:,}", target=target_text(data, sample)), count=len(look.labels)
        )

    def _key(self, look: Look, single: bool, mixed: bool) -> list[str]:
        """How to read what is shown."""
        found = []
        if mixed:
            found.append(self.tr("Mixed pictures are told with the share of each class in the loss."))
        if look.kind == "series" and single:
            found.append(self.tr("The dashed curve is the sample as it is."))
        if look.kind == "tokens":
            found.append(self.tr("Struck through is what goes, underlined what is put in its place."))
        if look.kind == "table":
            found.append(self.tr("Changed cells are bold."))
        return found

    def _tint(self) -> None:
        self.again.setIcon(icon("reload"))
