"""What a study says, beside the events of its runs."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from .jobs import Answer

StudyKind = Literal["seeds", "folds", "search"]


class StudyStarted(Answer):
    """First. ``total``: runs that are planned, those that are done already included; ``threads`` of each of ``workers``."""

    event = "study_started"
    study: str
    kind: StudyKind
    total: int
    done: int = 0
    workers: int
    threads: int


class StudyState(Answer):
    """The study was paused, its runs with it, or goes on."""

    event = "study_state"
    study: str
    state: Literal["paused", "running"]


class MemberStarted(Answer):
    """A run of the study began; ``values``: of the fields that are searched, by path."""

    event = "member_started"
    study: str
    number: int
    label: str
    run: str
    values: dict[str, Any] = Field(default_factory=dict)


class MemberEnded(Answer):
    """A run of the study is over. ``run`` is empty where it could not begin, and ``message`` tells why.

    ``reason``: as in ``RunEnded``, and "pruned". ``value``: of a search, what it reached; None where it reached nothing.
    """

    event = "member_ended"
    study: str
    number: int
    label: str
    run: str
    reason: str
    metrics: dict[str, float] = Field(default_factory=dict)
    message: str = ""
    values: dict[str, Any] = Field(default_factory=dict)
    value: float | None = None


class StudyEnded(Answer):
    """Last, exactly once. ``spreads``: by metric, mean, deviation, least and greatest over the runs that ended well.

    ``reason``: "finished", "stopped" or "error"; ``best``: of a search, the number of its best trial.
    """

    event = "study_ended"
    study: str
    reason: str
    done: int = 0
    spreads: dict[str, dict[str, float]] = Field(default_factory=dict)
    best: int | None = None
    values: dict[str, Any] = Field(default_factory=dict)
    value: float | None = None
    message: str = ""
