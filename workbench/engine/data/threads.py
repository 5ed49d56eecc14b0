"""Work on many small pieces in a few threads, for work that lets go of Python's lock (decoding, hashing)."""

from __future__ import annotations

import itertools
import os
import threading
from collections.abc import Callable

_LOOK_EVERY = 0.05
"""Seconds between two reports of progress; also the longest that cancelling waits, beside the pieces being done."""


def cores() -> int:
    """Processor cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1


def each_in_threads(work: Callable[[int], None], count: int, tick: Callable[[int], None], threads: int = 0) -> None:
    """Calls ``work(0)`` to ``work(count - 1)``, each once, in no certain order.

    Args:
        work: called from several threads at once.
        count: number of pieces.
        tick: called from this thread with the number of pieces done, a few times a second and at the end; may raise to stop
            the work.
        threads: how many, 0 for one a core.

    Raises what ``work`` or ``tick`` raises; no thread is left running then.
    """
    threads = min(threads or cores(), count)
    numbers = itertools.count()
    stop = threading.Event()
    done, failures = [0] * threads, list[BaseException]()

    def loop(slot: int) -> None:
        try:
            # A step of itertools.count is one operation under Python's lock: no number is given twice.
            for number in numbers:
                if number >= count or stop.is_set():
                    return
                work(number)
                done[slot] += 1
        except BaseException as error:
            failures.append(error)
            stop.set()

    pool = [threading.Thread(target=loop, args=(slot,), name=f"pieces {slot}") for slot in range(threads)]
    try:
        for thread in pool:
            thread.start()
        for thread in pool:
            while thread.is_alive():
                thread.join(_LOOK_EVERY)
                tick(sum(done))
        tick(sum(done))
    finally:
        stop.set()
        for thread in pool:
            if thread.ident is not None:
                thread.join()
    if failures:
        raise failures[0]
