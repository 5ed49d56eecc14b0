"""Where the program keeps what belongs to no project: log, crash recovery, runs of untitled projects, prepared data."""

from __future__ import annotations

from pathlib import Path

import platformdirs

APP = "neural-workbench"


def state_dir() -> Path:
    """The folder for state that outlives the program but belongs to this computer. Not made here."""
    return Path(platformdirs.user_state_dir(APP, appauthor=False))


def cache_dir() -> Path:
    """The folder for what can be made again. Not made here."""
    return Path(platformdirs.user_cache_dir(APP, appauthor=False))


def log_file() -> Path:
    """The log that unexpected failures are written to."""
    return state_dir() / "log" / "workbench.log"
