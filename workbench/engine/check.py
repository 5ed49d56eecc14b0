"""Whether a project can train: the network's problems and the recipe's, in one report."""

from __future__ import annotations

from dataclasses import replace

from .check_choices import data_choices
from .check_privacy import privacy_problems
from .check_training import training_choices
from .document import Project
from .graph.infer import Inference, infer
from .graph.problems import Problem
from .shapes import DataFacts
from .train.loss_checks import recipe_problems
from .train.objectives import linked, resolve

SEVERITIES = ("error", "warning", "notice")


def check_project(project: Project, facts: DataFacts | None = None) -> Inference:
    """Shapes, costs and all problems of a project: it can train when ``errors`` is empty.

    Args:
        project: the document.
        facts: what its data looks like; without it, what needs the data is left out.
    """
    facts = None if facts is None else linked(facts, project.training)
    inference = infer(project.graph, facts)
    choices: tuple[Problem, ...] = ()
    if facts is not None:
        objective, training = resolve(project.graph, inference, facts, project.training)
        choices = (*data_choices(project, facts, objective), *training_choices(project, inference, objective))
    else:
        choices = tuple(training_choices(project, inference, None))
        training = recipe_problems(project.graph, inference, project.training)
    problems = [*inference.problems, *_without_data(project), *choices, *training]
    problems += privacy_problems(project, inference)
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
