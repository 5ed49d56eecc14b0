"""Averaged weights: what they are, what is measured with them, and that a run with them resumes exactly."""

from __future__ import annotations

import pytest
import torch
from test_train_resume import assert_same, dropping, tensors_of
from torch import nn
from training_helpers import drive, everything_of, moons

from workbench.engine.data.prepare import prepare
from workbench.engine.runs.store import RunStore
from workbench.engine.train.averages import EpochAverage, MovingAverage, averaging_hooks
from workbench.engine.train.averaging import EMA, SWA
from workbench.engine.train.checkpoint import read_snapshot
from workbench.engine.train.events import EpochDone
from workbench.engine.train.hooks import evaluating
from workbench.engine.train.measuring import measure
from workbench.engine.train.setup import prepare_session
from workbench.engine.train.step import Step

CPU = torch.device("cpu")
EMA_RECIPE = {"kind": "ema", "decay": 0.9}
SWA_RECIPE = {"kind": "swa", "start": 0.4, "learning_rate": 0.02}


def session_of(project, tmp_path):
    return prepare_session(project, prepare(project.data, tmp_path, lambda *_: None), CPU, run="r", threads=1)


@pytest.mark.parametrize("warm_up", [True, False])
def test_ema_is_what_it_is_defined_as(warm_up):
    torch.manual_seed(0)
    net = nn.Sequential(nn.Linear(3, 2), nn.BatchNorm1d(2))
    hook = MovingAverage(net, EMA(decay=0.5, warm_up=warm_up))
    expected = {}
    for step in range(5):
        net(torch.randn(4, 3))
        with torch.no_grad():
            for parameter in net.parameters():
                parameter.add_(torch.randn_like(parameter))
        hook.after_step(step)
        # The first weights are the average themselves.
        decay = 0.0 if step == 0 else min(0.5, (1 + step) / (10 + step)) if warm_up else 0.5
        for name, tensor in net.state_dict().items():
            if tensor.is_floating_point():
                expected[name] = decay * expected.get(name, 0.0) + (1 - decay) * tensor.detach()
    live = {n: t.detach().clone() for n, t in net.state_dict().items()}
    with hook.evaluating():
        for name, tensor in net.state_dict().items():
            if tensor.is_floating_point():
                torch.testing.assert_close(tensor, expected[name])
                assert not torch.equal(tensor, live[name])
    assert all(torch.equal(t, live[n]) for n, t in net.state_dict().items())


def test_swa_is_the_mean_of_the_ends_of_epochs():
    net = nn.Linear(2, 2)
    hook = EpochAverage(net, SWA(start=0.5), 4, lambda _: iter(()))
    ends = []
    for number in range(1, 5):
        with torch.no_grad():
            net.weight.normal_()
        hook.epoch_trained(number)
        hook.epoch_trained(number)  # once more, as after a validation that was cut short
        ends.append(net.weight.detach().clone())
        if number == 2:
            with hook.evaluating():
                assert torch.equal(net.weight, ends[-1])
    with hook.evaluating():
        torch.testing.assert_close(net.weight.detach(), (ends[2] + ends[3]) / 2)


