"""The first generator and discriminator for samples of a shape, and a project that trains them."""

from __future__ import annotations

from math import log2, prod

from ...check import check_project
from ...document import Project
from ...errors import ProjectError
from ...graph import edits
from ...graph.layer import Layer
from ...graph.layout import auto_layout
from ...graph.model import Graph
from ...shapes import DataFacts, TensorSpec
from ...train.gan.recipe import GanAim
from ...train.recipe import TrainingRecipe
from ..networks import add_network, remove_network
from .layers import new
from .pictures import SMALLEST

NOISE = 64
"""Numbers of noise for a picture."""
LEAK = 0.2
"""Slope of LeakyReLU below 0, as in DCGAN."""
PICTURE = 4
"""Dimensions of a batch of pictures."""
LARGEST_WIDTH = 256
"""Units of dense layers at most."""

STEPS = 2400
"""Steps of a first run: what they make of pictures of 28 x 28 pixels is told in docs/generative.md."""
SETTINGS: dict[str, object] = {
    "optimizer": {"kind": "adam", "beta1": 0.5},
    "learning_rate": 0.001,
    "batch_size": 64,
    "averaging": {"kind": "ema", "decay": 0.99},
}
"""What the networks made here learn well with."""


def made_of(facts: DataFacts | None) -> TensorSpec | None:
    """What one sample is, of data that a GAN can be trained on: a single input of numbers."""
    specs = list(facts.inputs.values()) if facts is not None else []
    known = len(specs) == 1 and specs[0].known and specs[0].dtype == "float32"
    return specs[0] if known else None


