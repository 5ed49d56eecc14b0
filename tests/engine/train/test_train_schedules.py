"""Schedules against torch's own classes, and the learning rate of every step of real runs."""

from __future__ import annotations

import warnings
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch.optim import lr_scheduler as theirs
from training_helpers import drive, everything_of, line, moons

from workbench.engine.document import Project
from workbench.engine.fields import fields_of
from workbench.engine.runs.store import RunStore
from workbench.engine.train.control import Control, Wish
from workbench.engine.train.recipe import TrainingRecipe
from workbench.engine.train.schedules import Plan, Plateau, Schedule, Stalling, curve, factors, momenta
from workbench.engine.values import load_kinded

RATE = 0.5


def peer_rates(make: Any, steps: int, optimizer: torch.optim.Optimizer | None = None) -> list[float]:
    """torch's learning rate in each of the steps."""
    if optimizer is None:
        optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=RATE, momentum=0.9)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        scheduler = make(optimizer)
    seen = []
    for _ in range(steps):
        seen.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # SequentialLR passes the epoch on in a way that torch itself calls deprecated
            scheduler.step()
    return seen


def our_rates(schedule: dict[str, Any] | str, plan: Plan) -> list[float]:
    steps = np.arange(plan.epochs * plan.steps)
    return (RATE * factors(load_kinded(Schedule, schedule), steps, plan)).tolist()


BY_EPOCHS = [
    ({"kind": "constant"}, lambda o: theirs.ConstantLR(o, factor=1.0)),
    ({"kind": "step", "every": 3, "factor": 0.5}, lambda o: theirs.StepLR(o, 3, 0.5)),
    (
        {"kind": "multi_step", "milestones": (7, 2), "factor": 0.3},
        lambda o: theirs.MultiStepLR(o, [2, 7], 0.3),
    ),
    ({"kind": "exponential", "factor": 0.8}, lambda o: theirs.ExponentialLR(o, 0.8)),
]


@pytest.mark.parametrize(("schedule", "make"), BY_EPOCHS)
def test_schedules_by_epochs_are_torchs_stepped_after_each_epoch(schedule, make):
    plan = Plan(epochs=10, steps=4)
    expected = np.repeat(peer_rates(make, 10), 4)
    np.testing.assert_allclose(our_rates(schedule, plan), expected, rtol=1e-12)


BY_STEPS = [
    ({"kind": "cosine", "floor": 0.1}, lambda o, n: theirs.CosineAnnealingLR(o, n, eta_min=0.1 * RATE)),
    ({"kind": "cosine"}, theirs.CosineAnnealingLR),
    ({"kind": "warm_restarts", "period": 2}, lambda o, n: theirs.CosineAnnealingWarmRestarts(o, 8)),
    (
        {"kind": "warm_restarts", "period": 1, "growth": 2, "floor": 0.2},
        lambda o, n: theirs.CosineAnnealingWarmRestarts(o, 4, 2, eta_min=0.2 * RATE),
    ),
]
ONE_CYCLES = [
    ({}, {}),
    (
        {"rise": 0.45, "curve": "linear", "start_divisor": 10, "end_divisor": 100},
        {"pct_start": 0.45, "anneal_strategy": "linear", "div_factor": 10, "final_div_factor": 100},
    ),
    ({"three_phases": True, "rise": 0.2}, {"three_phase": True, "pct_start": 0.2}),
]


@pytest.mark.parametrize(("schedule", "make"), BY_STEPS)
def test_schedules_by_steps_are_torchs_stepped_after_each_batch(schedule, make):
    plan = Plan(epochs=10, steps=4)
    np.testing.assert_allclose(our_rates(schedule, plan), peer_rates(lambda o: make(o, 40), 40), atol=1e-12)


