"""The tabs of the Train stage: the curves, and beside them what is done with many steps or many runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QTabWidget, QVBoxLayout, QWidget

from ...icons import icon
from ...session import Session
from ...theme import notifier
from .batch import BatchRoom
from .estimate import EstimateRoom
from .rate import RateRoom
from .search import SearchPage
from .several import FoldsPage, SeedsPage, StudyPage


class StudyTabs(QTabWidget):
    """The first tab is the stage's own; the others are made when they are first asked for. ``estimated``: an estimate came or
    went. ``curves_asked(study)``: its curves are to be shown."""

    estimated = Signal()
    curves_asked = Signal(str)

    def __init__(self, session: Session, curves: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setObjectName("train_tabs")
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self.addTab(curves, self.tr("Curves"))
        self.keys = ["curves"]
        self._entries: dict[str, tuple[str, Callable[[], QWidget]]] = {
            "estimate": (self.tr("Time and memory"), self._estimate),
            "rate": (self.tr("Learning rate"), lambda: RateRoom(session)),
            "batch": (self.tr("Batch size"), lambda: BatchRoom(session)),
            "seeds": (self.tr("Seeds"), lambda: self._page(SeedsPage(session))),
            "folds": (self.tr("Folds"), lambda: self._page(FoldsPage(session))),
            "search": (self.tr("Search"), lambda: self._page(SearchPage(session))),
        }
        self._rooms: dict[str, QWidget] = {}
        for key, (title, _) in self._entries.items():
            self.addTab(QWidget(), title)
            self.keys.append(key)
        self.currentChanged.connect(self._make)
        self.menu_button = self._menu()
        notifier.changed.connect(self._tint)
        self._tint()

    def add_page(self, key: str, title: str, page: QWidget) -> None:
        """Another page about the run in front, behind those that there are and before those that are made when asked for."""
        place = next(i for i, k in enumerate([*self.keys, *self._entries]) if k in self._entries)
        self.insertTab(place, page, title)
        self.keys.insert(place, key)

    def room(self, key: str) -> QWidget:
        """A tab's page, made where it isn't yet."""
        if key not in self._rooms:
            made = self._entries[key][1]()
            place = self.keys.index(key)
            holder = self.widget(place)
            # The holder stays, so that the tab does not flicker: the page goes into it.
            layout = QVBoxLayout(holder)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.addWidget(made)
            self._rooms[key] = made
        return self._rooms[key]

    def show_room(self, key: str) -> QWidget:
        """Brings a tab to the front and gives its page."""
        room = self.room(key)
        self.setCurrentIndex(self.keys.index(key))
        return room

    def show_curves(self) -> None:
        """Back to the curves."""
        self.setCurrentIndex(0)

    @property
    def estimate(self) -> str:
        """The estimate in a few words, empty while there is none of the project as it is."""
        room = self._rooms.get("estimate")
        return room.summary if isinstance(room, EstimateRoom) else ""

    def wishes(self) -> Iterator[tuple[str, str, Callable[[], object]]]:
        """What can be asked for: key, words, and what does it."""
        for key, text in (
            ("estimate", self.tr("Estimate time and memory")),
            ("rate", self.tr("Find the learning rate")),
            ("batch", self.tr("Find the largest batch")),
            ("seeds", self.tr("Train several seeds…")),
            ("folds", self.tr("Cross-validate…")),
            ("search", self.tr("Search for good settings…")),
        ):
            yield key, text, lambda k=key: self._begin(k)

    def _begin(self, key: str) -> None:
        room = self.show_room(key)
        if isinstance(room, EstimateRoom | RateRoom | BatchRoom):
            room.start()

    def _page(self, page: StudyPage) -> QWidget:
        page.curves_asked.connect(self.curves_asked)
        return page

    def _estimate(self) -> QWidget:
        made = EstimateRoom(self.session)
        made.estimated.connect(self.estimated)
        self.session.document.changed.connect(lambda _before, _after: self.estimated.emit())
        return made

    def _make(self, place: int) -> None:
        if self.keys[place] in self._entries:
            self.room(self.keys[place])

    def _menu(self) -> QPushButton:
        button = QPushButton(self.tr("Study"))
        button.setObjectName("train_study")
        button.setToolTip(
            self.tr(
                "What helps to choose the settings: estimates, the learning rate, the batch size, and many runs as one"
            )
        )
        menu = QMenu(button)
        for key, text, do in self.wishes():
            action = menu.addAction(text)
            action.setObjectName(f"train_study_{key}")
            action.triggered.connect(lambda _checked=False, act=do: act())
        button.setMenu(menu)
        return button

    def _tint(self) -> None:
        self.menu_button.setIcon(icon("ph.flask"))
