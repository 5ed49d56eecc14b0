"""Each problem: when it comes, what it says, and the cures it offers."""

from __future__ import annotations

from typing import Any

import pytest

import workbench.engine.layers  # noqa: F401 - fills the registry
from workbench.engine.graph import edits
from workbench.engine.graph.infer import infer
from workbench.engine.graph.layer import load_layer
from workbench.engine.graph.model import Graph, Link
from workbench.engine.graph.problems import Problem
from workbench.engine.shapes import DataFacts, TargetFacts, batch

PICTURES = DataFacts({"image": batch(1, 8, 8)}, {"digit": TargetFacts("classification", tuple("0123456789"))})
YES_NO = DataFacts({"table": batch(6)}, {"sick": TargetFacts("classification", ("no", "yes"))})
PRICES = DataFacts({"table": batch(6)}, {"price": TargetFacts("regression")})
TEXTS = DataFacts(
    {"text": batch(12, dtype="int64")}, {"mood": TargetFacts("classification", ("bad", "good"))}, {"text": 5000}
)
BOTH = DataFacts({"image": batch(1, 8, 8), "table": batch(6)}, {"price": TargetFacts("regression")})


def make(kind: str, **fields: Any):
    return edits.make_layer(kind, **fields)


def line(*parts: Any, shape: tuple[int, ...] = (6,), dtype: str = "float32", activation: str = "auto") -> Graph:
    """Input, the layers (kinds or layers), Output."""
    layers = [make(p) if isinstance(p, str) else p for p in parts]
    return edits.chain(make("input", shape=shape, dtype=dtype), *layers, make("output", activation=activation))


def linked(graph: Graph, *pairs: tuple[str, str]) -> Graph:
    """Adds links by names, without the rule that replaces one at a taken port."""
    more = tuple(Link(source=graph.by_name[a].id, target=graph.by_name[b].id) for a, b in pairs)
    return graph.updated(links=(*graph.links, *more))


def only(graph: Graph, code: str, facts: DataFacts | None = None) -> Problem:
    found = [p for p in infer(graph, facts).problems if p.code == code]
    assert len(found) == 1, [str(p) for p in infer(graph, facts).problems]
    return found[0]


def labels(problem: Problem) -> list[str]:
    return [f.label for f in problem.fixes]


def cured(graph: Graph, problem: Problem, label: str, facts: DataFacts | None = None) -> Graph:
    """The graph after the cure of that label, which must leave no error."""
    fix = next(f for f in problem.fixes if f.label == label)
    after = fix.edit(graph)
    assert not infer(after, facts).errors, [str(p) for p in infer(after, facts).errors]
    return after


def names(graph: Graph) -> list[str]:
    return [graph.by_id[i].name for i in graph.order]


# Structure


def test_an_empty_network_needs_both_ends():
    codes = [p.code for p in infer(Graph()).errors]
    assert codes == ["graph.no_input", "graph.no_output"]
    problem = only(Graph(), "graph.no_input", PICTURES)
    after = problem.fixes[0].edit(Graph())
    assert after.nodes[0].layer.shape == (1, 8, 8)


def test_a_missing_input_is_added_in_front_of_what_waits_for_it():
    graph = edits.chain(make("conv2d"), make("flatten"), make("dense", units=10), make("output"))
    problem = only(graph, "graph.no_input")
    assert labels(problem) == ["Add an Input in front of conv_1"]
    after = cured(graph, problem, "Add an Input in front of conv_1")
    assert names(after)[:2] == ["input_1", "conv_1"]
    data = cured(graph, only(graph, "graph.no_input", PICTURES), "Add an Input in front of conv_1", PICTURES)
    assert data.by_name["input_1"].layer.shape == (1, 8, 8)
    ids = edits.chain(make("embedding"), make("output"))
    assert (
        cured(ids, only(ids, "graph.no_input"), "Add an Input in front of embedding_1").by_name["input_1"].layer.dtype
        == "int64"
    )


