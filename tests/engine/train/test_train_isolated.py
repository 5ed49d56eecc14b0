"""A run in a child process: the same events, steered from outside, and told whatever becomes of the child."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import torch
from failing import child_that_fails
from training_helpers import drive, everything_of, moons

from workbench.engine.folders import log_file
from workbench.engine.runs.store import RunStore
from workbench.engine.train.events import Changed, Event, Metrics, RunEnded, StateChanged
from workbench.engine.train.isolated import IsolatedRunner
from workbench.engine.train.runspec import RunSpec

pytestmark = pytest.mark.slow  # each child imports torch
FOREVER = 1_000_000
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")


@pytest.fixture(autouse=True)
def own_state(tmp_path, monkeypatch):
    """The log goes to the test's folder."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def started(tmp_path):
    """Starts runners and ends those that a test left running."""
    runners = []

    def start(project, command=(), **more) -> IsolatedRunner:
        spec = RunSpec(project=project, runs_dir=tmp_path / "a.runs", device="cpu", threads=1, **more)
        runner = IsolatedRunner(spec, command=command)
        runners.append(runner)
        runner.start()
        return runner

    yield start
    for runner in runners:
        runner.stop()
        assert runner.join(120)


def until(runner: IsolatedRunner, wanted) -> list[Event]:
    """Follows until an event is wanted; returns all that came, that one last."""
    events = []
    for event in runner.follow(240):
        events.append(event)
        if wanted(event):
            return events
    raise AssertionError(f"it never came: {events[-1]}")


def test_it_tells_and_keeps_the_same_as_a_thread(started, tmp_path):
    runner = started(moons())
    events = list(runner.follow(240))
    assert events[0].event == "run_started" and isinstance(events[-1], RunEnded)
    assert runner.join(120) and not runner.alive and runner.ended == events[-1]
    assert RunStore(tmp_path / "a.runs").events(events[0].run) == events
    here = drive(moons(), tmp_path / "b.runs")
    alone, other = everything_of(tmp_path / "a.runs", events[0].run), everything_of(tmp_path / "b.runs", here[0].run)
    assert alone.keys() == other.keys() and all(torch.equal(alone[n], other[n]) for n in alone)
    assert events[-1].metrics == here[-1].metrics


def test_pause_resume_and_stop_reach_the_child(started, tmp_path):
    runner = started(moons(epochs=FOREVER))
    until(runner, lambda e: isinstance(e, Metrics))
    runner.pause()
    assert until(runner, lambda e: isinstance(e, StateChanged))[-1].state == "paused"
    time.sleep(0.3)
    assert runner.drain() == []
    runner.resume()
    assert until(runner, lambda e: isinstance(e, StateChanged))[-1].state == "running"
    runner.stop()
    ended = until(runner, lambda e: isinstance(e, RunEnded))[-1]
    assert ended.reason == "stopped" and RunStore(tmp_path / "a.runs").get(ended.run).state == "stopped"


def test_what_is_asked_before_there_is_a_child_is_heeded(started):
    runner = started(moons(epochs=FOREVER))
    runner.stop()
    ended = until(runner, lambda e: isinstance(e, RunEnded))[-1]
    assert ended.reason == "stopped" and ended.step <= 8


@posix
def test_a_child_that_is_killed_is_told_recorded_and_goes_on(started, tmp_path, monkeypatch):
    # Whatever is ended meanwhile on this computer for want of memory, another test's process too.
    monkeypatch.setattr("workbench.engine.train.isolated.VMSTAT", tmp_path / "none")
    runner = started(moons(epochs=FOREVER))
    until(runner, lambda e: e.event == "checkpoint_saved" and e.which == "last")
    os.kill(runner.process, signal.SIGKILL)
    ended = until(runner, lambda e: isinstance(e, RunEnded))[-1]
    assert ended.reason == "killed" and ended.epoch >= 1
    assert ended.message == (
        "The process of this run was ended from outside (SIGKILL). Resume it to go on from the last checkpoint."
    )
    info = RunStore(tmp_path / "a.runs").get(ended.run)
    assert (info.state, info.message, info.epoch) == ("killed", ended.message, ended.epoch)
    assert sum(isinstance(e, RunEnded) for e in RunStore(tmp_path / "a.runs").events(ended.run)) == 1
    more = list(started(moons(epochs=info.epoch + 1), resume=ended.run).follow(240))
    assert more[-1].reason == "finished" and more[-1].run == ended.run


