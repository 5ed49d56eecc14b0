"""What the Evaluate stage shows before there is a score."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ..data.words import split_word
from ..jobs import Job
from ..widgets.empty_page import EmptyPage
from ..widgets.notice import Notice


class NoRuns(EmptyPage):
    """There is nothing to evaluate yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("evaluate", picture="evaluate", parent=parent)

    def tell(self, obstacle: str, *, training: bool) -> None:
        """Tells what comes first; ``obstacle`` is what keeps Train from starting, empty for nothing."""
        go = self.tr("Go to Train")
        if training:
            text = self.tr("Scores can be seen here as soon as an epoch is done.")
            self.say(self.tr("The first run is in progress"), text, go)
            return
        text = self.tr(
            "Here you will see how well a trained network does on samples it has never seen, where it errs, and what it "
            "says about samples of your own."
        )
        self.say(self.tr("Train the network first"), f"{text}\n\n{obstacle}" if obstacle else text, go)


class NotEvaluated(QWidget):
    """A run is there, its score is not: the button that makes it, progress while it is made, or why it can't be.

    ``evaluate``: the button was pressed. ``cancel``: the evaluation is no longer wanted.
    """

    evaluate = Signal()
    cancel = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evaluate_waiting")
        self._job: Job | None = None
        self.failure = Notice("evaluate_failure", self)
        self.title = QLabel(self)
        self.title.setObjectName("evaluate_waiting_title")
        self.title.setProperty("role", "title")
        self.button = QPushButton(self.tr("Evaluate"), self)
        self.button.setObjectName("evaluate_waiting_button")
        self.button.setProperty("role", "primary")
        self.button.clicked.connect(self.evaluate)
        self.bar = QProgressBar(self)
        self.bar.setObjectName("evaluate_progress")
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setMinimumWidth(320)
        self.stop = QPushButton(self.tr("Cancel"), self)
        self.stop.setObjectName("evaluate_cancel")
        self.stop.clicked.connect(self.cancel)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(self.bar)
        row.addWidget(self.stop)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.failure)
        layout.addStretch(2)
        layout.addWidget(self.title, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(row)
        layout.addStretch(3)
        self._timer = QTimer(self)
        self._timer.setInterval(100)
        self._timer.timeout.connect(self._tick)

    def show_state(self, run: str, split: str, *, busy: bool, job: Job | None, failure: str) -> None:
        """Shows how things stand for a run and split."""
        self._job = job if busy else None
        self.failure.say(failure, "danger")
        words = {"run": run, "split": split_word(split)}
        if busy:
            self.title.setText(self.tr("Evaluating {run} on the {split} split…").format(**words))
        elif failure:
            self.title.setText(self.tr("{run} could not be evaluated on the {split} split").format(**words))
        else:
            self.title.setText(self.tr("{run} has not been evaluated on the {split} split yet").format(**words))
        self.button.setText(self.tr("Try again") if failure else self.tr("Evaluate"))
        self.button.setVisible(not busy)
        self.bar.setVisible(busy)
        self.stop.setVisible(busy)
        self._tick()
        if busy:
            self._timer.start()
        else:
            self._timer.stop()

    def _tick(self) -> None:
        self.bar.setValue(round(self._job.share * 1000) if self._job is not None else 0)
