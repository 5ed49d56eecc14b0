"""What was left out of data, by its reasons: a thousand lines that lack their target are one thing to be told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .raw import Skipped


@dataclass(frozen=True)
class LeftOut:
    """Items left out for the same reason; ``count`` also counts those of which only the number is known."""

    reason: str
    items: tuple[str, ...]
    count: int

    def names(self, most: int) -> str:
        """The first items by name, and how many more there are."""
        named, rest = ", ".join(self.items[:most]), self.rest(most)
        return f"{named} and {rest:,} more" if rest else named

    def rest(self, most: int) -> int:
        """How many are left when the first ``most`` items are named."""
        return self.count - sum(_amount(item) for item in self.items[:most])


def by_reason(skipped: Sequence[Skipped]) -> tuple[LeftOut, ...]:
    """What was left out, in the order in which the reasons come up."""
    items: dict[str, list[str]] = {}
    counts: dict[str, int] = {}
    last = ""
    for entry in skipped:
        more = re.fullmatch(r"([\d,]+) more lines", entry.item)
        if more is not None and last:
            counts[last] += int(more[1].replace(",", ""))
            continue
        last = entry.reason
        items.setdefault(last, []).append(entry.item)
        counts[last] = counts.get(last, 0) + _amount(entry.item)
    return tuple(LeftOut(reason, tuple(names), counts[reason]) for reason, names in items.items())


def _amount(item: str) -> int:
    """How many things an entry stands for: 2,043 for "2,043 windows"."""
    several = re.fullmatch(r"([\d,]+) (windows|rows|lines|samples)", item)
    return int(several[1].replace(",", "")) if several is not None else 1


def left_out_count(skipped: Sequence[Skipped]) -> int:
    """How many items were left out."""
    return sum(entry.count for entry in by_reason(skipped))
