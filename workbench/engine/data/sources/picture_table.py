"""Picture files that a table names, with what it says of them: classes, several labels, or numbers."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np

from ...errors import DataError
from ...values import Param, register
from ..arrays import TASK_WORDS, split_names
from ..decoded import DecodedPictures, decode_all
from ..head import SAMPLES, Head, cut
from ..paths import data_file, portable_path, resolve
from ..picture_files import PictureShape
from ..raw import RawData, RawInput, RawTarget, ResizeMode, Skipped
from ..recipe import Progress, Source
from ..sighting import Candidate, Sighting
from .class_folders import shown
from .picture_common import (
    PictureSize,
    colour_field,
    content_numbers,
    first_pictures,
    given_parts,
    resize_field,
    size_field,
)
from .picture_labels import Labelled, labelled
from .picture_list import PictureList, current_list, read_list, remembered_list
from .picture_seen import LabelTask, seen_list
from .picture_size import MEASURED, Colour, channels_of, picture_notices, proposed_size, spread


@register("picture_table")
class PictureTableSource(Source):
    """Pictures that a table of text names, one a line, beside a class, several labels, or numbers."""

    title = "Pictures listed in a table"
    path_fields = ("path", "folder")

    path: str = Param("", help="The table (.csv, .tsv, .txt) with a picture's path in every line.", label="File")
    folder: str = Param(
        "", help="The folder that the paths are below. Empty: that of the table, or one in it.", label="Pictures in"
    )
    picture: str = Param("", help="The column that names the files. Empty: guessed.", label="Picture column")
    targets: str = Param(
        "",
        label="To predict",
        help="The column to predict, or several, separated by commas. Empty: one that is called label, class or the like, "
        "or all that are left.",
    )
    task: LabelTask = Param(
        "auto",
        words=TASK_WORDS,
        help="Auto: columns of 0 and 1 and cells such as 'cat;dog' are several labels, other texts and few whole numbers are "
        "classes, and other numbers are predicted as they are.",
    )
    between: str = Param(
        "", help="What stands between labels in one cell, such as ; or a space. Empty: guessed.", advanced=True
    )
    split: str = Param("", help="The column that says train, validation or test. Empty: guessed.", advanced=True)
    size: PictureSize = size_field()
    resize: ResizeMode = resize_field()
    colour: Colour = colour_field()

    @classmethod
    def recognise(cls, seen: Sighting) -> Candidate | None:
        """A table with a column of picture files that are there, or a folder that holds one such table."""
        found = seen_list(seen)
        if found is None:
            return None
        path, likely, why = found
        return Candidate("pictures", cls.beside(path, seen.base_dir), why, likely)

    @classmethod
    def beside(cls, path: Path, base_dir: Path = Path()) -> PictureTableSource:
        """The source for a table, with the size of its median picture. Raises ``DataError`` where it is none of pictures."""
        listing = read_list(path)
        size = proposed_size(listing.root, spread([row.name for row in listing.rows], MEASURED)) or (64, 64)
        return cls(path=portable_path(path, base_dir), size=size)

    def aimed(self, target: str = "", task: str = "") -> PictureTableSource:
        """Predicts another column."""
        chosen = {"targets": target, "task": task}
        return self.updated(**{name: value for name, value in chosen.items() if value})

    def describe(self) -> str:
        """The table's name."""
        return Path(self.path).name or "no file"

    def stamp(self, base_dir: Path = Path()) -> str:
        """A hash of sizes and times of the pictures; empty where the table can't be read."""
        try:
            path = data_file(self.path, base_dir, "The table of pictures")
            status = path.stat()
            state = (status.st_size, status.st_mtime_ns)
            root, names = remembered_list(path, state, self._folder(base_dir), self._columns())
        except (DataError, OSError):
            return ""
        digest = hashlib.blake2b(digest_size=16)
        for name in names:
            try:
                found = (root / name).stat()
                digest.update(f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}\n".encode())
            except OSError:
                digest.update(b"gone\n")
        return digest.hexdigest()

    def load(self, progress: Progress, base_dir: Path = Path()) -> RawData:
        """Decodes the pictures, or finds them in the cache."""
        path, listing, told = self._read(progress, base_dir)
        names = list(dict.fromkeys(row.name for row in told.rows))
        shape = PictureShape(*self.size, channels_of(self.colour, listing.root, names), self.resize)
        states = {row.name: row.state for row in told.rows}
        done = decode_all(listing.root, {name: states[name] for name in names}, shape, progress)
        if not len(done.names):
            name, reason = done.skipped[0]
            raise DataError(
                f"None of the {len(names):,} files that '{path.name}' names is a picture that can be read, such as "
                f"'{shown(name)}' ({reason})",
                "PNG, JPEG, WebP, TIFF, BMP, GIF and other common formats are",
                "Choose another file",
                code="data.no_pictures",
                values={"file": path.name},
            )
        progress(1.0, f"Read {self.describe()}")
        return _raw(path, listing, told, done, self.resize)

    def head(self, progress: Progress, base_dir: Path = Path()) -> Head:
        """The first pictures of every class."""
        path, listing, told = self._read(progress, base_dir)
        target = told.target
        places = np.arange(len(told.rows))
        if len(places) > SAMPLES:
            bare = RawInput("table", places[:, None].astype(np.float32))
            some = cut(RawData(path.stem, {"place": bare}, {told.name: target}), SAMPLES)
            places = some.inputs["place"].values[:, 0].astype(np.int64)
        names = [told.rows[int(k)].name for k in places]
        shape = PictureShape(*self.size, channels_of(self.colour, listing.root, names), self.resize)
        picture, read = first_pictures(listing.root, names, shape, self.resize, progress)
        if picture is None:
            return super().head(progress, base_dir)
        kept = [int(places[k]) for k in read]
        shown_target = RawTarget(target.task, target.values[kept], target.classes, target.names)
        titles = [shown(told.rows[k].name) for k in kept]
        guessed = {"picture": listing.picture, "targets": ", ".join(listing.columns), "split": listing.split}
        if told.between:
            guessed["between"] = told.between
        return Head(RawData(path.stem, {"image": picture}, {told.name: shown_target}, names=titles), guessed=guessed)

    def _read(self, progress: Progress, base_dir: Path) -> tuple[Path, PictureList, Labelled]:
        path = data_file(self.path, base_dir, "The table of pictures")
        progress(0.0, f"Reading {path.name}")
        listing = current_list(path, self._folder(base_dir), self._columns())
        told = labelled(listing, self.task, self.between)
        if not told.rows:
            raise DataError(
                f"No line of '{path.name}' says what is to be predicted",
                f"The column is '{listing.columns[0]}'",
                "Choose another column",
                code="data.no_labels",
                values={"file": path.name},
            )
        return path, listing, told

    def _folder(self, base_dir: Path) -> Path | None:
        return resolve(self.folder, base_dir) if self.folder else None

    def _columns(self) -> tuple[str, tuple[str, ...], str]:
        return self.picture, split_names(self.targets), self.split


