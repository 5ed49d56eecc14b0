"""Texts that are the same but for capital letters, spaces and punctuation."""

from __future__ import annotations

import re

import numpy as np

from ..identity import groups_of_equal
from ..raw import Array
from .case import Case

SHORT = 12
"""Letters and digits below which texts are alike by chance; Chinese characters count twice."""
_BETWEEN = re.compile(r"[\W_]+")
_WIDE = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af]")
_NO_SPACE = re.compile(r"(?<=[\u2e80-\u9fff]) | (?=[\u2e80-\u9fff])")


def plain(text: str) -> str:
    """A text without what does not change its words: "Call NOW!!" and "call now" become the same."""
    # Chinese and Japanese have no spaces between words.
    return _NO_SPACE.sub("", _BETWEEN.sub(" ", text.casefold())).strip()


def near_texts(case: Case) -> Array:
    """(n, 2) int64: pairs of texts that are the same once written plainly, and not exactly the same before."""
    values = case.part.values
    numbers: dict[str, int] = {}
    group_of = np.empty(len(case.samples), dtype=np.int64)
    long_enough = np.empty(len(case.samples), dtype=bool)
    for place, sample in enumerate(case.samples.tolist()):
        if place % 10_000 == 0:
            case.tick(place / len(case.samples))
        text = plain(str(values[sample]))
        group_of[place] = numbers.setdefault(text, len(numbers))
        long_enough[place] = len(text) + len(_WIDE.findall(text)) >= SHORT
    chosen = case.samples[long_enough]
    places, group = groups_of_equal(group_of[long_enough])
    pairs = []
    first: dict[int, int] = {}
    for sample, number in zip(chosen[places].tolist(), group.tolist(), strict=True):
        before = first.setdefault(number, sample)
        if values[sample] != values[before]:
            pairs.append((before, sample))
    return np.array(pairs, dtype=np.int64).reshape(-1, 2)
