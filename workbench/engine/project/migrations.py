"""Older project files made current: one function for each format number, each with a stored example among the tests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ..errors import ProjectError

FORMAT = 1
"""The format that this version writes."""

Migration = Callable[[dict[str, Any]], dict[str, Any]]

MIGRATIONS: Mapping[int, Migration] = {}
"""By format number: turns a document of that format into the next. Format 1 is the first, so there is none yet."""


def migrate(
    document: dict[str, Any], name: str, *, current: int = FORMAT, migrations: Mapping[int, Migration] = MIGRATIONS
) -> dict[str, Any]:
    """The document in the ``current`` format, without its ``format`` field.

    Args:
        document: what the file holds.
        name: the file's name, for messages.

    Raises ``ProjectError`` when the format is missing, newer than this version, or no longer read.
    """
    number = document.get("format")
    if isinstance(number, bool) or not isinstance(number, int) or number < 1:
        raise ProjectError(
            f"{name} is not a Workbench project",
            "A project file carries its format as a whole number",
            "Choose a file that Workbench saved",
            code="project.foreign",
            values={"file": name},
        )
    if number > current:
        raise ProjectError(
            f"{name} was made by a newer version of Workbench (file format {number})",
            f"This version reads formats up to {current}",
            "Update Workbench to open it",
            code="project.newer_format",
            values={"file": name, "format": number, "current": current},
        )
    content = {key: value for key, value in document.items() if key != "format"}
    for step in range(number, current):
        if step not in migrations:
            raise ProjectError(
                f"{name} has the file format {number}, which this version no longer reads",
                f"It reads {current} and those it can bring up to it",
                "Open and save it with an older version first",
                code="project.old_format",
                values={"file": name, "format": number, "current": current},
            )
        content = migrations[step](content)
    return content
