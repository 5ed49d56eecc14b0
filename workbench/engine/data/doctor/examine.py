"""All checks, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..prepared import PreparedData
from ..recipe import DataRecipe, Progress
from .case import Case
from .classes import imbalance, left_out, small_classes
from .columns import constants, copies, leaks, row_numbers
from .duplicates import clashes, duplicates
from .finding import SEVERITIES, Diagnosis, Finding, Looked
from .missing import gaps
from .near import bound, near_duplicates
from .numbers import lost_digits, outliers, scales
from .pictures import blank_pictures
from .shift import shifts


@dataclass(frozen=True)
class Check:
    """One question asked of the data.

    Attributes:
        title: what is looked for, in a few words.
        look: the answer, nothing where all is well.
        kinds: kinds of input that it is asked of; empty for all.
        bound: what it looks at where that is not everything.
        weight: its share of the time, roughly.
    """

    title: str
    look: Callable[[Case], list[Finding]]
    kinds: tuple[str, ...] = ()
    bound: Callable[[Case], str] = lambda case: ""
    weight: float = 1.0

    def applies(self, case: Case) -> bool:
        """Whether it can be asked of this data."""
        return not self.kinds or case.part.kind in self.kinds


def _whole(case: Case) -> str:
    return case.bound


def _columns(case: Case) -> str:
    seen, of = len(case.rows), len(case.data.splits["train"])
    return "" if seen == of else f"{seen:,} of {of:,} samples"


CHECKS: tuple[Check, ...] = (
    Check("files and rows that could not be read", left_out),
    Check("the same sample several times", duplicates, bound=_whole, weight=3),
    Check("nearly the same sample several times", near_duplicates, ("image", "table", "text"), bound=bound, weight=20),
    Check("the same input with different labels", clashes, bound=_whole),
    Check("columns that give the answer away", leaks, ("table",), bound=_columns),
    Check("ids as features", row_numbers, ("table",), bound=_columns),
    Check("columns that never change", constants, ("table",), bound=_columns),
    Check("columns that say the same", copies, ("table",), bound=_columns),
    Check("values of unsuitable size", scales),
    Check("more digits than are kept", lost_digits, ("table",), bound=_columns),
    Check("outliers and numbers that stand for missing", outliers, ("table",), bound=_columns),
    Check("gaps that tell something", gaps, ("table",), bound=_columns),
    Check("pictures with nothing on them", blank_pictures, ("image",), bound=_whole, weight=2),
    Check("classes too small to split", small_classes),
    Check("classes of very unequal size", imbalance),
    Check("parts that differ", shifts),
)


def examine(data: PreparedData, recipe: DataRecipe, progress: Progress | None = None) -> Diagnosis:
    """Looks for everything that would spoil training or scores. Nothing is changed; no torch.

    Time and memory are bounded: of very large data a part is looked at, which ``Diagnosis.looked`` tells.

    Args:
        data: prepared data.
        recipe: what it was prepared by; fixes start from such a recipe.
        progress: called with the share done and a few words; may raise ``Cancelled``.
    """
    report = progress or (lambda done, text: None)
    state = [0.0, 0.0]

    def tick(done: float) -> None:
        report(state[0] + state[1] * done, "Examining the data")

    case = Case(data, recipe, tick)
    checks = [check for check in CHECKS if check.applies(case)]
    total = sum(check.weight for check in checks)
    findings: list[Finding] = []
    looked = []
    for check in checks:
        state[1] = check.weight / total
        tick(0.0)
        findings += check.look(case)
        looked.append(Looked(check.title, check.bound(case)))
        state[0] += state[1]
    report(1.0, "The data is examined")
    findings.sort(key=lambda f: SEVERITIES.index(f.severity))
    return Diagnosis(tuple(findings), tuple(looked), recipe)
