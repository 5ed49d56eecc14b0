"""``workbench new --network``: another network than the baseline, where it fits."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from commands import Run

from workbench.engine.project.files import load_project


def test_pictures_get_a_resnet18_when_asked(tmp_path: Path, run: Run):
    x = np.random.default_rng(0).integers(0, 256, (60, 12, 12, 3), dtype=np.uint8)
    np.savez(tmp_path / "x.npz", x=x, y=np.arange(60) % 3)
    made = run("new", "--data", tmp_path / "x.npz", "--network", "resnet18", tmp_path / "a.nnwb")
    assert made.code == 0, made.err
    graph = load_project(tmp_path / "a.nnwb").graph
    assert sum(n.layer.kind == "add" for n in graph.nodes) == 8
    assert "20 convolutions" in made.err
    assert run("check", tmp_path / "a.nnwb").code == 0


def test_other_data_and_other_names_are_refused(tmp_path: Path, run: Run):
    np.savez(tmp_path / "t.npz", x=np.zeros((40, 4)), y=np.arange(40) % 2)
    refused = run("new", "--data", tmp_path / "t.npz", "--network", "resnet18", tmp_path / "a.nnwb")
    assert refused.code == 1 and "ResNet-18 does not fit this data" in refused.err
    assert not (tmp_path / "a.nnwb").exists()
    assert run("new", "--data", tmp_path / "t.npz", "--network", "resnet50", tmp_path / "a.nnwb").code == 2
    assert run("new", "digits-cnn", "--network", "resnet18", tmp_path / "a.nnwb").code == 2
