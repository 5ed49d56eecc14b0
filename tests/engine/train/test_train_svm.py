"""Support vector machines against scikit-learn's: the same solution, and as many right on real samples."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from sklearn.svm import SVC, LinearSVC
from trained import Trained, export_request, train_sample

from workbench.engine.data.apply import transform_inputs
from workbench.engine.data.prepare import prepare
from workbench.engine.evaluate.predict import Predictor
from workbench.engine.evaluate.report import evaluate_run
from workbench.engine.export.run import export_run
from workbench.engine.project.samples import sample
from workbench.engine.project.settings import apply_settings
from workbench.engine.train.losses import Hinge, SquaredHinge


def split_of(trained: Trained, split: str) -> tuple[np.ndarray, np.ndarray]:
    """What the network is fed (n, columns) and the classes (n,) of a split."""
    data = prepare(trained.store.project(trained.run).data)
    ((name, how),) = data.preprocess.inputs.items()
    rows = data.splits[split]
    x = transform_inputs(data.raw.inputs[name].values[rows], how)
    return x.reshape(len(x), -1), next(iter(data.raw.targets.values())).values[rows]


@pytest.fixture(scope="module")
def linear(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    return train_sample("breast-cancer-svm", tmp_path_factory.mktemp("linear"))


@pytest.fixture(scope="module")
def kernel(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    return train_sample("digits-svm", tmp_path_factory.mktemp("kernel"))


def solved(loss, x: torch.Tensor, y: torch.Tensor, units: int, decay: float, steps: int = 400) -> torch.nn.Linear:
    """The minimum of the mean loss + decay / 2 * |weights and biases|^2, which full batches and plain decay lead to."""
    module = torch.nn.Linear(x.shape[1], units).double()
    optimizer = torch.optim.LBFGS(module.parameters(), max_iter=steps, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimizer.zero_grad()
        value = loss(module(x), y) + decay / 2 * sum(p.square().sum() for p in module.parameters())
        value.backward()
        return value

    optimizer.step(closure)
    return module


@pytest.mark.parametrize("units", [1, 3])
def test_squared_hinge_with_decay_has_the_solution_of_liblinear(units: int):
    random = np.random.default_rng(0)
    y = np.arange(60) % max(units, 2)
    x = random.normal(size=(60, 4)) + y[:, None] * [1.0, -1.0, 0.5, 0.0]
    decay = 0.05
    peer = LinearSVC(C=1 / (len(x) * decay), loss="squared_hinge", tol=1e-9, max_iter=100_000).fit(x, y)
    ours = solved(SquaredHinge(), torch.from_numpy(x), torch.from_numpy(y), units, decay)
    assert ours.weight.detach().numpy() == pytest.approx(peer.coef_, abs=2e-4)
    assert ours.bias.detach().numpy() == pytest.approx(peer.intercept_, abs=2e-4)


def test_hinge_with_decay_comes_near_the_solution_of_liblinear():
    random = np.random.default_rng(1)
    y = np.arange(60) % 2
    x = random.normal(size=(60, 3)) + y[:, None] * [1.0, -1.0, 0.5]
    decay = 0.05
    peer = LinearSVC(C=1 / (len(x) * decay), loss="hinge", tol=1e-9, max_iter=1_000_000).fit(x, y)
    loss, targets = Hinge(), torch.from_numpy(y)

    def cost(scores: np.ndarray, weights: np.ndarray, bias: np.ndarray) -> float:
        mean = loss(torch.from_numpy(scores.reshape(-1, 1)), targets).item()
        return mean + decay / 2 * float((weights**2).sum() + (bias**2).sum())

    best = cost(peer.decision_function(x), peer.coef_, peer.intercept_)
    ours = solved(loss, torch.from_numpy(x), targets, 1, decay)
    scores = ours(torch.from_numpy(x)).detach().numpy()
    # It has corners, at which L-BFGS may stop early: the cost is what is compared.
    assert best - 1e-6 <= cost(scores, ours.weight.detach().numpy(), ours.bias.detach().numpy()) < best * 1.02


def test_a_linear_svm_is_as_good_as_scikit_learns(linear: Trained):
    x, y = split_of(linear, "train")
    peer = LinearSVC(C=1 / (len(x) * 0.01), loss="hinge", max_iter=1_000_000).fit(x, y)
    for split in ("validation", "test"):
        ours = evaluate_run(linear.store, linear.run, split=split)
        assert ours.metrics["accuracy"] >= peer.score(*split_of(linear, split)) - 0.025
    assert ours.metrics["accuracy"] > 0.95


def test_a_kernel_svm_comes_near_scikit_learns_and_beats_a_linear_one(kernel: Trained):
    x, y = split_of(kernel, "train")
    ours = evaluate_run(kernel.store, kernel.run)
    exact, straight = SVC().fit(x, y), LinearSVC(max_iter=20_000).fit(x, y)
    assert ours.metrics["accuracy"] >= exact.score(*split_of(kernel, "test")) - 0.015
    assert ours.metrics["accuracy"] >= straight.score(*split_of(kernel, "test")) + 0.02


@pytest.mark.parametrize("name", ["linear", "kernel"])
def test_scores_are_never_told_as_probabilities(name: str, request: pytest.FixtureRequest, tmp_path: Path):
    trained: Trained = request.getfixturevalue(name)
    report = evaluate_run(trained.store, trained.run)
    assert report.margins and "log_loss" not in report.metrics and "not probabilities" in report.meaning
    assert report.undefined["log_loss"] == "The network gives scores, not probabilities"
    assert report.metrics["auroc"] > 0.98, "they put samples in order all the same"
    assert report.confidence.max() > 1, "margins have no upper bound"
    predictor = Predictor(trained.store, trained.run)
    data = prepare(trained.store.project(trained.run).data)
    ((input_name, part),) = data.raw.inputs.items()
    rows = report.indexes[:20]
    said = predictor.predict({input_name: part.values[rows]})
    classes = data.raw.targets[report.target].classes
    assert [classes.index(p.label) for p in said] == report.predictions[:20].tolist()
    assert all(p.probabilities is None and np.isnan(p.confidence) for p in said)
    assert set(said[0].dump()) == {"source", "label", "score", "scores"}
    assert [p.score for p in said] == pytest.approx(report.confidence[:20].tolist(), abs=1e-5)

    done = export_run(export_request(trained, tmp_path / "svm.onnx"))
    assert list(done.outputs) == ["scores"] and done.agreement == 1.0
    told = {p.key: p.value for p in onnx.load(tmp_path / "svm.onnx").metadata_props}["workbench.meaning"]
    assert "not probabilities" in told and ("stands for" in told) is (name == "linear")
    export_run(export_request(trained, tmp_path / "svm.py", "python"))
    assert "not probabilities" in (tmp_path / "svm.py").read_text()


def test_an_activation_that_would_make_probabilities_up_is_refused():
    from workbench.engine.check import check_project

    project = sample("digits-svm").project()
    (output,) = [n.name for n in project.graph.nodes if n.layer.kind == "output"]
    facts = prepare(project.data).facts
    assert not check_project(project, facts).errors
    softmax = apply_settings(project, [f"networks.model.{output}.activation=softmax"])
    (error,) = check_project(softmax, facts).errors
    assert error.code == "training.loss_activation" and "no activation turns into probabilities" in error.expected
    bare = apply_settings(project, ["training.weight_decay=0"])
    assert "training.hinge_without_decay" in [p.code for p in check_project(bare, facts).problems]
