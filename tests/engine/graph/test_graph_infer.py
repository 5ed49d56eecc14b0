"""Inference over whole graphs: nothing raises, every problem is told once, every cure cures."""

from __future__ import annotations

import pytest
from drawn import wild_graphs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.engine.graph import edits
from workbench.engine.graph.infer import _code_layer, _infer_layer, infer
from workbench.engine.graph.layer import Layer, load_layer
from workbench.engine.graph.model import Graph, Link
from workbench.engine.shapes import DataFacts, TargetFacts, batch

drawing = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

CLASSES = DataFacts({"image": batch(1, 8, 8)}, {"label": TargetFacts("classification", ("a", "b", "c"))})
TABLE = DataFacts({"table": batch(6)}, {"price": TargetFacts("regression", width=2)})
TOKENS = DataFacts(
    {"text": batch(12, dtype="int64")}, {"mood": TargetFacts("classification", ("bad", "good"))}, {"text": 5000}
)
BOTH = DataFacts({"image": batch(1, 8, 8), "table": batch(6)}, {"label": TargetFacts("classification", ("a", "b"))})
FACTS = st.none() | st.sampled_from([CLASSES, TABLE, TOKENS, BOTH])


@drawing
@given(graph=wild_graphs(), facts=FACTS)
def test_any_graph_gets_an_answer(graph: Graph, facts: DataFacts | None):
    """Loops, unknown layers, links to nowhere: an info for each node, problems in words, nothing raised."""
    inference = infer(graph, facts)
    assert set(inference.nodes) == {n.id for n in graph.nodes}
    for problem in inference.problems:
        assert problem.what
        assert problem.node is None or problem.node in graph.by_id
        assert problem.node is None or problem.brief
        assert problem.severity == "notice" or problem.fixes or problem.fix or problem.expected
    for node_id, info in inference.nodes.items():
        assert bool(info.outputs) == (info.state == "ok"), node_id
        told = [p for p in inference.of(node_id) if p.severity == "error"]
        assert info.state != "problem" or told, "a node that is marked says why"


@drawing
@given(graph=wild_graphs(), facts=FACTS)
def test_every_cure_removes_its_problem_and_makes_no_other_worse(graph: Graph, facts: DataFacts | None):
    before = infer(graph, facts)
    known = {(p.code, p.node) for p in before.problems}
    sick = {p.node for p in before.errors}
    for problem in before.problems:
        for fix in problem.fixes:
            after = infer(fix.edit(graph), facts)
            assert (problem.code, problem.node) not in {(p.code, p.node) for p in after.problems}, fix.label
            fallen = {p.node for p in after.errors if p.node in before.nodes} - sick
            assert all(before.nodes[i].state != "ok" for i in fallen if i), f"{fix.label} breaks {fallen}"
            new = {(p.code, p.node) for p in after.errors} - known
            assert not [c for c, _ in new if c.startswith("graph.")], fix.label


@drawing
@given(graph=wild_graphs(), facts=FACTS)
def test_applying_cures_comes_to_an_end(graph: Graph, facts: DataFacts | None):
    """First cure after first cure: no two undo each other for ever."""
    for _ in range(60):
        fixes = [f for p in infer(graph, facts).problems for f in p.fixes]
        if not fixes:
            return
        graph = fixes[0].edit(graph)
    raise AssertionError("the cures go round in circles")


@drawing
@given(graph=wild_graphs())
def test_json_keeps_every_graph_unknown_layers_included(graph: Graph):
    text = graph.model_dump_json()
    again = Graph.model_validate_json(text)
    assert again == graph
    assert again.model_dump_json() == text


