"""The estimate of a run's time and memory, against the run itself."""

from __future__ import annotations

import time

import pytest
from study_helpers import moons, spec_of

from workbench.engine.data.recipe import Cancelled
from workbench.engine.errors import WorkbenchError
from workbench.engine.study.jobs import Estimate, ProbeJob, Stage
from workbench.engine.study.probe import probe
from workbench.engine.study.words import about_memory, about_time
from workbench.engine.train.control import Control
from workbench.engine.train.run import run


def estimate(project, folder, **more) -> Estimate:
    found = [a for a in probe(ProbeJob(spec=spec_of(project, folder), **more), Control()) if isinstance(a, Estimate)]
    assert len(found) == 1
    return found[0]


def test_it_counts_the_steps_of_the_whole_run_and_adds_up(tmp_path):
    found = estimate(moons(epochs=400), tmp_path)
    assert (found.batch_size, found.steps_per_epoch, found.epochs, found.threads) == (8, 8, 400, 1)  # 60 samples
    assert found.steps >= 20
    parts = found.starting + found.reading + found.saving
    assert found.seconds == pytest.approx(parts + 400 * (8 * found.step + found.validation))
    # A process that has held more before may need no more for this run.
    assert 0 < found.base <= found.memory < found.free * 100
    assert {a.code for a in found.assumed} >= {"probe.epochs", "probe.steps", "probe.memory"}


def test_it_comes_near_what_the_run_takes(tmp_path):
    project = moons(epochs=150)
    found = estimate(project, tmp_path)
    began = time.perf_counter()
    last = list(run(spec_of(project, tmp_path), Control()))[-1]
    took = time.perf_counter() - began
    assert last.reason == "finished"
    expected = found.seconds - found.starting - found.reading
    assert 0.25 * took < expected < 4 * took  # other programs may keep this computer busy, and then not


def test_a_run_leaves_nothing_behind_and_records_nothing(tmp_path):
    estimate(moons(), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_without_validation_samples_it_takes_none(tmp_path):
    assert estimate(moons(split={"validation": 0.0}), tmp_path).validation == 0


def test_a_network_that_cannot_train_is_told(tmp_path):
    from workbench.engine.graph import edits

    with pytest.raises(WorkbenchError, match="2"):
        estimate(moons(edits.make_layer("conv2d")), tmp_path)


def test_it_can_be_stopped_while_the_data_is_read(tmp_path):
    control = Control()
    answers = probe(ProbeJob(spec=spec_of(moons(), tmp_path)), control)
    assert isinstance(next(answers), Stage)
    control.stop()
    with pytest.raises(Cancelled):
        next(answers)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.2, "about 1 s"),
        (7.4, "about 7 s"),
        (23, "about 25 s"),
        (57, "about 1 min"),
        (95, "about 1 min 30 s"),
        (247, "about 4 min"),
        (1234, "about 21 min"),
        (4100, "about 1 h 15 min"),
        (80_000, "about 22 h"),
    ],
)
def test_times_are_as_exact_as_an_estimate(seconds, text):
    assert about_time(seconds) == text


@pytest.mark.parametrize(
    ("count", "text"), [(512, "512 B"), (445_000_000, "445 MB"), (1_180_000_000, "1.2 GB"), (23.9e9, "24 GB")]
)
def test_memory_is_as_exact_as_an_estimate(count, text):
    assert about_memory(count) == text
