"""A table that names picture files: which column names them, where they lie, and what the other columns say of them."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from ...errors import DataError
from ..delimited import LISTED, MISSING, Cells, is_number, listed, looks_like_header, read_cells, unique_names
from ..file_hashes import State
from ..listings import listed as kept_listing
from ..paths import head_of
from ..prepared import SplitName
from ..raw import Skipped
from .class_folders import SPLIT_NAMES, shown
from .picture_size import SUFFIXES

TARGET_NAMES = (
    "label",
    "labels",
    "class",
    "classes",
    "category",
    "categories",
    "target",
    "targets",
    "tag",
    "tags",
    "y",
)
"""Columns that are taken as what is to be predicted, in small letters, where nothing else is told."""
SPLIT_COLUMNS = ("split", "set", "subset", "partition", "dataset", "fold")
NUMBERED: dict[str, SplitName] = {"0": "train", "1": "validation", "2": "test"}
"""Parts by number, as CelebA and others have them; only where these are all that a column holds."""
ROWS_LOOKED_AT = 60
_TICK = 1000
PICTURES = 0.8
"""Share of the cells of a column that must name pictures."""


@dataclass(frozen=True)
class Row:
    """A line of the table whose picture is there. ``name`` is its path below the folder; ``cells`` those of the targets."""

    line: int
    name: str
    state: State
    cells: tuple[str, ...]
    split: SplitName | None


@dataclass(frozen=True)
class PictureList:
    """A table of pictures.

    Attributes:
        root: the folder that names are below.
        picture, columns, split: names of the columns that name the files, say what is to be predicted, and divide; "" where
            no column divides.
        rows: the lines in their order.
        skipped: lines that were left out.
    """

    root: Path
    picture: str
    columns: tuple[str, ...]
    split: str
    rows: tuple[Row, ...]
    skipped: tuple[Skipped, ...] = field(default=())


def read_list(
    path: Path,
    folder: Path | None = None,
    *,
    picture: str = "",
    targets: tuple[str, ...] = (),
    split: str = "",
    tick: Callable[[int], None] = lambda count: None,
) -> PictureList:
    """Reads a table and looks for its pictures.

    Args:
        path: the table, text.
        folder: where the pictures lie; None: beside the table, or in a folder beside it.
        picture, targets, split: names of columns; empty ones are guessed.
        tick: called with the number of pictures found so far; may raise.

    Raises ``DataError`` where it is no such table.
    """
    try:
        cells = read_cells(path.read_bytes(), path.name, header="no")
    except OSError:
        head_of(path)  # which tells why
        raise
    names, start = _names(cells)
    rows = list(cells.frame.iter_rows())[start:]
    lines = cells.lines[start:].tolist()
    column = _chosen(names, picture, path) if picture else picture_column(rows)
    if column is None:
        column = named_without_ending(names, rows, folder or path.parent)
    if column is None:
        raise DataError(
            f"No column of '{path.name}' names picture files",
            f"One of its columns, {', '.join(names[:6])}, should hold their paths",
            "Choose the column, or open the file as a table",
            code="data.no_picture_column",
            values={"file": path.name, "columns": names},
        )
    divides = _chosen(names, split, path) if split else _split_column(names, rows, column)
    wanted = [_chosen(names, name, path) for name in targets] or _target_columns(names, column, divides)
    if not wanted:
        raise DataError(
            f"'{path.name}' has no column beside the pictures' names",
            "Another one should say what is to be predicted",
            "Add one, or open the folder of the pictures for an autoencoder",
            code="data.no_labels",
            values={"file": path.name},
        )
    first = [str(row[column] or "") for row in rows[:ROWS_LOOKED_AT]]
    root, suffix = (folder, _suffix(folder, first)) if folder is not None else found_root(path.parent, first)
    parts = _parts(rows, divides)
    kept: list[Row] = []
    skipped: list[Skipped] = []
    for line, row in zip(lines, rows, strict=True):
        name = clean_name(str(row[column] or ""))
        found = _find(root, name, suffix)
        reason = found if isinstance(found, str) else ""
        part: SplitName | None = None
        if not reason and divides is not None:
            cell = str(row[divides] or "").strip().lower()
            part = parts.get(cell)
            if part is None:
                reason = f"Its part '{cell}' is none of train, validation and test" if cell else "It has no part"
        if reason:
            skipped.append(Skipped(f"line {line:,}: {shown(name)}" if name else f"line {line:,}", reason))
            continue
        assert not isinstance(found, str)
        values = tuple(str(row[k] or "").strip() for k in wanted)
        kept.append(Row(line, found[0], found[1], values, part))
        if len(kept) % _TICK == 0:
            tick(len(kept))
    if not kept:
        raise DataError(
            f"None of the {len(rows):,} pictures that '{path.name}' names is there, such as '{shown(first[0])}'",
            f"They were looked for in {root}",
            "Choose the folder that they lie in",
            code="data.pictures_missing",
            values={"file": path.name, "folder": str(root)},
        )
    every = (*cells.skipped, *listed(skipped[:LISTED], len(skipped)))
    titles = tuple(names[k] for k in wanted)
    return PictureList(root, names[column], titles, names[divides] if divides is not None else "", tuple(kept), every)


@dataclass(frozen=True)
class _Columns:
    """Reads tables with these columns, see ``read_list``."""

    folder: Path | None
    picture: str
    targets: tuple[str, ...]
    split: str

    def __call__(self, path: Path, tick: Callable[[int], None]) -> PictureList:
        return read_list(path, self.folder, picture=self.picture, targets=self.targets, split=self.split, tick=tick)


def current_list(path: Path, folder: Path | None, columns: tuple[str, tuple[str, ...], str]) -> PictureList:
    """As ``read_list``, once while data is prepared. ``columns`` are its picture, targets and split."""
    return kept_listing(_Columns(folder, *columns), path, "pictures")


@lru_cache(maxsize=4)
def remembered_list(
    path: Path, state: tuple[int, int], folder: Path | None, columns: tuple[str, tuple[str, ...], str]
) -> tuple[Path, tuple[str, ...]]:
    """The folder and the names of the pictures of a table whose size and time are ``state``, to look at them again.

    ``columns`` are those of ``current_list``.
    """
    found = current_list(path, folder, columns)
    return found.root, tuple(row.name for row in found.rows)


def picture_column(rows: Sequence[Sequence[str | None]]) -> int | None:
    """The column most of whose cells end as picture files do; None where there is none."""
    shares = []
    some = rows[:ROWS_LOOKED_AT]
    for k in range(len(rows[0]) if rows else 0):
        cells = [str(row[k] or "").strip() for row in some]
        shares.append(sum(cell.lower().endswith(SUFFIXES) for cell in cells) / len(cells))
    best = max(range(len(shares)), key=lambda k: shares[k], default=None)
    return best if best is not None and shares[best] >= PICTURES else None


def named_without_ending(names: Sequence[str], rows: Sequence[Sequence[str | None]], folder: Path) -> int | None:
    """The column whose cells are names of picture files without their endings, such as ids; None where there is none."""
    for k in range(len(names)):
        cells = [clean_name(str(row[k] or "")) for row in rows[:ROWS_LOOKED_AT]]
        # Numbers may be names of pictures by chance: many of them, each another, are not.
        enough = 8 if all(is_number(cell) for cell in cells) else 1
        if len(cells) >= enough and all(cells) and len(set(cells)) == len(cells):
            root, suffix = found_root(folder, cells[:5])
            if suffix and all(not isinstance(_find(root, cell, suffix), str) for cell in cells):
                return k
    return None


def found_root(folder: Path, names: Sequence[str]) -> tuple[Path, str]:
    """The folder in which most of the pictures are, and the ending that their names lack: the folder itself or one in it."""
    names = [clean_name(name) for name in names]
    best = (_there(folder, "", names), folder, "")
    if best[0] < len(names):
        for root in (folder, *_folders(folder)):
            suffix = _suffix(root, names)
            count = _there(root, suffix, names)
            if count > best[0]:
                best = (count, root, suffix)
            if count == len(names):
                break
    return best[1], best[2]


def clean_name(cell: str) -> str:
    """A path as it is looked for: forward slashes, no leading "./"."""
    name = cell.strip().strip('"').replace("\\", "/")
    while name.startswith("./"):
        name = name[2:]
    return name


def _folders(folder: Path) -> list[Path]:
    """Folders in a folder and in those."""
    found: list[Path] = []
    for depth in (folder, None):
        for top in [depth] if depth is not None else list(found):
            try:
                found += sorted(p for p in top.iterdir() if p.is_dir() and not p.name.startswith("."))[:50]
            except OSError:
                continue  # what can't be looked into holds none of the pictures
    return found


def _suffix(root: Path, names: Sequence[str]) -> str:
    """The ending that the first name lacks below ``root``; empty where it is there as it stands, or not at all."""
    name = next((clean_name(n) for n in names if n), "")
    if not name or name.lower().endswith(SUFFIXES):
        return ""
    return next((s for s in (*SUFFIXES, *(x.upper() for x in SUFFIXES)) if is_there(root / f"{name}{s}")), "")


def is_there(path: Path) -> bool:
    """Whether there is such a file; a cell that can't be a name, as it is too long, names none."""
    try:
        return path.is_file()
    except OSError:
        return False


