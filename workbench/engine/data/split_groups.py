"""Splitting by whole groups: all samples of a group go to the same part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

import numpy as np

from ..errors import DataError
from .raw import Array, Notice
from .recipe import SplitRecipe

MANY_GROUPS = 5_000
"""From here on groups are small beside the parts, and dealing them out one by one gains nothing."""
TRIES, MOST_DEALT = 16, 20_000
"""Random orders tried of fewer groups, and groups dealt in all of them; the order whose parts come closest to what is asked
is taken."""
FAR = 0.05
"""Difference between the share of a part and the one asked that is worth a word."""

Part = TypeVar("Part")


def whole_groups(recipe: SplitRecipe, groups: Array | None) -> bool:
    """Whether a split keeps groups whole."""
    return groups is not None and (recipe.method == "grouped" or (recipe.method == "folds" and recipe.whole_groups))


def numbered(groups: Array) -> Array:
    """The groups (n,) as numbers 0, 1... in the order of what they were called."""
    _, own = np.unique(groups, return_inverse=True)
    return own.reshape(-1).astype(np.int64)


def number_of_groups(groups: Array) -> int:
    """How many groups there are among ``numbered`` ones."""
    # np.unique takes half a second for a million of them.
    return int(np.count_nonzero(np.bincount(groups)))


def _from_zero(groups: Array) -> Array:
    """Numbered groups without the numbers that none has."""
    numbers: Array = np.cumsum(np.bincount(groups) > 0) - 1
    return numbers[groups]


def enough_groups(groups: Array, parts: Sequence[str]) -> None:
    """Raises ``DataError`` where there are fewer groups than parts."""
    count = number_of_groups(groups)
    if count >= len(parts):
        return
    there = "There is 1 group" if count == 1 else f"There are {count} groups"
    raise DataError(
        f"{there}, to be divided into {', '.join(parts)}",
        "Each part needs at least one group",
        "Set a share to 0, or choose another column for the groups",
        code="data.too_few_groups",
        values={"groups": count, "parts": list(parts)},
    )


def enough_for_folds(groups: Array, folds: int) -> None:
    """Raises ``DataError`` where there are fewer groups, beside those of the test part, than folds."""
    count = number_of_groups(groups)
    if count >= folds:
        return
    there = "There is 1 group" if count == 1 else f"There are {count} groups"
    raise DataError(
        f"{there} beside the test part, to be dealt into {folds} folds",
        "Each fold needs at least one group",
        "Choose fewer folds, or another column for the groups",
        code="data.too_few_groups",
        values={"groups": count, "folds": folds},
    )


def draw_groups(
    seed: int, groups: Array, strata: Array, sizes: Mapping[Part, float], *, first: float | None = None
) -> Array:
    """The part of each sample (n,) int64: 0 for the rest, then 1, 2... in the order of ``sizes``.

    Each part is taken from what those before it left, so that a part does not depend on the sizes of those after it. Each
    gets at least one group where its size is not 0.

    Args:
        seed: the same seed gives the same parts.
        groups: number of each sample's group (n,), as ``numbered`` makes them.
        strata: class of each sample (n,) int64, whose shares the parts keep as far as possible.
        sizes: samples wanted of each part; or with ``first`` shares against each other, dealt out all at once.
        first: the share of part 0.
    """
    own = _from_zero(groups)
    if first is not None:
        return _dealt(seed, own, strata, np.array([first, *sizes.values()]))
    drawn = np.zeros(len(own), dtype=np.int64)
    later = sum(1 for size in sizes.values() if size)
    for number, size in enumerate(sizes.values(), start=1):
        if not size:
            continue
        later -= 1
        rest = np.flatnonzero(drawn == 0)
        left = _from_zero(own[rest])
        found = _dealt(seed, left, strata[rest], np.array([len(rest) - size, size]), keep=1 + later)
        drawn[rest[found == 1]] = number
    return drawn


def uneven_shares(drawn: Array, sizes: Mapping[str, int]) -> list[Notice]:
    """A notice for each part whose share is far from the one asked, as groups are whole."""
    notices = []
    for number, (name, size) in enumerate(sizes.items(), start=1):
        asked, got = size / len(drawn), float((drawn == number).mean())
        if abs(got - asked) > FAR:
            notices.append(
                Notice(
                    "data.uneven_groups",
                    f"Groups are whole, so the {name} part has {got:.0%} of the samples instead of {asked:.0%}.",
                    {"part": name, "share": got, "asked": asked},
                )
            )
    return notices


def _dealt(seed: int, own: Array, strata: Array, shares: Array, *, keep: int = 1) -> Array:
    """The part of each sample, from groups numbered 0, 1... ; part 0 keeps at least ``keep`` groups."""
    count = int(own.max()) + 1
    random = np.random.RandomState(seed)  # its streams never change between versions of numpy
    if count > MANY_GROUPS:
        part = _cut(random.permutation(count), own, strata, shares)
    else:
        _, kinds = np.unique(strata, return_inverse=True)
        table = _Table(own, kinds.reshape(-1).astype(np.int64), shares)
        tries = [table.deal(random.permutation(count)) for _ in range(min(TRIES, max(1, MOST_DEALT // count)))]
        part = min(tries, key=table.cost)
    _at_least(part, np.bincount(own, minlength=count), [keep] + [1] * (len(shares) - 1))
    result: Array = part[own]
    return result


class _Table:
    """How many samples of each class (``kinds``) a group has, and how many each part is to get of them."""

    def __init__(self, own: Array, kinds: Array, shares: Array) -> None:
        groups, classes = int(own.max()) + 1, int(kinds.max()) + 1
        pairs, counts = np.unique(own * classes + kinds, return_counts=True)
        starts = np.searchsorted(pairs // classes, np.arange(groups + 1))
        # The last column counts all samples, whatever their class: sizes matter, too.
        totals = np.append(np.bincount(kinds, minlength=classes), len(own)).astype(np.float64)
        self._rows = [
            (np.append(pairs[a:b] % classes, classes), np.append(counts[a:b], counts[a:b].sum()).astype(np.float64))
            for a, b in pairwise(starts.tolist())
        ]
        self._wanted = (shares / shares.sum())[:, None] * totals
        self._weight = 1.0 / np.maximum(self._wanted * totals, 1e-12)

    def deal(self, order: Array) -> Array:
        """The part of each group: one after the other goes where it brings all counts closest to what is wanted."""
        filled = np.zeros_like(self._wanted)
        part = np.zeros(len(self._rows), dtype=np.int64)
        for group in order.tolist():
            kinds, counts = self._rows[group]
            change = counts * (2.0 * (filled[:, kinds] - self._wanted[:, kinds]) + counts) * self._weight[:, kinds]
            # Rounded, because the last bits differ between machines.
            best = int(np.round(change.sum(axis=1), 9).argmin())
            filled[best, kinds] += counts
            part[group] = best
        return part

    def cost(self, part: Array) -> float:
        """How far the parts are from what is wanted."""
        filled = np.zeros_like(self._wanted)
        for group, (kinds, counts) in zip(part.tolist(), self._rows, strict=True):
            filled[group, kinds] += counts
        return round(float((np.square(filled - self._wanted) * self._weight).sum()), 9)


def _cut(order: Array, own: Array, strata: Array, shares: Array) -> Array:
    """The part of each of many groups: those of one class (a group's is that of its first sample) in random order, cut
    where the shares of the samples are reached."""
    sizes = np.bincount(own)
    first = np.empty(len(sizes), dtype=np.int64)
    first[own[::-1]] = np.arange(len(own))[::-1]
    kinds = strata[first]
    order = order[np.argsort(kinds[order], kind="stable")]
    _, starts, counts = np.unique(kinds[order], return_index=True, return_counts=True)
    reached = np.cumsum(sizes[order])
    before = np.repeat(reached[starts] - sizes[order][starts], counts)
    totals = np.repeat(reached[starts + counts - 1], counts) - before
    middle = (reached - before - 0.5 * sizes[order]) / totals
    # Part 0 comes last, so that the other parts stay the same whatever is left.
    bounds = np.cumsum(np.append(shares[1:], shares[0]) / shares.sum())
    found = np.minimum(np.searchsorted(bounds, middle), len(shares) - 1) + 1
    part = np.empty(len(sizes), dtype=np.int64)
    part[order] = found % len(shares)
    return part


def _at_least(part: Array, sizes: Array, wanted: Sequence[int]) -> None:
    """Moves the smallest groups, in place, until part ``i`` has ``wanted[i]`` groups; there are enough in all."""
    need = np.array(wanted, dtype=np.int64)
    while True:
        have = np.bincount(part, minlength=len(need))
        short = np.flatnonzero(have < need)
        if len(short) == 0:
            return
        giver = int((have - need).argmax())
        members = np.flatnonzero(part == giver)
        part[members[sizes[members].argmin()]] = short[0]