def test_a_missing_output_is_added_behind_the_single_dead_end():
    graph = edits.chain(make("input", shape=(6,)), make("dense"))
    problem = only(graph, "graph.no_output")
    cured(graph, problem, "Add an Output behind dense_1")
    assert [p.code for p in infer(graph).problems] == ["graph.no_output"], "a dead end is not told twice"
    fork = linked(edits.add_node(graph, make("relu")), ("input_1", "relu_1"))
    assert labels(only(fork, "graph.no_output")) == []


def test_a_loop_is_cut_where_that_mends_the_network():
    graph = linked(line("add", "dense", "relu"), ("relu_1", "add_1"))
    problem = only(graph, "graph.cycle")
    assert "add_1, dense_1, relu_1" in problem.what
    assert labels(problem) == ["Remove the link relu_1 → add_1"]
    cured(graph, problem, labels(problem)[0])


def test_two_loops_are_two_problems():
    graph = edits.chain(make("input", shape=(6,)), make("add"), make("relu"), make("add"), make("tanh"), make("output"))
    graph = linked(graph, ("relu_1", "add_1"), ("tanh_1", "add_2"))
    assert [p.code for p in infer(graph).errors] == ["graph.cycle", "graph.cycle"]


def test_an_unconnected_node_is_connected_or_deleted():
    graph = line("dense")
    graph = edits.disconnect(graph, [graph.links[1]])
    problem = only(graph, "graph.unconnected")
    assert problem.what == "Nothing enters output_1"
    assert "Connect dense_1 to it" in labels(problem)
    cured(graph, problem, "Connect dense_1 to it")
    spare = edits.add_node(line("dense"), make("relu"))
    assert labels(only(spare, "graph.unconnected")) == ["Delete relu_1"]
    assert cured(spare, only(spare, "graph.unconnected"), "Delete relu_1") == line_like(spare)


def line_like(graph: Graph) -> Graph:
    return edits.remove_nodes(graph, [graph.nodes[-1].id])


@pytest.mark.parametrize(("label", "width"), [("Insert Add", 64), ("Insert Concat", 128)])
def test_two_links_into_one_port_are_joined(label: str, width: int):
    graph = line("dense", "relu")
    graph = linked(edits.add_node(graph, make("dense")), ("input_1", "dense_2"), ("dense_2", "relu_1"))
    problem = only(graph, "graph.too_many_inputs")
    assert problem.what == "2 links enter relu_1"
    after = cured(graph, problem, label)
    assert infer(after).nodes[after.by_name["relu_1"].id].output == batch(width)


def test_a_merge_of_one_is_dissolved():
    graph = line("add", "dense")
    problem = only(graph, "graph.single_merge")
    assert problem.severity == "warning"
    assert names(cured(graph, problem, "Delete add_1")) == ["input_1", "dense_1", "output_1"]


def test_a_branch_that_leads_nowhere_is_deleted_whole():
    graph = edits.add_node(edits.add_node(line("dense"), make("relu")), make("tanh"))
    graph = linked(graph, ("dense_1", "relu_1"), ("relu_1", "tanh_1"))
    problem = only(graph, "graph.dead_end")
    assert names(cured(graph, problem, "Delete the 2 nodes of this branch")) == ["input_1", "dense_1", "output_1"]


@pytest.mark.parametrize("ports", [{"target_port": "z"}, {"source_port": "h"}])
def test_a_link_at_a_port_that_is_not_there(ports: dict[str, str]):
    graph = line("dense")
    graph = graph.updated(links=(graph.links[0].updated(**ports), graph.links[1]))
    problem = only(graph, "graph.no_such_port")
    assert f"'{next(iter(ports.values()))}'" in problem.what
    if "source_port" in ports:
        cured(graph, problem, "Lead it from 'y' to 'x'")


def test_an_unknown_layer_is_an_error():
    graph = line("dense", load_layer({"kind": "hologram"}))
    problem = only(graph, "graph.unknown_layer")
    assert "this version has no layer 'hologram'" in problem.what
    assert "Every layer must be known" in problem.expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ({"kind": "dense", "units": -3}, "Its settings must be"),
        ({"kind": "dense", "colour": "red"}, "Its settings must be"),
        ({"kind": ["dense"]}, "Every layer must be known"),
        ({"units": 3}, "Every layer must be known"),
    ],
)
def test_a_known_layer_with_bad_settings_is_told_as_such(raw: dict, expected: str):
    graph = line("dense", load_layer(raw))
    assert expected in only(graph, "graph.unknown_layer").expected


