"""What the doctor says, as values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

import numpy as np

from ...errors import sentence
from ..raw import Array
from ..recipe import DataRecipe

Severity = Literal["problem", "warning", "hint"]
SEVERITIES: tuple[Severity, ...] = ("problem", "warning", "hint")


def no_samples() -> Array:
    """An empty array of sample indexes."""
    return np.empty(0, dtype=np.int64)


@dataclass(frozen=True)
class Fix:
    """An edit of the recipe that removes a finding."""

    label: str
    edit: Callable[[DataRecipe], DataRecipe]


@dataclass(frozen=True)
class Finding:
    """Something about the data that spoils training or scores, or may.

    Attributes:
        code: stable identifier ("doctor.duplicates_straddle"), for translation, tests and scripts.
        severity: a ``problem`` makes scores or training wrong, a ``warning`` is a likely mistake, a ``hint`` is worth knowing.
        heading: it in a few words.
        what: what is in the data, with the values.
        expected: what that does, or what was expected.
        fix: how to mend it, in words.
        samples: indexes (int64) of the samples it is about; empty where it is about columns, or about all.
        pairs: (n, 2) int64, where it is about samples that belong to each other, such as duplicates.
        columns: names of the columns it is about.
        fixes: edits, each of which removes it.
        values: the values in the text.
        holds: whether it is still true under another recipe that prepares the same data.
    """

    code: str
    severity: Severity
    heading: str
    what: str
    expected: str = ""
    fix: str = ""
    samples: Array = field(default_factory=no_samples)
    pairs: Array = field(default_factory=lambda: np.empty((0, 2), dtype=np.int64))
    columns: tuple[str, ...] = ()
    fixes: tuple[Fix, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)
    holds: Callable[[DataRecipe], bool] = lambda recipe: True

    def __str__(self) -> str:
        return sentence(self.what, self.expected, self.fix)


@dataclass(frozen=True)
class Looked:
    """A check that was made: its title, and what it looked at where that is not all of the data."""

    title: str
    bound: str = ""


@dataclass(frozen=True)
class Diagnosis:
    """What was found in data made by ``recipe``, the gravest first, and what was looked at."""

    found: tuple[Finding, ...]
    looked: tuple[Looked, ...]
    recipe: DataRecipe

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Those that hold under the recipe."""
        return tuple(f for f in self.found if f.holds(self.recipe))

    def under(self, recipe: DataRecipe) -> Diagnosis:
        """The same under another recipe that prepares the same data, such as one with another balance."""
        return replace(self, recipe=recipe)
