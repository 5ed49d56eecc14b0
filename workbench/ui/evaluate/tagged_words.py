"""What the tables of scores of tags and of spans are headed with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from ...engine.evaluate.report import ClassScore


def tag_words() -> dict[str, str]:
    """Headings of the scores by tag."""
    tr = QCoreApplication.translate
    return {
        "class": tr("Evaluate", "Tag"),
        "precision": tr("Evaluate", "Precision"),
        "precision_help": tr("Evaluate", "How many of the tokens given this tag have it"),
        "recall": tr("Evaluate", "Recall"),
        "recall_help": tr("Evaluate", "How many of the tokens with this tag were given it"),
        "f1": tr("Evaluate", "F1"),
        "f1_help": tr("Evaluate", "Harmonic mean of precision and recall"),
        "support": tr("Evaluate", "Tokens"),
        "support_help": tr("Evaluate", "Tokens of the split with this tag"),
    }


def span_words() -> dict[str, str]:
    """Headings of the scores by kind of span."""
    tr = QCoreApplication.translate
    return tag_words() | {
        "class": tr("Evaluate", "Kind"),
        "precision_help": tr("Evaluate", "How many of the spans that were given are right, from first token to last"),
        "recall_help": tr("Evaluate", "How many of the true spans were found"),
        "support": tr("Evaluate", "Spans"),
        "support_help": tr("Evaluate", "True spans of this kind in the split"),
    }


def named_spans(scores: tuple[ClassScore, ...]) -> tuple[ClassScore, ...]:
    """Scores by kind of span; where tags are letters alone, the one kind there is has a word for it."""
    every = QCoreApplication.translate("Evaluate", "all spans")
    return tuple(score if score.name else replace(score, name=every) for score in scores)
