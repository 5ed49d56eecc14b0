"""Settings and data options that a GAN has no use for, or can't be trained with. No torch at import."""

from __future__ import annotations

from collections.abc import Iterator

from ...data.augment import Augmentation
from ...document import Project
from ...graph.infer import Inference
from ...graph.problems import Problem, Remedy
from ..layerwise import trainable_parameters
from ..stopping import Stopping
from .recipe import GanAim, metric_names


def setting_problems(project: Project) -> Iterator[Problem]:
    """What of the recipe and of the balance does not suit a GAN, whatever its networks are."""
    yield from _refused(project)
    yield from _of_no_use(project)


def _refused(project: Project) -> Iterator[Problem]:
    recipe = project.training
    if recipe.optimizer.kind == "lbfgs":
        yield Problem(
            "training.gan_optimizer",
            "error",
            None,
            f"The optimiser {recipe.optimizer.title} searches along a line for the smallest loss",
            "In a GAN the loss of each network changes with the other",
            "Set the optimiser to Adam",
            remedies=(Remedy("Set the optimiser to Adam", "training.optimizer", "adam"),),
        )
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


def _of_no_use(project: Project) -> Iterator[Problem]:
    recipe = project.training
    if recipe.loss.kind != "auto":
        yield Problem(
            "training.gan_other_loss",
            "warning",
            None,
            f"The loss {recipe.loss.title} has no effect: a GAN has losses of its own",
            "They are chosen in training.objective.loss",
            "Set training.loss to auto",
            values={"loss": recipe.loss.kind},
            remedies=(Remedy("Set the loss to Automatic", "training.loss", "auto"),),
        )
    if recipe.metrics:
        yield Problem(
            "training.gan_metrics",
            "warning",
            None,
            f"Metrics are not measured: {', '.join(recipe.metrics)}",
            "They compare answers with what was to be predicted, and a GAN predicts nothing; it is judged by its distance",
            "Take them out of training.metrics",
            values={"metrics": list(recipe.metrics)},
            remedies=(Remedy("Measure no metrics", "training.metrics", "none"),),
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
    if recipe.memory_format == "channels_last":
        yield Problem(
            "training.gan_memory_format",
            "warning",
            None,
            "The memory format has no effect: pictures of a GAN lie in memory as they are",
            "With channels last, its networks of convolutions were no quicker",
            "Set training.memory_format to auto",
            remedies=(Remedy("Set the memory format to automatic", "training.memory_format", "auto"),),
        )
    if project.data.balance.kind != "none":
        yield Problem(
            "training.gan_balance",
            "warning",
            None,
            "The balance has no effect: a GAN does not look at classes",
            "It evens out classes",
            "Set data.balance to none",
            remedies=(Remedy("Set the balance to None", "data.balance", "none"),),
        )


def network_problems(project: Project, inference: Inference) -> Iterator[Problem]:
    """What of the recipe does not suit the two networks, as ``inference`` found them."""
    aim, recipe = project.training.objective, project.training
    assert isinstance(aim, GanAim)
    for name in aim.roles.values():
        graph, own = project.networks.get(name), inference.of_network(name)
        if graph is None:
            continue
        if own.parameters and not trainable_parameters(graph, own, recipe.layers):
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
        for node in graph.nodes:
            if node.layer.kind == "sampling":
                yield Problem(
                    "training.gan_divergence",
                    "warning",
                    node.id,
                    f"{node.name} draws samples, and its divergence does not enter the loss of a GAN",
                    "Beta has no effect here, and nothing keeps the spread from shrinking to nothing",
                    "Take the layer out: the noise of a GAN enters at the generator's Input",
                    brief="no divergence here",
                    network=name,
                )
    if recipe.stopping.monitor != Stopping().monitor:
        yield from watched_problems(recipe.stopping.monitor, recorded_numbers(aim))


def recorded_numbers(aim: GanAim) -> tuple[str, ...]:
    """Names of what an epoch of a GAN records, the usual one to watch first."""
    return ("val_distance", "distance", *metric_names(aim))


def watched_problems(watched: str, recorded: tuple[str, ...]) -> Iterator[Problem]:
    """A number that is to be watched and that no epoch records."""
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


def augmentation_problems(augment: tuple[Augmentation, ...]) -> Iterator[Problem]:
    """Augmentation that would be learnt as if real samples looked so."""
    mixing = [o for o in augment if o.stage == "mix"]
    if mixing:
        title = mixing[0].title
        yield Problem(
            "data.mix_gan",
            "error",
            None,
            f"{title} mixes samples by pairs, and the generator would learn to make such mixtures",
            "A GAN learns what real samples look like",
            f"Take {title} out of the augmentation",
            values={"augmentation": mixing[0].kind},
        )
    elif augment:
        yield Problem(
            "data.augment_gan",
            "notice",
            None,
            "The generator learns from augmented samples, and makes samples that look augmented",
            "Mirroring does no harm where mirrored samples are as good as real ones",
        )
