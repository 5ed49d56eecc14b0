"""The welcome page: starter projects, recent files, one's own data, and what a crash left behind."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..engine.project.samples import SAMPLES, Sample
from . import theme
from .data.opening import dropped_path
from .icons import icon
from .language import sample_text
from .session import Session
from .top_bar import folder_of, title_of
from .widgets.elided import ElidedLabel
from .words import ago

if TYPE_CHECKING:
    from ..engine.project.journal import Leftover

SHOWN_RECENT = 6
WIDTH = 1080
"""Widest the content becomes, in logical pixels: lines stay readable on a large screen."""


class Card(QPushButton):
    """A button with a picture, a title and a sentence."""

    def __init__(self, name: str, title: str, text: str, picture: str, tint: str = "accent") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self._picture_name, self._tint = picture, tint
        self._picture, self._title, self._text = QLabel(), QLabel(title), QLabel(text)
        self._title.setProperty("role", "strong")
        self._title.setWordWrap(True)
        self._text.setProperty("role", "muted")
        self._text.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 12, 14, 12)
        row.setSpacing(12)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for label in (self._picture, self._title, self._text):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.notifier.changed.connect(self._draw)
        self._draw()

    def sizeHint(self) -> QSize:
        """Room for the words at the card's width."""
        width = max(self.width(), 220)
        return QSize(width, self.layout().heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The height that the words need."""
        return QSize(180, self.layout().heightForWidth(max(self.width(), 180)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks lines elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _draw(self) -> None:
        self._picture.setPixmap(icon(self._picture_name, self._tint).pixmap(QSize(24, 24), self.devicePixelRatioF()))


_PICTURES = {
    "classification": "ph.circles-three-plus",
    "multi_label": "ph.tag",
    "regression": "ph.chart-line-up",
    "reconstruction": "ph.arrows-in-line-horizontal",
    "generation": "ph.magic-wand",
    "tagging": "ph.highlighter-circle",
}
_OWN_PICTURES = {"digits-cnn": "ph.grid-four", "digits-mlp": "ph.squares-four", "iris-mlp": "ph.flower"}


class RecentRow(QFrame):
    """A recent file: its name and folder, and a button that takes it off the list."""

    opened = Signal(str)
    forgotten = Signal(str)

    def __init__(self, path: str, number: int) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        name = Path(path).stem
        self._button = QPushButton()
        self._button.setObjectName(f"recent_{number}")
        self._button.setProperty("role", "quiet")
        self._button.setAccessibleName(self.tr("Open {name}").format(name=name))
        self._button.setToolTip(path)
        column = QVBoxLayout(self._button)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(0)
        title, folder = ElidedLabel(name), ElidedLabel(folder_of(path), mode=Qt.TextElideMode.ElideMiddle)
        folder.setProperty("role", "muted")
        for label in (title, folder):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        self._button.setMinimumHeight(column.sizeHint().height())
        self._button.clicked.connect(lambda: self.opened.emit(path))
        self._forget = QToolButton()
        self._forget.setObjectName(f"forget_{number}")
        self._forget.setIcon(icon("close", "muted"))
        self._forget.setToolTip(self.tr("Take off the list"))
        self._forget.setAccessibleName(self.tr("Take {name} off the list").format(name=name))
        self._forget.clicked.connect(lambda: self.forgotten.emit(path))
        row.addWidget(self._button, 1)
        row.addWidget(self._forget)


class Welcome(QScrollArea):
    """Where every project begins."""

    sample_chosen = Signal(str)
    empty_chosen = Signal()
    open_chosen = Signal()
    file_chosen = Signal()
    folder_chosen = Signal()
    data_dropped = Signal(object)
    recent_chosen = Signal(str)
    recover_chosen = Signal(object)
    back_chosen = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("welcome")
        self.setAcceptDrops(True)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        page.setObjectName("welcome_page")
        middle = QHBoxLayout(page)
        middle.setContentsMargins(32, 28, 32, 28)
        content = QWidget()
        content.setMaximumWidth(WIDTH)
        middle.addStretch(1)
        middle.addWidget(content, 100)
        middle.addStretch(1)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        column.addLayout(self._header())
        self._leftovers = QVBoxLayout()
        self._leftovers.setSpacing(8)
        column.addLayout(self._leftovers)
        halves = QHBoxLayout()
        halves.setSpacing(32)
        halves.addLayout(self._examples(), 5)
        halves.addLayout(self._own(), 3)
        column.addLayout(halves)
        column.addStretch(1)
        self.setWidget(page)
        session.preferences.changed.connect(self.refresh)
        theme.notifier.changed.connect(self.refresh)
        self.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Data that is dropped here starts a project; project files are left to the window."""
        if dropped_path(event.mimeData()) is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """A scroll area would refuse what it has no scene for."""
        event.setAccepted(dropped_path(event.mimeData()) is not None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Starts from the file or folder."""
        path = dropped_path(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            # After the drop has ended: the page that follows must not appear in the middle of it.
            QTimer.singleShot(0, self, lambda: self.data_dropped.emit(path))

    def _header(self) -> QHBoxLayout:
        title = QLabel("Workbench")
        title.setProperty("role", "display")
        line = QLabel(self.tr("Draw a network, give it data, watch it learn, take it away."))
        line.setProperty("role", "muted")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title)
        words.addWidget(line)
        self._back = QPushButton()
        self._back.setObjectName("welcome_back")
        self._back.clicked.connect(self.back_chosen)
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _examples(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(_heading(self.tr("Start with an example")))
        grid = QGridLayout()
        grid.setSpacing(12)
        for place, sample in enumerate(SAMPLES):
            card = self._card(sample)
            grid.addWidget(card, place // 2, place % 2)
        empty = Card(
            "start_empty",
            self.tr("Empty project"),
            self.tr("No data and no layers: everything is yours to choose."),
            "ph.plus-circle",
            "muted",
        )
        empty.clicked.connect(self.empty_chosen)
        grid.addWidget(empty, len(SAMPLES) // 2, len(SAMPLES) % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addStretch(1)
        return column

    def _card(self, sample: Sample) -> Card:
        picture = _OWN_PICTURES.get(sample.id, _PICTURES[sample.task])
        tint = "accent" if sample.task == "classification" else "success"
        title, text = sample_text(sample.title), sample_text(sample.description)
        card = Card(f"sample_{sample.id}", title, text, picture, tint)
        card.clicked.connect(lambda: self.sample_chosen.emit(sample.id))
        return card

    def _own(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(_heading(self.tr("Start from my data")))
        data = Card(
            "start_file",
            self.tr("Choose a file…"),
            self.tr("A table, text, series or arrays. What it holds is shown first, and a first network proposed."),
            "ph.database",
        )
        data.clicked.connect(self.file_chosen)
        column.addWidget(data)
        folder = Card(
            "start_folder",
            self.tr("Choose a folder…"),
            self.tr("Such as one of pictures. Files and folders can also be dropped on this page."),
            "folder",
        )
        folder.clicked.connect(self.folder_chosen)
        column.addWidget(folder)
        column.addSpacing(8)
        row = QHBoxLayout()
        row.addWidget(_heading(self.tr("Continue")), 1)
        self._open = QPushButton(self.tr("Open…"))
        self._open.setObjectName("welcome_open")
        self._open.clicked.connect(self.open_chosen)
        row.addWidget(self._open)
        column.addLayout(row)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        column.addLayout(self._recent)
        column.addStretch(1)
        return column

    def refresh(self, *_: object) -> None:
        """Brings the recent files up to date."""
        _clear(self._recent)
        recent = self._session.preferences.value.recent[:SHOWN_RECENT]
        for number, path in enumerate(recent):
            row = RecentRow(path, number)
            row.opened.connect(self.recent_chosen)
            row.forgotten.connect(self._session.preferences.forget_recent)
            self._recent.addWidget(row)
        if not recent:
            hint = QLabel(
                self.tr(
                    "Projects that you save or open are listed here. A project file can also be dropped on the window."
                )
            )
            hint.setProperty("role", "muted")
            hint.setWordWrap(True)
            self._recent.addWidget(hint)
        self._open.setIcon(icon("open"))

    def focus_first(self) -> None:
        """Puts the keyboard on the first example."""
        card = self.findChild(Card)
        if card is not None:
            card.setFocus()

    def offer_back(self, on: bool) -> None:
        """Shows the way back to the open project."""
        self._back.setVisible(on)
        if on:
            name = title_of(self._session)[:40] or self.tr("the empty project")
            self._back.setText(self.tr("Back to {name}").format(name=name))
            self._back.setIcon(icon("back"))

    def offer_leftovers(self, leftovers: list[Leftover]) -> None:
        """Offers what a crash left behind."""
        _clear(self._leftovers)
        for number, leftover in enumerate(leftovers):
            self._leftovers.addWidget(self._leftover_row(leftover, number))

    def _leftover_row(self, leftover: Leftover, number: int) -> QFrame:
        frame = QFrame()
        frame.setObjectName(f"leftover_{number}")
        frame.setProperty("role", "card")
        row = QHBoxLayout(frame)
        row.setContentsMargins(14, 10, 10, 10)
        row.setSpacing(12)
        mark = QLabel()
        mark.setPixmap(icon("recent", "warning").pixmap(QSize(20, 20), self.devicePixelRatioF()))
        name = leftover.path.name if leftover.path is not None else leftover.project.title
        text = QLabel(
            self.tr("{name} was open with unsaved changes when Workbench last ended ({when}).").format(
                name=name, when=ago(leftover.saved_at)
            )
        )
        text.setWordWrap(True)
        recover = QPushButton(self.tr("Recover unsaved changes"))
        recover.setObjectName(f"recover_{number}")
        recover.clicked.connect(lambda: self.recover_chosen.emit(leftover))

        def discard() -> None:
            leftover.discard()
            frame.hide()
            frame.deleteLater()

        drop = QPushButton(self.tr("Discard"))
        drop.setObjectName(f"discard_{number}")
        drop.setProperty("role", "quiet")
        drop.clicked.connect(discard)
        row.addWidget(mark)
        row.addWidget(text, 1)
        row.addWidget(recover)
        row.addWidget(drop)
        return frame


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "heading")
    return label


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
