"""From tagged sequences as they were read to a source's data."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...errors import DataError
from ..paths import need_memory
from ..raw import Array, Notice, RawData, RawInput, RawTarget
from ..text.assemble import given_parts
from ..text.encoding import as_texts
from .reading import LONGEST, TaggedSequences

INPUT, TARGET = "text", "tags"
"""What the input and the target of tagged text are called."""
MOST_TAGS = 2000
"""Different tags that a file may have: more are no tags."""

_PREFIXES = "OBIMEUSL"


def assemble_tagged(title: str, found: TaggedSequences, how: str) -> RawData:
    """The data of a source of tagged text: texts (N,) whose tokens stand between blanks, and tags (N, L), -1 where a sequence
    has ended.

    Raises ``DataError`` where nothing is left, or what was read can't be tags.
    """
    if not found.texts:
        first = found.left_out()[:1]
        raise DataError(
            f"'{title}' holds no sequence of tokens with tags",
            f"{first[0].item}: {first[0].reason}" if first else "",
            "Choose another file, or other columns",
            code="data.no_tags",
            values={"file": title},
        )
    classes = tag_order({tag for tags in found.tags for tag in tags})
    tokens = sum(map(len, found.tags))
    if len(classes) > MOST_TAGS or (len(classes) > 50 and 2 * len(classes) > tokens):
        raise DataError(
            f"The column of tags of '{title}' holds {len(classes):,} different values for {tokens:,} tokens, such as "
            f"'{classes[0][:40]}'",
            f"There should be few tags (at most {MOST_TAGS:,}), each of which many tokens have",
            "Choose another column for the tags, or another file",
            code="data.too_many_tags",
            values={"file": title, "tags": len(classes), "tokens": tokens},
        )
    numbers: dict[str, int] = {}
    contents = np.array([numbers.setdefault(text, len(numbers)) for text in found.texts], dtype=np.int64)
    given, notices = given_parts(found.splits)
    if found.shortened:
        text = f"{found.shortened:,} sequences have more than {LONGEST:,} tokens; the rest of them was left out."
        if found.shortened == 1:
            text = f"1 sequence has more than {LONGEST:,} tokens; the rest of it was left out."
        notices.append(Notice("data.text_shortened", text, {"count": found.shortened}))
    encodings = found.seen.encodings
    written = f" ({' and '.join(sorted(e.upper() for e in encodings))})" if encodings else ""
    return RawData(
        title,
        {INPUT: RawInput("text", as_texts(found.texts), given_tokens=True)},
        {TARGET: RawTarget("tagging", tag_array(found.tags, classes, title), classes=classes, input=INPUT)},
        given=given,
        skipped=found.left_out(),
        note=f"{len(found.texts):,} sequences of {tokens:,} tokens, read as {how}{written}",
        names=tuple(found.names),
        contents=contents,
        notices=tuple(notices),
    )


def tag_order(tags: set[str]) -> tuple[str, ...]:
    """Tags in the order in which they are listed: O first, then those of a kind together, their beginning first."""

    def key(tag: str) -> tuple[str, int, str]:
        prefix, dash, kind = tag.partition("-")
        if prefix in _PREFIXES and len(prefix) == 1:
            return (kind if dash else "", _PREFIXES.index(prefix), tag)
        return (tag, -1, tag)

    return tuple(sorted(tags, key=key))


def tag_array(tags: Sequence[Sequence[str]], classes: Sequence[str], title: str) -> Array:
    """Places of tags among ``classes`` as an array (N, L) int16, -1 behind the end of a sequence."""
    lengths = np.array([len(t) for t in tags], dtype=np.int64)
    longest = int(lengths.max())
    need_memory(2 * len(tags) * longest, f"The tagged text '{title}'")
    place = {tag: number for number, tag in enumerate(classes)}
    values = np.full((len(tags), longest), -1, dtype=np.int16)
    values[np.arange(longest) < lengths[:, None]] = [place[tag] for each in tags for tag in each]
    return values
