"""Finding the files of class folders: ``cats/1.jpg``, ``train/cats/1.jpg``, ``cats/indoors/1.jpg``."""

from __future__ import annotations

import errno
import os
import re
import stat
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from ...errors import DataError
from ..paths import unreadable
from ..prepared import SplitName
from ..raw import Skipped

SPLIT_NAMES: dict[str, SplitName] = {
    "train": "train",
    "training": "train",
    "validation": "validation",
    "valid": "validation",
    "val": "validation",
    "dev": "validation",
    "test": "test",
    "testing": "test",
}
"""Names of folders that divide the samples, in small letters."""

LEADS_BACK = "It is a link to a folder that is read already"

_SYSTEM = frozenset({"__macosx", "thumbs.db", "desktop.ini"})
"""What systems leave in folders without being asked; ignored as hidden files are."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file in a class folder. ``name`` is its path below the folder, with forward slashes; ``state`` changes with it."""

    name: str
    label: str
    split: SplitName | None
    state: tuple[int, int, int]


@dataclass
class Listing:
    """The files of a folder in the order of their names, and what was left out."""

    files: list[FoundFile] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    """Every class folder, in the order of their names, those without files too."""


def list_class_folders(root: Path, tick: Callable[[int], None] = lambda count: None) -> Listing:
    """Lists a folder. Hidden files are ignored, everything else that is no file in a class folder is told.

    The folders below ``root`` are classes, unless they are called train, validation (or val, valid, dev) and test, and hold
    folders themselves: then those are the classes. Files in folders further down belong to the class above them.

    Args:
        root: the folder.
        tick: called with the number of files found so far; may raise.

    Raises ``DataError`` where the folder itself can't be read.
    """
    found = Listing()
    walk = _Walk(found, tick)
    tops = walk.entries(root, "", must=True)
    folders = [e for e in tops if e.is_folder]
    divided = _divided(walk, root, folders)
    for entry in tops:
        split = SPLIT_NAMES.get(entry.name.lower()) if divided else None
        path = os.path.join(root, entry.name)
        if not entry.is_folder:
            walk.skip(entry.name, "It lies in no class folder")
        elif walk.leads_back(entry):
            walk.skip(f"{entry.name}/", LEADS_BACK)
        elif not divided:
            walk.descend(path, entry.name, class_name(entry.name), None)
        elif split is None:
            walk.skip(f"{entry.name}/", "The folder is none of train, validation and test, which are beside it")
        else:
            for child in walk.entries(path, entry.name):
                name = f"{entry.name}/{child.name}"
                if not child.is_folder:
                    walk.skip(name, "It lies in no class folder")
                elif walk.leads_back(child):
                    walk.skip(f"{name}/", LEADS_BACK)
                else:
                    walk.descend(os.path.join(path, child.name), name, class_name(child.name), split)
    found.labels = sorted(walk.labels, key=natural)
    found.files.sort(key=lambda f: natural(f.name))
    return found


def list_pictures(root: Path, tick: Callable[[int], None] = lambda count: None) -> Listing:
    """Lists all files of a folder and of the folders in it, however deep; their label is empty.

    Hidden files are ignored. Raises ``DataError`` where the folder itself can't be read.
    """
    found = Listing()
    walk = _Walk(found, tick)
    for entry in walk.entries(root, "", must=True):
        if not entry.is_folder:
            found.files.append(FoundFile(entry.name, "", None, entry.state))
        elif walk.leads_back(entry):
            walk.skip(f"{entry.name}/", LEADS_BACK)
        else:
            walk.descend(os.path.join(root, entry.name), entry.name, "", None)
    found.files.sort(key=lambda f: natural(f.name))
    return found


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """A sort key in which 9 comes before 10."""
    parts = re.split(r"(\d+)", name)
    return (*((0, int(p), p) if p.isdecimal() else (1, 0, p) for p in parts if p), (0, 0, name))


def class_name(folder: str) -> str:
    """What the class of a folder is called: the same for both ways to write an accented letter, and on one line."""
    return shown(unicodedata.normalize("NFC", folder)).strip() or "_"


