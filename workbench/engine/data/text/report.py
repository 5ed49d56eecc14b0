"""What there is to see of the tokens of training texts: how long texts are, which tokens are frequent, what a vocabulary covers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..prepared import PreparedData
from .encoding import SPECIAL
from .learn import count_tokens
from .recipe import TextRecipe

BARS = 60
SHOWN = 300
"""Tokens that are listed, the most frequent first."""
_POINTS = 200


@dataclass(frozen=True)
class TokenReport:
    """Of the training texts.

    Attributes:
        edges, counts: how many texts have so many tokens; the last bar holds all that are longer.
        length, whole: tokens of a text that the network sees, and the share of the texts that it sees whole.
        tokens, times: the most frequent tokens, and how often the texts hold each.
        sizes, shares: for numbers of the most frequent tokens, the share of everything that is written in them.
        vocabulary: tokens that have a number.
        covered: share of everything that is written in these.
        total: different tokens.
    """

    edges: tuple[float, ...]
    counts: tuple[int, ...]
    length: int
    whole: float
    tokens: tuple[str, ...]
    times: tuple[int, ...]
    sizes: tuple[int, ...]
    shares: tuple[float, ...]
    vocabulary: int
    covered: float
    total: int


def token_report(
    prepared: PreparedData, recipe: TextRecipe, progress: Callable[[float], None] = lambda done: None
) -> TokenReport:
    """Counts the tokens of the training part of the first input of texts. ``progress`` may raise to stop."""
    name = next(iter(prepared.texts))
    how = prepared.preprocess.inputs[name].text
    assert how is not None  # texts are learnt that way
    part = prepared.raw.inputs[name]
    found = count_tokens(part.values, prepared.splits["train"], recipe, progress, given=part.given_tokens)
    order = np.argsort(-found.counts, kind="stable")
    times = found.counts[order]
    reached = np.cumsum(times) / max(1, int(times.sum()))
    points = np.unique(np.linspace(1, max(1, len(times)), _POINTS).astype(np.int64))
    held = min(len(how.tokens) - len(SPECIAL), len(times))
    # Single texts of enormous length would press all others into the first bar.
    most = max(how.length, int(np.quantile(found.lengths, 0.995)), 1)
    step = max(1, -(-most // BARS))
    edges = np.arange(0, most + 2 * step, step)
    counts, _ = np.histogram(np.minimum(found.lengths, edges[-1] - 1), edges)
    return TokenReport(
        edges=tuple(float(e) for e in edges),
        counts=tuple(counts.tolist()),
        length=how.length,
        whole=float((found.lengths <= how.length).mean()),
        tokens=tuple(found.tokens[int(k)] for k in order[:SHOWN]),
        times=tuple(times[:SHOWN].tolist()),
        sizes=tuple(points.tolist()) if len(times) else (),
        shares=tuple(reached[points - 1].tolist()) if len(times) else (),
        vocabulary=held,
        covered=float(reached[held - 1]) if held and len(times) else 0.0,
        total=len(times),
    )
