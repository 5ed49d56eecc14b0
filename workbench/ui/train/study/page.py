"""What the pages of the helpers share: what it is for, a button that starts it, how it goes, and room for what comes of it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ....engine.study.jobs import Answer, Job, Stage
from ....engine.train.runspec import RunSpec
from ...language import told
from ...session import Session
from ...widgets.notice import Notice
from .asking import Asking

WIDEST = 860
"""Logical pixels that text and results may be wide."""


class StudyRoom(QScrollArea):
    """A page with a heading, a few words and a column of widgets; it scrolls where there is little room."""

    def __init__(self, key: str, heading: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setObjectName(f"study_{key}")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = self.widget_of_column = QWidget()
        inner.setMaximumWidth(WIDEST)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(16, 14, 16, 16)
        self.column.setSpacing(12)
        title = QLabel(heading)
        title.setObjectName(f"study_{key}_title")
        title.setProperty("role", "title")
        what = QLabel(words)
        what.setObjectName(f"study_{key}_words")
        what.setProperty("role", "muted")
        what.setWordWrap(True)
        what.setMaximumWidth(WIDEST)
        self.column.addWidget(title)
        self.column.addWidget(what)
        around = QWidget()
        row = QHBoxLayout(around)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inner, 1000)
        row.addStretch(1)
        self.setWidget(around)


class HelperRoom(StudyRoom):
    """A page that asks a child process one thing. Subclasses name the job and show its answers."""

    def __init__(
        self, session: Session, key: str, heading: str, words: str, *, start: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(key, heading, words, parent)
        self.session = session
        self.asking = Asking(session, self)
        self._of = ""
        self.start_button = QPushButton(start)
        self.start_button.setObjectName(f"study_{key}_start")
        self.start_button.setProperty("role", "primary")
        self.start_button.clicked.connect(self.start)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setObjectName(f"study_{key}_cancel")
        self.cancel_button.clicked.connect(self.asking.cancel)
        self.doing = QLabel()
        self.doing.setObjectName(f"study_{key}_doing")
        self.doing.setProperty("role", "muted")
        self.doing.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.start_button)
        row.addWidget(self.cancel_button)
        row.addSpacing(4)
        row.addWidget(self.doing, 1)
        self.bar = QProgressBar()
        self.bar.setObjectName(f"study_{key}_progress")
        self.bar.setAccessibleName(heading)
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.notice = Notice(f"study_{key}_notice")
        self.column.addLayout(row)
        self.column.addWidget(self.bar)
        self.column.addWidget(self.notice)
        self.asking.answered.connect(self._answered)
        self.asking.ended.connect(self._ended)
        for signal in (session.checked, session.data_changed, session.run_state_changed):
            signal.connect(self.refresh)
        session.run_state_changed.connect(self._yield)

    # What subclasses say

    def job(self, spec: RunSpec) -> Job:
        """What is asked."""
        raise NotImplementedError

    def answers(self, job: Job) -> Iterator[Answer | None]:
        """The answers to it, in a worker thread."""
        from ....engine.study.child import answers

        return answers(job)

    def clear(self) -> None:
        """Takes away what an earlier time came to."""
        raise NotImplementedError

    def show_answer(self, answer: Answer) -> None:
        """Shows what came."""
        raise NotImplementedError

    def share(self, answer: Answer) -> float:
        """What of the work is done; called in the worker's thread."""
        return 0.0

    @property
    def has_result(self) -> bool:
        """Whether there is something that a change of the project makes old."""
        return False

    # What the user does

    def start(self) -> None:
        """Asks about the project as it is now."""
        if self.asking.busy or self.session.why_not:
            return
        spec = self.session.run_spec()
        self._of = spec.project.fingerprint
        job = self.job(spec)
        self.notice.say("")
        self.clear()
        self.asking.start(self.windowTitle() or self.start_button.text(), lambda: self.answers(job), self.share)
        self._say(self.tr("Starting: loading PyTorch and the data"))
        self.bar.setRange(0, 0)
        self.refresh()

    def _yield(self) -> None:
        """A run begins: measuring beside it would be wrong, and slow it down."""
        if self.asking.busy and self.session.run_state != "idle":
            self.asking.cancel()
            self.notice.say(self.tr("Stopped, because a run began. Start it again when the run is over."), "info")

    # What is said

    def _answered(self, answer: Answer) -> None:
        if isinstance(answer, Stage):
            words = {"data": self.tr("Reading the data"), "network": self.tr("Building the network")}
            if answer.stage in words:
                self._say(words[answer.stage])
        share = self.share(answer)
        if share > 0:
            self.bar.setRange(0, 1000)
            self.bar.setValue(round(1000 * share))
        self.show_answer(answer)

    def _ended(self, sentence: str) -> None:
        self._say("")
        if sentence:
            self.notice.say(sentence, "danger")
        self.refresh()

    def _say(self, text: str) -> None:
        self.doing.setText(text)

    def refresh(self) -> None:
        """Buttons and words, after the project or the state of things changed."""
        busy, why_not = self.asking.busy, self.session.why_not
        self.start_button.setEnabled(not busy and not why_not)
        self.start_button.setToolTip(why_not)
        self.start_button.setAccessibleDescription(why_not)
        self.cancel_button.setVisible(busy)
        self.bar.setVisible(busy)
        if not busy:
            old = self.has_result and self._of != self.session.document.project.fingerprint
            self._say(told(why_not) if why_not else self.tr("The project has changed since.") if old else "")
