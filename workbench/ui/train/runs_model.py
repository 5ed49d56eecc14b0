"""The rows of the runs table."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from ...engine.runs.info import RunInfo
from ...engine.runs.studies import StudyRow
from ...engine.train.events import GOOD_REASONS
from ..endings import reason_text
from ..language import told
from ..theme import tokens
from ..widgets.plots.scale import clock_text
from .study.words import group_state, planned_count, spread_text, study_title, trial_text
from .swatch import run_color, swatch
from .words import OF_TWO, metric_text, run_name, short_metric, state_text

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


@dataclass(frozen=True)
class StudyGroup:
    """A study's row: its runs, newest first, and how many are planned; ``live``: it goes on."""

    id: str
    kind: str
    state: str
    runs: tuple[RunInfo, ...]
    count: int
    live: bool = False

    @property
    def number(self) -> int:
        """The number of its first run, for its colour."""
        return min((r.number for r in self.runs), default=1)


Row = RunInfo | StudyGroup


def arranged(
    runs: Sequence[RunInfo], studies: Sequence[StudyRow], opened: Set[str], working: str = ""
) -> tuple[Row, ...]:
    """The rows of a table: runs, newest first, and each study where its newest run is, with its runs if it is open."""
    known = {s.id: s for s in studies}
    rows: list[Row] = []
    seen: set[str] = set()
    for run in runs:
        if not run.study:
            rows.append(run)
        elif run.study not in seen:
            seen.add(run.study)
            own = tuple(r for r in runs if r.study == run.study)
            row = known.get(run.study)
            count = planned_count(row) if row is not None else len(own)
            kind, state = (row.kind, row.state) if row is not None else ("", "")
            rows.append(StudyGroup(run.study, kind, state, own, max(count, len(own)), live=run.study == working))
            if run.study in opened:
                rows += own
    return tuple(rows)


@dataclass(frozen=True)
class Live:
    """What is known of the run in progress before the store says it."""

    run: str = ""
    share: float = 0.0
    paused: bool = False
    seconds: float = 0.0


