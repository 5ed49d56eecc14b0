"""The columns of a table as people know them: numbers, names, dates and texts, whatever they become for the network."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ...engine.data.prepared import PreparedData
from ...engine.data.raw import RawInput, ShownColumn
from ..widgets.tables import Column

MISSING = "–"


def shown_columns(data: PreparedData, most: int) -> list[tuple[RawInput, ShownColumn]]:
    """The columns of all table inputs with the input that holds them, in the order of the file, at most so many."""
    found = [(part, column) for part in data.raw.inputs.values() if part.kind == "table" for column in part.shown]
    places = {column.name: k for k, column in enumerate(data.raw.columns)}
    return sorted(found, key=lambda entry: places.get(entry[1].name, len(places)))[:most]


def cell(part: RawInput, sample: int, column: ShownColumn) -> float | str:
    """A cell to show: a number, the name of a category, a date or text as it stands, or a dash where it is missing."""
    value = part.shown_cell(sample, column)
    return MISSING if value == "" else value


def cell_columns(data: PreparedData, most: int, samples: NDArray[np.int64] | None = None) -> list[Column]:
    """Table columns over the raw arrays, without a copy; row k shows sample ``samples[k]``, or sample k."""

    def column(part: RawInput, shown: ShownColumn) -> Column:
        place = shown.places[0]
        words = bool(part.categories and part.categories[place])
        return Column(
            shown.name,
            lambda row: cell(part, row if samples is None else int(samples[row]), shown),
            keys=lambda: part.values[:, place] if samples is None else part.values[samples, place],
            numeric=not words and shown.spread is None,
        )

    return [column(part, shown) for part, shown in shown_columns(data, most)]
