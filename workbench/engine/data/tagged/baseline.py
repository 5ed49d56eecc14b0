"""What one gets without looking at what stands around a token."""

from __future__ import annotations

from collections import Counter, defaultdict

from ..raw import Array, RawTarget


def token_baseline(texts: Array, target: RawTarget, train: Array, held: Array) -> float:
    """Share of the tokens of the sequences ``held`` whose tag is the one that the token has most often in ``train``; tokens that
    training has not get its most frequent tag."""
    each: dict[str, Counter[int]] = defaultdict(Counter)
    every: Counter[int] = Counter()
    for row in train.tolist():
        tags = target.values[row].tolist()
        for token, tag in zip(texts[row].split(" "), tags, strict=False):
            each[token][tag] += 1
            every[tag] += 1
    usual = every.most_common(1)[0][0]
    best = {token: counts.most_common(1)[0][0] for token, counts in each.items()}
    right = total = 0
    for row in held.tolist():
        for token, tag in zip(texts[row].split(" "), target.values[row].tolist(), strict=False):
            right += best.get(token, usual) == tag
            total += 1
    return right / max(1, total)
