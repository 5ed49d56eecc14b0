"""What a project is told before it trains: objectives resolved, mismatches named."""

from __future__ import annotations

import pytest
from training_helpers import line, moons

from workbench.engine.check import check_project
from workbench.engine.data.prepare import prepare
from workbench.engine.data.recipe import DataRecipe
from workbench.engine.graph import edits
from workbench.engine.graph.infer import infer
from workbench.engine.train.objectives import resolve


def units(project, count: int):
    """The project with another number of units in its last Dense."""
    return project.with_graph(edits.set_field(project.graph, project.graph.nodes[-2].id, "units", count))


def checked(project):
    return check_project(project, prepare(project.data).facts)


@pytest.mark.parametrize(
    ("project", "loss", "metric"),
    [
        (moons(), "cross_entropy", "accuracy"),
        (units(moons(), 1), "binary_cross_entropy", "accuracy"),
        (moons(loss="binary_cross_entropy"), "binary_cross_entropy", "accuracy"),
        (line(), "mse", "mae"),
        (line(loss="mae"), "mae", "mae"),
    ],
)
def test_what_is_learnt(project, loss, metric):
    facts = prepare(project.data).facts
    objective, problems = resolve(project.graph, infer(project.graph, facts), facts, project.training)
    assert problems == () and checked(project).errors == ()
    assert objective is not None
    assert objective.goals[0].loss.kind == loss
    assert objective.metrics == (metric,)


@pytest.mark.parametrize(
    ("project", "code", "words"),
    [
        (moons(loss="mse"), "training.loss_task", "predicts 2 classes. For classification there are Cross-entropy"),
        (
            line(loss="cross_entropy"),
            "training.loss_task",
            "predicts numbers. For regression there are Mean squared error",
        ),
        (units(moons(loss="cross_entropy"), 1), "training.loss_units", "or give the last layer 2 units"),
        (moons(edits.make_layer("batch_norm"), batch_size=1), "training.batch_of_one", "Set batch size to 2 or more"),
    ],
)
def test_what_cannot_train(project, code, words):
    report = checked(project)
    assert [p.code for p in report.errors] == [code]
    assert words in str(report.errors[0])
    assert report.of(report.errors[0].node) == report.errors


def test_a_network_without_weights():
    graph = edits.chain(edits.make_layer("input", shape=(2,)), edits.make_layer("relu"), edits.make_layer("output"))
    assert [p.code for p in checked(moons().with_graph(graph)).errors] == ["training.nothing_to_learn"]


def test_no_data():
    report = check_project(moons().updated(data=DataRecipe()))
    assert [p.code for p in report.errors] == ["data.no_source"]


def test_graph_problems_come_along_and_errors_first():
    project = moons(optimizer={"kind": "sgd", "nesterov": True})
    report = checked(units(project, 7))
    assert [p.code for p in report.problems] == ["output.units", "training.nesterov_without_momentum"]
    assert report.parameters == infer(units(project, 7).graph).parameters


def test_without_facts_only_what_needs_none_is_told():
    assert check_project(units(moons(loss="mse"), 7)).errors == ()
