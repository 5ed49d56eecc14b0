"""What a network answered on a whole split, as metrics take it. No torch."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ...data.raw import Array


class Undefined(Exception):
    """A metric has no value here; the text says why, in a sentence without a full stop."""


@dataclass(frozen=True)
class Counts:
    """Samples by class, each (C,) int64: ``hits`` were rightly taken for it, ``given`` taken for it, ``true`` are of it."""

    hits: Array
    given: Array
    true: Array

    @property
    def present(self) -> Array:
        """Which classes some sample is of, (C,) bool."""
        return np.greater(self.true, 0)

    @property
    def precision(self) -> Array:
        """Share of those taken for a class that are of it, (C,); 0 where none was."""
        return _shares(self.hits, self.given)

    @property
    def recall(self) -> Array:
        """Share of a class that was taken for it, (C,); 0 where there is none."""
        return _shares(self.hits, self.true)

    @property
    def f1(self) -> Array:
        """Harmonic mean of both, (C,); 0 where none is right."""
        return _shares(2 * self.hits, self.given + self.true)


def _shares(parts: Array, wholes: Array) -> Array:
    shares: Array = parts / np.maximum(1, wholes)
    return shares


@dataclass(frozen=True)
class ClassAnswers:
    """One class for each sample.

    Attributes:
        true, chosen: (n,) int64 class indexes.
        classes: how many there are.
        scores: what speaks for each class, (n, C) float64; None where only ``chosen`` was kept.
        surprise: -log of the probability given to the true class, (n,) float64; None where there are no probabilities.
    """

    true: Array
    chosen: Array
    classes: int
    scores: Array | None = None
    surprise: Array | None = None

    @cached_property
    def counts(self) -> Counts:
        """Samples by class."""
        right = self.true[self.true == self.chosen]
        return Counts(*(np.bincount(part, minlength=self.classes) for part in (right, self.chosen, self.true)))


@dataclass(frozen=True)
class LabelAnswers:
    """Any number of labels for each sample.

    Attributes:
        true: (n, labels) bool, what each sample has.
        given: (n, labels) bool, what it was given.
        scores: what speaks for each label, (n, labels) float64, of any scale.
        surprise: -log of the probability given to the truth about each label, (n, labels) float64.
    """

    true: Array
    given: Array
    scores: Array | None = None
    surprise: Array | None = None

    @cached_property
    def counts(self) -> Counts:
        """Samples by label."""
        return Counts(*(part.sum(axis=0) for part in (self.true & self.given, self.given, self.true)))


@dataclass(frozen=True)
class NumberAnswers:
    """Numbers for each sample, (n, width) float64 in the data's units."""

    true: Array
    predicted: Array

    @cached_property
    def errors(self) -> Array:
        """Predicted less true, (n, width)."""
        return self.predicted - self.true


@dataclass(frozen=True)
class TagAnswers:
    """One tag for each token of each sequence.

    Attributes:
        true: (n, T) int64 class indexes, below 0 where there is no token.
        chosen: (n, T) int64; what stands where there is no token does not matter.
        classes: the tags.
    """

    true: Array
    chosen: Array
    classes: tuple[str, ...]

    @cached_property
    def tokens(self) -> ClassAnswers:
        """All tokens as samples of one class each."""
        real = self.true >= 0
        return ClassAnswers(self.true[real], self.chosen[real], len(self.classes))

    @cached_property
    def right(self) -> Array:
        """Whether every tag of a sequence is right, (n,) bool."""
        found: Array = ((self.true == self.chosen) | (self.true < 0)).all(axis=1)
        return found


Answers = ClassAnswers | LabelAnswers | NumberAnswers | TagAnswers
