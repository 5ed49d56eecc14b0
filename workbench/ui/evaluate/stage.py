"""The Evaluate stage: how good a trained network is, where it errs, and predictions for new samples."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ...engine.data.prepare import prepare
from ...engine.data.prepared import PreparedData, SplitName
from ...engine.data.recipe import Progress
from ...engine.errors import WorkbenchError
from ...engine.graph.decoder import has_decoder
from ...engine.runs.store import Which
from ..data.words import split_word
from ..jobs import Job
from ..session import Session
from ..stage import Stage
from ..widgets.numbers import number_text
from .ask import Answer
from .drawn import DrawnPage
from .generated import GeneratedPage
from .pages import NoRuns, NotEvaluated
from .predict import PredictPanel
from .predictions import PredictionsView
from .results import ResultsView
from .selectors import Selectors
from .words import metric_text, metric_word

if TYPE_CHECKING:
    from ...engine.evaluate.report import Report

REPORTS_KEPT = 8
Key = tuple[object, ...]


class EvaluateStage(Stage):
    """Choice of run, split and weights on top; scores in the middle; a new sample on the right."""

    key = "evaluate"
    icon = "evaluate"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setAcceptDrops(True)
        self._reports: OrderedDict[Key, tuple[Report, PreparedData]] = OrderedDict()
        self._job: Job | None = None
        self._evaluating: Key = ()
        self._failure: tuple[Key, str] = ((), "")
        self._entered = False
        # Made with their last parent: a widget that changes it has all its children styled anew.
        self.pages = QStackedWidget(self)
        self.pages.setObjectName("evaluate_pages")
        split = self._split_page = QSplitter(Qt.Orientation.Horizontal, self.pages)
        left = QWidget(split)
        self.center = QStackedWidget(left)
        self.center.setObjectName("evaluate_center")
        self.no_runs = NoRuns(self.pages)
        self.selectors = Selectors(left)
        self.results = ResultsView(self.center)
        self.waiting = NotEvaluated(self.center)
        self.predictions = PredictionsView(self.center)
        self.predict = PredictPanel(session, split)
        self.generated = GeneratedPage(self.center)
        self.drawn = DrawnPage(session, self.center)
        for page in (self.waiting, self.results, self.predictions, self.generated, self.drawn):
            self.center.addWidget(page)
        self._makes: dict[tuple[Path, str], bool] = {}
        self.views = QTabBar(left)
        self.views.setObjectName("evaluate_views")
        self.views.setAccessibleName(self.tr("What is shown of the run"))
        self.views.setDrawBase(False)
        self.views.setExpanding(False)
        for text in (self.tr("Scores"), self.tr("New samples")):
            self.views.addTab(text)
        self.views.currentChanged.connect(lambda _place: self._show())
        column = QVBoxLayout(left)
        column.setContentsMargins(20, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.selectors)
        column.addWidget(self.views)
        column.addWidget(self.center, 1)
        split.addWidget(left)
        split.addWidget(self.predict)
        split.setStretchFactor(0, 1)
        split.setSizes([900, 320])
        split.setChildrenCollapsible(False)
        self.pages.addWidget(self.no_runs)
        self.pages.addWidget(split)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)
        self.no_runs.pressed.connect(lambda: self.go_to.emit("train"))
        self.selectors.run_chosen.connect(self._choose_run)
        self.selectors.changed.connect(self._show)
        self.selectors.evaluate.connect(self.evaluate)
        self.waiting.evaluate.connect(self.evaluate)
        self.waiting.cancel.connect(self._cancel)
        self.predict.table_ready.connect(self._show_table)
        self.predictions.closed.connect(self._show)
        session.runs_changed.connect(self._runs_changed)
        session.run_selected.connect(self._runs_changed)
        session.runs_moved.connect(self._runs_moved)
        session.checked.connect(self._offer_training)
        session.run_state_changed.connect(self._offer_training)
        self._runs_changed()

    @property
    def title(self) -> str:
        return self.tr("Evaluate")

    def entered(self) -> None:
        """Only now the run's files are looked at."""
        self._entered = True
        self._show()

    # What the user does

    def evaluate(self) -> None:
        """Scores the chosen weights of the chosen run on the chosen split, beside the window."""
        session, key = self.session, self._key()
        run, split, which = self._chosen()
        if not run:
            return
        self._cancel()
        store, base_dir, device = session.store(), session.base_dir, session.preferences.value.device

        def work(progress: Progress) -> tuple[Any, PreparedData]:
            from ...engine.evaluate.generator import evaluate_gan, is_gan
            from ...engine.evaluate.report import evaluate_run

            if is_gan(store, run):
                made = evaluate_gan(
                    store, run, split=split, which=which, base_dir=base_dir, device=device, progress=progress
                )
                return made, prepare(store.project(run).data, base_dir)
            found = evaluate_run(
                store, run, split=split, which=which, base_dir=base_dir, device=device, progress=progress
            )
            return found, prepare(store.project(run).data, base_dir)

        def done(found: tuple[Any, PreparedData]) -> None:
            self._reports[key] = found
            while len(self._reports) > REPORTS_KEPT:
                self._reports.popitem(last=False)
            self._ended(key)

        def failed(sentence: str) -> None:
            self._failure = (key, sentence)
            self._ended(key)

        self._failure = ((), "")
        self.views.setCurrentIndex(0)
        self._evaluating = key
        self._job = session.jobs.start(self.tr("Evaluating"), work, done=done, failed=failed)
        self._show()

    def _choose_run(self, run: str) -> None:
        self.session.select_run(run)
        self._show()

    def _ended(self, key: Key) -> None:
        if key == self._evaluating:
            self._evaluating, self._job = (), None
        self._show()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._evaluating, self._job = (), None
        self._show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.predict.dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.predict.dropEvent(event)

    # What is shown

    def _chosen(self) -> tuple[str, SplitName, Which]:
        return self.selectors.run, self.selectors.split, self.selectors.which

    def _key(self) -> Key:
        run, split, which = self._chosen()
        info = next((r for r in self.session.runs if r.id == run), None)
        # Weights of a run in progress change: their report counts for the epoch it was made at.
        epoch = (info.best_epoch if which == "best" else info.step) if info is not None else 0
        return (str(self.session.runs_dir), run, split, which, epoch)

    def _runs_moved(self, old: Path, new: Path) -> None:
        """The first save moved the runs: their scores stay."""
        kept = self._reports.items()
        self._reports = OrderedDict(((str(new), *k[1:]) if k[0] == str(old) else k, found) for k, found in kept)

    def _runs_changed(self) -> None:
        self.selectors.set_runs(self.session.runs, self.session.selected_run)
        self._show()

    def _offer_training(self) -> None:
        busy = self.session.run_state != "idle"
        self.no_runs.tell(self.session.why_not, training=busy)

    def _show(self) -> None:
        run, split, which = self._chosen()
        self.pages.setCurrentWidget(self._split_page if self.session.runs else self.no_runs)
        self._offer_training()
        if not self.session.runs:
            self.set_state("empty", self.tr("Train the network first"))
            self.predict.set_run("", which)
            return
        self.predict.setVisible(not self._adversarial())
        if self._entered and not self._adversarial():
            self.predict.set_run(run, which)
        key = self._key()
        found = self._reports.get(key)
        busy = bool(self._evaluating) and key == self._evaluating
        self.selectors.set_busy(busy, evaluated=found is not None)
        makes = self._entered and self._makes_samples(run)
        self.views.setVisible(makes)
        if makes and self.views.currentIndex() == 1:
            self.drawn.show_run(run, which, int(str(key[-1])))
            self.center.setCurrentWidget(self.drawn)
            self.set_state("ready", self.tr("new samples"))
            return
        if found is not None:
            report, data = found
            if self._adversarial():
                if self.generated.report is not report:
                    self.generated.set_report(report)
                self.center.setCurrentWidget(self.generated)
                self.set_state("ready", f"{split_word(split)} {metric_word('distance')} {number_text(report.distance)}")
                return
            if self.results.report is not report:
                self.results.set_report(report, data)
            self.center.setCurrentWidget(self.results)
            name = next(iter(n for n in ("accuracy", "exact_match", "r2", "loss") if n in report.metrics), "loss")
            text = f"{split_word(split)} {metric_word(name)} {metric_text(name, report.metrics[name])}"
            self.set_state("ready", text)
            return
        failure = self._failure[1] if self._failure[0] == key else ""
        self.waiting.show_state(self.selectors.run_title, split, busy=busy, job=self._job, failure=failure)
        self.center.setCurrentWidget(self.waiting)
        if busy:
            self.set_state("running", self.tr("Evaluating"))
        elif failure:
            self.set_state("problem", failure)
        else:
            self.set_state("empty", self.tr("Not evaluated yet"))

    def _makes_samples(self, run: str) -> bool:
        """Whether a run trained something that makes new samples: a GAN, or a variational autoencoder."""
        key = (self.session.runs_dir, run)
        if run and key not in self._makes:
            try:
                project = self.session.store().project(run)
            except WorkbenchError:  # told by whatever is asked of it
                return False
            self._makes[key] = "generator" in project.roles or has_decoder(project.graph)
        return self._makes.get(key, False)

    def _adversarial(self) -> bool:
        """Whether the chosen run trained a GAN, which is asked for no predictions."""
        info = next((r for r in self.session.runs if r.id == self.selectors.run), None)
        return info is not None and "generator_loss" in info.metrics

    def _show_table(self, name: str, answer: Answer) -> None:
        self.predictions.show_predictions(name, answer.predictions, answer.notes)
        self.center.setCurrentWidget(self.predictions)
