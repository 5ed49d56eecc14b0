"""The status bar: what the network costs, and the work that goes on beside the window."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from .jobs import VISIBLE_AFTER, Job
from .session import Session
from .widgets.elided import ElidedLabel
from .words import amount, duration, memory, time_left


class StatusBar(QFrame):
    """Left: nodes, parameters, multiply-adds, memory at the batch size. Right: the job that has run longest."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None
        self.setObjectName("status_bar")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(16)
        self._costs = ElidedLabel()
        self._costs.setObjectName("status_costs")
        self._costs.setProperty("role", "muted")
        self._note = ElidedLabel()
        self._note.setObjectName("status_note")
        self._note.setProperty("role", "muted")
        self._bar = QProgressBar()
        self._bar.setObjectName("status_progress")
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.setRange(0, 1000)
        self._bar.setFixedWidth(120)
        self._bar.setTextVisible(False)
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.setObjectName("status_cancel")
        self._cancel.setAccessibleName(self.tr("Cancel the work in progress"))
        self._cancel.setProperty("role", "chip")
        self._cancel.clicked.connect(self._cancel_job)
        self._run = QLabel()
        self._run.setObjectName("status_run")
        self._run.setProperty("role", "muted")
        row.addWidget(self._costs)
        row.addStretch(1)
        row.addWidget(self._note)
        row.addWidget(self._bar)
        row.addWidget(self._cancel)
        row.addWidget(self._run)
        self._timer = QTimer(self)
        self._timer.setInterval(200)
        self._timer.timeout.connect(self._show_jobs)
        session.jobs.changed.connect(self._jobs_changed)
        session.checked.connect(self._show_costs)
        session.document.network_changed.connect(self._show_costs)
        session.run_events.connect(self._show_run)
        session.run_state_changed.connect(self._show_run)
        self._show_costs()
        self._show_jobs()
        self._show_run()

    def _show_costs(self) -> None:
        graph, found = self._session.document.graph, self._session.network_inference
        if not graph.nodes:
            self._costs.set_whole("")
            return
        training = self._session.document.project.training
        # Weights, their gradients and, for the adaptive optimisers, two moments of each; activations for every sample.
        copies = 4 if training.optimizer.kind.startswith("adam") else 2
        needed = found.parameters * 4 * copies + found.activation_bytes * training.micro_batch
        count = len(graph.nodes)
        parts = (
            self.tr("{n} nodes").format(n=count) if count != 1 else self.tr("1 node"),
            self.tr("{n} parameters").format(n=f"{found.parameters:,}"),
            self.tr("{n} multiply-adds").format(n=amount(found.multiply_adds)),
            self.tr("about {size} at batch {batch}").format(size=memory(needed), batch=training.batch_size),
        )
        self._costs.set_whole("     ".join(parts))

    def _jobs_changed(self) -> None:
        if self._session.jobs.running and not self._timer.isActive():
            self._timer.start()
        self._show_jobs()

    def _show_jobs(self) -> None:
        running = self._session.jobs.running
        if not running:
            self._timer.stop()
        self._job = next((j for j in running if j.seconds > VISIBLE_AFTER), None)
        job = self._job
        for widget in (self._note, self._bar):
            widget.setVisible(job is not None)
        self._cancel.setVisible(job is not None and job.cancellable)
        if job is None:
            return
        parts = [job.title, job.note]
        parts.append(time_left(job.seconds_left))
        self._note.set_whole(" · ".join(p for p in parts if p))
        # Without a share the bar runs to and fro.
        self._bar.setRange(0, 1000 if job.share > 0 else 0)
        self._bar.setValue(int(job.share * 1000))

    def _cancel_job(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._show_jobs()

    def _show_run(self, *_: object) -> None:
        state, p = self._session.run_state, self._session.progress
        words = {
            "idle": "",
            "starting": self.tr("starting to train"),
            "running": self.tr("training, {share:.0%}").format(share=p.share),
            "paused": self.tr("paused at {share:.0%}").format(share=p.share),
            "stopping": self.tr("stopping"),
        }
        text = words[state]
        if state == "running" and p.seconds_left is not None and p.seconds_left >= 1:
            text += " · " + self.tr("{time} left").format(time=duration(p.seconds_left))
        if text != self._run.text():
            self._run.setText(text)
            self._run.setVisible(bool(text))
