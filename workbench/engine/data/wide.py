"""Columns with many categories: codes of their own input, for the network to learn a vector for each."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .cleaning_recipe import CleaningRecipe
from .encoding import MISSING, codes, settings_of, stand_in
from .preprocess import CategoryEncoding, InputPreprocess, TableEncoding
from .raw import Array, RawData, RawInput

WIDE = 20
"""A column with more categories than this in training is wide: a vector says more than so many zeros and ones."""
MOST = 1000
"""Categories of a column that get a vector, at most; the rarest beyond that count as unknown."""
INPUT = "categories"


def apart(raw: RawData, train: Array, cleaning: CleaningRecipe) -> RawData:
    """The data with the columns that the recipe wants as vectors in an input of their own, called "categories"."""
    for name, part in raw.inputs.items():
        if part.kind != "table" or not part.categories or part.ids:
            continue
        wide = [k for k in range(len(part.columns)) if _wanted(part, k, train, cleaning)]
        if not wide:
            continue
        rest = [k for k in range(len(part.columns)) if k not in wide]
        inputs = {n: p for n, p in raw.inputs.items() if n != name}
        found = {name: _columns(part, rest)} if rest else {}
        return replace(raw, inputs={**found, INPUT: replace(_columns(part, wide), ids=True), **inputs})
    return raw


def _wanted(part: RawInput, column: int, train: Array, cleaning: CleaningRecipe) -> bool:
    if not part.categories[column] or part.columns[column] in part.booleans:
        return False
    if cleaning.encoding != "wide" or cleaning.of(part.columns[column]).encoding != "auto":
        return settings_of(part, column, cleaning).encoding == "embedding"
    values = part.values[train, column]
    return len(np.unique(values[~np.isnan(values)])) > WIDE


def _columns(part: RawInput, places: list[int]) -> RawInput:
    names = tuple(part.columns[k] for k in places)
    return replace(
        part,
        values=np.ascontiguousarray(part.values[:, places]),
        columns=names,
        categories=tuple(part.categories[k] for k in places),
        spread=tuple(s for s in part.spread if s.columns[0] in names),
        booleans=tuple(n for n in part.booleans if n in names),
    )


def learn_ids(part: RawInput, train: Array, cleaning: CleaningRecipe) -> InputPreprocess:
    """What the training samples teach about columns of categories that become ids."""
    found = tuple(_category(part, k, part.values[train, k], cleaning) for k in range(len(part.columns)))
    table = TableEncoding(numbers=(), fills=(), categories=found)
    return InputPreprocess(
        kind="tokens", shape=(len(part.columns),), columns=part.columns, table=table, vocabulary=1 + table.width
    )


def _category(part: RawInput, column: int, values: Array, cleaning: CleaningRecipe) -> CategoryEncoding:
    names, how = part.categories[column], settings_of(part, column, cleaning)
    held = values[~np.isnan(values)].astype(np.int64)
    counts = np.bincount(held, minlength=len(names))
    if how.missing in ("mode", "constant"):
        counts[stand_in(names, values, how)] += 1
    kept = np.flatnonzero(counts)
    if len(kept) > MOST:
        kept = np.sort(kept[np.argsort(-counts[kept], kind="stable")][:MOST])
    slots = np.full(len(names), -1, dtype=np.int64)
    slots[kept] = np.arange(len(kept))
    outputs = [names[k] for k in kept]
    missing = -1
    if how.missing in ("mode", "constant"):
        missing = int(slots[stand_in(names, values, how)])
    elif np.isnan(values).any():
        missing = len(outputs)
        outputs.append(MISSING)
    return CategoryEncoding(
        column=column, names=names, slots=tuple(slots.tolist()), missing=missing, outputs=tuple(outputs)
    )


def encode_ids(values: Array, how: TableEncoding) -> Array:
    """Raw codes (N, columns) as ids (N, columns) int64 of one vocabulary: 0 for all that is unknown, then the categories of
    the first column, of the second..."""
    result = np.zeros((len(values), len(how.categories)), dtype=np.int64)
    start = 1
    for place, category in enumerate(how.categories):
        slot = category.table()[codes(values[:, category.column], len(category.names))]
        result[:, place] = np.where(slot < 0, 0, slot + start)
        start += len(category.outputs)
    return result
