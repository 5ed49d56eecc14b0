"""Writing a file so that a full disk, a read-only folder or a kill in the middle leaves the old one whole."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import stat
import time
from pathlib import Path

STALE_AFTER = 60.0
"""Seconds after which a temporary file of a write that never ended is swept away."""


def atomic_write(path: Path, data: bytes, *, backup: bool = False, durable: bool = True) -> None:
    """Writes ``data`` to ``path`` so that the path holds either the old content or the new, never a part.

    A symbolic link stays a link and its target is written; an existing file keeps its permissions.

    Args:
        path: the file; its folder must exist.
        data: the whole content.
        backup: keep the old content as ``path`` + ``.bak`` when it differs.
        durable: wait until the content is on the disk, so that it also outlives a power cut.

    Raises ``OSError``; then nothing has changed.
    """
    target = Path(os.path.realpath(path))
    existing = _existing(target)
    if existing is not None and not os.access(target, os.W_OK):
        raise PermissionError(13, "Permission denied", str(target))
    _sweep(target)
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        _write_new(temporary, data, durable=durable)
        if existing is not None:
            _copy_permissions(existing, temporary)
            if backup and target.read_bytes() != data:
                _keep_backup(target)
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    if durable:
        _sync_folder(target.parent)


def _existing(target: Path) -> os.stat_result | None:
    try:
        found = target.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):
        raise IsADirectoryError(21, "Not a regular file", str(target))
    return found


def _write_new(temporary: Path, data: bytes, *, durable: bool) -> None:
    # Mode 666 leaves the permissions of a new file to the user's umask, unlike tempfile's 600.
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        if durable:
            os.fsync(file.fileno())


def _copy_permissions(existing: os.stat_result, temporary: Path) -> None:
    os.chmod(temporary, stat.S_IMODE(existing.st_mode))
    if hasattr(os, "chown"):
        with contextlib.suppress(PermissionError):
            os.chown(temporary, existing.st_uid, existing.st_gid)


def _keep_backup(target: Path) -> None:
    """The old content as ``.bak``: a hard link where the file system has them, else a copy."""
    backup = target.with_name(target.name + ".bak")
    fresh = target.with_name(f".{backup.name}.{secrets.token_hex(4)}.tmp")
    try:
        try:
            os.link(target, fresh)
        except OSError:
            shutil.copy2(target, fresh)
        os.replace(fresh, backup)
    except BaseException:
        with contextlib.suppress(OSError):
            fresh.unlink()
        raise


def _sweep(target: Path) -> None:
    """Removes temporary files that a killed write left behind."""
    for leftover in target.parent.glob(f".{_escaped(target.name)}*.????????.tmp"):
        with contextlib.suppress(OSError):
            if time.time() - leftover.stat().st_mtime > STALE_AFTER:
                leftover.unlink()


def _escaped(name: str) -> str:
    return "".join(f"[{c}]" if c in "*?[" else c for c in name)


def _sync_folder(folder: Path) -> None:
    """Brings the new name to the disk too, where the system can (not on Windows)."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
