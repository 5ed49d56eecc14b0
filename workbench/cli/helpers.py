"""``probe``, ``find-rate`` and ``find-batch``: what a few steps tell of a run that is not made."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING

from ..engine.errors import TrainingError
from ..engine.study.jobs import (
    Answer,
    BatchFound,
    BatchJob,
    BatchTried,
    Estimate,
    ProbeJob,
    RateFound,
    RateJob,
    RateSteps,
    Stage,
)
from ..engine.study.words import about_memory, about_time
from .output import count, emit, number, say, table
from .training import Wish, spec_of

if TYPE_CHECKING:
    from ..engine.study.jobs import Job


def probe_file(wish: Wish, *, steps: int, as_json: bool) -> None:
    """Says how long training will take and what memory it needs."""
    found = _last(_answers(ProbeJob(spec=spec_of(wish), steps=steps), as_json), Estimate)
    if as_json:
        return
    print(f"{about_time(found.seconds)}, {about_memory(found.device_memory or found.memory)} on {found.device}")
    rows = [
        ("start", f"{found.starting:.1f} s"),
        ("data", f"{found.reading:.1f} s"),
        ("step", f"{1000 * found.step:.3g} ms, {count(found.batch_size, 'sample')}"),
        ("steps in an epoch", f"{found.steps_per_epoch:,}"),
        ("validation", f"{found.validation:.3g} s an epoch"),
        ("checkpoints", f"{found.saving:.3g} s"),
        ("epochs", f"{found.epochs:,}"),
        ("memory", f"{about_memory(found.memory)}, {about_memory(found.base)} of it PyTorch and the program"),
        ("free", about_memory(found.free)),
    ]
    table(rows)
    for assumed in found.assumed:
        say(assumed.text)


def find_rate_of(wish: Wish, *, steps: int, as_json: bool) -> None:
    """Ramps the learning rate and suggests where to begin."""
    found = _last(_answers(RateJob(spec=spec_of(wish), steps=steps), as_json), RateFound)
    if as_json:
        return
    if found.valley is None or found.steepest is None:
        raise TrainingError(
            "The loss fell at no learning rate between 1e-07 and 10",
            "",
            "Look at the network and the data first: there may be nothing to learn, or the loss doesn't fit",
            code="rate.none",
        )
    print(f"suggested learning rate {number(found.valley)} (steepest descent at {number(found.steepest)})")
    say(f"The project has {number(found.current)}. Try it: --set training.learning_rate={found.valley:.2g}")


def find_batch_of(wish: Wish, *, as_json: bool) -> None:
    """Finds the largest batch that fits in memory."""
    from ..engine.study.largest import batch_answers

    tried: list[BatchTried] = []
    found: BatchFound | None = None
    with closing(batch_answers(BatchJob(spec=spec_of(wish)))) as answers:
        for answer in _told(answers, as_json):
            if isinstance(answer, BatchTried):
                tried.append(answer)
            elif isinstance(answer, BatchFound):
                found = answer
    if as_json or found is None:
        return
    rows = [
        (
            f"{t.size:,}",
            "fits" if t.fits else "too large",
            about_memory(t.memory) if t.fits else "",
            f"{t.samples_per_second:,.0f}" if t.fits else "",
        )
        for t in sorted(tried, key=lambda t: t.size)
    ]
    table(rows, header=("BATCH", "", "MEMORY", "SAMPLES/S"), right=(0, 2, 3))
    what = "all training samples fit in one batch" if found.all_samples else f"{about_memory(found.limit)} were allowed"
    print(f"largest batch {found.largest:,} ({what}); {found.quickest:,} is as quick")


def _answers(job: Job, as_json: bool) -> Iterator[Answer]:
    from ..engine.study.child import answers

    with closing(answers(job)) as made:
        yield from _told(made, as_json)


def _told(answers: Iterator[Answer | None], as_json: bool) -> Iterator[Answer]:
    """Passes answers on, telling them as JSON lines or how it goes on a terminal."""
    terminal = sys.stderr.isatty()
    for answer in answers:
        if answer is None:
            continue
        if as_json and not isinstance(answer, Stage):
            emit(answer.dump())
        elif isinstance(answer, BatchTried):
            say(f"{answer.size:,}: {'fits' if answer.fits else 'too large'}")
        elif isinstance(answer, Stage) and answer.stage in ("data", "network"):
            say("Reading the data" if answer.stage == "data" else "Building the network")
        elif isinstance(answer, RateSteps) and terminal:
            print(f"\r{answer.rates[-1]:.1e}  loss {number(answer.smoothed[-1])}   ", end="", file=sys.stderr)
        yield answer
    if terminal:
        print("\r", end="", file=sys.stderr)


def _last(answers: Iterator[Answer], kind: type[Answer]) -> Answer:
    found = None
    for answer in answers:
        found = answer if isinstance(answer, kind) else found
    if found is None:
        raise TrainingError("The child process ended without an answer", "", "Try again", code="study.nothing")
    return found
