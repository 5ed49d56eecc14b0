"""Edits are pure, keep the graph consistent, and undo by keeping the earlier value."""

from __future__ import annotations

import pytest
from drawn import KINDS, layers, wild_graphs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from workbench.engine.graph import edits
from workbench.engine.graph.model import Graph, Link, slug, slugs
from workbench.engine.graph.rules import check_connect, propose_link

drawing = settings(max_examples=100, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def consistent(graph: Graph) -> None:
    """What must hold after any edit: a file made of the graph opens again as the same graph."""
    assert Graph.model_validate(graph.model_dump(mode="json")) == graph


def chosen(data: st.DataObject, graph: Graph) -> str:
    return data.draw(st.sampled_from([n.id for n in graph.nodes]))


def random_edit(data: st.DataObject, graph: Graph) -> Graph:
    """One edit that the window can make."""
    ways = ["add", "paste"]
    if graph.nodes:
        ways += ["remove", "bridge", "connect", "layer", "rename", "duplicate"]
    if graph.links:
        ways += ["disconnect", "insert"]
    way = data.draw(st.sampled_from(ways))
    kind = st.sampled_from(KINDS).flatmap(layers)
    if way == "add":
        return edits.add_node(graph, data.draw(kind))
    if way == "paste":
        return edits.paste(graph, graph.nodes[:2], graph.links)[0]
    if way in ("remove", "bridge"):
        ids = data.draw(st.lists(st.sampled_from([n.id for n in graph.nodes]), max_size=3))
        return edits.remove_nodes(graph, ids, bridge=way == "bridge")
    if way == "connect":
        link = propose_link(graph, chosen(data, graph), chosen(data, graph))
        return edits.connect(graph, link) if link else graph
    if way == "layer":
        return edits.set_layer(graph, chosen(data, graph), data.draw(kind))
    if way == "rename":
        try:
            return edits.rename(graph, chosen(data, graph), data.draw(st.text(min_size=1, max_size=5)))
        except ValueError:
            return graph
    if way == "duplicate":
        return edits.duplicate(graph, [chosen(data, graph)])[0]
    link = data.draw(st.sampled_from(graph.links))
    return (
        edits.disconnect(graph, [link]) if way == "disconnect" else edits.insert_on_link(graph, link, data.draw(kind))
    )


@drawing
@given(graph=wild_graphs(most=5), data=st.data())
def test_edits_keep_a_graph_consistent_and_leave_the_old_one_alone(graph: Graph, data: st.DataObject):
    earlier: list[tuple[Graph, str]] = []
    for _ in range(data.draw(st.integers(1, 6))):
        earlier.append((graph, graph.model_dump_json()))
        graph = random_edit(data, graph)
        consistent(graph)
    for value, text in earlier:
        assert value.model_dump_json() == text, "undo gives back exactly what was"


@drawing
@given(graph=wild_graphs(), data=st.data())
def test_what_the_rule_allows_makes_no_loop(graph: Graph, data: st.DataObject):
    if not graph.nodes:
        return
    source, target = chosen(data, graph), chosen(data, graph)
    link = propose_link(graph, source, target)
    if link is None:
        return
    assert check_connect(graph, link) == ""
    connected = edits.connect(graph, link)
    loops = {n.id for n in graph.nodes if graph.on_loop(n.id)}
    assert {n.id for n in connected.nodes if connected.on_loop(n.id)} <= loops
    assert set(graph.order) - connected.downstream(target) - {target} <= set(connected.order)


def line() -> Graph:
    return edits.chain(edits.make_layer("input", shape=(4,)), edits.make_layer("dense"), edits.make_layer("output"))


def test_a_link_to_a_taken_port_replaces_the_old_one():
    graph = edits.add_node(line(), edits.make_layer("relu"), name="r")
    link = Link(source=graph.by_name["r"].id, target=graph.by_name["output_1"].id)
    graph = edits.connect(graph, link)
    assert graph.into[link.target] == (link,)


def test_a_layer_dropped_on_a_link_keeps_the_order_of_a_merge():
    graph = edits.add_node(line(), edits.make_layer("concat"), name="c")
    merge = graph.by_name["c"].id
    first, second = (Link(source=graph.by_name[n].id, target=merge) for n in ("input_1", "dense_1"))
    graph = edits.insert_on_link(edits.connect(edits.connect(graph, first), second), first, edits.make_layer("tanh"))
    assert [graph.by_id[k.source].name for k in graph.into[merge]] == ["tanh_1", "dense_1"]


def test_removing_with_a_bridge_joins_the_ends():
    graph = line()
    bridged = edits.remove_nodes(graph, [graph.by_name["dense_1"].id], bridge=True)
    assert [(bridged.by_id[k.source].name, bridged.by_id[k.target].name) for k in bridged.links] == [
        ("input_1", "output_1")
    ]
    assert edits.remove_nodes(graph, [graph.by_name["dense_1"].id]).links == ()


def test_duplicates_keep_their_inner_links():
    graph = line()
    copied, fresh = edits.duplicate(graph, [n.id for n in graph.nodes[:2]])
    assert len(copied.nodes) == 5
    assert Link(source=fresh[graph.nodes[0].id], target=fresh[graph.nodes[1].id]) in copied.links
    assert len(copied.links) == 3


def test_refused_edits():
    graph = line()
    dense = graph.by_name["dense_1"].id
    with pytest.raises(ValueError, match="Another node is called 'output_1'"):
        edits.rename(graph, dense, "output_1")
    with pytest.raises(ValidationError):
        edits.set_field(graph, dense, "units", 0)
    back = Link(source=dense, target=dense)
    assert "can't feed itself" in check_connect(graph, back)
    looped = edits.add_node(graph, edits.make_layer("add"), name="a")
    looped = edits.connect(looped, Link(source=dense, target=looped.by_name["a"].id))
    assert "loop" in check_connect(looped, Link(source=looped.by_name["a"].id, target=dense))


def test_branches_are_ordered_one_after_the_other():
    graph = edits.chain(*(edits.make_layer(k) for k in ("dense", "relu", "tanh")))
    head = graph.nodes[0].id
    for kind in ("sigmoid", "gelu"):
        graph = edits.add_node(graph, edits.make_layer(kind))
        graph = edits.connect(
            graph, Link(source=head if kind == "sigmoid" else graph.nodes[-2].id, target=graph.nodes[-1].id)
        )
    assert [graph.by_id[i].layer.kind for i in graph.order] == ["dense", "relu", "tanh", "sigmoid", "gelu"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Conv 1", "conv_1"),
        ("卷积", "node"),
        ("1st", "n_1st"),
        ("class", "n_class"),
        ("__init__", "init"),
        ("Größe", "groe"),
    ],
)
def test_slugs(name: str, expected: str):
    assert slug(name) == expected


def test_slugs_are_unique_and_avoid_reserved_names():
    assert slugs(["forward", "a b", "A-B", "a_b_2", "x"]) == ["forward_2", "a_b", "a_b_2", "a_b_2_2", "x"]
