"""Speeds as ratios against a peer: contenders take turns, and a ratio is formed inside each turn.

A machine that others use too is now quick, now slow: two figures taken minutes apart say little, and even a program against
itself may differ by a third. Turns are short and in varying order, so that what slows one contender down slows its
neighbours too, and the median over many turns with its interval says what is known.
"""

from __future__ import annotations

import math
import random
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

REACHED = 0.98
"""A goal of 1.0 counts as met when the interval reaches this."""


@dataclass(frozen=True)
class Ratio:
    """The median of ratios of rates, with its 95 % interval."""

    median: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.median:.3f} [{self.low:.3f}, {self.high:.3f}]"


def median(values: Sequence[float]) -> float:
    """The middle value, or the mean of the two in the middle."""
    ordered, count = sorted(values), len(values)
    return (ordered[(count - 1) // 2] + ordered[count // 2]) / 2


def median_interval(values: Sequence[float], confidence: float = 0.95) -> tuple[float, float]:
    """The interval between two order statistics that holds the median with at least ``confidence``.

    Free of assumptions on the distribution: the number of values below the median is binomial. With fewer than six values
    no interval reaches 95 %; then it is their range.
    """
    ordered, count = sorted(values), len(values)
    tail, rank = 0.0, 0
    for k in range(count // 2):
        tail += math.comb(count, k) / 2**count
        if tail > (1 - confidence) / 2:
            break
        rank = k + 1
    rank = max(rank, 1)
    return ordered[rank - 1], ordered[count - rank]


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> Ratio:
    """Rates of two contenders, turn by turn -> how many times the peer's rate ours is."""
    ratios = [a / b for a, b in zip(ours, theirs, strict=True)]
    return Ratio(median(ratios), *median_interval(ratios))


def take_turns(
    contenders: Mapping[str, Callable[[], float]], turns: int, *, seed: int = 0, warm_up: int = 1
) -> dict[str, list[float]]:
    """Runs every contender once a turn, in an order drawn anew each turn; returns what each returned (a rate)."""
    order = random.Random(seed)
    rates: dict[str, list[float]] = {name: [] for name in contenders}
    for turn in range(-warm_up, turns):
        names = list(contenders)
        order.shuffle(names)
        for name in names:
            rate = contenders[name]()
            if turn >= 0:
                rates[name].append(rate)
        print(f"\r  turn {max(turn + 1, 0)} of {turns}", end="", file=sys.stderr, flush=True)
    print("\r" + " " * 30 + "\r", end="", file=sys.stderr, flush=True)
    return rates


def table(title: str, ours: str, rates: Mapping[str, Sequence[float]], unit: str) -> str:
    """A table in Markdown: each contender's median rate, and how many times it ``ours`` makes."""
    lines = [
        f"### {title}",
        "",
        f"| contender | {unit}, median | {ours} against it: median [95 % interval] |",
        "|---|---|---|",
    ]
    for name, values in rates.items():
        against = "" if name == ours else str(ratio(rates[ours], values))
        lines.append(f"| {name} | {median(values):,.0f} | {against} |")
    return "\n".join(lines) + "\n"
