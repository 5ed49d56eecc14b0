"""Whether a generator and a discriminator fit the data and each other. No torch at import."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from ...data.recipe import DataRecipe
from ...document import Project
from ...graph import edits
from ...graph.data_checks import data_field
from ...graph.infer import Inference, infer
from ...graph.model import Graph, Node
from ...graph.problems import Fix, Problem, Remedy
from ...shapes import DataFacts, TargetFacts, TensorSpec
from ..loss_checks import recipe_problems
from .choices import setting_problems
from .recipe import GanAim

Range = tuple[float, float]
RANGES: dict[str, Range] = {"tanh": (-1.0, 1.0), "sigmoid": (0.0, 1.0)}
"""Between which numbers the results of activations lie."""

SCALINGS: dict[Range, str] = {(-1.0, 1.0): "symmetric", (0.0, 1.0): "minmax"}
"""How data is scaled to lie between two numbers."""

MOST_REMEDIES = 2
"""Networks that are offered for a role."""

MADE, REAL = "samples", "real"
"""What stands for the target of the generator and of the discriminator."""


@dataclass(frozen=True)
class GanPlan:
    """A generator and a discriminator that fit.

    Attributes:
        generator, discriminator: names of the networks.
        input: the data's input that real samples are of.
        noise: shape of the noise of one sample.
        made: shape of one sample.
        facts: what each network is to be generated with, by role.
    """

    generator: str
    discriminator: str
    input: str
    noise: tuple[int, ...]
    made: tuple[int, ...]
    facts: dict[str, DataFacts]


def check_gan(project: Project, facts: DataFacts | None) -> tuple[Inference, GanPlan | None]:
    """Shapes, costs and problems of a project that trains a GAN; the plan is None while there are errors or no facts."""
    aim = project.training.objective
    assert isinstance(aim, GanAim)
    missing = [*role_problems(project)]
    problems = [*missing, *setting_problems(project)]
    if missing:
        return Inference({}, tuple(problems), {n: infer(g) for n, g in project.networks.items()}), None
    graphs = {role: project.networks[name] for role, name in aim.roles.items()}
    real = _real_input(graphs["discriminator"], facts)
    wanted = real[1] if real is not None else _first_input(graphs["discriminator"])
    single = {role: len(_inputs(graph)) == 1 for role, graph in graphs.items()}
    told = {
        "generator": generator_facts(graphs["generator"], wanted) if wanted is not None else None,
        "discriminator": discriminator_facts(facts) if facts is not None else None,
    }
    made, judged = (infer(graphs[role], told[role] if single[role] else None) for role in graphs)
    found = {"generator": _of_generator(made, wanted), "discriminator": _of_discriminator(judged)}
    for role, graph in graphs.items():
        name = aim.roles[role]
        own = [*found[role].problems, *_ends(graph, role, name), *recipe_problems(graph, found[role], project.training)]
        if role == "generator":
            own += _range(project.data, facts, real, graph)
        else:
            own += [*_not_numbers(real), *_penalty(aim, graph)]
        found[role] = replace(found[role], problems=tuple(replace(p, network=name) for p in own))
    for inference in found.values():
        problems += [p for p in inference.problems if p.code not in {q.code for q in problems if q.node is None}]
    merged = Inference(
        {**found["generator"].nodes, **found["discriminator"].nodes},
        tuple(problems),
        {
            **{name: infer(graph) for name, graph in project.networks.items() if name not in aim.roles.values()},
            **{aim.roles[role]: inference for role, inference in found.items()},
        },
    )
    if real is None or merged.errors:
        return merged, None
    plan = GanPlan(
        aim.generator,
        aim.discriminator,
        real[0],
        noise=tuple(d for d in _first_input(graphs["generator"]).sample if isinstance(d, int)),  # type: ignore[union-attr]
        made=tuple(d for d in real[1].sample if isinstance(d, int)),
        facts={
            "generator": generator_facts(graphs["generator"], real[1]),
            "discriminator": discriminator_facts(facts or DataFacts()),
        },
    )
    return merged, plan


def facts_for(project: Project, name: str, facts: DataFacts | None) -> DataFacts | None:
    """What the data looks like to the generator or the discriminator; None for other networks and while it isn't known."""
    aim = project.training.objective
    assert isinstance(aim, GanAim)
    if aim.discriminator not in project.networks or name not in aim.roles.values():
        return None
    if name == aim.discriminator:
        return discriminator_facts(facts) if facts is not None else None
    real = _real_input(project.networks[aim.discriminator], facts)
    wanted = real[1] if real is not None else _first_input(project.networks[aim.discriminator])
    return generator_facts(project.networks[name], wanted) if wanted is not None else None


