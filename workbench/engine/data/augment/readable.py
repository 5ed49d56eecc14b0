"""What a network is fed, back in words: the tokens of a text, the cells of a table."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

import numpy as np

from ..fed_columns import fed_groups
from ..preprocess import CategoryEncoding, InputPreprocess
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
    names = how.text.tokens if how.text is not None else None
    told = [int(i) for i in ids if i != 0][:MOST_TOKENS]
    return [names[i] if names is not None and i < len(names) else str(i) for i in told]


def _joined(tokens: list[str], how: InputPreprocess) -> str:
    """Tokens in a row: words with spaces between, characters without, byte-pair pieces with spaces where they had some."""
    if how.text is None or how.text.kind == "word":
        return " ".join(tokens)
    return "".join(tokens).replace("\N{LOWER ONE EIGHTH BLOCK}", " ")


def cell_names(how: InputPreprocess) -> tuple[str, ...]:
    """Names of the columns that ``cells_of`` tells."""
    names = how.columns or tuple(f"x{k + 1}" for k in range(how.shape[0]))
    return tuple(names[group.raw] for group in fed_groups(how) if group.kind in ("number", "category"))


def cells_of(fed: Array, how: InputPreprocess) -> tuple[tuple[str, ...], ...]:
    """Rows (n, width) as they are fed, in the data's own units: numbers to four digits, categories by name, gaps empty."""
    offset, scale = np.asarray(how.offset, dtype=np.float64), np.asarray(how.scale, dtype=np.float64)
    values = fed / scale + offset
    groups = fed_groups(how)
    missing = {group.raw: values[:, group.start] > 0.5 for group in groups if group.kind == "missing"}
    lines = {line.column: line for line in how.table.warps} if how.table is not None else {}
    columns: list[list[str]] = []
    for group in groups:
        if group.kind == "number":
            numbers = values[:, group.start]
            if group.raw in lines:
                numbers = np.interp(numbers, lines[group.raw].levels, lines[group.raw].knots)
            gaps = missing.get(group.raw, np.zeros(len(fed), dtype=bool))
            columns.append(["" if gap else f"{v:.4g}" for v, gap in zip(numbers, gaps, strict=True)])
        elif group.category is not None:
            columns.append([_category(row, group.category) for row in values[:, group.start : group.stop]])
    return tuple(zip(*columns, strict=True))


def _category(values: Array, how: CategoryEncoding) -> str:
    """The name of a category from what it became, (outputs,); empty where it has none."""
    if how.ordinal:
        places = {place: name for name, place in zip(how.names, how.slots, strict=True) if place >= 0}
        return places.get(round(float(values[0])), "")
    if len(values) and values.max() > 0.5:
        return how.outputs[int(values.argmax())]
    return how.names[how.base] if how.base >= 0 else ""
