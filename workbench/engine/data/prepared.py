"""Data ready for training: only arrays, no files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from ..shapes import DataFacts
from .preprocess import Preprocess
from .raw import Array, Notice, RawData
from .text.encoding import EncodedTexts

__all__ = ["SPLITS", "Notice", "PreparedData", "SplitName"]

SplitName = Literal["train", "validation", "test"]
SPLITS: tuple[SplitName, ...] = ("train", "validation", "test")


@dataclass(frozen=True)
class PreparedData:
    """A source, split, with the statistics of its training split. The raw arrays are shared: never write into them.

    Attributes:
        raw: what the source holds.
        facts: what the data looks like to a network.
        splits: sorted sample indexes (int64) of "train", "validation" and "test"; they are disjoint and may be empty
            except "train". Samples that are left out stay in the arrays and are in none.
        preprocess: statistics learnt from the training split only.
        fingerprint: changes when content, split or scaling does; the same wherever the files lie.
        notices: what the user should know about the data.
        texts: the token numbers of each input of texts, by name.
    """

    raw: RawData
    facts: DataFacts
    splits: dict[SplitName, Array]
    preprocess: Preprocess
    fingerprint: str
    notices: tuple[Notice, ...] = ()
    texts: dict[str, EncodedTexts] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """Number of samples in all splits."""
        return sum(len(indexes) for indexes in self.splits.values())

    @property
    def total(self) -> int:
        """Number of samples in the arrays, those that are left out too."""
        return len(next(iter(self.raw.targets.values())).values)

    @property
    def left_out(self) -> Array:
        """Sorted indexes (int64) of the samples that are in no split."""
        used = np.zeros(self.total, dtype=bool)
        for indexes in self.splits.values():
            used[indexes] = True
        return np.flatnonzero(~used)

    def batch_values(self, name: str) -> Array:
        """What batches of an input are drawn from: its raw values, or the token numbers (N, T) of its texts."""
        return self.texts[name].ids if name in self.texts else self.raw.inputs[name].values
