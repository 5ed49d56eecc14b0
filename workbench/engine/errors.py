"""What can go wrong, as values a person can read.

WorkbenchError              one clear sentence: what happened, what was expected, how to fix it
├── ProjectError            a project file or its content
├── DataError               a data source, a file of it, or a split
├── TrainingError           a recipe that cannot train, a run that is not there
├── DeviceError             a device that is not there or cannot do this
├── ExportError             an export that failed or was not verified
└── ShapeProblem            raised by ``Layer.infer``; becomes a ``Problem`` on the canvas
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


class WorkbenchError(Exception):
    """An expected failure, told in up to three parts.

    Args:
        what: what happened, with the values ("The file a.npz has no array called 'x'").
        expected: what was expected instead.
        fix: how to mend it.
        code: stable identifier for translation and scripts ("data.missing_array").
        values: the values in the text, for translation.
    """

    def __init__(
        self, what: str, expected: str = "", fix: str = "", *, code: str = "", values: Mapping[str, Any] | None = None
    ) -> None:
        self.what, self.expected, self.fix = what, expected, fix
        self.code = code or type(self).__name__
        self.values = dict(values or {})
        super().__init__(sentence(what, expected, fix))


def sentence(*parts: str) -> str:
    """Joins the parts into one text, each ended by a full stop unless it ends in punctuation."""
    return " ".join(p if p[-1] in ".!?" else p + "." for p in (part.strip() for part in parts) if p)


class ProjectError(WorkbenchError):
    """A project file that cannot be read or written, or content that is not valid."""


class DataError(WorkbenchError):
    """Data that cannot be read, split or fed to a network."""


class TrainingError(WorkbenchError):
    """A recipe that cannot train, or a run that is not there."""


class DeviceError(WorkbenchError):
    """A device that is not there or cannot do what was asked."""


class ExportError(WorkbenchError):
    """An export that failed, or whose replay did not agree with the network."""


@dataclass(frozen=True)
class InsertBefore:
    """Suggested cure: put a layer of kind ``kind`` on the link that enters the node (``link``: which, from 0)."""

    label: str
    kind: str
    fields: tuple[tuple[str, Any], ...] = ()
    link: int = 0


@dataclass(frozen=True)
class SetField:
    """Suggested cure: set ``field`` of the node to ``value``."""

    label: str
    field: str
    value: Any


@dataclass(frozen=True)
class ReplaceBy:
    """Suggested cure: make the node a layer of kind ``kind``, keeping its name and links."""

    label: str
    kind: str
    fields: tuple[tuple[str, Any], ...] = ()


Suggestion = InsertBefore | SetField | ReplaceBy


class ShapeProblem(WorkbenchError):
    """A layer cannot take the shapes that reach it.

    Args:
        what: what the layer got, with the shapes.
        expected: what it needs.
        fixes: cures, offered to the user only when applying one really removes the problem.
        brief: a few words for the node itself ("needs a flat vector").
        fix: the cure in words, where no button can do it.
    """

    def __init__(
        self,
        what: str,
        expected: str,
        fixes: tuple[Suggestion, ...] = (),
        *,
        brief: str = "",
        fix: str = "",
        code: str = "shape",
        values: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(what, expected, fix, code=code, values=values)
        self.suggestions = fixes
        self.brief = brief or expected
