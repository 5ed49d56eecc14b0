"""The thread runner: events through its queue, pause, resume and stop from outside."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest
from training_helpers import moons

from workbench.engine.runs.store import RunStore
from workbench.engine.train.events import Metrics, RunEnded, StateChanged
from workbench.engine.train.runner import NICENESS, ThreadRunner, lower_priority
from workbench.engine.train.runspec import RunSpec

FOREVER = 1_000_000


@pytest.fixture
def started(tmp_path):
    """Starts runners and stops those that a test left running."""
    runners = []

    def start(project, **more) -> ThreadRunner:
        runner = ThreadRunner(RunSpec(project=project, runs_dir=tmp_path / "a.runs", device="cpu", **more))
        runners.append(runner)
        runner.start()
        return runner

    yield start
    for runner in runners:
        runner.stop()
        assert runner.join(120)


def until(runner: ThreadRunner, wanted, seconds: float = 120.0):
    """Drains until an event is wanted; returns all that were drained, that one last."""
    events = []
    for event in runner.follow(seconds):
        events.append(event)
        if wanted(event):
            return events
    raise AssertionError(f"it never came: {events[-1]}")


def test_events_arrive_in_order_and_end_once(started, tmp_path):
    runner = started(moons())
    events = list(runner.follow(120))
    assert events[0].event == "run_started"
    assert isinstance(events[-1], RunEnded) and runner.ended == events[-1]
    assert runner.join(120) and not runner.alive
    assert runner.drain() == []
    assert RunStore(tmp_path / "a.runs").events(events[0].run) == events


def test_drain_takes_no_more_than_asked_and_never_waits(started):
    runner = started(moons())
    assert runner.join(120)
    first = runner.drain(2)
    assert [e.event for e in first] == ["run_started", "metrics"]
    rest = runner.drain(1000)
    assert rest[-1].event == "run_ended"
    assert runner.drain() == []


def test_pause_holds_and_resume_goes_on(started):
    runner = started(moons(epochs=FOREVER))
    until(runner, lambda e: isinstance(e, Metrics))
    runner.pause()
    paused = until(runner, lambda e: isinstance(e, StateChanged))[-1]
    assert paused.state == "paused"
    time.sleep(0.3)
    assert runner.drain() == []
    runner.resume()
    events = until(runner, lambda e: isinstance(e, Metrics))
    assert [e.state for e in events if isinstance(e, StateChanged)] == ["running"]
    assert events[-1].first_step == paused.step + 1
    runner.stop()
    ended = until(runner, lambda e: isinstance(e, RunEnded))[-1]
    assert ended.reason == "stopped"


def test_paused_time_is_not_trained_time(started):
    began = time.perf_counter()
    runner = started(moons(epochs=FOREVER))
    until(runner, lambda e: isinstance(e, Metrics))
    runner.pause()
    until(runner, lambda e: isinstance(e, StateChanged))
    time.sleep(0.5)
    runner.resume()
    until(runner, lambda e: isinstance(e, Metrics))
    runner.stop()
    ended = until(runner, lambda e: isinstance(e, RunEnded))[-1]
    assert ended.reason == "stopped"
    assert ended.seconds < time.perf_counter() - began - 0.5


def test_stop_ends_a_paused_run_and_one_that_has_hardly_begun(started):
    runner = started(moons(epochs=FOREVER))
    runner.pause()
    runner.stop()
    ended = until(runner, lambda e: isinstance(e, RunEnded))[-1]
    assert ended.reason == "stopped"
    assert runner.join(120)


def test_a_running_run_is_seen_as_running(started, tmp_path):
    runner = started(moons(epochs=FOREVER))
    first = until(runner, lambda e: isinstance(e, Metrics))[0]
    info = RunStore(tmp_path / "a.runs").get(first.run)
    assert info.running and info.device == "cpu" and info.step > 0
    runner.stop()
    assert runner.join(120)
    assert RunStore(tmp_path / "a.runs").get(first.run).state == "stopped"


def test_following_a_silent_run_gives_up(started):
    runner = started(moons(epochs=FOREVER))
    until(runner, lambda e: isinstance(e, Metrics))
    runner.pause()
    until(runner, lambda e: isinstance(e, StateChanged))
    with pytest.raises(TimeoutError):
        list(runner.follow(0.2))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has priorities of threads")
def test_priority_is_lowered_for_the_thread_alone():
    import threading

    found = []

    def work():
        lower_priority()
        found.append(os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))

    before = os.getpriority(os.PRIO_PROCESS, 0)
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert found == [min(19, before + NICENESS)]
    assert os.getpriority(os.PRIO_PROCESS, 0) == before


def test_the_window_can_import_it_without_torch():
    code = (
        "import sys\n"
        "import workbench.engine.check, workbench.engine.runs.store, workbench.engine.train.runner\n"
        "import workbench.engine.train.devices, workbench.engine.train.objectives\n"
        "sys.exit('torch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
