"""Which source reads a file or folder that the user points at."""

from __future__ import annotations

import os
import re
from pathlib import Path

from ...errors import DataError
from ..paths import data_file, head_of, portable_path, resolve, unreadable
from ..recipe import Progress, Source
from .idx import IdxSource
from .image_folder import ImageFolderSource
from .npz import NpzSource
from .table import PARQUET, SUFFIXES, TableSource


def source_from_path(path: Path, base_dir: Path = Path(), progress: Progress = lambda done, text: None) -> Source:
    """The source for a table, a ``.npz`` file, an IDX file (with its labels and test set beside it), a folder of those, or a folder
    with a folder of pictures for each class.

    Looks at the content, and at the name for tables of text. Paths inside ``base_dir`` become relative to it. ``progress`` may raise
    ``Cancelled`` while a large folder is looked through. Raises ``DataError``.
    """
    full = resolve(str(path), base_dir)
    if full.is_dir():
        return (
            IdxSource.beside(full, base_dir) if _holds_idx(full) else ImageFolderSource.beside(full, base_dir, progress)
        )
    head = head_of(data_file(str(full), base_dir, "The data file"), 4)
    if head == PARQUET or full.suffix.lower() in SUFFIXES:
        return TableSource(path=portable_path(full, base_dir))
    if head.startswith(b"PK"):
        return NpzSource(path=portable_path(full, base_dir))
    if head[:2] in (b"\x1f\x8b", b"\0\0"):
        return IdxSource.beside(full, base_dir)
    raise DataError(
        f"'{full.name}' is not a kind of data that can be read",
        "Data files are tables (.csv, .tsv, .txt, .parquet), .npz (NumPy arrays) and IDX (pictures and labels as MNIST "
        "has them, .gz too)",
        "Choose such a file, a folder of IDX files, or a folder with a folder of pictures for each class",
        code="data.unknown_file",
        values={"file": full.name},
    )


def _holds_idx(folder: Path) -> bool:
    try:
        names = [entry.name.lower() for entry in os.scandir(folder) if entry.is_file()]
    except OSError as error:
        raise unreadable(folder, error) from error
    return any(re.search(r"ubyte|[.-]idx\d?\b", name) for name in names)
