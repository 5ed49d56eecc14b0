"""Series in files of their own: a CSV for each sample, in folders by class or beside a file of labels."""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...errors import DataError
from ...values import Param, register
from ..arrays import as_target
from ..delimited import MISSING, read_cells
from ..listings import listed
from ..paths import data_file, portable_path, resolve, unreadable
from ..raw import Array, RawData, RawTarget, Skipped
from ..recipe import Progress
from ..series.counts import counted, counted_between
from ..series.sample_file import SUFFIXES, looks_like_series, read_sample
from ..sighting import Candidate, Sighting
from .class_folders import list_class_folders, natural
from .glimpse import glimpse
from .series_ts import PaddedSource

LABELS = ("labels", "label", "classes", "targets", "target", "metadata", "index")
"""Names of the file that tells what each series is, without its ending."""


@dataclass(frozen=True)
class _File:
    """A file of a series: its name below the folder, its label, its part or "", and what changes with it."""

    name: str
    label: str
    split: str
    state: tuple[int, ...]


@register("series_folder")
class SeriesFolderSource(PaddedSource):
    """A folder with a CSV for each series. Series (N, T, C) float32, NaN where a sample has no step."""

    title = "Folder of series (a CSV each)"
    path_fields = ("path", "labels")

    path: str = Param("", help="The folder: one for each class with CSV files in it, or of CSV files.", label="Folder")
    labels: str = Param(
        "",
        label="Labels",
        help="A table that names each file and its class or number, where they don't lie in folders by class.",
    )

    def describe(self) -> str:
        """The folder's name."""
        return Path(self.path).name or "no folder"

    def stamp(self, base_dir: Path = Path()) -> str:
        """A hash of all names, sizes and times in the folder; empty where it can't be read."""
        try:
            about = [[f.name, f.label, *f.state] for f in self._files(resolve(self.path, base_dir), base_dir)[0]]
        except (DataError, OSError):
            return ""
        return hashlib.blake2b(json.dumps(about).encode("ascii"), digest_size=16).hexdigest()

    @classmethod
    def recognise(cls, seen: Sighting) -> Candidate | None:
        """A folder of class folders with tables of numbers in them, or of such tables and a file of labels."""
        if not seen.folder:
            return None
        tables = [name for name in seen.names if name.lower().endswith((".csv", ".tsv"))]
        labels = next((n for n in seen.names if Path(n).stem.lower() in LABELS and n.lower().endswith(SUFFIXES)), "")
        samples = [name for name in tables if name != labels]
        if labels and len(samples) > 1 and looks_like_series(seen.path / samples[0]):
            source = cls(path=seen.portable, labels=portable_path(seen.path / labels, seen.base_dir))
            return Candidate("series", source, f"{len(samples):,} tables of numbers, and their labels in {labels}", 0.9)
        found = [name for name, _ in glimpse(seen.path, 6)]
        inside = [name for name in found if name.lower().endswith((".csv", ".tsv"))]
        if len(inside) < 2 or len(inside) < 0.8 * len(found) or not looks_like_series(seen.path / inside[0]):
            return None
        folders = sum(name.endswith("/") for name in seen.names)
        return Candidate(
            "series", cls(path=seen.portable), f"{counted(folders, 'folder')} with tables of numbers in them", 0.92
        )

    def load(self, progress: Progress, base_dir: Path = Path()) -> RawData:
        """Reads all files into memory."""
        if not self.path:
            raise DataError("The folder of series is not chosen", "", "Choose a folder", code="data.no_file")
        root = resolve(self.path, base_dir)
        progress(0.0, f"Looking at {root.name}")
        files, skipped = self._files(root, base_dir)
        samples: list[Array] = []
        names: list[str] = []
        labels: list[str] = []
        splits: list[str] = []
        headers: list[tuple[str, ...]] = []
        for number, file in enumerate(files):
            if number % 20 == 0:
                progress(0.9 * number / len(files), "Reading the series")
            try:
                header, values = read_sample(root / file.name)
            except DataError as error:
                skipped.append(Skipped(file.name, error.what))
                continue
            except OSError as error:
                skipped.append(Skipped(file.name, f"It can't be read: {error.strerror or error}"))
                continue
            headers.append(header)
            samples.append(values)
            names.append(file.name)
            labels.append(file.label)
            splits.append(file.split)
        if not samples:
            raise _nothing(root, skipped)
        channels = Counter(headers).most_common(1)[0][0]
        fit = [k for k, header in enumerate(headers) if set(channels) <= set(header)]
        for k in sorted(set(range(len(headers))) - set(fit)):
            missing = ", ".join(f"'{c}'" for c in channels if c not in headers[k])
            skipped.append(Skipped(names[k], f"It has no column {missing}, which the others have."))
        kept = [samples[k][:, [headers[k].index(c) for c in channels]] for k in fit]
        progress(0.95, "Bringing the series to one length")
        part = self.assembled(kept, channels)
        target_name, target = _target([labels[k] for k in fit])
        given = {
            split: np.array([place for place, k in enumerate(fit) if splits[k] == split], dtype=np.int64)
            for split in sorted({splits[k] for k in fit} - {""})
        }
        lengths = {len(sample) for sample in kept}
        steps = counted_between(min(lengths), max(lengths), "step")
        progress(1.0, f"Read {root.name}")
        return RawData(
            root.name,
            {"series": part},
            {target_name: target},
            given,
            skipped=tuple(skipped),
            note=f"{len(kept):,} series of {steps} from {root.name}",
            names=[names[k] for k in fit],
        )

    def _files(self, root: Path, base_dir: Path) -> tuple[list[_File], list[Skipped]]:
        """The files, and what was left out."""
        if self.labels:
            files, left_out = listed(_Labelled(data_file(self.labels, base_dir, "The file of labels")), root, "series")
            return list(files), list(left_out)
        listing = listed(list_class_folders, root, "series")
        found = []
        skipped = list(listing.skipped)
        for file in listing.files:
            if file.name.lower().endswith(SUFFIXES):
                found.append(_File(file.name, file.label, file.split or "", file.state))
            else:
                skipped.append(Skipped(file.name, "It is no CSV file."))
        if not found:
            raise _nothing(root, skipped)
        return found, skipped


