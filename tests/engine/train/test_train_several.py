"""Networks with several inputs and several targets."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from training_helpers import ticking

from workbench.engine.data.prepare import prepare_raw
from workbench.engine.data.raw import RawData, RawInput, RawTarget
from workbench.engine.data.recipe import DataRecipe
from workbench.engine.document import Project
from workbench.engine.graph import edits
from workbench.engine.graph.model import Graph, Link
from workbench.engine.train.control import Control
from workbench.engine.train.events import EpochDone, Metrics
from workbench.engine.train.keeper import Keeper
from workbench.engine.train.loop import Loop
from workbench.engine.train.recipe import TrainingRecipe
from workbench.engine.train.setup import prepare_session

COUNT = 60


def two_by_two() -> tuple[Project, RawData]:
    """``left`` decides the class and ``right`` the number; the network joins both and has a head for each."""
    rng = np.random.default_rng(0)
    left = rng.normal(size=(COUNT, 2)).astype(np.float32)
    right = rng.normal(size=(COUNT, 3)).astype(np.float32)
    raw = RawData(
        "two by two",
        inputs={"left": RawInput("table", left, ("a", "b")), "right": RawInput("table", right, ("c", "d", "e"))},
        targets={
            "side": RawTarget("classification", (left[:, 0] > 0).astype(np.int64), classes=("no", "yes")),
            "level": RawTarget("regression", right[:, :1] * 10 + 100, names=("level",)),
        },
    )
    graph = Graph()
    # In an order that is neither the data's nor the alphabet's.
    for name, layer in (
        ("right", edits.make_layer("input", shape=(3,))),
        ("left", edits.make_layer("input", shape=(2,))),
        ("joined", edits.make_layer("concat")),
        ("level_head", edits.make_layer("dense", units=1)),
        ("side_head", edits.make_layer("dense", units=2)),
        ("level_out", edits.make_layer("output", target="level")),
        ("side_out", edits.make_layer("output", target="side")),
    ):
        graph = edits.add_node(graph, layer, name=name, node_id=name)
    for source, target in (
        ("left", "joined"),
        ("right", "joined"),
        ("joined", "level_head"),
        ("joined", "side_head"),
        ("level_head", "level_out"),
        ("side_head", "side_out"),
    ):
        graph = edits.connect(graph, Link(source=source, target=target))
    recipe = DataRecipe.model_validate({"target_scaling": "standard"})
    training = TrainingRecipe(batch_size=16, epochs=60, learning_rate=0.05)
    return Project(data=recipe, training=training).with_graph(graph), raw


def test_each_input_and_target_finds_its_place(tmp_path):
    project, raw = two_by_two()
    prepared = prepare_raw(raw, project.data)
    # A source is asked for by the check, and arrays in memory have none.
    project = project.updated(data=project.data.updated(source={"kind": "sample", "name": "moons"}))
    session = prepare_session(project, prepared, torch.device("cpu"), run="r0001-test", threads=1)
    assert session.objective.metrics == ("level_mae", "side_accuracy")
    loop = Loop(session, Keeper(tmp_path, lambda: 0.0), Control(), clock=ticking(), now=lambda: 0.0)
    events = list(loop.events())
    first, last = (next(e for e in order if isinstance(e, EpochDone)) for order in (events, reversed(events)))
    assert last.metrics["val_side_accuracy"] >= 0.9
    # Whoever learnt from the wrong input would stay at the spread of the numbers, about 8.
    assert last.metrics["val_level_mae"] < 0.5 < first.metrics["val_level_mae"]
    step = next(e for e in events if isinstance(e, Metrics))
    assert set(step.values) == {"loss", "level_mae", "side_accuracy"}


def test_the_loss_is_the_sum_of_the_goals_losses(tmp_path):
    project, raw = two_by_two()
    prepared = prepare_raw(raw, project.data)
    project = project.updated(data=project.data.updated(source={"kind": "sample", "name": "moons"}))
    session = prepare_session(project, prepared, torch.device("cpu"), run="r0001-test", threads=1)
    inputs, targets = session.train.slice(0, 8)
    outputs = session.module(*inputs)
    level, side = outputs
    wanted = torch.nn.functional.mse_loss(level, targets[0]) + torch.nn.functional.cross_entropy(side, targets[1])
    assert session.objective.loss(outputs, targets).item() == pytest.approx(wanted.item(), rel=1e-6)
