"""Optimiser steps a second: the engine against the loops that people write and the libraries that they use.

    python benchmarks/steps.py                      all cases and peers that are installed
    python benchmarks/steps.py --case mlp-32 --peer hand-written --turns 31
    pip install '.[bench]'                          brings Lightning, skorch and Keras

Every contender trains the same network on the same data (uniform noise in the shape of known data sets), shuffled anew each
epoch, with Adam, on the same number of CPU threads, and keeps the loss of every step. The engine runs
as the program runs it: in its thread, recording every step's loss and accuracy in the run store and writing checkpoints.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Sequence
from pathlib import Path

import torch
from compare import REACHED, ratio, table, take_turns
from contenders import AUTO, CONTENDERS, ENGINE, HAND_WRITTEN, Engine
from networks import CASES, Data

from workbench.engine.train.devices import default_threads


class Child:
    """A contender in a process of its own: two pools of threads in one process would be in each other's way."""

    def __init__(self, name: str, case: str, threads: int) -> None:
        command = [sys.executable, __file__, "--serve", name, "--case", case, "--threads", str(threads)]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        answer = self._read()
        self.installed = answer.startswith(READY)
        self.told = answer.removeprefix(READY).strip()

    def __call__(self) -> float:
        assert self.process.stdin is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return float(self._read())

    def _read(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def close(self) -> None:
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()


READY = "ready"


def serve(name: str, case_name: str) -> None:
    """A child's side: a rate on standard output for each line on standard input."""
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)  # what the libraries print is no answer
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as folder:
        case = CASES[case_name]
        try:
            contender = CONTENDERS[name](case, Data(case, Path(folder)), Path(folder))
        except ImportError:
            print("missing", file=answers)
            return
        print(READY, getattr(contender, "told", ""), file=answers)
        for _ in sys.stdin:
            print(contender(), file=answers)
        if isinstance(contender, Engine):
            contender.close()


def compete(case: str, names: Sequence[str], turns: int, threads: int) -> dict[str, list[float]]:
    """Rates of the contenders that are installed, by name; what the engine chose stands behind its name."""
    contenders: dict[str, Child] = {}
    for name in names:
        child = Child(name, case, threads)
        if child.installed:
            contenders[f"{name} ({child.told})" if name == AUTO else name] = child
        else:
            print(f"{name} is not installed (pip install '.[bench]'); it is left out")
    rates = take_turns(contenders, turns)
    for child in contenders.values():
        child.close()
    return rates


def main() -> int:
    parser = argparse.ArgumentParser(description="Optimiser steps a second of the engine and its peers.")
    parser.add_argument("--case", action="append", choices=list(CASES), help="only these cases")
    parser.add_argument("--peer", action="append", choices=list(CONTENDERS)[1:], help="only these peers")
    parser.add_argument("--turns", type=int, default=31, help="turns of every contender (default 31)")
    parser.add_argument("--threads", type=int, default=default_threads(), help="CPU threads (default: all cores)")
    parser.add_argument("--serve", choices=list(CONTENDERS), help=argparse.SUPPRESS)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    if options.serve:
        serve(options.serve, options.case[0])
        return 0

    print(f"torch {torch.__version__}, {options.threads} threads, {platform.machine()}, {options.turns} turns\n")
    behind = []
    for case in options.case or CASES:
        rates = compete(case, [ENGINE, *(options.peer or list(CONTENDERS)[1:])], options.turns, options.threads)
        print(table(case, ENGINE, rates, "steps/s"), flush=True)
        if HAND_WRITTEN in rates and ratio(rates[ENGINE], rates[HAND_WRITTEN]).high < REACHED:
            behind.append(case)
    if behind:
        print(f"Slower than the hand-written loop: {', '.join(behind)}")
    return 1 if behind else 0


if __name__ == "__main__":
    sys.exit(main())
