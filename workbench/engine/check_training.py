"""Whether what goes along with training suits the network, the data and each other."""

from __future__ import annotations

from collections.abc import Iterator

from .document import Project
from .graph.problems import Problem
from .train.objectives import Objective


def training_choices(project: Project, objective: Objective | None) -> Iterator[Problem]:
    """Everything that is wrong with the settings of training beside loss and optimiser.

    Args:
        project: the document.
        objective: what the network is trained for; None where that is not known yet.
    """
    if objective is not None:
        yield from _monitor(project, objective)


def _monitor(project: Project, objective: Objective) -> Iterator[Problem]:
    watched = project.training.stopping.monitor
    measured = ("loss", *objective.metrics)
    recorded = [f"val_{name}" for name in measured] + list(measured)
    if watched not in recorded:
        yield Problem(
            "training.monitor",
            "error",
            None,
            f"Early stopping is to watch '{watched}', which no epoch of this project records",
            f"There are {', '.join(recorded)}",
            "Set training.stopping.monitor to one of these",
            values={"monitor": watched, "recorded": recorded},
        )
