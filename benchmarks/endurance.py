"""Long runs: memory over 1,000 epochs, and what it costs to keep the metrics of 100,000 steps.

    python benchmarks/endurance.py
    python benchmarks/endurance.py --epochs 200 --steps 10000        a quick look

Both train a small network, as the program trains: recorded in a run store, with checkpoints, health and validation.
"""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import psutil
import torch

from workbench.engine.data.recipe import DataRecipe
from workbench.engine.document import Project
from workbench.engine.graph import edits
from workbench.engine.runs.store import RunStore
from workbench.engine.runs.writer import RunWriter
from workbench.engine.train.control import Control
from workbench.engine.train.events import EpochDone, Event, RunEnded
from workbench.engine.train.recipe import TrainingRecipe
from workbench.engine.train.run import run
from workbench.engine.train.runspec import RunSpec

MOST_GROWTH = 4 * 2**20
"""Bytes that memory may grow by, from the first fifth of a run to its end. The allocator's own habits take some."""

MOST_OBJECTS = 400
"""Objects that may come; sqlite3 clears away what it notes of its cursors only after 200 of them."""

MOST_SHARE = 0.02
LOOKS = 5


def spec(folder: Path, samples: int, batch: int, epochs: int) -> RunSpec:
    """A run of a small dense network on noise, one in ten samples for validation."""
    rng = np.random.default_rng(0)
    path = folder / f"noise-{samples}.npz"
    np.savez(path, x=rng.standard_normal((samples, 16), dtype=np.float32), y=rng.integers(0, 4, samples))
    data = DataRecipe.model_validate(
        {"source": {"kind": "npz", "path": str(path)}, "split": {"validation": 0.1, "test": 0.0}}
    )
    layers = (edits.make_layer("dense", units=16), edits.make_layer("relu"), edits.make_layer("dense", units=4))
    graph = edits.chain(edits.make_layer("input", shape=(16,)), *layers, edits.make_layer("output"))
    training = TrainingRecipe(batch_size=batch, epochs=epochs, learning_rate=1e-4)
    project = Project(data=data, training=training).with_graph(graph)
    return RunSpec(project=project, runs_dir=folder / "long.runs", device="cpu", threads=torch.get_num_threads())


@dataclass(frozen=True)
class Look:
    """Memory (bytes), live objects and events of the last fifth."""

    epoch: int
    memory: int
    objects: int
    events: int
    seconds: float


def memory(folder: Path, epochs: int) -> tuple[list[Look], RunEnded]:
    """How memory and the number of objects go on over a run."""
    looks: list[Look] = []
    process, events, began = psutil.Process(), 0, time.perf_counter()
    last: Event | None = None
    for last in run(spec(folder, 640, 64, epochs), Control()):
        events += 1
        if isinstance(last, EpochDone) and last.epoch % max(1, epochs // LOOKS) == 0:
            gc.collect()
            now = time.perf_counter()
            looks.append(Look(last.epoch, process.memory_info().rss, len(gc.get_objects()), events, now - began))
            events, began = 0, now
    assert isinstance(last, RunEnded)
    return looks, last


def storing(folder: Path, steps: int) -> tuple[float, float, int, int]:
    """Seconds of a run and of recording its events; steps that are in the store afterwards, and bytes on the disk."""
    spent = 0.0
    plain = RunWriter.write

    def timed(self: RunWriter, event: Event) -> None:
        nonlocal spent
        began = time.perf_counter()
        plain(self, event)
        spent += time.perf_counter() - began

    RunWriter.write = timed  # type: ignore[method-assign]
    try:
        began = time.perf_counter()
        asked = spec(folder, 16_000, 32, -(-steps // 450))
        *_, ended = run(asked, Control())
        seconds = time.perf_counter() - began
    finally:
        RunWriter.write = plain  # type: ignore[method-assign]
    kept = len(RunStore(asked.runs_dir).series(ended.run)["loss"][0])
    size = sum(f.stat().st_size for f in asked.runs_dir.glob("*.sqlite*"))
    return seconds, spent, kept, size


def main() -> int:
    parser = argparse.ArgumentParser(description="Memory of a long run, and the cost of keeping its metrics.")
    parser.add_argument("--epochs", type=int, default=1000, help="epochs for the memory (default 1000)")
    parser.add_argument("--steps", type=int, default=100_000, help="steps for the metrics (default 100,000)")
    parser.add_argument("--threads", type=int, default=1, help="CPU threads (default 1: the networks are small)")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    failed = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        looks, ended = memory(folder, options.epochs)
        print(f"### Memory over {options.epochs:,} epochs ({ended.step:,} steps)\n")
        print("| epoch | memory | objects | events since | s |\n|---|---|---|---|---|")
        for look in looks:
            print(
                f"| {look.epoch:,} | {look.memory / 2**20:.1f} MB | {look.objects:,} | {look.events:,} | {look.seconds:.1f} |"
            )
        grown, more = looks[-1].memory - looks[0].memory, looks[-1].objects - looks[0].objects
        print(f"\nGrown by {grown / 2**20:+.1f} MB and {more:+,} objects since epoch {looks[0].epoch:,}.\n", flush=True)
        if grown > MOST_GROWTH or more > MOST_OBJECTS:
            failed.append("memory grows")
        seconds, spent, kept, size = storing(folder, options.steps)
        print(f"### Keeping the metrics of {kept:,} steps\n")
        print("| run | recording | share | in the store |\n|---|---|---|---|")
        print(f"| {seconds:.1f} s | {spent:.2f} s | {100 * spent / seconds:.2f} % | {size / 2**20:.1f} MB |\n")
        if spent > MOST_SHARE * seconds:
            failed.append(f"recording takes more than {MOST_SHARE:.0%}")
    if failed:
        print(f"Failed: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
