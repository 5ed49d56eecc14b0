"""Samples that somebody asks to see, such as those of a finding."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Selection:
    """Certain samples under a title.

    Attributes:
        title: why these, in a few words.
        samples: their indexes, in the order to show them; pairs follow one another.
        together: how many belong together, 2 for pairs.
    """

    title: str
    samples: NDArray[np.int64]
    together: int = 1
