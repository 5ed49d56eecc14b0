"""Gaps in a table that say something, or leave too little."""

from __future__ import annotations

import numpy as np

from ..cleaning_recipe import CleaningRecipe
from ..raw import Array
from ..recipe import DataRecipe
from .case import Case, listed
from .finding import Finding, Fix

MOSTLY = 0.6
"""Share of missing numbers from which on little is left of a column."""
TELLS = 0.2
"""Association (Cramer's V, or the correlation) of a gap with the target from which on the gap itself tells something."""
FEWEST = 20
SURE = 25.0
"""Chi-squared with one degree of freedom: less than one chance in a million."""


def gaps(case: Case) -> list[Finding]:
    """Columns of numbers whose gaps go with the target, and columns that are mostly gaps."""
    findings, tells, mostly = [], [], []
    cleaning = case.recipe.cleaning
    for name, values, names in case.columns():
        gap = np.isnan(values)
        if names or gap.sum() < FEWEST:
            continue
        if gap.mean() > MOSTLY:
            mostly.append(name)
        own = cleaning.of(name)
        marked = cleaning.indicator if own.indicator == "auto" else own.indicator == "yes"
        if not marked and own.indicator != "no" and "drop" not in (cleaning.missing, own.missing):
            strength = association(gap, case)
            if strength > TELLS and strength**2 * len(gap) > SURE:
                tells.append((name, strength))
    if tells:
        names_ = [name for name, _ in tells]

        def edit(recipe: DataRecipe) -> DataRecipe:
            changed: CleaningRecipe = recipe.cleaning.updated(indicator=True)
            return recipe.updated(cleaning=changed)

        findings.append(
            Finding(
                "doctor.missing_tells",
                "hint",
                "Gaps that tell something",
                f"Whether {listed(names_)} {'is' if len(names_) == 1 else 'are'} missing goes with what is to be predicted "
                f"(association {max(s for _, s in tells):.2f})",
                "Once filled, a gap can no longer be told from a number",
                "Mark missing numbers with a column of their own",
                columns=tuple(names_),
                fixes=(Fix("Mark missing numbers", edit),),
            )
        )
    if mostly:
        one = len(mostly) == 1
        findings.append(
            Finding(
                "doctor.mostly_missing",
                "hint",
                "Columns that are mostly empty",
                f"More than {MOSTLY:.0%} of the values are missing in {listed(mostly)}",
                "What is filled in is then mostly made up",
                "Ignore the column, unless what is there matters"
                if one
                else "Ignore them, unless what is there matters",
                columns=tuple(mostly),
                fixes=case.ignoring(mostly),
            )
        )
    return findings


def association(flag: Array, case: Case) -> float:
    """How strongly a flag (rows,) bool goes with the target, 0 to 1: Cramer's V for classes, else the correlation."""
    target = case.target.values[case.rows]
    if flag.all() or not flag.any():
        return 0.0
    if case.classes:
        kinds = len(case.target.classes)
        table = np.stack([np.bincount(target[flag], minlength=kinds), np.bincount(target[~flag], minlength=kinds)])
        table = table[:, table.sum(axis=0) > 0].astype(np.float64)
        expected = table.sum(axis=1, keepdims=True) * table.sum(axis=0) / table.sum()
        return float(np.sqrt((np.square(table - expected) / expected).sum() / table.sum()))
    best = 0.0
    for wanted in target.reshape(len(target), -1).astype(np.float64).T:
        if wanted.std() > 0:
            best = max(best, abs(float(np.corrcoef(flag, wanted)[0, 1])))
    return best
