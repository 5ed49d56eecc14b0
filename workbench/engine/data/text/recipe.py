"""How texts are cut into tokens and numbered, as a value in the data recipe."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ...values import Param, Value

LONGEST_GUESSED = 400
"""Tokens of a text that are kept at most where the length is not set: beyond, a first training takes too long."""


class TextRecipe(Value):
    """Which tokens a text is cut into, and how many are kept. The vocabulary is learnt from the training split only."""

    tokens: Literal["auto", "word", "character", "bpe"] = Param(
        "auto",
        label="Tokens",
        words={"auto": "Guessed", "word": "Words", "character": "Characters", "bpe": "Byte-pair pieces"},
        help="What a text is cut into. Words: Chinese, Japanese and Thai letters are words of their own. Byte-pair pieces: frequent "
        "words stay whole, rare ones fall into pieces. Guessed: characters for Chinese and for texts of a word or two, "
        "words otherwise.",
    )
    lower: bool = Param(True, label="Small letters", help="Takes capital and small letters for the same.")
    nfkc: bool = Param(
        True,
        label="Unify forms",
        help="Takes the forms that Unicode has for the same letter as one: full-width letters, ligatures, accents put together (NFKC).",
    )
    vocabulary: Annotated[int, Field(ge=8, le=1_000_000)] = Param(
        10_000,
        help="Different tokens with a number of their own, at most; the rarest beyond that are unknown.",
        unit="tokens",
    )
    least: Annotated[int, Field(ge=1, le=1_000_000)] = Param(
        2,
        label="Seen at least",
        help="Tokens that the training texts hold less often are unknown, so that the network learns what unknown ones are like.",
        unit="times",
    )
    length: Annotated[int, Field(ge=1, le=100_000)] | None = Param(
        None, help="Tokens of a text that the network sees. Empty: as many as most training texts have.", unit="tokens"
    )
    whole: Annotated[float, Field(gt=0.0, le=1.0)] = Param(
        0.98,
        label="Kept whole",
        help=f"Share of the training texts that a length left empty keeps whole ({LONGEST_GUESSED} tokens at most).",
    )
    cut: Literal["end", "start"] = Param("end", label="Cut off at", help="Where a text that is too long loses tokens.")
    pad: Literal["end", "start"] = Param(
        "end",
        label="Fill up at",
        help="Where a short text is filled up with the number 0. At the start, a recurrent layer ends with real tokens.",
    )
