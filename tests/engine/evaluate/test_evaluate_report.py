"""Evaluation: its numbers are those of the run and of scikit-learn, from the run's own project, scales and weights."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file
from sklearn import metrics
from trained import Trained, train

from workbench.engine.data.prepare import prepare
from workbench.engine.document import MODEL, Project
from workbench.engine.errors import DataError, TrainingError
from workbench.engine.evaluate.network import load_network
from workbench.engine.evaluate.report import evaluate_run
from workbench.engine.graph import edits
from workbench.engine.project.baseline import project_from_data
from workbench.engine.project.files import load_project, save_project
from workbench.engine.project.settings import apply_settings
from workbench.engine.runs.store import RunStore


@pytest.mark.parametrize("name", ["digits", "tumours", "diabetes"])
def test_validation_scores_are_those_the_run_told(name: str, request: pytest.FixtureRequest):
    trained: Trained = request.getfixturevalue(name)
    report = evaluate_run(trained.store, trained.run, split="validation")
    told = {key.removeprefix("val_"): value for key, value in trained.best.items() if key.startswith("val_")}
    assert set(told) >= {"loss"} and len(told) == 2
    for key, value in told.items():
        assert report.metrics[key] == pytest.approx(value, rel=1e-4, abs=1e-6), key
    assert report.warnings == ()


def test_classification_numbers_are_scikit_learns(digits: Trained):
    report = evaluate_run(digits.store, digits.run)
    data = prepare(digits.store.project(digits.run).data)
    assert report.split == "test" and report.which == "best"
    assert np.array_equal(report.indexes, data.splits["test"])
    assert np.array_equal(report.targets, data.raw.targets["label"].values[report.indexes])
    assert report.metrics["accuracy"] == pytest.approx(metrics.accuracy_score(report.targets, report.predictions))
    assert report.metrics["f1"] == pytest.approx(metrics.f1_score(report.targets, report.predictions, average="macro"))
    assert np.array_equal(report.confusion, metrics.confusion_matrix(report.targets, report.predictions))
    assert [c.name for c in report.classes] == list("0123456789")
    assert sum(c.support for c in report.classes) == report.samples == len(report.indexes)
    recall = metrics.recall_score(report.targets, report.predictions, average=None)
    assert [c.recall for c in report.classes] == pytest.approx(list(recall))
    assert ((report.confidence > 0.1) & (report.confidence <= 1)).all()


def test_mistakes_come_most_confident_first(digits: Trained):
    report = evaluate_run(digits.store, digits.run)
    mistakes = report.mistakes()
    assert len(mistakes) == round(report.samples * (1 - report.metrics["accuracy"])) > 0
    assert (report.predictions[mistakes] != report.targets[mistakes]).all()
    assert (np.diff(report.confidence[mistakes]) <= 0).all()


def test_regression_is_in_original_units(diabetes: Trained):
    report = evaluate_run(diabetes.store, diabetes.run)
    data = prepare(diabetes.store.project(diabetes.run).data)
    raw = data.raw.targets["target"].values[data.splits["test"]]
    assert np.array_equal(report.targets, raw) and raw.mean() > 100, "the progression is 25 to 346"
    assert report.metrics["mae"] == pytest.approx(metrics.mean_absolute_error(raw, report.predictions))
    assert report.metrics["rmse"] == pytest.approx(metrics.root_mean_squared_error(raw, report.predictions))
    assert report.metrics["r2"] == pytest.approx(metrics.r2_score(raw, report.predictions), abs=1e-5)
    errors = np.abs(report.predictions - report.targets)[report.mistakes(), 0]
    assert (np.diff(errors) <= 0).all()


def test_the_answers_are_those_of_the_weights_on_the_disk(digits: Trained):
    """The way round everything of ours: plain torch over the file of weights and scikit-learn's data."""
    from sklearn.datasets import load_digits

    report = evaluate_run(digits.store, digits.run, split="train")
    weights = load_file(digits.store.weights_path(digits.run))
    pixels = np.rint(load_digits().images * (255 / 16)).astype(np.uint8).reshape(-1, 64)[report.indexes]
    x = torch.from_numpy((pixels - pixels.mean()) / pixels.std()).float()
    for name in ("dense_1", "dense_2"):
        x = torch.relu(x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"])
    x = x @ weights["dense_3.weight"].T + weights["dense_3.bias"]
    assert (x.argmax(1).numpy() == report.predictions).mean() > 0.999


def test_torchs_generator_is_not_touched(digits: Trained):
    before = torch.get_rng_state()
    load_network(digits.store, digits.run)
    assert torch.equal(before, torch.get_rng_state()), "a training thread may be drawing from it"


@pytest.fixture
def blobs(tmp_path: Path) -> Trained:
    """Three classes of points in a file that a test may change."""
    random = np.random.default_rng(0)
    y = np.arange(120) % 3
    x = (random.normal(size=(120, 2)) + 4 * np.stack([y == 0, y == 1], axis=1)).astype(np.float32)
    np.savez(tmp_path / "blobs.npz", x=x, y=np.array(["red", "green", "blue"])[y])
    project, _ = project_from_data(tmp_path / "blobs.npz", tmp_path)
    return train(apply_settings(project, ["training.epochs=5"]), tmp_path / "blobs.nnwb")


def test_best_and_last_weights_are_told_apart(blobs: Trained):
    base_dir = blobs.file.parent
    best = evaluate_run(blobs.store, blobs.run, base_dir=base_dir)
    path = blobs.store.weights_path(blobs.run, "last")
    save_file({name: torch.zeros_like(w) for name, w in load_file(path).items() if not name.startswith("train/")}, path)
    last = evaluate_run(blobs.store, blobs.run, base_dir=base_dir, which="last")
    assert last.which == "last" and last.metrics["loss"] == pytest.approx(np.log(3)), "zeros know nothing"
    assert evaluate_run(blobs.store, blobs.run, base_dir=base_dir).metrics == best.metrics
    assert best.metrics["loss"] < np.log(3)


def test_the_document_as_edited_since_does_not_matter(blobs: Trained):
    before = evaluate_run(blobs.store, blobs.run, base_dir=blobs.file.parent)
    layers = [edits.make_layer("input", shape=(2,)), edits.make_layer("dense", units=3), edits.make_layer("output")]
    edited = load_project(blobs.file).updated(networks={MODEL: edits.chain(*layers)})
    save_project(apply_settings(edited, ["data.split.seed=9", "data.scaling=none"]), blobs.file)
    after = evaluate_run(RunStore(blobs.store.runs_dir), blobs.run, base_dir=blobs.file.parent)
    assert after.metrics == before.metrics


def test_changed_data_is_told(blobs: Trained):
    path = blobs.file.parent / "blobs.npz"
    with np.load(path) as file:
        x, y = file["x"].copy(), file["y"]
    x[3] += 1
    np.savez(path, x=x, y=y)
    report = evaluate_run(blobs.store, blobs.run, base_dir=blobs.file.parent)
    assert "has changed since run" in report.warnings[0]
    np.savez(path, x=x, y=np.where(y == "red", "pink", y))
    with pytest.raises(DataError, match=r"classes.*no longer"):
        evaluate_run(blobs.store, blobs.run, base_dir=blobs.file.parent)
    path.unlink()
    with pytest.raises(DataError, match=r"blobs\.npz"):
        evaluate_run(blobs.store, blobs.run, base_dir=blobs.file.parent)


def test_an_empty_split_is_told(blobs: Trained, tmp_path: Path):
    project: Project = apply_settings(load_project(blobs.file), ["data.split.test=0", "training.epochs=1"])
    trained = train(project, tmp_path / "no-test.nnwb")
    with pytest.raises(DataError, match="test part of the data is empty"):
        evaluate_run(trained.store, trained.run, base_dir=tmp_path)


def test_weights_that_are_damaged_or_of_another_network(blobs: Trained):
    path = blobs.store.weights_path(blobs.run)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(TrainingError, match="can't be read"):
        load_network(blobs.store, blobs.run)
    save_file({"strange.weight": torch.zeros(2, 2)}, path)
    with pytest.raises(TrainingError, match="don't fit this network"):
        load_network(blobs.store, blobs.run)
    path.unlink()
    with pytest.raises(TrainingError, match="no best weights"):
        load_network(blobs.store, blobs.run)


def test_scores_of_the_whole_split_are_scikit_learns(digits: Trained, tumours: Trained, diabetes: Trained):
    """Through the report, from a network's real answers; what has no value here says why."""
    several, two = evaluate_run(digits.store, digits.run), evaluate_run(tumours.store, tumours.run)
    for report in (several, two):
        true, chosen = report.targets, report.predictions
        assert report.metrics["balanced_accuracy"] == pytest.approx(metrics.balanced_accuracy_score(true, chosen))
        assert report.metrics["mcc"] == pytest.approx(metrics.matthews_corrcoef(true, chosen))
        assert report.metrics["kappa"] == pytest.approx(metrics.cohen_kappa_score(true, chosen))
        weighted = metrics.f1_score(true, chosen, average="weighted")
        assert report.metrics["f1_weighted"] == pytest.approx(weighted)
        assert report.dump()["metrics"] == report.metrics and not report.undefined
    second = np.where(two.predictions == 1, two.confidence, 1 - two.confidence).astype(np.float64)
    assert two.metrics["auroc"] == pytest.approx(metrics.roc_auc_score(two.targets, second), abs=1e-4)
    assert two.metrics["log_loss"] == pytest.approx(metrics.log_loss(two.targets, second), rel=1e-3)
    assert two.metrics["log_loss"] == pytest.approx(two.metrics["loss"], rel=1e-5), "it was trained with it"
    assert several.metrics["accuracy"] < several.metrics["top_3_accuracy"] < several.metrics["top_5_accuracy"] <= 1
    assert "top_3_accuracy" not in two.metrics
    numbers = evaluate_run(diabetes.store, diabetes.run)
    share = metrics.mean_absolute_percentage_error(numbers.targets, numbers.predictions)
    assert numbers.metrics["mape"] == pytest.approx(share) and "coverage" not in numbers.metrics