def _there(root: Path, suffix: str, names: Sequence[str]) -> int:
    return sum(not isinstance(_find(root, name, suffix), str) for name in names)


def _find(root: Path, name: str, suffix: str) -> tuple[str, State] | str:
    """A file's name below the folder and its state, or why it can't be taken."""
    if not name:
        return "It names no picture"
    for candidate in (f"{name}{suffix}", name) if suffix else (name,):
        try:
            status = os.stat(root / candidate)
        except FileNotFoundError:
            continue
        except (OSError, ValueError) as error:
            return f"It cannot be read ({getattr(error, 'strerror', None) or error})"
        if not stat.S_ISREG(status.st_mode):
            return "It is no file"
        return candidate, (status.st_size, status.st_mtime_ns, status.st_ctime_ns)
    return "The picture is not there"


def _names(cells: Cells) -> tuple[list[str], int]:
    """Names of the columns, and the row that the data begins with: 1 below a header."""
    rows = [[str(cell or "") for cell in row] for row in cells.frame.head(500).iter_rows()]
    plain = [f"column_{k + 1}" for k in range(cells.frame.width)]
    column = picture_column(rows[1:] or rows)
    first = rows[0]
    # A header does not name a picture; where all names do, there is none, whatever the other cells look like.
    header = not first[column].strip().lower().endswith(SUFFIXES) if column is not None else looks_like_header(rows)
    if not header or len(rows) == 1:
        return plain, 0
    given = [cell.strip().strip("'\"") for cell in first]
    return unique_names([cell or plain[k] for k, cell in enumerate(given)]), 1


