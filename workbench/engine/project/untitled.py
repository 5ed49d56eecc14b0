"""Runs of a project that has no file yet, and their move at its first save."""

from __future__ import annotations

import secrets
import shutil
from pathlib import Path

from ..errors import ProjectError
from ..folders import state_dir


def untitled_runs_dir() -> Path:
    """A fresh folder for the runs of a project that has no file yet. Not made here; ``adopt_runs`` moves it."""
    return state_dir() / "untitled" / f"{secrets.token_hex(4)}.runs"


def adopt_runs(runs_dir: Path, target: Path) -> None:
    """Moves the runs of an untitled project to ``target``, the ``name.runs`` of its first save.

    Does nothing when there are none. Raises ``ProjectError`` when the target already holds something.
    """
    if not runs_dir.is_dir():
        return
    if target.exists() and any(target.iterdir()):
        raise ProjectError(
            f"The runs were left in {runs_dir}: {target} already holds other runs",
            "",
            "Save under another name, or move that folder away",
            code="project.runs_exist",
        )
    try:
        if target.exists():
            target.rmdir()
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(runs_dir, target)
    except OSError as error:
        raise ProjectError(
            f"The runs could not be moved to {target}: {error.strerror or error}",
            f"They are still in {runs_dir}",
            "Free some space or save in another folder",
            code="project.runs_not_moved",
        ) from error