@pytest.mark.parametrize(("fields", "options"), ONE_CYCLES)
@pytest.mark.parametrize("momentum", ["momentum", "betas"])
def test_one_cycle_is_torchs_momentum_included(fields, options, momentum):
    plan = Plan(epochs=10, steps=4)
    parameter = [torch.nn.Parameter(torch.zeros(1))]
    optimizer = (
        torch.optim.SGD(parameter, lr=RATE, momentum=0.9) if momentum == "momentum" else torch.optim.Adam(parameter)
    )
    scheduler = theirs.OneCycleLR(optimizer, RATE, total_steps=40, **options)
    rates, cycled = [], []
    for step in range(40):
        group = optimizer.param_groups[0]
        rates.append(group["lr"])
        cycled.append(group["momentum"] if momentum == "momentum" else group["betas"][0])
        optimizer.step()
        if step < 39:
            scheduler.step()
    schedule = {"kind": "one_cycle", **fields}
    np.testing.assert_allclose(our_rates(schedule, plan), rates, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(momenta(load_kinded(Schedule, schedule), np.arange(40), plan), cycled, rtol=1e-9)


def test_warm_up_before_a_schedule_by_steps_is_torchs_sequential():
    """Three quarters of an epoch of warm-up, and the cosine over the rest."""
    plan = Plan(epochs=10, steps=4, warmup=0.75)

    def make(optimizer):
        ramp = theirs.LinearLR(optimizer, start_factor=1 / 4, total_iters=3)
        return theirs.SequentialLR(optimizer, [ramp, theirs.CosineAnnealingLR(optimizer, 37)], milestones=[3])

    np.testing.assert_allclose(our_rates("cosine", plan), peer_rates(make, 40), atol=1e-12)


def test_warm_up_before_a_schedule_by_epochs_is_torchs_chained():
    """A rise over two epochs; the epochs of the schedule are the run's own."""
    plan = Plan(epochs=6, steps=4, warmup=2)
    ramp = peer_rates(lambda o: theirs.LinearLR(o, start_factor=1 / 9, total_iters=8), 24)
    falls = np.repeat(peer_rates(lambda o: theirs.ExponentialLR(o, 0.5), 6), 4) / RATE
    np.testing.assert_allclose(our_rates({"kind": "exponential", "factor": 0.5}, plan), ramp * falls, rtol=1e-12)


@pytest.mark.parametrize(
    "options", [{}, {"patience": 0, "factor": 0.5}, {"cooldown": 2, "patience": 1, "threshold": 0.05}]
)
def test_a_plateau_falls_when_torchs_does(options):
    schedule = Plateau.model_validate({"patience": 2, **options})
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=1.0)
    peer = theirs.ReduceLROnPlateau(
        optimizer,
        factor=schedule.factor,
        patience=schedule.patience,
        threshold=schedule.threshold,
        cooldown=schedule.cooldown,
        eps=0.0,
    )
    ours = Stalling()
    losses = np.abs(np.random.default_rng(4).normal(size=60)) + np.linspace(2, 1, 60)
    fell = 0
    for loss in losses.tolist():
        before = ours.scale
        peer.step(loss)
        ours.see(loss, schedule)
        fell += ours.scale < before
        assert ours.scale == pytest.approx(optimizer.param_groups[0]["lr"])
    assert fell >= 3


def test_a_plateau_stops_at_its_floor():
    ours = Stalling()
    schedule = Plateau(factor=0.1, patience=0, floor=0.05)
    for _ in range(5):
        ours.see(1.0, schedule)
    assert ours.scale == 0.05


@pytest.mark.parametrize("kind", sorted(Schedule.members))
@pytest.mark.parametrize("plan", [Plan(1, 1), Plan(1, 1, 5.0), Plan(2, 1, 0.5), Plan(1, 3, 1.0), Plan(300, 7, 2.25)])
def test_every_schedule_of_every_length_is_a_rate(kind, plan):
    """One step, a warm-up longer than the run: always above or at zero and never above the full rate."""
    schedule = Schedule.members[kind]()
    found = factors(schedule, np.arange(plan.epochs * plan.steps), plan)
    assert np.isfinite(found).all() and (found >= 0).all() and (found <= 1 + 1e-12).all()
    at, drawn = curve(schedule, plan)
    assert len(at) == len(drawn) <= 2 * 2000 and at[0] == 0 and at[-1] < plan.epochs
    np.testing.assert_array_equal(drawn, found[np.rint(at * plan.steps).astype(int)])


def test_the_curve_of_a_long_run_is_drawn_with_few_points_and_its_jumps():
    at, drawn = curve(load_kinded(Schedule, {"kind": "step", "every": 5}), Plan(20, 100_000))
    assert len(at) < 2100
    jumps = [b for (a, fa), (b, fb) in pairwise(zip(at, drawn, strict=True)) if fb < fa]
    assert jumps == [5.0, 10.0, 15.0]


