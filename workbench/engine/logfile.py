"""The log of unexpected failures: what a user sends along with a report."""

from __future__ import annotations

import logging
import os
import platform
import time
import traceback
from pathlib import Path

from .. import __version__
from .folders import log_file

LARGEST = 1_000_000
"""Bytes after which the log becomes ``workbench.log.old`` and a new one begins."""


def log_exception(error: BaseException) -> Path | None:
    """Adds the traceback of ``error`` to the log; returns the log's path, None when it can't be written."""
    return log_text("".join(traceback.format_exception(error)))


def log_text(text: str) -> Path | None:
    """Adds an entry to the log; returns the log's path, None when it can't be written."""
    path = log_file()
    entry = (
        f"=== {time.strftime('%Y-%m-%d %H:%M:%S')} Workbench {__version__}, Python {platform.python_version()}, "
        f"{platform.platform()}\n{text}\n"
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > LARGEST:
            os.replace(path, path.with_name(path.name + ".old"))
        with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(entry)
    except OSError:
        return None  # the caller tells the failure itself, with or without a log
    return path


class LogHandler(logging.Handler):
    """Writes what is logged to the log file, for processes without a terminal of their own."""

    def emit(self, record: logging.LogRecord) -> None:
        log_text(self.format(record))
