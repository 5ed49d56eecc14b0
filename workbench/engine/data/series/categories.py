"""Which categories of a windowed table get a channel: those that stand in the training rows."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..raw import Array, Notice, RawData, RawInput

_NAMED = 5


def seen_categories(raw: RawData, train: Array) -> tuple[RawData, tuple[Notice, ...]]:
    """The data without channels of categories that no row of the training windows ``train`` (int64) holds, and a notice for
    each column that has such. Later rows with one are 0 in all channels of their column, as new rows are.
    """
    for name, part in raw.inputs.items():
        if part.windows is None or part.series is None:
            continue
        unseen = _unseen(part, train)
        if not unseen:
            return raw, ()
        left = replace(raw, inputs={**raw.inputs, name: _without(part, unseen)})
        return left, _notices(part, unseen)
    return raw, ()


def _unseen(part: RawInput, train: Array) -> list[int]:
    assert part.windows is not None and part.series is not None
    places = [k for k, channel in enumerate(part.series.channels) if channel.way == "category"]
    if not places:
        return []
    covered = part.windows.covered(train)
    return [k for k in places if not (part.windows.rows[covered, k] > 0).any()]


def _without(part: RawInput, unseen: list[int]) -> RawInput:
    windows, how = part.windows, part.series
    assert windows is not None and how is not None
    kept = [k for k in range(len(how.channels)) if k not in unseen]
    fewer = replace(windows, rows=np.ascontiguousarray(windows.rows[:, kept]))
    return replace(
        part,
        values=fewer.inputs(),
        columns=tuple(part.columns[k] for k in kept),
        series=how.updated(channels=tuple(how.channels[k] for k in kept)),
        windows=fewer,
    )


def _notices(part: RawInput, unseen: list[int]) -> tuple[Notice, ...]:
    assert part.series is not None
    found: dict[str, list[str]] = {}
    for k in unseen:
        channel = part.series.channels[k]
        found.setdefault(channel.column, []).append(channel.category)
    notices = []
    for column, categories in found.items():
        listed = ", ".join(f"'{c}'" for c in categories[:_NAMED]) + (", ..." if len(categories) > _NAMED else "")
        notices.append(
            Notice(
                "data.unseen_categories",
                f"'{column}' holds {listed} in no training row. No input is made of that, as nothing could be learnt about it.",
                {"column": column, "categories": tuple(categories)},
            )
        )
    return tuple(notices)
