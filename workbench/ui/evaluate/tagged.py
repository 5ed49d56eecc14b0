"""Sequences with the tags that a network gave: mistakes in full, and the answer to a new sequence with its spans."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from ...engine.data.prepared import PreparedData
from ...engine.train.metrics.spans import has_spans
from ..data.tags import IN_A_ROW
from ..widgets.chips import Chip, ChipsView, TagKinds
from ..widgets.numbers import count_text, share_text
from ..widgets.tables import Column
from .card import muted

if TYPE_CHECKING:
    from ...engine.evaluate.report import Report
    from ...engine.evaluate.tagging import SpanAnswer, TokenAnswer

MOST_SPANS = 40
"""Spans that are listed."""


def answer_chips(answers: Sequence[TokenAnswer], truth: Sequence[str] = ()) -> tuple[Chip, ...]:
    """Tokens with their tags; wrong ones with both. ``truth`` are true tags, where the answers have none."""
    known = list(truth) if len(truth) == len(answers) else [a.true for a in answers]
    return tuple(
        Chip(
            a.text,
            true or a.said,
            a.said if true and a.said and a.said != true else "",
            a.confidence,
            kept=bool(a.said),
        )
        for a, true in zip(answers, known, strict=True)
    )


def wrong_counts(report: Report) -> np.ndarray:
    """Wrong tags of each sequence of a report, (n,) int64."""
    return np.asarray((report.targets != report.predictions).sum(axis=1))


def wrong_columns(report: Report, data: PreparedData) -> list[Column]:
    """Of sequences: how many tags are wrong, of how many tokens, and themselves, drawn as chips."""
    tr = QCoreApplication.translate

    def line(row: int) -> str:
        return " ".join(f"{c.text} {c.below}" for c in report_chips(report, data, row)[:IN_A_ROW])

    return [
        Column(
            tr("Evaluate", "Wrong tags"),
            lambda row: int((report.targets[row] != report.predictions[row]).sum()),
            keys=lambda: wrong_counts(report),
            text=count_text,
        ),
        Column(
            tr("Evaluate", "Tokens"),
            lambda row: int((report.targets[row] >= 0).sum()),
            keys=lambda: (report.targets >= 0).sum(axis=1),
            text=count_text,
        ),
        Column(
            tr("Evaluate", "Sequence"),
            line,
            numeric=False,
            help=tr("Evaluate", "From shortly before the first wrong tag on: ✗ true tag → given tag"),
        ),
    ]


def report_chips(report: Report, data: PreparedData, position: int) -> tuple[Chip, ...]:
    """The sequence at a position of a report's arrays."""
    from ...engine.evaluate.tagging import sequence_answers

    return answer_chips(sequence_answers(report, data, position))


class WrongSequence(QScrollArea):
    """A sequence of the split in full, with a line that counts its mistakes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evaluate_sequence")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        self.note = muted("", body)
        self.note.setObjectName("evaluate_sequence_note")
        self.note.setWordWrap(True)
        self.view = ChipsView("evaluate_sequence_tokens", body)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(8, 0, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.note)
        layout.addWidget(self.view)
        layout.addStretch(1)
        self.setWidget(body)

    def show_sequence(self, report: Report, data: PreparedData, position: int) -> None:
        """Shows the sequence at a position of the report's arrays."""
        chips = report_chips(report, data, position)
        wrong, cut = sum(bool(c.said) for c in chips), sum(not c.kept for c in chips)
        parts = [
            self.tr("Sequence {index}: {wrong} of {count} tags are wrong").format(
                index=count_text(int(report.indexes[position])),
                wrong=count_text(wrong),
                count=count_text(len(chips) - cut),
            )
        ]
        if wrong:
            parts.append(self.tr("framed: ✗ true tag → given tag"))
        if cut:
            parts.append(self.tr("{count} tokens were cut off").format(count=count_text(cut)))
        self.note.setText(" · ".join(parts))
        self.view.set_chips(chips, TagKinds(report.names))
        self.verticalScrollBar().setValue(0)


class TagsAnswer(QWidget):
    """The tags that a network gives a new sequence, and the spans that they stand for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evaluate_tags")
        self.view = ChipsView("evaluate_tags_tokens", self)
        self.found = QLabel(self)
        self.found.setObjectName("evaluate_tags_spans")
        self.found.setWordWrap(True)
        self.found.setTextFormat(Qt.TextFormat.PlainText)
        self.found.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.view)
        layout.addWidget(self.found)

    def show_tags(
        self, answers: Sequence[TokenAnswer], spans: Sequence[SpanAnswer], classes: Sequence[str], truth: Sequence[str]
    ) -> tuple[Chip, ...]:
        """Shows what was given; ``truth`` are the true tags, where they are known. The chips shown."""
        chips = answer_chips(answers, truth)
        self.view.set_chips(chips, TagKinds(classes))
        named = [f"{span.kind}: {span.text}" for span in spans[:MOST_SPANS] if span.kind]
        # Spans without kinds are words, which are read in a line.
        lines = named or [" / ".join(span.text for span in spans[:MOST_SPANS])]
        if len(spans) > MOST_SPANS:
            lines.append(self.tr("… and {count} more").format(count=count_text(len(spans) - MOST_SPANS)))
        heading = self.tr("Spans found: {count}").format(count=count_text(len(spans)))
        self.found.setText("\n".join([heading, *(line for line in lines if line)]))
        self.found.setVisible(has_spans(classes))
        return chips


def tags_told(chips: Sequence[Chip]) -> str:
    """How sure the network is of the tags of a sequence, in a line."""
    tr = QCoreApplication.translate
    sure = [c for c in chips if not np.isnan(c.confidence)]
    least = min(sure, key=lambda c: c.confidence, default=None)
    if least is None:
        return ""
    text = tr("Evaluate", "{count} tokens; the least certain is {token}: {tag}, {share}")
    return text.format(
        count=count_text(len(chips)),
        token=least.text,
        tag=least.said or least.tag,
        share=share_text(least.confidence),
    )
