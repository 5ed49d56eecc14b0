"""Paths in a project, and opening a data file with a clear word about what is wrong with it."""

from __future__ import annotations

import os
from pathlib import Path

from ..errors import DataError

LFS_POINTER = b"version https://git-lfs"


def resolve(name: str, base_dir: Path) -> Path:
    """The absolute path of ``name``; a relative one is read against ``base_dir``, ``~`` is the home folder."""
    path = Path(name).expanduser()
    return Path(os.path.abspath(path if path.is_absolute() else base_dir / path))


def portable_path(path: Path, base_dir: Path) -> str:
    """How a project in ``base_dir`` should name ``path``: relative with forward slashes inside that folder, else absolute."""
    full, base = Path(os.path.abspath(path)), Path(os.path.abspath(base_dir))
    return full.relative_to(base).as_posix() if full.is_relative_to(base) else str(full)


def data_file(name: str, base_dir: Path, what: str) -> Path:
    """The path of a readable, non-empty file; ``what`` says what it is for ("The file of pictures").

    Raises ``DataError`` when no name was given, or it is missing, a folder, unreadable, empty, or only a pointer or a
    web page that was saved in place of the data.
    """
    if not name:
        raise DataError(f"{what} is not chosen", "", "Choose a file", code="data.no_file", values={"what": what})
    path = resolve(name, base_dir)
    head = head_of(path)
    values = {"file": path.name}
    if not head:
        raise DataError(
            f"The file '{path.name}' is empty",
            "It should hold data",
            "Download or copy it again",
            code="data.file_empty",
            values=values,
        )
    if head.startswith(LFS_POINTER):
        raise DataError(
            f"The file '{path.name}' is only a Git LFS pointer, not the data itself",
            "The real file is larger and lies on the server it came from",
            "Run 'git lfs pull' in its repository, or download the file itself",
            code="data.lfs_pointer",
            values=values,
        )
    if head.lstrip()[:15].lower().startswith((b"<!doctype html", b"<html")):
        raise DataError(
            f"The file '{path.name}' is a web page, not data",
            "The download probably saved the page around the file",
            "Download the file itself",
            code="data.web_page",
            values=values,
        )
    return path


def head_of(path: Path, size: int = 512) -> bytes:
    """The first bytes of a file; raises ``DataError`` where it cannot be read."""
    values = {"file": path.name, "folder": str(path.parent)}
    try:
        if path.is_dir():
            raise DataError(
                f"'{path.name}' is a folder",
                "A file is needed here",
                "Choose a file in it",
                code="data.is_folder",
                values=values,
            )
        with path.open("rb") as file:
            return file.read(size)
    except FileNotFoundError:
        raise DataError(
            f"The file '{path.name}' is not in the folder {path.parent}",
            "",
            "Put it back, or choose where it is now",
            code="data.file_missing",
            values=values,
        ) from None
    except OSError as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: OSError) -> DataError:
    """The ``DataError`` for a file that the system does not let us read."""
    reason = error.strerror or str(error)
    return DataError(
        f"The file '{path.name}' cannot be read ({reason})",
        "",
        f"Check the rights of {path} and whether its disk is there",
        code="data.file_unreadable",
        values={"file": path.name, "reason": reason},
    )


def need_memory(count: int, what: str) -> None:
    """Raises ``DataError`` when ``count`` bytes are more than the memory that is free now."""
    import psutil

    free = psutil.virtual_memory().available
    if count > free:
        raise DataError(
            f"{what} needs {count / 1e9:.1f} GB of memory, and {free / 1e9:.1f} GB is free",
            "",
            "Close other programs, or use a smaller file",
            code="data.too_large",
            values={"needed": count, "free": free},
        )
