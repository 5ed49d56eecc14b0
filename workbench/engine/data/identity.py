"""Telling samples apart by what they hold: equal ones, and names by which a sample is found again when files change."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np

from .raw import Array, RawData, RawInput, RawTarget

_CHUNK_WORDS = 1 << 20
_ODD = np.uint64(0x9E3779B97F4A7C15)
HASHED = "#"
"""Begins the key of a sample without a name."""


def sample_size(part: RawInput) -> int:
    """Numbers, or texts, in one sample of an input; at least 1."""
    return max(1, int(np.prod(part.values.shape[1:], dtype=np.int64)))


def input_hashes(raw: RawData, samples: Array, tick: Callable[[float], None] = lambda done: None) -> Array:
    """A number (len(samples),) uint64 for the content of all inputs of each sample, the same on every machine.

    Two different samples get the same number with a chance of about 1 in 2**64.
    """
    parts = list(raw.inputs.values())
    total = np.zeros(len(samples), dtype=np.uint64)
    for place, part in enumerate(parts):
        for start, rows in _chunks(part, samples):
            tick((place + start / max(1, len(samples))) / len(parts))
            total[start : start + len(rows)] += _hash_words(_input_words(part, rows), place)
    return _mixed(total)


def row_numbers(columns: Iterable[Array], count: int) -> Array:
    """A number (count,) uint64 for each row of a table, from its columns (count,) of float64 or of texts, None where missing."""
    total = np.zeros(count, dtype=np.uint64)
    for place, column in enumerate(columns):
        if column.dtype.kind == "f":
            words = _words(column[:, None])
        else:
            names, codes = np.unique(np.where(column == None, "", column).astype(str), return_inverse=True)  # noqa: E711
            words = _texts(names.astype(object)[:, None])[codes.reshape(-1)]
        total += _hash_words(words, place)
    return _mixed(total)


def sample_keys(raw: RawData, samples: Array) -> tuple[str, ...]:
    """A text for each sample by which ``find_samples`` finds it again: its file's name, else what it holds.

    Of samples that hold the same, the second is told by ".1" at the end, and so on: which of them is meant does not matter.
    """
    if _named(raw):
        return tuple(raw.names[int(i)] for i in samples)
    hashes, turn = _numbered(raw)
    return tuple(_key(int(hashes[i]), int(turn[i])) for i in samples)


def find_samples(raw: RawData, keys: Sequence[str]) -> Array:
    """Sorted indexes (int64) of the samples with these keys; keys that no sample has are passed over."""
    if not keys:
        return np.empty(0, dtype=np.int64)
    wanted = set(keys)
    if _named(raw):
        return np.array([i for i, name in enumerate(raw.names) if name in wanted], dtype=np.int64)
    hashes, turn = _numbered(raw)
    numbers = {_number(key) for key in wanted}
    near = np.flatnonzero(np.isin(hashes, np.array(sorted(n for n in numbers if n is not None), dtype=np.uint64)))
    return np.array([i for i in near.tolist() if _key(int(hashes[i]), int(turn[i])) in wanted], dtype=np.int64)


def _named(raw: RawData) -> bool:
    """Whether each sample has a file's name; that of a line means another sample once a line is added before it."""
    return bool(len(raw.names)) and any(part.from_files for part in raw.inputs.values())


def groups_of_equal(numbers: Array) -> tuple[Array, Array]:
    """Places that hold the same number, as (sorted places, group of each), groups of one left out."""
    order = np.argsort(numbers, kind="stable")
    ordered = numbers[order]
    new = np.concatenate([[True], ordered[1:] != ordered[:-1]]) if len(ordered) else np.empty(0, dtype=bool)
    group = np.cumsum(new) - 1
    several = np.bincount(group, minlength=1)[group] > 1 if len(group) else np.empty(0, dtype=bool)
    _, compact = np.unique(group[several], return_inverse=True)
    return order[several], compact.reshape(-1)