def with_gan(project: Project, facts: DataFacts | None, samples: int = 0) -> Project:
    """The project with a GAN for its data as its objective. Networks of the roles' names that are there stay as they are.

    ``samples``: how many there are to learn from, for the number of epochs; 0 where that is not known. Raises
    ``ProjectError`` for data that it can't be trained on.
    """
    spec = made_of(facts)
    if spec is None:
        raise ProjectError(
            "A GAN does not fit this data",
            "It makes samples that are numbers of one shape: pictures, series of one length, rows of a table",
            "Choose such data, or feed categories as one-hot columns",
            code="project.gan",
        )
    made = with_roles(project, spec)
    steps = -(-samples // int(str(SETTINGS["batch_size"])))
    more = {"epochs": max(1, round(STEPS / steps))} if steps else {}
    usual = TrainingRecipe.for_new_projects()
    unused = {name: getattr(usual, name) for name in GanAim.unused}
    training = made.training.updated(**unused, **SETTINGS, **more, stopping=usual.stopping)
    data = made.data.updated(balance={"kind": "none"}, augment=[o for o in made.data.augment if o.stage != "mix"])
    if spec.rank == PICTURE:
        data = data.updated(scaling="symmetric")
    return made.updated(training=training, data=data)


def only_gan(project: Project, facts: DataFacts | None, samples: int = 0) -> Project:
    """As ``with_gan``, without the networks that have no part in it."""
    made = with_gan(project, facts, samples)
    for name in made.networks:
        if name not in made.roles.values():
            made = remove_network(made, name)
    return made


def gan_words(project: Project, facts: DataFacts | None) -> tuple[str, ...]:
    """A sentence on each network of a GAN, without a full stop."""
    found = check_project(project, facts)
    return tuple(
        f"A {role} with {sum(n.layer.kind == kind for n in project.networks[name].nodes)} {words}, "
        f"{found.of_network(name).parameters:,} parameters"
        for role, name in project.roles.items()
        for kind, words in [_main(project.networks[name])]
    )


def _main(graph: Graph) -> tuple[str, str]:
    """The kind of layer that does the most of a network made here, and what several are called."""
    kinds = {node.layer.kind for node in graph.nodes}
    if "conv_transpose2d" in kinds:
        return "conv_transpose2d", "transposed convolutions"
    return ("conv2d", "convolutions") if "conv2d" in kinds else ("dense", "dense layers")


def with_roles(project: Project, spec: TensorSpec) -> Project:
    """The project with a GAN as its objective and a network for each of its roles, made for samples of shape ``spec``
    where there is none of that name."""
    aim = project.training.objective if isinstance(project.training.objective, GanAim) else GanAim()
    project = project.updated(training=project.training.updated(objective=aim))
    bounded = spec.rank == PICTURE or project.data.scaling == "symmetric"
    for role, name in aim.roles.items():
        if name not in project.networks:
            graph = generator(spec, bounded=bounded) if role == "generator" else discriminator(spec)
            places = {**project.view.positions, **auto_layout(graph)}
            project = add_network(project, name, graph).updated(view=project.view.updated(positions=places))
    return project


def generator(spec: TensorSpec, *, bounded: bool) -> Graph:
    """A network that makes samples of shape ``spec`` (N, ...) from noise; ``bounded``: between -1 and 1.

    Pictures grow by transposed convolutions from a quarter of their size or an eighth: Radford et al. 2015,
    https://arxiv.org/abs/1511.06434. Everything else is made by dense layers.
    """
    sizes = [d for d in spec.sample if isinstance(d, int)]
    end = [new("tanh")] if bounded else []
    if len(sizes) == 3 and min(sizes[1:]) >= SMALLEST and not any(s % 4 for s in sizes[1:]):
        return edits.chain(*_grown(sizes[0], sizes[1], sizes[2]), *end, new("output"))
    values = prod(sizes)
    width = _width(values)
    shaped = [new("reshape", shape=tuple(sizes))] if len(sizes) > 1 else []
    hidden = [layer for _ in range(2) for layer in (new("dense", units=width), new("relu"))]
    noise = new("input", shape=(max(4, min(NOISE, 4 * values)),))
    return edits.chain(noise, *hidden, new("dense", units=values), *shaped, *end, new("output"))


def discriminator(spec: TensorSpec) -> Graph:
    """A network that gives samples of shape ``spec`` (N, ...) one number: how real each looks."""
    sizes = [d for d in spec.sample if isinstance(d, int)]
    entry = new("input", shape=tuple(sizes))
    leaky = new("leaky_relu", negative_slope=LEAK)
    end = [new("dense", units=1), new("output")]
    if len(sizes) == 3 and min(sizes[1:]) >= SMALLEST and not any(s % 4 for s in sizes[1:]):
        filters = _filters(min(sizes[1:]))
        body = [x for f in reversed(filters) for x in (new("conv2d", filters=f, kernel_size=4, stride=2), leaky)]
        return edits.chain(entry, *body, new("flatten"), new("dropout", rate=0.3), *end)
    flat = [new("flatten")] if len(sizes) > 1 else []
    hidden = [layer for _ in range(2) for layer in (new("dense", units=_width(prod(sizes))), leaky)]
    return edits.chain(entry, *flat, *hidden, *end)


def _grown(channels: int, height: int, width: int) -> list[Layer]:
    filters = _filters(min(height, width))
    times = 2 ** len(filters)
    first = (2 * filters[0], height // times, width // times)
    made: list[Layer] = [
        new("input", shape=(NOISE,)),
        new("dense", units=prod(first), bias=False),
        new("reshape", shape=first),
        new("batch_norm"),
        new("relu"),
    ]
    for count in filters[1:]:
        made += [new("conv_transpose2d", filters=count, bias=False), new("batch_norm"), new("relu")]
    return [*made, new("conv_transpose2d", filters=channels)]


def _filters(side: int) -> list[int]:
    """Channels between the sizes of a picture, from the smallest size on; one for each doubling."""
    doublings = 3 if side >= 32 and side % 8 == 0 else 2
    most = 128 if side >= 32 else 64
    return [most >> k for k in range(doublings)]


def _width(values: int) -> int:
    """Units of a hidden dense layer."""
    return int(min(LARGEST_WIDTH, max(64, 2 ** (round(log2(max(2, values))) + 1))))
