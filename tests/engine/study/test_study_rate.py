"""The learning-rate finder."""

from __future__ import annotations

import numpy as np
import pytest
from study_helpers import moons, spec_of

from workbench.engine.study.jobs import RateFound, RateJob, RateSteps
from workbench.engine.study.rate import Smoother, find_rate, found, ramp, valley
from workbench.engine.train.control import Control


def ramped(project, folder, **more) -> tuple[list[RateSteps], RateFound]:
    *steps, last = find_rate(RateJob(spec=spec_of(project, folder), **more), Control())
    assert isinstance(last, RateFound)
    return [s for s in steps if isinstance(s, RateSteps)], last


def test_rates_grow_by_equal_factors_and_each_step_is_told(tmp_path):
    steps, _ = ramped(moons(), tmp_path, steps=40, lowest=1e-5, highest=1e-2)
    rates = [r for s in steps for r in s.rates]
    assert rates == pytest.approx(np.geomspace(1e-5, 1e-2, 40))
    assert all(len(s.rates) == len(s.losses) == len(s.smoothed) for s in steps)


def test_the_suggestion_trains_well(tmp_path):
    """The rate that is suggested reaches a much lower loss in an epoch than one a thousand times smaller."""
    project = moons(batch_size=4)
    _, last = ramped(project, tmp_path, steps=120)
    assert last.valley is not None and last.steepest is not None
    assert 1e-4 < last.valley <= last.lowest and 1e-4 < last.steepest <= last.lowest
    assert last.current == 0.01

    from workbench.engine.train.run import run

    def loss(rate: float) -> float:
        recipe = project.training.updated(learning_rate=rate, epochs=4)
        return list(run(spec_of(project.updated(training=recipe), tmp_path), Control()))[-1].metrics["val_loss"]

    assert loss(last.valley) < 0.8 * loss(last.valley / 1000)


def test_it_ends_where_the_loss_explodes(tmp_path):
    project = moons(optimizer={"kind": "sgd"})
    steps, last = ramped(project, tmp_path, steps=100, lowest=1e-3, highest=100.0)
    assert last.diverged
    assert sum(len(s.rates) for s in steps) < 100


def test_a_network_that_learns_nothing_gets_no_suggestion(tmp_path):
    """Everything is set to zero before the output: the loss can't depend on the weights but for the last bias."""
    falling = np.full(100, 0.7)
    flat = found(list(np.geomspace(1e-7, 10, 100)), list(falling), diverged=False, current=0.1)
    assert flat.valley is None and flat.steepest is None


def test_the_valley_is_the_middle_of_the_longest_descent():
    losses = [1.0, 1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.9, 2.0]
    assert valley(losses) in (3, 4)
    rates = list(np.geomspace(1e-6, 1.0, 60))
    # Flat, then down from place 20 to 40, fastest at 30, then up.
    x = np.arange(60)
    curve = 1.0 - 0.8 / (1 + np.exp(-(x - 30) / 2.0)) + np.where(x > 42, 0.2 * (x - 42), 0.0)
    suggestion = found(rates, list(curve), diverged=True, current=0.1)
    assert suggestion.steepest == pytest.approx(rates[30], rel=0.5)
    assert rates[18] < suggestion.valley < rates[40]


def test_the_average_begins_at_the_first_loss_and_follows():
    smoother = Smoother()
    assert smoother.push(2.0) == pytest.approx(2.0)
    for _ in range(400):
        last = smoother.push(1.0)
    assert last == pytest.approx(1.0, abs=1e-3)
    assert smoother.too_far(4.5, 400) and not smoother.too_far(3.5, 400)
    assert smoother.too_far(float("nan"), 1)


def test_layers_with_rates_of_their_own_keep_their_proportion():
    import torch

    from workbench.engine.study.rate import Ramp

    a, b = torch.nn.Parameter(torch.zeros(1)), torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.SGD([{"params": [a], "lr": 0.1}, {"params": [b], "lr": 0.01}], lr=0.1)
    hook = Ramp(optimizer, [1e-3, 1.0], 0.1)
    hook.before_step(2)
    assert [g["lr"] for g in optimizer.param_groups] == pytest.approx([1.0, 0.1])


def test_two_networks_that_train_against_each_other_are_told(tmp_path):
    from workbench.engine.errors import TrainingError
    from workbench.engine.project.samples import sample

    with pytest.raises(TrainingError, match="no single loss"):
        ramped(sample("digits-gan").project(), tmp_path, steps=20)


def test_ramp_is_what_was_asked(tmp_path):
    job = RateJob(spec=spec_of(moons(), tmp_path), steps=20, lowest=1e-4, highest=1.0)
    assert ramp(job)[0] == pytest.approx(1e-4) and ramp(job)[-1] == pytest.approx(1.0)
