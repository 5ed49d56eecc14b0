"""Which column of a table holds texts and which one labels, and whether a table or a file of lines is about texts at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..columns import Looked, guess_target, look_at, useless
from ..delimited import is_number
from .encoding import as_texts
from .learn import guess_kind
from .reading import FASTTEXT, lines_of

if TYPE_CHECKING:
    import polars as pl

ROWS = 5000
"""Rows that are looked at, evenly spread: samples may stand in the order of their classes."""

_WORDS = 3.0
"""Words that a column of texts has in the mean, at least."""
_LETTERS = 8.0
"""Letters instead, where words are not divided by spaces."""
_FILE = re.compile(r"[./\\][\w-]{1,5}$")
_LABEL = re.compile(r"[+-]?\w(?:[\w.+/-]*\w)?")
_TEXT_NAMES = (
    "text",
    "sentence",
    "review",
    "message",
    "comment",
    "content",
    "title",
    "body",
    "tweet",
    "question",
    "document",
)
_LABEL_NAMES = ("label", "labels", "class", "category", "target", "sentiment", "y", "rating", "stars", "score", "topic")


@dataclass(frozen=True)
class TextColumns:
    """A table of texts: the column of texts, that of labels, and the others with the reason why they are not used."""

    text: str
    label: str
    others: tuple[tuple[str, str], ...] = ()


def text_columns(frame: pl.DataFrame, *, text: str = "", label: str = "", sure: bool = False) -> TextColumns | None:
    """The columns of texts and labels in a table; None where it is rather one of features.

    Args:
        frame: its cells as text.
        text: the column of texts, where it is known.
        label: that of labels, where it is known.
        sure: whether it is known that the table is about texts.
    """
    columns = _looked(frame)
    why = {column.name: _why_useless(column) for column in columns}
    free = [c for c in columns if c.name == text] if text else _texts(columns, label, why, sure=sure)
    if not free:
        return None
    text = max(free, key=lambda c: (c.name.lower() in _TEXT_NAMES, _words(c))).name
    left = [c for c in columns if c not in free and not why[c.name]]
    if label:
        fits = sure or all(c.name == label for c in left)
    else:
        fits = sure or len(left) == 1
        candidates = left or [c for c in columns if c.name != text]
        named = [c.name for c in candidates if c.name.lower() in _LABEL_NAMES]
        label = named[0] if named else guess_target(candidates) if candidates else ""
    if not fits or label in ("", text) or label not in why:
        return None
    alike = {c.name for c in free}
    others = tuple((c.name, _why_ignored(c.name, text, why, alike)) for c in columns if c.name not in (text, label))
    return TextColumns(text, label, others)


def holds_texts(frame: pl.DataFrame) -> bool:
    """Whether a column of a table holds texts."""
    return any(_words(column) >= 1.0 for column in _looked(frame))


def _looked(frame: pl.DataFrame) -> list[Looked]:
    rows = np.linspace(0, frame.height - 1, min(ROWS, frame.height)).astype(np.int64)
    return look_at(frame[rows])


def _texts(columns: list[Looked], label: str, why: dict[str, str], *, sure: bool) -> list[Looked]:
    """The columns that hold texts; names and single words only where a table is about nothing else."""
    others = [c for c in columns if c.name != label]
    free = [c for c in others if _words(c) >= 1.0]
    if free:
        return free
    short = [c for c in others if why[c.name] and c.distinct > 1 and _named(c)]
    rest = [c for c in columns if c.name == label or not why[c.name]]
    if len(short) == 1 and (sure or len(rest) == 1):
        return short
    return sorted((c for c in others if c.numbers is None), key=lambda c: c.distinct)[-1:] if sure else []


def _why_ignored(name: str, text: str, why: dict[str, str], alike: set[str]) -> str:
    if why[name] and name not in alike:
        return why[name]
    return f"Only the texts of '{text}' are read; '{name}' is ignored."


def lines_of_texts(text: str) -> bool:
    """Whether most lines are a label, a space and a text."""
    found = [line for _, line in lines_of(text)]
    # Thinned out first: a large file has a hundred thousand lines here.
    lines = [line for line in map(str.strip, found[:: -(-len(found) // ROWS)]) if line]
    if len(lines) < 4:
        return False
    pairs = [line.partition(" ") for line in lines]
    labels = Counter(label for label, _, _ in pairs)
    if all(label.startswith(FASTTEXT) for label in labels):
        return True
    if not all(_LABEL.fullmatch(label) for label in labels):
        return False
    often = sum(count for count in labels.values() if count > 1)
    texts = [rest for _, _, rest in pairs]
    few = len(labels) <= max(2, min(100, len(lines) // 10)) and often > 0.9 * len(lines)
    return few and len(labels) > 1 and mean_words(texts) >= 1.0


def texts_in(text: str) -> bool:
    """Whether the lines of a file hold words rather than numbers."""
    lines = [line for _, line in lines_of(text) if line.strip()][:200]
    letters = sum(sum(map(str.isalpha, line)) for line in lines)
    return bool(lines) and letters > 0.5 * sum(len(line.replace(" ", "")) for line in lines)


def mean_words(texts: Sequence[str]) -> float:
    """Words of a text in the mean as a share of what makes a text; letters where words are not divided by spaces."""
    looked = as_texts([t for t in texts if t][:500])
    if len(looked) == 0:
        return 0.0
    words = float(np.mean([sum(not is_number(w) for w in t[:2000].split()) for t in looked]))
    if guess_kind(looked) == "character":  # Chinese, or names of a word or two
        alone = float(np.mean([sum(c.isalpha() and not c.isascii() for c in t[:2000]) for t in looked]))
        return max(words / _WORDS, alone / _LETTERS)
    return words / _WORDS


def _words(column: Looked) -> float:
    if column.numbers is not None or 2 * column.missing > len(column.text):
        return 0.0
    if 2 * column.distinct < len(column.text) - column.missing:
        return 0.0
    return mean_words(column.text.drop_nulls().head(500).to_list())


def _named(column: Looked) -> bool:
    """Whether a column holds names or words: letters, and no names of files."""
    cells = column.text.drop_nulls().head(500).to_list()
    if column.numbers is not None or not cells or sum(bool(_FILE.search(c)) for c in cells) > 0.5 * len(cells):
        return False
    plain = sum(all(c.isalpha() or c in " '’.-·" for c in cell) for cell in cells)
    return plain > 0.8 * len(cells)


def _why_useless(column: Looked) -> str:
    found = useless(column)
    if found is not None:
        return found.text
    if 2 * column.missing > len(column.text):
        return f"'{column.name}' is mostly empty; it is ignored."
    return ""
