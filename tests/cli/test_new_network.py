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


def test_samples_get_two_networks_that_make_more_of_them_when_asked(tmp_path: Path, run: Run):
    x = np.random.default_rng(0).integers(0, 256, (60, 12, 12, 3), dtype=np.uint8)
    np.savez(tmp_path / "x.npz", x=x, y=np.arange(60) % 3)
    made = run("new", "--data", tmp_path / "x.npz", "--network", "gan", tmp_path / "a.nnwb")
    assert made.code == 0, made.err
    assert "A generator with 2 transposed convolutions" in made.err
    project = load_project(tmp_path / "a.nnwb")
    assert set(project.networks) == {"generator", "discriminator"} == set(project.roles)
    assert project.data.scaling == "symmetric" and project.training.epochs > 1
    checked = run("check", tmp_path / "a.nnwb")
    assert checked.code == 0 and "Ready to train" in checked.out
    trained = run("train", tmp_path / "a.nnwb", "--set", "training.epochs=1")
    assert trained.code == 0 and "val_distance" in trained.out + trained.err
    (tmp_path / "t.csv").write_text("kind,size\n" + "\n".join(f"{'abcd'[k % 4]},{k * k % 17}" for k in range(60)))
    table = run("new", "--data", tmp_path / "t.csv", "--target", "kind", "--network", "gan", tmp_path / "b.nnwb")
    assert table.code == 0, table.err
    (tmp_path / "w.txt").write_text("\n".join(f"{'ab'[k % 2]}\tsome words of {k}" for k in range(60)))
    refused = run("new", "--data", tmp_path / "w.txt", "--kind", "text", "--network", "gan", tmp_path / "c.nnwb")
    assert refused.code == 1 and "A GAN does not fit this data" in refused.err


def test_other_data_and_other_names_are_refused(tmp_path: Path, run: Run):
    np.savez(tmp_path / "t.npz", x=np.zeros((40, 4)), y=np.arange(40) % 2)
    refused = run("new", "--data", tmp_path / "t.npz", "--network", "resnet18", tmp_path / "a.nnwb")
    assert refused.code == 1 and "ResNet-18 does not fit this data" in refused.err
    assert not (tmp_path / "a.nnwb").exists()
    assert run("new", "--data", tmp_path / "t.npz", "--network", "resnet50", tmp_path / "a.nnwb").code == 2
    assert run("new", "digits-cnn", "--network", "resnet18", tmp_path / "a.nnwb").code == 2