@pytest.mark.parametrize("member", list(Schedule.members.values()), ids=lambda m: m.kind)
def test_schedules_are_described_and_go_to_json_and_back(member):
    assert member.title and member.__doc__
    assert all(f.help and f.editor != "other" for f in fields_of(member))
    project = Project(training=TrainingRecipe(schedule=member(), warmup=0.5))
    assert Project.model_validate(project.dump()) == project


def rates_of(folder: Path, run: str = "") -> list[float]:
    store = RunStore(folder)
    return store.series(run or store.newest().id)["learning_rate"][1].tolist()


def test_a_run_trains_with_the_rates_that_are_drawn(tmp_path):
    project = moons(schedule="cosine", warmup=0.5, epochs=4, learning_rate=0.03)
    drive(project, tmp_path)
    steps = rates_of(tmp_path)
    recipe = project.training
    plan = Plan(4, len(steps) // 4, 0.5)
    np.testing.assert_allclose(steps, 0.03 * factors(recipe.schedule, np.arange(len(steps)), plan), rtol=1e-15)
    assert steps[0] < steps[3] and max(steps) == pytest.approx(0.03) and steps[-1] < 0.001


def test_the_schedule_changes_what_is_learnt_and_a_constant_one_records_nothing(tmp_path):
    runs = {}
    for name, fields in {"plain": {}, "constant": {"schedule": "constant"}, "cosine": {"schedule": "cosine"}}.items():
        events = drive(moons(**fields), tmp_path / name)
        runs[name] = everything_of(tmp_path / name, events[-1].run)
        assert ("learning_rate" in RunStore(tmp_path / name).series(events[-1].run)) == (name == "cosine")
        assert "learning_rate" not in events[-1].metrics, "it is no result"
    weights = [n for n in runs["plain"] if not n.startswith("train/")]
    assert all(torch.equal(runs["plain"][n], runs["constant"][n]) for n in weights)
    assert not all(torch.equal(runs["plain"][n], runs["cosine"][n]) for n in weights)


SCHEDULES = [
    {"kind": "cosine"},
    {"kind": "warm_restarts", "period": 1, "growth": 2},
    {"kind": "one_cycle"},
    {"kind": "plateau", "patience": 0, "factor": 0.5, "threshold": 0.3},
    {"kind": "exponential", "factor": 0.7},
]


@pytest.mark.parametrize("schedule", SCHEDULES, ids=lambda s: s["kind"])
@pytest.mark.parametrize("at", [3, 19])
def test_every_schedule_goes_on_to_the_last_bit(schedule, at, tmp_path):
    project = moons(schedule=schedule, warmup=0.75, epochs=5)
    whole = drive(project, tmp_path / "whole")
    part = drive(project, tmp_path / "part", stop_after=at)
    assert part[-1].reason == "stopped"
    rest = drive(project, tmp_path / "part", resume=part[-1].run)
    assert rest[-1].reason == "finished" and rest[-1].step == whole[-1].step
    one, other = everything_of(tmp_path / "whole", whole[-1].run), everything_of(tmp_path / "part", part[-1].run)
    assert one.keys() == other.keys() and all(torch.equal(one[n], other[n]) for n in one)
    assert rates_of(tmp_path / "whole") == rates_of(tmp_path / "part")


@pytest.mark.parametrize("optimizer", ["lbfgs", "muon", "lion", "nadam", "adagrad"])
def test_further_optimisers_learn_and_go_on_in_real_runs(optimizer, tmp_path):
    rate = {"lbfgs": 0.5, "adagrad": 0.1}.get(optimizer, 0.003)
    project = moons(optimizer=optimizer, learning_rate=rate, schedule="cosine", batch_size=16)
    whole = drive(project, tmp_path / "whole")
    assert whole[-1].reason == "finished", whole[-1].message
    done = [e for e in whole if e.event == "epoch_done"]
    assert done[-1].metrics["loss"] < done[0].metrics["loss"]
    part = drive(project, tmp_path / "part", stop_after=7)
    drive(project, tmp_path / "part", resume=part[-1].run)
    one, other = everything_of(tmp_path / "whole", whole[-1].run), everything_of(tmp_path / "part", part[-1].run)
    assert one.keys() == other.keys() and all(torch.equal(one[n], other[n]) for n in one)


def test_a_finished_run_that_goes_on_is_told_how_the_rate_goes_on(tmp_path):
    first = drive(line(schedule="cosine", epochs=2), tmp_path)
    run = first[-1].run
    rest = drive(line(schedule="cosine", epochs=4), tmp_path, resume=run)
    assert rest[-1].reason == "finished"
    (said,) = [e for e in rest if e.event == "warned" and e.code == "training.schedule_stretched"]
    assert "4 epochs instead of 2" in said.message and said.run == run
    rates = rates_of(tmp_path)
    half = len(rates) // 2
    assert rates[half] == pytest.approx(0.05 / 2, rel=1e-6), "the middle of the longer cosine"
    assert rates[half - 1] < 0.01


def test_nothing_is_told_where_the_rate_goes_on_as_it_was(tmp_path):
    first = drive(line(schedule="exponential", epochs=2), tmp_path)
    rest = drive(line(schedule="exponential", epochs=3), tmp_path, resume=first[-1].run)
    assert not [e for e in rest if e.event == "warned"]


def test_a_plateau_lowers_the_rate_of_a_run(tmp_path):
    drive(moons(schedule={"kind": "plateau", "patience": 0, "threshold": 0.9, "factor": 0.5}, epochs=5), tmp_path)
    rates = rates_of(tmp_path)
    assert sorted(set(rates), reverse=True) == pytest.approx([0.01, 0.005, 0.0025, 0.00125])
    assert rates == sorted(rates, reverse=True)


def test_a_rate_that_is_changed_while_it_runs_is_scheduled_further(tmp_path):
    """In the middle of the second epoch; the curve goes on from there, as high as the new rate says."""
    project = moons(schedule="cosine", learning_rate=0.01, epochs=4)
    control = Control()
    control.plan([Wish("training.learning_rate", 0.04, after=11)])
    drive(project, tmp_path, control=control)
    rates = np.asarray(rates_of(tmp_path))
    expected = factors(project.training.schedule, np.arange(len(rates)), Plan(4, len(rates) // 4))
    expected[:11] *= 0.01
    expected[11:] *= 0.04
    np.testing.assert_allclose(rates, expected, rtol=1e-12)


def test_a_batch_size_that_is_changed_leaves_the_epochs_of_the_curve(tmp_path):
    """Twice the batch from the third epoch on: half as many steps to an epoch, and the same rate at its beginning."""
    project = moons(schedule="cosine", batch_size=8, epochs=4)
    control = Control()
    control.plan([Wish("training.batch_size", 16, after=9)])
    events = drive(project, tmp_path, control=control)
    ends = [e.step for e in events if e.event == "epoch_done"]
    rates = rates_of(tmp_path)
    per_epoch = [b - a for a, b in pairwise([0, *ends])]
    assert per_epoch[0] > per_epoch[-1]
    firsts = [rates[end] for end in ends[:-1]]
    assert firsts == pytest.approx([0.01 * (1 + np.cos(np.pi * e / 4)) / 2 for e in (1, 2, 3)])


def test_one_cycle_turns_the_momentum_of_a_run(tmp_path):
    """Adam's beta 1 is turned, so that the same rates with and without it end elsewhere."""
    weights = []
    for cycled in (True, False):
        folder = tmp_path / str(cycled)
        events = drive(moons(schedule={"kind": "one_cycle", "cycle_momentum": cycled}), folder)
        weights.append(everything_of(folder, events[-1].run))
    assert rates_of(tmp_path / "True") == rates_of(tmp_path / "False")
    assert not all(torch.equal(weights[0][n], weights[1][n]) for n in weights[0])


@pytest.mark.parametrize(("batch_size", "told"), [(16, True), (1000, False)])
def test_lbfgs_on_parts_of_the_data_is_told(batch_size, told, tmp_path):
    events = drive(moons(optimizer="lbfgs", learning_rate=0.5, batch_size=batch_size), tmp_path)
    said = [e.message for e in events if e.event == "warned" and e.code == "training.lbfgs_batches"]
    assert len(said) == told
    if told:
        assert "a batch holds 16 of 60 training samples" in said[0] and "another optimiser" in said[0]