def shown(name: str) -> str:
    """A file's name for people: what can't be printed, such as a line break, is shown by a mark in its place."""
    plain = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(c if c.isprintable() else "␤" if c in "\r\n" else "\ufffd" for c in plain)


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    is_folder: bool
    is_link: bool
    state: tuple[int, int, int]
    identity: tuple[int, int]


class _Walk:
    def __init__(self, found: Listing, tick: Callable[[int], None]) -> None:
        self.found, self.tick = found, tick
        self.labels: set[str] = set()
        self.visited: set[tuple[int, int]] = set()

    def skip(self, name: str, reason: str) -> None:
        self.found.skipped.append(Skipped(shown(name), reason))

    def leads_back(self, entry: _Entry) -> bool:
        return entry.is_link and entry.identity in self.visited

    def entries(self, folder: str | Path, name: str, *, must: bool = False, quiet: bool = False) -> list[_Entry]:
        """What lies in a folder, in the order of names, hidden things left out; unreadable ones are told and left out."""
        found = []
        try:
            status = os.stat(folder)
            if not quiet:
                self.visited.add((status.st_dev, status.st_ino))
            with os.scandir(folder) as listing:
                items = list(listing)
        except OSError as error:
            if must:
                raise _no_folder(Path(folder), error) from error
            if not quiet:
                self.skip(f"{name}/", f"The folder cannot be read ({error.strerror or error})")
            return []
        for item in items:
            if item.name.startswith(".") or item.name.lower() in _SYSTEM:
                continue
            full = f"{name}/{item.name}" if name else item.name
            try:
                status = os.stat(item.path)
            except OSError as error:
                if not quiet:
                    lost = item.is_symlink() and isinstance(error, FileNotFoundError)
                    loop = item.is_symlink() and error.errno == errno.ELOOP
                    reason = "It is a link to nothing" if lost else f"It cannot be read ({error.strerror or error})"
                    self.skip(full, "It is a link that leads to itself" if loop else reason)
                continue
            if stat.S_ISDIR(status.st_mode) or stat.S_ISREG(status.st_mode):
                found.append(
                    _Entry(
                        item.name,
                        stat.S_ISDIR(status.st_mode),
                        item.is_symlink(),
                        (status.st_size, status.st_mtime_ns, status.st_ctime_ns),
                        (status.st_dev, status.st_ino),
                    )
                )
            elif not quiet:
                self.skip(full, "It is a device or a pipe, not a file")
        return sorted(found, key=lambda e: natural(e.name))

    def descend(self, folder: str, name: str, label: str, split: SplitName | None) -> None:
        """Takes all files of a class folder, however deep."""
        self.labels.add(label)
        waiting = [(folder, name)]
        while waiting:
            path, below = waiting.pop()
            for entry in self.entries(path, below):
                full = f"{below}/{entry.name}"
                if not entry.is_folder:
                    self.found.files.append(FoundFile(full, label, split, entry.state))
                elif self.leads_back(entry):
                    self.skip(f"{full}/", LEADS_BACK)
                else:
                    waiting.append((os.path.join(path, entry.name), full))
            self.tick(len(self.found.files))


def _divided(walk: _Walk, root: Path, folders: list[_Entry]) -> bool:
    """Whether the folders are parts (train, test) that hold the classes, rather than classes themselves."""
    named = [e for e in folders if e.name.lower() in SPLIT_NAMES]
    holding = {
        SPLIT_NAMES[e.name.lower()]
        for e in named
        if any(c.is_folder for c in walk.entries(os.path.join(root, e.name), e.name, quiet=True))
    }
    return "train" in holding and (len(named) == len(folders) or len(holding) > 1)


def _no_folder(root: Path, error: OSError) -> DataError:
    if isinstance(error, FileNotFoundError):
        return DataError(
            f"The folder '{root.name}' is not in {root.parent}",
            "",
            "Put it back, or choose where it is now",
            code="data.file_missing",
            values={"file": root.name, "folder": str(root.parent)},
        )
    if isinstance(error, NotADirectoryError):
        return DataError(
            f"'{root.name}' is a file",
            "A folder of pictures is needed here",
            "Choose a folder with a folder for each class",
            code="data.not_a_folder",
            values={"file": root.name},
        )
    return unreadable(root, error)
