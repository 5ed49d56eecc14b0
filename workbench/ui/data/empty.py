"""What the Data stage shows while there is no data: what to do, and the buttons that do it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ...engine.data.sources.sample import SAMPLE_TITLES
from ..icons import icon
from ..language import told
from ..theme import notifier

COLUMNS = 3


class _SampleButton(QPushButton):
    """A title and a muted line below it."""

    def __init__(self, title: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(2)
        for line, role in ((title, ""), (text, "muted")):
            label = QLabel(line, self)
            label.setProperty("role", role)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(label)

    def sizeHint(self) -> QSize:
        return self.layout().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.layout().minimumSize()


class EmptyData(QWidget):
    """Built-in samples, files, and a place to drop a file or folder.

    ``sample_chosen(str)``: name of a built-in sample. ``open_asked(str)``: "file" or "folder".
    """

    sample_chosen = Signal(str)
    open_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data_empty")
        title = QLabel(self.tr("What should the network learn from?"), self)
        title.setProperty("role", "title")
        hint = QLabel(
            self.tr("Choose a built-in sample, open a file of yours, or drop a file or folder anywhere on this page."),
            self,
        )
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        samples = QLabel(self.tr("Built-in samples"), self)
        samples.setProperty("role", "heading")
        grid = QGridLayout()
        grid.setSpacing(8)
        words = self._words()
        for number, (name, shown) in enumerate(SAMPLE_TITLES.items()):
            button = _SampleButton(told(shown), words.get(name, ""), self)
            button.setObjectName(f"data_sample_{name}")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _checked=False, chosen=name: self.sample_chosen.emit(chosen))
            grid.addWidget(button, number // COLUMNS, number % COLUMNS)
        files = QLabel(self.tr("Your own data"), self)
        files.setProperty("role", "heading")
        row = QHBoxLayout()
        row.setSpacing(8)
        self._openers: list[QPushButton] = []
        for kind, text, help_text in (
            (
                "file",
                self.tr("Choose a file…"),
                self.tr("A table, text, series or arrays. What was guessed is shown first and can be changed."),
            ),
            (
                "folder",
                self.tr("Choose a folder…"),
                self.tr("Such as one with a folder of pictures for each class, or IDX files."),
            ),
        ):
            button = QPushButton(text, self)
            button.setObjectName(f"data_open_{kind}")
            button.setToolTip(help_text)
            button.setIconSize(QSize(16, 16))
            button.clicked.connect(lambda _checked=False, chosen=kind: self.open_asked.emit(chosen))
            self._openers.append(button)
            row.addWidget(button)
        row.addStretch(1)
        inner = QVBoxLayout()
        inner.setSpacing(12)
        for item in (title, hint):
            inner.addWidget(item)
        inner.addSpacing(8)
        inner.addWidget(samples)
        inner.addLayout(grid)
        inner.addSpacing(8)
        inner.addWidget(files)
        inner.addLayout(row)
        column = QWidget(self)
        column.setLayout(inner)
        column.setMaximumWidth(860)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(1)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(column, 10)
        centred.addStretch(1)
        outer.addLayout(centred)
        outer.addStretch(2)
        notifier.changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        for button, name in zip(self._openers, ("file", "folder"), strict=True):
            button.setIcon(icon(name))

    def _words(self) -> dict[str, str]:
        return {
            "digits": self.tr("1,797 pictures, 10 classes"),
            "iris": self.tr("150 rows, 3 species"),
            "wine": self.tr("178 rows, 3 cultivars"),
            "breast_cancer": self.tr("569 rows, yes or no"),
            "diabetes": self.tr("442 rows, a number"),
            "line": self.tr("points, a number"),
            "make_regression": self.tr("random rows, a number"),
            "moons": self.tr("points, 2 classes"),
            "spirals": self.tr("points, 2 or 3 classes"),
            "docstrings": self.tr("2,000 docstrings, 5 libraries"),
        }
