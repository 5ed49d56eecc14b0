"""The largest batch that fits: sizes tried for real, doubled until one doesn't fit, then halved in between."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import torch

from ..train.control import Control
from ..train.devices import free_memory as free_on
from ..train.endings import out_of_memory
from ..train.events import Metrics
from ..train.telling import Diverged
from .jobs import Answer, BatchFound, BatchJob, BatchTried, Stage
from .memory import SHARE, forget_peak, free_memory, limit_memory, peak_memory, watch_memory
from .short import Ready

FIRST = 2
"""The first size: batch normalisation has no statistics of a single sample, so that one is tried only where two don't fit."""

FINE = 16
"""How exact: the search ends when the step to the next size is a sixteenth of the size."""

AS_QUICK = 0.9
"""Share of the best speed that counts as being as quick."""

REFUSED = ("could not create a primitive", "could not create a memory", "could not execute a primitive")
"""What oneDNN says, in lower case, when it got no memory."""

FEWEST, MOST, SECONDS = 3, 50, 0.2
"""Steps that are timed at each size, after one that warms up: enough for a fifth of a second, but for these bounds."""


def find_batch(job: BatchJob, control: Control) -> Iterator[Answer]:
    """Tries sizes until the largest that fits is known. Raises what a run with one sample in a batch would end with.

    On the CPU the process may take ``job.limit`` bytes, or ``SHARE`` of what is free; on an accelerator, all that it has.
    """
    yield Stage(stage="data")
    spec = job.spec
    ready = Ready(spec, control)
    yield Stage(stage="network")
    session = ready.session
    most = session.epoch_samples
    limit = job.limit or _limit(session.device)
    cpu = session.device.type == "cpu"
    if cpu and not limit_memory(max(limit - peak_memory(), 0) if job.limit else limit):
        watch_memory(limit + peak_memory())
    fits, fails = min(job.fits, most), job.fails
    speeds: dict[int, float] = {}
    while (size := next_size(fits, fails, most)) is not None:
        if control.stopped:
            return
        yield Stage(stage=f"size {size}")
        tried = _try(ready, size)
        yield tried
        if tried.fits:
            fits = size
            speeds[size] = tried.samples_per_second
        else:
            fails = size
    yield BatchFound(
        largest=fits,
        quickest=quickest(speeds, fits),
        limit=limit,
        all_samples=fits >= most,
        device=str(session.device),
        current=spec.project.training.batch_size,
    )


def _limit(device: torch.device) -> int:
    return int(SHARE * free_memory()) if device.type == "cpu" else free_on(device)


def next_size(fits: int, fails: int, most: int) -> int | None:
    """The size to try next; None when the largest is known. 0 for what isn't known yet."""
    if fits >= most:
        return None
    if not fails:
        return min(max(2 * fits, FIRST), most)
    step = max(1, fits // FINE)
    if fails - fits <= step:
        return None
    middle = (fits + fails) // 2
    # Round numbers: a multiple of the step.
    return max(fits + 1, middle - middle % step) if middle - middle % step > fits else middle


def quickest(speeds: dict[int, float], largest: int) -> int:
    """The smallest size that trains nearly as many samples a second as any."""
    best = max(speeds.values(), default=0.0)
    return min((size for size, speed in speeds.items() if speed >= AS_QUICK * best), default=largest)


def _try(ready: Ready, size: int) -> BatchTried:
    session = ready.session
    kept = session.recipe
    forget_peak()
    if session.device.type == "cuda":
        torch.cuda.reset_peak_memory_stats(session.device)
    steps, done, seconds, fits = [1, FEWEST], 0, 0.0, True
    try:
        session.recipe = kept.updated(batch_size=size)
        with ready.loop(lambda epoch: size * steps[epoch], len(steps)) as loop:
            for event in loop.events():
                if not isinstance(event, Metrics) or event.samples_per_second <= 0:
                    continue
                samples = size * max(map(len, event.values.values()))
                if loop.progress.epoch == 1:
                    done, seconds = done + samples, seconds + samples / event.samples_per_second
                else:
                    steps[1] = max(FEWEST, min(MOST, round(SECONDS * event.samples_per_second / size)))
    except Diverged:
        pass  # the weights are of no interest
    except Exception as error:
        if not out_of_memory(error) and not any(words in str(error).lower() for words in REFUSED):
            raise
        fits = False
    finally:
        session.recipe = kept
    # Outside the handler, whose traceback held the tensors.
    for parameter in session.module.parameters():
        parameter.grad = None
    gc.collect()
    if session.device.type == "cuda":
        memory = torch.cuda.max_memory_reserved(session.device)
        torch.cuda.empty_cache()
    else:
        memory = peak_memory()
    speed = done / seconds if fits and seconds else 0.0
    return BatchTried(size=size, fits=fits, memory=memory, samples_per_second=speed)
