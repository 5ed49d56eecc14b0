"""Fewer threads beside busy programs, all of them on a free machine."""

from __future__ import annotations

import sys
import time

import pytest
import torch
from training_helpers import moons

from workbench.engine.train.control import Control
from workbench.engine.train.crowding import LONGEST_PAUSE, PAUSE, Threads, queue_clock
from workbench.engine.train.events import Warned
from workbench.engine.train.runspec import RunSpec


class Machine:
    """A processor of which ``taken`` cores belong to somebody else; a step takes 10 ms on one thread."""

    def __init__(self, cores: int) -> None:
        self.cores, self.taken = cores, 0
        self.queued = 0.0
        self.tried: list[int] = []
        self.threads = Threads(cores, set_threads=self.tried.append, waited=lambda: self.queued)
        self.changes: list[int] = []

    def train(self, seconds: float) -> None:
        while seconds > 0:
            crowded = self.threads.count > self.cores - self.taken
            took = 0.5 if crowded else 0.01 / self.threads.count**0.5
            self.queued += took * (0.5 if crowded else 0.01)
            seconds -= took
            if self.threads.observe(1, took):
                self.changes.append(self.threads.count)


def test_nothing_is_tried_on_a_free_machine():
    machine = Machine(8)
    machine.train(100)
    assert machine.tried == []


def test_one_busy_program_beside_two_threads():
    machine = Machine(2)
    machine.train(1)
    machine.taken = 1
    machine.train(2)
    assert (machine.threads.count, machine.changes) == (1, [1])
    # More threads are tried again, ever more rarely.
    machine.train(1000)
    assert machine.threads.count == 1 and machine.changes == [1]
    assert 4 <= machine.tried.count(2) <= 1000 / PAUSE / 8
    machine.taken = 0
    machine.train(LONGEST_PAUSE + 1)
    assert machine.changes == [1, 2]


def test_as_few_as_are_needed():
    machine = Machine(16)
    machine.taken = 11
    machine.train(5)
    assert (machine.threads.count, machine.changes, machine.tried) == (4, [4], [8, 4])


def test_fewer_that_are_not_quicker_are_given_up():
    """Queueing that does no harm: say, behind the window's own drawing."""
    queued = [0.0]
    tried: list[int] = []
    threads = Threads(4, set_threads=tried.append, waited=lambda: queued[0])
    for _ in range(500):
        queued[0] += 0.04
        assert not threads.observe(10, 0.1)
    assert threads.count == 4
    assert tried == [2, 1, 4] * (len(tried) // 3) and len(tried) <= 3 * (1 + 50 / PAUSE)


def test_what_is_no_training_does_not_count():
    queued = [0.0]
    tried: list[int] = []
    threads = Threads(2, set_threads=tried.append, waited=lambda: queued[0])
    for _ in range(20):
        queued[0] += 5.0
        threads.mark()
        threads.observe(10, 0.1)
    assert tried == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells how long a thread queues")
def test_the_queue_clock_runs_slower_than_time():
    waited = queue_clock()
    if waited is None:
        pytest.skip("this kernel doesn't tell how long a thread queues")
    before, began = waited(), time.perf_counter()
    time.sleep(0.01)
    assert 0 <= waited() - before <= time.perf_counter() - began


def run_with(monkeypatch, tmp_path, threads: int) -> tuple[list, list[int]]:
    """A run on a machine that says it is crowded, until it is over: events, and thread counts that were set."""
    from workbench.engine.train import run as run_module
    from workbench.engine.train import setup

    queued = [0.0]

    def waited() -> float:
        queued[0] += 1e9
        return queued[0]

    counts: list[int] = []
    monkeypatch.setattr(run_module, "queue_clock", lambda: waited)
    monkeypatch.setattr(run_module, "default_threads", lambda: 2)
    # As if the network were large enough for both.
    monkeypatch.setattr(setup, "worthwhile_threads", lambda most, *_: most)
    monkeypatch.setattr(torch, "set_num_threads", counts.append)
    # Each step takes a second with two threads and a tenth of it with one.
    seconds = [0.0]

    def clock() -> float:
        seconds[0] += 0.1 if counts[-1] == 1 else 1.0
        return seconds[0]

    spec = RunSpec(project=moons(), runs_dir=tmp_path / "a.runs", device="cpu", threads=threads)
    return list(run_module.run(spec, Control(), clock=clock)), counts


def test_a_run_tells_that_it_goes_on_with_fewer_threads(tmp_path, monkeypatch):
    events, counts = run_with(monkeypatch, tmp_path, threads=0)
    assert events[0].threads == 2 and events[-1].reason == "finished"
    told = [e for e in events if isinstance(e, Warned)]
    assert [e.code for e in told] == ["training.threads"]
    assert "goes on with 1 thread instead of 2" in told[0].message
    assert counts[:2] == [2, 1]


def test_a_fixed_number_of_threads_is_kept(tmp_path, monkeypatch):
    events, counts = run_with(monkeypatch, tmp_path, threads=2)
    assert events[-1].reason == "finished"
    assert counts == [2]
    assert not any(isinstance(e, Warned) for e in events)