# Shapes


@pytest.mark.parametrize(
    ("parts", "shape", "dtype", "code", "says", "cures"),
    [
        (
            ["dense"],
            (3, 8, 8),
            "float32",
            "shape.rank",
            "dense_1 got N × 3 × 8 × 8",
            ["Insert Flatten → 192", "Insert global average pool → 3"],
        ),
        (["dense"], (9,), "int64", "shape.dtype", "dense_1 got ids", ["Insert Embedding"]),
        (["conv2d"], (784,), "float32", "shape.rank", "conv_1 got N × 784", ["Insert Reshape to 1 × 28 × 28"]),
        (["conv2d"], (3072,), "float32", "shape.rank", "conv_1 got N × 3072", ["Insert Reshape to 3 × 32 × 32"]),
        (
            ["conv2d"],
            (28, 28),
            "float32",
            "shape.rank",
            "conv_1 got N × 28 × 28",
            ["Insert Reshape to 1 × 28 × 28", "Make it Conv1d"],
        ),
        (["conv2d"], (7,), "float32", "shape.rank", "conv_1 got N × 7", []),
        (
            ["conv1d"],
            (1, 28, 28),
            "float32",
            "shape.rank",
            "conv_1 got N × 1 × 28 × 28",
            ["Make it Conv2d", "Insert Reshape to 28 × 28, row by row"],
        ),
        (["lstm"], (7,), "float32", "shape.rank", "lstm_1 got N × 7", ["Insert Reshape to 7 × 1"]),
        (["max_pool1d"], (3, 8, 8), "float32", "shape.rank", "max_pool_1 got", ["Make it MaxPool2d"]),
        (["conv2d"], (9,), "int64", "shape.dtype", "conv_1 got ids", []),
        (["conv1d"], (9,), "int64", "shape.dtype", "conv_1 got ids", ["Insert Embedding"]),
        (
            [make("conv2d", kernel_size=5, padding="valid")],
            (1, 3, 8),
            "float32",
            "shape.window",
            "has a window of 5×5",
            ["Set padding to same", "Set kernel size to 3×5"],
        ),
        (
            [make("conv1d", kernel_size=3, dilation=4, padding="valid")],
            (5, 2),
            "float32",
            "shape.window",
            "dilation 4",
            ["Set padding to same", "Set dilation to 1", "Set kernel size to 2"],
        ),
        (
            [make("max_pool2d", kernel_size=4)],
            (1, 3, 3),
            "float32",
            "shape.window",
            "window of 4×4",
            ["Set padding to same", "Set kernel size to 3×3"],
        ),
        (
            [make("conv2d", groups=4, filters=6)],
            (8, 5, 5),
            "float32",
            "shape.groups",
            "8 channels, and has 6 filters in 4 groups",
            ["Set filters to 8", "Set groups to 2", "Set groups to 1"],
        ),
        (
            [make("conv2d", groups=3, filters=6)],
            (4, 5, 5),
            "float32",
            "shape.groups",
            "4 channels",
            ["Set groups to 1"],
        ),
        (
            [make("reshape", shape=(2, 5))],
            (12,),
            "float32",
            "shape.reshape",
            "12 values for each sample",
            ["Set shape to 2 × 6"],
        ),
        ([make("reshape", shape=(-1, 5))], (12,), "float32", "shape.reshape", "12 values", []),
        (["embedding"], (9,), "float32", "shape.dtype", "embedding_1 got numbers", []),
        ([make("reshape", shape=(1, 2, 2, 2)), "batch_norm"], (8,), "float32", "shape.rank", "batch_norm_1 got", []),
    ],
)
def test_shape_problems_say_what_they_got_and_how_to_mend_it(
    parts: list[Any], shape: tuple[int, ...], dtype: str, code: str, says: str, cures: list[str]
):
    graph = line(*parts, shape=shape, dtype=dtype)
    problem = only(graph, code)
    assert says in problem.what
    assert problem.expected
    assert labels(problem) == cures
    if not cures:
        assert problem.fix, "words where no button helps"
    for fix in problem.fixes:
        after = infer(fix.edit(graph))
        assert not [p for p in after.errors if p.node == problem.node]


