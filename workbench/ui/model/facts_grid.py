"""Labels on the left, values on the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget


class FactsGrid(QWidget):
    """A small table of facts; rows are kept and filled anew. Values can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[QWidget, QLabel, QLabel]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Shows pairs of label and value."""
        while len(self._rows) < len(facts):
            self._add_row()
        for index, (row, label, value) in enumerate(self._rows):
            row.setVisible(index < len(facts))
            if index < len(facts):
                label.setText(facts[index][0])
                value.setText(facts[index][1])
                value.setAccessibleName(f"{facts[index][0]}: {facts[index][1]}")

    def _add_row(self) -> None:
        row, label, value = QWidget(), QLabel(), QLabel()
        label.setProperty("role", "muted")
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        value.setProperty("role", "mono")
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        value.setWordWrap(True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(label)
        line.addWidget(value, 1)
        self._column.addWidget(row)
        self._rows.append((row, label, value))

    def texts(self) -> dict[str, str]:
        """The facts shown, by label."""
        return {label.text(): value.text() for row, label, value in self._rows if not row.isHidden()}
