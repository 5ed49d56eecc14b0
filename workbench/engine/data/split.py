"""Dividing samples into training, validation and test."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ..errors import DataError
from .prepared import SPLITS, SplitName
from .raw import Array, Notice
from .recipe import SplitRecipe


@dataclass(frozen=True)
class Split:
    """Sorted sample indexes (int64) of each part, disjoint and together all samples; and what the user should know."""

    parts: dict[SplitName, Array]
    notices: tuple[Notice, ...] = ()


def split(
    recipe: SplitRecipe,
    count: int,
    labels: Array | None = None,
    given: Mapping[str, Array] | None = None,
    classes: tuple[str, ...] = (),
) -> Split:
    """Divides ``count`` samples.

    Stratified, each class keeps its share in every part, by largest remainders, and a class with few samples goes to
    training first. (scikit-learn's stratified split refuses a class with one sample, and moves samples between test and
    validation when either share changes; here the test set does not depend on the validation share.)

    Args:
        recipe: shares and seed. They count from the samples that no ``given`` part claims.
        count: number of samples.
        labels: class index of each sample (count,), or None where there are no classes.
        given: sample indexes of the parts that the source brings, used when the recipe says so.
        classes: names of the classes, for messages.

    Raises ``DataError`` where a part that is asked for can't get a sample.
    """
    kept = {name: np.sort(np.asarray(given[name], dtype=np.int64)) for name in SPLITS if given and name in given}
    held = {n: i for n, i in kept.items() if n != "train" and len(i) and recipe.given}
    taken = np.zeros(count, dtype=bool)
    for indexes in held.values():
        taken[indexes] = True
    if taken.sum() != sum(len(i) for i in held.values()):
        raise DataError(
            "Some samples belong to validation and test at once",
            "A sample belongs to one part",
            "Choose other parts in the source, or let the split be drawn",
            code="data.split_overlap",
        )
    pool = np.flatnonzero(~taken).astype(np.int64)
    shares = {n: 0.0 if n in held else getattr(recipe, n) for n in ("test", "validation")}
    _check_enough(len(pool), shares, bool(held))
    sizes = _sizes(len(pool), shares)
    strata = labels[pool] if labels is not None and recipe.stratified else np.zeros(len(pool), dtype=np.int64)
    drawn, reached = _draw(recipe.seed, strata, sizes)
    notices: list[Notice] = []
    if not reached:
        drawn, _ = _draw(recipe.seed, np.zeros(len(pool), dtype=np.int64), sizes)
        notices.append(
            Notice(
                "data.random_split",
                "The classes have too few samples to keep their shares in every part, so samples were drawn at random.",
            )
        )
    parts: dict[SplitName, Array] = {
        "train": pool[drawn == 0],
        "validation": held.get("validation", pool[drawn == 2]),
        "test": held.get("test", pool[drawn == 1]),
    }
    if labels is not None:
        notices += _missing_classes(parts, labels, classes)
    return Split(parts, tuple(notices))


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


def _missing_classes(parts: Mapping[SplitName, Array], labels: Array, classes: tuple[str, ...]) -> list[Notice]:
    present = np.bincount(labels, minlength=len(classes)) > 0
    notices = []
    for name, indexes in parts.items():
        if len(indexes) == 0:
            continue
        missing = np.flatnonzero(present & (np.bincount(labels[indexes], minlength=len(present)) == 0))
        if len(missing) == 0:
            continue
        names = [classes[i] if i < len(classes) else str(i) for i in missing]
        shown = ", ".join(f"'{n}'" for n in names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")
        which = f"the class {shown}" if len(names) == 1 else f"{len(names)} classes: {shown}"
        then = "it cannot be learnt" if name == "train" else "the score there does not cover it"
        if len(names) > 1:
            then = then.replace("it cannot", "they cannot").replace("cover it", "cover them")
        notices.append(
            Notice(
                f"data.class_missing_{name}",
                f"The {name if name != 'train' else 'training'} part has no sample of {which}; {then}.",
                {"part": name, "classes": names},
            )
        )
    return notices
