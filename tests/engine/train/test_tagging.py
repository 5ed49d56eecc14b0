"""A tag for each token: means over tokens, exactly, however a batch is divided; and what does not go with it is told."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from tagged_data import written
from torch import nn
from torch.nn.functional import cross_entropy
from training_helpers import drive, everything_of

from workbench.engine.check import check_project
from workbench.engine.data.prepare import prepare
from workbench.engine.data.sources.tagged import TaggedSource
from workbench.engine.document import Project
from workbench.engine.graph import edits
from workbench.engine.project.baseline import project_from_data, propose
from workbench.engine.project.settings import apply_settings
from workbench.engine.train.block import Block
from workbench.engine.train.events import EpochDone, Metrics
from workbench.engine.train.losses import CrossEntropy, Focal
from workbench.engine.train.metrics import TagAnswers, Undefined, measured
from workbench.engine.train.metrics.spans import has_spans, span_counts, spans_of
from workbench.engine.train.metrics.tagged import span_f1, span_precision, span_recall
from workbench.engine.train.objectives import Goal, Objective
from workbench.engine.train.setup import prepare_session
from workbench.engine.train.step import Step


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Project:
    """An absolute path, so that it trains from anywhere."""
    folder = tmp_path_factory.mktemp("tagged")
    found, _ = project_from_data(written(folder), Path())
    return apply_settings(found, ("training.epochs=2", "training.batch_size=32"))


def batch(count=6, steps=7, tags=4):
    torch.manual_seed(0)
    lengths = torch.tensor([1, 7, 3, 5, 2, 7])[:count]
    target = torch.randint(tags, (count, steps))
    target[torch.arange(steps) >= lengths.unsqueeze(1)] = -100
    return torch.randn(count, steps, 5), target


def goal(loss, **more):
    return Goal("n", "tags", "tagging", loss, 4, "accuracy", classes=("O", "B-X", "I-X", "B-Y"), **more)


class TestLoss:
    @pytest.mark.parametrize("smoothing", [0.0, 0.2])
    def test_is_torchs_over_real_tokens(self, smoothing):
        logits, target = torch.randn(6, 7, 4), batch()[1]
        ours = goal(CrossEntropy(label_smoothing=smoothing)).judge(logits, target)
        theirs = cross_entropy(
            logits.transpose(1, 2), target, ignore_index=-100, label_smoothing=smoothing, reduction="mean"
        )
        torch.testing.assert_close(ours, theirs)

    def test_weights_of_tags(self):
        logits, target = torch.randn(6, 7, 4), batch()[1]
        weights = torch.tensor([0.5, 2.0, 1.0, 3.0])
        ours = goal(CrossEntropy(), weights=weights).judge(logits, target)
        each = cross_entropy(logits.transpose(1, 2), target, weight=weights, ignore_index=-100, reduction="sum")
        torch.testing.assert_close(ours, each / (target >= 0).sum())

    def test_focal_without_gamma_is_cross_entropy(self):
        logits, target = torch.randn(6, 7, 4), batch()[1]
        torch.testing.assert_close(
            goal(Focal(gamma=0.0)).judge(logits, target), goal(CrossEntropy()).judge(logits, target)
        )

    def test_what_stands_at_padding_does_not_matter(self):
        logits, target = torch.randn(6, 7, 4, requires_grad=True), batch()[1]
        with torch.no_grad():
            logits[target < 0] = torch.inf
        loss = goal(CrossEntropy()).judge(logits, target)
        assert torch.isfinite(loss)


@pytest.mark.parametrize("part", [1, 2, 4])
def test_micro_batches_give_the_gradient_of_the_whole_batch(part):
    results = []
    for size in (0, part):
        torch.manual_seed(1)
        module = nn.Sequential(nn.Linear(5, 8), nn.Tanh(), nn.Linear(8, 4))
        inputs, target = batch()
        step = Step(module, Objective((goal(CrossEntropy()),)), torch.optim.SGD(module.parameters(), lr=0.1))
        step.part = size
        loss, outputs = step(1, (inputs,), (target,))
        results.append((loss, outputs[0], [p.grad.clone() for p in module.parameters()]))
    (loss, outputs, gradients), own = results
    torch.testing.assert_close(own[0], loss)
    torch.testing.assert_close(own[1], outputs)
    for one, other in zip(own[2], gradients, strict=True):
        torch.testing.assert_close(one, other)


def test_accuracy_of_steps_and_epochs_is_over_tokens(project, tmp_path):
    objective = Objective((goal(CrossEntropy()),))
    block, (_, target) = Block(objective), batch()
    logits = torch.randn(6, 7, 4)
    for part in (slice(0, 4), slice(4, 6)):
        block.add(torch.tensor(1.0), (logits[part],), (target[part],))
    values = block.take()
    right, real = logits.argmax(-1) == target, target >= 0
    wanted = [float(right[p].sum() / real[p].sum()) for p in (slice(0, 4), slice(4, 6))]
    np.testing.assert_allclose(values["accuracy"], wanted, rtol=1e-6)
    assert block.tokens == [float(real[:4].sum()), float(real[4:].sum())]

    events = drive(project, tmp_path / "a.runs")
    steps = [e for e in events if isinstance(e, Metrics)]
    done = next(e for e in events if isinstance(e, EpochDone))
    session = prepare_session(project, prepare(project.data), torch.device("cpu"), run="r", threads=1)
    order, tokens = session.order(0), session.tokens
    weights = [int(tokens[rows].sum()) for rows in torch.split(order, 32)]
    losses = [v for e in steps for v in e.values["loss"]][: len(weights)]
    np.testing.assert_allclose(done.metrics["loss"], np.average(losses, weights=weights), rtol=1e-6)


def test_stopped_and_resumed_is_byte_identical(project, tmp_path):
    whole = drive(project, tmp_path / "whole.runs")[-1]
    run = drive(project, tmp_path / "a.runs", stop_after=3)[0].run
    resumed = drive(project, tmp_path / "a.runs", resume=run)[-1]
    assert resumed.metrics == whole.metrics
    one, other = everything_of(tmp_path / "a.runs", run), everything_of(tmp_path / "whole.runs", whole.run)
    assert [n for n in one if not torch.equal(one[n], other[n])] == []


def test_validation_is_measured_over_tokens_whatever_the_batch(project, tmp_path):
    from workbench.engine.train.measuring import measure

    session = prepare_session(project, prepare(project.data), torch.device("cpu"), run="r", threads=1)
    names = ("span_f1", "f1", "sequence_accuracy")
    one, other = (
        measure(session.module, session.objective, session.validation, size, metrics=names) for size in (5, 1000)
    )
    for name, value in one.values.items():
        np.testing.assert_allclose(value, other.values[name], rtol=1e-5)
    assert set(names) <= set(one.values)


class TestChecked:
    def problems(self, project, *settings, graph=None):
        made = apply_settings(project, settings)
        made = made.with_graph(graph) if graph is not None else made
        return check_project(made, prepare(made.data).facts).problems

    def test_a_proposed_project_has_none(self, project):
        assert not self.problems(project)

    def test_one_answer_for_a_sequence_is_told_with_a_cure(self, project):
        memory = next(n for n in project.graph.nodes if n.layer.kind == "lstm")
        graph = edits.set_field(project.graph, memory.id, "return_sequences", False)
        problem = next(p for p in self.problems(project, graph=graph) if p.code == "output.tags")
        assert "gets N × 5" in problem.what and problem.severity == "error"
        fixed = problem.fixes[0].edit(graph)
        assert problem.fixes[0].label.endswith("return sequences")
        assert not self.problems(project, graph=fixed)

    def test_too_few_units(self, project):
        dense = next(n for n in project.graph.nodes if n.layer.kind == "dense")
        graph = edits.set_field(project.graph, dense.id, "units", 3)
        problem = next(p for p in self.problems(project, graph=graph) if p.code == "output.tags")
        assert [f.label for f in problem.fixes][:1] == [f"Set units of {dense.name} to 5, the number of tags"]

    @pytest.mark.parametrize(
        ("setting", "code"),
        [
            ("training.loss=hinge", "training.loss_task"),
            ("training.loss=mse", "training.loss_task"),
            ("data.augment=token_drop", "data.augment_tags"),
            ("data.augment=token_mask", ""),
            ("data.balance=oversample", "data.balance_of_tags"),
            ("data.balance=class_weights", ""),
            ("data.balance=focal", ""),
            ("training.privacy=dp_sgd", "privacy.tagging"),
        ],
    )
    def test_what_does_not_go_with_tags(self, project, setting, code):
        found = [p.code for p in self.problems(project, setting) if p.severity != "notice"]
        assert found == ([code] if code else [])

    @pytest.mark.parametrize("balance", ["class_weights", "focal", "logit_adjusted"])
    def test_balanced_tags_train(self, project, tmp_path, balance):
        made = apply_settings(project, (f"data.balance={balance}", "training.epochs=1"))
        assert drive(made, tmp_path / "a.runs")[-1].reason == "finished"


CASES = [
    # tags, spans as (kind, first, last)
    ("B-P I-P O B-L", [("P", 0, 1), ("L", 3, 3)]),
    ("B-P B-P I-P", [("P", 0, 0), ("P", 1, 2)]),
    ("I-P I-P O I-L", [("P", 0, 1), ("L", 3, 3)]),
    ("B-P I-L I-L", [("P", 0, 0), ("L", 1, 2)]),
    ("B-P I-P E-P S-L O", [("P", 0, 2), ("L", 3, 3)]),
    ("O O O", []),
    ("E-P E-P", [("P", 0, 0), ("P", 1, 1)]),
    ("I-P E-P I-P", [("P", 0, 1), ("P", 2, 2)]),
]


class TestSpans:
    @pytest.mark.parametrize(("tags", "wanted"), CASES)
    def test_found_as_conlleval_finds_them(self, tags, wanted):
        classes = ("O", *(f"{p}-{k}" for k in "PL" for p in "BIES"))
        values = np.array([[classes.index(t) for t in tags.split()] + [-1, -1]])
        found = spans_of(values, classes)
        kinds = ["PL"[k] for k in found.kind]
        assert list(zip(kinds, found.first.tolist(), found.last.tolist(), strict=True)) == wanted

    def test_words_of_chinese(self):
        classes = ("B", "M", "E", "S")
        found = spans_of(np.array([[0, 2, 3, 0, 1, 2, -1]]), classes)
        assert list(zip(found.first.tolist(), found.last.tolist(), strict=True)) == [(0, 1), (2, 2), (3, 5)]

    def test_scores(self):
        classes = ("O", "B-P", "I-P", "B-L", "I-L")
        # True: P(0-1), L(3). Said: P(0-1) right, L(3-4) too long, P(5) made up.
        true = np.array([[1, 2, 0, 3, 0, 0], [0, 1, -100, -100, -100, -100]])
        said = np.array([[1, 2, 0, 3, 4, 1], [0, 1, 1, 1, 2, 0]])
        answers = TagAnswers(true, said, classes)
        assert span_precision(answers) == pytest.approx(2 / 4)
        assert span_recall(answers) == pytest.approx(2 / 3)
        assert span_f1(answers) == pytest.approx(4 / 7)
        counts = span_counts(true, said, classes)
        assert (counts.hits.tolist(), counts.given.tolist(), counts.true.tolist()) == ([2, 0], [3, 1], [2, 1])

    def test_other_tags_have_none(self):
        assert not has_spans(("NOUN", "VERB")) and not has_spans(("O",)) and not has_spans(("B", "S"))
        assert has_spans(("B", "M", "E", "S")) and has_spans(("O", "I-X")) and has_spans(("O", "U-X", "B-X", "L-X"))
        answers = TagAnswers(np.array([[0, 1]]), np.array([[0, 1]]), ("NOUN", "VERB"))
        with pytest.raises(Undefined):
            span_f1(answers)
        assert "span_f1" in measured("tagging", answers, ("span_f1",)).undefined


def test_statistics_come_from_the_training_part_alone(tmp_path):
    """Another test part changes nothing of what is trained."""
    path, test = written(tmp_path), tmp_path / "test.conll"
    ended, made = [], None
    for number, text in enumerate(("Zz N B-LOC\n\n" * 30, "q N O\n\n")):
        test.write_text(text)
        if made is None:
            source = TaggedSource(path=str(path), test=str(test))
            made = apply_settings(propose(source, Path()).project, ("training.epochs=1",))
        end = drive(made, tmp_path / f"{number}.runs")[-1]
        assert end.reason == "finished", end
        ended.append(everything_of(tmp_path / f"{number}.runs", end.run))
    assert [n for n in ended[0] if not torch.equal(ended[0][n], ended[1][n])] == []
