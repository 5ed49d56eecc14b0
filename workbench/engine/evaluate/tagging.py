"""Tags of tokens: the report on a split, single sequences with what was said of them, and tags of new sequences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch

from ..data.prepared import PreparedData
from ..data.raw import Array, RawTarget
from ..data.tagged.targets import placed
from ..train.metrics import METRICS, TagAnswers, measured
from ..train.metrics.spans import has_spans, span_counts, span_kinds, spans_of
from .network import TrainedNetwork
from .result import ClassScore, Report
from .scored import Examined, Outcome, confused


@dataclass(frozen=True)
class TokenAnswer:
    """A token of a sequence.

    Attributes:
        text: it as the data holds it.
        true: its tag; empty where none is known.
        said: what the network says; empty where it did not see the token.
        confidence: probability of that; NaN where there is none.
    """

    text: str
    true: str = ""
    said: str = ""
    confidence: float = float("nan")

    @property
    def wrong(self) -> bool:
        """Whether another tag was given than the true one."""
        return bool(self.true and self.said and self.true != self.said)


@dataclass(frozen=True)
class SpanAnswer:
    """A span that tags stand for: its kind (empty where tags are letters alone), its first and last token, and these."""

    kind: str
    first: int
    last: int
    text: str


def tagging_report(examined: Examined, outcome: Outcome) -> Report:
    """Scores over all tokens, by tag and by kind of span."""
    network = examined.network
    classes = network.target.classes
    true = placed(outcome.answers, network.target)
    real = true >= 0
    likely = probabilities(network, torch.from_numpy(outcome.logits))
    chosen = likely.argmax(axis=-1)
    said = TagAnswers(true, chosen, classes)
    spans = has_spans(classes)
    wanted = [name for name in METRICS["tagging"] if spans or not name.startswith("span_")]
    found = measured("tagging", said, wanted)
    counts = said.tokens.counts
    each = zip(classes, counts.precision, counts.recall, counts.f1, counts.true, strict=True)
    kinds: tuple[ClassScore, ...] = ()
    if spans:
        by_kind = span_counts(true, chosen, classes)
        rows = zip(span_kinds(classes), by_kind.precision, by_kind.recall, by_kind.f1, by_kind.true, strict=True)
        kinds = tuple(ClassScore(n, float(p), float(r), float(f), int(s)) for n, p, r, f, s in rows)
    return examined.report(
        outcome.loss,
        found,
        targets=true,
        predictions=np.where(real, chosen, true),
        confidence=np.where(real, likely.max(axis=-1), np.float32(np.nan)),
        names=classes,
        classes=tuple(ClassScore(n, float(p), float(r), float(f), int(s)) for n, p, r, f, s in each),
        confusion=confused(true[real], chosen[real], len(classes)),
        spans=kinds,
    )


def probabilities(network: TrainedNetwork, logits: torch.Tensor) -> Array:
    """The probability of every tag at every step, (n, T, tags) float32."""
    # An Output that was set to apply nothing still stands for tags.
    if network.activation == "none":
        return torch.softmax(logits, dim=-1).numpy()
    return network.activate(network.output, logits).numpy()


def sequence_answers(report: Report, data: PreparedData, position: int) -> tuple[TokenAnswer, ...]:
    """The tokens of a sequence of a report with their true tags and those given; what was cut off has no given one.

    Args:
        report: of a network that tags.
        data: what it was made on.
        position: into the report's arrays.
    """
    index = int(report.indexes[position])
    target = data.raw.targets[report.target]
    tokens, true = tokens_of_sequence(data, index), _tags(target, index)
    seen = np.flatnonzero(report.targets[position] >= 0)
    how = data.preprocess.inputs[target.input].text
    first = len(tokens) - len(seen) if how is not None and how.cut == "start" else 0
    answers = [TokenAnswer(text, tag) for text, tag in zip(tokens, true, strict=True)]
    for step, place in enumerate(seen.tolist(), start=first):
        said = report.names[int(report.predictions[position, place])]
        answers[step] = TokenAnswer(tokens[step], true[step], said, float(report.confidence[position, place]))
    return tuple(answers)


def tokens_of_sequence(data: PreparedData, index: int) -> list[str]:
    """The tokens of a sample of tagged text as the data holds them; of other sequences the numbers of their steps."""
    target = next(t for t in data.raw.targets.values() if t.task == "tagging")
    part = data.raw.inputs[target.input]
    if part.kind == "text":
        return str(part.values[index]).split(" ")
    return [str(step + 1) for step in range(int((target.values[index] >= 0).sum()))]


def _tags(target: RawTarget, index: int) -> list[str]:
    values = target.values[index]
    return [target.classes[int(k)] for k in values[values >= 0]]


def found_spans(tokens: Sequence[str], tags: Sequence[str], classes: tuple[str, ...]) -> tuple[SpanAnswer, ...]:
    """The spans that the tags of a sequence stand for; none where tags are not those of spans."""
    if not tokens or not has_spans(classes):
        return ()
    kinds = span_kinds(classes)
    found = spans_of(np.array([[classes.index(tag) for tag in tags]]), classes)
    rows = zip(found.first.tolist(), found.last.tolist(), found.kind.tolist(), strict=True)
    return tuple(
        SpanAnswer(kinds[kind], first, last, ("" if kinds[kind] == "" else " ").join(tokens[first : last + 1]))
        for first, last, kind in rows
    )


def pieces(texts: Sequence[str], length: int) -> list[tuple[int, list[str]]]:
    """Sequences in pieces that the network sees whole: the place of each in ``texts``, and its tokens."""
    found = []
    for place, text in enumerate(texts):
        tokens = [token for token in text.split(" ") if token]
        found += [(place, tokens[start : start + length]) for start in range(0, max(1, len(tokens)), length)]
    return found


def piece_answers(
    network: TrainedNetwork, logits: torch.Tensor, parts: Sequence[Sequence[str]]
) -> list[tuple[TokenAnswer, ...]]:
    """What the network says of the tokens of each piece, from its logits (n, T, tags)."""
    likely, target = probabilities(network, logits), network.target
    found = []
    for row, tokens in zip(likely, parts, strict=True):
        start = target.length - len(tokens) if target.pad == "start" else 0
        seen = row[start : start + len(tokens)]
        best = seen.argmax(axis=-1)
        found.append(
            tuple(
                TokenAnswer(token, "", target.classes[int(k)], float(share[k]))
                for token, k, share in zip(tokens, best, seen, strict=True)
            )
        )
    return found
