"""ResNet-18 as a graph is the network of the paper, and torch agrees with what is said of it."""

from __future__ import annotations

import pytest
import torch

from workbench.engine.build.module import build_module
from workbench.engine.build.source import generate
from workbench.engine.graph.infer import infer
from workbench.engine.project.first_network.resnet import resnet18


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
