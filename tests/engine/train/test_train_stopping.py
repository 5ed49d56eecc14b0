"""Early stopping: when, why, and which epoch is the best."""

from __future__ import annotations

import pytest
import torch
from test_train_resume import assert_same, dropping, tensors_of
from training_helpers import drive, everything_of, moons

from workbench.engine.runs.store import RunStore
from workbench.engine.train.checkpoint import read_snapshot
from workbench.engine.train.early_stopping import EarlyStopping, stopping_hooks
from workbench.engine.train.events import EpochDone, RunEnded
from workbench.engine.train.hooks import Epoch
from workbench.engine.train.loop import Loop
from workbench.engine.train.metrics import METRICS
from workbench.engine.train.recipe import TrainingRecipe
from workbench.engine.train.stopping import Stopping, higher_is_better


def judged(losses, *, epochs=100, **recipe):
    """The epoch after which a run with these validation losses ends, None for all done."""
    hook = EarlyStopping(Stopping(**recipe), epochs)
    for number, loss in enumerate(losses, 1):
        epoch = Epoch(number, number, {"loss": 1.0, "val_loss": loss, "val_accuracy": -loss}, loss)
        hook.after_epoch(epoch)
        if epoch.stop is not None:
            assert epoch.stop == "early_stopped"
            return number, epoch.why
    return None


@pytest.mark.parametrize(
    ("recipe", "losses", "ends"),
    [
        ({"patience": 2}, [3, 2, 1, 1, 1, 0], 5),
        ({"patience": 2}, [3, 2, 2, 1, 2, 0.5, 1, 1, 0], 8),
        ({"patience": 1}, [1, 2], 2),
        ({"patience": 2, "min_delta": 0.5}, [3, 2.8, 2.6, 2.4], 3),
        ({"patience": 2, "min_delta": 0.5}, [3, 2.8, 2.4, 2.2, 2.0, 1.0], 5),
        ({"patience": 2, "monitor": "val_accuracy"}, [3, 2, 2.5, 2.1], 4),
        ({"patience": 2}, [float("nan"), float("nan")], 2),
        ({"patience": 0}, [1, 2, 3, 4], None),
        # The last epoch is the last anyway.
        ({"patience": 1, "epochs": 3}, [1, 1, 2], 2),
        ({"patience": 2, "epochs": 3}, [1, 2, 3], None),
    ],
)
def test_when_it_ends(recipe, losses, ends):
    found = judged(losses, **recipe)
    assert (found[0] if found else None) == ends


def test_it_says_why():
    assert judged([1, 1], patience=1)[1] == "val_loss has not got better for 1 epoch."
    assert judged([1, 1, 1], patience=2)[1] == "val_loss has not got better for 2 epochs."


@pytest.mark.parametrize(
    ("name", "higher"),
    [
        ("val_loss", False),
        ("val_accuracy", True),
        ("loss", False),
        ("val_price_mae", False),
        ("val_f1", True),
        ("val_rmse", False),
        ("val_auroc", True),
    ],
)
def test_which_way_is_better(name, higher):
    assert higher_is_better(name) is higher


def test_the_best_epoch_follows_what_is_monitored(tmp_path):
    project = dropping(stopping={"monitor": "val_accuracy"}, epochs=6, learning_rate=0.05)
    events = drive(project, tmp_path / "a.runs")
    done = [e for e in events if isinstance(e, EpochDone)]
    accuracies = [e.metrics["val_accuracy"] for e in done]
    losses = [e.metrics["val_loss"] for e in done]
    assert events[-1].best_epoch == accuracies.index(max(accuracies)) + 1
    assert events[-1].best_epoch != losses.index(min(losses)) + 1
    assert events[-1].metrics == done[events[-1].best_epoch - 1].metrics


def test_without_validation_the_training_loss_is_watched(tmp_path):
    project = moons(validation=0.0, stopping={"patience": 1, "min_delta": 100.0}, epochs=9)
    ended = drive(project, tmp_path / "a.runs")[-1]
    assert (ended.reason, ended.epoch) == ("early_stopped", 2)
    assert ended.message == "loss has not got better for 1 epoch."


STOPPED = {"stopping": {"patience": 2}, "epochs": 30, "learning_rate": 0.03}


@pytest.fixture(scope="module")
def stopped(tmp_path_factory):
    """A run that ended early, its events and its folder."""
    folder = tmp_path_factory.mktemp("early") / "a.runs"
    return folder, drive(dropping(**STOPPED), folder)


def test_a_run_that_ends_early(stopped):
    folder, events = stopped
    ended = events[-1]
    assert isinstance(ended, RunEnded) and ended.reason == "early_stopped"
    assert 3 <= ended.epoch < 30 and ended.message.startswith("val_loss has not got better for 2 epochs")
    assert sum(isinstance(e, RunEnded) for e in events) == 1
    info = RunStore(folder).get(ended.run)
    assert info.state == "early_stopped"


