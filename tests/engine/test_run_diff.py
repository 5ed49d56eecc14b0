"""How a run differs from the one before it, in words."""

from __future__ import annotations

from workbench.engine.document import Project
from workbench.engine.graph import edits
from workbench.engine.graph.model import Link
from workbench.engine.runs.diff import changes, changes_in_words


def project() -> Project:
    graph = edits.chain(
        edits.make_layer("input", shape=(8,)),
        edits.make_layer("dense", units=16),
        edits.make_layer("relu"),
        edits.make_layer("dense", units=3),
        edits.make_layer("output"),
    )
    return Project().with_graph(graph)


def node(p: Project, name: str) -> str:
    return p.graph.by_name[name].id


def test_the_same_settings_are_called_so():
    before = project()
    assert changes(before, before.updated(notes="tried", title="Other")) == ()
    assert changes_in_words(before, before) == "same settings"


def test_a_recipe_field_is_told_with_both_values():
    before = project()
    training = before.training.updated(learning_rate=0.003, epochs=before.training.epochs + 1)
    after = before.updated(training=training)
    words = [c.text for c in changes(before, after)]
    assert words == ["learning rate 0.001 → 0.003", f"epochs {before.training.epochs} → {training.epochs}"]


def test_an_inserted_layer_is_one_change_and_names_its_place():
    before = project()
    link = before.graph.into[node(before, "relu_1")][0]
    after = before.with_graph(edits.insert_on_link(before.graph, link, edits.make_layer("softmax")))
    assert changes_in_words(before, after) == "+ Softmax after dense_1"
    assert changes_in_words(after, before) == "− Softmax softmax_1"


def test_fields_kinds_and_names_of_layers():
    before = project()
    graph = edits.set_field(before.graph, node(before, "dense_1"), "units", 32)
    graph = edits.set_layer(graph, node(before, "relu_1"), edits.make_layer("softmax"))
    graph = edits.rename(graph, node(before, "dense_2"), "head")
    words = {c.text for c in changes(before, before.with_graph(graph))}
    assert words == {"dense_1 units 16 → 32", "relu_1 ReLU → Softmax", "dense_2 renamed head"}


def test_a_rewired_link_is_told():
    before = project()
    relu, dense = node(before, "relu_1"), node(before, "dense_2")
    graph = edits.connect(before.graph, Link(source=node(before, "dense_1"), target=dense))
    words = [c.text for c in changes(before, before.with_graph(graph))]
    assert words == ["+ link dense_1 → dense_2", "− link relu_1 → dense_2"]
    assert relu in graph.by_id


def test_a_network_drawn_anew_with_the_same_names_differs_in_nothing():
    assert changes(project(), project()) == ()


def test_data_and_split():
    before = project()
    split = before.data.split.updated(validation=0.2, stratified=False)
    after = before.updated(data=before.data.updated(scaling="none", split=split))
    assert [c.text for c in changes(before, after)] == [
        "scaling auto → none",
        "validation 0.15 → 0.2",
        "stratified on → off",
    ]


def test_another_optimizer_is_a_change_of_kind():
    before = project()
    after = before.updated(training=before.training.updated(optimizer="sgd"))
    assert [(c.code, c.text) for c in changes(before, after)] == [("kind", "optimiser Adam → SGD")]
