"""Training never looks at the test split."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np
import pytest
import torch
from training_helpers import drive, line, moons

from workbench.engine.data.feed import make_feed
from workbench.engine.data.prepare import prepare
from workbench.engine.runs.store import RunStore
from workbench.engine.train import run as run_module
from workbench.engine.train.checkpoint import read_snapshot


class Guarded(Mapping):
    """Splits of which "test" must not be touched."""

    def __init__(self, splits):
        self._splits = splits

    def __getitem__(self, name):
        if name == "test":
            raise AssertionError("training asked for the test split")
        return self._splits[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._splits)

    def __len__(self) -> int:
        return len(self._splits)


@pytest.mark.parametrize("project", [moons(), line()], ids=["classes", "numbers"])
@pytest.mark.parametrize("streamed", [False, True])
def test_poisoned_test_samples_change_nothing(tmp_path, monkeypatch, project, streamed):
    clean = drive(project, tmp_path / "clean.runs")[-1]

    def poisoned(recipe, base_dir, progress):
        prepared = prepare(recipe, base_dir, progress)
        rows = prepared.splits["test"]
        assert len(rows) > 0
        inputs, targets = {}, {}
        for name, part in prepared.raw.inputs.items():
            values = part.values.copy()
            values[rows] = np.nan
            inputs[name] = replace(part, values=values)
        for name, part in prepared.raw.targets.items():
            values = part.values.copy()
            # An index beyond all classes makes cross-entropy fail at once.
            values[rows] = 10**6 if part.task == "classification" else np.nan
            targets[name] = replace(part, values=values)
        return replace(
            prepared, raw=replace(prepared.raw, inputs=inputs, targets=targets), splits=Guarded(prepared.splits)
        )

    monkeypatch.setattr(run_module, "prepare", poisoned)
    if streamed:
        monkeypatch.setattr("workbench.engine.train.setup.make_feed", lambda *a, budget: make_feed(*a, budget=0))
    ended = drive(project, tmp_path / "poisoned.runs")[-1]
    assert ended.reason == "finished", ended.message
    assert ended.metrics == clean.metrics
    weights = [
        read_snapshot(RunStore(tmp_path / f"{name}.runs").weights_path(e.run, "last")).weights
        for name, e in (("clean", clean), ("poisoned", ended))
    ]
    assert all(torch.equal(weights[0][n], weights[1][n]) for n in weights[0])
