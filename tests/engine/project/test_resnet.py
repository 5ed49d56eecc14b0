"""ResNet-18 as a graph is the network of the paper, and torch agrees with what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from workbench.engine.build.module import build_module
from workbench.engine.build.source import generate
from workbench.engine.check import check_project
from workbench.engine.data.prepare import prepare
from workbench.engine.document import Project
from workbench.engine.errors import ProjectError
from workbench.engine.graph.infer import infer
from workbench.engine.project.first_network.resnet import fits, resnet18, with_resnet18
from workbench.engine.project.samples import sample
from workbench.engine.shapes import DataFacts


def test_resnet18_has_the_parameters_and_shapes_of_the_paper():
    graph = resnet18((3, 32, 32), 10)
    inference = infer(graph)
    assert not inference.problems
    # Widely published for CIFAR-10 with projecting shortcuts.
    assert inference.parameters == 11_173_962
    assert sum(n.layer.kind == "conv2d" for n in graph.nodes) == 20
    assert sum(n.layer.kind == "add" for n in graph.nodes) == 8
    module = build_module(generate(graph))
    assert sum(p.numel() for p in module.parameters()) == 11_173_962
    assert module(torch.randn(2, 3, 32, 32)).shape == (2, 10)


@pytest.mark.parametrize("shape", [(1, 28, 28), (3, 64, 48), (1, 8, 8)])
def test_resnet18_takes_other_pictures(shape):
    assert not infer(resnet18(shape, 3)).problems


def facts_of(name: str) -> tuple[Project, DataFacts]:
    project = sample(name).project()
    return project, prepare(project.data, Path()).facts


def test_a_project_with_pictures_gets_a_resnet18_that_can_train():
    project, facts = facts_of("digits-cnn")
    changed = with_resnet18(project, facts)
    assert not check_project(changed, facts).errors
    assert set(changed.view.positions) == {n.id for n in changed.graph.nodes}
    assert (changed.data, changed.training) == (project.data, project.training)
    # Links go to the right or straight down: nothing lies on top of another card.
    assert len(set(changed.view.positions.values())) == len(changed.graph.nodes)


@pytest.mark.parametrize("name", ["iris-mlp", "diabetes-mlp", "docstrings-cnn"])
def test_other_data_is_refused_in_words(name):
    project, facts = facts_of(name)
    assert fits(facts) is None
    with pytest.raises(ProjectError, match="ResNet-18 does not fit this data"):
        with_resnet18(project, facts)
    with pytest.raises(ProjectError):
        with_resnet18(project, None)
