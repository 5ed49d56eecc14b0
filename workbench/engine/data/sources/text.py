"""Texts with labels: a table, lines, a file for each class, or a folder for each class."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator

from ...errors import DataError
from ...values import Param, register
from ..arrays import TaskChoice
from ..delimited import read_cells
from ..head import ROWS, SAMPLES, Head
from ..listings import listed
from ..paths import data_file, head_of, need_memory, resolve
from ..prepared import SplitName
from ..raw import ColumnRole, RawData
from ..recipe import Progress, Source
from ..sighting import Candidate, Sighting, sight
from ..text.assemble import HowRead, assemble, name_classes
from ..text.reading import LabelledTexts, read_bytes, read_class_file, read_files, read_lines, why_not
from ..text.tables import guess_layout, parquet_texts, read_table, table_columns
from .class_folders import shown
from .first_rows import first_rows
from .table import _separator
from .table_files import Reading
from .text_folders import holds_texts, list_text_folder, some_of_class_folders

Layout = Literal["auto", "table", "lines"]

_PARQUET = b"PAR1"
LARGE = 1 << 20
"""Bytes from which only the beginning of a file is looked at first."""


@register("text")
class TextSource(Source):
    """Texts (N,) of str, and a class or number for each."""

    title = "Texts"
    path_fields = ("path",)

    path: str = Param(
        "",
        help="A table, a file of lines, a folder with a folder of text files for each class, or a folder with a file for each class.",
        label="File or folder",
    )
    layout: Layout = Param(
        "auto",
        words={"auto": "Guessed", "table": "Table", "lines": "Label, space, text"},
        help="How a file holds its samples: as rows of a table, or as lines of a label, a space and a text. Folders show it themselves.",
    )
    text: str = Param("", help="Name of the table's column of texts. Empty: guessed.", label="Text column")
    label: str = Param("", help="Name of the table's column to predict. Empty: guessed.", label="Label column")
    task: TaskChoice = Param(
        "auto",
        help="Auto: words and up to 20 different whole numbers are classes, other numbers are predicted as numbers.",
    )
    separator: Annotated[str, AfterValidator(_separator)] = Param(
        "", help="What stands between cells: one character, or tab. Empty: guessed."
    )
    encoding: Literal["auto", "utf-8", "utf-16", "gb18030", "latin-1"] = Param(
        "auto",
        words={"auto": "Guessed", "utf-8": "UTF-8", "utf-16": "UTF-16", "gb18030": "GB18030", "latin-1": "Latin-1"},
        help="How letters are written in the files. Latin-1 is Western European, GB18030 Chinese.",
    )
    header: Literal["auto", "yes", "no"] = Param(
        "auto", words={"auto": "Guessed"}, help="Whether the first row of a table names the columns."
    )

    @classmethod
    def recognise(cls, seen: Sighting) -> Candidate | None:
        """Files of lines, tables that are about texts, and folders of text files."""
        return _likely(seen, cls(path=seen.portable))

    def aimed(self, target: str = "", task: str = "") -> TextSource:
        """Predicts the column ``target`` of a table."""
        source = self.updated(task=task) if task else self
        return source.updated(label=target) if target else source

    def describe(self) -> str:
        """The file's or folder's name."""
        return Path(self.path).name or "no file"

    def used_fields(self) -> tuple[str, ...]:
        """All but what only a table has, where lines are read."""
        table = ("text", "label", "separator", "header") if self.layout != "lines" else ()
        return tuple(
            f for f in type(self).model_fields if f not in ("text", "label", "separator", "header") or f in table
        )

    def stamp(self, base_dir: Path = Path()) -> str:
        """A hash of all names, sizes and times of a folder's files; empty for a file."""
        if not self.path or not resolve(self.path, base_dir).is_dir():
            return ""
        try:
            return listed(list_text_folder, resolve(self.path, base_dir), "texts").stamp()
        except DataError:
            return ""

    def head(self, progress: Progress, base_dir: Path = Path()) -> Head:
        """The first texts; of a large file its first rows or lines as they are."""
        if not self.path or resolve(self.path, base_dir).is_dir():
            return self._first_files(progress, base_dir) or super().head(progress, base_dir)
        path = data_file(self.path, base_dir, "The text file")
        if path.stat().st_size <= LARGE:
            return super().head(progress, base_dir)
        if (guess_layout(path) if self.layout == "auto" else self.layout) == "lines":
            return Head(None, cells=tuple((line,) for line in sight(path, base_dir).lines[:ROWS]))
        goal: dict[str, ColumnRole] = {self.label: "target"}
        return first_rows(path, Reading("", self.separator, self.encoding, self.header), lambda columns: goal)

    def load(self, progress: Progress, base_dir: Path = Path()) -> RawData:
        """Reads all texts into memory."""
        if self.path and resolve(self.path, base_dir).is_dir():
            return self._folder(resolve(self.path, base_dir), progress)
        path = data_file(self.path, base_dir, "The text file")
        progress(0.0, f"Reading {path.name}")
        found = LabelledTexts()
        read = self._file(path, found)
        progress(0.9, f"Read {path.name}")
        return assemble(path.name, found, self.task, read)

    def _first_files(self, progress: Progress, base_dir: Path) -> Head | None:
        """Some texts of each class folder; None where there are no more than these, or none can be read."""
        if not self.path:
            return None
        root = resolve(self.path, base_dir)
        files = some_of_class_folders(root, SAMPLES)
        if len(files) < SAMPLES:
            return None
        found = LabelledTexts()

        def tick(done: int) -> None:
            progress(done / len(files), "Looking at the first texts")

        read_files(root, ((name, label, None) for name, label in files), self.encoding, found, tick)
        if not found.texts:
            return None
        return Head(assemble(shown(root.name), found, self.task, HowRead("files in class folders", from_files=True)))

    def _file(self, path: Path, found: LabelledTexts, where: str = "", split: SplitName | None = None) -> HowRead:
        """Reads a file of samples."""
        if (guess_layout(path) if self.layout == "auto" else self.layout) == "lines":
            read_lines(read_bytes(path), path.name, self.encoding, found, where=where, split=split)
            return HowRead("lines of a label and a text")
        if head_of(path, 4) == _PARQUET:
            need_memory(path.stat().st_size * 8, f"The table '{path.name}'")
            frame = parquet_texts(path)
            lines, how = range(1, frame.height + 1), "Parquet"
        else:
            cells = read_cells(
                read_bytes(path), path.name, separator=self.separator, encoding=self.encoding, header=self.header
            )
            for entry in cells.skipped:
                found.skip(f"{where}{entry.item}", entry.reason)
            frame, lines = cells.frame, cells.lines.tolist()
            how = f"a {cells.encoding.upper()} table with {'a' if cells.header else 'no'} header"
        return read_table(
            path.name, frame, lines, found, text=self.text, label=self.label, where=where, split=split, how=how
        )

    def _folder(self, root: Path, progress: Progress) -> RawData:
        listing = listed(list_text_folder, root, "texts", progress)
        found = LabelledTexts()
        for entry in listing.skipped:
            found.skip(entry.item, entry.reason)
        need_memory(4 * sum(f.state[0] for f in listing.files), f"The folder '{root.name}'")
        count = len(listing.files)

        def tick(done: int) -> None:
            progress(0.9 * done / max(1, count), f"Reading texts: {done:,} of {count:,} files")

        read = HowRead("files in class folders", from_files=True)
        if listing.layout == "folders":
            read_files(root, ((f.name, f.label, f.split) for f in listing.files), self.encoding, found, tick)
        elif listing.layout == "files":
            read = HowRead("a file for each class, a line for each sample")
            for done, file in enumerate(listing.files):
                tick(done)
                try:
                    read_class_file(read_bytes(root / file.name), shown(file.name), file.label, self.encoding, found)
                except DataError as error:
                    found.skip(shown(file.name), why_not(error))
        else:
            for done, file in enumerate(listing.files):
                tick(done)
                read = self._file(root / file.name, found, f"{shown(file.name)} ", file.split)
            read = replace(read, files=", ".join(shown(f.name) for f in listing.files))
            if listing.names_file:
                read = name_classes(root / listing.names_file, self.encoding, found, read)
        progress(0.9, f"Read {self.describe()}")
        return assemble(shown(root.name), found, self.task, read)


def _likely(seen: Sighting, source: TextSource) -> Candidate | None:
    if seen.folder:
        return _likely_folder(seen, source)
    if not seen.text and not seen.head.startswith(_PARQUET):
        return None
    if guess_layout(seen.path) == "lines":
        return Candidate("text", source, "lines of a label and a text", 0.85)
    found = table_columns(seen.path)
    if found is None:
        return None
    named = source.updated(text=found.text, label=found.label) if found.named else source
    why = f"texts in '{found.text}' and labels in '{found.label}'"
    return Candidate("text", named, why, 0.85 if found.alone else 0.15)


def _likely_folder(seen: Sighting, source: TextSource) -> Candidate | None:
    try:
        if holds_texts(seen.path):
            return Candidate("text", source, "text files with a class each", 0.85)
        listing = list_text_folder(seen.path) if not any(n.endswith("/") for n in seen.names) else None
    except DataError:
        return None
    if listing is None or listing.layout != "parts":
        return None
    first = seen.path / listing.files[0].name
    found = table_columns(first)
    if (found is not None and found.alone) or guess_layout(first) == "lines":
        names = ", ".join(shown(f.name) for f in listing.files)
        return Candidate("text", source, f"texts with labels in {names}", 0.85)
    return None
