"""Tags as a network is measured by them: one for each of the tokens that it sees, in the same places."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from ..raw import Array, Notice, RawTarget

if TYPE_CHECKING:
    from ..prepared import SplitName
    from ..preprocess import InputPreprocess, TargetPreprocess

IGNORED = -100
"""The target of a place without a token: it counts in no loss and no score."""

_NAMED = 5


def learn_tags(part: RawTarget, train: Array, inputs: Mapping[str, InputPreprocess]) -> TargetPreprocess:
    """Where the tags of training sequences stand, as the tokens of their input do, and how often each tag is met there."""
    from ..preprocess import TargetPreprocess

    how = inputs[part.input].text
    length = how.length if how is not None else inputs[part.input].shape[0]
    made = TargetPreprocess(
        task="tagging",
        classes=part.classes,
        input=part.input,
        length=length,
        cut=how.cut if how is not None else "end",
        pad=how.pad if how is not None else "end",
    )
    fed = placed(part.values[train], made)
    counts = np.bincount(fed[fed >= 0], minlength=len(part.classes))
    return made.updated(counts=tuple(counts.tolist()))


def placed(values: Array, how: TargetPreprocess) -> Array:
    """Tags (n, L), -1 behind the end, as targets (n, T) int64: cut and filled up as the tokens are, ``IGNORED`` where there is
    no token."""
    lengths = (values >= 0).sum(axis=1)
    kept = np.minimum(lengths, how.length)
    first = lengths - kept if how.cut == "start" else np.zeros_like(kept)
    start = how.length - kept if how.pad == "start" else np.zeros_like(kept)
    steps = np.arange(how.length)
    source = steps - start[:, None] + first[:, None]
    real = (steps >= start[:, None]) & (steps < (start + kept)[:, None])
    found: Array = np.take_along_axis(values, np.clip(source, 0, values.shape[1] - 1), axis=1).astype(np.int64)
    found[~real] = IGNORED
    return found


def real_counts(values: Array, length: int) -> Array:
    """How many tokens of each sequence are seen, (n,) int64, from tags (n, L)."""
    counts: Array = np.minimum((values >= 0).sum(axis=1), length).astype(np.int64)
    return counts


def tag_counts(part: RawTarget, rows: Array) -> Array:
    """How many tokens of the sequences ``rows`` have each tag, (tags,) int64."""
    values = part.values[rows]
    counts: Array = np.bincount(values[values >= 0].astype(np.int64), minlength=len(part.classes))
    return counts


def tag_notices(part: RawTarget, parts: Mapping[SplitName, Array], how: TargetPreprocess) -> list[Notice]:
    """Tags that a part lacks, and sequences that are longer than what the network sees."""
    found: list[Notice] = []
    train = tag_counts(part, parts["train"])
    held: tuple[SplitName, ...] = ("validation", "test")
    for name in held:
        unseen = np.flatnonzero((tag_counts(part, parts[name]) > 0) & (train == 0))
        if len(unseen):
            names = [part.classes[int(k)] for k in unseen]
            shown = ", ".join(f"'{n}'" for n in names[:_NAMED])
            shown += f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
            which = f"the tag {shown}" if len(names) == 1 else f"{len(names)} tags: {shown}"
            text = (
                f"The training part has no token with {which}, which the {name} part has; the network can't learn it."
            )
            found.append(Notice("data.tag_unseen", text, {"part": name, "tags": names}))
    lengths = (part.values >= 0).sum(axis=1)
    used = np.concatenate(list(parts.values()))
    long = int((lengths[used] > how.length).sum())
    if long:
        many = "1 sequence has" if long == 1 else f"{long:,} of {len(used):,} sequences have"
        end = "start" if how.cut == "start" else "end"
        text = f"{many} more than {how.length:,} tokens; the {end} is cut off, and neither learnt nor scored (data.text.length)."
        found.append(Notice("data.tags_cut", text, {"count": long, "length": how.length}))
    return found
