"""Trains in children that end before their time, one after the other: the program that the tests of killed runs start.

    python killing.py PROJECT.json RUNS_DIR random SEED MOMENTS    kills at random moments, then trains to the end
    python killing.py PROJECT.json FOLDER places COUNT...          for each place and count, in a runs folder of its own, is
                                                                   killed the COUNT-th time that it comes to the place

Each child is a fork that had torch imported already: what takes seconds is not what the test is about. It writes what it did
as JSON on stdout.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import torch
import torch._dynamo  # what the first step of an optimiser imports
from training_helpers import ticking

from workbench.engine.data.prepare import prepare
from workbench.engine.document import Project
from workbench.engine.runs import writer
from workbench.engine.runs.store import RunStore
from workbench.engine.train import checkpoint
from workbench.engine.train.control import Control
from workbench.engine.train.run import run
from workbench.engine.train.runspec import RunSpec

PLACES: dict[str, tuple[Any, str]] = {
    "before a checkpoint is written": (checkpoint, "_save"),
    "before it is on the disk": (checkpoint, "_sync"),
    "before it gets its name": (checkpoint.os, "replace"),
    "in a transaction": (writer, "_blob"),
    "before an event is recorded": (writer, "body_of"),
}


def train(project: Project, folder: Path, said: int, *, fast: bool = True) -> None:
    """Trains or goes on, and writes a byte to ``said`` for each event; ``fast`` lets a clock tick that ends a block with each step, and writes a checkpoint each epoch."""
    newest = RunStore(folder).newest()
    spec = RunSpec(project=project, runs_dir=folder, resume=newest.id if newest else "", threads=1, device="cpu")
    for event in run(spec, Control(), **({"clock": ticking()} if fast else {})):
        os.write(said, b".")
        if event.event == "run_ended" and event.reason != "finished":
            print(event.message, file=sys.stderr)
            os._exit(1)
    os._exit(0)


def child(work: Callable[[], None]) -> int:
    """Forks; returns the child's process id."""
    pid = os.fork()
    if pid == 0:
        try:
            work()
        finally:
            os._exit(3)
    return pid


def kill_at_random(project: Project, folder: Path, seed: int, moments: int) -> dict[str, Any]:
    """Kills that many children, and lets the last one come to its end."""
    draw, epochs, ended = random.Random(seed), [], 0
    for _ in range(moments):
        # After some events, and then a moment: in the middle of a step or of a write. Some while it takes the run up.
        fast, events, wait = draw.random() < 0.7, draw.randrange(40), draw.uniform(0.0, 0.03)
        hear, said = os.pipe()
        pid = child(lambda fast=fast, said=said: train(project, folder, said, fast=fast))
        os.close(said)
        while events > 0 and (heard := os.read(hear, events)):
            events -= len(heard)
        time.sleep(wait)
        os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
        os.close(hear)
        ended += not os.WIFSIGNALED(status)
        newest = RunStore(folder).newest()
        epochs.append(newest.epoch if newest else -1)
        if ended:
            break
    return {"epochs": epochs, "ended": ended, "last": finish(project, folder)}


def kill_at_place(project: Project, folder: Path, place: str, count: int) -> dict[str, Any]:
    """Kills one child from within, and lets another one come to the end."""
    where, name = PLACES[place]
    original, seen = getattr(where, name), []

    def deadly(*given: Any, **named: Any) -> Any:
        seen.append(1)
        if len(seen) == count:
            os.kill(os.getpid(), signal.SIGKILL)
        return original(*given, **named)

    def work() -> None:
        setattr(where, name, deadly)
        train(project, folder, os.open(os.devnull, os.O_WRONLY))

    _, status = os.waitpid(child(work), 0)
    return {"killed": os.WIFSIGNALED(status), "last": finish(project, folder)}


def finish(project: Project, folder: Path) -> int:
    """Trains to the end; 0 when it came there."""
    newest = RunStore(folder).newest()
    if newest is not None and newest.state == "finished":
        return 0
    _, status = os.waitpid(child(lambda: train(project, folder, os.open(os.devnull, os.O_WRONLY))), 0)
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    torch.set_num_threads(1)
    # Imports what a run needs, so that children begin at once; nothing is computed before they are made.
    asked = Project.model_validate_json(Path(sys.argv[1]).read_text(encoding="utf-8"))
    prepare(asked.data, Path(), lambda share, text: None)
    root, numbers = Path(sys.argv[2]), [int(n) for n in sys.argv[4:]]
    if sys.argv[3] == "places":
        done = {
            f"{place} {count}": kill_at_place(asked, root / f"{place} {count}.runs", place, count)
            for place in PLACES
            for count in numbers
        }
    else:
        done = kill_at_random(asked, root, *numbers)
    print(json.dumps(done))
