"""What a stage shows while there is nothing to show: what comes next, and the button that does it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from .. import theme
from ..icons import icon

WIDTH = 520
"""Widest a sentence becomes, in logical pixels."""


class EmptyPage(QWidget):
    """A picture, a title, a sentence and a button in the middle. ``pressed``: the button was.

    Args:
        name: stage's key; the parts are called ``<name>_empty_title``, ``_text`` and ``_button``.
        picture: name of an icon, empty for none.
    """

    pressed = Signal()

    def __init__(self, name: str, *, picture: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_empty")
        self._picture_name, self._picture = picture, QLabel()
        self.title, self.text, self.button = QLabel(), QLabel(), QPushButton()
        self.title.setObjectName(f"{name}_empty_title")
        self.title.setProperty("role", "title")
        self.text.setObjectName(f"{name}_empty_text")
        self.text.setProperty("role", "muted")
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button.setObjectName(f"{name}_empty_button")
        self.button.setProperty("role", "primary")
        self.button.clicked.connect(self.pressed)
        # A label that wraps gets its full height only in a column of its own, not where it is aligned in a wider one.
        column = QWidget()
        column.setMaximumWidth(WIDTH)
        words = QVBoxLayout(column)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(12)
        centre = Qt.AlignmentFlag.AlignHCenter
        words.addWidget(self._picture, 0, centre)
        words.addWidget(self.title, 0, centre)
        words.addWidget(self.text)
        words.addWidget(self.button, 0, centre)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(column, 20)
        centred.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.addStretch(2)
        layout.addLayout(centred)
        layout.addStretch(3)
        self._picture.setVisible(bool(picture))
        theme.notifier.changed.connect(self._tint)
        self._tint()

    def say(self, title: str, text: str, button: str) -> None:
        """Sets the words; an empty ``button`` hides it."""
        self.title.setText(title)
        self.text.setText(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))

    def _tint(self) -> None:
        if self._picture_name:
            self._picture.setPixmap(icon(self._picture_name, "muted").pixmap(48, 48))
