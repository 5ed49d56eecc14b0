"""New samples of a GAN or a variational autoencoder: drawn anew, on the way from one to the next, or by one number."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...engine.data.recipe import Progress
from ...engine.project.atomic import atomic_write
from ...engine.runs.store import Which
from ..jobs import Job
from ..session import Session
from ..train.samples import Picture
from ..widgets.editors import Combo
from ..widgets.notice import Notice
from ..widgets.tables import Column, ColumnsView

if TYPE_CHECKING:
    from ...engine.evaluate.decoder import Drawn, Way
    from ...engine.evaluate.generator import TrainedGenerator


class DrawnPage(QWidget):
    """What is drawn, from which beginning, and below it the samples."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setObjectName("evaluate_drawn")
        self.drawn: Drawn | None = None
        self.seed = 0
        self._run: tuple[str, Which, int] = ("", "best", 0)
        self._maker: tuple[tuple[str, Which, int], TrainedGenerator] | None = None
        self._job: Job | None = None
        self._asked: object = None
        self.way = Combo(self)
        self.way.setObjectName("drawn_way")
        self.way.setAccessibleName(self.tr("What is drawn"))
        for text, value in (
            (self.tr("New samples"), "samples"),
            (self.tr("From one to the next"), "between"),
            (self.tr("One number varied"), "along"),
        ):
            self.way.addItem(text, value)
        self.number = Combo(self)
        self.number.setObjectName("drawn_number")
        self.number.setAccessibleName(self.tr("Which number is varied"))
        self.others = QPushButton(self.tr("Others"), self)
        self.others.setObjectName("drawn_others")
        self.others.setToolTip(self.tr("Draws other samples"))
        self.save = QPushButton(self.tr("Save picture…"), self)
        self.save.setObjectName("drawn_save")
        self.failure = Notice("drawn_failure", self)
        self.note = QLabel(self)
        self.note.setObjectName("drawn_note")
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self.picture = Picture()
        self.picture.setObjectName("drawn_picture")
        self.table = ColumnsView("drawn_table", self.tr("New samples"), self)
        self.large = QStackedWidget(self)
        for page in (self.picture, self.table):
            self.large.addWidget(page)
        row = QHBoxLayout()
        row.setSpacing(8)
        for item in (self.way, self.number, self.others):
            row.addWidget(item)
        row.addStretch(1)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.note)
        column.addWidget(self.failure, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.large, 1)
        self.way.currentIndexChanged.connect(self._draw)
        self.number.currentIndexChanged.connect(self._draw)
        self.others.clicked.connect(self._draw_others)
        self.save.clicked.connect(self._ask_where)
        self._tell()

    def show_run(self, run: str, which: Which, epoch: int) -> None:
        """Draws samples of a run's weights, unless they are shown; ``epoch`` tells weights apart that change."""
        if (run, which, epoch) != self._run:
            self._run = (run, which, epoch)
            self._draw()

    @property
    def chosen(self) -> Way:
        """How samples are chosen."""
        return cast("Way", self.way.currentData())

    def _draw_others(self) -> None:
        self.seed += 1
        self._draw()

    def _draw(self) -> None:
        """Makes the samples beside the window; of several wishes the last one counts."""
        self._tell()
        key, way, seed, number = self._run, self.chosen, self.seed, max(self.number.currentIndex(), 0)
        if not key[0]:
            return
        store, kept = self.session.store(), self._maker
        asked = self._asked = object()
        if self._job is not None:
            self._job.cancel()

        def work(_progress: Progress) -> tuple[TrainedGenerator, Drawn]:
            from ...engine.evaluate.decoder import draw, load_maker

            maker = kept[1] if kept is not None and kept[0] == key else load_maker(store, key[0], key[1])
            return maker, draw(maker, way, seed, number)

        def done(found: tuple[TrainedGenerator, Drawn]) -> None:
            if asked is self._asked:
                self._maker, self._job = (key, found[0]), None
                self._show(found[1])

        def failed(sentence: str) -> None:
            if asked is self._asked:
                self._job = None
                self.failure.say(sentence, "danger")
                self.large.setVisible(False)

        self._job = self.session.jobs.start(self.tr("Making samples"), work, done=done, failed=failed)

    def _show(self, drawn: Drawn) -> None:
        self.drawn = drawn
        self.failure.say("")
        self.large.setVisible(True)
        self._offer_numbers(drawn.numbers)
        self.save.setVisible(bool(drawn.picture))
        self._tell()
        if drawn.picture:
            pixmap = QPixmap()
            pixmap.loadFromData(drawn.picture)
            self.picture.set_pixmap(pixmap)
            words = self.tr("{count} new samples").format(count=f"{len(drawn.values):,}")
            self.picture.setAccessibleName(words)
            self.large.setCurrentWidget(self.picture)
            return
        values = drawn.values
        columns = [
            Column(name, lambda row, k=k: float(values[row, k]), keys=lambda k=k: values[:, k])
            for k, name in enumerate(drawn.names)
        ]
        self.table.set_table(columns, np.arange(len(values)))
        self.large.setCurrentWidget(self.table)

    def _offer_numbers(self, count: int) -> None:
        if self.number.count() != count:
            self.number.blockSignals(True)
            self.number.clear()
            self.number.addItems([self.tr("number {number}").format(number=k + 1) for k in range(count)])
            self.number.blockSignals(False)

    def _tell(self) -> None:
        """What is to be seen, in a sentence."""
        way = self.chosen
        self.number.setVisible(way == "along")
        words = {
            "samples": self.tr("Each is made of numbers drawn at random."),
            "between": self.tr("In each row, the numbers of one sample become those of the next, step by step."),
            "along": self.tr("In each row, one of the {count} numbers that a sample is made of goes from -3 to 3."),
        }
        self.note.setText(words[way].format(count=f"{self.number.count():,}"))

    def _ask_where(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save picture"), "samples.png", "PNG (*.png)")
        if path:
            self.save_to(path)

    def save_to(self, path: str) -> None:
        """Writes the picture; says so where that can't be done."""
        if self.drawn is None or not self.drawn.picture:
            return
        try:
            target = Path(path)
            atomic_write(target if target.suffix else target.with_suffix(".png"), self.drawn.picture)
        except OSError as error:
            words = self.tr("The picture can't be written to {path}: {reason}")
            self.failure.say(words.format(path=path, reason=error.strerror or str(error)), "danger")
