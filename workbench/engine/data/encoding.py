"""Columns of a table as numbers: gaps filled, categories as one-hot columns; learnt from the training split only."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ..errors import DataError
from .preprocess import CategoryEncoding, InputPreprocess, TableEncoding
from .raw import Array, RawInput
from .recipe import CleaningRecipe

OTHER, MISSING = "other", "missing"


def learn_encoding(part: RawInput, train: Array, cleaning: CleaningRecipe) -> TableEncoding:
    """What the training samples ``train`` teach about the columns of a table."""
    numbers = tuple(k for k, names in enumerate(part.categories) if not names)
    fills: list[float | None] = []
    gaps = []
    for k in numbers:
        values = part.values[train, k]
        missing = np.isnan(values)
        fills.append(_fill(values[~missing], cleaning.missing))
        if cleaning.indicator and cleaning.missing != "drop" and missing.any():
            gaps.append(k)
    categories = tuple(
        (_boolean if part.columns[k] in part.booleans else _category)(
            k, names, part.values[train, k], cleaning.most_categories
        )
        for k, names in enumerate(part.categories)
        if names
    )
    return TableEncoding(numbers=numbers, fills=tuple(fills), indicators=tuple(gaps), categories=categories)


def _fill(values: Array, how: str) -> float | None:
    """What stands for a missing number; None where rows without it are left out."""
    if how == "drop":
        return None
    if how == "zero" or len(values) == 0:
        return 0.0
    found = np.median(values) if how == "median" else values.mean(dtype=np.float64)
    return float(np.float32(found))


def _category(column: int, names: tuple[str, ...], values: Array, most: int) -> CategoryEncoding:
    missing = np.isnan(values)
    counts = np.bincount(values[~missing].astype(np.int64), minlength=len(names))
    seen = np.flatnonzero(counts)
    # Frequent ones keep a column of their own; among equals the earlier.
    kept = seen if len(seen) <= most else np.sort(seen[np.argsort(-counts[seen], kind="stable")][: most - 1])
    slots = np.full(len(names), -1, dtype=np.int64)
    slots[kept] = np.arange(len(kept))
    outputs = [names[k] for k in kept]
    if len(kept) < len(seen):
        slots[np.setdiff1d(seen, kept)] = len(outputs)
        outputs.append(OTHER)
    place = -1
    if missing.any():
        place = len(outputs)
        outputs.append(MISSING)
    return CategoryEncoding(
        column=column, names=names, slots=tuple(slots.tolist()), missing=place, outputs=tuple(outputs)
    )


def _boolean(column: int, names: tuple[str, ...], values: Array, most: int) -> CategoryEncoding:
    """A no is 0 and a yes 1."""
    gaps = bool(np.isnan(values).any())
    outputs = (names[1], MISSING) if gaps else (names[1],)
    return CategoryEncoding(
        column=column, names=names, slots=(-1, 0), missing=1 if gaps else -1, outputs=outputs, base=0
    )


def encode(values: Array, how: TableEncoding) -> Array:
    """Raw rows (N, columns) as what is scaled: new float32 (N, width), see ``TableEncoding`` for the order."""
    result = np.empty((len(values), how.width), dtype=np.float32)
    numbers = values[:, how.numbers]
    fills = np.array([np.nan if f is None else f for f in how.fills], dtype=np.float32)
    start = len(how.numbers)
    result[:, :start] = np.where(np.isnan(numbers), fills, numbers)
    stop = start + len(how.indicators)
    result[:, start:stop] = np.isnan(values[:, how.indicators])
    for category in how.categories:
        start, stop = stop, stop + len(category.outputs)
        slot = category.table()[codes(values[:, category.column], len(category.names))]
        result[:, start:stop] = slot[:, None] == np.arange(stop - start)
    return result


def codes(values: Array, count: int) -> Array:
    """Codes (N,) as places in ``CategoryEncoding.table``: ``count`` for a missing value, ``count + 1`` for an unknown one."""
    missing = np.isnan(values)
    whole = np.where(missing, np.float32(count), values)
    known = (whole >= 0) & (whole < count)
    return np.where(missing, count, np.where(known, whole, count + 1)).astype(np.int64)


def as_learnt(part: RawInput, how: InputPreprocess | None, indexes: Array) -> Array:
    """The samples ``indexes`` of an input with the codes that ``how`` knows: a changed file may number categories anew.

    Raises ``DataError`` where a table has other columns, or numbers where categories were.
    """
    values = part.values[indexes]
    if how is None or how.table is None:
        return values
    named = {category.column: category.names for category in how.table.categories}
    kinds = [bool(names) for names in part.categories] or [False] * len(part.columns)
    if part.columns != how.columns or kinds != [k in named for k in range(len(how.columns))]:
        raise DataError(
            "The table has other columns, or other types of columns, than the run was trained with",
            f"It was trained with {', '.join(how.columns[:20])}",
            "Bring the data back as it was, or train again",
            code="data.other_columns",
        )
    for column, names in named.items():
        if part.categories[column] != names:
            places = {name: code for code, name in enumerate(names)}
            codes = np.array([*(places.get(name, -1) for name in part.categories[column]), np.nan], dtype=np.float32)
            old = values[:, column]
            values[:, column] = codes[np.where(np.isnan(old), len(codes) - 1, old).astype(np.int64)]
    return values


def scaled_table(
    part: RawInput,
    train: Array,
    cleaning: CleaningRecipe,
    scales: Callable[[Array], tuple[Array, Array]],
) -> InputPreprocess:
    """What the training samples teach about a table with categories or gaps.

    ``scales`` gives offset and scale of the filled numbers (n, numbers); ones and zeros stay as they are.
    """
    how = learn_encoding(part, train, cleaning)
    offset, scale = np.zeros(how.width), np.ones(how.width)
    count = len(how.numbers)
    if count:
        filled = encode(part.values[train], how.updated(indicators=(), categories=()))
        offset[:count], scale[:count] = scales(filled)
    return InputPreprocess(
        kind="table",
        shape=(how.width,),
        offset=tuple(float(v) for v in offset.astype(np.float32)),
        scale=tuple(float(v) for v in scale.astype(np.float32)),
        columns=part.columns,
        table=how,
        spread=part.spread,
    )
