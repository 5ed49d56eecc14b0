"""Whether a project can train: the network's problems and the recipe's, in one report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from .check_choices import data_choices, gan_choices
from .check_privacy import privacy_problems
from .check_training import training_choices
from .document import MODEL, Project
from .graph.infer import Inference, infer
from .graph.problems import Problem
from .shapes import DataFacts
from .train.gan.check import check_gan, facts_for
from .train.gan.choices import network_problems
from .train.gan.recipe import GanAim
from .train.loss_checks import recipe_problems
from .train.objectives import linked, resolve

SEVERITIES = ("error", "warning", "notice")


def check_project(project: Project, facts: DataFacts | None = None) -> Inference:
    """Shapes, costs and all problems of a project: it can train when ``errors`` is empty.

    Args:
        project: the document.
        facts: what its data looks like; without it, what needs the data is left out.
    """
    if isinstance(project.training.objective, GanAim):
        return _check_gan(project, facts)
    others = {name: infer(graph) for name, graph in project.networks.items() if name != MODEL}
    if others and MODEL not in project.networks:
        return Inference({}, (*_without_data(project), _no_model(others)), others)
    facts = None if facts is None else linked(facts, project.training)
    inference = infer(project.graph, facts)
    choices: tuple[Problem, ...] = ()
    if facts is not None:
        objective, training = resolve(project.graph, inference, facts, project.training)
        choices = (*data_choices(project, facts, objective), *training_choices(project, inference, objective))
    else:
        choices = tuple(training_choices(project, inference, None))
        training = recipe_problems(project.graph, inference, project.training)
    problems = [*inference.problems, *_without_data(project), *choices, *training, *_not_trained(project)]
    problems += privacy_problems(project, inference)
    problems.sort(key=lambda p: SEVERITIES.index(p.severity))
    if not others:
        return replace(inference, problems=tuple(problems))
    named = tuple(replace(p, network=MODEL) if p.node is not None else p for p in problems)
    return replace(inference, problems=named, networks={MODEL: replace(inference, problems=named), **others})


def network_facts(project: Project, name: str, facts: DataFacts | None) -> DataFacts | None:
    """What the data looks like to one network of a project; None where that isn't known, or doesn't matter to it."""
    if isinstance(project.training.objective, GanAim):
        return facts_for(project, name, facts)
    return linked(facts, project.training) if facts is not None and name == MODEL else None


def _no_model(others: Iterable[str]) -> Problem:
    names = ", ".join(f"'{name}'" for name in others)
    return Problem(
        "training.no_model",
        "error",
        None,
        f"There is no network '{MODEL}', which is the one that is trained",
        f"The project has {names}",
        f"Rename one of them to {MODEL}, or set training.objective to gan to train two of them",
        values={"networks": list(others)},
    )


def _not_trained(project: Project) -> Iterator[Problem]:
    """Networks that have no part in what is trained."""
    roles = project.roles
    for name, graph in project.networks.items():
        if graph.nodes and name not in roles.values():
            yield Problem(
                "training.not_trained",
                "notice",
                None,
                f"The network '{name}' is not trained",
                f"What is trained: {', '.join(roles.values())}",
                network=name,
                values={"network": name},
            )


def _same_ids(project: Project) -> Iterator[Problem]:
    """A node of two networks: only a file written elsewhere can hold that."""
    seen: dict[str, str] = {}
    for name, graph in project.networks.items():
        twice = next((node.id for node in graph.nodes if node.id in seen), None)
        if twice is not None:
            yield Problem(
                "training.same_ids",
                "error",
                None,
                f"The networks '{seen[twice]}' and '{name}' both have a node with the id '{twice}'",
                "Ids are told apart over the whole project",
                "Copy the nodes of one of them into a new network, and remove the old one",
                values={"id": twice},
            )
        seen |= {node.id: name for node in graph.nodes}


def _check_gan(project: Project, facts: DataFacts | None) -> Inference:
    found, _ = check_gan(project, facts)
    choices = (*(gan_choices(project, facts) if facts is not None else ()), *network_problems(project, found))
    problems = [*found.problems, *_same_ids(project), *_without_data(project), *choices, *_not_trained(project)]
    problems.sort(key=lambda p: SEVERITIES.index(p.severity))
    return replace(found, problems=tuple(problems))


def _without_data(project: Project) -> tuple[Problem, ...]:
    if project.data.source is not None:
        return ()
    return (
        Problem(
            "data.no_source",
            "error",
            None,
            "The project has no data",
            "A network learns from samples",
            "Choose a sample data set or a file in the Data stage",
        ),
    )
