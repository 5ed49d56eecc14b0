"""The runs that a study is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

from ..document import Project
from ..errors import TrainingError
from ..train.events import Event
from .events import StudyKind


@dataclass(frozen=True)
class Member:
    """One run: its number from 0, what it is called in the study, its project; of a search, the values that were drawn.

    ``resume``: the run that was broken off and is taken up, empty for a new one. ``problem``: why it can't be made.
    """

    number: int
    label: str
    project: Project
    values: dict[str, Any] = field(default_factory=dict)
    resume: str = ""
    problem: str = ""


@dataclass
class Outcome:
    """What became of a member. ``reason`` as in ``RunEnded``, or "pruned"."""

    member: Member
    run: str
    reason: str
    metrics: dict[str, float]
    message: str
    value: float | None = None


class Source(Protocol):
    """Where the members of a study come from."""

    total: int

    def next(self) -> Member | None:
        """The next member, None when there is none (any more)."""

    def heard(self, member: Member, event: Event) -> bool:
        """Takes notice of what a member's run says; whether it is to be ended early."""

    def ended(self, outcome: Outcome) -> None:
        """Takes notice of a member's ending; may set its value and reason."""

    def waited(self, seconds: float) -> None:
        """Takes notice of a pause that is over."""


class Fixed:
    """Members that are known from the start."""

    def __init__(self, members: list[Member], done: frozenset[int] = frozenset()) -> None:
        self.total = len(members)
        self._left = [m for m in members if m.number not in done]

    def next(self) -> Member | None:
        """The next of them."""
        return self._left.pop(0) if self._left else None

    def heard(self, member: Member, event: Event) -> bool:
        """Lets every run go on."""
        return False

    def ended(self, outcome: Outcome) -> None:
        """Nothing depends on it."""

    def waited(self, seconds: float) -> None:
        """Nothing depends on it."""


def planned(kind: StudyKind, project: Project) -> list[Member]:
    """The runs of several seeds or of a cross-validation. Raises ``TrainingError`` where the data can't be dealt so."""
    makers = {"seeds": _seeds, "folds": _folds}
    return list(makers[kind](project))


def _seeds(project: Project) -> Iterator[Member]:
    recipe, first = project.study, project.training.seed
    for number in range(recipe.seeds):
        seed = (first + number) % 2**32
        made = project.updated(training=project.training.updated(seed=seed))
        if recipe.seeds_split:
            split = made.data.split
            split = split.updated(seed=(split.seed + number) % 2**32)
            made = made.updated(data=made.data.updated(split=split))
        yield Member(number, f"seed {seed}", made)


def _folds(project: Project) -> Iterator[Member]:
    count, split = project.study.folds, project.data.split
    if split.method == "time":
        raise TrainingError(
            "The data is split by time, and folds would train on what came later than what they are tested on",
            "Cross-validation deals samples that don't depend on each other",
            "Compare several seeds instead, or choose another way to split",
            code="folds.time",
        )
    for fold in range(1, count + 1):
        # Whole groups stay whole. The test part is drawn as before: it depends on neither method nor folds.
        more = {"whole_groups": True} if split.method == "grouped" else {}
        dealt = split.updated(method="folds", folds=count, fold=fold, **more)
        made = project.updated(data=project.data.updated(split=dealt))
        yield Member(fold - 1, f"fold {fold} of {count}", made)
