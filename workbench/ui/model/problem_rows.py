"""Problems with the buttons that mend them, in a row or, where it is narrow, one below the other."""

from __future__ import annotations

import html
import re

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ...engine.graph.problems import Fix, Problem, Remedy
from ..icons import icon
from ..language import told

LOOKS = {"error": ("error", "danger"), "warning": ("warning", "warning"), "notice": ("info", "info")}
ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
ROOM = 480
"""Pixels that a problem's text needs beside its buttons, unless it is shorter."""
MOST = 60
"""Rows shown; a network with more problems than that has them from the same few causes."""


def severity_word(problem: Problem) -> str:
    """Error, warning or notice in the language of the window."""
    words = {
        "error": QCoreApplication.translate("Problems", "Error"),
        "warning": QCoreApplication.translate("Problems", "Warning"),
        "notice": QCoreApplication.translate("Problems", "Notice"),
    }
    return words[problem.severity]


def rich_text(problem: Problem, name: str) -> str:
    """The problem's sentences with the node's name in bold."""
    text = html.escape(told(problem))
    bold = f"<b>{html.escape(name)}</b>"
    if not name:
        return text
    found = re.search(rf"(?<!\w){re.escape(html.escape(name))}(?!\w)", text)
    return f"{text[: found.start()]}{bold}{text[found.end() :]}" if found else f"{bold}: {text}"


class ProblemRow(QFrame):
    """One problem. ``picked`` asks to show its node, ``fix_picked(fix, network)`` to apply a cure."""

    picked = Signal()
    fix_picked = Signal(object, str)

    def __init__(self, *, narrow: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problem")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.narrow = narrow
        self.problem: Problem | None = None
        self.icon = QLabel()
        self.text = QLabel()
        self.text.setObjectName("problem_text")
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setWordWrap(True)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.buttons: list[QPushButton] = []
        outer = QHBoxLayout(self)
        outer.setContentsMargins(12 if not narrow else 0, 5, 12 if not narrow else 0, 5)
        outer.setSpacing(8)
        outer.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop if narrow else Qt.AlignmentFlag.AlignVCenter)
        self.inner = QBoxLayout(DOWN if narrow else ACROSS)
        self.inner.setSpacing(8)
        self.inner.addWidget(self.text, 1)
        self.cures = QBoxLayout(DOWN if narrow else ACROSS)
        self.cures.setSpacing(8)
        self.inner.addLayout(self.cures)
        outer.addLayout(self.inner, 1)

    def show_problem(self, problem: Problem, name: str) -> None:
        """Shows a problem; buttons stay where the cures are called the same."""
        labels = [told(cure.label) for cure in (*problem.fixes, *problem.remedies)]
        if self.problem is None or [b.text() for b in self.buttons] != labels:
            for button in self.buttons:
                self.cures.removeWidget(button)
                button.hide()
                button.deleteLater()
            self.buttons = [self._button(i, label) for i, label in enumerate(labels)]
        self.problem = problem
        self.text.setText(rich_text(problem, name))
        self._arrange()
        word = severity_word(problem)
        self.setAccessibleName(f"{word}: {told(problem)}")
        self.icon.setAccessibleName(word)
        self.icon.setToolTip(word)
        self.restyle()
        if problem.node is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()

    def restyle(self) -> None:
        """Takes the theme's colours."""
        assert self.problem is not None
        name, color = LOOKS[self.problem.severity]
        self.icon.setPixmap(icon(name, color).pixmap(18, 18))

    def _button(self, index: int, label: str) -> QPushButton:
        button = QPushButton(label)
        button.setObjectName(f"fix_{index}")
        button.setAccessibleName(label)
        button.setProperty("role", "chip")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self._fix(index))
        self.cures.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Buttons stand beside the text while that leaves it room, else below."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if self.narrow:
            return
        buttons = sum(button.sizeHint().width() + 8 for button in self.buttons)
        room = self.width() - buttons - 60
        words = self.fontMetrics().horizontalAdvance(str(self.problem))
        across = room >= min(words, ROOM)
        if self.inner.direction() != (ACROSS if across else DOWN):
            self.inner.setDirection(ACROSS if across else DOWN)
        self.cures.setAlignment(Qt.AlignmentFlag.AlignRight if across else Qt.AlignmentFlag.AlignLeft)

    def _fix(self, index: int) -> None:
        assert self.problem is not None
        cures: tuple[Fix | Remedy, ...] = (*self.problem.fixes, *self.problem.remedies)
        self.fix_picked.emit(cures[index], self.problem.network)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click shows the node."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.picked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows the node."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit()
        else:
            super().keyPressEvent(event)


class ProblemRows(QWidget):
    """A column of problems; rows are kept and filled anew. ``picked(node id)``, ``fix_picked(fix, network)``."""

    picked = Signal(str)
    fix_picked = Signal(object, str)

    def __init__(self, *, narrow: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.narrow = narrow
        self.rows: list[ProblemRow] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0 if narrow else 4, 0, 0 if narrow else 4)
        self.column.setSpacing(0)
        self.more = QLabel()
        self.more.setProperty("role", "muted")
        self.more.setContentsMargins(12, 4, 12, 4)
        self.more.hide()
        self.column.addWidget(self.more)
        if not narrow:
            self.column.addStretch(1)

    def show_problems(self, problems: tuple[Problem, ...], names: dict[str, str]) -> None:
        """Shows these problems; ``names`` gives the nodes' names by id."""
        shown = problems[:MOST]
        while len(self.rows) > len(shown):
            row = self.rows.pop()
            self.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for index, problem in enumerate(shown):
            if index == len(self.rows):
                self._add_row()
            self.rows[index].show_problem(problem, names.get(problem.node or "", ""))
        self.more.setVisible(len(problems) > MOST)
        self.more.setText(self.tr("And {0} more.").format(len(problems) - MOST))

    def _add_row(self) -> None:
        row = ProblemRow(narrow=self.narrow)
        row.picked.connect(lambda: self._pick(row))
        row.fix_picked.connect(self.fix_picked)
        self.column.insertWidget(len(self.rows), row)
        self.rows.append(row)

    def _pick(self, row: ProblemRow) -> None:
        if row.problem is not None and row.problem.node is not None:
            self.picked.emit(row.problem.node)

    def restyle(self) -> None:
        """Takes the theme's colours."""
        for row in self.rows:
            row.restyle()
