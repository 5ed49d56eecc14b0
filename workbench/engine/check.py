"""Whether a project can train: the network's problems and the recipe's, in one report."""

from __future__ import annotations

from dataclasses import replace

from .document import Project
from .graph.infer import Inference, infer
from .graph.problems import Problem
from .shapes import DataFacts
from .train.objectives import recipe_problems, resolve

SEVERITIES = ("error", "warning", "notice")


def check_project(project: Project, facts: DataFacts | None = None) -> Inference:
    """Shapes, costs and all problems of a project: it can train when ``errors`` is empty.

    Args:
        project: the document.
        facts: what its data looks like; without it, what needs the data is left out.
    """
    inference = infer(project.graph, facts)
    if facts is not None:
        _, training = resolve(project.graph, inference, facts, project.training)
    else:
        training = recipe_problems(project.graph, inference, project.training)
    problems = [*inference.problems, *_without_data(project), *_idle_settings(project, facts), *training]
    problems.sort(key=lambda p: SEVERITIES.index(p.severity))
    return replace(inference, problems=tuple(problems))


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


def _idle_settings(project: Project, facts: DataFacts | None) -> list[Problem]:
    """Settings of the data that do nothing for data of this kind."""
    found: list[Problem] = []
    if facts is None:
        return found
    if project.data.augment and not any(len(spec.sample) == 3 for spec in facts.inputs.values()):
        found.append(
            Problem(
                "data.augment_without_pictures",
                "warning",
                None,
                "The augmentation has no effect: the data has no pictures",
                "It changes pictures",
                "Take it away with data.augment=none",
            )
        )
    if project.data.balance.kind != "none" and all(t.task != "classification" for t in facts.targets.values()):
        found.append(
            Problem(
                "data.balance_without_classes",
                "warning",
                None,
                "The balance has no effect: the data has no classes",
                "It evens out classes",
                "Set data.balance to none",
            )
        )
    return found
