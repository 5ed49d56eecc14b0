"""How long work will take: a guess from its pace of late, in words that are as exact as it deserves."""

from __future__ import annotations

import pytest

from workbench.ui import jobs
from workbench.ui.jobs import Job
from workbench.ui.words import time_left


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch) -> Clock:
    found = Clock()
    monkeypatch.setattr(jobs, "time", found)
    return found


def work(clock: Clock, job: Job, seconds: float, to: float) -> None:
    """So much time goes by in steps, the share rises evenly."""
    first, steps = job.share, max(1, round(seconds / 0.05))
    for step in range(1, steps + 1):
        clock.now += seconds / steps
        job.report(first + (to - first) * step / steps)


def test_a_job_tells_how_long_it_will_take_after_a_few_seconds(clock):
    job = Job("Reading", None, None, True)
    work(clock, job, 2.0, 0.02)
    assert job.seconds_left is None, "too early to tell"
    work(clock, job, 8.0, 0.10)
    assert job.seconds_left == pytest.approx(90.0, rel=0.1)
    work(clock, job, 50.0, 0.60)
    assert job.seconds_left == pytest.approx(40.0, rel=0.1)


def test_a_jump_to_where_work_was_broken_off_is_no_pace(clock):
    job = Job("Reading", None, None, True)
    work(clock, job, 0.5, 0.0)
    work(clock, job, 0.5, 0.8)
    work(clock, job, 10.0, 0.82)
    assert job.seconds_left == pytest.approx(90.0, rel=0.1)


def test_a_part_that_begins_anew_is_reckoned_by_itself(clock):
    job = Job("Reading", None, None, True)
    work(clock, job, 10.0, 0.9)
    work(clock, job, 0.05, 0.0)
    assert job.seconds_left is None
    work(clock, job, 5.0, 0.5)
    assert job.seconds_left == pytest.approx(5.0, rel=0.2)


def test_a_long_job_keeps_few_steps(clock):
    job = Job("Reading", None, None, True)
    work(clock, job, 1000.0, 0.5)
    assert len(job._steps) < 80 and job.seconds_left == pytest.approx(1000.0, rel=0.1)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (0.4, ""),
        (3.2, "about 3 s left"),
        (33.0, "about 35 s left"),
        (56.0, "about 1 min left"),
        (130.0, "about 2 min left"),
        (3599.0, "about 1 h 00 min left"),
        (4700.0, "about 1 h 20 min left"),
    ],
)
def test_words_are_as_exact_as_a_guess_deserves(seconds, words):
    assert time_left(seconds) == words
