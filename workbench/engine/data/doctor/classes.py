"""Classes that are too small to split, or of very unequal size; and what was left out while reading."""

from __future__ import annotations

import numpy as np

from ..balance import ClassWeights
from ..prepared import SPLITS
from ..recipe import DataRecipe
from .case import Case, listed
from .finding import Finding, Fix

FEW = 10
"""Training samples of a class below which hardly anything can be learnt about it."""
UNEQUAL = 10.0
"""Times that the largest class is larger than the smallest, from which on it is worth saying."""
MANY_SKIPPED = 0.01


def left_out(case: Case) -> list[Finding]:
    """Files and rows that could not be read."""
    skipped = case.raw.skipped
    if not skipped:
        return []
    first = skipped[0]
    many = len(skipped) > MANY_SKIPPED * (case.total + len(skipped))
    return [
        Finding(
            "doctor.skipped",
            "warning" if many else "hint",
            "Left out while reading",
            f"{'1 item was' if len(skipped) == 1 else f'{len(skipped):,} items were'} left out while reading, such as "
            f"'{first.item}' ({first.reason.rstrip('.')})",
            "The rest goes on without them",
            "Look through the list, and mend what should be there where the data comes from",
            values={"count": len(skipped)},
        )
    ]


def small_classes(case: Case) -> list[Finding]:
    """Classes with hardly a sample in some part."""
    if not case.classes:
        return []
    classes = case.target.classes
    counts = {name: np.bincount(case.target.values[case.data.splits[name]], minlength=len(classes)) for name in SPLITS}
    there = sum(counts.values()) > 0
    few = there & (counts["train"] < FEW)
    for name in SPLITS[1:]:
        if len(case.data.splits[name]):
            few |= there & (counts[name] == 0)
    found = np.flatnonzero(few)
    if not len(found) or len(case.every) < 2 * len(classes):  # a quantity rather than classes, told elsewhere
        return []
    names = [classes[int(k)] for k in found]
    return [
        Finding(
            "doctor.small_classes",
            "warning",
            "Too small to split" if len(names) > 1 else "A class too small to split",
            f"The class {listed(names)} has fewer than {FEW} samples to train on, or none in one of the parts"
            if len(names) == 1
            else f"{len(names)} classes have fewer than {FEW} samples to train on, or none in one of the parts: {listed(names)}",
            "Too little to learn them from, or to tell whether they were learnt",
            "Bring more samples of them, join them with another class, or take them out where the data comes from",
            samples=case.every[np.isin(case.target.values[case.every], found)],
            values={"classes": names},
        )
    ]


def imbalance(case: Case) -> list[Finding]:
    """Classes of very unequal size, while nothing is done about it."""
    if not case.classes:
        return []
    classes = case.target.classes
    counts = np.bincount(case.target.values[case.data.splits["train"]], minlength=len(classes))
    there = np.flatnonzero(counts)
    if len(there) < 2 or counts.max() < UNEQUAL * counts[there].min():
        return []
    small, large = int(there[counts[there].argmin()]), int(counts.argmax())
    share = counts[large] / counts.sum()

    def edit(recipe: DataRecipe) -> DataRecipe:
        return recipe.updated(balance=ClassWeights())

    return [
        Finding(
            "doctor.imbalance",
            "hint",
            "Classes of very unequal size",
            f"'{classes[large]}' has {counts[large]:,} training samples and '{classes[small]}' has {counts[small]:,}",
            f"Always answering '{classes[large]}' would be right {share:.0%} of the time, and small classes hardly count",
            "Look at the balanced accuracy and the confusion matrix rather than the accuracy; class weights or sampling under "
            "Balance make small classes count more",
            fixes=(Fix("Weigh the classes", edit),),
            values={"ratio": float(counts[large] / counts[small])},
            holds=lambda recipe: recipe.balance.kind == "none",
        )
    ]
