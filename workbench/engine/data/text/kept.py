"""Texts that were cut into tokens before, kept in the cache by the fingerprint of the data."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import numpy as np

from ...errors import DataError
from ..cache import ArrayCache
from ..raw import Array
from .encoding import EncodedTexts, TextEncoding, encode_texts, ids_dtype

_WAY = 1
"""Goes up when the same texts would give other numbers."""
SMALL = 1 << 20
"""Bytes of numbers below which they are made anew: that is as quick as reading them."""


def encoded(
    texts: Array, how: TextEncoding, key: str, progress: Callable[[float], None] = lambda done: None
) -> EncodedTexts:
    """The numbers of all texts: from the cache, memory-mapped, or made and put there.

    Args:
        texts: (N,) of str.
        how: the encoding.
        key: tells the texts apart from all others; empty: nothing is kept.
        progress: gets the share done; may raise to stop, and nothing is kept then.
    """
    needed = len(texts) * (how.length * np.dtype(ids_dtype(how)).itemsize + 4)
    if needed < SMALL or not key:
        return encode_texts(texts, how, progress)
    name = hashlib.blake2b(f"{_WAY} {key} {how.model_dump_json()}".encode(), digest_size=16).hexdigest()
    cache = ArrayCache()
    found = cache.find(f"text-{name}")
    if found is None:
        try:
            with cache.begin(needed) as writer:
                ids = writer.add("ids", (len(texts), how.length), ids_dtype(how))
                lengths = writer.add("lengths", (len(texts),), "int32")
                lengths[:] = encode_texts(texts, how, progress, into=ids).lengths
                del ids, lengths
                found = writer.commit(f"text-{name}", {})
        except DataError:
            # The disk has no room or must not be written to: they fit into memory as the texts themselves do.
            return encode_texts(texts, how, progress)
    return EncodedTexts(found.arrays["ids"], found.arrays["lengths"])
