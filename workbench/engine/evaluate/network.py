"""A run's network as it was trained: its own project, preprocessing and weights, not the document as edited since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import nn

from ..build.module import build_module
from ..build.source import Source, generate
from ..data.apply import transform_inputs, transform_target
from ..data.encoding import as_learnt
from ..data.prepared import PreparedData
from ..data.preprocess import InputPreprocess, Preprocess, TargetPreprocess
from ..data.raw import Array
from ..document import Project
from ..errors import TrainingError
from ..graph.infer import infer
from ..runs.store import RunStore, Which
from ..train.checkpoint import load_weights, read_snapshot
from ..train.devices import resolve_device
from ..train.gan.recipe import GanAim
from ..train.objectives import Goal, Objective, linked, resolve
from ..train.recipe import Loss
from ..train.step import forward

BATCH = 256
"""Samples in one forward pass of evaluation and prediction."""


@dataclass(frozen=True)
class TrainedNetwork:
    """What a run learnt, ready to be asked.

    Attributes:
        run: the run's id.
        which: "best" or "last" weights.
        project: the project as it was when the run began.
        preprocess: the scales of its data.
        source: its source code.
        module: the network in evaluation mode, on ``device``.
        objective: its losses and metrics, regression in original units.
        inputs: names of the data's inputs in the order of ``forward``'s arguments.
        device: where it computes.
        output: which of its Outputs ``target`` and ``activation`` tell about.
    """

    run: str
    which: Which
    project: Project
    preprocess: Preprocess
    source: Source
    module: nn.Module
    objective: Objective
    inputs: tuple[str, ...]
    device: torch.device
    output: int = 0

    def of_output(self, output: int) -> TrainedNetwork:
        """The same network, asked about another Output, counted from 0."""
        return replace(self, output=output)

    @property
    def target_name(self) -> str:
        """Name of the target that the Output predicts."""
        return self.objective.goals[self.output].target

    @property
    def target(self) -> TargetPreprocess:
        """Classes, or scale of the numbers, of the Output."""
        return self.preprocess.targets[self.target_name]

    @property
    def goal(self) -> Goal:
        """What the Output was trained for."""
        return self.objective.goals[self.output]

    @property
    def loss(self) -> Loss:
        """What the Output was trained with."""
        return self.goal.loss

    @property
    def margins(self) -> bool:
        """Whether the Output tells classes by distances from their borders, which are no probabilities."""
        return self.goal.margins

    @property
    def activation(self) -> str:
        """What turns the Output's logits into predictions: "softmax", "sigmoid", "exp" or "none"."""
        return self.source.activations[self.output]

    def input_preprocess(self) -> dict[str, InputPreprocess]:
        """The scales of each input, in the order of ``forward``'s arguments."""
        return {name: self.preprocess.inputs[name] for name in self.inputs}

    def rows(self, data: PreparedData, indexes: Array) -> dict[str, Array]:
        """Samples of prepared data as raw values by input name. Raises ``DataError`` where a table has other columns."""
        return {name: as_learnt(data.raw.inputs[name], self.preprocess.inputs[name], indexes) for name in self.inputs}

    def feed(self, values: Mapping[str, Array]) -> tuple[torch.Tensor, ...]:
        """Raw values by input name as ``forward``'s arguments on the device. Raises ``DataError``."""
        made = (transform_inputs(values[name], self.preprocess.inputs[name]) for name in self.inputs)
        return tuple(torch.from_numpy(np.ascontiguousarray(part)).to(self.device) for part in made)

    def targets(self, data: PreparedData, rows: Array, fed: tuple[torch.Tensor, ...]) -> tuple[torch.Tensor, ...]:
        """What each Output should have said about samples ``rows``, as its loss takes it; ``fed`` is what they were fed as."""
        found = []
        for goal in self.objective.goals:
            if goal.task == "reconstruction":
                found.append(fed[self.inputs.index(goal.input)])
                continue
            values = data.raw.targets[goal.target].values[rows]
            found.append(
                torch.from_numpy(transform_target(values, self.preprocess.targets[goal.target])).to(self.device)
            )
        return tuple(found)

    def logits(self, inputs: tuple[torch.Tensor, ...]) -> tuple[torch.Tensor, ...]:
        """The logits of each Output for a batch, without gradients."""
        with torch.inference_mode():
            return forward(self.module, inputs)

    def activate(self, output: int, logits: torch.Tensor) -> torch.Tensor:
        """What ``predict`` makes of the logits of an Output, counted from 0."""
        activation = self.source.activations[output]
        if activation == "softmax":
            return torch.softmax(logits, dim=1 if logits.ndim in (2, 4) else -1)
        if activation == "exp":
            return torch.exp(logits)
        return torch.sigmoid(logits) if activation == "sigmoid" else logits


def load_network(store: RunStore, run: str, which: Which = "best", device: str = "cpu") -> TrainedNetwork:
    """Builds the network of a run and gives it the run's weights.

    The module is made on ``meta``: torch's default generator, which a training thread may be using, is not touched.

    Raises ``TrainingError`` when the run or its weights can't be read, ``ProjectError`` for its project.
    """
    where = resolve_device(device)
    path = store.weights_path(run, which)
    project, preprocess = store.project(run), store.preprocess(run)
    if isinstance(project.training.objective, GanAim):
        raise TrainingError(
            f"Run {run} trained a GAN, which answers no questions about samples",
            "Its generator makes samples out of noise, and there is nothing to compare each of them with",
            "Look at them in the Train stage; 'workbench evaluate' compares them with real ones as a whole",
            code="evaluate.gan",
            values={"run": run},
        )
    facts = linked(preprocess.facts(), project.training)
    inference = infer(project.graph, facts)
    source = generate(project.graph, facts, name=project.title)
    objective, problems = resolve(project.graph, inference, facts, project.training)
    if objective is None:
        why = str(problems[0]) if problems else "its targets are not those of its data"
        raise TrainingError(f"Run {run} can't be evaluated: {why}", "", "Train again", code="evaluate.objective")
    with torch.device("meta"):
        module = build_module(source)
    module.to_empty(device=where)
    load_weights(module, read_snapshot(path, extra=False).weights, where=f"run {run}")
    names = []
    for node_id in source.input_nodes:
        node = project.graph.by_id[node_id]
        wanted = str(getattr(node.layer, "field", "")) or (node.name if len(source.input_nodes) > 1 else "")
        names.append(wanted if wanted in preprocess.inputs else next(iter(preprocess.inputs)))
    return TrainedNetwork(
        run=run,
        which=which,
        project=project,
        preprocess=preprocess,
        source=source,
        module=module.eval(),
        objective=objective.with_preprocess(preprocess),
        inputs=tuple(names),
        device=where,
    )


@contextmanager
def told_in_words(network: TrainedNetwork) -> Iterator[None]:
    """Turns torch's failures of a forward pass into a ``TrainingError`` that names what was asked."""
    try:
        yield
    except torch.OutOfMemoryError as error:
        raise TrainingError(
            f"There is not enough memory on {network.device} to run the network",
            "",
            "Close other programs, or use the CPU (--device cpu)",
            code="evaluate.out_of_memory",
        ) from error
