"""Endings that only a process of its own can come to: no memory, the system's own killer, and what early endings leave."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import torch
from failing import IN_CHILD
from training_helpers import drive, everything_of, line, moons

from workbench.engine.document import Project
from workbench.engine.runs.store import RunStore
from workbench.engine.train.checkpoint import read_snapshot
from workbench.engine.train.events import EpochDone, Event, RunEnded
from workbench.engine.train.isolated import IsolatedRunner
from workbench.engine.train.runspec import RunSpec

linux = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux's limits of memory")
GREEDY = "x = x + torch.ones(300_000_000).sum() * 0"
"""1.2 GB."""

# Limits hold from when torch is there: what it maps for itself is not what the test is about.
ADDRESSES = """
import resource, torch
used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + 2**29, used + 2**29))
"""
GROUP = """
import os, torch
open({tasks!r}, "w").write(str(os.getpid()))
"""


@pytest.fixture(autouse=True)
def own_state(tmp_path, monkeypatch):
    """The log goes to the test's folder."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def small_group() -> Iterator[str]:
    """The file through which a process enters a group that may have 500 MB; skips where none can be made."""
    old, new = Path("/sys/fs/cgroup/memory"), Path("/sys/fs/cgroup")
    root, limit, tasks = (
        (old, "memory.limit_in_bytes", "tasks") if old.is_dir() else (new, "memory.max", "cgroup.procs")
    )
    folder = root / f"workbench-test-{os.getpid()}"
    try:
        folder.mkdir()
    except OSError as error:
        pytest.skip(f"groups with a limit of memory can't be made here ({error.strerror})")
    try:
        try:
            (folder / limit).write_text("500M")
        except OSError as error:
            pytest.skip(f"the memory of groups can't be limited here ({error.strerror})")
        yield str(folder / tasks)
    finally:
        folder.rmdir()


def alone(project: Project, folder: Path, before: str) -> list[Event]:
    """Every event of a run in a child that did something before it began."""
    spec = RunSpec(project=project, runs_dir=folder, device="cpu", threads=1)
    runner = IsolatedRunner(spec, command=[sys.executable, "-c", before + IN_CHILD])
    runner.start()
    events = list(runner.follow(120))
    assert runner.join(120)
    return events


def ending(events: list[Event], folder: Path) -> RunEnded:
    """The only RunEnded, recorded; the first epoch's checkpoints are there, and the next run works."""
    assert [e for e in events if isinstance(e, RunEnded)] == [events[-1]]
    ended = events[-1]
    store = RunStore(folder)
    assert (store.get(ended.run).state, store.get(ended.run).message) == (ended.reason, ended.message)
    # 8 steps and a validation pass are an epoch: it fails in the second.
    assert (ended.epoch, ended.best_epoch) == (1, 1)
    for which in ("last", "best"):
        about = read_snapshot(store.weights_path(ended.run, which)).about
        assert about.get("progress", about)["epoch"] == 1
    assert drive(moons(epochs=1), folder)[-1].reason == "finished"
    return ended


@linux
@pytest.mark.slow
def test_the_computer_has_no_memory_left(tmp_path, failing_layer: Callable):
    """Really: the system refuses to give any more."""
    folder = tmp_path / "a.runs"
    ended = ending(alone(moons(failing_layer(GREEDY)), folder, ADDRESSES), folder)
    assert ended.reason == "out_of_memory"
    assert ended.message.startswith(
        "The memory of cpu ran out in failing_1, with 8 samples in a batch. Halve the batch"
    )


@linux
@pytest.mark.slow
def test_the_system_ends_the_process_for_want_of_memory(tmp_path, failing_layer: Callable, small_group: str):
    """Really: by the kernel's own killer, in a group with a limit."""
    folder = tmp_path / "a.runs"
    ended = ending(alone(moons(failing_layer(GREEDY)), folder, GROUP.format(tasks=small_group)), folder)
    assert ended.reason == "killed"
    assert ended.message == (
        "The memory of the computer ran out, and the system ended the process of this run (SIGKILL). Halve the batch size, "
        "or make the largest layers smaller. Resume it to go on from the last checkpoint."
    )


def test_early_stopped_keeps_both_and_goes_on_when_asked(tmp_path):
    """Nothing gets better without learning; taken up again it waits anew, and the best epoch stays the first."""
    folder = tmp_path / "a.runs"
    # The weights of the last epoch themselves, which those of an uninterrupted run are compared with.
    project = moons(learning_rate=1e-30, optimizer="sgd", epochs=9, stopping={"patience": 2, "restore_best": False})
    events = drive(project, folder)
    ended = events[-1]
    assert (ended.reason, ended.epoch, ended.best_epoch) == ("early_stopped", 3, 1)
    assert RunStore(folder).has_weights(ended.run, "last") and RunStore(folder).has_weights(ended.run, "best")
    more = drive(project, folder, resume=ended.run)[-1]
    assert (more.reason, more.epoch, more.best_epoch) == ("early_stopped", 5, 1)
    assert more.metrics == ended.metrics
    assert [e.epoch for e in RunStore(folder).events(ended.run) if isinstance(e, EpochDone)] == [1, 2, 3, 4, 5]


def test_a_finished_run_goes_on_as_if_more_had_been_asked_for(tmp_path):
    """Numbers of the best epoch too, and through two continuations."""
    folder, whole = tmp_path / "a.runs", tmp_path / "b.runs"
    first = drive(moons(epochs=2), folder)[-1]
    for epochs in (3, 6):
        ended = drive(moons(epochs=epochs), folder, resume=first.run)[-1]
        assert (ended.reason, ended.epoch) == ("finished", epochs)
    asked = drive(moons(epochs=6), whole)[-1]
    assert (ended.best_epoch, ended.metrics) == (asked.best_epoch, asked.metrics)
    mine, theirs = everything_of(folder, first.run), everything_of(whole, asked.run)
    assert all(torch.equal(mine[n], theirs[n]) for n in theirs)
    best, other = (read_snapshot(RunStore(f).weights_path(r)) for f, r in ((folder, first.run), (whole, asked.run)))
    assert best.about["epoch"] == other.about["epoch"] == ended.best_epoch


def test_a_diverged_run_goes_on_with_a_smaller_learning_rate(tmp_path):
    folder = tmp_path / "a.runs"
    bad = line(optimizer="sgd", learning_rate=3.2, epochs=30)
    ended = drive(bad, folder)[-1]
    assert ended.reason == "diverged" and 0 < ended.epoch < 30
    more = drive(bad.updated(training=bad.training.updated(learning_rate=0.3)), folder, resume=ended.run)
    assert more[0].first_epoch == ended.epoch
    assert (more[-1].reason, more[-1].epoch) == ("finished", 30)
    assert more[-1].metrics["val_loss"] < ended.metrics["val_loss"] and more[-1].best_epoch > ended.epoch
    assert RunStore(folder).get(ended.run).message == ""
