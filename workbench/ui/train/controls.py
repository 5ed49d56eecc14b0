"""The bar on top: start, pause, resume, stop, and how far the run is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from ..icons import icon
from ..session import Session
from ..theme import notifier
from ..widgets.elided import ElidedLabel
from ..words import duration


class RunControls(QFrame):
    """Buttons that the run's state allows, and progress in words. ``problems``: the user wants to see what is in the way."""

    problems = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._last = ""
        self._estimate = ""
        self.setObjectName("train_controls")
        self.setAutoFillBackground(True)
        self.train = self._button("train_start", self.tr("Train"), session.train)
        self.train.setProperty("role", "primary")
        self.pause = self._button("train_pause", self.tr("Pause"), session.pause)
        self.resume = self._button("train_resume", self.tr("Resume"), session.resume_run)
        self.resume.setProperty("role", "primary")
        self.stop = self._button("train_stop", self.tr("Stop and keep"), session.stop)
        self.stop.setToolTip(self.tr("Ends the run after this step and keeps its weights: it can be resumed later"))
        self.stop_now = self._button("train_stop_now", self.tr("Stop now"), session.stop_now)
        self.where = QLabel()
        self.where.setObjectName("train_where")
        self.speed = QLabel()
        self.speed.setObjectName("train_speed")
        self.speed.setProperty("role", "muted")
        self.speed.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.bar = QProgressBar()
        self.bar.setObjectName("train_progress")
        self.bar.setAccessibleName(self.tr("Progress of the run"))
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.plan = QLabel()
        self.plan.setObjectName("train_plan")
        self.plan.setProperty("role", "muted")
        self.reason = ElidedLabel()
        self.reason.setObjectName("train_reason")
        self.reason.setProperty("role", "muted")
        self.show_problems = QPushButton(self.tr("Show"))
        self.show_problems.setObjectName("train_show_problems")
        self.show_problems.setProperty("role", "link")
        self.show_problems.setAccessibleName(self.tr("Show what is in the way of training"))
        self.show_problems.clicked.connect(self.problems)
        self.progress = QWidget()
        grid = QGridLayout(self.progress)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(5)
        grid.addWidget(self.where, 0, 0)
        grid.addWidget(self.speed, 0, 1)
        grid.addWidget(self.bar, 1, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        for button in (self.train, self.pause, self.resume, self.stop, self.stop_now):
            row.addWidget(button)
        self._tools = QHBoxLayout()
        row.addLayout(self._tools)
        row.addSpacing(8)
        row.addWidget(self.progress, 1)
        row.addWidget(self.plan, 1)
        row.addWidget(self.reason, 1)
        row.addWidget(self.show_problems)
        for signal in (session.run_state_changed, session.checked, session.data_changed, session.runs_changed):
            signal.connect(self.refresh)
        notifier.changed.connect(self._tint)
        self._tint()
        self.refresh()

    def _button(self, name: str, text: str, action: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        assert callable(action)
        button.clicked.connect(lambda _checked=False: action())
        return button

    def add_tool(self, button: QPushButton) -> None:
        """Puts another button beside those of the run."""
        self._tools.addWidget(button)

    def set_estimate(self, words: str) -> None:
        """What a run would take, as far as that is known."""
        if words != self._estimate:
            self._estimate = words
            self.show_progress()

    def follow(self, run: str) -> None:
        """A run said something: ``session.progress`` is about it, and stays so after it ended."""
        self._last = run
        self.show_progress()

    def refresh(self) -> None:
        """Buttons and reason, after the run's state or the project's problems changed."""
        state = self.session.run_state
        buttons = (self.train, self.pause, self.resume, self.stop, self.stop_now)
        focused = next((b for b in buttons if b.hasFocus()), None)
        self.train.setVisible(state == "idle")
        self.train.setEnabled(self.session.can_train)
        self.pause.setVisible(state in ("starting", "running", "stopping"))
        self.pause.setEnabled(state == "running")
        self.resume.setVisible(state == "paused")
        self.stop.setVisible(state != "idle")
        self.stop.setEnabled(state != "stopping")
        self.stop_now.setVisible(state != "idle")
        if focused is not None and not focused.isVisible():
            # The keyboard stays on the button that took the place of the one that went.
            buttons = (self.pause, self.resume, self.train, self.stop, self.stop_now)
            other = next((b for b in buttons if b.isVisible()), None)
            if other is not None:
                other.setFocus()
        why_not = self.session.why_not if state == "idle" else ""
        self.train.setToolTip(why_not or self.tr("Starts a run of the project as it is now"))
        self.train.setAccessibleDescription(why_not)
        self.reason.set_whole(why_not)
        self.reason.setVisible(bool(why_not))
        self.show_problems.setVisible(bool(why_not) and self.session.data_state != "loading")
        self._warn_of_loss()
        self.show_progress()

    def _warn_of_loss(self) -> None:
        """What Stop now would cost."""
        epoch = self.session.progress.epoch
        words = (
            self.tr(
                "Ends the run without keeping epoch {next}, which it is in: the weights stay those of epoch {epoch}"
            )
            if epoch
            else self.tr("Ends the run without keeping anything: the first epoch is not done")
        )
        self.stop_now.setToolTip(words.format(epoch=epoch, next=epoch + 1))
        self.stop_now.setAccessibleDescription(self.stop_now.toolTip())

    def show_progress(self) -> None:
        """How far the run is, in words and as a bar."""
        p, state = self.session.progress, self.session.run_state
        idle = state == "idle"
        why_not = bool(self.session.why_not) and idle
        known = any(r.id == self._last for r in self.session.runs)
        self.progress.setVisible(not idle or (known and not why_not and p.step > 0))
        self.plan.setVisible(idle and not why_not and not self.progress.isVisibleTo(self))
        self.plan.setText(self._plan())
        if state == "starting":
            self.bar.setRange(0, 0)
            self._say(self.tr("Starting: loading PyTorch and the data"), "")
            return
        if p.compiling and state == "running":
            self.bar.setRange(0, 0)
            self._say(self.tr("Compiling the network, which may take a minute"), "")
            return
        if self.bar.maximum() == 0:
            self.bar.setRange(0, 1000)
        self.bar.setValue(round(1000 * p.share))
        if not idle:
            self._warn_of_loss()
        # While an epoch is under way its number is one above those that are finished.
        epoch = min(p.epoch + (1 if state != "idle" else 0), p.epochs)
        where = self.tr("Epoch {epoch} of {epochs} · step {step}").format(
            epoch=epoch, epochs=p.epochs, step=f"{p.step:,}"
        )
        parts = []
        if state == "idle":
            parts.append(self.tr("took {time}").format(time=duration(max(p.seconds, 1.0))))
        elif state == "paused":
            parts.append(self.tr("paused"))
        elif state == "stopping":
            parts.append(self.tr("stopping after this step"))
        else:
            if p.samples_per_second:
                parts.append(self.tr("{rate} samples/s").format(rate=_rate(p.samples_per_second)))
            if p.seconds_left is not None:
                parts.append(self.tr("{time} left").format(time=duration(p.seconds_left)))
        self._say(where, " · ".join(parts))

    def _plan(self) -> str:
        """What Train would do."""
        data, recipe = self.session.data, self.session.document.project.training
        if data is None:
            return ""
        samples = len(data.splits["train"])
        steps = -(-samples // recipe.batch_size)
        words = self.tr("{samples} samples · {steps} steps in an epoch · {epochs} epochs")
        plan = words.format(samples=f"{samples:,}", steps=f"{steps:,}", epochs=f"{recipe.epochs:,}")
        return f"{plan} · {self._estimate}" if self._estimate else plan

    def _say(self, where: str, speed: str) -> None:
        for label, text in ((self.where, where), (self.speed, speed)):
            if label.text() != text:
                label.setText(text)
        self.bar.setAccessibleDescription(f"{where} {speed}")

    def _tint(self) -> None:
        self.train.setIcon(icon("ph.play-fill", "on_accent"))
        self.resume.setIcon(icon("ph.play-fill", "on_accent"))
        self.pause.setIcon(icon("pause"))
        self.stop.setIcon(icon("stop"))
        self.stop_now.setIcon(icon("ph.x-bold"))


def _rate(value: float) -> str:
    """Samples a second with three digits, so that it doesn't flicker."""
    size = 10 ** max(len(str(int(value))) - 3, 0)
    return f"{round(value / size) * size:,}"
