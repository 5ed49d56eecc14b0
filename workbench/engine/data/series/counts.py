"""Counts of rows, steps and windows in sentences: "1 row", "2,000 rows"."""

from __future__ import annotations

from typing import Literal

Counted = Literal["row", "step", "window", "folder"]


def counted(count: int, what: Counted) -> str:
    """A count with its word, in the singular where it is one."""
    return f"1 {what}" if count == 1 else f"{count:,} {what}s"


def counted_between(low: int, high: int, what: Counted) -> str:
    """As ``counted``, "7 to 29 steps" where two counts differ."""
    return counted(high, what) if low == high else f"{low:,} to {high:,} {what}s"
