"""DP-SGD: the account is right, each sample is bounded, noise is there, and a run that was killed ends the same."""

from __future__ import annotations

import json
import math

import pytest
import torch
from torch.func import functional_call
from training_helpers import drive, everything_of, line, moons

from workbench.engine.check import check_project
from workbench.engine.data.prepare import prepare
from workbench.engine.export.metadata import privacy_metadata
from workbench.engine.graph import edits
from workbench.engine.runs.store import RunStore
from workbench.engine.shapes import DataFacts, TargetFacts, batch
from workbench.engine.train.accounting import ORDERS, epsilon_of, noise_for
from workbench.engine.train.events import EpochDone, RunEnded, RunStarted, Warned
from workbench.engine.train.privacy import DPSGD, NoPrivacy
from workbench.engine.train.private import PrivateTraining, poisson_batches
from workbench.engine.train.setup import prepare_session
from workbench.engine.train.step import Step, forward

FACTS = DataFacts({"x": batch(2)}, {"y": TargetFacts("classification", classes=("0", "1"))})
PRIVATE = {"kind": "dp_sgd", "epsilon": 3.0, "repeatable": True}


def session_of(project):
    return prepare_session(project, prepare(project.data), torch.device("cpu"), run="r", threads=1)


def stepped(project):
    """A session, its privacy, and a first batch with what a step on it changed."""
    session = session_of(project)
    private = session.hooks[0]
    assert isinstance(private, PrivateTraining)
    order, sizes = session.batches_left()
    return session, private, session.train.gather(order[: sizes[0]])


