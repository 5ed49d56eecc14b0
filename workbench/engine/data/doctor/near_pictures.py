"""Pictures that are nearly the same: saved again, resized, a little brighter, or taken a moment later.

Each picture is averaged to 16 x 16 grey values, freed of brightness and contrast, and compared with all others by the distance
of these, as perceptual hashes do; without rounding to bits, which makes simple pictures such as white trousers on black all
alike. How near is too near depends on the data: pictures of one kind lie close together anyway. So a pair must be much nearer
than the pictures' usual distance to the nearest other one, and also agree pixel by pixel in colour.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ..raw import Array
from .case import Case

SIDE = 16
MOST_PICTURES = 100_000
"""Pictures compared with each other, at most; of more, some evenly spread over them."""
NEAREST = 0.12
"""Distance of two pictures (unit vectors) up to which they can be nearly the same."""
SHARE = 0.18
"""Of the usual distance to the nearest other picture, up to which a pair is much nearer than usual."""
IN_DETAIL = 1.6
"""Times that limit, up to which the pixels of both may differ."""
FLAT = 2.0 / 255.0
"""Deviation of a picture's values, as a share of their range, below which there is nothing to compare."""
MOST_PAIRS = 200_000
_ASKED = 1000
_SHORT = 32
_BLOCK = 1024


def near_pictures(case: Case) -> Array:
    """(n, 2) int64: pairs of samples that are nearly, and not exactly, the same; nearest first."""
    chosen = case.samples[: len(case.samples)]
    if len(chosen) > MOST_PICTURES:
        chosen = chosen[np.linspace(0, len(chosen) - 1, MOST_PICTURES).astype(np.int64)]
    found = describe(case.part.values, chosen, lambda done: case.tick(0.5 * done))
    low, high = next(iter(case.data.preprocess.inputs.values())).pixel_range
    spread = found.std(axis=1)
    kept = spread > FLAT * max(high - low, 1e-12)
    chosen = chosen[kept]
    vectors = found[kept] - found[kept].mean(axis=1, keepdims=True)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    if len(chosen) < 3:
        return np.empty((0, 2), dtype=np.int64)
    limit = min(NEAREST, SHARE * usual_distance(vectors))
    pairs, distance = close_pairs(vectors, limit, lambda done: case.tick(0.5 + 0.5 * done))
    order = np.argsort(distance, kind="stable")[:MOST_PAIRS]
    pairs = chosen[pairs[order]]
    detail = detailed_distance(case.part.values, pairs)
    # Exactly equal ones are told as such.
    result: Array = pairs[(detail <= IN_DETAIL * limit) & ~_equal(case.part.values, pairs)]
    return result


