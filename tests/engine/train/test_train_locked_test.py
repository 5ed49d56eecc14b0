"""The test part is locked: what a run learns, measures and keeps does not depend on what lies in it."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from training_helpers import drive, moons

from workbench.engine.document import Project
from workbench.engine.runs.store import RunStore
from workbench.engine.train.checkpoint import read_snapshot

COLOURS = ("red", "blue", "green")


def project(folder: Path, poison: bool, data: dict) -> Project:
    """100 rows with categories, gaps, groups, times and given parts; the test rows hold something else when poisoned."""
    folder.mkdir()
    lines = ["a,b,colour,who,when,part,y"]
    for i in range(100):
        part = ("train", "train", "train", "val", "test")[i % 5]
        a, b, colour, y = f"{i * 37 % 50 / 7:.3f}", f"{i % 13}", COLOURS[i % 3], "pq"[i * 7 % 11 % 2]
        if i % 17 == 0:
            b = ""
        if poison and part == "test":
            # The same columns and categories; every number, gap and class another.
            a, b, colour, y = f"{-1e6 * i - 0.5}", "" if i % 2 else f"{10**7 + i}.25", COLOURS[i * i % 3], "q"
        lines.append(f"{a},{b},{colour},g{i // 10},{i},{part},{y}")
    (folder / "t.csv").write_text("\n".join(lines) + "\n")
    made = moons(epochs=2)
    source = {
        "kind": "table",
        "path": str(folder / "t.csv"),
        "columns": [
            {"name": "who", "role": "group"},
            {"name": "when", "role": "time"},
            {"name": "y", "role": "target"},
        ],
    }
    layers = [n for n in made.graph.nodes if n.layer.kind == "input"]
    shape = (5 + (1 if data.get("cleaning", {}).get("indicator") else 0),)
    graph = made.graph.updated(
        nodes=tuple(n.updated(layer=n.layer.updated(shape=shape)) if n in layers else n for n in made.graph.nodes)
    )
    return made.updated(data={"source": source, **data}).with_graph(graph)


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"scaling": "minmax", "cleaning": {"missing": "mean", "indicator": True}},
        {"balance": {"kind": "oversample"}},
        {"balance": {"kind": "class_weights"}, "split": {"method": "folds", "folds": 3}},
        {"split": {"method": "grouped"}},
        {"split": {"method": "time", "gap": 2}},
    ],
    ids=["plain", "cleaned", "oversampled", "folds", "grouped", "time"],
)
def test_other_test_samples_give_the_same_run_to_the_last_bit(tmp_path, data):
    kept = []
    for name in ("clean", "poisoned"):
        runs = tmp_path / f"{name}.runs"
        events = drive(project(tmp_path / name, name == "poisoned", data), runs)
        assert events[-1].reason == "finished", events[-1].message
        store = RunStore(runs)
        weights = {w: read_snapshot(store.weights_path(events[-1].run, w)).weights for w in ("best", "last")}
        metrics = [e.values for e in events if e.event == "metrics"]
        learnt = store.preprocess(events[-1].run).updated(fingerprint="")
        kept.append((weights, metrics, events[-1].metrics, learnt))
    clean, poisoned = kept
    for which, tensors in clean[0].items():
        assert all(torch.equal(tensors[n], poisoned[0][which][n]) for n in tensors)
    assert clean[1] == poisoned[1] and clean[2] == poisoned[2]
    assert clean[3] == poisoned[3], "scales, fills and categories come from the training part alone"
