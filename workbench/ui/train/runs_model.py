"""The rows of the runs table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from ...engine.runs.info import RunInfo
from ...engine.train.events import GOOD_REASONS
from ..language import told
from ..theme import tokens
from ..widgets.plots.scale import clock_text
from .swatch import run_color, swatch
from .words import metric_text, run_name, short_metric, state_text

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


@dataclass(frozen=True)
class Live:
    """What is known of the run in progress before the store says it."""

    run: str = ""
    share: float = 0.0
    paused: bool = False
    seconds: float = 0.0


class RunsModel(QAbstractTableModel):
    """Runs, newest first; the box of the first column puts a run's curves on the plots. ``ticked(run, on)``."""

    ticked = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runs: tuple[RunInfo, ...] = ()
        self._shown: frozenset[str] = frozenset()
        self._changes: dict[str, str] = {}
        self._selected = ""
        self._live = Live()
        self._metric = "accuracy"

    def set_runs(self, runs: Sequence[RunInfo]) -> None:
        """Other runs, or news of them; rows that stay are changed in place, so that selection and scrolling stay."""
        new = tuple(runs)
        self._metric = next(
            (n.removeprefix("val_") for r in new for n in r.metrics if n not in ("loss", "val_loss")), self._metric
        )
        if [r.id for r in new] == [r.id for r in self.runs]:
            changed = [row for row, (a, b) in enumerate(zip(self.runs, new, strict=True)) if a != b]
            self.runs = new
            for row in changed:
                self._tell(row)
            return
        self.beginResetModel()
        self.runs = new
        self.endResetModel()

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
        """The row of a run, -1 when it is not there."""
        return next((row for row, r in enumerate(self.runs) if r.id == run), -1)

    def _tell(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def _tell_all(self) -> None:
        if self.runs:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.runs) - 1, self.columnCount() - 1))

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
        return f"{run.number} ★" if run.id == self._selected else str(run.number)

    def _state(self, run: RunInfo) -> str:
        share = self._live.share if run.id == self._live.run else None
        return state_text(run, share, self._live.paused)

    def _change(self, run: RunInfo) -> str:
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
        return 0 if parent is not None and parent.isValid() else len(self.runs)

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
        run = self.runs[index.row()]
        if role in (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole):
            if role == Role.ToolTipRole and index.column() == 1 and run.message:
                return told(run.message)
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
        self.ticked.emit(self.runs[index.row()].id, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

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