def describe(values: Array, chosen: Array, tick: Callable[[float], None]) -> Array:
    """Pictures (N, H, W, C) as (len(chosen), 256) float32: grey values averaged over 16 x 16 areas."""
    _, height, width, channels = values.shape
    up, across = _areas(height), _areas(width)
    size = max(1, (1 << 23) // (height * width * channels))
    result = np.empty((len(chosen), SIDE * SIDE), dtype=np.float32)
    for start in range(0, len(chosen), size):
        tick(start / len(chosen))
        grey = values[chosen[start : start + size], :, :, : min(channels, 3)].mean(axis=3, dtype=np.float32)
        result[start : start + size] = (up @ grey @ across.T).reshape(len(grey), -1)
    return result


def _areas(size: int) -> Array:
    """(16, size) float32: the share of each pixel in each of 16 equal areas."""
    edges = np.linspace(0, size, SIDE + 1)
    pixels = np.arange(size)
    covered = np.minimum(edges[1:, None], pixels + 1) - np.maximum(edges[:-1, None], pixels)
    result: Array = (np.clip(covered, 0, None) * (SIDE / size)).astype(np.float32)
    return result


def usual_distance(vectors: Array) -> float:
    """Median distance of some vectors to the nearest other one."""
    asked = np.random.RandomState(0).permutation(len(vectors))[:_ASKED]
    likeness = vectors[asked] @ vectors.T
    likeness[np.arange(len(asked)), asked] = -2.0
    return float(np.median(np.sqrt(np.clip(2.0 - 2.0 * likeness.max(axis=1), 0.0, None))))


def close_pairs(vectors: Array, limit: float, tick: Callable[[float], None]) -> tuple[Array, Array]:
    """All pairs (n, 2) of unit vectors not further apart than ``limit``, and their distances.

    Exact: vectors are turned so that their first numbers tell most (principal components), put into strips along the first
    of all, sorted by the second in each, and compared in these alone with those within ``limit`` in the same strip and the
    next one; a distance in some of the components is never too large.
    """
    if not limit > 0.0 or len(vectors) < 2:
        return np.empty((0, 2), dtype=np.int64), np.empty(0)
    middle = vectors - vectors.mean(axis=0)
    some = middle[:: max(1, len(middle) // 5000)]
    _, axes = np.linalg.eigh(some.T @ some)
    short = middle @ axes[:, ::-1][:, :_SHORT]
    strip = np.floor((short[:, 0] - short[:, 0].min()) / limit).astype(np.int64)
    order = np.lexsort((short[:, 1], strip))
    short, strip = np.ascontiguousarray(short[order]), strip[order]
    squares = np.square(short).sum(axis=1, keepdims=True)
    # One product of matrices gives the squared distances.
    left = np.concatenate([short, squares, np.ones_like(squares)], axis=1)
    right = np.concatenate([-2.0 * short, np.ones_like(squares), squares], axis=1)
    along = short[:, 1]
    bounds = np.searchsorted(strip, np.arange(strip[-1] + 2))
    found = [np.empty((0, 2), dtype=np.int64)]
    for number, (first, last) in enumerate(zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True)):
        after = int(bounds[number + 2]) if number + 2 < len(bounds) else last
        for start in range(first, last, _BLOCK):
            tick(start / len(short))
            stop = min(start + _BLOCK, last)
            low, high = along[start] - limit, along[stop - 1] + limit
            here = (start, first + int(np.searchsorted(along[first:last], high, side="right")))
            beside = tuple(last + int(i) for i in np.searchsorted(along[last:after], [low, high]))
            for begin, end in (here, beside):
                one, other = np.nonzero(left[start:stop] @ right[begin:end].T <= limit * limit + 1e-5)
                later = other + begin > one + start
                found.append(np.stack([order[start + one[later]], order[begin + other[later]]], axis=1))
    pairs = np.sort(np.concatenate(found), axis=1)
    distance = np.empty(len(pairs))
    for start in range(0, len(pairs), 50_000):
        part = pairs[start : start + 50_000]
        distance[start : start + 50_000] = np.linalg.norm(vectors[part[:, 0]] - vectors[part[:, 1]], axis=1)
    near = distance <= limit
    return pairs[near], distance[near]


def detailed_distance(values: Array, pairs: Array) -> Array:
    """Distance (n,) of both pictures of each pair over all pixels and colours, freed of brightness and contrast."""
    size = max(1, (1 << 23) // max(1, values[0].size))
    result = np.empty(len(pairs))
    for start in range(0, len(pairs), size):
        part = pairs[start : start + size]
        one, other = (_free(values[part[:, i]]) for i in (0, 1))
        result[start : start + size] = np.linalg.norm(one - other, axis=1)
    return result


def _free(pictures: Array) -> Array:
    flat = pictures.reshape(len(pictures), -1).astype(np.float32)
    flat -= flat.mean(axis=1, keepdims=True)
    result: Array = flat / np.maximum(np.linalg.norm(flat, axis=1, keepdims=True), 1e-6)
    return result


def _equal(values: Array, pairs: Array) -> Array:
    return np.array([np.array_equal(values[a], values[b]) for a, b in pairs.tolist()], dtype=bool)
