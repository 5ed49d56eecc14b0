"""A sentence in place: what is wrong or worth knowing, with the buttons that mend it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from ..icons import icon
from ..language import told
from ..theme import notifier
from .flow import FlowLayout

Tone = Literal["danger", "warning", "info", "success"]
ICONS: dict[Tone, str] = {"danger": "error", "warning": "warning", "info": "info", "success": "success"}


class Notice(QFrame):
    """An icon, a sentence and buttons on a card. Hidden while it has nothing to say."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "card")
        self._tone: Tone = "info"
        self._icon = QLabel(self)
        self._label = QLabel(self)
        self._label.setObjectName(f"{name}_text")
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._buttons = FlowLayout()
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(self._label)
        words.addLayout(self._buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(10)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        self._close = QToolButton(self)
        self._close.setObjectName(f"{name}_close")
        self._close.setProperty("role", "menu")
        self._close.setFixedHeight(self.fontMetrics().height() + 6)
        self._close.setToolTip(self.tr("Dismiss"))
        self._close.setAccessibleName(self.tr("Dismiss"))
        self._close.clicked.connect(lambda _checked=False: self._dismiss())
        self._dismissed: Callable[[], object] | None = None
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        notifier.changed.connect(self._tint)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown, empty while hidden."""
        return self._label.text()

    def say(
        self,
        text: str,
        tone: Tone = "info",
        buttons: Sequence[tuple[str, Callable[[], object]]] = (),
        *,
        dismissed: Callable[[], object] | None = None,
    ) -> None:
        """Shows a sentence and buttons (label, what to do); an empty text hides the notice.

        ``dismissed``: what is done when the user has read it; without it, the sentence stays as long as it holds.
        """
        self._label.setText(told(text))
        self._dismissed = dismissed
        self._close.setVisible(dismissed is not None)
        self._tone = tone
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, (label, action) in enumerate(buttons):
            button = QPushButton(told(label), self)
            button.setObjectName(f"{self.objectName()}_button_{number}")
            button.setProperty("role", "chip")
            button.clicked.connect(lambda _checked=False, act=action: act())
            self._buttons.addWidget(button)
        self._tint()
        self.setVisible(bool(text))

    def _dismiss(self) -> None:
        if self._dismissed is not None:
            self._dismissed()

    def _tint(self) -> None:
        self._close.setIcon(icon("close"))
        self._icon.setPixmap(icon(ICONS[self._tone], self._tone).pixmap(18, 18))
