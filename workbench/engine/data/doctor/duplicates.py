"""Exactly the same sample more than once: across parts, within one, and with different labels."""

from __future__ import annotations

import numpy as np

from ..raw import Array
from ..recipe import DataRecipe
from ..sources.table import TableSource
from .case import Case
from .finding import Finding, Fix, Severity

COARSE = 3
"""A column tells rows apart when at least one value in so many is different."""
CHANCE_SHARE = 0.05
"""Share of a coarse table's rows that equal another before it is worth saying."""
MANY, FEW = 0.01, 0.005
"""Shares of the held-out samples from which on copies of training samples are a problem, and below which hardly one."""
TO_TELL = 0.001
"""Share of a table's rows that contradict others before it is worth saying."""
NUMBERS_DIFFER = 0.1
"""Equal samples whose numbers to predict lie further apart than this share of the deviation contradict each other."""


def duplicates(case: Case) -> list[Finding]:
    """Copies: equal samples that are too particular to be so by chance."""
    samples, group = case.equal
    if not len(samples):
        return []
    copies = genuine(case, samples, group)
    findings = []
    held, kept = samples[copies[group]], group[copies[group]]
    if len(held):
        findings += _copies(case, held, kept)
    if len(samples) - len(held) > CHANCE_SHARE * len(case.every):
        share = (len(samples) - len(held)) / len(case.every)
        findings.append(
            Finding(
                "doctor.coarse_rows",
                "hint",
                "Rows that look the same",
                f"{share:.0%} of the rows have the same value as another row in every column",
                "With few columns, or few values in each, this happens by chance, and nothing can tell such rows apart",
                "More columns would, where there are some",
                samples=samples[~copies[group]],
                values={"share": share},
            )
        )
    return findings


def genuine(case: Case, samples: Array, group: Array) -> Array:
    """Which groups are copies: (groups,) bool.

    Whole pictures, texts and series are never equal by chance. Rows of a table may be: they count as copies when they also
    share a value that hardly any other row has, in a column that otherwise tells rows apart.
    """
    count = int(group.max()) + 1
    if case.part.kind != "table" or len(case.raw.inputs) > 1:
        return np.ones(count, dtype=bool)
    found = np.zeros(count, dtype=bool)
    size = np.bincount(group)
    first = samples[np.unique(group, return_index=True)[1]]
    for k in range(case.part.values.shape[1]):
        column = case.part.values[case.samples, k]
        values, counts = np.unique(column, return_counts=True)
        if len(values) * COARSE >= len(column):
            places = np.minimum(np.searchsorted(values, case.part.values[first, k]), len(values) - 1)
            found |= counts[places] <= 2 * size
    return found


def _copies(case: Case, samples: Array, group: Array) -> list[Finding]:
    parts = case.split_of[samples]
    lowest, highest = np.full(group.max() + 1, 9), np.full(group.max() + 1, -1)
    np.minimum.at(lowest, group, parts)
    np.maximum.at(highest, group, parts)
    across = (lowest < highest)[group]
    # All of them at once: other samples fall into other parts once some are left out.
    clear = case.excluding("Leave out the copies", case.keep_one(group, samples)) or _kept_once(case)
    findings = []
    if across.any():
        held, of = samples[across], group[across]
        touched = int((case.split_of[held] > 0).sum())
        pairs = straddling_pairs(case, held, of)
        a, b = (case.name_in_part(int(i)) for i in pairs[0])
        findings.append(
            Finding(
                "doctor.duplicates_straddle",
                _severity(case, touched),
                "The same in several parts",
                f"{case.count(touched)} of the validation and test parts "
                f"{'is' if touched == 1 else 'are'} exactly the same as one in another part, such as {a} and {b}",
                "What was only learnt by heart then counts as known, and scores look better than they are",
                "Leave out all but one of each",
                samples=np.sort(held),
                pairs=pairs,
                fixes=clear,
                values={"count": touched},
            )
        )
    if not across.all():
        held, of = samples[~across], group[~across]
        extra = len(held) - len(np.unique(of))
        findings.append(
            Finding(
                "doctor.duplicates",
                "warning" if extra > 0.01 * len(case.every) else "hint",
                "The same several times",
                f"{case.count(extra)} {'is' if extra == 1 else 'are'} exactly the same as another one of the same part",
                "Each counts as often as it occurs",
                "Leave out all but one of each, unless they are meant to count more",
                samples=np.sort(held),
                pairs=pairs_of(held, of),
                fixes=clear,
                values={"count": extra},
            )
        )
    return findings


def _kept_once(case: Case) -> tuple[Fix, ...]:
    """For more copies than can be named in the project: what cleaning does about all of them."""
    if not isinstance(case.recipe.source, TableSource):
        return ()

    def edit(recipe: DataRecipe) -> DataRecipe:
        return recipe.updated(cleaning=recipe.cleaning.updated(duplicates="drop"))

    return (Fix("Keep only one of equal rows", edit),)


