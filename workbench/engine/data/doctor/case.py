"""What the checks look at: prepared data, its recipe, and what several checks need."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np

from ..identity import groups_of_equal, input_hashes, sample_keys, sample_size
from ..prepared import SPLITS, PreparedData
from ..raw import Array, RawInput, RawTarget
from ..recipe import DataRecipe
from ..sources.table import TableSource
from .finding import Fix

MOST_VALUES = 4_000_000_000
"""Numbers looked at of one input at most; of more data, samples evenly spread over it."""
MOST_ROWS = 200_000
"""Rows whose columns are measured, at most: more say nothing new about a column."""
MOST_EXCLUDED = 20_000
"""Samples that a fix leaves out by name, at most: they stand in the project file."""

_WORDS = {"image": ("picture", "pictures"), "table": ("row", "rows"), "series": ("series", "series")}
_PARTS = {"train": "training", "validation": "validation", "test": "test"}


class Case:
    """One set of data under examination.

    Args:
        data: the data.
        recipe: what it was made by.
        tick: called with the share done of the check at hand; may raise ``Cancelled``.
    """

    def __init__(self, data: PreparedData, recipe: DataRecipe, tick: Callable[[float], None]) -> None:
        self.data, self.recipe, self.tick = data, recipe, tick
        self.raw = data.raw
        self.part: RawInput = next(iter(data.raw.inputs.values()))
        self.target: RawTarget = next(iter(data.raw.targets.values()))
        self.total = len(self.target.values)

    @cached_property
    def every(self) -> Array:
        """Sorted indexes of the samples that are in a part."""
        return np.sort(np.concatenate([self.data.splits[name] for name in SPLITS]))

    @cached_property
    def samples(self) -> Array:
        """Those of ``every`` that are looked at: all, but for very large data."""
        size = sum(sample_size(part) for part in self.raw.inputs.values())
        return spread(self.every, max(1, MOST_VALUES // max(1, size)))

    @cached_property
    def rows(self) -> Array:
        """Training samples by which columns are measured."""
        return spread(self.data.splits["train"], MOST_ROWS)

    @cached_property
    def split_of(self) -> Array:
        """(N,) int8: the place in ``SPLITS`` of each sample's part, -1 for those that are left out."""
        found = np.full(self.total, -1, dtype=np.int8)
        for place, name in enumerate(SPLITS):
            found[self.data.splits[name]] = place
        return found

    @cached_property
    def equal(self) -> tuple[Array, Array]:
        """Samples that hold the same as another one, and the number of the group of each, group by group."""
        places, group = groups_of_equal(input_hashes(self.raw, self.samples, self.tick))
        return self.samples[places], group

    @property
    def bound(self) -> str:
        """What was looked at where that is not everything."""
        seen, of = len(self.samples), len(self.every)
        return "" if seen == of else f"{seen:,} of {of:,} samples"

    @property
    def classes(self) -> bool:
        """Whether each sample has one class."""
        return self.target.task == "classification"

    def count(self, number: int) -> str:
        """A number of samples in words: "3 rows"."""
        one, several = _WORDS.get(self.part.kind, ("text", "texts"))
        return f"1 {one}" if number == 1 else f"{number:,} {several}"

    def name(self, sample: int) -> str:
        """What a sample is called: its file, or its number."""
        return f"'{self.raw.names[sample]}'" if len(self.raw.names) else f"{sample:,}"

    def name_in_part(self, sample: int) -> str:
        """A sample's name and part: "12 (test)"."""
        return f"{self.name(sample)} ({_PARTS[SPLITS[int(self.split_of[sample])]]})"

    def columns(self) -> list[tuple[str, Array, tuple[str, ...]]]:
        """Name, values of ``rows`` and category names (empty for numbers) of each column of a table.

        Dates and texts, which become several columns of numbers, are left out.
        """
        return [
            (
                self.column_name(k),
                self.part.values[self.rows, k],
                self.part.categories[k] if self.part.categories else (),
            )
            for k in self.places
        ]

    @cached_property
    def places(self) -> tuple[int, ...]:
        """Places of the raw columns that are columns of the table as they are."""
        part = self.part
        if part.kind != "table":
            return ()
        apart = {name for how in part.spread for name in how.columns}
        return tuple(k for k in range(part.values.shape[1]) if self.column_name(k) not in apart)

    def column_name(self, place: int) -> str:
        """What a raw column is called."""
        return self.part.columns[place] if self.part.columns else f"x{place + 1}"

    def excluding(self, label: str, samples: Array) -> tuple[Fix, ...]:
        """A fix that leaves samples out; none where they are too many, or nothing would be left."""
        if not 0 < len(samples) <= MOST_EXCLUDED or len(samples) >= len(self.every):
            return ()
        keys = sample_keys(self.raw, samples)

        def edit(recipe: DataRecipe) -> DataRecipe:
            return recipe.updated(excluded=tuple(dict.fromkeys((*recipe.excluded, *keys))))

        return (Fix(label, edit),)

    def ignoring(self, columns: Sequence[str]) -> tuple[Fix, ...]:
        """A fix that ignores columns, where the source lets the user choose and others are left to learn from."""
        features = {c.name for c in self.raw.columns if c.role == "feature"}
        file_columns = {name: how.column for how in self.part.spread for name in how.columns}
        columns = list(dict.fromkeys(file_columns.get(name, name) for name in columns))
        known = bool(columns) and features.issuperset(columns) and len(features) > len(columns)
        if not isinstance(self.recipe.source, TableSource) or not known:
            return ()

        def edit(recipe: DataRecipe) -> DataRecipe:
            source = recipe.source
            if not isinstance(source, TableSource):
                return recipe
            for name in columns:
                source = source.with_column(name, role="ignore")
            return recipe.updated(source=source)

        if len(columns) == 1:
            return (Fix(f"Ignore {columns[0]}", edit),)
        return (Fix(f"Ignore {len(columns)} columns", edit),)

    def keep_one(self, group: Array, samples: Array) -> Array:
        """Of samples in groups, all but one of each: what stays is from the test part if one is there, else validation."""
        rank = np.lexsort((samples, -self.split_of[samples].astype(np.int64), group))
        first = np.concatenate([[True], np.diff(group[rank]) != 0]) if len(rank) else np.empty(0, dtype=bool)
        return np.sort(samples[rank[~first]])


def spread(indexes: Array, most: int) -> Array:
    """At most so many of the indexes, evenly spread over them."""
    if len(indexes) <= most:
        return indexes
    return indexes[np.linspace(0, len(indexes) - 1, most).astype(np.int64)]


def listed(names: Sequence[str], most: int = 4) -> str:
    """Names in quotes, the first few: "'a', 'b' and 3 more"."""
    shown = ", ".join(f"'{n}'" for n in names[:most])
    return shown if len(names) <= most else f"{shown} and {len(names) - most} more"
