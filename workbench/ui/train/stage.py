"""The Train stage: start and steer a run, watch its curves, compare runs."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...engine.runs.info import RunInfo
from ...engine.train.events import GOOD_REASONS, Event, RunEnded, RunStarted
from ..session import Session
from ..stage import Stage, StageCommand, Thing
from ..theme import notifier
from ..widgets.side_panel import SidePanel
from .book import RunBook
from .changed import ChangedPanel
from .controls import RunControls
from .curves import CurvesPanel
from .doing import RunDoings, rail_state
from .drawn import ShownRun
from .empty import EmptyTrain
from .health import HealthPanel
from .longer import is_done
from .machine import MachinePanel
from .message import RunMessage
from .runs_model import Live
from .runs_table import RunsTable
from .samples import SamplesView
from .search import commands, fields, runs
from .settings import SettingsPanel
from .study.rooms import StudyTabs
from .study.shown import StudyCurves
from .swatch import run_color
from .values import ValuesPanel
from .words import run_name

SLOW_MS = 250
"""Time between two looks at what need not follow every event: numbers in the side panel, the table's row."""


class TrainStage(Stage):
    """Controls on top, plots in the middle, runs below; numbers, settings and the machine on the right."""

    key = "train"
    icon = "train"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.book = RunBook(session, self)
        self.controls = RunControls(session, self)
        self.notice = RunMessage(session, self)
        self.curves = CurvesPanel(self)
        self.table = RunsTable(self)
        self.samples = SamplesView(session)
        self.values = ValuesPanel()
        self.changed = ChangedPanel()
        self.settings = SettingsPanel(session)
        self.machine = MachinePanel()
        self.empty = EmptyTrain(session, self)
        self.health = HealthPanel()
        self.several = StudyCurves(session, self.book, self)
        self.doing = RunDoings(session, self.several, self.notice, self)
        self._focused = ""
        self._ticked: set[str] = set()
        self._unrecorded: RunEnded | None = None
        self._ended_in: Path | None = None
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(self._refresh_slowly)
        self._build()
        self._connect()
        self.values.set_smoothing(self.curves.smoothing_weight)
        self._runs_changed()

    @property
    def title(self) -> str:
        return self.tr("Train")

    def _build(self) -> None:
        self.lower = QSplitter(Qt.Orientation.Vertical)
        self.lower.setObjectName("train_split")
        self.lower.addWidget(self.curves)
        self.lower.addWidget(self.table)
        self.lower.setChildrenCollapsible(False)
        self.lower.setStretchFactor(0, 1)
        self.lower.setSizes([560, 176])
        self.table.setAutoFillBackground(True)
        self.pages = QStackedWidget()
        self.pages.setObjectName("train_pages")
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.lower)
        margin = QVBoxLayout()
        margin.setContentsMargins(16, 4, 16, 0)
        margin.addWidget(self.notice)
        self.tabs = StudyTabs(self.session, self.pages)
        self.tabs.add_page("samples", self.tr("Samples"), self.samples)
        self.tabs.add_page("health", self.tr("Health"), self.health)
        self.controls.add_tool(self.tabs.menu_button)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.controls)
        left.addWidget(_line())
        left.addLayout(margin)
        left.addWidget(self.tabs, 1)
        main = QWidget()
        main.setLayout(left)
        body = QWidget()
        side = QVBoxLayout(body)
        side.setContentsMargins(16, 14, 16, 16)
        side.setSpacing(12)
        for panel in (self.values, self.changed, _line(), self.settings, _line(), self.machine):
            side.addWidget(panel)
        side.addStretch(1)
        self._values_line = side.itemAt(2).widget()
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(main)
        split.addWidget(SidePanel("train_side", body))
        split.setChildrenCollapsible(False)
        split.setStretchFactor(0, 1)
        split.setSizes([920, 300])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)

    def _connect(self) -> None:
        session, table = self.session, self.table
        session.run_events.connect(self._take)
        session.run_state_changed.connect(self._state_changed)
        session.runs_changed.connect(self._runs_changed)
        session.run_selected.connect(self._refresh_table)
        for signal in (session.checked, session.data_changed):
            signal.connect(self.empty.refresh)
            signal.connect(self._refresh_state)
        session.document.changed.connect(lambda _before, _after: self._allow())
        self.book.loaded.connect(lambda _run: self._show_runs())
        self.book.changes_changed.connect(lambda: self.table.model.set_changes(self.book.changes))
        self.notice.restore_asked.connect(self.doing.restore)
        self.notice.resume_asked.connect(self.doing.resume)
        self.doing.begun.connect(self._forget_ending)
        self.controls.problems.connect(self._go_to_problem)
        self.several.grown.connect(lambda: self._slow.isActive() or self._slow.start())
        self.several.begun.connect(self.focus_run)
        self.tabs.curves_asked.connect(self.show_study)
        self.tabs.estimated.connect(lambda: self.controls.set_estimate(self.tabs.estimate))
        self.empty.go_to.connect(self.go_to)
        self.curves.pointed.connect(lambda at: self.values.set_place(at, self.curves.kind))
        self.curves.best_moved.connect(self._tell_best)
        self.curves.smoothed.connect(self.values.set_smoothing)
        self.curves.saved.connect(lambda text: self.notice.answer(text, "success"))
        self.curves.failed.connect(lambda text: self.notice.answer(text, "danger"))
        table.focused.connect(self.focus_run)
        table.model.ticked.connect(self.tick_run)
        table.resume_asked.connect(self.doing.resume)
        table.warm_asked.connect(lambda run: session.train(warm_start=run))
        table.restore_asked.connect(self.doing.restore)
        table.use_asked.connect(session.select_run)
        table.delete_asked.connect(self.doing.ask_to_delete)
        notifier.changed.connect(self._show_runs)

    def commands(self) -> Iterable[StageCommand]:
        """What can be done with the run in front, and with the plots."""
        return commands(self.table, self.curves, self.tabs.wishes())

    def things(self) -> Iterable[Thing]:
        """Runs to bring to the front, and settings to change."""
        yield from runs(self.session.runs, self.book.changes, self.choose_run)
        yield from fields(self.session.document.project.training, self.settings.focus_field)

    # What the user does

    def choose_run(self, run: str) -> None:
        """Makes a run the current one of the table and shows it in front."""
        self.table.choose(run)
        self.focus_run(run)

    def focus_run(self, run: str) -> None:
        """Shows a run in front, and its numbers in the side panel."""
        if run != self._focused:
            self._focused, self._unrecorded = run, None
            self.several.want(run)
            self._show_runs()

    def show_study(self, study: str) -> None:
        """Shows a study's curves in front."""
        self.tabs.show_curves()
        self.choose_run(study)

    def tick_run(self, run: str, on: bool) -> None:
        """Lays a run's curves over the others, or takes them away."""
        (self._ticked.add if on else self._ticked.discard)(run)
        if on:
            self.several.want(run)
        elif run == self._focused:
            # The run in front goes: another one that is ticked comes to the front.
            others = [r.id for r in self.session.runs if r.id in self._ticked]
            if others:
                self._focused = others[0]
                self.table.choose(self._focused)
        self._show_runs()

    def _forget_ending(self) -> None:
        self._unrecorded = None

    def _go_to_problem(self) -> None:
        if self.session.studies.busy:
            self.tabs.show_room(self.session.studies.kind)
            return
        self.go_to.emit("data" if self.session.data_state in ("empty", "problem") else "model")

    # What the session says

    def _take(self, events: list[Event]) -> None:
        self.book.take(events)
        run = events[0].run
        for event in events:
            if isinstance(event, RunStarted):
                self.book.forget_project(run)
                self._unrecorded = None
                self.focus_run(run)
                self.tabs.show_curves()
                self._show_runs()
            elif isinstance(event, RunEnded):
                self._unrecorded = event if event.reason not in GOOD_REASONS else None
                self._ended_in = self.session.runs_dir
                if event.reason in GOOD_REASONS:
                    self.notice.told_above.add(run)
        self.controls.follow(run)
        self.curves.grown()
        if not self._slow.isActive():
            self._slow.start()

    def _state_changed(self) -> None:
        self._show_runs()
        self._refresh_slowly()

    def _runs_changed(self) -> None:
        self.book.follow()
        self.table.model.set_runs(self.session.runs, self.session.study_rows, self.several.working)
        ids = [r.id for r in self.session.runs] + [r.id for r in self.session.study_rows]
        self._ticked &= set(ids)
        current = self.session.current_run
        if self._focused not in ids and not (current and self._focused == current):
            gone, self._focused = self._focused, ids[0] if ids else ""
            if self._unrecorded is None or (self._unrecorded.run, self.session.runs_dir) != (gone, self._ended_in):
                self._unrecorded = None  # else somebody else deleted the run while it trained: its ending tells so
        self.several.want(self._focused if self._focused in ids else "")
        self.table.choose(self._focused)
        self._show_runs()

    def _tell_best(self) -> None:
        self.values.follow(self.curves.traces)

    def _list_changes(self) -> None:
        history = self.book.get(self._focused)
        self.changed.show_history(history)
        self.machine.show_run(history.started if history is not None else None)

    def _refresh_slowly(self) -> None:
        self._list_changes()
        self._refresh_table()
        self._show_health()
        self.values.refresh()
        self._refresh_state()
        if self.several.stale(self._ticked | {self._focused}):
            self._show_runs()

    # What is shown

    def _show_runs(self) -> None:
        """Plots, numbers, table and message, after another run is shown or one is there now."""
        current = self.session.current_run
        shown = []
        for run in reversed(self._order()):
            history = self.book.get(run)
            if history is not None and (run in self._ticked or run == self._focused):
                info = self._info(run)
                number = info.number if info is not None else 1
                name = run_name(info) if info is not None else self.tr("This run")
                shown.append(ShownRun(history, name, run_color(number), run == self._focused, live=run == current))
        shown += self.several.shown(self._ticked, self._focused)
        self.curves.set_runs(shown)
        self.values.set_runs(shown, self.curves.kind, self.curves.traces)
        self._list_changes()
        self.pages.setCurrentIndex(1 if self._order() or self.session.run_state != "idle" else 0)
        for widget in (self.values, self._values_line):
            widget.setVisible(self.pages.currentIndex() == 1)
        self._refresh_table()
        self._show_health()
        self._refresh_state()
        self._tell()

    def _show_health(self) -> None:
        run = self._focused
        history = self.book.get(run)
        self.health.show_run(history, self.book.names(run), live=bool(run) and run == self.session.current_run)
        found = len(history.findings) if history is not None else 0
        words = self.tr("Health ({count})").format(count=found) if found else self.tr("Health")
        self.tabs.setTabText(self.tabs.keys.index("health"), words)
        self.tabs.setTabVisible(self.tabs.keys.index("samples"), self.samples.show_run(history))

    def _order(self) -> list[str]:
        """All runs, newest first, the one in progress included."""
        ids = [r.id for r in self.session.runs]
        current = self.session.current_run
        return ids if not current or current in ids else [current, *ids]

    def _info(self, run: str) -> RunInfo | None:
        return next((r for r in self.session.runs if r.id == run), None)

    def _refresh_table(self) -> None:
        session, p = self.session, self.session.progress
        live = Live(session.current_run, p.share, session.run_state == "paused", p.seconds)
        self.table.model.set_live(live)
        self.table.model.set_shown(frozenset({*self._ticked, self._focused}), session.selected_run)
        self._allow()

    def _allow(self) -> None:
        run = self.table.current
        if run is None:
            self.table.set_allowed(self.several.refusals(self.table.study), longer=False)
        else:
            self.table.set_allowed(self.doing.refusals(run), longer=is_done(self.session, run))

    def _refresh_state(self) -> None:
        """The dot on the rail."""
        self.set_state(*rail_state(self.session))

    def _tell(self) -> None:
        run, history = self._info(self._focused), self.book.get(self._focused)
        why_not = self.doing.why_not_resume(run) if run is not None else ""
        warnings: list[str] = []
        if history is not None:
            # What a run warned of while it trained is of little use once it is over; that it can't be read is.
            # The newest finding alone: all of them stand in the tab Health.
            said = history.warnings + [f.message for f in history.findings[-1:]]
            warnings = history.trouble + (said if self._focused == self.session.current_run else [])
        self.notice.tell(run, self._unrecorded, warnings, why_not)


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("role", "separator")
    return line
