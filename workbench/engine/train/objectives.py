"""What a network is trained for: its task, loss and metrics, resolved from graph, data and recipe. No torch at import."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from ..data.preprocess import Preprocess
from ..data.tagged.targets import IGNORED
from ..graph.infer import Inference
from ..graph.model import Graph, Node
from ..graph.outputs import head_of
from ..graph.problems import Problem
from ..shapes import DataFacts, TargetFacts, Task
from .loss_checks import loss_problems, recipe_problems, reconstruction_problems
from .losses import Auto, BinaryCrossEntropy, CrossEntropy, MeanSquaredError
from .metrics import METRICS as OF_TASK
from .recipe import Loss, TrainingRecipe

if TYPE_CHECKING:
    import torch

    from ..data.augment.mixing import Mix

METRICS: dict[Task, str] = {
    "classification": "accuracy",
    "multi_label": "f1",
    "regression": "mae",
    "reconstruction": "mae",
    "tagging": "accuracy",
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
        offset: for regression, what the number 0 of the network is in original units.
        weights: in training with class weights, that of each class (C,), or of not having and having each label (2, C),
            on the device.
        shift: what is added to the logits before the loss, one number for each unit; empty for nothing.
        input: for reconstruction, the data's input that is compared with.
        squashed: whether predictions are the sigmoid of the logits; for reconstruction.
        classes: for tagging, the tags.
        link: for regression, what makes predictions of the logits: "" for nothing, "exp" or "softmax".
    """

    node: str
    target: str
    task: Task
    loss: Loss
    units: int
    metric: str
    spread: tuple[float, ...] = ()
    offset: tuple[float, ...] = ()
    weights: torch.Tensor | None = None
    shift: tuple[float, ...] = ()
    input: str = ""
    squashed: bool = False
    link: str = ""
    classes: tuple[str, ...] = ()

    def judge(self, logits: torch.Tensor, target: torch.Tensor, samples: torch.Tensor | None = None) -> torch.Tensor:
        """The mean loss of a batch, a scalar on the device; ``samples`` (N,) are weights of the samples in it.

        Of tags (N, T) it is the mean over all tokens of the batch.
        """
        if self.shift:
            logits = logits + _constant(self.shift, logits.dtype, logits.device)
        if self.task == "tagging":
            return self._judge_tags(logits, target, samples)
        if samples is not None:
            return (self._each(logits, target) * samples).mean()
        if self.weights is None:
            return self.loss(logits, target)
        return self.loss.weighted(logits, target, self.weights)

    def judge_mixed(
        self, logits: torch.Tensor, target: torch.Tensor, mix: Mix, samples: torch.Tensor | None = None, first: int = 0
    ) -> torch.Tensor:
        """The mean loss of a batch of mixed samples, a scalar: share * loss of the own target + the rest * the partner's.

        ``logits`` may be of a part of the batch alone, from its sample ``first`` on; a partner may lie in another part.
        """
        if self.shift:
            logits = logits + _constant(self.shift, logits.dtype, logits.device)
        part = slice(first, first + len(logits))
        own, partners = mix.share[part], mix.partner[part]
        rest = 1.0 - own
        if samples is not None:
            own, rest = own * samples[part], rest * samples.index_select(0, partners)
        other = target.index_select(0, partners)
        return (own * self._each(logits, target[part]) + rest * self._each(logits, other)).mean()

    def _judge_tags(
        self, logits: torch.Tensor, target: torch.Tensor, samples: torch.Tensor | None = None
    ) -> torch.Tensor:
        """The mean loss over the tokens of a batch, from logits (N, T, tags); places without a token count for nothing."""
        real = target != IGNORED
        each = self._each(logits.flatten(0, -2), target.clamp(min=0).flatten()).view_as(target)
        if samples is not None:
            each = each * samples.unsqueeze(-1)
        # Chosen rather than multiplied: what stands at a place without a token may be infinite.
        return each.where(real, 0.0).sum() / real.sum()

    def real(self, target: torch.Tensor) -> torch.Tensor | None:
        """How many tokens each sample has, (N,) float32, where those are what means are taken over; None for samples."""
        return (target != IGNORED).sum(-1).float() if self.task == "tagging" else None

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
        is given none), the mean absolute error, or how many of its tags are right."""
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
            return (self.chosen(logits) == target).float()
        if self.task == "tagging":  # no tag is IGNORED
            return (self.chosen(logits) == target).sum(-1).float()
        difference = (self.numbers(logits) - target).abs()
        if any(s != 1.0 for s in self.spread):
            difference = difference * difference.new_tensor(self.spread)
        return difference.mean(-1)

    @property
    def margins(self) -> bool:
        """Whether classes are told by distances from their borders, which are no probabilities."""
        return self.task == "classification" and self.loss.link == "none"

    def chosen(self, logits: torch.Tensor) -> torch.Tensor:
        """The class of each sample (N,) int64, or of each step (N, T)."""
        return (logits.squeeze(-1) > 0).long() if self.units == 1 else logits.argmax(-1)

    def numbers(self, logits: torch.Tensor) -> torch.Tensor:
        """For regression, what is predicted, (N, width) in the units of the loss's target."""
        return logits.exp() if self.link == "exp" else logits.softmax(-1) if self.link == "softmax" else logits


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

    @property
    def by_tokens(self) -> bool:
        """Whether means are taken over the tokens of a batch, of which samples have different numbers."""
        return all(goal.task == "tagging" for goal in self.goals)

    def share(self, part: Sequence[torch.Tensor], whole: Sequence[torch.Tensor]) -> float | torch.Tensor:
        """How much of a batch a part of it is, from the targets of both: by its samples or tokens; these are not waited for."""
        if not self.by_tokens:
            return len(part[0]) / len(whole[0])
        return (part[0] != IGNORED).sum() / (whole[0] != IGNORED).sum()

    def mixed_loss(
        self, outputs: Sequence[torch.Tensor], targets: Sequence[torch.Tensor], mix: Mix, first: int = 0
    ) -> torch.Tensor:
        """As ``loss``, for a batch whose samples were mixed by pairs, or the part of it that begins with sample ``first``."""
        samples = targets[-1] if self.sample_weights else None
        total = self.goals[0].judge_mixed(outputs[0], targets[0], mix, samples, first)
        for goal, output, target in zip(self.goals[1:], outputs[1:], targets[1 : len(self.goals)], strict=True):
            total = total + goal.judge_mixed(output, target, mix, samples, first)
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
            shift = goal.loss.shift(learnt.counts, goal.units)
            goals.append(replace(goal, spread=spread, offset=learnt.offset, shift=shift))
        return replace(self, goals=tuple(goals))