def test_swa_measures_the_statistics_of_batch_normalisation_anew(tmp_path):
    """Against torch's ``update_bn``, over the batches of the epoch; the trained statistics stay as they were."""
    session = session_of(dropping(averaging={"kind": "swa", "start": 0.0}), tmp_path)
    module, (hook,) = session.module, averaging_hooks(session)
    torch.manual_seed(5)
    for step in range(3):
        with torch.no_grad():
            for parameter in module.parameters():
                parameter.add_(0.3 * torch.randn_like(parameter))
        module.train()
        module(*session.train.slice(0, 8)[0])
        before = {n: t.clone() for n, t in module.state_dict().items()}
        random = torch.get_rng_state()
        hook.epoch_trained(step + 1)
        assert all(torch.equal(t, before[n]) for n, t in module.state_dict().items())
        assert torch.equal(torch.get_rng_state(), random) and module.training
    inputs = [session.train.gather(index)[0][0] for index in torch.split(session.order(2), 8)]
    with hook.evaluating():
        average = {n: t.clone() for n, t in module.state_dict().items()}
    module.load_state_dict(average)
    for part in module.modules():
        if isinstance(part, nn.Dropout):
            part.p = 0.0
    torch.optim.swa_utils.update_bn(inputs, module)
    for name, tensor in module.state_dict().items():
        if name.endswith(("running_mean", "running_var")):
            torch.testing.assert_close(tensor, average[name], rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("averaging", [EMA_RECIPE, SWA_RECIPE])
@pytest.mark.parametrize("stop_after", [3, 12, 27])
def test_a_run_with_an_average_resumes_exactly(tmp_path, averaging, stop_after):
    project = dropping(averaging=averaging, epochs=4)
    whole = drive(project, tmp_path / "a.runs")[-1]
    stopped = drive(project, tmp_path / "b.runs", stop_after=stop_after)[-1]
    ended = drive(project, tmp_path / "b.runs", resume=stopped.run)[-1]
    assert ended.metrics == whole.metrics
    one, other = RunStore(tmp_path / "a.runs"), RunStore(tmp_path / "b.runs")
    for which in ("last", "best"):
        assert_same(tensors_of(one, whole.run, which), tensors_of(other, stopped.run, which))


@pytest.mark.parametrize("averaging", [EMA_RECIPE, SWA_RECIPE])
def test_checkpoints_hold_the_average_that_was_validated(tmp_path, averaging):
    project = dropping(averaging=averaging, epochs=4, learning_rate=0.05)
    events = drive(project, tmp_path / "a.runs")
    done = [e for e in events if isinstance(e, EpochDone)]
    session = session_of(project, tmp_path)
    store = RunStore(tmp_path / "a.runs")
    for which, epoch in (("last", done[-1]), ("best", next(e for e in reversed(done) if e.best))):
        session.module.load_state_dict(read_snapshot(store.weights_path(events[0].run, which)).weights)
        measured = measure(session.module, session.objective, session.validation, 64)
        assert measured.values["loss"] == pytest.approx(epoch.metrics["val_loss"], rel=1e-6)
    tensors = everything_of(tmp_path / "a.runs", events[0].run)
    trained = tensors["train/hooks/averaging/dense_1.weight"]
    assert not torch.equal(trained, tensors["dense_1.weight"])


def test_averages_change_nothing_of_what_is_trained(tmp_path):
    plain = drive(moons(), tmp_path / "a.runs")[-1]
    averaged = drive(moons(averaging=EMA_RECIPE), tmp_path / "b.runs")[-1]
    weights = everything_of(tmp_path / "a.runs", plain.run)
    other = everything_of(tmp_path / "b.runs", averaged.run)
    for name in ("dense_1.weight", "dense_2.bias"):
        assert torch.equal(weights[name], other[f"train/hooks/averaging/{name}"])


def test_swa_trains_on_at_its_own_learning_rate(tmp_path):
    project = moons(averaging={"kind": "swa", "start": 0.5, "learning_rate": 0.5}, epochs=4, optimizer="sgd")
    session = session_of(project, tmp_path)
    rate, average, *_ = session.hooks
    rate.before_step(1)
    assert session.optimizer.param_groups[0]["lr"] == 0.01
    session.progress.epoch = 2
    rate.before_step(33)
    assert session.optimizer.param_groups[0]["lr"] == 0.5
    assert isinstance(average, EpochAverage)


def test_what_is_averaged_keeps_to_the_limits(tmp_path):
    project = moons(averaging="ema", regularization={"max_norm": 0.1})
    session = session_of(project, tmp_path)
    step = Step(session.module, session.training_objective, session.optimizer, session.hooks)
    step(1, *session.train.slice(0, 8))
    with evaluating(session.hooks):
        lengths = session.module.dense_1.weight.norm(dim=1)
        assert (lengths <= 0.1 + 1e-6).all() and (lengths > 0.099).any()


def test_swa_begins_with_the_last_epoch_at_the_latest():
    assert SWA(start=0.99).first_epoch(3) == 2
    assert SWA(start=0.75).first_epoch(20) == 15
    assert SWA(start=0.0).first_epoch(1) == 0


def test_an_average_follows_weights_whose_memory_changed_its_layout():
    """As channels_last does it, after the hooks were made."""
    net = nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4))
    hook = MovingAverage(net, EMA(decay=0.5, warm_up=False))
    net.to(memory_format=torch.channels_last)
    with torch.no_grad():
        net[0].weight.fill_(2.0)
        hook.after_step(1)
        net[0].weight.fill_(4.0)
        hook.after_step(2)
    with hook.evaluating():
        assert (net[0].weight == 3.0).all()
    assert (net[0].weight == 4.0).all()
