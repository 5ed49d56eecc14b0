"""``train``: a run in this process or a child, its events as JSON lines or as progress on stderr."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Literal

from ..engine.errors import TrainingError
from ..engine.project.files import load_project, runs_dir_of
from ..engine.project.settings import apply_settings
from ..engine.train.events import GOOD_REASONS, Event, RunEnded
from ..engine.train.place import Place, place_of
from .output import say
from .progress import Reporter, Silent, make_reporter

if TYPE_CHECKING:
    from ..engine.train.runner import Runner
    from ..engine.train.runspec import RunSpec, WarmStart

POLL = 0.05
"""Seconds between two looks at what the run has said."""


@dataclass(frozen=True)
class Wish:
    """What the command line asks for."""

    file: Path
    settings: tuple[str, ...] = ()
    device: str = "auto"
    resume: str = ""
    threads: int = 0
    warm_start: str = ""
    project: Path | None = None
    """Whose run ``warm_start`` is, None for the same file's."""


def train_file(wish: Wish, *, isolated: bool, as_json: bool) -> int:
    """Trains and tells how it goes; returns the exit code."""
    place = place_of()
    spec = spec_of(wish)
    if place is not None and isolated:
        raise TrainingError(
            "--isolated and torchrun are two ways to train in other processes",
            "",
            "Leave --isolated away: what torchrun starts are processes of their own",
            code="team.isolated",
        )
    # Several processes are one run, of which the first tells.
    reporter = make_reporter(as_json=as_json) if place is None or place.rank == 0 else Silent()
    return _train(_runner(spec, isolated=isolated, place=place), reporter, several=place is not None)


def _runner(spec: RunSpec, *, isolated: bool, place: Place | None) -> Runner:
    if isolated:
        from ..engine.train.isolated import IsolatedRunner

        return IsolatedRunner(spec)
    from ..engine.train.runner import ThreadRunner

    return ThreadRunner(spec, place=place)


def spec_of(wish: Wish) -> RunSpec:
    """What is to be trained. Raises ``ProjectError``, ``TrainingError``."""
    from ..engine.train.runspec import RunSpec

    project = load_project(wish.file)
    runs_dir = runs_dir_of(wish.file.absolute())
    run = ""
    if wish.resume:
        from ..engine.runs.store import RunStore

        # A run goes on with the project it began with; settings given now (more epochs) come on top.
        store = RunStore(runs_dir)
        run = store.get(wish.resume).id
        project = store.project(run)
    return RunSpec(
        project=apply_settings(project, wish.settings),
        runs_dir=runs_dir,
        base_dir=wish.file.absolute().parent,
        device=wish.device,
        resume=run,
        threads=wish.threads,
        warm_start=_warm_start(wish, runs_dir) if wish.warm_start else None,
    )


def _warm_start(wish: Wish, runs_dir: Path) -> WarmStart:
    """Whose weights to begin with, which must be there."""
    from ..engine.runs.store import RunStore
    from ..engine.train.runspec import WarmStart

    if wish.project is not None:
        load_project(wish.project)
        runs_dir = runs_dir_of(wish.project.absolute())
    store = RunStore(runs_dir)
    run = store.get(wish.warm_start).id
    weights: Literal["best", "last"] = "best" if store.has_weights(run) else "last"
    store.weights_path(run, weights)
    return WarmStart(run=run, runs_dir=runs_dir, weights=weights)


def _train(runner: Runner, reporter: Reporter, *, several: bool = False) -> int:
    gone: BrokenPipeError | None = None
    ended: RunEnded | None = None
    with interruptions(runner.stop, several=several), reporter:
        runner.start()
        over = False
        while not over:
            over = runner.join(POLL)
            for event in _drained(runner.drain):
                ended = event if isinstance(event, RunEnded) else ended
                if gone is None:
                    try:
                        reporter.take(event)
                    except BrokenPipeError as error:
                        gone = error  # nobody reads on: stop, keep what was learnt, and leave
                        runner.stop()
    if gone is not None:
        raise gone
    return finish(ended, reporter)


def _drained(drain: Callable[[], list[Event]]) -> Iterator[Event]:
    while events := drain():
        yield from events


def finish(ended: RunEnded | None, reporter: Reporter) -> int:
    """Tells the ending; returns the exit code."""
    if ended is None:
        raise TrainingError(
            "The run ended without saying why", "", "Try again with --isolated", code="training.no_ending"
        )
    reporter.conclude(ended)
    return 0 if ended.reason in GOOD_REASONS else 1


@contextmanager
def interruptions(stop: Callable[[], None], *, several: bool = False) -> Iterator[None]:
    """Ctrl+C (and the system's request to end) stops and keeps; a second one ends at once.

    Of ``several`` processes each hears it twice, from the terminal and from torchrun, which ends them after half a minute.
    """
    asked = threading.Event()

    def handle(number: int, frame: FrameType | None) -> None:
        if asked.is_set() and several:
            return
        if asked.is_set():
            os._exit(130)
        asked.set()
        if not several:
            say("Stopping and keeping what was learnt. Press Ctrl+C again to end at once.")
        stop()

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = [signal.SIGINT, signal.SIGTERM]
    before = {number: signal.signal(number, handle) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
