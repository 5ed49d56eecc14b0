"""ResNet-18 for small pictures, as it is used for 32 x 32: a 3 x 3 convolution in front instead of 7 x 7 and pooling.

Source: He et al., 2015, https://arxiv.org/abs/1512.03385 (section 4.2 for the small stem); 11.2 million parameters.
"""

from __future__ import annotations

from ...document import Project
from ...errors import ProjectError
from ...graph import edits
from ...graph.layer import Layer
from ...graph.layout import auto_layout
from ...graph.model import Graph
from ...shapes import DataFacts
from .layers import new

STAGES = ((64, 1), (128, 2), (256, 2), (512, 2))
"""Channels and stride of each of the four stages, which have two blocks each."""


def with_resnet18(project: Project, facts: DataFacts | None) -> Project:
    """The project with a ResNet-18 for its data as its network; raises ``ProjectError`` for other data than classed pictures."""
    fitting = fits(facts)
    if fitting is None:
        raise ProjectError(
            "ResNet-18 does not fit this data",
            "It takes pictures of one size and tells one class of several",
            "Choose pictures with classes, or build on the network that is proposed",
            code="project.resnet",
        )
    graph = resnet18(*fitting)
    known = {node.id for node in project.graph.nodes}
    kept = {i: place for i, place in project.view.positions.items() if i not in known}
    view = project.view.updated(positions={**kept, **auto_layout(graph)})
    return project.with_graph(graph).updated(view=view)


def fits(facts: DataFacts | None) -> tuple[tuple[int, ...], int] | None:
    """Shape (C, H, W) and number of classes of data that a ResNet-18 is for; None for other data."""
    spec = facts.input() if facts is not None else None
    target = facts.target() if facts is not None else None
    if spec is None or target is None or target.task != "classification" or spec.dtype != "float32":
        return None
    sizes = tuple(d for d in spec.sample if isinstance(d, int))
    return (sizes, len(target.classes)) if len(sizes) == len(spec.sample) == 3 else None


def resnet18(shape: tuple[int, ...], classes: int) -> Graph:
    """The whole network for pictures of ``shape`` (C, H, W) and a number of classes."""
    graph = edits.chain(new("input", shape=shape), *_normalised(64, 3, 1), new("relu"))
    for filters, stride in STAGES:
        graph = residual_block(graph, graph.nodes[-1].id, filters, stride, projected=stride != 1)
        graph = residual_block(graph, graph.nodes[-1].id, filters)
    for layer in (new("global_avg_pool"), new("dense", units=classes), new("output")):
        graph = _after(graph, graph.nodes[-1].id, layer)
    return graph


def residual_block(graph: Graph, source: str, filters: int, stride: int = 1, *, projected: bool = False) -> Graph:
    """Two convolutions whose result is added to what enters them; the last node is the ReLU behind the sum.

    Args:
        graph: what the block is added to.
        source: id of the node that feeds it.
        filters: channels of the block.
        stride: of its first convolution.
        projected: whether the shortcut is a 1 x 1 convolution, as it must be where stride or channels change.
    """
    body = source
    for layer in (*_normalised(filters, 3, stride), new("relu"), *_normalised(filters, 3, 1)):
        graph = _after(graph, body, layer)
        body = graph.nodes[-1].id
    shortcut = source
    if projected:
        for layer in _normalised(filters, 1, stride):
            graph = _after(graph, shortcut, layer)
            shortcut = graph.nodes[-1].id
    graph = _after(graph, body, new("add"))
    total = graph.nodes[-1].id
    graph = edits.connect(graph, edits.link(graph, shortcut, total))
    return _after(graph, total, new("relu"))


def _normalised(filters: int, size: int, stride: int) -> tuple[Layer, Layer]:
    convolution = new("conv2d", filters=filters, kernel_size=size, stride=stride, padding="same", bias=False)
    return convolution, new("batch_norm")


def _after(graph: Graph, source: str, layer: Layer) -> Graph:
    graph = edits.add_node(graph, layer)
    return edits.connect(graph, edits.link(graph, source, graph.nodes[-1].id))
