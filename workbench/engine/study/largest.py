"""The program's side of the search for the largest batch: a child that dies of a size has told that it doesn't fit."""

from __future__ import annotations

from collections.abc import Iterator

from .child import Child, ChildDied, heard
from .jobs import Answer, BatchJob, BatchTried, Stage

MOST_DEATHS = 8
"""Children that may die before it is given up."""


def batch_answers(job: BatchJob) -> Iterator[Answer | None]:
    """As ``answers`` for this job, with a new child for one that died: its last size did not fit."""
    fits, fails, trying = job.fits, job.fails, 0
    died = 0
    while True:
        with Child() as child:
            child.ask(job.updated(fits=fits, fails=fails))
            try:
                for answer in heard(child):
                    if isinstance(answer, Stage) and answer.stage.startswith("size "):
                        trying = int(answer.stage.split()[1])
                    if isinstance(answer, BatchTried):
                        trying = 0
                        if answer.fits:
                            fits = answer.size
                        else:
                            fails = answer.size
                    yield answer
                return
            except ChildDied:
                died += 1
                if not trying or died > MOST_DEATHS:
                    raise
        fails, tried = trying, trying
        trying = 0
        yield BatchTried(size=tried, fits=False)
