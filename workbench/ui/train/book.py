"""The curves of all runs that the stage has shown so far, and what differs between runs in words."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ...engine.document import Project
from ...engine.errors import WorkbenchError
from ...engine.runs.store import RunStore
from ...engine.train.events import Event, RunStarted
from ..session import Session
from .changes import changes_text
from .history import RunHistory, load_history


class RunBook(QObject):
    """Grows the run in progress by its events and reads others from the store, in worker threads.

    Signals:
        loaded(run): a run's curves are there, or it turned out that they can't be read.
        changes_changed: ``changes`` was made anew.
    """

    loaded = Signal(str)
    changes_changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.changes: dict[str, str] = {}
        self._histories: dict[str, RunHistory] = {}
        self._waiting: dict[str, list[Event]] = {}
        self._projects: dict[str, Project | None] = {}
        self._folder: Path | None = None
        self._asked: tuple[str, ...] = ()

    def get(self, run: str) -> RunHistory | None:
        """A run's curves, None while they are not loaded."""
        return self._histories.get(run)

    def names(self, run: str) -> dict[str, str]:
        """Names of the layers of a run's networks by node id; while its project isn't read, those of the document."""
        project = self._projects.get(run) or self.session.document.project
        return {node.id: node.name for graph in project.networks.values() for node in graph.nodes}

    def want(self, run: str) -> None:
        """Loads a run's curves unless they are there; ``loaded`` tells when they are."""
        if run and run not in self._histories and run not in self._waiting:
            self._waiting[run] = []
            store = self.session.store()
            self.session.jobs.start(
                self.tr("Reading curves"),
                lambda _progress: load_history(store, run),
                done=lambda history: self._arrived(store.runs_dir, run, history),
                failed=lambda sentence: self._failed(store.runs_dir, run, sentence),
            )

    def take(self, events: list[Event]) -> None:
        """What the run in progress says. One that goes on is read from the store first."""
        run = events[0].run
        if not run:
            return  # an attempt that could not even be entered in the store
        if run not in self._histories and run not in self._waiting:
            first = events[0]
            if isinstance(first, RunStarted) and first.first_step == 0:
                self._histories[run] = RunHistory(run)
            else:
                self.want(run)
        if run in self._waiting:
            self._waiting[run] += events
        else:
            self._histories[run].take(events)

    def follow(self) -> None:
        """The session's list of runs changed: forgets what is gone, and looks what the new runs differ in."""
        if self._folder != self.session.runs_dir:
            moved = self._folder is not None and any(r.id in self._histories for r in self.session.runs)
            self._folder = self.session.runs_dir
            if not moved:  # saved for the first time, an untitled project's runs move with it
                self._histories.clear()
                self._projects.clear()
                self.changes = {}
        ids = {r.id for r in self.session.runs}
        current = self.session.current_run
        for run in [r for r in self._histories if r not in ids and r != current]:
            del self._histories[run]
        self._compare()

    def forget_project(self, run: str) -> None:
        """A run's project was written anew (it goes on with other settings)."""
        self._projects.pop(run, None)
        self._asked = ()

    def _arrived(self, folder: Path, run: str, history: RunHistory) -> None:
        said = self._waiting.pop(run, [])
        if folder == self.session.runs_dir:
            # What was said since it goes on is partly in the store by now: RunStarted cuts that off.
            history.take(said)
            self._histories[run] = history
        self.loaded.emit(run)

    def _failed(self, folder: Path, run: str, sentence: str) -> None:
        self._waiting.pop(run, None)
        if folder == self.session.runs_dir:
            self._histories[run] = RunHistory(run, trouble=[sentence])
        self.loaded.emit(run)

    def _compare(self) -> None:
        ids = tuple(r.id for r in self.session.runs)
        if ids == self._asked:
            return
        self._asked = ids
        store, known = self.session.store(), dict(self._projects)
        self.session.jobs.start(
            self.tr("Comparing runs"),
            lambda _progress: compare(store, ids, known),
            done=self._compared,
        )

    def _compared(self, found: tuple[dict[str, Project | None], dict[str, str]]) -> None:
        self._projects, self.changes = found
        self.changes_changed.emit()


def compare(
    store: RunStore, ids: tuple[str, ...], known: dict[str, Project | None]
) -> tuple[dict[str, Project | None], dict[str, str]]:
    """Projects by run, and what differs from the run before in words, for runs from the newest to the oldest.

    A run whose project can't be read any more has no words, and neither has the one after it.
    """
    projects: dict[str, Project | None] = {}
    for run in ids:
        if run in known:
            projects[run] = known[run]
            continue
        try:
            projects[run] = store.project(run)
        except WorkbenchError:
            projects[run] = None
    words = {}
    for run, before in pairwise(ids):
        newer, older = projects[run], projects[before]
        if newer is not None and older is not None:
            words[run] = changes_text(older, newer)
    return projects, words
