"""Which source reads a file or folder that the user points at, and as what else it could be taken."""

from __future__ import annotations

from pathlib import Path

from ...errors import DataError
from ..recipe import Progress, Source
from ..sighting import Candidate, Sighting, sight
from .picture_size import SUFFIXES as PICTURES


def candidates(
    path: Path, base_dir: Path = Path(), progress: Progress = lambda done, text: None
) -> tuple[Candidate, ...]:
    """The ways to take a file or folder, the likeliest first; every kind of source is asked (``Source.recognise``).

    Looks at the content, and at the name for tables of text; quick however large it is. Paths inside ``base_dir`` become
    relative to it. ``progress`` may raise ``Cancelled`` while a large folder is looked through. Raises ``DataError`` where
    nothing reads it.
    """
    seen = sight(path, base_dir, progress)
    found: list[Candidate] = []
    trouble: list[DataError] = []
    for member in Source.members.values():
        try:
            candidate = member.recognise(seen)
        except DataError as error:
            trouble.append(error)
            continue
        if candidate is not None:
            found.append(candidate)
    if found:
        return tuple(sorted(found, key=lambda c: -c.likely))
    raise trouble[0] if trouble else _unknown(seen)


def source_from_path(path: Path, base_dir: Path = Path(), progress: Progress = lambda done, text: None) -> Source:
    """The source that most likely reads a file or folder. Raises ``DataError``; see ``candidates``."""
    return candidates(path, base_dir, progress)[0].source


def _unknown(seen: Sighting) -> DataError:
    if seen.folder:
        return DataError(
            f"The folder '{seen.path.name}' holds no data that can be read"
            if seen.names
            else f"The folder '{seen.path.name}' is empty",
            "A folder of data has a folder of pictures or texts for each class, such as cats/ and dogs/, or holds a file of texts "
            "for each class, series (.ts) or IDX files",
            "Choose another folder, or one of the files",
            code="data.unknown_folder",
            values={"folder": seen.path.name},
        )
    if seen.suffix in PICTURES:
        return DataError(
            f"'{seen.path.name}' is a single picture, not a data set",
            "A data set of pictures is a folder that holds a folder of pictures for each class",
            "Choose that folder; to predict a single picture, drop it on the Evaluate stage",
            code="data.single_picture",
            values={"file": seen.path.name},
        )
    return DataError(
        f"'{seen.path.name}' is not a kind of data that can be read",
        "Data files are tables and texts (.csv, .tsv, .txt, .xlsx, .ods, .parquet, .arff), series (.ts), arrays (.npz, .npy, .mat, "
        ".safetensors) and IDX (pictures and labels as MNIST has them, .gz too)",
        "Choose such a file, a folder of IDX files, or a folder with a folder of pictures or texts for each class",
        code="data.unknown_file",
        values={"file": seen.path.name},
    )
