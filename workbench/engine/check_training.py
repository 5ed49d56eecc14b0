"""Whether what goes along with training suits the network, the data and each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .document import Project
from .graph.infer import Inference
from .graph.problems import Problem, Remedy
from .train.gan.recipe import GanAim, metric_names
from .train.layerwise import trainable_parameters
from .train.metrics import METRICS
from .train.objectives import Objective, measurable
from .train.stopping import Stopping


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


def gan_training_choices(project: Project, inference: Inference) -> Iterator[Problem]:
    """As ``training_choices``, for a GAN."""
    aim, recipe = project.training.objective, project.training
    assert isinstance(aim, GanAim)
    for name in aim.roles.values():
        graph, own = project.networks.get(name), inference.of_network(name)
        if graph is not None and own.parameters and not trainable_parameters(graph, own, recipe.layers):
            yield Problem(
                "training.all_frozen",
                "error",
                None,
                f"Every layer of {name} that could learn is frozen",
                "Both networks of a GAN learn",
                "Switch off Frozen, in the Model stage, for the layers that are to learn",
                network=name,
                remedies=(Remedy("Let all layers learn", "training.layers", "{}"),),
            )
    if recipe.stopping.monitor != Stopping().monitor:
        yield from _watched(recipe.stopping.monitor, ("val_distance", "distance", *metric_names(aim)))
    if recipe.accumulation > 1:
        yield Problem(
            "training.gan_accumulation",
            "error",
            None,
            f"A batch is to be split into {recipe.accumulation} micro-batches",
            "Two networks that learn in turns see a batch as a whole",
            "Set training.accumulation to 1, and the batch size to what fits",
            values={"accumulation": recipe.accumulation},
            remedies=(Remedy("Set accumulation to 1", "training.accumulation", "1"),),
        )
    if recipe.privacy.kind != "none":
        yield Problem(
            "training.gan_privacy",
            "error",
            None,
            "Training is to be private, and that is done for a single network",
            "Of a GAN the discriminator would have to be trained so, and the generator not",
            "Set training.privacy to none",
            remedies=(Remedy("Set the privacy to None", "training.privacy", "none"),),
        )
    if recipe.compile:
        yield Problem(
            "training.gan_compile",
            "warning",
            None,
            "The networks of a GAN are not compiled: they learn as they are",
            "Compiling is for a single network",
            "Set training.compile to false",
            remedies=(Remedy("Don't compile", "training.compile", "false"),),
        )
    if recipe.precision in ("bf16", "fp16"):
        yield Problem(
            "training.gan_precision",
            "warning",
            None,
            f"The precision {recipe.precision} has no effect: a GAN is trained in fp32",
            "Rounded numbers would upset the balance between its two networks",
            "Set training.precision to auto",
            values={"precision": recipe.precision},
            remedies=(Remedy("Set the precision to auto", "training.precision", "auto"),),
        )
    if recipe.averaging.kind == "swa":
        yield Problem(
            "training.gan_swa",
            "error",
            None,
            "The weights are to be averaged by SWA, whose batch normalisation is measured on real samples",
            "The networks of a GAN see noise and made samples too; a moving average (EMA) is what helps them",
            "Set the averaging to EMA, or to None",
            remedies=(Remedy("Set the averaging to EMA", "training.averaging", "ema"),),
        )


def _monitor(project: Project, objective: Objective) -> Iterator[Problem]:
    watched = project.training.stopping.monitor
    # Others are measured when they are watched; the list is of those that are there anyway.
    if watched not in recorded_numbers(objective):
        measured = ("loss", *objective.metrics)
        yield from _watched(watched, [f"val_{name}" for name in measured] + list(measured))


def _watched(watched: str, recorded: Sequence[str]) -> Iterator[Problem]:
    if watched not in recorded:
        yield Problem(
            "training.monitor",
            "error",
            None,
            f"Early stopping is to watch '{watched}', which no epoch of this project records",
            f"There are {', '.join(recorded)}",
            "Set training.stopping.monitor to one of these",
            values={"monitor": watched, "recorded": list(recorded)},
            remedies=(Remedy(f"Watch {recorded[0]}", "training.stopping.monitor", recorded[0]),),
        )


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
