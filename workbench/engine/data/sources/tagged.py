"""Tagged text: a token and its tag in each line, as corpora for part-of-speech tagging and named entities have it."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Literal

from ...errors import DataError
from ...values import Param, register
from ..delimited import guess_separator
from ..head import Head
from ..paths import data_file, resolve, unreadable
from ..prepared import SplitName
from ..raw import RawData
from ..recipe import Progress, Source
from ..sighting import Candidate, Sighting
from ..tagged.assemble import assemble_tagged
from ..tagged.reading import DOCSTART, UNIVERSAL, Columns, TaggedSequences, guess_columns, read_tagged
from ..tagged.tables import TableColumns, guess_table, read_tagged_table
from ..text.reading import read_bytes, some_lines
from .class_folders import SPLIT_NAMES, shown

ENDINGS = frozenset({".conll", ".conllu", ".conllx", ".conll2003", ".bio", ".iob", ".iob2", ".bmes", ".tags"})
"""Endings of files that hold tagged text and nothing else."""
_OTHERS = frozenset({".txt", ".tsv", ".tab", ".text", ".csv"})
_DIVIDED = re.compile(r"[-_. ]+")


@register("tagged")
class TaggedSource(Source):
    """Sequences of tokens (N,) of str, and a tag for each token."""

    title = "Tagged text"
    path_fields = ("path", "validation", "test")

    path: str = Param(
        "",
        label="File or folder",
        help="A file with a token and its tag in each line and a blank line between sequences (CoNLL, CoNLL-U, one Chinese "
        "character a line), or a folder with such files called train, validation (or dev) and test.",
    )
    validation: str = Param("", label="Validation file", help="A file of the same form for validation. Empty: drawn.")
    test: str = Param("", label="Test file", help="A file of the same form for the test. Empty: drawn.")
    token: str = Param(
        "",
        label="Token column",
        help="Number of the column of tokens, counted from 1, or its name in CoNLL-U and tables. Empty: the first, FORM in CoNLL-U.",
    )
    tag: str = Param(
        "",
        label="Tag column",
        help="Number of the column of tags, counted from 1, or its name in CoNLL-U (UPOS, XPOS, DEPREL...) and tables. Empty: "
        "the last, UPOS in CoNLL-U.",
    )
    sequence: str = Param(
        "",
        label="Sequence column",
        help="Of a table with a header: name of the column that tells which sequence a row belongs to. Empty: blank lines end "
        "sequences.",
    )
    separator: Literal["auto", "tab", "blanks"] = Param(
        "auto", words={"auto": "Guessed", "tab": "Tabs", "blanks": "Blanks"}, help="What stands between columns."
    )
    encoding: Literal["auto", "utf-8", "utf-16", "gb18030", "latin-1"] = Param(
        "auto",
        words={"auto": "Guessed", "utf-8": "UTF-8", "utf-16": "UTF-16", "gb18030": "GB18030", "latin-1": "Latin-1"},
        help="How letters are written in the files. Latin-1 is Western European, GB18030 Chinese.",
    )

    @classmethod
    def recognise(cls, seen: Sighting) -> Candidate | None:
        """Lines of the same number of columns with blank lines between sequences, and tables that name their sequences."""
        return _likely(seen, cls(path=seen.portable))

    def aimed(self, target: str = "", task: str = "") -> TaggedSource:
        """Takes the tags from the column ``target``. Raises ``DataError`` for another task."""
        if task not in ("", "tagging"):
            raise DataError(
                f"Tagged text is for the task tagging, and not for {task.replace('_', ' ')}",
                "Each of its tokens has a tag",
                "Leave --task away, or take the file as another kind",
                code="data.no_such_task",
                values={"task": task},
            )
        return self.updated(tag=target) if target else self

    def describe(self) -> str:
        """The file's or folder's name."""
        return Path(self.path).name or "no file"

    def used_fields(self) -> tuple[str, ...]:
        """All but what a folder or a table tells itself."""
        left = {"separator"} if self.sequence else set()
        return tuple(f for f in type(self).model_fields if f not in left)

    def stamp(self, base_dir: Path = Path()) -> str:
        """A hash of the names, sizes and times of a folder's files; empty for a file."""
        if not self.path or not resolve(self.path, base_dir).is_dir():
            return ""
        found = []
        for _, file in part_files(resolve(self.path, base_dir)):
            try:
                state = file.stat()
            except OSError:
                continue  # loading tells it
            found.append([file.name, state.st_size, state.st_mtime_ns])
        return hashlib.blake2b(json.dumps(found).encode("ascii"), digest_size=16).hexdigest()

    def head(self, progress: Progress, base_dir: Path = Path()) -> Head:
        """The first sequences of the first file."""
        path = self._files(base_dir)[0][1]
        beginning = some_lines(path, 1 << 18)
        if path.stat().st_size <= 1 << 18 or not beginning:
            head = super().head(progress, base_dir)
            return replace(head, guessed=self._guessed(beginning, path.name)) if head.raw is not None else head
        found = TaggedSequences()
        how = self._read(beginning.encode("utf-8", "replace"), path.name, found, encoding="utf-8")
        return Head(assemble_tagged(path.name, found, how.words), guessed=self._guessed(beginning, path.name))

    def _guessed(self, beginning: str, name: str) -> dict[str, str]:
        """What stands for the fields that say nothing; of a table its columns are chosen when it is recognised."""
        if self.sequence:
            return {}
        how = guess_columns(beginning, name, token=self.token, tag=self.tag, separator=self.separator)
        places = (how.token, how.tag)
        token, tag = (UNIVERSAL[k] if how.universal else str(k + 1) for k in places)
        return {"token": token, "tag": tag, "separator": "\t" if how.tabs else " "}

    def load(self, progress: Progress, base_dir: Path = Path()) -> RawData:
        """Reads all sequences into memory."""
        found = TaggedSequences()
        files = self._files(base_dir)
        words: list[str] = []
        for place, (split, path) in enumerate(files):

            def tick(done: float, place: int = place, path: Path = path) -> None:
                progress(0.9 * (place + done) / len(files), f"Reading {path.name}")

            tick(0.0)
            where = f"{shown(path.name)} " if len(files) > 1 else ""
            how = self._read(read_bytes(path), path.name, found, where=where, split=split, tick=tick)
            words.append(how.words)
        return assemble_tagged(shown(self.describe()), found, words[0])

    def _read(self, content: bytes, name: str, found: TaggedSequences, **more: object) -> Columns | TableColumns:
        given = {"token": self.token, "tag": self.tag, "encoding": self.encoding, **more}
        if self.sequence:
            return read_tagged_table(content, name, found, sequence=self.sequence, **given)  # type: ignore[arg-type]
        return read_tagged(content, name, found, separator=self.separator, **given)  # type: ignore[arg-type]

    def _files(self, base_dir: Path) -> list[tuple[SplitName | None, Path]]:
        """The files with the part that each is for. Raises ``DataError`` for what is missing."""
        if self.path and resolve(self.path, base_dir).is_dir():
            root = resolve(self.path, base_dir)
            found = part_files(root)
            if not found:
                raise DataError(
                    f"The folder '{root.name}' holds no file of tagged text that is called train, validation or test",
                    "Each part is a file of its own, such as train.conll, dev.conll and test.conll",
                    "Choose such a folder, or a single file",
                    code="data.no_tags",
                    values={"folder": root.name},
                )
            return list(found)
        files: list[tuple[SplitName | None, Path]] = [(None, data_file(self.path, base_dir, "The tagged text"))]
        others: tuple[tuple[SplitName, str], ...] = (("validation", self.validation), ("test", self.test))
        for split, name in others:
            if name:
                files.append((split, data_file(name, base_dir, f"The {split} file")))
        # What is not held out in a file of its own is drawn from the first one.
        return [("train", files[0][1]), *files[1:]] if len(files) > 1 else files


