"""Studies in the Train stage's table and on its plots."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set

import numpy as np
from PySide6.QtCore import QObject, Signal

from ....engine.runs.info import RunInfo
from ....engine.runs.studies import StudyRow, delete_study
from ....engine.study.events import MemberStarted
from ....engine.study.recipe import Search
from ....engine.study.runner import WELL
from ....engine.study.search import best_of
from ....engine.train.events import Event
from ...session import Session
from ...widgets.plots.trace import Band
from ..book import RunBook
from ..drawn import ShownRun
from ..runs_model import StudyGroup
from ..swatch import run_color
from ..words import run_name
from .merged import merged
from .words import planned_count, study_title


class StudyCurves(QObject):
    """What the stage asks about studies. ``grown``: one that goes on has new numbers; ``begun(study)``: its first run began."""

    grown = Signal()
    begun = Signal(str)

    def __init__(self, session: Session, book: RunBook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session, self.book = session, book
        self._begun = ""
        self._drawn: dict[str, tuple[int, ...]] = {}
        self._kept: dict[str, ShownRun] = {}
        session.studies.said.connect(self._take)

    @property
    def working(self) -> str:
        """Id of the study in progress."""
        return self.session.studies.study if self.session.studies.busy else ""

    def row(self, study: str) -> StudyRow | None:
        """A study by its id, None where it is none."""
        return next((r for r in self.session.study_rows if r.id == study), None)

    def runs(self, study: str) -> list[RunInfo]:
        """Its runs, oldest first."""
        return [r for r in reversed(self.session.runs) if r.study == study]

    def want(self, run: str) -> None:
        """Loads the curves of a run, or of all runs of a study that count."""
        if self.row(run) is None:
            self.book.want(run)
            return
        for member in self._members(run):
            self.book.want(member.id)

    def name(self, run: str) -> str:
        """A run or a study in words, empty when it is not there."""
        row = self.row(run)
        if row is not None:
            return study_title(row.kind, planned_count(row)).lower()
        info = next((r for r in self.session.runs if r.id == run), None)
        return run_name(info).lower() if info is not None else ""

    def deleter(self, run: str) -> Callable[[], None]:
        """What removes a run or a study, for a worker thread."""
        store, folder = self.session.store(), self.session.runs_dir
        if self.row(run) is not None:
            return lambda: delete_study(folder, run)
        return lambda: store.delete(run)

    def refusals(self, group: StudyGroup | None) -> dict[str, str]:
        """What can be done with a study's row; empty where none is chosen."""
        if group is None:
            return {}
        one = self.tr("Choose one of the study's runs: → opens it.")
        busy = self.session.studies.busy or self.session.run_state != "idle"
        resume = ""
        if busy:
            resume = self.tr("A run or study is in progress.")
        elif group.state == "finished":
            resume = self.tr("The study is complete.")
        return {
            "resume": resume,
            "use": one,
            "restore": one,
            "delete": self.tr("The study is still going on.") if group.live else "",
        }

    def stale(self, wanted: Iterable[str]) -> bool:
        """Whether a study that is shown has more numbers than were drawn."""
        return any(self._drawn.get(s) != self._sizes(s) for s in wanted if self.row(s) is not None)

    def shown(self, ticked: Set[str], focused: str) -> list[ShownRun]:
        """The studies to be drawn, the one in front last."""
        made = []
        for row in sorted(self.session.study_rows, key=lambda r: r.id == focused):
            if row.id in ticked or row.id == focused:
                found = self._one(row, row.id == focused)
                if found is not None:
                    made.append(found)
        return made

    def _members(self, study: str) -> list[RunInfo]:
        row, runs = self.row(study), self.runs(study)
        if row is not None and row.kind == "search":
            return self._best(row, runs)
        # Where none has ended well, those that were broken off show how far they came.
        return [r for r in runs if r.running or r.state in WELL] or [r for r in runs if r.epoch]

    @staticmethod
    def _best(row: StudyRow, runs: list[RunInfo]) -> list[RunInfo]:
        """The best trial alone: trials differ on purpose, and their mean means nothing."""
        search = Search.model_validate(row.body["project"]["study"]["search"])
        found = best_of(search, row.members)
        return [r for r in runs if found is not None and r.id == found["run"]]

    def _sizes(self, study: str) -> tuple[int, ...]:
        histories = [self.book.get(r.id) for r in self._members(study)]
        return tuple(len(h.series.get("epoch_loss", ())) if h is not None else -1 for h in histories)

    def _one(self, row: StudyRow, focused: bool) -> ShownRun | None:
        members, sizes = self._members(row.id), self._sizes(row.id)
        live = row.id == self.working
        color = run_color(min((m.number for m in self.runs(row.id)), default=1))
        before = self._kept.get(row.id)
        same = before is not None and (before.focused, before.live, before.color) == (focused, live, color)
        if before is not None and same and self._drawn.get(row.id) == sizes:
            return before
        self._drawn[row.id] = sizes
        histories = [h for m in members if (h := self.book.get(m.id)) is not None]
        if not histories:
            return None
        if row.kind == "search":
            name = self.tr("{study}, the best").format(study=study_title(row.kind, planned_count(row)))
            self._kept[row.id] = ShownRun(histories[0], name, color, focused)
            return self._kept[row.id]
        history, spread = merged(row.id, histories)
        # Two or more: the standard deviation around the mean, as in the tables.
        around = {
            name: Band(b.steps, np.asarray(b.mean - b.deviation), np.asarray(b.mean + b.deviation))
            for name, b in spread.items()
        }
        name = self.tr("{study}, mean ± deviation").format(study=study_title(row.kind, planned_count(row)))
        self._kept[row.id] = ShownRun(history, name, color, focused, live=live, bands=around)
        return self._kept[row.id]

    def _take(self, said: list[object]) -> None:
        by_run: dict[str, list[Event]] = {}
        for one in said:
            if isinstance(one, Event) and one.run:
                by_run.setdefault(one.run, []).append(one)
            elif isinstance(one, MemberStarted) and one.study != self._begun:
                self._begun = one.study
                self.begun.emit(one.study)
        for events in by_run.values():
            self.book.take(events)
        if by_run:
            self.grown.emit()
