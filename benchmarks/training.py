"""Everything that is promised of the speed of training, in one go of under ten minutes on two cores.

    python benchmarks/training.py
    python benchmarks/training.py --turns 5 --only loops        a part of it, roughly

- "loops": the engine against the loop that people write, on each network, in fp32; at least 1.0 (the interval reaches 0.98).
- "libraries": against Lightning and Keras (on torch) on a small network at batch 32; at least 3. Lightning records the loss and
  accuracy of each step and writes checkpoints, as the engine does; "bare" does neither, and has no goal.
- "auto": the engine with precision and layout by its own rule against the plain loop, on networks with convolutions; over 1.
- "long": memory over 1,000 epochs, and the cost of keeping the metrics of 100,000 steps (``endurance.py``).

What each contender does is told in ``steps.py``.
"""

from __future__ import annotations

import argparse
import platform
import subprocess
import sys
import time
from pathlib import Path

import torch
from compare import REACHED, median, ratio
from contenders import AUTO, ENGINE, HAND_WRITTEN
from steps import compete

from workbench.engine.train.devices import default_threads

LOOPS = ("mlp-32", "mlp-256", "cnn-28", "cnn-32", "text-lstm", "resnet-18")
CONVOLUTIONS = ("cnn-28", "cnn-32", "resnet-18")
BARE = "Lightning, bare"
LIBRARIES = ("Lightning", BARE, "Keras on torch")
LIBRARIES_GOAL = 3.0
"""Against libraries doing the same work; Lightning with everything switched off stands beside it without a goal."""
FEWER = {"resnet-18": 0.35, "cnn-32": 0.7}
"""Share of the turns for networks of which a turn is long."""

PARTS = ("loops", "libraries", "auto", "long")


def main() -> int:
    parser = argparse.ArgumentParser(description="The speed of training against its goals.")
    parser.add_argument("--only", action="append", choices=PARTS, help="only these parts")
    parser.add_argument("--case", action="append", choices=LOOPS, help="only these networks")
    parser.add_argument("--turns", type=int, default=31, help="turns of every contender (default 31)")
    parser.add_argument("--threads", type=int, default=default_threads(), help="CPU threads (default: all cores)")
    options = parser.parse_args()
    parts, began, missed = options.only or PARTS, time.perf_counter(), []
    print(f"torch {torch.__version__}, {options.threads} threads, {platform.machine()}, {options.turns} turns\n")
    print("| network | against | steps/s | ratio: median [95 % interval] | goal | reached |\n|---|---|---|---|---|---|")
    for case in options.case or LOOPS:
        names = [ENGINE, HAND_WRITTEN] if "loops" in parts else []
        if "auto" in parts and case in CONVOLUTIONS:
            names += [n for n in (HAND_WRITTEN, AUTO) if n not in names]
        if "libraries" in parts and case == "mlp-32":
            names += [n for n in (ENGINE, *LIBRARIES) if n not in names]
        if not names:
            continue
        rates = compete(case, names, max(6, round(options.turns * FEWER.get(case, 1.0))), options.threads)
        for ours in (n for n in rates if n.startswith(ENGINE)):
            for peer, theirs in rates.items():
                library = peer in LIBRARIES
                if peer.startswith(ENGINE) or (library and ours != ENGINE):
                    continue
                found = ratio(rates[ours], theirs)
                goal = LIBRARIES_GOAL if library else 1.0
                # A goal of 1 counts as met when the interval reaches 0.98; "faster" must be sure.
                reached = found.low > 1.0 if ours != ENGINE else found.high >= (goal if library else REACHED)
                judged = peer != BARE
                if judged and not reached:
                    missed.append(f"{case} against {peer}" if ours == ENGINE else f"{case}, auto")
                told = f"{case}, {ours.removeprefix(ENGINE).strip(', ')}" if ours != ENGINE else case
                sign = ">" if ours != ENGINE else "≥"
                verdict = f"{sign} {goal:g} | {'yes' if reached else 'no'}" if judged else "none |"
                print(
                    f"| {told} | {peer} | {median(rates[ours]):,.1f} to {median(theirs):,.1f} | {found} | {verdict} |",
                    flush=True,
                )
    print()
    if "long" in parts:
        command = [sys.executable, str(Path(__file__).with_name("endurance.py"))]
        if subprocess.run(command, check=False).returncode:
            missed.append("long runs")
    print(
        f"Took {time.perf_counter() - began:.0f} s. "
        + (f"Missed: {', '.join(missed)}." if missed else "All goals met.")
    )
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
