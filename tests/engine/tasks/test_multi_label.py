"""Samples with any number of labels: split, loss, scores, predictions and exports."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from sklearn import metrics
from task_data import pairs
from trained import Trained

from workbench.engine.check import check_project
from workbench.engine.data.arrays import as_target
from workbench.engine.data.balance import ClassWeights, NoBalance, Oversample
from workbench.engine.data.label_split import draw_labelled, rarest_labels
from workbench.engine.data.labels import constant_labels, label_weights
from workbench.engine.data.prepare import prepare, prepare_raw
from workbench.engine.data.raw import RawData, RawInput, RawTarget
from workbench.engine.data.recipe import DataRecipe, SplitRecipe
from workbench.engine.data.report import class_counts, labels_per_sample, target_text
from workbench.engine.data.split import split
from workbench.engine.errors import DataError
from workbench.engine.evaluate.labels import label_scores
from workbench.engine.evaluate.predict import Predictor
from workbench.engine.evaluate.report import evaluate_run
from workbench.engine.export.request import ExportRequest
from workbench.engine.export.run import export_run
from workbench.engine.graph import edits
from workbench.engine.project.settings import apply_settings
from workbench.engine.shapes import DataFacts, TargetFacts, batch
from workbench.engine.train.losses import BinaryCrossEntropy

pytestmark = pytest.mark.filterwarnings("ignore:`isinstance.treespec, LeafSpec.` is deprecated:FutureWarning")


def raw_of(labels: np.ndarray, names: tuple[str, ...]) -> RawData:
    values = np.zeros((len(labels), 2), np.float32)
    values[:, 0] = np.arange(len(labels))
    target = RawTarget("multi_label", labels.astype(np.float32), classes=names)
    return RawData("made", {"features": RawInput("table", values, ("a", "b"))}, {"labels": target})


def test_rows_of_zeros_and_ones_are_labels():
    _, labels = pairs(20)
    name, target = as_target(labels, "auto", "y")
    assert (name, target.task, target.values.dtype) == ("labels", "multi_label", np.float32)
    assert target.classes[0] == "label 1" and len(target.classes) == 10
    one_hot = np.eye(3)[[0, 1, 2, 0]]
    assert as_target(one_hot, "auto", "y")[1].task == "classification"
    assert as_target(one_hot, "multi_label", "y")[1].task == "multi_label"
    assert as_target(labels * 0.5, "auto", "y")[1].task == "regression"
    with pytest.raises(DataError, match="neither 0 nor 1"):
        prepare_raw(raw_of(labels * 2.0, target.classes), DataRecipe())
    with pytest.raises(DataError, match="same labels"):
        prepare_raw(raw_of(np.ones((9, 2)), ("a", "b")), DataRecipe())


@pytest.mark.parametrize("seed", range(5))
def test_every_label_keeps_its_share_in_every_part(seed: int):
    random = np.random.default_rng(seed)
    shares = np.array([0.5, 0.3, 0.1, 0.03, 0.01])
    labels = (random.random((2000, 5)) < shares).astype(np.float32)
    drawn = draw_labelled(seed, labels, {"test": 300, "validation": 200})
    assert np.bincount(drawn, minlength=3).tolist() == [1500, 300, 200]
    for part, share in ((1, 0.15), (2, 0.1)):
        wanted = labels.sum(axis=0) * share
        assert np.abs(labels[drawn == part].sum(axis=0) - wanted).max() <= 2.0
    # A random split is several samples off for one label at least.
    off = np.abs(labels[random.permutation(2000)[:300]].sum(axis=0) - labels.sum(axis=0) * 0.15).max()
    assert off > 3
    other = draw_labelled(seed, labels, {"test": 300, "validation": 50})
    assert np.array_equal(drawn == 1, other == 1), "the test part does not depend on the validation part"


def test_a_label_of_one_sample_goes_to_training_and_is_told():
    labels = np.zeros((50, 2), np.float32)
    labels[:25, 0] = 1
    labels[7, 1] = 1
    recipe = DataRecipe(split=SplitRecipe(validation=0.2, test=0.2))
    prepared = prepare_raw(raw_of(labels, ("often", "once")), recipe)
    assert 7 in prepared.splits["train"]
    said = {n.code: n.text for n in prepared.notices}
    assert "no sample with the label 'once'" in said["data.class_missing_test"]
    never = constant_labels(("a", "b", "c"), np.array([[0, 1, 1], [0, 1, 0]]))
    assert [(n.code, n.values["labels"]) for n in never] == [("data.label_never", ["a"]), ("data.label_always", ["b"])]


@pytest.mark.parametrize("method", ["grouped", "folds"])
def test_other_ways_to_split_go_by_the_rarest_label(method: str):
    _, labels = pairs(300)
    groups = np.arange(300) // 3
    found = split(
        SplitRecipe(method=method), 300, labels.astype(np.float32), None, tuple("0123456789"), groups=groups
    ).parts
    assert sum(len(p) for p in found.values()) == 300
    for indexes in found.values():
        assert labels[indexes].any(axis=0).all(), "each part has every digit"
    assert rarest_labels(np.array([[0, 0], [1, 0], [1, 1], [1, 0]])).tolist() == [0, 1, 2, 1]


def test_weights_bring_a_label_and_its_absence_to_the_same_sum():
    values = np.zeros((100, 2), np.float32)
    values[:10, 0] = 1
    weights = label_weights(ClassWeights(), values)
    assert weights is not None
    assert weights[1, 0] * 10 == pytest.approx(weights[0, 0] * 90) == pytest.approx(50)
    assert weights[:, 1].tolist() == [1, 1], "a label that no sample has is not weighed"
    assert label_weights(NoBalance(), values) is None and label_weights(Oversample(), values) is None
    logits, target = torch.randn(100, 2), torch.from_numpy(values)
    tensor, loss = torch.from_numpy(weights).float(), BinaryCrossEntropy()
    reference = torch.nn.functional.binary_cross_entropy_with_logits(
        logits, target, weight=torch.where(target > 0, tensor[1], tensor[0])
    )
    torch.testing.assert_close(loss.weighted(logits, target, tensor), reference)
    torch.testing.assert_close(loss.weighted_each(logits, target, tensor).mean(), reference)
    torch.testing.assert_close(loss.each(logits, target).mean(), loss(logits, target))


def test_the_network_needs_a_number_for_each_label_and_a_fix_brings_it():
    facts = DataFacts({"features": batch(4)}, {"labels": TargetFacts("multi_label", ("a", "b", "c"), 3)})
    make = edits.make_layer
    graph = edits.chain(make("input", shape=(4,)), make("dense", units=2), make("output"))
    from workbench.engine.document import Project

    project = apply_settings(Project().with_graph(graph), [])
    inference = check_project(project, facts)
    problem = next(p for p in inference.problems if p.code == "output.units")
    assert "one for each label" in str(problem)
    fixed = problem.fixes[0].edit(graph)
    assert "output.units" not in {p.code for p in check_project(project.with_graph(fixed), facts).problems}
    softmax = edits.set_field(fixed, fixed.nodes[-1].id, "activation", "softmax")
    codes = {p.code for p in check_project(project.with_graph(softmax), facts).problems}
    assert "output.softmax_of_labels" in codes
    oversampled = apply_settings(project.with_graph(fixed), ["data.balance=oversample"])
    assert "data.balance_of_labels" in {p.code for p in check_project(oversampled, facts).problems}
    weighed = apply_settings(project.with_graph(fixed), ["data.balance=class_weights"])
    assert "data.balance_of_labels" not in {p.code for p in check_project(weighed, facts).problems}


def test_scores_are_scikit_learns_and_those_the_run_told(tagged: Trained):
    report = evaluate_run(tagged.store, tagged.run, split="validation", base_dir=tagged.file.parent)
    assert report.metrics["loss"] == pytest.approx(tagged.best["val_loss"], rel=1e-4)
    assert report.metrics["f1"] == pytest.approx(tagged.best["val_f1"], rel=1e-4)
    assert report.metrics["f1"] > 0.5, "it learnt"
    true, given = report.targets.astype(int), report.predictions.astype(int)
    found = report.metrics
    assert found["f1"] == pytest.approx(metrics.f1_score(true, given, average="samples", zero_division=1.0))
    assert found["exact_match"] == pytest.approx(metrics.accuracy_score(true, given))
    assert found["f1_macro"] == pytest.approx(metrics.f1_score(true, given, average="macro"))
    assert found["f1_micro"] == pytest.approx(metrics.f1_score(true, given, average="micro"))
    assert found["mean_average_precision"] == pytest.approx(
        metrics.average_precision_score(true, report.probabilities, average="macro")
    )
    matrices = metrics.multilabel_confusion_matrix(true, given)
    for score, matrix in zip(report.labels, matrices, strict=True):
        assert score.dump()["confusion"] == matrix.tolist()
    assert [s.precision for s in report.labels] == pytest.approx(
        metrics.precision_score(true, given, average=None, zero_division=0.0).tolist()
    )
    mistakes = report.mistakes()
    assert len(mistakes) == (true != given).any(axis=1).sum() > 0
    json.dumps(report.dump())
    lower = label_scores(report.names, report.targets, report.probabilities, 0.1)
    assert sum(s.true_positives for s in lower) > sum(s.true_positives for s in report.labels)


def test_predictions_name_the_labels_above_the_threshold(tagged: Trained):
    pictures, _ = pairs(5)
    found = Predictor(tagged.store, tagged.run).predict({"image": pictures[..., None]}, ["a", "b", "c", "d", "e"])
    for prediction in found:
        assert prediction.labels is not None and prediction.probabilities is not None
        assert set(prediction.labels) == {n for n, p in prediction.probabilities.items() if p > 0.5}
        assert prediction.label == (", ".join(prediction.labels) or "–")
        assert set(prediction.dump()) == {"source", "labels", "probabilities"}
    assert len({p.labels for p in found}) > 1


@pytest.mark.parametrize("kind", ["onnx", "python"])
def test_exports_give_a_probability_for_each_label(tagged: Trained, kind: str, tmp_path: Path):
    out = tmp_path / {"onnx": "net.onnx", "python": "net.py"}[kind]
    certificate = export_run(
        ExportRequest(format=kind, out=out, runs_dir=tagged.store.runs_dir, base_dir=tagged.file.parent, run=tagged.run)
    )
    assert certificate.agreement == 1.0
    assert "the same labels in 100.0% of them" in certificate.in_words()
    assert certificate.outputs == {"probabilities": "N × 10 float32"}
    if kind == "onnx":
        about = {p.key: p.value for p in onnx.load(out).metadata_props}
        assert about["workbench.task"] == "multi_label" and about["workbench.threshold"] == "0.5"
        assert json.loads(about["workbench.classes"])[3] == "digit 3"
    else:
        assert "LABELS = ('digit 0'" in out.read_text(encoding="utf-8")


def test_the_overview_counts_labels(tagged: Trained):
    prepared = prepare(tagged.store.project(tagged.run).data, tagged.file.parent)
    counts = class_counts(prepared, "labels")
    _, labels = pairs()
    assert list(counts.totals) == labels.sum(axis=0).tolist()
    each = labels_per_sample(prepared, "labels")
    assert [sum(part[k] for part in each.values()) for k in range(3)] == [0, *np.bincount(labels.sum(axis=1))[1:]]
    first = prepared.raw.targets["labels"].values[0]
    assert target_text(prepared, 0) == ", ".join(f"digit {k}" for k in np.flatnonzero(first))
    bare = replace(prepared.raw.targets["labels"], values=np.zeros_like(prepared.raw.targets["labels"].values))
    empty = replace(prepared, raw=replace(prepared.raw, targets={"labels": bare}))
    assert target_text(empty, 0) == "–"
