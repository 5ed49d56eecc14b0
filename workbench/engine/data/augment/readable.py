"""What a network is fed, back in words: the tokens of a text, the cells of a table."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

import numpy as np

from ..preprocess import InputPreprocess
from ..raw import Array

Mark = Literal["", "gone", "new"]

MOST_TOKENS = 120
"""Tokens of a text that are told."""


@dataclass(frozen=True)
class Piece:
    """Some tokens of a text, and whether they are as they were, gone, or new at this place."""

    text: str
    mark: Mark = ""


def pieces_of(before: Array, after: Array, how: InputPreprocess) -> tuple[Piece, ...]:
    """A text (T,) of ids after augmentation, with what differs from before marked. Padding is left out."""
    one, other = (_tokens(ids, how) for ids in (before, after))
    pieces: list[Piece] = []
    for way, start, stop, first, last in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if way == "equal":
            pieces.append(Piece(_joined(one[start:stop], how)))
            continue
        if stop > start:
            pieces.append(Piece(_joined(one[start:stop], how), "gone"))
        if last > first:
            pieces.append(Piece(_joined(other[first:last], how), "new"))
    return tuple(pieces)


def _tokens(ids: Array, how: InputPreprocess) -> list[str]:
    names = getattr(getattr(how, "text", None), "tokens", None)
    told = [int(i) for i in ids if i != 0][:MOST_TOKENS]
    return [names[i] if names is not None and i < len(names) else str(i) for i in told]


def _joined(tokens: list[str], how: InputPreprocess) -> str:
    """Tokens in a row: words with spaces between, characters without, byte-pair pieces with spaces where they had some."""
    kind = getattr(getattr(how, "text", None), "kind", "word")
    if kind == "word":
        return " ".join(tokens)
    return "".join(tokens).replace("\N{LOWER ONE EIGHTH BLOCK}", " ")


def cell_names(how: InputPreprocess) -> tuple[str, ...]:
    """Names of the columns that ``cells_of`` tells."""
    if how.table is None:
        return how.columns or tuple(f"x{k + 1}" for k in range(how.shape[0]))
    return tuple(how.columns[k] for k in (*how.table.numbers, *(c.column for c in how.table.categories)))


def cells_of(fed: Array, how: InputPreprocess) -> tuple[tuple[str, ...], ...]:
    """Rows (n, width) as they are fed, in the data's own units: numbers to four digits, categories by name, gaps empty."""
    offset, scale = np.asarray(how.offset, dtype=np.float64), np.asarray(how.scale, dtype=np.float64)
    raw = fed / scale + offset
    if how.table is None:
        return tuple(tuple(f"{v:.4g}" for v in row) for row in raw)
    table = how.table
    count = len(table.numbers)
    columns = [[f"{v:.4g}" for v in raw[:, k]] for k in range(count)]
    for place, column in enumerate(table.indicators):
        number = table.numbers.index(column)
        missing = raw[:, count + place] > 0.5
        columns[number] = ["" if gap else text for text, gap in zip(columns[number], missing, strict=True)]
    start = count + len(table.indicators)
    for category in table.categories:
        group = raw[:, start : start + len(category.outputs)]
        start += len(category.outputs)
        best = group.argmax(1) if group.shape[1] else np.zeros(len(group), dtype=np.int64)
        there = group.max(1, initial=0.0) > 0.5
        columns.append([category.outputs[k] if on else "" for k, on in zip(best, there, strict=True)])
    return tuple(zip(*columns, strict=True))