class RunsModel(QAbstractTableModel):
    """Runs, newest first, those of a study below it; the box of the first column puts curves on the plots.

    ``ticked(id, on)``: of a run or a study. ``folded``: a study was opened or closed.
    """

    ticked = Signal(str, bool)
    folded = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runs: tuple[RunInfo, ...] = ()
        self._shown: frozenset[str] = frozenset()
        self._changes: dict[str, str] = {}
        self._selected = ""
        self._live = Live()
        self._metric = "accuracy"
        self.rows: tuple[Row, ...] = ()
        """What the rows show, from top to bottom."""
        self._studies: tuple[StudyRow, ...] = ()
        self._open: set[str] = set()
        self._working = ""
        self._members: dict[str, dict[str, Any]] = {}

    def set_runs(self, runs: Sequence[RunInfo], studies: Sequence[StudyRow] = (), working: str = "") -> None:
        """Other runs, or news of them; rows that stay are changed in place, so that selection and scrolling stay.

        ``working``: id of the study in progress.
        """
        new = tuple(runs)
        self._studies, self._working = tuple(studies), working
        self._members = {str(m.get("run", "")): m for s in studies for m in s.members}
        self._metric = next(
            (n.removeprefix("val_") for r in new for n in r.metrics if n not in ("loss", "val_loss", *OF_TWO)),
            self._metric,
        )
        self.runs = new
        self._arrange()

    def _arrange(self) -> None:
        rows = arranged(self.runs, self._studies, self._open, self._working)
        if [r.id for r in rows] == [r.id for r in self.rows]:
            changed = [place for place, (a, b) in enumerate(zip(self.rows, rows, strict=True)) if a != b]
            self.rows = rows
            for place in changed:
                self._tell(place)
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
        self.folded.emit()

    def fold(self, study: str, fold: bool) -> None:
        """Closes or opens a study."""
        if (study in self._open) == fold:
            (self._open.discard if fold else self._open.add)(study)
            self._arrange()

    def is_open(self, study: str) -> bool:
        """Whether a study's runs are listed below it."""
        return study in self._open

    def group_at(self, row: int) -> StudyGroup | None:
        """The study of a row, None where it is a run's."""
        found = self.rows[row] if 0 <= row < len(self.rows) else None
        return found if isinstance(found, StudyGroup) else None

    def run_at(self, row: int) -> RunInfo | None:
        """The run of a row, None where it is a study's."""
        found = self.rows[row] if 0 <= row < len(self.rows) else None
        return found if isinstance(found, RunInfo) else None

    def set_shown(self, shown: frozenset[str], selected: str) -> None:
        """Which runs are on the plots, and which one Evaluate and Export use."""
        if (shown, selected) != (self._shown, self._selected):
            self._shown, self._selected = shown, selected
            self._tell_all()

    def set_changes(self, changes: dict[str, str]) -> None:
        """What differs from the run before, in words, by run."""
        if changes != self._changes:
            self._changes = changes
            self._tell_all()

    def set_live(self, live: Live) -> None:
        """News of the run in progress."""
        if live != self._live:
            before, self._live = self._live, live
            for run in {before.run, live.run}:
                row = self.row_of(run)
                if row >= 0:
                    self._tell(row)

    def row_of(self, run: str) -> int:
        """The row of a run or a study, -1 when it is not there; of a run in a study that is closed, the study's."""
        place = next((row for row, r in enumerate(self.rows) if r.id == run), -1)
        if place < 0:
            study = next((r.study for r in self.runs if r.id == run), "")
            place = next((row for row, r in enumerate(self.rows) if study and r.id == study), -1)
        return place

    def _tell(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def _tell_all(self) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, self.columnCount() - 1))

    def retint(self) -> None:
        """The theme's colours changed."""
        self._tell_all()

    # What a cell says

    def _columns(self) -> tuple[tuple[str, Callable[[RunInfo], str], bool], ...]:
        metric = self._metric
        return (
            (self.tr("Run"), self._name, False),
            (self.tr("State"), self._state, False),
            (self.tr("Changed since the run before"), self._change, False),
            (self.tr("Val. {metric}").format(metric=short_metric(metric)), self._number(f"val_{metric}"), True),
            (self.tr("Val. loss"), self._number("val_loss"), True),
            (self.tr("Epochs"), lambda r: f"{r.epoch} / {r.epochs}" if r.epochs else str(r.epoch), True),
            (self.tr("Time"), self._time, True),
        )

    def _name(self, run: RunInfo) -> str:
        inset = "    " if run.study else ""
        return f"{inset}{run.number} ★" if run.id == self._selected else f"{inset}{run.number}"

    def _state(self, run: RunInfo) -> str:
        if self._members.get(run.id, {}).get("reason") == "pruned":
            return self.tr("ended early")
        share = self._live.share if run.id == self._live.run else None
        return state_text(run, share, self._live.paused)

    def _change(self, run: RunInfo) -> str:
        if run.study:
            return trial_text(run.label, self._members.get(run.id, {}))
        if run.id in self._changes:
            return self._changes[run.id]
        return self.tr("first run") if self.runs and run.id == self.runs[-1].id else ""

    def _time(self, run: RunInfo) -> str:
        seconds = self._live.seconds if run.id == self._live.run else run.seconds
        return clock_text(max(seconds, 1.0) if run.step else 0.0)

    @staticmethod
    def _number(name: str) -> Callable[[RunInfo], str]:
        def text(run: RunInfo) -> str:
            return metric_text(name, run.metrics[name]) if name in run.metrics else "–"

        return text

    # Qt's questions

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 7

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and section < self.columnCount():
            title, _, numeric = self._columns()[section]
            if role == Role.DisplayRole:
                return title
            if role == Role.TextAlignmentRole:
                return self._side(numeric)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if isinstance(row, StudyGroup):
            return self._group(row, index.column(), role)
        run = row
        if role in (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole):
            if role == Role.ToolTipRole and index.column() == 1 and run.message:
                return reason_text(run.message) if run.state in GOOD_REASONS else told(run.message)
            if role == Role.ToolTipRole and index.column() == 0:
                return self._help(run)
            return self._columns()[index.column()][1](run)
        if role == Role.TextAlignmentRole:
            return self._side(self._columns()[index.column()][2])
        if index.column() == 0 and role == Role.CheckStateRole:
            return Qt.CheckState.Checked if run.id in self._shown else Qt.CheckState.Unchecked
        if index.column() == 0 and role == Role.DecorationRole:
            return swatch(run_color(run.number), 2.0)
        if role == Role.ForegroundRole and index.column() == 1 and run.state not in (*GOOD_REASONS, "running"):
            return QColor(tokens().danger)
        if role == Role.FontRole and run.id == self._live.run:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.CheckStateRole or index.column() != 0:
            return False
        self.ticked.emit(self.rows[index.row()].id, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def _group(self, group: StudyGroup, column: int, role: int) -> Any:
        """What a cell of a study's row says."""
        if role in (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole):
            if column == 0:
                if role == Role.ToolTipRole:
                    return self.tr("Tick it to draw the mean of its runs with their spread. → and ← open and close it.")
                return f"{'▾' if self.is_open(group.id) else '▸'} {len(group.runs)}"
            if column == 1:
                return group_state(group)
            if column == 2:
                return study_title(group.kind, group.count)
            if column == 3:
                return spread_text(f"val_{self._metric}", group.runs, best=group.kind == "search")
            if column == 4:
                return spread_text("val_loss", group.runs, best=group.kind == "search")
            if column == 6:
                return clock_text(sum(r.seconds for r in group.runs))
            return ""
        if role == Role.TextAlignmentRole:
            return self._side(self._columns()[column][2])
        if column == 0 and role == Role.CheckStateRole:
            return Qt.CheckState.Checked if group.id in self._shown else Qt.CheckState.Unchecked
        if column == 0 and role == Role.DecorationRole:
            return swatch(run_color(group.number), 2.0)
        if role == Role.FontRole:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def _help(self, run: RunInfo) -> str:
        lines = [run_name(run)]
        if run.id == self._selected:
            lines.append(self.tr("★ Evaluate and Export use this run."))
        lines.append(self.tr("Tick it to lay its curves over the others."))
        return "\n".join(lines)

    @staticmethod
    def _side(numeric: bool) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if numeric else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
