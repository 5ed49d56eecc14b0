"""Sequences of tagged text as the Data stage shows them: chips of tokens and tags, in a row of a table and in full."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ...engine.data.prepared import PreparedData
from ...engine.data.raw import RawTarget
from ...engine.data.text.encoding import tokens_of
from ..widgets.chips import Chip, ChipsView, TagKinds, show_chips
from ..widgets.numbers import count_text
from ..widgets.tables import Column, ColumnsView
from .texts import tokens_note

IN_A_ROW = 80
"""Tokens of a sequence that a row of a table has room for, at most."""
MOST_SHOWN = 400
"""Tokens of a sequence that are shown in full."""


def tagged_target(data: PreparedData) -> RawTarget | None:
    """The tags of the data's sequences; None for other data."""
    return next((t for t in data.raw.targets.values() if t.task == "tagging"), None)


def sequence_chips(data: PreparedData, sample: int, most: int = 0) -> tuple[Chip, ...]:
    """The tokens of a sample with their tags, the first ``most`` or all."""
    target = tagged_target(data)
    if target is None:
        return ()
    part = data.raw.inputs[target.input]
    values = target.values[sample]
    tags = [target.classes[int(k)] for k in values[: most or None] if k >= 0]
    if part.kind == "text":
        words = str(part.values[sample]).split(" ", most or -1)
    else:
        words = [str(step + 1) for step in range(len(tags))]
    return tuple(Chip(word, tag) for word, tag in zip(words, tags, strict=False))


def tagged_columns(data: PreparedData, target: RawTarget) -> list[Column]:
    """How long sequences are, and themselves: the last column, which ``show_sequences`` draws as chips."""
    tr = QCoreApplication.translate

    def lengths() -> NDArray[np.int64]:
        found: NDArray[np.int64] = (target.values >= 0).sum(axis=1)
        return found

    return [
        Column(tr("Data", "Tokens"), lambda row: int((target.values[row] >= 0).sum()), keys=lengths, text=count_text),
        Column(
            tr("Data", "Sequence"),
            lambda row: " ".join(f"{c.text}/{c.tag}" for c in sequence_chips(data, row, IN_A_ROW)),
            numeric=False,
            help=tr("Data", "Tokens, with the tag of each below it"),
        ),
    ]


def show_sequences(table: ColumnsView, column: int, data: PreparedData) -> None:
    """Draws a column as chips where the data is tagged text."""
    target = tagged_target(data)
    kinds = TagKinds(target.classes if target is not None else ())
    show_chips(table, column if target is not None else -1, lambda row: sequence_chips(data, row, IN_A_ROW), kinds)


def having(target: RawTarget, place: int) -> NDArray[np.bool_]:
    """Which samples are of a class, have a label, or have a token with a tag, (N,)."""
    found: NDArray[np.bool_]
    if target.task == "tagging":
        found = (target.values == place).any(axis=1)
    else:
        found = target.values == place if target.task == "classification" else target.values[:, place] > 0
    return found


class TaggedBox(QWidget):
    """One sequence in full, below a line that counts its tokens and tells what of them is unknown or cut off."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_box")
        self.note = QLabel(self)
        self.note.setObjectName(f"{name}_note")
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self.view = ChipsView(name, self, most=MOST_SHOWN)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.note)
        layout.addWidget(self.view)

    def show_sample(self, data: PreparedData, sample: int) -> None:
        """Shows a sequence of tagged text."""
        target = tagged_target(data)
        if target is None:
            return
        chips = sequence_chips(data, sample)
        how = data.preprocess.inputs[target.input].text
        self.note.setVisible(how is not None)
        if how is not None:
            found = tokens_of(str(data.raw.inputs[target.input].values[sample]), how)
            self.note.setText(tokens_note(found, how))
            if len(found) == len(chips):
                chips = tuple(
                    Chip(c.text, c.tag, known=token.known, kept=token.kept)
                    for c, token in zip(chips, found, strict=True)
                )
        self.view.set_chips(chips, TagKinds(target.classes))
