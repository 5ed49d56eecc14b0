"""Settings by path, for one run: ``training.epochs=3``, ``data.split.seed=1``, ``networks.model.dense_1.units=32``."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import ValidationError

from ..document import Project
from ..errors import ProjectError
from ..fields import FieldSpec, fields_of
from ..graph import edits
from ..graph.layer import UnknownLayer
from ..graph.model import Node
from ..train.layerwise import AS_ALL, LayerTraining, with_layer
from ..values import Kinded, Value, explain

ROOTS = ("training", "data", "study")
"""Parts of the project whose fields are reached by their names; networks are reached by their nodes' names."""


LAYERS = "layers."
"""Within training: how single layers are trained, by the names of their nodes."""


SHORT = {"lr": "learning_rate", "wd": "weight_decay", "bs": "batch_size", "optim": "optimizer"}
"""What people call settings elsewhere."""


class SettingError(ProjectError):
    """A setting with an unknown path or a value that its field refuses: wrong usage, not a wrong project."""

    exit_code = 2


def apply_settings(project: Project, settings: Iterable[str]) -> Project:
    """The project with each ``path=value`` of ``settings`` applied, in order. Raises ``SettingError``."""
    for setting in settings:
        path, equals, text = setting.partition("=")
        path = path.strip()
        if not equals or not path:
            raise SettingError(
                f"'{setting}' is not a setting", "A setting reads path=value", "Write for example training.epochs=3"
            )
        project = apply_setting(project, path, text.strip())
    return project


def apply_setting(project: Project, path: str, text: str) -> Project:
    """The project with the field at ``path`` set to what ``text`` says. Raises ``SettingError``."""
    root, _, rest = path.partition(".")
    try:
        if root == "training" and rest.startswith(LAYERS):
            changed_layer = _set_training_of_layer(project, rest.removeprefix(LAYERS), text)
            if changed_layer is not None:
                return changed_layer
        if root in ROOTS and rest:
            changed = _set(getattr(project, root), rest.split("."), text)
            if changed is not None:
                return project.updated(**{root: changed})
        if root == "networks":
            with_node = _set_node(project, rest, text)
            if with_node is not None:
                return with_node
    except ValidationError as error:
        raise SettingError(
            f"{path} can't be set to '{text}': {explain(error, field=path.rpartition('.')[2])}",
            code="setting.value",
            values={"path": path},
        ) from error
    raise _unknown(project, path)


def known_paths(project: Project) -> Iterator[str]:
    """Every path that a setting of this project may name."""
    for root in ROOTS:
        yield from _paths(getattr(project, root), root)
    for name, node in _layer_names(project):
        yield from _paths(project.training.layers.get(node.id, AS_ALL), f"training.{LAYERS}{name}")
    for name, graph in project.networks.items():
        for node in graph.nodes:
            if not isinstance(node.layer, UnknownLayer):
                yield from (f"networks.{name}.{node.name}.{spec.name}" for spec in fields_of(type(node.layer)))


def _set(value: Value, parts: list[str], text: str) -> Value | None:
    """``value`` with the field at ``parts`` changed; None when there is no such field."""
    spec = next((s for s in fields_of(type(value)) if s.name == parts[0]), None)
    if spec is None:
        return None
    if len(parts) == 1:
        return value.updated(**{spec.name: _parse(spec, text)})
    child = getattr(value, spec.name)
    inner = _set(child, parts[1:], text) if isinstance(child, Value) else None
    return value.updated(**{spec.name: inner}) if inner is not None else None


def _set_training_of_layer(project: Project, rest: str, text: str) -> Project | None:
    recipe = project.training
    for name, node in _layer_names(project):
        for start in (f"{name}.", f"{node.id}."):
            if rest.startswith(start):
                how = _set(recipe.layers.get(node.id, AS_ALL), rest.removeprefix(start).split("."), text)
                if isinstance(how, LayerTraining):
                    return project.updated(training=recipe.updated(layers=with_layer(recipe.layers, node.id, how)))
    return None


