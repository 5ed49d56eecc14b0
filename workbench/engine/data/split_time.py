"""Splitting by time: the oldest samples are trained on, those after them choose the weights, the newest are the test."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ..errors import DataError
from .raw import Array, Notice


def draw_by_time(times: Array, sizes: Mapping[str, int], gap: int) -> tuple[Array, list[Notice]]:
    """The part of each sample (n,) int64: 0 train, 1 test, 2 validation, -1 none; and what the user should know.

    Samples of one time stay together, so parts may be somewhat larger or smaller than asked. Those without a time belong to no
    part.

    Args:
        times: time of each sample (n,) float64, NaN where it is not known.
        sizes: samples wanted in "test" and "validation".
        gap: samples left out at the end of a part that a later one follows.

    Raises ``DataError`` where there are too few different times, or the gaps leave a part empty.
    """
    drawn = np.full(len(times), -1, dtype=np.int64)
    known = np.flatnonzero(~np.isnan(times))
    by_time = known[np.argsort(times[known], kind="stable")]
    # Where a new time begins: the only places to cut at.
    bounds = np.flatnonzero(np.diff(times[by_time]) > 0) + 1
    parts = ["train", *(name for name in ("validation", "test") if sizes[name])]
    _check_times(len(bounds) + 1 if len(known) else 0, parts)
    count = len(by_time)
    stop = count
    cuts: dict[str, tuple[int, int]] = {}
    for number, name in enumerate(reversed(parts[1:])):
        before = len(parts) - 2 - number  # parts before this one, beside training
        allowed = bounds[before:][bounds[before:] < stop]
        wanted = stop - sizes[name] * count / len(times)
        start = int(allowed[np.abs(allowed - wanted).argmin()])
        cuts[name] = (start, stop)
        stop = start
    cuts["train"] = (0, stop)
    for code, name in ((0, "train"), (1, "test"), (2, "validation")):
        if name not in cuts:
            continue
        start, stop = cuts[name]
        last = stop if name == parts[-1] else stop - gap
        if last <= start:
            raise _no_room(name, stop - start, gap)
        drawn[by_time[start:last]] = code
    return drawn, _left_out(len(times) - count, gap * (len(parts) - 1))


def _check_times(count: int, parts: list[str]) -> None:
    if count >= len(parts):
        return
    there = "No sample has a time"
    if count:
        there = "All samples have the same time" if count == 1 else f"There are {count} different times"
    raise DataError(
        f"{there}, to be divided into {', '.join(parts)}",
        "Samples of one time stay together, so each part needs a time of its own",
        "Set a share to 0, or choose another column for the time",
        code="data.too_few_times",
        values={"times": count, "parts": parts},
    )


def _no_room(name: str, count: int, gap: int) -> DataError:
    part = "training" if name == "train" else name
    return DataError(
        f"The gap of {gap:,} samples leaves nothing of the {part} part, which has {count:,}",
        "A gap is taken from the end of the part before it",
        f"Set the gap below {count:,}",
        code="data.gap_too_large",
        values={"part": name, "samples": count, "gap": gap},
    )


def _left_out(without: int, gaps: int) -> list[Notice]:
    notices = []
    if without:
        which = "1 sample has" if without == 1 else f"{without:,} samples have"
        notices.append(
            Notice(
                "data.times_missing",
                f"{which} no time, so the split by time leaves them out of every part.",
                {"samples": without},
            )
        )
    if gaps:
        notices.append(
            Notice(
                "data.gaps",
                f"{gaps:,} samples lie in the gaps between the parts and belong to none.",
                {"samples": gaps},
            )
        )
    return notices
