"""Two networks that learn from each other: what is learnt, what is said, and going on exactly."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest
import torch
from gan_helpers import dense, digits, gan, generator, leaky, mixture, named, points
from PIL import Image
from training_helpers import drive, everything_of

from workbench.engine.graph import edits
from workbench.engine.runs.store import RunStore
from workbench.engine.train.checkpoint import read_snapshot
from workbench.engine.train.events import EpochDone, Metrics, RunEnded, Sampled
from workbench.engine.train.gan.distance import SlicedDistance
from workbench.engine.train.gan.losses import discriminator_loss, generator_loss, gradient_penalty, judged_right

DROPOUT = (edits.make_layer("batch_norm"), edits.make_layer("dropout", rate=0.3))


def test_made_points_cover_every_mode_of_a_mixture(tmp_path):
    path, real, centres = mixture(tmp_path)
    maker = named(
        edits.chain(
            edits.make_layer("input", shape=(8,)),
            *itertools.chain.from_iterable((dense(64), edits.make_layer("relu")) for _ in range(2)),
            dense(2),
            edits.make_layer("output"),
        ),
        "g",
    )
    judge = named(
        edits.chain(
            edits.make_layer("input", shape=(2,)),
            *itertools.chain.from_iterable((dense(64), leaky()) for _ in range(2)),
            dense(1),
            edits.make_layer("output"),
        ),
        "d",
    )
    project = gan(
        {"source": {"kind": "npz", "path": str(path)}},
        {"generator": maker, "discriminator": judge},
        aim={"loss": "least_squares", "samples_every": 0},
        epochs=80,
        learning_rate=0.002,
        batch_size=128,
    )
    ended = drive(project, tmp_path / "a.runs")[-1]
    assert (ended.reason, ended.message) == ("finished", "")
    made = samples_of(RunStore(tmp_path / "a.runs"), ended.run, 2000)
    away = np.linalg.norm(made[:, None] - centres[None], axis=-1)
    shares = np.bincount(away.argmin(axis=1)[away.min(axis=1) < 0.8], minlength=len(centres)) / len(made)
    assert shares.min() > 0.08, shares
    assert shares.sum() > 0.75, shares
    assert np.abs(made.mean(axis=0) - real.mean(axis=0)).max() < 0.4
    assert np.abs(np.cov(made.T) - np.cov(real.T)).max() < 0.7


def samples_of(store: RunStore, run: str, count: int) -> np.ndarray:
    """Points that the best generator of a run makes, in the data's units."""
    from workbench.engine.build.module import build_module
    from workbench.engine.build.source import generate
    from workbench.engine.check import network_facts
    from workbench.engine.data.apply import inverse_inputs

    project, preprocess = store.project(run), store.preprocess(run)
    facts = network_facts(project, "generator", preprocess.facts())
    module = build_module(generate(project.networks["generator"], facts)).eval()
    weights = read_snapshot(store.weights_path(run, "best")).weights
    own = {n.removeprefix("generator."): t for n, t in weights.items() if n.startswith("generator.")}
    module.load_state_dict(own)
    noise = torch.randn(count, 8, generator=torch.Generator().manual_seed(5))
    with torch.no_grad():
        made = module.predict(noise).numpy()
    return inverse_inputs(made, next(iter(preprocess.inputs.values())))


@pytest.mark.parametrize("loss", ["non_saturating", "least_squares", "wasserstein_gp"])
def test_every_step_tells_both_losses_and_how_many_were_judged_right(tmp_path, loss):
    events = drive(points(aim={"loss": loss, "discriminator_steps": 3}), tmp_path / "a.runs")
    assert events[-1].reason == "finished", events[-1].message
    blocks = [e for e in events if isinstance(e, Metrics)]
    names = {"generator_loss", "discriminator_loss", "real_accuracy", "fake_accuracy"}
    assert set(blocks[0].values) == names | ({"gradient_penalty"} if loss == "wasserstein_gp" else set())
    assert all(0 <= v <= 1 for b in blocks for n in ("real_accuracy", "fake_accuracy") for v in b.values[n])
    epoch = next(e for e in events if isinstance(e, EpochDone))
    assert epoch.metrics["val_distance"] > 0
    best = min((e for e in events if isinstance(e, EpochDone)), key=lambda e: e.metrics["val_distance"])
    assert events[-1].best_epoch == best.epoch


def test_the_generator_is_taught_every_third_step_only(tmp_path):
    """Of 4 steps an epoch, those with the numbers 1 and 4 teach it: two steps of Adam after one epoch."""
    events = drive(points(aim={"discriminator_steps": 3}, epochs=1), tmp_path / "a.runs")
    steps = sum(len(e.values["generator_loss"]) for e in events if isinstance(e, Metrics))
    assert steps == 4
    extra = read_snapshot(RunStore(tmp_path / "a.runs").weights_path(events[-1].run, "last")).extra
    counts = {float(t) for name, t in extra.items() if name.endswith("/step")}
    assert counts == {2.0, 4.0}