def residual(shape: tuple[int, ...], *branch: Any, merge: str = "add", **fields: Any) -> Graph:
    """An Input that goes to a merge both straight and through the branch."""
    return linked(line(*branch, make(merge, **fields), shape=shape), ("input_1", f"{merge}_1"))


@pytest.mark.parametrize(
    ("graph", "cures"),
    [
        (
            residual((8, 6, 6), make("conv2d", filters=16, stride=2)),
            ["Insert Conv2d 1×1 with 16 filters, stride 2×2 at input 2"],
        ),
        (
            residual((8, 6, 6), make("conv2d", filters=16)),
            ["Insert Conv2d 1×1 with 8 filters at input 1", "Insert Conv2d 1×1 with 16 filters at input 2"],
        ),
        (residual((6,), "dense"), ["Insert Dense with 6 units at input 1", "Insert Dense with 64 units at input 2"]),
        (residual((8, 6, 6), "global_avg_pool"), ["Insert global average pool at input 2"]),
        (residual((8, 6, 6), "max_pool2d", merge="concat"), ["Insert MaxPool2d at input 2"]),
        (
            residual((8, 6, 6), "flatten", merge="concat"),
            ["Insert global average pool at input 2", "Insert Flatten at input 2"],
        ),
        (residual((5, 4), make("conv1d", stride=2), merge="multiply"), []),
    ],
)
def test_merges_of_different_shapes_are_adapted(graph: Graph, cures: list[str]):
    problem = only(graph, "shape.merge")
    assert labels(problem) == cures
    for label in cures:
        cured(graph, problem, label)


def test_ids_and_numbers_do_not_mix():
    graph = edits.chain(make("input", shape=(5, 8)), make("concat", along="time"), make("output"))
    graph = edits.add_node(graph, make("input", shape=(7,), dtype="int64"), name="words")
    graph = linked(graph, ("words", "concat_1"))
    problem = only(graph, "shape.dtype")
    assert "numbers (float32) and ids (int64)" in problem.what


# Data


def test_an_input_takes_the_shape_of_the_data():
    graph = line("flatten", make("dense", units=10), shape=(1, 28, 28))
    problem = only(graph, "data.input_shape", PICTURES)
    assert "N × 1 × 28 × 28, and the data is N × 1 × 8 × 8" in problem.what
    cured(graph, problem, "Set shape to N × 1 × 8 × 8", PICTURES)


def test_an_input_names_one_of_several():
    graph = line(make("dense", units=1))
    problem = only(graph, "data.no_such_input", BOTH)
    assert problem.expected == "The data has image, table"
    assert cured(graph, problem, "Use 'table'", BOTH).nodes[0].layer.field == "table"


def test_an_output_names_a_target():
    graph = edits.chain(make("input", shape=(6,)), make("dense", units=1), make("output", target="cost"))
    problem = only(graph, "data.no_such_target", PRICES)
    cured(graph, problem, "Predict 'price'", PRICES)


def test_an_output_has_a_number_for_each_class():
    graph = line("flatten", "dense", shape=(1, 8, 8))
    problem = only(graph, "output.units", PICTURES)
    assert problem.brief == "needs N × 10"
    assert labels(problem)[0] == "Set units of dense_1 to 10, the number of classes (10)"
    assert cured(graph, problem, labels(problem)[0], PICTURES).by_name["dense_1"].layer.units == 10
    bare = line("conv2d", shape=(1, 8, 8))
    problem = only(bare, "output.units", PICTURES)
    assert labels(problem) == ["Insert Flatten and Dense with 10 units", "Insert GlobalAvgPool and Dense with 10 units"]
    for label in labels(problem):
        cured(bare, problem, label, PICTURES)


@pytest.mark.parametrize("units", [1, 2])
def test_yes_or_no_may_be_one_number_or_two(units: int):
    assert not infer(line(make("dense", units=units)), YES_NO).problems


