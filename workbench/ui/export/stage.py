"""The Export stage: run, format and place on the left; progress, certificate and history on the right."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...engine.data.recipe import Progress
from ...engine.errors import WorkbenchError, sentence
from ...engine.export.certificate import Certificate, certificates
from ...engine.export.request import ExportRequest
from ...engine.graph.decoder import has_decoder
from ...engine.graph.model import slug
from ..icons import icon
from ..jobs import Job
from ..session import Session
from ..stage import Stage
from ..theme import notifier
from ..widgets.empty_page import EmptyPage
from ..widgets.notice import Notice
from .card import CertificateCard
from .options import ExportOptions
from .words import format_title
from .work import export


@dataclass(frozen=True)
class Made:
    """An export in the history. ``number`` is the run's, ``now`` tells whether it was made since the program started."""

    certificate: Certificate
    number: int
    now: bool


class ExportStage(Stage):
    """Exports a run in a child process and shows the certificate of its replay."""

    key = "export"
    icon = "export"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._job: Job | None = None
        self._asked: ExportRequest | None = None
        self._failure = ""
        self._made: list[Made] = []
        self._earlier: list[Made] = []
        self._folder: Path | None = None
        self.pages = QStackedWidget(self)
        self.pages.setObjectName("export_pages")
        self.empty = EmptyPage("export", picture="export")
        self.empty.pressed.connect(lambda: self.go_to.emit("train"))
        self.pages.addWidget(self.empty)
        self._build_main()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)
        self.options.run_chosen.connect(self._choose_run)
        self.options.changed.connect(self._refresh)
        self.button.clicked.connect(self.export)
        self.cancel.clicked.connect(self._cancel)
        self.history.currentRowChanged.connect(self._show_made)
        session.runs_changed.connect(self._runs_changed)
        session.run_selected.connect(self._runs_changed)
        session.document.file_changed.connect(self._propose)
        session.jobs.changed.connect(self._show_progress)
        for signal in (session.checked, session.run_state_changed):
            signal.connect(self._show_empty)
        notifier.changed.connect(self._tint)
        self._tint()
        self._runs_changed()

    @property
    def title(self) -> str:
        return self.tr("Export")

    def entered(self) -> None:
        """Files may have come and gone while the stage was not shown."""
        self.options.refresh()

    def _build_main(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal, self.pages)
        left = QFrame(split)
        left.setAutoFillBackground(True)
        scroll = QScrollArea(left)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        self.options = ExportOptions(body)
        inner = QVBoxLayout(body)
        inner.setContentsMargins(16, 16, 16, 16)
        inner.addWidget(self.options)
        inner.addStretch(1)
        scroll.setWidget(body)
        self.button = QPushButton(self.tr("Export"), left)
        self.button.setObjectName("export_button")
        self.button.setProperty("role", "primary")
        bottom = QHBoxLayout()
        bottom.setContentsMargins(16, 8, 16, 16)
        bottom.addWidget(self.button, 1)
        around = QVBoxLayout(left)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(0)
        around.addWidget(scroll, 1)
        around.addLayout(bottom)
        split.addWidget(left)
        split.addWidget(self._right(split))
        split.setChildrenCollapsible(False)
        split.setStretchFactor(1, 1)
        split.setSizes([440, 780])
        self._main = split
        self.pages.addWidget(split)

    def _right(self, parent: QWidget) -> QWidget:
        right = QScrollArea(parent)
        right.setObjectName("export_right")
        right.setWidgetResizable(True)
        right.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        self.notice = Notice("export_notice", body)
        self._progress = QFrame(body)
        self._progress.setObjectName("export_progress_card")
        self._progress.setProperty("role", "card")
        self._doing = QLabel(self._progress)
        self._doing.setObjectName("export_doing")
        self.bar = QProgressBar(self._progress)
        self.bar.setObjectName("export_progress")
        self.bar.setAccessibleName(self.tr("Progress of the export"))
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.cancel = QPushButton(self.tr("Cancel"), self._progress)
        self.cancel.setObjectName("export_cancel")
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(self._doing)
        words.addWidget(self.bar)
        row = QHBoxLayout(self._progress)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self.cancel)
        self.card = CertificateCard(body)
        self._promise = QLabel(body)
        self._promise.setObjectName("export_promise")
        self._promise.setProperty("role", "muted")
        self._promise.setWordWrap(True)
        self._promise.setText(
            self.tr(
                "Every export is replayed on real validation samples before the file gets its name. What came out stands "
                "here as a certificate; an export that answers differently is not kept."
            )
        )
        self._history_title = QLabel(self.tr("Exports"), body)
        self._history_title.setProperty("role", "heading")
        self.history = QListWidget(body)
        self.history.setObjectName("export_history")
        self.history.setAccessibleName(self.tr("Exports made so far"))
        layout = QVBoxLayout(body)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        for widget in (self.notice, self._progress, self._promise, self.card, self._history_title):
            layout.addWidget(widget)
        layout.addWidget(self.history)
        layout.addStretch(1)
        right.setWidget(body)
        return right

    # What the user does

    def export(self) -> None:
        """Exports what is chosen; the certificate follows."""
        target = self.options.target
        if self._job is not None or target is None or not self.options.run:
            return
        session = self.session
        request = self._asked = ExportRequest(
            format=self.options.format,
            out=target,
            runs_dir=session.runs_dir.absolute(),
            base_dir=session.base_dir,
            run=self.options.run,
            which=self.options.which,
            include_preprocessing=self.options.preprocessing.isChecked(),
            part=self.options.part,
        )
        self._failure = ""
        self.notice.say("")
        self._job = session.jobs.start(
            self.tr("Exporting {name}").format(name=target.name),
            lambda progress: export(request, progress),
            done=self._done,
            failed=self._failed,
        )
        self._refresh()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self._tell_cancelled()

    def _tell_cancelled(self) -> None:
        self.notice.say(self.tr("The export was cancelled. Nothing was written."), "info")
        self._refresh()

    def _choose_run(self, run: str) -> None:
        self.session.select_run(run)
        self._runs_changed()

    def _done(self, certificate: Certificate) -> None:
        self._job = None
        self._made.insert(0, Made(certificate, self._number(certificate.run), now=True))
        self._fill_history()
        self.history.setCurrentRow(0)
        self._refresh()
        self.options.refresh()

    def _failed(self, text: str) -> None:
        self._job = None
        kept = ""
        if self._asked is not None:
            kept = (
                self.tr("The file that was there before is unchanged")
                if self._asked.target.exists()
                else self.tr("No file was written")
            )
        self._failure = sentence(text, kept)
        self.notice.say(self._failure, "danger")
        self._refresh()

    # What is shown

    def _number(self, run: str) -> int:
        return next((r.number for r in self.session.runs if r.id == run), 0)

    def _runs_changed(self) -> None:
        session = self.session
        if self._folder != session.runs_dir:
            self._folder = session.runs_dir
            known = {r.id for r in session.runs}
            self._made = [m for m in self._made if m.certificate.run in known]
            self._failure = ""
            self.card.show_certificate(None)
            self.notice.say("")
        with_weights = [r for r in session.runs if r.best_epoch or r.epoch]
        self.options.set_runs(with_weights, session.selected_run)
        self._propose()
        self._read_earlier()
        self._refresh()

    def _propose(self) -> None:
        """The default place: beside the project, under its name."""
        path = self.session.document.path
        title = self.session.document.project.title
        stem = path.stem if path is not None else slug(title).replace("_", "-").removeprefix("n-")
        self.options.propose(self.session.base_dir, stem or "network")

    def _read_earlier(self) -> None:
        """Certificates of the chosen run that lie in its folder."""
        run = self.options.run
        if not run:
            self._earlier = []
            self._fill_history()
            return
        folder = self.session.store().folder(run)

        store = self.session.store()

        def read(_progress: Progress) -> tuple[list[Certificate], bool]:
            try:
                return certificates(folder), has_decoder(store.project(run).graph)
            except WorkbenchError:  # told by whoever exports it
                return certificates(folder), False

        def done(found: tuple[list[Certificate], bool]) -> None:
            if run == self.options.run:
                self._earlier = [Made(c, self._number(run), now=False) for c in reversed(found[0])]
                self.options.offer_decoder(found[1])
                self._fill_history()

        self.session.jobs.start(self.tr("Reading certificates"), read, done=done)

    def _all_made(self) -> list[Made]:
        now = {m.certificate.model_dump_json() for m in self._made}
        return [*self._made, *(m for m in self._earlier if m.certificate.model_dump_json() not in now)]

    def _fill_history(self) -> None:
        shown = self.card.certificate
        self.history.blockSignals(True)
        self.history.clear()
        for made in self._all_made():
            item = QListWidgetItem(self._history_text(made))
            item.setIcon(icon("success", "success"))
            item.setToolTip("\n".join(made.certificate.files))
            self.history.addItem(item)
        row = next((i for i, m in enumerate(self._all_made()) if m.certificate == shown), -1)
        self.history.setCurrentRow(row)
        self.history.blockSignals(False)
        some = self.history.count() > 0
        rows = min(self.history.count(), 8)
        self.history.setFixedHeight(rows * max(self.history.sizeHintForRow(0), 1) + 8)
        self._history_title.setVisible(some)
        self.history.setVisible(some)

    def _history_text(self, made: Made) -> str:
        c = made.certificate
        words = (
            self.tr("{file} · {format} of run {run}, {which} weights")
            if made.now
            else self.tr("{file} · {format} of run {run}, {which} weights · exported earlier")
        )
        which = self.tr("best") if c.weights == "best" else self.tr("last")
        return words.format(file=Path(c.files[0]).name, format=format_title(c.format), run=made.number, which=which)

    def _show_made(self, row: int) -> None:
        made = self._all_made()
        if 0 <= row < len(made):
            self.card.show_certificate(made[row].certificate)
            self._refresh()

    def _refresh(self) -> None:
        busy = self._job is not None
        some = bool(self.options.run)
        self.pages.setCurrentIndex(1 if some else 0)
        target = self.options.target
        self.button.setEnabled(not busy and some and target is not None and target.parent.is_dir())
        self._progress.setVisible(busy)
        self._promise.setVisible(not busy and self.card.certificate is None)
        self._show_progress()
        self._show_empty()
        if busy:
            self.set_state("running", self.tr("Exporting"))
        elif not some:
            self.set_state("empty", self.tr("Train the network first"))
        elif self._failure:
            self.set_state("problem", self._failure)
        elif self._made:
            name = Path(self._made[0].certificate.files[0]).name
            self.set_state("ready", self.tr("Exported {name}").format(name=name))
        else:
            self.set_state("empty", self.tr("Not exported yet"))

    def _show_progress(self) -> None:
        job = self._job
        if job is not None and job.cancelled:
            self._job = None  # in the status bar
            self._tell_cancelled()
        elif job is not None:
            self.bar.setValue(round(1000 * job.share))
            name = self._asked.target.name if self._asked is not None else ""
            note = job.note or self.tr("Starting")
            self._doing.setText(self.tr("{name}: {note}").format(name=name, note=note))

    def _show_empty(self) -> None:
        go = self.tr("Go to Train")
        if self.session.run_state != "idle":
            text = self.tr("A network can be exported as soon as an epoch is done.")
            self.empty.say(self.tr("The first run is in progress"), text, go)
            return
        text = self.tr(
            "Here you will take a trained network away as one file: ONNX for nearly every runtime, a Python file or a "
            "PyTorch program. Each export is checked against the network on real samples."
        )
        self.empty.say(self.tr("Train the network first"), text, go)

    def _tint(self) -> None:
        self.button.setIcon(icon("export", "on_accent"))
        self._fill_history()
