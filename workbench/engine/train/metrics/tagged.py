"""Metrics of tags: of all tokens together, of whole sequences, and of the spans that tags stand for."""

from __future__ import annotations

from collections.abc import Callable

from .answers import ClassAnswers, Counts, TagAnswers, Undefined
from .spans import has_spans, span_counts


def of_tokens(metric: Callable[[ClassAnswers], float]) -> Callable[[TagAnswers], float]:
    """A metric of classes, with every token as a sample."""
    return lambda said: metric(said.tokens)


def sequence_accuracy(said: TagAnswers) -> float:
    """Share of the sequences whose tags are all right."""
    return float(said.right.mean())


def span_precision(said: TagAnswers) -> float:
    """Share of the spans given that are right; 0 where none was given."""
    counts = _spans(said)
    return int(counts.hits.sum()) / max(1, int(counts.given.sum()))


def span_recall(said: TagAnswers) -> float:
    """Share of the spans that were found."""
    counts = _spans(said)
    true = int(counts.true.sum())
    if not true:
        raise Undefined("No sequence has a span")
    return int(counts.hits.sum()) / true


def span_f1(said: TagAnswers) -> float:
    """Harmonic mean of both, all kinds together, as conlleval and seqeval tell it."""
    counts = _spans(said)
    total = int(counts.given.sum() + counts.true.sum())
    if not total:
        raise Undefined("No sequence has a span")
    return 2 * int(counts.hits.sum()) / total


def _spans(said: TagAnswers) -> Counts:
    if not has_spans(said.classes):
        raise Undefined("The tags are not those of spans (B-, I-, E-, S- and O)")
    return span_counts(said.true, said.chosen, said.classes)
