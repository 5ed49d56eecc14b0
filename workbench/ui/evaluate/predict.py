"""The right panel of the Evaluate stage: a prediction for a sample that the network has never seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ...engine.data.cells import categories_of, columns_of, gap_columns, raw_cells, written_of
from ...engine.data.new_samples import tables_of
from ...engine.data.preprocess import Preprocess
from ...engine.data.raw import Array
from ...engine.data.recipe import Progress
from ...engine.errors import WorkbenchError
from ...engine.runs.store import Which
from ..data.opening import dropped_paths
from ..data.words import split_word
from ..icons import icon
from ..jobs import Job
from ..language import told
from ..session import Session
from ..theme import notifier
from ..widgets.notice import Notice
from ..widgets.numbers import count_text
from ..widgets.side_panel import SidePanel
from .ask import Answer, Asker, Network, Taken, read_files, take_sample
from .result import AnswerView
from .row import MOST_FIELDS, RowForm
from .typed_text import TypedText


class PredictPanel(SidePanel):
    """Drop a picture, type a row, choose a file, or take a real sample of the test split.

    ``table_ready(str name, object answer)``: predictions for a file of several samples.
    """

    table_ready = Signal(str, object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        body = QWidget()
        super().__init__("evaluate_predict", body, parent)
        self.setAcceptDrops(True)
        self._session = session
        self._asker = Asker()
        self._job: Job | None = None
        self._run = ""
        self._which: Which = "best"
        self._preprocess: Preprocess | None = None
        self._taken = -1
        self._truth = ""
        title = QLabel(self.tr("Try a new sample"), self)
        title.setProperty("role", "heading")
        self.hint = QLabel(self)
        self.hint.setObjectName("evaluate_predict_hint")
        self.hint.setProperty("role", "muted")
        self.hint.setWordWrap(True)
        self.choose = self._button("evaluate_choose_file", self._choose_file)
        self.take = self._button("evaluate_take_sample", self.take_sample)
        self.take.setText(self.tr("Take a sample"))
        self.take.setToolTip(self.tr("A random sample of the test split, which training never saw"))
        self.predict = self._button("evaluate_predict_button", self.predict_row)
        self.predict.setText(self.tr("Predict"))
        self.predict.setProperty("role", "primary")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.take)
        buttons.addStretch(1)
        self.notice = Notice("evaluate_predict_notice", self)
        self.row = RowForm(self)
        self.row.submitted.connect(self.predict_row)
        self.row.changed.connect(self._forget_truth)
        self.text = TypedText(self)
        self.text.submitted.connect(self.predict_row)
        self.text.changed.connect(self._forget_truth)
        self.answer = AnswerView(self)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        for item in (title, self.hint):
            layout.addWidget(item)
        layout.addLayout(buttons)
        for item in (self.notice, self.text, self.answer, self.row):
            layout.addWidget(item)
        layout.addStretch(1)
        self._footer = QWidget(self)
        footer = QHBoxLayout(self._footer)
        footer.setContentsMargins(16, 8, 16, 12)
        footer.addWidget(self.predict)
        self.panel_layout.addWidget(self._footer)
        notifier.changed.connect(self._tint)
        self._tint()
        self.answer.hide()

    def _button(self, name: str, action: Callable[[], object]) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.clicked.connect(lambda _checked=False: action())
        return button

    # Which network

    @property
    def preprocess(self) -> Preprocess | None:
        """What the network takes, None while there is none."""
        return self._preprocess

    def set_run(self, run: str, which: Which, *, prefill: bool = True) -> None:
        """Asks this run from now on; a table's fields are filled with a real row where ``prefill``."""
        if (run, which) == (self._run, self._which) and (self._preprocess is not None or not run):
            return
        same = run == self._run
        self._run, self._which = run, which
        self.answer.hide()
        self.notice.say("")
        if not same or self._preprocess is None:
            self._read_preprocess(prefill)

    def _read_preprocess(self, prefill: bool) -> None:
        self._preprocess, self._taken = None, -1
        try:
            if self._run:
                self._preprocess = self._session.store().preprocess(self._run)
        except WorkbenchError as error:
            self.notice.say(told(error), "danger")
        part = next(iter(self._preprocess.inputs.values()), None) if self._preprocess is not None else None
        kind = part.kind if part is not None else ""
        tables = list(tables_of(self._preprocess).values()) if self._preprocess is not None else []
        kind = "table" if tables else kind
        columns = [c for how in tables for c in columns_of(how)]
        typed = bool(tables) and len(columns) <= MOST_FIELDS
        known = {name: found for how in tables for name, found in categories_of(how).items()}
        gaps = frozenset(name for how in tables for name in gap_columns(how))
        written = {name: example for how in tables for name, example in written_of(how).items()}
        self.row.set_columns(columns if typed else (), known, gaps, written)
        self.row.setVisible(typed)
        texts = self._preprocess is not None and len(self._preprocess.inputs) == 1 and kind == "text"
        self.text.setVisible(texts)
        self._footer.setVisible(typed or texts)
        self.take.setVisible(part is not None)
        self.choose.setVisible(part is not None)
        self.choose.setText(self.tr("Choose a picture…") if kind == "image" else self.tr("Choose a file…"))
        hints = {
            "image": self.tr("Drop a picture here. It is brought to the size of the training pictures."),
            "table": self.tr("Type a row, or drop a CSV file whose header names the columns."),
            "series": self.tr("Drop a CSV, .ts, .npy or .npz file of series."),
            "text": self.tr("Type a text, or drop a file with a text in each line, or a CSV file."),
            "tokens": self.tr("Drop a .npy or .npz file of token ids."),
        }
        tagged = self._preprocess is not None and any(t.task == "tagging" for t in self._preprocess.targets.values())
        if tagged and kind == "text":
            hints["text"] = self.tr(
                "Type a text with blanks between its tokens, or drop a file with a sequence in each line or a token in each line."
            )
        self.hint.setText(hints.get(kind, self.tr("Train the network first.")))
        if typed and prefill:
            self._take(predict=False)

    # Asking

    def predict_files(self, paths: Sequence[Path]) -> None:
        """Predicts the samples of files: one sample shows here, several become a table."""
        preprocess = self._preprocess
        if preprocess is None or not paths:
            return
        network = self._network()
        name = paths[0].name if len(paths) == 1 else self.tr("{count} files").format(count=len(paths))

        def work(progress: Progress) -> Answer:
            inputs, labels, notes = read_files(paths, preprocess)
            progress(0.3, name)
            return self._asker.ask(network, inputs, labels, notes=notes)

        def done(answer: Answer) -> None:
            if len(answer.predictions) == 1:
                if self.row.columns:
                    self.row.set_values(_cells(answer.inputs, preprocess))
                elif next(iter(preprocess.inputs.values())).kind == "text":
                    self.text.set_text(next(iter(answer.inputs.values()))[0])
                self._show(answer)
            else:
                self.table_ready.emit(name, answer)

        self._start(self.tr("Predicting"), work, done)

    def predict_row(self) -> None:
        """Predicts the row that stands in the fields."""
        preprocess = self._preprocess
        texts = preprocess is not None and all(part.kind == "text" for part in preprocess.inputs.values())
        if preprocess is None or not (self.row.columns or texts):
            return
        from ...engine.data.new_samples import row_from_values, typed_text

        values, text, truth = self.row.values(), self.text.text, self._truth
        network = self._network()

        def work(progress: Progress) -> Answer:
            samples = typed_text(text, preprocess) if texts else row_from_values(values, preprocess)
            return self._asker.ask(network, samples.inputs, samples.labels, notes=samples.notes, truth=truth)

        self._start(self.tr("Predicting"), work, self._show)

    def take_sample(self) -> None:
        """Takes a real test sample and predicts it."""
        self._take(predict=True)

    def _take(self, *, predict: bool) -> None:
        preprocess = self._preprocess
        if preprocess is None:
            return
        network = self._network()
        base_dir, before = self._session.base_dir, self._taken

        def work(progress: Progress) -> tuple[Taken, Answer | None]:
            taken = take_sample(network, base_dir, progress, before)
            inputs = {name: taken.inputs[name] for name in preprocess.inputs if name in taken.inputs}
            if not predict:
                return taken, None
            notes = (
                self.tr("Sample {index} of the {split} split.").format(
                    index=count_text(taken.index), split=split_word(taken.split)
                ),
            )
            return taken, self._asker.ask(network, inputs, notes=notes, truth=taken.truth)

        def done(found: tuple[Taken, Answer | None]) -> None:
            taken, answer = found
            self._taken, self._truth = taken.index, taken.truth
            if self.row.columns:
                self.row.set_values(_cells(taken.inputs, preprocess))
            elif next(iter(preprocess.inputs.values())).kind == "text":
                self.text.set_text(next(iter(taken.inputs.values()))[0])
            if answer is not None:
                self._show(answer)

        self._start(self.tr("Taking a sample"), work, done)

    def _forget_truth(self) -> None:
        self._truth = ""

    def _network(self) -> Network:
        return Network(self._session.store(), self._run, self._which, self._session.preferences.value.device)

    def _start(self, title: str, work: Callable[[Progress], Any], done: Callable[[Any], None]) -> None:
        if self._job is not None:
            self._job.cancel()
        self.notice.say("")
        self._job = self._session.jobs.start(title, work, done=done, failed=self._failed)

    def _failed(self, sentence: str) -> None:
        self.answer.hide()
        self.notice.say(sentence, "danger")

    def _show(self, answer: Answer) -> None:
        if self._preprocess is not None:
            self.answer.show_answer(answer, self._preprocess)
            self.answer.show()

    # Files

    def _choose_file(self) -> None:
        filters = self.tr(
            "Samples (*.png *.jpg *.jpeg *.webp *.bmp *.gif *.tif *.tiff *.csv *.tsv *.txt *.npy *.npz);;All files (*)"
        )
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Choose samples"), str(self._session.base_dir), filters)
        self.predict_files([Path(name) for name in names])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._preprocess is not None and dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.predict_files(paths)

    def _tint(self) -> None:
        self.choose.setIcon(icon("folder"))


def _cells(inputs: Mapping[str, Array], preprocess: Preprocess) -> list[float | str]:
    """The first raw sample as the fields of a row show it, over all inputs that share it."""
    return [cell for name, how in tables_of(preprocess).items() for cell in raw_cells(inputs[name][0], how)]
