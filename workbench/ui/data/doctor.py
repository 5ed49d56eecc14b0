"""The Doctor tab: what would spoil training or scores, with the samples it is about and the cures."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ...engine.data.doctor import Diagnosis, Finding, examine
from ...engine.data.identity import sample_size
from ...engine.data.prepared import PreparedData
from ...engine.data.recipe import DataRecipe, Progress
from ..icons import icon
from ..jobs import Job, Jobs
from ..language import told
from ..theme import notifier
from ..widgets.numbers import count_text
from .page import Page
from .selection import Selection
from .skipped import SkippedDialog

AT_ONCE = 20_000_000
"""Numbers in the data up to which it is examined without being asked; larger data when the tab is opened."""
MOST_SHOWN = 20_000
"""Samples shown of one finding, at most."""
ICONS = {"problem": ("error", "danger"), "warning": ("warning", "warning"), "hint": ("info", "info")}


class FindingCard(QFrame):
    """One finding: heading, sentence, and buttons that show its samples or mend it."""

    show_asked = Signal()
    fix_asked = Signal(int)

    def __init__(self, finding: Finding, place: int, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding = finding
        self.setObjectName(f"data_finding_{place}")
        self.setProperty("role", "card")
        self._icon = QLabel(self)
        words = {"problem": self.tr("Problem"), "warning": self.tr("Warning"), "hint": self.tr("Hint")}
        self.setAccessibleName(f"{words[finding.severity]}: {told(finding.heading)}")
        heading = QLabel(told(finding.heading), self)
        heading.setProperty("role", "heading")
        severity = QLabel(words[finding.severity], self)
        severity.setProperty("role", "chip")
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(heading)
        top.addWidget(severity)
        top.addStretch(1)
        text = QLabel("".join(_sentences(finding)), self)
        text.setObjectName(f"data_finding_{place}_text")
        text.setWordWrap(True)
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        shown = self._shows(kind)
        if shown:
            show = QPushButton(shown, self)
            show.setObjectName(f"data_finding_{place}_show")
            show.clicked.connect(self.show_asked)
            buttons.addWidget(show)
        for number, fix in enumerate(finding.fixes):
            button = QPushButton(told(fix.label), self)
            button.setObjectName(f"data_finding_{place}_fix_{number}")
            button.setProperty("role", "primary" if number == 0 and finding.severity == "problem" else "")
            button.setToolTip(self.tr("Changes the project; the files stay as they are. Undo takes it back."))
            button.clicked.connect(lambda _checked=False, number=number: self.fix_asked.emit(number))
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(text)
        if shown or finding.fixes:
            column.addLayout(buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(12)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(column, 1)
        notifier.changed.connect(self._tint)
        self._tint()

    def _shows(self, kind: str) -> str:
        """What the button says that shows the samples; empty where there are none."""
        finding = self.finding
        if finding.code == "doctor.skipped":
            return self.tr("Show all that was left out…")
        if len(finding.pairs):
            return self.tr("Show pairs side by side") if kind == "image" else self.tr("Show them together")
        if len(finding.samples):
            return self.tr("Show pictures") if kind == "image" else self.tr("Show rows")
        return ""

    def _tint(self) -> None:
        name, colour = ICONS[self.finding.severity]
        self._icon.setPixmap(icon(name, colour).pixmap(20, 20))


def _sentences(finding: Finding) -> list[str]:
    parts = [part for part in (finding.what, finding.expected, finding.fix) if part]
    said = [told(part if part[-1] in ".!?" else part + ".") for part in parts]
    return [text if text[-1] in "。！？" else text + " " for text in said]


class DoctorPage(Page):
    """A list of findings. Small data is examined in a worker thread as soon as it is there, large data when the tab opens."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(jobs, parent)
        self.setObjectName("data_doctor")
        self._data: PreparedData | None = None
        self._recipe: DataRecipe | None = None
        self._job: Job | None = None
        self.diagnosis: Diagnosis | None = None
        self.cards: list[FindingCard] = []
        self.busy = QProgressBar(self)
        self.busy.setObjectName("data_doctor_busy")
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName(self.tr("Examining the data"))
        self.summary = QLabel(self)
        self.summary.setObjectName("data_doctor_summary")
        self.summary.setProperty("role", "heading")
        self.looked = QLabel(self)
        self.looked.setObjectName("data_doctor_looked")
        self.looked.setProperty("role", "muted")
        for label in (self.summary, self.looked):
            label.setWordWrap(True)
        self.again = QPushButton(self.tr("Examine the data"), self)
        self.again.setObjectName("data_doctor_again")
        self.again.clicked.connect(self._examine)
        self.again.hide()
        body = QWidget(self)
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 12, 8, 16)
        inner.setSpacing(12)
        inner.addWidget(self.summary)
        inner.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addWidget(self.busy)
        inner.addLayout(self._list)
        inner.addWidget(self.looked)
        inner.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setObjectName("data_doctor_list")
        self._area.setAccessibleName(self.tr("Findings"))
        self._area.setWidgetResizable(True)
        self._area.setWidget(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        jobs.changed.connect(self._look_at_job)

    def place(self, data: PreparedData) -> int:
        # Early: what it finds is what one should know first.
        return 22

    def heading(self, data: PreparedData) -> str:
        found = len(self.diagnosis.findings) if self.diagnosis is not None else 0
        return self.tr("Doctor ({count})").format(count=count_text(found)) if found else self.tr("Doctor")

    def set_data(self, data: PreparedData) -> None:
        """Other data: examined anew."""
        self._data = data
        self._forget()
        if self.isVisible() or _size(data) <= AT_ONCE:
            self._examine()

    def set_recipe(self, recipe: DataRecipe) -> None:
        self._recipe = recipe
        if self.diagnosis is not None:
            before = self.diagnosis.findings
            self.diagnosis = self.diagnosis.under(recipe)
            if self.diagnosis.findings != before:
                self._show(self.diagnosis)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.diagnosis is None and self._job is None:
            self._examine()

    def _forget(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.diagnosis = None
        self._set_cards(())
        self.looked.hide()
        self.summary.setText(self.tr("Not examined yet"))
        self.busy.hide()
        self.again.show()
        self.heading_changed.emit()

    def _examine(self) -> None:
        data, recipe = self._data, self._recipe
        if data is None or recipe is None:
            return
        if self._job is not None:
            self._job.cancel()

        def work(progress: Progress) -> Diagnosis:
            return examine(data, recipe, progress)

        self.summary.setText(self.tr("Examining the data…"))
        self.busy.show()
        self.again.hide()
        self._job = self.jobs.start(
            self.tr("Examining the data"),
            work,
            done=lambda found: self._done(data, found),
            failed=self._failed,
        )

    def _look_at_job(self) -> None:
        """Goes back where the examination was cancelled in the status bar."""
        if self._job is not None and self._job.cancelled:
            self._forget()

    def _done(self, data: PreparedData, found: Diagnosis) -> None:
        if data is not self._data or self._recipe is None:
            return
        self._job = None
        self.diagnosis = found.under(self._recipe)
        self._show(self.diagnosis)

    def _failed(self, sentence: str) -> None:
        self._job = None
        self.busy.hide()
        self.again.show()
        self.summary.setText(sentence)

    def _show(self, diagnosis: Diagnosis) -> None:
        self.busy.hide()
        self.again.hide()
        found = diagnosis.findings
        if not found:
            self.summary.setText(self.tr("No problems found"))
        elif len(found) == 1:
            self.summary.setText(self.tr("1 finding"))
        else:
            self.summary.setText(self.tr("{count} findings, the gravest first").format(count=count_text(len(found))))
        self._set_cards(found)
        entries = [
            f"{told(entry.title)} ({told(entry.bound)})" if entry.bound else told(entry.title)
            for entry in diagnosis.looked
        ]
        self.looked.setText(self.tr("Looked for: {checks}.").format(checks=self.tr(", ").join(entries)))
        self.looked.show()
        self.heading_changed.emit()

    def _set_cards(self, findings: tuple[Finding, ...]) -> None:
        for card in self.cards:
            card.hide()
            card.deleteLater()
        kind = next(iter(self._data.raw.inputs.values())).kind if self._data is not None else ""
        self.cards = []
        for place, finding in enumerate(findings):
            card = FindingCard(finding, place, kind, self)
            card.show_asked.connect(lambda finding=finding: self._show_samples(finding))
            card.fix_asked.connect(lambda number, finding=finding: self._mend(finding, number))
            self._list.addWidget(card)
            self.cards.append(card)

    def _show_samples(self, finding: Finding) -> None:
        if self._data is None:
            return
        if finding.code == "doctor.skipped":
            SkippedDialog(self._data.raw.skipped, self).open()
            return
        together = 2 if len(finding.pairs) else 1
        samples = finding.pairs[: MOST_SHOWN // 2].reshape(-1) if len(finding.pairs) else finding.samples[:MOST_SHOWN]
        self.show_asked.emit(Selection(told(finding.heading), np.asarray(samples, np.int64), together))

    def _mend(self, finding: Finding, number: int) -> None:
        fix = finding.fixes[number]
        self.edit_asked.emit(told(fix.label), fix.edit)


def _size(data: PreparedData) -> int:
    return sum(sample_size(part) * len(part.values) for part in data.raw.inputs.values())
