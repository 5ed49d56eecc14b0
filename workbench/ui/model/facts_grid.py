"""Labels on the left, values on the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget


class FactsGrid(QWidget):
    """A small table of facts; labels and values are kept and filled anew. Values can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: list[tuple[QLabel, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Shows pairs of label and value."""
        while len(self._cells) < len(facts):
            label, value = QLabel(), QLabel()
            label.setProperty("role", "muted")
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            label.setWordWrap(True)
            value.setProperty("role", "mono")
            value.setWordWrap(True)
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            row = len(self._cells)
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(value, row, 1)
            self._cells.append((label, value))
        for index, (label, value) in enumerate(self._cells):
            there = index < len(facts)
            label.setVisible(there)
            value.setVisible(there)
            if there:
                label.setText(facts[index][0])
                value.setText(facts[index][1])
                value.setAccessibleName(f"{facts[index][0]}: {facts[index][1]}")

    def texts(self) -> dict[str, str]:
        """The facts shown, by label."""
        return {label.text(): value.text() for label, value in self._cells if not label.isHidden()}
