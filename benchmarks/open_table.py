"""How long a table of a million rows takes to open, beside what polars takes to read the file with guessed types.

    python benchmarks/open_table.py [ROWS]

Opening is all that the program does: encoding, separator, header, rows that don't fit, types, roles, target, categories, split,
scales and warnings about leaks. Prints the medians of interleaved pairs. The file is made in a temporary folder.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import polars as pl

from workbench.engine.data.prepare import forget_prepared, prepare
from workbench.engine.data.recipe import DataRecipe
from workbench.engine.data.sources import source_from_path

PAIRS = 5


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        make(path, rows)
        ours, theirs = [], []
        for _ in range(PAIRS):
            forget_prepared()
            began = time.perf_counter()
            data = prepare(DataRecipe(source=source_from_path(path)))
            ours.append(time.perf_counter() - began)
            assert data.count == rows
            began = time.perf_counter()
            pl.read_csv(path)
            theirs.append(time.perf_counter() - began)
        size = path.stat().st_size / 1e6
    print(
        f"{rows:,} rows, {size:.0f} MB: opened in {np.median(ours):.2f} s; pl.read_csv alone {np.median(theirs):.2f} s"
    )


def make(path: Path, rows: int) -> None:
    rng = np.random.default_rng(0)
    score = rng.normal(size=rows)
    frame = pl.DataFrame(
        {
            "age": rng.integers(18, 90, rows),
            "income": np.round(rng.normal(3e4, 1e4, rows), 2),
            "height": np.round(rng.normal(170, 10, rows), 1),
            "score": np.round(score, 4),
            "visits": rng.poisson(3, rows),
            "tenure": rng.integers(0, 120, rows),
            "city": rng.choice(["Berlin", "Paris", "Rome", "Oslo", "Madrid"], rows),
            "plan": rng.choice(["free", "pro", "team"], rows),
            "device": rng.choice(["ios", "android", "web"], rows),
            "bought": np.where(score + rng.normal(size=rows) > 1, "yes", "no"),
        }
    )
    gap = pl.Series(rng.random(rows) < 0.03)
    frame.with_columns(pl.when(gap).then(None).otherwise(pl.col("income")).alias("income")).write_csv(path)


if __name__ == "__main__":
    main()
