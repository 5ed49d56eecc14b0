"""The process of an ``IsolatedRunner`` (``python -m workbench.engine.train.child``): a run, steered through its stdin.

stdin: the ``RunSpec`` as JSON in the first line, then one JSON object a line: ``{"ask": "pause"}``, ``"resume"``,
``"stop"``, ``"stop_now"`` or ``{"ask": "change", "setting": "training.learning_rate", "value": 0.01}``. When it is closed, whoever began the run is gone: the run stops and keeps what was learnt.
stdout: every event as a JSON object on a line. Whatever else is printed goes to stderr.

torchrun may start several of them for one run (see ``launch``): the first speaks and listens, and tells the others what to
train.
"""

from __future__ import annotations

import faulthandler
import json
import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from typing import TextIO

from ..logfile import LogHandler
from ..torch_loading import load_torch
from .control import Control, heed
from .place import Place, place_of
from .runner import lower_priority
from .runspec import RunSpec

CHUNK = 65536


def main() -> int:
    """Trains what stdin says; returns the exit code, 0 whenever the ending was told."""
    faulthandler.enable()
    logging.getLogger().addHandler(LogHandler(logging.WARNING))
    told = _own_stdout()
    place = place_of()
    control = Control()
    if place is not None:
        _end_with_parent()
    if place is not None and place.rank > 0:
        return _follow(place, control)
    lines = _lines()
    spec = RunSpec.model_validate_json(next(lines))
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: control.stop())
    # A daemon, which reads from the descriptor and not from sys.stdin: a thread that holds the lock of that would
    # make the interpreter's end fail.
    threading.Thread(target=_listen, args=(lines, control), name="listening", daemon=True).start()
    lower_priority()
    load_torch()
    from .run import run

    if place is not None:
        shared_spec(place, spec)
    for event in run(spec, control, place=place):
        try:
            told.write(json.dumps(event.dump()) + "\n")
            told.flush()
        except BrokenPipeError:
            # Nobody listens any more: the record is written all the same.
            control.stop()
            told = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - open as long as the process lives
    return 0


def _follow(place: Place, control: Control) -> int:
    """Trains as one of several that is not the first: what it is asked comes from that one."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    lower_priority()
    load_torch()
    from .run import run

    for _event in run(shared_spec(place), control, place=place):
        pass
    return 0


def shared_spec(place: Place, spec: RunSpec | None = None) -> RunSpec:
    """What to train, told by the first process to the others."""
    from torch.distributed.rendezvous import rendezvous

    store, _, _ = next(rendezvous("env://", place.rank, place.size))
    if spec is not None:
        store.set("workbench/spec", spec.model_dump_json())
        return spec
    return RunSpec.model_validate_json(store.get("workbench/spec"))


def _end_with_parent() -> None:
    """Ends this process when torchrun, which started it, is gone: nobody else would."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1.0)
        os._exit(1)

    threading.Thread(target=watch, name="watching torchrun", daemon=True).start()


def _listen(lines: Iterator[str], control: Control) -> None:
    for line in lines:
        heed(json.loads(line), control)
    control.stop()


def _lines() -> Iterator[str]:
    """Lines of stdin; half a line at the end counts for nothing."""
    rest = b""
    while chunk := os.read(0, CHUNK):
        *whole, rest = (rest + chunk).split(b"\n")
        yield from (line.decode() for line in whole)


def _own_stdout() -> TextIO:
    """Takes stdout for the events alone."""
    told = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return told


if __name__ == "__main__":
    sys.exit(main())