def _chosen(names: Sequence[str], wanted: str, path: Path) -> int:
    for k, name in enumerate(names):
        if name == wanted:
            return k
    raise DataError(
        f"'{path.name}' has no column '{wanted}'",
        f"It has {', '.join(names[:12])}{', ...' if len(names) > 12 else ''}",
        "Choose one of these",
        code="data.no_column",
        values={"file": path.name, "column": wanted, "columns": list(names)},
    )


def _split_column(names: Sequence[str], rows: Sequence[Sequence[str | None]], picture: int) -> int | None:
    """A column that is called so and holds nothing but names (or numbers) of parts."""
    for k, name in enumerate(names):
        if k != picture and name.strip().lower() in SPLIT_COLUMNS and _parts(rows, k):
            return k
    return None


def _parts(rows: Sequence[Sequence[str | None]], column: int | None) -> dict[str, SplitName]:
    """What the cells of a column that divides stand for; empty where they are no parts."""
    if column is None:
        return {}
    held = {str(row[column] or "").strip().lower() for row in rows} - {""}
    if held and held <= NUMBERED.keys():
        return dict(NUMBERED)
    known = {cell: SPLIT_NAMES[cell] for cell in held if cell in SPLIT_NAMES}
    return known if "train" in known.values() else {}


def _target_columns(names: Sequence[str], picture: int, split: int | None) -> list[int]:
    """What is to be predicted: the first column that is called so, else all that are left."""
    left = [k for k in range(len(names)) if k not in (picture, split)]
    called = [k for k in left if names[k].strip().lower() in TARGET_NAMES]
    # An index that a data frame left has no name.
    left = [k for k in left if not names[k].lower().startswith("unnamed:")] or left
    return called[:1] or left


def missing(cell: str) -> bool:
    """Whether a cell says nothing."""
    return cell in MISSING
