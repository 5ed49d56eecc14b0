"""Automatic positions: no overlaps, sources to the left, wrapped like a text, the same every time."""

from __future__ import annotations

from itertools import combinations

from drawn import networks, wild_graphs
from hypothesis import HealthCheck, given, settings

from workbench.engine.graph import edits
from workbench.engine.graph.layout import CARD, COLUMNS, auto_layout
from workbench.engine.graph.model import Graph, Link

drawing = settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def apart(graph: Graph) -> None:
    for (a, (ax, ay)), (b, (bx, by)) in combinations(auto_layout(graph).items(), 2):
        assert abs(ax - bx) >= CARD[0] + 20 or abs(ay - by) >= CARD[1] + 20, f"{a} lies on {b}"


@drawing
@given(graph=wild_graphs(most=14))
def test_cards_never_overlap_whatever_the_graph(graph: Graph):
    apart(graph)
    assert auto_layout(graph) == auto_layout(graph.updated())
    assert set(auto_layout(graph)) == set(graph.by_id)


@drawing
@given(graph=networks())
def test_links_run_to_the_right_or_to_a_lower_row(graph: Graph):
    apart(graph)
    positions = auto_layout(graph)
    for link in graph.links:
        (ax, ay), (bx, by) = positions[link.source], positions[link.target]
        assert bx > ax or by > ay


def test_a_long_chain_wraps_like_a_text():
    graph = edits.chain(*(edits.make_layer("relu") for _ in range(10)))
    positions = list(auto_layout(graph).values())
    assert len({y for _, y in positions}) == 3
    assert [x for x, _ in positions[:COLUMNS]] == sorted({x for x, _ in positions})
    assert positions[COLUMNS][0] == positions[0][0] == 0.0
    assert positions[COLUMNS][1] > positions[0][1]


def test_branches_stand_side_by_side_and_a_shortcut_is_not_hidden():
    graph = edits.chain(*(edits.make_layer(k) for k in ("input", "conv2d", "relu", "add")))
    first, conv, relu, add = (n.id for n in graph.nodes)
    plain = auto_layout(graph)
    assert len({plain[i][1] for i in (first, conv, relu, add)}) == 1
    shortcut = edits.connect(graph, Link(source=first, target=add))
    positions = auto_layout(shortcut)
    assert positions[first][1] == positions[add][1]
    assert positions[conv][1] == positions[relu][1] != positions[first][1]


def test_a_second_input_stands_in_front_of_what_it_feeds():
    graph = edits.chain(*(edits.make_layer(k) for k in ("input", "conv2d", "concat")))
    graph = edits.add_node(graph, edits.make_layer("input"), name="second")
    second, concat = graph.nodes[-1].id, graph.nodes[2].id
    positions = auto_layout(edits.connect(graph, Link(source=second, target=concat)))
    assert positions[second][0] == positions[graph.nodes[1].id][0]


def test_parts_and_single_nodes_stand_below_each_other():
    graph, _ = edits.paste(
        *(lambda g: (g, g.nodes, g.links))(edits.chain(*(edits.make_layer("relu") for _ in range(3))))
    )
    graph = edits.add_node(graph, edits.make_layer("tanh"))
    rows = [y for _, y in auto_layout(graph).values()]
    assert rows[:3] == [rows[0]] * 3
    assert rows[3:6] == [rows[3]] * 3
    assert rows[0] < rows[3] < rows[6]
