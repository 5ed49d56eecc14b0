"""Columns of a table that should not be there, or say the same: answers, row numbers, constants, copies."""

from __future__ import annotations

import re

import numpy as np

from ..raw import Array
from .case import Case, listed, spread
from .finding import Finding

MOST_LEAKS = 20
FEWEST_ROWS = 20
COMPARED_ROWS = 20_000
MOST_COMPARED = 2000
"""Columns compared with each other, at most."""
_ID = re.compile(r"(^|[ _.-])(id|uid|udi|uuid|guid|index|idx|row|rownumber)$|[a-z]I[dD]$")


def leaks(case: Case) -> list[Finding]:
    """Columns that tell the target by themselves."""
    notices = [n for n in case.data.notices if n.code == "data.leak"][:MOST_LEAKS]
    names = [str(n.values["column"]) for n in notices]
    findings = []
    for place, notice in enumerate(notices):
        name = names[place]
        together = case.ignoring(names) if place == 0 and len(names) > 1 else ()
        findings.append(
            Finding(
                "doctor.leak",
                "problem",
                "A column that gives the answer away",
                str(notice),
                columns=(name,),
                fixes=(*case.ignoring([name]), *together),
                values=dict(notice.values),
            )
        )
    return findings


def row_numbers(case: Case) -> list[Finding]:
    """Ids used as features: a network can only learn them by heart."""
    found = []
    for k, (name, values, names) in zip(case.places, case.columns(), strict=True):
        if len(values) <= FEWEST_ROWS:
            return []
        held = values[~np.isnan(values)]
        distinct = len(np.unique(held))
        if names:
            if distinct > max(40, 0.5 * len(held)):
                found.append(name)
        elif distinct == len(held) and bool((held == np.rint(held)).all()):
            steps = np.diff(case.part.values[case.every, k].astype(np.float64))
            if _ID.search(name.lower()) or bool((steps > 0).all() and (steps == 1).mean() > 0.9):
                found.append(name)
    return [
        Finding(
            "doctor.id_column",
            "warning",
            "An id as a feature",
            f"'{name}' has another value in nearly every row, as a number or name of the row has",
            "Learnt by heart it helps in training and not with new rows",
            "Ignore it",
            columns=(name,),
            fixes=case.ignoring([name]),
        )
        for name in found
    ]


def constants(case: Case) -> list[Finding]:
    """Columns without two different values in the training part."""
    found = []
    for name, values, _ in case.columns():
        held = values[~np.isnan(values)]
        if not len(held) or (held.min() == held.max() and len(held) == len(values)):
            found.append(name)
    if not found:
        return []
    one = len(found) == 1
    return [
        Finding(
            "doctor.constant",
            "hint",
            "Columns that never change",
            f"The column {listed(found)} has the same value in every training row"
            if one
            else f"{len(found):,} columns have the same value in every training row: {listed(found)}",
            "There is nothing to learn from that",
            "Ignore it" if one else "Ignore them",
            columns=tuple(found),
            fixes=case.ignoring(found),
        )
    ]


def copies(case: Case) -> list[Finding]:
    """Columns that say the same as an earlier one: each value of one always goes with the same value of the other."""
    columns = case.columns()[:MOST_COMPARED]
    if len(columns) < 2 or len(case.rows) < FEWEST_ROWS:
        return []
    some = spread(np.arange(len(case.rows)), COMPARED_ROWS)
    twins = _same_meaning([values[some] for _, values, _ in columns])
    if not twins:
        return []
    names = [name for name, _, _ in columns]
    later = [names[b] for _, b in twins]
    said = ", ".join(f"'{names[b]}' = '{names[a]}'" for a, b in twins[:4])
    more = f" and {len(twins) - 4} more" if len(twins) > 4 else ""
    return [
        Finding(
            "doctor.same_columns",
            "hint",
            "Columns that say the same",
            f"One column follows from the other in every row: {said}{more}",
            "The second adds nothing, and counts the same thing twice",
            "Ignore one of each",
            columns=tuple(later),
            fixes=case.ignoring(later),
        )
    ]


def _same_meaning(columns: list[Array]) -> list[tuple[int, int]]:
    """Pairs (earlier, later) of columns; those with one value only are left out."""
    seen: dict[bytes, int] = {}
    found: list[tuple[int, int]] = []
    fine: list[tuple[int, Array]] = []
    for k, values in enumerate(columns):
        filled = np.where(np.isnan(values), np.inf, values)
        distinct, first, codes = np.unique(filled, return_index=True, return_inverse=True)
        if len(distinct) < 2:
            continue
        if 3 * len(distinct) > len(values):
            if not np.isinf(filled).any():
                fine.append((k, values.astype(np.float64)))
            continue
        # Values by the order in which they first occur: the same for columns that go together one to one.
        turn = np.empty(len(distinct), dtype=np.int64)
        turn[np.argsort(first)] = np.arange(len(distinct))
        key = turn[codes.reshape(-1)].tobytes()
        if key in seen:
            found.append((seen[key], k))
        else:
            seen[key] = k
    return sorted(found + _proportional(fine))


def _proportional(columns: list[tuple[int, Array]]) -> list[tuple[int, int]]:
    """Columns of numbers that are the same but for unit and zero."""
    if len(columns) < 2:
        return []
    free = np.stack([(v - v.mean()) for _, v in columns])
    lengths = np.linalg.norm(free, axis=1, keepdims=True)
    free /= np.where(lengths > 0, lengths, 1.0)
    alike = np.abs(free @ free.T) > 1.0 - 1e-9
    pairs = []
    for b in range(1, len(columns)):
        earlier = np.flatnonzero(alike[b, :b])
        if len(earlier):
            pairs.append((columns[int(earlier[0])][0], columns[b][0]))
    return pairs