def _raw(path: Path, listing: PictureList, told: Labelled, done: DecodedPictures, resize: ResizeMode) -> RawData:
    row_of = {row.name: k for k, row in enumerate(told.rows)}
    rows = np.array([row_of[name] for name in done.names], dtype=np.int64)
    before = told.target
    target = RawTarget(before.task, before.values[rows], before.classes, before.names)
    given = given_parts([told.rows[int(k)].split for k in rows])
    height, width = done.values.shape[1:3]
    meaning = hashlib.blake2b(done.key.encode(), digest_size=16)
    about = [told.name, before.task, before.classes, before.names, {n: i.tolist() for n, i in given.items()}]
    meaning.update(json.dumps(about).encode("utf-8", "surrogatepass"))
    meaning.update(np.ascontiguousarray(target.values).tobytes())
    kinds = {
        "classification": f"{len(before.classes)} classes",
        "multi_label": f"{len(before.classes)} labels",
        "regression": f"numbers in {len(before.names)} columns",
    }
    return RawData(
        title=path.stem,
        inputs={"image": RawInput("image", done.values, resize=resize, from_files=True)},
        targets={told.name: target},
        given=given,
        skipped=(
            *listing.skipped,
            *told.skipped,
            *(Skipped(shown(name), reason) for name, reason in done.skipped),
        ),
        note=f"{len(rows):,} pictures listed in {path.name} with {kinds[before.task]}, brought to {width} x {height} pixels",
        names=tuple(shown(name) for name in done.names),
        contents=content_numbers(done.hashes),
        digest=meaning.hexdigest(),
        notices=picture_notices(done.notes),
    )
