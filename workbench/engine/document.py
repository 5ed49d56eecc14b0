"""The Project: the whole document as one immutable value."""

from __future__ import annotations

import hashlib
import json
from functools import cached_property
from typing import Annotated, Any

from pydantic import Field

from . import layers  # noqa: F401 - fills the registries that reading a project needs
from .data import sources  # noqa: F401
from .data.recipe import DataRecipe
from .graph.model import Graph
from .study.recipe import StudyRecipe
from .train import losses, optimizers  # noqa: F401
from .train.aims import MODEL
from .train.gan import recipe as _gan_recipe  # noqa: F401
from .train.recipe import TrainingRecipe
from .values import Value

__all__ = ["MODEL", "Project", "View"]


class View(Value):
    """How the document is shown. Undoes like the rest, outside every fingerprint."""

    positions: dict[str, tuple[float, float]] = Field(default_factory=dict)
    """Top left corner of each node's card by node id, in scene pixels."""


class Project(Value):
    """Networks, data, training, view and notes."""

    title: Annotated[str, Field(max_length=200)] = "Untitled"
    notes: str = ""
    networks: dict[str, Graph] = Field(default_factory=lambda: {MODEL: Graph()})
    data: DataRecipe = DataRecipe()
    training: TrainingRecipe = TrainingRecipe()
    study: StudyRecipe = StudyRecipe()
    view: View = View()

    @classmethod
    def blank(cls) -> Project:
        """An empty project to build up, which trains by the choices of new projects; older files, which say nothing, don't."""
        return cls(training=TrainingRecipe.for_new_projects())

    @property
    def graph(self) -> Graph:
        """The network called model, empty where there is none."""
        return self.networks.get(MODEL, Graph())

    def with_graph(self, graph: Graph, name: str = MODEL) -> Project:
        """A copy in which the network ``name`` is another one."""
        return self.updated(networks={**self.networks, name: graph})

    @property
    def roles(self) -> dict[str, str]:
        """Names of the networks that are trained, by the role each has; some of them may not be there."""
        return self.training.objective.roles

    @cached_property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits that change with anything that a run depends on, and not with view or notes."""
        content = self.model_dump(mode="json", include={"networks", "data", "training"})
        return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:16]

    def same_document(self, other: Project) -> bool:
        """Whether saving either gives the same file."""
        return self.dump() == other.dump()

    def dump(self) -> dict[str, Any]:
        """The JSON form, in stable order; ``view`` comes last, apart from what the project means."""
        return self.model_dump(mode="json")
