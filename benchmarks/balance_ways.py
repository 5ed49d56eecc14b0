"""What each way of evening out classes does to a table of two classes of very unequal size, on its test split.

    python benchmarks/balance_ways.py mammography.csv
    python benchmarks/balance_ways.py TABLE.csv --precision 0.8 --seeds 5

Trains the proposed network of the table once for each way and seed; split and seeds are the same for all ways. Prints a table in
Markdown with means over the seeds: recall and precision of the smaller class where an answer counts from a probability of one
half, its recall where the answer's threshold is set so that a share of ``--precision`` of the answers is right, and the area
under the curve of precision over recall, which no threshold plays a part in.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import numpy as np
from sklearn.metrics import average_precision_score, precision_recall_curve

from workbench.engine.data.balance import Balance
from workbench.engine.document import Project
from workbench.engine.evaluate.report import evaluate_run
from workbench.engine.project.baseline import project_from_data
from workbench.engine.project.files import runs_dir_of, save_project
from workbench.engine.runs.store import RunStore
from workbench.engine.train.control import Control
from workbench.engine.train.events import RunEnded
from workbench.engine.train.run import run
from workbench.engine.train.runspec import RunSpec


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    parser.add_argument("--precision", type=float, default=0.5)
    parser.add_argument("--seeds", type=int, default=5)
    wishes = parser.parse_args()
    print(f"| balance | recall | precision | recall at precision {wishes.precision:.0%} | area under the curve |")
    print("|---|---|---|---|---|")
    for kind, way in Balance.members.items():
        rows = []
        for seed in range(wishes.seeds):
            with tempfile.TemporaryDirectory() as folder:
                project, _ = project_from_data(wishes.table.absolute(), Path(folder))
                training = project.training.updated(seed=seed)
                project = project.updated(data=project.data.updated(balance=kind), training=training)
                rows.append(score(project, Path(folder), wishes.precision))
        means = np.mean(rows, axis=0)
        print(f"| {way.title} | {means[0]:.2f} | {means[1]:.2f} | {means[2]:.2f} | {means[3]:.3f} |", flush=True)


def score(project: Project, folder: Path, wanted: float) -> tuple[float, float, float, float]:
    """Recall, precision, recall at a precision, and area, of the smaller class on the test split."""
    file = folder / "table.nnwb"
    save_project(project, file)
    store, ended = RunStore(runs_dir_of(file)), None
    for event in run(RunSpec(project=project, runs_dir=store.runs_dir, base_dir=folder, device="cpu"), Control()):
        ended = event
    assert isinstance(ended, RunEnded) and ended.reason in ("finished", "early_stopped"), ended
    report = evaluate_run(store, ended.run, split="test", base_dir=folder)
    rare = int(np.bincount(report.targets).argmin())
    truth, said = report.targets == rare, report.predictions == rare
    certain = np.where(said, report.confidence, 1.0 - report.confidence)
    hits = float((said & truth).sum())
    precisions, recalls, _ = precision_recall_curve(truth, certain)
    return (
        hits / float(truth.sum()),
        hits / max(1.0, float(said.sum())),
        float(recalls[precisions >= wanted].max(initial=0.0)),
        float(average_precision_score(truth, certain)),
    )


if __name__ == "__main__":
    sys.exit(main())