def test_the_last_weights_are_the_best_ones(stopped):
    folder, events = stopped
    store = RunStore(folder)
    last = read_snapshot(store.weights_path(events[-1].run, "last"))
    best = read_snapshot(store.weights_path(events[-1].run, "best"))
    assert events[-1].best_epoch < events[-1].epoch
    assert_same(last.weights, best.weights)
    kept = drive(dropping(**{**STOPPED, "stopping": {**STOPPED["stopping"], "restore_best": False}}), folder)[-1]
    own = read_snapshot(store.weights_path(kept.run, "last"))
    for name, tensor in own.weights.items():
        assert torch.equal(tensor, last.extra[f"weights/{name}"])
    assert not torch.equal(own.weights["dense_1.weight"], best.weights["dense_1.weight"])


@pytest.mark.parametrize("averaging", ["none", "ema"])
@pytest.mark.parametrize("stop_after", [4, 19])
def test_stopping_early_is_exact_under_resume(tmp_path, averaging, stop_after):
    project = dropping(**STOPPED, averaging=averaging)
    whole = drive(project, tmp_path / "a.runs")[-1]
    halted = drive(project, tmp_path / "b.runs", stop_after=stop_after)[-1]
    ended = drive(project, tmp_path / "b.runs", resume=halted.run)[-1]
    assert (ended.reason, ended.epoch, ended.message) == (whole.reason, whole.epoch, whole.message)
    assert whole.reason == "early_stopped"
    one, other = RunStore(tmp_path / "a.runs"), RunStore(tmp_path / "b.runs")
    for which in ("last", "best"):
        assert_same(tensors_of(one, whole.run, which), tensors_of(other, halted.run, which))


@pytest.mark.parametrize("averaging", ["none", "ema"])
def test_it_goes_on_where_it_stopped_when_asked(tmp_path, averaging):
    """The last file shows the best weights, and going on begins with the trained ones all the same."""
    folder = tmp_path / "a.runs"
    first = drive(dropping(**STOPPED, averaging=averaging), folder)[-1]
    ended = drive(dropping(**STOPPED, averaging=averaging), folder, resume=first.run)[-1]
    assert ended.epoch >= first.epoch + 2, "it waits anew"
    free = drive(
        dropping(**{**STOPPED, "epochs": ended.epoch, "stopping": {}}, averaging=averaging), tmp_path / "b.runs"
    )
    one, other = everything_of(folder, ended.run), everything_of(tmp_path / "b.runs", free[-1].run)
    for name in ("dense_1.weight", "dense_2.weight"):
        assert torch.equal(trained(one, name), trained(other, name))


def trained(tensors, name):
    """The weights that training goes on with: the average's, or the best ones', stand in their place else."""
    places = (f"train/hooks/averaging/{name}", f"train/weights/{name}", name)
    return next(tensors[place] for place in places if place in tensors)


def test_killed_between_the_last_checkpoint_and_the_ending(tmp_path, monkeypatch):
    """The checkpoint knows that it is over: nothing is trained any more."""
    folder = tmp_path / "a.runs"
    original = Loop.events

    def killed(self):
        reason = yield from original(self)
        if reason == "early_stopped":
            raise GeneratorExit
        return reason

    monkeypatch.setattr(Loop, "events", killed)
    with pytest.raises(GeneratorExit):
        drive(dropping(**STOPPED), folder)
    monkeypatch.undo()
    info = RunStore(folder).newest()
    assert info.state == "killed"
    before = everything_of(folder, info.id)
    ended = drive(dropping(**STOPPED), folder, resume=info.id)[-1]
    assert ended.reason == "early_stopped" and "2 epochs" in ended.message
    assert_same(everything_of(folder, info.id), before)


def test_patience_may_change_and_what_is_monitored_may_not(tmp_path):
    folder = tmp_path / "a.runs"
    halted = drive(dropping(**STOPPED), folder, stop_after=5)[-1]
    other = drive(dropping(**{**STOPPED, "stopping": {"monitor": "val_accuracy"}}), folder, resume=halted.run)[-1]
    assert other.reason == "error" and "what is monitored of the project changed" in other.message
    more = drive(dropping(**{**STOPPED, "epochs": 4, "stopping": {"patience": 9}}), folder, resume=halted.run)[-1]
    assert more.reason == "finished"


def test_it_goes_along_where_it_is_off_and_stops_nothing():
    """It may be asked for while the run goes on, and has counted by then."""
    (hook,) = stopping_hooks(Stopping(), 9)
    for number in range(1, 6):
        epoch = Epoch(number, number, {"val_loss": 1.0}, judged=1.0)
        hook.after_epoch(epoch)
        assert epoch.stop is None and epoch.judged == 1.0
    hook.retuned(TrainingRecipe(stopping=Stopping(patience=3)))
    assert hook.over == "val_loss has not got better for 4 epochs."


def test_which_way_is_better_is_known_of_every_metric():
    for task, metrics in METRICS.items():
        for name, metric in metrics.items():
            assert higher_is_better(f"val_{name}") is metric.higher, (task, name)
