"""Writes two series sets that are made up: classes of noisy sines, and a table of an autoregression.

    python benchmarks/made_series.py FOLDER

No part of the program was chosen by looking at them, and what is possible is known: of the sines, what a receiver scores that
knows all three shapes but not the phase; of the autoregression, the deviation of its noise.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

CYCLES = ((5.0, 0.0), (6.0, 0.0), (5.0, 11.0))
"""Of each class the cycles in a series of its two waves; 0 for none."""
STEPS, NOISE = 128, 1.0


def sines(count: int, random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Series (count, STEPS) with waves of random phase in noise, and their classes (count,)."""
    classes = np.arange(count) % len(CYCLES)
    t = np.arange(STEPS) / STEPS
    values = random.normal(0, NOISE, (count, STEPS))
    for row, k in zip(values, classes, strict=True):
        for cycles in CYCLES[k]:
            if cycles:
                row += 0.7 * np.sin(2 * np.pi * (cycles * t + random.uniform()))
    return values, classes


def receiver(values: np.ndarray, classes: np.ndarray) -> float:
    """The accuracy of who knows the shapes: the class whose waves, in their best phase, leave the least."""
    t = np.arange(STEPS) / STEPS
    left = []
    for waves in CYCLES:
        parts = [f(2 * np.pi * cycles * t) for cycles in waves if cycles for f in (np.sin, np.cos)]
        basis = np.stack(parts, axis=1)
        found, *_ = np.linalg.lstsq(basis, values.T, rcond=None)
        # A wave more always leaves less: each costs what it takes away of mere noise, by its two numbers.
        left.append(np.square(values.T - basis @ found).sum(axis=0) + NOISE**2 * len(parts) * np.log(STEPS))
    return float((np.argmin(left, axis=0) == classes).mean())


def autoregression(count: int, random: np.random.Generator) -> np.ndarray:
    """x(t) = 1.6 x(t-1) - 0.8 x(t-2) + noise of deviation 1, (count,)."""
    noise = random.normal(size=count + 200)
    x = np.zeros(count + 200)
    for t in range(2, len(x)):
        x[t] = 1.6 * x[t - 1] - 0.8 * x[t - 2] + noise[t]
    return x[200:]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--train", type=int, default=120, help="series of sines to train with")
    args = parser.parse_args()
    folder = args.folder / "NoisySines"
    folder.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(0)
    head = "@problemName NoisySines\n@timeStamps false\n@univariate true\n@classLabel true slow fast both\n@data\n"
    for part, count in (("TRAIN", args.train), ("TEST", 900)):
        values, classes = sines(count, random)
        names = [("slow", "fast", "both")[k] for k in classes]
        rows = [f"{','.join(f'{v:.4f}' for v in row)}:{name}" for row, name in zip(values, names, strict=True)]
        (folder / f"NoisySines_{part}.ts").write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"NoisySines: who knows the shapes scores {receiver(values, classes):.1%} on the test set")
    x = autoregression(2000, random)
    held = x[1700:] - (1.6 * x[1699:-1] - 0.8 * x[1698:-2])
    print(f"autoregression: who knows the rule is off by {np.sqrt(np.square(held).mean()):.2f} on the newest 15 %")
    days = np.datetime64("2015-01-01") + np.arange(2000)
    lines = [f"{day},{x:.4f}" for day, x in zip(days, x, strict=True)]
    (args.folder / "autoregression.csv").write_text("date,x\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
