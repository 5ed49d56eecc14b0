"""The largest batch that fits: real memory that runs out in a child, and a child that dies."""

from __future__ import annotations

from typing import Any

import pytest
from study_helpers import moons, spec_of

from workbench.engine.graph import edits
from workbench.engine.study import largest
from workbench.engine.study.batch import next_size, quickest
from workbench.engine.study.child import ChildDied
from workbench.engine.study.jobs import BatchFound, BatchJob, BatchTried, Done, Stage


def search(truth: int, most: int) -> list[int]:
    """The sizes tried where ``truth`` is the largest that fits."""
    fits = fails = 0
    tried = []
    while (size := next_size(fits, fails, most)) is not None:
        assert size not in tried
        tried.append(size)
        if size <= truth:
            fits = size
        else:
            fails = size
    assert fits <= truth
    assert fits == most or fails - fits <= max(1, fits // 16)
    return tried


@pytest.mark.parametrize("truth", [0, 1, 2, 3, 7, 100, 777, 5000, 10**6])
def test_sizes_are_doubled_then_halved_in_between(truth):
    tried = search(truth, 10_000)
    assert len(tried) < 20
    assert max(tried) <= 10_000


def test_one_sample_is_tried_only_where_two_do_not_fit():
    assert next_size(0, 0, 100) == 2 and next_size(0, 2, 100) == 1 and next_size(0, 0, 1) == 1


def test_the_quickest_is_the_smallest_of_those_that_are_as_quick():
    assert quickest({1: 10.0, 2: 19.0, 4: 39.0, 8: 40.0, 16: 20.0}, 16) == 4
    assert quickest({}, 7) == 7


@pytest.mark.slow
def test_memory_that_runs_out_in_a_child_tells_the_largest_batch(tmp_path):
    """A layer of a million units takes some twelve megabytes a sample: sixty don't fit in 800 MB, a few do."""
    project = moons(edits.make_layer("dense", units=1_000_000), edits.make_layer("relu"), optimizer={"kind": "sgd"})
    job = BatchJob(spec=spec_of(project, tmp_path), limit=800_000_000)
    answers = [a for a in largest.batch_answers(job) if a is not None]
    found = answers[-1]
    assert isinstance(found, BatchFound) and not found.all_samples
    assert 1 <= found.largest < 60
    tried = [a for a in answers if isinstance(a, BatchTried)]
    assert {t.fits for t in tried} == {True, False}
    assert all(t.fits == (t.size <= found.largest) for t in tried)
    assert all(t.samples_per_second > 0 and t.memory < 900_000_000 for t in tried if t.fits)


class PlayedChild:
    """Children that die of more than 20 samples."""

    asked: list[BatchJob] = []

    def __init__(self) -> None:
        self.lines: list[dict[str, Any] | None] = []

    def __enter__(self) -> PlayedChild:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def ask(self, job: BatchJob) -> None:
        PlayedChild.asked.append(job)
        fits, fails = job.fits, job.fails
        while (size := next_size(fits, fails, 1000)) is not None:
            self.lines.append(Stage(stage=f"size {size}").dump())
            if size > 20:
                self.lines.append(None)
                return
            fits = size
            self.lines.append(BatchTried(size=size, fits=True, samples_per_second=1.0).dump())
        found = BatchFound(largest=fits, quickest=1, limit=0, all_samples=False, device="cpu", current=8)
        self.lines += [found.dump(), Done().dump()]

    def next(self, timeout: float = 0.0) -> dict[str, Any]:
        line = self.lines.pop(0)
        if line is None:
            raise ChildDied("it died")
        return line


def test_a_child_that_the_system_kills_has_told_that_its_size_is_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr(largest, "Child", PlayedChild)
    PlayedChild.asked.clear()
    answers = list(largest.batch_answers(BatchJob(spec=spec_of(moons(), tmp_path))))
    assert isinstance(answers[-1], BatchFound) and answers[-1].largest == 20
    assert [a.size for a in answers if isinstance(a, BatchTried) and not a.fits] == [32, 24, 22, 21]
    assert (PlayedChild.asked[1].fits, PlayedChild.asked[1].fails) == (16, 32)
