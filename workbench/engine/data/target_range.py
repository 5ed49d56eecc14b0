"""What the numbers of a target look like, over all samples: some losses are for counts or shares only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from ..shapes import DataFacts
from .raw import RawTarget

NEAR = 1e-3
"""How far the shares of a sample may be from adding up to 1."""


def with_ranges(facts: DataFacts, targets: Mapping[str, RawTarget]) -> DataFacts:
    """The facts with the lowest number of each regression target, and whether its numbers are shares of 1."""
    told = dict(facts.targets)
    for name, target in targets.items():
        if target.task == "regression" and name in told and len(target.values):
            lowest = float(target.values.min())
            sums = target.values.sum(axis=1, dtype=np.float64)
            shares = target.values.shape[1] > 1 and lowest >= 0.0 and bool((np.abs(sums - 1.0) <= NEAR).all())
            told[name] = replace(told[name], lowest=lowest, shares=shares)
    return replace(facts, targets=told)