@cache
def _constant(values: tuple[float, ...], dtype: torch.dtype, device: torch.device) -> torch.Tensor:
    """Numbers as a tensor, sent to the device once."""
    import torch

    return torch.tensor(values, dtype=dtype, device=device)


def measurable(objective: Objective) -> tuple[str, ...]:
    """Names under which epochs can record what is measured on the whole validation part, without "val_"."""
    several = len(objective.goals) > 1
    return tuple(f"{g.target}_{name}" if several else name for g in objective.goals for name in OF_TASK[g.task])


def measured_beside(recipe: TrainingRecipe) -> tuple[str, ...]:
    """Metrics that a recipe asks for, the one that is watched included."""
    names = {name for of_task in OF_TASK.values() for name in of_task}
    watched = recipe.stopping.monitor.removeprefix("val_")
    ends = [name for name in names if watched == name or watched.endswith(f"_{name}")]
    return tuple(dict.fromkeys((*recipe.metrics, *sorted(ends, key=len)[-1:])))


def linked(facts: DataFacts, recipe: TrainingRecipe) -> DataFacts:
    """The facts with what the loss makes of the network's numbers, for the Outputs whose activation is "auto"."""
    loss = recipe.loss
    targets = {n: replace(t, link=loss.link) if t.task in loss.tasks else t for n, t in facts.targets.items()}
    return replace(facts, targets=targets)


def resolve(
    graph: Graph, inference: Inference, facts: DataFacts, recipe: TrainingRecipe
) -> tuple[Objective | None, tuple[Problem, ...]]:
    """The objective, and what keeps the recipe from training this network on this data.

    The objective is None while an Output's shape or target is not known; inference has told the user why.
    """
    facts = linked(facts, recipe)
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
        activation = head.activation if head is not None else "none"
        found = loss_problems(node, loss, target, units, activation)
        if not found and target.task == "reconstruction":
            found = reconstruction_problems(graph, node, loss, target, facts, squashed=squashed)
        problems += found
        if any(problem.severity == "error" for problem in found):
            complete = False
            continue
        if target.task == "reconstruction":
            goal = Goal(node.id, target_name, target.task, loss, units, METRICS[target.task])
            goals.append(replace(goal, input=target.input, squashed=squashed))
        else:
            spread = (1.0,) * target.width
            goal = Goal(node.id, target_name, target.task, loss, units, METRICS[target.task], spread)
            link = loss.link if target.task == "regression" else ""
            goals.append(replace(goal, link=link, classes=target.classes if target.task == "tagging" else ()))
    return (Objective(tuple(goals)) if complete else None), tuple(problems)


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
    several = target.task == "tagging" or (target.task == "classification" and units > 1)
    return CrossEntropy() if several else BinaryCrossEntropy()
