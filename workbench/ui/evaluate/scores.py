"""The headline numbers of a report, and its scores by class."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ..widgets.numbers import count_text, share_text
from ..widgets.tables import Column
from .more_metrics import MoreMetrics
from .words import metric_help, metric_text, metric_word

if TYPE_CHECKING:
    from ...engine.evaluate.report import ClassScore, Report

ORDER = {
    "classification": ("accuracy", "f1", "precision", "recall", "loss"),
    "multi_label": ("f1", "exact_match", "mean_average_precision", "f1_macro", "f1_micro", "loss"),
    "regression": ("r2", "mae", "rmse", "loss"),
    "reconstruction": ("mae", "r2", "rmse", "loss"),
    "tagging": ("accuracy", "span_f1", "f1", "sequence_accuracy", "loss"),
}


class Headline(QWidget):
    """Big numbers side by side, the first one with what it counts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evaluate_headline")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self.values: dict[str, QLabel] = {}
        self.more = MoreMetrics(self)

    def set_report(self, report: Report) -> None:
        """Shows a report's metrics."""
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.more:
                widget.hide()
                widget.deleteLater()
        self.values = {}
        wanted = ORDER[report.task]
        for place, name in enumerate(n for n in wanted if n in report.metrics):
            self._layout.addWidget(self._card(report, name, first=place == 0), 4 if place == 0 else 3)
        self.more.set_report(report, wanted)
        self._layout.addWidget(self.more)

    def _card(self, report: Report, name: str, *, first: bool) -> QFrame:
        card = QFrame(self)
        card.setProperty("role", "card")
        card.setObjectName(f"metric_{name}")
        card.setToolTip(metric_help(name, report.task))
        text = metric_text(name, report.metrics[name])
        value = QLabel(text, card)
        value.setObjectName(f"metric_{name}_value")
        value.setStyleSheet(f"font-size: {26 if first else 20}px; font-weight: 600;")
        value.setAccessibleName(f"{metric_word(name)}: {text}")
        caption = metric_word(name)
        if name == "accuracy":
            real = report.targets >= 0
            right = int((report.predictions == report.targets)[real].sum())
            caption = self.tr("accuracy · {right} of {total}").format(
                right=count_text(right), total=count_text(int(real.sum()))
            )
        label = QLabel(caption, card)
        label.setProperty("role", "muted")
        label.setWordWrap(True)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(0)
        layout.addWidget(value)
        layout.addWidget(label)
        layout.addStretch(1)
        self.values[name] = value
        return card


def class_columns(scores: tuple[ClassScore, ...], words: dict[str, str]) -> list[Column]:
    """Columns of the table of scores by class; ``words`` are the headings."""

    def numbers(name: str) -> Column:
        return Column(
            words[name],
            lambda row: getattr(scores[row], name),
            keys=lambda: np.array([getattr(s, name) for s in scores]),
            text=share_text,
            help=words[f"{name}_help"],
        )

    return [
        Column(
            words["class"],
            lambda row: scores[row].name,
            # Classes sort in their own order, which is not that of the alphabet ("2" before "10").
            keys=lambda: np.arange(len(scores)),
            numeric=False,
        ),
        numbers("precision"),
        numbers("recall"),
        numbers("f1"),
        Column(
            words["support"],
            lambda row: scores[row].support,
            keys=lambda: np.array([s.support for s in scores]),
            text=count_text,
            help=words["support_help"],
        ),
    ]


def residual_bins(residuals: np.ndarray, most: int = 30) -> tuple[list[float], list[float]]:
    """Edges and counts of a histogram of residuals (n,) that has zero as one of its edges."""
    residuals = residuals[np.isfinite(residuals)]
    if not len(residuals):
        return [], []
    low, high = float(min(residuals.min(), 0.0)), float(max(residuals.max(), 0.0))
    if high <= low:
        return [-0.5, 0.5], [float(len(residuals))]
    wanted = int(min(most, max(6, round(len(residuals) ** 0.5 * 1.5))))
    step = (high - low) / wanted
    first, last = int(np.floor(low / step - 1e-9)), int(np.ceil(high / step + 1e-9))
    edges = np.arange(first, last + 1) * step
    counts, _ = np.histogram(residuals, edges)
    return edges.tolist(), counts.astype(float).tolist()
