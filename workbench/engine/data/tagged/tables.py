"""Tables of tokens: a row for each token, with a column that tells which sequence it belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ...errors import DataError
from ..delimited import read_cells
from ..prepared import SplitName
from .reading import TaggedSequences, joined_token

_SEQUENCE = re.compile(r"(?:sentence|sequence|sent|seq)[ _.-]*(?:id|#|no|nr|number|index)?", re.IGNORECASE)
_TOKEN = re.compile(r"words?|tokens?|forms?|char(?:acter)?s?", re.IGNORECASE)
_TAG = re.compile(r"tags?|labels?|ner|bio|iob|pos|upos|class", re.IGNORECASE)


@dataclass(frozen=True)
class TableColumns:
    """Names of the columns of sequences, tokens and tags."""

    sequence: str
    token: str
    tag: str

    @property
    def words(self) -> str:
        """How it was read, in a few words."""
        return f"a table with tokens in '{self.token}', tags in '{self.tag}' and sequences told by '{self.sequence}'"


@dataclass
class _Part:
    """A sequence as far as it was read; ``lacking`` tells that a row has no token or no tag."""

    tokens: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    begun: int = 0
    lacking: bool = False


def guess_table(names: Sequence[str], *, sequence: str = "", token: str = "", tag: str = "") -> TableColumns | None:
    """The columns of a table by their names and those that are chosen; None where it is not clear."""
    chosen = [c for c in (sequence, token, tag) if c]

    def first(pattern: re.Pattern[str]) -> str:
        return next((n for n in names if pattern.fullmatch(n.strip()) and n not in chosen), "")

    # Of several tags the last one is meant: parts of speech stand before the names of things.
    last = next((n for n in reversed(names) if _TAG.fullmatch(n.strip()) and n not in chosen), "")
    found = TableColumns(sequence or first(_SEQUENCE), token or first(_TOKEN), tag or last)
    return found if found.sequence and found.token and found.tag else None


def read_tagged_table(
    content: bytes,
    name: str,
    into: TaggedSequences,
    *,
    sequence: str,
    token: str = "",
    tag: str = "",
    encoding: str = "auto",
    separator: str = "",
    where: str = "",
    split: SplitName | None = None,
    tick: Callable[[float], None] = lambda done: None,
) -> TableColumns:
    """Reads the sequences of a table with a header; rows of one sequence stand together, and a row without the id of one
    goes on with that before.

    Args as ``read_tagged``; ``sequence``, ``token`` and ``tag`` are names of columns, of which the last two may be guessed.
    Raises ``DataError`` for what is no such table.
    """
    cells = read_cells(content, name, separator=separator, encoding=encoding, header="yes")
    for entry in cells.skipped:
        into.seen.skip(f"{where}{entry.item}", entry.reason)
    names = cells.frame.columns
    columns = guess_table(names, sequence=sequence, token=token, tag=tag)
    missing = next((c for c in (sequence, token, tag) if c and c not in names), "")
    if columns is None or missing:
        raise DataError(
            f"'{name}' has no column '{missing}'"
            if missing
            else f"'{name}' does not tell its columns of tokens and tags",
            f"Its columns are {', '.join(names[:20])}",
            "Choose one for the sequences, one for the tokens and one for the tags",
            code="data.no_column",
            values={"file": name, "column": missing, "columns": names},
        )
    ids, words, given = (cells.frame[c].fill_null("") for c in (columns.sequence, columns.token, columns.tag))
    part, current = _Part(), None
    total = max(1, cells.frame.height)
    rows = zip(ids, words, given, cells.lines.tolist(), strict=True)
    for done, (number, word, label, line) in enumerate(rows):
        if done % 20_000 == 0:
            tick(done / total)
        number, word, label = number.strip(), word.strip(), label.strip()
        if number and number != current:
            _take(into, part, where, split)
            part, current = _Part(), number
        part.begun = part.begun or line
        part.lacking = part.lacking or not word or not label
        part.tokens.append(joined_token(word))
        part.tags.append(label)
    _take(into, part, where, split)
    return columns


def _take(into: TaggedSequences, part: _Part, where: str, split: SplitName | None) -> None:
    name = f"{where}line {part.begun:,}"
    if part.lacking:
        into.seen.skip(name, "A row has no token or no tag; its sequence is left out")
    else:
        into.add(part.tokens, part.tags, name, split)
