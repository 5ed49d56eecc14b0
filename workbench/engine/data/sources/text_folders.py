"""What a folder of texts holds: a folder for each class, a file for each class, or files for training and test."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from ...errors import DataError
from ..paths import unreadable
from ..prepared import SplitName
from ..raw import Skipped
from ..text.guess import texts_in
from ..text.reading import some_lines
from .class_folders import SPLIT_NAMES, FoundFile, class_name, list_class_folders, natural, shown
from .glimpse import glimpse

CLASS_FILES = frozenset({"class", "classes", "label", "labels", "class_names", "categories", "label_names"})
"""Names, without ending, of files that name the classes, one a line."""

_LINES = frozenset({".txt", ".text"})
_TABLES = frozenset({".csv", ".tsv", ".tab", ".txt", ".parquet", ".pq"})
_LOOKED_AT = 8
_PEEKED = 60

TextLayout = Literal["folders", "files", "parts"]


@dataclass
class TextFolder:
    """The files of a folder and what each stands for. ``label`` of the files of "parts" is empty: they hold it."""

    layout: TextLayout
    files: list[FoundFile] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    names_file: str = ""

    def stamp(self) -> str:
        """A hash that changes when a file changes, comes or goes."""
        about = [[f.name, *f.state] for f in self.files], [[s.item, s.reason] for s in self.skipped], self.names_file
        return hashlib.blake2b(json.dumps(about).encode("ascii"), digest_size=16).hexdigest()


def list_text_folder(root: Path, tick: Callable[[int], None] = lambda count: None) -> TextFolder:
    """Lists a folder of texts. Hidden files are ignored, everything else that is not used is told.

    Raises ``DataError`` where it can't be read or holds no texts.
    """
    files, folders = _top(root)
    parts = _part_files(files)
    if parts:
        return _parts(files, parts, folders)
    if folders:
        listing = list_class_folders(root, tick)
        if listing.files:
            return TextFolder("folders", listing.files, listing.skipped)
    lines = [f for f in files if _ending(f.name) in _LINES]
    if len(lines) >= 2:
        skipped = [Skipped(shown(f.name), "It is not a text file (.txt)") for f in files if f not in lines]
        skipped += [Skipped(f"{shown(name)}/", "Samples lie in the files beside it") for name in folders]
        labelled = [FoundFile(f.name, class_name(f.name.rpartition(".")[0]), None, f.state) for f in lines]
        return TextFolder("files", labelled, skipped)
    raise DataError(
        f"'{root.name}' holds no texts with labels",
        "Known are a folder of text files for each class, a text file for each class with a sample in each line, and files "
        "called train, validation and test",
        "Choose such a folder",
        code="data.no_texts",
        values={"folder": root.name},
    )


def holds_texts(root: Path) -> bool:
    """Whether a folder holds texts with labels rather than pictures or numbers, by a look at some of its files."""
    try:
        files, folders = _top(root)
    except DataError:
        return False
    names = [
        f.name for f in files if _ending(f.name) in _LINES and f.name.rpartition(".")[0].lower() not in CLASS_FILES
    ]
    if not folders and len(names) >= 2:
        return all(texts_in(some_lines(root / name, 1 << 14)) for name in names[:_LOOKED_AT])
    if folders:
        peeked = [root / name for name, _ in glimpse(root, _PEEKED)]
        texts = [path for path in peeked if _ending(path.name) in _LINES]
        return 2 * len(texts) > len(peeked) and all(texts_in(some_lines(p, 1 << 14)) for p in texts[:_LOOKED_AT])
    return False


def some_of_class_folders(root: Path, most: int) -> list[tuple[str, str]]:
    """Some files of every class folder, (path below ``root``, class), found quickly; none where classes are no folders."""
    try:
        files, folders = _top(root)
    except DataError:
        return []
    return glimpse(root, most) if folders and not _part_files(files) else []


def _part_files(files: list[FoundFile]) -> list[FoundFile]:
    return [f for f in files if f.name.rpartition(".")[0].lower() in SPLIT_NAMES and _ending(f.name) in _TABLES]


def _parts(files: list[FoundFile], parts: list[FoundFile], folders: list[str]) -> TextFolder:
    found = TextFolder("parts")
    splits: dict[SplitName, str] = {}
    for file in files:
        stem = file.name.rpartition(".")[0].lower()
        if file not in parts:
            if stem in CLASS_FILES and not found.names_file:
                found.names_file = file.name
            else:
                found.skipped.append(Skipped(shown(file.name), "It is not called train, validation (or dev) or test"))
            continue
        split = SPLIT_NAMES[stem]
        if split in splits:
            found.skipped.append(Skipped(shown(file.name), f"'{shown(splits[split])}' is the {split} part already"))
            continue
        splits[split] = file.name
        found.files.append(FoundFile(file.name, "", split, file.state))
    found.skipped += [Skipped(f"{shown(name)}/", "Samples lie in the files beside it") for name in folders]
    order: list[SplitName] = ["train", "validation", "test"]
    found.files.sort(key=lambda f: order.index(f.split or "train"))
    return found


def _ending(name: str) -> str:
    return Path(name).suffix.lower()


def _top(root: Path) -> tuple[list[FoundFile], list[str]]:
    """Files and folders that lie in a folder, in the order of their names. Raises ``DataError``."""
    files, folders = [], []
    try:
        with os.scandir(root) as listing:
            for entry in listing:
                if entry.name.startswith("."):
                    continue
                try:
                    status = entry.stat()
                except OSError:
                    # It is told where the file is to be read.
                    files.append(FoundFile(entry.name, "", None, (0, 0, 0)))
                    continue
                if stat.S_ISDIR(status.st_mode):
                    folders.append(entry.name)
                elif stat.S_ISREG(status.st_mode):
                    state = (status.st_size, status.st_mtime_ns, status.st_ctime_ns)
                    files.append(FoundFile(entry.name, "", None, state))
    except OSError as error:
        raise unreadable(root, error) from error
    return sorted(files, key=lambda f: natural(f.name)), sorted(folders, key=natural)
