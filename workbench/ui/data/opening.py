"""From a file that the user chose or dropped to a data source."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData

from ...engine.data.recipe import Progress, Source
from ...engine.data.sources.image_folder import SUFFIXES as PICTURE_SUFFIXES
from ...engine.data.sources.recognise import source_from_path
from ...engine.errors import DataError
from ...engine.project.files import SUFFIX


def source_of(path: Path, base_dir: Path, progress: Progress = lambda done, text: None) -> Source:
    """The source that reads a file or folder; raises ``DataError``, with a hint of its own for a single picture."""
    if path.suffix.lower() in PICTURE_SUFFIXES and path.is_file():
        tr = QCoreApplication.translate
        raise DataError(
            tr("Data", "'{name}' is a single picture, not a data set").format(name=path.name),
            tr("Data", "A data set of pictures is a folder that holds a folder of pictures for each class"),
            tr("Data", "Drop that folder; to predict a single picture, drop it on the Evaluate stage"),
            code="data.single_picture",
            values={"file": path.name},
        )
    return source_from_path(path, base_dir, progress)


def dropped_path(mime: QMimeData) -> Path | None:
    """The first local file or folder of a drop, None when there is none. Projects are left to the window."""
    return next(iter(dropped_paths(mime)), None)


def dropped_paths(mime: QMimeData) -> list[Path]:
    """The local files and folders of a drop, projects aside: those the window opens."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() != SUFFIX]
