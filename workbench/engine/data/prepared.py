"""Data ready for training: only arrays, no files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..shapes import DataFacts
from .preprocess import Preprocess
from .raw import Array, RawData

SplitName = Literal["train", "validation", "test"]


@dataclass(frozen=True)
class PreparedData:
    """A source, split, with the statistics of its training split. The raw arrays are untouched and shared.

    Attributes:
        raw: what the source holds.
        facts: what the data looks like to a network.
        splits: sorted sample indexes (int64) of "train", "validation" and "test"; they are disjoint and may be empty
            except "train".
        preprocess: statistics learnt from the training split only.
        fingerprint: changes when content, split or scaling does.
    """

    raw: RawData
    facts: DataFacts
    splits: dict[SplitName, Array]
    preprocess: Preprocess
    fingerprint: str
