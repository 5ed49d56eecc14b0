"""Dividing samples into training, validation and test."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ..errors import DataError
from .label_split import draw_labelled, rarest_labels
from .prepared import SPLITS, SplitName
from .raw import Array, Notice
from .recipe import SplitRecipe
from .split_groups import draw_groups, enough_for_folds, enough_groups, numbered, uneven_shares, whole_groups
from .split_notices import missing_classes, unused
from .split_time import draw_by_time


@dataclass(frozen=True)
class Split:
    """Sorted sample indexes (int64) of each part, disjoint; and what the user should know.

    Together they are all samples, but for those that a split by time leaves out: in its gaps, and where no time is known.
    """

    parts: dict[SplitName, Array]
    notices: tuple[Notice, ...] = ()


def split(
    recipe: SplitRecipe,
    count: int,
    labels: Array | None = None,
    given: Mapping[str, Array] | None = None,
    classes: tuple[str, ...] = (),
    *,
    groups: Array | None = None,
    order: Array | None = None,
) -> Split:
    """Divides ``count`` samples. The parts that a source brings are kept in every method, where the recipe says so.

    ``random``: each sample by itself. Stratified, each class keeps its share in every part, by largest remainders, and a class
    with few samples goes to training first. (scikit-learn's stratified split refuses a class with one sample, and moves
    samples between test and validation when either share changes; here the test set does not depend on the validation
    share.) ``grouped``: the same with all samples of a group in one part; classes keep their shares as far as groups let
    them. ``time``: the oldest samples are trained on, the newest are the test; samples of one time stay together. ``folds``:
    the test part is drawn as before, the others are dealt into equal parts, of which one is for validation; a validation
    part that the source brings counts among the others.

    Args:
        recipe: method, shares and seed. Shares count from the samples that no ``given`` part claims.
        count: number of samples.
        labels: class index of each sample (count,), zeros and ones (count, labels), or None where there are no classes.
        given: sample indexes of the parts that the source brings, used when the recipe says so.
        classes: names of the classes, for messages.
        groups: number of the group of each sample (count,) int64, or None.
        order: time of each sample (count,) float64, NaN where it is not known, or None.

    Raises ``DataError`` where a part that is asked for can't get a sample, or the method needs what the data has not.
    """
    _check_method(recipe, groups, order)
    groups = numbered(groups) if groups is not None else None
    folds = recipe.method == "folds"
    held = _held(recipe, given)
    taken = np.zeros(count, dtype=bool)
    for indexes in held.values():
        taken[indexes] = True
    pool = np.flatnonzero(~taken).astype(np.int64)
    shares = {n: 0.0 if n in held else getattr(recipe, n) for n in ("test", "validation")}
    if folds:
        shares["validation"] = 0.0
    _check_enough(len(pool), shares, bool(held))
    notices: list[Notice] = []
    sizes = _sizes(len(pool), shares)
    strata = labels[pool] if labels is not None and recipe.stratified else np.zeros(len(pool), dtype=np.int64)
    by_group = whole_groups(recipe, groups)
    tags = strata if strata.ndim == 2 else None
    if tags is not None:
        strata = rarest_labels(tags)
    if recipe.method == "time":
        assert order is not None  # _check_method
        drawn, said = draw_by_time(order[pool], sizes, recipe.gap)
        notices += said
    elif by_group:
        assert groups is not None
        own = groups[pool]
        enough_groups(own, ["train", *(n for n, size in sizes.items() if size)])
        drawn = draw_groups(recipe.seed, own, strata, sizes)
        notices += uneven_shares(drawn, sizes)
    elif tags is not None:
        drawn = draw_labelled(recipe.seed, tags, sizes)
    else:
        drawn, reached = _draw(recipe.seed, strata, sizes)
        if not reached:
            drawn, _ = _draw(recipe.seed, np.zeros(len(pool), dtype=np.int64), sizes)
            notices.append(
                Notice(
                    "data.random_split",
                    "The classes have too few samples to keep their shares in every part, so samples were drawn at random.",
                )
            )
    if folds:
        _deal_folds(recipe, drawn, strata, groups[pool] if by_group and groups is not None else None)
    parts: dict[SplitName, Array] = {
        "train": pool[drawn == 0],
        "validation": held.get("validation", pool[drawn == 2]),
        "test": held.get("test", pool[drawn == 1]),
    }
    if labels is not None:
        notices += missing_classes(parts, labels, classes)
    return Split(parts, (*notices, *unused(recipe, parts, groups, order)))


def _check_method(recipe: SplitRecipe, groups: Array | None, order: Array | None) -> None:
    if recipe.method == "grouped" and groups is None:
        raise DataError(
            "The data has no groups to keep whole",
            "A table has groups when one of its columns has the role group",
            "Give a column the role group, or choose another way to split",
            code="data.no_groups",
        )
    if recipe.method == "time" and order is None:
        raise DataError(
            "The data has no times to split by",
            "A table has times when one of its columns has the role time",
            "Give a column the role time, or choose another way to split",
            code="data.no_times",
        )


def _held(recipe: SplitRecipe, given: Mapping[str, Array] | None) -> dict[SplitName, Array]:
    """The parts that are held out as the source brings them."""
    kept = {name: np.sort(np.asarray(given[name], dtype=np.int64)) for name in SPLITS if given and name in given}
    held: dict[SplitName, Array] = {n: i for n, i in kept.items() if n != "train" and len(i) and recipe.given}
    every = np.concatenate([*held.values(), np.empty(0, dtype=np.int64)])
    if len(np.unique(every)) != len(every):
        raise DataError(
            "Some samples belong to validation and test at once",
            "A sample belongs to one part",
            "Choose other parts in the source, or let the split be drawn",
            code="data.split_overlap",
        )
    if recipe.method == "folds":
        held.pop("validation", None)
    return held


def _deal_folds(recipe: SplitRecipe, drawn: Array, strata: Array, groups: Array | None) -> None:
    """Makes the chosen fold of what is not in the test part the validation part, in place."""
    rest = np.flatnonzero(drawn == 0)
    if groups is not None:
        enough_for_folds(groups[rest], recipe.folds)
        fold = draw_groups(
            recipe.seed, groups[rest], strata[rest], dict.fromkeys(range(1, recipe.folds), 1.0), first=1.0
        )
    else:
        if len(rest) < recipe.folds:
            raise DataError(
                f"{len(rest):,} samples beside the test part can't be dealt into {recipe.folds} folds",
                "Each fold needs at least one",
                f"Set the number of folds to {max(2, len(rest))} or less",
                code="data.split_too_few",
                values={"samples": len(rest), "folds": recipe.folds},
            )
        # Dealt like cards, class by class: folds and their shares of a class differ by one sample at most.
        order = np.random.RandomState(recipe.seed).permutation(len(rest))
        order = order[np.argsort(strata[rest][order], kind="stable")]
        fold = np.empty(len(rest), dtype=np.int64)
        fold[order] = np.arange(len(rest)) % recipe.folds
    drawn[rest[fold == recipe.fold - 1]] = 2


def _check_enough(count: int, shares: Mapping[str, float], some_given: bool) -> None:
    parts = ["train", *(n for n, share in shares.items() if share > 0)]
    if count >= len(parts):
        return
    samples = "There is no sample" if count == 0 else f"There {'is 1 sample' if count == 1 else f'are {count} samples'}"
    raise DataError(
        f"{samples}{' beside the parts that the source brings' if some_given else ''}, to be divided into {', '.join(parts)}",
        "Each part needs at least one",
        "Bring more samples, or set a share to 0",
        code="data.split_too_few",
        values={"samples": count, "parts": parts},
    )


def _sizes(count: int, shares: Mapping[str, float]) -> dict[str, int]:
    """Samples of each held-out part: its share, rounded, but one at least, and one is left to train on."""
    sizes: dict[str, int] = {}
    left = count - 1
    for number, (name, share) in enumerate(shares.items()):
        behind = sum(1 for s in list(shares.values())[number + 1 :] if s > 0)
        size = int(np.floor(count * share + 0.5))
        sizes[name] = min(max(size, 1), left - behind) if share > 0 else 0
        left -= sizes[name]
    return sizes


def _draw(seed: int, strata: Array, sizes: Mapping[str, int]) -> tuple[Array, bool]:
    """The part of each sample (0 train, 1 test, 2 validation), and whether the sizes were reached."""
    # RandomState, not default_rng: its streams never change between versions of numpy.
    order = np.random.RandomState(seed).permutation(len(strata))
    order = order[np.argsort(strata[order], kind="stable")]
    _, starts, counts = np.unique(strata[order], return_index=True, return_counts=True)
    test = _apportion(counts, counts - 1, sizes["test"])
    validation = _apportion(counts, counts - 1 - test, sizes["validation"])
    rank = np.arange(len(strata)) - np.repeat(starts, counts)
    of_test, of_both = np.repeat(test, counts), np.repeat(test + validation, counts)
    drawn = np.zeros(len(strata), dtype=np.int64)
    drawn[order] = np.where(rank < of_test, 1, np.where(rank < of_both, 2, 0))
    return drawn, bool(test.sum() == sizes["test"] and validation.sum() == sizes["validation"])


def _apportion(counts: Array, most: Array, total: int) -> Array:
    """``total`` divided in proportion to ``counts`` by largest remainders, none above ``most``; less where all are full."""
    share = counts * (total / max(1, counts.sum()))
    result: Array = np.minimum(np.floor(share).astype(np.int64), most)
    # Ties go to the larger class, then to the earlier one. Rounded, because the last bits differ between machines.
    order = np.lexsort((np.arange(len(counts)), -counts, -np.round(share - np.floor(share), 9)))
    while (left := total - int(result.sum())) > 0:
        room = order[result[order] < most[order]][:left]
        if len(room) == 0:
            break
        result[room] += 1
    return result
