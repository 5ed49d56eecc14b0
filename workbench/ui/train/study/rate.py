"""The learning-rate finder: the curve as it grows, and its suggestions to be used."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ....engine.study.jobs import Answer, Job, RateFound, RateJob, RateSteps
from ....engine.train.runspec import RunSpec
from ...session import Session
from ...widgets.lines import Line, LinePlot, Region
from .page import HelperRoom
from .words import rate_text

STEPS = 160


class RateRoom(HelperRoom):
    """The loss over a learning rate that grows from step to step."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self.found: RateFound | None = None
        self._rates: list[float] = []
        self._losses: list[float] = []
        self._smoothed: list[float] = []
        super().__init__(
            session,
            "rate",
            self.tr("Learning rate"),
            self.tr(
                "Raises the learning rate from step to step on a copy of the network and watches the loss: too low, it stays; "
                "right, it falls; too high, it explodes. The project and its runs stay as they are until you use what is found."
            ),
            start=self.tr("Find the learning rate"),
            parent=parent,
        )
        self.plot = LinePlot("study_rate_plot")
        self.plot.setAccessibleName(self.tr("Loss over the learning rate"))
        self.plot.setMinimumHeight(280)
        self.words = QLabel()
        self.words.setObjectName("study_rate_found")
        self.words.setWordWrap(True)
        self.use = QPushButton()
        self.use.setObjectName("study_rate_use")
        self.use.setProperty("role", "primary")
        self.use.clicked.connect(lambda: self._use(self.found.valley if self.found else None))
        self.use_steepest = QPushButton()
        self.use_steepest.setObjectName("study_rate_use_steepest")
        self.use_steepest.clicked.connect(lambda: self._use(self.found.steepest if self.found else None))
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.use)
        row.addWidget(self.use_steepest)
        row.addStretch(1)
        self.column.addWidget(self.plot, 1)
        self.column.addWidget(self.words)
        self.column.addWidget(self._buttons)
        self.column.addStretch(0)
        session.document.changed.connect(lambda _before, _after: self._tell())
        self.clear()
        self.refresh()

    @property
    def has_result(self) -> bool:
        return self.found is not None

    def job(self, spec: RunSpec) -> Job:
        return RateJob(spec=spec, steps=STEPS)

    def share(self, answer: Answer) -> float:
        if isinstance(answer, RateSteps):
            low, high = math.log(1e-7), math.log(10.0)
            return (math.log(answer.rates[-1]) - low) / (high - low)
        return 0.0

    def clear(self) -> None:
        self.found = None
        self._rates, self._losses, self._smoothed = [], [], []
        self.plot.set_regions(())
        self.plot.hide()
        self._tell()

    def show_answer(self, answer: Answer) -> None:
        if isinstance(answer, RateSteps):
            self._rates += answer.rates
            self._losses += answer.losses
            self._smoothed += answer.smoothed
            words = self.tr("Learning rate {rate}, loss {loss}")
            self._say(words.format(rate=rate_text(self._rates[-1]), loss=f"{self._smoothed[-1]:.3g}"))
            self._draw()
        elif isinstance(answer, RateFound):
            self.found = answer
            self._draw()
            self._tell()

    def _draw(self) -> None:
        # While it goes on the axis is that of the whole ramp: it stands still, and what is to come is empty.
        rates = self._rates if self.found is not None else np.geomspace(1e-7, 10.0, STEPS)
        x = np.log10(np.asarray(rates, np.float64))
        smoothed, losses = np.full(len(x), np.nan), np.full(len(x), np.nan)
        smoothed[: len(self._smoothed)], losses[: len(self._losses)] = self._smoothed, self._losses
        # Where the loss explodes its height says nothing: what is of interest lies below the beginning.
        finite = smoothed[np.isfinite(smoothed)]
        if len(finite):
            most = 1.5 * float(np.percentile(finite, 90)) + 1e-9
            losses = np.where(np.isfinite(losses) & (losses <= most), losses, np.nan)
            smoothed = np.where(np.isfinite(smoothed) & (smoothed <= most), smoothed, np.nan)
        self.plot.set_lines(
            [Line(self.tr("each step"), x, losses, colour=1, style=2), Line(self.tr("smoothed"), x, smoothed)],
            x_text=lambda place: rate_text(10**place),
            ticks=_ticks,
        )
        self.plot.setVisible(len(self._rates) > 1)
        marks = []
        if self.found is not None and self.found.valley is not None and self.found.steepest is not None:
            ends = (float(x[0]), float(x[-1]))
            for name, rate, colour in (
                (self.tr("suggested"), self.found.valley, 2),
                (self.tr("steepest"), self.found.steepest, 3),
            ):
                at = math.log10(rate)
                width = 0.012 * (ends[1] - ends[0])
                marks.append(Region(f"{name} {rate_text(rate)}", at - width / 2, at + width / 2, colour, strong=True))
        self.plot.set_regions(marks)

    def _tell(self) -> None:
        found, now = self.found, self.session.document.project.training.learning_rate
        good = found is not None and found.valley is not None and found.steepest is not None
        self._buttons.setVisible(good)
        if found is None:
            self.words.setText("")
        elif found.valley is None or found.steepest is None:
            self.words.setText(
                self.tr(
                    "The loss fell at no learning rate. Look at the network and the data first: there may be nothing to learn "
                    "from the inputs, or the loss doesn't fit."
                )
            )
        else:
            text = self.tr(
                "Suggested: {valley}, the middle of the longest descent. The loss falls fastest at {steepest}, which is quicker "
                "and less safe. The project has {now}."
            )
            self.words.setText(
                text.format(valley=rate_text(found.valley), steepest=rate_text(found.steepest), now=rate_text(now))
            )
            self.use.setText(self.tr("Use {rate}").format(rate=rate_text(found.valley)))
            self.use_steepest.setText(self.tr("Use {rate}, the steepest").format(rate=rate_text(found.steepest)))
            self.use.setEnabled(rate_text(now) != rate_text(found.valley))
            self.use_steepest.setEnabled(rate_text(now) != rate_text(found.steepest))

    def _use(self, rate: float | None) -> None:
        if rate is None:
            return
        value = float(f"{rate:.2g}")
        self.session.document.edit(
            self.tr("Use the learning rate {rate}").format(rate=rate_text(value)),
            lambda project: project.updated(training=project.training.updated(learning_rate=value)),
        )


def _ticks(low: float, high: float) -> list[tuple[float, str]]:
    """Powers of ten, with halves of them where few are in view."""
    places = [float(p) for p in range(math.ceil(low), math.floor(high) + 1)]
    if len(places) < 3:
        places = sorted(
            place
            for power in range(math.floor(low), math.ceil(high) + 1)
            for factor in (1, 2, 5)
            if low <= (place := power + math.log10(factor)) <= high
        )
    return [(place, rate_text(10**place)) for place in places]
