"""The ways to even out classes that change batches, samples or the loss, in runs."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest
import torch
from training_helpers import drive, everything_of

from workbench.engine.check import check_project
from workbench.engine.data.balance import Balance, Smote
from workbench.engine.data.prepare import prepare, prepare_raw
from workbench.engine.data.raw import RawData, RawInput, RawTarget
from workbench.engine.data.recipe import DataRecipe
from workbench.engine.data.sampling import BalancedSampler
from workbench.engine.document import Project
from workbench.engine.graph import edits
from workbench.engine.shapes import DataFacts, batch
from workbench.engine.train.balancing import balance_training
from workbench.engine.train.losses import CrossEntropy, Focal
from workbench.engine.train.recipe import TrainingRecipe
from workbench.engine.train.setup import prepare_session

CPU = torch.device("cpu")
WAYS = ["balanced_batches", "smote", "focal", "logit_adjusted"]


@pytest.fixture(scope="module")
def table(tmp_path_factory) -> Path:
    """300 rows: two numbers, a category, a number with gaps, and a class that one row in ten has."""
    draw = np.random.default_rng(0)
    rows = ["a,b,colour,size,label"]
    for k in range(300):
        rare = k % 10 == 0
        a, b = draw.normal(2.0 if rare else 0.0, 1.0, 2)
        colour = draw.choice(["red", "green", "blue"], p=[0.7, 0.2, 0.1] if rare else [0.1, 0.3, 0.6])
        size = "" if k % 7 == 0 else f"{draw.normal():.3f}"
        rows.append(f"{a:.4f},{b:.4f},{colour},{size},{'rare' if rare else 'common'}")
    path = tmp_path_factory.mktemp("data") / "uneven.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def project_of(path: Path, balance: object, *, loss: object = "auto", units: int = 2, **data: object) -> Project:
    graph = edits.chain(
        edits.make_layer("input", shape=(7,)),
        edits.make_layer("dense", units=8),
        edits.make_layer("relu"),
        edits.make_layer("dropout", rate=0.2),
        edits.make_layer("dense", units=units),
        edits.make_layer("output"),
    )
    ids = {node.id: f"n{place}" for place, node in enumerate(graph.nodes)}
    graph = graph.updated(
        nodes=tuple(n.updated(id=ids[n.id]) for n in graph.nodes),
        links=tuple(k.updated(source=ids[k.source], target=ids[k.target]) for k in graph.links),
    )
    recipe = DataRecipe.model_validate(
        {
            "source": {"kind": "table", "path": str(path)},
            "cleaning": {"indicator": True},
            "balance": balance,
            **data,
        }
    )
    settings = TrainingRecipe.model_validate({"loss": loss, "batch_size": 16, "epochs": 3, "learning_rate": 0.01})
    return Project(data=recipe, training=settings).with_graph(graph)


def session_of(project: Project):
    return prepare_session(project, prepare(project.data), CPU, run="r", threads=1)


def codes(project: Project) -> list[str]:
    return [p.code for p in check_project(project, prepare(project.data).facts).problems]


@pytest.mark.parametrize("balance", WAYS)
@pytest.mark.parametrize("augment", ["none", "table_strong"])
def test_stopped_and_resumed_is_byte_identical(tmp_path, table, balance, augment):
    project = project_of(table, balance, augment=augment)
    whole = drive(project, tmp_path / "whole.runs")
    run = ""
    for stop_after in (2, 3):
        run = drive(project, tmp_path / "parts.runs", resume=run, stop_after=stop_after)[-1].run
    assert drive(project, tmp_path / "parts.runs", resume=run)[-1].reason == "finished"
    one, other = (everything_of(tmp_path / f"{n}.runs", r) for n, r in (("parts", run), ("whole", whole[0].run)))
    assert one.keys() == other.keys() and all(torch.equal(one[name], other[name]) for name in one)


@pytest.mark.parametrize("balance", WAYS)
@pytest.mark.parametrize("units", [1, 2])
def test_each_way_trains_and_validation_stays_plain(table, balance, units):
    project = project_of(table, balance, units=units)
    assert codes(project) == []
    session = session_of(project)
    plain = session_of(project_of(table, "none", units=units))
    assert session.objective == plain.objective
    (one, two), (same, targets) = (s.validation.slice(0, 8) for s in (session, plain))
    assert torch.equal(one[0], same[0]) and torch.equal(two[0], targets[0])


class TestBalancedBatches:
    LABELS = np.repeat([0, 1, 3], [60, 25, 10])

    def order(self, seed: int) -> torch.Tensor:
        sampler = BalancedSampler(self.LABELS)
        order = sampler.order(torch.Generator().manual_seed(seed))
        assert len(order) == sampler.count == 96
        return order

    @pytest.mark.parametrize("size", [3, 12, 16, 32])
    def test_every_batch_has_all_classes_equally(self, size: int):
        for some in torch.split(self.order(0), size):
            counts = Counter(self.LABELS[some].tolist())
            assert set(counts) == {0, 1, 3} and max(counts.values()) - min(counts.values()) <= 1

    def test_all_of_a_class_come_before_one_comes_again(self):
        counts = Counter(self.order(0).tolist())
        assert {counts[k] for k in range(85, 95)} == {3, 4} and {counts[k] for k in range(60, 85)} == {1, 2}
        assert sum(counts[k] for k in range(60)) == 32 and max(counts[k] for k in range(60)) == 1
        small = [k for k in self.order(0).tolist() if k >= 85]
        assert [len(set(small[i : i + 10])) for i in (0, 10, 20)] == [10, 10, 10]
        assert small[:10] != small[10:20], "in another order each time"

    def test_other_epochs_draw_others(self):
        one, same, other = self.order(0), self.order(0), self.order(1)
        assert torch.equal(one, same) and not torch.equal(one, other)
        assert set(one.tolist()) != set(other.tolist()), "other samples of the large class"

    def test_batches_of_a_run(self, table):
        session = session_of(project_of(table, "balanced_batches"))
        order = session.order(0)
        assert len(order) == session.epoch_samples
        for some in torch.split(order, 16)[:-1]:
            assert session.train.gather(some)[1][0].sum() == 8


class TestLosses:
    def test_focal_replaces_the_loss_of_steps_only(self, table):
        session = session_of(project_of(table, {"kind": "focal", "gamma": 3.0, "alpha": "inverse"}))
        goal, measured = session.training_objective.goals[0], session.objective.goals[0]
        assert goal.loss == Focal(gamma=3.0) and measured.loss == CrossEntropy()
        counts = np.bincount(session.train.slice(0, session.train.count)[1][0].numpy())
        assert goal.weights.numpy() == pytest.approx(counts.sum() / (2 * counts), rel=1e-6)
        assert measured.weights is None

    @pytest.mark.parametrize("units", [1, 2])
    def test_logits_are_adjusted_by_the_training_shares(self, table, units):
        session = session_of(project_of(table, {"kind": "logit_adjusted", "tau": 2.0}, units=units))
        goal, measured = session.training_objective.goals[0], session.objective.goals[0]
        shares = np.bincount(session.train.slice(0, session.train.count)[1][0].numpy()) / session.train.count
        wanted = 2.0 * np.log(shares) if units == 2 else [2.0 * np.log(shares[1] / shares[0])]
        assert goal.shift == pytest.approx(wanted) and measured.shift == ()
        logits = torch.randn((10, units), generator=torch.Generator().manual_seed(0))
        target = torch.arange(10) % 2
        shifted = logits + torch.tensor(goal.shift)
        torch.testing.assert_close(goal.judge(logits, target), measured.judge(shifted, target))

    def test_as_a_loss_it_is_measured_as_well(self, table):
        session = session_of(project_of(table, "none", loss="logit_adjusted"))
        assert session.objective.goals[0].shift == session.training_objective.goals[0].shift != ()

    def test_other_settings_of_a_loss_are_not_taken_up(self, tmp_path, table):
        first = project_of(table, "none", loss={"kind": "focal", "gamma": 1.0})
        run = drive(first, tmp_path / "a.runs", stop_after=2)[-1].run
        ended = drive(project_of(table, "none", loss={"kind": "focal", "gamma": 2.0}), tmp_path / "a.runs", resume=run)
        assert ended[-1].reason == "error" and "the loss" in ended[-1].message

    @pytest.mark.parametrize(
        ("balance", "loss", "units", "code"),
        [
            ("focal", "focal", 2, "training.balance_loss"),
            ("logit_adjusted", "focal", 2, "training.balance_loss"),
            ("focal", "binary_cross_entropy", 2, "training.balance_loss"),
            ("oversample", "logit_adjusted", 2, "training.adjusted_twice"),
            ("class_weights", "logit_adjusted", 1, "training.adjusted_twice"),
        ],
    )
    def test_what_contradicts_each_other_is_refused(self, table, balance, loss, units, code):
        project = project_of(table, balance, loss=loss, units=units)
        assert codes(project) == [code]
        assert check_project(project, prepare(project.data).facts).errors

    @pytest.mark.parametrize(
        ("balance", "loss", "units"),
        [
            ("focal", "cross_entropy", 2),
            ("logit_adjusted", "binary_cross_entropy", 1),
            ("class_weights", "focal", 2),
            ("balanced_batches", "focal", 1),
            ("none", "logit_adjusted", 2),
        ],
    )
    def test_what_goes_together_trains(self, tmp_path, table, balance, loss, units):
        project = project_of(table, balance, loss=loss, units=units)
        assert codes(project) == []
        assert drive(project, tmp_path / "a.runs")[-1].reason == "finished"


def test_every_way_is_tested_here_or_beside():
    assert set(Balance.members) == {*WAYS, "none", "class_weights", "oversample", "undersample"}


class TestSmoteInRuns:
    def test_training_samples_only(self, table):
        session, plain = (session_of(project_of(table, way)) for way in ("smote", "none"))
        rows, labels = (t[0] for t in session.train.slice(0, session.train.count))
        real, known = (t[0] for t in plain.train.slice(0, plain.train.count))
        assert torch.equal(rows[: len(real)], real) and torch.equal(labels[: len(known)], known)
        assert torch.bincount(labels).tolist() == [int((known == 0).sum())] * 2
        assert session.epoch_samples == session.train.count and session.validation.count == plain.validation.count

    def test_what_it_cannot_do_is_said(self, table):
        project = project_of(table, Smote())
        facts = DataFacts({"x": batch(3, 8, 8)}, prepare(project.data).facts.targets)
        graph = edits.chain(
            edits.make_layer("input", shape=(3, 8, 8)),
            edits.make_layer("flatten"),
            edits.make_layer("dense", units=2),
            edits.make_layer("output"),
        )
        assert [p.code for p in check_project(project.with_graph(graph), facts).errors] == ["data.smote_data"]

    def test_of_labels_nothing_is_made_up(self):
        draw = np.random.default_rng(0)
        part = RawInput("table", draw.normal(size=(40, 2)).astype(np.float32), ("a", "b"))
        target = RawTarget("multi_label", (draw.random((40, 3)) < 0.3).astype(np.float32), classes=("x", "y", "z"))
        prepared = prepare_raw(RawData("t", {"x": part}, {"y": target}), DataRecipe())
        assert balance_training(Smote(), prepared, ["y"], CPU).made_up is None
