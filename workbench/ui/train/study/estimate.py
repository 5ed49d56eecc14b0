"""How long training will take and what memory it needs, before it is begun."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ....engine.study.jobs import Answer, Estimate, Job, ProbeJob, Stage
from ....engine.train.runspec import RunSpec
from ...language import told
from ...session import Session
from .page import HelperRoom
from .words import about_memory, about_time, short_time


class EstimateRoom(HelperRoom):
    """``estimated``: there is an estimate, or none any more."""

    estimated = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self.found: Estimate | None = None
        super().__init__(
            session,
            "estimate",
            self.tr("Time and memory"),
            self.tr(
                "Takes some steps of the real run, on the real data, in a process of its own, and reckons what the whole run "
                "will take. Nothing of the project changes."
            ),
            start=self.tr("Estimate"),
            parent=parent,
        )
        self._results = QWidget()
        results = QVBoxLayout(self._results)
        results.setContentsMargins(0, 0, 0, 0)
        results.setSpacing(12)
        cards = QHBoxLayout()
        cards.setSpacing(12)
        self.time, self.memory = QLabel(), QLabel()
        for label, name, caption in (
            (self.time, "time", self.tr("for the whole run")),
            (self.memory, "memory", self.tr("of memory at most")),
        ):
            label.setObjectName(f"study_estimate_{name}")
            label.setProperty("role", "display")
            cards.addWidget(_card(label, caption), 1)
        results.addLayout(cards)
        self._grid_holder = QWidget()
        self._grid = QGridLayout(self._grid_holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(2, 1)
        results.addWidget(self._grid_holder)
        self.assumed = QLabel()
        self.assumed.setObjectName("study_estimate_assumed")
        self.assumed.setProperty("role", "muted")
        self.assumed.setWordWrap(True)
        results.addWidget(self.assumed)
        self.column.addWidget(self._results)
        self.column.addStretch(1)
        self._results.hide()
        self.refresh()

    @property
    def has_result(self) -> bool:
        return self.found is not None

    @property
    def summary(self) -> str:
        """The estimate in a few words, while it is of the project as it is; empty otherwise."""
        if self.found is None or self._of != self.session.document.project.fingerprint:
            return ""
        return f"{about_time(self.found.seconds)} · {about_memory(self.found.device_memory or self.found.memory)}"

    def job(self, spec: RunSpec) -> Job:
        return ProbeJob(spec=spec)

    def share(self, answer: Answer) -> float:
        if isinstance(answer, Stage) and answer.stage == "steps":
            return 0.1 + 0.85 * answer.share
        return 0.0

    def clear(self) -> None:
        self.found = None
        self._results.hide()
        self.estimated.emit()

    def show_answer(self, answer: Answer) -> None:
        if isinstance(answer, Stage) and answer.stage == "steps":
            self._say(self.tr("Measuring steps"))
        if isinstance(answer, Estimate):
            self.found = answer
            self._show(answer)
            self._results.show()
            self.estimated.emit()

    def _show(self, found: Estimate) -> None:
        self.time.setText(about_time(found.seconds))
        self.memory.setText(about_memory(found.device_memory or found.memory))
        steps = self.tr("{count} steps of {size} samples, {each} each").format(
            count=f"{found.steps_per_epoch * found.epochs:,}", size=f"{found.batch_size:,}", each=short_time(found.step)
        )
        validation = self.tr("{count} times, {each} each").format(
            count=f"{found.epochs:,}", each=short_time(found.validation)
        )
        training = found.steps_per_epoch * found.epochs * found.step
        rows = [
            (self.tr("Start"), short_time(found.starting), self.tr("loading PyTorch, building the network")),
            (self.tr("Data"), short_time(found.reading), ""),
            (self.tr("Steps"), short_time(training), steps),
        ]
        if found.validation:
            rows.append((self.tr("Validation"), short_time(found.validation * found.epochs), validation))
        rows.append((self.tr("Checkpoints"), short_time(found.saving), ""))
        used = self.tr("{base} of it PyTorch and the program; {free} are free").format(
            base=about_memory(found.base), free=about_memory(found.free)
        )
        if found.device_memory:
            device = self.tr("{free} are free").format(free=about_memory(found.free))
            rows.append(
                (self.tr("Memory of {device}").format(device=found.device), about_memory(found.device_memory), device)
            )
            used = self.tr("{base} of it PyTorch and the program").format(base=about_memory(found.base))
        rows.append((self.tr("Memory of the computer"), about_memory(found.memory), used))
        for line in range(self._grid.rowCount()):
            for column in range(3):
                item = self._grid.itemAtPosition(line, column)
                widget = item.widget() if item is not None else None
                if widget is not None:
                    self._grid.removeWidget(widget)
                    widget.hide()
                    widget.deleteLater()
        for line, (name, value, note) in enumerate(rows):
            for column, text in enumerate((name, value, note)):
                label = QLabel(text)
                label.setWordWrap(column == 2)
                if column != 1:
                    label.setProperty("role", "muted")
                else:
                    label.setAlignment(Qt.AlignmentFlag.AlignRight)
                self._grid.addWidget(label, line, column, Qt.AlignmentFlag.AlignTop)
        lines = [f"• {told(a.text)}" for a in found.assumed]
        self.assumed.setText("\n".join([self.tr("This takes for granted:"), *lines]))


def _card(label: QLabel, caption: str) -> QFrame:
    frame = QFrame()
    frame.setProperty("role", "card")
    below = QLabel(caption)
    below.setProperty("role", "muted")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(16, 12, 16, 12)
    layout.setSpacing(2)
    layout.addWidget(label)
    layout.addWidget(below)
    return frame
