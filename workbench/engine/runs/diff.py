"""What differs between two projects, in words: how a run differs from the one before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..document import MODEL, Project
from ..fields import FieldSpec, fields_of
from ..graph.model import Graph, Link, Node
from ..train.layerwise import AS_ALL
from ..train.recipe import TrainingRecipe
from ..values import Kinded, Value


@dataclass(frozen=True)
class Change:
    """One difference.

    Attributes:
        code: what kind of difference, for translation ("field", "kind", "added", "removed", "renamed", "links").
        text: the difference in words ("learning rate 0.01 → 0.003").
        values: the values in the text; ``where`` is the way to a field: the node's name (empty for the recipes),
            then labels.
    """

    code: str
    text: str
    values: dict[str, Any] = field(default_factory=dict)


def changes(before: Project, after: Project) -> tuple[Change, ...]:
    """Everything that a run depends on and that differs: networks first, then training, then data.

    Notes, title and positions don't count. Empty when both would train the same.
    """
    found: list[Change] = []
    for name in sorted({*before.networks, *after.networks}):
        prefix = "" if name == MODEL else f"{name}: "
        found += _graph(before.networks.get(name, Graph()), after.networks.get(name, Graph()), prefix)
    found += _fields(before.training, after.training, "")
    found += _layers(before, after)
    found += _fields(before.data, after.data, "")
    return tuple(found)


def changes_in_words(before: Project, after: Project) -> str:
    """``changes`` as one line; "same settings" when there is none."""
    return " · ".join(c.text for c in changes(before, after)) or "same settings"


def setting_change(setting: str, before: Any, after: Any) -> Change:
    """A change of one of the training settings, named by its path, whose values stand in their JSON form."""
    labels: list[str] = []
    cls: type[Any] | None = TrainingRecipe
    spec: FieldSpec | None = None
    for name in setting.split(".")[1:]:
        spec = next((s for s in fields_of(cls) if s.name == name), None) if cls is not None else None
        if spec is None:
            break
        labels.append(spec.label)
        cls = spec.value_type
    if spec is None:
        labels = [setting]
    elif spec.family is not None:
        known = spec.family.members
        before, after = (known[v["kind"]].title if isinstance(v, dict) else v for v in (before, after))
    text = " ".join(label[:1].lower() + label[1:] for label in labels)
    values = {"field": setting.rpartition(".")[2], "where": ("", *labels), "before": before, "after": after}
    return Change("field", f"{text} {shown(before)} → {shown(after)}", values)


def _graph(before: Graph, after: Graph, prefix: str) -> Iterator[Change]:
    pairs = _paired(before, after)
    known = {old.id for old, _ in pairs}
    fresh = {new.id for _, new in pairs}
    added = [n for n in (after.by_id[i] for i in after.order) if n.id not in fresh]
    added += [n for n in after.nodes if n.id not in fresh and n not in added]
    gone = [n for n in before.nodes if n.id not in known]
    for node in added:
        yield _added(after, node, prefix)
    for node in gone:
        name, title = node.name, _title(node.layer)
        yield Change("removed", f"{prefix}− {title} {name}", {"layer": title, "node": name})
    for old, new in pairs:
        yield from _node(old, new, prefix)
    yield from _links(before, after, pairs, prefix)


def _paired(before: Graph, after: Graph) -> list[tuple[Node, Node]]:
    """Nodes that are the same in both: by id, and by name and kind where the network was drawn anew."""
    pairs = [(before.by_id[n.id], n) for n in after.nodes if n.id in before.by_id]
    taken = {n.id for pair in pairs for n in pair}
    for node in after.nodes:
        old = before.by_name.get(node.name)
        if node.id not in taken and old is not None and old.id not in taken and old.layer.kind == node.layer.kind:
            pairs.append((old, node))
            taken |= {old.id, node.id}
    return pairs


def _added(graph: Graph, node: Node, prefix: str) -> Change:
    title = _title(node.layer)
    summary = node.layer.summary()
    what = f"{title} ({summary})" if summary else title
    incoming = graph.into[node.id]
    after = graph.by_id[incoming[0].source].name if incoming else ""
    place = f" after {after}" if after else ""
    return Change("added", f"{prefix}+ {what}{place}", {"layer": title, "summary": summary, "after": after})


def _node(old: Node, new: Node, prefix: str) -> Iterator[Change]:
    if old.name != new.name:
        values = {"before": old.name, "after": new.name}
        yield Change("renamed", f"{prefix}{old.name} renamed {new.name}", values)
    if old.layer.kind != new.layer.kind:
        yield _kinds(f"{prefix}{new.name}", old.layer, new.layer, (new.name,))
    elif old.layer != new.layer:
        yield from _fields(old.layer, new.layer, f"{prefix}{new.name} ", (new.name,))


def _links(before: Graph, after: Graph, pairs: list[tuple[Node, Node]], prefix: str) -> Iterator[Change]:
    """Links made or cut between nodes that both networks have; those of added and removed nodes go without saying."""
    to_new = {old.id: new.id for old, new in pairs}
    kept = set(to_new.values())
    bridged = _bridges(before, set(to_new))
    old = {k.updated(source=to_new[k.source], target=to_new[k.target]) for k in bridged}
    new = _bridges(after, kept)
    for sign, links in (("+", [k for k in new if k not in old]), ("−", [k for k in old if k not in new])):
        for link in sorted(links, key=lambda k: (after.by_id[k.source].name, after.by_id[k.target].name)):
            source, target = after.by_id[link.source].name, after.by_id[link.target].name
            values = {"sign": sign, "source": source, "target": target}
            yield Change("links", f"{prefix}{sign} link {source} → {target}", values)


def _bridges(graph: Graph, kept: set[str]) -> set[Link]:
    """The graph's links as they run between the kept nodes, through any others (so that an inserted layer is no cut)."""
    found: set[Link] = set()
    for start in kept & set(graph.by_id):
        for first in graph.out_of[start]:
            todo, seen = [first], {first}
            while todo:
                link = todo.pop()
                if link.target in kept:
                    ends = {"source": start, "source_port": first.source_port}
                    found.add(link.updated(**ends))
                    continue
                onward = [k for k in graph.out_of[link.target] if k not in seen]
                seen.update(onward)
                todo += onward
    return found


