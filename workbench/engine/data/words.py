"""A column of free text as numbers: its words, counted into a fixed number of places by a hash of each."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from .raw import Array

PLACES = 64
"""Numbers that a column of text becomes: nothing is learnt for them, and no word is unknown."""

_WORD = re.compile(r"[^\W_]+")
_CHINESE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")


def words_of(text: str) -> list[str]:
    """Words in lower case; Chinese, which sets no spaces, as pairs of characters."""
    found = []
    for word in _WORD.findall(text.lower()):
        if not _CHINESE.search(word):
            found.append(word)
            continue
        found += [w for w in _CHINESE.split(word) if w]
        for run in _CHINESE.findall(word):
            found += [run[i : i + 2] for i in range(max(1, len(run) - 1))]
    return found


def place_names(column: str) -> tuple[str, ...]:
    """Names of the numbers that a column of text becomes."""
    return tuple(f"{column}: words {k + 1}" for k in range(PLACES))


def hashed_words(texts: Sequence[str | None]) -> Array:
    """Counts of hashed words (N, PLACES) float32, each row of length 1 (an empty one of zeros), NaN where a text is missing.

    Source: Weinberger et al., Feature Hashing for Large Scale Multitask Learning, 2009, https://arxiv.org/abs/0902.2206,
    with the signs of scikit-learn's HashingVectorizer, so that words that meet in a place cancel rather than add up.
    """
    from sklearn.feature_extraction.text import HashingVectorizer

    hasher = HashingVectorizer(analyzer=words_of, n_features=PLACES, norm="l2", alternate_sign=True, dtype=np.float32)
    found: Array = hasher.transform([text or "" for text in texts]).toarray().astype(np.float32)
    found[np.array([text is None for text in texts], dtype=bool)] = np.nan
    return found
