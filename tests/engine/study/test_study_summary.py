"""Mean and spread of several runs."""

from __future__ import annotations

import numpy as np
import pytest

from workbench.engine.study.summary import bands, spreads


def test_mean_deviation_least_and_greatest():
    found = spreads([{"val_loss": 1.0, "a": 1.0}, {"val_loss": 2.0}, {"val_loss": 6.0}])
    assert set(found) == {"val_loss"}
    spread = found["val_loss"]
    assert (spread.mean, spread.low, spread.high) == (3.0, 1.0, 6.0)
    assert spread.deviation == pytest.approx(np.std([1, 2, 6], ddof=1))
    assert spread.dump()["count"] == 3
    assert spreads([]) == {} and spreads([{}]) == {}
    assert spreads([{"a": 2.0}])["a"].deviation == 0.0


def test_curves_are_taken_together_epoch_by_epoch():
    one = (np.array([10.0, 20.0, 30.0]), np.array([1.0, 2.0, 3.0]))
    two = (np.array([11.0, 22.0]), np.array([3.0, np.nan]))
    found = bands([one, two])
    assert found.steps.tolist() == [11.0, 22.0, 30.0]
    assert found.mean.tolist() == [2.0, 2.0, 3.0]
    assert found.low.tolist() == [1.0, 2.0, 3.0] and found.high.tolist() == [3.0, 2.0, 3.0]
    assert found.deviation == pytest.approx([np.sqrt(2.0), 0.0, 0.0])


def test_no_curves_are_no_points():
    found = bands([])
    assert len(found.steps) == len(found.mean) == len(found.low) == 0
