"""Tiny projects for studies."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from workbench.engine.data.recipe import DataRecipe
from workbench.engine.document import Project
from workbench.engine.graph import edits
from workbench.engine.graph.layer import Layer
from workbench.engine.train.recipe import TrainingRecipe
from workbench.engine.train.runspec import RunSpec


def moons(*middle: Layer, split: dict[str, Any] | None = None, **training: Any) -> Project:
    """100 points in the plane, two classes; ``middle`` stands between Input and the last Dense."""
    layers = middle or (edits.make_layer("dense", units=8), edits.make_layer("relu"))
    graph = edits.chain(
        edits.make_layer("input", shape=(2,)), *layers, edits.make_layer("dense", units=2), edits.make_layer("output")
    )
    data = {"source": {"kind": "sample", "name": "moons"}, "split": {"validation": 0.2, "test": 0.2, **(split or {})}}
    recipe = {"batch_size": 8, "epochs": 3, "learning_rate": 0.01, **training}
    return Project(data=DataRecipe.model_validate(data), training=TrainingRecipe.model_validate(recipe)).with_graph(
        graph
    )


def spec_of(project: Project, folder: Path) -> RunSpec:
    """A spec of one thread."""
    return RunSpec(project=project, runs_dir=folder / "a.runs", device="cpu", threads=1)
