"""Columns of a table as numbers: gaps filled, outliers held back, categories as columns; learnt from the training split only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from ..errors import DataError
from .cleaning_recipe import CleaningRecipe, ColumnCleaning, Scaling
from .delimited import is_number
from .neighbours import fill_from_neighbours, learn_neighbours
from .preprocess import CategoryEncoding, InputPreprocess, OutlierRule, TableEncoding
from .raw import Array, RawInput
from .scaling import column_scale, learn_warp, warp

OTHER, MISSING = "other", "missing"

QUARTILES, PERCENT = 3.0, 1.0
"""How far limits lie beyond the quartiles, in their distance, and how many percent lie beyond the others."""


def settings_of(part: RawInput, column: int, cleaning: CleaningRecipe, scaling: Scaling = "auto") -> ColumnCleaning:
    """What is done about a raw column, "auto" nowhere left but in ``scaling``."""
    name = part.columns[column]
    how = next((s for s in part.spread if name in s.columns), None)
    said = cleaning.of(how.column if how is not None else name)
    words, boolean = bool(part.categories and part.categories[column]), name in part.booleans
    found: dict[str, str] = {
        "missing": said.missing,
        "outliers": said.outliers,
        "scaling": said.scaling,
        "encoding": said.encoding,
    }
    if said.missing == "auto" or (said.missing == "constant" and not said.constant.strip()):
        found["missing"] = "category" if words else cleaning.missing
        if words and cleaning.missing == "mode":
            found["missing"] = "mode"
    if words and found["missing"] not in ("category", "mode", "constant", "drop"):
        found["missing"] = "category"
    if not words and found["missing"] == "category":
        found["missing"] = "median"
    if how is not None and how.type == "text" and found["missing"] != "drop":
        found["missing"] = "zero"
    if said.outliers == "auto":
        found["outliers"] = cleaning.outliers
    if words or how is not None:
        found["outliers"] = "none"
    if said.scaling == "auto":
        found["scaling"] = scaling
    if boolean:
        found["encoding"] = "one_hot"
    elif said.encoding == "auto":
        # Which columns are wide is told by the training rows; those that are stand in an input of their own.
        found["encoding"] = "one_hot" if cleaning.encoding == "wide" else cleaning.encoding
    marked = said.indicator if said.indicator != "auto" else "yes" if cleaning.indicator else "no"
    return said.updated(**found, indicator=marked)


def column_error(part: RawInput, train: Array, said: ColumnCleaning) -> DataError | None:
    """What is wrong with what is said about a column of a table, such as an order that lacks a category; None where nothing is."""
    column = next((c for c in part.shown if c.name == said.name), None)
    if column is None:
        return None
    at = list(column.places[:1])
    names = tuple(part.columns[k] for k in at)
    alone = replace(part, values=part.values[:, at], columns=names, categories=tuple(part.categories[k] for k in at))
    try:
        learn_encoding(alone, train, CleaningRecipe(columns=(said.updated(scaling="none", outliers="none"),)), "none")
    except DataError as error:
        return error
    return None


def learn_encoding(part: RawInput, train: Array, cleaning: CleaningRecipe, scaling: Scaling = "auto") -> TableEncoding:
    """What the training samples ``train`` teach about the columns of a table; not yet the scale of filled numbers."""
    named = part.categories or ((),) * part.values.shape[1]
    numbers = tuple(k for k, names in enumerate(named) if not names)
    settings = {k: settings_of(part, k, cleaning, scaling) for k in range(len(named))}
    fills: list[float | None] = []
    gaps, rules = [], []
    for k in numbers:
        values = part.values[train, k]
        missing = np.isnan(values)
        held = values[~missing]
        rule = _limits(k, held, settings[k].outliers, cleaning.limits)
        if rule is not None:
            rules.append(rule)
            held = held if rule.flag else np.clip(held, np.float32(rule.low), np.float32(rule.high))
        fills.append(_fill(held, settings[k]))
        if settings[k].indicator == "yes" and settings[k].missing != "drop" and missing.any():
            gaps.append(k)
    similar = tuple(k for k in numbers if settings[k].missing == "nearest")
    categories = tuple(
        _category_of(part, k, part.values[train, k], settings[k], cleaning.most_categories)
        for k, names in enumerate(named)
        if names
    )
    return TableEncoding(
        numbers=numbers,
        fills=tuple(fills),
        indicators=tuple(gaps),
        categories=categories,
        outliers=tuple(rules),
        neighbours=learn_neighbours(part.values[train], numbers, similar) if similar else None,
    )


def _fill(values: Array, how: ColumnCleaning) -> float | None:
    """What stands for a missing number; None where rows without it are left out."""
    if how.missing == "drop":
        return None
    if how.missing == "constant":
        if not is_number(how.constant) or not np.isfinite(np.float32(how.constant)):
            raise DataError(
                f"'{how.constant}' is to stand for a missing number in '{how.name}', and is none",
                "Numbers are written like 3.5 or -1e-3",
                "Correct it in the column's settings (Data stage, Roles)",
                code="data.bad_constant",
                values={"column": how.name, "value": how.constant},
            )
        return float(np.float32(how.constant))
    if how.missing == "zero" or len(values) == 0:
        return 0.0
    if how.missing == "mode":
        distinct, counts = np.unique(values, return_counts=True)
        return float(distinct[counts.argmax()])
    found = values.mean(dtype=np.float64) if how.missing == "mean" else np.median(values)
    return float(np.float32(found))


def _limits(column: int, values: Array, what: str, limits: str) -> OutlierRule | None:
    if what == "none" or len(values) < 4:
        return None
    wide = values.astype(np.float64)
    if limits == "percentiles":
        low, high = np.quantile(wide, [PERCENT / 100, 1 - PERCENT / 100])
    else:
        first, third = np.quantile(wide, [0.25, 0.75])
        low, high = first - QUARTILES * (third - first), third + QUARTILES * (third - first)
        if first == third:  # more than half of the rows agree: everything else would count as an outlier
            return None
    return OutlierRule(column=column, low=float(np.float32(low)), high=float(np.float32(high)), flag=what == "flag")


def _category_of(part: RawInput, column: int, values: Array, how: ColumnCleaning, most: int) -> CategoryEncoding:
    names = part.categories[column]
    if how.missing in ("mode", "constant"):
        values = np.where(np.isnan(values), np.float32(stand_in(names, values, how)), values)
    if how.encoding == "ordinal":
        found = _ordinal(column, names, values, how)
    elif part.columns[column] in part.booleans:
        found = _boolean(column, names, values)
    else:
        found = _category(column, names, values, most)
    if how.missing in ("mode", "constant") and not found.ordinal:
        found = found.updated(missing=found.slots[stand_in(names, values, how)])
    elif found.ordinal and how.missing in ("mode", "constant"):
        found = found.updated(missing=max(0, found.slots[stand_in(names, values, how)]))
    return found


def stand_in(names: tuple[str, ...], values: Array, how: ColumnCleaning) -> int:
    """The code of what stands for a missing category."""
    if how.missing == "constant":
        if how.constant not in names:
            raise DataError(
                f"'{how.constant}' is to stand for a missing category in '{how.name}', which has none of that name",
                f"Its categories are {', '.join(names[:12])}",
                "Correct it in the column's settings (Data stage, Roles)",
                code="data.bad_constant",
                values={"column": how.name, "value": how.constant},
            )
        return names.index(how.constant)
    held = values[~np.isnan(values)].astype(np.int64)
    return int(np.bincount(held, minlength=len(names)).argmax()) if len(held) else 0


def _ordinal(column: int, names: tuple[str, ...], values: Array, how: ColumnCleaning) -> CategoryEncoding:
    held = values[~np.isnan(values)].astype(np.int64)
    seen = np.bincount(held, minlength=len(names)) > 0
    slots = np.full(len(names), -1, dtype=np.int64)
    if how.names_in_order:
        given = {name: place for place, name in enumerate(how.names_in_order)}
        slots = np.array([given.get(name, -1) for name in names], dtype=np.int64)
        unknown = [name for k, name in enumerate(names) if seen[k] and slots[k] < 0]
        if unknown:
            raise DataError(
                f"The order of '{how.name}' does not say where '{unknown[0]}' stands",
                f"Its categories are {', '.join(names[:12])}",
                "Name all of them in the column's settings (Data stage, Roles), between commas",
                code="data.bad_order",
                values={"column": how.name, "category": unknown[0]},
            )
    else:
        slots[seen] = np.arange(int(seen.sum()))
    places = slots[held]
    middle = int(np.median(places)) if len(places) else 0
    return CategoryEncoding(
        column=column, names=names, slots=tuple(slots.tolist()), missing=middle, outputs=("place",), ordinal=True
    )


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


def _boolean(column: int, names: tuple[str, ...], values: Array) -> CategoryEncoding:
    """A no is 0 and a yes 1."""
    gaps = bool(np.isnan(values).any())
    outputs = (names[1], MISSING) if gaps else (names[1],)
    return CategoryEncoding(
        column=column, names=names, slots=(-1, 0), missing=1 if gaps else -1, outputs=outputs, base=0
    )


def encode(values: Array, how: TableEncoding) -> Array:
    """Raw rows (N, columns) as what is scaled: new float32 (N, width), see ``TableEncoding`` for the order."""
    result = np.empty((len(values), how.width), dtype=np.float32)
    raw = values
    if how.neighbours is not None:
        values = fill_from_neighbours(values, how.neighbours)
    start = len(how.numbers)
    result[:, :start] = values[:, how.numbers]
    place_of = {column: place for place, column in enumerate(how.numbers)}
    for rule in how.outliers:
        if not rule.flag:
            column = result[:, place_of[rule.column]]
            np.copyto(column, np.float32(rule.low), where=column < np.float32(rule.low))
            np.copyto(column, np.float32(rule.high), where=column > np.float32(rule.high))
    fills = np.array([np.nan if f is None else f for f in how.fills], dtype=np.float32)
    np.copyto(result[:, :start], fills, where=np.isnan(result[:, :start]))
    for line in how.warps:
        place = place_of[line.column]
        result[:, place] = warp(result[:, place], line)
    stop = start + len(how.indicators)
    result[:, start:stop] = np.isnan(raw[:, how.indicators])
    for rule in how.flags:
        column = raw[:, rule.column]
        result[:, stop] = (column < np.float32(rule.low)) | (column > np.float32(rule.high))
        stop += 1
    for category in how.categories:
        start, stop = stop, stop + len(category.outputs)
        slot = category.table()[codes(raw[:, category.column], len(category.names))]
        result[:, start:stop] = slot[:, None] if category.ordinal else slot[:, None] == np.arange(stop - start)
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
    scaling: Scaling,
    scales: Callable[[Array], tuple[Array, Array]],
) -> InputPreprocess:
    """What the training samples teach about a table with categories or gaps.

    ``scales`` gives offset and scale of filled numbers (n, columns) in the way of ``scaling``; ones and zeros stay as they are.
    """
    how = learn_encoding(part, train, cleaning, scaling)
    offset, scale = np.zeros(how.width), np.ones(how.width)
    numbers = len(how.numbers)
    # Zeros and ones of categories and marks have no scale, and would take memory.
    ordered = tuple(c for c in how.categories if c.ordinal)
    limits = tuple(rule for rule in how.outliers if not rule.flag)
    encoded = encode(part.values[train], how.updated(indicators=(), categories=ordered, outliers=limits))
    if numbers:
        offset[:numbers], scale[:numbers] = scales(encoded[:, :numbers])
    warps = []
    for place, column in enumerate(how.numbers):
        kind = settings_of(part, column, cleaning, scaling).scaling
        if kind in ("quantile", "normal"):
            line = learn_warp(column, encoded[:, place], kind)
            warps += [line] if line is not None else []
            offset[place], scale[place] = (0.0, 1.0) if line is not None else (float(encoded[0, place]), 1.0)
        elif kind != scaling or kind == "robust":
            offset[place], scale[place] = column_scale(encoded[:, place], kind)
    start, at = how.width - sum(len(c.outputs) for c in how.categories), numbers
    for category in how.categories:
        if category.ordinal:
            kind = settings_of(part, category.column, cleaning, scaling).scaling
            kind = "standard" if kind in ("quantile", "normal") else kind
            offset[start], scale[start] = column_scale(encoded[:, at], kind)
            at += 1
        start += len(category.outputs)
    return InputPreprocess(
        kind="table",
        shape=(how.width,),
        offset=tuple(float(v) for v in offset.astype(np.float32)),
        scale=tuple(float(v) for v in scale.astype(np.float32)),
        columns=part.columns,
        table=how.updated(warps=tuple(warps)),
        spread=part.spread,
    )