@posix
@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("__import__('ctypes').string_at(0)", "crashed in compiled code (SIGSEGV)"),
        ("__import__('os').abort()", "crashed in compiled code (SIGABRT)"),
        ("__import__('os')._exit(7)", "failed (exit code 7)"),
    ],
)
def test_a_layer_that_takes_its_process_along(started, tmp_path, failing_layer, statement, words):
    events = list(started(moons(failing_layer(statement)), command=child_that_fails()).follow(240))
    assert [e for e in events if isinstance(e, RunEnded)] == [events[-1]]
    ended = events[-1]
    assert ended.reason == "killed" and words in ended.message and ended.message.endswith("from the last checkpoint.")
    assert RunStore(tmp_path / "a.runs").get(ended.run).message == ended.message
    # 8 steps and a validation pass are an epoch: it fails in the second.
    assert (ended.epoch, ended.best_epoch) == (1, 1)
    assert RunStore(tmp_path / "a.runs").has_weights(ended.run, "last")
    assert "The process of run r0001" in log_file().read_text()
    assert list(started(moons(epochs=1)).follow(240))[-1].reason == "finished"


def test_a_layer_that_fails_is_told_by_the_child(started, failing_layer):
    events = list(started(moons(failing_layer("raise ValueError('odd')")), command=child_that_fails()).follow(240))
    assert events[-1].reason == "error" and events[-1].message.startswith("failing_1 failed: odd.")


def test_what_a_layer_prints_does_not_disturb(started, failing_layer):
    events = list(started(moons(failing_layer("print('{broken')")), command=child_that_fails()).follow(240))
    assert events[-1].reason == "finished"


@posix
def test_a_child_that_dies_before_it_began_leaves_no_run(started, tmp_path):
    events = list(started(moons(), command=[sys.executable, "-c", "raise SystemExit('no torch here')"]).follow(240))
    (ended,) = events
    assert (ended.run, ended.reason) == ("", "killed")
    assert ended.message == "The process of this run failed (no torch here). It had not begun to train."
    assert RunStore(tmp_path / "a.runs").runs() == []


def test_a_run_that_could_not_be_taken_up_again_stays_as_it_was(started, tmp_path):
    stopped = drive(moons(), tmp_path / "a.runs", stop_after=3)[-1]
    before = RunStore(tmp_path / "a.runs").events(stopped.run)
    events = list(started(moons(), command=[sys.executable, "-c", "exit(3)"], resume=stopped.run).follow(240))
    assert [(e.run, e.reason) for e in events] == [(stopped.run, "killed")]
    assert RunStore(tmp_path / "a.runs").events(stopped.run) == before


def test_no_process_at_all(started):
    (ended,) = list(started(moons(), command=["/no/such/program"]).follow(240))
    assert ended.reason == "killed" and ended.message.startswith("No process could be made for this run (No such file")


PARENT = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from training_helpers import moons
from workbench.engine.train.isolated import IsolatedRunner
from workbench.engine.train.runspec import RunSpec
runner = IsolatedRunner(RunSpec(project=moons(epochs=1_000_000), runs_dir=Path(sys.argv[2]), threads=1, device="cpu"))
runner.start()
for event in runner.follow():
    if event.event == "epoch_done":
        print(runner.process, flush=True)
        os.kill(os.getpid(), 9)
"""


@posix
def test_a_child_whose_parent_was_killed_stops_and_keeps(tmp_path):
    import psutil

    command = [sys.executable, "-c", PARENT, str(Path(__file__).parent), str(tmp_path / "a.runs")]
    parent = subprocess.run(command, stdout=subprocess.PIPE, text=True, timeout=240, check=False)
    assert parent.returncode == -signal.SIGKILL
    limit = time.monotonic() + 120
    while psutil.pid_exists(int(parent.stdout)) and time.monotonic() < limit:
        time.sleep(0.05)
    info = RunStore(tmp_path / "a.runs").newest()
    assert info is not None and info.state == "stopped" and info.epoch >= 1
    assert RunStore(tmp_path / "a.runs").has_weights(info.id, "last")


@posix
def test_stop_now_ends_a_child_that_hangs_in_a_step(started, tmp_path, failing_layer):
    """Its checkpoint stays as it was, and it is no death."""
    runner = started(moons(failing_layer("__import__('time').sleep(600)")), command=child_that_fails())
    until(runner, lambda e: e.event == "checkpoint_saved" and e.which == "last")
    began = time.monotonic()
    runner.stop_now()
    ended = until(runner, lambda e: isinstance(e, RunEnded))[-1]
    assert (ended.reason, ended.message, ended.epoch) == ("stopped", "", 1)
    assert time.monotonic() - began < 300
    info = RunStore(tmp_path / "a.runs").get(ended.run)
    assert (info.state, info.message) == ("stopped", "") and RunStore(tmp_path / "a.runs").has_weights(info.id, "last")


def test_settings_change_through_the_child(started):
    runner = started(moons(epochs=FOREVER))
    until(runner, lambda e: isinstance(e, Metrics))
    runner.change("training.learning_rate", 0.002)
    changed = until(runner, lambda e: isinstance(e, Changed))[-1]
    assert (changed.before, changed.after) == (0.01, 0.002)
    runner.stop_now()
    assert until(runner, lambda e: isinstance(e, RunEnded))[-1].reason == "stopped"
