"""Texts and their labels out of files: lines, tables, a file for each class, a folder for each class."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ...errors import DataError
from ..delimited import LISTED, as_utf8, guess_encoding
from ..paths import need_memory, unreadable
from ..prepared import SplitName
from ..raw import Skipped

LONGEST = 1_000_000
"""Characters of one text that are kept."""
FASTTEXT = "__label__"
"""What labels begin with in files for fastText."""


@dataclass
class LabelledTexts:
    """Samples as they are found, and what was left out."""

    texts: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    splits: list[SplitName | None] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    encodings: set[str] = field(default_factory=set)
    unlisted: int = 0
    shortened: int = 0

    def add(self, text: str, label: str, name: str, split: SplitName | None = None) -> None:
        """Takes a sample; one without a text or a label is left out, and told."""
        text, label = text.strip(), label.strip()
        if not text or not label:
            self.skip(
                name, "It is empty" if not text and not label else "It has no text" if label else "It has no label"
            )
            return
        if len(text) > LONGEST:
            text = text[:LONGEST]
            self.shortened += 1
        self.texts.append(text)
        self.labels.append(label)
        self.names.append(name)
        self.splits.append(split)

    def skip(self, item: str, reason: str) -> None:
        """Leaves something out. Of very many only the number is told in the end."""
        if len(self.skipped) < LISTED:
            self.skipped.append(Skipped(item, reason))
        else:
            self.unlisted += 1

    def left_out(self) -> tuple[Skipped, ...]:
        """Everything that was left out and why."""
        rest = self.unlisted
        more = (Skipped(f"{rest:,} more", "They were left out for such reasons, too."),) if rest else ()
        return (*self.skipped, *more)


def read_bytes(path: Path) -> bytes:
    """A file's content. Raises ``DataError`` where it can't be read or memory is short."""
    try:
        need_memory(path.stat().st_size * 6, f"The text file '{path.name}'")
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error


def decoded(content: bytes, name: str, encoding: str, into: LabelledTexts) -> str:
    """The text of a file. Raises ``DataError`` for what is no text."""
    plain, found = as_utf8(content, name, encoding)
    if not content.isascii():
        into.encodings.add(found)
    return plain.decode("utf-8")


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """Lines with their numbers from 1. Only line feeds and returns end one: other marks may stand in a text."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    return enumerate(plain.split("\n"), start=1)


def read_lines(
    content: bytes, name: str, encoding: str, into: LabelledTexts, *, where: str = "", split: SplitName | None = None
) -> None:
    """Lines of a label, a space and a text. ``where`` stands before the numbers of lines."""
    for number, line in lines_of(decoded(content, name, encoding, into)):
        label, _, text = line.strip().partition(" " if "\t" not in line.split(" ", 1)[0] else "\t")
        into.add(text, label.removeprefix(FASTTEXT), f"{where}line {number:,}", split)


def read_class_file(content: bytes, name: str, label: str, encoding: str, into: LabelledTexts) -> None:
    """A file of samples of one class, one in each line."""
    for number, line in lines_of(decoded(content, name, encoding, into)):
        into.add(line, label, f"{name} line {number:,}")


def read_files(
    root: Path,
    files: Iterable[tuple[str, str, SplitName | None]],
    encoding: str,
    into: LabelledTexts,
    tick: Callable[[int], None],
) -> None:
    """Files that are a sample each: (path below ``root``, label, split). What can't be read is left out, and told."""
    for count, (name, label, split) in enumerate(files):
        if count % 100 == 0:
            tick(count)
        try:
            content = read_bytes(Path(os.path.join(root, name)))
            into.add(decoded(content, name, encoding, into), label, name, split)
        except DataError as error:
            into.skip(name, why_not(error))


def why_not(error: DataError) -> str:
    """Why a file is no text, in a few words for the list of what was left out."""
    if error.code == "data.not_a_table":
        return "It is not a text file"
    if error.code == "data.encoding":
        return f"It is not {str(error.values['encoding']).upper()} text"
    return error.what


def some_lines(path: Path, size: int = 1 << 23) -> str:
    """A file's lines, of a large one those at its start and its end: samples may stand in the order of their classes.

    Empty where it is no text.
    """
    try:
        with path.open("rb") as file:
            content = file.read(size)
            file.seek(0, os.SEEK_END)
            length = file.tell()
            if length > size:
                content = content[: content.rfind(b"\n") + 1]
                if guess_encoding(content[:4096]).startswith("utf-16"):
                    content = content[: len(content) // 2 * 2]
                else:
                    file.seek(max(size, length - size))
                    content += file.read().partition(b"\n")[2]
    except OSError:
        return ""
    text = content.decode(guess_encoding(content), "replace").lstrip("\ufeff")
    return "" if "\0" in text or text.count("\ufffd") > 0.01 * len(text) else text
