"""What is proposed for some data, in words: what was found, the split, the network, and the score to beat."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from ..check import check_project
from ..data.prepared import PreparedData
from ..data.raw import RawTarget
from ..data.series.windows import Windows
from ..data.tagged.baseline import token_baseline
from ..document import Project
from ..graph.model import Graph


@dataclass(frozen=True)
class Proposal:
    """A project for some data that was not there before, the data as it was prepared for it, and its number of parameters."""

    project: Project
    prepared: PreparedData
    parameters: int

    @property
    def lines(self) -> tuple[str, ...]:
        """Sentences on the split, the network, and what a constant answer would score."""
        said = (
            split_words(self.project, self.prepared),
            network_words(self.project.graph, self.parameters),
            constant_words(self.prepared),
        )
        return tuple(line for line in said if line)


def proposal_of(project: Project, prepared: PreparedData) -> Proposal:
    """Counts the parameters of a project's network on its data."""
    return Proposal(project, prepared, check_project(project, prepared.facts).parameters)


def split_words(project: Project, prepared: PreparedData) -> str:
    """How many samples are for what, and how they are chosen."""
    recipe, total = project.data.split, max(1, prepared.count)
    train, validation, test = (len(prepared.splits[name]) for name in ("train", "validation", "test"))
    shares = " / ".join(f"{100 * count / total:.0f}" for count in (train, validation, test))
    classed = any(t.task == "classification" for t in prepared.raw.targets.values())
    if recipe.given and prepared.raw.given:
        return f"{train:,} samples to train on, {validation:,} for validation, {test:,} for the test ({shares} %); the data brings parts of its own"
    if getattr(recipe, "method", "random") == "time":
        return (
            f"{train:,} samples to train on, {validation:,} for validation, {test:,} for the test ({shares} %), by time"
        )
    if getattr(recipe, "method", "random") == "grouped":
        return f"{train:,} samples to train on, {validation:,} for validation, {test:,} for the test ({shares} %), whole groups together"
    if recipe.stratified and classed:
        return f"{train:,} samples to train on, {validation:,} for validation, {test:,} for the test ({shares} %), each with the same share of every class"
    if recipe.stratified and any(t.task == "multi_label" for t in prepared.raw.targets.values()):
        return f"{train:,} samples to train on, {validation:,} for validation, {test:,} for the test ({shares} %), each with the same share of every label"
    return (
        f"{train:,} samples to train on, {validation:,} for validation, {test:,} for the test ({shares} %), at random"
    )


def network_words(graph: Graph, parameters: int) -> str:
    """The network by its kinds of layers and its size."""
    kinds = Counter(node.layer.kind for node in graph.nodes)
    size = _about(parameters)
    hidden = max(0, kinds["dense"] - 1)
    convolutions = kinds["conv2d"] + kinds["conv1d"]
    recurrent = next(
        (f"{article} {kind.upper()}" for article, kind in (("a", "gru"), ("an", "lstm")) if kinds[kind]), ""
    )
    if kinds["embedding"] and convolutions == 1:
        return f"A network with an embedding and a convolution over it, about {size} parameters"
    if kinds["embedding"] and convolutions:
        return f"A network with an embedding and {convolutions} convolutions over it, about {size} parameters"
    if kinds["embedding"] and recurrent:
        return f"A network with an embedding and {recurrent}, about {size} parameters"
    if kinds["embedding"]:
        return f"A network with an embedding, about {size} parameters"
    if recurrent and kinds["add"]:
        return f"A network that adds up a linear part and {recurrent}, about {size} parameters"
    if recurrent:
        return f"A network with {recurrent}, about {size} parameters"
    if kinds["conv2d"] and convolutions == 1:
        return f"A convolutional network (CNN) with a convolution, about {size} parameters"
    if kinds["conv2d"]:
        return f"A convolutional network (CNN) with {convolutions} convolutions, about {size} parameters"
    if convolutions == 1:
        return f"A network with a convolution over time, about {size} parameters"
    if convolutions:
        return f"A network with {convolutions} convolutions over time, about {size} parameters"
    if hidden == 1:
        return f"A network with a hidden layer (MLP), about {size} parameters"
    if hidden:
        return f"A network with {hidden} hidden layers (MLP), about {size} parameters"
    return f"A network without hidden layers, about {size} parameters"


def constant_words(prepared: PreparedData) -> str:
    """What always giving the same answer scores on validation, the score to beat; empty where there is none to tell."""
    for target in prepared.raw.targets.values():
        train, held = prepared.splits["train"], prepared.splits["validation"]
        held = held if len(held) else train
        if prepared.raw.windows is not None:
            return _forecast_words(prepared.raw.windows, target, train, held)
        if target.task == "tagging":
            return _tag_words(prepared, target, train, held)
        if target.task == "classification" and target.values.ndim == 1:
            name, share = _largest(target, train)
            return f"To beat: always saying '{name}', the largest class, is right for {share:.0%} of the samples"
        if target.task == "regression" and target.values.shape[-1] == 1:
            off = float(np.abs(target.values[held] - target.values[train].mean()).mean())
            if not off > 0:
                return ""
            return f"To beat: always saying the mean is off by {off:.3g} on average"
    return ""


def _tag_words(prepared: PreparedData, target: RawTarget, train: np.ndarray, held: np.ndarray) -> str:
    part = prepared.raw.inputs[target.input]
    if part.kind != "text":
        return ""
    score = token_baseline(part.values, target, train, held)
    return f"To beat: giving each token the tag that it has most often is right for {score:.1%} of the tokens"


def _forecast_words(windows: Windows, target: RawTarget, train: np.ndarray, held: np.ndarray) -> str:
    wanted = target.values[held].astype(np.float64)
    mean = float(np.abs(wanted - target.values[train].mean(axis=0)).mean())
    last = float(np.abs(wanted - windows.naive(held)).mean())
    if windows.season < 2 or windows.season > windows.steps:
        return (
            f"To beat: repeating the last value is off by {last:.3g} on average, always saying the mean by {mean:.3g}"
        )
    season = float(np.abs(wanted - windows.naive(held, windows.season)).mean())
    return (
        f"To beat: repeating the last value is off by {last:.3g} on average, the value {windows.season} steps before by "
        f"{season:.3g}, always saying the mean by {mean:.3g}"
    )


def _largest(target: RawTarget, train: np.ndarray) -> tuple[str, float]:
    """The training part's largest class, and its share of all samples: of a small validation part it would say little."""
    best = int(np.bincount(target.values[train], minlength=len(target.classes)).argmax())
    return target.classes[best], float((target.values == best).mean())


def _about(count: int) -> str:
    """A number in two digits: 4,900 for 4,871."""
    digits = max(0, len(str(count)) - 2)
    return f"{round(count / 10**digits) * 10**digits:,}"