def part_files(root: Path) -> list[tuple[SplitName | None, Path]]:
    """The files of a folder that are called train, validation or test, one for each part, in this order.

    Raises ``DataError`` where the folder can't be read.
    """
    found: dict[SplitName, Path] = {}
    try:
        files = sorted(p for p in root.iterdir() if p.is_file() and not p.name.startswith("."))
    except OSError as error:
        raise unreadable(root, error) from error
    for file in files:
        words = _DIVIDED.split(file.stem.lower())
        split = SPLIT_NAMES.get(words[-1]) or SPLIT_NAMES.get(words[0])
        if split is not None and split not in found and file.suffix.lower() in ENDINGS | _OTHERS:
            found[split] = file
    order: tuple[SplitName, ...] = ("train", "validation", "test")
    return [(split, found[split]) for split in order if split in found]


def _likely(seen: Sighting, source: TaggedSource) -> Candidate | None:
    if seen.folder:
        files = part_files(seen.path) if not any(n.endswith("/") for n in seen.names) else []
        if not files or not all(why_tagged(some_lines(f, 1 << 16), f.suffix.lower()) for _, f in files):
            return None
        return Candidate("tagged", source, f"tagged text in {', '.join(shown(f.name) for _, f in files)}", 0.9)
    if not seen.text:
        return None
    header = seen.text.partition("\n")[0]
    names = [cell.strip().strip('"') for cell in header.split(guess_separator(seen.text))]
    table = guess_table(names) if len(names) >= 3 else None
    if table is not None:
        chosen = source.updated(sequence=table.sequence, token=table.token, tag=table.tag)
        return Candidate("tagged", chosen, table.words, 0.9)
    why = why_tagged(seen.text, seen.suffix)
    return Candidate("tagged", source, why, 0.92) if why else None


def why_tagged(text: str, suffix: str) -> str:
    """What speaks for text being tagged, in a few words; empty where little does."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[:5000]
    plain = [line for line in lines if line.strip() and not line.startswith("#") and DOCSTART not in line]
    sequences = sum(not line.strip() for line in lines[1:-1])
    surely = suffix in ENDINGS
    if len(plain) < 2 or (not sequences and not surely):
        return ""
    try:
        columns = guess_columns(text, "")
    except DataError:
        return ""
    cells = [columns.cells(line) for line in plain]
    even = sum(len(c) == columns.count for c in cells) / len(cells)
    tags = [c[columns.tag] for c in cells if len(c) == columns.count]
    tokens = [c[columns.token] for c in cells if len(c) == columns.count]
    few = len(set(tags)) <= max(2, min(200, len(tags) // 2)) and len(set(tags)) <= len(set(tokens))
    return columns.words if surely or (even >= 0.95 and few and 2 * sequences <= len(plain)) else ""
