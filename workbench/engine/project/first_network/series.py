"""The first network for series."""

from __future__ import annotations

from ...graph import edits
from ...graph.layer import Layer
from ...graph.model import Graph, Link
from ...shapes import TensorSpec
from ...train.recipe import TrainingRecipe
from .layers import new

SHORT = 24
"""Steps below which windows of the usual lengths don't fit."""


def body(spec: TensorSpec) -> list[Layer]:
    """Three convolutions over time (N, T, C) with batch normalisation, then the mean of each channel.

    The fully convolutional network of Wang, Yan, Oates, 2016, https://arxiv.org/abs/1611.06455, at half its width: it is hard to
    beat on the series of the UCR archive, and learns from some dozens of samples.
    """
    steps = spec.sample[0]
    kernels = (5, 3, 3) if isinstance(steps, int) and steps < SHORT else (8, 5, 3)
    layers: list[Layer] = []
    for filters, kernel in zip((64, 128, 64), kernels, strict=True):
        layers += [
            *(new("conv1d", filters=filters, kernel_size=kernel, bias=False), new("batch_norm"), new("relu")),
        ]
    return [*layers, new("global_avg_pool")]


def forecast(spec: TensorSpec, units: int) -> Graph:
    """The sum of a linear part and a recurrent one, for the ``units`` numbers behind a window (N, T, C).

    The linear part, an autoregression, learns to repeat the last value and the last season, and follows a trend beyond what it
    has seen; the recurrent part learns what is not linear. Source: Lai et al., 2018, https://arxiv.org/abs/1703.07015
    """
    graph = edits.chain(
        new("input", shape=spec.sample),
        *(new("gru", units=32), new("dense", units=units), new("add"), new("output")),
        names={2: "curved", 3: "sum"},
    )
    first, together = graph.nodes[0], graph.nodes[3]
    for layer, name in ((new("flatten"), ""), (new("dense", units=units), "linear")):
        graph = edits.add_node(graph, layer, name=name)
    flat, linear = graph.nodes[-2:]
    for source, target in ((first, flat), (flat, linear), (linear, together)):
        graph = edits.connect(
            graph,
            Link(
                source=source.id,
                source_port=source.layer.outputs[0].name,
                target=target.id,
                target_port=target.layer.inputs[0].name,
            ),
        )
    return graph


def is_series(spec: TensorSpec) -> bool:
    """Whether an input is of series (N, T, C)."""
    return spec.dtype == "float32" and len(spec.sample) == 2


def training(count: int, *, forecasting: bool = False) -> TrainingRecipe:
    """Training settings for ``count`` series: small batches and many epochs where there are few."""
    if forecasting:
        if count < 1_000:
            return TrainingRecipe(batch_size=16, epochs=150)
        return TrainingRecipe(batch_size=32, epochs=30) if count < 10_000 else TrainingRecipe(batch_size=64, epochs=8)
    if count < 1_000:
        return TrainingRecipe(batch_size=16, epochs=150, learning_rate=0.0005)
    return TrainingRecipe(batch_size=32, epochs=40) if count < 5_000 else TrainingRecipe(batch_size=64, epochs=15)