@pytest.mark.parametrize("stops", [(1,), (5,), (9, 2)])
@pytest.mark.parametrize("loss", ["non_saturating", "wasserstein_gp"])
def test_stopped_and_resumed_is_byte_identical(tmp_path, stops, loss):
    middle = DROPOUT if loss == "non_saturating" else DROPOUT[1:]
    project = points(*middle, aim={"loss": loss, "discriminator_steps": 2, "discriminator_learning_rate": 0.004})
    whole = drive(project, tmp_path / "whole.runs")[-1].run
    run = ""
    for stop_after in stops:
        run = drive(project, tmp_path / "a.runs", resume=run, stop_after=stop_after)[-1].run
    ended = drive(project, tmp_path / "a.runs", resume=run)[-1]
    assert ended.reason == "finished", ended.message
    one, other = everything_of(tmp_path / "whole.runs", whole), everything_of(tmp_path / "a.runs", run)
    assert one.keys() == other.keys()
    assert [n for n in one if not torch.equal(one[n], other[n])] == []
    stores = RunStore(tmp_path / "whole.runs"), RunStore(tmp_path / "a.runs")
    expected, found = stores[0].series(whole), stores[1].series(run)
    assert {n: (s.tolist(), v.tolist()) for n, (s, v) in expected.items()} == {
        n: (s.tolist(), v.tolist()) for n, (s, v) in found.items()
    }
    files = [
        sorted(p.name for p in (s.folder(r) / "samples").iterdir()) for s, r in zip(stores, (whole, run), strict=True)
    ]
    assert files[0] == files[1]
    last = [(s.folder(r) / "samples" / files[0][-2]).read_bytes() for s, r in zip(stores, (whole, run), strict=True)]
    assert last[0] == last[1]


def test_weights_stand_under_the_roles(tmp_path):
    ended = drive(points(), tmp_path / "a.runs")[-1]
    weights = read_snapshot(RunStore(tmp_path / "a.runs").weights_path(ended.run, "best")).weights
    assert {name.split(".")[0] for name in weights} == {"generator", "discriminator"}


def test_the_discriminator_has_a_learning_rate_of_its_own(tmp_path):
    """A generator that can't move stays as it was; the discriminator learns all the same."""
    still = drive(points(learning_rate=1e-30, aim={"discriminator_learning_rate": 0.01}), tmp_path / "a.runs")[-1]
    fresh = drive(
        points(learning_rate=1e-30, epochs=1, aim={"discriminator_learning_rate": 1e-30}), tmp_path / "b.runs"
    )[-1]
    learnt = everything_of(tmp_path / "a.runs", still.run)
    before = everything_of(tmp_path / "b.runs", fresh.run)
    moved = {n for n in before if not n.startswith("train/") and not torch.equal(before[n], learnt[n])}
    assert {n.split(".")[0] for n in moved} == {"discriminator"}


def test_pictures_are_written_as_a_grid_after_each_epoch(tmp_path):
    events = drive(digits(epochs=3), tmp_path / "a.runs")
    found = [e for e in events if isinstance(e, Sampled)]
    assert [(e.epoch, e.columns, e.count) for e in found] == [(1, 8, 64), (2, 8, 64), (3, 8, 64)]
    folder = RunStore(tmp_path / "a.runs").folder(events[-1].run)
    with Image.open(folder / found[-1].file) as picture:
        assert (picture.size, picture.mode) == ((73, 73), "L")
        pixels = np.asarray(picture)
    first = np.asarray(Image.open(folder / found[0].file))
    assert pixels.std() > 5
    assert not np.array_equal(pixels, first), "the same noise makes other pictures as the generator learns"


def test_points_are_written_beside_real_ones_in_the_units_of_the_data(tmp_path):
    events = drive(points(epochs=2, aim={"samples_every": 2}), tmp_path / "a.runs")
    found = [e for e in events if isinstance(e, Sampled)]
    assert [e.epoch for e in found] == [1, 2]
    folder = RunStore(tmp_path / "a.runs").folder(events[-1].run)
    assert np.load(folder / found[-1].file).shape == (512, 2)
    real = np.load(folder / "samples" / "real.npy")
    assert (real > -1.5).all() and (real < 2.5).all() and abs(real[:, 0].mean() - 0.5) < 0.3


