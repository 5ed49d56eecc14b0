"""Tagged text out of files: a token and its tag in each line, a blank line between sequences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from ...errors import DataError
from ..prepared import SplitName
from ..raw import Skipped
from ..text.reading import LabelledTexts, decoded, lines_of

UNIVERSAL = ("ID", "FORM", "LEMMA", "UPOS", "XPOS", "FEATS", "HEAD", "DEPREL", "DEPS", "MISC")
"""The columns of CoNLL-U. Source: https://universaldependencies.org/format.html"""
LONGEST = 4096
"""Tokens of a sequence that are read: a file without blank lines is no sequence that anybody can train on."""
DOCSTART = "-DOCSTART-"

_ID = re.compile(r"\d+(?:-\d+|\.\d+)?")
_BLANKS = re.compile(r"[ \t]+")
_LOOKED_AT = 5000
_TICK = 20_000


@dataclass
class TaggedSequences:
    """Sequences as they are found, and what was left out.

    Attributes:
        texts: tokens of each with blanks between; a blank inside a token is a no-break space.
        tags: of each token.
        names: where each begins ("line 12").
        splits: the part that each belongs to, None where the files don't tell.
        shortened: sequences that were longer than ``LONGEST``.
        seen: what was skipped and which encodings were met.
    """

    texts: list[str] = field(default_factory=list)
    tags: list[list[str]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    splits: list[SplitName | None] = field(default_factory=list)
    shortened: int = 0
    seen: LabelledTexts = field(default_factory=LabelledTexts)

    def add(self, tokens: Sequence[str], tags: Sequence[str], name: str, split: SplitName | None) -> None:
        """Takes a sequence; nothing where it has no token."""
        if not tokens:
            return
        if len(tokens) > LONGEST:
            tokens, tags = tokens[:LONGEST], tags[:LONGEST]
            self.shortened += 1
        self.texts.append(" ".join(tokens))
        self.tags.append(list(tags))
        self.names.append(name)
        self.splits.append(split)

    def left_out(self) -> tuple[Skipped, ...]:
        """What was left out and why."""
        return self.seen.left_out()


@dataclass(frozen=True)
class Columns:
    """How a line falls into columns.

    Attributes:
        tabs: whether tabs divide them, rather than runs of blanks.
        count: columns that lines have.
        token, tag: places of both, counted from 0.
        tags: some that there are.
        universal: whether it is CoNLL-U, whose ranges of words (1-2) and empty nodes (1.1) are no tokens.
    """

    tabs: bool
    count: int
    token: int
    tag: int
    tags: frozenset[str] = frozenset()
    universal: bool = False

    def cells(self, line: str) -> list[str]:
        """The cells of a line."""
        return [cell.strip() for cell in line.split("\t")] if self.tabs else blank_cells(line)

    def is_comment(self, line: str, cells: Sequence[str]) -> bool:
        """Whether a line is a comment rather than a token that begins with #."""
        if not line.startswith("#"):
            return False
        return self.universal or len(cells) != self.count or cells[self.tag] not in self.tags

    def is_no_token(self, cells: Sequence[str]) -> bool:
        """Whether a line of CoNLL-U is a range of words or an empty node."""
        return self.universal and not cells[0].isdigit() and bool(_ID.fullmatch(cells[0]))

    @property
    def words(self) -> str:
        """How it was read, in a few words."""
        token, tag = self.token + 1, self.tag + 1
        if self.universal:
            return f"CoNLL-U, tokens in column {token} and tags in column {tag}"
        if self.tabs:
            return f"{self.count} columns between tabs, tokens in column {token} and tags in column {tag}"
        return f"{self.count} columns between blanks, tokens in column {token} and tags in column {tag}"


def blank_cells(line: str) -> list[str]:
    """Cells between runs of blanks; other white space, such as the wide blank of Chinese, may be a token."""
    return [cell for cell in _BLANKS.split(line) if cell]


def guess_columns(text: str, name: str, *, token: str = "", tag: str = "", separator: str = "auto") -> Columns:
    """How the lines of a file fall into columns, by its first lines.

    Args:
        text: the file, or its beginning.
        name: what to call it in messages.
        token, tag: number of the column, counted from 1, or for CoNLL-U its name; empty: the first and the last, of
            CoNLL-U FORM and UPOS.
        separator: "tab", "blanks" or "auto".

    Raises ``DataError`` where lines have a single column, or there is no such column.
    """
    looked = [(number, line) for number, line in lines_of(text[: 1 << 22]) if line.strip()][:_LOOKED_AT]
    plain = [(n, line) for n, line in looked if not line.startswith("#") and DOCSTART not in line] or looked
    if not plain:
        raise DataError(
            f"'{name}' holds no lines",
            "Tagged text has a token and its tag in each line, and a blank line between sequences",
            "Choose another file",
            code="data.no_rows",
            values={"file": name},
        )
    tabs = separator == "tab" or (separator == "auto" and 2 * sum("\t" in line for _, line in plain) > len(plain))
    cells = [line.split("\t") if tabs else blank_cells(line) for _, line in plain]
    count = Counter(map(len, cells)).most_common(1)[0][0]
    universal = tabs and count == len(UNIVERSAL) and all(_ID.fullmatch(c[0].strip()) for c in cells if len(c) == count)
    if count < 2:
        number, line = next(entry for entry, found in zip(plain, cells, strict=True) if len(found) == count)
        raise DataError(
            f"'{name}' has a single column: line {number:,} holds '{line.strip()[:40]}' and no tag",
            "Tagged text has a token and its tag in each line, with a tab or a blank between them",
            "Choose another file, or what stands between columns",
            code="data.no_tags",
            values={"file": name, "line": number},
        )
    first, last = (1, 3) if universal else (0, count - 1)
    place = _place(tag, last, count, name, universal=universal)
    return Columns(
        tabs,
        count,
        token=_place(token, first, count, name, universal=universal),
        tag=place,
        tags=frozenset(found[place].strip() for found in cells if len(found) == count),
        universal=universal,
    )


def _place(chosen: str, fallback: int, count: int, name: str, *, universal: bool) -> int:
    if not chosen:
        return fallback
    if universal and chosen.upper() in UNIVERSAL:
        return UNIVERSAL.index(chosen.upper())
    if chosen.isascii() and chosen.isdigit() and 1 <= int(chosen) <= count:
        return int(chosen) - 1
    known = f"Its columns are 1 to {count}" + (f", or {', '.join(UNIVERSAL)}" if universal else "")
    raise DataError(
        f"'{name}' has no column '{chosen}'",
        known,
        "Choose one of these",
        code="data.no_column",
        values={"file": name, "column": chosen, "columns": count},
    )


def read_tagged(
    content: bytes,
    name: str,
    into: TaggedSequences,
    *,
    encoding: str = "auto",
    separator: str = "auto",
    token: str = "",
    tag: str = "",
    where: str = "",
    split: SplitName | None = None,
    tick: Callable[[float], None] = lambda done: None,
) -> Columns:
    """Reads the sequences of a file. One with a line that lacks its token or tag is left out, and told.

    Args:
        content: the file.
        name: what to call it in messages.
        into: where the sequences go.
        encoding, separator, token, tag: as ``guess_columns`` and the text source have them.
        where: stands before the numbers of lines.
        split: the part that all of it belongs to.
        tick: gets the share done; may raise to stop.

    Raises ``DataError`` for what is no tagged text.
    """
    text = decoded(content, name, encoding, into.seen)
    columns = guess_columns(text, name, token=token, tag=tag, separator=separator)
    total = text.count("\n") + 1
    needed = max(columns.token, columns.tag) + 1
    tokens: list[str] = []
    tags: list[str] = []
    begun, wrong = 0, None
    for number, line in _ended(text):
        if number % _TICK == 0:
            tick(number / total)
        if not line.strip() or line.lstrip().startswith(DOCSTART):
            if wrong is not None:
                into.seen.skip(wrong.item, wrong.reason)
            else:
                into.add(tokens, tags, f"{where}line {begun:,}", split)
            tokens, tags, begun, wrong = [], [], 0, None
            continue
        cells = columns.cells(line)
        if columns.is_comment(line, cells) or columns.is_no_token(cells):
            continue
        begun = begun or number
        if wrong is not None:
            continue
        word, given = (cells[place] if place < len(cells) else "" for place in (columns.token, columns.tag))
        if len(cells) < needed or (len(cells) > columns.count and not columns.tabs):
            wrong = _other_count(f"{where}line {number:,}", len(cells), columns.count)
        elif not word:
            wrong = Skipped(f"{where}line {number:,}", "It has no token; its sequence is left out")
        elif not given:
            wrong = Skipped(f"{where}line {number:,}", "It has no tag; its sequence is left out")
        tokens.append(joined_token(word))
        tags.append(given)
    return columns


def joined_token(word: str) -> str:
    """A token with no-break spaces for its blanks: these stand between tokens."""
    return "\u00a0".join(word.split(" ")) if " " in word else word


def _other_count(item: str, count: int, usual: int) -> Skipped:
    if count == 1:
        return Skipped(item, f"It has 1 column where others have {usual}; its sequence is left out")
    return Skipped(item, f"It has {count} columns where others have {usual}; its sequence is left out")


def _ended(text: str) -> Iterator[tuple[int, str]]:
    """The lines with their numbers, and a blank one at the end."""
    number = 0
    for number, line in lines_of(text):
        yield number, line
    yield number + 1, ""
