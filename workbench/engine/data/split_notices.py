"""What the user should know about a split: classes that a part lacks, groups that straddle, times that are not used."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from .prepared import SPLITS, SplitName
from .raw import Array, Notice
from .recipe import SplitRecipe


def unused(
    recipe: SplitRecipe, parts: Mapping[SplitName, Array], groups: Array | None, order: Array | None
) -> list[Notice]:
    """Notices about groups with samples in several parts, and about times that the split does not go by."""
    notices = []
    if groups is not None and recipe.method != "time":
        count = _straddling(parts, groups)
        if count:
            which = "1 group has" if count == 1 else f"{count:,} groups have"
            notices.append(
                Notice(
                    "data.groups_straddle",
                    f"{which} samples in more than one part, so scores will look better than they are. "
                    "Split by whole groups to keep them together.",
                    {"groups": count},
                )
            )
    if order is not None and recipe.method != "time":
        notices.append(
            Notice(
                "data.times_unused",
                "The samples have times, and the split does not go by them: training sees samples that are newer than some "
                "of those that it is scored on. Split by time to score it on what comes later.",
            )
        )
    return notices


def _straddling(parts: Mapping[SplitName, Array], groups: Array) -> int:
    """Groups that have samples in more than one part."""
    there = [np.bincount(groups[parts[name]], minlength=int(groups.max(initial=0)) + 1) > 0 for name in SPLITS]
    return int((np.sum(there, axis=0) > 1).sum())


def missing_classes(parts: Mapping[SplitName, Array], labels: Array, classes: tuple[str, ...]) -> list[Notice]:
    """A notice for each part that has no sample of a class which the data has, or with a label (count, labels)."""
    if labels.ndim == 2:
        return _missing_labels(parts, labels > 0.5, classes)
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


def _missing_labels(parts: Mapping[SplitName, Array], given: Array, names: tuple[str, ...]) -> list[Notice]:
    """As ``missing_classes``; labels that training lacks are told with the statistics, as are those that all have."""
    found = []
    for part in ("validation", "test"):
        indexes = parts[part]
        lacking = np.flatnonzero(given.any(axis=0) & ~given[indexes].any(axis=0)) if len(indexes) else np.empty(0, int)
        if not len(lacking):
            continue
        labels = [names[int(k)] for k in lacking]
        shown = ", ".join(f"'{n}'" for n in labels[:5]) + (f" and {len(labels) - 5} more" if len(labels) > 5 else "")
        text = f"The {part} part has no sample with the label {shown}; the score there does not cover it."
        if len(labels) > 1:
            text = f"The {part} part has no sample with {len(labels)} labels: {shown}; the score there does not cover them."
        found.append(Notice(f"data.class_missing_{part}", text, {"part": part, "classes": labels}))
    return found
