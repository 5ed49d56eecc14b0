"""Predictions for a file of samples, as a table that can be saved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ...engine.errors import WorkbenchError
from ..data.tags import IN_A_ROW
from ..icons import icon
from ..language import told
from ..theme import notifier
from ..widgets.chips import TagKinds, show_chips
from ..widgets.notice import Notice
from ..widgets.numbers import count_text, number_text, share_text
from ..widgets.tables import Column, ColumnsView
from .ask import save_predictions
from .tagged import answer_chips

if TYPE_CHECKING:
    from ...engine.evaluate.predict import Prediction

MOST_CLASSES = 30
"""Probabilities shown as columns; all are saved."""


class PredictionsView(QWidget):
    """One line for each sample. ``closed``: the user is done with it."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evaluate_predictions")
        self.predictions: tuple[Prediction, ...] = ()
        self.heading = QLabel(self)
        self.heading.setObjectName("evaluate_predictions_heading")
        self.heading.setProperty("role", "heading")
        self.notes = QLabel(self)
        self.notes.setProperty("role", "muted")
        self.notes.setWordWrap(True)
        self.notice = Notice("evaluate_predictions_notice", self)
        self.save = QPushButton(self.tr("Save as CSV…"), self)
        self.save.setObjectName("evaluate_predictions_save")
        self.save.clicked.connect(self._ask_where)
        self.close_button = QPushButton(self.tr("Back to the scores"), self)
        self.close_button.setObjectName("evaluate_predictions_close")
        self.close_button.clicked.connect(self.closed)
        self.table = ColumnsView("evaluate_predictions_table", self.tr("Predictions"), self)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.heading, 1)
        bar.addWidget(self.save)
        bar.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(bar)
        layout.addWidget(self.notes)
        layout.addWidget(self.notice)
        layout.addWidget(self.table, 1)
        notifier.changed.connect(self._tint)
        self._tint()

    def show_predictions(self, name: str, predictions: Sequence[Prediction], notes: Sequence[str]) -> None:
        """Shows the predictions for the samples of the file or files called ``name``."""
        found = self.predictions = tuple(predictions)
        self.heading.setText(self.tr("{name}: {count} predictions").format(name=name, count=count_text(len(found))))
        self.notes.setText(" ".join(notes))
        self.notes.setVisible(bool(notes))
        self.notice.say("")
        columns = [Column(self.tr("Sample"), lambda row: found[row].source, numeric=False)]
        first = found[0]
        if first.error is not None:
            errors = np.array([p.error or 0.0 for p in found])
            columns.append(Column(self.tr("Error"), lambda row: errors[row], keys=lambda: errors))
        elif first.tags is not None:
            columns += self._tag_columns(found)
        elif first.probabilities is not None or first.scores is not None:
            margins = first.scores is not None
            text = number_text if margins else share_text
            names = list(first.scores or first.probabilities or {})
            chances = np.array([list((p.scores or p.probabilities or {}).values()) for p in found])
            columns.append(
                Column(
                    self.tr("Predicted"),
                    lambda row: found[row].label,
                    keys=lambda: chances.argmax(axis=1),
                    numeric=False,
                )
            )
            if first.labels is None:
                columns.append(
                    Column(
                        self.tr("Score") if margins else self.tr("Confidence"),
                        lambda row: chances[row].max(),
                        keys=lambda: chances.max(axis=1),
                        text=text,
                    )
                )
            columns += [
                Column(name, lambda row, k=k: chances[row, k], keys=lambda k=k: chances[:, k], text=text)
                for k, name in enumerate(names[:MOST_CLASSES])
            ]
        else:
            names = list(first.values or {})
            numbers = np.array([list((p.values or {}).values()) for p in found])
            columns += [
                Column(name, lambda row, k=k: numbers[row, k], keys=lambda k=k: numbers[:, k])
                for k, name in enumerate(names)
            ]
        self.table.set_table(columns, np.arange(len(found)))
        tagged = first.tags is not None
        self.table.horizontalHeader().setStretchLastSection(tagged)
        kinds = TagKinds(tuple(dict.fromkeys(t.said for p in found for t in p.tags or ())))
        chips = [answer_chips((p.tags or ())[:IN_A_ROW]) for p in found] if tagged else []
        show_chips(self.table, len(columns) - 1 if tagged else -1, lambda row: chips[row], kinds)

    def _tag_columns(self, found: Sequence[Prediction]) -> list[Column]:
        counts, spans = (
            np.array([len(part) for part in parts])
            for parts in ([p.tags or () for p in found], [p.spans for p in found])
        )
        columns = [Column(self.tr("Tokens"), lambda row: int(counts[row]), keys=lambda: counts, text=count_text)]
        if spans.any():
            columns.append(Column(self.tr("Found"), lambda row: int(spans[row]), keys=lambda: spans, text=count_text))
        return [
            *columns,
            Column(
                self.tr("Sequence"),
                lambda row: " ".join(f"{token.text}/{token.said}" for token in found[row].tags or ()),
                numeric=False,
                help=self.tr("Tokens, with the tag of each below it"),
            ),
        ]

    def save_to(self, path: Path) -> None:
        """Saves everything as CSV; tells in place how it went."""
        try:
            save_predictions(path, self.predictions)
        except WorkbenchError as error:
            self.notice.say(told(error), "danger")
        else:
            self.notice.say(self.tr("Saved as {path}.").format(path=path), "success")

    def _ask_where(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save predictions"), "predictions.csv", self.tr("CSV (*.csv)")
        )
        if name:
            self.save_to(Path(name))

    def _tint(self) -> None:
        self.save.setIcon(icon("save"))
