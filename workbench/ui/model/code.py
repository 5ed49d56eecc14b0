"""The Code tab: the file that is trained and exported, as it is now."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QMouseEvent, QTextCursor, QTextFormat
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QStackedLayout,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from ...engine.build.source import Source, generate
from ...engine.errors import WorkbenchError
from ...engine.graph.model import Graph
from ...engine.project.atomic import atomic_write
from ...engine.shapes import DataFacts
from .. import theme
from ..icons import icon
from ..language import told
from .highlighter import PythonHighlighter


class CodeTab(QWidget):
    """The live source, read only. ``picked(node id)`` comes for a click on a line; ``trouble(sentence)`` if saving fails."""

    picked = Signal(str)
    trouble = Signal(str)
    show_problems = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source: Source | None = None
        self._selected: tuple[str, ...] = ()
        self.editor = _Lines()
        self.editor.setObjectName("code_text")
        self.editor.setAccessibleName(self.tr("Source of the network"))
        self.editor.line_clicked.connect(self._clicked)
        self.highlighter = PythonHighlighter(self.editor.document())
        self.note = QLabel()
        self.note.setProperty("role", "muted")
        self.copy = QPushButton(self.tr("Copy"))
        self.copy.setObjectName("code_copy")
        self.copy.setProperty("role", "chip")
        self.copy.clicked.connect(self._copy)
        self.save = QPushButton(self.tr("Save as…"))
        self.save.setObjectName("code_save")
        self.save.setProperty("role", "chip")
        self.save.clicked.connect(self._ask_path)
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 6, 12, 6)
        bar.setSpacing(8)
        bar.addWidget(self.note, 1)
        bar.addWidget(self.copy)
        bar.addWidget(self.save)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.editor, 1)
        self.reason = QLabel()
        self.reason.setObjectName("code_reason")
        self.reason.setWordWrap(True)
        self.reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        hint = QLabel(self.tr("The code appears here as soon as the network has no errors."))
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        to_problems = QPushButton(self.tr("Show the problems"))
        to_problems.setObjectName("code_show_problems")
        to_problems.clicked.connect(self.show_problems)
        refused = QWidget()
        lines = QVBoxLayout(refused)
        lines.setContentsMargins(12, 12, 12, 12)
        lines.setSpacing(8)
        lines.addWidget(self.reason)
        lines.addWidget(hint)
        lines.addWidget(to_problems, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addStretch(1)
        self.pages = QStackedLayout(self)
        self.pages.addWidget(page)
        self.pages.addWidget(refused)
        self._copied = QTimer(self)
        self._copied.setSingleShot(True)
        self._copied.setInterval(1500)
        self._copied.timeout.connect(lambda: self.copy.setText(self.tr("Copy")))
        self.restyle()

    def show_network(self, graph: Graph, facts: DataFacts | None, name: str) -> None:
        """Generates the source; an error of the graph is shown as a sentence instead."""
        try:
            self.source = generate(graph, facts, name=name)
        except WorkbenchError as error:
            self.source = None
            self.reason.setText(told(error))
            self.pages.setCurrentIndex(1)
            return
        self.pages.setCurrentIndex(0)
        if self.editor.toPlainText() != self.source.text:
            place = self.editor.verticalScrollBar().value()
            self.editor.setPlainText(self.source.text)
            self.editor.verticalScrollBar().setValue(place)
        self.note.setText(self.tr("This file is what is trained and what is exported."))
        self.follow_selection(self._selected)

    def follow_selection(self, nodes: tuple[str, ...]) -> None:
        """Marks the lines of the selected nodes."""
        self._selected = nodes
        marks = []
        if self.source is not None:
            color = QColor(theme.tokens().selection)
            color.setAlphaF(0.6)
            for line, node in self.source.lines.items():
                if node in nodes:
                    mark = QTextEdit.ExtraSelection()
                    mark.cursor = QTextCursor(self.editor.document().findBlockByNumber(line - 1))
                    mark.format.setBackground(color)
                    mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
                    marks.append(mark)
        self.editor.setExtraSelections(marks)

    def _clicked(self, line: int) -> None:
        node = self.source.lines.get(line) if self.source is not None else None
        if node is not None:
            self.picked.emit(node)

    def _copy(self) -> None:
        if self.source is not None:
            QGuiApplication.clipboard().setText(self.source.text)
            self.copy.setText(self.tr("Copied"))
            self._copied.start()

    def _ask_path(self) -> None:
        if self.source is None:
            return
        suggested = f"{self.source.class_name.lower()}.py"
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the source"), suggested, self.tr("Python (*.py)"))
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Writes the source to a file; a failure is told in a sentence."""
        assert self.source is not None
        try:
            atomic_write(path, self.source.text.encode())
        except OSError as error:
            self.trouble.emit(
                self.tr("The source was not saved to {0}: {1}. Choose another folder.").format(path, error.strerror)
            )

    def restyle(self) -> None:
        """Takes the theme's colours."""
        self.copy.setIcon(icon("copy"))
        self.save.setIcon(icon("save"))
        self.editor.setFont(theme.mono_font())
        t = theme.tokens()
        self.editor.setStyleSheet(
            f"QPlainTextEdit {{ background: {t.canvas}; border: none; border-radius: 0; padding: 4px 8px; }}"
        )
        self.highlighter.restyle()
        self.follow_selection(self._selected)


class _Lines(QPlainTextEdit):
    """``line_clicked(number)``, from 1, for a click without a drag."""

    line_clicked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tells which line was clicked."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.line_clicked.emit(self.cursorForPosition(event.position().toPoint()).blockNumber() + 1)
