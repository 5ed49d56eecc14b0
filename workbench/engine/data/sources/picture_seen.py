"""Recognising a table that names picture files, by its first lines and a few looks at the disk."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Literal

from ..delimited import table_like, unique_names
from ..paths import head_of
from ..sighting import HEAD, Sighting
from .picture_list import clean_name, found_root, is_there, named_without_ending, picture_column

LabelTask = Literal["auto", "classification", "multi_label", "regression"]

TABLES = (".csv", ".tsv", ".tab", ".txt", ".psv", ".data")
FEW = 3
"""Columns of a table up to which numbers that are names of pictures are taken as such first."""
MOST_TABLES = 20
"""Tables of a folder that are looked into."""


def seen_list(seen: Sighting) -> tuple[Path, float, str] | None:
    """The table, how likely it was meant, and why; None where there is none.

    A folder holds one when there are pictures in it or below it that a table in it names.
    """
    if not seen.folder:
        found = _looks(seen.path, seen.text)
        return (seen.path, *found) if found is not None else None
    tables = [name for name in seen.names if name.lower().endswith(TABLES)]
    best: tuple[Path, float, str] | None = None
    for name in sorted(tables, key=lambda n: ("train" not in n.lower() and "label" not in n.lower(), n))[:MOST_TABLES]:
        path = seen.path / name
        text = head_of(path, HEAD).decode("utf-8", "ignore").lstrip("\ufeff")
        found = _looks(path, text)
        if found is not None and (best is None or found[0] - 0.01 > best[1]):
            best = (path, found[0] - 0.01, found[1])
    return best


def _looks(path: Path, text: str) -> tuple[float, str] | None:
    lines = [line for line in text.splitlines()[:80] if line.strip()]
    like = table_like("\n".join(lines)) if len(lines) > 1 else None
    if like is None:
        return None
    separator, width = like
    rows = [row for row in csv.reader(lines, delimiter=separator, skipinitialspace=True) if len(row) == width]
    column = picture_column(rows[1:])
    if column is None:
        column = named_without_ending(unique_names(rows[0]), rows[1:], path.parent) if len(rows) > 1 else None
        if column is None:
            return None
        # Rows are numbered in many tables, and files called 1.png lie in many folders.
        numbered = width > FEW and all(row[column].strip().isdecimal() for row in rows[1:])
        return (0.5 if numbered else 0.93), "a table that names picture files by ids"
    names = [clean_name(row[column]) for row in rows[1:21]]
    root, _ = found_root(path.parent, names)
    there = sum(is_there(root / name) for name in names)
    if there == 0:
        # Perhaps they lie elsewhere: as a table, names of files tell nothing.
        return 0.4, "a table that names picture files, which are not beside it"
    return 0.97, "a table that names picture files"
