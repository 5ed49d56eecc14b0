"""Augmentation and balance in runs: training samples only, exactly repeatable, recorded."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
import torch
from trained import train
from training_helpers import drive, everything_of, moons

from workbench.engine.check import check_project
from workbench.engine.data.augment.pipeline import Pipeline
from workbench.engine.data.prepare import prepare
from workbench.engine.data.recipe import DataRecipe
from workbench.engine.data.sampling import Sampler
from workbench.engine.document import Project
from workbench.engine.evaluate.report import evaluate_run
from workbench.engine.graph import edits
from workbench.engine.runs.diff import changes_in_words
from workbench.engine.runs.store import RunStore
from workbench.engine.train.balancing import balance_training
from workbench.engine.train.events import RunStarted
from workbench.engine.train.losses import BinaryCrossEntropy, CrossEntropy
from workbench.engine.train.recipe import TrainingRecipe
from workbench.engine.train.setup import prepare_session

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def uneven(tmp_path_factory) -> Path:
    """A file of 90 small colour pictures, 60 of one class, 20 and 10 of the others."""
    draw = np.random.default_rng(0)
    labels = np.repeat([0, 1, 2], [60, 20, 10])
    pictures = draw.integers(0, 120, (90, 6, 8, 3)) + labels[:, None, None, None] * 60
    path = tmp_path_factory.mktemp("data") / "uneven.npz"
    np.savez(path, x=pictures.astype(np.uint8), y=labels)
    return path


def coloured(path: Path, augment="strong", balance="oversample", **training) -> Project:
    """A tiny network with dropout on the uneven pictures, with permanent ids."""
    graph = edits.chain(
        edits.make_layer("input", shape=(3, 6, 8)),
        edits.make_layer("flatten"),
        edits.make_layer("dense", units=6),
        edits.make_layer("batch_norm"),
        edits.make_layer("dropout", rate=0.2),
        edits.make_layer("dense", units=3),
        edits.make_layer("output"),
    )
    ids = {node.id: f"n{place}" for place, node in enumerate(graph.nodes)}
    graph = graph.updated(
        nodes=tuple(n.updated(id=ids[n.id]) for n in graph.nodes),
        links=tuple(k.updated(source=ids[k.source], target=ids[k.target]) for k in graph.links),
    )
    recipe = DataRecipe.model_validate(
        {"source": {"kind": "npz", "path": str(path)}, "augment": augment, "balance": balance}
    )
    settings = TrainingRecipe.model_validate({"batch_size": 16, "epochs": 3, "learning_rate": 0.01, **training})
    return Project(data=recipe, training=settings).with_graph(graph)


def assert_same(one: dict[str, torch.Tensor], other: dict[str, torch.Tensor]) -> None:
    assert one.keys() == other.keys()
    assert [n for n in one if not torch.equal(one[n], other[n])] == []


def session_of(project: Project):
    return prepare_session(project, prepare(project.data), CPU, run="r", threads=1)


class TestResume:
    @pytest.mark.parametrize("balance", ["oversample", "undersample", "class_weights"])
    def test_stopped_and_resumed_is_byte_identical(self, tmp_path, uneven, balance):
        project = coloured(uneven, balance=balance)
        whole = drive(project, tmp_path / "whole.runs")
        run = ""
        for stop_after in (2, 3):
            run = drive(project, tmp_path / "parts.runs", resume=run, stop_after=stop_after)[-1].run
        assert drive(project, tmp_path / "parts.runs", resume=run)[-1].reason == "finished"
        assert_same(everything_of(tmp_path / "parts.runs", run), everything_of(tmp_path / "whole.runs", whole[0].run))

    @pytest.mark.slow
    def test_killed_and_resumed_is_byte_identical(self, tmp_path, uneven):
        child = subprocess.Popen(
            [sys.executable, "-c", CHILD, str(Path(__file__).parent), str(tmp_path / "a.runs"), str(uneven)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert child.stdout is not None
        seen = 0
        for line in child.stdout:
            seen += line.strip() == "epoch_done"
            if seen == 4:
                break
        time.sleep(0.004)
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        child.stdout.close()
        project = coloured(uneven, epochs=20)
        run = RunStore(tmp_path / "a.runs").newest().id
        assert drive(project, tmp_path / "a.runs", resume=run)[-1].reason == "finished"
        whole = drive(project, tmp_path / "whole.runs")
        assert_same(everything_of(tmp_path / "a.runs", run), everything_of(tmp_path / "whole.runs", whole[0].run))

    def test_other_augmentation_or_balance_is_refused(self, tmp_path, uneven):
        run = drive(coloured(uneven), tmp_path / "a.runs", stop_after=2)[-1].run
        for change, said in (({"augment": "light"}, "the augmentation"), ({"balance": "none"}, "the class balance")):
            ended = drive(coloured(uneven, **change), tmp_path / "a.runs", resume=run)[-1]
            assert ended.reason == "error" and said in ended.message, ended.message

    def test_runs_without_them_say_nothing_of_them(self, uneven):
        plain = session_of(coloured(uneven, augment=(), balance="none"))
        assert set(plain.identity) == {"the network", "the data", "the loss", "the optimiser", "the seed"}
        assert plain.augmenter is None and plain.sampler is None and plain.training_objective == plain.objective


CHILD = """
import sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
sys.path.insert(0, str(Path(sys.argv[1]).parents[1]))
from test_train_augment import coloured
from training_helpers import ticking
from workbench.engine.train import run
from workbench.engine.train.control import Control
from workbench.engine.train.runspec import RunSpec
project = coloured(Path(sys.argv[3]), epochs=20)
spec = RunSpec(project=project, runs_dir=Path(sys.argv[2]), threads=1, device="cpu")
for event in run.run(spec, Control(), clock=ticking()):
    print(event.event, flush=True)
    time.sleep(0.002)
