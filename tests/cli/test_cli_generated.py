"""``train``, ``evaluate`` and ``predict`` of a GAN."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import Run


@pytest.fixture
def trained(run: Run, tmp_path: Path) -> Path:
    file = tmp_path / "a.nnwb"
    assert run("new", "digits-gan", file).code == 0
    settings = ("--set", "training.epochs=1", "--set", "training.batch_size=512")
    assert run("train", file, *settings).code == 0
    return file


def test_samples_are_made_into_a_folder(run: Run, trained: Path, tmp_path: Path):
    made = run("predict", trained, "--out", tmp_path / "made", "--count", "3", "--seed", "5", "--json")
    assert made.code == 0
    said = json.loads(made.out)
    assert (said["samples"], said["seed"]) == (3, 5)
    assert [Path(p).name for p in said["files"]] == ["sample_00001.png", "sample_00002.png", "sample_00003.png"]
    assert all(Path(p).is_file() for p in said["files"])


def test_what_can_not_be_done_is_one_sentence(run: Run, trained: Path, tmp_path: Path):
    refused = run("predict", trained, tmp_path / "x.png")
    assert refused.code == 1 and "takes no files" in refused.err
    refused = run("predict", trained)
    assert refused.code == 1 and "Name a folder" in refused.err


def test_a_distance_is_told_in_place_of_an_accuracy(run: Run, trained: Path):
    told = run("evaluate", trained)
    assert told.code == 0
    assert "distance of as many made samples" in told.out and "distance of as many real ones" in told.out
    said = json.loads(run("evaluate", trained, "--json").out)
    assert said["task"] == "generation" and said["distance"] > said["real"] > 0


def test_a_project_without_a_gan_still_needs_files(run: Run, tmp_path: Path):
    file = tmp_path / "b.nnwb"
    run("new", "iris-mlp", file)
    refused = run("predict", file)
    assert refused.code == 2 and "at least one file" in refused.err


def test_an_autoencoder_makes_samples_walks_and_its_decoder_is_exported_alone(run: Run, tmp_path: Path):
    file, out = tmp_path / "v.nnwb", tmp_path / "made"
    assert run("new", "digits-vae", file).code == 0
    assert run("train", file, "--set", "training.epochs=1", "--set", "training.batch_size=512").code == 0
    made = run("predict", file, "--out", out, "--count", "3", "--walk", "4", "--grid", "--json")
    assert made.code == 0, made.err
    said = json.loads(made.out)
    assert said["samples"] == 8 and Path(said["files"][-1]).name == "grid.png"
    varied = run("predict", file, "--out", out, "--count", "2", "--number", "8", "--json")
    assert json.loads(varied.out)["samples"] == 18
    refused = run("predict", file, "--out", out, "--number", "9")
    assert refused.code == 1 and "Samples are made of 8" in refused.err
    refused = run("predict", file, "--out", out, "--count", "1", "--walk", "4")
    assert refused.code == 1 and "--count to 2 or more" in refused.err
    told = run("predict", file)
    assert told.code == 1 and "Name a folder" in told.err
    exported = run("export", file, "--format", "python", "--out", tmp_path / "d.py", "--decoder", "--json")
    assert exported.code == 0 and json.loads(exported.out)["inputs"] == {"latent": "N × 8 float32"}
