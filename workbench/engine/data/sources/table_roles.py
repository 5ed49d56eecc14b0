"""Columns of a table that are neither learnt from nor predicted: groups, weights, times, and the part a row belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from ...errors import DataError
from ..columns import Looked
from ..dates import read_dates
from ..delimited import LISTED, listed
from ..raw import Array, Notice, RawData, Skipped
from .class_folders import SPLIT_NAMES

SINGLE = frozenset({"group", "weight", "time", "split"})
"""Roles that one column has at most."""

_SINCE_1970 = 946_684_800
"""Seconds from there to where days are counted from."""


def names_parts(column: Looked) -> bool:
    """Whether every value of a column is the name of a part, one of them that of training."""
    if column.numbers is not None or not 2 <= column.distinct <= len(SPLIT_NAMES):
        return False
    found = {SPLIT_NAMES.get(str(v).lower(), "") for v in column.text.drop_nulls().unique().to_list()}
    return "train" in found and len(found) > 1 and "" not in found


def with_roles(raw: RawData, columns: Mapping[str, Looked], lines: Array, rows: Array) -> RawData:
    """The data with the groups, weights, times and parts that its columns tell; a row without a weight is left out.

    Args:
        raw: the data without them; ``raw.columns`` tells the roles.
        columns: the columns of the file by name.
        lines: the line of each row of the file.
        rows: which rows of the file the samples are.

    Raises ``DataError`` for a column whose values can't be what its role says.
    """
    by_role = {c.role: columns[c.name] for c in raw.columns if c.role in SINGLE}
    notices = list(raw.notices)
    if "group" in by_role:
        column = by_role["group"]
        groups, without = _groups(column, rows)
        raw = replace(raw, groups=groups)
        if without:
            which = "1 row has" if without == 1 else f"{without:,} rows have"
            notices.append(
                Notice(
                    "data.groups_missing",
                    f"{which} no value in the group column '{column.name}'; they count as one group.",
                    {"column": column.name, "rows": without},
                )
            )
    if "time" in by_role:
        raw = replace(raw, order=_times(by_role["time"])[rows])
    if "split" in by_role:
        raw = replace(raw, given=_parts(by_role["split"], rows))
    raw = replace(raw, notices=tuple(notices))
    return _weighted(raw, by_role["weight"], lines, rows) if "weight" in by_role else raw


def _groups(column: Looked, rows: Array) -> tuple[Array, int]:
    codes, names = column.as_codes()
    found = codes[rows]
    missing = np.isnan(found)
    return np.where(missing, len(names), found).astype(np.int64), int(missing.sum())


def _times(column: Looked) -> Array:
    """Numbers as they are, dates in seconds; NaN where it is neither."""
    if column.numbers is not None:
        return column.as_numbers()
    dates = read_dates(column.text)
    if dates.count == 0 or dates.count < 0.5 * (len(column.text) - column.missing):
        raise DataError(
            f"The column '{column.name}' holds no times, but {_example(column)}",
            "Times are numbers, or dates such as 2024-01-31, 31/01/2024 and 2024-01-31 18:05:00",
            "Write them so, or give another column the role time",
            code="data.bad_times",
            values={"column": column.name},
        )
    return dates.days * 86_400 + dates.seconds + _SINCE_1970


def _parts(column: Looked, rows: Array) -> dict[str, Array]:
    texts = column.text.to_list()
    strange = [t for t in dict.fromkeys(texts) if t is not None and t.lower() not in SPLIT_NAMES]
    if strange:
        raise DataError(
            f"The column '{column.name}' holds '{strange[0]}', which is not the name of a part",
            f"Known are {', '.join(SPLIT_NAMES)}",
            "Correct it, or give the column another role",
            code="data.bad_parts",
            values={"column": column.name, "value": strange[0]},
        )
    names = [SPLIT_NAMES[t.lower()] if t is not None else None for t in texts]
    found = np.array([names[row] or "" for row in rows.tolist()])
    return {part: np.flatnonzero(found == part).astype(np.int64) for part in dict.fromkeys(SPLIT_NAMES.values())}


def _weighted(raw: RawData, column: Looked, lines: Array, rows: Array) -> RawData:
    weights = column.as_numbers()[rows].astype(np.float32)
    known = ~np.isnan(weights)
    if not known.any():
        raise DataError(
            f"The column '{column.name}' holds no weights, but {_example(column)}",
            "A weight is a number from 0 up that tells how much a row counts in the training loss",
            "Give another column the role weight",
            code="data.bad_weights",
            values={"column": column.name},
        )
    without = lines[rows[~known]]
    left_out = [Skipped(f"line {line:,}", f"Its weight '{column.name}' is missing.") for line in without[:LISTED]]
    raw = replace(raw, weights=weights)
    if not left_out:
        return raw
    return replace(raw.taking(np.flatnonzero(known)), skipped=(*raw.skipped, *listed(left_out, len(without))))


def _example(column: Looked) -> str:
    held = column.text.drop_nulls().head(1).to_list()
    return f"'{held[0]}'" if held else "nothing at all"
