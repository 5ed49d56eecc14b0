"""Edits of a project's set of networks: pure functions ``Project -> Project``."""

from __future__ import annotations

from ..document import MODEL, Project
from ..errors import ProjectError
from ..graph import edits
from ..graph.model import Graph

LONGEST = 40
"""Letters of a network's name, at most."""


def free_network_name(project: Project, wanted: str) -> str:
    """``wanted``, or with the first number that makes it free: ``generator_2``."""
    name, count = wanted, 2
    while name in project.networks:
        name, count = f"{wanted}_{count}", count + 1
    return name


def add_network(project: Project, name: str, graph: Graph | None = None) -> Project:
    """A project with one more network. Raises ``ProjectError`` for a name that is taken or none."""
    _check_name(project, name)
    return project.updated(networks={**project.networks, name.strip(): graph or Graph()})


def copy_network(project: Project, name: str, copy: str) -> Project:
    """A project with a copy of a network; its nodes get ids of their own and lie as the originals do."""
    graph = project.networks[name]
    copied, fresh = edits.paste(Graph(), graph.nodes, graph.links)
    places = project.view.positions
    positions = {**places, **{new: places[old] for old, new in fresh.items() if old in places}}
    return add_network(project, copy, copied).updated(view=project.view.updated(positions=positions))


def rename_network(project: Project, old: str, new: str) -> Project:
    """A project whose network is called otherwise; it keeps its place and its role. Raises ``ProjectError``."""
    name = new.strip()
    if name == old:
        return project
    _check_name(project, name)
    networks = {name if n == old else n: graph for n, graph in project.networks.items()}
    aim = project.training.objective
    roles = {role: name for role, network in aim.roles.items() if network == old and role in type(aim).model_fields}
    training = project.training.updated(objective=aim.updated(**roles)) if roles else project.training
    return project.updated(networks=networks, training=training)


def remove_network(project: Project, name: str) -> Project:
    """A project without one of its networks; the last one is emptied instead."""
    gone = project.networks[name].by_id
    networks = {n: graph for n, graph in project.networks.items() if n != name} or {MODEL: Graph()}
    positions = {i: place for i, place in project.view.positions.items() if i not in gone}
    return project.updated(networks=networks, view=project.view.updated(positions=positions))


def network_of_node(project: Project, node_id: str) -> str:
    """Name of the network that holds a node, empty when none does."""
    return next((name for name, graph in project.networks.items() if node_id in graph.by_id), "")


def _check_name(project: Project, name: str) -> None:
    if not name.strip():
        raise ProjectError("A network needs a name of at least one letter", code="network.no_name")
    if len(name.strip()) > LONGEST:
        raise ProjectError(
            f"The name is too long. Use at most {LONGEST} letters", code="network.long_name", values={"most": LONGEST}
        )
    if name.strip() in project.networks:
        raise ProjectError(
            f"There is a network '{name.strip()}' already",
            "Each has a name of its own",
            code="network.name_taken",
            values={"name": name.strip()},
        )
