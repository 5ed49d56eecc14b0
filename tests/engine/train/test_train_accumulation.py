"""A step in several micro-batches is the step of the whole batch, in less memory."""

from __future__ import annotations

import copy

import pytest
import torch
from test_train_choices import problems
from test_train_resume import assert_same, dropping
from torch import nn
from training_helpers import drive, everything_of, moons

from workbench.engine.data.augment.mixing import Mix
from workbench.engine.graph import edits
from workbench.engine.train.events import EpochDone, Metrics
from workbench.engine.train.losses import CrossEntropy
from workbench.engine.train.objectives import Goal, Objective
from workbench.engine.train.progress import Progress
from workbench.engine.train.step import Step


def goal(**more):
    return Goal("n", "y", "classification", CrossEntropy(), 3, "accuracy", **more)


def stepped(part, *, mix=None, samples=False, weights=False, count=11, join_single=False):
    """Loss, outputs, gradients and sizes of the micro-batches of one step of SGD."""
    torch.manual_seed(1)
    module = nn.Sequential(nn.Linear(4, 8), nn.Tanh(), nn.Linear(8, 3))
    inputs, target = torch.randn(count, 4), torch.randint(3, (count,))
    targets = (target, torch.rand(count)) if samples else (target,)
    objective = Objective((goal(weights=torch.tensor([0.5, 2.0, 1.0]) if weights else None),), samples)
    step = Step(module, objective, torch.optim.SGD(module.parameters(), lr=0.1))
    step.part, step.join_single = part, join_single
    seen = []
    module.register_forward_pre_hook(lambda _, arguments: seen.append(len(arguments[0])))
    loss, outputs = step(1, (inputs,), targets, mix)
    return loss, outputs[0], [p.grad.clone() for p in module.parameters()], seen


def mixing(count=11):
    generator = torch.Generator().manual_seed(2)
    return Mix(torch.randperm(count, generator=generator), torch.rand(count, generator=generator))


@pytest.mark.parametrize("mix", [None, mixing()])
@pytest.mark.parametrize("samples", [False, True])
@pytest.mark.parametrize("weights", [False, True])
@pytest.mark.parametrize("part", [1, 4, 10])
def test_gradient_and_loss_are_those_of_the_whole_batch(part, mix, samples, weights):
    loss, outputs, gradients, seen = stepped(0, mix=mix, samples=samples, weights=weights)
    assert seen == [11]
    own = stepped(part, mix=mix, samples=samples, weights=weights)
    torch.testing.assert_close(own[0], loss)
    torch.testing.assert_close(own[1], outputs)
    for one, other in zip(own[2], gradients, strict=True):
        torch.testing.assert_close(one, other)
    assert own[3] == {1: [1] * 11, 4: [4, 4, 3], 10: [10, 1]}[part]


def test_a_single_sample_joins_where_it_must():
    assert stepped(5, join_single=True)[3] == [5, 6]
    assert stepped(11)[3] == stepped(99)[3] == [11]


def test_the_activations_of_one_part_alone_are_held():
    """Bytes that the backward pass keeps at a time."""

    def held(part):
        torch.manual_seed(0)
        module = nn.Sequential(nn.Linear(4, 256), nn.Tanh(), nn.Linear(256, 256), nn.Tanh(), nn.Linear(256, 3))
        step = Step(module, Objective((goal(),)), torch.optim.SGD(module.parameters(), lr=0.1))
        step.part = part
        now = most = 0

        class Kept:
            def __init__(self, tensor):
                nonlocal now, most
                self.tensor = tensor
                # Weights are there anyway.
                self.bytes = 0 if tensor.shape[:1] != (part or 512,) else tensor.numel() * tensor.element_size()
                now += self.bytes
                most = max(most, now)

            def __del__(self):
                nonlocal now
                now -= self.bytes

        with torch.autograd.graph.saved_tensors_hooks(Kept, lambda kept: kept.tensor):
            step(1, (torch.randn(512, 4),), (torch.randint(3, (512,)),))
        return most

    assert held(64) < held(0) / 6


@pytest.mark.parametrize("accumulation", [2, 3, 8])
def test_a_run_in_micro_batches_learns_the_same(tmp_path, accumulation):
    """60 samples in batches of 8: the last has 4."""
    whole = drive(moons(learning_rate=0.05), tmp_path / "a.runs")
    split = drive(moons(learning_rate=0.05, accumulation=accumulation), tmp_path / "b.runs")
    losses, others = (
        [v for e in events if isinstance(e, Metrics) for v in e.values["loss"]] for events in (whole, split)
    )
    assert len(losses) == len(others) == 24
    assert others == pytest.approx(losses, rel=1e-4)
    done, parted = ([e for e in events if isinstance(e, EpochDone)][-1] for events in (whole, split))
    assert parted.metrics["val_loss"] == pytest.approx(done.metrics["val_loss"], rel=1e-4)
    assert (done.step, done.micro_batches) == (24, 24)
    # Micro-batches of 4, 3 and 1 samples.
    assert (parted.step, parted.micro_batches) == (24, {2: 45, 3: 69, 8: 180}[accumulation])
    assert split[-1].micro_batches == parted.micro_batches


@pytest.mark.parametrize("stop_after", [3, 12])
def test_a_run_in_micro_batches_resumes_exactly(tmp_path, stop_after):
    project = dropping(accumulation=3, averaging="ema", regularization={"clip_norm": 0.5})
    whole = drive(project, tmp_path / "a.runs")[-1]
    stopped = drive(project, tmp_path / "b.runs", stop_after=stop_after)[-1]
    ended = drive(project, tmp_path / "b.runs", resume=stopped.run)[-1]
    assert ended.micro_batches == whole.micro_batches > whole.step
    assert_same(everything_of(tmp_path / "a.runs", whole.run), everything_of(tmp_path / "b.runs", stopped.run))


def test_runs_from_before_there_was_a_count_go_on():
    old = Progress(epoch=1, step=7).dump()
    del old["micro_batches"]
    assert Progress.load(copy.deepcopy(old)).micro_batches == 7


def test_it_says_what_does_not_go_together(tmp_path):
    found = {p.code: p for p in problems(moons(accumulation=9), tmp_path)}
    assert found["training.accumulation"].severity == "warning"
    norm = (edits.make_layer("dense", units=8), edits.make_layer("batch_norm"))
    found = {p.code: p for p in problems(moons(*norm, accumulation=2), tmp_path)}
    assert (
        found["training.accumulation_norm"].severity == "notice"
        and "4 samples" in found["training.accumulation_norm"].what
    )
    found = {p.code: p for p in problems(moons(*norm, accumulation=8), tmp_path)}
    assert "a micro-batch holds 1 sample" in found["training.batch_of_one"].what
    assert "4 or less" in found["training.batch_of_one"].fix
    assert not {p.code for p in problems(moons(*norm), tmp_path)} & {
        "training.accumulation",
        "training.accumulation_norm",
    }
