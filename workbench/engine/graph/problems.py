"""Problems and their fixes, as values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from ..errors import Suggestion, sentence
from .model import Graph

Severity = Literal["error", "warning", "notice"]


@dataclass(frozen=True)
class Fix:
    """An edit that removes a problem."""

    label: str
    edit: Callable[[Graph], Graph]


@dataclass(frozen=True)
class Remedy:
    """A change of one of the project's settings that removes a problem: ``path`` as ``--set`` takes it."""

    label: str
    path: str
    value: str


@dataclass(frozen=True)
class Problem:
    """Something about a network that the user should know.

    Attributes:
        code: stable identifier ("shape.rank", "graph.cycle"), for translation, tests and scripts.
        severity: an ``error`` keeps the network from training, a ``warning`` is a likely mistake, a ``notice`` tells
            what the program does on its own.
        node: id of the node it belongs to, None for the whole network.
        what: what happened, with the shapes.
        expected: what was expected.
        fix: how to mend it, in words, where no button can.
        brief: a few words for the node's card.
        fixes: edits, each tried and found to remove the problem.
        values: the values in the text, for translation.
        network: name of the network it is of, where a project has several; empty for the whole project.
        remedies: edits of the whole project that remove the problem.
    """

    code: str
    severity: Severity
    node: str | None
    what: str
    expected: str = ""
    fix: str = ""
    brief: str = ""
    fixes: tuple[Fix, ...] = ()
    values: dict[str, Any] = field(default_factory=dict)
    network: str = ""
    remedies: tuple[Remedy, ...] = ()

    def __str__(self) -> str:
        where = f"{self.network}: " if self.network and self.node is not None else ""
        return where + sentence(self.what, self.expected, self.fix)


@dataclass(frozen=True)
class Draft:
    """A problem with cures not yet tried: suggestions of its layer, and edits with a label."""

    problem: Problem
    suggestions: tuple[Suggestion, ...] = ()
    fixes: tuple[Fix, ...] = ()
