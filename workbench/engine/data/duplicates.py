"""The same content in more than one part of a split: a score there is better than it should be."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from .prepared import SPLITS, SplitName
from .raw import Array, Notice, RawData

SHOWN = 1
"""Pairs named in the sentence."""


def straddling(raw: RawData, parts: Mapping[SplitName, Array]) -> list[Notice]:
    """A notice when samples of validation or test have the same content as samples of a part that comes before it.

    Args:
        raw: the data; without ``contents`` nothing is looked for.
        parts: sample indexes of each split.
    """
    if raw.contents is None:
        return []
    seen: dict[int, tuple[SplitName, int]] = {}
    found: list[tuple[SplitName, int, SplitName, int]] = []
    for part in SPLITS:
        indexes = parts[part]
        contents = raw.contents[indexes]
        known = np.array(sorted(seen), dtype=np.int64)
        for place in np.flatnonzero(np.isin(contents, known)).tolist():
            before, twin = seen[int(contents[place])]
            found.append((part, int(indexes[place]), before, twin))
        distinct, first = np.unique(contents, return_index=True)
        for content, place in zip(distinct.tolist(), first.tolist(), strict=True):
            seen.setdefault(content, (part, int(indexes[place])))
    if not found:
        return []
    words = {"train": "training"}
    pairs = [
        f"'{_name(raw, sample)}' ({words.get(part, part)}) = '{_name(raw, twin)}' ({words.get(before, before)})"
        for part, sample, before, twin in found[:SHOWN]
    ]
    more = f", and {len(found) - SHOWN:,} more" if len(found) > SHOWN else ""
    count = "1 held-out sample is" if len(found) == 1 else f"{len(found):,} held-out samples are"
    return [
        Notice(
            "data.duplicates_straddle",
            f"{count} exactly the same as one in another part, so scores will look better than they are: "
            f"{', '.join(pairs)}{more}.",
            {"count": len(found), "samples": [sample for _, sample, _, _ in found]},
        )
    ]


def _name(raw: RawData, sample: int) -> str:
    return raw.names[sample] if len(raw.names) else f"sample {sample}"
