"""What the proposed project of a table scores on its test split, against always saying the majority class or the mean.

    python benchmarks/data_baselines.py adult-train.csv mpg.csv:mpg titanic.csv::alive

An argument is PATH[:TARGET[:COLUMN,COLUMN...]]; the columns at its end are ignored. Prints a table in Markdown. The score is
the accuracy of classes, beside it the mean recall over classes ("balanced", 1/classes for a constant answer), and R² of numbers.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from workbench.engine.data.prepare import prepare
from workbench.engine.evaluate.report import evaluate_run
from workbench.engine.project.baseline import project_from_data
from workbench.engine.project.files import runs_dir_of, save_project
from workbench.engine.runs.store import RunStore
from workbench.engine.train.control import Control
from workbench.engine.train.events import RunEnded
from workbench.engine.train.run import run
from workbench.engine.train.runspec import RunSpec


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tables", nargs="+", metavar="PATH[:TARGET[:IGNORED,...]]")
    print("| table | rows | inputs | constant answer | proposed network | balanced | seconds |")
    print("|---|---|---|---|---|---|---|")
    for entry in parser.parse_args().tables:
        path, target, ignored = [*entry.split(":"), "", ""][:3]
        with tempfile.TemporaryDirectory() as folder:
            print(score(Path(path).absolute(), target, [n for n in ignored.split(",") if n], Path(folder)), flush=True)


def score(path: Path, target: str, ignored: list[str], folder: Path) -> str:
    project, _ = project_from_data(path, folder, target=target, ignore=ignored)
    file = folder / "table.nnwb"
    save_project(project, file)
    store = RunStore(runs_dir_of(file))
    began, ended = time.perf_counter(), None
    for event in run(RunSpec(project=project, runs_dir=store.runs_dir, base_dir=folder, device="cpu"), Control()):
        ended = event
    assert isinstance(ended, RunEnded) and ended.reason in ("finished", "early_stopped"), ended
    seconds = time.perf_counter() - began
    report = evaluate_run(store, ended.run, split="test", base_dir=folder)
    data = prepare(project.data, folder)
    goal = next(iter(data.raw.targets.values()))
    truth, train = goal.values[data.splits["test"]], goal.values[data.splits["train"]]
    if goal.task == "classification":
        constant = f"{np.mean(truth == np.bincount(train).argmax()):.1%}"
        recalls = [c.recall for c in report.classes if c.support]
        ours, balanced = f"{report.metrics['accuracy']:.1%}", f"{np.mean(recalls):.1%}"
    else:
        constant = f"R² {1 - np.square(truth - train.mean()).mean() / truth.var():.2f}"
        ours, balanced = f"R² {report.metrics['r2']:.2f}", ""
    name = f"{path.name} without {', '.join(ignored)}" if ignored else path.name
    width = next(iter(data.facts.inputs.values())).sample[0]
    return f"| {name} | {data.count:,} | {width} | {constant} | {ours} | {balanced} | {seconds:.0f} |"


if __name__ == "__main__":
    sys.exit(main())
