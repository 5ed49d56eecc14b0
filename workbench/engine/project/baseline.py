"""From data to a project: a recipe for the file, and a small network that is a fair first try."""

from __future__ import annotations

from collections.abc import Sequence
from math import log2
from pathlib import Path

from ..data.prepare import prepare
from ..data.prepared import PreparedData
from ..data.recipe import DataRecipe, Source
from ..data.sources import source_from_path
from ..data.sources.npz import NpzSource
from ..data.sources.table import TableSource
from ..document import MODEL, Project, View
from ..errors import DataError
from ..graph import edits
from ..graph.layer import Layer
from ..graph.layout import auto_layout
from ..graph.model import Graph
from ..shapes import DataFacts, TargetFacts, TensorSpec
from ..train.recipe import TrainingRecipe

LARGEST_WIDTH = 256
"""Units of a baseline's hidden layers at most."""


def project_from_data(
    path: Path, base_dir: Path, *, target: str = "", task: str = "", ignore: Sequence[str] = ()
) -> tuple[Project, str]:
    """A project for the data at ``path`` and a sentence on what was found.

    Args:
        path: a table (.csv, .tsv, .parquet...), a ``.npz`` file, an IDX file, or a folder of IDX files.
        base_dir: folder of the project's file.
        target: name of the column or array to predict; empty: guessed.
        task: "classification" or "regression"; empty: by the values.
        ignore: columns of a table that are not used.

    Raises ``DataError`` for other files, and for data that can't be read.
    """
    source = source_for(path, base_dir, target=target, task=task)
    if ignore and not isinstance(source, TableSource):
        raise DataError(
            f"{path.name} is no table, and only columns of a table can be ignored",
            "",
            "Leave --ignore away",
            code="data.ignore",
        )
    for column in ignore:
        source = source.with_column(column, role="ignore") if isinstance(source, TableSource) else source
    recipe = DataRecipe(source=source)
    prepared = prepare(recipe, base_dir)
    facts = prepared.facts
    goal = next(iter(facts.targets.values()))
    if goal.task == "regression":
        recipe = recipe.updated(target_scaling="standard")
    count = len(next(iter(prepared.raw.targets.values())).values)
    graph = baseline(facts)
    project = Project(
        title=path.name.split(".")[0] or "Untitled",
        notes=prepared.raw.note,
        networks={MODEL: graph},
        data=recipe,
        training=TrainingRecipe(batch_size=_batch_size(count), epochs=_epochs(count, source)),
        view=View(positions=auto_layout(graph)),
    )
    return project, f"{count:,} samples of {next(iter(facts.inputs.values()))}, {_goal(prepared, goal)} to predict."


def _goal(prepared: PreparedData, goal: TargetFacts) -> str:
    """What is to be predicted; of tables also which column that is, as it may have been guessed."""
    what = f"{len(goal.classes)} classes" if goal.task == "classification" else "numbers"
    names = [f"'{c.name}'" for c in prepared.raw.columns if c.role == "target"]
    return f"{what} of {', '.join(names)}" if names else what


def source_for(path: Path, base_dir: Path, *, target: str = "", task: str = "") -> Source:
    """The source that reads a file or folder, told by its content. Raises ``DataError`` for a kind that none reads."""
    source = source_from_path(path.absolute(), base_dir)
    if isinstance(source, NpzSource):
        return source.updated(y=target, task=task or "auto")
    if isinstance(source, TableSource):
        source = source.updated(task=task or "auto")
        return source.with_column(target, role="target") if target else source
    if target or task == "regression":
        raise DataError(
            "The labels of IDX files are classes in a file of their own",
            "",
            "Leave --target and --task away",
            code="data.idx_target",
        )
    return source


def baseline(facts: DataFacts) -> Graph:
    """A small network for the data's only input and target: convolutions for pictures and series, dense for tables."""
    spec = next(iter(facts.inputs.values()))
    target = next(iter(facts.targets.values()))
    units = len(target.classes) if target.task == "classification" else target.width
    return edits.chain(
        _layer("input", shape=spec.sample, dtype=spec.dtype),
        *_body(spec, facts),
        _layer("dense", units=units),
        _layer("output"),
    )


def _body(spec: TensorSpec, facts: DataFacts) -> list[Layer]:
    if spec.dtype == "int64":
        size = max(2, *facts.vocabulary.values())
        return [_layer("embedding", vocabulary=size), _layer("global_avg_pool")]
    sizes = [d for d in spec.sample if isinstance(d, int)]
    if len(sizes) == 3 and min(sizes[1:]) >= 4:
        layers: list[Layer] = []
        for filters in (32, 64) if min(sizes[1:]) < 64 else (16, 32, 64):
            layers += [_layer("conv2d", filters=filters), _layer("relu"), _layer("max_pool2d")]
        # Beyond 8 x 8 places, the mean of each channel is enough and keeps the last layer small.
        left = min(sizes[1:]) >> (len(layers) // 3)
        return [*layers, _layer("flatten" if left <= 8 else "global_avg_pool")]
    if len(sizes) == 2:
        return [
            *(_layer("conv1d", filters=32), _layer("relu"), _layer("conv1d", filters=64), _layer("relu")),
            _layer("global_avg_pool"),
        ]
    width = min(LARGEST_WIDTH, 2 ** max(4, round(log2(max(2, spec.size))) + 1))
    flat = [_layer("flatten")] if len(sizes) > 1 else []
    return [
        *flat,
        _layer("dense", units=width),
        _layer("relu"),
        _layer("dense", units=max(16, width // 2)),
        _layer("relu"),
    ]


def _layer(kind: str, **fields: object) -> Layer:
    return edits.make_layer(kind, **fields)


def _batch_size(count: int) -> int:
    return 32 if count < 5_000 else 64 if count < 30_000 else 128


def _epochs(count: int, source: Source) -> int:
    if isinstance(source, TableSource):  # rows are learnt from in a fraction of the time that pictures take
        return 60 if count < 1_000 else 40 if count < 20_000 else 20 if count < 100_000 else 5
    return 60 if count < 1_000 else 20 if count < 10_000 else 5