def _fields(before: Value, after: Value, prefix: str, where: tuple[str, ...] = ("",)) -> Iterator[Change]:
    """Differences of two values of the same class, field by field, into nested ones."""
    for spec in fields_of(type(after)):
        old, new = getattr(before, spec.name), getattr(after, spec.name)
        if old == new and type(old) is type(new):
            continue
        if isinstance(new, dict):
            continue  # how single layers are trained is told with their names
        label, inside = prefix + spec.label[:1].lower() + spec.label[1:], (*where, spec.label)
        if isinstance(old, Kinded) and isinstance(new, Kinded):
            if old.kind != new.kind:
                yield _kinds(label, old, new, inside)
            else:
                yield from _fields(old, new, f"{label} ", inside)
        elif isinstance(old, Value) and isinstance(new, Value) and type(old) is type(new):
            split = spec.name == "split"
            yield from _fields(old, new, prefix if split else f"{label} ", where if split else inside)
        else:
            values = {"field": spec.name, "where": inside, "before": old, "after": new}
            yield Change("field", f"{label} {shown(old)} → {shown(new)}", values)


def _layers(before: Project, after: Project) -> Iterator[Change]:
    """How single layers are trained; those that are no longer there don't count."""
    for name, graph in after.networks.items():
        prefix = "" if name == MODEL else f"{name}: "
        for node in graph.nodes:
            old, new = (project.training.layers.get(node.id, AS_ALL) for project in (before, after))
            yield from _fields(old, new, f"{prefix}{node.name} ", (f"{prefix}{node.name}",))


def _kinds(label: str, before: Kinded, after: Kinded, where: tuple[str, ...]) -> Change:
    old, new = _title(before), _title(after)
    return Change("kind", f"{label} {old} → {new}", {"where": where, "before": old, "after": new})


def _title(member: Kinded) -> str:
    """A member's name in words; a data source also tells what it reads."""
    describe = getattr(member, "describe", None)
    return str(describe()) if callable(describe) else str(getattr(member, "title", "")) or member.kind


def shown(value: Any) -> str:
    """A field's value in words."""
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, int):
        return f"{value:,}" if abs(value) >= 10_000 else str(value)
    if isinstance(value, tuple) and value and isinstance(value[0], Kinded):
        return ", ".join(_title(v) for v in value)
    if isinstance(value, tuple):
        return " × ".join(shown(v) for v in value) if value else "none"
    if isinstance(value, Kinded):
        return _title(value)
    return str(value) if str(value) else "none"
