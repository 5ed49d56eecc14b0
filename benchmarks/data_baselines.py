"""What the proposed project of a table or of series scores on its test split, against answers that need no network.

    python benchmarks/data_baselines.py adult-train.csv mpg.csv:mpg titanic.csv::alive
    python benchmarks/data_baselines.py --series GunPoint airline-passengers.csv

An argument is PATH[:TARGET[:COLUMN,COLUMN...]]; the columns at its end are ignored. Prints a table in Markdown. The score is
the accuracy of classes, beside it the mean recall over classes ("balanced", 1/classes for a constant answer), and R² of numbers.
With ``--series`` the score is the accuracy of classes, or for forecasts the root of the mean squared error (RMSE) beside those of
always saying the mean, of repeating the last value, and of repeating the value one season before.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from workbench.engine.data.prepare import prepare
from workbench.engine.data.prepared import PreparedData
from workbench.engine.document import Project
from workbench.engine.evaluate.report import Report, evaluate_run
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
    parser.add_argument("--series", action="store_true", help="the data are series")
    if parser.parse_args().series:
        print(
            "| series | training windows | input | constant answer | last value | a season before | proposed network | seconds |"
        )
        print("|---|---|---|---|---|---|---|---|")
        for entry in parser.parse_args().tables:
            path, target, _ = [*entry.split(":"), "", ""][:3]
            with tempfile.TemporaryDirectory() as folder:
                print(score_series(Path(path).absolute(), target, Path(folder)), flush=True)
        return
    print("| table | rows | inputs | constant answer | proposed network | balanced | seconds |")
    print("|---|---|---|---|---|---|---|")
    for entry in parser.parse_args().tables:
        path, target, ignored = [*entry.split(":"), "", ""][:3]
        with tempfile.TemporaryDirectory() as folder:
            print(score(Path(path).absolute(), target, [n for n in ignored.split(",") if n], Path(folder)), flush=True)


def trained(project: Project, folder: Path) -> tuple[Report, PreparedData, float]:
    """How a project does on its test split, its data, and the seconds that it trained."""
    file = folder / "table.nnwb"
    save_project(project, file)
    store = RunStore(runs_dir_of(file))
    began, ended = time.perf_counter(), None
    for event in run(RunSpec(project=project, runs_dir=store.runs_dir, base_dir=folder, device="cpu"), Control()):
        ended = event
    assert isinstance(ended, RunEnded) and ended.reason in ("finished", "early_stopped"), ended
    seconds = time.perf_counter() - began
    return evaluate_run(store, ended.run, split="test", base_dir=folder), prepare(project.data, folder), seconds


def score_series(path: Path, target: str, folder: Path) -> str:
    project, _ = project_from_data(path, folder, target=target)
    report, data, seconds = trained(project, folder)
    test, train = data.splits["test"], data.splits["train"]
    goal = next(iter(data.raw.targets.values()))
    wanted, windows = goal.values[test], data.raw.windows
    last = before = ""
    if windows is None:
        constant = f"{np.mean(wanted == np.bincount(goal.values[train]).argmax()):.1%}"
        ours = f"{report.metrics['accuracy']:.1%}"
    else:

        def error(answer: np.ndarray) -> str:
            return f"{np.sqrt(np.square(answer - wanted.astype(np.float64)).mean()):.3g}"

        constant, last = error(goal.values[train].mean(axis=0)), error(windows.naive(test))
        before = f"{error(windows.naive(test, windows.season))} ({windows.season})" if windows.season else ""
        ours = f"{error(report.predictions)} (R² {report.metrics['r2']:.2f})"
    steps = " × ".join(str(d) for d in next(iter(data.facts.inputs.values())).sample)
    return f"| {path.name} | {len(train):,} | {steps} | {constant} | {last} | {before} | {ours} | {seconds:.0f} |"


def score(path: Path, target: str, ignored: list[str], folder: Path) -> str:
    project, _ = project_from_data(path, folder, target=target, ignore=ignored)
    report, data, seconds = trained(project, folder)
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
