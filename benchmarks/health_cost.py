"""What looking after a run costs: steps a second with the health hook over steps without it, on the same network.

    python benchmarks/health_cost.py [--turns 21]

Two runs of the engine take turns of a second in one thread, each recording all that it records in the program. The goal is
a ratio of at least 0.97: measuring may take 3 % of the time.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path

import torch
from compare import ratio, table, take_turns
from networks import CASES, Case, Data

from workbench.engine.document import Project
from workbench.engine.train.control import Control
from workbench.engine.train.events import Metrics
from workbench.engine.train.recipe import TrainingRecipe
from workbench.engine.train.run import run
from workbench.engine.train.runspec import RunSpec

SECONDS = 1.0
"""Length of a turn: twice the shortest time between two measured steps."""

GOAL = 0.97


def contender(case: Case, data: Data, folder: Path, *, health: bool) -> Callable[[], float]:
    """A run that goes on for a turn each time it is called, and returns its steps a second."""
    training = TrainingRecipe(batch_size=case.batch_size, epochs=10**9, health=health)
    spec = RunSpec(
        project=Project(data=data.recipe(), training=training).with_graph(case.graph()),
        runs_dir=folder / f"{health}.runs",
        device="cpu",
        threads=torch.get_num_threads(),
    )
    events = run(spec, Control())

    def turn() -> float:
        steps, first, last = 0, 0.0, 0.0
        while not first or last - first < SECONDS:
            event = next(events)
            if isinstance(event, Metrics):
                steps += len(event.values["loss"]) if first else 0
                first, last = first or event.time, event.time
        return steps / (last - first)

    return turn


def main() -> None:
    """Prints a table for each network."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--turns", type=int, default=21)
    turns = parser.parse_args().turns
    for name, case in CASES.items():
        with tempfile.TemporaryDirectory() as folder:
            data = Data(case, Path(folder))
            contenders = {
                "looked after": contender(case, data, Path(folder), health=True),
                "left alone": contender(case, data, Path(folder), health=False),
            }
            rates = take_turns(contenders, turns)
            print(table(name, "looked after", rates, "steps/s"))
            cost = ratio(rates["looked after"], rates["left alone"])
            print(f"\n{cost}: {'met' if cost.high >= GOAL else 'missed'} (goal {GOAL})\n")


if __name__ == "__main__":
    main()
