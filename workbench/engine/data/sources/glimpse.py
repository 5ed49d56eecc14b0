"""Some files of class folders, found without looking through all of them: enough to tell what a large folder holds."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TypeVar

from ..sighting import is_folder
from .class_folders import SPLIT_NAMES, class_name, natural

Item = TypeVar("Item")

DEEPEST = 4
"""Folders inside each other that are gone into."""


def glimpse(root: Path, most: int) -> list[tuple[str, str]]:
    """At most ``most`` files, evenly from all class folders: (path below ``root`` with forward slashes, class).

    Follows the rules of ``list_class_folders``, but goes past what can't be read.
    """
    chosen = _spread(class_folders(root), most)
    found: list[tuple[str, str]] = []
    for folder in chosen:
        share = most // len(chosen) + 1
        found += [(name, label_of(folder)) for name in _files(root, folder, share, DEEPEST)]
    return _spread(found, most)


def class_folders(root: Path) -> list[str]:
    """Paths of the class folders below ``root``, of every part where there are train, validation and test."""
    tops = _inside(root)[0]
    divided = [top for top in tops if top.lower() in SPLIT_NAMES and _inside(root / top)[0]]
    return [f"{top}/{name}" for top in divided for name in _inside(root / top)[0]] if divided else tops


def label_of(folder: str) -> str:
    """The class of a class folder."""
    return class_name(folder.rsplit("/", 1)[-1])


def _files(root: Path, folder: str, most: int, deep: int) -> list[str]:
    folders, files = _inside(root / folder)
    if files or not deep:
        return [f"{folder}/{name}" for name in _spread(files, most)]
    found: list[str] = []
    for inner in folders[:most]:
        found += _files(root, f"{folder}/{inner}", most - len(found), deep - 1)
        if len(found) >= most:
            break
    return found


def _inside(folder: Path) -> tuple[list[str], list[str]]:
    """Names of the folders and of the files in a folder; hidden ones are left out."""
    folders: list[str] = []
    files: list[str] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if not entry.name.startswith("."):
                    (folders if is_folder(entry) else files).append(entry.name)
    except OSError:
        return [], []
    return sorted(folders, key=natural), sorted(files)


def _spread(items: list[Item], count: int) -> list[Item]:
    if len(items) <= count:
        return items
    return [items[k * len(items) // count] for k in range(count)]
