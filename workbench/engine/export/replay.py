"""Comparing what an export answers with what the network says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from ..data.labels import THRESHOLD
from ..data.raw import Array
from ..errors import ExportError
from .deployed import OutputPort

RELATIVE = 1e-4
"""Largest difference that passes, as a share of the largest answer (at least of 1): float32 sums in another order."""

Batch = list[Array]
"""One array for each input, or for each output."""

Answer = Callable[[list[Batch]], list[Batch]]
"""Asks the exported file about several batches, one after the other."""


@dataclass(frozen=True)
class Agreement:
    """What a replay found; see ``Certificate``."""

    samples: int
    batch_sizes: tuple[int, ...]
    largest_difference: float
    tolerance: float
    agreement: float | None


def replay(
    answer: Answer, arguments: Sequence[Array], expected: Sequence[Array], outputs: Sequence[OutputPort], where: str
) -> Agreement:
    """Asks the export about every sample, in batches of several sizes, and compares.

    Args:
        answer: asks the exported file.
        arguments: an array (n, ...) for each input.
        expected: an array (n, ...) for each output.
        outputs: the output ports.
        where: what replays it, for messages.

    Raises ``ExportError`` when an answer differs by more than the tolerance, in shape, or in the top class, a tag or the labels.
    """
    count = len(arguments[0])
    sizes = batch_sizes(count)
    batches: list[Batch] = []
    start = 0
    for size in sizes:
        batches.append([a[start : start + size] for a in arguments])
        start += size
    made = [np.concatenate(part) for part in zip(*answer(batches), strict=True)]
    largest, tolerance, same = 0.0, 0.0, np.ones(count, bool)
    classified = False
    for port, ours, theirs in zip(outputs, expected, made, strict=True):
        if ours.shape != theirs.shape:
            raise _failed(where, f"'{port.name}' has the shape {theirs.shape} instead of {ours.shape}")
        allowed = RELATIVE * max(1.0, float(np.abs(ours).max(initial=0.0)))
        difference = float(np.abs(ours.astype(np.float64) - theirs.astype(np.float64)).max(initial=0.0))
        if not difference <= allowed:  # also true for NaN
            raise _failed(where, f"'{port.name}' differs by {difference:.3g}, and {allowed:.2g} is allowed")
        largest, tolerance = max(largest, difference), max(tolerance, allowed)
        if port.target.task == "classification":
            classified = True
            same &= _same_class(ours, theirs, allowed)
        elif port.target.task == "tagging":
            classified = True
            steps = _same_class(ours.reshape(-1, ours.shape[-1]), theirs.reshape(-1, ours.shape[-1]), allowed)
            same &= steps.reshape(ours.shape[:-1]).all(axis=-1)
        elif port.target.task == "multi_label":
            classified = True
            same &= _same_labels(ours, theirs, allowed, 0.0 if port.activation == "none" else THRESHOLD)
    if not same.all():
        raise _failed(where, f"the top class or the labels differ for {int((~same).sum())} of {count} samples")
    return Agreement(count, tuple(dict.fromkeys(sizes)), largest, tolerance, float(same.mean()) if classified else None)


def batch_sizes(count: int) -> list[int]:
    """Batches of one, of seven and of thirty-two, so that a batch size that was baked in can't pass; they sum to ``count``."""
    sizes = []
    left = count
    for size in (1, 7, 32):
        if left > 0:
            sizes.append(min(size, left))
            left -= sizes[-1]
    while left > 0:
        sizes.append(min(64, left))
        left -= sizes[-1]
    return sizes


def _same_class(ours: Array, theirs: Array, allowed: float) -> Array:
    """Whether the top class is the same; a tie within the tolerance has two."""
    if ours.shape[-1] == 1:
        return np.asarray(((ours > 0) == (theirs > 0)) | (np.abs(ours) <= allowed))[:, 0]
    rows = np.arange(len(ours))
    chosen = theirs.argmax(axis=-1)
    return np.asarray(ours[rows, chosen] >= ours.max(axis=-1) - 2 * allowed)


def _same_labels(ours: Array, theirs: Array, allowed: float, level: float) -> Array:
    """Whether all labels are the same; one within the tolerance of the threshold may be either."""
    return np.asarray((((ours > level) == (theirs > level)) | (np.abs(ours - level) <= allowed)).all(axis=-1))


def _failed(where: str, what: str) -> ExportError:
    return ExportError(
        f"The export was not kept: replayed with {where}, {what}",
        "It should answer as the network does",
        "Report this with the project, or try another format",
        code="export.disagrees",
    )
