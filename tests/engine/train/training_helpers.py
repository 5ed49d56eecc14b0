"""Tiny projects, and runs driven step by step in the test's own thread."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch

from workbench.engine.data.recipe import DataRecipe
from workbench.engine.document import Project
from workbench.engine.graph import edits
from workbench.engine.graph.layer import Layer
from workbench.engine.runs.store import RunStore
from workbench.engine.train.checkpoint import read_snapshot
from workbench.engine.train.control import Control
from workbench.engine.train.events import Event
from workbench.engine.train.recipe import TrainingRecipe
from workbench.engine.train.run import run
from workbench.engine.train.runspec import RunSpec


def moons(*middle: Layer, validation: float = 0.2, **training: Any) -> Project:
    """100 points in the plane, two classes; ``middle`` stands between Input and the last Dense."""
    layers = middle or (edits.make_layer("dense", units=8), edits.make_layer("relu"))
    graph = edits.chain(
        edits.make_layer("input", shape=(2,)), *layers, edits.make_layer("dense", units=2), edits.make_layer("output")
    )
    # Permanent ids, so that the same call gives the same project.
    ids = {node.id: f"n{place}" for place, node in enumerate(graph.nodes)}
    graph = graph.updated(
        nodes=tuple(n.updated(id=ids[n.id]) for n in graph.nodes),
        links=tuple(k.updated(source=ids[k.source], target=ids[k.target]) for k in graph.links),
    )
    data = DataRecipe.model_validate(
        {"source": {"kind": "sample", "name": "moons"}, "split": {"validation": validation, "test": 0.2}}
    )
    recipe = TrainingRecipe.model_validate({"batch_size": 8, "epochs": 3, "learning_rate": 0.01, **training})
    return Project(data=data, training=recipe).with_graph(graph)


def line(**training: Any) -> Project:
    """100 points on y = 3x + noise, targets scaled; one Dense unit."""
    graph = edits.chain(
        edits.make_layer("input", shape=(1,)), edits.make_layer("dense", units=1), edits.make_layer("output")
    )
    data = DataRecipe.model_validate({"source": {"kind": "sample", "name": "line"}, "target_scaling": "standard"})
    recipe = TrainingRecipe.model_validate({"batch_size": 16, "epochs": 3, "learning_rate": 0.05, **training})
    return Project(data=data, training=recipe).with_graph(graph)


def ticking() -> Callable[[], float]:
    """A clock that goes on by a second each time it is asked, so that every step leaves at once."""
    counter = itertools.count()
    return lambda: float(next(counter))


def drive(
    project: Project,
    runs_dir: Path,
    *,
    resume: str = "",
    stop_after: int = 0,
    control: Control | None = None,
    device: str = "cpu",
    clock: Callable[[], float] | None = None,
) -> list[Event]:
    """Every event of a run with one thread; ``stop_after`` asks it to stop after that many blocks of metrics."""
    control = control or Control()
    spec = RunSpec(project=project, runs_dir=runs_dir, resume=resume, threads=1, device=device)
    events = []
    for event in run(spec, control, clock=clock or ticking()):
        events.append(event)
        if stop_after and sum(e.event == "metrics" for e in events) == stop_after:
            control.stop()
    return events


def everything_of(folder: Path, run: str) -> dict[str, torch.Tensor]:
    """All tensors of a run's last checkpoint: weights, and under "train/" what training needs to go on."""
    snapshot = read_snapshot(RunStore(folder).weights_path(run, "last"))
    return {**snapshot.weights, **{f"train/{k}": v for k, v in snapshot.extra.items()}}
