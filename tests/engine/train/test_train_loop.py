"""What the loop computes, and the events it tells it in."""

from __future__ import annotations

import hashlib
import math

import numpy as np
import pytest
import torch
from safetensors.torch import load_file
from torch.nn import functional
from training_helpers import drive, line, moons

from workbench.engine.build.module import build_module
from workbench.engine.build.source import generate
from workbench.engine.data.apply import transform_inputs
from workbench.engine.data.feed import make_feed
from workbench.engine.data.prepare import prepare
from workbench.engine.graph import edits
from workbench.engine.graph.infer import infer
from workbench.engine.runs.store import RunStore
from workbench.engine.train.events import EpochDone, Metrics, RunEnded, RunStarted, load_event
from workbench.engine.train.measuring import measure
from workbench.engine.train.objectives import resolve


@pytest.fixture(scope="module")
def finished(tmp_path_factory):
    """A finished run of the two moons: project, folder, events."""
    folder = tmp_path_factory.mktemp("moons") / "a.runs"
    project = moons(epochs=4)
    return project, folder, drive(project, folder)


def test_first_and_last_event(finished):
    _, _, events = finished
    assert isinstance(events[0], RunStarted)
    assert isinstance(events[-1], RunEnded)
    assert sum(isinstance(e, RunEnded) for e in events) == 1
    assert events[-1].reason == "finished"
    assert (events[0].train_samples, events[0].validation_samples) == (60, 20)
    assert events[0].steps_per_epoch == 8
    assert (events[-1].epoch, events[-1].step) == (4, 32)


def test_every_step_is_told_once_and_in_order(finished):
    _, folder, events = finished
    steps = [e.first_step + i for e in events if isinstance(e, Metrics) for i in range(len(e.values["loss"]))]
    assert steps == list(range(1, 33))
    store = RunStore(folder)
    assert store.events(events[0].run) == events
    told = [v for e in events if isinstance(e, Metrics) for v in e.values["accuracy"]]
    steps, values = store.series(events[0].run)["accuracy"]
    assert steps.tolist() == list(range(1, 33))
    assert values.tolist() == told


def test_events_survive_json(finished):
    _, _, events = finished
    assert [load_event(e.dump()) for e in events] == events


def test_epoch_metrics_weigh_the_smaller_last_batch(finished):
    _, _, events = finished
    first = next(e for e in events if isinstance(e, EpochDone))
    losses = [v for e in events[: events.index(first)] if isinstance(e, Metrics) for v in e.values["loss"]]
    sizes = [8] * 7 + [4]
    assert first.metrics["loss"] == pytest.approx(np.average(losses, weights=sizes), rel=1e-6)


def test_equals_a_hand_written_loop_to_the_last_bit(finished):
    project, folder, events = finished
    run = events[0].run
    prepared = prepare(project.data)
    rows = prepared.splits["train"]
    x = torch.from_numpy(
        transform_inputs(prepared.raw.inputs["features"].values[rows], prepared.preprocess.inputs["features"])
    )
    y = torch.from_numpy(prepared.raw.targets["label"].values[rows])
    torch.set_num_threads(1)
    torch.manual_seed(project.training.seed)
    module = build_module(generate(project.graph, prepared.facts))
    optimizer = torch.optim.Adam(module.parameters(), lr=0.01, fused=True)
    losses = []
    for epoch in range(4):
        seed = int.from_bytes(hashlib.sha256(f"0/{epoch}".encode()).digest()[:7], "big")
        order = torch.randperm(60, generator=torch.Generator().manual_seed(seed))
        for start in range(0, 60, 8):
            index = order[start : start + 8]
            optimizer.zero_grad()
            loss = functional.cross_entropy(module(x[index]), y[index])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    told = [v for e in events if isinstance(e, Metrics) for v in e.values["loss"]]
    assert told == losses
    last = load_file(RunStore(folder).weights_path(run, "last"))
    for name, tensor in module.state_dict().items():
        assert torch.equal(last[name], tensor), name


def test_best_is_the_epoch_with_the_smallest_validation_loss(finished):
    project, folder, events = finished
    epochs = [e for e in events if isinstance(e, EpochDone)]
    smallest = min(epochs, key=lambda e: e.metrics["val_loss"])
    ended = events[-1]
    assert (ended.best_epoch, ended.metrics) == (smallest.epoch, smallest.metrics)
    prepared = prepare(project.data)
    rows = prepared.splits["validation"]
    x = torch.from_numpy(
        transform_inputs(prepared.raw.inputs["features"].values[rows], prepared.preprocess.inputs["features"])
    )
    y = torch.from_numpy(prepared.raw.targets["label"].values[rows])
    module = build_module(generate(project.graph, prepared.facts)).eval()
    module.load_state_dict(load_file(RunStore(folder).weights_path(ended.run, "best")))
    with torch.no_grad():
        logits = module(x)
    assert ended.metrics["val_loss"] == pytest.approx(functional.cross_entropy(logits, y).item(), rel=1e-5)
    assert ended.metrics["val_accuracy"] == pytest.approx((logits.argmax(1) == y).float().mean().item(), rel=1e-6)