"""


class TestTrainingOnly:
    @pytest.fixture
    def augmented(self, monkeypatch) -> list[int]:
        """Sizes of the batches that were augmented."""
        sizes: list[int] = []
        plain = Pipeline.__call__

        def spy(self, pictures, generator):
            sizes.append(len(pictures))
            return plain(self, pictures, generator)

        monkeypatch.setattr(Pipeline, "__call__", spy)
        return sizes

    def test_never_in_validation_or_evaluation(self, tmp_path, uneven, augmented):
        project = coloured(uneven, balance="none", epochs=2)
        trained = train(project, tmp_path / "a.nnwb")
        samples = len(prepare(project.data).splits["train"])
        assert sum(augmented) == 2 * samples
        del augmented[:]
        report = evaluate_run(trained.store, trained.run, split="validation")
        evaluate_run(trained.store, trained.run)
        assert augmented == []
        # Validation while training saw the same plain pictures, without class weights.
        assert report.metrics["loss"] == pytest.approx(trained.best["val_loss"], rel=1e-4)

    def test_validation_loss_is_not_weighted(self, tmp_path, uneven):
        trained = train(coloured(uneven, balance="class_weights", epochs=2), tmp_path / "a.nnwb")
        report = evaluate_run(trained.store, trained.run, split="validation")
        assert report.metrics["loss"] == pytest.approx(trained.best["val_loss"], rel=1e-4)

    def test_batches_are_augmented_and_plain_inputs_are_not(self, uneven):
        session, plain = session_of(coloured(uneven)), session_of(coloured(uneven, augment=()))
        index = session.order(0)[:16]
        raw, targets = session.train.gather(index)
        assert raw[0].dtype == torch.uint8
        fed, same = plain.train.gather(index)
        assert torch.equal(targets[0], same[0])
        (made,), mix = session.augmenter(raw, 0, 0)
        assert mix is None
        assert made.shape == fed[0].shape and made.dtype == torch.float32 and not torch.allclose(made, fed[0], atol=0.1)
        assert session.validation.slice(0, 4)[0][0].dtype == torch.float32

    def test_streamed_and_resident_samples_train_alike(self, tmp_path, uneven, monkeypatch):
        whole = drive(coloured(uneven), tmp_path / "a.runs")
        from workbench.engine.data.feed import make_feed

        def streamed(*arguments, budget, **more):
            return make_feed(*arguments, budget=0, **more)

        monkeypatch.setattr("workbench.engine.train.setup.make_feed", streamed)
        other = drive(coloured(uneven), tmp_path / "b.runs")
        assert_same(everything_of(tmp_path / "a.runs", whole[0].run), everything_of(tmp_path / "b.runs", other[0].run))

    def test_the_run_records_both(self, tmp_path, uneven):
        project = coloured(uneven)
        events = drive(project, tmp_path / "a.runs")
        kept = RunStore(tmp_path / "a.runs").project(events[0].run)
        assert kept.data == project.data and kept.data.augment
        before = project.updated(data=project.data.updated(augment=(), balance="none"))
        words = changes_in_words(before, project.updated(data=project.data.updated(augment="flip,grey")))
        assert words == "balance None → Oversample · augmentation none → Flip horizontal (50%), Grey (10%)"

    def test_without_pictures_or_classes_a_warning_says_so(self):
        project = moons()
        project = project.updated(data=project.data.updated(augment="light"))
        found = check_project(project, prepare(project.data).facts)
        assert [p.code for p in found.problems] == ["data.augment_kind"] and not found.errors
        assert session_of(project).augmenter is None


class TestBalance:
    LABELS = np.repeat([0, 1, 3], [60, 25, 10])

    def counts(self, wanted: list[int], seed: int = 0) -> Counter:
        sampler = Sampler(self.LABELS, np.array(wanted))
        order = sampler.order(torch.Generator().manual_seed(seed))
        assert len(order) == sampler.count == sum(wanted)
        return Counter(order.tolist())

    def test_oversampling_repeats_all_alike(self):
        found = self.counts([60, 60, 0, 60])
        assert all(found[i] == 1 for i in range(60))
        assert sorted(found[i] for i in range(60, 85)) == [2] * 15 + [3] * 10
        assert all(found[i] == 6 for i in range(85, 95))

    def test_undersampling_takes_others_each_time(self):
        one, other = (self.counts([10, 10, 0, 10], seed) for seed in (0, 1))
        assert set(one.values()) == {1} and all(one[i] == 1 for i in range(85, 95))
        assert set(one) != set(other) and self.counts([10, 10, 0, 10]) == one

    def test_classes_are_mixed(self):
        order = Sampler(self.LABELS, np.array([60, 60, 0, 60])).order(torch.Generator().manual_seed(0))
        first = Counter(self.LABELS[order[:60]].tolist())
        assert all(8 <= first[k] <= 32 for k in (0, 1, 3))

    def test_every_epoch_and_seed_draws_anew(self, uneven):
        session, other = session_of(coloured(uneven)), session_of(coloured(uneven, seed=1))
        orders = [session.order(0), session.order(1), other.order(0)]
        assert all(not torch.equal(a, b) for a, b in ((orders[0], orders[1]), (orders[0], orders[2])))
        assert torch.equal(session.order(0), orders[0]) and len(orders[0]) == session.epoch_samples

    def test_steps_go_by_the_weighted_loss(self, tmp_path, uneven):
        losses = []
        for balance in ("none", "class_weights"):
            events = drive(coloured(uneven, augment=(), balance=balance), tmp_path / f"{balance}.runs", stop_after=1)
            losses.append(next(e for e in events if e.event == "metrics").values["loss"][0])
        # The same first batch before anything was learnt.
        assert abs(losses[0] - losses[1]) > 1e-3

    def test_an_epoch_counts_what_it_shows(self, tmp_path, uneven):
        events = drive(coloured(uneven), tmp_path / "a.runs")
        prepared = prepare(coloured(uneven).data)
        train = prepared.raw.targets["label"].values[prepared.splits["train"]]
        started = next(e for e in events if isinstance(e, RunStarted))
        assert started.train_samples == 3 * np.bincount(train).max()
        assert started.steps_per_epoch == -(-started.train_samples // 16)
        assert events[-1].step == 3 * started.steps_per_epoch

    def test_weights_come_from_the_training_split(self, uneven):
        prepared = prepare(coloured(uneven).data)
        weights = balance_training(
            coloured(uneven, balance="class_weights").data.balance, prepared, ["label"], CPU
        ).weights["label"]
        counts = np.bincount(prepared.raw.targets["label"].values[prepared.splits["train"]])
        assert weights.numpy() == pytest.approx(counts.sum() / (3 * counts), rel=1e-6)

    def test_weighted_losses_are_what_they_are_defined_as(self):
        draw = torch.Generator().manual_seed(0)
        logits, target = torch.randn((7, 3), generator=draw), torch.tensor([0, 1, 2, 2, 1, 0, 0])
        weights = torch.tensor([0.5, 2.0, 3.0])
        each = -torch.log_softmax(logits, 1)[torch.arange(7), target]
        torch.testing.assert_close(CrossEntropy().weighted(logits, target, weights), (weights[target] * each).mean())
        yes = torch.nn.functional.one_hot(target, 3).float()
        p = torch.sigmoid(logits)
        units = -(yes * p.log() + (1 - yes) * (1 - p).log())
        expected = (weights[target].unsqueeze(1) * units).mean()
        torch.testing.assert_close(BinaryCrossEntropy().weighted(logits, target, weights), expected)
        one, answer = logits[:, :1], target.clamp(max=1)
        single = -torch.where(answer.bool(), torch.sigmoid(one[:, 0]).log(), (1 - torch.sigmoid(one[:, 0])).log())
        found = BinaryCrossEntropy().weighted(one, answer, weights[:2])
        torch.testing.assert_close(found, (weights[answer] * single).mean())

    def test_every_classification_loss_can_be_weighted(self):
        from workbench.engine.train.recipe import Loss

        logits, target = torch.zeros((4, 3)), torch.tensor([0, 1, 2, 0])
        for kind, member in Loss.members.items():
            if "classification" in member.tasks and kind != "auto":
                plain, weighted = member()(logits, target), member().weighted(logits, target, torch.full((3,), 2.0))
                torch.testing.assert_close(weighted, 2 * plain)

    def test_the_training_loss_weighs_the_small_class_more(self, uneven):
        """With equal answers both losses are ln 3; a better answer for a rare sample gains by its class's weight."""
        session = session_of(coloured(uneven, augment=(), balance="class_weights"))
        _, targets = session.train.slice(0, session.train.count)
        outputs = (torch.zeros((session.train.count, 3)),)
        weighted = session.training_objective.loss(outputs, targets)
        assert float(weighted) == pytest.approx(np.log(3), rel=1e-5)
        rare = targets[0] == 2
        outputs[0][rare, 2] = 5.0
        gain = float(weighted - session.training_objective.loss(outputs, targets))
        plain = float(np.log(3) - session.objective.loss(outputs, targets))
        assert gain == pytest.approx(plain * float(session.training_objective.goals[0].weights[2]), rel=1e-3)