class TestAccount:
    # opacus' exact account asks its other one for a first guess, with too few orders.
    @pytest.mark.filterwarnings("ignore:Optimal order is the largest alpha:UserWarning")
    @pytest.mark.parametrize(
        ("noise", "rate", "steps"), [(1.1, 256 / 60_000, 14_062), (4.0, 0.044, 450), (0.8, 0.01, 2_000)]
    )
    def test_epsilon_is_that_of_opacus(self, noise: float, rate: float, steps: int):
        from opacus.accountants import PRVAccountant, RDPAccountant

        ours = epsilon_of([(noise, rate, steps)], 1e-5)
        renyi, exact = RDPAccountant(), PRVAccountant()
        renyi.history = exact.history = [(noise, rate, steps)]
        assert ours == pytest.approx(renyi.get_epsilon(1e-5, alphas=list(ORDERS)))
        # The tight bound lies below ours, which is safe, but not by much.
        tight = exact.get_epsilon(1e-5, eps_error=0.01)
        assert 0.75 * ours < tight <= ours * 1.01

    def test_epsilon_of_mnist_is_not_above_the_published_one(self):
        """TensorFlow Privacy's tutorial: noise 1.1, batches of 256 of 60,000 samples, 60 epochs; 3.01 by an older, looser
        way from Renyi to epsilon (https://github.com/tensorflow/privacy/tree/master/tutorials)."""
        ours = epsilon_of([(1.1, 256 / 60_000, 60 * 60_000 // 256)], 1e-5)
        assert 2.5 < ours < 3.01

    def test_steps_of_several_kinds_add_up(self):
        both = epsilon_of([(1.0, 0.01, 100), (2.0, 0.05, 10)], 1e-5)
        assert both > max(epsilon_of([(1.0, 0.01, 100)], 1e-5), epsilon_of([(2.0, 0.05, 10)], 1e-5))
        assert both < epsilon_of([(1.0, 0.05, 110)], 1e-5)
        assert epsilon_of([], 1e-5) == 0.0

    @pytest.mark.parametrize("wanted", [0.5, 3.0, 20.0])
    def test_noise_is_the_least_that_keeps_within_epsilon(self, wanted: float):
        noise = noise_for(wanted, 1e-5, 0.05, 200)
        assert epsilon_of([(noise, 0.05, 200)], 1e-5) <= wanted
        assert epsilon_of([(noise * 0.995, 0.05, 200)], 1e-5) > wanted

    @pytest.mark.parametrize(("samples", "delta"), [(1437, 3e-4), (32_561, 1e-5), (60_000, 5e-6), (10, 0.07)])
    def test_delta_lies_below_one_over_samples(self, samples: int, delta: float):
        assert DPSGD().delta_for(samples) == delta < 1 / samples
        assert DPSGD(delta=1e-7).delta_for(samples) == 1e-7


class TestSteps:
    @pytest.mark.parametrize("part", [0, 3])
    @pytest.mark.parametrize("norm", [0.05, 1000.0])
    def test_each_sample_adds_no_more_than_the_norm(self, norm: float, part: int):
        """Against a loop over the samples, each alone, without noise; also where a step is split into micro-batches."""
        project = moons(privacy={**PRIVATE, "clipping_norm": norm, "noise_multiplier": 1e-9 if norm > 1 else 1e-6})
        session, private, (inputs, targets) = stepped(project)
        parameters = dict(session.module.named_parameters())
        total = {name: torch.zeros_like(p) for name, p in parameters.items()}
        lengths = []
        for i in range(len(targets[0])):
            session.module.zero_grad()
            alone = functional_call(session.module, parameters, tuple(x[i : i + 1] for x in inputs))
            session.objective.loss((alone,), tuple(t[i : i + 1] for t in targets)).backward()
            length = math.sqrt(sum(float(p.grad.square().sum()) for p in parameters.values()))
            lengths.append(length)
            for name, p in parameters.items():
                total[name] += p.grad * min(1.0, norm / length)
        assert norm > 1 or max(lengths) > norm  # else nothing would be shortened
        private._watched.take()
        for hook in session.hooks[1:]:
            session.hooks.remove(hook)
        step = Step(session.module, session.training_objective, session.optimizer, session.hooks)
        step.part = part
        step(1, inputs, targets)
        for name, p in parameters.items():
            torch.testing.assert_close(p.grad, total[name] / 8, rtol=1e-4, atol=1e-6)

    def test_noise_is_as_strong_as_it_says(self):
        project = moons(edits.make_layer("dense", units=500), privacy={**PRIVATE, "noise_multiplier": 2.0})
        session, private, (inputs, targets) = stepped(project)
        found = []
        for step in (1, 2):
            session.objective.loss(forward(session.module, inputs), targets).backward()
            private.on_gradients(step)
            found.append(torch.cat([p.grad.flatten() for p in session.module.parameters()]))
        # Twice the same batch: what differs is noise, of 2 norms of 1, over 8 samples.
        assert float((found[0] - found[1]).std()) == pytest.approx(2.0 / 8 * math.sqrt(2), rel=0.05)

    def test_a_batch_without_samples_is_noise_alone(self):
        project = moons(batch_size=1, privacy={**PRIVATE, "noise_multiplier": 1e-6})
        session, private, _ = stepped(project)
        assert private._empty, "batches of one on the average are often empty"
        number = min(private._empty)
        order, sizes = session.batches_left()
        assert len(sizes) == session.steps_per_epoch == 60
        assert min(sizes) == 1
        step = Step(session.module, session.training_objective, session.optimizer, session.hooks)
        parts = torch.split(order, sizes)
        step(number, *session.train.gather(parts[number - 1]))
        assert max(float(p.grad.abs().max()) for p in session.module.parameters()) < 1e-4
        other = next(i for i in range(1, 61) if i not in private._empty)
        step(other, *session.train.gather(parts[other - 1]))
        assert max(float(p.grad.abs().max()) for p in session.module.parameters()) > 1e-2

    def test_the_padding_of_an_embedding_stays_zero(self):
        module = torch.nn.Embedding(5, 3, padding_idx=0)
        session = session_of(moons(privacy=PRIVATE))
        session.module.extra = module
        session.optimizer.add_param_group({"params": list(module.parameters())})
        private = PrivateTraining(session, session.recipe.privacy)
        inputs, targets = session.train.gather(torch.arange(4))
        session.objective.loss(forward(session.module, inputs), targets).backward()
        private.on_gradients(1)
        assert module.weight.grad[0].abs().sum() == 0
        assert module.weight.grad[1:].abs().min() > 0


class TestDraws:
    def test_every_sample_is_drawn_by_itself_with_the_same_probability(self):
        generator = torch.Generator().manual_seed(3)
        order, sizes = poisson_batches(50, 0.2, 4000, generator)
        assert len(sizes) == 4000
        assert sum(sizes) == len(order)
        drawn = torch.zeros(4000, 50)
        drawn[torch.repeat_interleave(torch.arange(4000), torch.tensor(sizes)), order] += 1
        assert drawn.max() == 1, "a batch holds a sample once at most"
        # 5 standard errors.
        assert (drawn.mean(0) - 0.2).abs().max() < 5 * math.sqrt(0.16 / 4000)
        counts = torch.tensor(sizes, dtype=torch.float64)
        assert counts.mean() == pytest.approx(10, abs=0.25)
        assert counts.var() == pytest.approx(8, rel=0.15)  # binomial
        assert torch.corrcoef(drawn.T).fill_diagonal_(0).abs().max() < 0.09

    def test_everything_is_drawn_where_a_batch_holds_all(self):
        order, sizes = poisson_batches(5, 1.0, 2, torch.Generator())
        assert order.tolist() == [0, 1, 2, 3, 4] * 2
        assert sizes == [5, 5]


class TestRuns:
    def test_epsilon_grows_to_what_was_planned(self, tmp_path):
        events = drive(moons(epochs=5, privacy=PRIVATE), tmp_path)
        spent = [e.metrics["epsilon"] for e in events if isinstance(e, EpochDone)]
        assert spent == sorted(spent)
        assert len(set(spent)) == 5
        assert 2.9 < spent[-1] <= 3.0
        ended = events[-1]
        assert isinstance(ended, RunEnded)
        assert ended.reason == "finished"
        assert ended.metrics["epsilon"] == spent[-1], "that of all epochs, whichever was the best"

    def test_the_list_of_runs_and_exports_tell_the_whole_epsilon(self, tmp_path):
        """Whichever epoch was the best: here the first, as the rate then ruins it."""
        project = moons(epochs=4, learning_rate=50.0, optimizer="sgd", privacy={**PRIVATE, "clipping_norm": 10.0})
        ended = drive(project, tmp_path)[-1]
        store = RunStore(tmp_path)
        info = store.get(ended.run)
        assert info.best_epoch < 4
        assert info.metrics["epsilon"] == ended.metrics["epsilon"] > 2.9
        told = json.loads(privacy_metadata(store, ended.run, project.training.privacy)["workbench.privacy"])
        assert told["epsilon"] == info.metrics["epsilon"]
        assert told["delta"] == 0.01  # 60 ** -1.1
        assert "seed" in told["repeatable"]
        assert privacy_metadata(store, ended.run, NoPrivacy()) == {}

    def test_stopping_tells_what_was_given_away_until_then(self, tmp_path):
        events = drive(moons(epochs=5, privacy=PRIVATE), tmp_path, stop_after=11)
        spent = [e.metrics["epsilon"] for e in events if isinstance(e, EpochDone)]
        assert events[-1].reason == "stopped"
        assert spent[-1] < events[-1].metrics["epsilon"] < 3.0

    @pytest.mark.parametrize("batch_size", [8, 1])
    @pytest.mark.parametrize("blocks", [3, 8, 13])
    def test_a_run_that_was_interrupted_ends_the_same(self, tmp_path, batch_size: int, blocks: int):
        project = moons(
            edits.make_layer("dense", units=4),
            edits.make_layer("dropout", rate=0.3),
            epochs=2,
            batch_size=batch_size,
            privacy=PRIVATE,
        )
        whole, parts = tmp_path / "whole", tmp_path / "parts"
        run = drive(project, whole)[-1].run
        first = drive(project, parts, stop_after=blocks)[-1]
        last = drive(project, parts, resume=first.run)[-1]
        assert first.reason == "stopped"
        assert last.reason == "finished"
        expected, found = everything_of(whole, run), everything_of(parts, first.run)
        assert set(expected) == set(found)
        assert all(torch.equal(expected[name], found[name]) for name in expected)

    def test_two_runs_of_one_seed_have_noise_of_their_own(self, tmp_path):
        project = moons(epochs=1, privacy={"kind": "dp_sgd"})
        a, b = tmp_path / "a", tmp_path / "b"
        one, two = drive(project, a)[-1].run, drive(project, b)[-1].run
        weights = everything_of(a, one), everything_of(b, two)
        assert not all(torch.equal(weights[0][name], weights[1][name]) for name in weights[0])

    def test_going_on_beyond_the_plan_is_told(self, tmp_path):
        run = drive(moons(epochs=2, privacy=PRIVATE), tmp_path, stop_after=9)[-1].run
        events = drive(moons(epochs=8, privacy=PRIVATE), tmp_path, resume=run)
        warned = [e for e in events if isinstance(e, Warned)]
        assert [e.code for e in warned] == ["privacy.budget"]
        assert events[-1].metrics["epsilon"] > 4.0

    def test_regression_and_recurrent_layers_train_privately(self, tmp_path):
        events = drive(line(epochs=3, privacy={**PRIVATE, "epsilon": 50.0}), tmp_path)
        assert events[-1].reason == "finished"
        started = next(e for e in events if isinstance(e, RunStarted))
        assert started.steps_per_epoch * 3 == events[-1].step

    def test_a_delta_that_promises_nothing_is_refused(self, tmp_path):
        ended = drive(moons(privacy={**PRIVATE, "delta": 0.1}), tmp_path)[-1]
        assert ended.reason == "error"
        assert "It must be below 1 / samples" in ended.message


class TestRefusals:
    def test_batch_norm_is_swapped_in_one_click(self):
        project = moons(edits.make_layer("dense", units=32), edits.make_layer("batch_norm"), privacy=PRIVATE)
        checked = check_project(project, FACTS)
        (problem,) = checked.errors
        assert problem.code == "privacy.mixing_layer"
        assert problem.node == "n2"
        (fix,) = problem.fixes
        assert fix.label == "Make it GroupNorm with 4 groups"
        mended = project.with_graph(fix.edit(project.graph))
        assert mended.graph.by_id["n2"].layer.kind == "group_norm"
        assert not check_project(mended, FACTS).errors
        assert len(mended.graph.links) == len(project.graph.links)

    def test_nothing_is_said_where_privacy_is_off(self):
        project = moons(edits.make_layer("batch_norm"))
        assert not [p for p in check_project(project, FACTS).problems if p.code.startswith("privacy")]

    @pytest.mark.parametrize("balance", ["oversample", "undersample", "balanced_batches", "smote"])
    def test_draws_by_class_are_refused(self, balance: str):
        project = moons(privacy=PRIVATE)
        data = project.data.updated(balance=balance)
        assert "privacy.balance" in [p.code for p in check_project(project.updated(data=data), FACTS).errors]

    @pytest.mark.parametrize("balance", ["class_weights", "focal", "logit_adjusted"])
    def test_weights_in_the_loss_are_fine(self, balance: str):
        project = moons(privacy=PRIVATE)
        data = project.data.updated(balance=balance)
        assert not check_project(project.updated(data=data), FACTS).errors

    @pytest.mark.parametrize("operation", ["mixup", "cutmix", "cell_swap"])
    def test_mixed_samples_are_refused(self, operation: str):
        project = moons(privacy=PRIVATE)
        data = project.data.updated(augment=[{"kind": operation}])
        assert "privacy.mixing_augmentation" in [
            p.code for p in check_project(project.updated(data=data), FACTS).errors
        ]

    def test_several_looks_at_a_batch_are_refused(self):
        problems = check_project(moons(privacy=PRIVATE, optimizer="lbfgs"), FACTS).errors
        assert [p.code for p in problems] == ["privacy.optimizer"]

    @pytest.mark.parametrize("precision", ["bf16", "fp16"])
    def test_rounded_bounds_are_refused(self, precision: str):
        problems = check_project(moons(privacy=PRIVATE, precision=precision), FACTS).errors
        assert [p.code for p in problems] == ["privacy.precision"]

    def test_what_is_not_covered_is_said(self):
        problems = check_project(moons(privacy=PRIVATE), FACTS).problems
        assert [p.code for p in problems if p.severity == "notice"] == ["privacy.covered"]