@dataclass(frozen=True)
class _Labelled:
    """Lists a folder by the table of labels ``path``."""

    path: Path

    def __call__(self, root: Path, tick: Callable[[int], None]) -> tuple[list[_File], list[Skipped]]:
        files, skipped = _labelled(root, self.path)
        tick(len(files))
        return files, skipped


def _labelled(root: Path, path: Path) -> tuple[list[_File], list[Skipped]]:
    """As ``SeriesFolderSource._files``, by a table of labels: the column that names files, and the next that is none."""
    try:
        entries = {e.name: e for e in os.scandir(root) if e.is_file() and not e.name.startswith(".")}
        frame = read_cells(path.read_bytes(), path.name).frame
    except OSError as error:
        raise unreadable(root, error) from error
    by_stem = {Path(name).stem: name for name in entries}

    def place(cell: str | None) -> str:
        text = (cell or "").strip().replace("\\", "/").rpartition("/")[2]
        return text if text in entries else by_stem.get(text, "")

    hits = {name: sum(bool(place(cell)) for cell in frame[name]) for name in frame.columns}
    column = max(hits, key=lambda name: hits[name])
    others = [name for name in frame.columns if name != column]
    if not hits[column] or not others:
        raise DataError(
            f"No column of '{path.name}' names the files of '{root.name}'",
            "A file of labels has a row for each series: its file's name, and its class or number",
            "Choose another file",
            code="data.series_labels",
            values={"file": path.name, "folder": root.name},
        )
    wanted = next((name for name in others if name.lower() in (*LABELS, "class", "y")), others[0])
    found: dict[str, str] = {}
    skipped: list[Skipped] = []
    for cell, label in zip(frame[column].to_list(), frame[wanted].to_list(), strict=True):
        name, text = place(cell), (label or "").strip()
        if not name:
            skipped.append(Skipped(str(cell or ""), f"There is no such file in '{root.name}'."))
        elif text in MISSING:
            skipped.append(Skipped(name, "Its label is missing."))
        else:
            found[name] = text
    for name in sorted(entries, key=natural):
        if name not in found and name != path.name and name.lower().endswith(SUFFIXES):
            skipped.append(Skipped(name, f"'{path.name}' does not name it."))
    files = []
    changed = path.stat().st_mtime_ns
    for name in sorted(found, key=natural):
        state = entries[name].stat()
        files.append(_File(name, found[name], "", (state.st_size, state.st_mtime_ns, changed)))
    return files, skipped


def _target(labels: list[str]) -> tuple[str, RawTarget]:
    try:
        numbers = np.array([float(label) for label in labels])
    except ValueError:
        return as_target(np.array(labels), "classification", "labels")
    if np.isfinite(numbers).all() and (numbers != np.floor(numbers)).any():
        return as_target(numbers, "regression", "labels")
    return as_target(np.array(labels), "classification", "labels")


def _nothing(root: Path, skipped: list[Skipped]) -> DataError:
    return DataError(
        f"The folder '{root.name}' holds no series that can be read",
        f"{skipped[0].item}: {skipped[0].reason}"
        if skipped
        else "A folder of series has a folder for each class with CSV files in it",
        "Choose another folder, or a file that names the files and their classes",
        code="data.no_samples",
        values={"folder": root.name},
    )
