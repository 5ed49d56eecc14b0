"""What of a drop is data."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from ...engine.project.files import SUFFIX


def dropped_path(mime: QMimeData) -> Path | None:
    """The first local file or folder of a drop, None when there is none. Projects are left to the window."""
    return next(iter(dropped_paths(mime)), None)


def dropped_paths(mime: QMimeData) -> list[Path]:
    """The local files and folders of a drop, projects aside: those the window opens."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() != SUFFIX]
