"""Spans that tags of tokens stand for, such as B-PER I-PER for a name of two words, and how many of them are found.

A span counts as found where its first token, its last token and its kind are right, as the CoNLL shared tasks count.
Source: Tjong Kim Sang and Buchholz, 2000, and their script conlleval; the same rules as seqeval's default mode.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from ...data.raw import Array
from .answers import Counts

_TAG = re.compile(r"(?P<prefix>[BIEMSLU])(?:-(?P<kind>.+))?")
_SAME = {"M": "I", "L": "E", "U": "S"}
"""Prefixes of other schemes (BMES, BILOU), and those that mean the same."""


def has_spans(classes: Sequence[str]) -> bool:
    """Whether tags are those of spans: O and B-, I-, E-, S- (M-, L-, U-) with a kind, or these letters alone."""
    others = [tag for tag in classes if tag != "O"]
    found = [_TAG.fullmatch(tag) for tag in others]
    if not others or not all(found):
        return False
    bare = {m["kind"] is None for m in found if m is not None}
    # Letters alone are tags of many things: only with a beginning and an end or an inside they are of spans.
    return bare == {False} or (bare == {True} and "B" in others and bool({"E", "I", "M", "L"} & set(others)))


@dataclass(frozen=True)
class Spans:
    """The spans of sequences, (k,) int64 each: the sequence, its first and its last step, and the place of its kind."""

    sequence: Array
    first: Array
    last: Array
    kind: Array

    def codes(self, steps: int, kinds: int) -> Array:
        """A number for each that no other span has, (k,) int64."""
        found: Array = ((self.sequence * steps + self.first) * steps + self.last) * kinds + self.kind
        return found


def span_kinds(classes: Sequence[str]) -> tuple[str, ...]:
    """The kinds of spans, in the order of the tags; one without a name where tags are letters alone."""
    found = (_TAG.fullmatch(tag) for tag in classes if tag != "O")
    return tuple(dict.fromkeys(m["kind"] or "" for m in found if m is not None))


def spans_of(tags: Array, classes: tuple[str, ...]) -> Spans:
    """The spans in tags (n, T), class indexes and below 0 where there is no token."""
    begins, ends, kinds = _tables(classes)
    outside = len(classes)  # what stands before a sequence, behind it, and at places without a token
    padded = np.full((len(tags), tags.shape[1] + 2), outside, dtype=np.int64)
    padded[:, 1:-1] = np.where(tags < 0, outside, tags)
    before, after = padded[:, :-1], padded[:, 1:]
    sequence, first = np.nonzero(begins[before, after])
    _, stop = np.nonzero(ends[before, after])
    # Spans don't overlap, so that the n-th beginning and the n-th end are of the same one.
    return Spans(sequence, first, stop - 1, kinds[padded[sequence, first + 1]])


def span_counts(true: Array, chosen: Array, classes: tuple[str, ...]) -> Counts:
    """Spans by kind that are right, that were given, and that there are; from tags (n, T) as in ``spans_of``."""
    kinds, steps = len(span_kinds(classes)), true.shape[1] + 1
    there, given = (spans_of(np.where(true < 0, -1, tags), classes) for tags in (true, chosen))
    both = np.intersect1d(there.codes(steps, kinds), given.codes(steps, kinds), assume_unique=True)
    return Counts(*(np.bincount(part, minlength=kinds) for part in (both % kinds, given.kind, there.kind)))


@cache
def _tables(classes: tuple[str, ...]) -> tuple[Array, Array, Array]:
    """Whether a span begins, and whether one ends, between a tag (row) and the next (column), the last of which is none; and
    the place of each tag's kind."""
    names = span_kinds(classes)
    parts: list[tuple[str, str]] = []
    for tag in (*classes, "O"):
        found = _TAG.fullmatch(tag) if tag != "O" else None
        parts.append(("O", "") if found is None else (_SAME.get(found["prefix"], found["prefix"]), found["kind"] or ""))
    begins = np.array([[_begins(before, tag) for tag in parts] for before in parts])
    ends = np.array([[_ends(before, tag) for tag in parts] for before in parts])
    kinds = np.array([names.index(kind) if prefix != "O" else 0 for prefix, kind in parts], dtype=np.int64)
    return begins, ends, kinds


def _begins(before: tuple[str, str], tag: tuple[str, str]) -> bool:
    if tag[0] == "O":
        return False
    return tag[0] in "BS" or before[0] in "OES" or before[1] != tag[1]


def _ends(before: tuple[str, str], tag: tuple[str, str]) -> bool:
    if before[0] == "O":
        return False
    return before[0] in "ES" or tag[0] in "BSO" or before[1] != tag[1]