def _severity(case: Case, touched: int) -> Severity:
    """Of copies across parts: a few rows of a table hardly change a score, and can be alike by chance."""
    share = touched / max(1, len(case.every) - len(case.data.splits["train"]))
    if share > MANY:
        return "problem"
    return "hint" if case.part.kind == "table" and share < FEW else "warning"


def pairs_of(samples: Array, group: Array) -> Array:
    """(n, 2) int64: in each group, the first sample with each of the others."""
    order = np.lexsort((samples, group))
    ordered, own = samples[order], group[order]
    first = np.concatenate([[True], np.diff(own) != 0])
    start = np.maximum.accumulate(np.where(first, np.arange(len(own)), 0))
    return np.stack([ordered[start[~first]], ordered[~first]], axis=1)


def straddling_pairs(case: Case, samples: Array, group: Array) -> Array:
    """(n, 2) int64: pairs of a group whose parts differ, the held-out sample first."""
    order = np.lexsort((samples, case.split_of[samples], group))
    pairs = pairs_in_order(samples[order], group[order])
    pairs = pairs[case.split_of[pairs[:, 0]] != case.split_of[pairs[:, 1]]]
    result: Array = pairs[:, ::-1].copy()
    return result


def pairs_in_order(ordered: Array, group: Array) -> Array:
    """As ``pairs_of`` for samples that are ordered already: the first of each group is paired."""
    first = np.concatenate([[True], np.diff(group) != 0])
    start = np.maximum.accumulate(np.where(first, np.arange(len(group)), 0))
    return np.stack([ordered[start[~first]], ordered[~first]], axis=1)


def clashes(case: Case) -> list[Finding]:
    """Equal samples with different labels."""
    samples, group = case.equal
    if not len(samples):
        return []
    different = _different(case, samples, group)
    if not different.any():
        return []
    held, of = samples[different[group]], group[different[group]]
    groups = int(different.sum())
    rows = case.part.kind == "table"
    if rows and len(held) < TO_TELL * len(case.samples):
        return []
    expected = "No network can be right about all of them"
    if case.classes and (best := 1.0 - len(_minority(case, held, of, ties=False)) / len(case.samples)) < 0.9995:
        expected = f"No network can be right about more than {best:.1%} of the samples"
    return [
        Finding(
            "doctor.label_clash",
            "hint" if rows else "warning",
            "The same input with different labels",
            f"{case.count(len(held))} in {groups:,} {'group' if groups == 1 else 'groups'} hold the same and have different labels",
            expected,
            "More columns might tell them apart"
            if rows
            else "Look at them, correct the labels where the data comes from, or leave out those that are in doubt",
            samples=np.sort(held),
            pairs=_clashing_pairs(case, held, of),
            # What is alike in a table's columns may well end differently: leaving such rows out would only flatter the score.
            fixes=() if rows else case.excluding("Leave out those in doubt", _minority(case, held, of)),
            values={"count": len(held), "groups": groups},
        )
    ]


def _different(case: Case, samples: Array, group: Array) -> Array:
    """Which groups contradict themselves: (groups,) bool."""
    count = int(group.max()) + 1
    values = case.target.values[samples].reshape(len(samples), -1).astype(np.float64)
    found = np.zeros(count, dtype=bool)
    for column in values.T:
        low, high = np.full(count, np.inf), np.full(count, -np.inf)
        np.minimum.at(low, group, column)
        np.maximum.at(high, group, column)
        limit = 0.0
        if case.target.task == "regression":
            limit = NUMBERS_DIFFER * float(column.std()) if len(column) else 0.0
        found |= high - low > limit
    return found


def _clashing_pairs(case: Case, samples: Array, group: Array) -> Array:
    """In each group, the first sample with each one that has another label."""
    pairs = pairs_of(samples, group)
    a, b = (case.target.values[pairs[:, i]].reshape(len(pairs), -1) for i in (0, 1))
    result: Array = pairs[(a != b).any(axis=1)]
    return result


def _minority(case: Case, samples: Array, group: Array, *, ties: bool = True) -> Array:
    """Samples without the most frequent class of their group; with ``ties``, all where no class is the most frequent."""
    if not case.classes:
        return np.sort(samples)
    labels = case.target.values[samples].astype(np.int64)
    classes = max(len(case.target.classes), int(labels.max()) + 1)
    kinds, inverse, counts = np.unique(group * classes + labels, return_inverse=True, return_counts=True)
    of = kinds // classes
    order = np.lexsort((-counts, of))
    first = np.concatenate([[True], np.diff(of[order]) != 0])
    best = np.zeros(len(kinds), dtype=bool)
    best[order[first]] = True
    if ties:
        top = np.zeros(int(group.max()) + 1, dtype=np.int64)
        np.maximum.at(top, of, counts)
        as_many = np.bincount(of[counts == top[of]], minlength=len(top))
        best &= as_many[of] == 1
    return np.sort(samples[~best[inverse.reshape(-1)]])
