"""What the proposed project of a table, of series or of texts scores on its test split, against answers that need no network.

    python benchmarks/data_baselines.py adult-train.csv mpg.csv:mpg titanic.csv::alive
    python benchmarks/data_baselines.py --series GunPoint airline-passengers.csv
    python benchmarks/data_baselines.py --text sms.tsv docstrings

An argument is PATH[:TARGET[:COLUMN,COLUMN...]]; the columns at its end are ignored. Prints a table in Markdown. The score is
the accuracy of classes, beside it the mean recall over classes ("balanced", 1/classes for a constant answer), and R² of numbers.
With ``--series`` the score is the accuracy of classes, or for forecasts the root of the mean squared error (RMSE) beside those of
always saying the mean, of repeating the last value, and of repeating the value one season before. With ``--text`` it is the
accuracy, and ``docstrings`` stands for the starter project of that name.
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
from workbench.engine.project.samples import sample
from workbench.engine.runs.store import RunStore
from workbench.engine.train.control import Control
from workbench.engine.train.events import RunEnded
from workbench.engine.train.run import run
from workbench.engine.train.runspec import RunSpec

TABLES = ("table", "rows", "inputs", "constant answer", "proposed network", "balanced", "seconds")
SERIES = (
    "series",
    "training windows",
    "input",
    "constant answer",
    "last value",
    "a season before",
    "proposed network",
    "seconds",
)
TEXTS = ("texts", "samples", "classes", "cut into", "majority class", "proposed network", "seconds")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", metavar="PATH[:TARGET[:IGNORED,...]]")
    kinds = parser.add_mutually_exclusive_group()
    kinds.add_argument("--series", action="store_true", help="the data are series")
    kinds.add_argument("--text", action="store_true", help="the data are texts")
    chosen = parser.parse_args()
    columns = SERIES if chosen.series else TEXTS if chosen.text else TABLES
    print(f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}", flush=True)
    row = score_series if chosen.series else score_text if chosen.text else score
    for entry in chosen.paths:
        path, target, ignored = [*entry.split(":"), "", ""][:3]
        with tempfile.TemporaryDirectory() as folder:
            cells = row(path, target, [name for name in ignored.split(",") if name], Path(folder))
        print(f"| {' | '.join(cells)} |", flush=True)


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


def score_series(path: str, target: str, ignored: list[str], folder: Path) -> list[str]:
    project, _ = project_from_data(Path(path).absolute(), folder, target=target, ignore=ignored)
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
    return [Path(path).name, f"{len(train):,}", steps, constant, last, before, ours, f"{seconds:.0f}"]


def score_text(path: str, target: str, ignored: list[str], folder: Path) -> list[str]:
    if path == "docstrings":
        project = sample("docstrings-cnn").project()
    else:
        project, _ = project_from_data(Path(path).absolute(), folder, target=target, ignore=ignored)
    report, data, seconds = trained(project, folder)
    goal = next(iter(data.raw.targets.values()))
    truth, train = goal.values[data.splits["test"]], goal.values[data.splits["train"]]
    majority = f"{np.mean(truth == np.bincount(train).argmax()):.1%}"
    encoding = next(how.text for how in data.preprocess.inputs.values() if how.text is not None)
    cut = {"word": "words", "character": "characters", "bpe": "byte-pair pieces"}[encoding.kind]
    ours = f"{report.metrics['accuracy']:.1%}"
    return [Path(path).name, f"{data.count:,}", str(len(goal.classes)), cut, majority, ours, f"{seconds:.0f}"]


def score(path: str, target: str, ignored: list[str], folder: Path) -> list[str]:
    project, _ = project_from_data(Path(path).absolute(), folder, target=target, ignore=ignored)
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
    name = f"{Path(path).name} without {', '.join(ignored)}" if ignored else Path(path).name
    width = " + ".join(str(spec.sample[0]) for spec in data.facts.inputs.values())
    return [name, f"{data.count:,}", width, constant, ours, balanced, f"{seconds:.0f}"]


if __name__ == "__main__":
    sys.exit(main())
