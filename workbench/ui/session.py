"""What all stages share: the document, its data, its runs, and the run in progress."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from ..engine.check import check_project, network_facts
from ..engine.document import Project
from ..engine.errors import ProjectError, WorkbenchError
from ..engine.graph.infer import Inference
from ..engine.project.files import load_project, runs_dir_of
from ..engine.project.untitled import adopt_runs, untitled_runs_dir
from ..engine.shapes import DataFacts
from ..engine.train.events import GOOD_REASONS, Event
from ..engine.train.runspec import RunSpec, WarmStart
from .bridge import Bridge, Runner, RunProgress, RunState
from .document import Document
from .jobs import Job, Jobs
from .language import told
from .preferences import Preferences
from .runners import make_runner
from .studies import Studies, usual_run

if TYPE_CHECKING:
    from ..engine.data.prepared import PreparedData
    from ..engine.data.recipe import Progress
    from ..engine.runs.store import RunInfo, RunStore
    from ..engine.runs.studies import StudyRow
    from ..engine.study.events import StudyKind
    from ..engine.train.recipe import TrainingRecipe

DataState = Literal["empty", "loading", "ready", "problem"]

RUNS_EVERY_MS = 400
"""Time between two looks at the list of runs while one goes on."""


class Session(QObject):
    """One open document with its data and runs. The window makes one and hands it to every stage.

    Signals:
        data_changed: ``data_state``, ``data`` or ``data_message`` changed.
        checked: ``inference`` was made anew (the graph, the training recipe or the data's facts changed).
        run_events(list[Event]): events of the run in progress, drained by a timer a few times a second.
        run_state_changed: ``run_state`` changed.
        runs_changed: the list of runs or one of them changed.
        run_selected: the run that Evaluate and Export use changed.
        runs_moved(Path, Path): the first save took the runs from one folder to another; what is known of them still holds.
        trouble(str): a sentence about something that went wrong outside any stage.
    """

    data_changed = Signal()
    checked = Signal()
    run_events = Signal(object)
    run_state_changed = Signal()
    runs_changed = Signal()
    run_selected = Signal()
    runs_moved = Signal(object, object)
    trouble = Signal(str)

    def __init__(
        self,
        preferences: Preferences | None = None,
        *,
        make_runner: Callable[[RunSpec], Runner] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.preferences = preferences or Preferences(parent=self)
        self.document = Document(self)
        self.jobs = Jobs(self)
        self.data_state: DataState = "empty"
        self.data_message = ""
        self.data_progress = 0.0
        self.data: PreparedData | None = None
        self.facts: DataFacts | None = None
        self.runs: list[RunInfo] = []
        self.selected_run = ""
        self.runs_dir = untitled_runs_dir()
        self._data_job: Job | None = None
        self._chosen = ""
        self._data_timer = QTimer(self)
        self._data_timer.setSingleShot(True)
        self._data_timer.setInterval(30)
        self._data_timer.timeout.connect(self.reload_data)
        self._runs_timer = QTimer(self)
        self._runs_timer.setSingleShot(True)
        self._runs_timer.setInterval(RUNS_EVERY_MS)
        self._runs_timer.timeout.connect(self._read_runs)
        self._bridge = Bridge(make_runner or self._runner, self)
        self._bridge.events.connect(self._on_events)
        self._bridge.state_changed.connect(self.run_state_changed)
        self.studies = Studies(parent=self)
        self.study_rows: list[StudyRow] = []
        self.studies.said.connect(self._on_study)
        self.studies.changed.connect(self.run_state_changed)
        self.document.changed.connect(self._on_document)
        self.jobs.changed.connect(self._on_jobs)
        self.inference = self._check()

    # The document

    @property
    def base_dir(self) -> Path:
        """The folder against which relative data paths are read."""
        path = self.document.path
        return path.absolute().parent if path is not None else Path.home()

    def new(self, project: Project | None = None, *, saved: bool = True) -> None:
        """Starts an untitled document with runs of its own."""
        assert not self._bridge.busy and not self.studies.busy, "a run is in progress"
        self._leave()
        self.runs_dir = untitled_runs_dir()
        self.document.new(project, saved=saved)
        self._arrive()

    def open(self, path: Path) -> None:
        """Opens a project; raises ``ProjectError`` and leaves everything as it was."""
        assert not self._bridge.busy and not self.studies.busy, "a run is in progress"
        project = load_project(path)
        # The runs folder first: whoever follows the document finds the runs that belong to it.
        self._leave()
        self.runs_dir = runs_dir_of(path.absolute())
        self.document.take(project, path)
        self._arrive()
        self.preferences.add_recent(path)

    def save(self, path: Path | None = None) -> None:
        """Saves, at the first time together with the runs made so far. Raises ``ProjectError``."""
        old_path, old_base = self.document.path, self.base_dir
        target = path or old_path
        assert target is not None, "an untitled project needs a path"
        target = target.absolute()
        new_base = target.parent
        if new_base != old_base and self.document.project.data.source is not None:
            self.document.edit(
                self.tr("Save in another folder"), lambda p: _rebased(p, old_base, new_base), merge="rebase"
            )
        self.document.save(target)
        self.preferences.add_recent(target)
        if target != old_path and not self._bridge.busy and not self.studies.busy:
            self._settle_runs()

    def _settle_runs(self) -> None:
        """Makes the runs folder the one beside the file; an untitled project's runs move there."""
        path = self.document.path
        if path is None or self.runs_dir == runs_dir_of(path.absolute()):
            return
        old, wanted = self.runs_dir, runs_dir_of(path.absolute())
        untitled = old.parent == untitled_runs_dir().parent
        if untitled:
            try:
                adopt_runs(old, wanted)
            except ProjectError as error:
                self.trouble.emit(str(error))
                return
        self.runs_dir = wanted
        if untitled:
            self.runs_moved.emit(old, wanted)
        self._read_runs()

    def close(self, seconds: float = 3.0) -> bool:
        """Stops the run and all jobs, waiting up to ``seconds``; whether everything has ended."""
        over = self.studies.finish(seconds)
        ended = self._bridge.finish(seconds) if self._bridge.busy else True
        quiet = self.jobs.cancel_all(wait=min(seconds, 2.0))
        self._data_timer.stop()
        self._runs_timer.stop()
        return ended and quiet and over

    def _leave(self) -> None:
        self.runs, self.selected_run, self._chosen = [], "", ""
        self._forget_data()

    def _arrive(self) -> None:
        self._data_timer.stop()
        self._read_runs()
        self.run_selected.emit()  # "no run" of another project is news too
        self.reload_data()

    def _on_document(self, before: Project, after: Project) -> None:
        if before.data is not after.data and before.data.preparation() != after.data.preparation():
            self._cancel_data_job()
            if before.data.source != after.data.source:
                self._forget_data()
            if after.data.source is None:
                self.reload_data()
            else:
                self._set_data_state("loading", self.tr("Reading the data."))
                self._data_timer.start()
        if before.networks != after.networks or before.training != after.training or before.data != after.data:
            self._recheck()

    # Data

    def reload_data(self) -> None:
        """Reads the data anew, in a worker thread; ``data_changed`` tells how it goes."""
        self._data_timer.stop()
        self._cancel_data_job()
        recipe, base_dir = self.document.project.data, self.base_dir
        if recipe.source is None:
            self._forget_data()
            self._set_data_state("empty", self.tr("No data is chosen yet."))
            self._recheck()
            return

        def work(progress: Progress) -> PreparedData:
            from ..engine.data.prepare import prepare

            return prepare(recipe, base_dir, progress)

        self.data_progress = 0.0
        self._data_job = self.jobs.start(self.tr("Reading data"), work, done=self._data_ready, failed=self._data_failed)
        self._set_data_state("loading", self.tr("Reading the data."))

    @property
    def data_note(self) -> str:
        """What the reading of the data is at, in a few words; empty where it is not read."""
        return self._data_job.note if self._data_job is not None else ""

    @property
    def data_seconds_left(self) -> float | None:
        """Estimated seconds until the data is read."""
        return self._data_job.seconds_left if self._data_job is not None else None

    def _cancel_data_job(self) -> None:
        if self._data_job is not None:
            self._data_job.cancel()
            self._data_job = None

    def _data_ready(self, data: PreparedData) -> None:
        self._data_job = None
        self.data, self.facts, self.data_progress = data, data.facts, 1.0
        self._set_data_state("ready", "")
        self._recheck()

    def _data_failed(self, sentence: str) -> None:
        self._data_job = None
        self._forget_data()
        self._set_data_state("problem", sentence)
        self._recheck()

    def _forget_data(self) -> None:
        self.data, self.facts = None, None

    def _set_data_state(self, state: DataState, message: str) -> None:
        self.data_state, self.data_message = state, message
        self.data_changed.emit()

    def _on_jobs(self) -> None:
        if self._data_job is not None and self._data_job.cancelled:
            # By the user, in the status bar: what the session itself cancels it lets go of at once.
            self._data_failed(self.tr("Reading the data was stopped."))
            return
        if self._data_job is not None and self._data_job.share != self.data_progress:
            self.data_progress = self._data_job.share
            self.data_changed.emit()

    # Shapes and problems

    def _check(self) -> Inference:
        return check_project(self.document.project, self.facts)

    @property
    def network_inference(self) -> Inference:
        """Shapes, costs and problems of the network that is shown."""
        return self.inference.of_network(self.document.network)

    @property
    def network_facts(self) -> DataFacts | None:
        """What the data looks like to the network that is shown."""
        return network_facts(self.document.project, self.document.network, self.facts)

    def _recheck(self) -> None:
        self.inference = self._check()
        self.checked.emit()

    # Runs

    def store(self) -> RunStore:
        """The store of runs, for reading."""
        from ..engine.runs.store import RunStore

        return RunStore(self.runs_dir)

    def refresh_runs(self) -> None:
        """Reads the list of runs anew."""
        self._read_runs()

    def select_run(self, run: str) -> None:
        """Chooses the run that Evaluate and Export use; "" goes back to the newest finished one."""
        self._chosen = run
        self._reselect()

    def _read_runs(self) -> None:
        self._runs_timer.stop()
        try:
            from ..engine.runs.studies import list_studies

            self.runs = self.store().runs() if self.runs_dir.is_dir() else []
            self.study_rows = list_studies(self.runs_dir) if self.runs_dir.is_dir() else []
        except WorkbenchError as error:
            self.runs = []
            self.trouble.emit(str(error))
        self.runs_changed.emit()
        self._reselect()

    def _reselect(self) -> None:
        ids = [r.id for r in self.runs]
        wanted = self._chosen if self._chosen in ids else usual_run(self.runs)
        if wanted != self.selected_run:
            self.selected_run = wanted
            self.run_selected.emit()

    # The run in progress

    @property
    def run_state(self) -> RunState:
        """What the run in progress does, "idle" when there is none."""
        return self._bridge.state

    @property
    def current_run(self) -> str:
        """Id of the run in progress, "" when there is none."""
        return self._bridge.run if self._bridge.busy else ""

    @property
    def progress(self) -> RunProgress:
        """How far the run in progress, or the last one, is."""
        return self._bridge.progress

    @property
    def can_train(self) -> bool:
        """Whether Train would start a run now."""
        return not self.why_not

    @property
    def why_not(self) -> str:
        """A sentence that tells why Train can't start, "" when it can."""
        if self._bridge.busy:
            return self.tr("A run is in progress.")
        if self.studies.busy:
            return self.tr("A study is in progress.")
        if self.data_state == "empty":
            return self.tr("Choose the data first.")
        if self.data_state == "loading":
            return self.tr("The data is still being read.")
        if self.data_state == "problem":
            return self.data_message
        errors = self.inference.errors
        return told(errors[0]) if errors else ""

    def train(self, resume: str = "", *, warm_start: str = "") -> None:
        """Starts a run of the document as it is now, or goes on with the run ``resume``. Does nothing when ``why_not``.

        ``warm_start``: the run whose weights a new one begins with, where they fit.
        """
        if self._bridge.busy or self.studies.busy or (not resume and not self.can_train):
            return
        warm = WarmStart(run=warm_start, runs_dir=self.runs_dir) if warm_start else None
        self._bridge.start(self.run_spec().updated(resume=resume, warm_start=warm))

    def run_spec(self) -> RunSpec:
        """What Train would start: the document as it is now, with the preferences."""
        chosen = self.preferences.value
        return RunSpec(
            project=self.document.project,
            runs_dir=self.runs_dir,
            base_dir=self.base_dir,
            device=chosen.device,
            threads=chosen.threads,
        )

    def _runner(self, spec: RunSpec) -> Runner:
        return make_runner(spec, isolated=self.preferences.value.isolated, processes=self.preferences.value.processes)

    def begin_study(self, kind: StudyKind, resume: str = "") -> None:
        """Starts a study of the document as it is now, or goes on with one. Does nothing when ``why_not``."""
        if self._bridge.busy or self.studies.busy or (not resume and not self.can_train):
            return
        self.studies.start(kind, self.run_spec(), resume)

    def _on_study(self, said: list[object]) -> None:
        kinds = {getattr(s, "event", "") for s in said}
        if "study_ended" in kinds:
            self._settle_runs()
        if kinds & {"member_started", "member_ended", "study_ended"}:
            self._read_runs()
        elif "epoch_done" in kinds and not self._runs_timer.isActive():
            self._runs_timer.start()

    def pause(self) -> None:
        """Asks the run to wait."""
        self._bridge.pause()

    def resume_run(self) -> None:
        """Asks a paused run to go on."""
        self._bridge.resume()

    def stop(self) -> None:
        """Asks the run to end and keep what it has."""
        self._bridge.stop()

    def stop_now(self) -> None:
        """Asks the run to end without keeping the epoch it is in."""
        self._bridge.stop_now()

    @property
    def run_recipe(self) -> TrainingRecipe | None:
        """The settings that the run in progress was asked for last, None when there is none."""
        return self._bridge.recipe if self._bridge.busy else None

    def change_run(self, setting: str, value: object) -> None:
        """Asks the run in progress for another value of a setting; ``Changed`` tells when it counts. Raises
        ``SettingRefused``."""
        self._bridge.change(setting, value)

    def _on_events(self, events: list[Event]) -> None:
        self.run_events.emit(events)
        kinds = {e.event for e in events}
        if "epoch_done" in kinds and not self._runs_timer.isActive():
            # Of a tiny network, dozens of epochs end in a second: the list needs not follow each.
            self._runs_timer.start()
        if kinds & {"run_started", "run_ended"}:
            ended = self._bridge.ended
            if ended is not None and not self._bridge.busy:
                if ended.reason in GOOD_REASONS and ended.run:
                    self._chosen = ended.run
                self._settle_runs()
            self._read_runs()


def _rebased(project: Project, old: Path, new: Path) -> Project:
    source = project.data.source
    if source is None:
        return project
    return project.updated(data=project.data.updated(source=source.rebased(old, new)))