def _numbered(raw: RawData) -> tuple[Array, Array]:
    """Hash of inputs and targets of each sample, and how many samples before it have the same."""
    count = len(next(iter(raw.targets.values())).values)
    if raw.rows is not None:
        # All of its cells: another role or type of a column, or a gap that is filled, makes it no other row.
        total = raw.rows()
    else:
        total = input_hashes(raw, np.arange(count))
        for place, target in enumerate(raw.targets.values()):
            total += _hash_words(_target_words(target), 101 + place)
        total = _mixed(total)
    turn = np.zeros(count, dtype=np.int64)
    places, group = groups_of_equal(total)
    if len(places):
        first = np.concatenate([[0], np.flatnonzero(np.diff(group)) + 1])
        turn[places] = np.arange(len(places)) - first[group]
    return total, turn


def _key(number: int, turn: int) -> str:
    return f"{HASHED}{number:016x}" + (f".{turn}" if turn else "")


def _number(key: str) -> int | None:
    try:
        return int(key.removeprefix(HASHED).partition(".")[0], 16) if key.startswith(HASHED) else None
    except ValueError:
        return None


def _chunks(part: RawInput, samples: Array) -> Iterator[tuple[int, Array]]:
    size = max(1, _CHUNK_WORDS // sample_size(part))
    for start in range(0, len(samples), size):
        yield start, samples[start : start + size]


def _input_words(part: RawInput, rows: Array) -> Array:
    values = part.values[rows]
    if values.dtype.kind in "OUS":
        return _texts(values.reshape(len(values), -1))
    if not part.categories:
        return _words(values)
    # Codes depend on what else the file holds; names do not.
    columns = []
    for k, names in enumerate(part.categories):
        column = values[:, k]
        if not names:
            columns.append(_words(column[:, None]))
            continue
        table = np.concatenate([_texts(np.array(names, dtype=object)[:, None])[:, 0], np.zeros(1, dtype=np.uint64)])
        known = np.where(np.isnan(column), len(names), column).astype(np.int64)
        columns.append(table[known][:, None])
    return np.concatenate(columns, axis=1)


def _target_words(target: RawTarget) -> Array:
    if target.classes and target.values.ndim == 1:
        return _texts(np.array(target.classes, dtype=object)[:, None])[target.values.astype(np.int64)]
    return _words(target.values.reshape(len(target.values), -1))


def _words(values: Array) -> Array:
    """Values (n, ...) as numbers (n, words) uint64; all NaN are the same, and so are 0 and -0."""
    flat = values.reshape(len(values), -1)
    if flat.dtype.kind == "f":
        flat = np.where(np.isnan(flat), flat.dtype.type(np.nan), flat + flat.dtype.type(0))
    flat = np.ascontiguousarray(flat, dtype=flat.dtype.newbyteorder("<"))
    as_bytes = flat.view(np.uint8).reshape(len(flat), -1)
    short = -as_bytes.shape[1] % 4
    if short:
        as_bytes = np.concatenate([as_bytes, np.zeros((len(flat), short), dtype=np.uint8)], axis=1)
    return np.ascontiguousarray(as_bytes).view("<u4").astype(np.uint64)


def _texts(values: Array) -> Array:
    def number(text: object) -> int:
        return int.from_bytes(
            hashlib.blake2b(str(text).encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little"
        )

    return np.array([[number(t) for t in row] for row in values], dtype=np.uint64).reshape(values.shape)


def _hash_words(words: Array, salt: int) -> Array:
    """(n, words) to (n,): each word is mixed with a number of its own place, then all are added."""
    places = _mixed(np.arange(1, words.shape[1] + 1, dtype=np.uint64) + np.uint64(salt) * np.uint64(1 << 32))
    mixed = (words ^ places) * _ODD
    mixed ^= mixed >> np.uint64(29)
    mixed *= places | np.uint64(1)
    mixed ^= mixed >> np.uint64(32)
    result: Array = mixed.sum(axis=1, dtype=np.uint64)
    return result


def _mixed(numbers: Array) -> Array:
    """The finisher of splitmix64 (Steele et al. 2014): every bit of the result depends on every bit."""
    x = numbers.astype(np.uint64) + _ODD
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    result: Array = x ^ (x >> np.uint64(31))
    return result
