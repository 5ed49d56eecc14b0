"""Messages inside the window: one sentence each, with what can be done about it, and never in the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from . import theme
from .icons import icon
from .language import told

Tone = Literal["info", "success", "warning", "danger"]

_SHAPES: dict[Tone, str] = {
    "info": "ph.info-fill",
    "success": "ph.check-circle-fill",
    "warning": "ph.warning-fill",
    "danger": "ph.x-circle-fill",
}
FADES_AFTER_MS = 8000
"""Good news goes by itself."""

_KEPT = 8


@dataclass(frozen=True)
class Message:
    """A sentence, its tone, and buttons as label and what they do."""

    text: str
    tone: Tone = "info"
    buttons: tuple[tuple[str, Callable[[], None]], ...] = field(default=(), compare=False)


class MessageBar(QFrame):
    """Shows the newest message; earlier ones come back as it is dismissed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self._messages: list[Message] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        self._mark = QLabel()
        self._label = QLabel()
        self._label.setObjectName("message_text")
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = QLabel()
        self._more.setProperty("role", "muted")
        self._dismiss = QToolButton()
        self._dismiss.setObjectName("message_dismiss")
        self._dismiss.setAccessibleName(self.tr("Dismiss the message"))
        self._dismiss.setToolTip(self.tr("Dismiss"))
        self._dismiss.clicked.connect(self.dismiss)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self._label, 1)
        row.addWidget(self._more)
        row.addLayout(self._buttons)
        row.addWidget(self._dismiss)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        theme.notifier.changed.connect(self._draw)
        self.hide()

    @property
    def message(self) -> Message | None:
        """The message shown now."""
        return self._messages[-1] if self._messages else None

    def tell(self, text: str, tone: Tone = "info", *buttons: tuple[str, Callable[[], None]]) -> None:
        """Shows a message; the same one again only moves to the front."""
        message = Message(told(text), tone, buttons)
        earlier = [m for m in self._messages if m != message]
        self._messages = [*earlier[1 - _KEPT :], message]
        self._draw()

    def dismiss(self) -> None:
        """Takes the message away that is shown now."""
        if self._messages:
            self._messages.pop()
        self._draw()

    def outdate(self) -> None:
        """Takes away good news, which is of something that is over."""
        self._messages = [m for m in self._messages if m.tone != "success"]
        self._draw()

    def clear(self) -> None:
        """Takes all away."""
        self._messages.clear()
        self._draw()

    def _draw(self) -> None:
        message = self.message
        self.setVisible(message is not None)
        while (item := self._buttons.takeAt(0)) is not None:
            button = item.widget()
            button.hide()
            button.deleteLater()
        if message is None:
            self._timer.stop()
            return
        t = theme.tokens()
        edge = getattr(t, message.tone)
        self.setStyleSheet(
            f"#message_bar {{ background: {t.raised}; border: none; border-left: 3px solid {edge};"
            f" border-bottom: 1px solid {t.border}; }}"
        )
        self._mark.setPixmap(icon(_SHAPES[message.tone], message.tone).pixmap(QSize(18, 18), self.devicePixelRatioF()))
        self._mark.setAccessibleName(self._tone_word(message.tone))
        self._label.setText(message.text)
        self._label.setAccessibleName(message.text)
        earlier = len(self._messages) - 1
        self._more.setText(self.tr("+ {n} earlier").format(n=earlier) if earlier else "")
        self._dismiss.setIcon(icon("close"))
        for label, run in message.buttons:
            self._buttons.addWidget(self._button(label, run))
        if message.tone in ("info", "success"):
            self._timer.start(FADES_AFTER_MS)
        else:
            self._timer.stop()

    def _tone_word(self, tone: Tone) -> str:
        words = {"danger": self.tr("error"), "warning": self.tr("warning"), "info": self.tr("note")}
        return words.get(tone, self.tr("success"))

    def _button(self, label: str, run: Callable[[], None]) -> QPushButton:
        button = QPushButton(label)
        button.setObjectName("message_action")
        button.setAccessibleName(label)

        def pressed() -> None:
            self.dismiss()
            run()

        button.clicked.connect(pressed)
        return button
