"""Small trained projects for tests, each trained once in a test session."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from workbench.engine.document import Project
from workbench.engine.export.request import ExportRequest
from workbench.engine.project.files import runs_dir_of, save_project
from workbench.engine.project.samples import sample
from workbench.engine.project.settings import apply_settings
from workbench.engine.runs.store import RunStore
from workbench.engine.train.control import Control
from workbench.engine.train.events import EpochDone, RunEnded
from workbench.engine.train.run import run
from workbench.engine.train.runspec import RunSpec


@dataclass(frozen=True)
class Trained:
    """A project file with a run."""

    file: Path
    store: RunStore
    run: str
    best: dict[str, float]
    """Metrics of the best epoch, as the run told them."""


def train(project: Project, file: Path) -> Trained:
    """Saves the project and trains it, on one thread."""
    save_project(project, file)
    store = RunStore(runs_dir_of(file))
    spec = RunSpec(project=project, runs_dir=store.runs_dir, base_dir=file.parent, device="cpu", threads=1)
    best: dict[str, float] = {}
    ended = None
    for event in run(spec, Control()):
        if isinstance(event, EpochDone) and event.best:
            best = event.metrics
        ended = event
    assert isinstance(ended, RunEnded) and ended.reason == "finished", ended
    return Trained(file, store, ended.run, best)


def train_sample(sample_id: str, folder: Path, *settings: str) -> Trained:
    """Trains a starter project with settings such as ``training.epochs=2``."""
    folder.mkdir(parents=True, exist_ok=True)
    return train(apply_settings(sample(sample_id).project(), settings), folder / f"{sample_id}.nnwb")


def export_request(trained: Trained, out: Path, kind: str = "onnx", **more: object) -> ExportRequest:
    """Asks for an export of its run."""
    where = {"runs_dir": trained.store.runs_dir, "base_dir": trained.file.parent, "run": trained.run}
    return ExportRequest.model_validate({"format": kind, "out": out, **where, **more})
