"""SIGKILL at any moment: a run that is taken up as often as it takes ends as if nothing had happened."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import torch
from killing import PLACES
from training_helpers import drive, everything_of, moons

from workbench.engine.data.recipe import DataRecipe
from workbench.engine.document import Project
from workbench.engine.graph import edits
from workbench.engine.runs.store import RunStore
from workbench.engine.train.checkpoint import read_snapshot
from workbench.engine.train.events import EpochDone, Metrics, RunEnded

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")]

EVERYTHING: dict[str, Any] = {
    "optimizer": "adamw",
    "schedule": "cosine",
    "warmup": 2.5,
    "averaging": {"kind": "ema", "decay": 0.9},
    "accumulation": 2,
    "regularization": {"clip_norm": 1.0, "l1": 1e-4},
    "stopping": {"patience": 1000, "monitor": "val_accuracy"},
}


def everything(**training: Any) -> Project:
    """Dropout, batch normalisation, augmentation, oversampling, and all that goes along with a run."""
    layers = (
        edits.make_layer("dense", units=8),
        edits.make_layer("batch_norm"),
        edits.make_layer("relu"),
        edits.make_layer("dropout", rate=0.3),
    )
    project = moons(*layers, **{**EVERYTHING, **training})
    data = {**project.data.model_dump(), "augment": ["number_noise"], "balance": "oversample"}
    return project.updated(data=DataRecipe.model_validate(data))


def killed(tmp_path: Path, project: Project, *asked: object) -> dict[str, Any]:
    file = tmp_path / "project.json"
    file.write_text(project.model_dump_json(), encoding="utf-8")
    command = [sys.executable, str(Path(__file__).parent / "killing.py"), str(file)]
    done = subprocess.run([*command, *map(str, asked)], capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def assert_as_if_nothing_had_happened(project: Project, folder: Path, whole: Path) -> None:
    """The newest runs of two folders have the same weights, states, numbers and record."""
    one, other = RunStore(folder), RunStore(whole)
    (run,), (whole_run,) = [r.id for r in one.runs()], [r.id for r in other.runs()]
    assert one.get(run).state == "finished"
    first, second = everything_of(folder, run), everything_of(whole, whole_run)
    assert first.keys() == second.keys() and [n for n in first if not torch.equal(first[n], second[n])] == []
    best, whole_best = (read_snapshot(s.weights_path(r)) for s, r in ((one, run), (other, whole_run)))
    assert all(torch.equal(best.weights[n], whole_best.weights[n]) for n in whole_best.weights)
    assert best.about["epoch"] == whole_best.about["epoch"]
    for name, (steps, values) in other.series(whole_run).items():
        own_steps, own_values = one.series(run)[name]
        assert (own_steps.tolist(), own_values.tolist()) == (steps.tolist(), values.tolist()), name
    events = one.events(run)
    assert [e.epoch for e in events if isinstance(e, EpochDone)] == list(range(1, project.training.epochs + 1))
    assert sum(isinstance(e, RunEnded) for e in events) == 1
    blocks = [e for e in events if isinstance(e, Metrics)]
    assert [e.first_step for e in blocks[1:]] == [e.first_step + len(e.values["loss"]) for e in blocks[:-1]]
    assert one.get(run).metrics == other.get(whole_run).metrics
    assert not list((folder / run).glob(".*.tmp")), "what a kill left of a write is tidied up"


def test_killed_at_thirty_random_moments(tmp_path):
    """Everything on that draws or keeps something: the weights are the same to the last bit."""
    project = everything(epochs=90)
    told = killed(tmp_path, project, tmp_path / "a.runs", "random", 7, 30)
    assert told["last"] == 0
    assert len(told["epochs"]) == 30 and not told["ended"], "it was killed that often before it was done"
    assert len(set(told["epochs"])) > 10, "and came further in between"
    drive(project, tmp_path / "b.runs")
    assert_as_if_nothing_had_happened(project, tmp_path / "a.runs", tmp_path / "b.runs")


def test_killed_in_the_middle_of_writing(tmp_path):
    """The run itself, its first checkpoint, ``best`` without its ``last``, half a block of metrics."""
    project, counts = everything(epochs=6), (1, 2, 5, 6)
    told = killed(tmp_path, project, tmp_path, "places", *counts)
    assert len(told) == len(PLACES) * len(counts)
    drive(project, tmp_path / "b.runs")
    for name, done in told.items():
        assert done == {"killed": True, "last": 0}, name
        assert_as_if_nothing_had_happened(project, tmp_path / f"{name}.runs", tmp_path / "b.runs")
