"""Crash recovery: the document as it was a moment ago, beside its file, until it is saved or closed.

Each open document has one journal. It lies beside the project's file (``.name.nnwb.<token>.journal``) or, for an untitled
project and where that folder can't be written, in the state folder. A pointer in the state folder finds it again.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from ..document import Project
from ..errors import ProjectError
from ..folders import state_dir
from .atomic import atomic_write
from .files import load_project, parse_project, project_text, write_failed


@dataclass(frozen=True)
class Leftover:
    """A document that was open when the program ended without a word.

    Attributes:
        project: the document as last written to the journal.
        path: the project's file, None for an untitled project.
        saved_at: seconds since the epoch (UTC) of that writing.
        journal: the journal's file.
        pointer: the note that found it.
    """

    project: Project
    path: Path | None
    saved_at: float
    journal: Path
    pointer: Path

    def discard(self) -> None:
        """Forgets it, once the user has recovered or declined it."""
        _remove(self.journal, self.pointer)


class Journal:
    """The journal of one open document.

    Args:
        path: the project's file, None while it is untitled.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path.absolute() if path is not None else None
        self._token = secrets.token_hex(4)
        self._pointer = _pointers() / f"{self._token}.json"
        self._written: Path | None = None

    @property
    def path(self) -> Path | None:
        """The project's file, None while it is untitled."""
        return self._path

    def write(self, project: Project) -> None:
        """Writes the document as it is now; quick, for every few seconds of editing.

        Raises ``ProjectError`` when neither the project's folder nor the state folder can be written.
        """
        data = project_text(project).encode()
        target = self._write_somewhere(data)
        if target != self._written:
            if self._written is not None:
                _remove(self._written)
            self._written = target
            self._point(target)

    def saved(self, path: Path | None = None) -> None:
        """The document has been saved (under a new ``path`` if given): nothing is left to recover."""
        self.discard()
        if path is not None:
            self._path = path.absolute()

    def discard(self) -> None:
        """Removes the journal: at a clean close, and when the user gives the changes up."""
        _remove(*(p for p in (self._written, self._pointer) if p is not None))
        self._written = None

    def _write_somewhere(self, data: bytes) -> Path:
        if self._path is not None:
            beside = self._path.with_name(f".{self._path.name}.{self._token}.journal")
            try:
                atomic_write(beside, data, durable=False)
                return beside
            except OSError:
                pass  # a read-only or full folder: the state folder is the other place, and its failure is told
        fallback = _pointers() / f"{self._token}.journal"
        try:
            fallback.parent.mkdir(parents=True, exist_ok=True)
            atomic_write(fallback, data, durable=False)
        except OSError as error:
            raise write_failed(fallback, error) from error
        return fallback

    def _point(self, target: Path) -> None:
        note = {
            "path": str(self._path) if self._path is not None else None,
            "journal": str(target),
            "process": os.getpid(),
            "started": psutil.Process().create_time(),
        }
        try:
            self._pointer.parent.mkdir(parents=True, exist_ok=True)
            atomic_write(self._pointer, json.dumps(note).encode(), durable=False)
        except OSError as error:
            raise write_failed(self._pointer, error) from error


def recoverable() -> list[Leftover]:
    """What crashed windows left behind, newest first; what has nothing new to offer is cleared away.

    Journals of windows that are still open are left alone.
    """
    found = []
    for pointer in sorted(_pointers().glob("*.json")):
        leftover = _examine(pointer)
        if leftover is not None:
            found.append(leftover)
    return sorted(found, key=lambda item: item.saved_at, reverse=True)


def _examine(pointer: Path) -> Leftover | None:
    try:
        note = json.loads(pointer.read_text(encoding="utf-8"))
        journal = Path(note["journal"])
        path = Path(note["path"]) if note["path"] is not None else None
        if _alive(int(note["process"]), float(note["started"])):
            return None
        saved_at = journal.stat().st_mtime
        project = parse_project(journal.read_bytes(), journal.name)
    except (OSError, ValueError, KeyError, TypeError, ProjectError):
        # Half a note, or a journal that is gone or unreadable, recovers nothing; a week keeps it for a look by hand.
        with contextlib.suppress(OSError):
            if time.time() - pointer.stat().st_mtime > 7 * 86400:
                pointer.unlink()
        return None
    if path is not None and _same_as_file(project, path):
        _remove(journal, pointer)
        return None
    return Leftover(project, path, saved_at, journal, pointer)


def _same_as_file(project: Project, path: Path) -> bool:
    try:
        return load_project(path).same_document(project)
    except ProjectError:
        return False


def _alive(process: int, started: float) -> bool:
    try:
        begun: float = psutil.Process(process).create_time()
        return abs(begun - started) < 1.0
    except psutil.Error:
        return False


def _pointers() -> Path:
    return state_dir() / "recovery"


def _remove(*paths: Path) -> None:
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink()
