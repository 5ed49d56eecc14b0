"""The rail on the left: the stages in the order of the work, each with its state in shape, colour and word."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from . import theme
from .actions import tr
from .icons import icon
from .stage import StageState
from .stages import StageEntry

MARKS: dict[StageState, tuple[str, str]] = {
    "empty": ("ph.circle-dashed", "muted"),
    "ready": ("ph.check-circle-fill", "success"),
    "problem": ("ph.warning-fill", "warning"),
    "running": ("ph.play-circle-fill", "info"),
}
"""Shape and colour of each state."""


def state_word(state: StageState) -> str:
    """The state in one word."""
    words = {
        "empty": QCoreApplication.translate("Rail", "to do"),
        "ready": QCoreApplication.translate("Rail", "ready"),
        "problem": QCoreApplication.translate("Rail", "problem"),
        "running": QCoreApplication.translate("Rail", "running"),
    }
    return words[state]


class RailButton(QToolButton):
    """A stage on the rail: icon, name, and its state below."""

    def __init__(self, entry: StageEntry, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self._keys = f"Ctrl+{number}"
        self._state: StageState = "empty"
        self._text = ""
        self.setObjectName(f"rail_{entry.key}")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 8, 4, 6)
        column.setSpacing(2)
        self._picture, self._name, self._mark, self._word = QLabel(), QLabel(tr(entry.title)), QLabel(), QLabel()
        self._word.setProperty("role", "small")
        row = QHBoxLayout()
        row.setSpacing(3)
        row.addStretch(1)
        row.addWidget(self._mark)
        row.addWidget(self._word)
        row.addStretch(1)
        for label in (self._picture, self._name, self._mark, self._word):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._name, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(row)
        theme.notifier.changed.connect(self._draw)
        self._draw()

    def sizeHint(self) -> QSize:
        """What the labels need."""
        hint = self.layout().sizeHint()
        return QSize(max(76, hint.width()), hint.height())

    def minimumSizeHint(self) -> QSize:
        """The same: nothing is clipped."""
        return self.sizeHint()

    def show_state(self, state: StageState, text: str) -> None:
        """Shows a state; ``text`` tells it in a sentence."""
        if (state, text) != (self._state, self._text):
            self._state, self._text = state, text
            self._draw()

    def _draw(self) -> None:
        name, word = tr(self.entry.title), state_word(self._state)
        self._picture.setPixmap(icon(self.entry.icon).pixmap(QSize(20, 20), self.devicePixelRatioF()))
        shape, color = MARKS[self._state]
        self._mark.setPixmap(icon(shape, color).pixmap(QSize(11, 11), self.devicePixelRatioF()))
        self._word.setText(word)
        sentence = f"{name}: {self._text or word}"
        self.setToolTip(f"{sentence}\n{self._keys}")
        self.setAccessibleName(f"{name}, {word}")
        self.setAccessibleDescription(self._text)


class Rail(QFrame):
    """All stages; ``chosen`` tells which one the user wants."""

    chosen = Signal(str)

    def __init__(self, entries: tuple[StageEntry, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 8, 6, 8)
        column.setSpacing(6)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, RailButton] = {}
        for number, entry in enumerate(entries, 1):
            button = RailButton(entry, number, self)
            button.clicked.connect(lambda checked=False, key=entry.key: self.chosen.emit(key))
            self._group.addButton(button)
            self.buttons[entry.key] = button
            column.addWidget(button)
        column.addStretch(1)

    def select(self, key: str) -> None:
        """Marks a stage as the one shown; "" marks none."""
        self._group.setExclusive(False)
        for name, button in self.buttons.items():
            button.setChecked(name == key)
        self._group.setExclusive(bool(key))
