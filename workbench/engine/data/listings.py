"""A folder is listed once while data is prepared: what told whether it changed is what is read then."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from .recipe import Progress

Listing = TypeVar("Listing")

_here = threading.local()


@contextmanager
def listed_once(progress: Progress) -> Iterator[None]:
    """Within it, in this thread, ``listed`` lists each folder once; ``progress`` is told of it, and may raise."""
    before = getattr(_here, "kept", None)
    _here.kept = (progress, {})
    try:
        yield
    finally:
        _here.kept = before


def listed(
    how: Callable[[Path, Callable[[int], None]], Listing], root: Path, what: str, progress: Progress | None = None
) -> Listing:
    """The listing of a folder, which nobody may change.

    Args:
        how: lists the folder; called with it and with what tells the number of files found so far.
        root: the folder.
        what: what is looked for ("pictures").
        progress: told of it; None for what ``listed_once`` got.

    Raises what ``how`` raises.
    """
    kept: tuple[Progress, dict[Any, Any]] | None = getattr(_here, "kept", None)
    found = kept[1] if kept is not None else {}
    if progress is None:
        progress = kept[0] if kept is not None else lambda done, text: None
    tell = progress
    if (how, root) not in found:
        found[how, root] = how(root, lambda count: tell(0.0, f"Looking for {what}: {count:,} files"))
    listing: Listing = found[how, root]
    return listing