def test_an_unknown_layer_keeps_what_it_held():
    held = {"kind": "from_the_future", "units": 3, "deep": {"er": [1, None, "é"]}}
    graph = Graph.model_validate({"nodes": [{"id": "a", "name": "a", "layer": held}]})
    assert graph.model_dump(mode="json")["nodes"][0]["layer"] == held
    bad = {"kind": "dense", "units": -3}
    assert load_layer(bad).dump() == bad
    (problem,) = [p for p in infer(graph).problems if p.node == "a"]
    assert problem.code == "graph.unknown_layer"
    assert "from_the_future" in problem.what


def diamonds(count: int) -> Graph:
    """Stacked diamonds: two ways from each Add to the next, 2 ** count from end to end."""
    graph = edits.chain(edits.make_layer("input", shape=(4,)))
    for _ in range(count):
        top = graph.nodes[-1].id
        graph = edits.add_node(graph, edits.make_layer("relu"))
        left = graph.nodes[-1].id
        graph = edits.add_node(graph, edits.make_layer("tanh"))
        right = graph.nodes[-1].id
        graph = edits.add_node(graph, edits.make_layer("add"))
        links = [Link(source=top, target=left), Link(source=top, target=right)]
        links += [Link(source=side, target=graph.nodes[-1].id) for side in (left, right)]
        graph = graph.updated(links=(*graph.links, *links))
    graph = edits.add_node(graph, edits.make_layer("output"))
    return edits.connect(graph, Link(source=graph.nodes[-2].id, target=graph.nodes[-1].id))


def test_forty_stacked_diamonds_cost_what_their_nodes_cost(monkeypatch: pytest.MonkeyPatch):
    """Each node is looked at once, though 2 ** 40 ways lead through them."""
    graph = diamonds(40)
    calls = 0
    real = _infer_layer.__wrapped__

    def counting(layer: Layer, inputs: object) -> object:
        nonlocal calls
        calls += 1
        return real(layer, inputs)

    monkeypatch.setattr("workbench.engine.graph.infer._infer_layer", counting)
    inference = infer(graph)
    assert not inference.problems
    assert calls == len(graph.nodes) == 122
    assert graph.upstream(graph.nodes[-1].id) == {n.id for n in graph.nodes[:-1]}


def test_an_edit_recomputes_only_what_it_changes():
    graph = diamonds(5)
    infer(graph)
    before = _infer_layer.cache_info().misses
    infer(edits.rename(graph, graph.nodes[3].id, "another"))
    assert _infer_layer.cache_info().misses == before
    assert _code_layer.cache_info().maxsize


def test_all_problems_are_told_and_what_lies_behind_is_unknown():
    graph = edits.chain(
        edits.make_layer("input", shape=(1, 8, 8)),
        edits.make_layer("dense", units=4),
        edits.make_layer("relu"),
        edits.make_layer("output"),
    )
    graph = edits.add_node(graph, edits.make_layer("lstm"), name="alone")
    inference = infer(graph)
    assert [(p.code, graph.by_id[p.node].name) for p in inference.problems if p.node] == [
        ("graph.unconnected", "alone"),
        ("shape.rank", "dense_1"),
    ]
    states = [inference.nodes[n.id].state for n in graph.nodes]
    assert states == ["ok", "problem", "unknown", "unknown", "problem"]
    problem = inference.problems[1]
    assert str(problem) == "dense_1 got N × 1 × 8 × 8. It needs a flat vector N × features."
    assert problem.brief == "needs a flat vector"
    assert [f.label for f in problem.fixes] == ["Insert Flatten → 64", "Insert global average pool → 1"]


def test_totals():
    graph = edits.chain(
        edits.make_layer("input", shape=(1, 8, 8)),
        edits.make_layer("conv2d", filters=4),
        edits.make_layer("flatten"),
        edits.make_layer("dense", units=3),
        edits.make_layer("output"),
    )
    inference = infer(graph)
    assert inference.parameters == (9 * 4 + 4) + (256 * 3 + 3)
    assert inference.multiply_adds == 64 * 9 * 4 + 256 * 3
    assert inference.activation_bytes == 4 * (64 + 256 + 256 + 3 + 3)
