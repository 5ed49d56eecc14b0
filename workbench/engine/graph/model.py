"""The graph value: nodes and links by permanent random ids."""

from __future__ import annotations

import keyword
import re
import secrets
import unicodedata
from collections.abc import Iterable
from functools import cached_property
from typing import Annotated

from pydantic import Field, PlainSerializer, PlainValidator, model_validator

from ..values import Value
from .layer import Layer, load_layer

AnyLayer = Annotated[Layer, PlainValidator(load_layer), PlainSerializer(lambda value: value.dump(), return_type=dict)]


def new_id() -> str:
    """A fresh random node id: eight hexadecimal digits."""
    return secrets.token_hex(4)


class Node(Value):
    """A layer in the graph. ``id`` never changes; ``name`` is unique in its graph and free to change."""

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
    name: Annotated[str, Field(min_length=1, max_length=80)]
    layer: AnyLayer


class Link(Value):
    """A connection from an output port to an input port."""

    source: str
    source_port: str = "y"
    target: str
    target_port: str = "x"


class Graph(Value):
    """A network: nodes and links. The order of links is the order of inputs at a port that takes many."""

    nodes: tuple[Node, ...] = ()
    links: tuple[Link, ...] = ()

    @model_validator(mode="after")
    def _consistent(self) -> Graph:
        ids = {n.id for n in self.nodes}
        if len(ids) != len(self.nodes):
            raise ValueError("two nodes have the same id")
        names = [n.name for n in self.nodes]
        if len(set(names)) != len(names):
            twice = next(n for n in names if names.count(n) > 1)
            raise ValueError(f"two nodes are called '{twice}'")
        for link in self.links:
            for end in (link.source, link.target):
                if end not in ids:
                    raise ValueError(f"a link names the node '{end}', which is not there")
        return self

    @cached_property
    def by_id(self) -> dict[str, Node]:
        """Nodes by id."""
        return {n.id: n for n in self.nodes}

    @cached_property
    def by_name(self) -> dict[str, Node]:
        """Nodes by name."""
        return {n.name: n for n in self.nodes}

    @cached_property
    def into(self) -> dict[str, tuple[Link, ...]]:
        """Links that enter each node, in order."""
        found: dict[str, list[Link]] = {n.id: [] for n in self.nodes}
        for link in self.links:
            found[link.target].append(link)
        return {k: tuple(v) for k, v in found.items()}

    @cached_property
    def out_of(self) -> dict[str, tuple[Link, ...]]:
        """Links that leave each node, in order."""
        found: dict[str, list[Link]] = {n.id: [] for n in self.nodes}
        for link in self.links:
            found[link.source].append(link)
        return {k: tuple(v) for k, v in found.items()}

    @cached_property
    def loose_ends(self) -> tuple[Node, ...]:
        """Nodes whose results nothing uses; Outputs, which have none, are not among them."""
        return tuple(n for n in self.nodes if n.layer.outputs and not self.out_of[n.id])

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Ids so that sources come before targets; nodes of a cycle, and behind one, are left out.

        Kahn's algorithm, last ready first: each branch is followed to its end before the next is begun. Ties go by the
        order of nodes and links.
        """
        waiting = {n.id: len(self.into[n.id]) for n in self.nodes}
        ready = [n.id for n in reversed(self.nodes) if waiting[n.id] == 0]
        done: list[str] = []
        while ready:
            current = ready.pop()
            done.append(current)
            freed = []
            for link in self.out_of[current]:
                waiting[link.target] -= 1
                if waiting[link.target] == 0:
                    freed.append(link.target)
            ready += reversed(freed)
        return tuple(done)

    def upstream(self, node_id: str) -> frozenset[str]:
        """Every node that the node depends on, itself excluded."""
        return self._reach(node_id, forward=False)

    def downstream(self, node_id: str) -> frozenset[str]:
        """Every node that depends on the node, itself excluded."""
        return self._reach(node_id, forward=True)

    def on_loop(self, node_id: str) -> bool:
        """Whether links lead from the node back to itself."""
        return any(k.source == node_id or node_id in self.upstream(k.source) for k in self.into[node_id])

    def _reach(self, start: str, *, forward: bool) -> frozenset[str]:
        seen: set[str] = set()
        todo = [start]
        while todo:
            current = todo.pop()
            links = self.out_of[current] if forward else self.into[current]
            for link in links:
                other = link.target if forward else link.source
                if other not in seen:
                    seen.add(other)
                    todo.append(other)
        return frozenset(seen - {start})


def slug(name: str) -> str:
    """An ASCII Python identifier for a node name: ``"Conv 1"`` -> ``"conv_1"``, ``"卷积"`` -> ``"node"``."""
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    text = re.sub(r"\W+", "_", ascii_name).strip("_").lower()
    if not text:
        return "node"
    return f"n_{text}" if text[0].isdigit() or keyword.iskeyword(text) or keyword.issoftkeyword(text) else text


# What a module's attribute must not be called: the public names of nn.Module (a test compares them with the installed
# torch; older ones stay, so that names in saved weights never change), and those of the generated class.
RESERVED = frozenset(
    """
    T_destination add_module apply bfloat16 buffers call_super_init children compile cpu cuda double dump_patches
    eval extra_repr float forward get_buffer get_extra_state get_parameter get_submodule half inputs ipu
    load_state_dict modules mtia named_buffers named_children named_modules named_parameters outputs parameters
    predict register_backward_hook register_buffer register_forward_hook register_forward_pre_hook
    register_full_backward_hook register_full_backward_pre_hook register_load_state_dict_post_hook
    register_load_state_dict_pre_hook register_module register_parameter register_state_dict_post_hook
    register_state_dict_pre_hook requires_grad_ set_extra_state set_submodule share_memory state_dict to to_empty
    train training type xpu zero_grad
    """.split()  # noqa: SIM905 - one name a line would fill a page
)


def slugs(names: Iterable[str], reserved: frozenset[str] = RESERVED) -> list[str]:
    """Unique slugs, in order; a taken one gets ``_2``, ``_3``..."""
    taken = set(reserved)
    result = []
    for name in names:
        base = slug(name)
        candidate, count = base, 2
        while candidate in taken:
            candidate, count = f"{base}_{count}", count + 1
        taken.add(candidate)
        result.append(candidate)
    return result


def free_name(graph: Graph, base: str) -> str:
    """A node name that is free in the graph: ``dense_1``, ``dense_2``..."""
    count = 1
    while f"{base}_{count}" in graph.by_name:
        count += 1
    return f"{base}_{count}"
