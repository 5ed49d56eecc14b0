"""The metrics that have no card of their own, in a list that opens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QToolButton, QWidget, QWidgetAction

from ..language import told
from .words import metric_help, metric_text, metric_word

if TYPE_CHECKING:
    from ...engine.evaluate.report import Report

WIDTH = 260
"""Logical pixels that a sentence takes before it goes on in the next line."""


class MoreMetrics(QToolButton):
    """Opens a table: name and value of each metric, and why one has no value. Hidden while there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evaluate_more_metrics")
        self.setProperty("role", "menu")
        self.setText(self.tr("More metrics"))
        self.setAccessibleName(self.tr("More metrics"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._menu = QMenu(self)
        self._menu.setObjectName("evaluate_more_metrics_list")
        self.setMenu(self._menu)
        self.values: dict[str, QLabel] = {}

    def set_report(self, report: Report, shown: Sequence[str]) -> None:
        """Lists what a report holds beside the metrics ``shown``."""
        rest = {n: metric_text(n, v) for n, v in report.metrics.items() if n not in shown}
        why = {n: told(f"{sentence}.") for n, sentence in report.undefined.items()}
        self._menu.clear()
        self.values = {}
        panel = QWidget(self._menu)
        grid = QGridLayout(panel)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        for line, (name, text) in enumerate({**rest, **why}.items()):
            word = metric_word(name)
            label, value = QLabel(word[:1].upper() + word[1:], panel), QLabel(text, panel)
            label.setProperty("role", "muted")
            value.setObjectName(f"metric_{name}_value")
            value.setAccessibleName(f"{word}: {text}")
            if name in why:
                value.setWordWrap(True)
                value.setMinimumWidth(WIDTH)
            for part in (label, value):
                part.setToolTip(metric_help(name, report.task))
            grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, line, 1, Qt.AlignmentFlag.AlignRight if name in rest else Qt.AlignmentFlag.AlignLeft)
            self.values[name] = value
        action = QWidgetAction(self._menu)
        action.setDefaultWidget(panel)
        self._menu.addAction(action)
        self.setVisible(bool(self.values))
