"""From a file that the user chose or dropped to a data source."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData

from ...engine.data.paths import portable_path
from ...engine.data.recipe import Source
from ...engine.data.sources.idx import IdxSource
from ...engine.data.sources.npz import NpzSource
from ...engine.errors import DataError
from ...engine.project.files import SUFFIX

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tif", ".tiff"})


def source_of(path: Path, base_dir: Path) -> Source:
    """The source that reads a file: ``.npz``, or one of a set of IDX files (or the folder that holds them).

    Raises ``DataError`` for other files, and where the IDX files that belong together aren't there.
    """
    name = path.name.lower()
    if name.endswith(".npz"):
        return NpzSource(path=portable_path(path, base_dir))
    if path.is_dir() or name.endswith(".gz") or "idx" in name or "ubyte" in name:
        return IdxSource.beside(path, base_dir)
    tr = QCoreApplication.translate
    if path.suffix.lower() in PICTURES:
        fix = tr("Data", "To predict a single picture, drop it on the Evaluate stage")
    else:
        fix = tr("Data", "Save the data with numpy.savez as x and y, and open that file")
    raise DataError(
        tr("Data", "'{name}' is not data that can be read here").format(name=path.name),
        tr("Data", "Known are NumPy arrays (.npz) and IDX files, with or without .gz"),
        fix,
        code="data.unknown_file",
        values={"file": path.name},
    )


def dropped_path(mime: QMimeData) -> Path | None:
    """The first local file or folder of a drop, None when there is none. Projects are left to the window."""
    return next(iter(dropped_paths(mime)), None)


def dropped_paths(mime: QMimeData) -> list[Path]:
    """The local files and folders of a drop, projects aside: those the window opens."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() != SUFFIX]
