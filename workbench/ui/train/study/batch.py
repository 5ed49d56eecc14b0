"""The largest batch that fits, and the smallest that is as quick."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ....engine.study.jobs import Answer, BatchFound, BatchJob, BatchTried, Job, Stage
from ....engine.train.runspec import RunSpec
from ...session import Session
from ...widgets.tables import Column, ColumnsView
from .page import HelperRoom
from .words import about_memory


class BatchRoom(HelperRoom):
    """A row for each size that was tried."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self.found: BatchFound | None = None
        self._tried: dict[int, BatchTried] = {}
        super().__init__(
            session,
            "batch",
            self.tr("Batch size"),
            self.tr(
                "Trains with ever larger batches, in a process of its own, until the memory is used up. On the processor it may "
                "take three quarters of the memory that is free; on a graphics card all that is free there. The largest batch is "
                "seldom the best: larger ones take fewer steps in an epoch and often want a higher learning rate."
            ),
            start=self.tr("Find the largest batch"),
            parent=parent,
        )
        self.table = ColumnsView("study_batch_table", self.tr("Batch sizes tried"))
        self.table.setMinimumHeight(260)
        self.words = QLabel()
        self.words.setObjectName("study_batch_found")
        self.words.setWordWrap(True)
        self.use = QPushButton()
        self.use.setObjectName("study_batch_use")
        self.use.setProperty("role", "primary")
        self.use.clicked.connect(lambda: self._use(self.found.quickest if self.found else 0))
        self.use_largest = QPushButton()
        self.use_largest.setObjectName("study_batch_use_largest")
        self.use_largest.clicked.connect(lambda: self._use(self.found.largest if self.found else 0))
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.use)
        row.addWidget(self.use_largest)
        row.addStretch(1)
        self.column.addWidget(self.words)
        self.column.addWidget(self._buttons)
        self.column.addWidget(self.table, 1)
        self.column.addStretch(0)
        session.document.changed.connect(lambda _before, _after: self._tell())
        self.clear()
        self.refresh()

    @property
    def has_result(self) -> bool:
        return self.found is not None

    def job(self, spec: RunSpec) -> Job:
        return BatchJob(spec=spec)

    def answers(self, job: Job) -> Iterator[Answer | None]:
        from ....engine.study.largest import batch_answers

        assert isinstance(job, BatchJob)
        return batch_answers(job)

    def clear(self) -> None:
        self.found = None
        self._tried = {}
        self.table.hide()
        self._tell()

    def show_answer(self, answer: Answer) -> None:
        if isinstance(answer, Stage) and answer.stage.startswith("size "):
            size = int(answer.stage.split()[1])
            self._say(self.tr("Trying {size} samples").format(size=f"{size:,}"))
        elif isinstance(answer, BatchTried):
            self._tried[answer.size] = answer
            self._fill()
        elif isinstance(answer, BatchFound):
            self.found = answer
            self._tell()

    def _fill(self) -> None:
        rows = [self._tried[size] for size in sorted(self._tried)]
        self.table.set_table(
            [
                Column(self.tr("Batch"), lambda r: f"{rows[r].size:,}", lambda: np.array([t.size for t in rows])),
                Column(
                    self.tr("Fits"),
                    lambda r: self.tr("yes") if rows[r].fits else self.tr("too large"),
                    numeric=False,
                ),
                Column(
                    self.tr("Memory"),
                    lambda r: about_memory(rows[r].memory) if rows[r].fits and rows[r].memory else "–",
                    lambda: np.array([t.memory for t in rows]),
                    help=self.tr("What the process took at most while it trained with this size"),
                ),
                Column(
                    self.tr("Samples a second"),
                    lambda r: f"{rows[r].samples_per_second:,.0f}" if rows[r].fits else "–",
                    lambda: np.array([t.samples_per_second for t in rows]),
                    help=self.tr("Of a few steps, so a rough figure"),
                ),
            ],
            np.arange(len(rows)),
        )
        self.table.setMaximumWidth(self.table.horizontalHeader().length() + 16)
        self.table.show()

    def _tell(self) -> None:
        found, now = self.found, self.session.document.project.training.batch_size
        self._buttons.setVisible(found is not None and found.largest > 0)
        if found is None:
            self.words.setText("")
            return
        if not found.largest:
            self.words.setText(self.tr("Not even one sample fits. Make the largest layers smaller."))
            return
        if found.all_samples:
            text = self.tr(
                "All {largest} training samples fit in one batch; {quickest} are as quick. The project has {now}."
            )
        else:
            text = self.tr(
                "Up to {largest} samples fit, with {limit} of memory allowed; {quickest} are as quick. The project has {now}."
            )
        self.words.setText(
            text.format(
                largest=f"{found.largest:,}",
                quickest=f"{found.quickest:,}",
                limit=about_memory(found.limit),
                now=f"{now:,}",
            )
        )
        self.use.setText(self.tr("Use {size}").format(size=f"{found.quickest:,}"))
        self.use_largest.setText(self.tr("Use {size}, the largest").format(size=f"{found.largest:,}"))
        self.use.setEnabled(found.quickest != now)
        self.use_largest.setVisible(found.largest != found.quickest)
        self.use_largest.setEnabled(found.largest != now)

    def _use(self, size: int) -> None:
        if size:
            self.session.document.edit(
                self.tr("Use batches of {size}").format(size=f"{size:,}"),
                lambda project: project.updated(training=project.training.updated(batch_size=size)),
            )