def generator_facts(graph: Graph, made: TensorSpec) -> DataFacts:
    """The data as a generator sees it: its own noise, and samples to make."""
    noise = _first_input(graph)
    shape = TargetFacts("reconstruction", width=made.size, input="the data", shape=made.sample, unit=True)
    return DataFacts(inputs={"noise": noise} if noise is not None else {}, targets={MADE: shape})


def discriminator_facts(facts: DataFacts) -> DataFacts:
    """The data as a discriminator sees it: one number tells how real a sample looks."""
    return DataFacts(facts.inputs, {REAL: TargetFacts("multi_label", (REAL,), 1)}, facts.vocabulary, facts.ranges)


def _inputs(graph: Graph) -> list[Node]:
    return [n for n in graph.nodes if n.layer.kind == "input"]


def _first_input(graph: Graph) -> TensorSpec | None:
    """What enters at the first Input."""
    return next((n.layer.infer_ports({})["y"] for n in _inputs(graph)), None)


def _real_input(graph: Graph, facts: DataFacts | None) -> tuple[str, TensorSpec] | None:
    """The data's input that the discriminator looks at, by name."""
    inputs = _inputs(graph)
    if facts is None or len(inputs) != 1:
        return None
    name = data_field(graph, inputs[0])
    spec = facts.input(name)
    return (name if name in facts.inputs else next(iter(facts.inputs)), spec) if spec is not None else None


def role_problems(project: Project) -> Iterator[Problem]:
    """A role without a network, or two with the same one; cured by the networks that have no role yet."""
    aim = project.training.objective
    assert isinstance(aim, GanAim)
    there = ", ".join(f"'{name}'" for name in project.networks) or "none"
    free = [name for name in project.networks if name not in aim.roles.values()][:MOST_REMEDIES]
    for role, name in aim.roles.items():
        if name not in project.networks:
            yield Problem(
                "training.gan_missing",
                "error",
                None,
                f"There is no network '{name}', which is to be the {role}",
                f"A GAN trains two networks of the project; it has {there}",
                f"Add a network of that name in the Model stage, or set training.objective.{role} to another one",
                values={"role": role, "network": name},
                remedies=tuple(_use(role, other) for other in free),
            )
    if aim.generator == aim.discriminator:
        yield Problem(
            "training.gan_same",
            "error",
            None,
            f"The network '{aim.generator}' is to be both the generator and the discriminator",
            "A GAN trains two networks",
            "Set training.objective.discriminator to another one",
            values={"network": aim.generator},
            remedies=tuple(_use(role, other) for role in aim.roles for other in free),
        )


def _use(role: str, name: str) -> Remedy:
    return Remedy(f"Make '{name}' the {role}", f"training.objective.{role}", name)


def _of_generator(found: Inference, wanted: TensorSpec | None) -> Inference:
    """The generator's findings in its own words."""
    told = [
        replace(p, expected=f"It is to make samples like the data's, which are {wanted}", fix="")
        if p.code == "output.reconstruction"
        else p
        for p in found.problems
    ]
    return replace(found, problems=tuple(told))


def _of_discriminator(found: Inference) -> Inference:
    """The discriminator's findings in its own words."""
    told = []
    for problem in found.problems:
        if problem.code == "output.units":
            fixes = tuple(replace(f, label=f.label.split(", the number of")[0]) for f in problem.fixes)
            expected = "A discriminator gives one number for a sample: how real it looks"
            problem = replace(problem, expected=expected, fix="Make the last layer's units 1", fixes=fixes)
        told.append(problem)
    return replace(found, problems=tuple(told))


def _ends(graph: Graph, role: str, name: str) -> Iterator[Problem]:
    """Another number of Inputs or Outputs than one, or noise that is ids."""
    inputs = _inputs(graph)
    takes = "noise" if role == "generator" else "a sample"
    if len(inputs) > 1:
        yield Problem(
            "training.gan_inputs",
            "error",
            inputs[1].id,
            f"The {role} '{name}' has {len(inputs)} Inputs",
            f"A {role} takes one thing: {takes}",
            "Delete the others",
            brief="one Input too many" if len(inputs) == 2 else f"{len(inputs) - 1} Inputs too many",
            values={"role": role, "count": len(inputs)},
        )
    if role == "generator" and inputs and getattr(inputs[0].layer, "dtype", "float32") != "float32":
        numbers = partial(edits.set_field, node_id=inputs[0].id, field="dtype", value="float32")
        yield Problem(
            "training.gan_noise",
            "error",
            inputs[0].id,
            f"The noise of '{name}' is to be ids",
            "Noise is made of numbers",
            brief="noise is numbers",
            fixes=(Fix("Set dtype to float32", numbers),),
        )
    outputs = [n for n in graph.nodes if n.layer.kind == "output"]
    if len(outputs) > 1:
        gives = "samples" if role == "generator" else "one number for a sample"
        yield Problem(
            "training.gan_outputs",
            "error",
            outputs[1].id,
            f"The {role} '{name}' has {len(outputs)} Outputs",
            f"A {role} gives one thing: {gives}",
            "Delete the others",
            brief="one Output too many" if len(outputs) == 2 else f"{len(outputs) - 1} Outputs too many",
            values={"role": role, "count": len(outputs)},
        )