def test_an_embedding_holds_every_id_of_the_data():
    graph = line("embedding", "global_avg_pool", make("dense", units=2), shape=(12,), dtype="int64")
    problem = only(graph, "data.vocabulary", TEXTS)
    assert problem.what == "embedding_1 holds 1,000 ids, and the data has 5,000"
    assert cured(graph, problem, "Set vocabulary to 5,000", TEXTS).by_name["embedding_1"].layer.vocabulary == 5000


def test_an_inserted_embedding_fits_the_data_at_once():
    graph = line("global_avg_pool", make("dense", units=2), shape=(12,), dtype="int64")
    problem = only(graph, "shape.dtype", TEXTS)
    after = cured(graph, problem, "Insert Embedding", TEXTS)
    assert after.by_name["embedding_1"].layer.vocabulary == 5000


# Advice


def test_a_softmax_in_front_of_the_output_is_applied_once():
    graph = line(make("dense", units=3), "softmax")
    problem = only(graph, "output.folded")
    assert (problem.severity, problem.what) == ("notice", "softmax_1 is applied once, for predictions")
    assert not infer(line(make("dense", units=3))).problems


@pytest.mark.parametrize("kind", ["relu", "sigmoid", "tanh", "softmax", "gelu", "silu"])
def test_squashed_logits(kind: str):
    graph = line("flatten", make("dense", units=10), kind, "softmax", shape=(1, 8, 8))
    problem = only(graph, "output.squashed", PICTURES)
    assert problem.node == graph.nodes[3].id
    cured(graph, problem, f"Remove {graph.nodes[3].name}", PICTURES)
    numbers = line(make("dense", units=1), kind)
    assert "output.squashed" not in [p.code for p in infer(numbers, PRICES).problems], "a positive price is no mistake"


def test_a_softmax_that_the_output_does_not_fold_is_not_applied_twice_unnoticed():
    graph = line("flatten", make("dense", units=10), "softmax", shape=(1, 8, 8), activation="none")
    problem = only(graph, "output.squashed", PICTURES)
    after = cured(graph, problem, "Set activation of output_1 to auto", PICTURES)
    assert [p.code for p in infer(after, PICTURES).problems] == ["output.folded"]


@pytest.mark.parametrize(("kind", "shape"), [("conv2d", (1, 8, 8)), ("conv1d", (8, 2)), ("dense", (6,))])
def test_a_bias_that_a_batch_norm_cancels(kind: str, shape: tuple[int, ...]):
    graph = line(kind, "batch_norm", shape=shape)
    problem = only(graph, "layer.cancelled_bias")
    assert problem.what.endswith("has a bias that the batch norm behind it cancels")
    cured(graph, problem, "Turn bias off")
    assert not infer(line(kind, "relu", "batch_norm", shape=shape)).problems
    read = linked(line(kind, "batch_norm", "add", shape=shape), (graph.nodes[1].name, "add_1"))
    assert not infer(read).problems, "another reader sees the bias"


def test_softmax_of_one_number():
    graph = line(make("dense", units=1), "softmax", "relu")
    cured(graph, only(graph, "softmax.single"), "Make it Sigmoid")
    ends = line(make("dense", units=1), activation="softmax")
    cured(ends, only(ends, "output.single_softmax"), "Set activation to sigmoid")


def test_an_activation_that_numbers_cannot_pass():
    graph = line(make("dense", units=1), activation="sigmoid")
    problem = only(graph, "output.activation", PRICES)
    cured(graph, problem, "Set activation to auto", PRICES)


def test_two_inputs_of_the_same_data():
    graph = edits.chain(
        make("input", shape=(6,), field="table"), make("dense"), make("add"), make("dense", units=1), make("output")
    )
    graph = edits.add_node(graph, make("input", shape=(6,), field="table"), name="again")
    graph = linked(edits.add_node(graph, make("dense"), name="other"), ("again", "other"), ("other", "add_1"))
    for facts in (None, PRICES):
        problem = only(graph, "data.same_input", facts)
        assert problem.what == "again and input_1 take the same data, 'table'"
        after = cured(graph, problem, "Feed everything from input_1", facts)
        assert "again" not in after.by_name
        assert not infer(after, facts).problems
