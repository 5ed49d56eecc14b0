"""A folder beside the target in which an export is made and checked before it gets its name."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import ExportError


def staging_folder(target: Path, process: int) -> Path:
    """The folder that a process makes an export in."""
    return target.with_name(f".{target.name}.{process}.tmp")


@contextmanager
def staged(target: Path) -> Iterator[Path]:
    """A fresh folder for the files of an export, in which they bear their final names.

    When the block ends well, every file in it moves beside the target, the target itself last; when it does not,
    nothing is left and what was there before stays. Raises ``ExportError`` when the folder can't be written.
    """
    folder = staging_folder(target, os.getpid())
    try:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    except OSError as error:
        raise not_written(target, error) from error
    try:
        yield folder
        files = sorted(folder.iterdir(), key=lambda file: file.name == target.name)
        for file in files:
            with file.open("rb+") as opened:
                os.fsync(opened.fileno())
        for file in files:
            os.replace(file, target.with_name(file.name))
    except OSError as error:
        raise not_written(target, error) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def not_written(target: Path, error: OSError) -> ExportError:
    """The sentence for an export that could not be written."""
    if isinstance(error, FileNotFoundError):
        reason, fix = f"there is no folder {target.parent}", "Make the folder, or choose another"
    elif error.errno in (errno.ENOSPC, errno.EDQUOT):
        reason, fix = "the disk is full", "Free some space, or choose another folder"
    elif error.errno == errno.EROFS:
        reason, fix = f"{target.parent} is read-only", "Choose another folder"
    elif error.errno == errno.ENAMETOOLONG:
        reason, fix = "its name is too long", "Choose a shorter name"
    elif isinstance(error, PermissionError):
        reason, fix = f"no permission to write in {target.parent}", "Choose another folder"
    else:
        reason, fix = error.strerror or str(error), "Choose another folder"
    return ExportError(
        f"{target.name} was not written: {reason}", "", fix, code="export.not_written", values={"file": str(target)}
    )