def test_many_epochs_leave_no_more_than_two_hundred_grids(tmp_path):
    events = drive(points(epochs=210, batch_size=100), tmp_path / "a.runs", clock=lambda: 0.0)
    found = [e.epoch for e in events if isinstance(e, Sampled)]
    assert len(found) <= 200 and found[0] == 1 and found[-1] == 210


def test_without_validation_the_training_samples_are_compared_with(tmp_path):
    events = drive(points(validation=0.0), tmp_path / "a.runs")
    assert events[-1].metrics["distance"] > 0
    assert "val_distance" not in events[-1].metrics


def test_a_run_of_two_networks_that_changed_is_not_gone_on_with(tmp_path):
    stopped = drive(points(), tmp_path / "a.runs", stop_after=2)[-1]
    other = points()
    other = other.with_graph(generator(2, width=24), "generator")
    ended = drive(other, tmp_path / "a.runs", resume=stopped.run)[-1]
    assert ended.reason == "error"
    assert "the generator of the project changed" in ended.message


def test_a_nan_is_told_as_the_loss_it_is_in(tmp_path):
    ended = drive(points(learning_rate=100.0, optimizer={"kind": "sgd"}, epochs=30), tmp_path / "a.runs")[-1]
    assert isinstance(ended, RunEnded)
    assert ended.reason == "diverged"
    assert "generator loss" in ended.message or "discriminator loss" in ended.message or "weights" in ended.message


def test_a_layer_that_fails_is_named_with_its_network(tmp_path, failing_layer):
    project = points(failing_layer("raise ValueError('broken')"))
    ended = drive(project, tmp_path / "a.runs")[-1]
    assert ended.reason == "error"
    assert ended.message.startswith("discriminator: failing_1 failed: broken")


def test_losses_are_those_of_the_papers():
    real, fake = torch.tensor([2.0, -1.0]), torch.tensor([-3.0, 0.5])
    bce = torch.nn.functional.binary_cross_entropy_with_logits
    ones, zeros = torch.ones(2), torch.zeros(2)
    assert discriminator_loss("non_saturating", real, fake).item() == pytest.approx(
        (bce(real, ones) + bce(fake, zeros)).item()
    )
    smooth = bce(real, 0.9 * ones) + bce(fake, zeros)
    assert discriminator_loss("non_saturating", real, fake, 0.1).item() == pytest.approx(smooth.item())
    assert generator_loss("non_saturating", fake).item() == pytest.approx(bce(fake, ones).item())
    assert discriminator_loss("least_squares", real, fake).item() == pytest.approx(0.5 * (2.5 + 4.625))
    assert generator_loss("least_squares", fake).item() == pytest.approx(0.5 * (16 + 0.25) / 2)
    assert discriminator_loss("wasserstein_gp", real, fake).item() == pytest.approx(-1.25 - 0.5)
    assert generator_loss("wasserstein_gp", fake).item() == pytest.approx(1.25)
    shares = [
        tuple(float(s) for s in judged_right(k, real, fake))
        for k in ("non_saturating", "least_squares", "wasserstein_gp")
    ]
    assert shares == [(0.5, 0.5), (0.5, 0.5), (0.5, 0.5)]


def test_the_penalty_is_how_far_slopes_are_from_one():
    """A judge with the slope 3 along each of two axes has gradients of the norm 3√2 everywhere."""
    penalty = gradient_penalty(lambda x: 3.0 * x.sum(1), torch.randn(5, 2), torch.randn(5, 2))
    assert penalty.item() == pytest.approx((3 * 2**0.5 - 1) ** 2, rel=1e-4)


def test_the_distance_sees_a_shift_and_a_lost_mode():
    torch.manual_seed(0)
    real = torch.cat([torch.randn(500, 2) * 0.1 - 2, torch.randn(500, 2) * 0.1 + 2])
    measure = SlicedDistance(real)
    again = torch.cat([torch.randn(500, 2) * 0.1 - 2, torch.randn(500, 2) * 0.1 + 2])
    collapsed = torch.randn(1000, 2) * 0.1 + 2
    assert float(measure(real)) == 0
    assert float(measure(again)) < 0.05
    assert float(measure(real + 1.0)) == pytest.approx(1.0, abs=0.15)
    assert float(measure(collapsed)) > 1.5


def test_augmented_pictures_are_learnt_from(tmp_path):
    project = digits(epochs=1)
    data = project.data.updated(augment=({"kind": "flip"},))
    events = drive(project.updated(data=data), tmp_path / "a.runs")
    assert events[-1].reason == "finished", events[-1].message


def test_the_folder_of_samples_goes_with_the_run(tmp_path: Path):
    run = drive(points(epochs=1), tmp_path / "a.runs")[-1].run
    store = RunStore(tmp_path / "a.runs")
    assert (store.folder(run) / "samples").is_dir()
    store.delete(run)
    assert not store.folder(run).exists()
