"""The runs below the plots: compare them, and resume, restore, use or delete one."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QCursor, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ...engine.runs.info import RunInfo
from ..icons import icon
from ..theme import notifier
from .runs_model import RunsModel, StudyGroup
from .study.words import study_title
from .words import run_name

ARROW_FROM = 30
"""Pixels from the left of the first column behind which a study's arrow and number stand: before it are box and colour."""


class _View(QTableView):
    """Space ticks, Delete asks to delete; → and ← open and close a study."""

    delete_asked = Signal()
    fold_asked = Signal(int, bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            box = index.siblingAtColumn(0)
            checked = Qt.CheckState(box.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
            self.model().setData(
                box, Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole
            )
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and index.isValid():
            self.delete_asked.emit()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and index.isValid():
            self.fold_asked.emit(index.row(), event.key() == Qt.Key.Key_Left)
        else:
            super().keyPressEvent(event)


class RunsTable(QWidget):
    """A table with a row of buttons. ``focused(run)``: another row became the current one."""

    focused = Signal(str)
    resume_asked = Signal(str)
    warm_asked = Signal(str)
    restore_asked = Signal(str)
    use_asked = Signal(str)
    delete_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train_runs")
        self.model = RunsModel(self)
        self.view = _View()
        self.view.setObjectName("train_runs_table")
        self.view.setAccessibleName(self.tr("Runs"))
        self.view.setModel(self.model)
        self.view.setShowGrid(False)
        self.view.setWordWrap(False)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setTabKeyNavigation(False)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.view.delete_asked.connect(lambda: self._ask(self.delete_asked))
        self.view.fold_asked.connect(self._fold)
        self.view.clicked.connect(self._clicked)
        self.view.doubleClicked.connect(lambda index: self._toggle(index.row()))
        self.model.folded.connect(self._reselect)
        self._chosen = ""
        rows = self.view.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 13)
        header = self.view.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.view.selectionModel().selectionChanged.connect(self._selection_changed)
        self.model.modelReset.connect(self._fit)
        self.model.dataChanged.connect(lambda *_: self._widen())
        title = QLabel(self.tr("Runs"))
        title.setProperty("role", "heading")
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 6, 16, 4)
        bar.setSpacing(4)
        bar.addWidget(title)
        bar.addStretch(1)
        self.actions_by_key: dict[str, QAction] = {}
        self.buttons: dict[str, QPushButton] = {}
        for key, text, name, signal in (
            ("resume", self.tr("Resume run"), "play", self.resume_asked),
            ("warm", self.tr("Start from its weights"), "ph.copy-simple", self.warm_asked),
            ("use", self.tr("Evaluate and export this"), "check", self.use_asked),
            ("restore", self.tr("Restore its project"), "undo", self.restore_asked),
            ("delete", self.tr("Delete…"), "delete", self.delete_asked),
        ):
            action = QAction(text, self)
            action.setObjectName(f"train_runs_{key}")
            action.triggered.connect(lambda _checked=False, ask=signal: self._ask(ask))
            button = QPushButton(text)
            button.setObjectName(f"train_run_{key}")
            button.setProperty("role", "quiet")
            button.clicked.connect(action.trigger)
            bar.addWidget(button)
            self.actions_by_key[key], self.buttons[key] = action, button
            action.setProperty("icon_name", name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.view, 1)
        self.set_allowed({}, longer=False)
        notifier.changed.connect(self._tint)
        self._tint()

    @property
    def current(self) -> RunInfo | None:
        """The run of the current row."""
        return self.model.run_at(self._row)

    @property
    def study(self) -> StudyGroup | None:
        """The study of the current row, None where it is a run's."""
        return self.model.group_at(self._row)

    @property
    def _row(self) -> int:
        rows = self.view.selectionModel().selectedRows()
        return rows[0].row() if rows else -1

    def choose(self, run: str) -> None:
        """Makes a run's row the current one, without saying so."""
        self._chosen = run
        row = self.model.row_of(run)
        selection = self.view.selectionModel()
        selection.blockSignals(True)
        if row >= 0:
            self.view.selectRow(row)
        else:
            self.view.clearSelection()
        selection.blockSignals(False)
        self.view.viewport().update()

    def set_allowed(self, refusals: dict[str, str], *, longer: bool) -> None:
        """What can be done with the current run: the sentence that tells why not, "" where it can; absent: nothing chosen.

        ``longer``: it has done all its epochs, so that going on means more of them.
        """
        resume = self.tr("Train longer…") if longer else self.tr("Resume run")
        if self.buttons["resume"].text() != resume:
            self.buttons["resume"].setText(resume)
            self.actions_by_key["resume"].setText(resume)
        helps = {
            "resume": self.tr("Goes on for more epochs from where the run ended, as if it had never stopped")
            if longer
            else self.tr("Goes on from the run's last checkpoint"),
            "warm": self.tr("Starts a new run of the project as it is now with this run's weights, where they fit"),
            "use": self.tr("Evaluate and Export take the weights of this run"),
            "restore": self.tr("Brings network, data and settings back as they were in this run; Undo takes it back"),
            "delete": self.tr("Removes the run with its curves and weights"),
        }
        for key, button in self.buttons.items():
            refusal = refusals.get(key, self.tr("Choose a run in the table first."))
            button.setEnabled(not refusal)
            self.actions_by_key[key].setEnabled(not refusal)
            button.setToolTip(refusal or helps[key])
            button.setAccessibleDescription(refusal or helps[key])

    def _ask(self, signal: object) -> None:
        chosen = self.current or self.study
        if chosen is not None:
            signal.emit(chosen.id)  # type: ignore[attr-defined]

    def _fold(self, row: int, fold: bool) -> None:
        group, run = self.model.group_at(row), self.model.run_at(row)
        if group is not None:
            self.model.fold(group.id, fold)
        elif run is not None and run.study and fold:
            self.choose(run.study)
            self.focused.emit(run.study)

    def _toggle(self, row: int) -> None:
        group = self.model.group_at(row)
        if group is not None:
            self.model.fold(group.id, self.model.is_open(group.id))

    def _clicked(self, index: QModelIndex) -> None:
        """A click on the arrow, which stands behind the box."""
        if index.column() == 0 and self.model.group_at(index.row()) is not None:
            box = self.view.visualRect(index)
            at = self.view.viewport().mapFromGlobal(QCursor.pos())
            if at.x() > box.left() + ARROW_FROM:
                self._toggle(index.row())

    def _reselect(self) -> None:
        """Rows came or went: the chosen one stays chosen."""
        if self._chosen:
            self.choose(self._chosen)

    def _selection_changed(self, _now: QItemSelection, _before: QItemSelection) -> None:
        chosen = self.current or self.study
        if chosen is not None:
            self._chosen = chosen.id
            self.focused.emit(chosen.id)

    def _show_menu(self, place: QPoint) -> None:
        run, group = self.current, self.study
        if run is None and group is None:
            return
        menu = QMenu(self)
        menu.addSection(run_name(run) if run is not None else study_title(group.kind, group.count) if group else "")
        for action in self.actions_by_key.values():
            menu.addAction(action)
        menu.exec(self.view.viewport().mapToGlobal(place))
        menu.deleteLater()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        header = self.view.horizontalHeader()
        for column, sample in ((0, "100 ★ ▢▢▢▢"), (1, self.tr("training, 100 %"))):
            self.view.setColumnWidth(column, metrics.horizontalAdvance(sample) + 28)
        for column in range(3, self.model.columnCount()):
            texts = [str(self.model.headerData(column, Qt.Orientation.Horizontal)), "100 / 1,000"]
            if column in (3, 4) and any(isinstance(row, StudyGroup) for row in self.model.rows):
                texts.append("0.0523 ± 0.0074 ")
            self.view.setColumnWidth(column, max(map(metrics.horizontalAdvance, texts)) + 24)
        header.setStretchLastSection(False)
        self._widen()

    def _widen(self) -> None:
        """Makes room for the longest state; never narrower again, so that columns don't jump."""
        texts = [str(self.model.index(row, 1).data()) for row in range(min(self.model.rowCount(), 50))]
        needed = max(map(self.fontMetrics().horizontalAdvance, texts), default=0) + 28
        if needed > self.view.columnWidth(1):
            self.view.setColumnWidth(1, needed)

    def _tint(self) -> None:
        for key, button in self.buttons.items():
            picture = icon(str(self.actions_by_key[key].property("icon_name")))
            button.setIcon(picture)
            self.actions_by_key[key].setIcon(picture)
        self.model.retint()
