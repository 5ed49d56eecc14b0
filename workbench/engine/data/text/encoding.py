"""A text as token numbers: the learnt vocabulary as a value, and the tokeniser that it describes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any, Literal

import numpy as np

from ...values import Value
from ..raw import Array

PAD, UNKNOWN = 0, 1
"""Numbers of the filling and of every token that is not in the vocabulary."""
SPECIAL = ("[pad]", "[unknown]")
"""What the first two numbers are called; no text is cut into tokens that look like these."""

TokenKind = Literal["word", "character", "bpe", "given"]
"""What texts are cut into; "given" stands for tokens that the data has already, with blanks between."""

# Scripts that put no spaces between words. Japanese and Thai are cut apart as Chinese is.
_ALONE = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_LETTER = r"\p{L}\p{M}\p{N}_"
_RUN = rf"[[{_LETTER}]&&[^{_ALONE}]]+(?:['’][\p{{L}}\p{{M}}]+)*"
_WORDS = rf"[{_ALONE}]\p{{M}}*|{_RUN}|[^\s{_LETTER}]"
_PIECES = rf"▁?[{_ALONE}]+|▁?{_RUN}|▁?[^{_LETTER}▁]|▁"

_CHUNK_CHARACTERS = 1 << 21
_CHUNK_TEXTS = 8192


class TextEncoding(Value):
    """How texts become token numbers (T,), as learnt from training texts.

    Attributes:
        kind: what texts are cut into.
        lower, nfkc: what is done to the letters before.
        tokens: every known token by its number; the first two are ``SPECIAL``. In byte-pair pieces ``▁`` stands for a space.
        merges: for byte-pair pieces, the pairs that are joined, in the order of learning, each as "left right".
        length: tokens of a text that are kept.
        cut, pad: the end or the start, where a long text loses tokens and a short one is filled up.
        whole: share of the training texts that were not cut.
        single: of given tokens, whether each is a single character, as where Chinese is cut into words.
    """

    kind: TokenKind
    lower: bool
    nfkc: bool
    tokens: tuple[str, ...]
    merges: tuple[str, ...] = ()
    length: int
    cut: Literal["end", "start"] = "end"
    pad: Literal["end", "start"] = "end"
    whole: float = 1.0
    single: bool = False


@dataclass(frozen=True)
class EncodedTexts:
    """All texts of an input as numbers.

    Attributes:
        ids: (N, T) token numbers, of the smallest whole type that holds them; short texts are filled up with 0.
        lengths: (N,) int32, tokens of each text before it was cut.
    """

    ids: Array
    lengths: Array


@dataclass(frozen=True)
class Token:
    """A piece of a text: what it is after normalising, its number, and whether the vocabulary holds it."""

    text: str
    id: int
    kept: bool = True

    @property
    def known(self) -> bool:
        """Whether the vocabulary holds it."""
        return self.id != UNKNOWN


def as_texts(texts: Sequence[str]) -> Array:
    """Texts as an array (N,) of str."""
    made: Array = np.empty(len(texts), dtype=object)
    made[:] = texts
    return made


def is_text(values: Array) -> bool:
    """Whether an array holds texts (N,) rather than their numbers (N, T)."""
    return values.dtype.kind in "OUT"


def new_tokeniser(kind: TokenKind, *, lower: bool, nfkc: bool, model: Any) -> Any:
    """A ``tokenizers.Tokenizer`` that normalises and cuts texts as ``kind`` asks for, around a model."""
    from tokenizers import Regex, Tokenizer, normalizers, pre_tokenizers

    tokeniser = Tokenizer(model)
    steps: list[Any] = [normalizers.NFKC()] if nfkc else []
    steps += [normalizers.Lowercase()] if lower else []
    if kind == "given":
        # Divided before letters are unified, which makes blanks of some: each token stays one.
        # A token that is called as the filling is would be taken for it.
        own = normalizers.Replace(Regex(r"^\[(?=(?:pad|unknown)\]$)"), "［")
        tokeniser.normalizer = normalizers.Sequence([normalizers.Replace(" ", "\n"), *steps, own])
        tokeniser.pre_tokenizer = pre_tokenizers.Split("\n", "removed")
        return tokeniser
    steps += [normalizers.Replace(Regex(r"\s+"), " "), normalizers.Strip()]
    if kind == "bpe":
        steps += [normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")]
    tokeniser.normalizer = normalizers.Sequence(steps)
    if kind == "word":
        tokeniser.pre_tokenizer = pre_tokenizers.Split(Regex(_WORDS), "removed", invert=True)
    else:
        tokeniser.pre_tokenizer = pre_tokenizers.Split(Regex(_PIECES if kind == "bpe" else r"[\s\S]"), "isolated")
    return tokeniser


def tokeniser_of(how: TextEncoding) -> Any:
    """The ``tokenizers.Tokenizer`` that an encoding describes; it neither cuts nor fills up."""
    return _built(how.kind, how.lower, how.nfkc, how.tokens, how.merges)


def tokeniser_json(how: TextEncoding) -> str:
    """The tokeniser as ``tokenizers.Tokenizer.from_file`` reads it; it cuts and fills up to the length."""
    from tokenizers import Tokenizer

    made = Tokenizer.from_str(tokeniser_of(how).to_str())
    made.enable_truncation(how.length, direction="left" if how.cut == "start" else "right")
    made.enable_padding(
        direction="left" if how.pad == "start" else "right", length=how.length, pad_id=PAD, pad_token=SPECIAL[PAD]
    )
    return str(made.to_str())


@lru_cache(maxsize=8)
def _built(kind: TokenKind, lower: bool, nfkc: bool, tokens: tuple[str, ...], merges: tuple[str, ...]) -> Any:
    from tokenizers import models

    vocabulary = {token: number for number, token in enumerate(tokens)}
    if kind == "bpe":
        pairs = [(left, right) for left, _, right in (merge.partition(" ") for merge in merges)]
        model: Any = models.BPE(vocabulary, pairs, unk_token=SPECIAL[UNKNOWN])
    else:
        model = models.WordLevel(vocabulary, unk_token=SPECIAL[UNKNOWN])
    return new_tokeniser(kind, lower=lower, nfkc=nfkc, model=model)


def encode_texts(
    texts: Array, how: TextEncoding, progress: Callable[[float], None] = lambda done: None, into: Array | None = None
) -> EncodedTexts:
    """Cuts texts (N,) into tokens and numbers them.

    Args:
        texts: an array of str.
        how: the encoding.
        progress: gets the share done; may raise to stop.
        into: an array of zeros (N, T) to write the numbers to.
    """
    ids = np.zeros((len(texts), how.length), dtype=ids_dtype(how)) if into is None else into
    lengths = np.zeros(len(texts), dtype=np.int32)
    for start, stop, found in encoded_chunks(tokeniser_of(how), texts, progress):
        lengths[start:stop] = [len(numbers) for numbers in found]
        ids[start:stop] = _filled(found, lengths[start:stop], how)
    return EncodedTexts(ids, lengths)


def ids_dtype(how: TextEncoding) -> str:
    """The type that the numbers are kept in."""
    return "uint16" if len(how.tokens) <= 1 << 16 else "int32"


def encoded_chunks(tokeniser: Any, texts: Array, progress: Callable[[float], None] = lambda done: None) -> Any:
    """(start, stop, numbers of each text between), chunk by chunk: memory stays bounded, and one can stop in between."""
    start = 0
    while start < len(texts):
        progress(start / len(texts))
        stop, size = start, 0
        while (
            stop < len(texts)
            and stop - start < _CHUNK_TEXTS
            and (stop == start or size + len(texts[stop]) <= _CHUNK_CHARACTERS)
        ):
            size += len(texts[stop])
            stop += 1
        made = tokeniser.encode_batch_fast([printable(t) for t in texts[start:stop].tolist()], add_special_tokens=False)
        yield start, stop, [encoding.ids for encoding in made]
        start = stop
    progress(1.0)


def printable(text: str) -> str:
    """The text without halves of letters (lone surrogates), which can't be written as UTF-8."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def _filled(found: Sequence[Sequence[int]], lengths: Array, how: TextEncoding) -> Array:
    """Lists of numbers as rows of one length (n, T)."""
    kept = [n[-how.length :] if how.cut == "start" else n[: how.length] for n in found]
    sizes = np.minimum(lengths, how.length)
    places = np.arange(how.length)
    held = places >= how.length - sizes[:, None] if how.pad == "start" else places < sizes[:, None]
    rows = np.zeros((len(found), how.length), dtype=np.int64)
    rows[held] = np.fromiter(chain.from_iterable(kept), dtype=np.int64, count=int(sizes.sum()))
    return rows


def tokens_of(text: str, how: TextEncoding) -> tuple[Token, ...]:
    """The tokens of one text in their order, with those that are cut off."""
    made = tokeniser_of(how).encode(printable(text), add_special_tokens=False)
    count = len(made.ids)
    first, last = (max(0, count - how.length), count) if how.cut == "start" else (0, how.length)
    pieces = _pieces(text, how)
    texts = pieces if len(pieces) == count else made.tokens
    return tuple(
        Token(shown, number, first <= place < last)
        for place, (shown, number) in enumerate(zip(texts, made.ids, strict=True))
    )


def _pieces(text: str, how: TextEncoding) -> list[str]:
    """What words or characters a text is cut into, those that are not in the vocabulary as they are."""
    tokeniser = tokeniser_of(how)
    cut = tokeniser.pre_tokenizer.pre_tokenize_str(tokeniser.normalizer.normalize_str(printable(text)))
    if how.kind != "bpe":
        return [piece for piece, _ in cut]
    pieces: list[str] = []
    for piece, _ in cut:
        made = tokeniser.model.tokenize(piece)
        pieces += [piece[t.offsets[0] : t.offsets[1]] if t.id == UNKNOWN else t.value for t in made]
    return pieces