def _not_numbers(real: tuple[str, TensorSpec] | None) -> Iterator[Problem]:
    if real is not None and real[1].dtype != "float32":
        yield Problem(
            "training.gan_ids",
            "error",
            None,
            f"'{real[0]}' is made of ids",
            "A generator makes numbers: pictures, series and tables of numbers",
            "Choose other data, or feed categories as one-hot columns",
            values={"input": real[0]},
        )


def last_activation(graph: Graph) -> tuple[str, Node] | None:
    """What the generator's results go through last, and the node that does it: "tanh", "sigmoid", "softmax"."""
    output = next((n for n in graph.nodes if n.layer.kind == "output"), None)
    if output is None or not graph.into[output.id]:
        return None
    chosen = getattr(output.layer, "activation", "auto")
    if chosen in ("sigmoid", "softmax"):
        return chosen, output
    before = graph.by_id[graph.into[output.id][0].source]
    return before.layer.kind, before


def data_range(recipe: DataRecipe, facts: DataFacts | None, name: str) -> Range | None:
    """Between which numbers the real samples lie; None where that can't be told."""
    if facts is not None and name in facts.ranges:
        return facts.ranges[name]
    return next((ends for ends, how in SCALINGS.items() if how == recipe.scaling), None)


def _range(
    recipe: DataRecipe, facts: DataFacts | None, real: tuple[str, TensorSpec] | None, graph: Graph
) -> Iterator[Problem]:
    """A generator whose last activation can't reach what the data holds, or reaches far beyond it."""
    last = last_activation(graph)
    if last is None or real is None:
        return
    kind, node = last
    has = data_range(recipe, facts, real[0])
    if kind in ("softmax", "relu"):
        yield Problem(
            "training.gan_range",
            "warning",
            node.id,
            f"What the generator makes goes through {node.name}, which gives no number below 0",
            "Real samples are to be reached on both sides of their middle",
            "End the generator in Tanh, and set data.scaling to symmetric",
            brief="can't reach every value",
        )
        return
    if kind not in RANGES:
        return
    low, high = RANGES[kind]
    words = f"{low:g} to {high:g}"
    if has is not None and abs(has[0] - low) < 1e-3 and abs(has[1] - high) < 1e-3:
        return
    beyond = has is None or has[0] < low - 1e-3 or has[1] > high + 1e-3
    holds = "numbers without such ends" if has is None else f"numbers from {has[0]:.3g} to {has[1]:.3g}"
    scaling = SCALINGS[RANGES[kind]]
    fixes = []
    other = next((k for k, ends in RANGES.items() if has is not None and _near(ends, has)), None)
    if node.layer.kind == kind and other is not None:
        layer = edits.make_layer(other)
        fixes.append(Fix(f"Make {node.name} {layer.title}", partial(edits.set_layer, node_id=node.id, layer=layer)))
    yield Problem(
        "training.gan_range",
        "error" if beyond else "warning",
        node.id,
        f"The generator's last activation, {node.name}, gives {words}, and the data holds {holds} as it is scaled",
        "What is made must be able to look like what is real",
        f"Set data.scaling to {scaling}",
        brief=f"the data is not {words}",
        fixes=tuple(fixes),
        remedies=(Remedy(f"Scale the data to {words}", "data.scaling", scaling),),
        values={"scaling": scaling, "range": words},
    )


def _near(one: Range, other: Range) -> bool:
    return abs(one[0] - other[0]) < 1e-3 and abs(one[1] - other[1]) < 1e-3


def _penalty(aim: GanAim, graph: Graph) -> Iterator[Problem]:
    """Batch normalisation under a penalty that is of each sample alone."""
    if aim.loss != "wasserstein_gp":
        return
    for node in graph.nodes:
        if node.layer.kind == "batch_norm":
            yield Problem(
                "training.gan_penalty",
                "warning",
                node.id,
                f"{node.name} mixes the samples of a batch, and the gradient penalty is of each sample alone",
                "In a discriminator that is trained with it, samples must not see each other",
                "Replace it by LayerNorm or GroupNorm, or delete it",
                brief="mixes samples",
            )
