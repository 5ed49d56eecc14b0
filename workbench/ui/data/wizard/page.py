"""The import page: from a file or folder to a project, with every guess shown and open to correction."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ....engine.data.prepared import PreparedData
from ....engine.data.sources.class_folders import shown
from ....engine.data.sources.table import TableSource
from ...icons import icon
from ...jobs import Jobs
from ...theme import notifier
from ...widgets.elided import ElidedLabel
from ..opening import dropped_path
from ..page import Page
from ..pages import PAGES
from .cells import CellsView
from .findings import FindingsPanel
from .reading import ReadingPanel
from .words import recognised_words
from .work import ImportWork

Purpose = Literal["start", "replace", "fill"]
"""What the data is for: a new project, a project whose network stays, or one that has no network yet."""


class ImportWizard(QWidget):
    """Shows what was recognised, the first samples, what was found and what is proposed.

    Signals:
        accepted(object proposal, bool train, bool network): the project or data is wanted, and to be trained at once; with
            the proposed network.
        cancelled(): the user wants back; nothing was changed.
        file_asked(), folder_asked(): the user wants another file or folder.
    """

    accepted = Signal(object, bool, bool)
    cancelled = Signal()
    file_asked = Signal()
    folder_asked = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wizard")
        self.setAcceptDrops(True)
        self._jobs = jobs
        self._shown: PreparedData | None = None
        self._pages: dict[type[Page], Page] = {}
        self.purpose: Purpose = "start"
        self.work = ImportWork(jobs, self)
        self.reading = ReadingPanel(self)
        self.cells = CellsView(self)
        self.findings = FindingsPanel(self)
        self._build()
        self.work.changed.connect(self._refresh)
        self.reading.candidate_chosen.connect(self.work.choose)
        self.reading.corrected.connect(self.work.correct)
        self.cells.column_chosen.connect(self.set_column)
        self.findings.columns_ignored.connect(self.ignore)
        self.findings.again.connect(self.work.again)
        notifier.changed.connect(self._tint)
        self._tint()
        self._refresh()

    def _build(self) -> None:
        self.title = ElidedLabel("", self, Qt.TextElideMode.ElideMiddle)
        self.title.setObjectName("wizard_title")
        self.title.setProperty("role", "title")
        self.sentence = QLabel(self)
        self.sentence.setObjectName("wizard_sentence")
        self.sentence.setWordWrap(True)
        self._file, self._folder = self._button("wizard_file"), self._button("wizard_folder")
        self._file.setText(self.tr("Another file…"))
        self._file.clicked.connect(self.file_asked)
        self._folder.setText(self.tr("Another folder…"))
        self._folder.clicked.connect(self.folder_asked)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.sentence)
        top = QHBoxLayout()
        top.setContentsMargins(24, 16, 24, 12)
        top.setSpacing(8)
        top.addLayout(words, 1)
        for button in (self._file, self._folder):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.preview = QStackedWidget(self)
        self.preview.setObjectName("wizard_preview")
        self.empty = QLabel(self)
        self.empty.setObjectName("wizard_empty")
        self.empty.setProperty("role", "muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.preview.addWidget(self.empty)
        self.preview.addWidget(self.cells)
        self._rows = QLabel(self)
        self._rows.setObjectName("wizard_rows")
        self._rows.setProperty("role", "muted")
        self._rows.setWordWrap(True)
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(16, 0, 24, 8)
        column.setSpacing(6)
        column.addWidget(self._rows)
        column.addWidget(self.preview, 1)
        lower = QWidget()
        column = QVBoxLayout(lower)
        column.setContentsMargins(16, 12, 16, 8)
        column.addWidget(self.findings)
        right = QSplitter(Qt.Orientation.Vertical, self)
        right.setObjectName("wizard_split")
        right.addWidget(upper)
        right.addWidget(lower)
        right.setSizes([380, 220])
        right.setStretchFactor(0, 3)
        right.setStretchFactor(1, 2)
        right.setChildrenCollapsible(False)
        middle = QSplitter(Qt.Orientation.Horizontal, self)
        middle.addWidget(self.reading)
        middle.addWidget(right)
        middle.setStretchFactor(1, 1)
        middle.setSizes([272, 1000])
        middle.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(middle, 1)
        layout.addLayout(self._bottom())

    def _bottom(self) -> QHBoxLayout:
        self.back, self.create, self.train = (self._button(f"wizard_{n}") for n in ("back", "create", "train"))
        self.back.setText(self.tr("Back"))
        self.back.setToolTip(self.tr("Nothing is changed; corrections are kept for when you come back (Esc)"))
        self.back.clicked.connect(self.leave)
        self.create.setProperty("role", "primary")
        self.create.clicked.connect(lambda: self._accept(train=False))
        self.train.setText(self.tr("Create and train"))
        self.train.clicked.connect(lambda: self._accept(train=True))
        self.network = QCheckBox(self.tr("Put the proposed network in place of the present one"), self)
        self.network.setObjectName("wizard_network")
        row = QHBoxLayout()
        row.setContentsMargins(24, 8, 24, 12)
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addStretch(1)
        for widget in (self.network, self.train, self.create):
            row.addWidget(widget)
        return row

    def open(self, path: Path, base_dir: Path, purpose: Purpose) -> None:
        """Begins with a file or folder, for a project in ``base_dir``."""
        self.purpose = purpose
        self.create.setText(self.tr("Create project") if purpose == "start" else self.tr("Use this data"))
        self.train.setVisible(purpose == "start")
        self.network.setVisible(purpose == "replace")
        self.network.setChecked(False)
        self.title.set_whole(shown(path.name) or str(path))
        self.work.open(path, base_dir)
        self.setFocus()

    def leave(self) -> None:
        """Goes back; what was corrected stays for the next time."""
        self.work.stop()
        self.cancelled.emit()

    def set_column(self, name: str, field: str, value: str) -> None:
        """Gives a column of the table another role or type."""
        source = self.work.source
        if isinstance(source, TableSource):
            self.work.correct(source.with_column(name, **{field: value}))  # type: ignore[arg-type]

    def ignore(self, names: list[str]) -> None:
        """Leaves columns of the table aside."""
        source = self.work.source
        for name in names:
            source = source.with_column(name, role="ignore") if isinstance(source, TableSource) else source
        if source is not None:
            self.work.correct(source)

    def _accept(self, *, train: bool) -> None:
        if self.work.proposal is not None:
            self.accepted.emit(self.work.proposal, train, self.purpose == "fill" or self.network.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter creates the project, Escape goes back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, QAbstractButton) and focused.hasFocus():
                focused.click()
            elif not isinstance(focused, QLineEdit) or not focused.hasFocus():
                self._accept(train=False)
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Work and data are let go of when another page is shown; a minimised window goes on."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.work.forget()
            self._forget_pages()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Another file or folder may be dropped here as well."""
        event.setAccepted(dropped_path(event.mimeData()) is not None)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """As entering."""
        event.setAccepted(dropped_path(event.mimeData()) is not None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Looks at what was dropped instead."""
        path = dropped_path(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.open(path, self.work.base_dir, self.purpose)

    # What is shown

    def _refresh(self) -> None:
        work = self.work
        taken = next((c for c in work.found if work.source is not None and c.source.kind == work.source.kind), None)
        # A name alone ("broken.csv") says little: the content has to agree.
        sure = taken is not None and (bool(taken.why) or work.seen is not None)
        self.sentence.setText(recognised_words(taken) if taken is not None and sure else "")
        self.sentence.setVisible(sure)
        self.reading.setVisible(work.source is not None)
        self.reading.set_candidates(work.found, work.source)
        # What was guessed and written down for the project is shown where it can be changed.
        made = work.proposal.project.data.source if work.proposal is not None else None
        self.reading.set_source(made or work.source)
        self.reading.set_head(work.seen.head if work.seen is not None else None)
        self.findings.show_work(work)
        ready = work.proposal is not None
        for button in (self.create, self.train):
            button.setEnabled(ready)
        self._show_preview()

    def _show_preview(self) -> None:
        work = self.work
        head = work.seen.head if work.seen is not None else None
        data = work.proposal.prepared if work.proposal is not None else None
        columns = (
            data.raw.columns if data is not None and data.raw.columns else head.columns if head is not None else ()
        )
        self.reading.set_columns(columns)
        self._rows.setText("")
        table = isinstance(work.source, TableSource)
        self.cells.cells.choosable = table
        if head is not None and head.cells and (table or data is None):
            if head.columns:
                self.cells.set_cells(head.columns, head.cells)
                self.cells.set_columns(columns)
                self._rows.setText(self._about_rows(len(head.cells), whole=head.whole, data=data))
            else:
                self.cells.set_cells((), head.cells)
            self.preview.setCurrentWidget(self.cells)
        else:
            self._show_page(data or (work.seen.prepared if work.seen is not None else None))
        self._rows.setVisible(bool(self._rows.text()))

    def _about_rows(self, count: int, *, whole: bool, data: PreparedData | None) -> str:
        how = ""
        if self.cells.cells.choosable:
            how = self.tr("Click a heading (or press F2 in its column) to change what the column is used for.")
        if whole:
            return self.tr("All {count} rows. {how}").format(count=f"{count:,}", how=how)
        if data is None:
            return self.tr("The first {count} rows. {how}").format(count=f"{count:,}", how=how)
        return self.tr("The first {count} rows of {all}. {how}").format(
            count=f"{count:,}", all=f"{data.count:,}", how=how
        )

    def _show_page(self, data: PreparedData | None) -> None:
        if data is None:
            self._shown = None
            busy = bool(self.work.step)
            self.empty.setText(self.tr("Looking at it…") if busy else self.tr("There is nothing to show."))
            self.preview.setCurrentWidget(self.empty)
            return
        if data is self._shown:
            return
        self._shown = data
        # The page that the Data stage shows first is the one that tells most of such data.
        places = {kind: self._page(kind).place(data) for kind in PAGES}
        best = min((kind for kind in PAGES if places[kind] >= 0), key=lambda kind: places[kind])
        self._page(best).set_data(data)
        self.preview.setCurrentWidget(self._page(best))

    def _forget_pages(self) -> None:
        self._shown = None
        self.findings.forget()
        self.preview.setCurrentWidget(self.empty)
        for page in self._pages.values():
            self.preview.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._pages.clear()

    def _page(self, kind: type[Page]) -> Page:
        if kind not in self._pages:
            self._pages[kind] = kind(self._jobs, self.preview)
            self.preview.addWidget(self._pages[kind])
        return self._pages[kind]

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        return button

    def _tint(self) -> None:
        self._file.setIcon(icon("file"))
        self._folder.setIcon(icon("folder"))
        self.back.setIcon(icon("back"))
        self.train.setIcon(icon("play"))