@pytest.mark.parametrize("kind", ["dropout", "batch_norm"])
def test_validation_is_measured_in_eval_mode(tmp_path, kind):
    project = moons(edits.make_layer("dense", units=8), edits.make_layer(kind))
    ended = drive(project, tmp_path / "a.runs")[-1]
    prepared = prepare(project.data)
    rows, scales = prepared.splits["validation"], prepared.preprocess.inputs["features"]
    x = torch.from_numpy(transform_inputs(prepared.raw.inputs["features"].values[rows], scales))
    y = torch.from_numpy(prepared.raw.targets["label"].values[rows])
    module = build_module(generate(project.graph, prepared.facts))
    module.load_state_dict(load_file(RunStore(tmp_path / "a.runs").weights_path(ended.run, "best")))
    with torch.no_grad():
        wanted = functional.cross_entropy(module.eval()(x), y).item()
    assert ended.metrics["val_loss"] == pytest.approx(wanted, rel=1e-5)


@pytest.mark.parametrize("training", [True, False])
def test_measuring_leaves_the_module_in_its_mode(training):
    project = moons()
    prepared = prepare(project.data)
    objective, _ = resolve(project.graph, infer(project.graph), prepared.facts, project.training)
    feed = make_feed(prepared, "validation", ["features"], ["label"], torch.device("cpu"), budget=10**9)
    module = build_module(generate(project.graph, prepared.facts)).train(training)
    whole = measure(module, objective, feed, 100).values
    assert module.training is training
    assert measure(module, objective, feed, 7).values == pytest.approx(whole, rel=1e-6)
    assert measure(module, objective, feed, 7, halt=lambda: True) is None


def test_without_validation_the_training_loss_judges(tmp_path):
    events = drive(moons(validation=0.0), tmp_path / "a.runs")
    epochs = [e for e in events if isinstance(e, EpochDone)]
    assert all("val_loss" not in e.metrics for e in epochs)
    smallest = min(epochs, key=lambda e: e.metrics["loss"])
    assert events[-1].best_epoch == smallest.epoch
    assert events[0].validation_samples == 0


def test_blocks_hold_many_steps_when_steps_are_quick(tmp_path):
    events = drive(moons(), tmp_path / "a.runs", clock=lambda: 0.0)
    assert [len(e.values["loss"]) for e in events if isinstance(e, Metrics)] == [8, 8, 8]


def test_values_do_not_depend_on_how_they_are_blocked(tmp_path):
    quick = drive(moons(), tmp_path / "a.runs", clock=lambda: 0.0)
    slow = drive(moons(), tmp_path / "b.runs")
    for name in ("loss", "accuracy"):
        one, other = ([v for e in es if isinstance(e, Metrics) for v in e.values[name]] for es in (quick, slow))
        assert one == other


def test_same_seed_same_run_other_seed_another(tmp_path):
    runs = [drive(moons(seed=seed), tmp_path / f"{i}.runs") for i, seed in enumerate((3, 3, 4))]
    ends = [r[-1].metrics for r in runs]
    assert ends[0] == ends[1]
    assert ends[0] != ends[2]


def test_regression_measures_in_original_units(tmp_path):
    project = line(epochs=40)
    events = drive(project, tmp_path / "a.runs")
    ended = events[-1]
    prepared = prepare(project.data)
    rows = prepared.splits["validation"]
    preprocess = prepared.preprocess
    x = torch.from_numpy(transform_inputs(prepared.raw.inputs["features"].values[rows], preprocess.inputs["features"]))
    module = build_module(generate(project.graph, prepared.facts)).eval()
    module.load_state_dict(load_file(RunStore(tmp_path / "a.runs").weights_path(ended.run, "best")))
    with torch.no_grad():
        scaled = module(x).numpy()
    target = preprocess.targets["target"]
    predicted = scaled / np.array(target.scale) + np.array(target.offset)
    wanted = prepared.raw.targets["target"].values[rows]
    assert ended.metrics["val_mae"] == pytest.approx(np.abs(predicted - wanted).mean(), rel=1e-5)
    assert ended.metrics["val_loss"] == pytest.approx((np.square((predicted - wanted) * target.scale)).mean(), rel=1e-4)


def test_a_single_unit_learns_two_classes(tmp_path):
    project = moons(epochs=30)
    last = project.graph.nodes[-2]
    project = project.with_graph(edits.set_field(project.graph, last.id, "units", 1))
    ended = drive(project, tmp_path / "a.runs")[-1]
    assert ended.reason == "finished"
    assert ended.metrics["val_accuracy"] >= 0.85


def test_a_left_over_sample_joins_its_neighbours_for_batch_normalisation(tmp_path):
    # 60 samples in batches of 59 leave one over, for which batch normalisation has no statistics.
    layers = (edits.make_layer("dense", units=4), edits.make_layer("batch_norm"))
    events = drive(moons(*layers, batch_size=59), tmp_path / "a.runs")
    assert events[-1].reason == "finished"
    assert events[0].steps_per_epoch == 1
    plain = drive(moons(batch_size=59), tmp_path / "b.runs")
    assert plain[0].steps_per_epoch == 2


def test_the_time_told_leaves_pauses_out(finished):
    _, _, events = finished
    assert events[-1].seconds == pytest.approx(sum(e.seconds for e in events if isinstance(e, EpochDone)))
    assert all(
        math.isfinite(e.samples_per_second) and e.samples_per_second > 0 for e in events if isinstance(e, Metrics)
    )
