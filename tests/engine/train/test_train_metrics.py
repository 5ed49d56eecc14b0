"""Metrics of whole splits against scikit-learn's, with drawn answers; and sentences where there is no value."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from sklearn import metrics as peer
from training_helpers import drive, moons

from workbench.engine.check import check_project
from workbench.engine.data.prepare import prepare
from workbench.engine.project.settings import SettingError, apply_settings
from workbench.engine.runs.store import RunStore
from workbench.engine.train.events import EpochDone, Warned
from workbench.engine.train.losses import BinaryCrossEntropy, CrossEntropy, Hinge, MeanSquaredError, Poisson
from workbench.engine.train.metrics import (
    METRICS,
    ClassAnswers,
    LabelAnswers,
    NumberAnswers,
    measured,
)
from workbench.engine.train.metrics.collect import Collector, answers
from workbench.engine.train.objectives import Goal
from workbench.engine.train.stopping import higher_is_better

drawing = settings(max_examples=60, deadline=None, derandomize=True)


@st.composite
def class_answers(draw):
    classes = draw(st.integers(2, 8))
    n = draw(st.integers(2, 40))
    true = draw(arrays(np.int64, n, elements=st.integers(0, classes - 1)))
    # Few levels, so that ties are common.
    scores = draw(arrays(np.float64, (n, classes), elements=st.integers(1, 9).map(float)))
    scores /= scores.sum(1, keepdims=True)
    return ClassAnswers(true, scores.argmax(1), classes, scores, -np.log(scores[np.arange(n), true]))


def one_against_rest(said, score, present):
    if said.classes == 2:
        return score(said.true, said.scores[:, 1] - said.scores[:, 0])
    return np.mean([score(said.true == k, said.scores[:, k]) for k in present])


@drawing
@given(class_answers())
def test_metrics_of_classes_are_those_of_scikit_learn(said):
    true, chosen = said.true, said.chosen
    present = np.unique(true)
    assume(len(present) > 1)
    ours = measured("classification", said, METRICS["classification"])
    expected = {
        "accuracy": peer.accuracy_score(true, chosen),
        "mcc": peer.matthews_corrcoef(true, chosen),
        "kappa": peer.cohen_kappa_score(true, chosen),
        "log_loss": peer.log_loss(true, said.scores, labels=range(said.classes)),
        "auroc": one_against_rest(said, peer.roc_auc_score, present),
        "average_precision": one_against_rest(said, peer.average_precision_score, present),
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that a class was predicted of which there is none
        expected["balanced_accuracy"] = peer.balanced_accuracy_score(true, chosen)
    for name, function in (("precision", peer.precision_score), ("recall", peer.recall_score), ("f1", peer.f1_score)):
        for average in ("micro", "macro", "weighted"):
            # Macro over the classes that are there; the others see all, as do their sums.
            labels = present if average == "macro" else None
            key = name if average == "macro" else f"{name}_{average}"
            expected[key] = function(true, chosen, average=average, labels=labels, zero_division=0.0)
    for name, value in expected.items():
        assert ours.values[name] == pytest.approx(value, abs=1e-9), name


@drawing
@given(st.data())
def test_the_best_few_are_those_of_scikit_learn(data):
    n = data.draw(st.integers(1, 20))
    # Without ties, which scikit-learn gives to the last class and argmax to the first.
    scores = np.array([data.draw(st.permutations(range(7))) for _ in range(n)], dtype=float)
    true = data.draw(arrays(np.int64, n, elements=st.integers(0, 6)))
    said = ClassAnswers(true, scores.argmax(1), 7, scores)
    ours = measured("classification", said, ("top_3_accuracy", "top_5_accuracy")).values
    for k in (3, 5):
        assert ours[f"top_{k}_accuracy"] == pytest.approx(peer.top_k_accuracy_score(true, scores, k=k, labels=range(7)))


def test_equal_scores_are_no_way_to_a_good_rank():
    said = ClassAnswers(np.array([0, 6]), np.array([0, 0]), 7, np.ones((2, 7)))
    assert measured("classification", said, ["top_3_accuracy"]).values["top_3_accuracy"] == 0.5


@drawing
@given(st.data())
def test_metrics_of_labels_are_those_of_scikit_learn(data):
    shape = (data.draw(st.integers(2, 30)), data.draw(st.integers(2, 5)))
    true = data.draw(arrays(np.bool_, shape))
    scores = data.draw(arrays(np.float64, shape, elements=st.integers(-5, 5).map(lambda v: v + 0.5)))
    chances = 1 / (1 + np.exp(-scores))
    given_labels = scores > 0
    said = LabelAnswers(true, given_labels, scores, -np.log(np.where(true, chances, 1 - chances)))
    present = np.flatnonzero(true.any(0))
    assume(len(present))
    ours = measured("multi_label", said, METRICS["multi_label"])
    for name, function in (("precision", peer.precision_score), ("recall", peer.recall_score), ("f1", peer.f1_score)):
        for average in ("micro", "macro", "weighted"):
            if f"{name}_{average}" in METRICS["multi_label"]:
                labels = present if average == "macro" else None
                value = function(true, given_labels, average=average, labels=labels, zero_division=0.0)
                assert ours.values[f"{name}_{average}"] == pytest.approx(value), (name, average)
    assert ours.values["f1"] == pytest.approx(peer.f1_score(true, given_labels, average="samples", zero_division=1.0))
    assert ours.values["exact_match"] == pytest.approx((true == given_labels).all(1).mean())
    precision = np.mean([peer.average_precision_score(true[:, k], scores[:, k]) for k in present])
    assert ours.values["mean_average_precision"] == pytest.approx(precision)
    mixed = [k for k in present if not true[:, k].all()]
    if mixed:
        area = np.mean([peer.roc_auc_score(true[:, k], scores[:, k]) for k in mixed])
        assert ours.values["auroc"] == pytest.approx(area)
    losses = [peer.log_loss(true[:, k], chances[:, k], labels=[0, 1]) for k in range(shape[1])]
    assert ours.values["log_loss"] == pytest.approx(np.mean(losses))


@drawing
@given(st.data())
def test_metrics_of_numbers_are_those_of_scikit_learn(data):
    shape = (data.draw(st.integers(2, 30)), data.draw(st.integers(1, 3)))
    numbers = st.floats(-1e3, 1e3).map(lambda v: round(v, 2) or 0.25)
    true, predicted = (
        data.draw(arrays(np.float64, shape, elements=numbers)),
        data.draw(arrays(np.float64, shape, elements=numbers)),
    )
    ours = measured("regression", NumberAnswers(true, predicted), METRICS["regression"]).values
    assert ours["mae"] == pytest.approx(peer.mean_absolute_error(true, predicted))
    assert ours["rmse"] == pytest.approx(peer.root_mean_squared_error(true, predicted))
    assert ours["r2"] == pytest.approx(peer.r2_score(true, predicted))
    assert ours["mape"] == pytest.approx(peer.mean_absolute_percentage_error(true, predicted))
    assert ours["coverage"] == pytest.approx((true <= predicted).mean())


def test_what_has_no_value_says_why():
    one = ClassAnswers(np.array([1, 1]), np.array([1, 0]), 3, np.array([[0.1, 0.8, 0.1], [0.5, 0.2, 0.3]]))
    found = measured("classification", one, METRICS["classification"])
    same = "All samples are of one class: there is nothing to tell apart"
    assert found.undefined == {
        **dict.fromkeys(("mcc", "kappa", "auroc", "average_precision"), same),
        "top_3_accuracy": "There are only 3 classes: the right one is always among the best 3",
        "top_5_accuracy": "There are only 3 classes: the right one is always among the best 5",
        "log_loss": "The network gives scores, not probabilities",
    }
    assert found.values["balanced_accuracy"] == 0.5 and all(np.isfinite(v) for v in found.values.values())
    zero = NumberAnswers(np.array([[0.0], [2.0]]), np.array([[1.0], [2.0]]))
    assert measured("regression", zero, ["mape", "f1"]).undefined == {
        "mape": "1 of the true numbers are 0, of which no error is a share"
    }
    assert "single sample" in measured("regression", NumberAnswers(*np.ones((2, 1, 1))), ["r2"]).undefined["r2"]
    none = LabelAnswers(np.zeros((2, 2), bool), np.zeros((2, 2), bool), np.zeros((2, 2)), np.ones((2, 2)))
    assert set(measured("multi_label", none, METRICS["multi_label"]).undefined) == {
        "precision_macro",
        "recall_macro",
        "f1_macro",
        "recall_micro",
        "f1_weighted",
        "mean_average_precision",
        "auroc",
    }


def test_early_stopping_knows_which_way_is_better():
    for of_task in METRICS.values():
        for name, metric in of_task.items():
            assert higher_is_better(f"val_{name}") is higher_is_better(f"price_{name}") is metric.higher, name


LOGITS = torch.tensor([[3.0, -1.0, 0.5], [0.1, 0.2, 0.0], [-4.0, 2.0, 2.5], [0.3, 0.2, 5.0]])
CLASSES = torch.tensor([0, 1, 1, 2])


def test_answers_of_each_kind_of_output():
    """Probabilities from logits by softmax or sigmoid; margins as they are, without any."""
    several = answers(Goal("", "", "classification", CrossEntropy(), 3, ""), LOGITS, CLASSES)
    assert several.scores == pytest.approx(LOGITS.double().softmax(1).numpy())
    assert several.chosen.tolist() == [0, 1, 2, 2]
    single = answers(Goal("", "", "classification", BinaryCrossEntropy(), 1, ""), LOGITS[:, :1], CLASSES % 2)
    assert single.classes == 2 and single.scores.sum(1) == pytest.approx(np.ones(4))
    assert single.surprise == pytest.approx(-np.log(single.scores[np.arange(4), single.true]))
    for units in (1, 3):
        goal = Goal("", "", "classification", Hinge(), units, "")
        assert answers(goal, LOGITS[:, :units], CLASSES % (2 if units == 1 else 3)).surprise is None
    numbers = Goal("", "", "regression", MeanSquaredError(), 3, "", spread=(2.0, 1.0, 1.0), offset=(10.0, 0.0, 0.0))
    said = answers(numbers, LOGITS, torch.zeros(4, 3))
    assert said.predicted[0].tolist() == [16.0, -1.0, 0.5] and said.true[0].tolist() == [10.0, 0.0, 0.0]
    counted = answers(Goal("", "", "regression", Poisson(), 3, "", link="exp"), LOGITS, torch.zeros(4, 3))
    assert counted.predicted == pytest.approx(LOGITS.double().exp().numpy())


@pytest.mark.parametrize("names", [("f1", "kappa"), ("f1", "auroc", "log_loss")])
def test_batches_give_what_the_whole_split_gives(names):
    goal = Goal("", "", "classification", CrossEntropy(), 3, "")
    whole, parts = Collector(goal, names), Collector(goal, (*names, "mae"))
    whole.add(LOGITS, CLASSES)
    for k in range(4):
        parts.add(LOGITS[k : k + 1], CLASSES[k : k + 1])
    assert set(parts.names) == set(names), "a metric of another task is left out"
    found = parts.take()
    assert found == whole.take() and set(found.values) == set(names)
    assert parts.take().values == {}, "what was taken is gone"


def test_an_epoch_records_what_is_asked_for_and_what_is_watched(tmp_path):
    project = moons(metrics=["f1", "kappa"], stopping={"monitor": "val_auroc"})
    events = drive(project, tmp_path / "a.runs")
    epochs = [e for e in events if isinstance(e, EpochDone)]
    assert {"val_loss", "val_accuracy", "val_f1", "val_kappa", "val_auroc"} < set(epochs[0].metrics)
    best = max(epochs, key=lambda e: e.metrics["val_auroc"])
    assert events[-1].best_epoch == best.epoch
    steps, values = RunStore(tmp_path / "a.runs").series(events[-1].run)["val_f1"]
    assert len(steps) == 3 and values[-1] == epochs[-1].metrics["val_f1"]


def test_a_run_says_what_it_cannot_measure(tmp_path):
    project = moons(metrics=["top_5_accuracy"], stopping={"monitor": "val_top_5_accuracy"})
    events = drive(project, tmp_path / "a.runs")
    warned = [e.message for e in events if isinstance(e, Warned)]
    assert warned == [
        "top_5_accuracy can't be measured on the validation part: There are only 2 classes: the right one is always among "
        "the best 5."
    ]
    epochs = [e for e in events if isinstance(e, EpochDone)]
    assert events[-1].reason == "finished" and "val_top_5_accuracy" not in epochs[0].metrics
    assert events[-1].best_epoch == min(epochs, key=lambda e: e.metrics["val_loss"]).epoch, "the loss stands in"


def test_without_a_validation_part_a_run_says_that_it_measures_nothing_on_it(tmp_path):
    asked = moons(metrics=["f1", "kappa"], validation=0.0, stopping={"monitor": "val_auroc"})
    events = drive(asked, tmp_path / "a.runs")
    warned = [e.message for e in events if isinstance(e, Warned)]
    assert warned == ["f1, kappa, auroc can't be measured on the validation part: It holds no samples."]
    assert events[-1].reason == "finished"
    assert not any(isinstance(e, Warned) for e in drive(moons(validation=0.0), tmp_path / "b.runs"))


def test_metrics_of_another_task_are_pointed_out():
    problems = check_project(moons(metrics=["mae"]), prepare(moons().data).facts).problems
    assert [p.what for p in problems if p.code == "training.metrics"] == [
        "Metrics of another task are not measured: mae"
    ]


def test_metrics_are_set_by_name():
    project = apply_settings(moons(), ["training.metrics=f1, auroc"])
    assert project.training.metrics == ("f1", "auroc")
    assert apply_settings(project, ["training.metrics=none"]).training.metrics == ()
    with pytest.raises(SettingError, match="balanced_accuracy"):
        apply_settings(project, ["training.metrics=f2"])
