"""What a network is trained for: its task, loss and metrics, resolved from graph, data and recipe. No torch at import."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from ..data.preprocess import Preprocess
from ..graph.data_checks import data_field
from ..graph.infer import Inference
from ..graph.model import Graph, Node
from ..graph.outputs import head_of
from ..graph.problems import Problem
from ..shapes import DataFacts, TargetFacts, Task
from .losses import Auto, BinaryCrossEntropy, CrossEntropy, MeanSquaredError
from .optimizers import SGD
from .recipe import Loss, TrainingRecipe

if TYPE_CHECKING:
    import torch

    from ..data.augment.mixing import Mix

METRICS: dict[Task, str] = {
    "classification": "accuracy",
    "multi_label": "f1",
    "regression": "mae",
    "reconstruction": "mae",
}
"""What is measured beside the loss."""


@dataclass(frozen=True)
class Goal:
    """What one Output of the network is trained for.

    Attributes:
        node: id of the Output node.
        target: the data's target by name.
        task: what is asked of it.
        loss: the loss, never ``Auto``.
        units: size of the last dimension of the logits.
        metric: what is measured beside the loss: "accuracy"; "f1" of labels; or "mae" in the target's original units.
        spread: for regression, one original unit per number predicted, and for pictures that are reconstructed, one per
            channel; brings "mae" back to original units.
        weights: in training with class weights, that of each class (C,), or of not having and having each label (2, C),
            on the device.
        shift: what is added to the logits before the loss, one number for each unit; empty for nothing.
        input: for reconstruction, the data's input that is compared with.
        squashed: whether predictions are the sigmoid of the logits; for reconstruction.
    """

    node: str
    target: str
    task: Task
    loss: Loss
    units: int
    metric: str
    spread: tuple[float, ...] = ()
    weights: torch.Tensor | None = None
    shift: tuple[float, ...] = ()
    input: str = ""
    squashed: bool = False

    def judge(self, logits: torch.Tensor, target: torch.Tensor, samples: torch.Tensor | None = None) -> torch.Tensor:
        """The mean loss of a batch, a scalar on the device; ``samples`` (N,) are weights of the samples in it."""
        if self.shift:
            logits = logits + _constant(self.shift, logits.dtype, logits.device)
        if samples is not None:
            return (self._each(logits, target) * samples).mean()
        if self.weights is None:
            return self.loss(logits, target)
        return self.loss.weighted(logits, target, self.weights)

    def judge_mixed(
        self, logits: torch.Tensor, target: torch.Tensor, mix: Mix, samples: torch.Tensor | None = None
    ) -> torch.Tensor:
        """The mean loss of a batch of mixed samples, a scalar: share * loss of the own target + the rest * the partner's."""
        if self.shift:
            logits = logits + _constant(self.shift, logits.dtype, logits.device)
        own, partner = mix.share, 1.0 - mix.share
        if samples is not None:
            own, partner = own * samples, partner * samples.index_select(0, mix.partner)
        other = target.index_select(0, mix.partner)
        return (own * self._each(logits, target) + partner * self._each(logits, other)).mean()

    def _each(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        if self.weights is None:
            return self.loss.each(logits, target)
        return self.loss.weighted_each(logits, target, self.weights)

    def mixed_target(self, target: torch.Tensor, mix: Mix) -> torch.Tensor:
        """What a mixed sample is measured against: the class that makes up most of it, or the mixed number."""
        partner = target.index_select(0, mix.partner)
        if self.task == "regression":
            share = mix.share.view(-1, *[1] * (target.ndim - 1))
            return partner + share * (target - partner)
        own = mix.share >= 0.5
        return target.where(own.view(-1, *[1] * (target.ndim - 1)), partner)

    def measure(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """The metric of each sample, (N,) float32: 1 or 0 for right or wrong, the F1 of its labels (1 where it has none and
        is given none), or the mean absolute error."""
        if self.task == "multi_label":
            given, wanted = (logits > 0).float(), (target > 0.5).float()
            count = given.sum(-1) + wanted.sum(-1)
            return 2.0 * (given * wanted).sum(-1) / count.clamp(min=1.0) + (count == 0).float()
        if self.task == "reconstruction":
            difference = ((logits.sigmoid() if self.squashed else logits) - target).abs()
            if any(s != 1.0 for s in self.spread):
                difference = difference * difference.new_tensor(self.spread).view(-1, *[1] * (difference.ndim - 2))
            return difference.flatten(1).mean(1)
        if self.task == "classification":
            chosen = (logits.squeeze(-1) > 0).long() if self.units == 1 else logits.argmax(-1)
            return (chosen == target).float()
        difference = (logits - target).abs()
        if any(s != 1.0 for s in self.spread):
            difference = difference * difference.new_tensor(self.spread)
        return difference.mean(-1)


@dataclass(frozen=True)
class Objective:
    """All goals of a network, in the order of ``forward``'s results. The loss is the sum of theirs.

    Attributes:
        goals: one for each Output.
        sample_weights: whether a batch's targets end with the weights of its samples, (N,), one column more than there are
            goals.
    """

    goals: tuple[Goal, ...]
    sample_weights: bool = False

    @property
    def metrics(self) -> tuple[str, ...]:
        """Names of what is measured beside "loss", one for each goal."""
        if len(self.goals) == 1:
            return (self.goals[0].metric,)
        return tuple(f"{g.target}_{g.metric}" for g in self.goals)

    def loss(self, outputs: Sequence[torch.Tensor], targets: Sequence[torch.Tensor]) -> torch.Tensor:
        """The mean loss of a batch, a scalar on the device; outputs and targets are in the order of the goals."""
        samples = targets[-1] if self.sample_weights else None
        total = self.goals[0].judge(outputs[0], targets[0], samples)
        for goal, output, target in zip(self.goals[1:], outputs[1:], targets[1 : len(self.goals)], strict=True):
            total = total + goal.judge(output, target, samples)
        return total

    def mixed_loss(self, outputs: Sequence[torch.Tensor], targets: Sequence[torch.Tensor], mix: Mix) -> torch.Tensor:
        """As ``loss``, for a batch whose samples were mixed by pairs."""
        samples = targets[-1] if self.sample_weights else None
        total = self.goals[0].judge_mixed(outputs[0], targets[0], mix, samples)
        for goal, output, target in zip(self.goals[1:], outputs[1:], targets[1 : len(self.goals)], strict=True):
            total = total + goal.judge_mixed(output, target, mix, samples)
        return total

    def mixed_targets(self, targets: Sequence[torch.Tensor], mix: Mix) -> tuple[torch.Tensor, ...]:
        """What the metrics of mixed samples are measured against; see ``Goal.mixed_target``."""
        return tuple([g.mixed_target(t, mix) for g, t in zip(self.goals, targets, strict=False)])

    def with_preprocess(self, preprocess: Preprocess) -> Objective:
        """A copy that measures regression in the original units, and whose losses know how frequent classes are."""
        goals = []
        for goal in self.goals:
            learnt = preprocess.targets[goal.target]
            scale = learnt.scale
            if goal.task == "reconstruction":
                how = preprocess.inputs[goal.input]
                scale = how.scale if how.kind == "image" else ()
            spread = tuple(1.0 / s for s in scale)
            goals.append(replace(goal, spread=spread, shift=goal.loss.shift(learnt.counts, goal.units)))
        return replace(self, goals=tuple(goals))


@cache
def _constant(values: tuple[float, ...], dtype: torch.dtype, device: torch.device) -> torch.Tensor:
    """Numbers as a tensor, sent to the device once."""
    import torch

    return torch.tensor(values, dtype=dtype, device=device)


def resolve(
    graph: Graph, inference: Inference, facts: DataFacts, recipe: TrainingRecipe
) -> tuple[Objective | None, tuple[Problem, ...]]:
    """The objective, and what keeps the recipe from training this network on this data.

    The objective is None while an Output's shape or target is not known; inference has told the user why.
    """
    problems = list(recipe_problems(graph, inference, recipe))
    goals: list[Goal] = []
    outputs = [graph.by_id[i] for i in graph.order if graph.by_id[i].layer.kind == "output"]
    complete = bool(outputs)
    for node in outputs:
        target_name, target = _target_of(node, facts)
        spec = inference.nodes[node.id].output
        units = spec.dims[-1] if spec is not None else None
        if target is None or not isinstance(units, int):
            complete = False
            continue
        head = head_of(graph, node.id, units, facts)
        squashed = head is not None and head.activation == "sigmoid"
        loss = _resolved(recipe.loss, target, units, squashed=squashed)
        problem = _loss_problem(node, loss, target, units)
        if problem is None and target.task == "reconstruction":
            problem = _reconstruction_problem(graph, node, loss, target, facts, squashed=squashed)
        if problem is not None:
            problems.append(problem)
            complete = False
            continue
        if target.task == "reconstruction":
            goal = Goal(node.id, target_name, target.task, loss, units, METRICS[target.task])
            goals.append(replace(goal, input=target.input, squashed=squashed))
        else:
            spread = (1.0,) * target.width
            goals.append(Goal(node.id, target_name, target.task, loss, units, METRICS[target.task], spread))
    return (Objective(tuple(goals)) if complete else None), tuple(problems)


def recipe_problems(graph: Graph, inference: Inference, recipe: TrainingRecipe) -> tuple[Problem, ...]:
    """What can be said about a recipe and a network without data."""
    found: list[Problem] = []
    if graph.nodes and not inference.errors and inference.parameters == 0:
        found.append(
            Problem(
                "training.nothing_to_learn",
                "error",
                None,
                "The network has no weights to learn",
                "At least one layer must learn",
                "Insert a layer such as Dense",
            )
        )
    if isinstance(recipe.optimizer, SGD) and recipe.optimizer.nesterov and recipe.optimizer.momentum == 0:
        found.append(
            Problem(
                "training.nesterov_without_momentum",
                "warning",
                None,
                "Nesterov has no effect: momentum is 0",
                "It looks ahead along the momentum",
                "Set momentum to 0.9, or switch Nesterov off",
            )
        )
    if recipe.batch_size == 1:
        found += [_batch_of_one(node) for node in graph.nodes if _normalises_single_values(node, inference)]
    return tuple(found)


def _normalises_single_values(node: Node, inference: Inference) -> bool:
    spec = inference.nodes[node.id].output
    return node.layer.kind == "batch_norm" and spec is not None and spec.rank == 2


def _batch_of_one(node: Node) -> Problem:
    return Problem(
        "training.batch_of_one",
        "error",
        node.id,
        f"{node.name} normalises over the batch, and a batch holds 1 sample",
        "It needs two or more to have a spread",
        "Set batch size to 2 or more, or replace it with LayerNorm",
        brief="batch of one sample",
    )


def _target_of(node: Node, facts: DataFacts) -> tuple[str, TargetFacts | None]:
    wanted = getattr(node.layer, "target", "")
    target = facts.target(wanted)
    name = wanted if wanted in facts.targets else next(iter(facts.targets), "")
    return name, target


def _resolved(loss: Loss, target: TargetFacts, units: int, *, squashed: bool) -> Loss:
    if not isinstance(loss, Auto):
        return loss
    if target.task == "regression" or (target.task == "reconstruction" and not squashed):
        return MeanSquaredError()
    return CrossEntropy() if target.task == "classification" and units > 1 else BinaryCrossEntropy()


def _reconstruction_problem(
    graph: Graph, node: Node, loss: Loss, target: TargetFacts, facts: DataFacts, *, squashed: bool
) -> Problem | None:
    """An input that does not enter, or a loss that does not go with the Output's activation or the data's scale."""
    taken = {data_field(graph, n) for n in graph.nodes if n.layer.kind == "input"}
    if target.input not in taken and not (len(facts.inputs) == 1 and "" in taken):
        return Problem(
            "training.reconstruction_input",
            "error",
            node.id,
            f"{node.name} is to be '{target.input}' again, which no Input takes",
            "An autoencoder sees what it is to reconstruct",
            f"Add an Input with the data field '{target.input}'",
            brief="its input is missing",
            values={"input": target.input},
        )
    if isinstance(loss, BinaryCrossEntropy) and not target.unit:
        return Problem(
            "training.loss_range",
            "error",
            node.id,
            f"The loss is {loss.title}, and '{target.input}' holds numbers outside 0 to 1 as it is scaled",
            "It compares shares between 0 and 1",
            "Set data.scaling to minmax for pictures, or the activation of the Output to none and the loss to Automatic",
            brief="data is not in 0 to 1",
            values={"loss": loss.kind, "input": target.input},
        )
    if isinstance(loss, BinaryCrossEntropy) != squashed:
        applied = "sigmoid" if squashed else "nothing"
        wanted = "none" if squashed else "sigmoid"
        return Problem(
            "training.loss_activation",
            "error",
            node.id,
            f"The loss is {loss.title}, and {node.name} applies {applied} to its predictions",
            "Binary cross-entropy goes with sigmoid, every other loss without",
            f"Set the loss to Automatic, or the activation of {node.name} to {wanted}",
            brief="loss and activation differ",
            values={"loss": loss.kind, "activation": applied},
        )
    return None


def _loss_problem(node: Node, loss: Loss, target: TargetFacts, units: int) -> Problem | None:
    if target.task not in loss.tasks:
        fitting = [m.title for k, m in Loss.members.items() if target.task in m.tasks and k != "auto"]
        holds = (
            f"{len(target.classes)} classes"
            if target.task == "classification"
            else f"{len(target.classes)} labels"
            if target.task == "multi_label"
            else f"'{target.input}' again"
            if target.task == "reconstruction"
            else "numbers"
        )
        return Problem(
            "training.loss_task",
            "error",
            node.id,
            f"The loss is {loss.title}, and {node.name} predicts {holds}",
            f"For {target.task.replace('_', ' ')} there are {', '.join(fitting)}",
            "Set the loss to Automatic",
            brief="wrong loss",
            values={"loss": loss.kind, "task": target.task},
        )
    if isinstance(loss, CrossEntropy) and units == 1:
        return Problem(
            "training.loss_units",
            "error",
            node.id,
            f"The loss is {loss.title}, and {node.name} gets a single number for a sample",
            "It compares the numbers of two or more classes",
            "Set the loss to Automatic or Binary cross-entropy, or give the last layer "
            f"{len(target.classes)} units, one for each class",
            brief="one unit, many classes",
            values={"loss": loss.kind, "units": units},
        )
    return None
