"""Texts as the Data and Evaluate stages show them: a line in a table, and the tokens that the network sees."""

from __future__ import annotations

from html import escape

import numpy as np
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ...engine.data.prepared import PreparedData
from ...engine.data.raw import Array
from ...engine.data.text.encoding import TextEncoding, Token, tokens_of
from ..theme import notifier, tokens
from ..widgets.numbers import count_text
from ..widgets.tables import Column

LINE = 160
"""Characters of a text in a line of a table."""
MOST_SHOWN = 300
"""Tokens of a text that are shown."""
_LOOKED_AT = 20_000
"""Characters of a long text that are cut into tokens for the view."""


def text_line(text: str, most: int = LINE) -> str:
    """The start of a text on one line."""
    line = " ".join(text[: 2 * most].split())
    return line if len(line) <= most and len(text) <= 2 * most else f"{line[:most].rstrip()}…"


def text_columns(data: PreparedData) -> list[Column]:
    """The text and its number of tokens as table columns."""
    tr = QCoreApplication.translate
    name, part = next(iter(data.raw.inputs.items()))
    lengths, texts = data.texts[name].lengths, part.values
    return [
        Column(tr("Data", "Tokens"), lambda row: int(lengths[row]), keys=lambda: lengths, text=count_text),
        Column(tr("Data", "Text"), lambda row: text_line(texts[row]), keys=lambda: first_letters(texts), numeric=False),
    ]


def first_letters(texts: Array) -> Array:
    """The first letters of each text, to sort by."""
    return np.array([t[:24].casefold() for t in texts.tolist()])


class TokensView(QLabel):
    """The tokens of a text as chips; unknown ones are crossed out, those that are cut off are faint."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleName(self.tr("Tokens"))
        self.tokens: tuple[Token, ...] = ()
        self._more = False
        notifier.changed.connect(self._draw)

    def show_text(self, text: str, how: TextEncoding) -> None:
        """Cuts a text and shows what becomes of it."""
        self._more = len(text) > _LOOKED_AT
        self.tokens = tokens_of(text[:_LOOKED_AT], how)
        self._draw()

    def _draw(self) -> None:
        colours = tokens()
        chips = []
        for token in self.tokens[:MOST_SHOWN]:
            shown = escape(token.text).replace(" ", "&nbsp;")
            style = f"background-color:{colours.raised}; color:{colours.text if token.kept else colours.muted};"
            if not token.known:
                style += f" text-decoration:line-through; color:{colours.warning if token.kept else colours.muted};"
            elif not token.kept:
                style += " font-style:italic;"
            chips.append(f'<span style="{style}">&nbsp;{shown}&nbsp;</span>')
        rest = len(self.tokens) - MOST_SHOWN
        if rest > 0 or self._more:
            chips.append("…")
        self.setText(" ".join(chips))
        self.setAccessibleDescription(" ".join(t.text if t.known else f"[{t.text}]" for t in self.tokens[:MOST_SHOWN]))


class TokensBox(QWidget):
    """The tokens of a text, below a line that counts them."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = TokensView(name, self)
        self.note = QLabel(self)
        self.note.setObjectName(f"{name}_note")
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.note)
        layout.addWidget(self.view)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens shown."""
        return self.view.tokens

    def show_text(self, text: str, how: TextEncoding) -> None:
        """Cuts a text and shows what becomes of it."""
        self.view.show_text(text, how)
        self.note.setText(tokens_note(self.view.tokens, how))


def tokens_note(shown: tuple[Token, ...], how: TextEncoding) -> str:
    """How many tokens a text has, how many of them are unknown, and what is cut off."""
    tr = QCoreApplication.translate
    parts = [tr("Data", "{count} tokens").format(count=count_text(len(shown)))]
    unknown = sum(not t.known for t in shown)
    if unknown:
        parts.append(tr("Data", "{count} unknown (crossed out)").format(count=count_text(unknown)))
    cut = sum(not t.kept for t in shown)
    if cut:
        parts.append(tr("Data", "{count} cut off (faint)").format(count=count_text(cut)))
    elif len(shown) < how.length:
        parts.append(tr("Data", "{count} times filled up").format(count=count_text(how.length - len(shown))))
    return ", ".join(parts)
