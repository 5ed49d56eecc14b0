"""Feeds: resident and streamed give the same batches."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from training_helpers import drive, line, moons

from workbench.engine.data.apply import transform_inputs, transform_target
from workbench.engine.data.feed import ResidentFeed, StreamedFeed, batch_sizes, make_feed
from workbench.engine.data.prepare import prepare

CPU = torch.device("cpu")


@pytest.mark.parametrize("project", [moons(), line()], ids=["classes", "numbers"])
@pytest.mark.parametrize("split", ["train", "validation"])
def test_both_feeds_hold_the_splits_samples(project, split):
    prepared = prepare(project.data)
    inputs, targets = list(prepared.raw.inputs), list(prepared.raw.targets)
    resident = make_feed(prepared, split, inputs, targets, CPU, budget=10**9)
    streamed = make_feed(prepared, split, inputs, targets, CPU, budget=0)
    assert isinstance(resident, ResidentFeed) and isinstance(streamed, StreamedFeed)
    rows = prepared.splits[split]
    wanted_x = transform_inputs(prepared.raw.inputs[inputs[0]].values[rows], prepared.preprocess.inputs[inputs[0]])
    wanted_y = transform_target(prepared.raw.targets[targets[0]].values[rows], prepared.preprocess.targets[targets[0]])
    index = torch.randperm(len(rows))[:7]
    for feed in (resident, streamed):
        assert feed.count == len(rows)
        (x,), (y,) = feed.gather(index)
        np.testing.assert_array_equal(x.numpy(), wanted_x[index.numpy()])
        np.testing.assert_array_equal(y.numpy(), wanted_y[index.numpy()])
        (x,), (y,) = feed.slice(3, 9)
        np.testing.assert_array_equal(x.numpy(), wanted_x[3:9])
        np.testing.assert_array_equal(y.numpy(), wanted_y[3:9])


def test_a_split_that_does_not_fit_is_streamed_and_learns_the_same(tmp_path, monkeypatch):
    resident = drive(moons(), tmp_path / "a.runs")[-1]
    monkeypatch.setattr("workbench.engine.train.setup.make_feed", lambda *a, budget: make_feed(*a, budget=0))
    streamed = drive(moons(), tmp_path / "b.runs")[-1]
    assert streamed.metrics == resident.metrics


@pytest.mark.parametrize(
    ("count", "batch_size", "join", "sizes"),
    [
        (10, 4, False, [4, 4, 2]),
        (8, 4, False, [4, 4]),
        (9, 4, False, [4, 4, 1]),
        (9, 4, True, [4, 5]),
        (10, 4, True, [4, 4, 2]),
        (1, 4, True, [1]),
        (3, 4, False, [3]),
        (0, 4, False, []),
    ],
)
def test_batch_sizes(count, batch_size, join, sizes):
    assert batch_sizes(count, batch_size, join_single=join) == sizes
