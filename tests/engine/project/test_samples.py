"""Starter projects: the same file each time, no problems, and a good result in a moment."""

from __future__ import annotations

from pathlib import Path

import pytest
from trained import train_sample

from workbench.engine.check import check_project
from workbench.engine.data.prepare import prepare
from workbench.engine.errors import ProjectError
from workbench.engine.evaluate.report import evaluate_run
from workbench.engine.project.files import project_text
from workbench.engine.project.samples import SAMPLES, Sample, sample

GOOD = {
    "digits-cnn": ("accuracy", 0.97),
    "digits-mlp": ("accuracy", 0.94),
    "digits-vae": ("r2", 0.6),
    "iris-mlp": ("accuracy", 0.9),
    "breast-cancer-logistic": ("accuracy", 0.94),
    "breast-cancer-svm": ("accuracy", 0.94),
    "digits-svm": ("accuracy", 0.97),
    "diabetes-mlp": ("r2", 0.2),
    "docstrings-cnn": ("accuracy", 0.6),
    "code-tags": ("accuracy", 0.93),
    "line-regression": ("r2", 0.98),
    "make-regression": ("r2", 0.999),
}

SOONER = {"code-tags": ("training.epochs=2",)}
"""What is good enough by then, and takes long to the end."""


@pytest.mark.parametrize("entry", SAMPLES, ids=lambda s: s.id)
def test_a_sample_is_the_same_file_each_time_and_can_train(entry: Sample):
    project = entry.project()
    assert project_text(project) == project_text(entry.project())
    assert project.title == entry.title and entry.description.endswith(".")
    facts = prepare(project.data).facts
    inference = check_project(project, facts)
    assert inference.problems == ()
    if entry.task != "generation":
        assert {t.task for t in facts.targets.values()} == {entry.task}
    nodes = {i for graph in project.networks.values() for i in graph.by_id}
    assert set(project.view.positions) == nodes, "every node has its place"


def test_ids_differ_between_samples():
    ids = [n.id for entry in SAMPLES for graph in entry.project().networks.values() for n in graph.nodes]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("entry", [s for s in SAMPLES if s.task != "generation"], ids=lambda s: s.id)
def test_a_sample_trains_to_a_good_result(entry: Sample, tmp_path: Path):
    trained = train_sample(entry.id, tmp_path, *SOONER.get(entry.id, ()))
    name, least = GOOD[entry.id]
    assert evaluate_run(trained.store, trained.run).metrics[name] >= least


def test_the_generator_comes_near_to_real_digits(tmp_path: Path):
    """Two halves of the real digits are 0.1 apart, and the mean digit 0.5 from all of them."""
    trained = train_sample("digits-gan", tmp_path)
    assert trained.store.get(trained.run).metrics["val_distance"] < 0.16


def test_the_networks_are_those_that_were_promised():
    def layers(sample_id: str) -> list[str]:
        graph = sample(sample_id).project().graph
        return [graph.by_id[i].layer.kind for i in graph.order]

    assert layers("digits-mlp") == ["input", "flatten", "dense", "relu", "dense", "relu", "dense", "output"]
    assert [k for k in layers("digits-cnn") if k not in ("input", "output", "relu", "flatten")] == [
        *("conv2d", "max_pool2d", "conv2d", "max_pool2d", "dense")
    ]
    assert layers("make-regression") == layers("line-regression") == ["input", "dense", "output"]
    line = sample("line-regression").project().training
    assert line.optimizer.dump() == {"kind": "sgd", "momentum": 0.0, "nesterov": False} and line.learning_rate == 0.01


def test_an_unknown_sample_names_the_nearest():
    with pytest.raises(ProjectError, match="Did you mean 'digits-cnn'"):
        sample("digit-cnn")
    with pytest.raises(ProjectError, match="The samples are digits-cnn"):
        sample("xyz")