def _layer_names(project: Project) -> Iterator[tuple[str, Node]]:
    """What each layer is called within ``training.layers``; of several networks, with the network's name in front."""
    several = len(project.networks) > 1
    for network, graph in project.networks.items():
        for node in graph.nodes:
            yield (f"{network}.{node.name}" if several else node.name), node


def _set_node(project: Project, rest: str, text: str) -> Project | None:
    for name, graph in project.networks.items():
        for node in graph.nodes:
            # Names may hold dots, so that the path is matched against them and not split.
            prefix = f"{name}.{node.name}."
            field = rest.removeprefix(prefix)
            spec = next((s for s in fields_of(type(node.layer)) if s.name == field), None)
            if rest.startswith(prefix) and spec is not None and not isinstance(node.layer, UnknownLayer):
                changed = edits.set_field(graph, node.id, field, _parse(spec, text))
                return project.updated(networks={**project.networks, name: changed})
    return None


def _parse(spec: FieldSpec, text: str) -> Any:
    """What ``text`` means for the field: JSON where the field isn't text, ``3,3`` for a tuple, ``none`` where it may."""
    if spec.optional and text.lower() in ("none", "null", ""):
        return None
    if spec.editor == "text":
        return text
    if spec.editor == "choice":
        return _chosen(spec, text)
    if spec.editor == "choices":
        return () if text.lower() in ("", "none", "[]") else tuple(_chosen(spec, part) for part in text.split(","))
    if spec.editor == "kinded" and not text.startswith("{"):
        return _chosen(spec, text)
    candidate = f"[{text}]" if spec.editor == "int_tuple" and "," in text and not text.startswith("[") else text
    try:
        value = json.loads(candidate)
    except ValueError:
        return text
    # Python takes true for 1; whoever writes it has confused two settings.
    return text if isinstance(value, bool) and spec.editor in ("int", "float", "int_tuple") else value


def _chosen(spec: FieldSpec, text: str) -> Any:
    """The choice that a text means, in whatever case it is written; the text where there is none."""
    written = text.strip()
    return next((choice for choice in spec.choices if str(choice).lower() == written.lower()), written)


def _paths(value: Value, prefix: str) -> Iterator[str]:
    for spec in fields_of(type(value)):
        path = f"{prefix}.{spec.name}"
        child = getattr(value, spec.name)
        if not isinstance(child, Value) or isinstance(child, Kinded):
            yield path
        if isinstance(child, Value):
            yield from _paths(child, path)


def _value_at(project: Project, path: str) -> Kinded | None:
    """The family's member that stands at a path of the recipes, None where there is none."""
    value: Any = project
    for part in path.split("."):
        if not isinstance(value, Value) or part not in type(value).model_fields:
            return None
        value = getattr(value, part)
    return value if isinstance(value, Kinded) else None


def _unknown(project: Project, path: str) -> SettingError:
    known = list(known_paths(project))
    parent, _, last = path.rpartition(".")
    family = _value_at(project, parent)
    others = [k for k, member in type(family).members.items() if last in member.model_fields] if family else []
    if family is not None and others:
        return SettingError(
            f"There is no setting '{path}' while {parent} is {family.kind}",
            f"It belongs to {', '.join(sorted(others))}",
            f"Set {parent} to one of these first" if len(others) > 1 else f"Set {parent}={others[0]} first",
            code="setting.unknown",
            values={"path": path, "near": []},
        )
    last = SHORT.get(last, last)
    meant = f"{parent}.{last}" if parent else last
    near = difflib.get_close_matches(meant, known, n=3, cutoff=0.75)
    near += [k for k in known if k.rpartition(".")[2] == last and k not in near]
    ends = {k.rpartition(".")[2]: k for k in reversed(known)}
    near = near or [ends[e] for e in difflib.get_close_matches(last, ends, n=3, cutoff=0.75)]
    expected = f"Did you mean {' or '.join(near[:3])}?" if near else f"Paths start with {', '.join(ROOTS)} or networks"
    return SettingError(
        f"There is no setting '{path}'", expected, code="setting.unknown", values={"path": path, "near": near[:3]}
    )
