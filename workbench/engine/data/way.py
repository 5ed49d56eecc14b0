"""A sample's way through the recipe: what was read, what it became, and what the network is fed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from .apply import transform_inputs
from .encoding import encode
from .prepared import PreparedData
from .preprocess import InputPreprocess
from .raw import Array, RawInput

Happened = Literal["", "filled", "limited", "ranked", "unknown"]


@dataclass(frozen=True)
class InputWay:
    """One number that the network is fed for a row, and how it came about.

    Attributes:
        column: the column of the file that it comes from.
        read: the cell as it was read: a number (NaN where it is missing) or a text (empty where it is missing).
        name: what the number is called ("colour = red", "age is missing").
        encoded: the number before it is scaled.
        fed: the number that the network gets.
        happened: what cleaning did: a gap was ``filled``, an outlier ``limited``, a number put on the scale of its ranks
            (``ranked``); ``unknown`` is a category that the training part has not.
    """

    column: str
    read: float | str
    name: str
    encoded: float
    fed: float
    happened: Happened = ""


@dataclass(frozen=True)
class PictureWay:
    """A picture as it was read, (H, W, C), and as the network is fed, (C, H, W) float32."""

    read: Array
    fed: Array


def way_of_row(data: PreparedData, sample: int, name: str = "") -> tuple[InputWay, ...]:
    """Every number that the network is fed for a row of a table, in its order; the first table unless ``name`` tells."""
    name = name or _first(data, "table")
    part, how = data.raw.inputs[name], data.preprocess.inputs[name]
    raw = part.values[[sample]]
    fed = transform_inputs(raw, how)[0]
    columns = part.columns or tuple(f"x{k + 1}" for k in range(raw.shape[1]))
    if how.table is None:
        return tuple(
            InputWay(columns[k], float(raw[0, k]), columns[k], float(raw[0, k]), float(fed[k])) for k in range(len(fed))
        )
    encoded = encode(raw, how.table)[0]
    shown = {place: column for column in part.shown for place in column.places}
    return tuple(
        InputWay(
            shown[place].name,
            part.shown_cell(sample, shown[place]),
            output,
            float(encoded[k]),
            float(fed[k]),
            _happened(part, how, float(raw[0, place]), place, float(encoded[k])),
        )
        for k, (place, output) in enumerate(zip(_origins(how), how.table.outputs(columns), strict=True))
    )


def way_of_picture(data: PreparedData, sample: int, name: str = "") -> PictureWay:
    """A picture as it was read and as it is fed; the first input of pictures unless ``name`` tells."""
    name = name or _first(data, "image")
    values = data.raw.inputs[name].values[[sample]]
    return PictureWay(values[0], transform_inputs(values, data.preprocess.inputs[name])[0])


def _first(data: PreparedData, kind: str) -> str:
    return next(name for name, part in data.raw.inputs.items() if part.kind == kind)


def _origins(how: InputPreprocess) -> list[int]:
    """The place of the raw column that each number comes from."""
    assert how.table is not None
    table = how.table
    return [
        *table.numbers,
        *table.indicators,
        *(rule.column for rule in table.flags),
        *(c.column for c in table.categories for _ in c.outputs),
    ]


def _happened(part: RawInput, how: InputPreprocess, raw: float, place: int, encoded: float) -> Happened:
    assert how.table is not None
    category = next((c for c in how.table.categories if c.column == place), None)
    if category is not None:
        known = (
            np.isnan(raw) or raw == category.base or (0 <= raw < len(category.slots) and category.slots[int(raw)] >= 0)
        )
        return "" if known else "unknown"
    if np.isnan(raw):
        return "filled"
    if any(line.column == place for line in how.table.warps):
        return "ranked"
    limited = any(rule.column == place and not rule.flag for rule in how.table.outliers)
    return "limited" if limited and np.float32(encoded) != np.float32(raw) else ""
