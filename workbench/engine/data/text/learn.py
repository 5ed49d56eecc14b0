"""Learning a vocabulary and a length from the training texts, and from nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np

from ..preprocess import InputPreprocess
from ..raw import Array, RawInput
from .encoding import SPECIAL, TextEncoding, TokenKind, encoded_chunks, new_tokeniser, printable
from .recipe import LONGEST_GUESSED, TextRecipe

SHORTEST = 4
"""Tokens that a guessed length has at least, so that windows of convolutions fit."""

_LOOKED_AT = 5000
_CHINESE = (0x3040, 0x30FF), (0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF), (0x0E00, 0x0EFF), (0x1000, 0x109F)


@dataclass(frozen=True)
class TokenCounts:
    """How often the training texts hold each token.

    Attributes:
        kind: what texts were cut into.
        tokens: every different word or character, the most frequent first, those that get no number too; byte-pair pieces
            are in the order of their numbers.
        counts: (tokens,) int64.
        lengths: (n,) int32, tokens of each training text.
        merges: see ``TextEncoding``.
    """

    kind: TokenKind
    tokens: tuple[str, ...]
    counts: Array
    lengths: Array
    merges: tuple[str, ...] = ()


def learn_text(
    texts: Array,
    train: Array,
    recipe: TextRecipe,
    progress: Callable[[float], None] = lambda done: None,
    *,
    given: bool = False,
) -> TextEncoding:
    """What the training texts ``texts[train]`` teach: which tokens get a number, and how many a text has.

    ``progress`` gets the share done, and may raise to stop. ``given`` tells that tokens stand between blanks already.
    """
    found = count_tokens(texts, train, recipe, progress, given=given)
    if found.kind == "bpe":  # the pieces depend on each other: all are kept
        tokens = found.tokens
    else:
        often = int((found.counts >= recipe.least).sum())
        tokens = found.tokens[: max(1, min(often, recipe.vocabulary - len(SPECIAL)))]
    length = recipe.length or guess_length(found.lengths, recipe.whole)
    return TextEncoding(
        kind=found.kind,
        lower=recipe.lower,
        nfkc=recipe.nfkc,
        tokens=(*SPECIAL, *tokens),
        merges=found.merges,
        length=length,
        cut=recipe.cut,
        pad=recipe.pad,
        whole=round(float((found.lengths <= length).mean()), 6),
        single=given and _single(found),
    )


def learn_text_input(
    part: RawInput, train: Array, recipe: TextRecipe, progress: Callable[[float], None] = lambda done: None
) -> InputPreprocess:
    """As ``learn_text``, as what an input of texts is preprocessed by."""
    how = learn_text(part.values, train, recipe, progress, given=part.given_tokens)
    return InputPreprocess(
        kind="text",
        shape=(how.length,),
        columns=part.columns,
        vocabulary=len(how.tokens),
        from_files=part.from_files,
        text=how,
    )


def count_tokens(
    texts: Array,
    train: Array,
    recipe: TextRecipe,
    progress: Callable[[float], None] = lambda done: None,
    *,
    given: bool = False,
) -> TokenCounts:
    """Cuts the training texts and counts. For byte-pair pieces, the pieces are learnt first."""
    part = texts[train]
    kind: TokenKind = "given" if given else guess_kind(part) if recipe.tokens == "auto" else recipe.tokens
    from tokenizers import models, trainers

    if kind == "bpe":
        model: Any = models.BPE(unk_token=SPECIAL[1])
        trainer: Any = trainers.BpeTrainer(
            vocab_size=recipe.vocabulary,
            min_frequency=recipe.least,
            special_tokens=list(SPECIAL),
            limit_alphabet=max(1, recipe.vocabulary // 2),
            show_progress=False,
        )
    else:
        model = models.WordLevel({SPECIAL[1]: 0}, unk_token=SPECIAL[1])
        trainer = trainers.WordLevelTrainer(
            vocab_size=1 << 31, min_frequency=0, special_tokens=list(SPECIAL), show_progress=False
        )
    tokeniser = new_tokeniser(kind, lower=recipe.lower, nfkc=recipe.nfkc, model=model)
    tokeniser.train_from_iterator(_batches(part, lambda done: progress(0.5 * done)), trainer=trainer)
    learnt = json.loads(tokeniser.to_str())["model"]
    tokens = [token for token, _ in sorted(learnt["vocab"].items(), key=lambda entry: entry[1])]
    # The trainer marks the first two as special: a text that holds these letters would be cut there.
    plain = new_tokeniser(kind, lower=recipe.lower, nfkc=recipe.nfkc, model=tokeniser.model)
    counts, lengths = np.zeros(len(tokens), np.int64), np.zeros(len(part), np.int32)
    for start, stop, found in encoded_chunks(plain, part, lambda done: progress(0.5 + 0.5 * done)):
        lengths[start:stop] = [len(numbers) for numbers in found]
        flat = np.fromiter(chain.from_iterable(found), np.int64, count=int(lengths[start:stop].sum()))
        counts += np.bincount(flat, minlength=len(tokens))
    names, counts = tokens[len(SPECIAL) :], counts[len(SPECIAL) :]
    if kind == "bpe":
        merges = tuple(m if isinstance(m, str) else f"{m[0]} {m[1]}" for m in learnt["merges"])
        return TokenCounts(kind, tuple(names), counts, lengths, merges)
    order = sorted(range(len(names)), key=lambda k: (-counts[k], names[k]))
    return TokenCounts(kind, tuple(names[k] for k in order), counts[order], lengths)


def _single(found: TokenCounts) -> bool:
    """Whether nearly everything is written in tokens of a single character."""
    single = sum(int(n) for token, n in zip(found.tokens, found.counts, strict=True) if len(token) == 1)
    return single > 0.9 * max(1, int(found.counts.sum()))


def guess_kind(texts: Array) -> TokenKind:
    """Characters for Chinese, Japanese and Thai and for texts of a word or two, words otherwise."""
    looked = texts[np.linspace(0, len(texts) - 1, min(len(texts), _LOOKED_AT)).astype(np.int64)].tolist()
    joined = "".join(t[:1000] for t in looked)
    letters = sum(map(str.isalpha, joined))
    alone = sum(any(low <= ord(c) <= high for low, high in _CHINESE) for c in joined if not c.isascii())
    words = sorted(len(t[:1000].split()) for t in looked)
    if letters and alone > 0.3 * letters:
        return "character"
    return "character" if words[len(words) // 2] <= 2 else "word"


def guess_length(lengths: Array, whole: float) -> int:
    """A length that keeps the share ``whole`` of the texts whole, in bounds."""
    wanted = int(np.quantile(lengths, whole, method="higher")) if len(lengths) else SHORTEST
    return min(max(wanted, SHORTEST), LONGEST_GUESSED)


def _batches(texts: Array, progress: Callable[[float], None]) -> Iterator[list[str]]:
    for start in range(0, len(texts), 1000):
        progress(start / len(texts))
        yield [printable(t) for t in texts[start : start + 1000].tolist()]
