"""A first look at a file or folder, shared by all kinds of data that may recognise it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from .delimited import guess_encoding
from .paths import data_file, head_of, portable_path, resolve, unreadable

if TYPE_CHECKING:
    from .recipe import Source

DataKind = Literal["table", "text", "tagged", "series", "pictures", "arrays"]
KINDS: tuple[DataKind, ...] = ("table", "text", "tagged", "series", "pictures", "arrays")
"""What data can be taken as, in the order in which it is offered."""

HEAD = 1 << 16
"""Bytes of a file that are looked at."""
NAMES = 5000
"""Names in a folder that are looked at."""


@dataclass(frozen=True)
class Candidate:
    """One way to take a file or folder.

    Attributes:
        kind: what it is taken as.
        source: the source that reads it so.
        why: a few words on what speaks for it ("lines of 15 cells between commas"), for people.
        likely: how likely it is what was meant, 0 to 1; the first of those offered is the likeliest.
    """

    kind: DataKind
    source: Source
    why: str = ""
    likely: float = 0.5


@dataclass(frozen=True)
class Sighting:
    """What is there at a path, read once and quickly.

    Attributes:
        path: the file or folder, absolute.
        base_dir: folder of the project, against which paths are written.
        folder: whether it is a folder.
        head: the first bytes of a file, none of a folder.
        names: of a folder, what lies in it, hidden things left out; folders end in "/". The first ``NAMES`` of many.
        progress: to be called by whatever takes long; may raise ``Cancelled``.
    """

    path: Path
    base_dir: Path
    folder: bool
    head: bytes = b""
    names: tuple[str, ...] = ()
    progress: Callable[[float, str], None] = field(default=lambda done, text: None, compare=False)

    @property
    def suffix(self) -> str:
        """The ending of the name, in small letters."""
        return self.path.suffix.lower()

    @property
    def portable(self) -> str:
        """The path as a source holds it."""
        return portable_path(self.path, self.base_dir)

    @cached_property
    def text(self) -> str:
        """The beginning of a text file, in whole lines where it is long; empty where it is no text."""
        whole = len(self.head) < HEAD
        encoding = guess_encoding(self.head[: len(self.head) if whole else self.head.rfind(b"\n") + 1] or self.head)
        found = self.head.decode(encoding, "ignore").lstrip("\ufeff")
        if not found or "\0" in found or sum(c < " " and c not in "\t\r\n\f" for c in found[:4096]) > 8:
            return ""
        return found if whole else found[: found.rfind("\n") + 1] or found

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The first lines of a text file that are not blank."""
        return tuple(line for line in self.text.splitlines() if line.strip())


def sight(path: Path, base_dir: Path = Path(), progress: Callable[[float, str], None] | None = None) -> Sighting:
    """Looks at a file or folder. Raises ``DataError`` where it is missing, empty, can't be read, or is plainly no data."""
    full = resolve(str(path), base_dir)
    tell = progress or (lambda done, text: None)
    if full.is_dir():
        return Sighting(full, base_dir, folder=True, names=_names(full), progress=tell)
    return Sighting(
        full, base_dir, folder=False, head=head_of(data_file(str(full), base_dir, "The data file"), HEAD), progress=tell
    )


def _names(folder: Path) -> tuple[str, ...]:
    found: list[str] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if not entry.name.startswith("."):
                    found.append(f"{entry.name}/" if is_folder(entry) else entry.name)
                if len(found) == NAMES:
                    break
    except OSError as error:
        raise unreadable(folder, error) from error
    return tuple(sorted(found))


def is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a folder or a link to one; a link that leads nowhere or to itself is not."""
    try:
        return entry.is_dir()
    except OSError:
        return False
