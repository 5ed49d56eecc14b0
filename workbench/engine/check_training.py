"""Whether what goes along with training suits the network, the data and each other."""

from __future__ import annotations

from collections.abc import Iterator

from .document import Project
from .graph.infer import Inference
from .graph.problems import Problem, Remedy
from .train.gan.choices import watched_problems
from .train.layerwise import trainable_parameters
from .train.metrics import METRICS
from .train.objectives import Objective, measurable


def training_choices(project: Project, inference: Inference, objective: Objective | None) -> Iterator[Problem]:
    """Everything that is wrong with the settings of training beside loss and optimiser.

    Args:
        project: the document.
        inference: what is known of the network.
        objective: what the network is trained for; None where that is not known yet.
    """
    if objective is not None:
        yield from _monitor(project, objective)
        yield from _metrics(project, objective)
    yield from _accumulation(project)
    yield from _frozen(project, inference)


def _frozen(project: Project, inference: Inference) -> Iterator[Problem]:
    if inference.errors or not inference.parameters:
        return
    if not trainable_parameters(project.graph, inference, project.training.layers):
        yield Problem(
            "training.all_frozen",
            "error",
            None,
            "Every layer that could learn is frozen",
            "At least one layer must learn",
            "Switch off Frozen, in the Model stage, for the layers that are to learn",
            remedies=(Remedy("Let all layers learn", "training.layers", "{}"),),
        )


def _accumulation(project: Project) -> Iterator[Problem]:
    recipe = project.training
    if recipe.accumulation == 1:
        return
    if recipe.accumulation > recipe.batch_size:
        yield Problem(
            "training.accumulation",
            "warning",
            None,
            f"A batch of {recipe.batch_size} samples can't be split into {recipe.accumulation} micro-batches",
            "Each holds at least one sample",
            f"Set training.accumulation to {recipe.batch_size} or less",
            values={"accumulation": recipe.accumulation, "batch_size": recipe.batch_size},
            remedies=(
                Remedy(f"Set accumulation to {recipe.batch_size}", "training.accumulation", str(recipe.batch_size)),
            ),
        )
    for node in project.graph.nodes:
        if node.layer.kind == "batch_norm":
            yield Problem(
                "training.accumulation_norm",
                "notice",
                node.id,
                f"{node.name} normalises over micro-batches of {recipe.micro_batch} samples, not over the whole batch",
                "With batch normalisation, a split batch does not train exactly as a whole one",
                "Use group normalisation, which does not depend on the batch",
                brief=f"over {recipe.micro_batch} samples",
                values={"samples": recipe.micro_batch},
            )


def _monitor(project: Project, objective: Objective) -> Iterator[Problem]:
    watched = project.training.stopping.monitor
    # Others are measured when they are watched; the list is of those that are there anyway.
    if watched not in recorded_numbers(objective):
        measured = ("loss", *objective.metrics)
        yield from watched_problems(watched, (*(f"val_{name}" for name in measured), *measured))


def _metrics(project: Project, objective: Objective) -> Iterator[Problem]:
    tasks = {goal.task for goal in objective.goals}
    useless = [n for n in project.training.metrics if not any(n in METRICS[task] for task in tasks)]
    if useless:
        fitting = [n for task in sorted(tasks) for n in METRICS[task]]
        yield Problem(
            "training.metrics",
            "warning",
            None,
            f"Metrics of another task are not measured: {', '.join(useless)}",
            f"For this network there are {', '.join(fitting) or 'none'}",
            "Take them out of training.metrics",
            values={"metrics": useless},
        )


def recorded_numbers(objective: Objective) -> tuple[str, ...]:
    """Names of what an epoch records or can, those of validation first."""
    measured = ("loss", *objective.metrics)
    names = dict.fromkeys((*measured, *measurable(objective)))
    return (*(f"val_{name}" for name in names), *measured)
