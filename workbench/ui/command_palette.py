"""Search anything (Ctrl+K): actions, layers, nodes, starter projects and recent files in one list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

SHOWN = 60
"""Entries listed at most; typing on narrows them down."""


@dataclass(frozen=True)
class Entry:
    """Something to find: what it is called, what kind of thing it is, and what choosing it does."""

    text: str
    group: str
    run: Callable[[], object]
    detail: str = ""
    keywords: str = ""


def score(query: str, entry: Entry) -> int | None:
    """How well an entry fits, smaller is better; None when it doesn't. Each word of the query must be found."""
    words = query.casefold().split()
    text, extra = entry.text.casefold(), f"{entry.group} {entry.keywords}".casefold()
    total = 0
    for word in words:
        at = text.find(word)
        if at == 0:
            total += 0
        elif at > 0:
            total += 2 if not text[at - 1].isalnum() else 4
        elif word in extra:
            total += 6
        elif _scattered(word, text):
            total += 9
        else:
            return None
    return total


def _scattered(word: str, text: str) -> bool:
    """Whether the letters of the word stand in the text in order ("mxp" in "max pool")."""
    rest = iter(text)
    return len(word) > 1 and all(letter in rest for letter in word)


class _Line(QLineEdit):
    """The search line; the arrow keys walk the list below."""

    def __init__(self, target: QTreeWidget) -> None:
        super().__init__()
        self._target = target

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go to the list, whatever has the focus."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if event.key() in steps and self._target.topLevelItemCount():
            count = self._target.topLevelItemCount()
            row = self._target.indexOfTopLevelItem(self._target.currentItem()) + steps[event.key()]
            # One step goes round, a page stops at the ends.
            row = row % count if abs(steps[event.key()]) == 1 else min(max(row, 0), count - 1)
            self._target.setCurrentItem(self._target.topLevelItem(row))
            return
        super().keyPressEvent(event)


class CommandPalette(QDialog):
    """A list over the window that narrows as one types; Enter does what is marked, Escape closes."""

    def __init__(self, entries: Iterable[Entry], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("command_palette")
        self.setAccessibleName(self.tr("Search anything"))
        self._entries = list(entries)
        frame = QFrame()
        frame.setObjectName("palette_frame")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        column = QVBoxLayout(frame)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        self._list = QTreeWidget()
        self._list.setObjectName("palette_list")
        self._list.setAccessibleName(self.tr("Results"))
        self._list.setColumnCount(2)
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self._list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._list.itemClicked.connect(self._choose)
        self._line = _Line(self._list)
        self._line.setObjectName("palette_query")
        self._line.setPlaceholderText(self.tr("Actions, layers, nodes, examples, recent files"))
        self._line.setAccessibleName(self.tr("What to search for"))
        self._line.textChanged.connect(self._filter)
        self._line.returnPressed.connect(self._choose)
        self._none = QLabel(self.tr("Nothing is called that."))
        self._none.setProperty("role", "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._line)
        column.addWidget(self._list, 1)
        column.addWidget(self._none, 1)
        self._filter("")

    def show_over(self, window: QWidget) -> None:
        """Opens below the top edge of a window, in its middle."""
        width = min(620, window.width() - 40)
        self.resize(width, min(460, window.height() - 80))
        corner = window.mapToGlobal(QPoint((window.width() - width) // 2, 52))
        self.move(corner)
        self.show()
        self._line.setFocus()

    def _filter(self, query: str) -> None:
        ranked = [(score(query, entry), place, entry) for place, entry in enumerate(self._entries)]
        found = sorted((s, place, entry) for s, place, entry in ranked if s is not None)[:SHOWN]
        self._list.clear()
        for _, place, entry in found:
            item = QTreeWidgetItem([entry.text, entry.detail or entry.group])
            item.setData(0, Qt.ItemDataRole.UserRole, place)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setForeground(1, self.palette().placeholderText())
            self._list.addTopLevelItem(item)
        self._list.setVisible(bool(found))
        self._none.setVisible(not found)
        if found:
            self._list.setCurrentItem(self._list.topLevelItem(0))

    def _choose(self, *_: object) -> None:
        item = self._list.currentItem()
        if item is None:
            return
        entry = self._entries[item.data(0, Qt.ItemDataRole.UserRole)]
        self.close()
        entry.run()
