"""How a token and its tag look: the token above, the tag below, on a ground in the colour of the tag's kind."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ...theme import Tokens, tokens
from ..numbers import share_text

PAD = 5.0
"""Room left and right of the words of a chip."""
GAP = 4.0
"""Room between chips."""
BAR = 3.0
"""Height of the bar below a chip."""
WIDEST = 168.0
"""Width of the words of a chip, at most."""
OUTSIDE = "O"
_SPAN = re.compile(r"(?P<prefix>[BIEMSLU])-(?P<kind>.+)")
_GOES_ON, _ENDS = frozenset("IMEL"), frozenset("ESLU")


@dataclass(frozen=True)
class Chip:
    """A token with its tag.

    Attributes:
        text: the token.
        tag: its tag, or the one that was given where no true one is known.
        said: another tag that the network gave in its place; empty where it gave no other.
        confidence: probability of the given tag; NaN where there is none.
        known: whether the token is in the vocabulary.
        kept: whether the network sees it.
    """

    text: str
    tag: str = ""
    said: str = ""
    confidence: float = math.nan
    known: bool = True
    kept: bool = True

    @property
    def below(self) -> str:
        """What stands below the token: its tag, and what was said instead."""
        return f"✗ {self.tag} → {self.said}" if self.said else self.tag

    @property
    def words(self) -> str:
        """All that is known of it, for a tooltip and for those who don't see it."""
        tr = QCoreApplication.translate
        parts = [f"{self.text}: {self.tag}" if self.tag else self.text]
        if self.said:
            parts = [tr("Chips", "{token}: wrong").format(token=self.text)]
            parts.append(tr("Chips", "true tag: {tag}").format(tag=self.tag))
            parts.append(tr("Chips", "given tag: {tag}").format(tag=self.said))
        if not math.isnan(self.confidence):
            parts.append(tr("Chips", "{share} certain").format(share=share_text(self.confidence)))
        if not self.known:
            parts.append(tr("Chips", "not in the vocabulary"))
        if not self.kept:
            parts.append(tr("Chips", "cut off: the network does not see it"))
        return "\n".join(parts)


class TagKinds:
    """Which tags share a colour: B-PER and I-PER do, and tags that are of no spans have one each. O has none."""

    def __init__(self, tags: Sequence[str] = ()) -> None:
        found = {tag: _SPAN.fullmatch(tag) for tag in tags if tag != OUTSIDE}
        self._spans = bool(found) and all(found.values())
        kinds = dict.fromkeys(m["kind"] if self._spans and m is not None else tag for tag, m in found.items())
        self._places = {kind: place for place, kind in enumerate(kinds)}

    def _parts(self, tag: str) -> tuple[str, str]:
        found = _SPAN.fullmatch(tag) if self._spans else None
        return (found["prefix"], found["kind"]) if found is not None else ("", tag)

    def colour(self, tag: str, colours: Tokens) -> QColor | None:
        """The colour of a tag; None for O and for those that are not known."""
        place = self._places.get(self._parts(tag)[1])
        return QColor(colours.plot[place % len(colours.plot)]) if place is not None else None

    def goes_on(self, tag: str, after: str) -> bool:
        """Whether the span of a tag goes on with the next one."""
        (prefix, kind), (following, other) = self._parts(tag), self._parts(after)
        return bool(prefix) and prefix not in _ENDS and following in _GOES_ON and kind == other


class ChipPainter:
    """Measures and draws chips in a widget's fonts."""

    def __init__(self, font: QFont) -> None:
        self.font, self.small = QFont(font), QFont(font)
        self.small.setPixelSize(tokens().font_small - 1)
        self._metrics, self._below = QFontMetricsF(self.font), QFontMetricsF(self.small)
        self.height = math.ceil(self._metrics.height() + self._below.height() + BAR + 3)

    def width(self, chip: Chip) -> float:
        """How wide a chip is."""
        token = self._metrics.horizontalAdvance(chip.text[:80])
        below = self._below.horizontalAdvance(chip.below[:80])
        return math.ceil(min(max(token, below, 8.0), WIDEST)) + 2 * PAD

    def draw(
        self, painter: QPainter, rect: QRectF, chip: Chip, kinds: TagKinds, *, on: bool = False, current: bool = False
    ) -> None:
        """Draws a chip into a rectangle of its width and ``height``; ``on``: its span goes on with the next chip."""
        colours = tokens()
        colour = kinds.colour(chip.tag, colours)
        ground = QColor(colour) if colour is not None else QColor(colours.muted)
        ground.setAlphaF((0.22 if colour is not None else 0.09) if chip.kept else 0.05)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(rect, 3, 3)
        if colour is not None and chip.kept:
            bar = QRectF(rect.left(), rect.bottom() - BAR, rect.width() + (GAP if on else 0), BAR)
            painter.fillRect(bar, colour)
        if chip.said or current:
            pen = QPen(QColor(colours.danger if chip.said and not current else colours.accent), 1.5)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), 3, 3)
        font = QFont(self.font)
        font.setStrikeOut(not chip.known)
        font.setItalic(not chip.kept)
        painter.setFont(font)
        painter.setPen(QColor(colours.text if chip.kept else colours.muted))
        room = rect.width() - 2 * PAD
        text = self._metrics.elidedText(chip.text.replace("\n", " "), Qt.TextElideMode.ElideMiddle, room + 1)
        painter.drawText(QPointF(rect.left() + PAD, rect.top() + 1 + self._metrics.ascent()), text)
        painter.setFont(self.small)
        painter.setPen(QColor(colours.danger if chip.said else colours.text if colour is not None else colours.muted))
        below = self._below.elidedText(chip.below, Qt.TextElideMode.ElideMiddle, room + 1)
        at = QPointF(rect.left() + PAD, rect.top() + 1 + self._metrics.height() + self._below.ascent())
        painter.drawText(at, below)
