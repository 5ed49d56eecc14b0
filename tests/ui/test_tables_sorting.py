"""Sorting a million rows in the window gives what a stable sort gives."""

from __future__ import annotations

import numpy as np
import pytest

from workbench.ui.widgets.tables import FEW_ROWS, stable_order

random = np.random.RandomState(0)
COUNT = FEW_ROWS + 10


@pytest.mark.parametrize(
    "keys",
    [
        random.normal(size=COUNT).round(2).astype(np.float32),
        np.where(random.rand(COUNT) < 0.1, np.nan, random.normal(size=COUNT)).astype(np.float32),
        np.array([0.0, -0.0, np.inf, -np.inf, -np.nan] * (COUNT // 5), dtype=np.float32),
        random.randint(-3, 4, COUNT),
        random.randint(-3, 4, COUNT).astype(np.int8),
        random.randint(-(2**62), 2**62, COUNT),
        random.normal(size=COUNT),
        random.normal(size=20).astype(np.float32),
    ],
    ids=["coarse", "gaps", "special", "whole", "bytes", "wide", "double", "few"],
)
def test_the_order_is_that_of_a_stable_sort(keys: np.ndarray):
    order = stable_order(keys)
    assert order.dtype == np.int64
    np.testing.assert_array_equal(order, np.argsort(keys, kind="stable"))
