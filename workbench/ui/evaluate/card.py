"""Frames with a heading, and what lies between them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

GAP = "QSplitter::handle { background: transparent; }"
"""Between cards the handle of a splitter is a gap, seen only under the pointer."""


class Card(QFrame):
    """A frame with a heading, something beside it, and the content below."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(1, 1, 1, 1)
        self._layout.setSpacing(8)
        self._top = QHBoxLayout()
        self.heading = QLabel(title, self)
        self.heading.setProperty("role", "heading")
        self.heading.setVisible(bool(title))
        if title:
            self._layout.setContentsMargins(16, 12, 12, 8)
            self._top.addWidget(self.heading)
            self._top.addStretch(1)
            self._layout.addLayout(self._top)

    def hold(self, content: QWidget, beside: QWidget | None = None) -> None:
        """Puts in the content, and what stands beside the heading."""
        if beside is not None:
            self._top.addWidget(beside)
        self._layout.addWidget(content, 1)


def splitter(orientation: Qt.Orientation, parent: QWidget) -> QSplitter:
    """A splitter whose handle is a gap."""
    made = QSplitter(orientation, parent)
    made.setHandleWidth(8)
    made.setStyleSheet(GAP)
    made.setChildrenCollapsible(False)
    return made


def muted(text: str, parent: QWidget) -> QLabel:
    """A quiet line of text."""
    label = QLabel(text, parent)
    label.setProperty("role", "muted")
    return label
