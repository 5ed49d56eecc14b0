"""The child's side: takes jobs as JSON lines on stdin, answers in JSON lines on stdout, and ends when stdin does.

``python -m workbench.engine.study``. Lines on stdin: ``{"job": {"kind": "probe", ...}}``, ``{"stop": true}`` for the job
in hand, ``{"pause": true}`` and ``{"pause": false}``. Nobody needs to end it: when the program that started it is closed,
crashes or is killed, its pipe closes, and the child stops what it does and goes.
"""

from __future__ import annotations

import json
import logging
import os
import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import IO, Any

from ..data.recipe import Cancelled
from ..errors import WorkbenchError
from ..train.control import Control
from ..values import load_kinded
from .jobs import BatchJob, Done, Failed, Job, ProbeJob, RateJob, RunJob

log = logging.getLogger(__name__)

GRACE = 5.0
"""Seconds that a job has to write its checkpoint after the program has gone."""

Say = Callable[[dict[str, Any]], None]


def serve(stdin: IO[str], stdout: IO[str]) -> None:
    """Does jobs until stdin ends."""
    jobs: queue.SimpleQueue[tuple[Job, Control] | None] = queue.SimpleQueue()

    def listen() -> None:
        control = Control()
        for line in stdin:
            word = json.loads(line)
            if "job" in word:
                control = Control()
                jobs.put((load_kinded(Job, word["job"]), control))
            elif word.get("stop"):
                control.stop()
            elif "pause" in word:
                (control.pause if word["pause"] else control.resume)()
        jobs.put(None)
        control.stop()
        # Work that hears nothing (a long kernel, a library that hangs) must not outlive the program.
        end = threading.Timer(GRACE, os._exit, (1,))
        end.daemon = True
        end.start()

    threading.Thread(target=listen, name="listening", daemon=True).start()

    def say(word: dict[str, Any]) -> None:
        # A pipe that is closed has no reader any more: what is being done is stopped by then, and ends in its own way.
        with suppress(BrokenPipeError):
            stdout.write(json.dumps(word) + "\n")
            stdout.flush()

    from ..torch_loading import load_torch
    from ..train.runner import lower_priority

    lower_priority()
    load_torch()
    while (asked := jobs.get()) is not None:
        do(*asked, say)


def do(job: Job, control: Control, say: Say) -> None:
    """Does one job. What goes wrong is told, and never raised."""
    try:
        for answer in _answers(job, control):
            say(answer)
    except Cancelled:
        pass
    except BaseException as error:  # the border of a process: whatever it was becomes an answer
        say(_failure(error, job).dump())
    say(Done().dump())


def _answers(job: Job, control: Control) -> Iterator[dict[str, Any]]:
    if isinstance(job, RunJob):
        from ..train.run import run

        for event in run(job.spec, control):
            yield event.dump()
        return
    if isinstance(job, ProbeJob):
        from .probe import probe as work
    elif isinstance(job, RateJob):
        from .rate import find_rate as work  # type: ignore[assignment]
    else:
        assert isinstance(job, BatchJob)
        from .batch import find_batch as work  # type: ignore[assignment]
    for answer in work(job, control):  # type: ignore[arg-type]
        yield answer.dump()


def _failure(error: BaseException, job: Job) -> Failed:
    if isinstance(error, WorkbenchError):
        return Failed(
            what=error.what, expected=error.expected, fix=error.fix, code=error.code, values=dict(error.values or {})
        )
    from ..train.endings import ending_of, out_of_memory

    recipe = job.spec.project.training
    ending = ending_of(error, None, {}, batch_size=recipe.batch_size, device=job.spec.device)
    return Failed(what=ending.message, code="study.failed", out_of_memory=out_of_memory(error))


def main() -> None:
    """Runs the child on this process's own stdin and stdout."""
    # What a library or a layer prints must not get between the lines: it goes where errors go.
    own = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    with open(0, encoding="utf-8", closefd=False) as asked:
        serve(asked, own)
    os._exit(0)  # the interpreter would flush a pipe that nobody reads
