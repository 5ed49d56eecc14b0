"""Losses whose predictions are more than the network's numbers: counts, shares, quantiles and directions, end to end."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from trained import Trained, export_request, train

from workbench.engine.build.source import generate
from workbench.engine.check import check_project
from workbench.engine.data.prepare import prepare
from workbench.engine.document import Project
from workbench.engine.evaluate.predict import Predictor
from workbench.engine.evaluate.report import evaluate_run
from workbench.engine.export.run import export_run
from workbench.engine.project.baseline import project_from_data
from workbench.engine.project.settings import apply_settings
from workbench.engine.train.objectives import linked

RANDOM = np.random.default_rng(3)
X = RANDOM.normal(size=(600, 2)).astype(np.float32)
RATE = np.exp(0.5 + 0.8 * X[:, :1] - 0.5 * X[:, 1:])
COUNTS = RANDOM.poisson(RATE).astype(np.float32)
SHARES = np.exp(X @ [[1.0, 0.0, -1.0], [0.0, 1.0, 0.5]])
SHARES = (SHARES / SHARES.sum(1, keepdims=True)).astype(np.float32)
SPREAD = (X[:, :1] + np.exp(0.3 * X[:, 1:]) * RANDOM.normal(size=(600, 1))).astype(np.float32)
DIRECTIONS = (SHARES * RANDOM.uniform(1, 9, (600, 1))).astype(np.float32)
TARGETS = {"poisson": COUNTS, "kl_divergence": SHARES, "quantile": SPREAD, "cosine": DIRECTIONS}


def project_of(folder: Path, values: np.ndarray, loss: str, *settings: str) -> Project:
    path = folder / "made.npz"
    np.savez(path, x=X, y=values)
    project, _ = project_from_data(path, folder)
    basic = (f"training.loss={loss}", "training.epochs=30", "training.learning_rate=0.01", "data.target_scaling=none")
    return apply_settings(project, (*basic, *settings))


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Trained]:
    made = {}
    for loss, values in TARGETS.items():
        folder = tmp_path_factory.mktemp(loss)
        more = ("training.loss.quantile=0.9", "data.target_scaling=standard") if loss == "quantile" else ()
        made[loss] = train(project_of(folder, values, loss, *more), folder / "made.nnwb")
    return made


@pytest.mark.parametrize("loss", TARGETS)
def test_evaluate_predict_and_exports_say_the_same(runs: dict[str, Trained], loss: str, tmp_path: Path):
    trained = runs[loss]
    report = evaluate_run(trained.store, trained.run, base_dir=trained.file.parent)
    predictor = Predictor(trained.store, trained.run)
    said = predictor.predict({next(iter(predictor.inputs)): X[report.indexes[:7]]})
    told = np.array([list((p.values or {}).values()) for p in said])
    assert told == pytest.approx(report.predictions[:7], rel=1e-5)
    validation = evaluate_run(trained.store, trained.run, split="validation", base_dir=trained.file.parent)
    for name in ("loss", "mae"):
        assert validation.metrics[name] == pytest.approx(trained.best[f"val_{name}"], rel=1e-4), name
    for kind in ("onnx", "python"):
        done = export_run(export_request(trained, tmp_path / f"net.{'py' if kind == 'python' else kind}", kind))
        assert done.largest_difference <= done.tolerance and list(done.outputs) == ["prediction"]
    assert report.meaning and report.dump()["meaning"] == report.meaning


def test_counts_are_learnt_as_counts(runs: dict[str, Trained]):
    report = evaluate_run(runs["poisson"].store, runs["poisson"].run, base_dir=runs["poisson"].file.parent)
    assert (report.predictions > 0).all()
    assert np.corrcoef(np.log(report.predictions[:, 0]), np.log(RATE[report.indexes, 0]))[0, 1] > 0.95


def test_shares_add_up(runs: dict[str, Trained]):
    report = evaluate_run(
        runs["kl_divergence"].store, runs["kl_divergence"].run, base_dir=runs["kl_divergence"].file.parent
    )
    assert report.predictions.sum(1) == pytest.approx(np.ones(report.samples), abs=1e-5)
    assert report.metrics["mae"] < 0.05


def test_a_quantile_has_its_share_below_it(runs: dict[str, Trained]):
    report = evaluate_run(
        runs["quantile"].store, runs["quantile"].run, split="train", base_dir=runs["quantile"].file.parent
    )
    assert 0.85 < report.metrics["coverage"] < 0.95
    assert "0.9 of the true values" in report.meaning


def test_a_direction_is_learnt(runs: dict[str, Trained]):
    report = evaluate_run(runs["cosine"].store, runs["cosine"].run, base_dir=runs["cosine"].file.parent)
    assert report.metrics["loss"] < 0.03


@pytest.mark.parametrize(
    ("loss", "values", "setting", "code"),
    [
        ("poisson", COUNTS, "data.target_scaling=standard", "training.loss_scaled"),
        ("poisson", COUNTS - 5, "", "training.loss_negative"),
        ("kl_divergence", COUNTS, "", "training.loss_width"),
        ("kl_divergence", DIRECTIONS, "", "training.loss_shares"),
        ("cosine", COUNTS, "", "training.loss_width"),
        ("poisson", COUNTS, "networks.model.output_1.activation=none", "training.loss_activation"),
        ("hinge", COUNTS, "", "training.loss_task"),
    ],
)
def test_a_loss_that_cannot_be_meant_is_refused(tmp_path: Path, loss: str, values: np.ndarray, setting: str, code: str):
    project = project_of(tmp_path, values, loss, *filter(None, [setting]))
    (error,) = check_project(project, prepare(project.data, tmp_path).facts).errors
    assert error.code == code and error.fix


def test_one_negative_number_in_any_part_is_enough(tmp_path: Path):
    """Deviance of a negative count is NaN, in validation too: the whole target is looked at."""
    values = COUNTS.copy()
    project = project_of(tmp_path, values, "poisson")
    last = prepare(project.data, tmp_path).splits["validation"][-1]
    values[last] = -1
    np.savez(tmp_path / "made.npz", x=X, y=values)
    (error,) = check_project(project, prepare(project.data, tmp_path).facts).errors
    assert error.code == "training.loss_negative" and "-1" in error.what


@pytest.mark.parametrize(
    ("loss", "applied"), [("poisson", "torch.exp(self("), ("kl_divergence", "torch.softmax(self("), ("mse", "self(")]
)
def test_the_source_of_the_network_says_what_makes_predictions(tmp_path: Path, loss: str, applied: str):
    project = project_of(tmp_path, SHARES, loss)
    facts = linked(prepare(project.data, tmp_path).facts, project.training)
    assert f"return {applied}" in generate(project.graph, facts).text
