"""Nearly the same sample more than once: across parts, within one, and with different labels."""

from __future__ import annotations

import numpy as np

from ..raw import Array
from .case import Case
from .finding import Finding
from .near_pictures import MOST_PICTURES, near_pictures
from .near_rows import near_rows
from .near_texts import near_texts


def near_duplicates(case: Case) -> list[Finding]:
    """Pairs that are nearly the same: in two parts, within one, or with two labels."""
    pairs = {"image": near_pictures, "table": near_rows}.get(case.part.kind, near_texts)(case)
    if not len(pairs):
        return []
    parts = case.split_of[pairs]
    across = parts[:, 0] != parts[:, 1]
    findings = []
    # Once some are left out, other samples fall into other parts: the cure takes all pairs.
    clear = case.excluding("Leave out one of each pair", _cover(case, pairs))
    if across.any():
        held = pairs[across]
        held = np.where((parts[across][:, :1] < parts[across][:, 1:]), held[:, ::-1], held)
        touched = len(np.unique(held[:, 0]))
        a, b = (case.name_in_part(int(i)) for i in held[0])
        findings.append(
            Finding(
                "doctor.near_straddle",
                "warning",
                "Nearly the same in several parts",
                f"{case.count(touched)} of the validation and test parts {'is' if touched == 1 else 'are'} nearly the same as "
                f"one in another part, such as {a} and {b}",
                "What was only learnt by heart then counts as known, and scores look better than they are",
                "Look at the pairs, and leave out one of each where they are copies",
                samples=np.unique(held),
                pairs=held,
                fixes=clear,
                values={"count": touched},
            )
        )
    if not across.all():
        held = pairs[~across]
        findings.append(
            Finding(
                "doctor.near_duplicates",
                "hint",
                "Nearly the same several times",
                "1 pair is nearly the same within one part"
                if len(held) == 1
                else f"{len(held):,} pairs are nearly the same within one part",
                "Each counts as often as it occurs",
                "Look at the pairs, and leave out one of each where they are copies",
                samples=np.unique(held),
                pairs=held,
                fixes=clear,
                values={"count": len(held)},
            )
        )
    findings += _clashes(case, pairs)
    return findings


def bound(case: Case) -> str:
    """What is compared where that is not everything."""
    if case.part.kind == "image" and len(case.every) > MOST_PICTURES:
        return f"{MOST_PICTURES:,} of {len(case.every):,} samples"
    return case.bound


def _clashes(case: Case, pairs: Array) -> list[Finding]:
    if not case.classes:
        return []
    labels = case.target.values[pairs]
    held = pairs[labels[:, 0] != labels[:, 1]]
    if not len(held):
        return []
    a, b = (case.target.classes[int(case.target.values[i])] for i in held[0])
    return [
        Finding(
            "doctor.near_clash",
            "warning",
            "Nearly the same input with different labels",
            f"1 pair is nearly the same but has different labels, '{a}' and '{b}'"
            if len(held) == 1
            else f"{len(held):,} pairs are nearly the same but have different labels, such as '{a}' and '{b}'",
            "One of the labels may be wrong",
            "Look at the pairs, and correct the labels where the data comes from, or leave out those that are in doubt",
            samples=np.unique(held),
            pairs=held,
            fixes=case.excluding("Leave out those in doubt", np.unique(held)),
            values={"count": len(held)},
        )
    ]


def _cover(case: Case, pairs: Array) -> Array:
    """Samples, of which each pair has one at least; one of the test part stays rather than one of training."""
    gone: set[int] = set()
    for pair in pairs.tolist():
        if gone.isdisjoint(pair):
            gone.add(sorted(pair, key=lambda i: (-int(case.split_of[i]), i))[1])
    return np.array(sorted(gone), dtype=np.int64)
